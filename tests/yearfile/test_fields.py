"""What the model says of its fields, and the forms in which lines print and are read."""

import pytest

from ecoreport.yearfile.fields import NextYear, Place, Printed, Words, lines_of, names_of, roles, settings, told_by
from ecoreport.yearfile.model import Figure, Item, Measure, Report, Table, models_in, models_of

COPIES = Printed(Place.IMPRINT, "抄送：", "，", "。")


@pytest.mark.parametrize(
    ("form", "values", "line"),
    [
        (COPIES, ("区人大", "区司法局"), "抄送：区人大，区司法局。"),
        (Printed(Place.BODY, "（", after="）"), ("联系人：示例",), "（联系人：示例）"),
        (Printed(Place.HEAD), ("示环〔2025〕1号",), "示环〔2025〕1号"),
        (Printed(Place.BODY, between="、", after="："), ("区委",), "区委："),
    ],
)
def test_what_a_line_says_is_read_back(form: Printed, values: tuple[str, ...], line: str) -> None:
    """Its words around the values, its mark between them."""
    assert form.say(values) == line
    assert form.read(line) == values


def test_no_values_print_nothing() -> None:
    """Not even the words around them."""
    assert COPIES.say(()) == ""


@pytest.mark.parametrize(
    "line", ["", "区人大。", "抄送：区人大", "抄送：。", "抄送：区人大，，区司法局。", "抄送： ，区司法局。"]
)
def test_a_line_of_another_form_has_no_values(line: str) -> None:
    """Nor one with a value that is empty: it would not print so."""
    assert COPIES.read(line) == ()


def test_a_field_without_a_role_is_a_setting() -> None:
    """Not printed, carried on, told by `diff`."""
    role = roles(Report)["layout"]
    assert (role.words, role.line, role.next_year, role.holds, role.compared) == (
        None,
        None,
        NextYear.KEPT,
        False,
        True,
    )
    assert "layout" in settings(Report)


def test_running_text_is_told_by_its_model() -> None:
    """A table's note prints, a figure's does not."""
    assert (roles(Table)["note"].words, roles(Figure)["note"].words) == (Words.LINE, None)
    assert names_of(models_of(Report), Words.PARAGRAPHS) == {"lead", "text"}
    assert names_of(models_of(Report), Words.HEADING) == {"title", "caption", "header"}


def test_settings_hold_no_keys_and_are_no_text() -> None:
    """What refers to other parts, and what says which part it is, are told of in another way."""
    assert list(settings(Item)) == ["numbering", "continued", "run_in", "numbered"]
    assert list(settings(Measure)) == list(settings(Item))
    assert list(settings(Figure)) == ["source", "note", "previous", "restated"]


def test_every_field_that_holds_keys_says_so() -> None:
    """`new` writes these anew where they stand in braces, and messages name them."""
    for model in models_of(Report):
        for name, field in model.model_fields.items():
            assert roles(model)[name].holds or not any(models_in(field.annotation)), (model, name)
    held = [name for name, role in roles(Report).items() if role.holds]
    assert held == [name for name, field in Report.model_fields.items() if any(models_in(field.annotation))]


def test_lines_stand_in_the_order_of_the_model() -> None:
    """The head before the imprint."""
    places = [form.place for _, form in lines_of(Report)]
    assert places.index(Place.HEAD) < places.index(Place.IMPRINT)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("000001", ("copy_number", "000001")),
        ("机密★1年", ("secrecy", "机密★1年")),
        ("特急", ("urgency", "特急")),
        ("示环〔2025〕1号", None),
        ("2024", None),
        ("", None),
    ],
)
def test_a_line_is_told_by_its_type(line: str, told: tuple[str, str] | None) -> None:
    """Where it can be of no other field of the 版头, and of no other part."""
    assert told_by(Report, Place.HEAD, line) == told
    assert told_by(Report, Place.IMPRINT, line) is None
