"""A report's blocks as semantic HTML: one file, nothing loaded, the same words as in Markdown and Word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock, kind_of_lead
from ecoreport.typeset._placing import annex_entries, lines_skipped, place_of, red_mark, signers_of
from ecoreport.typeset._turning import landscape
from ecoreport.typeset.charts import with_charts
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.web._css import families, style_sheet
from ecoreport.typeset.web.pages import render
from ecoreport.typeset.web.svg import svg

# The four levels of 7.3.3 below the title; an attachment's title stands beside 一、.
HEADINGS: Mapping[Kind, int] = {
    Kind.TITLE: 1,
    Kind.HEADING_1: 2,
    Kind.HEADING_2: 3,
    Kind.HEADING_3: 4,
    Kind.HEADING_4: 5,
    Kind.ANNEX_TITLE: 2,
}
_LISTED = (Kind.HEADING_1, Kind.HEADING_2, Kind.ANNEX_TITLE)  # in the table of contents
_LANDSCAPE = "page: landscape"  # as the style sheet names it


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the page: a paragraph, or a table with its caption; `anchor` where something links to it.

    `drawing` is the SVG above the title of a chart.
    """

    tag: str
    kind: str
    lines: tuple[str, ...] = ()
    lead: str = ""
    anchor: str = ""
    table: TableBlock | None = None
    drawing: str = ""
    style: str = ""  # what no style sheet can know: issuer and date by each other's width, a mark by its length
    signer: str = ""  # beside a number
    lead_style: str = ""  # of a run-in heading of level 1


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of the table of contents, with what stands below it."""

    anchor: str
    text: str
    entries: tuple["TocEntry", ...] = ()


def write(blocks: Sequence[Block], layout: Layout, *, sealed: bool) -> str:
    """The page in that layout; `sealed` leaves room for a seal over issuer and date."""
    elements = tuple(_elements(blocks, layout, sealed=sealed))
    title = "".join(line for element in elements if element.kind == Kind.TITLE for line in element.lines)
    css, contents = style_sheet(layout), _contents(elements)
    return render(__package__, {}, title=title or "报告", css=css, elements=elements, contents=contents)


def _elements(blocks: Sequence[Block], layout: Layout, *, sealed: bool) -> Iterator[Element]:
    texts = {block.kind: block.text for block in blocks if isinstance(block, Paragraph)}
    caption = ""
    listed = 0
    above: list[int] = []  # the levels of the headings that what comes stands below
    drawn = 0
    wide = landscape(blocks, layout)
    signers = signers_of(blocks)
    for at, (block, chart) in enumerate(with_charts(blocks)):
        turned = _LANDSCAPE if at in wide else ""
        if isinstance(block, TableBlock):
            yield Element("table", "table", (caption,) if caption else (), table=block, style=turned)
            caption = ""
        elif block.kind == Kind.CAPTION and isinstance((*blocks, None)[at + 1], TableBlock):
            caption = block.text  # a table's own, and read with it
        elif chart:
            drawn += 1
            yield Element("figure", block.kind, (block.text,), drawing=svg(chart, f"c{drawn}"), style=turned)
        elif block.kind == Kind.ANNEX_LIST:
            for entry in annex_entries(block.text):
                place = f"padding-left: {entry.left:g}em; text-indent: {entry.first - entry.left:g}em"
                yield Element("p", block.kind, (entry.text,), style=place)
        elif block.kind == Kind.SIGNER:
            if block.text != texts[Kind.SIGNER] or Kind.NUMBER not in texts:  # else it stands beside the number
                yield Element("p", block.kind, tuple(map(signers.set_out, block.text.split("\n"))))
        else:
            listed += block.kind in _LISTED
            anchor = f"s{listed}" if block.kind in _LISTED else ""
            lines, style = _lines(block, texts, layout, sealed=sealed)
            beside = texts.get(Kind.SIGNER, "") if block.kind == Kind.NUMBER else ""
            signer = signers.set_out(beside) if beside else ""
            first = block.lead and kind_of_lead(block.lead) == Kind.HEADING_1
            lead_style = f"font-family: {families(layout.style(Kind.HEADING_1).font)}" if first else ""
            placed = (_tag(block.kind, above), block.kind, lines, block.lead, anchor)
            yield Element(*placed, style=style or turned, signer=signer, lead_style=lead_style)


def _tag(kind: Kind, above: list[int]) -> str:
    """h1 to h5 by how deep the heading stands, which is less than its level where 「1.」 comes right under 「二、」."""
    if kind not in HEADINGS:
        return "p"
    while above and above[-1] >= HEADINGS[kind]:
        above.pop()
    above.append(HEADINGS[kind])
    return f"h{len(above)}"


def _lines(block: Paragraph, texts: Mapping[Kind, str], layout: Layout, *, sealed: bool) -> tuple[tuple[str, ...], str]:
    """The lines of a paragraph, and what its class cannot know of it: 7.3.5 for issuer and date, 7.2.4 for a mark."""
    if block.kind in (Kind.ISSUER, Kind.DATE):
        place = place_of(block.kind, texts, sealed=sealed)
        above = f"; margin-top: {layout.page.seal_room:g}lh" if sealed and block.kind == Kind.ISSUER else ""
        sides = f"padding-left: {place.left:.3g}em; padding-right: {place.right:.3g}em"
        return (block.text,), f"text-align: {place.align}; {sides}{above}"
    if skipped := lines_skipped(block.kind, texts):
        return tuple(block.text.split("\n")), f"margin-top: {skipped}lh"
    if block.kind == Kind.RED_HEAD:
        usual, least = layout.style(Kind.RED_HEAD).size, layout.style(Kind.TITLE).size
        lines, size = red_mark(block.text, layout.page.text_width, usual, least)
        return lines, f"--mark: {size:g}pt"
    return tuple(block.text.split("\n")), ""


def _contents(elements: Sequence[Element]) -> tuple[TocEntry, ...]:
    """The headings of the first two levels; an attachment's mark stands before its title."""
    found: list[tuple[TocEntry, list[TocEntry]]] = []
    mark = ""
    for element in elements:
        text = "".join(element.lines)
        if element.kind == Kind.ANNEX_MARK:
            mark = f"{text} "
        elif element.kind == Kind.HEADING_2 and found:
            found[-1][1].append(TocEntry(element.anchor, text))
        elif element.anchor:
            found.append((TocEntry(element.anchor, mark + text), []))
            mark = ""
    return tuple(TocEntry(top.anchor, top.text, tuple(below)) for top, below in found)
