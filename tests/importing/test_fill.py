"""Sheets that came back to the year file: what is new in place, all else to the byte; or everything that is wrong."""

import csv
import datetime as dt
import io
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given as given_values
from hypothesis import strategies as st
from support.data import data_of
from support.sheets import BEFORE, HEAD, NOW, cells, changed, filled, form, plain, taken, years

from ecoreport.importing import fill
from ecoreport.importing._filling.workbooks import Sheet
from ecoreport.typeset import sheets
from ecoreport.typeset.layout import STANDARD
from ecoreport.typeset.word import writer
from ecoreport.years import ledger

TITLE = "示例区生态环境局2024年法治政府建设情况报告指标填报表"


def lines(text: str) -> list[str]:
    """The lines that are not as they were."""
    return [new for old, new in zip(NOW.splitlines(), text.splitlines(), strict=True) if old != new]


def test_the_sheet_as_it_went_out_changes_nothing() -> None:
    """And each tab says how many figures are empty."""
    done = taken(form())
    assert done.faults == ()
    assert (done.text, done.changes) == (NOW, ())
    assert [(one.table, one.changed, one.same, one.empty) for one in done.signed] == [
        ("填报1.xlsx[执法科]", 0, 1, ()),
        ("填报1.xlsx[信访科]", 0, 1, ("满意率",)),
        ("填报1.xlsx[法制科]", 0, 1, ()),
        ("填报1.xlsx[未注明来源]", 0, 4, ()),
    ]


def test_each_figure_keeps_its_form() -> None:
    """Words of approximation, 万, quotes, braces, comments, the order of keys."""
    done = taken(
        filled(
            {
                "立案": 95,
                "罚款金额": 231.95,
                "满意率": 96.2,
                "受众": 7100,
                "办结": "1500/1511",
                "人数": 13,
                "听证": "不适用",
            }
        )
    )
    assert done.faults == ()
    assert lines(done.text) == [
        "  立案: 95起  # 以立案日期计",
        "  罚款金额: {value: '231.95万元', source: 执法科}",
        "  满意率: {value: 96.2%, source: 信访科}   # 回访",
        "  受众: 约7100人次",
        '    value: "1500/1511件"',
        "  听证: {note: 全年, value: 不适用, source: 法制科}",
        "  人数: 13",
    ]


def test_notes_come_behind_what_is_there() -> None:
    """In braces, on a line of their own, around a bare value, in place of another; nothing else moves."""
    notes = {"立案": "含移送, 2起", "罚款金额": "含没收: 3万元", "办结": "含转办、交办", "听证": "上半年"}
    done = taken(filled({"罚款金额": 170}, notes=notes))
    assert done.faults == ()
    assert lines(done.text) == [
        '  立案: {value: 92起, note: "含移送, 2起"}  # 以立案日期计',
        "  罚款金额: {value: '170万元', source: 执法科, note: \"含没收: 3万元\"}",
        "    note: 含转办、交办",
        "  听证: {note: 上半年, value: 0起, source: 法制科}",
    ]


def test_an_emptied_note_goes() -> None:
    """With its comma, with its line; a file that says nothing of what it was printed with empties none."""
    done = taken(filled({"听证": 1}, notes={"听证": "", "办结": " "}))
    assert done.faults == ()
    gone = NOW.replace("{note: 全年, value: 0起,", "{value: 1起,").replace("    note: 含转办\n", "")
    assert done.text == gone
    assert [(one.what, one.old, one.new) for one in done.changes] == [
        ("说明", "含转办", ""), ("数", "0起", "1起"), ("说明", "全年", ""),
    ]  # fmt: skip
    head, row = [TITLE], [list(HEAD), ["听证", "起", "", 0, "", "", "", ""]]
    assert taken(plain([head, *row])).text == NOW


def test_a_note_that_was_written_since_stays() -> None:
    """A sheet that was printed before it has an empty cell, or the one of then; neither says anything."""
    now = NOW.replace("92起  #", "{value: 92起, note: 后来写的}  #").replace("note: 全年", "note: 1至12月")
    assert taken(filled({}), now=now).text == now
    assert taken(filled({}, notes={"听证": "", "立案": "科里写的"}), now=now).text == now.replace(
        "后来写的", "科里写的"
    )


