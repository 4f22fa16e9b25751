"""Blocks to paragraphs and tables; what must be known of the neighbours is asked here."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.text.titles import width
from ecoreport.typeset._signature import right_indents
from ecoreport.typeset.charts import Drawing
from ecoreport.typeset.layout import Layout, style_name
from ecoreport.typeset.word._borders import Rule, borders
from ecoreport.typeset.word._charts import drawing
from ecoreport.typeset.word._imprint import KINDS as IMPRINT
from ecoreport.typeset.word._imprint import imprint
from ecoreport.typeset.word._runs import KEEP_NEXT, LEFT, paragraph, runs, tabs
from ecoreport.typeset.word._styles import CHARACTER_NAMES, LEAD, NAMES
from ecoreport.typeset.word._tables import table_of
from ecoreport.typeset.word._units import TWIPS_PER_POINT, text_width, twips_of_characters, twips_of_mm, twips_of_points

_SIGNER = re.compile(r"(签发人：)(.*)", re.DOTALL)
_HELD = ([Kind.ISSUER], [Kind.DATE], [Kind.ANNOTATION])
_ANNEX_LABEL = 3  # 字 of 「附件：」


class Body:
    """Writes blocks as the inside of a document, one paragraph style a kind."""

    def __init__(self, layout: Layout, *, sealed: bool) -> None:
        """`sealed` leaves room for a seal over issuer and date."""
        self._layout, self._page, self._sealed = layout, layout.page, sealed

    def written(self, charted: Sequence[tuple[Block, Drawing | None]]) -> str:
        """All blocks, in order, each with the chart that is drawn above it."""
        blocks = [block for block, _ in charted]
        texts = {block.kind: block.text for block in blocks if isinstance(block, Paragraph)}
        return "".join((*self._pieces(charted, blocks, texts), imprint(texts, self._layout)))

    def _pieces(
        self, charted: Sequence[tuple[Block, Drawing | None]], blocks: Sequence[Block], texts: Mapping[Kind, str]
    ) -> Iterator[str]:
        drawn = 0
        for at, (block, chart) in enumerate(charted):
            if chart:
                drawn += 1
                yield drawing(chart, drawn, self._layout)
            if isinstance(block, TableBlock):
                yield table_of(block, self._layout)
            elif block.kind in IMPRINT or (block.kind == Kind.SIGNER and Kind.NUMBER in texts):
                continue  # the imprint comes last; a signer stands on the number's line
            else:
                yield self._paragraph(block, texts, keep_next=_holds_signature(blocks[at + 1 : at + 3]))

    def _paragraph(self, block: Paragraph, texts: Mapping[Kind, str], *, keep_next: bool) -> str:
        match block.kind:
            case Kind.RED_HEAD:
                return self._red_head(block.text)
            case Kind.NUMBER:
                return self._number(block.text, texts.get(Kind.SIGNER, ""))
            case Kind.SIGNER:
                return self._number("", block.text)
        said = runs(block.lead, CHARACTER_NAMES[LEAD].id) + runs(block.text)
        named = NAMES[style_name(block.kind)]
        return paragraph(named.id, said, KEEP_NEXT if keep_next else "", self._indent(block, texts))

    def _indent(self, block: Paragraph, texts: Mapping[Kind, str]) -> str:
        """What no style can know: issuer and date by each other's width, a list by its label."""
        if block.kind in (Kind.ISSUER, Kind.DATE):
            issuer, date = right_indents(texts.get(Kind.ISSUER, ""), texts.get(Kind.DATE, ""), sealed=self._sealed)
            right = issuer if block.kind == Kind.ISSUER else date
            return f'<w:ind w:right="{twips_of_characters(right, self._page)}"/>'
        if block.kind == Kind.ANNEX_LIST and "\n" in block.text:
            label = twips_of_characters(_ANNEX_LABEL, self._page)
            # The style's own indent in characters would win over the twips: hence the 0.
            left = twips_of_characters(2, self._page) + label
            return f'<w:ind w:left="{left}" w:hanging="{label}" w:firstLineChars="0"/>'
        return ""

    def _red_head(self, text: str) -> str:
        """The mark, as large as its line allows, its top 35 mm below the 版心's (7.2.4)."""
        fitting = text_width(self._page) / TWIPS_PER_POINT / max(width(text), 1)
        smaller = 2 * int(fitting) if fitting < self._layout.styles["red-head"].size else 0
        above = f'<w:spacing w:before="{twips_of_mm(self._page.red_head_below)}"/>'
        return paragraph(NAMES[Kind.RED_HEAD].id, runs(text, size=smaller), above)

    def _number(self, number: str, signer: str) -> str:
        """字号 centred, or 空一字 left with 签发人 空一字 right; the red rule below, two blank lines after it."""
        content, stops, align = runs(number), "", ""
        if signer:
            edge = twips_of_characters(1, self._page)
            stops, align = tabs((edge, "left"), (text_width(self._page) - edge, "right")), LEFT
            label, name = match.groups() if (match := _SIGNER.fullmatch(signer)) else ("", signer)
            content = runs(f"\t{number}\t{label}") + runs(name, CHARACTER_NAMES[Kind.SIGNER].id)
        gap = round(self._page.red_rule_below / 25.4 * 72)
        rule = borders({"bottom": Rule(eighths=18, color="FF0000", gap=gap)})
        below = f'<w:spacing w:after="{twips_of_points(2 * self._page.line_pitch)}"/>'
        return paragraph(NAMES[Kind.NUMBER].id, content, rule, stops, below, align)


def _holds_signature(following: Sequence[Block]) -> bool:
    """Whether the paragraph before must stay with what follows, so that no page holds only issuer, date or 附注."""
    kinds = [other.kind if isinstance(other, Paragraph) else None for other in following]
    return kinds[:1] in _HELD or kinds == [Kind.ANNEX_LIST, Kind.ISSUER]
