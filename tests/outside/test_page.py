"""The page as LibreOffice lays it out, measured in mm: 22 lines of 28 characters, and what the clauses place."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from support import GOOD, ROOT
from support.laid_out import HEAD, LONG, PARTS, YEARS, forty
from support.measured import (
    BOTTOM,
    CHARACTER,
    LEFT,
    MM_PER_POINT,
    PITCH,
    RIGHT,
    TOP,
    Band,
    Line,
    boxes_of,
    fonts_of,
    ink,
    pdfs_of,
)
from support.projects import build_of, project_of

from ecoreport.report.context import Context
from ecoreport.report.parts import document_date
from ecoreport.typeset.word import writer
from ecoreport.yearfile.reader import parse
from ecoreport.years import ledger

pytestmark = pytest.mark.office

GAPS = 5 * 3.2 * MM_PER_POINT  # which LibreOffice adds between digits and han of a date, whatever autoSpaceDE says
SHEETS = range(12, 21)  # as many figures as make the table end near the foot of a page


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each report of an invented bureau, a long one, the committed ones, and sheets to sign: as printed."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "room.yaml").write_text("page: {seal_room: 3, hanging_marks: true}\n", "utf-8")
    long = (GOOD / "long" / "report.yaml").read_text("utf-8")
    years = {**YEARS, "text": long, "inside": f"{long}layout: room\n", "forty": forty()}
    made = {name: word(folder, text) for name, text in years.items()}
    made |= {f"sheet-{number}": sheet(number) for number in SHEETS}
    reports = [*(ROOT / "reports").glob("*.docx"), *(ROOT / "examples").glob("*/reports/*.docx")]
    made |= {f"{one.parts[-3]}-{one.stem}": one.read_bytes() for one in reports}
    return pdfs_of(folder, made)


def word(folder: Path, text: str) -> bytes:
    """The year as a Word file."""
    built = build_of(project_of(folder, text).root, "docx")
    assert built.outputs, built.problems
    return built.outputs["docx"]


def sheet(figures: int) -> bytes:
    """The sheet to sign for so many figures, the last of them with a remark."""
    told = "".join(f"  指标{number}: {{value: {number}起, source: 台账}}\n" for number in range(figures))
    told += "  合格率: {value: 98%, source: 台账, note: 按评查的案卷计算}\n"
    report = parse(f"{HEAD}figures:\n{told}{PARTS}".encode(), "2024.yaml").report
    properties = writer.Properties("核对表", report.issuer, document_date(report))
    return writer.write(ledger.check_sheet(Context(report)), ledger.SHEET_LAYOUT, properties)


def line(pages: Sequence[Sequence[Line]], beginning: str, at: int = 0) -> Line:
    """The line of a report that begins so: the first one, or with -1 the last, which signs it."""
    return [one for page in pages for one in page if one.text.startswith(beginning)][at]


def rules_of(pdf: Path, page: int) -> list[Band]:
    """The rules across a page."""
    return [band for band in ink(pdf, page) if band.bottom - band.top < 1 and band.right - band.left > 100]


def signed(pages: Sequence[Sequence[Line]]) -> Line:
    """The issuer's name above the date."""
    return [one for page in pages for one in page if one.text in ("示例区生态环境局", LONG)][-1]


def close(found: float, expected: float) -> bool:
    """Within half a millimetre."""
    return abs(found - expected) < 0.5


def is_plain(page: Sequence[Line]) -> bool:
    """Whether nothing but text in lines of the grid stands on it."""
    steps = [(below.middle - above.middle) / PITCH for above, below in pairwise(page[:-1])]
    return all(abs(step - round(step)) < 0.05 for step in steps)


def test_full_pages_have_22_lines(printed: dict[str, Path]) -> None:
    """Of the examples, the real report and a report of forty pages, each that holds only text; most do."""
    for name in ("text", "forty", *(name for name in printed if re.search(r"-20\d\d$", name))):
        pages = [page for page in boxes_of(printed[name])[1:] if is_plain(page)]
        full = [page for page in pages if page[-2].middle > BOTTOM - PITCH]
        assert full, name
        for page in full:
            assert TOP < page[0].middle < TOP + PITCH, name
            assert close(page[-2].middle - page[0].middle, 21 * PITCH), name
            assert page[-2].middle < BOTTOM, name
    whole = boxes_of(printed["forty"])
    assert len(whole) >= 40
    assert sum(is_plain(page) and len(page) == 23 for page in whole) > 30


