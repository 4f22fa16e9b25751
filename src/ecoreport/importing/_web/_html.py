"""The text of a web page to its tags and texts, in one pass that no page can make slow.

html.parser takes 31 s for 60 kB of "<a " and libxml2 time that grows with the square of what is nested wrongly.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# What stands in these is text to its end tag, whatever it looks like; of textarea and title entities are still read.
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title", "noscript"})
_READ = frozenset({"textarea", "title"})
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?""")
_MOST_ATTRIBUTES = 200


class Start(NamedTuple):
    """A start tag, its name and its attributes' names in small letters."""

    name: str
    attributes: Mapping[str, str]
    closed: bool = False  # written <br/>


class End(NamedTuple):
    """An end tag."""

    name: str


Token = Start | End | str


def tokens(text: str) -> Iterator[Token]:
    """Start tags, end tags and texts with their entities read, in order; comments and declarations are left out."""
    at = 0
    while at < len(text):
        opened = text.find("<", at)
        if opened < 0:
            break
        if opened > at:
            yield html.unescape(text[at:opened])
        token, at = _markup(text, opened)
        if token is not None:
            yield token
        if isinstance(token, Start) and token.name in _RAW and not token.closed:
            end = _end_of(text, at, token.name)
            yield html.unescape(text[at:end]) if token.name in _READ else text[at:end]
            at = end
    if at < len(text):
        yield html.unescape(text[at:])


def _markup(text: str, at: int) -> tuple[Token | None, int]:
    """What begins with < at `at`, None for what shows nothing, and where it ends."""
    if text.startswith("<!--", at):
        end = text.find("-->", at + 2)
        return None, len(text) if end < 0 else end + 3
    if text.startswith(("<!", "<?"), at):
        return None, _after(text, at)
    closing = text.startswith("</", at)
    name = _NAME.match(text, at + 1 + closing)
    if name is None:  # an end tag without a name is nothing, a sign alone is itself
        return (None, _after(text, at)) if closing else ("<", at + 1)
    if closing:
        return End(name[0].lower()), _after(text, name.end())
    return _start(text, name[0].lower(), name.end())


def _start(text: str, name: str, at: int) -> tuple[Token, int]:
    attributes: dict[str, str] = {}
    while len(attributes) < _MOST_ATTRIBUTES and (found := _ATTRIBUTE.match(text, at)):
        at = found.end()
        attributes.setdefault(found[1].lower(), html.unescape(found[2] or found[3] or found[4] or ""))
    end = _after(text, at)
    return Start(name, attributes, text.endswith("/", at, max(end - 1, at))), end


def _after(text: str, at: int) -> int:
    """Behind the next >, or the end."""
    end = text.find(">", at)
    return len(text) if end < 0 else end + 1


def _end_of(text: str, at: int, name: str) -> int:
    """Where the end tag of that name begins; the end of the text where there is none."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)
