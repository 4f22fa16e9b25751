"""Numbers of running text to figures: each gets a name out of the words around it."""

import re
from dataclasses import dataclass, field

from ecoreport.importing._names import REACH, choices, run
from ecoreport.report.expressions import literal
from ecoreport.report.indicators import other_names
from ecoreport.text.quantities import literals
from ecoreport.text.quantity import FigureError, parse_quantity

_ABOUT = re.compile(r"(?:大约|约|近|超过|超|逾|不足)$")
_LONGEST = 40  # characters of a figure's name in a year file
_STOP = re.compile("[。；]")
_AROUND = re.compile(r"左右|上下|以上|以下")
# What is said of another year, or of the change since: the program computes it out of both years' figures.
_COMPARED = re.compile("(?:比|较|同比|环比|上年|去年|[0-9]{4}年的)[^，]*$|(?:由|从)[^，到至为]{0,12}$")
_RESERVED = frozenset({"上年", "问题", "原因"})


@dataclass
class Figures:
    """The figures so far: name to what is printed; texts are passed through `taken` in the report's order."""

    known: dict[str, str] = field(default_factory=dict)
    wanted: bool = True
    _last: str = ""  # the name before this one, in the same sentence
    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)  # of a name that many have, by what is printed

    def taken(self, text: str) -> str:
        """The text with each figure in it as a reference; `{{` that was typed stays as typed."""
        if not self.wanted:
            return literal(text)
        made: list[str] = []
        end = seen = 0
        self._last = ""
        for match in literals(text):
            start, stop = _whole(text, match.start(), match.end())
            if (
                start < end
                or _beside_brackets(text, start, stop)
                or not _is_figure(text[start:stop])
                or _COMPARED.search(_clause(text, start))
            ):
                continue
            if _STOP.search(text, max(end, seen), start):
                self._last = ""
            seen = start
            name = self._named(text[max(start - REACH, 0) : start], text[start:stop], match["unit"], run(text, stop))
            if not name:
                continue
            self._last = name
            made.append(f"{literal(text[end:start])}{{{{ {name} }}}}")
            end = stop
        return "".join(made) + literal(text[end:])

    def _named(self, before: str, typed: str, unit: str, after: str) -> str:
        """A name for the figure: the same for the same fact, another for another; empty where no words give one."""
        found = choices(before, after, unit, self._last)
        if not found:
            return ""
        joined = f"{self._last}{found[0]}" if self._last and self._last not in found else ""
        behind_last = [joined] if 0 < len(joined) <= _LONGEST else []
        for name in (*found, *behind_last):
            if same := next((other for other in other_names(name, unit) if self.known.get(other) == typed), None):
                return same  # 行政处罚决定9件, and again 9件处罚决定
            if self.known.get(name, typed) == typed and name not in _RESERVED:
                self.known[name] = typed
                return name
        numbers = self._numbers.setdefault(found[0], {})
        name = f"{found[0]}{numbers.setdefault(typed, len(numbers) + 2)}"
        self.known[name] = typed
        return name


def _beside_brackets(text: str, start: int, stop: int) -> bool:
    """Whether a typed { or } stands at the number, which would run together with those of a reference."""
    return text[max(start - 1, 0) : start] == "{" or text[stop : stop + 1] == "}"


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The number with the words of approximation around it."""
    about = _ABOUT.search(text, max(start - 2, 0), start)
    around = _AROUND.match(text, end)
    return about.start() if about else start, around.end() if around else end


def _clause(text: str, end: int) -> str:
    return re.split("[，。；：、]", text[max(end - 40, 0) : end])[-1]


def _is_figure(typed: str) -> bool:
    try:
        return parse_quantity(typed).value is not None
    except FigureError:
        return False
