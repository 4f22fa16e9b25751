"""The standard's page holds 22 lines of 28 characters; a layout file overrides single figures of it, within bounds."""

from typing import get_args

import pytest

from ecoreport.problems.diagnostic import Refused
from ecoreport.report.blocks import CHARTS, Kind
from ecoreport.typeset.layout import SIZE_3, STANDARD, Style, StyleName, read

PT = 72 / 25.4  # a millimetre


def test_the_page_is_the_standards() -> None:
    """A 版心 of 156 by 225 mm (5.2.1) holds 22 lines of 28 characters (5.2.3); 29 pt a line would give one fewer."""
    page = STANDARD.page
    wide, high = page.width - page.left - page.right, page.height - page.top - page.bottom
    assert (round(wide), high) == (156, 225)
    assert (high * PT // page.line_pitch, high * PT // 29) == (22, 21)
    assert (wide * PT // (SIZE_3 + page.character_spacing), wide * PT // SIZE_3) == (28, 27)


def test_every_kind_of_paragraph_has_a_style() -> None:
    """The titles of charts share one; the drawing, the cells of a table and the number of a page have one too."""
    kinds = set(Kind) - set(CHARTS.values())
    named = set(get_args(StyleName))
    others = {"chart-title", "chart", "table-cell", "page-number"}
    assert named == {str(kind) for kind in STANDARD.styles} == {*map(str, kinds), *others}
    assert STANDARD.style("heading-1") == STANDARD.style(Kind.HEADING_1)
    assert STANDARD.style(Kind.HEADING_1) == Style(font="黑体", latin="黑体", indent=2, keep_next=True)


def test_the_fonts_are_the_standards_and_each_has_a_stand_in() -> None:
    """7.3: 仿宋 for the text, 小标宋 for titles, 黑体 and 楷体 for the two upper headings."""
    kinds = (Kind.BODY, Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, "page-number")
    fonts = [STANDARD.style(kind).font for kind in kinds]
    assert fonts == ["仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"]
    assert {style.font for style in STANDARD.styles.values()} == set(STANDARD.stand_ins)


@pytest.mark.parametrize(
    ("field", "set_"),
    [
        ("indent", {"sent-to": 1, "cc": 1, **dict.fromkeys(
            ("body", "heading-1", "heading-2", "heading-3", "heading-4", "annex-list", "annotation"), 2)}),
        ("before", {"number": 2, "annex-list": 1, "issuer": 1, "annex-title": 1}),
        ("after", {"title": 1, "annex-title": 1}),
        ("right", {"page-number": 1}),
        ("new_page", {"annex-mark": True}),
        ("exact", dict.fromkeys(("red-head", "chart", "table-cell", "page-number"), False)),
        ("keep_next", dict.fromkeys(
            ("title", "heading-1", "heading-2", "heading-3", "heading-4", "annex-mark", "annex-title", "caption",
             "chart-title", "chart"), True)),
        ("size", {"red-head": 48, "title": 22, "annex-title": 22, "table-note": 12, "table-cell": 12, **dict.fromkeys(
            ("caption", "chart-title", "sent-to", "cc", "printer", "print-date", "page-number"), 14)}),
    ],
)  # fmt: skip
def test_what_a_style_sets_is_the_clauses(field: str, set_: dict[str, float]) -> None:
    """7.2 to 7.5: each kind that differs from running text in 3号, and by what; no other does."""
    found = {str(kind): getattr(style, field) for kind, style in STANDARD.styles.items()}
    assert {kind: value for kind, value in found.items() if value != getattr(Style(), field)} == set_


def test_a_file_overrides_single_figures() -> None:
    """All others stay; decimals, whole numbers and words are read as they are written."""
    text = "page: {top: 40, left: 27.5}\nstyles: {title: {font: 华文中宋, keep_next: false}}\nlatin_font: Arial\n"
    own = read(text.encode(), "layouts/own.yaml")
    assert own.page == STANDARD.page.model_copy(update={"top": 40.0, "left": 27.5})
    title = STANDARD.style("title").model_copy(update={"font": "华文中宋", "keep_next": False})
    assert own.styles == {**STANDARD.styles, "title": title}
    assert own.latin_font == "Arial"
    assert own.stand_ins == STANDARD.stand_ins


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("page: {width: 500, height: 500}", True),
        ("page: {width: 500.1}", False),
        ("page: {top: -1}", False),
        ("page: {top: 210}", True),
        ("page: {top: 212.1}", False),
        ("page: {left: 133}", True),
        ("page: {left: 134.1}", False),
        ("page: {page_number_below: 34}", True),
        ("page: {page_number_below: 35}", False),
        ("page: {page_number: '-{}-'}", True),
        ("page: {page_number: 第页}", False),
        ("page: {page_number: '{}{}'}", False),
        ("page: {page_number: '{}<b>'}", False),
        ('page: {page_number: \'{} "\\"}', False),
        ("page: {grid: characters}", True),
        ("page: {grid: letters}", False),
        ("page: {line_pitch: 9}", False),
        ("page: {red_rule_below: 11}", False),
        ("page: {seal_room: 3}", True),
        ("page: {hanging_marks: true}", True),
        ("page: {character_spacing: -3}", True),
        ("page: {character_spacing: -3.1}", False),
        ("styles: {title: {indent: 29}}", False),
        ("styles: {title: {before: -1}}", False),
        ("styles: {title: {latin: Arial}}", True),
        ("styles: {title: {font: 'a</style>b'}}", False),
        ("page: {top: .inf}", False),
        ("page: {top: true}", False),
        ("page: {top: 大}", False),
        ("page: {top: }", False),
        ("page: {topp: 40}", False),
        ("page: 3", False),
        ("styles: {title: {size: 4}}", True),
        ("styles: {title: {size: 3.9}}", False),
        ("styles: {title: {size: 100}}", True),
        ("styles: {title: {size: 101}}", False),
        ("styles: {title: {align: centre}}", False),
        ("styles: {titel: {size: 22}}", False),
        ("styles: {title: {font: '  '}}", False),
        ('styles: {title: {font: "宋\\n体"}}', False),
        ("stand_ins: {黑体: 思源黑体}", True),
        ("page: {top: 40}\npage: {top: 41}", False),
    ],
)
def test_a_file_with_any_fault_is_refused(text: str, *, accepted: bool) -> None:
    """At the very bounds it is not; nothing of it is used where it is."""
    if accepted:
        assert read(text.encode(), "layouts/own.yaml") != STANDARD
    else:
        with pytest.raises(Refused):
            read(text.encode(), "layouts/own.yaml")


