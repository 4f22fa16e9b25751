"""The edits that make one year's file the next's: what goes on, what is left open."""

import re
from collections.abc import Callable, Sequence

from yaml.nodes import MappingNode, ScalarNode

from ecoreport.problems.diagnostic import Path
from ecoreport.report.history import shown_years
from ecoreport.report.parts import sections_of, title_of
from ecoreport.text.placeholders import FILL, REWRITE
from ecoreport.text.sentences import quoted, within
from ecoreport.yearfile import writer
from ecoreport.yearfile.edits import Edits
from ecoreport.yearfile.fields import NextYear, roles
from ecoreport.yearfile.model import MOST_YEARS, Content, Figure, Measure, Plan, Report, Section, Shortcoming
from ecoreport.years.next_year._plan import items_of, on_one_line, to_account_for, to_fill_in
from ecoreport.years.next_year._stale import kept_behind

_PUT_TOGETHER = re.compile(r"\{\{\s*(?:问题|原因)\s*\}\}")
_ON_PLAN = "落实上年的安排：写明落实情况；并到上面的举措里时，把 carries_out 一起移过去"
_REFERENCE = re.compile(r"\{\{[^{}]*\}\}|\s")
_TEMPLATE = 15  # characters of a shortcoming's text that only puts problem and cause together
# Keys of a figure that speak of the year before.
_UNDATED = tuple(key for key, role in roles(Figure).items() if role.next_year is NextYear.DROPPED)


