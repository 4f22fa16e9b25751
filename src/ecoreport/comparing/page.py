"""A comparison as one self-contained HTML page: the summary on top, old and new side by side below."""

from collections.abc import Iterator, Sequence
from importlib import resources

from jinja2 import Environment, StrictUndefined

from ecoreport.comparing import told
from ecoreport.comparing.changes import Comparison, Fate
from ecoreport.stretches import ADDED, KEPT, REMOVED, Stretch

_TEMPLATE = "page.html.j2"


def as_html(comparison: Comparison) -> str:
    """The page; all text in it is escaped, and it loads nothing."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["old_side"] = lambda part: tuple(_side(part, REMOVED))
    environment.filters["new_side"] = lambda part: tuple(_side(part, ADDED))
    source = (resources.files(__package__) / _TEMPLATE).read_text(encoding="utf-8")
    return environment.from_string(source).render(comparison=comparison, told=told, answered=Fate.ANSWERED)


def _side(part: Sequence[Stretch], mark: str) -> Iterator[tuple[str, bool]]:
    """What of a paragraph stands on one side, and whether only there."""
    return ((text, own == mark) for own, text in part if own in (KEPT, mark))
