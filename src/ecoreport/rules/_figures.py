"""Rules over the figures themselves and between them."""

import re
from collections.abc import Iterator
from decimal import Decimal, localcontext
from itertools import combinations, islice

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.context import Named
from ecoreport.report.expressions import ExpressionError, used_names
from ecoreport.report.indicators import MONEY, Most, fits, indicator_of, is_average, is_usual, most_of
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import COUNTED
from ecoreport.text.quantity import EXACT, SCALES, bounds, rounded
from ecoreport.yearfile.model import Figure

_UNROUND = re.compile(r"[1-9](?=[余多])")
LEAST_FINE, MOST_FINE = Decimal(1000), Decimal(1000000)  # 元 a case, 0.1 to 100万元
LONGEST_YEAR = 366
MULTIPLES = (2, 3, 4, 5)
_MOST_SHOWN = 20  # pairs that a message names
_DAYS = "天"  # of a length of time; how many days there were is 天数
_WHOLE_PER_CENT = 100
_CASES = ("", "件", "起", "宗", "例", "个", "案")  # one case is counted so by one and so by another


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


@rule("E404", "H430")
def rates_in_range(reading: Reading) -> Iterator[Finding]:
    """A share is between 0 and 100 %, another rate not below 0; of a fraction the part is not above the whole."""
    for name, figure in reading.report.figures.items():
        quantity = figure.quantity
        if figure.value is None:
            continue
        if figure.unit == "%":
            yield from _rate_in_range(name, figure, figure.value)
        if figure.unit == _DAYS and figure.value > LONGEST_YEAR and not is_average(name):
            yield _finding("E404", f"“{name}”是{figure}，一年最多366天", name)
        if quantity.whole == 0:
            yield _finding("E404", f"“{figure}”的分母是0", name, "没有发生就只写 0 加单位")
        elif quantity.whole is not None and not 0 <= figure.value <= quantity.whole:
            yield _finding("E404", f"“{figure}”的分子大于分母", name, "核对两个数，写成 部分/全部")


def _rate_in_range(name: str, figure: Figure, value: Decimal) -> Iterator[Finding]:
    most = most_of(name)
    if (most is Most.HUNDRED and not 0 <= value <= _WHOLE_PER_CENT) or (most is not Most.NO_RATE and value < 0):
        yield _finding("E404", f"“{name}”是{figure}，它应当在0和100%之间", name, "核对这个数，看看小数点对不对")
    elif most is Most.UNKNOWN and value > _WHOLE_PER_CENT:
        message = f"“{name}”是{figure}，大于100%"
        yield _finding("H430", message, name, "核对这个数；确实可以大于100%的，不用改，也可以不再提示")


@rule("E405")
def counts_are_whole(reading: Reading) -> Iterator[Finding]:
    """What is counted in 起, 件, 人次 is whole and not negative; averages, and lengths of time in 天, have decimals."""
    for name, figure in reading.report.figures.items():
        value = figure.value
        if value is None or figure.unit not in COUNTED or (value == value.to_integral_value() and value >= 0):
            continue
        measured = is_average(name) or (figure.unit == _DAYS and not name.endswith("天数"))
        if value < 0 or not measured:
            yield _finding("E405", f"“{name}”是{figure}，按“{figure.unit}”计的数应当是不小于0的整数", name)


@rule("W443")
def told_once(reading: Reading) -> Iterator[Finding]:
    """Two figures whose names mean one indicator say the same of it, where they count the same."""
    for given in reading.context.indicators.values():
        sure = [one for one in given[:_MOST_SHOWN] if one.exact]
        for first, other in combinations(sure, 2):
            if _differ(first, other) and not (first.figure.note or other.figure.note):
                message = f"{first}，{other}：两个名称说的是同一个指标，数却不同"
                help_ = "留下对的一个；口径不同的，改成分得清的名称，或者在 note 里写明"
                yield _finding("W443", message, other.name, help_)
                break


def _differ(first: Named, other: Named) -> bool:
    alike = first.figure.unit == other.figure.unit or {first.figure.unit, other.figure.unit} <= {*_CASES}
    usual = all(is_usual(one.indicator, one.figure.unit) for one in (first, other))
    return alike and usual and not _may_be_equal(first.figure, other.figure)


def _may_be_equal(first: Figure, other: Figure) -> bool:
    (low, high), (other_low, other_high) = bounds(first.quantity), bounds(other.quantity)
    return low <= other_high and other_low <= high


@rule("W417")
def units_fit(reading: Reading) -> Iterator[Finding]:
    """Amounts are in 元, what is counted is not."""
    for name, figure in reading.report.figures.items():
        indicator = indicator_of(name, figure.unit) if figure.value is not None else None
        if indicator is None or (figure.unit != MONEY[0] and indicator.measure != "money"):
            continue
        if not figure.unit:
            yield _finding("W417", f"“{name}”没有写单位", name, "写明是元还是万元")
        elif not fits(indicator, figure.unit):
            wanted = (
                "元或万元" if indicator.measure == "money" else "%" if indicator.measure == "rate" else "起、件、次等"
            )
            yield _finding("W417", f"“{name}”的单位是“{figure.unit}”", name, f"这个指标一般以{wanted}计，核对单位")


@rule("W408")
def average_fine(reading: Reading) -> Iterator[Finding]:
    """An average fine outside 0.1 to 100 万元 is more often a slip between 元 and 万元."""
    fines = (*reading.context.indicators.get("penalty_amount", ()), *reading.context.indicators.get("fines_total", ()))
    decisions = reading.context.indicators.get("penalty_decisions", ())
    if not fines or not decisions:
        return
    amount, number = _value(fines[0].figure), _value(decisions[0].figure)
    if amount <= 0 or number <= 0:
        return
    with localcontext(prec=EXACT):
        average = amount / number
        if not LEAST_FINE <= average <= MOST_FINE:
            scale = "" if average < SCALES["万"] else "万"
            shown = f"{rounded(average / SCALES[scale], 2)}{scale}元"
            message = f"{fines[0]}，{decisions[0]}，平均每件{shown}，不合常理"
            yield _finding("W408", message, fines[0].name, "看看单位是元还是万元，小数点对不对")


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
        with localcontext(prec=EXACT):
            found = ((p, v) for p in people for v in by_value.get(_value(p[1]) / times, ()))
            pairs = [*islice(found, _MOST_SHOWN + 1)]
        if len(pairs) > 1:
            shown = "，".join(f"{p[0]}{p[1]}和{v[0]}{v[1]}" for p, v in pairs[:_MOST_SHOWN])
            shown += "等" if len(pairs) > _MOST_SHOWN else ""
            message = f"人次恰好都是家次的{times}倍：{shown}"
            yield _finding("H409", message, pairs[0][0][0], "若是按每家几人推算的，请改用台账里的数")


def _value(figure: Figure) -> Decimal:
    return figure.value if figure.value is not None else Decimal(0)


def _finding(code: str, message: str, name: str, help_: str = "") -> Finding:
    return Finding(code, message, ("figures", name, "value"), help=help_)
