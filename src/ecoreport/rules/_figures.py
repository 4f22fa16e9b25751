"""Rules over the figures themselves and between them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.expressions import ExpressionError, used_names
from ecoreport.report.indicators import COMPLETE, MONEY, PARTS, Indicator, indicator_of
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import COUNTED
from ecoreport.text.quantity import rounded
from ecoreport.yearfile.model import Figure, Report

_UNROUND = re.compile(r"[1-9](?=[余多])")
_RATE = re.compile(r"(?:率|比例|占比|比重)$")
LEAST_FINE, MOST_FINE = Decimal(1000), Decimal(1000000)  # 元 a case, 0.1 to 100万元
LONGEST_YEAR = 366
MULTIPLES = (2, 3, 4, 5)
_MOST_SHOWN = 20  # pairs that a message names


@rule("E401")
def approximated_twice(reading: Reading) -> Iterator[Finding]:
    """约…余, 近…余, 超…余, 约…左右: one word of approximation is enough."""
    for name, figure in reading.report.figures.items():
        marks = figure.quantity.marks
        if len(marks) > 1:
            message = f"“{figure}”里“{'”“'.join(marks)}”重复，约数只表示一次"
            yield _finding("E401", message, name, f"去掉“{marks[0]}”或“{marks[-1]}”")


@rule("W402")
def unround_before_more(reading: Reading) -> Iterator[Finding]:
    """余 and 多 follow a round number."""
    for name, figure in reading.report.figures.items():
        if match := _UNROUND.search(str(figure)):
            more = str(figure)[match.end()]
            yield _finding(
                "W402", f"“{figure}”：“{more}”前的数不是整数", name, f"写准数就去掉“{more}”，写约数就写成整十、整百"
            )


@rule("W403")
def unused(reading: Reading) -> Iterator[Finding]:
    """A figure that neither text nor assertion uses; 不适用 need not be used."""
    report = reading.report
    names = report.figures
    used = {name for annex in report.attachments for chart in annex.charts for name in chart.figures}
    for text in (
        *(passage.text for passage in reading.context.passages),
        *("{{" + one + "}}" for one in report.assertions),
    ):
        try:
            used |= used_names(text, names)
        except ExpressionError:
            return
    lost = "有的引用找不到指标，看看是不是这个名称写错了" if reading.context.wrong_references else ""
    for name, figure in report.figures.items():
        if name not in used and figure.value is not None:
            message = f"指标“{name}”在正文、核对式和图里都没有用到"
            help_ = lost or f"在正文里写 {{{{ {name} }}}}，或者删掉它"
            yield Finding("W403", message, ("figures", name), on_key=True, help=help_)


@rule("E404")
def rates_in_range(reading: Reading) -> Iterator[Finding]:
    """A rate is between 0 and 100; of a fraction the part is not above the whole."""
    for name, figure in reading.report.figures.items():
        quantity = figure.quantity
        if figure.value is None:
            continue
        if figure.unit == "%" and _RATE.search(name) and not 0 <= figure.value <= 100:  # noqa: PLR2004 - per cent
            yield _finding("E404", f"“{name}”是{figure}，率应当在0和100%之间", name)
        if figure.unit == "天" and figure.value > LONGEST_YEAR:
            yield _finding("E404", f"“{name}”是{figure}，一年最多366天", name)
        if quantity.whole == 0:
            yield _finding("E404", f"“{figure}”的分母是0", name, "没有发生就只写 0 加单位")
        elif quantity.whole is not None and not 0 <= figure.value <= quantity.whole:
            yield _finding("E404", f"“{figure}”的分子大于分母", name, "核对两个数，写成 部分/全部")


@rule("E405")
def counts_are_whole(reading: Reading) -> Iterator[Finding]:
    """What is counted in 起, 件, 人次 is a whole number and not negative."""
    for name, figure in reading.report.figures.items():
        value = figure.value
        if value is None or figure.unit not in COUNTED or (value == value.to_integral_value() and value >= 0):
            continue
        yield _finding("E405", f"“{name}”是{figure}，按“{figure.unit}”计的数应当是不小于0的整数", name)


@rule("E406")
def parts_within_wholes(reading: Reading) -> Iterator[Finding]:
    """败诉 within 应诉, 办结 within 信访, 采纳 within 发布, 准予 and 不予 within 受理 within 申请."""
    known = _known(reading.report)
    for parts, whole in PARTS:
        given = [known[part] for part in parts if part in known]
        carried = any("结转" in (figure.note or "") for _, figure in given)
        if whole not in known or not given or carried:
            continue
        name, figure = known[whole]
        total = sum((_value(part) for _, part in given), Decimal(0))
        if total > _value(figure):
            shown = "加".join(f"{one}{part}" for one, part in given)
            yield _finding("E406", f"{shown}，多于{name}{figure}", given[0][0], "核对这几个数")
        elif whole in COMPLETE and len(given) == len(parts) and total != _value(figure):
            shown = "加".join(f"{one}{part}" for one, part in given)
            yield _finding("E406", f"{shown}，不等于{name}{figure}", given[0][0], "核对这几个数")


@rule("W407")
def published_as_decided(reading: Reading) -> Iterator[Finding]:
    """As many penalties are published as are decided, but for those published in the next year."""
    known = _known(reading.report)
    if "penalty_decisions" not in known or "publicity_penalty" not in known:
        return
    (_, decided), (name, published) = known["penalty_decisions"], known["publicity_penalty"]
    if decided.value != published.value:
        message = f"公示处罚信息{published}，与处罚决定{decided}不等"
        yield _finding("W407", message, name, "决定作出后7个工作日内公示；年底作出、下年公示的，在 note 里说明")


@rule("W416")
def decided_within_filed(reading: Reading) -> Iterator[Finding]:
    """More decisions than cases filed in the year are right only where older cases were carried over."""
    known = _known(reading.report)
    if "penalty_decisions" in known and "cases_filed" in known:
        (name, decided), (whole, filed) = known["penalty_decisions"], known["cases_filed"]
        if _value(decided) > _value(filed) and "结转" not in (decided.note or ""):
            message = f"{name}{decided}，多于{whole}{filed}"
            yield _finding("W416", message, name, "有上年结转的案件，就在 note 里写明结转几件；没有就核对")


@rule("W417")
def units_fit(reading: Reading) -> Iterator[Finding]:
    """Fines are in 元, what is counted is not."""
    for indicator, (name, figure) in _known(reading.report).items():
        if indicator in MONEY and not figure.unit:
            yield _finding("W417", f"“{name}”没有写单位", name, "写明是元还是万元")
        elif (figure.unit == "元") != (indicator in MONEY) and figure.unit:
            wanted = "元或万元" if indicator in MONEY else "起、件、次等"
            yield _finding("W417", f"“{name}”的单位是“{figure.unit}”", name, f"这个指标一般以{wanted}计，核对单位")


@rule("W408")
def average_fine(reading: Reading) -> Iterator[Finding]:
    """An average fine outside 0.1 to 100 万元 is more often a slip between 元 and 万元."""
    known = _known(reading.report)
    if "penalty_amount" not in known or "penalty_decisions" not in known:
        return
    (name, amount), (_, decisions) = known["penalty_amount"], known["penalty_decisions"]
    if _value(amount) <= 0 or _value(decisions) <= 0:
        return
    average = _value(amount) / _value(decisions)
    if not LEAST_FINE <= average <= MOST_FINE:
        yuan = average < 10000  # noqa: PLR2004 - below 1 万元
        shown = f"{rounded(average, 2)}元" if yuan else f"{rounded(average / 10000, 2)}万元"
        yield _finding("W408", f"平均每件罚款{shown}，不合常理", name, "看看单位是元还是万元，小数点对不对")


@rule("H409")
def multiples(reading: Reading) -> Iterator[Finding]:
    """People exactly k times the visits, for two pairs or more with the same k, look reckoned rather than counted."""
    figures = [(name, figure) for name, figure in reading.report.figures.items() if figure.value]
    visits = [(name, figure) for name, figure in figures if figure.unit == "家次"]
    people = [(name, figure) for name, figure in figures if figure.unit == "人次"]
    by_value: dict[Decimal, list[tuple[str, Figure]]] = {}
    for one in visits:
        by_value.setdefault(_value(one[1]), []).append(one)
    for times in MULTIPLES:
        found = ((p, v) for p in people for v in by_value.get(_value(p[1]) / times, ()))
        pairs = [*islice(found, _MOST_SHOWN + 1)]
        if len(pairs) > 1:
            shown = "，".join(f"{p[0]}{p[1]}和{v[0]}{v[1]}" for p, v in pairs[:_MOST_SHOWN])
            shown += "等" if len(pairs) > _MOST_SHOWN else ""
            message = f"人次恰好都是家次的{times}倍：{shown}"
            yield _finding("H409", message, pairs[0][0][0], "若是按每家几人推算的，请改用台账里的数")


@rule("H410")
def people_and_visits(reading: Reading) -> Iterator[Finding]:
    """Fewer people than visits are rare: somebody goes to each."""
    known = _known(reading.report)
    if "inspect_people" in known and "inspect_visits" in known:
        (name, people), (_, visits) = known["inspect_people"], known["inspect_visits"]
        if _value(people) < _value(visits):
            yield _finding("H410", f"出动{people}，少于检查{visits}", name, "核对两个数的口径")


def _known(report: Report) -> dict[Indicator, tuple[str, Figure]]:
    """The figures whose names the catalogue of indicators knows, by indicator; the first where there are several."""
    found: dict[Indicator, tuple[str, Figure]] = {}
    for name, figure in report.figures.items():
        indicator = indicator_of(name)
        if indicator and figure.value is not None:
            found.setdefault(indicator, (name, figure))
    return found


def _value(figure: Figure) -> Decimal:
    return figure.value if figure.value is not None else Decimal(0)


def _finding(code: str, message: str, name: str, help_: str = "") -> Finding:
    return Finding(code, message, ("figures", name, "value"), help=help_)
