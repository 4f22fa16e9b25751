"""What YAML allows and a year file does not: told before anything is built from it."""

import re
from contextlib import suppress
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


class _Counting(Loader):
    """Stops, without saying why, where `guard` might."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = self._nodes = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:  # noqa: ANN401, ARG002 - PyYAML's
        """Called as a node begins."""
        self._depth, self._nodes = self._depth + 1, self._nodes + 1
        if self._depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise yaml.YAMLError

    def ascend_resolver(self) -> None:
        """Called as it ends."""
        self._depth -= 1


def composed(text: str) -> yaml.Node | None:
    """The root of the YAML in `text`, None of an empty one; Forbidden and the parser's errors as `guard`.

    Most files have no sign of an anchor or a tag, so need not be read for their events as well.
    """
    if not any(sign in text for sign in "&*!"):
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=_Counting)
    guard(text, set())
    return yaml.compose(text, Loader=Loader)
