"""Digests: an edit of any block is seen, white space and the way paragraphs are parted are not."""

import pytest
from hypothesis import assume
from hypothesis import given as given_values
from hypothesis import strategies as st

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock, words
from ecoreport.report.digests import (
    cells,
    cells_of,
    digest,
    digests,
    is_unedited,
    of_properties,
    places,
    properties,
    value_digest,
    value_digests,
    values_of_properties,
)
from ecoreport.report.inputs import Years, given

TABLE = TableBlock(("指标", "2024年"), (("立案", "35起"), ("罚款", "")), (True, True))
REPORT: list[Block] = [
    Paragraph(Kind.TITLE, "示例区生态环境局\n2024年报告"),
    Paragraph(Kind.BODY, "加强学习。", "一是"),
    TABLE,
    Paragraph(Kind.ANNEX_LIST, "附件：1.名单\n2.结论"),
    Paragraph(Kind.ISSUER, "示例区生态环境局"),
    Paragraph(Kind.PRINTER, "示例区生态环境局"),
    Paragraph(Kind.PRINT_DATE, "2025年1月20日印发"),
]
PAGE = [
    "示例区生态环境局\n2024年报告",
    "一是加强学习。",
    "指标2024年立案35起罚款",
    "附件：1.名单",
    "2.结论",
    "示例区生态环境局",
    "",
    "示例区生态环境局\t2025年1月20日印发",
]
CHARACTERS = st.characters(exclude_categories=("Cs",))
TEXTS = st.lists(st.text(CHARACTERS, max_size=12), min_size=1, max_size=12)


def body(texts: list[str]) -> list[Block]:
    """A paragraph of running text for each."""
    return [Paragraph(Kind.BODY, text) for text in texts]


def test_a_digest_is_of_the_printed_words_alone() -> None:
    """These very six characters: documents carry them for years."""
    assert digest("依法行政") == digest(" 依法　行\n政") == "aCbTLX"
    assert digests(REPORT)[1:3] == (digest("一是加强学习。"), digest("指标2024年立案35起罚款"))
    assert digests(REPORT)[4] == digests(REPORT)[5]


@given_values(st.lists(st.from_regex("[A-Za-z0-9_-]{6}", fullmatch=True), max_size=100))
def test_properties_give_the_digests_back(found: list[str]) -> None:
    """In rows that a Word file's property holds; of what is not all there nothing is believed."""
    kept = properties(found)
    assert of_properties({**kept, "Company": "示例"}) == tuple(found)
    assert all(len(text) <= 255 for text in kept.values())
    assert of_properties({**kept, "ecoreport-scheme": "2"}) is None
    assert values_of_properties(properties([], found)) == cells_of(cells(found)) == frozenset(found)
    assert values_of_properties(kept) == frozenset()
    if found:
        assert of_properties({name: text for name, text in kept.items() if name != "ecoreport-1"}) is None


def test_every_number_that_is_printed_has_a_digest() -> None:
    """Of a reference and of a figure alone, each once."""
    lead = "立案{{ 立案 }}，又{{立案}}，值{{ 立案.value }}。"
    text = f"year: 2024\nissuer: 示例局\nfigures: {{立案: 45起, 听证: 0起}}\nlead: {lead}\n"
    context = Years({2024: (file := given(text.encode(), "2024.yaml", 2024))}).context(file)
    printed = (("立案", "45起"), ("立案.value", "45"), ("听证", "0起"))
    assert value_digests(context) == tuple(value_digest(*one) for one in printed)


def test_a_page_is_known_however_its_blocks_are_parted() -> None:
    """Entries of a list are paragraphs, two blocks stand on one line, a title breaks in two."""
    kept = digests(REPORT)
    assert is_unedited(PAGE, kept)
    assert is_unedited([*PAGE[:1], "一是\n加强 学习。", *PAGE[2:]], kept)
    assert not is_unedited([*PAGE, "多一段"], kept)
    assert not is_unedited(PAGE[:-1], kept)


@given_values(TEXTS, st.data())
def test_an_edit_of_any_block_is_seen(texts: list[str], data: st.DataObject) -> None:
    """Whatever it becomes, if it prints other words than before; left alone it is not."""
    kept = digests(body(texts))
    assert is_unedited(texts, kept)
    assert is_unedited([part for text in texts for part in (text[:3], text[3:])], kept)
    at = data.draw(st.integers(0, len(texts) - 1))
    other = data.draw(st.text(CHARACTERS, max_size=12))
    edited = [*texts[:at], other, *texts[at + 1 :]]
    assume(words(tuple(body(edited))) != words(tuple(body(texts))))
    assert not is_unedited(edited, kept)
    assert places(edited, kept) >= 1


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ([*PAGE[:1], "一是加强研究。", *PAGE[2:]], 1),
        (["示例区生态环境局\n2023年报告", "一是加强研究。", *PAGE[2:]], 2),
        ([*PAGE[:4], "3.结论", *PAGE[5:]], 1),  # an entry of the list, which is one block
        ([*PAGE[:7], "示例区生态环境局\t2025年1月21日印发"], 1),
        ([*PAGE[:1], "新的。", *PAGE[1:]], 1),
        ([*PAGE[:1], "新的。", "又一段。", *PAGE[1:]], 2),
        (PAGE[2:], 2),
        ([*PAGE[:1], "一是加强", "研究。", *PAGE[2:]], 1),
        ([PAGE[0], *PAGE[2:5], PAGE[1], *PAGE[5:]], 2),  # moved: gone here, come there
        (["别的"], 7),
        ([], 7),
    ],
)
def test_places_are_counted_as_a_reader_would(page: list[str], expected: int) -> None:
    """Blocks that are gone, and paragraphs that came where none is."""
    assert places(page, digests(REPORT)) == expected


def test_thousands_of_edits_are_counted_at_once() -> None:
    """More than are compared each with each."""
    texts = [f"第{number}段" for number in range(20_000)]
    assert places([f"{text}改" for text in texts], digests(body(texts))) == 20_000