def test_a_value_that_came_into_the_year_file_since_stays() -> None:
    """The department left the printed one, and is told so; what it typed, or put its name to, counts."""
    now = NOW.replace("立案: 92起", "立案: 95起").replace("169.9万元", "170.5万元").replace("约6900", "约7000")
    done = taken(filled({}), now=now)
    assert (done.text, done.changes, done.faults) == (now, (), ())
    assert done.said[0] == "填报1.xlsx[执法科]!D4：罚款金额还是印表时的数，年度文件里后来改成了170.5万元，没有动"
    assert [one.partition("：")[2].partition("还是")[0] for one in done.said] == ["罚款金额", "立案", "受众"]
    typed = taken(filled({"立案": 97}), now=now)
    assert [(one.name, one.old, one.new) for one in typed.changes] == [("立案", "95起", "97起")]

    def sign(book: openpyxl.Workbook) -> None:
        sheet, row = cells(book)["立案"]
        sheet.cell(row, HEAD.index("填报人") + 1).value = "示例甲"

    signed = taken(changed(form(), sign), now=now)
    assert [(one.name, one.old, one.new) for one in signed.changes] == [("立案", "95起", "92起")]


def test_two_sheets_that_disagree_about_a_note_are_told() -> None:
    """One has emptied it, the other says something else."""
    [fault] = taken(filled({}, notes={"听证": ""}), filled({}, notes={"听证": "上半年"})).faults
    assert "听证的说明几处填得不一样" in fault.message


def test_a_note_to_a_figure_in_lines_is_a_line() -> None:
    """Below its last key, in a file of Windows with its line ends."""
    now = NOW.replace("    note: 含转办\n", "").replace("\n", "\r\n")
    done = taken(filled({}, form(now), {"办结": "含转办"}), now=now)
    assert done.text == now.replace('件"\r\n', '件"\r\n    note: 含转办\r\n')


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("四十二", "立案：“四十二”读不出数"),
        ("#DIV/0!", "立案：公式出错，显示 #DIV/0!"),
        ("=1/0", "立案：里面是公式，还没有算出结果"),
        (dt.date(2024, 3, 4), "立案：里面是日期或时间（2024-03-04），可能是填的数被 Excel 改了"),
        (dt.time(3, 4), "立案：里面是日期或时间（03:04:00），可能是填的数被 Excel 改了"),
        (1e20, "立案：数太大，Excel 记不准"),
        ("1" * 61, "立案：填的字太多（61字），这里只填数"),
        (True, "立案：里面是 TRUE，不是数"),
        (-3, "立案：-3 是负数"),
        (3.5, "立案：3.5 不是整数，单位是“起”"),
        ("1,23", "立案：“1,23”读不出数"),
        ("95件", "立案：“95件”的单位是“件”，年度文件里是“起”"),
        ("无", "立案：“无”读不出数"),
        ("3/4", "立案：“3/4”是两个数，年度文件里是一个（92起）"),
    ],
)
def test_what_is_no_number_of_the_kind_is_told_with_its_cell(value: object, told: str) -> None:
    """Nothing is taken, of other figures neither."""
    done = taken(filled({"立案": value, "罚款金额": 1}))
    assert [(one.place, one.message) for one in done.faults] == [("填报1.xlsx[未注明来源]!D4", told)]
    assert (done.text, done.changes) == (NOW, ())


def test_an_average_of_what_is_counted_has_decimals() -> None:
    """By its name; what is counted has none."""
    now = NOW.replace("  听证:", "  平均每站人员: 待填\n  人均办案: 3件\n  听证:")
    before = BEFORE.replace("  立案:", "  平均每站人员: 不足2人\n  立案:")
    done = taken(filled({"平均每站人员": 2.4, "人均办案": 3.5}, form(now, before)), now=now, before=before)
    assert done.faults == ()
    assert [one.new for one in done.changes] == ["2.4人", "3.5件"]


