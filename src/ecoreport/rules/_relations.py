"""Rules between figures, out of relations.yaml: parts within wholes and up to them, rates of two figures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import Any, NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.context import Context, Named
from ecoreport.report.expressions import names_in
from ecoreport.report.indicators import by_standard_name, is_usual
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._tables import table
from ecoreport.text.quantity import SCALES, bounds, last_place, plain

_ANY = "any"
_MOST_DIGITS = 150
_SENTENCE = r"[。；;\n]"
_COMPARED = "[比较与同是为](?:上一?|去)年"  # says nothing of cases carried over


class Relation(NamedTuple):
    """One row: the figures of `left`, added up, stand so (<=, >=, =) to that of `whole`; as keys of indicators.

    Of a rate, `part` is divided by `whole` and `left` is the rate. `note` and `text` are words that explain why it
    does not hold, in the note of a figure and in a sentence that uses one; `when` are words, one of each group of
    which a sentence has where it is to hold. `least` figures of the left are as good as all; 0 asks for all.
    """

    code: str
    left: tuple[str, ...]
    sign: str
    whole: str
    part: str
    reason: str
    help: str
    note: tuple[str, ...]
    text: tuple[str, ...] = ()
    when: tuple[tuple[str, ...], ...] = ()
    least: int = 0


class Broken(NamedTuple):
    """A relation that does not hold between the figures given, and the message that says so."""

    figures: tuple[Named, ...]
    message: str


@rule("E406", "H410", "W416", "E435", "W437", "E438", "H439", "W440", "W441", "H442")
def all_hold(reading: Reading) -> Iterator[Finding]:
    """Every relation of relations.yaml that the figures do not keep and nothing explains; of like ones the gravest."""
    context = reading.context
    told = [set(names_in("{{" + one + "}}", reading.report.figures)) for one in _broken_assertions(context)]
    for relation in relations():
        if relation.whole not in context.indicators:
            continue
        broken = _rate(relation, context) if relation.part else _sum(relation, context)
        if broken is None or not _asked(relation, broken.figures, context):
            continue
        if relation.part and _in_one_sentence(broken.figures, context):
            continue  # reckoned there
        names = {one.name for one in broken.figures}
        known = any(others <= names or names <= others for others in told)
        told.append(names)
        if not known and not _explained(relation, broken.figures, context):
            path = ("figures", broken.figures[0].name, "value")
            yield Finding(relation.code, broken.message, path, help=f"{relation.reason}；{relation.help}")


def _broken_assertions(context: Context) -> Iterator[str]:
    """The bureau's own 核对式 that do not hold, which are told of already."""
    return (one for one, holds in zip(context.report.assertions, context.assertions, strict=True) if holds is False)


@cache
def relations() -> tuple[Relation, ...]:
    """The rows of relations.yaml."""
    groups = table("relations").rows
    return tuple(_relation(said, reason, group) for group in groups for said, reason in group["relations"].items())


def _relation(said: str, reason: str, group: Mapping[str, Any]) -> Relation:
    rows = by_standard_name()
    left, sign, right = said.partition(" <= ") if "<=" in said else said.partition(" >= ")
    if not sign:
        left, sign, right = said.partition(" = ")
    part, _, whole = right.rpartition(" / ")
    note = group["note"]
    return Relation(
        code=group["code"],
        left=tuple(rows[name].key for name in left.split(" + ")),
        sign=sign.strip(),
        whole=rows[whole].key,
        part=rows[part].key if part else "",
        reason=reason,
        help=group["help"],
        note=(_ANY,) if note == _ANY else tuple(note),
        text=tuple(group.get("text", ())),
        when=tuple(map(tuple, group.get("when", ()))),
        least=int(group.get("least", 0)),
    )


