"""Blocks to pieces: what must be known of the neighbours and of the page is asked here."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docx.shared import Length, Mm, Pt, Twips

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.text.titles import width
from ecoreport.typeset._signature import right_indents
from ecoreport.typeset.charts import with_charts
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._elements import characters, text_width
from ecoreport.typeset.word._pieces import PLAIN, Direct, Imprint, Line, Picture, Piece, Rows, Rule, Span
from ecoreport.typeset.word._styles import LEAD, SIGNER, style_of

_SIGNER = re.compile(r"(签发人：)(.*)", re.DOTALL)
_HELD = ([Kind.ISSUER], [Kind.DATE], [Kind.ANNOTATION])
_ANNEX_LABEL = 3  # 字 of 「附件：」
_IMPRINT = (Kind.CC, Kind.PRINTER, Kind.PRINT_DATE)
_RED_RULE = 18  # eighths of a point
_OUTER, _INNER = Rule(8, "auto", 3), Rule(6, "auto", 3)  # 0.35 mm and 0.25 mm, 7.4.1
_RULES_HEIGHT = Pt(10)  # the three rules and their distance from the text


def set_out(blocks: Sequence[Block], layout: Layout, *, sealed: bool) -> list[Piece]:
    """The blocks as they are set; `sealed` leaves room for a seal over issuer and date."""
    texts = {block.kind: block.text for block in blocks if isinstance(block, Paragraph)}
    return [*_body(blocks, texts, layout, sealed=sealed), *_imprint(texts, layout)]


def _body(blocks: Sequence[Block], texts: Mapping[Kind, str], layout: Layout, *, sealed: bool) -> Iterator[Piece]:
    for at, (block, chart) in enumerate(with_charts(blocks)):
        if chart:
            yield Picture(chart)
        if isinstance(block, TableBlock):
            yield Rows(block)
        elif block.kind == Kind.RED_HEAD:
            yield _red_head(block.text, layout)
        elif block.kind == Kind.NUMBER or (block.kind == Kind.SIGNER and Kind.NUMBER not in texts):
            yield _number(texts.get(Kind.NUMBER, ""), texts.get(Kind.SIGNER, ""), layout)
        elif block.kind not in (*_IMPRINT, Kind.SIGNER):  # the 版记 comes last, a signer stands on the number's line
            spans = tuple(span for span in (Span(block.lead, LEAD), Span(block.text)) if span.text)
            direct = _indents(block, texts, layout, sealed=sealed)
            if _holds_signature(blocks, at):
                direct = replace(direct, keep_next=True)
            yield Line(style_of(block.kind), spans, direct)


def _indents(block: Paragraph, texts: Mapping[Kind, str], layout: Layout, *, sealed: bool) -> Direct:
    """Issuer and date by each other's width, a list by its label."""
    page = layout.page
    if block.kind in (Kind.ISSUER, Kind.DATE):
        issuer, date = right_indents(texts.get(Kind.ISSUER, ""), texts.get(Kind.DATE, ""), sealed=sealed)
        return Direct(right=characters(issuer if block.kind == Kind.ISSUER else date, page))
    if block.kind == Kind.ANNEX_LIST and "\n" in block.text:
        label = characters(_ANNEX_LABEL, page)
        return Direct(left=Length(characters(2, page) + label), first_line=Length(-label))
    return PLAIN


def _red_head(text: str, layout: Layout) -> Line:
    """The mark, as large as its line allows, its top 35 mm below the 版心's (7.2.4)."""
    fitting = int(text_width(layout.page).pt / max(width(text), 1))
    smaller = fitting if fitting < layout.styles["red-head"].size else 0
    return Line(style_of(Kind.RED_HEAD), (Span(text, size=smaller),), Direct(before=Mm(layout.page.red_head_below)))


def _number(number: str, signer: str, layout: Layout) -> Line:
    """字号 centred, or 空一字 left with 签发人 空一字 right; the red rule below, two blank lines after it."""
    page = layout.page
    direct = Direct(after=Pt(2 * page.line_pitch), bottom=Rule(_RED_RULE, "FF0000", round(Mm(page.red_rule_below).pt)))
    if not signer:
        return Line(style_of(Kind.NUMBER), (Span(number),), direct)
    label, name = match.groups() if (match := _SIGNER.fullmatch(signer)) else ("", signer)
    edge = characters(1, page)
    tabs = ((edge, "left"), (Length(text_width(page) - edge), "right"))
    spans = (Span(f"\t{number}\t{label}"), Span(name, SIGNER))
    return Line(style_of(Kind.NUMBER), spans, replace(direct, tabs=tabs, align="left"))


def _imprint(texts: Mapping[Kind, str], layout: Layout) -> Iterator[Imprint]:
    """抄送机关, 印发机关 and 印发日期 between rules; nothing where there are none.

    Whether the last page is an even one only the program that lays it out knows.
    """
    printed = "\t".join(texts[kind] for kind in (Kind.PRINTER, Kind.PRINT_DATE) if kind in texts)
    said = [line for line in (texts.get(Kind.CC), printed) if line]
    if not said:
        return
    page, size, wide = layout.page, layout.styles["cc"].size, text_width(layout.page)
    stop = (Length(wide - characters(1, page, size)), "right")
    lines = [
        Line(
            style_of(Kind.CC),
            (Span(line),),
            Direct(tabs=(stop,), top=_INNER if at else _OUTER, bottom=_OUTER if at == len(said) - 1 else None),
        )
        for at, line in enumerate(said)
    ]
    rows = sum(math.ceil(width(line) * size / wide.pt) for line in said)
    yield Imprint(tuple(lines), Twips(rows * Pt(page.line_pitch).twips + _RULES_HEIGHT.twips))


def _holds_signature(blocks: Sequence[Block], at: int) -> bool:
    """Whether the paragraph must stay with what follows, so that no page holds only issuer, date or 附注."""
    kinds = [other.kind if isinstance(other, Paragraph) else None for other in blocks[at + 1 : at + 3]]
    return kinds[:1] in _HELD or kinds == [Kind.ANNEX_LIST, Kind.ISSUER]
