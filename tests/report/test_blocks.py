"""The waist: the words that blocks print, which every format must agree on."""

import pytest

from ecoreport.report.blocks import CHARTS, Block, Kind, Paragraph, TableBlock, words

BODY = Paragraph(Kind.BODY, "全年立案12起。")
TABLE = TableBlock(("项目", "数"), (("立案", "12 起"), ("听证", "")), (False, True))


@pytest.mark.parametrize(
    ("blocks", "printed"),
    [
        ((), ""),
        ((BODY,), "全年立案12起。"),
        ((Paragraph(Kind.BODY, ""), BODY), "全年立案12起。"),
        ((Paragraph(Kind.BODY, "规范决策。", "（一）依法决策。"),), "（一）依法决策。规范决策。"),
        ((TABLE,), "项目数立案12起听证"),
        ((BODY, TABLE, BODY), "全年立案12起。项目数立案12起听证全年立案12起。"),
    ],
)
def test_words_are_all_that_is_printed(blocks: tuple[Block, ...], printed: str) -> None:
    """In the order of the page: a run-in heading before its text, a table's head before its rows."""
    assert words(blocks) == printed


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\u3000", "\xa0", " \n "])
def test_white_space_is_no_word(blank: str) -> None:
    """Formats break lines and indent as they must."""
    assert words((Paragraph(Kind.TITLE, f"{blank}示例区{blank}生态环境局{blank}"),)) == "示例区生态环境局"


@pytest.mark.parametrize("character", ["\u200b", "，", "-", "0"])
def test_what_is_no_white_space_is_kept(character: str) -> None:
    """Also what is not seen: a format that loses it does not agree."""
    assert words((Paragraph(Kind.BODY, f"甲{character}乙"),)) == f"甲{character}乙"


def test_a_kind_is_the_class_of_the_markdown() -> None:
    """As text it is that word, its name with hyphens."""
    assert (f"{Kind.ANNEX_MARK}", Kind("heading-1")) == ("annex-mark", Kind.HEADING_1)
    assert [kind.value for kind in Kind] == [kind.name.lower().replace("_", "-") for kind in Kind]
    assert [str(kind) for kind in CHARTS.values()] == ["column-chart", "line-chart"]


def test_blocks_are_values() -> None:
    """Equal where they say the same, and without a run-in heading where none is given."""
    assert Paragraph(Kind.BODY, "全年立案12起。", "") == BODY
    assert len({BODY, TABLE, Paragraph(Kind.CC, BODY.text)}) == 3


@pytest.mark.parametrize(("block", "name"), [(BODY, "text"), (TABLE, "rows")])
def test_blocks_are_not_changed(block: Block, name: str) -> None:
    """What one format makes of them, the next one must find as it was."""
    with pytest.raises(AttributeError):
        setattr(block, name, getattr(block, name))