@pytest.mark.parametrize("name", ["text", "forty", "inside"])
def test_full_lines_have_28_characters(printed: dict[str, Path], name: str) -> None:
    """A line of nothing but han that is not the last of its paragraph holds 28."""
    pages = [page for page in boxes_of(printed[name])[1:] if is_plain(page)]
    lines = [one for page in pages for one in page[:-1] if re.fullmatch(r"[一-鿿，。、]+", one.text)]
    full = [len(one.text) for one in lines if one.left < LEFT + 1 and RIGHT - 1 < one.right < RIGHT + 1]
    assert len(full) > 20
    assert set(full) <= {27, 28}  # 27 where the next line would begin with a mark
    assert full.count(28) > 0.7 * len(full)


def test_text_stays_inside_the_text_area(printed: dict[str, Path]) -> None:
    """5.2.1: no mark hangs over the edge.

    LibreOffice reads w:overflowPunct the wrong way round (DomainMapper.cxx: `nIntValue == 0`): the layout that lets
    marks hang is printed by it as Word prints the standard's, and the standard's with marks outside and nothing else.
    """
    for page in boxes_of(printed["inside"]):
        assert min(one.left for one in page) > LEFT - 0.3
        assert max(one.right for one in page) < RIGHT + 0.3
    outside = [one for page in boxes_of(printed["text"]) for one in page if one.right > RIGHT + 0.3]
    assert all(one.text[-1] in "，。；、：”" for one in outside)


def test_page_numbers_stand_outside(printed: dict[str, Path]) -> None:
    """7.5: right on odd pages, left on even ones, one 字 in from the edge, 7 mm under the text area."""
    for number, page in enumerate(boxes_of(printed["text"]), 1):
        last = page[-1]
        assert last.text == f"—{number}—"
        assert close(last.middle, BOTTOM + 7)
        assert close(RIGHT - last.right if number % 2 else last.left - LEFT, 14 * MM_PER_POINT)


def test_what_wraps_in_the_imprint_hangs(printed: dict[str, Path]) -> None:
    """7.4.2: one 字 free at both sides, under the first character behind the colon; rules as wide as the text."""
    pages, one = boxes_of(printed["whole"]), 13.75 * MM_PER_POINT
    page = next(page for page in pages if any(line.text.startswith("抄送：") for line in page))
    at = next(at for at, line in enumerate(page) if line.text.startswith("抄送："))
    assert close(page[at].left, LEFT + one)
    assert [close(below.left, LEFT + 4 * one) for below in page[at + 1 : at + 3]] == [True, True]
    assert max(line.right for line in page[at : at + 4]) < RIGHT - one + 0.5
    rules = rules_of(printed["whole"], len(pages))
    assert len(rules) == 3
    assert all(close(rule.left, LEFT) and close(rule.right, RIGHT) for rule in rules)


def test_addressees_in_the_imprint_stand_above_the_copies(printed: dict[str, Path]) -> None:
    """7.4.2: set as 抄送, no rule between them; and the first page has text."""
    pages = boxes_of(printed["sent-to"])
    sent, copied = line(pages, "主送："), line(pages, "抄送：")
    assert close(sent.left, copied.left)
    assert sent.middle < copied.middle
    rules = rules_of(printed["sent-to"], len(pages))
    assert len(rules) == 3
    assert not any(sent.middle < rule.top < copied.middle for rule in rules)
    assert any(one.text.startswith("一、") for one in pages[0])


def test_annex_names_hang_under_their_first_character(printed: dict[str, Path]) -> None:
    """7.3.4: in a list, its numbers one below the other, and alone."""
    pages = boxes_of(printed["whole"])
    page = next(page for page in pages if any(one.text.startswith("附件：1.") for one in page))
    at = next(at for at, one in enumerate(page) if one.text.startswith("附件：1."))
    first, wrapped, second = page[at : at + 3]
    number = 3 * CHARACTER
    assert close(first.left, LEFT + 2 * CHARACTER)
    assert close(second.left, first.left + number)
    assert close(wrapped.left, second.left + (8 + 4 - 0.5) * MM_PER_POINT)  # 「1.」 in Times New Roman
    alone = boxes_of(printed["one-annex"])
    page = next(page for page in alone if any(one.text.startswith("附件：") for one in page))
    at = next(at for at, one in enumerate(page) if one.text.startswith("附件："))
    assert close(page[at + 1].left, LEFT + 5 * CHARACTER)


