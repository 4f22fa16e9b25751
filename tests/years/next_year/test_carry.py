"""What of a year's file goes on to the next year's, piece by piece: kept, left open, marked, or turned into work."""

import pytest

from ecoreport.yearfile.reader import YearFile, parse
from ecoreport.years.next_year.carry import next_year

HEAD = "year: 2024\nissuer: 示例县教育局\n"
MADE = """\
# 由 data/2024.yaml 生成：填好“待填”，改写带“【待改】”的文字并删去这个记号；ecoreport check 2025 列出清单。
year: 2025
issuer: 示例县教育局
"""


def _file(text: str) -> YearFile:
    return parse(text.encode(), "data/2024.yaml")


def _carried(text: str) -> str:
    """What the keys below the head become."""
    made = next_year(_file(HEAD + text), 2025).text
    assert made.startswith(MADE)
    return made.removeprefix(MADE)


def test_a_bare_file_has_a_new_year_and_a_line_that_says_what_to_do() -> None:
    """And no more."""
    new = next_year(_file(HEAD), 2025)
    assert (new.text, new.file.report.year, new.commented) == (MADE, 2025, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 2024年报告\n", "title: 2025年报告\n"),
        ("title: 2024年至2025年，落实2024年4号文件\n", "title: 2024年至2025年，落实2024年4号文件\n"),
        ("lead: 2024年办好事，2025年再办。\n", "lead: |\n  【待改】2025年办好事，2026年再办。\n"),
        ("lead: 2021—2024年，落实《2024年要点》。\n", "lead: |\n  【待改】2021—2024年，落实《2024年要点》。\n"),
        ("date: 2025-01-20 # 要看\n", "date: 待填 # 成文日期，上年是2025-01-20；要看\n"),
        ("number: 示教〔2025〕3号\n", "number: 待填  # 发文字号，上年是示教〔2025〕3号\n"),
        ("copy_number: '000001'\nsecrecy: 机密★1年\nurgency: 特急\n",
         "copy_number: 待填  # 份号，上年是000001\nsecrecy: 机密★1年\n# urgency:  # 紧急程度，上年是特急\n"),
        ("# print_date:  # 印发日期，上年是2024-01-21\nseal: true\n", "seal: true\n"),
        ("signer: [张三, 李四]\n", "signer: [张三, 李四]\n"),
        ("print_date: 2025-01-21\n", "# print_date:  # 印发日期，上年是2025-01-21\n"),
        ("addressees: [县委]\nseal: true\n", "addressees: [县委]\nseal: true\n"),
        ("ignore:\n  - {code: W515, reason: 引用}\n",
         "# 上年的“不提示”，还用得着的去掉行首的“# ”：\n# ignore:\n#   - code: W515\n#     reason: 引用\n"),
    ],
)  # fmt: skip
def test_the_head(old: str, new: str) -> None:
    """Years move on but in spans and names of documents; what was last year's alone is left open or commented out."""
    assert _carried(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  立案: 92起 # 按决定日期\n", "  立案: 待填 # 2024年：92起；按决定日期\n"),
        ("  许可: 不适用 # 已划转\n", "  许可: 不适用 # 已划转\n"),
        ("  立案: {value: 9起, previous: 8起, restated: 补录, source: 台账}\n",
         "  立案: {value: 待填, source: 台账}  # 2024年：9起\n"),
        ("  立案:\n    value: 9起\n    previous: 8起\n    restated: 补录\n    note: 决定\n",
         "  立案:\n    value: 待填  # 2024年：9起\n    note: 决定\n"),
        ("  立案: 待填\n", "  立案: 待填\n"),
    ],
)  # fmt: skip
def test_figures_are_open_with_last_years_value_behind_them(old: str, new: str) -> None:
    """不适用 stays, a restated value of the year before goes, source and note stay."""
    assert _carried(f"figures:\n{old}") == f"figures:\n{new}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: archive, problem: 归档不规范。, cause: 台账不细}",
         "  # 2024年的不足：归档不规范；原因：台账不细\n  - id: archive\n    problem: 待填\n    cause: 待填\n"),
        ("{title: 归档不规范}", "  # 2024年的不足：归档不规范\n  - title: 待填\n"),
        ("{title: 归档, text: 案卷归档不规范。}", "  - title: 归档\n    text: |\n      【待改】案卷归档不规范。\n"),
        ("{problem: 归档不规范, text: '因{{ 问题 }}。'}",
         "  # 2024年的不足：归档不规范\n  - problem: 待填\n    text: |\n      因{{ 问题 }}。\n"),
    ],
)  # fmt: skip
def test_shortcomings_are_open_with_last_years_above(old: str, new: str) -> None:
    """A text that only puts problem and cause together stays; any other is a draft."""
    assert _carried(f"shortcomings:\n  - {old}\n") == f"shortcomings:\n{new}"


@pytest.mark.parametrize(
    ("own", "draft"), [("一二三四五六七八九十一二三四", ""), ("一二三四五六七八九十一二三四五", "【待改】")]
)
def test_a_text_of_fifteen_signs_of_its_own_says_more(own: str, draft: str) -> None:
    """Blanks and references not counted."""
    made = _carried(f"shortcomings:\n  - {{problem: 归档不规范, text: '{own} {{{{ 问题 }}}}'}}\n")
    assert made.endswith(f"    text: |\n      {draft}{own} {{{{ 问题 }}}}\n")


