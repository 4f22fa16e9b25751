"""Blocks to pieces: what a paragraph needs to know of its neighbours and of the page."""

import pytest
from docx.shared import Pt

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.typeset.layout import STANDARD, Layout, Page
from ecoreport.typeset.word._elements import characters
from ecoreport.typeset.word._pieces import Imprint, Line, Rows, Span, Turn
from ecoreport.typeset.word._setting import set_out

TABLE = TableBlock(("项", "数"), (("一", "1"),), (True, True))
WIDE = TableBlock(("数",) * 9, (("12345.67",) * 9,), (True,) * 9)


def of(kind: Kind, text: str = "甲") -> Paragraph:
    """A paragraph of the kind."""
    return Paragraph(kind, text)


def lines(*blocks: Block, sealed: bool = False, layout: Layout = STANDARD) -> list[Line]:
    """The paragraphs that are set of them."""
    return [piece for piece in set_out(blocks, layout, sealed=sealed) if isinstance(piece, Line)]


def kept(*blocks: Block) -> list[bool]:
    """Of each paragraph or table whether it stays with what follows."""
    pieces = set_out(blocks, STANDARD, sealed=False)
    return [
        one.direct.keep_next if isinstance(one, Line) else one.keep_next
        for one in pieces
        if isinstance(one, Line | Rows)
    ]


@pytest.mark.parametrize(
    ("blocks", "stay"),
    [
        ([of(Kind.BODY), of(Kind.ISSUER), of(Kind.DATE)], [True, True, False]),
        ([of(Kind.BODY), of(Kind.ANNEX_LIST, "附件：1.甲\n2.乙"), of(Kind.ISSUER)], [True, False, True, False]),
        ([of(Kind.BODY), of(Kind.BODY)], [False, False]),
        ([TABLE, of(Kind.TABLE_NOTE), of(Kind.BODY), of(Kind.BODY)], [True, False, False, False]),
        ([TABLE, of(Kind.BODY), of(Kind.BODY)], [False, False, False]),
        ([TABLE, of(Kind.BODY)], [True, False]),  # the line to sign
        ([TABLE, of(Kind.TABLE_NOTE), of(Kind.BODY), of(Kind.TITLE)], [True, True, False, False]),
    ],
)
def test_what_may_not_stand_alone_stays_with_what_it_belongs_to(blocks: list[Block], stay: list[bool]) -> None:
    """Signature with text, note with table, the line to sign with the last row."""
    assert kept(*blocks) == stay


def test_a_seal_has_its_room_above_the_issuer() -> None:
    """7.3.5.1: as many lines as the layout says; without one what the style says."""
    issuer, date = lines(of(Kind.ISSUER), of(Kind.DATE), sealed=True)
    assert issuer.direct.before == Pt(2 * 28.95)
    assert date.direct.before is None
    assert lines(of(Kind.ISSUER), sealed=True, layout=Layout(page=Page(seal_room=3)))[0].direct.before == Pt(3 * 28.95)
    assert lines(of(Kind.ISSUER))[0].direct.before is None


def test_a_signer_stands_on_the_numbers_line() -> None:
    """7.2.6: its name in a style of its own; alone where there is no number; written only once."""
    [number] = lines(of(Kind.NUMBER, "甲〔2025〕1号"), of(Kind.SIGNER, "签发人：乙"))
    assert number.spans == (Span("\t甲〔2025〕1号\t签发人："), Span("乙", "Signer"))
    assert [side for _, side in number.direct.tabs] == ["left", "right"]
    [alone] = lines(of(Kind.SIGNER, "签发人：乙"))
    assert alone.key == "\t\t签发人：乙"
    [plain] = lines(of(Kind.NUMBER, "甲〔2025〕1号"))
    assert plain.direct.tabs == ()
    assert plain.direct.bottom is not None