def _sum(relation: Relation, context: Context) -> Broken | None:
    """The sum of the left against the whole; each figure as exact as it claims to be."""
    parts = tuple(one for key in relation.left if (one := _given(key, context)))
    whole = _given(relation.whole, context)
    complete = len(parts) >= (relation.least or len(relation.left))
    if whole is None or not parts or (relation.least and not complete):
        return None
    with localcontext(prec=_MOST_DIGITS):
        total = sum((_value(one) for one in parts), Decimal(0))
        least, most = map(sum, zip(*(bounds(one.figure.quantity) for one in parts), strict=True))
        lowest, highest = bounds(whole.figure.quantity)
    above = least > highest and relation.sign != ">="
    below = most < lowest and relation.sign != "<=" and complete
    if not above and not below:
        return None
    against = "不等于" if relation.sign == "=" and complete else "多于" if above else "少于"
    return Broken((*parts, whole), f"{_added(parts, total)}，{against}{whole}")


def _rate(relation: Relation, context: Context) -> Broken | None:
    """A rate against what its two figures come to; one that was cut off instead of rounded is none to tell of."""
    rate, part, whole = (_given(key, context) for key in (*relation.left, relation.part, relation.whole))
    if rate is None or part is None or whole is None or not _value(whole):
        return None
    printed, place = _value(rate), last_place(rate.figure.quantity)
    with localcontext(prec=_MOST_DIGITS, rounding=ROUND_HALF_UP):
        (low, high), (of_low, of_high) = bounds(part.figure.quantity), bounds(whole.figure.quantity)
        least, most = low / of_high * 100, high / of_low * 100 if of_low > 0 else Decimal("Infinity")
        said_low, said_high = bounds(rate.figure.quantity)
        if min(said_low, printed - place / 2) <= most and least < max(said_high, printed + place):
            return None
        come_to = (_value(part) / _value(whole) * 100).quantize(min(place, Decimal("0.1")))
    return Broken((rate, part, whole), f"{rate}，而{part}、{whole}，算出来是{come_to}%")


def _given(key: str, context: Context) -> Named | None:
    """The figure that gives the indicator, in a unit in which it compares with others."""
    return next((one for one in context.indicators.get(key, ()) if is_usual(one.indicator, one.figure.unit)), None)


def _added(parts: Sequence[Named], total: Decimal) -> str:
    """败诉4件; 胜诉2件+败诉2件=4件."""
    shown = "+".join(map(str, parts))
    if len(parts) == 1:
        return shown
    units = {one.figure.unit for one in parts}
    scale = "万" if all("万" in one.figure.quantity.typed for one in parts) else ""
    return f"{shown}={plain(total / SCALES[scale])}{scale}{units.pop() if len(units) == 1 else ''}"


def _value(one: Named) -> Decimal:
    return one.figure.value if one.figure.value is not None else Decimal(0)


def _asked(relation: Relation, figures: Sequence[Named], context: Context) -> bool:
    """Whether the relation is to hold: a sentence says so where it must, and a text speaks of all in one breath."""
    if relation.when and not any(
        all(any(word in sentence for word in words) for words in relation.when)
        for sentence in re.split(_SENTENCE, context.text)
    ):
        return False
    unsure = {one.name for one in figures if not one.exact}
    return all(any(name in used and len(used) > 1 for used in _used_together(figures, context)) for name in unsure)


def _used_together(figures: Sequence[Named], context: Context) -> Iterator[set[str]]:
    """Of each text, which of the figures it uses."""
    names = {one.name: one.figure for one in figures}
    return (set(names_in(passage.text, names)) for passage in context.passages if "{{" in passage.text)


def _sentences(context: Context) -> Iterator[str]:
    """Those of the texts that use figures."""
    for passage in context.passages:
        if "{{" in passage.text:
            yield from re.split(_SENTENCE, passage.text)


def _in_one_sentence(figures: Sequence[Named], context: Context) -> bool:
    names = {one.name: one.figure for one in figures}
    return any(set(names_in(sentence, names)) == set(names) for sentence in _sentences(context))


def _explained(relation: Relation, figures: Sequence[Named], context: Context) -> bool:
    """Whether the note of a figure, or a sentence that uses one, says why the relation does not hold."""
    notes = [one.figure.note or "" for one in figures]
    if relation.note == (_ANY,) and any(notes):
        return True
    if any(word in note for note in notes for word in relation.note):
        return True
    names = {one.name: one.figure for one in figures}
    return any(
        any(word in said for word in relation.text)
        for said in (
            re.sub(_COMPARED, "", sentence) for sentence in _sentences(context) if any(names_in(sentence, names))
        )
    )
