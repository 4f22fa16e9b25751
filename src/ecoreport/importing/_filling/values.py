"""What a department has filled in for a figure to the text that the year file holds: in the figure's own form."""

import datetime as dt
import re
from decimal import Decimal
from typing import NamedTuple

from ecoreport.importing._filling.marked import UNCOMPUTED, is_error
from ecoreport.importing._filling.rows import Row, text_of
from ecoreport.report.digests import cell_digest
from ecoreport.text.quantities import COUNTED
from ecoreport.text.quantity import (
    MAX_LENGTH,
    NOT_APPLICABLE,
    PER_CENT,
    SCALES,
    FigureError,
    Quantity,
    Spelling,
    parse_quantity,
    plain,
    spelling,
)

_EMPTY = ("", "待填", "【待填】")
# Of the full-width characters those that belong to numbers: a unit may be typed in others, 件（次）.
_NARROW = str.maketrans("０１２３４５６７８９．，％＋－−／", "0123456789.,%+--/")
_GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9,])")
_MOST = 1e15  # beyond which Excel does not keep every digit
_SHARE = Decimal(2)  # a number of per cent up to here may have been meant as a share: 0.95, 1.05
_MAY_FALL = (PER_CENT, "‰", "个百分点", "℃", "°C")
_NOT_THERE = "没有发生就填 0；没有这项职责就填“不适用”；还不知道就空着"


class Unfit(Exception):  # noqa: N818 - it names the outcome: what was filled in does not fit the figure
    """What is wrong with what was filled in; `help` says what to do."""

    def __init__(self, message: str, help_: str = "") -> None:
        """Keep the mend apart from the fault."""
        super().__init__(message)
        self.help = help_


class Known(NamedTuple):
    """What the year file says of a figure, and last year's value."""

    now: Quantity
    before: Quantity | None
    average: bool = False  # which has decimals where what is counted has none

    @property
    def form(self) -> Spelling | None:
        """How its number is to be typed: as now, or in last year's unit; None where no unit is known."""
        if now := spelling(self.now):
            return now
        before = spelling(self.before) if self.before else None
        return before.bare() if before else None

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that are known."""
        return tuple(one.value for one in (self.now, self.before) if one and one.value is not None)


def filled(row: Row, known: Known) -> str | None:
    """What the figure is to be, None where nothing was filled in; Unfit where that cannot be told."""
    _refuse_odd(row)
    form = _form(row, known)
    value = row.value
    if isinstance(value, int | float):
        number = _number(value)
        _refuse_doubtful(number, form, known)
        return _typed(plain(number), form, known)
    return _of_text(text_of(value).translate(_NARROW), form, known)


def is_as_printed(row: Row) -> bool:
    """Whether the cell holds what the sheet was printed with; not where its file does not say."""
    value = row.value
    shown = _number(value) if isinstance(value, int | float) else text_of(value)
    return cell_digest(row.name, shown) in row.table.sheet.printed


def _refuse_odd(row: Row) -> None:
    """Unfit for what is neither number nor text."""
    value = row.value
    if row.odd == UNCOMPUTED:
        raise Unfit("里面是公式，还没有算出结果", "用 Excel 打开存一次，或者直接填数")
    if row.odd and not is_error(row.odd):
        raise Unfit(f"里面是 {row.odd}，不是数", "直接填数")
    if row.odd or (isinstance(value, str) and is_error(value)):
        raise Unfit(f"公式出错，显示 {row.odd or value}", "改好公式，或者直接填数")
    if isinstance(value, bool):
        raise Unfit(f"里面是 {str(value).upper()}，不是数", "直接填数")
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        shown = text_of(value) if isinstance(value, dt.date) else str(value)
        raise Unfit(f"里面是日期或时间（{shown}），可能是填的数被 Excel 改了", "先把格子的格式设为“文本”，再填一遍")


def _form(row: Row, known: Known) -> Spelling | None:
    """The form of the figure, else the unit that the sheet says; Unfit where the two differ."""
    form = known.form
    unit = "".join(row.unit.split()).translate(_NARROW)
    if not unit or (row.value == "" and not row.odd):
        return form
    if form is None:
        try:
            told = spelling(parse_quantity(f"1{unit}"))
        except FigureError:
            told = None
        if told is None or told.counted_in != unit:
            raise Unfit(f"单位“{unit}”读不出", "写件、起、万元、% 这样的单位")
        return told
    if unit != form.counted_in:
        raise Unfit(
            f"单位写的是“{unit}”，{_asked(form)}",
            f"换算成以“{form.counted_in}”计的数，单位照旧" if form.counted_in else "单位空着",
        )
    return form


def _asked(form: Spelling) -> str:
    return f"年度文件里是“{form.counted_in}”" if form.counted_in else "年度文件里没有单位"


def _number(value: float) -> Decimal:
    """As Excel shows it: fifteen digits."""
    if not abs(value) < _MOST:
        raise Unfit("数太大，Excel 记不准", "看看单位是不是填错了")
    return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))


def _refuse_doubtful(number: Decimal, form: Spelling | None, known: Known) -> None:
    """Unfit for 0.95 where per cent are counted: it may be 95% or 0.95%."""
    if form and form.unit == PER_CENT and 0 < abs(number) <= _SHARE:
        if any(0 < abs(value) <= _SHARE for value in known.values):
            return
        share, said = plain(number * 100), plain(number)
        raise Unfit(
            f"{said} 是 {share}% 还是 {said}%，分不清",
            f"{share}% 填 {share}；真是 {said}% 的，连百分号填成文字 '{said}%",
        )


def _typed(number: str, form: Spelling | None, known: Known) -> str:
    """The number in the figure's form; Unfit where the unit does not allow it, or none is known."""
    value = Decimal(number)
    if form is None:
        raise Unfit("不知道单位", f"单位一栏填上单位，或者连单位一起填，如 {number}件")
    if form.whole:
        raise Unfit(
            f"只有一个数（{number}），年度文件里是两个（{known.now}）", f"照原样填，如 {form.number}/{form.whole}"
        )
    if value < 0 and form.unit not in _MAY_FALL and not any(one < 0 for one in known.values):
        raise Unfit(f"{number} 是负数", "填 0 或者正数")
    whole = form.unit in COUNTED and not form.scale and not known.average
    counted = whole and all(one == one.to_integral_value() for one in known.values)
    if counted and value != value.to_integral_value():
        raise Unfit(f"{number} 不是整数，单位是“{form.unit}”", "填整数；单位不对的，先改年度文件")
    return _checked(form.of(plain(value)))


