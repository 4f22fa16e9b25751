"""What an earlier `new` or `import` wrote into a year file, and does not go on to the next year."""

import re

from ecoreport.text.quantity import FigureError
from ecoreport.text.quantity import parse_quantity as parse_figure
from ecoreport.yearfile.edits import Edits

_STALE = re.compile(
    r"^[ ]*# (?:[a-z_]+:  # [一-鿿]{2,8}，上年是"
    r"|[0-9]{4}年的(?:不足|安排|目标)：|由 data/[0-9]{4}\.yaml 生成|上年的“不提示”|落实上年的安排"
    r"|answers: \[\]  # 回应哪几条不足"
    r"|由“[^\n]*”导入，|网页上的文字，没有导入：|正文以外的文字，没有导入：|改了写法：|没有归类：)[^\n]*\n",
    re.MULTILINE,
)
_STALE_BEHIND = re.compile(r"^(?:[0-9]{4}年：|[一-鿿]{2,8}，上年是)(?P<value>[^；]*)(?:；|$)")


def without_stale(text: str) -> str:
    """Without the comments that an earlier `new` or `import` made; a line of a text that looks like one stays."""
    values = Edits(text).values

    def kept(match: re.Match[str]) -> str:
        return match[0] if any(start < match.start() < end for start, end in values) else ""

    return _STALE.sub(kept, text)


def kept_behind(comment: str) -> str:
    """What stays of the comment behind a value: all but what an earlier `new` has put there."""
    match = _STALE_BEHIND.match(comment)
    rest = comment[match.end() :] if match and _is_value(match["value"]) else comment
    return f"；{rest}" if rest else ""


def _is_value(text: str) -> bool:
    """Whether a comment's 2023年：… is a value that `new` put there, and no remark of the clerk's."""
    try:
        parse_figure(text)
    except FigureError:
        return "〔" in text or text.startswith("20")
    return True
