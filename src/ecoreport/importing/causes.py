"""A shortcoming's problem and cause, where its sentence names both; what is built stays the same to the letter."""

import re

from ecoreport.prose import DEFAULT_SHORTCOMING

_STOP = r"[^。；]"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?P<problem>.{{4,}}?)。主要原因是(?P<cause>{_STOP}{{2,}})。"), DEFAULT_SHORTCOMING),
    *(
        (re.compile(rf"(?P<problem>.{{4,}}?){link}(?P<cause>{_STOP}{{2,}})。"), f"{{{{ 问题 }}}}{link}{{{{ 原因 }}}}。")
        for mark in "，。；"
        for said in (
            "主要原因是",
            "主要原因在于",
            "原因是",
            "原因在于",
            "究其原因，",
            "主要是因为",
            "主要是由于",
            "源于",
        )
        for link in [mark + said]
    ),
    *(
        (
            re.compile(rf"{word}(?P<cause>{_STOP}{{2,}}?)，{verb}(?P<problem>{_STOP}{{4,}}?){of}。"),
            f"{word}{{{{ 原因 }}}}，{verb}{{{{ 问题 }}}}{of}。",
        )
        for verb, of in (
            ("存在", "的问题"),
            ("存在", ""),
            ("导致", ""),
            ("造成", ""),
            ("使得", ""),
            ("致使", ""),
            ("", ""),
        )
        for word in ("由于", "鉴于", "因为", "因", "受")
    ),
)


def split(text: str) -> dict[str, str]:
    """`problem`, `cause` and, unless it is the usual one, `text`; empty where the sentence does not name both."""
    for pattern, form in _FORMS:
        match = pattern.fullmatch(text)
        if match and "\n" not in text and match["problem"].strip(" ，；") == match["problem"]:
            made = {"problem": match["problem"], "cause": match["cause"]}
            return made if form == DEFAULT_SHORTCOMING else {**made, "text": form}
    return {}
