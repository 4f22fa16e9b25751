"""What a careful reader would find in a sound year file: each rule a function from a reading to findings."""

from collections.abc import Callable, Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.context import Reading
from ecoreport.rules import _last_year as continuity
from ecoreport.rules import _punctuation as marks
from ecoreport.rules import (
    assertions,
    charts,
    content,
    figures,
    numbers,
    quoted,
    references,
    structure,
    terms,
    unfinished,
    years,
)

Rule = Callable[[Reading], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    structure.one_way_to_write_sections,
    structure.some_content,
    structure.depth,
    structure.length,
    unfinished.figures_to_fill,
    unfinished.texts_to_fill,
    unfinished.texts_to_rewrite,
    references.figures_exist,
    references.braces,
    references.ids_are_unique,
    references.answers_exist,
    references.carried_out_exist,
    assertions.all_hold,
    charts.figures_exist,
    charts.units_share_an_axis,
    charts.every_year_known,
    figures.approximated_twice,
    figures.unround_before_more,
    figures.unused,
    figures.rates_in_range,
    figures.counts_are_whole,
    figures.parts_within_wholes,
    figures.published_as_decided,
    figures.decided_within_filed,
    figures.units_fit,
    figures.average_fine,
    figures.multiples,
    figures.people_and_visits,
    numbers.approximated_twice,
    numbers.unround_before_more,
    numbers.scales,
    numbers.units_once,
    numbers.units_at_all,
    numbers.literal_numbers,
    numbers.share_of_a_whole,
    numbers.change_in_points,
    numbers.change_in_per_cent,
    numbers.parts_and_rates,
    numbers.fraction_and_rate,
    marks.by_pattern,
    marks.half_width_marks,
    marks.blanks,
    marks.half_width_brackets,
    marks.document_years,
    marks.own_number,
    marks.straight_quotes,
    marks.nested_titles,
    marks.balanced,
    marks.blanks_at_line_ends,
    marks.headings_without_end_mark,
    marks.sentences_with_end_mark,
    terms.by_pattern,
    terms.numbers_written_by_hand,
    content.required_sections,
    content.shortcomings_have_causes,
    content.causes_begin_at_once,
    content.shortcomings_are_answered,
    content.dated_in_time,
    years.rolled_forward,
    years.days_that_are_none,
    years.other_years,
    years.policies_in_force,
    continuity.plan_is_carried_out,
    continuity.shortcomings_come_back,
    continuity.sentences_copied,
    continuity.figures_move_plausibly,
    continuity.last_year_as_published,
    continuity.same_issuer,
    quoted.last_year_quoted_right,
    quoted.last_year_computed_right,
)


def findings(reading: Reading) -> Iterator[Finding]:
    """All findings of all rules."""
    for rule in RULES:
        yield from rule(reading)
