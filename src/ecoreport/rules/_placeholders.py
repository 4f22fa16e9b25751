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
    f"此处{_INSIDE}{{0,10}}|待(?:补|定|填|核|确认|更新|完善){_INSIDE}{{0,8}}|填写?{_INSIDE}{{0,8}}|请[填补插核更写输修]{_INSIDE}{{0,8}}"
    f"|{_INSIDE}{{0,8}}(?:待定|待补充|填写)|具体(?:数字|数据|日期|时间|内容|名称)"
)
# Square brackets have no other use around han; 部门（单位） has its own.
_NAMED = "姓名|单位|单位名称|名称|部门|日期|时间|地点|电话|数据|数字|数|数量|金额|年份|内容|职务"
_MANY_STARS = f"(?:[*＊]{{3,}}|(?<![0-9A-Za-z*＊])[*＊]+(?=[{_COUNTED}{_PLACES}]))"
# 张某某, 李某某所有 and 某某公司 are persons and firms of a case.
_SO_AND_SO = (
    "某某(?=局(?!长)|委(?!托|员)|办(?!理|结|公|案)|县|市(?!场)|区(?!别)|镇|乡|街道|部门|科(?!长|技)|处(?!以|罚|分|理|长|置|于)|人民政府)"
    "|(?:^|(?<=[，。；：、（“]))某某(?=[，。；：、）”]|同志|领导|活动|会议|文件|项目|$)"
)
_COUNTED_NAMES = f"(?<![A-Za-z0-9+＋“第])[NnＮ](?=[{_COUNTED}](?![方类]))"
PLACEHOLDERS: tuple[Wording, ...] = (
    Wording("E522", "[×╳]{2,}|(?<![0-9])[×╳](?=[" + _COUNTED + _PLACES + "])", *_OPEN, any_of="×╳"),
    Wording("E522", "(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])", *_OPEN, any_of="XxＸｘ"),
    Wording(
        "E522",
        f"(?<![A-Za-z0-9+＋])[XxＸｘ](?=[{_COUNTED}{_PLACES}])|(?<=20[0-9])[XxＸｘ×](?=年)|{_COUNTED_NAMES}",
        *_OPEN,
        any_of="XxＸｘNnＮ×",
    ),
    Wording("E522", "[_＿]{2,}|[□〇○△◇](?:[□〇○△◇]+|(?=[" + _PLACES + "]))", *_OPEN, any_of="_＿□〇○△◇"),
    Wording("E522", _MANY_STARS, *_OPEN, any_of="*＊"),
    Wording(
        "E522",
        f"[［\\[【（(](?:{_ASKED})[］\\]】）)]|(?:(?<=：)[（(]|[［\\[【])(?:{_NAMED})[）)］\\]】]",
        *_OPEN,
        any_of=(
            *"［[【",
            "：（",
            "：(",
            *(f"{bracket}{word}" for bracket in "（(" for word in ("此处", "待", "填", "请", "具体")),
            "待定",
            "待补充",
            "填写",
        ),
    ),
    Wording(
        "E522",
        "（[ \u3000]*）|\\([ \u3000]+\\)|《[ \u3000]*》|“[ \u3000]*”|〔[ \u3000]*〕",
        *_OPEN,
        any_of=[*(one + blank for one in "（(《“〔" for blank in " \u3000"), "（）", "《》", "“”", "〔〕"],
    ),
    Wording("E522", f"(?:[?]{{2,}}|？{{2,}})(?=[{_COUNTED}])", *_OPEN, any_of=["??", "？？"]),
    Wording("E522", _SO_AND_SO, *_OPEN, signs=("某某",)),
    Wording(
        "E522",
        "(?<![亟有等对期接看招善优尚急仍还需须正留（(\\[［【])待(?:补充?|定|核实?|完善|确认|续|更新)(?=[）)】\\]，。；、]|$)"
        "|(?<![等])待[^，。；、]{1,10}后再?(?:补充|补上|填写|更新)(?=[）)】。；，]|$)|TODO|FIXME|TBD",
        *_OPEN,
        any_of=(
            "待补",
            "待定",
            "待核",
            "待完",
            "待确",
            "待续",
            "待更",
            "补充",
            "补上",
            "填写",
            "更新",
            "TODO",
            "FIXME",
            "TBD",
        ),
    ),
)
# #1机组 and #话题# are words; -5℃ is a number.
_RAW_MARK = re.compile(
    r"^[ \t]{0,3}(#{1,6}(?=[ \u3000])|#{1,6}(?=[^#\s0-9A-Za-z])(?![^#\n]*#)|[-*+](?=[ \u3000])|>(?![0-9=])|<!--|```"
    r"|[•●◆■▪➢➤])",
    re.MULTILINE,
)
_EMPHASIS = re.compile(r"(?<![*＊])(\*\*)(?=[^*\s][^*\n]{0,80}\*\*(?!\*))")


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
        for match in _EMPHASIS.finditer(passage.text):
            message = "“**”会照原样印出来"
            yield Finding("W538", message, passage.path, match.span(1), help="删掉前后的“**”；正文不加粗")
        for match in _RAW_MARK.finditer(passage.text):
            above = f"是注释就移到“{passage.path[-1]}:”那一行的上面；"
            meant = above if match[1][0] in "#<" else "分条的，写成 items；"
            message = f"这一行开头的“{match[1]}”会照原样印出来"
            yield Finding("W538", message, passage.path, match.span(1), help=f"{meant}不要就删掉“{match[1]}”")


@rule("E540")
def tabs(reading: Reading) -> Iterator[Finding]:
    """A tab inside a text."""
    for place, match in reading.matches("\t+", "\t"):
        finding = place.finding("E540", "文字中间有制表符", match.span(), "删掉它；要成栏的，写成表格")
        yield finding._replace(edits=(place.edit(match.span(), ""),))
