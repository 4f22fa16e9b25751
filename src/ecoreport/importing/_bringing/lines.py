"""Lines of their own around the text that were not there before: 附注, 主送机关, 成文日期 and the like."""

import re
from collections.abc import Sequence

from ecoreport.importing._bringing.blocks import Shown
from ecoreport.importing._bringing.matching import FRAME
from ecoreport.importing._bringing.wanted import Told, Wanted
from ecoreport.report.blocks import Kind
from ecoreport.text.dates import date_of, long_date
from ecoreport.yearfile.fields import lines_of
from ecoreport.yearfile.model import Report
from ecoreport.yearfile.splices import Splice

FORMS = {name.replace("_", "-"): (name, form) for name, form in lines_of(Report)}  # by the kinds of their lines
_NO_NAMES = re.compile("[，。；]|如下|[0-9]年")  # what no line of 主送机关 has
_MOST = 80  # characters of such a line


def kind_of(new: Sequence[Shown], there: int, before: Shown | None) -> str:
    """The kind of a new block; of a line typed without its style its place and its words tell."""
    one = new[there]
    if one.kind in FRAME and one.kind != Kind.ISSUER:
        return one.kind
    if before is not None and before.kind == Kind.ISSUER and date_of(one.text):
        return Kind.DATE
    is_first = before is None or before.kind in (Kind.TITLE, Kind.NUMBER)
    if is_first and not one.mark and len(one.text) <= _MOST and not _NO_NAMES.search(one.text):
        said = FORMS[Kind.ADDRESSEES][1].read(one.text.replace(":", "："))
        return Kind.ADDRESSEES if said else one.kind
    return one.kind


def put(wanted: Wanted, one: Shown, kind: str, block: int) -> None:
    """A new line of that kind into the year file."""
    told = Told("版头、版记里新的一行没有地方放，没有写回", "", one.text, block)
    name, form = FORMS.get(kind, ("", None))
    edits: Splice | None = None
    if form and not getattr(wanted.report, name):
        if form.dated:
            day = date_of(one.text)
            edits = _above(wanted, name, long_date(day)) if day else None
        elif values := form.read(one.text.replace(":", "：")) or form.read(one.text):
            edits = _put(wanted, name, values)
    wanted.do("新的一行", edits, block, told)


def _put(wanted: Wanted, name: str, values: Sequence[str]) -> Splice | None:
    value = tuple(values) if len(values) > 1 else values[0]
    return _above(wanted, name, value) if name == "addressees" else wanted.splices.key((), name, value)


def _above(wanted: Wanted, name: str, value: str | tuple[str, ...]) -> Splice | None:
    """What stands at the head of a year file goes there: above the name of the bureau."""
    return wanted.splices.above(("issuer",), name, value) or wanted.splices.key((), name, value)
