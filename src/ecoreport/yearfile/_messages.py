"""Chinese for pydantic's errors, keyed by error type; pydantic's own message where none is kept here."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize

from ecoreport.text.dates import date_of
from ecoreport.yearfile._types import CODE, LAYOUT_NAME

KINDS = ("measures", "shortcomings", "leader_duties", "next_year_plan", "other")
_UNNAMEABLE = re.compile(r"[\s{}|\"'\\]+")  # what the name of a figure cannot hold
_NEEDS_QUOTES = re.compile(r"[\[\]{},:#&*!|>%@`\"']")
_BEFORE_COMMA = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[0-9]{3})*$")
_AFTER_COMMA = re.compile(r"[0-9]{3}(?![0-9])")
_NUMBER = re.compile(r"[\s“”\"']*0*(-?[0-9]+)(?:\.0*)?\s*年?度?[\s“”\"']*")

# What each type of error says; `{…}` are the fields of the error's own context.
MESSAGES: Mapping[str, str] = {
    "missing": "缺少必填项“{name}”",
    "extra_forbidden": "没有“{name}”这一项",
    "int_type": "“{name}”要填整数",
    "bool_type": "“{name}”要填 true 或 false",
    "string_type": "“{name}”要填文字",
    "tuple_type": "“{name}”要填列表，一行一个“- ”",
    "dict_type": "“{name}”下面要写若干“键: 值”",
    "mapping_type": "“{name}”下面要写若干“键: 值”",
    "model_type": "“{name}”下面要写若干“键: 值”",
    "literal_error": "“{name}”只能填 {expected}",
    "union_tag_invalid": "“kind”没有“{tag}”这一种",
    "union_tag_not_found": "缺少“kind”：这一部分属于哪一种",
    "string_pattern_mismatch": "“{name}”不能空着，也不能有不该有的空格或换行",
    "string_too_long": "“{name}”太长，最多 {max_length} 字",
    "greater_than_equal": "“{name}”不能小于 {ge}",
    "less_than_equal": "“{name}”不能大于 {le}",
    "too_short": "“{name}”至少要有 {min_length} 项",
    "control_character": "“{name}”里有不允许的控制字符 {code}",
    "date_shape": "“{name}”要写成日期",
    "date_missing": "“{name}”没有这一天",
    "figure": "{error}",
    "measure": "{error}",
    "number": "“{name}”要填数",
    "finite_number": "“{name}”要填数",
    "table_width": "这一行有 {cells} 格，表头有 {columns} 格",
}

# What a name says that is of another pattern than text is.
_PATTERNS: Mapping[str, str] = {
    LAYOUT_NAME: "“{name}”是版式的名字，只能有英文字母、数字、“-”和“_”",
    CODE: "“{name}”要写成一个大写字母加三个数字",
}

HELPS: Mapping[str, str] = {
    "string_type": "要当作文字，就给值加上英文引号",
    "bool_type": "写 true 或 false，不加引号",
    "date_shape": "写全年月日，如 2024-01-20 或 2024年1月20日",
    "date_missing": "核对月份和日子；二月只有28天，闰年29天",
    "control_character": "删掉这个字符",
    "figure": "{help}",
    "measure": "{help}",
    "union_tag_not_found": "写 kind: measures、shortcomings、leader_duties、next_year_plan 或 other",
    "union_tag_invalid": "写 measures、shortcomings、leader_duties、next_year_plan 或 other",
}

CODES: Mapping[str, str] = {
    "missing": "E202",
    "extra_forbidden": "E201",
    "figure": "E211",
    "date_shape": "E212",
    "date_missing": "E212",
    "control_character": "E103",
}


def _whole_number(typed: str) -> str:
    match = _NUMBER.fullmatch(re.sub(r"(?<=[0-9])[,_ ](?=[0-9]{3}(?![0-9]))", "", typed))
    return match[1] if match else ""


def _yes_or_no(typed: str) -> str:
    known = {"是": "true", "否": "false", "yes": "true", "no": "false", "on": "true", "off": "false"}
    return known.get(typed.strip().lower(), "")


def _day(typed: str) -> str:
    """The date as 2025-01-31 where the typist wrote it in another of the usual ways."""
    found = date_of(typed)
    return found.isoformat() if found else ""


SUGGESTIONS: Mapping[str, Callable[[str], str]] = {
    "int_type": _whole_number,
    "bool_type": _yes_or_no,
    "date_shape": _day,
}


def message_of(error: Mapping[str, Any], name: str) -> str:
    """The Chinese sentence for one pydantic error about the field `name`."""
    if error.get("input", "") is None and error["type"] != "missing":
        return f"“{name}”后面没有内容"
    form = _PATTERNS.get(_pattern(error)) or MESSAGES.get(error["type"])
    if form is None:
        return f"“{name}”不合要求（{error['msg']}）"
    context = dict(error.get("ctx", {}))
    if "expected" in context:
        context["expected"] = context["expected"].replace("'", "").replace(" or ", "、").replace(", ", "、")
    return form.format(**{"name": name, **context})


def _pattern(error: Mapping[str, Any]) -> str:
    """The pattern that a text does not have; empty where there is nothing to match, or another fault."""
    filled = error["type"] == "string_pattern_mismatch" and str(error.get("input")).strip()
    return str(error["ctx"].get("pattern", "")) if filled else ""


def name_of_figure(error: Mapping[str, Any], name: str) -> tuple[str, str]:
    """What is wrong with the name of a figure, and the name that would do."""
    if error["type"] == "string_too_long":
        return f"指标的名称太长（{len(name)}字），最多 {error['ctx']['max_length']} 字", "说明文字写到 note 里"
    written = _UNNAMEABLE.sub("", name)
    what = (
        "空格"
        if re.fullmatch(r"\S+(?:\s+\S+)*", name) and written == re.sub(r"\s", "", name)
        else "空格、引号、竖线和花括号"
    )
    return f"指标的名称“{name}”里不能有{what}", f"写成 {written}，正文里也这样写" if written else "写上指标的名称"


def is_figure(value: object) -> bool:
    """Whether this is what stands behind the name of a figure."""
    return "value" in value if isinstance(value, dict) else isinstance(value, str) and value[:1].isdigit()


def _cell(text: str) -> str:
    """A cell of a table as it is to be typed."""
    return f'"{text}"' if not text or (_NEEDS_QUOTES.search(text) and text[0] not in "\"'") else text


def _written(cells: Iterable[object]) -> str:
    return f"写成 - [{', '.join(_cell(str(cell)) for cell in cells)}]"


def _row(error: Mapping[str, Any]) -> str:
    """A row that has too many cells as it should be, where the comma in a number has made two of one."""
    place, at = error["ctx"]["loc"]
    cells: list[str] = []
    for cell in map(str, error["input"][place][at]):
        if (
            cells
            and re.search(r"(?<![0-9])[0-9]{1,3}(?:[0-9]{3})*$", cells[-1])
            and re.match(r"[0-9]{3}(?![0-9])", cell)
        ):
            cells[-1] += cell
        else:
            cells.append(cell)
    fits = len(cells) == error["ctx"]["columns"] < error["ctx"]["cells"]
    if fits:
        return f"数里不写千位逗号，{_written(cells)}"
    more = error["ctx"]["cells"] > error["ctx"]["columns"]
    return "格里的逗号用全角“，”，两格之间才用半角逗号" if more else '少的格补上；空着的格打两个英文引号 ""'


def _in_list(name: str, typed: object) -> str:
    """How to write one text as a list."""
    text = str(typed)
    if name == "rows":
        pairs = typed.items() if isinstance(typed, dict) else ()
        return _written(next(iter(pairs)) if pairs else re.split(r"\s*[,，、]\s*", text.strip("［］【】[] ")))
    plain = isinstance(typed, str | int) and "\n" not in text and not re.search(r"[\[\]{},:#\"'，]", text)
    return f"写成 {name}: [{text}]" if plain else "每一项另起一行，写成“- 内容”"


def _as_items(name: str, _: object) -> str:
    return "每一条另起一行，写成“- text: 内容”" if name in KINDS else ""


def _without_blanks(_: str, typed: object) -> str:
    """A text that is one word, or one line, where the typist made it more."""
    text = str(typed)
    if "\n" in text:
        return "写成一行"
    written = re.sub(r"[\s,，、]+", "-" if text.isascii() else "", text.strip())
    return f"写成 {written}" if written else "填上内容，或者删掉这一行"


def _layout(_: str, typed: object) -> str:
    """The name of the layout's file where that is what was typed, else what to call the file."""
    written = re.sub(r"^(?:\./)?layouts/|\.ya?ml$", "", normalize("NFKC", str(typed)).strip())
    if re.match(LAYOUT_NAME, written):
        return f"写成 {written}"
    return "版式文件放在 layouts/ 里，如 layouts/own.yaml，这里只写它的名字 own；用标准版式就删掉这一行"


