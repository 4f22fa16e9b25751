"""The lines around the text, 版头 to 版记, each in the form that its field declares; empty where it is not printed."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from ecoreport.report.parts import has_imprint, red_head, sent_to
from ecoreport.text.dates import long_date
from ecoreport.text.names import on_a_line, rows
from ecoreport.text.placeholders import UNFILLED, bracketed
from ecoreport.yearfile.fields import lines_of, roles
from ecoreport.yearfile.model import SENT_TO, Report


def lines(report: Report, say: Callable[[str], str], *, draft: bool) -> Mapping[str, str]:
    """Every line by the name of its field; `say` puts figures into running text, a `draft` shows its gaps.

    `sent_to` are the addressees that stand in the 版记, `signers_above` those that stand above the line of the number.
    """
    values = {name: getattr(report, name) for name, _ in lines_of(Report)} | _of_others(report, draft=draft)
    said = {name: _texts(values[name], say if roles(Report)[name].words else bracketed) for name in values}
    forms = dict(lines_of(Report))
    printed = {name: forms[name].say(texts) for name, texts in said.items()}
    signers = "\n".join(map(on_a_line, rows([*said["signer"]])))
    above, _, printed["signer"] = forms["signer"].say([signers]).rpartition("\n")  # the last stand beside the number
    printed["signers_above"] = above
    return printed | {"sent_to": SENT_TO.say(_texts(sent_to(report), bracketed))}


def _of_others(report: Report, *, draft: bool) -> dict[str, object]:
    """The values that other fields decide on."""
    imprint = has_imprint(report)
    return {
        "red_head": red_head(report),
        "addressees": () if sent_to(report) else report.addressees,
        "issuer": report.issuer if report.signed else "",
        "date": report.date or (UNFILLED if draft and report.signed else ""),
        "printer": report.printer or report.issuer if imprint else "",
        "print_date": report.print_date or report.date if imprint else "",
    }


def _texts(value: object, say: Callable[[str], str]) -> Iterable[str]:
    """The values of a field, each as it is said; none where there is none."""
    if isinstance(value, dt.date):
        return (long_date(value),)
    return tuple(say(one) for one in (value if isinstance(value, tuple) else (value,)) if one)