def _of_text(typed: str, form: Spelling | None, known: Known) -> str | None:
    if len(typed) > MAX_LENGTH:
        raise Unfit(f"填的字太多（{len(typed)}字），这里只填数", "说明的话写到“说明”一栏")
    text = re.sub(r"\s+(?=[^0-9\s])|(?<=[^0-9\s])\s+", "", typed)
    text = _GROUPED.sub(lambda match: match[0].replace(",", ""), text)
    if text in _EMPTY:
        return None
    if text in NOT_APPLICABLE:
        return text
    if text.removeprefix("-").replace(".", "", 1).isascii() and re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", text):
        number = Decimal(text)
        _refuse_doubtful(number, form, known)
        return _typed(plain(number), form, known)
    try:
        quantity = parse_quantity(text)
    except FigureError as error:
        help_ = _NOT_THERE if text in ("无", "/", "-", "—", "没有") else error.help
        raise Unfit(f"“{text[:40]}”读不出数", help_) from None
    return _in_form(quantity, form, known)


def _in_form(quantity: Quantity, form: Spelling | None, known: Known) -> str:
    """A quantity that was typed with its words and unit, brought to the figure's unit."""
    told = spelling(quantity)
    if told is None:
        raise Unfit(f"“{quantity}”读不出数", _NOT_THERE)
    if form is None or (told.whole and told.unit in ("", form.unit) and told.scale in ("", form.scale)):
        return _whole(told, form, known)
    if told.unit not in ("", form.unit):
        raise Unfit(
            f"“{quantity}”的单位是“{told.counted_in}”，{_asked(form)}",
            f"换算成以“{form.counted_in}”计的数" if form.counted_in else "不写单位",
        )
    number = told.number
    if told.scale != form.scale and (told.scale or told.unit):
        number = plain(Decimal(number) * SCALES[told.scale] / SCALES[form.scale])
    own = told if told.about or told.behind else form
    return _typed(number, own._replace(scale=form.scale, unit=form.unit), known)


def _whole(told: Spelling, form: Spelling | None, known: Known) -> str:
    """Two numbers with a stroke between them; or a quantity of a figure whose unit only this text says."""
    if form is None:
        return _checked(told.of(f"{told.number}/{told.whole}" if told.whole else told.number))
    if not form.whole and spelling(known.now) is not None:
        raise Unfit(f"“{told.number}/{told.whole}”是两个数，年度文件里是一个（{known.now}）", "只填一个数")
    return _checked(form._replace(about=told.about).of(f"{told.number}/{told.whole}"))


def _checked(text: str) -> str:
    try:
        parse_quantity(text)
    except FigureError as error:
        raise Unfit(f"“{text[:40]}”读不出数", error.help) from None
    return text
