"""Texts, lines, ids, dates and figures: each takes what it may hold and refuses the rest by the right type of error."""

import datetime as dt
from decimal import Decimal

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from ecoreport.yearfile._types import (
    Cell,
    FigureName,
    Id,
    Ids,
    Line,
    Lines,
    Names,
    Text,
    as_copy_number,
    as_date,
    as_quantity,
    as_secrecy,
    as_target,
    bare_text,
)

STRICT = ConfigDict(strict=True)


def _taken(form: object, value: object) -> object:
    """What the type makes of the value, or `!` and the type of the error."""
    try:
        return TypeAdapter(form, config=STRICT).validate_python(value)
    except ValidationError as error:
        return f"!{error.errors()[0]['type']}"


@pytest.mark.parametrize(
    ("value", "text", "line", "id_", "cell"),
    [
        ("甲", "甲", "甲", "甲", "甲"),
        ("", "!string_pattern_mismatch", "!string_pattern_mismatch", "!string_pattern_mismatch", ""),
        ("\u3000", "!string_pattern_mismatch", "!string_pattern_mismatch", "!string_pattern_mismatch", "\u3000"),
        ("甲 乙", "甲 乙", "甲 乙", "!string_pattern_mismatch", "甲 乙"),
        ("甲、乙", "甲、乙", "甲、乙", "!string_pattern_mismatch", "甲、乙"),
        ("甲\n", "甲\n", "甲\n", "!string_pattern_mismatch", "甲\n"),
        ("甲\n乙", "甲\n乙", "!string_pattern_mismatch", "!string_pattern_mismatch", "甲\n乙"),
        (12, "12", "12", "12", "12"),
        (True, "!string_type", "!string_type", "!string_type", "!string_type"),
        ("甲\x07", "!control_character", "!control_character", "!control_character", "!control_character"),
    ],
)
def test_a_text_is_wider_than_a_line_and_a_line_than_an_id(
    value: object, text: object, line: object, id_: object, cell: object
) -> None:
    """A cell alone may be empty; a bare whole number is text in each, true is in none."""
    assert tuple(_taken(form, value) for form in (Text, Line, Id, Cell)) == (text, line, id_, cell)


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("PM2.5年均浓度", "PM2.5年均浓度"),
        ("甲" * 40, "甲" * 40),
        ("甲" * 41, "!string_too_long"),
        ("立案 件数", "!string_pattern_mismatch"),
        ("立案{件}", "!string_pattern_mismatch"),
        ("立案|件", "!string_pattern_mismatch"),
        ('"立案"', "!string_pattern_mismatch"),
        ("", "!string_pattern_mismatch"),
    ],
)
def test_the_name_of_a_figure_can_stand_in_braces(name: str, taken: str) -> None:
    """Forty characters at most, and none that ends or parts a reference."""
    assert _taken(FigureName, name) == taken


@pytest.mark.parametrize(
    ("form", "value", "taken"),
    [
        (Lines, "区委、区政府", ("区委、区政府",)),
        (Lines, ("区委", "区政府"), ("区委", "区政府")),
        (Lines, (), ()),
        (Lines, ("区委", ""), "!string_pattern_mismatch"),
        (Ids, "study", ("study",)),
        (Ids, (1, "study"), ("1", "study")),
        (Ids, "study、talent", "!string_pattern_mismatch"),
    ],
)
def test_one_text_is_a_list_of_one(form: object, value: object, taken: object) -> None:
    """It is not cut at its commas: in an id they are refused."""
    assert _taken(form, value) == taken


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024-01-20", dt.date(2024, 1, 20)),
        ("2024-1-2", dt.date(2024, 1, 2)),
        ("2024年1月20日", dt.date(2024, 1, 20)),
        (" 2024-02-29 ", dt.date(2024, 2, 29)),
        ("待填", None),
    ],
)
def test_a_date_is_written_in_two_ways_or_left_open(typed: str, date: dt.date | None) -> None:
    """Leading zeros or not."""
    assert as_date(typed) == date


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("2023-02-29", "date_missing"),
        ("2024-13-01", "date_missing"),
        ("2024-1月20日", "date_shape"),
        ("２０２４-01-20", "date_shape"),
        (20240120, "date_shape"),
        (None, "date_shape"),
    ],
)
def test_a_day_that_is_none_is_told_from_what_is_no_date(typed: object, kind: str) -> None:
    """Full-width digits are no digits here: the mend writes them anew."""
    with pytest.raises(PydanticCustomError) as caught:
        as_date(typed)
    assert caught.value.type == kind


