"""The text of a report: headings, run-in headings and items by numbers and styles, paragraphs, captions, tables."""

import re
from collections.abc import Iterator

from ecoreport.importing._marks import NumberMark
from ecoreport.importing._recognising._recognisers._candidate import Candidate
from ecoreport.importing._recognising._recognisers._page import BUTTONS, RELATED, SITE_LINE
from ecoreport.importing._recognising._recognisers.inline import items_in
from ecoreport.importing._recognising._recognisers.lines import Lines
from ecoreport.importing._recognising._recognisers.parts import MEASURES, points_of
from ecoreport.importing._recognising.states import (
    ANNEX_TABLE,
    ANNEX_TEXT,
    BEHIND,
    CAPTION,
    FRONT,
    HEADING,
    ITEM,
    LOOSE,
    PARAGRAPH,
    RUN_IN,
    TABLE,
    ranked,
)

_STOP = re.compile("[。！？]")
_LED = re.compile("[^。，；：:]{4,30}[：:](?=.{12,})")
_CAPTION = re.compile(r"(?:附?表|续表|图)\s*[0-9一二三四五六七八九十]{0,3}[ 　：:]*\S{2,}")
_CLOSING = re.compile("(?:特此|专此)(?:报告|汇报|说明)。?|以上报告.{0,12}。?")
_ENDED = re.compile("[。；：！？”]$")
_LIKE_TEXT = re.compile("[0-9]|，.*，.*，")
_LONGEST, _SENTENCE, _LED_BY_COLON, _BARE = 60, 50, 40, 36
_DEEPEST, _IN_SENTENCE = 4, 5
_OF_A_PAGE = frozenset({BUTTONS, RELATED, SITE_LINE})  # no attachment has these


def numbered(lines: Lines, at: int) -> Iterator[Candidate]:
    """A line with a number: a heading of its own, a heading that runs into its text, or an item."""
    mark = lines.marks[at]
    if not mark or not lines.is_text(at):
        return
    base = (f"编号“{mark.style}”" + ("，写法不同" if mark.is_odd else ""), 0.5)
    kind = lines.seen[at].line.kind
    headings = () if kind == "body" else _headings(lines, at, mark)
    others = () if kind.startswith("heading") else (*_run_ins(mark), _item(mark, lines.text[at]))
    for state, *why in (*headings, *others):
        yield Candidate(ranked(state, mark.rank), 1, (base, *why))


def _headings(lines: Lines, at: int, mark: NumberMark) -> Iterator[tuple[object, ...]]:
    styled, rest = _styled(lines, at), mark.rest
    stops = [stop.start() for stop in _STOP.finditer(rest)]
    if not stops and len(rest) <= _LONGEST and rest[-1] not in "；，：":
        yield HEADING, ("短，没有句号", 2.5 if mark.rank < _IN_SENTENCE else 0.2), ("样式或加粗", 1.5 * styled)
    elif mark.rank < _IN_SENTENCE and (
        (stops == [len(rest) - 1] and len(rest) <= _SENTENCE) or (rest[-1] == "：" and len(rest) <= _LED_BY_COLON)
    ):
        length = 1.3 if len(rest) <= 12 else 0.8 if len(rest) <= _LED_BY_COLON else 0.2  # noqa: PLR2004
        first = ("第一层", 0.8 * (mark.rank == 1))
        yield HEADING, ("一句短话，末尾有标点", length), ("样式或加粗", 2.0 * styled), first


def _run_ins(mark: NumberMark) -> Iterator[tuple[object, ...]]:
    stop = _STOP.search(mark.rest)
    if mark.rank < _IN_SENTENCE and stop and stop.start() <= _SENTENCE and stop.start() < len(mark.rest) - 1:
        text = ("像正文的句子", -1.2 * (_LIKE_TEXT.search(mark.rest[: stop.start()]) is not None))
        yield RUN_IN, ("短句开头，后面是正文", 2.0), text, ("第一层", 1.0 * (mark.rank == 1))
    elif mark.rank <= 2 and _LED.match(mark.rest):  # noqa: PLR2004
        yield RUN_IN, ("短语和冒号开头，后面是正文", 1.8)


def _item(mark: NumberMark, text: str) -> tuple[object, ...]:
    sentence = 1.4 if _STOP.search(mark.rest) or mark.rest[-1] in "；：" else 0.3
    several = mark.rank == _IN_SENTENCE and len(items_in(text)) > 1
    alone = 0 if mark.rank < _IN_SENTENCE else -0.8 if several else 0.8
    return ITEM, ("编号的段落", sentence - 1.5 * (mark.rank == 1) + alone)