def test_digits_of_headings_are_in_their_fonts(printed: dict[str, Path]) -> None:
    """7.3.1, 7.3.3, 7.3.7: of the title, of 一、 and of 附件1; in the text they are Times New Roman's stand-in."""
    found = fonts_of(printed["wide"]) + fonts_of(printed["whole"])

    def families(beginning: str) -> set[str]:
        return {family.partition("+")[2] for text, family, _ in found if re.match(beginning, text)}

    assert families("2024 ?年法治政府建设") == families("示例区生态环境局文件") != set()
    assert families("附件 ?1$") == families("二、") != set()
    assert families("2025$") == {"LiberationSerif"}


def test_the_red_mark_and_its_rule_stand_where_the_clauses_say(printed: dict[str, Path]) -> None:
    """7.2.4: 35 mm below the 版心's top; 7.2.7: the rule 4 mm below the number, as wide as the 版心."""
    mark, rule = ink(printed["whole"], 1, red=True)
    assert close(mark.top, TOP + 35)
    assert close(rule.left, LEFT)
    assert close(rule.right, RIGHT)
    number = max(band.bottom for band in ink(printed["whole"], 1) if band.bottom < rule.top)
    assert close(rule.top - number, 4)


def test_the_top_left_of_the_first_page(printed: dict[str, Path]) -> None:
    """7.2.1 to 7.2.3: 份号, 密级, 紧急程度, flush left, a line each; 黑体 but the first; the mark stays where it is."""
    pages = boxes_of(printed["classified"])
    found = [one for one in pages[0] if one.text in ("000001", "机密★1年", "特急")]
    assert [one.text for one in found] == ["000001", "机密★1年", "特急"]
    assert all(close(one.left, LEFT) for one in found)
    bands = ink(printed["classified"], 1)[:3]
    assert all(TOP + at * PITCH < band.top < band.bottom < TOP + (at + 1) * PITCH for at, band in enumerate(bands))
    assert close(bands[2].bottom - bands[1].bottom, PITCH)
    fonts = {text.replace(" ", ""): family.partition("+")[2] for text, family, _ in fonts_of(printed["classified"])}
    assert fonts["机密★1年"] == fonts["特急"] == fonts["一、主要举措和成效"]
    assert fonts["000001"] == "LiberationSerif"
    assert close(ink(printed["classified"], 1, red=True)[0].top, TOP + 35)


def test_secrecy_stands_on_the_second_line(printed: dict[str, Path]) -> None:
    """7.2.2: also where there is no 份号; and the mark stays where it is."""
    assert close(ink(printed["secret"], 1)[0].top, ink(printed["classified"], 1)[1].top)
    assert close(ink(printed["secret"], 1, red=True)[0].top, TOP + 35)


def test_urgency_alone_stands_on_the_first_line(printed: dict[str, Path]) -> None:
    """7.2.3; a title right below leaves a line free."""
    first, title, *_ = ink(printed["urgent"], 1)
    assert TOP < first.top < first.bottom < TOP + PITCH
    assert TOP + 2 * PITCH < title.top < TOP + 3 * PITCH


def test_several_signers_stand_two_a_line(printed: dict[str, Path]) -> None:
    """7.2.6: below the first name, 空一字 from the right; the last beside the number, the rule 4 mm below it."""
    page = boxes_of(printed["classified"])[0]
    above, last = line([page], "签发人："), line([page], "示环〔2025〕1号")
    assert (above.text, last.text) == ("签发人：示例甲示例", "示环〔2025〕1号示例乙")
    assert close(last.middle - above.middle, PITCH)
    assert close(last.left, LEFT + CHARACTER)
    assert close(RIGHT - above.right, CHARACTER)
    first, below = above.right - 6 * CHARACTER, last.right - 3 * CHARACTER
    assert close(first, below)
    _, rule = ink(printed["classified"], 1, red=True)
    number = max(band.bottom for band in ink(printed["classified"], 1) if band.bottom < rule.top)
    assert close(rule.top - number, 4)
    one = line(boxes_of(printed["secret"]), "示环〔2025〕1号")
    assert one.text == "示环〔2025〕1号签发人：示例甲示例乙"
    assert close(RIGHT - one.right, CHARACTER)


