"""The catalogue of indicators: what bureaus call them, and which are part of which."""

from collections.abc import Mapping

Indicator = str


NAMES: Mapping[Indicator, tuple[str, ...]] = {
    "inspect_visits": ("检查点位", "检查企业", "检查单位", "检查家次", "现场检查"),
    "inspect_people": ("出动执法人员", "出动人员", "执法人员出动", "出动人次"),
    "cases_filed": ("立案", "立案数", "立案查处", "立案案件"),
    "penalty_decisions": ("处罚决定", "行政处罚", "行政处罚决定", "行政处罚决定书", "处罚决定书"),
    "publicity_penalty": ("公示处罚信息", "公示行政处罚信息", "处罚信息公示", "行政处罚公示"),
    "penalty_amount": ("罚款金额", "罚没金额", "罚款", "处罚金额"),
    "licence_apply": ("行政许可申请", "许可申请"),
    "licence_accept": ("行政许可受理", "许可受理"),
    "licence_grant": ("行政许可准予", "准予许可", "准予行政许可"),
    "licence_refuse": ("行政许可不予", "不予许可", "不予行政许可"),
    "five_kinds": ("五类案件", "五类配套办法案件", "配套办法案件"),
    "seizure": ("查封扣押", "查封、扣押"),
    "order_limit": ("限产停产", "责令限制生产", "限制生产停产整治", "责令限制生产停产整治"),
    "daily_fine": ("按日计罚", "按日连续处罚"),
    "detain_transfer": ("移送行政拘留", "移送拘留"),
    "crime_transfer": ("移送涉嫌犯罪", "移送涉嫌环境犯罪", "涉嫌犯罪移送", "移送犯罪"),
    "review_cases": ("行政复议", "行政复议案件", "复议案件"),
    "review_lost": ("复议纠错", "行政复议纠错", "被纠错"),
    "review_applied": ("复议申请", "行政复议申请"),
    "review_accepted": ("复议受理", "行政复议受理"),
    "review_closed": ("复议审结", "行政复议审结"),
    "review_upheld": ("复议维持", "行政复议维持"),
    "mediations": ("调解", "人民调解", "行政调解", "调解纠纷"),
    "mediations_done": ("调解成功", "成功调解"),
    "lawsuit_won": ("胜诉", "胜诉案件"),
    "lawsuit_cases": ("行政诉讼", "行政应诉", "行政诉讼案件", "应诉案件"),
    "lawsuit_lost": ("败诉", "败诉案件", "行政诉讼败诉"),
    "petitions": ("信访投诉", "信访举报", "信访", "群众投诉"),
    "petitions_closed": ("信访办结", "投诉办结", "信访投诉办结"),
    "cases_published": ("典型案例", "发布典型案例"),
    "cases_adopted": ("采纳案例", "典型案例采纳", "被采纳案例"),
}

MONEY = frozenset({"penalty_amount"})  # in 元; all others are counted

# The sum of the parts is never above the whole.
PARTS: tuple[tuple[tuple[Indicator, ...], Indicator], ...] = (
    (("review_lost",), "review_cases"),
    (("lawsuit_won", "lawsuit_lost"), "lawsuit_cases"),
    (("review_accepted",), "review_applied"),
    (("review_closed",), "review_accepted"),
    (("review_upheld", "review_lost"), "review_closed"),
    (("mediations_done",), "mediations"),
    (("petitions_closed",), "petitions"),
    (("cases_adopted",), "cases_published"),
    (("licence_grant", "licence_refuse"), "licence_accept"),
    (("licence_accept",), "licence_apply"),
    (("seizure", "order_limit", "daily_fine", "detain_transfer", "crime_transfer"), "five_kinds"),
)

# Of these the parts are all there are: given every one, they make up the whole.
COMPLETE = frozenset({"five_kinds"})

_BY_NAME: Mapping[str, Indicator] = {name: indicator for indicator, names in NAMES.items() for name in names}


def indicator_of(name: str) -> Indicator | None:
    """The indicator that a figure of that name gives; None for a name that the catalogue does not know."""
    return _BY_NAME.get(name)
