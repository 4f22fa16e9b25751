"""From a character of a YAML scalar's value back to the character in the file that stands for it."""

import re

_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)?")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FOLD = re.compile(r"[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")
_BLANKS = re.compile(r"[ \t]+")
_BREAK = re.compile(r"\r\n|\r|\n")
_ESCAPE = re.compile(r"\\(?:x..|u....|U........|\r\n|.)", re.DOTALL)


def offsets(raw: str, value: str, style: str | None) -> list[int]:
    """For each character of `value`, and its end, the index in `raw`, the scalar's source text.

    `style` is PyYAML's: None or '' plain, ' or " quoted, | literal, > folded.
    """
    places = _block(raw, value) if style in ("|", ">") else _flow(raw, value, style or "")
    last = places[-1] if places else 0
    padded = places[: len(value)] + [last] * (len(value) - len(places))
    return [*padded, min(last + 1, len(raw))]


def unfolded(raw: str, value: str, style: str | None) -> str:
    """The value without the blanks that YAML puts for line breaks beside han; between ASCII words they stay."""
    places = offsets(raw, value, style)
    kept = []
    for at, character in enumerate(value):
        folded = character == " " and raw[places[at]] in "\r\n"
        if not folded or (value[at - 1 : at] + value[at + 1 : at + 2]).isascii():
            kept.append(character)
    return "".join(kept)


def _block(raw: str, value: str) -> list[int]:
    header = _HEADER.match(raw)
    start = header.end() if header else 0
    first_value = next((line for line in value.split("\n") if line.strip(" ")), "")
    indent: int | None = None
    places: list[int] = []
    breaks: list[int] = []  # line breaks seen since the last text
    for match in _LINE.finditer(raw, start):
        line = match[1]
        if indent is None and line.strip(" "):
            indent = _leading(line) - _leading(first_value)
        content = line[indent or 0 :]
        if content:
            _fold(places, breaks, value)
            breaks = []
            at = match.start() + (indent or 0)
            places.extend(range(at, at + len(content)))
        breaks.append(match.end(1))
        if match.end() == len(raw):
            break
    places.extend(breaks[: len(value) - len(places)])  # of those at the end the first are kept, the others chomped
    return places


def _fold(places: list[int], breaks: list[int], value: str) -> None:
    """Add what the line breaks became in the value: one blank, or as many breaks as are left there."""
    at = len(places)
    if value[at : at + 1] == " " and breaks:
        places.append(breaks[0])
        return
    kept = 0
    while value.startswith("\n", at + kept):
        kept += 1
    places.extend(breaks[-kept:] if kept else [])


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _flow(raw: str, value: str, style: str) -> list[int]:
    at = 1 if style else 0
    unfolded_to = 0  # the end of blanks that no line break follows
    places: list[int] = []
    while len(places) < len(value) and at < len(raw):
        fold = _FOLD.match(raw, at) if at >= unfolded_to else None
        if not fold and at >= unfolded_to and (blanks := _BLANKS.match(raw, at)):
            unfolded_to = blanks.end()
        if fold:
            breaks = [match.start() for match in _BREAK.finditer(raw, at, fold.end())]
            _fold(places, breaks[1:] or breaks, value)
            at = fold.end()
        elif style == '"' and (escape := _ESCAPE.match(raw, at)):
            if not escape[0][1:].strip("\r\n"):  # an escaped line break stands for nothing
                at = _FOLD.match(raw, at + 1).end()  # type: ignore[union-attr]
                continue
            places.append(at)
            at = escape.end()
        else:
            places.append(at)
            at += 2 if style == "'" and raw.startswith("''", at) else 1
    return places
