"""The style sheet out of the layout's table: the same figures as in Word, in CSS."""

from collections.abc import Iterator

from ecoreport.report.blocks import Kind
from ecoreport.typeset._turning import across
from ecoreport.typeset.layout import SIZE_3, Layout, Page, Style

# The standard's fonts by the names that systems give them, and free ones of the same kind behind them.
FAMILIES = {
    "仿宋_GB2312": '"仿宋_GB2312", FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif',
    "楷体_GB2312": '"楷体_GB2312", KaiTi, 楷体, STKaiti, "Noto Serif CJK SC", serif',
    "黑体": 'SimHei, 黑体, "Noto Sans CJK SC", sans-serif',
    "方正小标宋简体": '"方正小标宋简体", STZhongsong, 华文中宋, SimSun, "Noto Serif CJK SC", serif',
    "宋体": 'SimSun, 宋体, "Noto Serif CJK SC", serif',
}
_ALIGN = {"both": "justify", "left": "left", "center": "center", "right": "right"}
_FIXED = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --desk: #e9e9e6; --line: #8a8a8a; --red: #c00000; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #1b1d20; --desk: #101113; --red: #ff7b72; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink); }
article > *, caption, figure > * { margin: 0; font-weight: normal; line-break: normal; }
.red-head { color: var(--red); font-size: var(--mark) !important; line-height: 1.2 !important; white-space: nowrap; }
.number, .signer { border-bottom: 2.25pt solid var(--red); padding-bottom: 4mm; }
.signer { text-align: right; padding: 0 1em 4mm; margin-bottom: 2lh; } .red-head + .signer { margin-top: 2lh; }
.signer:has(+ .number), .signer:has(+ .signer) { border: 0; padding-bottom: 0; margin-bottom: 0; }
.signer + .number { margin-top: 0 !important; } .signer, .beside { white-space: break-spaces; }
.number:has(.beside) { display: flex; justify-content: space-between; padding: 0 1em 4mm; }
.annex-list + .annex-list { margin-top: 0 !important; }
table { border-collapse: collapse; width: 100%; } th, td { border: 0.75pt solid; padding: 0.2em 0.5em; }
figure { break-inside: avoid; break-after: avoid; } .wide + figure { margin-top: 1em; }
.chart { display: block; width: 100%; max-width: 36rem; margin: 0 auto; }
th { font-weight: normal; } .centred, thead th { text-align: center; }
.sent-to, .cc, .printer { border-top: 0.75pt solid; margin-top: 1em !important; }
.sent-to, .cc { padding: 0 1em 0 4em; text-indent: -3em !important; }
.sent-to + .cc, .sent-to + .printer, .cc + .printer { margin-top: 0 !important; } .sent-to + .cc { border-top: 0; }
.printer { padding-left: 1em; } .printer:has(+ .print-date) { float: left; border-top: 0; }
.print-date { border: 0.75pt solid; border-width: 0.75pt 0; text-align: right !important; padding: 0 1em; }
nav { max-width: 210mm; margin: 1rem auto 0; padding: 0 1rem; font: 1rem/1.8 "Noto Sans CJK SC", sans-serif; }
nav ol { list-style: none; padding-left: 1.5em; margin: 0; } nav a { color: inherit; } nav summary { cursor: pointer; }
"""
_SCREEN = """\
@media screen {
main { overflow-x: hidden; } .wide { overflow-x: auto; }
article { max-width: 210mm; margin: 1rem auto 3rem; background: var(--paper); box-shadow: 0 1px 6px rgb(0 0 0 / 35%); }
h2, h3 { scroll-margin-top: 1rem; }
}
@media screen and (max-width: 50rem) {
article { margin: 0; padding: 1.5rem 1rem 3rem; box-shadow: none; letter-spacing: normal; }
article, article > p { font-size: 1.125rem; line-height: 1.9; }
h1, .annex-title { font-size: 1.5rem; line-height: 1.5; }
h2, h3, h4, h5 { font-size: 1.125rem; line-height: 1.9; }
.red-head { font-size: min(var(--mark), 8vw) !important; white-space: normal; }
}
"""


def families(font: str) -> str:
    """The font, and what may stand in for it."""
    return FAMILIES.get(font, f'"{font}", serif')


def style_sheet(layout: Layout) -> str:
    """All rules: paper and grid from the layout, a sheet of paper on a screen, running text on a phone."""
    return "".join(("\n".join(_paper(layout)), "\n", _FIXED, "\n".join(_kinds(layout)), "\n", _SCREEN, _PRINT))


def _paper(layout: Layout) -> Iterator[str]:
    """The page of 5.1 to 5.2.3 and its number of 7.5: outside at the foot, 7 mm below the text."""
    page, number = layout.page, layout.style("page-number")
    yield f"@page {{ {_sheet(page)} }}"
    yield f"@page landscape {{ {_sheet(across(page))} }}"
    before, after = page.page_number.replace(" ", "\N{NO-BREAK SPACE}").split("{}")
    set_ = f'content: "{before}" counter(page) "{after}"; font: {number.size:g}pt {families(number.font)}'
    below, edge = f"{page.page_number_below:g}mm", f"{number.right * number.size:g}pt"
    for side in ("right", "left"):
        yield f"@page :{side} {{ @bottom-{side} {{ {set_}; vertical-align: top; padding: {below} {edge} 0; }} }}"
    text = f"{SIZE_3:g}pt/{page.line_pitch:g}pt {families(layout.style(Kind.BODY).font)}"
    yield (
        f"article {{ padding: {_margins(page)}; font: {text}; "
        f"letter-spacing: {page.character_spacing:g}pt; text-autospace: no-autospace; text-spacing-trim: space-all; }}"
    )


def _sheet(page: Page) -> str:
    return f"size: {page.width:g}mm {page.height:g}mm; margin: {_margins(page)};"


def _margins(page: Page) -> str:
    return f"{page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm"


def _kinds(layout: Layout) -> Iterator[str]:
    for kind in Kind:
        if kind not in (Kind.CAPTION, Kind.SIGNER):
            yield f".{kind.value} {{ {_style(layout.style(kind), layout)} }}"
    yield f"caption {{ {_style(layout.style(Kind.CAPTION), layout)} }}"
    yield f".lead {{ font-family: {families(layout.style(Kind.HEADING_2).font)}; }}"
    yield f"th, td {{ {_style(layout.style('table-cell'), layout)} }}"


def _style(style: Style, layout: Layout) -> str:
    pitch = layout.page.line_pitch
    line = f"{pitch if style.size <= SIZE_3 else pitch * 1.2:g}pt" if style.exact else "1.3"
    rules = [
        f"font: {style.size:g}pt/{line} {families(style.font)}",
        f"text-align: {_ALIGN[style.align]}",
    ]
    if style.indent:
        rules.append(f"text-indent: {style.indent:g}em")
    if style.before:
        rules.append(f"margin-top: {style.before * pitch:g}pt")
    if style is layout.style(Kind.NUMBER):
        rules.append(f"margin-bottom: {2 * pitch:g}pt")  # two blank lines below the rule
    if style.after:
        rules.append(f"margin-bottom: {style.after * pitch:g}pt")
    if style.keep_next:
        rules.append("break-after: avoid")
    if style.new_page:
        rules.append("break-before: page")
    return "; ".join(rules)


_PRINT = """\
@media print {
:root { color-scheme: light; --ink: #000; --paper: #fff; --desk: #fff; --red: #f00; }
nav { display: none; } article { padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; }
article p { orphans: 1; widows: 1; }
}
"""
