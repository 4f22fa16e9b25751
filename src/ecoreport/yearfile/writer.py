"""Values to the YAML that a careful person would write: text in blocks, a sentence a line, quotes only where needed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import yaml

from ecoreport.yearfile._guard import Loader
from ecoreport.yearfile._tree import UNUSUAL
from ecoreport.yearfile.fields import Words, names_of
from ecoreport.yearfile.model import Ignore, Report, models_of

BLOCKS = names_of(models_of(Report), Words.PARAGRAPHS)  # always written below `|`
_IN_BRACES = frozenset(Ignore.model_fields)  # short values, on one line
_PLACES = {name: at for at, name in enumerate(Report.model_fields)}
_SENTENCES = re.compile(r"(?<=[。！？])(?![”’）》」』〉])|(?<=[。！？][”’）》」』〉])(?![”’）》」』〉])")
_NUMERIC = re.compile(
    r"(?![0-9]{4}-[0-9]{2}-[0-9]{2}$)[-+0-9.,:_ ]+"
)  # text to us, but a number to other readers of YAML
# What `check` tells of where it stands raw in a file.
HIDDEN = re.compile("|".join(pattern.pattern for pattern in UNUSUAL.values()))
_CUT = re.compile(r"(?:^|\s)#")


class Verbatim(str):
    """A text whose lines stay as they are; as a key, one that is no comment, whatever it begins with."""

    __slots__ = ()


Value = str | bool | int | Sequence["Value"] | Mapping[str, "Value"]
# What an item of the plan has where nothing is known of what it answers.
UNANSWERED: Mapping[str, Value] = MappingProxyType({"#answers": "answers: []  # 回应哪几条不足，写它们的 id"})


def in_order(values: Mapping[str, Value]) -> dict[str, Value]:
    """The keys of a report in the order of the model."""
    return dict(sorted(values.items(), key=lambda pair: _PLACES[pair[0]]))


def document(values: Mapping[str, Value]) -> str:
    """The whole file; a key that begins with # is a comment line, one that begins with a blank an empty line."""
    return "\n".join(mapping(values, 0)) + "\n"


def mapping(values: Mapping[str, Value], indent: int) -> Iterator[str]:
    """The lines of a mapping whose keys begin at that column."""
    pad = " " * indent
    for key, value in values.items():
        real = isinstance(key, Verbatim)
        if key.startswith("#") and not real:
            yield f"{pad}# {value}".rstrip()
        elif key.startswith(" ") and not real:
            yield ""
        elif isinstance(value, Mapping) and value:
            yield f"{pad}{scalar(key)}:"
            yield from mapping(value, indent + 2)
        elif isinstance(value, str) and (key in BLOCKS or "\n" in value) and not HIDDEN.search(value):
            yield f"{pad}{key}: |"
            yield from block(value, pad + "  ")
        elif isinstance(value, str | bool | int):
            yield f"{pad}{scalar(key)}: {_one(value)}"
        elif isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
            yield f"{pad}{key}: {flow(value)}"
        elif isinstance(value, Sequence):
            yield f"{pad}{key}:"
            yield from listed(value, indent + 2)


def listed(items: Sequence[Value], indent: int) -> Iterator[str]:
    """The lines of a list whose dashes stand at that column."""
    pad = " " * indent
    for item in items:
        if isinstance(item, Mapping) and set(item) <= _IN_BRACES:
            yield f"{pad}- {{{', '.join(f'{key}: {scalar(str(one), flow=True)}' for key, one in item.items())}}}"
        elif isinstance(item, Mapping):
            first, *rest = mapping(item, indent + 2)
            yield f"{pad}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{pad}- {flow(item) if not isinstance(item, str) and isinstance(item, Sequence) else _one(item)}"


def block(text: str, pad: str) -> Iterator[str]:
    """The lines below a `|`: a sentence a line, an empty one between paragraphs."""
    if isinstance(text, Verbatim):
        yield from (pad + line.strip() if line.strip() else "" for line in text.strip("\n").split("\n"))
        return
    for at, paragraph in enumerate(text.split("\n\n")):
        if at:
            yield ""
        for line in paragraph.split("\n"):
            yield from (pad + sentence for sentence in _SENTENCES.split(line.strip()) if sentence)


def flow(items: object) -> str:
    """The texts as a list in brackets, on one line."""
    assert isinstance(items, Sequence)  # noqa: S101 - for the type checker; callers have looked
    return "[" + ", ".join(scalar(str(item), flow=True) for item in items) + "]"


def _one(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else scalar(str(value))


def scalar(text: str, *, flow: bool = False) -> str:
    """The text on one line, plain where YAML and the checks read it back the same, else in double quotes."""
    written = f"[{text}]" if flow else f"- {text}"
    plain = (
        text == text.strip()
        and text
        and not _NUMERIC.fullmatch(text)
        and "\n" not in text
        and not _CUT.search(text)
        and text[0] not in "“－–—-｜【"
        and not HIDDEN.search(text)
    )
    if plain and not (flow and re.search(r"[,\[\]{}，]", text)) and reads_as(written, text):
        return text
    return HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def reads_as(written: str, text: str) -> bool:
    """Whether a list of one item, as it is written, reads as that text."""
    try:
        node = yaml.compose(written, Loader=Loader)
    except yaml.YAMLError:
        return False
    [item] = node.value if isinstance(node, yaml.SequenceNode) and len(node.value) == 1 else [None]
    return isinstance(item, yaml.ScalarNode) and item.value == text and item.tag == "tag:yaml.org,2002:str"
