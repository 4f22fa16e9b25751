"""The frame of a report: what stands before the text and behind it, taken only where it would be written the same."""

from collections.abc import Callable
from dataclasses import asdict

import pytest

from ecoreport.importing._draft import Draft
from ecoreport.importing._frame import issuer_of, take_head, take_tail
from ecoreport.importing._pieces import Grid, Line, Piece

TITLE, ISSUED, DATED, TEXT = "2024年法治政府建设情况报告", "示例区生态环境局", "2025年1月20日", "正文。"
SIGNED = {"issuer": ISSUED, "date": "2025-01-20"}
PRINTED = {"signed": False, "printer": "示例区办公室", "print_date": "2025-01-20"}
Taken = tuple[dict[str, object], list[str]]


def taken(take: Callable[[list[Piece], Draft], list[Piece]], *texts: str | Piece) -> Taken:
    """What is found in these paragraphs, and the text that is left."""
    draft = Draft()
    rest = take([Line(one) if isinstance(one, str) else one for one in texts], draft)
    found = {name: value for name, value in asdict(draft).items() if value != getattr(Draft(), name)}
    return {**found.pop("lines", {}), **found}, [piece.text for piece in rest]


@pytest.mark.parametrize(
    ("texts", "found", "rest"),
    [
        ((), {}, []),
        ((TITLE,), {"title": [TITLE]}, []),
        ((ISSUED, TITLE, TEXT), {"title": [ISSUED, TITLE]}, [TEXT]),
        ((ISSUED, "一、工作情况"), {}, [ISSUED, "一、工作情况"]),
        ((TITLE, "县政府、各乡镇：", TEXT), {"title": [TITLE], "addressees": ["县政府", "各乡镇"]}, [TEXT]),
        ((TITLE, "（送审稿）", TEXT), {"title": [TITLE, "（送审稿）"]}, [TEXT]),
        ((TITLE, f"（{DATED}）"), {"title": [TITLE]}, [f"（{DATED}）"]),
        ((TITLE, "（示环〔2024〕1号）"), {"title": [TITLE]}, ["（示环〔2024〕1号）"]),
        ((Line(TITLE, 1), Line("工作总结", 2)), {"title": [TITLE]}, ["工作总结"]),
        ((TITLE, ISSUED, TEXT), {"title": [TITLE]}, [ISSUED, TEXT]),
        ((TEXT, TITLE), {}, [TEXT, TITLE]),
        (("有关情况，", TITLE), {}, ["有关情况，", TITLE]),
        ((Grid(()), TITLE), {}, ["", TITLE]),
        (("甲" * 58 + "报告",), {"title": ["甲" * 58 + "报告"]}, []),
        (("甲" * 59 + "报告",), {}, ["甲" * 59 + "报告"]),
        ((Line("甲" * 61, 1, "title"), Line("各位：", 0, "body")), {"title": ["甲" * 61]}, ["各位："]),
    ],
)
def test_the_head_is_title_and_addressees(texts: tuple[str | Piece, ...], found: object, rest: list[str]) -> None:
    """A title of up to sixty characters a line, or one that its style tells; sentences, dates, signatures are none."""
    assert taken(take_head, *texts) == (found, rest)


@pytest.mark.parametrize(
    "line",
    [
        "：",
        "县政府、：",
        "县政府、、各乡镇：",
        "、县政府：",
        "2024年立案：",
        "情况如下：",
        "一、主要举措：",
        "县政府",
        "县" * 80 + "：",
    ],
)
def test_a_line_that_addresses_nobody_stays(line: str) -> None:
    """Names with single commas between them and a colon behind, in eighty characters; or what its style calls so."""
    assert taken(take_head, TITLE, line) == ({"title": [TITLE]}, [line])
    found = {"title": [TITLE], "addressees": ["县政府"]}
    assert taken(take_head, TITLE, Line("县政府", 0, "addressees")) == (found, [])
    assert taken(take_head, TITLE, Line("县政府：", 0, "body")) == ({"title": [TITLE]}, ["县政府："])


