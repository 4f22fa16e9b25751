"""Word's automatic numbers, rebuilt from numbering.xml and styles.xml: Word keeps only how to count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from ecoreport.importing._counting import FORMATS
from ecoreport.importing._word.xml import W, value, whole

_BULLETS = {"\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a7": "▪"}
_PLACEHOLDER = re.compile("%([1-9])")
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts and is written."""

    format: str
    text: str
    start: int
    restart: int  # the level (from 0) after which it starts anew; -1 never
    legal: bool
    style: str  # the paragraph style whose paragraphs stand on it


@dataclass
class Counters:
    """The counts of all lists so far; ask for each numbered paragraph in order."""

    levels: Mapping[str, Mapping[int, ListLevel]]  # by list
    abstract: Mapping[str, str]  # list to what it counts with
    overrides: Mapping[tuple[str, int], int]  # list and level to where it starts afresh
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def number(self, num: str, level: int) -> str:
        """The number of the next paragraph of that list at that level, as printed; empty where there is none."""
        levels = self.levels.get(num, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(self.abstract[num], {})
        if (num, level) in self.overrides and (num, level) not in self._begun:
            counts[level] = self.overrides[num, level] - 1
        self._begun.add((num, level))
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, _MOST_LEVELS):
            if deeper in levels and levels[deeper].restart >= level:
                counts.pop(deeper, None)
        return self._written(levels, level, counts)

    def level_of(self, num: str, style: str) -> int:
        """The level of the list on which paragraphs of that style stand; 0 where it says none."""
        return next((at for at, one in self.levels.get(num, {}).items() if style and one.style == style), 0)

    def _written(self, levels: Mapping[int, ListLevel], level: int, counts: Mapping[int, int]) -> str:
        own = levels[level]
        if own.format == "bullet":
            return "".join(_BULLETS.get(character, character) for character in own.text)

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at not in levels:
                return ""
            form = "decimal" if own.legal and at < level else levels[at].format
            return FORMATS.get(form, str)(counts.get(at, levels[at].start))

        return _PLACEHOLDER.sub(one, own.text)


def counters(numbering: etree._Element | None) -> Counters:
    """The lists of a numbering part, none counted yet."""
    if numbering is None:
        return Counters({}, {}, {})
    bases = {one.get(f"{W}abstractNumId", ""): _levels(one) for one in numbering.iter(f"{W}abstractNum")}
    linked = {value(one, "styleLink"): one.get(f"{W}abstractNumId", "") for one in numbering.iter(f"{W}abstractNum")}
    for one in numbering.iter(f"{W}abstractNum"):
        if (style := value(one, "numStyleLink")) and style in linked:
            bases[one.get(f"{W}abstractNumId", "")] = bases[linked[style]]
    levels: dict[str, Mapping[int, ListLevel]] = {}
    abstract: dict[str, str] = {}
    overrides: dict[tuple[str, int], int] = {}
    for num in numbering.iter(f"{W}num"):
        name, base = num.get(f"{W}numId", ""), value(num, "abstractNumId")
        own = dict(bases.get(base, {}))
        for override in num.iter(f"{W}lvlOverride"):
            own.update(_levels(override))
            if start := value(override, "startOverride"):
                overrides[name, whole(override.get(f"{W}ilvl"))] = whole(start)
        levels[name], abstract[name] = own, base
    return Counters(levels, abstract, overrides)


def _levels(parent: etree._Element) -> dict[int, ListLevel]:
    made = {}
    for one in parent.iterchildren(f"{W}lvl"):
        at = whole(one.get(f"{W}ilvl"))
        restart = value(one, "lvlRestart")
        made[at] = ListLevel(
            format=_format(one),
            text=value(one, "lvlText"),
            start=whole(value(one, "start") or "1"),
            restart=at - 1 if restart == "" else whole(restart) - 1,
            legal=one.find(f"{W}isLgl") is not None,
            style=value(one, "pStyle"),
        )
    return made


def _format(level: etree._Element) -> str:
    """numFmt, which newer files wrap in an alternative."""
    found = next(iter(level.iter(f"{W}numFmt")), None)
    return "decimal" if found is None else found.get(f"{W}val", "decimal")
