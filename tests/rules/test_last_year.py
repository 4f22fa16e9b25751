"""Two years beside each other: plans taken up, shortcomings and sentences that return, figures that leap."""

import re

import pytest
from support.contexts import Found, found, reading

from ecoreport.rules import _last_year

COPIED = "全面落实行政执法公示、全过程记录、法制审核三项制度，规范执法行为。"  # 33 characters
COUNTED_SENTENCE = "全年举办法治培训6期，培训执法人员210人次，组织旁听庭审2次，开展案卷评查3轮。"
FIXED = "写今年的做法；固定的提法可以不再提示，写法见 ecoreport explain W613"
COUNTED = "核对数是不是忘了改，" + FIXED


def test_each_item_of_the_plan_is_taken_up_by_a_measure() -> None:
    """Told at the measures, wherever they stand; an item without id asks for nothing."""
    plan = "next_year_plan: [{id: files, title: 规范归档}, {id: law, text: 甲。}, {text: 乙。}]"
    measures = "measures: [{text: 丙。, carries_out: [law]}]"
    mend = "在落实它的举措里写 carries_out: [files]；没有落实的，在不足里说明，再写进 ignore 不再提示"
    rule = _last_year.plan_is_carried_out
    assert found(rule, measures, plan) == [Found("W611", "measures:", help=mend)]
    assert found(rule, f"sections: [{{kind: {measures.replace(': [', ', items: [', 1)}}}]", plan) == [
        Found("W611", "sections[1]:", help=mend)
    ]
    assert found(rule, "lead: 甲。", plan.replace("law", "files"))[0].path == ":"
    assert found(rule, measures.replace("[law]", "[law, files]"), plan) == []
    assert found(rule, measures) == []


@pytest.mark.parametrize(
    ("new", "returns"),
    [
        ("{problem: 案卷归档还不够规范}", True),
        ("{text: 案卷归档不够规范}", True),
        ("{problem: 普法宣传形式单一}", False),
        ("{problem: 案卷归档不够规范, text: 待填}", False),
    ],
)
def test_a_shortcoming_that_comes_back_is_found(new: str, *, returns: bool) -> None:
    """Even where a word has changed; not while it is a draft."""
    told = found(
        _last_year.shortcomings_come_back,
        f"shortcomings: [{{problem: 人手不足}}, {new}]",
        "shortcomings: [{problem: 案卷归档不够规范}]",
    )
    expected = Found("W612", "shortcomings.items[2]", help="写明今年有什么进展、为什么还没有解决")
    assert told == [expected] * returns


@pytest.mark.parametrize(
    ("sentence", "copied"),
    [
        (COPIED, True),
        (COPIED.replace("行为", "活动"), True),
        (COPIED.replace("行为", "3次"), False),  # a number is this year's
        ("全面落实行政执法公示、全过程记录、法审核三项制度。", True),  # 25 characters
        ("全面落实行政执法公示、全过程记录、审核三项制度。", False),  # 24
        ("全面落实行政执法公示、全过程记录、法制审核三项制度，开展专题培训、案卷评查。", False),
    ],
)
def test_a_sentence_of_last_years_is_found(sentence: str, *, copied: bool) -> None:
    """Word for word or nearly; alone of its paragraph."""
    told = found(
        _last_year.sentences_copied,
        f"measures: [{{text: 今年有新做法。{sentence}}}]",
        f"lead: 甲。{COPIED}{sentence[:25]}",
    )
    assert told == [Found("W613", "measures.items[1].text", sentence, FIXED)] * copied


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("全年举办法治培训6期，培训执法人员210人次，组织旁听庭审2次，开展案卷评查3轮。", COUNTED),
        ("全年举办法治培训6期，培训执法人员210人次。", None),  # short, and one number alone
        ("培训执法人员210人次，考试合格205人次。", COUNTED),  # short, and two
        ("合格率100%，15个工作日内办结，12345热线。", FIXED),  # the same every year
        ("深入学习《法治政府建设实施纲要（2021—2025年）》，落实行政执法公示等各项制度要求。", FIXED),  # a name
        ("按照《行政处罚法》第33条的规定，对轻微违法行为不予处罚，做到宽严相济、法理相融。", FIXED),  # an article
        ("按照国办发〔2018〕118号文件的要求，落实行政执法公示等各项制度，规范执法行为。", FIXED),  # a document
        ("全年立案{{ 立案 }}，已经全部办结，案卷按季度归档，没有一起超期、没有一起败诉。", COUNTED),  # a figure's
    ],
)
def test_a_sentence_with_its_numbers_is_copied_to_the_digit(sentence: str, told: str | None) -> None:
    """Whoever typed or printed them; those of a name are looked at by nobody. Another digit, and it is this year's."""
    figures, rule = "figures: {立案: 6起}\n", _last_year.sentences_copied
    copied = found(rule, f"{figures}measures: [{{text: '{sentence}'}}]", f"{figures}lead: '{sentence}'")
    assert copied == ([Found("W613", "measures.items[1].text", sentence, told)] if told else [])
    changed = re.sub("[0-9]+", lambda number: f"{int(number[0]) + 1}", sentence)
    assert (
        found(rule, f"{figures}measures: [{{text: '{changed}'}}]", f"figures: {{立案: 7起}}\nlead: '{sentence}'") == []
    )


