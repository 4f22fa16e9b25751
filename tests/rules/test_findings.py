"""What the rules say of sentences and of two years, whole and word by word: tests/cases/said.txt, read and approved."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from support import CASES
from support.catalogue import BEFORE, SHOWN, SOUND, example, merged, problems

from ecoreport.problems.catalogue import catalogue
from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.report.context import Context
from ecoreport.rules._reading import Reading
from ecoreport.rules.findings import RULES, errors, findings
from ecoreport.yearfile.reader import parse
from ecoreport.years.compare._text import as_text
from ecoreport.years.compare.compare import compare

# Sentences whose numbers come out and such whose numbers do not, at the edges of what rounding allows.
SENTENCES = (
    "优良率由50%提高到54.4%，提高4.4个百分点。", "优良率由50%提高到54.4%，提高4.6个百分点。",
    "优良率由54.4%下降到50%，同比下降4.4个百分点。", "优良率由50.0%提高到50.1%，提高0个百分点。",
    "优良率由50%提高到50%，提高2个百分点。", "优良率由50.4%提高到50.6%，提高1个百分点。",
    "立案由80起增加到92起，增长15%。", "立案由80起增加到92起，增长16%。", "立案由92起减少到80起，下降13%。",
    "立案由80起增加到80起，增长1%。", "投资由1.2万元增加到1.5万元，同比增长25%。", "投资由1.2万元增加到1.5万元，增长45%。",
    "投资由1.2亿元增加到15000万元，增长25%。", "投资由0元增加到3万元，增长3%。", "立案92起，比上年80起增长15%。",
    "立案92起，比上年80起增长12.5%。", "优良率54.4%，较2023年50%提高4.4个百分点。", "优良率54.4%，较上年50%提高4.4%。",
    "受理投诉200件，按期办结190件，办结率为95%。", "受理投诉200件，按期办结190件，办结率为96%。",
    "合格率1480/1491，合格率为99.3%。", "合格1480/1491，合格率为98%。", "合格3/0，合格率为98%。",
    "听证9起，占立案的22.5%。", "听证9起，占立案数的30%。", "听证9起，占其他的30%。",
    "约80余起，近3万余元，10余人左右，约5件左右。", "合约80余份，接近3起。", "出动2346余人次，查处81余起，90余起。",
    "检查3百余家，投入1.2345万元。", "立案{{ 立案 }}起，共{{ 立案 }}件。",
    "全年立案40起，立案40起，共立案{{ 立案 }}。", "其中，立案40起；立案共计40起。",
)  # fmt: skip
QUOTED = (
    "立案{{ 立案 }}，上年80起。", "立案{{ 立案 }}，上年82起。", "立案{{ 立案 }}，比上年增长15%。", "立案{{ 立案 }}，比上年增长15.0%。",
    "立案{{ 立案 }}，比上年增长12%。", "立案{{ 立案 }}，比上年下降15%。", "立案{{ 立案 }}，比上年增加12起。", "立案{{ 立案 }}，比上年增加13起。",
    "满意率{{ 满意率 }}，比上年提高1.5个百分点。", "满意率{{ 满意率 }}，比上年提高2个百分点。", "满意率{{ 满意率 }}，比上年增长1.6%。",
    "听证{{ 听证 }}，比上年增长50%。", "听证{{ 听证 }}，与上年持平。", "罚款{{ 罚款 }}，上年150万元，比上年增长13.3%。",
    "罚款{{ 罚款 }}，上年的160万元，比上年增加19.9万元。", "立案{{ 立案 }}，2023年80起，同比增长15%。",
    "许可{{ 许可 }}，比上年增长50%。", "处罚{{ 处罚 }}，上年33份，比上年增加2份。", "处罚{{ 处罚 }}，上年30份。", "处罚{{ 处罚 }}，比上年增加3份。",
    "罚款{{ 罚款 }}，比上年增加19.9万元。", "罚款{{ 罚款 }}，比上年增加2万元。", "罚款{{ 罚款 }}，比上年减少199000元。", "立案{{ 立案 }}，比上年增加12件。",
    "立案{{ 立案 }}，其中上年结转立案12起。", "立案{{ 立案 }}，上年遗留5起全部结案。", "立案{{ 立案 }}，2023年发现的问题3起。",
    "立案{{ 立案 }}，同比增长15%。", "立案{{ 立案 }}，同比增长19.6%。", "立案{{ 立案 }}，与上年相比，增长16%。", "满意率{{ 满意率 }}，比上年提高2.5个百分点。",
)  # fmt: skip
# Years, by the part in which the sentence stands.
YEARS = (
    "局党组会议审议《2024年法治政府建设情况报告》。",
    "局党组会议审议《2023年法治政府建设情况报告》。",
    "听取《关于2024年工作的报告》汇报。",
    "截至2023年12月31日，办结全部投诉。",
    "截止到2023年12月31日，办结。",
    "截至2024年12月31日，办结。",
    "2024年，加强普法。",
    "2024年6月底前完成。",
    "2024年12月底完成。",
    "2025年6月底前完成。",
    "2019年印发制度。",
    "自2019年以来，坚持普法。",
    "2019年获评先进。",
    "荣获2019年度先进。",
    "评为全市2019年先进集体。",
    "2019年6月印发的制度继续有效。",
    "2024年2月30日办结。",
    "2024年11月31日、2024年4月30日办结。",
    "落实《法治政府建设实施纲要（2015—2020年）》。",
    "按照“十三五”规划。",
    "巩固2016—2020年的成果。",
    "去年办结，明年再办，前年也办。",
)
# Parts that are missing or stand twice, ids that are none, answers that are not given.
SHAPES = (
    "sections: []\nmeasures: [{text: 甲。}]",
    "sections: [{kind: measures, items: [{text: 甲。}]}]\n",
    "measures: []",
    "shortcomings: []",
    "leader_duties: {title: 职责, text: 履行推进法治建设第一责任人职责。}",
    "next_year_plan: [{text: 乙。}]",
    "next_year_plan: [{text: 乙。, answers: [archiv]}]",
    "next_year_plan: [{text: 乙。, answers: [zzz]}]",
    "shortcomings: [{problem: 归档不规范}]",
    "shortcomings: [{id: archive, problem: 甲, cause: 乙}, {id: other, problem: 丙, cause: 丁}]",
    "shortcomings: [{id: archive, text: 归档不规范，主要原因是台账不细。}]",
    "shortcomings: [{id: archive, text: 归档不规范。}]",
    "measures: [{id: archive, text: 甲。}]",
    "measures: [{id: a, text: 甲。}, {id: a, text: 乙。}]",
    "measures: [{title: 甲, items: [{title: 乙, items: [{title: 丙, items: [{title: 丁, items: [{title: 戊, text: 己。}]}]}]}]}]",
    "measures: [{numbered: true}]",
    "lead: 2024年，本局依法行政。现将2023年法治政府建设情况报告如下：",
    "lead: 2024年，本局依法行政。现将本局2024年法治政府建设情况报告如下：",
    "leader_duties:",
    "shortcomings: [{text: 执法力量不足，主要是编制少、人员老化。}]",
    "shortcomings: [{text: 办案质量不高，根源在于培训不够。}]",
    "shortcomings: [{text: 设备陈旧，受经费限制未能更新。}]",
    "measures: [{text: 1、落实三项制度。}]",
    "attachments: [附件1：行政检查表, '1. 检查表', 检查表]",
    "number: 示交[2026]3号",
    "number: 示交2026第03号",
    "number: 三号文",
    "lead: 在2023年工作基础上，2024年本局继续推进。",
    "lead: 2023年以来，本局认真贯彻上级部署。",
    "lead: 现将落实2023年督察反馈意见情况报告如下：",
    "lead: 2023年，本局依法行政。",
    "shortcomings: [{id: archive, text: 编制紧张导致人员不足。}]",
    "measures: [{text: 查处 3 件，漏了 件。}]",
    "lead: 学习,，宣传，;普及，都做了。",
    "lead: 本局全年依法行政规范执法推进法治建设",
    "lead: 本局全年依法行政规范执法推进法治建设，",
    "measures: [{text: " + "甲乙丙丁。" * 1100 + "}]",
)
ASSERTIONS = (
    "立案 ＝ 听证", "立案 = 听证", "立案 ＞＝ 听证", "立案 > 许可", "立案 > 立安", "立案 + 听证", "立案 >", "立案 == 92", "立案 == 90",
    "立案 - 听证 >= 90", "立案 * 2 == 183", "听证（立案）", "立案 =< 听证", "立案 => 100", "PM2.5 < 35", "PM2.5 > 35",
)  # fmt: skip
FIGURES = (
    "figures: {立案: 92起, 听证: 3起, 满意率: 93.5%, 罚款: 169.9万元, 许可: 不适用, PM2.5: 33微克/立方米, "
    "处罚: {value: 35份, previous: 33份, restated: 补录}}\n"
)
OLD_FIGURES = "figures: {立案: 80起, 听证: 0起, 满意率: 92%, 罚款: 150万元, 许可: 3件, 处罚: 32份}\n"
# Figures alone and beside each other: just inside and just outside of what can be.
FIGURE_SETS = (
    "办结率: 100%", "办结率: 100.1%", "投诉比例: -0.1%", "增长: 101%", "占比: 120%", "优良天数: 366天", "优良天数: 367天",
    "整改: 1480/1491件", "整改: 1491/1491件", "整改: 1492/1491件", "整改: 3/0件", "整改: 0/3件",
    "立案: 3.0起", "立案: 3.5起", "立案: -3起", "培训: 1.5万人次", "培训: 1.23456万人次", "面积: 3.5公里",
    "约数: 约80余起", "约数: 近80起左右", "约数: 80余起", "约数: 81余起", "约数: 8多起", "约数: 2346余家次", "约数: 2.5万余元",
    "行政诉讼: 3件, 败诉: 3件", "行政诉讼: 3件, 败诉: 4件", "行政诉讼: 3件, 胜诉: 2件, 败诉: 2件", "行政诉讼: 3件, 胜诉: 1件, 败诉: 1件",
    "信访投诉: 9件, 信访办结: 10件", "信访投诉: 9件, 信访办结: {value: 10件, note: 含上年结转1件}", "行政复议: 2件, 复议纠错: 3件",
    "许可申请: 9件, 许可受理: 10件", "许可受理: 9件, 准予许可: 8件, 不予许可: 2件", "调解: 5件, 调解成功: 6件",
    "五类案件: 3件, 查封扣押: 1件, 限产停产: 1件", "五类案件: 3件, 查封扣押: 4件", "五类案件: 不适用, 查封扣押: 4件",
    "五类案件: 3件, 查封扣押: 1件, 限产停产: 0件, 按日计罚: 0件, 移送拘留: 0件, 移送犯罪: 1件",
    "五类案件: 2件, 查封扣押: 1件, 限产停产: 0件, 按日计罚: 0件, 移送拘留: 0件, 移送犯罪: 1件",
    "处罚决定: 35件, 公示处罚信息: 35条", "处罚决定: 35件, 公示处罚信息: 34条", "处罚决定: 35件, 公示处罚信息: 不适用",
    "立案: 3起, 处罚决定: 3件", "立案: 3起, 处罚决定: 4件", "立案: 3起, 处罚决定: {value: 4件, note: 结转1件}",
    "处罚决定: 35件, 公示处罚信息: 36条", "立案: 42起, 立案数: 41件", "罚款金额: 186.4万元, 罚没金额: 100万元", "结案率: 105%",
    "复议申请: 5件, 复议受理: 6件, 复议审结: 4件, 复议维持: 4件, 复议纠错: 1件", "行政诉讼: 9件, 败诉: 1件, 败诉率: 21.1%",
    "罚款: 169.9万元", "罚款: 169.9", "罚款: 169件", "立案: 3元", "立案: 3", "检查单位: 3万元",
    "罚款: 3000元, 处罚决定: 3件", "罚款: 2999元, 处罚决定: 3件", "罚款: 300万元, 处罚决定: 3件", "罚款: 301万元, 处罚决定: 3件",
    "罚款: 0元, 处罚决定: 3件", "罚款: 3元, 处罚决定: 0件", "罚款: 30.5万元, 处罚决定: 300000件",
    "检查: 200家次, 出动: 400人次", "检查: 200家次, 出动: 400人次, 帮扶: 50家次, 服务: 100人次", "甲: 200家次, 乙: 1200人次, 丙: 5家次, 丁: 30人次",
    "案卷: 6O卷", "案卷: 1l卷", "用水: 3L", "用水: 3l", "化肥: 5kg", "案卷: 2O2卷", "满意率: 1O0%", "罚款: 169.9万", "办结率: 96.2",
    "检查家次: 200家次, 出动人次: 200人次", "检查家次: 200家次, 出动人次: 199人次",
)  # fmt: skip
SILENT = frozenset({"W403", "H412", "H614", "W615", "W407", "H618"})


def told(found: tuple[Problem, ...], silent: frozenset[str] = SILENT) -> str:
    """The problems, a line each: code, place, what is said, the mend; but for codes that are not meant here."""
    return "".join(
        f"  {one.code} {one.line}:{one.column}-{one.end_column} {one.message}｜{one.help}\n"
        for one in found
        if one.code not in silent
    )


def test_every_rule_says_the_whole_of_it(project: Path, golden: Callable[[Path, str], None]) -> None:
    """Of the catalogue's wrong examples, and of sentences, quotations and assertions."""
    text = ""
    for entry in SHOWN:
        text += f"{entry.code}\n{told(problems(example(entry.wrong, entry), project, entry.before))}"
    for sentence in SENTENCES:
        own = f"figures: {{立案: 40起}}\nlead: {sentence}\n"
        text += f"{sentence}\n{told(problems(merged(SOUND, own), project))}"
    for sentence in QUOTED:
        text += f"{sentence}\n{told(problems(merged(SOUND, f'{FIGURES}lead: {sentence}'), project, OLD_FIGURES))}"
    for sentence in YEARS:
        for part in ("measures", "leader_duties", "next_year_plan"):
            own = (
                f"{part}: [{{text: {sentence}, answers: [archive]}}]"
                if part == "next_year_plan"
                else f"{part}: [{{text: {sentence}}}]"
            )
            text += f"{part} {sentence}\n{told(problems(merged(SOUND, own), project))}"
    for own in SHAPES:
        text += f"{own!r}\n{told(problems(merged(SOUND, own), project))}"
    for assertion in ASSERTIONS:
        text += f"{assertion}\n{told(problems(merged(SOUND, f'{FIGURES}assertions: [{assertion!r}]'), project))}"
    for figures in FIGURE_SETS:
        found = problems(merged(SOUND, f"figures: {{{figures}}}"), project)
        text += f"{figures}\n{told(tuple(one for one in found if one.code != 'W403'), frozenset())}"
    golden(CASES / "said.txt", text)


