"""Words that are wrong in this field, or drift, or hold a place; numbers that the program writes."""

import pytest
from support.contexts import Found, found, told_of

from ecoreport.rules._placeholders import placeholders
from ecoreport.rules._terms import drifting_years, list_marks_on_further_lines, numbers_written_by_hand

DATE = "写出日期，如 截至2024年12月31日"
LEADER = "写成“推进法治建设第一责任人”"
FULL = "规定的全称是“推进法治建设第一责任人”"
XI = "写成“习近平新时代中国特色社会主义思想”"
SET_LAW = "写成“科学立法、严格执法、公正司法、全民守法”"
TOGETHER = "写成“法治国家、法治政府、法治社会一体建设”"
PAIRED = "写成 增强“四个意识”、坚定“四个自信”"
FOUR = "规定的提法是“四个意识”“四个自信”“两个确立”“两个维护”"
LAW = "写成“法治”；“法制审核”“法制科”等固定用语不改"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12月4号开展宣传。", ("W514", "12月4号", "写成“日”")),
        ("今年加强宣传。", ("W515", "今年", "写出年份，如 2024年")),
        ("比去年有提高。", ("W515", "去年", "写出年份，如 2023年")),
        ("比前年有提高。", ("W515", "前年", "写出年份，如 2022年")),
        ("明年继续加强。", ("W515", "明年", "写出年份，如 2025年")),
        ("截至目前已办结。", ("W515", "截至目前", DATE)),
        ("截止到现在已办结。", ("W515", "截止到现在", DATE)),
        ("推进法制政府建设。", ("E516", "法制", LAW)),
        ("开展法制宣传。", ("E516", "法制", LAW)),
        ("弘扬法制精神。", ("E516", "法制", LAW)),
        ("加强法制督察。", ("E516", "法制", LAW)),
        ("法治政府建设第一责任人。", ("E517", "法治政府建设第一责任人", LEADER)),
        ("落实推进法治政府建设的第一责任人职责。", ("E517", "推进法治政府建设的第一责任人", LEADER)),
        ("作为依法行政工作第一责任人。", ("E517", "依法行政工作第一责任人", LEADER)),
        ("建设法治政府第一责任人。", ("E517", "建设法治政府第一责任人", LEADER)),
        ("履行法治建设第一责任人职责。", ("H534", "法治建设第一责任人", FULL)),
        ("学习习近平法制思想。", ("E534", "习近平法制思想", "写成“习近平法治思想”")),
        ("坚持以习近平新时代特色社会主义思想为指导。", ("E534", "习近平新时代特色社会主义思想", XI)),
        ("坚持以习近平新时代中国特色社会主义为指导。", ("E534", "习近平新时代中国特色社会主义", XI)),
        ("增强“四个自信”。", ("E534", "增强“四个自信", PAIRED)),
        ("坚定“四个意识”。", ("E534", "坚定“四个意识", PAIRED)),
        ("做到“两个确立”。", ("E534", "做到“两个确立", "写成 深刻领悟“两个确立”的决定性意义")),
        ("深刻领悟“三个确立”的决定性意义。", ("E534", "“三个确立”", FOUR)),
        ("做出行政处罚决定。", ("W535", "做出", "写成“作出”")),
        ("截止2024年12月底办结。", ("W535", "截止", "写成“截至”；“截止”后面不接日期，如 报名已经截止")),
        ("制订行政规范性文件。", ("W535", "制订", "写成“制定”；计划、方案可以用“制订”")),
        ("惟一的办法。", ("W535", "惟一", "写成“唯一”")),
        ("象爱护眼睛一样爱护环境。", ("W535", "象", "写成“像”")),
        ("台帐清楚。", ("E536", "帐", "写成“账”：账本、账户、台账")),
        ("会同其它部门。", ("H537", "其它", "写成“其他”")),
        ("召开二场座谈会。", ("H537", "二", "写成“两”，如 两次、两场")),
        ("对二个园区开展帮扶。", ("H537", "二", "写成“两”，如 两次、两场")),
        ("局长是依法治区第一责任人。", ("E517", "依法治区第一责任人", LEADER)),
        ("以习近平新时代中国特色社会主义思想体系为指导。", ("E534", "习近平新时代中国特色社会主义思想体系", XI)),
        ("科学立法、严格司法、公正执法、全民守法。", ("E534", "科学立法、严格司法、公正执法、全民守法", SET_LAW)),
        ("规范严格公正文明执法。", ("E534", "规范严格公正文明执法", "写成“严格规范公正文明执法”")),
        ("法治国家、法治社会、法治政府一体建设。", ("E534", "法治国家、法治社会、法治政府", TOGETHER)),
        ("落实“谁普法、谁执法”。", ("E534", "谁普法、谁执法", "写成“谁执法谁普法”")),
        ("推行“双随机、一公示”。", ("E534", "双随机、一公示", "写成“双随机、一公开”")),
        ("执法全过程纪录。", ("W535", "纪录", "写成“记录”；“纪录”用于最好的成绩和纪录片")),
        ("必需持证上岗。", ("W535", "必需", "写成“必须”；“必需”是少不了的意思，如 必需品")),
        ("组织二次专题培训。", ("H537", "二", "写成“两”，如 两次、两场")),
    ],
)
def test_a_wording_that_is_wrong_is_found(text: str, told: tuple[str, str, str]) -> None:
    """A year that drifts with the year that is meant."""
    assert told_of(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "12月4日，3号楼。",
        "2023年和2024年，截至2024年12月31日，每年。",
        "“今年要有新气象”，《去年工作总结》，目前年度计划，如今年轻人，说明年度安排。",
        "法制审核，法制科，法制宣传科，法制教育股，法治宣传，法制机构，法制统一，法制工作。",
        "《法制宣传报》，“法制教育”。",
        "履行推进法治建设第一责任人职责，安全生产第一责任人。",
        "学习习近平新时代中国特色社会主义思想、习近平法治思想、习近平生态文明思想和中国特色社会主义思想。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”，深刻领悟“两个确立”的决定性意义。",
        "做出贡献，做出决定性贡献，做出表率，三点二个百分点，报名截止，制订计划，对象一样，现象，气象局，抽象，帐篷，蚊帐。",
        "二次供水，二次污染，第二次，十二场，二期工程，二级，二手房，“其它”。",
        "推进全区法治建设第一责任人，青少年法制教育基地，法制宣传栏。",
        "报名截止12月3日，截止到2024年12月31日，刷新纪录，纪录片，必需品，制订规章制度，制订规范性文件制定计划。",
        "落实“谁执法谁普法”“谁主管谁负责”，推行“双随机、一公开”，双随机检查，“双公示”。",
        "科学立法、严格执法、公正司法、全民守法，严格规范公正文明执法，科学立法、民主立法、依法立法。",
        "增强“三个意识”，先前年份，透明年报，过去年代，以前年度。",
    ],
)
def test_a_wording_that_is_right_is_silent(text: str) -> None:
    """Fixed names, quotations, and other words of the same characters."""
    assert told_of(text) == []


