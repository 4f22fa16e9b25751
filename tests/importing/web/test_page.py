"""A web page to paragraphs, headings and tables: all that it shows, nothing that it hides, however it is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._pieces import Grid, Line, Piece
from ecoreport.importing._web._page import read_page
from ecoreport.problems.diagnostic import Unreadable

GRID = Grid((("项目", "件数"), ("许可", "5")))
TWO = Line("甲", where="table"), Line("乙", where="table")
TABLE = "<table border=1><tr><td>项目<td>件数<tr><td>许可<td>5</table>"


def read(html: str) -> tuple[Piece, ...]:
    """The pieces of that page."""
    return read_page(html).body


def texts(html: str) -> list[str]:
    """The texts of its paragraphs."""
    return [piece.text for piece in read(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<p>乙<div>丙</div>丁", ["甲", "乙", "丙", "丁"]),
        ("<p>依法<b>行政</b><span>。\n  好</span></p>", ["依法行政。 好"]),
        ("甲<br>乙<br/>丙</br>丁", ["甲\n乙\n丙\n丁"]),
        ("<pre>甲\n乙</pre>", ["甲\n乙"]),
        ("<p>　　甲&nbsp;&nbsp;乙 </p>", ["　　甲  乙"]),
        ("甲<script>乙</script><style>丙</style><title>丁</title><!--戊-->己", ["甲己"]),
        ("<p style='display: none'>甲<p>乙<span style='mso-hide:all'>丙</span>", ["乙"]),
        ("<div hidden>甲<p>乙</p></div><p style='VISIBILITY:hidden'>丙</p>丁", ["丁"]),
        ("<div hidden>甲<div>乙</div>丙</div>丁", ["丁"]),
        ("<b>甲<p>乙</b>丙</p>丁", ["甲", "乙丙", "丁"]),
        ("甲</p>乙</div></span>丙", ["甲", "乙丙"]),
        (
            "m<sup>2</sup>，CO<sub>2</sub>，<sup>注</sup>，<span style='vertical-align:super'>3</span>",
            ["m²，CO₂，注，³"],
        ),
        ("<span style='font-family:\"Wingdings 2\"'>R</span>是<font face=Wingdings>¨</font>否", ["☑是☐否"]),
        ("<ruby>法<rp>(</rp><rt>fǎ</rt></ruby>治", ["法治"]),
        ("<input type=button value=打印><input type=hidden value=甲><input type=checkbox checked>是", ["打印 ☑是"]),
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3 type=a><li>甲<li value=9>乙</ol>", ["c.甲", "i.乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲</ol>", ["一、甲"]),
        ("<ol><li>一、甲<li></li><li><p>丙</ol><ul><li>丁</ul>", ["一、甲", "3.丙", "丁"]),
        ("<ol style='list-style:none'><li>甲</ol>", ["甲"]),
        ("<dl><dt>甲<dd>乙<dt>丙</dl><hr>丁", ["甲", "乙", "丙", "丁"]),
        ("<ul><li style='display:none'>甲<ul><li>乙</ul><li>丙</ul>", ["丙"]),
    ],
)
def test_a_page_shows_its_paragraphs(html: str, expected: list[str]) -> None:
    """Blocks part them, white space is one blank, what is hidden or no text is left out, lists are numbered."""
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<h2>甲</h2>", Line("甲", 2)),
        ("<p class=MsoTitle>甲</p>", Line("甲", 1)),
        ("<p style='mso-outline-level:3'>甲</p>", Line("甲", 3)),
        ("<p align=center><b>甲</b></p>", Line("甲", align="center", bold=True)),
        ("<center>甲</center>", Line("甲", align="center")),
        ("<div style='text-align:right;font-size:16.0pt'>甲</div>", Line("甲", align="right", size=16.0)),
        ("<div align=center><p align=left>甲</p></div>", Line("甲")),
        ("<b>甲<span style='font-weight:400'>乙</span></b>", Line("甲乙")),
        ("<span style='font-weight:700;font-size:20px'>甲</span>", Line("甲", bold=True, size=15.0)),
        ("<footer>甲</footer>", Line("甲", where="navigation")),
        ("<div class=top-nav><p>甲</p></div>", Line("甲", where="navigation")),
        ("<body class=has-nav><p>甲</p></body>", Line("甲")),
    ],
)
def test_a_line_says_how_it_looks(html: str, line: Line) -> None:
    """Headings, alignment, weight, size in points, and whether it is the site's own."""
    assert read(html) == (line,)


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        (TABLE, (GRID,)),
        (f"甲{TABLE}乙", (Line("甲"), GRID, Line("乙"))),
        (
            "<table border=1><caption>表<tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>",
            (Line("表", align="center"), Grid((("甲", "乙", ""), ("", "丙", "丁")))),
        ),
        ("<table><tr><th>项目</th><th>件数</th></tr><tr><td>许可</td><td>5</td></tr></table>", (GRID,)),
        (
            "<table><tbody><tr><td>甲<td>乙<td>丙</tbody><tbody><tr><td>1<td>2<td>3</table>",
            (Grid((("甲", "乙", "丙"), ("1", "2", "3"))),),
        ),
        ("<table border=1><tr><td><p>甲<p>乙<td>丙<tr><td>1<td>2</table>", (Grid((("甲\n\n乙", "丙"), ("1", "2"))),)),
        ("<table><td>甲<td>乙</table>", TWO),
        (f"<table><tr><td>栏<td><p>甲</p>{TABLE}<tr><td>乙</table>", (
            Line("栏", where="table"), Line("甲", where="table"), GRID, Line("乙", where="table"))),
        ("<table role=presentation border=1><tr><td>甲<td>乙</table>", TWO),
        ("<table border=1><tr><td>甲", (Line("甲", where="table"),)),
        ("<td>甲</td>乙", (Line("甲"), Line("乙"))),
        ("<table><tr></tr></table>甲", (Line("甲"),)),
    ],
)  # fmt: skip
def test_tables_are_grids_unless_they_only_set_the_text(html: str, pieces: tuple[Piece, ...]) -> None:
    """Merged cells leave theirs empty; end tags may be missing; a table for the page's frame is its lines."""
    assert read(html) == pieces


