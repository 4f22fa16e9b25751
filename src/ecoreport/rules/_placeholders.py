"""Rules over what a draft leaves behind: signs that hold a place, and marks of another program's."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._wordings import Wording, told

_COUNTED = "名次件起家份项人个条场户万元天月日处宗"
_PLACES = "镇乡村街区市县局委办厅"
_OPEN = ("还留着占位的“{0}”", "填上内容")
# What a bracket says that somebody is to fill in.
_INSIDE = "[^［\\[【（(］\\]】）)]"
_ASKED = (
    "姓名|名称|单位|部门|日期|时间|地点|电话|数据|数字|数"
    f"|此处{_INSIDE}{{0,10}}|待{_INSIDE}{{1,8}}|请?填写?{_INSIDE}{{0,8}}|{_INSIDE}{{0,8}}(?:待定|填写|补充)"
)
_MANY_STARS = f"(?:[*＊]{{2,}}(?![*＊])|(?<![0-9A-Za-z*＊])[*＊]+(?=[{_COUNTED}{_PLACES}]))"
_SO_AND_SO = "(?<![\\u4e00-\\u9fff])某某|某某(?=[局委办县市区镇乡科处]|街道|单位|部门)"  # 张某某 is a person
PLACEHOLDERS: tuple[Wording, ...] = (
    Wording("E522", "[×╳]{2,}|(?<![0-9])[×╳](?=[" + _COUNTED + _PLACES + "])", *_OPEN, any_of="×╳"),
    Wording("E522", "(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])", *_OPEN, any_of="XxＸｘ"),
    Wording(
        "E522",
        f"(?<![A-Za-z0-9+＋])(?:[XxＸｘ](?=[{_COUNTED}{_PLACES}])|[NnＮ](?=[{_COUNTED}](?![方类])))(?!个百分)",
        *_OPEN,
        any_of="XxＸｘNnＮ",
    ),
    Wording("E522", "[_＿]{2,}|[□〇○](?:[□〇○]+|(?=[" + _PLACES + "]))", *_OPEN, any_of="_＿□〇○"),
    Wording("E522", _MANY_STARS, *_OPEN, any_of="*＊"),
    Wording("E522", f"[［\\[【（(](?:{_ASKED})[］\\]】）)]", *_OPEN, any_of="［[【（("),
    Wording("E522", _SO_AND_SO, *_OPEN, signs=("某某",)),
    Wording(
        "E522",
        "(?<![亟有等对期接看招善优（(\\[［【])待(?:补充?|定|核实?|完善|确认|续)(?=[）)】\\]，。；、]|$)|TODO|FIXME|TBD",
        *_OPEN,
        any_of="待TF",
    ),
)
_RAW_MARK = re.compile(r"^[ \t]{0,3}(#{1,6}(?= )|[-*+](?= )|>(?= ))", re.MULTILINE)
_LIST_MARK = r"^(?:[0-9]{1,2}[.．](?![0-9])|[（(][0-9]{1,2}[）)](?!、)|[①-⑳])\s*"


@rule("E522")
def placeholders(reading: Reading) -> Iterator[Finding]:
    """Each sign that holds a place."""
    yield from told(reading, PLACEHOLDERS)


@rule("W538")
def raw_marks(reading: Reading) -> Iterator[Finding]:
    """A line of a text that begins with the mark of a comment, a list or a heading of Markdown prints it."""
    for passage in reading.context.passages:
        if passage.path[-1] not in ("text", "lead", "problem", "cause"):
            continue
        for match in _RAW_MARK.finditer(passage.text):
            meant = "是注释就移到这段文字以外；" if match[1][0] == "#" else "分条的，写成 items；"
            message = f"这一行开头的“{match[1]}”会照原样印出来"
            yield Finding("W538", message, passage.path, match.span(1), help=f"{meant}不要就删掉“{match[1]}”")


@rule("W539")
def list_marks(reading: Reading) -> Iterator[Finding]:
    """A number that is typed in front of a text; the program numbers what stands in `items`."""
    for place, match in reading.matches(_LIST_MARK):
        if place.path[-1] == "text" and place.kind:
            help_ = "把它写成 items 里的一条“- text: …”，再删掉序号，由程序编；要别的样式就写 numbering"
            yield place.finding("W539", f"序号“{match[0].strip()}”写进了文字", match.span(), help_)


@rule("E540")
def tabs(reading: Reading) -> Iterator[Finding]:
    """A tab inside a text."""
    for place, match in reading.matches("\t+", "\t"):
        finding = place.finding("E540", "文字中间有制表符", match.span(), "删掉它；要成栏的，写成表格")
        yield finding._replace(edits=(place.edit(match.span(), ""),))
