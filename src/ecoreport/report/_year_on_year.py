"""This year's figures beside last year's: what `上年.立案`, 同比, 增减 and 倍数 print."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ecoreport.text.quantity import LEVEL, PER_CENT, Quantity, told_difference, units_told
from ecoreport.yearfile.model import Figure

NAME = "上年"
MOST_DECIMALS = 4
_NUMBER = r"^[^0-9]*[0-9.]+"
_DIGITS = 150  # more than a figure may have


class Incomparable(ValueError):  # noqa: N818 - it names the outcome: the two years cannot be compared, with the reason
    """Last year has nothing to compare with; `help` says what to do."""

    def __init__(self, message: str, help_: str = "") -> None:
        """Keep the mend apart from the reason."""
        super().__init__(message)
        self.help = help_


class NoLastYear(Incomparable):
    """There is no file of last year, or none that can be read."""


@dataclass(frozen=True)
class LastYear:
    """Last year's figures, asked for where a text speaks of them; None where there is no file of that year.

    `own` are this year's.
    """

    year: int
    own: Mapping[str, Figure]
    figures: Callable[[], Mapping[str, Figure] | None] = lambda: None

    @property
    def names(self) -> Collection[str]:
        """What may stand behind 上年 and a dot."""
        return self.figures() or ()

    def figure(self, name: str) -> Figure:
        """Last year's figure of that name; Incomparable where there is none."""
        figures = self.figures()
        if figures is None:
            message = f"没有上年的文件 data/{self.year}.yaml，或者它有错误读不出"
            raise NoLastYear(message, f"补上或者改好这个文件，{self._previous(name)}")
        if name not in figures:
            raise Incomparable(f"上年没有“{name}”这个指标", f"在 data/{self.year}.yaml 里补上，{self._previous(name)}")
        return figures[name]

    def _previous(self, name: str) -> str:
        """How to write last year's value beside this year's."""
        own = self.own[name].quantity if name in self.own else None
        value = own.typed if own and own.value is not None else "92起"
        unit = re.sub(_NUMBER, "", value)
        return f"或者在指标里写上年的数，例如 {name}: {{value: {value}, previous: 80{unit}}}"

    def before(self, figure: Figure) -> Quantity:
        """Last year's value of this year's figure, as restated if it was; Incomparable where there is none."""
        name = next((name for name, one in self.own.items() if one is figure), "")
        if not name:
            raise Incomparable("这里只能用于本年的指标", "例如 {{ 立案 | 同比 }}")
        old = figure.previous or self.figure(name).quantity
        if old.is_open:
            raise Incomparable(f"“{name}”上年的数还是待填", f"先填好 data/{self.year}.yaml")
        if figure.value is None or old.value is None:
            raise Incomparable(f"“{name}”{'上年' if old.value is None else '本年'}是“不适用”，不能比较")
        if old.unit != figure.unit:
            raise Incomparable(f"“{name}”{units_told(figure.quantity, old)}", "单位改成一样的")
        return old


def year_on_year(figure: Figure, last: LastYear, decimals: Decimal | int = 1) -> str:
    """比上年增长15.0%, for rates 比上年提高12.7个百分点; 与上年持平."""
    old, new = _values(figure, last)
    if figure.unit == PER_CENT:
        return _told(new - old, "提高", "下降", f"{_rounded(abs(new - old), decimals)}个百分点")
    if new == old:
        return "与上年持平"
    if old == 0:
        raise Incomparable("上年是0，算不出百分比", "改用 增减")
    shown = _rounded(abs(new - old) / abs(old) * 100, decimals)
    return "与上年基本持平" if not Decimal(shown) else _told(new - old, "增长", "下降", f"{shown}%")


def difference(figure: Figure, last: LastYear) -> str:
    """比上年增加12起; 与上年持平; for rates in 个百分点."""
    _values(figure, last)
    told = told_difference(figure.quantity, last.before(figure))
    return f"比上年{told}" if told != LEVEL else "与上年持平"


def multiple(figure: Figure, last: LastYear, decimals: Decimal | int = 1) -> str:
    """是上年的1.5倍."""
    old, new = _values(figure, last)
    if old == 0:
        raise Incomparable("上年是0，算不出倍数", "改用 增减")
    return f"是上年的{_rounded(new / old, decimals)}倍"


def share(figure: Figure, whole: object, decimals: Decimal | int = 1) -> str:
    """22.0%, of this year's figure in another."""
    part, total = (one.value if isinstance(one, Figure) else None for one in (figure, whole))
    if part is None or total is None or total == 0:
        raise Incomparable("占比要两个不是0的指标", "例如 {{ 罚款案件 | 占比(立案) }}")
    if part > total:
        raise Incomparable(f"占比的部分（{figure}）大于整体（{whole}）", "核对两个数，或者换过来写")
    return f"{_rounded(part / total * 100, decimals)}%"


def _values(figure: Figure, last: LastYear) -> tuple[Decimal, Decimal]:
    if not isinstance(figure, Figure):
        raise Incomparable("这里只能用于指标", "例如 {{ 立案 | 同比 }}")
    old = last.before(figure).value
    assert old is not None  # noqa: S101 - `before` has looked
    assert figure.value is not None  # noqa: S101
    return old, figure.value


def _told(change: Decimal, up: str, down: str, amount: str) -> str:
    if change == 0:
        return "与上年持平"
    return f"比上年{up if change > 0 else down}{amount}"


def _rounded(number: Decimal, decimals: Decimal | int) -> str:
    if decimals not in range(MOST_DECIMALS + 1):
        raise Incomparable(f"小数位数要是0到{MOST_DECIMALS}")
    return format(number.quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP), "f")
