"""Blocks to paragraphs and tables; what must be known of the neighbours is asked here."""

import re
from collections.abc import Mapping, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph as WordParagraph

from ecoreport.blocks import Block, Kind, Paragraph, Table
from ecoreport.charts import with_charts
from ecoreport.layout import Layout
from ecoreport.signature import right_indents
from ecoreport.titles import width
from ecoreport.word.borders import Rule, add_borders
from ecoreport.word.charts import add_chart
from ecoreport.word.imprint import KINDS as IMPRINT
from ecoreport.word.imprint import add_imprint
from ecoreport.word.runs import add_paragraph, say
from ecoreport.word.styles import CHARACTER_NAMES, LEAD, NAMES
from ecoreport.word.tables import add_table
from ecoreport.word.units import TWIPS_PER_POINT, text_width, twips_of_characters, twips_of_mm, twips_of_points

_SIGNER = re.compile(r"(签发人：)(.*)", re.DOTALL)
_HELD = ([Kind.ISSUER], [Kind.DATE], [Kind.ANNOTATION])
_ANNEX_LABEL = 3  # 字 of 「附件：」


class Body:
    """Adds blocks to a document, one paragraph style a kind."""

    def __init__(self, document: WordDocument, layout: Layout, *, sealed: bool) -> None:
        """Write into `document`; `sealed` leaves room for a seal over issuer and date."""
        self._document, self._layout, self._sealed = document, layout, sealed
        self._page = layout.page

    def add(self, blocks: Sequence[Block]) -> None:
        """All blocks, in order."""
        texts = {block.kind: block.text for block in blocks if isinstance(block, Paragraph)}
        for at, (block, chart) in enumerate(with_charts(blocks)):
            if chart:
                add_chart(self._document, chart, self._layout)
            if isinstance(block, Table):
                add_table(self._document, block, self._layout)
            elif block.kind in IMPRINT or (block.kind == Kind.SIGNER and Kind.NUMBER in texts):
                continue  # the imprint comes last; a signer stands on the number's line
            else:
                paragraph = self._paragraph(block, texts)
                if _holds_signature(blocks[at + 1 : at + 3]):
                    paragraph.paragraph_format.keep_with_next = True
        add_imprint(self._document, texts, self._layout)

    def _paragraph(self, block: Paragraph, texts: Mapping[Kind, str]) -> WordParagraph:
        kind = Kind.NUMBER if block.kind == Kind.SIGNER else block.kind
        paragraph = add_paragraph(self._document, NAMES[kind].id)
        match block.kind:
            case Kind.RED_HEAD:
                self._red_head(paragraph, block.text)
            case Kind.NUMBER:
                self._number(paragraph, block.text, texts.get(Kind.SIGNER, ""))
            case Kind.SIGNER:
                self._number(paragraph, "", block.text)
            case _:
                if block.lead:
                    say(paragraph, block.lead, CHARACTER_NAMES[LEAD].name)
                say(paragraph, block.text)
                self._place(paragraph, block, texts)
        return paragraph

    def _place(self, paragraph: WordParagraph, block: Paragraph, texts: Mapping[Kind, str]) -> None:
        """What no style can know: issuer and date by each other's width, a list by its label."""
        form = paragraph.paragraph_format
        if block.kind in (Kind.ISSUER, Kind.DATE):
            issuer, date = right_indents(texts.get(Kind.ISSUER, ""), texts.get(Kind.DATE, ""), sealed=self._sealed)
            right = issuer if block.kind == Kind.ISSUER else date
            form.right_indent = Twips(twips_of_characters(right, self._page))
        elif block.kind == Kind.ANNEX_LIST and "\n" in block.text:
            label = twips_of_characters(_ANNEX_LABEL, self._page)
            form.left_indent = Twips(twips_of_characters(2, self._page) + label)
            form.first_line_indent = Twips(-label)
            # The style's own indent in characters would win over the twips.
            paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "0")  # noqa: SLF001

    def _red_head(self, paragraph: WordParagraph, text: str) -> None:
        """The mark, as large as its line allows, its top 35 mm below the 版心's (7.2.4)."""
        run = say(paragraph, text)
        fitting = text_width(self._page) / TWIPS_PER_POINT / max(width(text), 1)
        if fitting < self._layout.styles["red-head"].size:
            run.font.size = Pt(int(fitting))
        paragraph.paragraph_format.space_before = Twips(twips_of_mm(self._page.red_head_below))

    def _number(self, paragraph: WordParagraph, number: str, signer: str) -> None:
        """字号 centred, or 空一字 left with 签发人 空一字 right; the red rule below, two blank lines after it."""
        if signer:
            edge = twips_of_characters(1, self._page)
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Twips(edge))
            stops.add_tab_stop(Twips(text_width(self._page) - edge), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            label, name = match.groups() if (match := _SIGNER.fullmatch(signer)) else ("", signer)
            say(paragraph, f"\t{number}\t{label}")
            say(paragraph, name, CHARACTER_NAMES[Kind.SIGNER].name)
        else:
            say(paragraph, number)
        gap = round(self._page.red_rule_below / 25.4 * 72)
        add_borders(paragraph, {"bottom": Rule(eighths=18, color="FF0000", gap=gap)})
        paragraph.paragraph_format.space_after = Twips(twips_of_points(2 * self._page.line_pitch))


def _holds_signature(following: Sequence[Block]) -> bool:
    """Whether the paragraph before must stay with what follows, so that no page holds only issuer, date or 附注."""
    kinds = [other.kind if isinstance(other, Paragraph) else None for other in following]
    return kinds[:1] in _HELD or kinds == [Kind.ANNEX_LIST, Kind.ISSUER]