@pytest.mark.parametrize(
    ("typed", "addressees"),
    [("县政府", ["县政府"]), ("县政府、县司法局", ["县政府", "县司法局"]), ("县政府，各乡、镇", ["县政府，各乡、镇"])],
)
def test_addressees_are_a_list_where_one_kind_of_comma_parts_them(typed: str, addressees: list[str]) -> None:
    """The program writes 、 alone."""
    assert taken(take_head, TITLE, f"{typed}：") == ({"title": [TITLE], "addressees": addressees}, [])


def test_a_red_head_is_known_by_the_number_below_it() -> None:
    """Number and signer may share a line, and stand without a red head, each alone."""
    lines = (f"{ISSUED}文件", "示环发〔2024〕12号　　签发人：张三", TITLE, TEXT)
    found = {"red_head": f"{ISSUED}文件", "number": "示环发〔2024〕12号", "signer": "张三", "title": [TITLE]}
    assert taken(take_head, *lines) == (found, [TEXT])
    assert taken(take_head, lines[1], TITLE) == ({"number": found["number"], "signer": "张三", "title": [TITLE]}, [])
    assert taken(take_head, "签发人：李四", TITLE) == ({"signer": "李四", "title": [TITLE]}, [])


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("000001", "机密★1年", "特急"), {"copy_number": "000001", "secrecy": "机密★1年", "urgency": "特急"}),
        (("特　急", "秘 密"), {"urgency": "特急", "secrecy": "秘密"}),
        (("加急", "示环发〔2024〕12号"), {"urgency": "加急", "number": "示环发〔2024〕12号"}),
    ],
)
def test_the_top_left_is_known_by_itself(lines: tuple[str, ...], found: dict[str, object]) -> None:
    """Blanks only set it wide."""
    assert taken(take_head, *lines, TITLE, TEXT) == ({**found, "title": [TITLE]}, [TEXT])


def test_a_line_that_is_known_once_is_not_taken_twice() -> None:
    """It would print once."""
    assert taken(take_head, "特急", "加急", TITLE) == ({"urgency": "特急", "title": ["加急", TITLE]}, [])


SIGNERS = ["张三", "李　四", "王五"]
OWN = "示环发〔2024〕12号"


@pytest.mark.parametrize(
    ("lines", "signers", "number"),
    [
        (("签发人：张三　李四",), ["张三", "李四"], ""),
        ((f"{OWN}　　签发人：张　三",), "张　三", OWN),
        (("签发人：张三　李　四", f"{OWN}\t王五"), SIGNERS, OWN),
        (("签发人：张三\t李　四", f"{OWN} 王五  赵六"), [*SIGNERS, "赵六"], OWN),
        (("签发人：张三　李　四", "王五　赵六", f"{OWN}　孙七"), [*SIGNERS, "赵六", "孙七"], OWN),
        (("签发人：张三　李　四", "王五"), SIGNERS, ""),
        ((Line("签发人：张三　李　四", 0, "signer"), Line(OWN, 0, "number"), Line("王五", 0, "signer")), SIGNERS, OWN),
    ],
)
def test_several_signers_stand_on_several_lines(lines: tuple[str | Piece, ...], signers: object, number: str) -> None:
    """Two on each, the last ones beside the number; a blank inside a name stays."""
    found = {"signer": signers, "title": [TITLE], **({"number": number} if number else {})}
    assert taken(take_head, *lines, TITLE, TEXT) == (found, [TEXT])


