"""Several years in tables: what every format of them shows."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.report.charts import of_figures
from ecoreport.report.markdown import escape, pipes
from ecoreport.text.columns import columns
from ecoreport.text.quantity import Quantity, json_number, movement, told_difference
from ecoreport.text.titles import break_title
from ecoreport.years.compare import _told
from ecoreport.years.compare.span import FigureOverYears, ShortcomingOverYears, Span

_BARS = "▁▂▃▄▅▆▇█"
_NO_BAR, _NONE, _HAS = "·", "—", "●"
_MOST_CHARTS = 6


class Sheet(NamedTuple):
    """A table with its head as first row, under a heading; a spreadsheet has one for each."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


def title(whole: Span) -> str:
    """Whose years, and which."""
    return f"{whole.issuer}{whole.years[0]}—{whole.years[-1]}年对照"


def holes(whole: Span) -> tuple[str, ...]:
    """Which years in between are not there, a sentence each for those without a file and those with errors."""
    missing, broken = ("、".join(map(str, years)) for years in (whole.missing, whole.broken))
    told = ((missing, f"没有{missing}年的文件"), (broken, f"{broken}年的文件有错误，没有比"))
    return tuple(words for years, words in told if years)


def sheets(whole: Span) -> tuple[Sheet, ...]:
    """The tables: plans, shortcomings, figures; none that is empty."""
    years = tuple(f"{year}年" for year in whole.years)
    plans = tuple(
        (f"{one.old.year}年", f"{one.new.year}年", _verdicts(_told.plan_head(one))) for one in whole.plans if one.plan
    )
    found = (
        Sheet("各年的安排落实得怎样", (("哪年的安排", "看哪年", "结果"), *plans)),
        Sheet("各年的不足", (("不足", *years, "说明"), *(_shortcoming(one, whole) for one in whole.shortcomings))),
        Sheet("指标", (("指标", *years, "走势", "首末增减"), *map(_figure, whole.figures))),
    )
    return tuple(one for one in found if len(one.rows) > 1)


def _verdicts(head: str) -> str:
    return head.partition("安排")[2]


def _shortcoming(one: ShortcomingOverYears, whole: Span) -> tuple[str, ...]:
    marks = (_HAS if year in one.years else "" for year in whole.years)
    return one.problem, *marks, _course(one.years, whole.years)


def _course(told: Sequence[int], years: Sequence[int]) -> str:
    """已连续3年; 2024年又出现; 2023年起没有再列. Where years are not there, only of those that are."""
    back = [year for before, year in pairwise(years) if year in told and before not in told]
    back = [year for year in back if year > told[0]]
    left = [year for year in years if year > told[-1]]
    run = next((at for at, year in enumerate(reversed(years)) if year not in told), len(years))
    said = [f"{'、'.join(map(str, back))}年又出现"] if back else []
    if left:
        said.append(f"{left[0]}年起没有再列")
    elif run > 1:
        whole = years[-1] - years[-run] == run - 1
        said.append(f"已连续{run}年" if whole else f"有文件的{run}年都有")
    return "，".join(said)


def _figure(one: FigureOverYears) -> tuple[str, ...]:
    printed = (_NONE if value is None else str(value) for value in one.values)
    return one.name, *printed, bars(one.values), _change(one.values)


def _change(values: Sequence[Quantity | None]) -> str:
    """From the first year that has a value to the last."""
    known = [one for one in values if one and one.value is not None]
    if len(known) < 2 or known[0].unit != known[-1].unit:  # noqa: PLR2004 - two make a change
        return ""
    _, per_cent = movement(known[-1], known[0])
    return told_difference(known[-1], known[0]) + (f"（{per_cent:+}%）" if per_cent else "")


def bars(values: Sequence[Quantity | None]) -> str:
    """A small chart in characters, ▂▄█: from the least to the most of the newest unit, · where there is no value."""
    unit = next((one.unit for one in reversed(values) if one and one.value is not None), None)
    known = [one.value if one and one.unit == unit else None for one in values]
    found = [value for value in known if value is not None]
    if len(found) < 2:  # noqa: PLR2004 - two make a chart
        return ""
    low, high = min(found), max(found)
    steps = len(_BARS) - 1
    heights = (
        None if one is None else int((one - low) * steps / (high - low)) if high > low else steps // 2 for one in known
    )
    return "".join(_NO_BAR if height is None else _BARS[height] for height in heights)


def as_text(whole: Span) -> str:
    """In columns for a terminal."""
    tables = (("", one.heading, *(f"  {line}" for line in columns(one.rows))) for one in sheets(whole))
    lines = [title(whole), *holes(whole), *(line for table in tables for line in table)]
    return "\n".join(lines) + "\n"


def as_markdown(whole: Span) -> str:
    """In GFM's tables; every text in them is escaped."""
    told = (("", escape(hole)) for hole in holes(whole))
    tables = (("", f"## {escape(one.heading)}", "", *pipes(one.rows)) for one in sheets(whole))
    lines = [f"# {escape(title(whole))}", *(line for part in (*told, *tables) for line in part)]
    return "\n".join(lines) + "\n"


def as_json(whole: Span) -> str:
    """One object: years, figures with a value a year, shortcomings with their years, plans with their verdicts."""
    data = {
        "issuer": whole.issuer,
        "years": whole.years,
        "missing": whole.missing,
        "broken": whole.broken,
        "figures": [{"name": one.name, "values": [_value(value) for value in one.values]} for one in whole.figures],
        "shortcomings": [{"problem": one.problem, "years": one.years} for one in whole.shortcomings],
        "plans": [
            {
                "year": one.old.year,
                "items": [{"id": item.id, "title": item.title, "verdict": item.verdict} for item in one.plan],
            }
            for one in whole.plans
        ],
        "differs": whole.differs,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _value(quantity: Quantity | None) -> dict[str, object] | None:
    if quantity is None:
        return None
    value = None if quantity.value is None else json_number(quantity.value)
    return {"printed": str(quantity), "value": value, "unit": quantity.unit}


def as_blocks(whole: Span) -> tuple[Block, ...]:
    """The tables under a title, and charts of the figures that moved most."""
    return tuple(_blocks(whole))


def _blocks(whole: Span) -> Iterator[Block]:
    yield Paragraph(Kind.TITLE, "\n".join(break_title(title(whole), whole.issuer)))
    yield from (Paragraph(Kind.BODY, f"{hole}。") for hole in holes(whole))
    for one in sheets(whole):
        head, *rows = one.rows
        yield Paragraph(Kind.HEADING_1, one.heading)
        yield TableBlock(head, tuple(rows), (False, *(True for _ in head[1:])))
    charts = of_figures(_most_moved(whole), whole.years, whole.reports)
    if charts:
        yield Paragraph(Kind.HEADING_1, "变化最大的指标")
        yield from charts


def _most_moved(whole: Span) -> list[str]:
    """The figures whose last value is furthest from the first, by share of it."""
    rated: list[tuple[Decimal, str]] = []
    for one in whole.figures:
        known = [value for value in one.values if value and value.value is not None]
        difference, per_cent = movement(known[-1], known[0]) if len(known) > 1 else (None, None)
        rated.append((abs(per_cent or difference or Decimal(0)), one.name))
    return [name for moved, name in sorted(rated, key=lambda pair: -pair[0]) if moved][:_MOST_CHARTS]
