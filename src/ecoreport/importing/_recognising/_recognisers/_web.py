"""What a web page, or the page itself, puts around and into a report."""

import re
from collections.abc import Iterator

from ecoreport.importing._recognising._recognisers._candidate import Candidate
from ecoreport.importing._recognising._recognisers._page import (
    BUTTONS,
    DAY_OF_PAGE,
    PAGE_NUMBER,
    PATH,
    RELATED,
    SITE_LINE,
)
from ecoreport.importing._recognising._recognisers.lines import Lines
from ecoreport.importing._recognising._recognisers.words import TITLE_END
from ecoreport.importing._recognising.states import BEHIND, FRONT, MIDDLE, WITHIN

_OPEN = re.compile(r"[【\[（(][^】\])）]{0,8}")
_CLOSED = re.compile(r".{0,4}[】\])）]")
_FEWEST_LISTED = 2
_MOST_BUTTONS, _BUTTON, _SHORT, _LONG = 7, 8, 30, 80
_WITHIN = frozenset({PAGE_NUMBER, PATH, SITE_LINE, RELATED})  # what a page puts even into the text
_ELSEWHERE = (FRONT, MIDDLE, BEHIND)


def web(lines: Lines, at: int) -> Iterator[Candidate]:
    """Lines that are not the report's; any short line may be one, so that one unknown line costs no title."""
    text, (points, reason) = lines.text[at], lines.web[at]
    if lines.seen[at].line.kind or not lines.is_text(at):
        return
    if reason == BUTTONS and (lines.marks[at] or not lines.is_page):
        points = min(points, 1)  # 依法行政 may be a heading as well
    yield from _on_several(lines, at)
    if points >= 1:
        places = _ELSEWHERE[:2] if reason == DAY_OF_PAGE else _ELSEWHERE  # behind, it dates the report
        yield from (Candidate(state, 1, ((reason, points),)) for state in places)
        if reason in _WITHIN:
            yield Candidate(WITHIN, 1, ((reason, points - 2),))
    if points < 4 and _is_value(lines, at):  # noqa: PLR2004
        yield from (Candidate(state, 1, (("上一行网页标注的值", 3),)) for state in _ELSEWHERE)
    if "。" not in text and not lines.marks[at]:
        loose = (0.3 if len(text) <= _SHORT else -0.6 if len(text) <= _LONG else -1.6) + 0.5 * (points > 0)
        loose -= 0 if lines.is_page else 1
        yield from (Candidate(state, 1, (("报告以外的短行", loose),)) for state in (FRONT, BEHIND))
        if len(text) <= _SHORT:
            yield Candidate(MIDDLE, 1, (("题目与正文之间的短行", loose - 0.6),))
    elif at < lines.first_mark:
        yield Candidate(FRONT, 1, (("题目以前的文字", -2.5),))


def _on_several(lines: Lines, at: int) -> Iterator[Candidate]:
    """What a few lines are together: a table of contents, buttons in brackets."""
    if count := _contents(lines, at):
        yield from (Candidate(state, count, (("目录", 4.0 * count),)) for state in _ELSEWHERE[:2])
    if count := _buttons(lines, at):
        yield from (Candidate(state, count, (("括号里的按钮，分在几行", 3.5 * count),)) for state in _ELSEWHERE)


def _is_value(lines: Lines, at: int) -> bool:
    text = lines.text[at]
    return len(text) <= _SHORT and text[-1:] not in "。，：:" and not TITLE_END.search(text) and lines.is_value(at)


def _buttons(lines: Lines, at: int) -> int:
    """On how many lines 【字号：大 中 小】 stands; 0 where it stands on one, or is none."""
    if not _OPEN.fullmatch(lines.text[at]):
        return 0
    for count in range(2, min(_MOST_BUTTONS, len(lines) - at) + 1):
        text = lines.text[at + count - 1]
        if len(text) > _BUTTON:
            return 0
        if _CLOSED.fullmatch(text):
            return count
    return 0


def _contents(lines: Lines, at: int) -> int:
    """Of how many lines a table of contents that begins here is: headings that follow, each with its page."""
    first = at + 1 if lines.words[at] in ("目录", "目次") else at
    count = lines.listed[first]
    return first - at + count if count >= _FEWEST_LISTED else 0
