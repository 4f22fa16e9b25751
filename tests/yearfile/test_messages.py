"""Chinese for pydantic's errors: the sentence, the mend and the code of each, from the error alone."""

from typing import Any

import pytest
from support import GOOD

from ecoreport.problems.diagnostic import Refused
from ecoreport.yearfile._messages import code_of, help_of, is_figure, message_of, name_of_figure
from ecoreport.yearfile.reader import parse

EMPTY = "填上内容，或者删掉这一行"
KINDS = "measures、shortcomings、leader_duties、next_year_plan 或 other"


def _error(kind: str, typed: object, **context: object) -> dict[str, Any]:
    return {"type": kind, "input": typed, "ctx": context, "msg": "in English"}


@pytest.mark.parametrize(
    ("kind", "typed", "context", "code", "message", "mend"),
    [
        ("missing", {"year": 2024}, {}, "E202", "缺少必填项“甲”", ""),
        ("extra_forbidden", 1, {}, "E201", "没有“甲”这一项", ""),
        ("int_type", "２０２４年度", {}, "E203", "“甲”要填整数", "写成 2024"),
        ("int_type", "二〇二四", {}, "E203", "“甲”要填整数", ""),
        ("bool_type", "否", {}, "E203", "“甲”要填 true 或 false", "写成 false"),
        ("bool_type", " YES ", {}, "E203", "“甲”要填 true 或 false", "写成 true"),
        ("bool_type", 0, {}, "E203", "“甲”要填 true 或 false", "写 true 或 false，不加引号"),
        ("string_type", True, {}, "E203", "“甲”要填文字", "要当作文字，就给值加上英文引号"),
        ("string_pattern_mismatch", "", {}, "E203", "“甲”不能空着，也不能有不该有的空格或换行", EMPTY),
        ("string_too_long", "乙", {"max_length": 40}, "E203", "“甲”太长，最多 40 字", ""),
        ("tuple_type", "乙", {}, "E203", "“甲”要填列表，一行一个“- ”", "写成 甲: [乙]"),
        *(
            (kind, "乙", {}, "E203", "“甲”下面要写若干“键: 值”", "")
            for kind in ("dict_type", "mapping_type", "model_type")
        ),
        ("date_shape", "二〇二五年一月二日", {}, "E212", "“甲”要写成日期", "写成 2025-01-02"),
        ("date_shape", "年底", {}, "E212", "“甲”要写成日期", "写全年月日，如 2024-01-20 或 2024年1月20日"),
        ("date_missing", "2025-02-30", {}, "E212", "“甲”没有这一天", "核对月份和日子；二月只有28天，闰年29天"),
        ("control_character", "\x07", {"code": "U+0007"}, "E103", "“甲”里有不允许的控制字符 U+0007", "删掉这个字符"),
        ("figure", "三起", {"error": "读不出数", "help": "例如 80起"}, "E211", "读不出数", "例如 80起"),
        ("too_short", (), {"min_length": 1}, "E203", "“甲”至少要有 1 项", ""),
        ("greater_than_equal", 1, {"ge": 2}, "E203", "“甲”不能小于 2", ""),
        ("less_than_equal", 11, {"le": 10}, "E203", "“甲”不能大于 10", ""),
        ("literal_error", "乙", {"expected": "'图', '表' or '文'"}, "E203", "“甲”只能填 图、表、文", ""),
        ("union_tag_not_found", {}, {}, "E203", "缺少“kind”：这一部分属于哪一种", f"写 kind: {KINDS}"),
        ("union_tag_invalid", {}, {"tag": "measure"}, "E203", "“kind”没有“measure”这一种", "是不是“measures”？"),
        ("union_tag_invalid", {}, {"tag": "乙"}, "E203", "“kind”没有“乙”这一种", f"写 {KINDS}"),
    ],
)
def test_each_type_of_error_has_its_code_its_sentence_and_its_mend(  # noqa: PLR0913, PLR0917 - a table's columns
    kind: str, typed: object, context: dict[str, object], code: str, message: str, mend: str
) -> None:
    """What was typed goes into the mend wherever it says what was meant."""
    error = _error(kind, typed, **context)
    assert (code_of(error), message_of(error, "甲"), help_of(error, "甲")) == (code, message, mend)


def test_a_key_without_a_value_says_so_whatever_was_expected() -> None:
    """But for a key that is not there at all."""
    error = _error("int_type", None)
    assert (message_of(error, "year"), help_of(error, "year")) == ("“year”后面没有内容", EMPTY)
    assert message_of(_error("missing", None), "year") == "缺少必填项“year”"


def test_a_type_of_error_that_is_not_kept_here_is_told_in_pydantics_words() -> None:
    """Better than nothing, and named as what it is."""
    assert message_of(_error("unheard_of", 1), "year") == "“year”不合要求（in English）"