def test_a_line_below_the_signer_is_no_name() -> None:
    """Where there is one name on the line, or what follows is the name of an office, the title begins."""
    for signer, below in (("张三", "王五"), ("张三　李四", "示例局")):
        found, rest = taken(take_head, f"签发人：{signer}", below, TITLE)
        assert (found["title"], rest) == ([below, TITLE], [])


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((ISSUED, DATED), SIGNED),
        ((f"{ISSUED}　{DATED}",), SIGNED),
        ((ISSUED,), {"issuer": ISSUED}),
        ((Line("示例", 0, "issuer"), DATED), {**SIGNED, "issuer": "示例"}),
        ((DATED,), {"signed": False, "date": "2025-01-20"}),
        ((ISSUED, DATED, "（此件公开发布）"), {**SIGNED, "annotation": "此件公开发布"}),
        ((ISSUED, "二〇二五年一月二十日"), {**SIGNED, "changed": [("二〇二五年一月二十日", DATED)]}),
    ],
)
def test_the_tail_is_a_signature(lines: tuple[str | Piece, ...], found: object) -> None:
    """Name, date, note, together or alone; a date in other digits is written anew."""
    assert taken(take_tail, TEXT, *lines) == (found, [TEXT])


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (ISSUED, DATED, "再说一句。"),
        ("一、" + ISSUED,),
        ("立案3起的局",),
        (f"立案3起的局 {DATED}",),
        (f"{ISSUED} 2025年13月20日",),
        (ISSUED, "2025年13月20日"),
    ],
)
def test_what_is_no_signature_stays_text(lines: tuple[str, ...]) -> None:
    """Nor one that text follows, for the program prints its own at the end."""
    assert taken(take_tail, TEXT, *lines) == ({"signed": False}, [TEXT, *lines])


def test_a_signature_with_two_notes_is_given_back() -> None:
    """The program prints one; the name is known all the same, and the date stays in its digits."""
    lines = (TEXT, ISSUED, DATED, "（此件公开发布）", "（联系人：张三）")
    assert taken(take_tail, *lines) == ({"signed": False, "issuer": ISSUED}, [*lines])


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (("附件：执法清单",), ["执法清单"]),
        (("附件：1.执法清单", "2.普法清单"), ["执法清单", "普法清单"]),
        (("附 件: 1.执法清单2.普法清单",), ["执法清单", "普法清单"]),
        (("附件：执法清单", "普法清单"), []),
        (("附件：1.执法清单", "3.普法清单"), []),
        (("附件：1.执法清单", "2.普法清单", "3."), []),
        (("附件：" + "甲" * 80,), ["甲" * 80]),
        (("附件：" + "甲" * 81,), []),
    ],
)
def test_the_attachments_are_listed_before_the_signature(lines: tuple[str, ...], titles: list[str]) -> None:
    """Where the program would write the very same list; else its lines stay text. Their pages follow."""
    found = {**SIGNED, "annex_titles": titles} if titles else SIGNED
    rest = [TEXT, *([] if titles else lines), "附件1", "清单一"]
    assert taken(take_tail, TEXT, *lines, ISSUED, DATED, "附件1", "清单一") == (found, rest)
    unsigned = {"signed": False, "annex_titles": titles} if titles else {"signed": False}
    assert taken(take_tail, TEXT, *lines) == (unsigned, rest[:-2])


@pytest.mark.parametrize(
    ("lines", "found", "rest"),
    [
        ((f"示例区办公室　{DATED}印发",), PRINTED, []),
        (("示例区办公室", f"{DATED}印发"), PRINTED, []),
        (("抄送：县人大，县政协。", f"示例区办公室 {DATED}印发"), {**PRINTED, "cc": ["县人大", "县政协"]}, []),
        (("抄送：县人大", f"示例区办公室 {DATED}印发"), PRINTED, ["抄送：县人大"]),
        (("办公室 2025年01月20日印发",), {"signed": False}, ["办公室 2025年01月20日印发"]),
    ],
)
def test_the_imprint_is_taken_where_it_prints_the_same(lines: tuple[str, ...], found: object, rest: list[str]) -> None:
    """Printer and date on a line or on two, copies above with their end mark; a date with zeros stays text."""
    assert taken(take_tail, TEXT, *lines) == (found, [TEXT, *rest])
    assert taken(take_tail, *lines) == (found, rest)


@pytest.mark.parametrize(
    ("draft", "issuer"),
    [
        (Draft(issuer="示例县教育局", title=[ISSUED + TITLE]), "示例县教育局"),
        (Draft(title=[ISSUED, TITLE]), ISSUED),
        (Draft(title=[f"关于{ISSUED}{TITLE}"]), ISSUED),
        (Draft(title=[f"{ISSUED}关于{TITLE}"]), ISSUED),
        (Draft(title=[TITLE]), ""),
        (Draft(), ""),
    ],
)
def test_the_issuer_signs_or_stands_in_the_title(draft: Draft, issuer: str) -> None:
    """The signature tells first."""
    assert issuer_of(draft) == issuer
