"""A recognised report to the values of its year file, in the contract's order."""

from collections import Counter
from collections.abc import Sequence

from ecoreport.importing._causes import split
from ecoreport.importing._naming.figures import Figures
from ecoreport.importing._pieces import Grid, on_one_line
from ecoreport.importing._recognising.draft import Draft, DraftItem
from ecoreport.project import SCHEMA
from ecoreport.report.expressions import literal
from ecoreport.report.parts import GENERATED, TITLES, generated_id
from ecoreport.text.numbering import LEVEL_OF, mark_below
from ecoreport.yearfile.fields import roles
from ecoreport.yearfile.model import Report
from ecoreport.yearfile.writer import UNANSWERED, Value, in_order

SCHEMA_HERE = f"../{SCHEMA}"  # from data/, where year files lie
_MODELINE = f"yaml-language-server: $schema={SCHEMA_HERE}"
_ON_FIGURES = "数只在这里写一次；来源和口径写成 {value: 3次, source: 台账}"
_SENTENCE_END = "。"


def values(draft: Draft, year: int, figures: Figures, notes: Sequence[str]) -> dict[str, Value]:
    """The keys of the year file, in the model's order; `notes` are comment lines for its head."""
    lead = "\n\n".join(figures.taken(text) for text in draft.lead)
    sections = _sections(draft, figures)
    annexes = _annexes(draft, figures)
    known: dict[str, Value] = {"year": year, "issuer": draft.issuer or "待填", **sections, **draft.lines}
    if "number" in known:
        known.setdefault("red_head", False)
    known |= {key: figures.taken(str(known[key])) for key, role in roles(Report).items() if role.words and key in known}
    texts: dict[str, Value] = {"title": literal("".join(draft.title)), "lead": lead, "attachments": annexes}
    known |= {key: value for key, value in texts.items() if value}
    if figures.known:
        known["figures"] = {"#": _ON_FIGURES, **figures.known}
    made: dict[str, Value] = {"#0": _MODELINE, **{f"#{at}": note for at, note in enumerate(notes, 1)}}
    for key, value in in_order(known).items():
        if key == "figures" or key == next(iter(sections), ""):
            made[f" {key}"] = ""
        made[key] = value
    return made


def _sections(draft: Draft, figures: Figures) -> dict[str, Value]:
    """The four plain keys where the report has them in the law's order, else `sections`."""
    kinds = [section.kind for section in draft.sections]
    ids: Counter[str] = Counter()
    written = [_section(section, figures, ids) for section in draft.sections]
    if kinds == [kind for kind in TITLES if kind in kinds]:
        return dict(zip(kinds, written, strict=True))
    return {"sections": [{"kind": kind, **section} for kind, section in zip(kinds, written, strict=True)]}


def _section(section: DraftItem, figures: Figures, ids: Counter[str]) -> dict[str, Value]:
    made: dict[str, Value] = {"title": literal(section.title)}
    if not section.style:
        made["numbered"] = False
    if section.led and (section.texts or section.children):
        made["title"] = literal(section.title.removesuffix(_SENTENCE_END))
        made["title_run_in"] = True
    return made | _Contents(section.kind, figures, ids).of(section, 1)


class _Contents:
    """What stands in sections and items of one kind; the ids of each kind are counted through the report."""

    def __init__(self, kind: str, figures: Figures, ids: Counter[str]) -> None:
        self._kind = kind
        self._figures = figures
        self._ids = ids

    def of(self, node: DraftItem, level: int) -> dict[str, Value]:
        """Text, table and items of a node that stands at that level."""
        made: dict[str, Value] = {}
        say = literal if self._kind == "next_year_plan" else self._figures.taken  # targets are no figures of the year
        if node.texts:
            made["text"] = "\n\n".join(say(text) for text in node.texts)
        if node.table:
            made["table"] = _table(node.table, node.caption)
        if not node.children:
            return made
        auto = mark_below(level, "auto")[0]
        style = next((child.style for child in node.children if child.style), auto)
        if style != auto:
            made["numbering"] = style
        if node.continued:
            made["continued"] = True
        if any(child.led for child in node.children):
            made["run_in"] = True
        below = LEVEL_OF.get(style, level + 1)
        first = level <= 1
        made["items"] = [self._item(child, below, first=first, numbered=style != auto) for child in node.children]
        return made

    def _item(self, node: DraftItem, level: int, *, first: bool, numbered: bool) -> dict[str, Value]:
        """An item; `first`: its list is the section's own; `numbered`: what that says of items without a heading."""
        made: dict[str, Value] = {}
        shortcoming = self._kind == "shortcomings"
        own = first and bool(node.title or node.style or (shortcoming and node.texts))
        if self._kind in GENERATED and own:
            self._ids[self._kind] += 1
            made["id"] = generated_id(self._kind, self._ids[self._kind])
        if node.title:
            made["title"] = literal(node.title.removesuffix(_SENTENCE_END) if node.led else node.title)
        if bool(node.style) != (numbered or bool(node.title) or shortcoming):
            made["numbered"] = bool(node.style)
        content = self.of(node, level)
        text = content.get("text")
        if shortcoming and isinstance(text, str) and not node.title and (parts := split(text)):
            del content["text"]
            made |= parts
        if self._kind == "next_year_plan" and own:
            content |= UNANSWERED
        return made | content


def _table(grid: Grid, caption: str) -> dict[str, Value]:
    """Rows filled up to the same length; cells keep their words and need no figures."""
    width = max(len(row) for row in grid.rows)
    rows = [[literal(on_one_line(cell)) for cell in (*row, *[""] * (width - len(row)))] for row in grid.rows]
    if len(rows) == 1:
        rows.append([""] * width)
    head: dict[str, Value] = {"caption": literal(on_one_line(caption))} if caption else {}
    return {**head, "header": rows[0], "rows": rows[1:]}


def _annexes(draft: Draft, figures: Figures) -> list[Value]:
    made: list[Value] = []
    pages = {annex.title: annex for annex in draft.annexes}
    for title in draft.annex_titles:
        if title in pages:
            made.append({"title": literal(title), **_Contents("", figures, Counter()).of(pages[title], 0)})
        else:
            made.append(literal(title))
    return made