@pytest.mark.parametrize("value", ["９５", "95", " 95 起", "95起", "'95", 95.0])
def test_a_number_may_be_typed_in_many_ways(value: object) -> None:
    """Full-width, as text, with its unit, with an apostrophe."""
    assert lines(taken(filled({"立案": value})).text) == ["  立案: 95起  # 以立案日期计"]


@pytest.mark.parametrize(
    ("value", "typed"), [("1,234", "1234起"), ("１，２３４起", "1234起"), ("约1,234,567", "约1234567起")]
)
def test_groups_of_three_digits_are_joined(value: str, typed: str) -> None:
    """The year file writes no commas in numbers."""
    assert lines(taken(filled({"立案": value})).text) == [f"  立案: {typed}  # 以立案日期计"]


@pytest.mark.parametrize(
    ("value", "typed"), [(0, "0万元"), ("2319000元", "231.9万元"), ("231.9万", "231.9万元"), ("0.0231亿元", "231万元")]
)
def test_money_is_brought_to_the_figures_unit(value: object, typed: str) -> None:
    """To the last digit."""
    assert lines(taken(filled({"罚款金额": value})).text) == [f"  罚款金额: {{value: '{typed}', source: 执法科}}"]


@pytest.mark.parametrize("value", [0.952, 1, "0.952", 1.05, 2])
def test_a_share_that_may_be_per_cent_is_asked(value: object) -> None:
    """95.2% may have been typed as 0.952."""
    [fault] = taken(filled({"满意率": value})).faults
    assert fault.place == "填报1.xlsx[信访科]!D4"
    assert "分不清" in fault.message


@pytest.mark.parametrize(
    ("value", "typed"), [("0.95%", "0.95%"), ("95.2％", "95.2%"), (0, "0%"), (-3, '"-3%"'), (100.0, "100%")]
)
def test_per_cent_that_are_plain_are_taken(value: object, typed: str) -> None:
    """With the sign it is what it says."""
    assert lines(taken(filled({"满意率": value})).text) == [f"  满意率: {{value: {typed}, source: 信访科}}   # 回访"]


def test_small_rates_stay_small_where_they_were() -> None:
    """Last year's 0.8% tells that 0.5 is no share."""
    done = taken(filled({"满意率": 0.5}), before="year: 2023\nissuer: 示例区生态环境局\nfigures: {满意率: 0.8%}\n")
    assert "满意率: {value: 0.5%," in done.text


def test_two_numbers_stay_two() -> None:
    """Of 1480/1491 one alone is asked for the other."""
    [fault] = taken(filled({"办结": 1500})).faults
    assert fault.message == "办结：只有一个数（1500），年度文件里是两个（1480/1491件）"


def test_what_was_not_applicable_gets_its_unit() -> None:
    """In the column of units or with the number; without either it is asked."""
    assert "不知道单位" in taken(filled({"行政许可": 5})).faults[0].message
    assert lines(taken(filled({"行政许可": "5件"})).text) == ["  行政许可: 5件"]

    def with_unit(book: openpyxl.Workbook) -> None:
        sheet = book["未注明来源"]
        row = next(row for row in range(4, 12) if sheet.cell(row, 1).value == "行政许可")
        sheet.cell(row, 2).value, sheet.cell(row, 4).value = "件", 5

    assert lines(taken(changed(form(), with_unit)).text) == ["  行政许可: 5件"]


