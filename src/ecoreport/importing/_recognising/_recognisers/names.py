"""Who wrote a report, from its title or its text."""

import re
from collections import Counter
from collections.abc import Iterable

from ecoreport.importing._recognising._recognisers.lines import organs
from ecoreport.importing._recognising._recognisers.words import (
    NAMED,
    NO_NAME,
    NO_ORGAN,
    ORGAN_END,
    ORGAN_IN_TITLE,
    YEAR,
)

_IN_FRONT = re.compile(rf"^(?:关于)?(?:(?:{YEAR.pattern})年度?)?")


def organ_in_title(joined: str) -> str:
    """The name of the body that a title begins with; empty where it begins with none."""
    match = ORGAN_IN_TITLE.match(_IN_FRONT.sub("", joined))
    name = match[0].removesuffix("推进") if match else ""
    return name if ORGAN_END.search(name) and not NO_ORGAN.search(name) else ""


def issuer_in_text(texts: Iterable[str]) -> str:
    """The body that the text most often says did something; empty where it names none in full."""
    names = Counter(match[1] for text in texts for match in NAMED.finditer(text) if _is_name(match[1]))
    return names.most_common(1)[0][0] if names else ""


def _is_name(name: str) -> bool:
    return organs(re.sub(r"[（(].*", "", name))[1] > 0.5 and not NO_NAME.fullmatch(name)  # noqa: PLR2004
