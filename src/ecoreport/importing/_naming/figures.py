"""Numbers of running text to figures: each gets a name out of the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ecoreport.importing._naming._names import Last, Named, choices, measure
from ecoreport.importing._naming._words import DOING, VAGUE
from ecoreport.importing.account import Place
from ecoreport.report.expressions import literal
from ecoreport.report.indicators import other_names
from ecoreport.text.quantities import Mention, literals, statement
from ecoreport.text.quantity import FigureError, parse_quantity

_ABOUT = re.compile(r"(?:大约|(?<![公签预节条契制违特缔])约|(?<![附靠临])近|超过|超|逾|不足)$")
_AROUND = re.compile(r"左右|上下|以上|以下")
_ENDS, _AT_MOST = "。；！？\n", 150  # characters of a sentence on each side of a number
_LONGEST = 40  # characters of a figure's name in a year file
# What is said of another year, or of the change since: the program computes it out of both years' figures.
_OF_ANOTHER_YEAR = re.compile("[0-9]{4}年(?:[\u4e00-\u9fff]{0,6})的|上年|去年")
_COMPARED = re.compile("同比|环比|比(?![例重率])|较(?![大多少小好])")
_ONE_OF_TWO = re.compile("[0-9]、$")  # 抽查3、4家企业
_RESERVED = frozenset({"上年", "问题", "原因"})


@dataclass
class Figures:
    """The figures so far: name to what is printed; texts are passed through `taken` in the report's order."""

    known: dict[str, str] = field(default_factory=dict)
    wanted: bool = True
    places: list[Place] = field(default_factory=list)
    _units: dict[str, str] = field(default_factory=dict)
    _here: set[str] = field(default_factory=set)  # the names that this text has given
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)  # of a name that many have, by what is printed

    def taken(self, text: str) -> str:
        """The text with each figure in it as a reference; `{{` that was typed stays as typed."""
        counted = {match.start() for match in literals(text)} if self.wanted else set()
        made: list[str] = []
        end = 0
        for start, stop, name in self._named(text, counted) if counted else ():
            made.append(f"{literal(text[end:start])}{{{{ {name} }}}}")
            self.places.append(Place(name, text[start:stop], _sentence(text, start, stop)))
            end = stop
        return "".join(made) + literal(text[end:])

    def _named(self, text: str, counted: set[int]) -> Iterator[tuple[int, int, str]]:
        """Where each figure of a text begins and ends, and its name; `counted`: where numbers stand that count."""
        self._here = set()
        last, first = Last(), ""
        begin = end = sentence = 0  # `begin`: of the words that belong to no number before
        for one in statement(text).mentions:
            if one.sentence != sentence or "；" in one.marks:
                last, sentence = Last(), one.sentence
            lead = text[max(one.start - len(one.lead), begin) : one.start]
            before, first, begin = first, one.lead if one.role == "from" else "", one.end
            if one.start not in counted or not _is_of_the_year(one):
                continue
            named = choices(one, _lead(one, lead), last, first=before, closed=_is_closed(text, one))
            start, stop = _whole(text, one.start, one.end)
            begin += named.used
            name = ""
            if start >= end and not _beside_brackets(text, start, stop) and _is_figure(text[start:stop]):
                name = self._name(named, text[start:stop], one.unit, last.name)
            if not one.lead.startswith("占"):  # 占信访投诉612件的37.7%: a share of these, but not theirs
                last = Last(name, one.unit if name else "", named.act)
            if name:
                end = stop
                yield start, stop, name

    def _name(self, named: Named, typed: str, unit: str, last: str) -> str:
        """A name for the figure: the same for the same fact, another for another; empty where no words give one."""
        found = named.names
        if not found:
            return ""
        for name in found:
            if same := next((other for other in other_names(name, unit) if self._is(other, typed, unit)), None):
                return same  # 行政处罚决定9件, and again 9件处罚决定
        of_another_unit = self._units.get(found[0], unit) != unit
        told = [f"{found[0]}{measure(unit)}"] if of_another_unit else []
        joined = [f"{last}{found[0]}"] if last and last not in found else []
        for name in (*found[:1], *told, *found[1:], *joined):
            if len(name) <= _LONGEST and name not in _RESERVED and self._is_free_for(name, typed, unit):
                return self._kept(name, typed, unit)
        if found[0] in _RESERVED:
            return ""
        numbers = self._numbers.setdefault(found[0], {})
        number = numbers.setdefault(typed, len(numbers) + 2)
        return self._kept(f"{found[0]}{number}", typed, unit)

    def _is(self, name: str, typed: str, unit: str) -> bool:
        return self.known.get(name) == typed and self._units[name] == unit

    def _is_free_for(self, name: str, typed: str, unit: str) -> bool:
        """Whether nothing has the name, or the very same figure; what a vague one names is known in its text alone."""
        if name not in self.known:
            return True
        return self._is(name, typed, unit) and (not _is_vague(name) or name in self._here)

    def _kept(self, name: str, typed: str, unit: str) -> str:
        self.known[name], self._units[name] = typed, unit
        self._here.add(name)
        return name


def _is_vague(name: str) -> bool:
    """活动, 开展活动: of which nobody knows which."""
    return name in VAGUE or DOING.sub("", name, count=1) in VAGUE


def _lead(one: Mention, lead: str) -> str:
    """The words before a number; of one in parentheses those before it: 检查企业（120家次）."""
    return one.clause[:-1] if not lead and one.clause.endswith("（") else lead


def _is_closed(text: str, one: Mention) -> bool:
    """Whether a mark, or the end, stands behind the words that follow the number, and no other number."""
    end = one.end + len(one.tail)
    return end >= len(text) or not (text[end].isalnum())


def _is_of_the_year(one: Mention) -> bool:
    """Whether the number is this year's own."""
    if not one.lead and _ONE_OF_TWO.search(one.clause):
        return False
    if one.role in ("from", "base", "times", "years") or one.year == -1 or _OF_ANOTHER_YEAR.search(one.lead):
        return False
    return one.role != "change" or bool(one.noun and not _COMPARED.search(one.clause))


def _sentence(text: str, start: int, stop: int) -> str:
    """The sentence around a number, from the last mark that ends one to the next."""
    before, behind = text[max(start - _AT_MOST, 0) : start], text[stop : stop + _AT_MOST]
    begin = max(before.rfind(mark) for mark in _ENDS) + 1
    end = min((at for at in map(behind.find, _ENDS) if at >= 0), default=len(behind) - 1) + 1
    return (before[begin:] + text[start:stop] + behind[:end]).strip()


def _beside_brackets(text: str, start: int, stop: int) -> bool:
    """Whether a typed { or } stands at the number, which would run together with those of a reference."""
    return text[max(start - 1, 0) : start] == "{" or text[stop : stop + 1] == "}"


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The number with the words of approximation around it."""
    about = _ABOUT.search(text, max(start - 2, 0), start)
    around = _AROUND.match(text, end)
    return about.start() if about else start, around.end() if around else end


def _is_figure(typed: str) -> bool:
    try:
        return parse_quantity(typed).value is not None
    except FigureError:
        return False
