"""A comparison as one self-contained HTML page: the summary on top, old and new side by side below."""

from collections.abc import Iterator, Sequence

from ecoreport.text.diff import ADDED, KEPT, REMOVED, Segment
from ecoreport.typeset.charts import Drawing
from ecoreport.typeset.web.pages import render
from ecoreport.typeset.web.svg import svg
from ecoreport.years.compare import _told
from ecoreport.years.compare._changes import Comparison, Fate
from ecoreport.years.compare._page import page


def as_html(comparison: Comparison, charts: Sequence[Drawing] = ()) -> str:
    """The page, with charts below the figures; all text in it is escaped, and it loads nothing."""
    sides = {
        "old_side": lambda part: tuple(_side(part, REMOVED)),
        "new_side": lambda part: tuple(_side(part, ADDED)),
    }
    first = tuple(page(comparison, comparison.summary)) if comparison.summary else ()
    drawn = [(chart.title, svg(chart, f"c{at}")) for at, chart in enumerate(charts, 1)]
    return render(
        __package__, sides, comparison=comparison, told=_told, first=first, answered=Fate.ANSWERED, charts=drawn
    )


def _side(part: Sequence[Segment], mark: str) -> Iterator[tuple[str, bool]]:
    """What of a paragraph stands on one side, and whether only there."""
    return ((text, own == mark) for own, text in part if own in (KEPT, mark))
