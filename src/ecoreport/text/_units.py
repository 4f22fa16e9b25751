"""Counters and measures: what stands behind a number."""

# What is counted one by one, so is a whole number. Longer units stand before their parts.
_VISITS = (
    *("家次", "人次", "场次", "期次", "户次", "批次", "辆次", "台次", "车次", "班次", "件次", "页次", "艘次", "起次"),
    *("处次", "门次"),
)
COUNTED = (*_VISITS, *"起件份条项次个家人名张篇场期套部户批宗例天卷台辆处所节轮册堂幅支块本则艘页位间座门")
_LENGTHS_OF_TIME = ("工作日", "自然日", "小时", "课时", "学时", "分钟", "个月")
_MONEY = ("万元", "亿元", "元")
MEASURED = ("个百分点", *_MONEY, "课时", "学时", "小时", "吨", "公里", "%", "‰")
UNITS = "|".join((*MEASURED[:2], *COUNTED, *MEASURED[2:]))  # of a regular expression

PER_CENT, POINTS, TIMES, DOUBLINGS = "%", "个百分点", "倍", "番"
_SAID_OF_NUMBERS = ("个百分点", "百分点", "%", "％", "‰", "倍", "番", "成")
_SCIENCE = (
    *("微克/立方米", "毫克/升", "平方公里", "平方米", "立方米", "万千瓦时", "千瓦时", "公里", "公顷", "公斤", "千克"),
    *("亩", "吨"),
)
_ALL = {
    *COUNTED,
    *_LENGTHS_OF_TIME,
    *("个工作日", "个自然日", "个小时"),
    *_SAID_OF_NUMBERS,
    *_SCIENCE,
    *("元", "美元", "分", "年", "周", "村", "只", "头", "株"),
}
_BY_FIRST: dict[str, list[str]] = {}
for _unit in sorted(_ALL, key=len, reverse=True):
    _BY_FIRST.setdefault(_unit[0], []).append(_unit)
_SAME = {"％": "%", "百分点": POINTS}


def unit_at(text: str, at: int) -> str:
    """The longest unit that stands in `text` at `at`, as written; empty where none does."""
    return next((unit for unit in _BY_FIRST.get(text[at : at + 1], ()) if text.startswith(unit, at)), "")


def usual(unit: str) -> str:
    """The unit as it is usually written: 百分点 is 个百分点, a full-width ％ is %."""
    return _SAME.get(unit, unit)