def test_other_units_names_and_cells_are_told() -> None:
    """Everything in one run, each at its cell."""

    def spoil(book: openpyxl.Workbook) -> None:
        sheet = book["执法科"]
        sheet["B4"], sheet["D4"] = "元", 1699000
        sheet = book["未注明来源"]
        sheet["A4"] = "立案数"
        sheet["D10"] = 7
        sheet.merge_cells("D5:D6")

    assert [(one.place, one.message) for one in taken(changed(form(), spoil)).faults] == [
        ("填报1.xlsx[执法科]!D4", "罚款金额：单位写的是“元”，年度文件里是“万元”"),
        ("填报1.xlsx[未注明来源]!A4", "年度文件里没有叫“立案数”的指标"),
        ("填报1.xlsx[未注明来源]!D5", "D5:D6合并在一起，分不清是哪个指标的数"),
        ("填报1.xlsx[未注明来源]!D6", "D5:D6合并在一起，分不清是哪个指标的数"),
        ("填报1.xlsx[未注明来源]!D10", "这一行有数（7），没有指标名称"),
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda book: book["执法科"].__setitem__("A1", TITLE.replace("2024", "2023")),
            "这是2023年的表，要收的是2024年的",
        ),
        (
            lambda book: book["执法科"].__setitem__("A1", TITLE.replace("示例区", "示例县")),
            "这是“示例县生态环境局”的表，这里是“示例区生态环境局”",
        ),
        (lambda book: book["执法科"].__setitem__("D3", "2025年"), "这张表里最近的是2025年，要收的是2024年的"),
    ],
)
def test_a_sheet_of_another_year_or_bureau_is_told_before_anything(change: Any, told: str) -> None:  # noqa: ANN401
    """Once for the file, whatever else is wrong in it."""

    def spoil(book: openpyxl.Workbook) -> None:
        change(book)
        book["未注明来源"]["A4"] = "没有的"

    [fault] = taken(changed(form(), spoil)).faults
    assert (fault.place, fault.message) == ("填报1.xlsx", told)


def test_without_its_title_a_sheet_is_known_by_the_head_of_its_pages() -> None:
    """Somebody has deleted the first row."""

    def behead(book: openpyxl.Workbook) -> None:
        for sheet in book:
            for merged in list(sheet.merged_cells.ranges):
                sheet.unmerge_cells(str(merged))
            sheet.delete_rows(1, 2)
            sheet.oddHeader.center.text = str(sheet.oddHeader.center.text).replace("2024", "2022")

    assert [one.message for one in taken(changed(form(), behead)).faults] == ["这是2022年的表，要收的是2024年的"]


def test_columns_are_found_by_their_titles_and_rows_by_their_names() -> None:
    """Inserted columns and rows, another order, hidden ones, a filter."""
    head = ["备注", "序号", "填报人", "2024年", "单位", "指标", "2023年"]
    rows = [
        ["x"],
        [],
        head,
        ["含结转", 1, "张三", 95, "起", " 立案 ", 80],
        [],
        ["", 2, "", 7000, "人次", "受众", 5000],
        head,
    ]
    data = plain(rows)

    def hide(book: openpyxl.Workbook) -> None:
        sheet = book["执法科"]
        sheet.row_dimensions[4].hidden = sheet.column_dimensions["D"].hidden = True
        sheet.auto_filter.ref = "A3:G6"

    done = taken(changed(data, hide))
    assert done.faults == ()
    assert lines(done.text) == ["  立案: {value: 95起, note: 含结转}  # 以立案日期计", "  受众: 约7000人次"]
    assert done.signed[0].people == ("张三",)


@pytest.mark.parametrize(
    ("rows", "place", "message"),
    [
        ([["指标", "2024年", "2024年度"], ["立案", 1, 2]], "C1", "有两栏都叫“2024年度”"),
        ([["指标", "单位", "2024年"], ["行政许可", "5", 3]], "C2", "行政许可：单位“5”读不出"),
        ([["指标", "单位", "2024年"], ["人数", "人", 3]], "C2", "人数：单位写的是“人”，年度文件里没有单位"),
        ([["指标", "2024年"], ["人数", "3人"]], "B2", "人数：“3人”的单位是“人”，年度文件里没有单位"),
        ([["指标", "2024年"], ["", 3]], "B2", "这一行有数（3），没有指标名称"),
    ],
)
def test_tables_made_by_hand_are_told_their_faults(rows: list[list[Any]], place: str, message: str) -> None:
    """At the cell to look at."""
    [fault] = taken(plain(rows)).faults
    assert (fault.place, fault.message) == (f"填报1.xlsx[执法科]!{place}", message)
    assert fault.help


