"""One quantity as the clerk typed it: its exact value, its unit, how exact it claims to be; and two compared."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple
from unicodedata import normalize

from ecoreport.text.placeholders import FILL, UNFILLED

SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
NOT_APPLICABLE = ("不适用", "无此职责")
MAX_LENGTH = 60
EXACT = 150  # digits; more than a change between two figures may have
PER_CENT = "%"
LEVEL = "持平"  # what is said of no change

_SHAPE = re.compile(
    r"(?P<about>大约|约|近|超过|超|逾|不足)?"
    r"(?P<sign>[-+]?)(?P<number>(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)"
    r"(?:/(?P<whole>[0-9]+(?:\.[0-9]+)?))?"
    r"(?P<more_before>[余多]?)(?P<scale>万亿|[万亿]?)(?P<more_after>[余多]?)"
    r"(?P<unit>(?![eEoObBxX][0-9+-])[^\W0-9_][^\s,，、。；：;:#\"'“”（）_—]*?(?:（[^\W0-9_]{1,2}）)?|[%‰]|[°℃]C?)??"
    r"(?P<around>左右|上下|以上|以下)?",
)
# 6O卷, 2O2, 1l0件; 3L, 5kg and 3l are units.
_LETTER_FOR_DIGIT = re.compile(r"[0-9]+(?:([OolI])(?=[OolI]*[0-9])|([Oo])(?=[Oo]*(?:[^\W0-9a-zA-Z_]|%|$)))")
_DIGITS_MEANT = str.maketrans("OolI", "0011")
_MEANT: Mapping[str, tuple[Decimal, Decimal]] = {  # what a word of approximation leaves open, in steps below and above
    **dict.fromkeys(("约", "大约", "左右", "上下"), (Decimal("-0.5"), Decimal("0.5"))),
    **dict.fromkeys(("余", "多", "超", "超过", "逾"), (Decimal(0), Decimal(1))),
    **dict.fromkeys(("近", "不足"), (Decimal(-1), Decimal(0))),
    "以上": (Decimal(0), Decimal("Infinity")),
    "以下": (Decimal("-Infinity"), Decimal(0)),
}
_EXPONENT = r"([0-9.]+)[eE]\+?([0-9]{1,2})"
_DIGIT_AFTER_HAN = re.compile(r"[^\W0-9_a-zA-Z][0-9]")


class FigureError(ValueError):
    """A text that is no figure; `help` says what to write instead, where that is plain."""

    def __init__(self, message: str, help_: str = "") -> None:
        """Keep the mend apart from the fault."""
        super().__init__(message)
        self.help = help_


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure's exact meaning beside the very text that is printed.

    `value` is exact, with 万/亿 multiplied out (169.9万余元 → 1699000 元); None where the duty
    does not exist (不适用) or the figure is not known yet (待填).
    `whole` is the denominator of 1480/1491, whose `value` is 1480.
    `marks` are the words of approximation in the order typed.
    """

    typed: str
    value: Decimal | None
    unit: str = ""
    whole: Decimal | None = None
    marks: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the figure claims to be exact: no 约, 余, 左右 and the like."""
        return not self.marks

    @property
    def is_open(self) -> bool:
        """Whether the figure is still to be filled in: 待填."""
        return self.typed == UNFILLED

    def __str__(self) -> str:
        """Printed as typed."""
        return self.typed


class Spelling(NamedTuple):
    """How a quantity is typed: its number, and what stands around it; `of` types another number the same way."""

    about: str  # 约
    number: str  # with its sign
    whole: str  # of 1480/1491
    more_before: str  # 余, before 万
    scale: str  # 万
    more_after: str
    unit: str
    around: str  # 左右

    @property
    def counted_in(self) -> str:
        """What the number counts: 万元."""
        return self.scale + self.unit

    @property
    def behind(self) -> str:
        """The words of approximation behind the number: 余, 左右."""
        return self.more_before + self.more_after + self.around

    def of(self, number: str) -> str:
        """The same with another number, or two with a stroke between them: 约320人次, 1500/1511."""
        unit = self.more_before + self.scale + self.more_after + self.unit
        return f"{self.about}{number}{unit}{self.around}"

    def bare(self) -> "Spelling":
        """Its unit alone: nothing approximate, no whole."""
        return Spelling("", "", "", "", self.scale, "", self.unit, "")


def spelling(quantity: Quantity) -> Spelling | None:
    """How it is typed; None where there is no number (不适用, 待填)."""
    match = _SHAPE.fullmatch(quantity.typed) if quantity.value is not None else None
    if match is None:
        return None
    found = {key: match[key] or "" for key in Spelling._fields}
    return Spelling(**{**found, "number": match["sign"] + match["number"]})


def parse_quantity(typed: str) -> Quantity:
    """The quantity in `typed`; FigureError, with a mend where one is plain, if there is none."""
    text = typed.strip()
    if text in NOT_APPLICABLE:
        return Quantity(text, None)
    if text in (FILL, UNFILLED):
        return Quantity(UNFILLED, None)
    if len(text) > MAX_LENGTH:
        raise FigureError(f"指标太长（{len(text)}字），只写数和单位", "说明文字写到 note 里")
    if letter := _LETTER_FOR_DIGIT.match(text):
        meant = re.sub(r"^0+(?=[0-9])", "", text.translate(_DIGITS_MEANT))
        raise FigureError(f"“{text}”里有字母“{letter[1] or letter[2]}”，像是数字", f"写成 {meant}")
    match = _SHAPE.fullmatch(text)
    if match is None or _DIGIT_AFTER_HAN.search(match["unit"] or ""):
        raise FigureError(f"“{text}”读不出数", _mend(text))
    scale = SCALES[match["scale"]]
    marks = (match["about"], match["more_before"], match["more_after"], match["around"])
    whole = match["whole"]
    with localcontext(prec=2 * MAX_LENGTH):  # exact, however long the number
        return Quantity(
            typed=text,
            value=Decimal(match["sign"] + match["number"]) * scale,
            unit=match["unit"] or "",
            whole=Decimal(whole) * scale if whole else None,
            marks=tuple(mark for mark in marks if mark),
        )


def _mend(text: str) -> str:
    """What the clerk most likely meant, in digits; a general word where that is not plain."""
    plain = re.sub(r"(?<=[0-9])[,，\s]+(?=[0-9]{3}(?![0-9]))", "", normalize("NFKC", text))
    plain = plain.partition("#")[0].rstrip("、。.，,；; ")
    plain = re.sub(r"^0+(?=[0-9])", "", plain.replace("−", "-").replace(" ", "").replace("_", ""))
    if match := re.fullmatch(_EXPONENT, plain):
        plain = format(Decimal(match[1]).scaleb(int(match[2])), "f")
    if plain != text and _SHAPE.fullmatch(plain):
        return f"写成 {plain}"
    if text in ("无", "/", "-", "—", "－", ""):
        return "没有发生就写 0 加单位（如 0起）；没有这项职责就写 不适用"
    return "用阿拉伯数字加单位，例如 80起、169.9万余元、100%、4.4个百分点、1480/1491"


def units_told(new: Quantity, old: Quantity) -> str:
    """本年以“件”计，上年以“起”计; 本年没有写单位，上年以“起”计."""
    told = [f"以“{one.unit}”计" if one.unit else "没有写单位" for one in (new, old)]
    return f"本年{told[0]}，上年{told[1]}"


def last_place(quantity: Quantity) -> Decimal:
    """What one in the last digit printed counts: 0.1 of 99.4%, 1000 of 186.4万元."""
    match = _SHAPE.fullmatch(quantity.typed)
    if match is None:
        return Decimal(0)
    return Decimal(1).scaleb(-len(match["number"].partition(".")[2])) * SCALES[match["scale"]]


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the most that the quantity can mean: 40余件 is 40 to 50, 186.4万元 is 186.35万 to 186.45万.

    What is counted out to the last one, without decimals and 万, is itself alone.
    """
    value, place = quantity.value or Decimal(0), last_place(quantity)
    with localcontext(prec=EXACT):
        if quantity.exact:
            half = place / 2 if place != 1 else Decimal(0)
            return value - half, value + half
        digits = format(value / place, "f")
        step = place.scaleb(len(digits) - len(digits.rstrip("0"))) if value else place
        meant = [_MEANT[mark] for mark in quantity.marks]
        return value + step * min(low for low, _ in meant), value + step * max(high for _, high in meant)


