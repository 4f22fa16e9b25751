"""What YAML allows and a year file does not: told before anything is built from it."""

import re
from typing import Any

import yaml

from ecoreport.yearfile._signs import QUOTE

MAX_DEPTH = 32
MAX_NODES = 200_000


class Loader(yaml.CSafeLoader):
    """libyaml with an own, small resolver: 010, 1_000, 12:30, yes and dates stay text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - PyYAML's own protocol


def _resolve(tag: str, pattern: str, first: str) -> None:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first) or [""])


_resolve("bool", r"(?:true|True|TRUE|false|False|FALSE)\Z", "tTfF")
_resolve("null", r"(?:~|null|Null|NULL|)\Z", "~nN")
_resolve("null", r"\Z", "")
_resolve("int", r"-?(?:0|[1-9][0-9]{0,17})\Z", "-0123456789")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


class Forbidden(yaml.MarkedYAMLError):
    """What YAML allows and a year file does not, at its place: code, message and help of the problem."""

    def __init__(self, event: yaml.Event, code: str, message: str, help_: str = "") -> None:
        """Keep what to say."""
        super().__init__(problem=message, problem_mark=event.start_mark)  # type: ignore[arg-type]
        self.said = code, message, help_


def guard(text: str, begins: set[int]) -> None:
    """Stop at what would crash libyaml or blow up later; reads events only, so it never recurses.

    Into `begins` go the lines, from 0, on which a key, an item or a value begins; Forbidden, or the parser's own error.
    """
    depth = nodes = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            depth += isinstance(event, yaml.CollectionStartEvent)
            nodes += 1
            begins.add(_line(event))
            if depth > MAX_DEPTH:
                raise Forbidden(event, "E111", f"嵌套超过 {MAX_DEPTH} 层")
            if nodes > MAX_NODES:
                raise Forbidden(event, "E112", f"内容超过 {MAX_NODES} 项")
            if event.anchor:
                mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
                message = f"“{mark}{event.anchor}”会被当成 YAML 的锚点或别名，不支持"
                raise Forbidden(event, "E113", message, QUOTE)
            if tag := getattr(event, "tag", None):
                written = tag.replace("tag:yaml.org,2002:", "!!")
                raise Forbidden(event, "E114", f"“{written}”会被当成 YAML 标签，不支持", QUOTE)
