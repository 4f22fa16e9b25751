"""From lines to a draft: what is taken, and that it is taken only where it prints in the same characters."""

import pytest

from ecoreport.importing._pieces import Grid, Line, Piece
from ecoreport.importing._recognising.draft import Draft, DraftItem
from ecoreport.importing._recognising.recognise import NO_PARTS, NO_TAIL, WAYS, read, recognised, year_of
from ecoreport.text.numbering import MARKS

TITLE, ISSUED, DATED = "示例县水务局2024年法治政府建设情况报告", "示例县水务局", "2025年1月20日"
SIGNERS = ["张三", "李四", "王五"]
BODY = ("2024年，全局依法履职。", "一、主要举措", "学法。")


def drafted(*pieces: str | Piece) -> Draft:
    """The draft of 2024 with these pieces in it."""
    return recognised(read([Line(one) if isinstance(one, str) else one for one in pieces]), 2024)


def shown(nodes: list[DraftItem], depth: int = 0) -> list[str]:
    """A line a node: its number or a dot, its heading, its texts behind strokes, what stands below it set in."""
    made: list[str] = []
    for one in nodes:
        mark = MARKS[one.style](one.number) if one.style else "·"
        made += ["  " * depth + "|".join([mark + one.title, *one.texts]), *shown(one.children, depth + 1)]
    return made


@pytest.mark.parametrize(
    ("front", "found"),
    [
        (("示例县水务局文件", "示水〔2024〕3号"), {"red_head": "示例县水务局文件", "number": "示水〔2024〕3号"}),
        (("示水〔2024〕3号　签发人：张三",), {"number": "示水〔2024〕3号", "signer": "张三"}),
        (
            ("签发人：张三　李四", "示水〔2024〕3号　王五"),
            {"signer": SIGNERS, "number": "示水〔2024〕3号"},
        ),
        (("000001", "机密★1年", "特急"), {"copy_number": "000001", "secrecy": "机密★1年", "urgency": "特急"}),
    ],
)
def test_the_official_head_goes_to_its_keys(front: tuple[str, ...], found: dict[str, object]) -> None:
    """Whatever stands before the title, in the order of the standard."""
    draft = drafted(*front, TITLE, *BODY)
    assert draft.lines == {**found, "signed": False}
    assert draft.title == [TITLE]
    assert draft.notes == []


def test_what_moves_is_said() -> None:
    """A number below the title is printed above it."""
    draft = drafted(TITLE, "示水〔2024〕3号", *BODY)
    assert draft.lines["number"] == "示水〔2024〕3号"
    assert draft.notes == ["版头按公文格式的次序排：示水〔2024〕3号"]
    assert draft.order[:2] == [1, 0]


@pytest.mark.parametrize(
    ("typed", "addressees", "changed"),
    [
        ("县政府：", ["县政府"], []),
        ("县政府、县司法局：", ["县政府", "县司法局"], []),
        ("县政府，各乡、镇政府：", ["县政府，各乡、镇政府"], []),
        ("县政府,县司法局:", ["县政府，县司法局"], [("县政府,县司法局:", "县政府，县司法局：")]),
    ],
)
def test_addressees_are_a_list_where_one_kind_of_comma_parts_them(
    typed: str, addressees: list[str], changed: list[tuple[str, str]]
) -> None:
    """The program writes 、 alone; half-width signs are written anew."""
    draft = drafted(TITLE, typed, *BODY)
    assert draft.lines["addressees"] == addressees
    assert [(one.old, one.new) for one in draft.changed] == changed