@pytest.mark.parametrize(
    ("new", "how"),
    [
        (COUNTED_SENTENCE, "一字不差，数也一样"),
        (
            COUNTED_SENTENCE.replace("举办", "开展").replace("组织", "安排").replace("开展案卷", "进行案卷"),
            "几乎一样，数也一样",
        ),
        (COUNTED_SENTENCE.replace("3轮", "4轮"), None),
        (COUNTED_SENTENCE.replace("全年举办法治培训", "本年度面向全系统干部开办各类讲座"), None),
        (COPIED, "几乎一样"),
        (COPIED.replace("落实", "推行").replace("规范", "约束").replace("行为", "活动"), "几乎一样"),
        (COPIED.replace("全面落实", "不断推行").replace("规范", "约束").replace("行为", "活动"), None),
    ],
)
def test_three_words_may_have_changed_but_no_number(new: str, how: str | None) -> None:
    """Of four it is another sentence."""
    [*told] = _last_year.sentences_copied(reading(f"lead: '{new}'", f"lead: '{COUNTED_SENTENCE}{COPIED}'"))
    assert [one.message for one in told] == ([f"这句话与上年的{how}"] if how else [])


def test_what_leads_to_the_report_itself_is_no_sentence_of_its_own() -> None:
    """It is the same every year."""
    keys = "lead: 按照《法治政府建设与责任落实督察工作规定》的要求，现将有关情况报告如下："
    assert found(_last_year.sentences_copied, keys, keys) == []


def test_a_sentence_is_copied_where_the_year_alone_has_changed() -> None:
    """Its numbers are last year's all the same."""
    rule, new = _last_year.sentences_copied, "2024年出动执法人员210人次，检查企业156家次。"
    assert len(found(rule, f"measures: [{{text: {new}}}]", f"lead: {new.replace('2024', '2023')}")) == 1


def test_a_heading_may_stay_what_it_was() -> None:
    """And without last year's file nothing is copied."""
    keys = f"measures: [{{title: {COPIED[:-1]}}}]"
    assert found(_last_year.sentences_copied, keys, keys) == []
    assert found(_last_year.sentences_copied, f"lead: {COPIED}") == []


SCALE, SAME = "看看单位是元还是万元", "核对是不是忘了改"
LEAP = "核对数和口径；确实如此可以不再提示，写法见 ecoreport explain W615"


@pytest.mark.parametrize(
    ("new", "old", "told"),
    [
        ("80起", "80起", [("H614", SAME)]),
        ("1起", "1起", []),
        ("50起", "10起", []),
        ("51起", "10起", [("W615", LEAP)]),
        ("2起", "10起", []),
        ("2起", "11起", [("W615", LEAP)]),
        ("9起", "1起", []),  # few leap from year to year
        ("0起", "10起", [("W615", LEAP)]),
        ("160元", "160万元", [("W615", SCALE)]),
        ("160万元", "80元", [("W615", SCALE)]),
        ("97%", "97%", []),
        ("80件", "70起", [("H618", "单位或口径变了就在 note 里说明")]),
        ("{value: 80件, note: 改按件计}", "70起", []),
        ("不适用", "70起", []),
        ("70起", "不适用", []),
        ("70起", "0起", []),
    ],
)
def test_a_figure_that_stands_still_or_leaps_is_found(new: str, old: str, told: list[tuple[str, str]]) -> None:
    """Last year's number, five times it, ten thousand times it, another unit."""
    expected = [Found(code, "figures.立案.value", help=help_) for code, help_ in told]
    rule = _last_year.figures_move_plausibly
    assert found(rule, f"figures: {{立案: {new}, 听证: 1起}}", f"figures: {{立案: {old}, 信访: 1起}}") == expected


