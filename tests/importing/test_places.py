"""Where each character of a document shows: the paragraph, the column, and where a Word file has it."""

from hypothesis import given
from hypothesis import strategies as st
from support.documents import document

from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from ecoreport.importing._places import Place, characters, places
from ecoreport.importing._word.document import read_docx
from ecoreport.importing.documents import plain_text

TEXTS = st.text("甲乙1, \t\n\x01", max_size=6)
GRIDS = st.lists(st.lists(TEXTS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple).map(Grid)


@given(st.lists(st.one_of(TEXTS.map(Line), GRIDS), max_size=4))
def test_each_character_stands_at_its_line_and_column(body: list[Piece]) -> None:
    """As `textconv` prints them; every character that counts is one, in order."""
    shown, known = plain_text(Pieces(tuple(body))).split("\n"), places(body)
    at = 0
    for line, one in enumerate(known.lines):
        found = known.on(line)
        assert [shown[place.line - 1][place.column - 1] for place in found] == [*characters(one)]
        assert [known.line_of(at + nth) for nth in range(len(found))] == [line] * len(found)
        assert known.start_of(line) == at
        at += len(found)


def test_a_word_file_has_them_where_they_are_typed() -> None:
    """Counted through hidden text; numbers that Word makes, signs and other documents are typed nowhere."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    named = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{named}'
    inside = f'{number}{hidden}<w:r><w:t xml:space="preserve">甲 乙</w:t><w:sym w:font="甲" w:char="2460"/></w:r>'
    cell = "<w:tc><w:p><w:r><w:t> 丙</w:t></w:r></w:p><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc>"
    borders = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
    table = f"<w:tbl>{borders}<w:tr>{cell}{cell}</w:tr></w:tbl>"
    body = read_docx(document(f"<w:p/><w:p>{inside}</w:p>{table}", numbering=lists)).body
    known = places(body)
    assert [known.lines[line].text for line in (0, 1)] == ["1.甲 乙①", "丙 丁 | 丙 丁"]
    assert [place[1:] for place in known.on(0)] == [(1, -1, -1), (2, -1, -1), (3, 1, 1), (5, 1, 3), (6, -1, -1)]
    assert [*known.on(1)] == [Place(2, 1, 2, 1), Place(2, 3, 3, 0), Place(2, 7, 4, 1), Place(2, 9, 5, 0)]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    """Each character in the paragraph where it is typed."""
    gone = '<w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>'
    body = f"<w:p>{gone}<w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>"
    assert [*places(read_docx(document(body)).body).on(0)] == [Place(1, 1, 0, 0), Place(1, 2, 1, 0)]