def _code(_: str, typed: object) -> str:
    written = normalize("NFKC", str(typed)).strip(" []").upper()
    return f"写成 {written}" if re.match(CODE, written) else "照 check 给出的写，如 W515"


_OF_PATTERNS: Mapping[str, Callable[[str, object], str]] = {LAYOUT_NAME: _layout, CODE: _code}


def _year(name: str, _: object) -> str:
    return "写四位数的年度，例如 2025" if name == "year" else ""


_SHAPES: Mapping[str, Callable[[str, object], str]] = {
    "tuple_type": _in_list,
    "model_type": _as_items,
    "greater_than_equal": _year,
    "less_than_equal": _year,
    "string_pattern_mismatch": _without_blanks,
}


def help_of(error: Mapping[str, Any], name: str) -> str:
    """How to mend it, where that is plain; else empty."""
    typed = error.get("input")
    if typed is None:
        return "填上内容，或者删掉这一行"
    if error["type"] in SUGGESTIONS and (written := SUGGESTIONS[error["type"]](normalize("NFKC", str(typed)))):
        return f"写成 {written}"
    if error["type"] == "table_width":
        return _row(error)
    if error["type"] == "union_tag_invalid" and (close := get_close_matches(error["ctx"]["tag"], KINDS, 1)):
        return f"是不是“{close[0]}”？"
    if shaped := _OF_PATTERNS.get(_pattern(error)) or _SHAPES.get(error["type"]):
        return shaped(name, typed)
    return HELPS.get(error["type"], "").format(**error.get("ctx", {}))


def code_of(error: Mapping[str, Any]) -> str:
    """The catalogue code for one pydantic error."""
    return CODES.get(error["type"], "E203")
