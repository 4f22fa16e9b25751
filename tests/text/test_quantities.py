"""Texts as quantities: where they are, what each can stand for, which part it plays, how they belong together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.quantities import Mention, Nouns, literals, mention_of, rates_of, shares_of, statement, sums_of
from ecoreport.text.quantity import parse_quantity


def mentioned(text: str) -> tuple[Mention, ...]:
    """The quantities of the text."""
    return statement(text).mentions


def texts(mentions: tuple[Mention | None, ...]) -> str:
    """Them as they stand there, with · for none."""
    return " ".join(one.text if one else "·" for one in mentions)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("立案12起", "12", "12", "起"),
        ("立案1,234起", "1234", "1234", "起"),
        ("合格率98.0%", "97.95", "98.05", "%"),
        ("合格率98％", "97.5", "98.5", "%"),
        ("提高3百分点", "2.5", "3.5", "个百分点"),
        ("罚款186.4万元", "1863500", "1864500", "元"),
        ("罚款2亿元", "150000000", "250000000", "元"),
        ("罚款3百万元", "2500000", "3500000", "元"),
        ("发放3千份", "2500", "3500", "份"),
        ("缩短七成", "65", "75", "%"),
        ("增长两倍", "2", "2", "倍"),
        ("增长2倍", "1.5", "2.5", "倍"),
        ("增长三点五倍", "3.45", "3.55", "倍"),
        ("共三十五起", "35", "35", "起"),
        ("共一百二十起", "120", "120", "起"),
        ("共两万人次", "15000", "25000", "人次"),
        ("占百分之三", "2.5", "3.5", "%"),
        ("占百分之三点五", "3.45", "3.55", "%"),
        ("翻番", "1", "1", "番"),
        ("浓度25微克/立方米", "25", "25", "微克/立方米"),
        ("整改1480/1491处", "1480", "1480", "处"),
    ],
)
def test_a_number_stands_for_all_that_it_may_be_rounded_from(text: str, low: str, high: str, unit: str) -> None:
    """Counts are exact; decimals, per cents and 万 are rounded."""
    assert [(one.low, one.high, one.unit) for one in mentioned(text)] == [(Decimal(low), Decimal(high), unit)]


@pytest.mark.parametrize(
    "text", ["约12起", "近12起", "不足12起", "超过12起", "12余起", "12起左右", "3—12起", "3至5起", "占三分之二"]
)
def test_some_numbers_are_rough(text: str) -> None:
    """And are not reckoned with."""
    assert [one.exact for one in mentioned(f"立案{text}")] == [False]


@pytest.mark.parametrize("text", ["签约12起", "附近12起", "完成12起"])
def test_words_that_only_end_like_it_make_none_rough(text: str) -> None:
    """签约, 附近."""
    assert [one.exact for one in mentioned(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "2024年10月12日、10月、12日、上午9:30", "第3批、第三季度、第12345号", "〔2024〕12号", "PM2.5和A4", "1+3+N",
        "热线12315", "“立案3起”《条例3条》", "三项制度、一件事、一起推进", "零分之一", "1234567890123456789起",
        "3.5.6、12—15",
    ],
)  # fmt: skip
def test_what_is_no_quantity_stays_in_the_words(text: str) -> None:
    """Dates, ordinals, codes, quotations, words, numbers without a unit."""
    assert mentioned(text) == ()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("立案12起", "count"),
        ("由12起增加到15起", "from to"),
        ("12起的基础上", "base"),
        ("增长是3起", "count"),
        ("从12起至15起", "from to"),
        ("自上年的12起增至15起", "base to"),
        ("从5个方面开展", "count"),
        ("15起，比上年的12起", "count base"),
        ("15起，在上年12起的基础上", "count base"),
        ("同比（12起）增长3%", "base change"),
        ("比上年增加3起", "change"),
        ("增加3起", "count"),
        ("增长3%，增幅为3%，增长为3%", "change change to"),
        ("提高3个百分点", "change"),
        ("是上年的3倍，增长到3倍，增长3倍", "times times change"),
        ("合格率为98%、97%", "rate rate"),
        ("占比98%，占立案的3%", "share share"),
        ("不少于3次，3次以上，每年3次，3日内", "bound bound bound"),
        ("3小时内办结", "bound"),
        ("人均3件，12元/吨", "per per"),
        ("用了3年", "years"),
        ("自由3次，至少3次", "count bound"),
        ("减少不到3%", "change"),
        ("较多3起", "count"),
    ],
)
def test_the_words_around_a_number_give_its_part(text: str, roles: str) -> None:
    """From the end of what stands before it, and from the beginning of what stands behind."""
    assert [one.role for one in mentioned(text)] == roles.split()


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("全年共立案12起", "立案"), ("作出行政处罚决定达12件", "行政处罚决定"), ("任务完成率98%", "任务完成率"),
        ("完成率98%", "完成率"), ("办结率由90%", "办结率"), ("信访（含来电）12件", "信访"), ("有12起立案", "立案"),
        ("数量下降3%", "数量"), ("并下降3%", ""),
        ("立案比上年增加3起", "立案"), ("立案较之2023年度下降3%", "立案"),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, noun: str) -> None:
    """Without the words around it."""
    assert [one.noun for one in mentioned(text)] == [noun]


def test_the_end_of_a_movement_has_the_noun_of_its_beginning() -> None:
    """办结率由90%提高到96%."""
    assert [one.noun for one in mentioned("办结率由90%提高到96%")] == ["办结率", "办结率"]


@pytest.mark.parametrize(
    ("text", "year"),
    [("2023年立案", 2023), ("去年立案", -1), ("前一年立案", -1), ("今年立案", 0), ("立案", None), ("三年来", None)],
)
def test_the_year_of_a_number(text: str, year: int | None) -> None:
    """As a number, or from this year on."""
    assert [one.year for one in mentioned(f"{text}12起")] == [year]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("活动30场，其中企业12场、社区10场", ["30场 12场 10场 其中"]),
        (
            "受理30件，办结29件，其中许可12件、备案18件",
            ["30件 12件 18件 其中"],
        ),  # what they make up, if not the nearest
        ("受理30件，办结29件，其中许可12件、备案17件", ["29件 12件 17件 其中"]),
        ("受理30件，办结29件，其中许可12件、备案16件", ["29件 12件 16件 其中"]),
        ("活动30场：企业12场、社区10场", ["30场 12场 10场 ："]),
        ("活动30场（企业12场、社区10场），培训3场", ["30场 12场 10场 （"]),
        ("活动30场，其中进企业12场，进社区10场，培训5场", ["30场 12场 10场 其中 loose"]),
        ("活动30场，其中企业12场等", ["30场 12场 其中 open"]),
        ("审结的30件案件中，维持12件，撤销3件，办理5件", ["30件 12件 3件 中 loose"]),
        ("活动30场，其中企业12场，其中大型2场", ["30场 12场 其中", "12场 2场 其中"]),
        ("活动30场，其中企业12场；社区10场", ["30场 12场 其中"]),
        ("活动30场，其中企业12场，同时社区10场", ["30场 12场 其中"]),
        ("活动30场，其中企业12场、社区10场，学校9场，其中中学3场", ["30场 12场 10场 其中", "9场 3场 其中"]),
        ("活动30场，其中企业12家", []),
        ("其中企业12场、社区10场", []),
        ("活动30场。其中企业12场", []),
        ("培训3场、宣讲5场", []),
    ],
)
def test_parts_and_their_total(text: str, parts: list[str]) -> None:
    """How they are announced, whether more are left out, whether commas join them."""
    told = [
        f"{texts((one.total, *one.parts))} {one.announced}{' open' * one.open}{' loose' * one.loose}"
        for one in statement(text).parts
    ]
    assert told == parts


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("由35起增加到42起，增长20%", ["20% 35起 42起"]),
        ("42起，比上年的35起增长20%，增加7起", ["20% 35起 42起", "7起 35起 42起"]),
        ("2023年立案35起，2024年立案42起，增长20%", ["20% 35起 42起"]),
        ("2022年立案35起，2024年立案42起，增长20%", ["20% · 42起"]),
        ("同比下降70.5%，从661件次降为195件次", ["70.5% 661件次 195件次"]),
        ("检查886家次，同比多80家次（上年806家次）", ["80家次 806家次 886家次"]),
        ("立案42起，投诉下降20%", ["20% · ·"]),
        ("立案42起；增长20%", ["20% · ·"]),
        ("立案42起、结案35起，分别增长20%、15%", ["20% · ·"]),
        ("人均42件，增长20%", ["20% · ·"]),
        ("立案42起，比上年的35件增长20%", ["20% · 42起"]),
        ("增长20%", ["20% · ·"]),
    ],
)
def test_changes_and_what_they_are_between(text: str, changes: list[str]) -> None:
    """The value before and the one behind, as far as they are told."""
    assert [texts((one.said, one.start, one.end)) for one in statement(text).changes] == changes


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("线上3场、线下5场，共8场", ["3场 5场 8场"]),
        ("罚款3万元、没收5万元，罚没合计8万元", ["3万元 5万元 8万元"]),
        ("书面建议3件、口头建议5件，三类建议共8件", ["3件 5件 8件"]),
        ("建议3件，以上共8件", []),
        ("立案3件，立案3件，共立案3件", []),
        ("线上3场；线下5场，共8场", []),
        ("线上3场、线下5场，共8期", []),
        ("线上3场、线下5场，累计9场", []),
        ("线上3场、线下5场，累计7场", ["3场 5场 7场"]),
        ("新增3场、线下5场，累计7场", []),
        ("线上3场、线下5场，公共活动8场", []),
        ("线上3场、线下5场，共举办各类法治宣传活动8场", []),
        ("线上约3场、线下5场，共8场", []),
        ("线上3场、线下5场，分别共8场", []),
        ("活动9场，其中线上3场、线下5场，共8场", []),
    ],
)
def test_sums(text: str, sums: list[str]) -> None:
    """Addends of one list, and what they come to."""
    said = statement(text)
    assert [texts((*one.addends, one.total)) for one in sums_of(said.mentions, said.parts)] == sums


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("隐患251处，整改246处，整改率98.0%", ["98.0% 246处 251处"]),
        ("隐患251处，已整改246处，整改完成率98.0%", ["98.0% 246处 251处"]),
        ("隐患251处，检查9处，整改246处，整改率98.0%", ["98.0% 246处 251处 uncertain"]),
        ("隐患251处，未整改5处，整改率98.0%", ["98.0% 5处 251处 rest"]),
        ("应诉12件，出庭15件，出庭率100%", ["100% 15件 exceeded 12件"]),
        ("整改1480/1491，整改率99.3%", ["99.3% 1480/1491 1480/1491"]),
        ("整改率99.3%（1480/1491）", ["99.3% 1480/1491 1480/1491"]),
        ("整改1480/1491", []),
        ("隐患251处，整改246处，按期整改率98.0%", []),
        ("上年结转251处，整改246处，整改率98.0%", []),
        ("隐患251处，分别整改246处，整改率98.0%", ["98.0% 246处 251处"]),
        ("隐患251处，整改246处，分别整改率98.0%", []),
        ("隐患251处，满意率98.0%", []),
        ("整改246处。整改率98.0%", []),
    ],
)
def test_rates(text: str, rates: list[str]) -> None:
    """With the part that they are named after and what it may be a part of."""
    said = statement(text)
    told = [
        f"{texts((one.rate, one.part, *one.wholes))}{' uncertain' * (not one.certain and bool(one.wholes))}"
        f"{' rest' * one.of_rest}{f' exceeded {one.exceeded.text}' if one.exceeded else ''}"
        for one in rates_of(said.mentions, said.parts)
    ]
    assert told == rates


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("立案42起，水污染20起，占立案数的47.6%", ["47.6% 20起 42起"]),
        ("20起，占立案总量42起的47.6%", ["47.6% 20起 42起"]),
        ("立案42起。水污染20起，占立案数的47.6%", ["47.6% 20起 42起"]),
        ("不予立案42起，水污染20起，占立案数的47.6%", ["47.6% 20起"]),
        ("有42起立案，水污染20起，占立案数的47.6%", ["47.6% 20起 42起"]),
        ("水污染20起，占听证数的47.6%", ["47.6% 20起 7起"]),
        ("水污染20起，占证的47.6%", ["47.6% 20起"]),
        ("水污染20起，占本市行政听证的47.6%", ["47.6% 20起 7起"]),
        ("水污染20起，占同类立案42起的47.6%", ["47.6% 20起 42起"]),
        ("投诉42件，其中噪声20件，占比47.6%；水10件，占23.8%", ["47.6% 20件 42件", "23.8% 10件 42件"]),
        ("投诉42件，噪声20件，占47.6%；水10件，占23.8%", ["47.6% 20件 42件", "23.8% 10件 42件"]),
        ("投诉42件；水10件，占23.8%", ["23.8% 10件"]),
        ("投诉42件，其中噪声20件，占总数的47.6%", ["47.6% 20件 42件"]),
        ("网上办理20件，占比47.6%，即办件占比65%", ["47.6% 20件"]),
        ("占比47.6%", []),
        ("水10件；占23.8%", []),
    ],
)
def test_shares(text: str, shares: list[str]) -> None:
    """With their part and what it may be a part of: named, in the text or among figures, or the total of its list."""
    said, figure = statement(text), mention_of("行政听证", parse_quantity("7起"))
    assert figure is not None
    told = [texts((one.share, one.part, *one.wholes)) for one in shares_of(said.mentions, said.parts, Nouns([figure]))]
    assert told == shares


@pytest.mark.parametrize(
    ("name", "typed", "low", "exact"),
    [("立案数", "42起", "42", True), ("罚款金额", "186.4万元", "1863500", True), ("投诉", "约80件", "80", False)],
)
def test_a_figure_is_as_if_mentioned(name: str, typed: str, low: str, exact: bool) -> None:  # noqa: FBT001
    """Under its name."""
    one = mention_of(name, parse_quantity(typed))
    assert one is not None
    assert (one.noun, one.low, one.exact) == (name.removesuffix("数").removesuffix("金额"), Decimal(low), exact)
    assert mention_of(name, parse_quantity("不适用")) is None


@given(
    st.text(
        "0123456789.,，。；：、（）%约余万亿百千一二十零点元件起倍番成占率由从到至比年月日第其中共了的增加分之翻",
        max_size=60,
    )
)
def test_every_text_is_read(text: str) -> None:
    """Its quantities stand in it, one behind the other."""
    last = 0
    for one in mentioned(text):
        assert last <= one.start < one.end
        assert text[one.start : one.end] == one.text
        last = one.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发放“明白纸”3000份，《条例》5场，“回头看”3轮", ["3000份", "5场", "3轮"]),
        (
            "3册、4堂、5幅、6支、7块、8本、9则、2艘、3页、4课时、5小时",
            ["3册", "4堂", "5幅", "6支", "7块", "8本", "9则", "2艘", "3页", "4课时", "5小时"],
        ),
        ("不满10万元，5万元以上，5万元及以上，未满3起，24小时值守，2小时内", []),
    ],
)
def test_literals(text: str, found: list[str]) -> None:
    """Numbers that could be figures: no thresholds, no terms."""
    assert [match[0] for match in literals(text)] == found