def told_difference(new: Quantity, old: Quantity) -> str:
    """增加12起, 减少3.5万元, 持平; for rates in 个百分点. Empty where there is no value on one side."""
    if new.value is None or old.value is None:
        return ""
    change, _ = movement(new, old)
    if not change:
        return LEVEL if change is not None else ""
    unit = "个百分点" if new.unit == PER_CENT else new.unit
    scale = _fitting_scale(abs(change), new, old)
    up, down = ("提高", "下降") if new.unit == PER_CENT else ("增加", "减少")
    return f"{up if change > 0 else down}{plain(abs(change) / SCALES[scale])}{scale}{unit}"


def _fitting_scale(change: Decimal, new: Quantity, old: Quantity) -> str:
    """The larger of the two values' own scales, 万 or 亿, in which the change is not a scrap."""
    own = (scale for scale in reversed(SCALES) if scale in new.typed or scale in old.typed)
    return next(scale for scale in own if change >= SCALES[scale] / 10 or not scale)


def movement(new: Quantity, old: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The difference, and, but for rates and where the old value is 0, by how many per cent of the old value."""
    if new.value is None or old.value is None or new.unit != old.unit:
        return None, None
    with localcontext(prec=EXACT):
        change = new.value - old.value
        if new.unit == PER_CENT or not old.value:
            return change, None
        return change, (change / abs(old.value) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def plain(number: Decimal) -> str:
    """The number without exponent and without needless zeros: 1699000, 4.4."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(number: Decimal, places: int) -> Decimal:
    """With so many decimals, however long the number is."""
    with localcontext(prec=EXACT + places):
        return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def json_number(value: Decimal) -> int | float:
    """The number as JSON writes it: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)
