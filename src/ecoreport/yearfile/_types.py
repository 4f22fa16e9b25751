"""The texts, lines, ids, dates and figures that a year file holds: how each is checked, and its JSON Schema."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ecoreport.text.characters import all_plain
from ecoreport.text.placeholders import FILL
from ecoreport.text.quantity import FigureError, Quantity, parse_quantity

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)")
_ESCAPED_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufffe\uffff]"


def bare_text(value: object) -> object:
    """A bare whole number is as good as text: it prints as typed."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and not all_plain(value) and (match := re.search(_ESCAPED_CONTROL, value)):
        raise PydanticCustomError("control_character", "{code}", {"code": f"U+{ord(match[0]):04X}"})
    return value


def as_date(value: object) -> dt.date | None:
    """A date written 2024-01-20 or 2024年1月20日; None for 待填."""
    if str(value).strip() == FILL:
        return None
    match = _DATE.fullmatch(str(value).strip())
    if match is None:
        raise PydanticCustomError("date_shape", "date")
    try:
        return dt.date(*(int(part) for part in match.groups() if part))
    except ValueError:
        raise PydanticCustomError("date_missing", "date") from None


def as_quantity(value: object) -> Quantity:
    """A figure as typed."""
    text = bare_text(value)
    if not isinstance(text, str):
        raise PydanticCustomError("figure", "{error}", {"error": "指标要写数和单位", "help": "例如 80起"})
    try:
        return parse_quantity(text)
    except FigureError as error:
        raise PydanticCustomError("figure", "{error}", {"error": str(error), "help": error.help}) from None


def as_many(value: object) -> object:
    """One text as a list of one."""
    return (value,) if isinstance(value, str) else value


_Some = Annotated[str, StringConstraints(pattern=r"\S")]
_OneLine = Annotated[str, StringConstraints(pattern=r"^[^\n]*\S[^\n]*\n?$")]
_Word = Annotated[str, StringConstraints(pattern=r"^[^\s,，、]+$")]
Text = Annotated[_Some, BeforeValidator(bare_text, json_schema_input_type=_Some | int)]
Line = Annotated[_OneLine, BeforeValidator(bare_text, json_schema_input_type=_OneLine | int)]
Id = Annotated[_Word, BeforeValidator(bare_text, json_schema_input_type=_Word | int)]
Cell = Annotated[str, BeforeValidator(bare_text, json_schema_input_type=str | int)]
FigureName = Annotated[str, StringConstraints(pattern=r"^[^\s{}|\"'\\]+$", max_length=40)]
Date = Annotated[
    dt.date,
    PlainValidator(as_date),
    WithJsonSchema({"type": "string", "pattern": f"{_DATE.pattern}|{FILL}", "examples": ["2024-01-20"]}),
]
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_many, json_schema_input_type=Line | tuple[Line, ...])]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_many, json_schema_input_type=Id | tuple[Id, ...])]
