"""Numbers of running text to figures: each fact once, by a name of its own, and the text prints as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._naming import Figures

WORDS = (
    "全年",
    "立案",
    "罚款",
    "处罚决定",
    "培训",
    "共",
    "占",
    "满意率",
    "3起",
    "3件",
    "约12万元",
    "98%",
    "，",
    "。",
    "、",
)
TEXTS = st.lists(st.sampled_from((*WORDS, "{{", "}}", "较上年", "5余人次", "左右")), max_size=14).map("".join)


def test_without_numbers_the_text_stays() -> None:
    """Braces that were typed are kept as typed."""
    figures = Figures()
    assert figures.taken("") == ""
    assert figures.taken("依法行政{{ 名 }}。") == '依法行政{{ "{{" }} 名 }}。'
    assert figures.known == {}


def test_each_number_becomes_a_reference() -> None:
    """With its unit and its words of approximation, which are printed with it."""
    figures = Figures()
    assert figures.taken("全年立案12起，罚款约35.6万元，参加培训50人左右。") == (
        "全年立案{{ 立案 }}，罚款{{ 罚款 }}，参加培训{{ 参加培训 }}。"
    )
    assert figures.known == {"立案": "12起", "罚款": "约35.6万元", "参加培训": "50人左右"}


@pytest.mark.parametrize(
    ("texts", "known"),
    [
        (["立案3起。", "立案3起。"], {"立案": "3起"}),
        (["培训3次。", "培训5次。", "培训7次。", "培训5次。"], {"培训": "3次", "培训2": "5次", "培训3": "7次"}),
        (["处罚决定9件。", "行政处罚9件。"], {"处罚决定": "9件"}),
        (["处罚决定9件。", "行政处罚8件。"], {"处罚决定": "9件", "行政处罚": "8件"}),
        (["法治培训3次，法治培训60人。"], {"法治培训": "3次", "法治培训2": "60人"}),
        (["法律培训3期、60人次。"], {"法律培训": "3期", "法律培训人次": "60人次"}),
        (["存在问题3个，原因2个。"], {"存在问题": "3个", "存在问题原因": "2个"}),
        (["问题3个。"], {"问题2": "3个"}),
        (["法律培训3期。60人次。"], {"法律培训": "3期"}),
        (["较上年多；立案3起。"], {"立案": "3起"}),
    ],
)
def test_a_name_is_of_one_fact(texts: list[str], known: dict[str, str]) -> None:
    """The same again is the same figure, under any name of its indicator; another number has another name."""
    figures = Figures()
    for text in texts:
        figures.taken(text)
    assert figures.known == known


@pytest.mark.parametrize(
    "text",
    [
        "较上年增加3件。",
        "同比下降36.8%。",
        "由93%提升。",
        "上年3件。",
        "2023年的立案3起。",
        "全年35名。",
        "印发《执法指引12条》。",
        "力争立案3起。",
        "用时3个工作日。",
        "立案三起。",
        "立案１２起。",
    ],
)
def test_what_is_no_figure_of_the_year_stays(text: str) -> None:
    """Another year's, a change since, a title's, a target, a number without a name or in other digits."""
    figures = Figures()
    assert (figures.taken(text), figures.known) == (text, {})


def test_nothing_is_named_where_it_is_not_wanted() -> None:
    """--no-figures: the text alone."""
    figures = Figures(wanted=False)
    assert (figures.taken("立案3起{{"), figures.known) == ('立案3起{{ "{{" }}', {})


@given(st.lists(TEXTS, max_size=3))
def test_what_is_printed_is_the_text(texts: list[str]) -> None:
    """Whatever was taken: the figures in the places of their references, and the braces as typed."""
    figures = Figures()
    for text in texts:
        taken = figures.taken(text)
        for name, typed in figures.known.items():
            taken = taken.replace(f"{{{{ {name} }}}}", typed)
        assert taken.replace('{{ "{{" }}', "{{") == text
