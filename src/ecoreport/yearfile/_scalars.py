"""A text in a year file with some of its characters changed, written in the style that it has."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from yaml.nodes import ScalarNode

from ecoreport.problems.diagnostic import FileEdit, Path
from ecoreport.yearfile import writer
from ecoreport.yearfile._offsets import offsets
from ecoreport.yearfile._tree import Document

Part = tuple[int, int, str]  # characters of the text from where to where, and what they become
_QUOTED: Mapping[str, Callable[[str], str]] = {
    '"': lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "'": lambda text: text.replace("'", "''"),
}


def changed(text: str, parts: Sequence[Part]) -> str:
    """The text with the parts, which do not overlap, changed."""
    made, at = [], 0
    for start, end, new in parts:
        made += [text[at:start], new]
        at = end
    return "".join(made) + text[at:]


def in_order(parts: Sequence[Part]) -> tuple[Part, ...] | None:
    """The parts, each once, from the first to the last; None where two of them overlap."""
    found = sorted(dict.fromkeys(parts), key=lambda part: part[:2])
    clash = any(b[0] < a[1] or (a[:2] == b[:2] and a[0] != a[1]) for a, b in pairwise(found))
    return None if clash else tuple(found)


def scalar_edits(document: Document, path: Path, node: ScalarNode, parts: Sequence[Part]) -> tuple[FileEdit, ...]:
    """The edits that make the parts, in order, of the text at `path`."""
    parts = tuple(_without_empty_lines(node.value, parts))
    start, end = document.ends(node)
    raw = document.source.text[start:end]
    if node.style == "|" or (node.style == ">" and _within_lines(node.value, parts)):
        return tuple(_block(raw, start, node, parts))
    stem = raw if node.style in ("'", '"') else raw.rstrip(" \n\r")
    text = changed(node.value, parts)
    if node.style in (None, "", "'", '"') and "\n" not in text and "\n" not in stem:
        written = _on_its_line(stem, node, parts)
        if writer.reads_as(f"[{written}]", text):
            return (FileEdit(start, stem, written),)
    return (FileEdit(start, stem, _anew(document, path, (start, start + len(stem)), text)),)


def _within_lines(value: str, parts: Sequence[Part]) -> bool:
    """Whether no part adds or takes away a line."""
    return not any("\n" in new or "\n" in value[start:end] for start, end, new in parts)


def _block(raw: str, begin: int, node: ScalarNode, parts: Sequence[Part]) -> Iterator[FileEdit]:
    """Each part at its own place below `|` or `>`."""
    value = node.value
    places = offsets(raw, value, node.style)
    match = re.search(r"\n( *)[^ \r\n]", raw)
    indent = match[1] if match else "  "

    def behind(index: int) -> int:  # a text's last break stands behind its last character, before any empty lines
        return places[index - 1] + 1 if index and value[index - 1] != "\n" else places[index]

    for start, end, new in parts:
        deep = re.sub(r"\n +(?=\n)", "\n", new.replace("\n", "\n" + indent))
        first = places[start] if start < end and value[start] != "\n" else behind(start)
        yield FileEdit(begin + first, raw[first : behind(end)], deep)


def _on_its_line(stem: str, node: ScalarNode, parts: Sequence[Part]) -> str:
    places = offsets(stem, node.value, node.style)
    quoted = _QUOTED.get(node.style or "", str)
    last = len(stem) - bool(node.style)  # of a quoted text the mark behind it

    def at(index: int) -> int:
        return places[index] if index < len(node.value) else last

    return changed(stem, [(at(start), at(end), quoted(new)) for start, end, new in parts])


def _anew(document: Document, path: Path, span: tuple[int, int], text: str) -> str:
    """A text that cannot stay as it is written: below `|` where it is a paragraph of its own, else on one line."""
    source = document.source.text
    end = source.find("\n", span[1])
    alone = not source[span[1] : end if end >= 0 else len(source)].strip()
    found = document.find(path)
    key = found[0] if found else None
    if path[-1] in writer.BLOCKS and alone and key is not None and not writer.HIDDEN.search(text):
        pad = " " * (key.start_mark.column + 2)
        return "\n".join(["|", *writer.block(writer.Verbatim(text), pad)])
    return writer.scalar(text, flow=True)


def _without_empty_lines(value: str, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, and with all words of a line its break: an empty line would part the paragraph."""
    more: list[Part] = []
    at = 0
    for line in value.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        mine = [part for part in parts if start <= part[0] and part[1] <= end]
        gone = sum(last - first for first, last, _ in mine)
        if not line.strip() or gone < len(line.strip()) or any(new.strip() for _, _, new in mine):
            continue
        if value[end:].strip():
            more += [] if _covered(parts, end) else [(end, end + 1, "")]
        elif start and not _covered(parts, start - 1):
            more.append((start - 1, start, ""))  # of the last line: its own break ends the text
    yield from sorted((*parts, *more), key=lambda part: part[:2])


def _covered(parts: Sequence[Part], at: int) -> bool:
    return any(start <= at < end for start, end, _ in parts)
