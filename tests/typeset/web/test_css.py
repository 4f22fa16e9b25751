"""The style sheet says the layout's figures in CSS: paper, grid, and a rule for each kind of paragraph."""

import pytest

from ecoreport.report.blocks import Kind
from ecoreport.typeset.layout import STANDARD, Layout, Page, Style
from ecoreport.typeset.web._css import FAMILIES, _style, style_sheet

LINES = style_sheet(STANDARD).splitlines()
FANG = '"仿宋_GB2312", FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif'
SONG = 'SimSun, 宋体, "Noto Serif CJK SC", serif'


NUMBER = f'content: "—\xa0" counter(page) "\xa0—"; font: 14pt {SONG}'


def test_the_paper_is_the_standards() -> None:
    """A4, the margins of 5.2.1, one turned for wide tables, and — 1 — outside at the foot, 7 mm below (7.5)."""
    spaced = "text-autospace: no-autospace; text-spacing-trim: space-all"
    assert LINES[:5] == [
        "@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28.01mm; }",
        "@page landscape { size: 297mm 210mm; margin: 28.01mm 37mm 26mm 35mm; }",
        f"@page :right {{ @bottom-right {{ {NUMBER}; vertical-align: top; padding: 7mm 14pt 0; }} }}",
        f"@page :left {{ @bottom-left {{ {NUMBER}; vertical-align: top; padding: 7mm 14pt 0; }} }}",
        f"article {{ padding: 37mm 26mm 35mm 28.01mm; font: 16pt/28.95pt {FANG}; letter-spacing: -0.25pt; {spaced}; }}",
    ]


def test_the_figures_of_another_layout_are_printed_as_they_are() -> None:
    """Without needless zeros; fonts that nobody has heard of too, in all places."""
    page = Page(width=200, top=40.5, line_pitch=29, character_spacing=0, page_number_below=8, page_number="-{}-")
    kinds = {"page-number": Style(font="华文宋体", size=14, right=2), "heading-2": Style(font="华文楷体")}
    lines = style_sheet(Layout(page=page, styles={**STANDARD.styles, **kinds})).splitlines()
    assert lines[0] == "@page { size: 200mm 297mm; margin: 40.5mm 26mm 35mm 28.01mm; }"
    assert 'content: "-" counter(page) "-"; font: 14pt "华文宋体", serif;' in lines[2]
    assert "padding: 8mm 28pt 0;" in lines[2]
    assert f"font: 16pt/29pt {FANG}; letter-spacing: 0pt;" in lines[4]
    assert f".body {{ font: 16pt/29pt {FANG}; text-align: justify; text-indent: 2em }}" in lines
    assert '.lead { font-family: "华文楷体", serif; }' in lines


@pytest.mark.parametrize(
    ("style", "rules"),
    [
        (Style(), ""),
        (Style(indent=1.5), "; text-indent: 1.5em"),
        (Style(before=1, after=0.5), "; margin-top: 28.95pt; margin-bottom: 14.475pt"),
        (Style(keep_next=True, new_page=True), "; break-after: avoid; break-before: page"),
    ],
)
def test_what_a_style_sets_is_said(style: Style, rules: str) -> None:
    """Blank lines are whole lines of the grid; what is not set is not said."""
    assert _style(style, STANDARD) == f"font: 16pt/28.95pt {FANG}; text-align: justify{rules}"


@pytest.mark.parametrize(
    ("style", "rules"),
    [
        (Style(size=12, align="left"), f"font: 12pt/28.95pt {FANG}; text-align: left"),
        (Style(size=16.5, align="right"), f"font: 16.5pt/34.74pt {FANG}; text-align: right"),
        (Style(size=22, align="center"), f"font: 22pt/34.74pt {FANG}; text-align: center"),
        (Style(font="宋体"), f"font: 16pt/28.95pt {SONG}; text-align: justify"),
        (Style(font="华文中宋"), 'font: 16pt/28.95pt "华文中宋", serif; text-align: justify'),
        (Style(size=12, exact=False), f"font: 12pt/1.3 {FANG}; text-align: justify"),
    ],
)
def test_letters_have_their_size_side_and_families(style: Style, rules: str) -> None:
    """Above 3号 the line is higher; a font that is none of the standard's stands by its own name."""
    assert _style(style, STANDARD) == rules


def test_every_kind_has_its_rule_once() -> None:
    """A caption by its element; 签发人 stands in the line of the number."""
    found = [kind for kind in Kind for line in LINES if line.startswith(f".{kind} {{ font: ")]
    assert found == [kind for kind in Kind if kind not in (Kind.CAPTION, Kind.SIGNER)]
    caption, cell = _style(STANDARD.style("caption"), STANDARD), _style(STANDARD.style("table-cell"), STANDARD)
    assert [line for line in LINES if line.startswith(("caption {", "th, td {", ".lead {"))] == [
        f"caption {{ {caption} }}",
        f".lead {{ font-family: {FAMILIES['楷体_GB2312']}; }}",
        f"th, td {{ {cell} }}",
    ]


def test_two_blank_lines_stand_above_and_below_the_number() -> None:
    """7.2.4 and 7.2.5: below the mark, and below the rule under the number."""
    assert (
        f".number {{ font: 16pt/28.95pt {FANG}; text-align: center; margin-top: 57.9pt; margin-bottom: 57.9pt }}"
        in LINES
    )


def test_the_sheet_is_sound_and_loads_nothing() -> None:
    """As many braces open as close, in order; no address in it."""
    depth, text = 0, style_sheet(STANDARD)
    for mark in text:
        depth += (mark == "{") - (mark == "}")
        assert depth >= 0
    assert depth == 0
    assert not any(one in text for one in ("url(", "@import", "http", "<"))
