"""Rules over rates and shares: what the part and the whole give, and that none is above all."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.indicators import Most, most_of
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._reckoning import Range, Verdict, judged, ratio, rest, shown
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import Mention, Nouns, Rate, mention_of, rates_of, shares_of

_ALL = 100  # per cent
_SEVERAL = 2  # wholes of different size: which one is meant is not certain
_OF_SOME = ("出庭", "应诉")  # of the cases that were heard, which need not be all
_OF_MANY = ("比例", "比重")  # 师生比例, 投入比重: of something that need not be a whole


@rule("E413", "W421", "H424", "W434")
def rates(reading: Reading) -> Iterator[Finding]:
    """应诉12件、出庭10件、出庭率100%; 整改1480/1491，整改率99.3%."""
    for place, said in reading.statements:
        for one in rates_of(said.mentions, said.parts):
            if one.exceeded is not None:
                message = f"{one.part.noun}{one.part.text}，多于{one.exceeded.noun}{one.exceeded.text}"
                yield place.finding("W421", message, (one.part.start, one.part.end), "核对这两个数")
            if code := _fault_of(one):
                yield _told(code, place, one.rate, _fraction(one.part, one.wholes[-1]), _expected(one))


def _expected(one: Rate) -> Range:
    share = ratio(one.part, one.wholes[-1]) or Range(Decimal(0), Decimal(0))
    return rest(share) if one.of_rest else share


def _fault_of(one: Rate) -> str:
    """The code under which a rate is told that no whole gives; empty where one does, or it is not certain enough."""
    shares = [share for share in (ratio(one.part, whole) for whole in one.wholes) if share]
    verdicts = {judged(rest(share) if one.of_rest else share, one.rate) for share in shares}
    fits_rest = not one.of_rest and any(judged(rest(share), one.rate) is Verdict.FITS for share in shares)
    if not shares or Verdict.FITS in verdicts or fits_rest:
        return ""
    if Verdict.CUT_OFF in verdicts:
        return "H424"
    if any(word in one.rate.noun for word in _OF_SOME):
        return "W434" if one.certain else ""
    return "E413" if one.certain else "W434"


@rule("E413", "H424")
def shares(reading: Reading) -> Iterator[Finding]:
    """20起，占立案数的50%, where 立案 is told in the text or a figure."""
    figures: Nouns | None = None
    for place, said in reading.statements:
        if not any(one.role == "share" for one in said.mentions):
            continue
        figures = figures or _figures(reading)
        for share, part, wholes in shares_of(said.mentions, said.parts, figures):
            ranges = [one for one in (ratio(part, whole) for whole in wholes) if one]
            verdicts = [judged(one, share) for one in ranges]
            if ranges and Verdict.FITS not in verdicts:
                unsure = Verdict.CUT_OFF in verdicts or len({whole.value for whole in wholes}) > _SEVERAL
                code = "H424" if unsure else "E413"
                yield _told(code, place, share, _fraction(part, wholes[0]), ranges[0])


def _figures(reading: Reading) -> Nouns:
    named = (mention_of(name, figure.quantity) for name, figure in reading.report.figures.items())
    return Nouns(one for one in named if one is not None)


def _fraction(part: Mention, whole: Mention) -> str:
    return part.text if part.denominator is not None else f"{part.text}/{whole.text}"


def _told(code: str, place: Place, said: Mention, fraction: str, expected: Range) -> Finding:
    message = f"{fraction}是{shown(expected.middle, said)}，写的是{said.text}"
    return place.finding(code, message, (said.start, said.end), "核对这几个数，按印出来的位数四舍五入")


@rule("E404", "H430")
def no_more_than_all(reading: Reading) -> Iterator[Finding]:
    """满意度103.5% in the text; 完成率 may be more than 100 %."""
    for place, said in reading.statements:
        for one in said.mentions:
            if one.unit != "%" or one.value <= _ALL or not _is_rate(one) or _is_told_already(reading, place, one):
                continue
            certain = one.role == "share" or _is_capped(one.noun)
            message = f"“{one.noun}”是{one.text}，" + ("最多是100%" if certain else "超过了100%")
            yield place.finding("E404" if certain else "H430", message, (one.start, one.end), "核对这个数")


def _is_rate(one: Mention) -> bool:
    open_ended = one.noun.endswith(_OF_MANY) or (
        one.noun.endswith("率") and most_of(one.noun) in (Most.ANY, Most.NO_RATE)
    )
    if open_ended and one.role != "share":
        return False
    return one.role in ("rate", "share") or (one.role in ("from", "to", "count") and _is_capped(one.noun))


def _is_capped(noun: str) -> bool:
    return most_of(noun) is Most.HUNDRED


def _is_told_already(reading: Reading, place: Place, one: Mention) -> bool:
    """Whether it is a figure that has the name of a rate: its own rule tells of it."""
    names: Sequence[str] = [name for start, end, name in place.references if start < one.end and one.start < end]
    return any(name in reading.report.figures and most_of(name) is not Most.NO_RATE for name in names)
