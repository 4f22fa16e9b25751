"""The texts, lines, ids, dates and figures that a year file holds: how each is checked, and its JSON Schema."""

import datetime as dt
import re
from typing import Annotated
from unicodedata import normalize

from pydantic import PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ecoreport.text.characters import all_plain
from ecoreport.text.dates import arabic
from ecoreport.text.placeholders import FILL
from ecoreport.text.quantity import FigureError, Quantity, parse_quantity
from ecoreport.yearfile._forms import From, FromOne

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)")
_COPY_NUMBER = "[0-9]{6,8}"
_SECRECY = r"(?:绝密|机密|秘密)(?:★(?:[1-9][0-9]*(?:年|个月|天)|长期|[^\s★]{2,20}前))?"
_MEANT_SECRECY = "(?P<level>绝密|机密|秘密)级?[★☆✩*·]*(?P<term>.*)"
_OF_TENS = {"十": "10", "二十": "20", "三十": "30"}
_TENS = "[二三]?十(?=年|个月|天)"
_BETWEEN_NAMES = "[,，、;；]+"
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


def as_copy_number(value: object) -> str:
    """份号, six digits as a rule (7.2.1), or 待填."""
    typed = str(bare_text(value))
    if typed == FILL or re.fullmatch(_COPY_NUMBER, typed):
        return typed
    digits = re.sub(r"[^0-9]", "", normalize("NFKC", typed))
    meant = digits.zfill(6) if digits and re.fullmatch(_COPY_NUMBER, digits.zfill(6)) else ""
    help_ = f'写成 "{meant}"' if meant else '例如 "000001"'
    raise PydanticCustomError("measure", "{error}", {"error": "份号要写成6位数字", "help": help_})


def as_secrecy(value: object) -> str:
    """密级和保密期限, 机密★1年, the term in Arabic digits (7.2.2), or 待填."""
    typed = str(bare_text(value))
    if typed == FILL or re.fullmatch(_SECRECY, typed):
        return typed
    help_ = "写绝密、机密或秘密；有保密期限的，例如 机密★1年"
    if match := re.fullmatch(_MEANT_SECRECY, normalize("NFKC", "".join(typed.split()))):
        term = re.sub(_TENS, lambda tens: _OF_TENS[tens[0]], match["term"])
        meant = "★".join(filter(None, (match["level"], arabic(term))))
        help_ = f"写成 {meant}" if re.fullmatch(_SECRECY, meant) else help_
    raise PydanticCustomError("measure", "{error}", {"error": "密级和保密期限的写法不对", "help": help_})


def as_name(value: object) -> object:
    """The name of one person, on one line."""
    typed = bare_text(value)
    if isinstance(typed, str) and len(names := re.split(_BETWEEN_NAMES, typed.strip())) > 1:
        help_ = f"写成列表 [{', '.join(filter(None, names))}]"
        raise PydanticCustomError("measure", "{error}", {"error": "几个人的姓名写在一起了", "help": help_})
    return typed


def as_target(value: object) -> object:
    """A target in words, of which what is to be reached can be read, or 待填."""
    from ecoreport.text.targets import targets  # noqa: PLC0415 - few files write targets of their own

    typed = bare_text(value)
    if isinstance(typed, str) and typed.strip() != FILL and not targets(typed):
        help_ = "写明事项和数，例如 评查案卷不少于60卷、办结率95%以上、2025年6月底前完成轮训"
        raise PydanticCustomError("measure", "{error}", {"error": f"“{typed.strip()}”里读不出目标", "help": help_})
    return typed


def as_many(value: object) -> object:
    """One text as a list of one."""
    return (value,) if isinstance(value, str) else value


def as_items(value: object) -> object:
    """A list as the items of a section."""
    return {"items": value} if isinstance(value, tuple) else value


def as_titled(value: object) -> object:
    """One text as the name of an attachment."""
    return {"title": value} if isinstance(value, str) else value


def as_valued(value: object) -> object:
    """A bare value as a figure's."""
    return value if isinstance(value, dict) else {"value": value}


_Some = Annotated[str, StringConstraints(pattern=r"\S")]
_OneLine = Annotated[str, StringConstraints(pattern=r"^[^\n]*\S[^\n]*\n?$")]
_Word = Annotated[str, StringConstraints(pattern=r"^[^\s,，、]+$")]
_WHOLE = {"type": "integer"}
Text = Annotated[_Some, From(bare_text, _WHOLE)]
Line = Annotated[_OneLine, From(bare_text, _WHOLE)]
Id = Annotated[_Word, From(bare_text, _WHOLE)]
Cell = Annotated[str, From(bare_text, _WHOLE)]
MANY = FromOne(as_many)
LAYOUT_NAME = "^[A-Za-z0-9_-]+$"
CODE = "^[EWH][0-9]{3}$"
FigureName = Annotated[str, StringConstraints(pattern=r"""^[^\s{}|"'\\]+$""", max_length=40)]
Date = Annotated[
    dt.date,
    PlainValidator(as_date),
    WithJsonSchema({"type": "string", "pattern": f"{_DATE.pattern}|{FILL}", "examples": ["2024-01-20"]}),
]
_AsAmount = WithJsonSchema({"type": ["string", "integer", "number"]})
Amount = Annotated[Quantity, PlainValidator(as_quantity), _AsAmount]
PastAmount = Annotated[Quantity | None, PlainValidator(as_quantity), _AsAmount]
VALUED = From(
    as_valued, {"type": "string", "pattern": f"[0-9]|不适用|无此职责|{FILL}"}, {"type": "integer"}, {"type": "number"}
)
CopyNumber = Annotated[
    str,
    PlainValidator(as_copy_number),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": f"^(?:{_COPY_NUMBER}|{FILL})$", "$comment": "6位数字"},
                {"type": "integer", "minimum": 0, "maximum": 99_999_999},
            ]
        }
    ),
]
Secrecy = Annotated[
    str,
    PlainValidator(as_secrecy),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^(?:{_SECRECY}|{FILL})$",
            "$comment": "绝密、机密、秘密，可以加“★”和保密期限",
        }
    ),
]
_OneName = WithJsonSchema(
    {"type": "string", "pattern": r"^[^\n,，、;；]*[^\s,，、;；][^\n,，、;；]*\n?$", "$comment": "一个人的姓名"}
)
Name = Annotated[_OneLine, _OneName, From(as_name, _WHOLE)]
Names = Annotated[tuple[Name, ...], MANY]
Lines = Annotated[tuple[Line, ...], MANY]
_Target = Annotated[_OneLine, From(as_target)]
Targets = Annotated[tuple[_Target, ...], MANY]
Ids = Annotated[tuple[Id, ...], MANY]