def test_files_that_disagree_are_told_with_both_cells() -> None:
    """A cell that was left as it was says nothing against one that was changed, unless somebody has signed for it."""
    one, other, untouched = filled({"立案": 95}), filled({"立案": 96}), form()
    [fault] = taken(one, other).faults
    assert fault.message == "立案几处填得不一样：填报1.xlsx[未注明来源]!D4 是“95起”，填报2.xlsx[未注明来源]!D4 是“96起”"
    assert (
        lines(taken(one, untouched).text) == lines(taken(untouched, one, one).text) == ["  立案: 95起  # 以立案日期计"]
    )

    def sign(book: openpyxl.Workbook) -> None:
        book["未注明来源"]["G4"] = "李四"

    assert "几处填得不一样" in taken(one, changed(untouched, sign)).faults[0].message


def test_who_filled_it_in_stands_in_the_account() -> None:
    """Once each, with days that Excel has made numbers of."""

    def sign(book: openpyxl.Workbook) -> None:
        sheet = book["未注明来源"]
        sheet["G4"], sheet["H4"] = "张三", dt.datetime(2025, 1, 6)  # noqa: DTZ001 - Excel knows no zones
        sheet["G5"], sheet["H5"] = "李四", 45664
        sheet["G6"], sheet["H6"] = "张三", dt.date(2025, 1, 6)
        sheet["H5"].number_format = "General"

    assert taken(changed(form(), sign)).signed[3].people == ("张三，2025-01-06", "李四，2025-01-07")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv_in_any_encoding(encoding: str, mark: str) -> None:
    """As Excel saves one tab."""
    made = io.StringIO()
    csv.writer(made, delimiter=mark).writerows(
        [[TITLE], HEAD, ["立案", "起", "80", "1,095", "", "'=含结转", "张三", "2025/1/6"]]
    )
    known = years()
    tables = fill.tables_of_workbook(made.getvalue().encode(encoding), "执法.csv")
    done = fill.fill(NOW, known.context(known.files[2024]), tables)
    assert lines(done.text) == ["  立案: {value: 1095起, note: =含结转}  # 以立案日期计"]
    assert [one.place for one in done.changes] == ["执法.csv!D3", "执法.csv!F3"]


def test_the_check_sheet_in_word_comes_back_too() -> None:
    """Values, who signed, and what they have to say, which is told and not taken."""
    known = years()
    context = known.context(known.files[2024])
    blocks = ledger.check_sheet(context)
    data = writer.write(blocks, ledger.SHEET_LAYOUT, writer.Properties("x", "x", dt.date(2025, 1, 1)))
    document = docx.Document(io.BytesIO(data))
    for table in document.tables:
        for row in table.rows:
            if row.cells[1].text == "满意率":
                row.cells[2].text = "96.2"
            if row.cells[1].text == "立案":
                row.cells[2].text, row.cells[5].text = "95起", "请再核一遍"
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("经办人"):
            paragraph.text = "经办人：张三　　负责人：李四　　日期：2025年1月6日"
    made = io.BytesIO()
    document.save(made)
    done = fill.fill(NOW, context, fill.tables_of_document(made.getvalue(), ".docx", "核对表.docx"))
    assert done.faults == ()
    assert lines(done.text) == ["  立案: 95起  # 以立案日期计", "  满意率: {value: 96.2%, source: 信访科}   # 回访"]
    assert done.signed[1].table == "核对表.docx[信访科]"
    assert {people for one in done.signed for people in one.people} == {"张三，2025年1月6日"}
    assert [opinion for one in done.signed for opinion in one.opinions] == ["立案：请再核一遍"]
    assert [one.place for one in done.changes] == ["核对表.docx[未注明来源]第2行", "核对表.docx[信访科]第2行"]
    assert STANDARD


