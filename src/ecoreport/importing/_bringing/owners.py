"""Which section, item or attachment each printed block belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ecoreport.importing._bringing.blocks import Shown
from ecoreport.importing._bringing.wanted import Wanted
from ecoreport.problems.diagnostic import Path
from ecoreport.report.blocks import Kind
from ecoreport.report.parts import DEFAULT_SHORTCOMING, LENT, TITLES, content_at, sections_of, shortcoming_text
from ecoreport.report.printed import Origin, Typed
from ecoreport.yearfile.model import Content, Report

_BELOW = ("title", "text", "problem", "cause", "table", "charts")  # what is typed right below an item


def owned(wanted: Wanted, printed: Sequence[Shown]) -> tuple[Shown, ...]:
    """The blocks, each with the path of what it belongs to; what a shortcoming makes up as text can be changed."""
    untitled = [*_untitled(wanted.report)]
    found = []
    above: Path | None = None
    for one in printed:
        owner = _owner(one)
        if owner is None and one.kind == Kind.HEADING_1 and not one.paths:
            owner = next((path for path, title in untitled if title == one.core), None)
            untitled = [pair for pair in untitled if pair[0] != owner]
        if one.kind in (Kind.TITLE, Kind.ISSUER, Kind.DATE, Kind.ANNEX_LIST):
            above = None
        above = owner or above
        found.append(_with_text(wanted, replace(one, owner=owner or (above if one.is_table else None))))
    return tuple(found)


def _untitled(report: Report) -> Iterator[tuple[Path, str]]:
    for path, section in sections_of(report):
        if not section.title:
            yield path, TITLES[section.kind].format(next_year=report.year + 1)


def _owner(shown: Shown) -> Path | None:
    for path in shown.paths:
        at = next((at for at, part in enumerate(path) if part in _BELOW), 0)
        if at and shown.kind != Kind.ANNEX_LIST:
            return path[:at]
    return None


def _with_text(wanted: Wanted, shown: Shown) -> Shown:
    """The block of a shortcoming without a text, as if it had the text that the program makes of it."""
    owner = shown.owner
    if owner is None or not any(path[-1] in LENT.values() for path in shown.paths):
        return shown
    content = content_at(wanted.report, owner)
    if not isinstance(content, Content) or content.text:
        return shown
    names = {name: f"{{{{ {name} }}}}" for name, key in LENT.items() if getattr(content, key, None)}
    made = DEFAULT_SHORTCOMING if len(names) == len(LENT) else shortcoming_text(names)
    if not made:
        return shown
    path = (*owner, "text")
    wanted.made[path] = made
    origins: list[Origin] = list(shown.origins[0])
    at = 0
    for place in range(len(shown.mark), len(origins)):
        if origins[place] is None and (there := made.find(shown.text[place], at)) >= 0:
            origins[place], at = Typed(path, there), there + 1
    return replace(shown, origins=(tuple(origins),))