def test_a_long_mark_is_never_smaller_than_the_title(printed: dict[str, Path]) -> None:
    """7.2.4: on two lines where one would be; its date is still two 字 right of the issuer (7.3.5.2)."""
    size = {text: size for text, _, size in fonts_of(printed["long"])}
    assert size["例示例示例示例示例示例总局文件"] > size["2024 年法治政府建设情况报告"]
    lines = [band for band in ink(printed["long"], 1, red=True) if band.bottom - band.top > 5]
    assert len(lines) == 2
    pages = boxes_of(printed["long"])
    assert close(line(pages, "2025年1月20日").left - line(pages, LONG, -1).left, 2 * CHARACTER)


@pytest.mark.parametrize("name", ["whole", "compensated", "long"])
def test_the_date_begins_two_characters_right_of_the_issuer(printed: dict[str, Path], name: str) -> None:
    """7.3.5.2: without a seal; a date that would come closer to the edge than two 字 ends there."""
    pages = boxes_of(printed[name])
    issuer = signed(pages)
    date = line(pages, "2025年1月20日")
    assert close(date.left - issuer.left, 2 * CHARACTER)
    if name == "long":
        assert issuer.right < RIGHT + 0.3
    else:
        assert close(RIGHT - date.right, 2 * CHARACTER - GAPS)


@pytest.mark.parametrize("name", ["sealed", "sealed-long"])
def test_sealed_lines_are_centred_on_one_axis(printed: dict[str, Path], name: str) -> None:
    """7.3.5.1: the date four 字 from the right, where the issuer leaves it so."""
    pages = boxes_of(printed[name])
    date = line(pages, "2025年1月20日")
    issuer = signed(pages)
    assert close((issuer.left + issuer.right) / 2, (date.left + date.right) / 2)
    assert issuer.right < RIGHT + 0.3
    if name == "sealed":
        assert close(RIGHT - date.right, 4 * CHARACTER - GAPS / 2)


def test_a_seal_has_room(printed: dict[str, Path]) -> None:
    """7.3.5.1: two lines between the text and the issuer, three where the layout says so."""
    for name, lines in (("sealed", 2), ("room", 3)):
        pages = boxes_of(printed[name])
        issuer = signed(pages)
        assert close(issuer.middle - line(pages, "开展案卷评查").middle, (lines + 1) * PITCH), name


def test_cells_are_as_high_as_their_text_and_centred(printed: dict[str, Path]) -> None:
    """No cell has the height of a line of the grid; the short one is in the middle of the high row; the note stays."""
    pages = boxes_of(printed["whole"])
    page = next(page for page in pages if any("执法二所" in one.text for one in page))
    low, note = line([page], "执法二所"), line([page], "注：")
    high = next(one for one in page if "执法一所" in one.text)
    beside = [one for one in page if close(one.left, high.left) is False and low.middle - 12 < one.middle < low.middle]
    assert note.middle - low.middle < PITCH
    assert beside
    assert abs(high.middle - (min(one.middle for one in beside) + max(one.middle for one in beside)) / 2) < 3


def test_a_wide_table_lies_across_the_page(printed: dict[str, Path]) -> None:
    """8: with its mark, title, caption and note; the number of the page where that of the others is."""
    pages = boxes_of(printed["wide"])
    at = next(at for at, page in enumerate(pages) if any("各月情况" in one.text for one in page))
    text = "".join(one.text for one in pages[at])
    assert all(word in text for word in ("附件1", "明细", "1234.56", "注：按月填报"))
    table = max(ink(printed["wide"], at + 1, between=(35, 297)), key=lambda band: band.bottom - band.top)
    assert close(table.left, 35)
    assert close(table.right, 297 - 37)
    number = ink(printed["wide"], at + 1, between=(0, 35))
    assert close((number[0].left + number[0].right) / 2, 35 - 7)
    assert "附件2" in "".join(one.text for one in pages[at + 1])
    assert max(one.right for one in pages[at + 1]) < RIGHT + 0.3


@pytest.mark.parametrize("figures", SHEETS)
def test_no_page_of_a_sheet_holds_only_the_line_to_sign(printed: dict[str, Path], figures: int) -> None:
    """It stays with the last row, and with the remarks."""
    last = boxes_of(printed[f"sheet-{figures}"])[-1]
    assert any("经办人" in one.text for one in last)
    assert any("合格率" in one.text for one in last)
