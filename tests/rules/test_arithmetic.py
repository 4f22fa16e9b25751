"""What sentences say of numbers: silent where it is right, told where one number is not, in many wordings."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import how_many
from support.contexts import reading, told_of
from support.statistics import SENTENCES, numbers, sentence

from ecoreport.rules import _changes, _ratios, _sums

RULES = (
    _sums.parts_make_up_the_total, _sums.two_kinds_within_all, _sums.sums, _sums.people_and_times,
    _changes.directions, _changes.changes, _changes.points_and_per_cents, _changes.decreases,
    _changes.compared_with_the_right_time, _changes.points_beside_per_cents,
    _ratios.rates, _ratios.shares, _ratios.no_more_than_all,
)  # fmt: skip
TEMPLATES = [(kind, template) for kind, templates in SENTENCES.items() for template in templates]
TOKENS = (
    *"0123456789.，。；：、（）()%‰约近余多万亿百千一二三十零点元件起次倍番成占率由从到至比年月日第共了的",
    "其中", "共计", "增加到", "下降", "个百分点", "上年的", "2023年", "分别", "占立案的", "办结率", "百分之", "分之",
    "翻番", "翻了", "年均增长", "{{ 立案 }}", "{{ 率 }}", "9" * 40, "1480/1491", "罚款", "没收", "罚没合计", "人次",
    "同比", "环比", "未", "—", "万元", "家", "1,234", "审结的", "案件中",
)  # fmt: skip
WHOLE = ("difference", "parts", "pair", "times", "multiple")


def told(text: str, figures: str = "") -> list[tuple[str, str]]:
    """What all rules of arithmetic find in a measure that says so."""
    seen = reading(f"{figures}measures: [{{text: '{text}'}}]")
    return [(one.code, one.message) for rule in RULES for one in rule(seen)]


@pytest.mark.parametrize(("kind", "template"), TEMPLATES)
@settings(max_examples=how_many(30))
@given(some=st.tuples(*[st.integers(1, 990)] * 3))
def test_true_numbers_are_silent(kind: str, template: str, some: tuple[int, int, int]) -> None:
    """Rounded to the places that are printed."""
    assert told(sentence(template, numbers(*some)[kind])) == []


@pytest.mark.parametrize(("kind", "template"), TEMPLATES)
@settings(max_examples=how_many(30))
@given(some=st.tuples(*[st.integers(2, 990)] * 3), wrong=st.integers(-90, 90))
def test_one_wrong_number_is_told(kind: str, template: str, some: tuple[int, int, int], wrong: int) -> None:
    """A whole number, or a rate that is two points off at least."""
    true = numbers(*some)[kind]
    off = wrong if kind in WHOLE else Decimal(wrong) / 3
    assume(abs(off) >= 2 and true["!"] + off > 0 and abs(true["!"] + off - (100 - true["!"])) > 1)
    assume(kind not in ("share", "fall") or true["!"] + off <= 100)
    assert told(sentence(template, true, off if kind in WHOLE else round(off, 1)))


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("活动30场，其中企业12场、社区10场、学校9场", "W421", "12场+10场+9场=31场，写的是30场"),
        ("活动30场，其中企业32场", "W421", "32场，多于全部30场"),
        ("活动30场，其中企业12场、社区10场", "H422", "12场+10场=22场，写的是30场"),
        ("检查1200家，其中化工12家、制药8家、印染5家", "H422", "12家+8家+5家=25家，写的是1200家"),
        ("党员和干部120人，其中党员80人、女性45人", "H422", "80人+45人=125人，写的是120人"),
        ("受理640件，准予628件，不予32件", "W421", "628件+32件=660件，写的是640件"),
        ("线上3场、线下5场，共9场", "W423", "3场+5场=8场，写的是9场"),
        ("罚款186.4万元、没收12.3万元，罚没合计201.7万元", "W423", "186.4万元+12.3万元=198.7万元，写的是201.7万元"),
        ("培训320人、共280人次", "W432", "320人，只有280人次，人次不会少于人数"),
        ("投诉由40件下降到50件", "W425", "由40件到50件是增加，写的是减少"),
        ("立案42起，比上年的50起增长16%", "W425", "由50起到42起是减少，写的是增加"),
        ("立案42起，比上年的35起增长15%", "E413", "由35起到42起，增长20.0%，写的是15%"),
        ("立案35起，比上年的42起下降20.00%", "E413", "由42起到35起，下降16.67%，写的是20.00%"),
        ("立案42起，比上年的35起增加8起", "E413", "由35起到42起，增加7起，写的是8起"),
        ("立案35起，比上年的35起增长5%", "E413", "由35起到35起，没有变化，写的是5%"),
        ("合格率由50%提高到54.4%，提高9个百分点", "E413", "由50%到54.4%，提高4.4个百分点，写的是9个百分点"),
        ("合格率由50%提高到54.4%，提高5个百分点", "E413", "由50%到54.4%，提高4.4个百分点，写的是5个百分点"),
        ("合格率由50.0%提高到54.4%，提高4.3个百分点", "H424", "“4.3个百分点”末位差一点，算下来是4.4个百分点"),
        ("办理722件，同比增加49件，增幅9.3%", "E413", "722件，增加49件，算下来是7.3%，写的是9.3%"),
        ("办理22件，同比增加49件，增幅9.3%", "E413", "22件，增加49件，算下来是负数，写的是9.3%"),
        ("办理722件，同比减少49件，降幅9.3%", "E413", "722件，减少49件，算下来是6.4%，写的是9.3%"),
        ("活动由10场增加到40场，翻了三番", "W429", "由10场到40场，是4倍，翻三番是8倍，写的是三番"),
        ("活动由10场增加到40场，翻番", "W429", "由10场到40场，是4倍，翻一番是2倍，写的是翻番"),
        ("活动由10场增加到40场，翻了999999999番", "W429", "由10场到40场，是4倍，写的是999999999番"),
        ("活动由10场增加到40场，增长4倍", "W429", "由10场到40场，增长3.0倍，写的是4倍"),
        ("活动40场，是上年10场的5倍", "W429", "由10场到40场，是4.0倍，写的是5倍"),
        ("立案由3件增加到5件，增长66.6%", "H424", "“66.6%”末位差一点，算下来是66.7%"),
        ("立案5件，同比增加2件，增长66.6%", "H424", "“66.6%”末位差一点，算下来是66.7%"),
        ("投诉40件，比上年的100件下降2倍", "E428", "“2倍”：减少、下降最多到100%，不用倍数"),
        ("三年来收入由100元增加到121元，年均增长15.0%", "E413", "由100元到121元，年均增长6.6%，写的是15.0%"),
        ("合格率由90%提高到96%，提高了6%", "E426", "由90%到96%相差6个百分点，写的是6%"),
        ("合格率96%，比上年的90%提高9%", "E426", "由90%到96%相差6个百分点，写的是9%"),
        ("合格率由50%提高到54%，提高8%", "H427", "率变了“8%”，是百分之几还是几个百分点看不出来"),
        ("合格率96%，比上年增长6%", "H427", "率变了“6%”，是百分之几还是几个百分点看不出来"),
        ("投诉比上年减少了2倍", "E428", "“2倍”：减少、下降最多到100%，不用倍数"),
        ("投诉比上年减少一倍以上", "E428", "“一倍”：减少、下降最多到100%，不用倍数"),
        ("平均用时由8天压缩到2天，压缩85%", "E413", "由8天到2天，下降75.0%，写的是85%"),
        ("传输有效率达101.2%", "E404", "“传输有效率”是101.2%，最多是100%"),
        ("投诉比上年缩减两倍多", "E428", "“两倍”：减少、下降最多到100%，不用倍数"),
        ("同比增加12件，增长30%，由上年的50件增至62件", "E413", "由50件到62件，增长24.0%，写的是30%"),
        ("收到18件，其中受理15件、不予受理2件", "W421", "15件+2件=17件，写的是18件"),
        ("排查隐患86处，已整改80处，正在整改8处", "W421", "80处+8处=88处，写的是86处"),
        ("应参加考试80人，实际参加76人，参考率98%", "E413", "76人/80人是95.0%，写的是98%"),
        ("投诉下降百分之一百二十", "E428", "“百分之一百二十”：减少、下降最多到100%，不用倍数"),
        ("立案数环比上年增长5%", "W431", "“环比上年”：“环比”不与上年比"),
        ("立案数同比上季度增长5%", "W431", "“同比上季度”：“同比”不与上季度比"),
        ("合格率提高1.8个百分点，同比增长2.0%", "W433", "1.8个百分点和2.0%说的是同一个率的变化"),
        ("应诉12件、出庭10件、出庭率100%", "W434", "10件/12件是83.3%，写的是100%"),
        ("应诉12件，出庭15件，出庭率100%", "W421", "出庭15件，多于应诉12件"),
        ("查出隐患251处，检查出的问题9处，整改隐患246处，整改率90.0%", "W434", "246处/251处是98.0%，写的是90.0%"),
        ("查出隐患251处，未整改5处，整改率90.0%", "E413", "5处/251处是98.0%，写的是90.0%"),
        ("受理3件，办结2件，办结率66.6%", "H424", "2件/3件是66.7%，写的是66.6%"),
        ("整改1480/1491，整改率98.3%", "E413", "1480/1491是99.3%，写的是98.3%"),
        ("立案42起，水污染20起，占立案数的50%", "E413", "20起/42起是47.6%，写的是50%"),
        ("满意度达103.5%", "E404", "“满意度”是103.5%，最多是100%"),
        ("满意度由98%提高到103.5%", "E404", "“满意度”是103.5%，最多是100%"),
        ("占投诉的103.5%", "E404", "“占投诉”是103.5%，最多是100%"),
        ("结案率103.5%", "H430", "“结案率”是103.5%，超过了100%"),
    ],
)  # fmt: skip
def test_what_would_be_right_is_reckoned(text: str, code: str, message: str) -> None:
    """One finding for one fault."""
    assert told(f"{text}。") == [(code, message)]


@pytest.mark.parametrize(
    "text",
    [
        "受理案件25.4万件，办结23.1万件，同比分别上升3.6%和3.1%。其中市级受理2.8万件，办结2.4万件",
        "新收案件1512万件，结案1239万件，结案率68.17%，同比上升1.1个百分点",
        "受理案件879件（含旧存343件），结案500件，结案率79.6%",
        "出台文件8件，废止2件，现行有效45件",
        "执法人员3256人，其中市级1024人，县级2232人，持证312人",
        "网上办理11800件，占比93.9%，即办件占比65%，承诺时限压缩72%",
        "承诺办理时限由法定的20个工作日压缩至5个工作日，压缩75%，提速3倍",
        "行政诉讼连续三年下降，败诉率同比下降3.2个百分点、数量下降15.0%",
        "办件8650件，按期办结率99.8%，满意率96.5%，较上年分别提高0.5个百分点、1.2个百分点",
        "评查案卷200卷，优秀案卷56卷、合格案卷140卷、不合格案卷4卷，合格率98%",
        "应诉案件56件，其中一审38件，二审15件，再审3件；审结48件，败诉4件，负责人出庭36件，出庭率100%",
        "立法计划5件，完成6件，完成率120%，任务完成率103.5%，执行率115%",
        "活动由10场增加到38场，增长两倍多，由10场增加到38场，增长2倍多",
        "活动由10场增加到38场，增长两倍以上，是上年的三倍左右，平均用时8天，平均每天2件",
        "立案42起，作出处罚40起，不予处罚8起",
        "同比增加12件，增长24%，由上年的50件增至62件",
        "应急演练12场，实战演练8场，演练覆盖率95%；应到80人，实到76人，到会率95%",
        "组织考试2次，参考298人次，培训骨干320人，通过率96.3%",
        "收到申请66件，上年结转2件，办结68件，办结率100%",
        "收到建议45件、提案67件，共112件，全部办结，办结率、满意率均为100%",
        "新增执法人员3名、退休2名，累计50名",
        "罚款150件、没收60件，罚没案件共171件",
        "收入由2.57万元增加到3.52万元、年均增长6.5%",
        "办理时限由10个工作日缩短为3个工作日，缩短七成",
        "从5个方面开展自查，由分管负责人出庭2件",
        "开展三项制度培训，办好一件事，一起推进，100余家参加，其中学校90家、医院60家等",
        "不少于5次，其中不少于6次在基层",
        "满意度约为103.5分，增长率120%，PM2.5下降3微克/立方米，热线12345受理8件",
        "罚没款1.2亿元，其中罚款0.9亿元、没收违法所得0.3亿元",
        "投入186.4万元和25万元，共211.4万元",
        "“应诉12件、出庭10件、出庭率100%”是去年的说法",
        "1—10月立案3起，2024年10月12日查处2起，第3季度1起，共5+2家",
        "合格率由50.0%提高到54.4%，提高4个百分点",
        "三年来收入由100元增加到121元，年均增长6.6%，年均增长10.0%，年均增加5元",
        "处罚3件，占全部的3%，审结的案件中，维持3件",
        "现有文化阵地356个，其中新建28个、提升15个",
        "累计立法28件，年均5.6件，其中2025年立法8件",
        "一季度立案20起，二季度30起，三季度25起，四季度45起，全年合计120起",
        "甲镇立案20起，乙街道查处30起、丙街道查处25起，共75起",
        "受理1350件，结案1302件，法定审限内结案率100%",
        "占比三分之二，占一半以上，三成以上的案件",
        "投诉占比由70%降至35%，检查占比由30%提升至65%",
        "案件翻了一番，从2020年的156件增至2023年的310件",
        "受理200件，办结201件，其中上年结转9件，办结率96%",
    ],
)  # fmt: skip
def test_what_may_be_right_is_silent(text: str) -> None:
    """As honest reports write: other wholes, other years, rounding, targets, numbers that are not statistics."""
    assert told(f"{text}。") == []


def test_a_share_is_of_a_figure() -> None:
    """By the figure's name, of which the text may say only the end."""
    figures = "figures: {立案: 42起, 不予立案: 7起, 许可: 不适用}\n"
    assert told("水污染20起，占立案总数的50%。", figures) == [("E413", "20起/42起是47.6%，写的是50%")]
    assert told("水污染20起，占全部立案的47.6%，占许可数的3%。", figures) == []


