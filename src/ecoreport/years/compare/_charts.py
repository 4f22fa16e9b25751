"""The charts of a comparison: those that the new year's file asks for, else of every figure that changed."""

from ecoreport.report.charts import chosen, of_figures
from ecoreport.report.context import Context
from ecoreport.typeset.charts import Drawing, drawn
from ecoreport.yearfile.model import MOST_YEARS
from ecoreport.years.compare._changes import Comparison


def charts(old: Context, new: Context, comparison: Comparison) -> tuple[Drawing, ...]:
    """What to draw below the figures; nothing where none are compared, or between two versions of one year."""
    if not comparison.figures:
        return ()
    asked = () if new.wrong_references else drawn(chosen(new))
    if asked or old.report.year == new.report.year:
        return asked
    reports = {**old.reports, **new.reports, old.report.year: old.report, new.report.year: new.report}
    changed = (figure.name for figure in comparison.figures if figure.difference)
    return drawn(of_figures(changed, sorted(reports)[-MOST_YEARS:], reports))