def test_a_figure_is_read_as_typed_or_refused_with_its_mend() -> None:
    """A bare number is a figure without a unit; a truth is none."""
    assert (as_quantity(80).typed, as_quantity("1.5万元").value) == ("80", Decimal(15000))
    for typed, context in (
        (True, {"error": "指标要写数和单位", "help": "例如 80起"}),
        ("１２件", {"error": "“１２件”读不出数", "help": "写成 12件"}),
    ):
        with pytest.raises(PydanticCustomError) as caught:
            as_quantity(typed)
        assert (caught.value.type, caught.value.context) == ("figure", context)


def test_an_escaped_control_character_is_named_by_its_number() -> None:
    r"""A file cannot hold it raw, but "\u202e" in quotes brings it in."""
    with pytest.raises(PydanticCustomError) as caught:
        bare_text("甲\u202e乙\x00")
    assert (caught.value.type, caught.value.context) == ("control_character", {"code": "U+202E"})
    assert bare_text("甲\t\n乙") == "甲\t\n乙"


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("000001", "000001"),
        (100001, "100001"),
        ("待填", "待填"),
        (1, '写成 "000001"'),
        ("No.12", '写成 "000012"'),
        ("０００００３", '写成 "000003"'),
        ("123456789", '例如 "000001"'),
        ("第一份", '例如 "000001"'),
        (True, '例如 "000001"'),
    ],
)
def test_a_copy_number_has_six_digits(typed: object, taken: str) -> None:
    """Up to eight, in Arabic digits (7.2.1); from a shorter one the zeros are missing, which YAML takes from 000001."""
    try:
        assert as_copy_number(typed) == taken
    except PydanticCustomError as error:
        assert error.context == {"error": "份号要写成6位数字", "help": taken}


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        *((known, known) for known in ("秘密", "机密★1年", "绝密★长期", "秘密★6个月", "机密★启用前", "待填")),
        ("机密*1年", "写成 机密★1年"),
        ("机密☆ １年", "写成 机密★1年"),
        ("机密一年", "写成 机密★1年"),
        ("绝密级★二十年", "写成 绝密★20年"),
        ("机 密", "写成 机密"),
        ("内部资料", "写绝密、机密或秘密；有保密期限的，例如 机密★1年"),
        ("机密★很久", "写绝密、机密或秘密；有保密期限的，例如 机密★1年"),
        (3, "写绝密、机密或秘密；有保密期限的，例如 机密★1年"),
    ],
)
def test_secrecy_is_one_of_three_with_a_term_in_arabic_digits(typed: object, taken: str) -> None:
    """7.2.2: behind a star; what is meant is written so."""
    try:
        assert as_secrecy(typed) == taken
    except PydanticCustomError as error:
        assert error.context == {"error": "密级和保密期限的写法不对", "help": taken}


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("张三", ("张三",)),
        ("张　三", ("张　三",)),
        (("张三", "阿卜杜·示例"), ("张三", "阿卜杜·示例")),
        ("张三、李四", "!写成列表 [张三, 李四]"),
        (("张三，李四", "王五"), "!写成列表 [张三, 李四]"),
        ("张三;", "!写成列表 [张三]"),
        ("", "!"),
    ],
)
def test_a_name_is_of_one_person(typed: object, taken: object) -> None:
    """Several are a list."""
    try:
        assert TypeAdapter(Names, config=STRICT).validate_python(typed) == taken
    except ValidationError as error:
        assert f"!{error.errors()[0].get('ctx', {}).get('help', '')}" == taken


@pytest.mark.parametrize("typed", ["评查案卷不少于60卷", "年底前完成归档", "待填", 7])
def test_a_target_can_be_read(typed: object) -> None:
    """A number or a day; one that is a number alone says nothing of what it counts."""
    if typed == 7:
        with pytest.raises(PydanticCustomError) as refused:
            as_target(typed)
        assert refused.value.context == {
            "error": "“7”里读不出目标",
            "help": "写明事项和数，例如 评查案卷不少于60卷、办结率95%以上、2025年6月底前完成轮训",
        }
    else:
        assert as_target(typed) == typed
