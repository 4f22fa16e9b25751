"""Rules over attachments: those that the text names are there, and what is listed has a content (7.3.4, 7.3.7)."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.numbering import HAN, number_of

_NUMBER = rf"[0-9]{{1,2}}(?![0-9年月日件份])|[{HAN}]{{1,3}}(?![{HAN}])"
_FILE = r"(?i:\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|jpe?g|png))$"
_AND = "(?:[、，和及至到—－～~-]|以及)(?:附[件表图])?"
_NAMED = rf"后附|附[件表图后](?P<numbers>(?:{_NUMBER})(?:{_AND}(?:{_NUMBER})){{0,9}})?"
_SENT = "[见如附]$"  # 详见附件: what the reader is sent to; 附件 alone may be anything's
# 《办法》附件1, 通知附件2, 118号文件附件: another document's.
_OF_ANOTHER = (
    "(?:[》”）号]|文件|通知|办法|规定|意见|方案|细则|决定|公告|目录|清单|条例|标准|申请|材料|邮件|信息)"
    "(?:的|中|及其?|所附|之)?$"
)


@rule("W624")
def attachments_exist(reading: Reading) -> Iterator[Finding]:
    """附件2 in the text is one of those listed."""
    for place, match in reading.matches(_NAMED, "附"):
        if place.path[0] == "attachments" or place.is_quoted(match.start()):
            continue
        before = place.text[max(match.start() - 8, 0) : match.start()]
        sent = match["numbers"] or re.search(_SENT, before) or place.text.startswith("：", match.end())
        if "后" in match[0] or (sent and not re.search(_OF_ANOTHER, before)):
            yield from _missing(reading, place, match)


def _missing(reading: Reading, place: Place, match: re.Match[str]) -> Iterator[Finding]:
    """What `match` names and the report has not."""
    listed = len(reading.report.attachments)
    if "件" not in match[0]:
        shown = (content.table or getattr(content, "charts", ()) for _, content in reading.context.all_contents)
        if listed or any(shown):
            return  # a table of the text, or in an attachment
    numbers = re.findall(_NUMBER, match["numbers"] or "")
    highest = max((number_of(one) or number_of(one[0]) for one in numbers), default=1)
    if highest > listed:
        there = f"只有{listed}个附件" if listed else "报告没有附件"
        help_ = "在 attachments 里写上附件的名称和内容；没有附件的，把这里改掉"
        if listed:
            help_ = f"改成附件{'1' if listed == 1 else f'1—{listed}'}里的一个，或者在 attachments 里补上"
        yield place.finding("W624", f"正文提到“{match[0]}”，{there}", match.span(), help_)


@rule("H625")
def attachments_have_a_content(reading: Reading) -> Iterator[Finding]:
    """An attachment is bound with the document (7.3.7); of one that is only named somebody may ask where it is."""
    for at, annex in enumerate(reading.report.attachments):
        if not (annex.text or annex.table or annex.items or annex.charts):
            help_ = "写上 text、table 或 charts；另外装订的，可以不再提示，写法见 ecoreport explain H625"
            yield Finding("H625", f"附件“{annex.title}”只有名称，没有内容", ("attachments", at), help=help_)


@rule("H572")
def names_without_title_marks(reading: Reading) -> Iterator[Finding]:
    """The name of an attachment as a whole stands in no 《》, nor does the report's own title."""
    for place in reading.places:
        text, own = place.text, place.path == ("title",)
        if (own or _is_name(place)) and re.fullmatch("《[^《》]+》", text):
            called = "标题" if own else "附件名称"
            finding = place.finding("H572", f"{called}外面写了书名号", (0, len(text)), f"写成“{text[1:-1]}”")
            edits = (place.edit((0, 1), ""), place.edit((len(text) - 1, len(text)), ""))
            yield finding._replace(edits=edits)


@rule("W632")
def names_tell_attachments_apart(reading: Reading) -> Iterator[Finding]:
    """Each has a name of its own, which is not that of a file."""
    seen: set[str] = set()
    for place in filter(_is_name, reading.places):
        if place.text in seen:
            yield place.finding(
                "W632", f"两个附件都叫“{place.text}”", (0, len(place.text)), "改成各自的名称，或者删掉一个"
            )
        if match := re.search(_FILE, place.text):
            name = place.text[: match.start()]
            yield place.finding("W632", f"附件名称里有文件的后缀“{match[0]}”", match.span(), f"写成“{name}”")
        seen.add(place.text)


def _is_name(place: Place) -> bool:
    return place.path[0] == "attachments" and place.path[2:] == ("title",)