@pytest.mark.parametrize(
    ("new", "old", "told"),
    [
        ("163000元", "17万元", True),
        ("16.3万元", "170000元", True),
        ("1.2亿元", "170000元", True),
        ("{value: 16.3万元, previous: 170000元}", "17万元", True),
        ("16.3万元", "17万元", False),
        ("1.2亿元", "9800万元", False),
        ("0元", "17万元", False),
        ("16.3万元", "0元", False),
        ("16万件", "17件", False),
        ("16.3万元", "不适用", False),
    ],
)
def test_money_is_in_one_scale_both_years(new: str, old: str, *, told: bool) -> None:
    """In 元 or in 万元; 万元 and 亿元 part at a hundred million by right, and nothing is 0万元."""
    help_ = "两年用一样的单位，表和图里才好比；以万元为单位的，小数最多两位"
    found_ = found(_last_year.money_in_one_scale, f"figures: {{罚款: {new}}}", f"figures: {{罚款: {old}}}")
    assert found_ == [Found("H444", "figures.罚款.value", help=help_)] * told


@pytest.mark.parametrize(
    ("keys", "before", "changed"),
    [
        ("issuer: 示例县教育局", "lead: 甲。", True),
        ("issuer: 示例区生态环境局", "lead: 甲。", False),
        ("issuer: 待填", "lead: 甲。", False),
        ("issuer: 示例县教育局", "", False),
    ],
)
def test_the_bureau_is_last_years(keys: str, before: str, *, changed: bool) -> None:
    """Another one is worth a look, unless it is still to be filled in or there is no such year."""
    expected = Found("W620", "issuer", help="核对是不是拿错了文件；机关改了名，可以不再提示")
    assert found(_last_year.same_issuer, keys, before) == [expected] * changed


@pytest.mark.parametrize(
    ("figure", "old", "differs"),
    [
        ("{value: 92起, previous: 82起}", "80起", True),
        ("{value: 92起, previous: 80件}", "80起", True),
        ("{value: 92起, previous: 80起}", "80起", False),
        ("{value: 92元, previous: 1.0万元}", "10000元", False),
        ("{value: 92起, previous: 82起, restated: 补录}", "80起", False),
        ("92起", "80起", False),
    ],
)
def test_what_is_said_of_last_year_is_what_it_published(figure: str, old: str, *, differs: bool) -> None:
    """In value and unit, however written; or there is a reason."""
    expected = Found("E616", "figures.立案.previous", help="改成一样的，或者写明 restated: 理由")
    told = found(_last_year.last_year_as_published, f"figures: {{立案: {figure}}}", f"figures: {{立案: {old}}}")
    assert told == [expected] * differs


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('[滥伐, "31", "42.6"], [其他, "6", "5"]', True),
        ('[滥伐, "31", "42.7"], [其他, "6", "5"]', False),
        ('[滥伐, "{{ 立案.value }}", "42.6"], [其他, "6", "5"]', False),  # a figure's own, and another this year
    ],
)
def test_a_table_of_last_years_is_found(rows: str, *, told: bool) -> None:
    """Cell by cell; which a clerk leaves who deletes the mark in its first cell."""
    table = "measures: [{{text: 见下表：, table: {{header: [类型, 立案, 罚款], rows: [{}]}}}}]"
    last = table.format('[滥伐, "31", "42.6"], [其他, "6", "5"]')
    seen = found(_last_year.tables_copied, "figures: {立案: 35起}\n" + table.format(rows), last)
    assert [(one.code, one.path) for one in seen] == [("W613", "measures.items[1].table:")] * told
    assert found(_last_year.tables_copied, table.format(rows)) == []


def test_names_in_a_table_may_stay() -> None:
    """Of a list of names nothing is to be said."""
    table = "measures: [{text: 见下表：, table: {header: [部门, 联系人], rows: [[法制科, 甲], [办公室, 乙]]}}]"
    assert found(_last_year.tables_copied, table, table) == []


def test_the_note_below_the_date_may_stay() -> None:
    """Whom to ring up is the same every year."""
    note = "annotation: 联系人：张三，联系电话：0000-1234567，传真：0000-7654321，地址：某路12号"
    assert found(_last_year.sentences_copied, note, note) == []
