"""The steps of bringing back, each on small values: characters, blocks, what reviewers leave, three versions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.documents import document

from ecoreport.importing._bringing.blocks import STYLES, Shown, cleaned, with_mark
from ecoreport.importing._bringing.characters import became
from ecoreport.importing._bringing.matching import Match, matched
from ecoreport.importing._bringing.reviewed import Comment, comments, rejected
from ecoreport.importing._bringing.versions import compared, sorted_out
from ecoreport.importing.documents import read
from ecoreport.importing.edited import Base
from ecoreport.report.digests import digest
from ecoreport.typeset.layout import STANDARD
from ecoreport.typeset.word._styles import STYLES as WRITTEN
from ecoreport.typeset.word._template import template

CHARACTERS = st.text("甲乙12。a ", max_size=30)


@given(CHARACTERS, CHARACTERS)
def test_characters_keep_their_order(old: str, new: str) -> None:
    """Each becomes one at most, none twice, all in order; what is equal at both ends stays."""
    found = became(old, new)
    there = [one for one in found if one is not None]
    assert len(found) == len(old)
    assert there == sorted(set(there))
    assert all(0 <= one < len(new) for one in there)
    assert became(old, old) == list(range(len(old)))


def test_digits_become_digits() -> None:
    """Not what stands beside them."""
    assert became("立案42起", "立案7起") == [0, 1, None, 2, 3] or became("立案42起", "立案7起") == [0, 1, 2, None, 3]


def test_digits_become_digits_in_a_long_paragraph_too() -> None:
    """What lies between two runs that stay is weighed as in a short one."""
    one, other = "甲乙丙丁" * 60, "子丑寅卯" * 60
    old, new = f"始{one}立案2起{other}末", f"开{one}立案3起{other}终"
    assert became(old, new) == list(range(len(old)))


def shown(*texts: str, kind: str = "body") -> list[Shown]:
    """Blocks of that kind."""
    return [with_mark(Shown(kind, text, origins=((None,) * len(text),))) for text in texts]


def test_a_paragraph_moves_past_a_heading() -> None:
    """And not the heading past it, which weighs more."""
    a, b = shown("很长很长很长很长的一段文字，说了许多事情。", "另一段。")
    [heading] = shown("（一）标题", kind="heading-2")
    found = matched([a, heading, b], [heading, a, b])
    assert [pair for pair in found.pairs if pair.old and pair.new] == [Match((1,), (0,)), Match((2,), (2,))]
    assert found.moved == {1: 0}


def test_what_is_rewritten_in_one_gap_is_one_paragraph() -> None:
    """However little they share."""
    old, new = shown("前面不变。", "甲乙丙丁戊。", "后面不变。"), shown("前面不变。", "子丑寅卯辰巳。", "后面不变。")
    assert matched(old, new).pairs == (Match((0,), (0,)), Match((1,), (1,)), Match((2,), (2,)))


def test_whose_change_it_is() -> None:
    """The document's, the year file's, both's."""
    built = [f"{one}方面的工作做得很好，群众满意。" for one in "甲乙丙"]
    old = shown(built[0], built[1].replace("很好", "较好"), built[2].replace("很好", "较好"))
    new = shown(built[0].replace("群众", "企业"), built[1], built[2].replace("群众", "企业"))
    base = Base(tuple(digest(text) for text in built))
    before, after = compared(old, base), compared(new, base)
    found = sorted_out(before, after, matched(before, after), base)
    assert [pair.new for pair in found.theirs.pairs] == [(0,)]
    assert [[pair.new for pair in pairs] for pairs in (found.ours, found.both)] == [[(1,)], [(2,)]]
    assert len(sorted_out(old, new, matched(old, new), None).theirs.pairs) == len(built)


def test_unseen_characters_do_not_count() -> None:
    """As office programs put them in."""
    assert cleaned("\u200b依\u00a0法\ufeff ") == "依 法"


def test_the_styles_are_those_that_we_write() -> None:
    """By their names, which the template gives them."""
    with template(STANDARD).opened() as made:
        names = {style.style_id: style.name.lower() for style in made.styles}
    written = {names[style]: kind for kind, style in WRITTEN.items()}
    assert {name for name in STYLES if name not in written} == set()
    unread = {kind for name, kind in written.items() if name not in STYLES}
    assert unread == {"chart", "table-cell", "page-number"}


MARKED = (
    "<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>"
    "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>丁</w:t></w:r></w:p><w:p><w:r><w:t>戊</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>己</w:t></w:r></w:p><w:p><w:r><w:t>庚</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("reject", "expected"), [(False, ["甲乙", "丁", "戊", "己庚"]), (True, ["甲丙", "丁戊", "己", "庚"])]
)
def test_tracked_changes(reject: bool, expected: list[str]) -> None:  # noqa: FBT001 - a case
    """Accepted, or rejected: words, and the ends of paragraphs."""
    data = document(MARKED)
    assert [piece.text for piece in read(rejected(data) if reject else data, "a.docx").body] == expected


def test_rejected_rows_and_styles() -> None:
    """A row that came goes, one that went stays; a style is as it was."""
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    rows = row.format("<w:ins/>", "来") + row.format("<w:del/>", "去") + row.format("", "留")
    was = '<w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
    styled = f'<w:p><w:pPr><w:jc w:val="right"/>{was}</w:pPr></w:p>'
    data = rejected(document(f"<w:tbl>{rows}</w:tbl>{styled}"))
    pieces = read(data, "a.docx").body
    assert [piece.text for piece in pieces] == ["去", "留", ""]
    assert getattr(pieces[-1], "align", "") == "center"


def test_comments_with_their_words() -> None:
    """In the order of the text; one without words of its own is about its paragraph."""
    body = (
        '<w:p><w:r><w:t>前</w:t></w:r><w:commentRangeStart w:id="2"/><w:r><w:t>这里</w:t></w:r>'
        '<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r></w:p>'
        '<w:p><w:r><w:t>整段</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    one = '<w:comment w:id="{}" w:author="局长"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
    data = document(body, comments=one.format(1, "再核") + one.format(2, "改短"))
    assert comments(data) == (Comment("局长", "这里", "改短"), Comment("局长", "整段", "再核"))
    assert comments(document(body)) == ()
