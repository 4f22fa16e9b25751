"""Sentences as reports write them, made from numbers that are true, and from the same with one that is not."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

Numbers = Mapping[str, int | Decimal]
Sentences = Mapping[str, tuple[str, ...]]  # by what their numbers have to do with each other


def numbers(x: int, y: int, z: int) -> Mapping[str, dict[str, int | Decimal]]:
    """True numbers of every kind out of three, each between 1 and 999; `!` is the one to falsify."""
    part, whole, more = min(x, y), x + y, x + y + z
    low, high = Decimal(min(x, y)) / 10, Decimal(max(x, y) + 9) / 10
    return {
        "growth": {"a": x, "b": whole, "d": y, "!": rate(y, x)},
        "fall": {"a": whole, "b": x, "d": y, "!": rate(y, whole)},
        "difference": {"a": x, "b": whole, "!": y},
        "parts": {"a": x, "b": y, "c": z, "!": more},
        "pair": {"a": x, "b": y, "!": whole},
        "money": {"a": Decimal(x) / 10, "b": Decimal(y) / 10, "!": Decimal(whole) / 10},
        "share": {"a": part, "b": whole, "!": rate(part, whole)},
        "points": {"a": low, "b": high, "!": high - low},
        "times": {"a": x, "b": x * (2 + z % 7), "!": 1 + z % 7},
        "multiple": {"a": x, "b": x * (2 + z % 7), "!": 2 + z % 7},
        "yearly": {"a": x, "b": x + y, "!": yearly(x, x + y, 5)},
    }


def rate(part: int, whole: int) -> Decimal:
    """The one of the other, in per cent with one decimal."""
    return (Decimal(part) / whole * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def yearly(start: int, end: int, years: int) -> Decimal:
    """The growth a year, in per cent with one decimal."""
    return (((Decimal(end) / start) ** (Decimal(1) / years) - 1) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def sentence(template: str, given: Mapping[str, int | Decimal], wrong: int | Decimal = 0) -> str:
    """The sentence with the numbers in it, the one to falsify changed by `wrong`."""
    text = template.replace("{!}", str(given["!"] + wrong))
    for name, value in given.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


SENTENCES: Sentences = {
    "growth": (
        "立案{b}起，同比（{a}起）增长{!}%。",
        "与2023年相比，立案数由{a}起增至{b}起，上升{!}%。",
        "{b}家企业纳入监管，比2023年底增加{d}家，增长{!}%。",
        "全年共办理行政复议案件{b}件，与上年{a}件相比，增长{!}%。",
        "本年度办理行政许可{b}件（上年同期{a}件），同比增长{!}%。",
        "立案{b}起，比上年的{a}起增长{!}%。",
        "立案{b}起，较2023年的{a}起增加了{!}%。",
        "立案由{a}起增加到{b}起，增长{!}%。",
        "从去年的{a}场增加至今年的{b}场，同比增长{!}%。",
        "2023年立案{a}起，2024年立案{b}起，增长{!}%。",
        "信访量同比上升{!}%，从{a}件次升为{b}件次。",
        "办理{b}件，同比增加{d}件，增幅{!}%。",
        "检查{b}家次，同比多{d}家次（上年{a}家次），上升{!}%。",
        "办案{b}件，在上年{a}件的基础上增长{!}%。",
    ),
    "fall": (
        "涉企检查次数从{a}次压减到{b}次，压减{!}%。",
        "信访总量{b}件次，同比减少{d}件次、下降{!}%。",
        "案件数量减少{!}%，由{a}件减少至{b}件。",
        "投诉{b}件，较上年的{a}件下降{!}%。",
        "投诉由{a}件减少到{b}件，减少{!}%。",
        "与去年的{a}件相比，今年投诉{b}件，下降了{!}%。",
        "信访投诉从上年的{a}件降至{b}件，降幅达{!}%。",
    ),
    "difference": (
        "持证执法人员由年初的{a}人增至{b}人，净增{!}人。",
        "举办培训班{b}期，比去年（{a}期）多{!}期。",
        "立案{b}起，比上年的{a}起增加{!}起。",
        "立案由{a}起上升到{b}起，增加{!}起。",
    ),
    "parts": (
        "累计解答咨询{!}人次：来访{a}人次，来电{b}人次，来信{c}人次。",
        "全年审核规范性文件{a}件、重大行政决策{b}件、行政协议{c}件，三类文件合计{!}件。",
        "受理群众举报{!}件（环境类{a}件、食品类{b}件、其他{c}件）。",
        "开展活动{!}场，其中进企业{a}场、进社区{b}场、进学校{c}场。",
        "发放资料{!}份：手册{a}份、海报{b}份、折页{c}份。",
        "办理案件{!}件，包括一般案件{a}件、简易案件{b}件、其他案件{c}件。",
        "培训{!}人次（其中，线上{a}人次、线下{b}人次、送教{c}人次）。",
        "检查企业{a}家、商户{b}家、学校{c}家，共{!}家。",
        "开展集中宣讲{a}场、专题讲座{b}场、现场咨询{c}场，合计{!}场。",
    ),
    "pair": (
        "审结复议案件{!}件，其中维持{a}件、纠错{b}件。",
        "受理许可申请{!}件，其中准予{a}件，不予{b}件。",
        "组织线上培训{a}期、线下培训{b}期，共计{!}期。",
    ),
    "money": (
        "罚没款总额{!}万元，其中罚款{a}万元，没收违法所得{b}万元。",
        "罚没金额共计{!}万元，包括罚款{a}万元、没收违法所得{b}万元。",
        "罚款{a}万元、没收违法所得{b}万元，罚没合计{!}万元。",
        "投入资金{!}万元，其中市级{a}万元、区级{b}万元、镇级0.0万元。",
    ),
    "share": (
        "在{b}件行政处罚案件中，适用简易程序的{a}件，占{!}%。",
        "抽查企业{b}家，发现问题企业{a}家，问题发现率{!}%。",
        "{a}件案件由负责人出庭应诉，占应诉案件总数（{b}件）的{!}%。",
        "累计排查隐患{b}处，已整改{a}处，整改完成率{!}%。",
        "抽检产品{b}批次，合格{a}批次，合格率为{!}%。",
        "参加考试{b}人，{a}人合格，合格率{!}%。",
        "复议案件{b}件，其中调解和解{a}件，调解和解率达到{!}%。",
        "{b}件案件中有{a}件经调解结案，调解结案率{!}%。",
        "简易程序案件{a}件，占全部处罚案件{b}件的{!}%。",
        "立案{b}起，其中水污染案件{a}起，占立案数的{!}%。",
        "收到投诉{b}件，其中噪声类{a}件，占比{!}%。",
        "水污染案件{a}起，占立案总量{b}起的{!}%。",
        "排查隐患{b}处，完成整改{a}处，整改率{!}%。",
        "应诉{b}件，负责人出庭{a}件，出庭率为{!}%。",
        "整改问题{a}/{b}，整改率{!}%。",
        "调解纠纷{b}件、成功{a}件，调解成功率{!}%。",
        "行政诉讼{b}件，败诉{a}件，败诉率为{!}%。",
    ),
    "points": (
        "群众对法治建设的满意度达到{b}%，较去年（{a}%）提高了{!}个百分点。",
        "网上办理率由上年的{a}%进一步提升到{b}%，同比提高{!}个百分点。",
        "全年办结率较上年提高{!}个百分点，由{a}%提高到{b}%。",
        "办结率由{a}%提高到{b}%，提高{!}个百分点。",
        "群众满意度{b}%，比上年的{a}%提升{!}个百分点。",
        "优良率从{a}%上升至{b}%，同比上升{!}个百分点。",
    ),
    "times": (
        "活动由{a}场增加到{b}场，增长{!}倍。",
        "活动{b}场，比上年的{a}场增加了{!}倍。",
    ),
    "multiple": ("线上咨询量达到{b}件次，是去年{a}件次的{!}倍。",),
    "yearly": (
        "近五年来，公共法律服务投入由{a}件增长到{b}件，年均增幅{!}%。",
        "2019年的{a}件增加到2024年的{b}件，年均增长{!}%。",
    ),
}  # fmt: skip