@pytest.mark.parametrize(
    ("tail", "issuer", "found", "changed"),
    [
        ((ISSUED, DATED), ISSUED, {"date": "2025-01-20"}, []),
        ((f"{ISSUED}　{DATED}",), ISSUED, {"date": "2025-01-20"}, []),
        ((ISSUED,), ISSUED, {}, []),
        ((DATED,), ISSUED, {"signed": False, "date": "2025-01-20"}, []),
        ((ISSUED, "示例县司法局", DATED), "示例县水务局　示例县司法局", {"date": "2025-01-20"}, []),
        ((f"{ISSUED}（盖章）", DATED), ISSUED, {"date": "2025-01-20"}, [(f"{ISSUED}（盖章）", ISSUED)]),
        ((ISSUED, "2025-01-20"), ISSUED, {"date": "2025-01-20"}, [("2025-01-20", DATED)]),
        ((ISSUED, DATED, "（甲）", "（此件公开发布）"), ISSUED,
         {"date": "2025-01-20", "annotation": "甲\n此件公开发布"}, []),
        ((ISSUED, DATED, "联系人：甲"), ISSUED,
         {"date": "2025-01-20", "annotation": "联系人：甲"}, [("联系人：甲", "（联系人：甲）")]),
        ((ISSUED, DATED, "抄送：县人大，", "县政协。", f"县水务局办公室　{DATED}印发"), ISSUED,
         {"date": "2025-01-20", "cc": ["县人大", "县政协"], "printer": "县水务局办公室", "print_date": "2025-01-20"},
         []),
        ((ISSUED, DATED, "抄报：县委", "抄送：县人大。", "（共印15份）", f"县水务局办公室　{DATED}印制"), ISSUED,
         {"date": "2025-01-20", "cc": ["县委", "县人大"], "printer": "县水务局办公室", "print_date": "2025-01-20"},
         [(f"{DATED}印制", f"{DATED}印发"), ("抄报：县委", "抄送：县委，"), ("抄送：县人大。", "县人大。")]),
        ((ISSUED, "二O二五年元月二十日"), ISSUED, {"date": "2025-01-20"}, [("二O二五年元月二十日", DATED)]),
    ],
)  # fmt: skip
def test_the_tail_goes_to_its_keys(
    tail: tuple[str, ...], issuer: str, found: dict[str, object], changed: list[tuple[str, str]]
) -> None:
    """Signature, date, notes, 版记; what is written otherwise than the standard has it is said."""
    draft = drafted(TITLE, *BODY, *tail)
    assert (draft.issuer, draft.lines, draft.doubts) == (issuer, found, [])
    assert [(one.old, one.new) for one in draft.changed] == changed


@pytest.mark.parametrize(
    ("tail", "titles", "changed"),
    [
        (("附件1：统计表", "附件2：典型案例", ISSUED, DATED), ["统计表", "典型案例"],
         [("附件1：统计表", "附件：1.统计表"), ("附件2：典型案例", "2.典型案例")]),
        ((ISSUED, DATED, "附：统计表"), ["统计表"], [("附：统计表", "附件：统计表")]),
    ],
)  # fmt: skip
def test_attachments_are_listed_in_other_ways_too(
    tail: tuple[str, ...], titles: list[str], changed: list[tuple[str, str]]
) -> None:
    """Each with its mark, or behind the signature: written as the standard has it, and said."""
    draft = drafted(TITLE, *BODY, *tail)
    assert (draft.annex_titles, draft.lines, draft.doubts) == (titles, {"date": "2025-01-20"}, [])
    assert [(one.old, one.new) for one in draft.changed] == changed


def test_copies_stand_in_a_cell_beside_their_label() -> None:
    """抄送 in one cell, the names in the next, below them who printed it."""
    cells = [Line(one, where="table") for one in ("抄送", "县人大，县政协", f"县水务局办公室　{DATED}印发")]
    draft = drafted(TITLE, *BODY, ISSUED, DATED, *cells)
    assert (draft.lines["cc"], draft.lines["date"]) == (["县人大", "县政协"], "2025-01-20")


