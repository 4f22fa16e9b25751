"""Numbers of running text to figures: each fact once, by a name of its own, and the text prints as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._naming.figures import Figures
from ecoreport.importing.account import Place

WORDS = (
    "全年",
    "立案",
    "罚款",
    "处罚决定",
    "培训",
    "共",
    "占",
    "满意率",
    "企业",
    "由",
    "减少到",
    "的",
    "开展",
    "和",
    "对",
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
        (["法治培训3次，法治培训60人。"], {"法治培训": "3次", "法治培训人数": "60人"}),
        (["法律培训3期、60人次。"], {"法律培训": "3期", "法律培训人次": "60人次"}),
        (["存在问题3个，原因2个。"], {"存在问题": "3个", "存在问题原因": "2个"}),
        (["问题3个。"], {}),
        (["法律培训3期。60人次。"], {"法律培训": "3期"}),
        (["较上年多；立案3起。"], {"立案": "3起"}),
        (["召开会议3次。", "召开会议3次。"], {"召开会议": "3次", "会议": "3次"}),  # nobody knows of which
        (["征求意见3次，意见3次。"], {"征求意见": "3次", "意见": "3次"}),
    ],
)
def test_a_name_is_of_one_fact(texts: list[str], known: dict[str, str]) -> None:
    """The same again is the same figure, under any name of its indicator; another number has another name."""
    figures = Figures()
    for text in texts:
        figures.taken(text)
    assert figures.known == known


# Sentences in the manner of published reports; an empty name: the number stays in the text.
SENTENCES = {
    "共涉及31个部门行政职权事项3437项": "涉及部门 行政职权事项",
    "印发15家单位的方案和23家单位的通知": "印发方案单位 印发通知单位",
    "对21个市（州）91所学校检查": "市州 检查学校",
    "河流数量由46条减少到16条": "河流数量",
    "案件数下降12.5%，由32起降至28起": "案件数下降 案件数",
    "“互联网+监管”事项88项，学习《示例法》等法律法规11次": "互联网监管事项 学习法律法规",
    "区政府常务会议集体学习法律法规6次，听取依法行政工作汇报2次": "集体学习法律法规 听取依法行政工作汇报",
    "组织32名行政执法人员参加综合法律知识考试，合格率100%": "合格率",
    "以县政府为被告的行政诉讼案件21件，出庭应诉率100%": "行政诉讼案件 出庭应诉率",
    "新建服务点12个，为受援人挽回经济损失420万元": "新建服务点 挽回经济损失",
    "审查政府合同73份、规范性文件草案11件，提出审查意见216条": "审查政府合同 审查规范性文件草案 提出审查意见",
    "清理2023年以前制定的文件128件，废止14件，宣布失效9件": "废止 宣布失效",
    "接待来访群众142批316人次": "接待来访群众 接待来访群众人次",
    "出动执法车辆320台次、执法人员1280人次": "出动执法车辆 出动执法人员",
    "为126名农民工追讨工资286万元": "农民工 追讨工资",
    "全系统现有公职律师9人，占执法人员总数的6.8%": "公职律师 公职律师占比",
    "信访投诉612件，其中噪声投诉231件，占信访投诉612件的37.7%": "信访投诉 噪声投诉 信访投诉 噪声投诉占比",
    "组织开展燃气安全、危险化学品等领域专项整治8次": "专项整治",
    "选派12名业务骨干到市局跟班学习": "选派业务骨干",
    "设置办事窗口68个，进驻单位34家，网办率98.2%": "设置办事窗口 进驻单位 网办率",
    "共有6个科室梳理权责清单事项215项": "梳理权责清单事项",
    "全年共有2300余名干部参加网上学法考试，优秀率97.6%": "优秀率",
    "向市政府备案4件，整治乱占乱建问题12处": "备案 整治乱占乱建问题",
    "开展专项检查，抽查3、4家企业": "",
    "签订文明公约12份": "签订文明公约",
}


@pytest.mark.parametrize(("sentence", "names"), SENTENCES.items())
def test_names_are_what_a_clerk_would_call_them(sentence: str, names: str) -> None:
    """Whole words, of the right thing; where no good one can be had there is none."""
    figures = Figures()
    figures.taken(f"{sentence}。")
    assert [one.name for one in figures.places] == names.split()


def test_each_place_is_told_with_its_sentence() -> None:
    """A figure that is told twice has two."""
    figures = Figures()
    figures.taken("严格执法；全年立案3起。又立案3起")
    assert figures.places == [
        Place("立案", "3起", "全年立案3起。"),
        Place("立案", "3起", "又立案3起"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "抽查3、4家企业。",
        "2022年立案的1起。",
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
