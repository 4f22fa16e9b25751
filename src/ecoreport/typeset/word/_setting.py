"""Blocks to pieces: what must be known of the neighbours and of the page is asked here."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docx.shared import Length, Mm, Pt, Twips

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock, kind_at, kind_of_lead
from ecoreport.text.names import BLANK
from ecoreport.text.titles import width
from ecoreport.typeset._placing import (
    Signers,
    annex_entries,
    lines_above,
    lines_skipped,
    place_of,
    red_mark,
    signers_of,
)
from ecoreport.typeset._turning import landscape
from ecoreport.typeset.charts import with_charts
from ecoreport.typeset.layout import Layout, Page
from ecoreport.typeset.word._elements import characters, text_width
from ecoreport.typeset.word._pieces import PLAIN, Direct, Imprint, Line, Picture, Piece, Rows, Rule, Span, Turn
from ecoreport.typeset.word._styles import LEAD, SIGNER, style_of

_HELD = (Kind.ISSUER, Kind.DATE, Kind.ANNOTATION)
# Of the size: the line of a 发文机关标志, and how far its characters' top is below that of the line; measured.
_MARK_LINE, _MARK_TOP = 1.2, 0.16
_FOOT = 0.09  # of its size: how far a character stands below the middle line's share; measured
_IMPRINT = (Kind.SENT_TO, Kind.CC, Kind.PRINTER, Kind.PRINT_DATE)
_NUMBERED = (Kind.NUMBER, Kind.SIGNER)  # on one line
_RED_RULE = 18  # eighths of a point
_LABEL = "(?:主送|抄送)："
_OUTER, _INNER = 8, 6  # eighths of a point: 0.35 mm and 0.25 mm, 7.4.1
_RULE_HEIGHT = Twips(40)


def set_out(blocks: Sequence[Block], layout: Layout, *, sealed: bool) -> list[Piece]:
    """The blocks as they are set; `sealed` leaves room for a seal over issuer and date."""
    texts = {block.kind: block.text for block in blocks if isinstance(block, Paragraph)}
    return [*_body(blocks, texts, layout, sealed=sealed), *_imprint(texts, layout)]


def _body(blocks: Sequence[Block], texts: Mapping[Kind, str], layout: Layout, *, sealed: bool) -> Iterator[Piece]:
    turned = landscape(blocks, layout)
    for at, (block, chart) in enumerate(with_charts(blocks)):
        if at and (at in turned) != (at - 1 in turned):
            yield Turn(landscape=at not in turned)
        if chart:
            yield Picture(chart)
        if isinstance(block, TableBlock):
            kept = kind_at(blocks, at + 1) == Kind.TABLE_NOTE or _is_signed(blocks, at)
            yield Rows(block, keep_next=kept, landscape=at in turned)
        elif block.kind == Kind.RED_HEAD:
            yield _red_head(block.text, layout, lines_above(texts))
        elif block.kind in _NUMBERED:
            if block.kind == Kind.NUMBER or (Kind.NUMBER not in texts and block.text == texts[Kind.SIGNER]):
                yield from _number(texts.get(Kind.NUMBER, ""), signers_of(blocks), layout)
        elif block.kind not in _IMPRINT:  # which comes last
            yield from _held(_lines(block, texts, layout, sealed=sealed), _holds_signature(blocks, at))
    if len(blocks) - 1 in turned:
        yield Turn(landscape=True)


def _lines(block: Paragraph, texts: Mapping[Kind, str], layout: Layout, *, sealed: bool) -> list[Line]:
    """The paragraphs of a block: of a list one an entry."""
    page = layout.page
    if block.kind == Kind.ANNEX_LIST:
        return _annex_list(block.text, page)
    direct = PLAIN
    if block.kind in (Kind.ISSUER, Kind.DATE):
        place = place_of(block.kind, texts, sealed=sealed)
        above = Pt(page.seal_room * page.line_pitch) if sealed and block.kind == Kind.ISSUER else None
        left, right = (characters(side, page) for side in (place.left, place.right))
        direct = Direct(before=above, left=left, right=right, align=place.align)
    if skipped := lines_skipped(block.kind, texts):
        direct = Direct(before=Pt(skipped * page.line_pitch))
    first_level = block.lead and kind_of_lead(block.lead) == Kind.HEADING_1
    lead = Span(block.lead, LEAD, font=layout.style(Kind.HEADING_1).font if first_level else "")
    spans = tuple(span for span in (lead, Span(block.text)) if span.text)
    return [Line(style_of(block.kind), spans, direct)]


def _held(lines: list[Line], held: bool) -> Iterator[Line]:  # noqa: FBT001 - what was asked above
    """The lines, the last one kept with what follows where that is asked for."""
    *before, last = lines
    yield from before
    yield replace(last, direct=last.direct._replace(keep_next=True)) if held else last


def _annex_list(text: str, page: Page) -> list[Line]:
    lines = []
    for at, entry in enumerate(annex_entries(text)):
        first, left = characters(entry.first, page), characters(entry.left, page)
        direct = Direct(before=Length(0) if at else None, left=left, first_line=Length(first - left))
        lines.append(Line(style_of(Kind.ANNEX_LIST), (Span(entry.text),), direct))
    return lines


def _red_head(text: str, layout: Layout, above: int) -> Line:
    """发文机关标志, its top 35 mm below the 版心's (7.2.4), whatever stands between them."""
    usual, least = layout.style(Kind.RED_HEAD).size, layout.style(Kind.TITLE).size
    lines, size = red_mark(text, layout.page.text_width, usual, least)
    gap = Mm(layout.page.red_head_below) - Pt(size * _MARK_TOP) - Pt(above * layout.page.line_pitch)
    span = Span("\n".join(lines), size=size if size < usual else 0)
    return Line(style_of(Kind.RED_HEAD), (span,), Direct(before=Length(max(gap, 0)), line=Pt(size * _MARK_LINE)))