def test_a_typed_table_of_contents_is_left_out() -> None:
    """Headings that follow, each with its page; a line that no heading follows is none."""
    draft = drafted(TITLE, "目　录", "一、主要举措……1", "二、存在不足\t2", *BODY, "二、存在不足", "人少。")
    assert [text for text, _ in draft.left_out] == ["目　录", "一、主要举措……1", "二、存在不足\t2"]
    assert [one.title for one in draft.sections] == ["主要举措", "存在不足"]


def test_two_spaced_letters_are_no_signer() -> None:
    """Names below a line of names are signers where the first says 签发人."""
    draft = drafted("首 页", "县情概况", "政务公开", TITLE, *BODY)
    assert "signer" not in draft.lines
    assert [text for text, _ in draft.left_out] == ["首 页", "县情概况", "政务公开"]


def test_signers_are_parted_by_a_mark() -> None:
    """李四、王五 are two; that they are printed with a blank is said."""
    draft = drafted("示水〔2024〕3号　签发人：李四、王五", TITLE, *BODY)
    assert draft.lines["signer"] == ["李四", "王五"]
    assert len(draft.changed) == 1


def test_the_name_in_the_title_signs() -> None:
    """Whatever a body is called; another line above the date does not."""
    title = "示例县科协2024年法治政府建设情况报告"
    assert drafted(title, *BODY, "示例县科协", DATED).lines == {"date": "2025-01-20"}
    assert drafted(title, *BODY, "示例县科协", DATED).issuer == "示例县科协"
    assert drafted(title, *BODY, "某县科协", DATED).issuer != "某县科协"


@pytest.mark.parametrize(
    "tail",
    [
        (ISSUED, "2025年13月20日"),
        (ISSUED, DATED, "抄送：县人大。"),
        ("附件：1.甲", "2.乙", ISSUED, DATED, "附件3", "丙。"),
        ("附件：1.甲", "2.乙", ISSUED, DATED, "附件1", "丙。"),
    ],
)
def test_a_tail_that_would_not_print_the_same_is_text(tail: tuple[str, ...]) -> None:
    """No day of the calendar, 版记 without its printer, an attachment's page that the list does not know."""
    draft = drafted(TITLE, *BODY, *tail)
    assert (draft.doubts, draft.issuer) == ([NO_TAIL], ISSUED)
    assert draft.sections[-1].texts[-1] == tail[-1]


def test_attachments_have_pages_of_their_own() -> None:
    """Behind their marks, without the titles said again; a table in them stays one."""
    grid = Grid((("类别", "件数"), ("许可", "3")))
    draft = drafted(TITLE, *BODY, "附件：1.清单", "2.台账", ISSUED, DATED, "附件2", "台账", "一、说明", "共3项。", grid)
    assert draft.annex_titles == ["清单", "台账"]
    assert [one.title for one in draft.annexes] == ["台账"]
    assert shown(draft.annexes[0].children) == ["一、说明|共3项。"]
    assert draft.annexes[0].children[0].table == grid


@pytest.mark.parametrize(
    ("texts", "tree"),
    [
        (["（一）普法：", "1.进机关。"], ["（一）普法：", "  1.|进机关。"]),
        (["（一）普法", "学。", "用。"], ["（一）普法|学。|用。"]),
        (["（一）普法", "（三）执法"], ["（一）普法", "·（三）执法"]),
        (["一是学。", "三是用。"], ["一是|学。", "·|三是用。"]),
        (["（一）普法。开展8场。", "（二）执法。立案3起。"], ["（一）普法。|开展8场。", "（二）执法。|立案3起。"]),
        (["(一)普法", "学。", "(二)执法", "用。"], ["（一）普法|学。", "（二）执法|用。"]),
        (["（一）普法", "（二）执法", "1)甲。"], ["（一）普法", "（二）执法", "  ·|1)甲。"]),
        (
            ["(1)普法。", "(2)执法。", "（二）用法", "(1)学。"],
            ["（1）|普法。", "（2）|执法。", "·（二）用法", "  （1）|学。"],
        ),
        (["⒈普法", "学。", "⒉执法", "用。"], ["1.普法|学。", "2.执法|用。"]),
        (["一是学。二是用。"], []),
    ],
)
def test_items_keep_what_the_program_writes_the_same(texts: list[str], tree: list[str]) -> None:
    """A number out of turn, or an odd one alone, becomes words; a row of odd ones is written anew."""
    assert shown(drafted(TITLE, "一、主要举措", *texts).sections[0].children) == tree