@pytest.mark.parametrize(
    ("html", "apart", "said"),
    [
        ("甲<nav>首页</nav>", ("网页的导航：首页",), ()),
        ("甲<div title=footer>— 1 —</div><div title=header>内部</div>", ("页眉：内部",), ()),
        ("甲<div style='mso-element:footnote-list'><p>[1] 注</p></div>", ("脚注：[1] 注",), ()),
        (
            "甲<del>乙</del><select><option>丙<option>丁</select>",
            ("修订删去的文字：乙", "网页上的选项：丙", "网页上的选项：丁"),
            (),
        ),
        ("<style>.a{color:red;display:none}</style>甲<p class='b a'>乙</p>", ("网页上不显示的文字：乙",), ()),
        ("甲<img src=a><div hidden><img src=b></div>", (), ("图片1张，没有导入",)),
    ],
)
def test_what_stands_beside_the_text_is_told(html: str, apart: tuple[str, ...], said: tuple[str, ...]) -> None:
    """Navigation, page headers without page numbers, notes, deleted text, choices, pictures."""
    made = read_page(html)
    assert (made.body, made.apart, made.said) == ((Line("甲"),), apart, said)


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<html><body><div id=app></div><script>x</script></body></html>", "网页里没有文字"),
        ("<frameset><frame src=a.htm></frameset>", "网页由框架拼成，正文在另一个文件里"),
    ],
)
def test_a_page_without_text_is_told(html: str, told: str) -> None:
    """With what to do."""
    with pytest.raises(Unreadable) as caught:
        read_page(html)
    assert (str(caught.value), ".docx" in caught.value.help) == (told, True)


NAMES = ("p", "div", "b", "i", "table", "td", "ol", "ul", "h1", "caption", "tr", "li", "dd", "th rowspan=3")
PARTS = [*(f"<{name}>" for name in NAMES), *(f"</{name}>" for name in NAMES[:10]), "<br>", "<tbody>"]


@given(st.lists(st.sampled_from([*PARTS, "字", "字", "。"])))
def test_however_tags_are_mixed_every_letter_stays_once(parts: list[str]) -> None:
    """None hidden, none doubled; a text of letters alone is kept in its order."""
    shown = [part for part in parts if not part.startswith("<")]
    if shown:
        pieces = read("<html>" + "".join(parts))
        cells = "".join("".join(row) for piece in pieces if isinstance(piece, Grid) for row in piece.rows)
        lines = "".join(piece.text for piece in pieces)
        assert sorted(one for one in lines + cells if one in "字。") == sorted(shown)


def test_the_deepest_elements_stand_side_by_side() -> None:
    """As in browsers: nothing is lost."""
    assert texts("<div>" * 5000 + "甲" + "</div>" * 5000 + "乙") == ["甲", "乙"]