def test_a_figure_above_all_is_told_by_its_own_rule() -> None:
    """Where its name is that of a rate."""
    figures = "figures: {满意率: 103.5%, 评价: 103.5%}\n"
    assert told("群众满意率{{ 满意率 }}。", figures) == []
    assert [code for code, _ in told("群众满意率{{ 评价 }}。", figures)] == ["E404"]


def test_the_plan_is_reckoned_too() -> None:
    """What is planned has to come out as well."""
    seen = reading("next_year_plan: [{text: '办结率由90%提高到96%，提高6%。'}]")
    assert [one.code for one in _changes.points_and_per_cents(seen)] == ["E426"]


@given(st.lists(st.sampled_from(TOKENS), max_size=40))
def test_no_text_is_too_odd(tokens: list[str]) -> None:
    """Whatever stands beside whatever."""
    text = f"字{''.join(tokens)}"
    seen = reading(f"figures: {{立案: 3起, 率: {'9' * 50}%}}\nmeasures: [{{text: '{text}'}}]")
    assert isinstance([one for rule in RULES for one in rule(seen)], list)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("巡查比上年的40次增长1.5倍，达到100次", []),
        ("巡查比上年的40次增长2.5倍，达到100次", ["W429"]),
        ("案件较上年的15件翻了一番，达到45件", ["W429"]),
        ("立案比上年的35起增长25%，达到42起", ["E413"]),
        ("立案比上年的35起增长20%，其中达到优秀的100次", []),
    ],
)
def test_what_a_change_leads_to_may_stand_behind_it(sentence: str, told: list[str]) -> None:
    """With 达到, 增至 and the like."""
    assert [code for code, _, _ in told_of(f"{sentence}。")] == told