@pytest.mark.parametrize(
    ("texts", "tree"),
    [
        (["一、主要举措。开展普法。", "二、存在不足"], ["一、主要举措。|开展普法。", "二、存在不足"]),
        (["第一部分 主要举措", "（一）普法"], ["·第一部分主要举措", "  （一）普法"]),
        (["（一）主要举措", "1.普法", "学。"], ["·（一）主要举措", "  1.普法|学。"]),
        ([Line("主要举措", 2), Line("普法", 3), Line("存在不足", 2)], ["·主要举措", "  ·普法", "·存在不足"]),
        ([Line("主要举措", 2), Line("普法", 3), "学。", Line("执法", 3)], ["·主要举措", "  ·普法|学。", "  ·执法"]),
    ],
)
def test_sections_begin_where_the_page_shows_it(texts: list[str | Piece], tree: list[str]) -> None:
    """By the highest rank of numbers, by part, by style."""
    assert shown(drafted(TITLE, *texts).sections) == tree


def test_shortcomings_of_a_paragraph_are_counted() -> None:
    """一是……二是…… are items there, and plain text among the measures."""
    counted = "一是台账不全。二是归档慢。三是人手少。"
    draft = drafted(TITLE, "一、主要举措", counted, "二、存在不足", f"还有差距：{counted}")
    first, second = draft.sections
    assert (first.texts, first.children) == ([counted], [])
    assert (second.texts, [one.texts for one in second.children]) == (
        ["还有差距："],
        [["台账不全。"], ["归档慢。"], ["人手少。"]],
    )


@pytest.mark.parametrize(
    ("pieces", "issuer"),
    [
        ((TITLE, *BODY), "示例县水务局"),
        (
            ("关于2024年法治政府建设情况的报告", "示例县水务局坚持依法行政，现将情况报告如下：", *BODY[1:]),
            "示例县水务局",
        ),
        (("示例县水务局文件", "示水〔2024〕1号", "2024年法治政府建设情况报告", *BODY[1:]), "示例县水务局"),
        (("2024年法治政府建设情况报告", "我局认真学法。", *BODY[1:]), ""),
    ],
)
def test_the_issuer_is_named_somewhere(pieces: tuple[str, ...], issuer: str) -> None:
    """In the title, the red head or the text, where nobody signed."""
    assert drafted(*pieces).issuer == issuer


@pytest.mark.parametrize(
    ("pieces", "year"),
    [
        ((TITLE, *BODY), 2024),
        (("二〇二三年法治政府建设情况报告",), 2023),
        ((*BODY[1:], "示例县水务局", DATED), 2024),
        (BODY[1:], 0),
    ],
)
def test_the_year_is_named_or_precedes_the_date(pieces: tuple[str, ...], year: int) -> None:
    """The title first, then the text, then the year before the date."""
    assert year_of(read([Line(one) for one in pieces])) == year


def test_each_way_takes_less() -> None:
    """All, all but the tail, nothing but the head; each line is in the order once."""
    reading = read([Line(one) for one in (TITLE, *BODY, "附件：清单", ISSUED, DATED)])
    whole, text, lead = (way(reading, 2024) for way in WAYS)
    assert (whole.doubts, text.doubts, lead.doubts) == ([], [NO_TAIL], [NO_PARTS])
    assert (whole.annex_titles, text.annex_titles, lead.sections) == (["清单"], [], [])
    assert {tuple(sorted(one.order)) for one in (whole, text, lead)} == {(0, 1, 2, 3, 4, 5, 6)}