def test_a_fault_is_told_with_its_place() -> None:
    """Line and column of the layout file, and the field by its path."""
    with pytest.raises(Refused) as refused:
        read(b"page:\n  top: 40\nstyles:\n  title: {size: 2}\n", "layouts/own.yaml")
    assert [(one.code, one.file, one.line, one.column, one.path) for one in refused.value.problems] == [
        ("E203", "layouts/own.yaml", 4, 17, "styles.title.size")
    ]


@pytest.mark.parametrize(
    ("text", "said", "column"),
    [
        ("page: {top: 200, bottom: 90}", "版心只剩宽155.99毫米、高7毫米，排不下文字", 1),
        ("page: {page_number_below: 40}", "页码在版心下40毫米，下边距只有35毫米，页码印到纸外了", 27),
        ("page: {page_number: 第页}", "页码“第页”里要有一个 {}，代表第几页", 21),
        ("page: {top: 大}", "“top”要填数", 13),
        ("styles: {title: {font: a<b}}", "“a<b”不是字体的名字", 24),
    ],
)
def test_impossible_measures_are_told_in_words(text: str, said: str, column: int) -> None:
    """What does not fit, and at which field."""
    with pytest.raises(Refused) as refused:
        read(text.encode(), "layouts/own.yaml")
    assert [(one.code, one.message, one.column) for one in refused.value.problems] == [("E203", said, column)]