def test_a_shortcoming_says_which_plan_answered_it() -> None:
    """Whoever writes on wants to know."""
    plan = "next_year_plan:\n  - {id: files, title: 归档, answers: [archive]}\n"
    made = _carried(f"shortcomings:\n  - {{id: archive, problem: 归档不规范}}\n{plan}")
    assert "  # 2024年的不足：归档不规范；上年的安排 files 回应过\n" in made


PLAN = """\
measures:
  - {title: 学法, text: 认真学习。, carries_out: [old]}
next_year_plan:
  - {id: files, title: 归档, text: 逐卷核对。, answers: [archive]}
  - {id: plan2026-2, text: 办班。}
"""
ACCOUNTED = """\
measures:
  - title: 学法
    text: |
      【待改】认真学习。
    carries_out: []
  # 落实上年的安排：写明落实情况；并到上面的举措里时，把 carries_out 一起移过去
  - id: files
    title: 归档
    # 2024年的安排：逐卷核对
    text: |
      待填
    carries_out: [files]
  - id: plan2026-2
    # 2024年的安排：办班
    text: |
      待填
    carries_out: [plan2026-2]
next_year_plan:
  - id: plan2026-1
    title: 待填
    text: |
      待填
    answers: [archive]
  - id: plan2026-2x
    text: |
      待填
    # answers: []  # 回应哪几条不足，写它们的 id
"""


def test_the_plan_becomes_measures_to_account_for_and_a_plan_to_write() -> None:
    """Behind the measures that are there; what was promised stands beside each, and an id that is taken is not used."""
    assert _carried(PLAN) == ACCOUNTED


def test_the_plan_keeps_one_reminder_an_item_of_what_it_answers() -> None:
    """Those that an import wrote below the old items do not pile up above the new ones."""
    hint = "      # answers: []  # 回应哪几条不足，写它们的 id\n"
    old = "next_year_plan:\n  items:\n" + "".join(f"    - title: {one}\n      text: 文。\n{hint}" for one in "甲乙")
    made = _carried(old).partition("next_year_plan:")[2]
    assert made.count("# answers: []") == len("甲乙")
    assert made.startswith("\n  items:\n    - id: plan2026-1\n")


@pytest.mark.parametrize(
    ("old", "below"),
    [
        ("next_year_plan:\n  - text: 办班。\n", "\nmeasures:\n  # 落实上年的安排："),
        (
            "sections:\n- kind: next_year_plan\n  items:\n    - text: 办班。\n",
            "- kind: measures\n  items:\n    # 落实上年的安排：",
        ),
        ("measures:\n  text: 文。\nnext_year_plan:\n  - text: 办班。\n", "  items:\n    # 落实上年的安排："),
    ],
    ids=["a key of its own", "a section behind the others", "items of the part that is there"],
)
def test_where_there_are_no_measures_they_are_made(old: str, below: str) -> None:
    """The plan of last year is not lost for it."""
    assert below in _carried(old)


CHARTED = """\
attachments:
  - 2024年指标表
  - title: 清单
    table: {caption: 2024年清单, header: [2023年, 2024年], rows: [["", 2项]]}
    charts:
      - {title: 2022—2024年立案, figures: [立案]}
"""
MOVED_ON = """\
attachments:
  - 2025年指标表
  - title: 清单
    table:
      caption: 2025年清单
      header: [2024年, 2025年]
      rows:
        - ["", "【待改】2项"]
    charts:
      - title: 2023—2025年立案
        figures: [立案]
"""


def test_tables_and_charts_move_on_with_their_years() -> None:
    """The first cell that holds anything says that the rows are last year's; a chart's span moves, as its data do."""
    assert _carried(CHARTED) == MOVED_ON


def test_comments_that_name_the_report_move_on_and_ours_go() -> None:
    """What an earlier `new` wrote is made anew; the editor's line stays on top, the clerk's remarks stay."""
    editor, made_before = "# yaml-language-server: $schema=x\n", MADE.splitlines()[0].replace("2024", "2023") + "\n"
    text = f"{editor}{made_before}# 示例县教育局2024年度法治政府建设情况报告\n# 2024年起网上报送\n{HEAD}"
    assert next_year(_file(text), 2025).text == (
        f"{editor}{MADE.splitlines()[0]}\n# 示例县教育局2025年度法治政府建设情况报告\n# 2024年起网上报送\n"
        "year: 2025\nissuer: 示例县教育局\n"
    )


def test_two_years_on_every_year_moves_by_two() -> None:
    """Where a year was left out."""
    made = next_year(_file(HEAD + "title: 2024年报告\nlead: 2025年再办。\n"), 2026).text
    assert made.splitlines()[1:] == [
        "year: 2026", "issuer: 示例县教育局", "title: 2026年报告", "lead: |", "  【待改】2027年再办。",
    ]  # fmt: skip


def test_stated_targets_stand_beside_the_measure_that_accounts_for_them() -> None:
    """As a comment, which goes in the year after."""
    plan = "next_year_plan:\n  - id: files\n    title: 归档\n    target: [评查案卷不少于60卷, 年底前完成归档]\n"
    made = _carried(plan)
    assert "    # 2024年的目标：评查案卷不少于60卷；年底前完成归档\n" in made
    again = next_year(parse(f"{MADE}{made}".replace("待填", "文。").encode(), "data/2025.yaml"), 2026).text
    assert "的目标" not in again