def test_several_signers_stand_two_a_line() -> None:
    """7.2.6: the last beside the number, which alone has the rule; without a number as well."""
    above, last = lines(
        of(Kind.SIGNER, "签发人：甲一　乙二"), of(Kind.NUMBER, "甲〔2025〕1号"), of(Kind.SIGNER, "丙三")
    )
    assert (above.key, last.key) == ("\t\t签发人：甲一\t乙二", "\t甲〔2025〕1号\t丙三")
    assert (above.direct.bottom, last.direct.bottom is None, last.direct.before) == (None, False, 0)
    label, first = above.direct.tabs[1][0], last.direct.tabs[1][0]
    assert first - label == characters(4, Page())
    assert above.direct.tabs[2] == last.direct.tabs[2] == (first + characters(3, Page()), "left")
    alone = lines(of(Kind.SIGNER, "签发人：甲一　乙二"), of(Kind.SIGNER, "丙三"))
    assert [line.key for line in alone] == ["\t\t签发人：甲一\t乙二", "\t\t丙三"]
    [beside] = lines(of(Kind.NUMBER, "甲〔2025〕1号"), of(Kind.SIGNER, "签发人：甲一　乙二"))
    assert beside.key == "\t甲〔2025〕1号\t签发人：甲一　乙二"


def test_the_red_mark_stays_where_it_is() -> None:
    """7.2.4: its top 35 mm below the 版心's, with lines above it or none; where they have no room, right below them."""
    [alone] = lines(of(Kind.RED_HEAD, "示例"))
    corner = [of(Kind.COPY_NUMBER, "000001"), of(Kind.SECRECY, "秘密"), of(Kind.URGENCY, "特急")]
    *_, below = lines(*corner, of(Kind.RED_HEAD, "示例"))
    assert alone.direct.before is not None
    assert below.direct.before == alone.direct.before - 3 * Pt(28.95)
    *_, close = lines(*corner, of(Kind.RED_HEAD, "示例"), layout=Layout(page=Page(red_head_below=10)))
    assert close.direct.before == 0
    [secret] = lines(of(Kind.SECRECY, "秘密"))
    assert secret.direct.before == Pt(28.95)


def test_the_imprint_comes_last_between_rules() -> None:
    """7.4: 主送, 抄送, and printer and date on one line; no rule between the first two; as high as its lines."""
    blocks = [
        of(Kind.SENT_TO, "主送：甲。"),
        of(Kind.CC, "抄送：乙。"),
        of(Kind.PRINTER),
        of(Kind.PRINT_DATE),
        of(Kind.BODY),
    ]
    *_, imprint = set_out(blocks, STANDARD, sealed=False)
    assert isinstance(imprint, Imprint)
    assert [line.key for line in imprint.lines] == ["", "主送：甲。", "抄送：乙。", "", "甲\t甲", ""]
    thick = [line.direct.top.thick for line in imprint.lines if line.direct.top]
    assert thick == [8, 6, 8]
    assert imprint.height.twips == 3 * 579 + 3 * 40
    longer = set_out([of(Kind.CC, f"抄送：{'某局，' * 20}"), of(Kind.PRINTER)], STANDARD, sealed=False)[-1]
    assert isinstance(longer, Imprint)
    assert longer.height.twips == 4 * 579 + 3 * 40


def test_no_imprint_without_its_words() -> None:
    """Nothing is drawn."""
    assert set_out([of(Kind.BODY)], STANDARD, sealed=False) == [Line("BodyText", (Span("甲"),))]


def test_pages_turn_before_and_behind_a_wide_table() -> None:
    """At the end of the document one turn is enough; at its beginning there is nothing to turn from."""
    pieces = set_out([of(Kind.BODY), of(Kind.CAPTION), WIDE, of(Kind.BODY)], STANDARD, sealed=False)
    assert [piece.landscape if isinstance(piece, Turn) else "" for piece in pieces] == ["", False, "", "", True, ""]
    assert [type(piece) for piece in set_out([WIDE], STANDARD, sealed=False)] == [Rows, Turn]


def test_a_long_mark_is_set_on_two_lines() -> None:
    """7.2.4: smaller than the style's, larger than the title's."""
    [mark] = lines(of(Kind.RED_HEAD, "示" * 30))
    assert mark.key == "示" * 15 + "\n" + "示" * 15
    assert mark.spans[0].size == 29
    [short] = lines(of(Kind.RED_HEAD, "示例"))
    assert short.spans == (Span("示例"),)