def test_in_a_plan_this_year_is_the_plans() -> None:
    """Not the report's."""
    [one] = found(drifting_years, "next_year_plan: [{text: 今年加强宣传。}]")
    assert one.help == "写出年份，如 2025年"


OWN_ITEM = "把它写成 items 里的一条“- text: …”，再删掉序号，由程序编；要别的样式就写 numbering"
LEAVE_OUT = "删掉它，序号由程序编；要别的样式就写 numbering"


@pytest.mark.parametrize(
    ("key", "text", "typed", "help_"),
    [
        ("text", "1、落实制度。", "1、", OWN_ITEM),
        ("text", "（1）、落实制度。", "（1）、", OWN_ITEM),
        ("text", "(二)落实制度。", "(二)", OWN_ITEM),
        ("text", "十二、落实制度。", "十二、", OWN_ITEM),
        ("text", "一是、落实制度。", "一是、", "写成“一是”"),
        ("title", "一、落实制度", "一、", LEAVE_OUT),
        ("title", "1.落实制度", "1.", LEAVE_OUT),
        ("title", "③落实制度", "③", LEAVE_OUT),
        ("title", "第一，落实制度", "第一，", LEAVE_OUT),
        ("text", "1.5万人参加。", "", ""),
        ("title", "(1)落实制度", "(1)", LEAVE_OUT),
        ("text", "1.落实制度，2.落实责任。", "", ""),
        ("text", "（1）落实制度；（2）落实责任。", "", ""),
        ("text", "一是落实制度。", "", ""),
        ("text", "第一，落实制度。", "", ""),
        ("text", "落实1、2号文。", "", ""),
        ("title", "1.5万人普法", "", ""),
        ("title", "附件1：表", "", ""),
    ],
)
def test_a_number_that_the_program_writes_is_found(key: str, text: str, typed: str, help_: str) -> None:
    """At the beginning of a heading or a text, not within."""
    expected = [Found("E518", f"measures.items[1].{key}", typed, help_)] * bool(typed)
    assert found(numbers_written_by_hand, f"measures: [{{{key}: {text!r}}}]") == expected


def test_a_figures_own_words_and_other_texts_are_let_be() -> None:
    """A unit is the figure's; a cause or a cell may begin with a number that nobody else writes."""
    assert found(placeholders, "figures: {档案: 3XX}\nlead: 共{{ 档案 }}。") == []
    table = "table: {header: [一、甲], rows: [[一、乙]]}"
    keys = f"measures: {{{table}}}\nshortcomings: [{{problem: 一、丙, cause: 一、丁}}]"
    assert found(numbers_written_by_hand, keys) == []


def test_an_attachment_has_no_number_of_its_own_either() -> None:
    """附件1： is written by the program; the report's title and lead are as typed."""
    attachments = "attachments: ['附件1：检查表', 附件检查表, {title: 2.检查表, text: 一、表。}]"
    assert found(numbers_written_by_hand, f"title: 一、报告\nlead: 一、报告。\n{attachments}") == [
        Found("E518", "attachments[1].title", "附件1：", LEAVE_OUT),
        Found("E518", "attachments[3].text", "一、", OWN_ITEM),
        Found("E518", "attachments[3].title", "2.", LEAVE_OUT),
    ]


def test_a_number_that_opens_a_further_line_is_told_of() -> None:
    """Behind a stop: the lines run into one. A blank line, or a line that goes on a sentence, does not."""
    lead = "lead: |\n  依法行政。\n  {}落实制度。\n"
    for mark in ("1.", "1、", "（一）", "一、", "①"):
        assert [one.typed for one in found(list_marks_on_further_lines, lead.format(mark))] == [mark]
    sound = "第一款第\n  （一）项。\n  三、四季度检查。\n  1.5万人参加。\n\n  一是检查。"
    assert found(list_marks_on_further_lines, f"lead: |\n  {sound}\n") == []