def _styled(lines: Lines, at: int) -> bool:
    line = lines.seen[at].line
    return line.bold or line.heading > 1


def siblings(lines: Lines, at: int) -> Iterator[Candidate]:
    """In the second pass: a numbered line that may be either goes with the others of its row."""
    if state := lines.siblings.get(at):
        yield from (
            one._replace(why=(*one.why, ("同级的多数也是这样", 1.2)))
            for one in numbered(lines, at)
            if one.state == state
        )


def plain(lines: Lines, at: int) -> Iterator[Candidate]:
    """A line without a number: a heading by its style or its words, a caption, a paragraph."""
    text, mark, kind = lines.text[at], lines.marks[at], lines.seen[at].line.kind
    if not lines.is_text(at):
        return
    if not mark and kind in ("", "heading-1", "heading-2", "heading-3", "heading-4"):
        yield from _unnumbered(lines, at)
    if mark and mark.rank == _IN_SENTENCE and len(items_in(text)) > 1:
        yield Candidate(PARAGRAPH, 1, (("一段里数到第二个以上", 2.4),))
    closing = _CLOSING.fullmatch(text) is not None
    ended = 1.0 if _ENDED.search(text) else 0.7 if len(text) > _LED_BY_COLON else 0.1
    why = ("结尾用语", 2.0) if closing else ("段落", ended)
    if not kind.startswith("heading") and kind != "annex-mark":
        yield Candidate(PARAGRAPH, 1, (why,))
    if kind != "annex-mark":
        points, reason = lines.web[at]
        webbed = ("像网页文字", -3.0 * (points >= 3 and reason in _OF_A_PAGE))  # noqa: PLR2004
        yield Candidate(ANNEX_TEXT, 1, (("附件里的文字", 0.9), webbed))
    yield Candidate(LOOSE, 1, (("落款以后的文字", -0.5),))


def _unnumbered(lines: Lines, at: int) -> Iterator[Candidate]:
    line, text = lines.seen[at].line, lines.text[at]
    level = line.heading - lines.top + 1 if line.heading and lines.top else 0
    if level > 0 and len(text) <= _LONGEST:
        yield Candidate(
            ranked(HEADING, min(level, _IN_SENTENCE)), 1, (("样式是标题", 4.0), ("有句号", -2.0 * ("。" in text)))
        )
    if len(text) > _BARE or "。" in text or text[-1:] in "；：，,:;":
        return
    if _CAPTION.match(text):
        yield Candidate(CAPTION, 1, (("表题或图题", 2.5),))
    if level > 0:
        return
    points = points_of(text)
    kind = max(points, key=lambda one: points[one])
    like = min(points[kind], 4) * 0.5 if kind != MEASURES or points[kind] >= 3 else 0.3  # noqa: PLR2004
    others = lines.styles["一、"]
    why = (
        ("短，没有句号", 0.5),
        ("像一部分的标题", like),
        ("加粗", 1.5 * line.bold),
        ("别的标题有编号", -1.5 * min(others - 1, 2) if others and not line.bold else 0),
        ("别的标题有样式", -4.0 * (lines.top > 0)),
        ("下面是正文", 0.5 * (at + 1 < len(lines) and len(lines.text[at + 1]) > _LED_BY_COLON)),
        ("是机关名称", -2.0 * (lines.organs[at][1] >= 0.8)),  # noqa: PLR2004
        ("像网页文字", -2.0 * (lines.web[at][0] >= 3)),  # noqa: PLR2004
    )
    yield Candidate(ranked(HEADING, 1), 1, why)


def tables(lines: Lines, at: int) -> Iterator[Candidate]:
    """A whole table; its cells one by one may be a red head, a signature, 版记, but no paragraphs."""
    table = lines.seen[at].table
    if not table or (at and lines.seen[at - 1].table == table):
        return
    count = next((end for end in range(at, len(lines)) if lines.seen[end].table != table), len(lines)) - at
    for state in (TABLE, ANNEX_TABLE):
        yield Candidate(state, count, (("表格", 1.2 * count + 0.3),))
    webbed = sum(points >= 3 or lines.is_value(one) for one, (points, _) in _webs(lines, at, count))  # noqa: PLR2004
    for state in (FRONT, BEHIND):
        yield Candidate(state, count, (("网页的表格", 3.0 * webbed - 1.0 * count),))


def _webs(lines: Lines, at: int, count: int) -> Iterator[tuple[int, tuple[float, str]]]:
    return ((one, lines.web[one]) for one in range(at, at + count))
