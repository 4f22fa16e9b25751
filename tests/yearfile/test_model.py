"""The year file as values: short forms and long ones are the same, bounds hold, and nothing is converted or guessed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from ecoreport.yearfile.model import (
    Attachment,
    Chart,
    Figure,
    Ignore,
    Measure,
    Measures,
    Other,
    Report,
    Section,
    Shortcoming,
    Table,
    field_names,
    models_in,
)

SOUND: Mapping[str, Any] = {"year": 2024, "issuer": "示例区生态环境局"}


def _errors(model: type[BaseModel], data: Mapping[str, Any]) -> list[tuple[tuple[int | str, ...], str]]:
    """Where, and of what type."""
    try:
        model.model_validate(data)
    except ValidationError as refused:
        return [(error["loc"], error["type"]) for error in refused.errors()]
    return []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ({"figures": {"立案": "3起"}}, {"figures": {"立案": {"value": "3起"}}}),
        ({"figures": {"立案": 3}}, {"figures": {"立案": {"value": "3"}}}),
        ({"measures": ({"id": "study"},)}, {"measures": {"items": ({"id": "study"},)}}),
        ({"attachments": ("清单",)}, {"attachments": ({"title": "清单"},)}),
        ({"addressees": "区委"}, {"addressees": ("区委",)}),
        ({"shortcomings": ({"cause": "甲"},)}, {"shortcomings": {"kind": "shortcomings", "items": ({"cause": "甲"},)}}),
        ({"next_year_plan": ({"answers": "a"},)}, {"next_year_plan": {"items": ({"answers": ("a",)},)}}),
        ({"number": 1}, {"number": "1"}),
    ],
)
def test_a_short_form_is_the_long_one(short: dict[str, Any], long: dict[str, Any]) -> None:
    """Whoever reads a report need not know which was typed."""
    assert Report.model_validate({**SOUND, **short}) == Report.model_validate({**SOUND, **long})


def test_a_report_needs_a_year_and_an_issuer_and_no_more() -> None:
    """What is left out is empty, or printed as most bureaus print it."""
    assert _errors(Report, {}) == [(("year",), "missing"), (("issuer",), "missing")]
    report = Report.model_validate(SOUND)
    assert (report.figures, report.measures, report.sections, report.cc) == ({}, None, (), ())
    assert (report.signed, report.seal, report.red_head, report.layout) == (True, False, None, "gbt9704")
    item = Measure()
    assert (item.numbering, item.continued, item.run_in, item.numbered, item.carries_out) == (
        "auto",
        False,
        False,
        None,
        (),
    )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"year": 1948}, (("year",), "greater_than_equal")),
        ({"year": 3000}, (("year",), "less_than_equal")),
        ({"year": "2024"}, (("year",), "int_type")),
        ({"seal": 1}, (("seal",), "bool_type")),
        ({"seal": "true"}, (("seal",), "bool_type")),
        ({"cc": ["区委"]}, (("cc",), "tuple_type")),
        ({"title": None, "leed": "甲"}, (("leed",), "extra_forbidden")),
        ({"layout": "../甲"}, (("layout",), "string_pattern_mismatch")),
        ({"sections": ({"kind": "其他"},)}, (("sections", 0), "union_tag_invalid")),
        ({"sections": ({"title": "甲"},)}, (("sections", 0), "union_tag_not_found")),
        ({"sections": ({"kind": "other"},)}, (("sections", 0, "other", "title"), "missing")),
        ({"measures": ({"answers": "a"},)}, (("measures", "items", 0, "answers"), "extra_forbidden")),
    ],
)
def test_nothing_is_converted_and_no_key_is_passed_over(data: dict[str, Any], error: tuple[object, str]) -> None:
    """A text is no number, one is no truth, a list that may change is no list, a plan's key none of a measure."""
    assert _errors(Report, {**SOUND, **data}) == [error]
    assert _errors(Report, {**SOUND, "year": 1949}) == _errors(Report, {**SOUND, "year": 2999}) == []


def test_a_report_does_not_change() -> None:
    """Whatever has read it may rely on it."""
    report = Report.model_validate(SOUND)
    with pytest.raises(ValidationError, match="frozen"):
        report.year = 2025


def test_a_figure_is_its_exact_value_and_prints_as_typed() -> None:
    """What does not apply has no value."""
    figure = Figure.model_validate({"value": "169.9万余元", "source": "法制科"})
    assert (figure.value, figure.unit, str(figure)) == (Decimal(1699000), "元", "169.9万余元")
    assert (Figure(value="不适用").value, Figure(value="不适用").unit) == (None, "")


def test_every_row_of_a_table_is_as_wide_as_its_head() -> None:
    """Each that is not is told with its number of cells; a table has a head and a row."""
    rows = (("甲", "1"), ("乙", ""), ("丙",), ("丁",))
    with pytest.raises(ValidationError) as caught:
        Table.model_validate({"header": ("项目", "数量"), "rows": rows})
    [error] = caught.value.errors()
    assert (error["type"], error["ctx"]) == (
        "table_width",
        {"loc": ("rows", 2), "rows": ((2, 1), (3, 1)), "columns": 2},
    )
    assert Table.model_validate({"header": ("项目", "数量"), "rows": rows[:2]}).rows == rows[:2]
    assert _errors(Table, {"header": ("甲",), "rows": (("1",),)}) == []
    assert _errors(Table, {"header": (), "rows": ()}) == [(("header",), "too_short"), (("rows",), "too_short")]


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        ({"figures": "立案", "years": 2}, []),
        ({"figures": ("a", "b", "c", "d"), "years": 10}, []),
        ({"figures": ("a", "b", "c", "d", "e"), "years": 11}, ["too_long", "less_than_equal"]),
        ({"figures": (), "years": 1}, ["too_short", "greater_than_equal"]),
        ({"figures": "立案", "form": "饼图"}, ["literal_error"]),
    ],
)
def test_a_chart_has_one_to_four_figures_over_two_to_ten_years(data: dict[str, Any], kinds: list[str]) -> None:
    """More can be told neither by lines nor by columns."""
    assert [kind for _, kind in _errors(Chart, {"title": "立案数", **data})] == kinds


@pytest.mark.parametrize(
    ("code", "kinds"), [("W515", []), ("w515", ["string_pattern_mismatch"]), ("W5150", ["string_pattern_mismatch"])]
)
def test_what_is_not_to_be_told_is_a_code_with_a_reason(code: str, kinds: list[str]) -> None:
    """A letter and three digits; whether it may be kept still is for the rules to say."""
    assert [kind for _, kind in _errors(Ignore, {"code": code, "reason": "甲"})] == kinds


def test_models_and_keys_are_found_however_wrapped() -> None:
    """Through options, lists and annotations, and through models that hold themselves; by the names that are typed."""
    assert list(models_in(Measures | None)) == [Measures]
    assert list(models_in(tuple[Attachment | str, ...])) == [Attachment]
    assert list(models_in(int | None)) == []
    assert field_names(Figure) == {"value", "source", "note", "previous", "restated"}
    assert field_names(Measures) >= {"kind", "items", "carries_out", "header"}
    assert field_names(Measures) & {"answers", "problem", "year"} == set()
    assert issubclass(Other, Section)
    assert {"problem", "cause"} == set(Shortcoming.model_fields) - set(Measure.model_fields)
