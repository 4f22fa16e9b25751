"""Names that Python does not read as they are, such as PM2.5 and 12345热线, under others for the time of reading."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from keyword import iskeyword
from unicodedata import normalize

_KEPT, _KEPT_SETS = 1024, 16  # names that are looked at once, and sets of them: a report has one, and one a shortcoming
_QUOTED = r"\"[^\"]*\"|'[^']*'"


def stood_in(expression: str, names: Iterable[str]) -> tuple[str, Mapping[str, str]]:
    """The expression with stand-ins for those names, and what each stands for; quoted texts stay as they are.

    A name is one only as a whole: 区12345热线 holds no 12345热线, and 123456 no 12345.
    """
    pattern, odd = _pattern(tuple(names))
    if not odd:
        return expression, {}
    used: dict[str, str] = {}

    def replaced(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in odd:
            return match[0]
        used[odd[name]] = name
        return odd[name]

    return pattern.sub(replaced, expression), used


@lru_cache(_KEPT_SETS)
def _pattern(names: tuple[str, ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds every name, the longest first, and stand-ins for those that need one."""
    longest_first = sorted(names, key=len, reverse=True)
    odd = {name: f"figure_{at}_" for at, name in enumerate(longest_first) if not _plain(name)}
    if not odd:
        return re.compile("(?!)"), odd
    whole = "|".join(rf"{_edge(name[0], '<!')}{re.escape(name)}{_edge(name[-1], '!')}" for name in longest_first)
    return re.compile(f"{_QUOTED}|(?P<name>{whole})"), odd


def _edge(character: str, look: str) -> str:
    """Nothing of a word beyond a name's edge, where that is of a word itself."""
    return rf"(?{look}\w)" if character.isalnum() or character == "_" else ""


@lru_cache(_KEPT)
def _plain(name: str) -> bool:
    """Whether Python reads the name as it is: an identifier, no word of its own, in no other form of its characters."""
    return name.isidentifier() and not iskeyword(name) and (name.isascii() or normalize("NFKC", name) == name)