CHANGES = {
    "two versions of a year": (
        SOUND + FIGURES,
        merged(SOUND, FIGURES.replace("33份", "31份").replace("补录", "更正").replace("92起", "待填"))
        .replace("answers: [archive]", "answers: []")
        .replace("- {title: 依法决策", "- {id: law, carries_out: [x], numbered: false, title: 依法决策"),
    ),
    "a plan without titles": (
        BEFORE.replace("{title: 规范归档, text: 逐卷核对。", "{id: files, text: 逐卷核对。再看一遍。"),
        SOUND.replace("{title: 依法决策, text: 规范决策。}", "{id: law, text: 已经核对。都好。, carries_out: [files]}"),
    ),
    "a plan that is open": (
        BEFORE.replace("{title: 规范归档", "{id: files, title: 规范归档"),
        SOUND.replace("{title: 依法决策, text: 规范决策。}", "{title: 待填, text: 待填, carries_out: [files]}"),
    ),
    "a plan that nothing carries out and that is planned again": (
        BEFORE.replace("{title: 规范归档", "{id: files, title: 规范归档"),
        SOUND.replace("{title: 规范归档", "{id: files, title: 规范归档"),
    ),
    "a shortcoming that is much like an old one": (
        BEFORE,
        SOUND.replace("归档不规范", "普法宣传还很不够，形式不多"),
    ),
    "a shortcoming under its old id": (BEFORE, SOUND.replace("id: archive", "id: publicity").replace("[archive]", "[publicity]")),
    "a shortcoming under its old id, open": (
        BEFORE,
        SOUND.replace("id: archive, problem: 归档不规范", "id: publicity, problem: 待填").replace("[archive]", "[publicity]"),
    ),
    "figures of every fate": (
        BEFORE + "figures: {甲: 3起, 乙: 3起, 丙: 3起, 丁: 3起, 戊: 3件, 己: 待填, 庚: 待填, 辛: 不适用, 壬: 3万元, 癸: 3起}\n",
        SOUND + "figures: {甲: 3起, 乙: 4起, 丁: 待填, 戊: 3起, 己: 3起, 庚: 待填, 辛: 3起, 壬: 3元, 癸: 30起, 子: 1起}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_comparison_says_the_whole_of_it(name: str, golden: Callable[[Path, str], None]) -> None:
    """As text, for each shape of change."""
    old, new = (parse(text.encode(), "x").report for text in CHANGES[name])
    comparison = compare(Context(old), Context(new, {old.year: Context(old)}), (f"{old.year}年", f"{new.year}年"))
    golden(CASES / "compared" / f"{name.replace(' ', '-')}.txt", as_text(comparison))


def _wrong() -> list[Context]:
    """The sound file, and the wrong example of every rule's code."""
    made = [Context(parse(merged(SOUND, "").encode(), "2024.yaml").report)]
    for entry in SHOWN:
        if not entry.whole and entry.code[1] in "2456":
            with suppress(Refused):
                made.append(Context(parse(example(entry.wrong, entry).encode(), "2024.yaml").report))
    return made


def test_errors_are_those_among_all_findings() -> None:
    """Of every wrong example, in the same order."""
    told = [([*errors(context)], [one for one in findings(context) if one.code[0] == "E"]) for context in _wrong()]
    assert all(own == among for own, among in told)
    assert any(own for own, _ in told)


def test_rules_tell_the_codes_they_say() -> None:
    """Of every wrong example: a rule finds nothing but the codes it is registered with, and every code has its rule."""
    seen = [Reading(context) for context in _wrong()]
    for rule in RULES:
        assert {one.code for reading in seen for one in rule.find(reading)} <= set(rule.codes)
    told = {code for rule in RULES for code in rule.codes}
    assert {code for code in catalogue() if code[1] in "456"} - {"W621"} == {code for code in told if code[1] in "456"}


def test_mends_are_as_the_catalogue_says(project: Path) -> None:
    """Of every wrong example: always, sometimes or never."""
    for entry in SHOWN:
        found = [one for one in problems(example(entry.wrong, entry), project, entry.before) if one.code == entry.code]
        assert entry.fix != "never" or not any(one.edits for one in found), entry.code
        assert entry.fix != "always" or all(one.edits for one in found), entry.code