@pytest.mark.parametrize(
    ("cells", "columns", "mend"),
    [
        (("合计", "1", "097家次"), 2, "数里不写千位逗号，写成 - [合计, 1097家次]"),
        (("1", "000", "000元"), 1, "数里不写千位逗号，写成 - [1000000元]"),
        (("{{ 甲 }}", "1", "097", ""), 3, '数里不写千位逗号，写成 - ["{{ 甲 }}", 1097, ""]'),
        (("合计", "1", "0970"), 2, "格里的逗号用全角“，”，两格之间才用半角逗号"),
        (("合计", "甲", "乙"), 2, "格里的逗号用全角“，”，两格之间才用半角逗号"),
        (("合计",), 2, '少的格补上；空着的格打两个英文引号 ""'),
    ],
)
def test_a_row_of_the_wrong_width_is_mended_where_a_number_was_cut(
    cells: tuple[str, ...], columns: int, mend: str
) -> None:
    """Three digits and no more behind the comma make one number of two cells."""
    error = _error("table_width", {"rows": (cells,)}, loc=("rows", 0), cells=len(cells), columns=columns)
    assert message_of(error, "rows") == f"这一行有 {len(cells)} 格，表头有 {columns} 格"
    assert help_of(error, "rows") == mend


@pytest.mark.parametrize(
    ("kind", "name", "typed", "mend"),
    [
        ("tuple_type", "assertions", "立案 == 结案", "写成 assertions: [立案 == 结案]"),
        ("tuple_type", "assertions", "立案 == 结案，办结", "每一项另起一行，写成“- 内容”"),
        ("tuple_type", "rows", "【合计、5件】", "写成 - [合计, 5件]"),
        ("tuple_type", "rows", {"合计": "5件"}, "写成 - [合计, 5件]"),
        ("model_type", "measures", "甲", "每一条另起一行，写成“- text: 内容”"),
        ("model_type", "table", "甲", ""),
        ("greater_than_equal", "year", 24, "写四位数的年度，例如 2025"),
        ("less_than_equal", "years", 11, ""),
        ("string_pattern_mismatch", "number", "甲\n乙", "写成一行"),
        ("string_pattern_mismatch", "id", "依法 行政", "写成 依法行政"),
        ("string_pattern_mismatch", "id", "law, study", "写成 law-study"),
        ("string_pattern_mismatch", "id", "  ", EMPTY),
    ],
)
def test_what_was_typed_is_shown_in_the_shape_that_it_should_have(
    kind: str, name: str, typed: object, mend: str
) -> None:
    """A list in brackets where that reads back, an item of its own where not."""
    assert help_of(_error(kind, typed), name) == mend


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("立案 件数", ("指标的名称“立案 件数”里不能有空格", "写成 立案件数，正文里也这样写")),
        ("立案{件}", ("指标的名称“立案{件}”里不能有空格、引号、竖线和花括号", "写成 立案件，正文里也这样写")),
        ("{}", ("指标的名称“{}”里不能有空格、引号、竖线和花括号", "写上指标的名称")),
    ],
)
def test_the_name_of_a_figure_loses_what_it_cannot_hold(name: str, told: tuple[str, str]) -> None:
    """Where only blanks are at fault, only they are told of."""
    assert name_of_figure(_error("string_pattern_mismatch", name), name) == told


def test_too_long_a_name_of_a_figure_is_counted() -> None:
    """It is most likely a note."""
    told = name_of_figure(_error("string_too_long", "甲" * 41, max_length=40), "甲" * 41)
    assert told == ("指标的名称太长（41字），最多 40 字", "说明文字写到 note 里")


@pytest.mark.parametrize(
    ("value", "figure"),
    [("3起", True), ({"value": "三起"}, True), ("三起", False), ({"note": "甲"}, False), ("", False), (3, False)],
)
def test_a_figure_is_known_by_its_first_digit_or_its_braces(value: object, *, figure: bool) -> None:
    """A year, a whole number, stands at the margin by right."""
    assert is_figure(value) == figure


_OWN = "版式文件放在 layouts/ 里，如 layouts/own.yaml，这里只写它的名字 own；用标准版式就删掉这一行"


@pytest.mark.parametrize(
    ("line", "message", "mend"),
    [
        ("layout: ../../evil", "“layout”是版式的名字，只能有英文字母、数字、“-”和“_”", _OWN),
        ("layout: 宽版", "“layout”是版式的名字，只能有英文字母、数字、“-”和“_”", _OWN),
        ("layout: my own", "“layout”是版式的名字，只能有英文字母、数字、“-”和“_”", _OWN),
        ("layout: gbt9704.yaml", "“layout”是版式的名字，只能有英文字母、数字、“-”和“_”", "写成 gbt9704"),
        ("layout: layouts/own.yml", "“layout”是版式的名字，只能有英文字母、数字、“-”和“_”", "写成 own"),
        ('layout: ""', "“layout”不能空着，也不能有不该有的空格或换行", EMPTY),
        ("ignore: [{code: w515, reason: 有意}]", "“code”要写成一个大写字母加三个数字", "写成 W515"),
        ("ignore: [{code: 照抄, reason: 有意}]", "“code”要写成一个大写字母加三个数字", "照 check 给出的写，如 W515"),
    ],
)
def test_a_name_of_a_pattern_of_its_own_is_told_what_it_may_be(line: str, message: str, mend: str) -> None:
    """And the mend is one that is accepted: never what was typed."""
    source = (GOOD / "plain" / "report.yaml").read_text("utf-8")
    with pytest.raises(Refused) as refused:
        parse(f"{source}{line}\n".encode(), "2024.yaml")
    assert [(one.message, one.help) for one in refused.value.problems] == [(message, mend)]
    typed = line.partition(": ")[2] if line.startswith("layout") else ""
    if mend.startswith("写成 ") and typed:
        parse(f"{source}layout: {mend.removeprefix('写成 ')}\n".encode(), "2024.yaml")