def test_what_is_no_sheet_is_told() -> None:
    """And a tab beside others that is none is passed over, and named."""
    [fault] = taken(plain([["a", "b"]])).faults
    assert fault.message == "没有找到“指标”和“2024年”这两栏"

    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("草稿")["A1"] = "x"
        book["法制科"].sheet_state = "hidden"

    assert taken(changed(form(), add)).said == (
        "没有读 填报1.xlsx[草稿]：没有“指标”和本年数这两栏",
        "填报1.xlsx[法制科] 是隐藏的工作表，也读了",
    )


@pytest.mark.parametrize("note", ["x\u202ey", "字" * 501, "=1+1"])
def test_notes_that_no_file_should_hold_are_told(note: str) -> None:
    """Hidden characters, whole pages, a formula that nobody has computed."""
    [fault] = taken(filled({}, notes={"立案": note})).faults
    assert fault.place == "填报1.xlsx[未注明来源]!F4"


NUMBERS = {
    "立案": st.integers(0, 10**9),
    "罚款金额": st.decimals(0, 10**6, places=4, allow_nan=False),
    "满意率": st.decimals(3, 100, places=2),
    "受众": st.integers(0, 10**7),
    "听证": st.integers(0, 999),
    "人数": st.integers(0, 99999),
}
# What begins with = is a formula to openpyxl, with an apostrophe a text to Excel.
NOTES = st.text(st.characters(codec="gb18030", exclude_categories=["C", "Z"]), min_size=1, max_size=30).filter(
    lambda note: note[0] not in "='"
)
FORMS = {"立案": "{}起", "罚款金额": "{}万元", "满意率": "{}%", "受众": "约{}人次", "听证": "{}起", "人数": "{}"}


@given_values(
    st.fixed_dictionaries({}, optional=NUMBERS),
    st.dictionaries(
        st.sampled_from(["立案", "罚款金额", "办结", "听证"]),
        NOTES,
    ),
)
def test_whatever_is_filled_in_is_in_the_file_and_nothing_else_changes(
    values: dict[str, Any], notes: dict[str, str]
) -> None:
    """Read by PyYAML: exactly these values and notes, and every line of other figures to the byte."""
    given = {name: float(value) if not isinstance(value, int) else value for name, value in values.items()}
    done = taken(filled(given, notes=notes))
    assert done.faults == ()
    told = data_of(done.text)["figures"]
    for name, value in values.items():
        one = told[name]
        typed = str(one["value"] if isinstance(one, dict) else one)
        assert typed == FORMS[name].format(
            format(value, "f").rstrip("0").rstrip(".") if not isinstance(value, int) else value
        )
    for name, note in notes.items():
        assert told[name]["note"] == note
    touched = {*values, *notes}
    outside = [
        line
        for line in NOW.splitlines()
        if not any(line.startswith(f"  {name}:") for name in touched)
        and not ("办结" in touched and "note: 含转办" in line)
    ]
    assert [line for line in done.text.splitlines() if line in outside] == outside


def test_a_sheet_of_rubbish_is_soon_told() -> None:
    """Of tens of thousands of unknown names the first 200; blanks without end are no number."""
    rows = [["指标", "2024年"], *([f"没有的{at}", at] for at in range(20_000))]
    table = fill.Table("x.csv", Sheet("", rows))
    known = years()
    done = fill.fill(NOW, known.context(known.files[2024]), [table])
    assert (len(done.faults), done.more) == (200, True)
    blanks = fill.Table("x.csv", Sheet("", [["指标", "2024年"], ["立案", "x" + " " * 60_000 + "1"]]))
    [fault] = fill.fill(NOW, known.context(known.files[2024]), [blanks]).faults
    assert fault.message == "立案：填的字太多（60002字），这里只填数"


def test_the_titles_of_the_columns_stand_once() -> None:
    """What is written is what is looked for."""
    book = openpyxl.load_workbook(io.BytesIO(form()))
    assert tuple(cell.value for cell in book["执法科"][3]) == HEAD
    assert {sheets.NAME, sheets.UNIT, sheets.NOTE, sheets.PERSON, sheets.DATE} <= set(HEAD)