class Carrying:
    """The edits that make one year's file the next's."""

    def __init__(self, report: Report, edits: Edits, year: int) -> None:
        """Make `report`, whose file `edits` changes, into that of `year`."""
        self._report, self._year = report, year
        self._edits = edits
        self._planned = 0
        span = year - report.year
        self._rolled = {str(before): str(before + span) for before in range(report.year - MOST_YEARS, report.year + 2)}
        self._years = _years(report.year, report.year + 1)
        self._any_year = _years(*range(report.year - 1, report.year + 2))  # a table's columns stand for years

    def text(self) -> str:
        """The next year's file, without a line on top that says so."""
        self._edits.put(("year",), str(self._year))
        self._head()
        for name in self._report.figures:
            self._figure(name)
        sections = sections_of(self._report)
        for path, section in sections:
            self._section(path, section)
        for at, annex in enumerate(self._report.attachments):
            self._roll(("attachments", at, "title"))
            for place, chart in enumerate(annex.charts):
                pattern = _any_of(shown_years(self._report.year, chart.years))
                self._roll(("attachments", at, "charts", place, "title"), years=pattern)
            self._draft(annex, ("attachments", at))
        self._carry_out([path for path, section in sections if section.kind == "measures"])
        self._edits.comment_out(("ignore",), "上年的“不提示”，还用得着的去掉行首的“# ”：")
        return self._edits.text()

    def _head(self) -> None:
        for key, role in roles(Report).items():
            value = getattr(self._report, key)
            if role.next_year in (NextYear.ROLLED, NextYear.REWRITTEN):
                self._roll((key,), REWRITE if role.next_year is NextYear.REWRITTEN else "")
            elif role.next_year is NextYear.ASKED and value:
                self._edits.put((key,), FILL)
                self._edits.comment((key,), _behind(_was(key, value)))
            elif role.next_year is NextYear.DROPPED and value:
                self._edits.replace_lines((key,), f"# {key}:  # {_was(key, value)}")

    def _roll(self, path: Path, mark: str = "", years: re.Pattern[str] | None = None) -> None:
        """The years in the text at `path` moved on, but for those in quotations, titles of documents and spans."""
        node = self._edits.node(path)
        if isinstance(node, ScalarNode):
            spans = quoted(node.value)
            found = [one for one in (years or self._years).finditer(node.value) if not within(one.start(), spans)]
            self._edits.change(path, [(one.span(), self._rolled[one[0]]) for one in found], mark)

    def _was(self, value: object, comment: str) -> str:
        return f"{self._report.year}年：{str(value).strip()}{kept_behind(comment)}"

    def _figure(self, name: str) -> None:
        """待填, with last year's value behind it; 不适用 stays."""
        figure, path = self._report.figures[name], ("figures", name)
        known = figure.value is not None
        node = self._edits.node(path)
        if isinstance(node, MappingNode) and node.flow_style:
            kept = (key.value for key, _ in node.value if key.value not in _UNDATED)
            new = f"value: {FILL}" if known else self._edits.pair((*path, "value"))
            shown = (new if key == "value" else self._edits.pair((*path, key)) for key in kept)
            self._edits.put(path, f"{{{', '.join(shown)}}}")
        else:
            if known:
                self._edits.put((*path, "value"), FILL)
            for key in _UNDATED:
                self._edits.replace_lines((*path, key), "")
        behind = (*path, "value") if isinstance(node, MappingNode) and not node.flow_style else path
        if known:
            self._edits.comment(behind, lambda comment: self._was(figure.quantity, comment))

    def _section(self, path: Path, section: Section) -> None:
        self._roll((*path, "title"))
        if section.kind != "next_year_plan":
            self._draft(section, path)
            return
        self._texts(section, path)
        if section.items:
            plans = tuple(item for item in section.items if isinstance(item, Plan))
            items = to_fill_in(self._report, plans, f"plan{self._year + 1}", self._planned + 1)
            self._planned += len(plans)
            column = self._edits.column((*path, "items"))
            self._edits.replace_items((*path, "items"), list(writer.listed(items, column)))

    def _draft(self, content: Content, path: Path) -> None:
        """Texts marked as last year's, at every level; shortcomings left open with last year's above them."""
        self._texts(content, path)
        for at, item in enumerate(content.items):
            here = (*path, "items", at)
            if isinstance(item, Measure) and item.carries_out:
                self._edits.put_key((*here, "carries_out"), "[]")
            if isinstance(item, Shortcoming):
                self._follow_up(item, here)
            if not isinstance(item, Shortcoming) or item.problem or item.text:
                self._roll((*here, "title"))
            self._draft(item, here)

    def _texts(self, content: Content, path: Path) -> None:
        # A shortcoming's text may only put problem and cause together.
        own = len(_REFERENCE.sub("", content.text or ""))
        templated = isinstance(content, Shortcoming) and _PUT_TOGETHER.search(content.text or "")
        if content.text and not (templated and own < _TEMPLATE):
            self._edits.change((*path, "text"), (), REWRITE)
        if content.table:
            self._roll((*path, "table", "caption"))
            for at in range(len(content.table.header)):
                self._roll((*path, "table", "header", at), years=self._any_year)
            cells = (
                (row, at)
                for row, cells in enumerate(content.table.rows)
                for at, cell in enumerate(cells)
                if cell.strip()
            )
            if first := next(cells, None):
                self._edits.change((*path, "table", "rows", *first), (), REWRITE)

    def _follow_up(self, item: Shortcoming, path: Path) -> None:
        """Problem and cause, or, where it says nothing else, the title, left open; last year's above."""
        if not (item.problem or item.cause or not item.text):
            return
        said = "；原因：".join(on_one_line(text) for text in (item.problem or item.title, item.cause) if text)
        plans = [plan.id for plan in items_of(self._report) if isinstance(plan, Plan) and item.id in plan.answers]
        answered = f"；上年的安排 {'、'.join(name for name in plans if name)} 回应过" if any(plans) else ""
        self._edits.insert_above(path, [f"# {self._report.year}年的不足：{said}{answered}"])
        if item.problem or not item.text:
            self._edits.put((*path, "problem" if item.problem else "title"), FILL)
        if item.cause:
            self._edits.put((*path, "cause"), FILL)

    def _carry_out(self, measures: list[Path]) -> None:
        """Last year's plan as measures to account for, behind those that are there."""
        made = to_account_for(self._report)
        if not made:
            return

        def lines(column: int) -> list[str]:
            return [f"{' ' * column}# {_ON_PLAN}", *writer.listed(made, column)]

        if not measures and self._report.sections:
            dash = self._edits.column(("sections",))
            pad = " " * dash
            self._edits.insert_below(("sections",), [f"{pad}- kind: measures", f"{pad}  items:", *lines(dash + 4)])
        elif not measures:
            self._edits.insert_below((), ["", "measures:", *lines(2)])
        elif self._edits.node((*measures[0], "items")) is None:
            column = self._edits.column(measures[0])
            self._edits.insert_below(measures[0], [f"{' ' * column}items:", *lines(column + 2)])
        else:
            items = (*measures[0], "items")
            self._edits.insert_below(items, lines(self._edits.column(items)))


def _was(key: str, value: object) -> str:
    """What stood there last year."""
    return f"{title_of(Report, key)}，上年是{str(value).strip()}"


def _behind(said: str) -> Callable[[str], str]:
    """What makes of a comment one that says this first."""
    return lambda comment: said + kept_behind(comment)


def _years(*years: int) -> re.Pattern[str]:
    """These years, but for those that begin or end a span."""
    return re.compile(rf"(?<![0-9—–~～至到-]){_any_of(years).pattern}(?=年(?![至到—–~～-]|[0-9]{{1,3}}号))")


def _any_of(years: Sequence[int]) -> re.Pattern[str]:
    """These years; a chart's spans move on with it."""
    return re.compile(rf"(?<![0-9])(?:{'|'.join(map(str, years))})(?![0-9])")
