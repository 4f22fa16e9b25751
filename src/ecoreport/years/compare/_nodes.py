"""A report as the list of its parts, each with its own words: what is compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ecoreport.problems.diagnostic import Path
from ecoreport.report.context import Context
from ecoreport.report.parts import KINDS, TITLES, default_title, item_name, title_of
from ecoreport.yearfile.fields import roles
from ecoreport.yearfile.model import Attachment, Content, Item, Report, Section, Shortcoming

# Texts of the file itself, in its order, that are compared word by word.
HEAD = tuple(key for key, role in roles(Report).items() if role.words)


@dataclass(frozen=True, slots=True)
class Node:
    """One section, item, attachment or text of the head, with its own words and not those below it.

    `kind` is the section's and, of an item, /item; `name` is what people call that kind, 举措. `named`: its title is
    a heading, and not what is said to be wrong.
    """

    kind: str
    name: str
    path: Path
    place: str
    title: str
    id: str
    texts: tuple[str, ...]
    named: bool = True

    @property
    def lines(self) -> tuple[str, ...]:
        """Title, where there is one, and paragraphs."""
        return (self.title, *self.texts) if self.title else self.texts


def nodes(context: Context) -> Iterator[Node]:
    """The report's parts in the order of the page."""
    spoken = context.printed_at
    for key in HEAD:
        found = tuple(text for path, said in spoken.items() if path[:1] == (key,) for text in said)
        if key == "title" and not found:
            found = (default_title(context.report),)
        if found:
            name = title_of(Report, key)
            yield Node(key, name, (key,), name, "", "", found)
    for path, content in context.all_contents:
        own = list(_own(path, content, spoken))
        title = "".join(text for rest, text in own if rest == ("title",))
        if not title and isinstance(content, Section):
            title = TITLES.get(content.kind, "").format(next_year=context.report.year + 1)
        texts = tuple(text for rest, text in own if rest != ("title",))
        named = bool(title)
        if not title and isinstance(content, Shortcoming):
            title, texts = (*texts, "")[0], texts[1:]
        kind, name = _kind(context, path, content)
        own_id = content.id if isinstance(content, Item) and content.id else ""
        yield Node(kind, name, path, item_name(context.report, path), title, own_id, texts, named)


def _kind(context: Context, path: Path, content: Content) -> tuple[str, str]:
    """What a node is compared with, and what people call it."""
    if isinstance(content, Section):
        return content.kind, "部分"
    kind = context.kind_of(path)
    return ("attachment", "附件") if isinstance(content, Attachment) or not kind else (f"{kind}/item", KINDS[kind])


def _own(path: Path, content: Content, spoken: Mapping[Path, tuple[str, ...]]) -> Iterator[tuple[Path, str]]:
    """The texts at `path` and not in an item below it, each with the rest of its path."""
    keys: list[Path] = [("title",), ("problem",), ("cause",), ("text",)]
    for key in keys:
        yield from ((key, text) for text in spoken.get((*path, *key), ()))
    if content.table:
        table: Path = (*path, "table")
        yield from ((("caption",), text) for text in spoken.get((*table, "caption"), ()))
        rows: list[Path] = [("header",), *(("rows", row) for row in range(len(content.table.rows)))]
        for row in rows:
            cells = (" ".join(spoken.get((*table, *row, at), ())) for at in range(len(content.table.header)))
            yield row, "｜".join(cells)
        yield from ((("note",), text) for text in spoken.get((*table, "note"), ()))
    if isinstance(content, Attachment):
        for at, chart in enumerate(content.charts):
            drawn = f"（{chart.form}，{chart.years}年：{'、'.join(chart.figures)}）"
            yield ("charts", at), "".join(spoken.get((*path, "charts", at, "title"), ())) + drawn