def _number(number: str, signers: Signers, layout: Layout) -> Iterator[Line]:
    """字号 centred, or 空一字 left with 签发人 空一字 right; the red rule below, two blank lines after it.

    Of several 签发人 two a line, each line below the first name, the last one beside the number (7.2.6).
    """
    page = layout.page
    size = layout.style(Kind.NUMBER).size
    below = (page.line_pitch - size) / 2 - _FOOT * size  # what the line has below its characters already
    gap = max(round(Mm(page.red_rule_below).pt - below), 0)
    ruled = Direct(after=Pt(2 * page.line_pitch), bottom=Rule(_RED_RULE, "FF0000", gap))
    if not signers.rows:
        yield Line(style_of(Kind.NUMBER), (Span(number),), ruled)
    last = len(signers.rows) - 1
    for at, row in enumerate(signers.rows):
        label, beside = signers.label if at == 0 else "", number if at == last else ""
        spans = (Span(f"\t{beside}\t{label}"), Span((BLANK if last == 0 else "\t").join(row), SIGNER))
        direct = (ruled if at == last else PLAIN)._replace(tabs=_stops(signers, page, first=at == 0), align="left")
        yield Line(style_of(Kind.NUMBER), spans, direct._replace(before=Length(0)) if at else direct)


def _stops(signers: Signers, page: Page, *, first: bool) -> tuple[tuple[Length, str], ...]:
    """Where number, 签发人 and each column of names stand: names on one line end 空一字 from the right."""
    edge = characters(1, page)
    if len(signers.rows) == 1:
        return (edge, "left"), (Length(text_width(page) - edge), "right")
    begins = text_width(page) - edge - characters(signers.width, page)
    label = characters(len(signers.label), page) if first else 0
    behind = (characters(sum(signers.columns[:at]) + at, page) for at in range(1, len(signers.columns)))
    return (edge, "left"), (Length(begins - label), "left"), *((Length(begins + one), "left") for one in behind)


def _imprint(texts: Mapping[Kind, str], layout: Layout) -> Iterator[Imprint]:
    """主送机关, 抄送机关, 印发机关 and 印发日期 between rules; nothing where there are none.

    空一字 at both sides, and what wraps stands under the first character behind the colon (7.4.2). Whether the last
    page is an even one only the program that lays it out knows.
    """
    *above, printer, date = (texts.get(kind, "") for kind in _IMPRINT)
    said = [line for line in (*above, "\t".join(filter(None, (printer, date)))) if line]
    if not said:
        return
    page, size = layout.page, layout.style(Kind.CC).size
    one, wide = characters(1, page, size), text_width(page)
    lines, rows = [], 0
    for at, line in enumerate(said):
        label = characters(len(match[0]) if (match := re.match(_LABEL, line)) else 0, page, size)
        tabs = ((Length(wide - one), "right"),) if "\t" in line else ()
        direct = Direct(left=Length(one + label), right=one, first_line=Length(-label), tabs=tabs)
        if not (at and said[at - 1] == texts.get(Kind.SENT_TO)):  # no rule between 主送 and 抄送
            lines.append(_rule(_INNER if at else _OUTER))
        lines.append(Line(style_of(Kind.CC), (Span(line),), direct))
        rows += _rows(line, direct, wide, size)
    lines.append(_rule(_OUTER))
    height = rows * Pt(page.line_pitch).twips + (len(lines) - len(said)) * _RULE_HEIGHT.twips
    yield Imprint(tuple(lines), Twips(height))


def _rule(thick: int) -> Line:
    """A rule as wide as the 版心 (7.4.1): a paragraph's own stands between its indents."""
    direct = Direct(
        left=Length(0), right=Length(0), first_line=Length(0), line=_RULE_HEIGHT, top=Rule(thick, "auto", 0)
    )
    return Line(style_of(Kind.CC), (), direct)


def _rows(text: str, direct: Direct, wide: Length, size: float) -> int:
    """How many lines the text takes between its indents; what stands at a tab has room on the first."""
    room = Length(wide - (direct.left or 0) - (direct.right or 0)).pt
    return 1 if "\t" in text else max(1, math.ceil(width(text) * size / room))


def _holds_signature(blocks: Sequence[Block], at: int) -> bool:
    """Whether the paragraph must stay with what follows, so that no page holds only issuer, date or 附注."""
    following, after = kind_at(blocks, at + 1), kind_at(blocks, at + 2)
    if kind_at(blocks, at) == Kind.TABLE_NOTE and _is_signed(blocks, at):
        return True
    return following in _HELD or (following, after) == (Kind.ANNEX_LIST, Kind.ISSUER)


def _is_signed(blocks: Sequence[Block], at: int) -> bool:
    """Whether a single paragraph below this ends a sheet: the line where it is signed."""
    ends = at == len(blocks) - 2 or kind_at(blocks, at + 2) == Kind.TITLE
    return ends and kind_at(blocks, at + 1) == Kind.BODY
