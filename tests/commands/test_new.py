"""`new`: next year's file keeps what serves, leaves open what is new, and `check` lists exactly that."""

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from support import GOOD, ROOT, Run, cases
from support.projects import check_of
from support.reports import REPORT

from ecoreport.problems.diagnostic import Refused
from ecoreport.yearfile._guard import Loader
from ecoreport.yearfile.reader import parse
from ecoreport.years.next_year._verify import sound
from ecoreport.years.next_year.carry import next_year

OPEN = {"E217", "E218", "W605"}
FIRST = """\
# yaml-language-server: $schema=../schema/report.schema.json
# 示例区生态环境局2024年度法治政府建设情况报告
# 每年2月10日前报区委
year: 2024   # 年度
issuer: 示例区生态环境局
title: 示例区生态环境局关于2024年法治政府建设情况的报告
date: 2025-01-20
number: 示环〔2025〕3号
lead: 2024年，按照《示例市2024年工作要点》和《示例纲要（2021—2024年）》要求，推进各项工作。 # 一句就够

figures:
  # 执法
  立案: 92起        # 2023年：80起；按决定日期
  "处罚决定": {value: 35份, previous: 33份, restated: 补录, source: 台账, note: "甲, 乙"}
  罚款:
    value: 169.9万余元   # 台账
    previous: 150万元
    restated: 调整
    source: 执法大队
  许可: 不适用
assertions:
  - 处罚决定 <= 立案

measures:
- id: study
  title: 2024年抓好学习
  carries_out:
  - tech
  text: |
    # 这一行是正文
    立案{{ 立案 }}，处罚{{ 处罚决定 }}，罚款{{ 罚款 }}。

    第二段。
  # 分两块写
  items:
    - {title: 甲, text: 小块。}   # 一行写成的
    - text: >
        折起来的
        一段。
- {id: case, title: 办案, text: '办了''一批''案件。', carries_out: [a, b]}
shortcomings:
  title: 2024年的不足
  items:
    # 2023年的不足：老问题
    - {id: archive, problem: 案卷归档不规范, cause: 台账不细}
    - id: slow
      problem: >-
        响应
        较慢。
      cause: |
        人手不足。
      text: 因{{ 原因 }}，{{ 问题 }}。
leader_duties: [{text: 亲自抓。}, {title: 带头, text: "带头学法。"}]
next_year_plan:
  title: 2025年主要安排
  items:
  - id: offsite   # 别丢
    title: 规范归档
    text: |
      逐卷核对。
      2025年6月底前完成。
    answers: [archive]
  - {text: 加快响应, answers: slow}
attachments:
  - 2024年指标表
  - title: 清单
    table:
      caption: 2024年清单
      header: [甲, 乙]
      rows:
        - [一, 2项]
    charts:
      - {title: 2022—2024年处罚决定，自2020年起公开, figures: 处罚决定}   # 每年都画
ignore:
  - {code: W515, reason: 引用原文}
"""


def rolled(text: str, name: str = "data/2024.yaml") -> str:
    """The file of 2025 out of that of 2024."""
    return next_year(parse(text.encode(), name), 2025).text


def test_comments_and_order_stay_and_open_places_are_marked() -> None:
    """Line by line, as it was read and approved."""
    expected = ROOT / "tests" / "cases" / "new" / "2025.yaml"
    assert rolled(FIRST) == expected.read_text("utf-8")


@pytest.mark.parametrize("change", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t.rstrip()])
def test_line_ends_marks_and_a_missing_last_break_change_nothing(change: object) -> None:
    """As Windows editors leave them."""
    assert rolled(change(FIRST)) == rolled(FIRST)  # type: ignore[operator]


def test_two_years_on_nothing_of_the_first_is_left() -> None:
    """Comments of last year's values are made anew, not piled up."""
    dated = rolled(FIRST).replace("date: 待填", "date: 2026-01-20")
    filled = dated.replace("待填", "7项").replace("【待改】", "")
    again = next_year(parse(filled.encode(), "data/2025.yaml"), 2026).text
    assert "2024年：" not in again
    assert "2024年的" not in again
    assert again.count("# 由 data/") == 1


@pytest.mark.parametrize("folder", [*cases(GOOD), ROOT / "data"], ids=lambda folder: folder.name)
def test_check_lists_exactly_what_is_open(folder: Path, project: Path) -> None:
    """Of every good case: open places, each once, and nothing that the old file had not been told of."""
    old = next(iter(folder.glob("*.yaml")))
    first = parse(old.read_bytes(), old.name)
    (project / "data" / "2024.yaml").unlink()
    year = first.report.year
    (project / "data" / f"{year}.yaml").write_bytes(old.read_bytes())
    before = {problem.code for problem in check_of(project, year).problems}
    before |= {one.code for one in first.report.ignore}  # which a new year does not carry on
    text = next_year(first, year + 1).text
    problems = check_of(project, year + 1, text.encode()).problems
    assert {problem.code for problem in problems} <= OPEN | before
    told = [one.line for one in problems if one.code in ("E217", "E218") or (one.code, one.path) == ("W605", "date")]
    assert sorted(told) == _open_lines(text)


def _open_lines(text: str) -> list[int]:
    """The lines with an open value, comments aside."""
    lines = (line.partition(" #")[0] for line in text.split("\n"))
    return [
        at for at, line in enumerate(lines, 1) if not line.lstrip().startswith("#") and re.search("待填|【待改】", line)
    ]


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large])
@given(report=REPORT)
def test_any_report_goes_on_to_the_next_year(report: dict[str, object]) -> None:
    """In braces or in blocks: the new file is sound, of the new year, and every text of it is a draft."""
    typed = json.dumps(report, ensure_ascii=False).replace("{{", '{{ \\"{{\\" }}')
    tree = yaml.safe_load(typed)
    for text in (typed, yaml.safe_dump(tree, allow_unicode=True, width=60)):
        try:
            parse(text.encode(), "data/2024.yaml")
        except Refused:  # what PyYAML leaves without quotes may be a trap of ours
            continue
        made = parse(rolled(text).encode(), "data/2025.yaml").report
        assert made.year == 2025
        assert all("【待改】" in text for text in _texts(tree, made.model_dump(exclude_none=True, exclude={"figures"})))
        assert yaml.load(rolled(text), Loader)["issuer"] == report["issuer"]  # noqa: S506 - our own safe loader


def _texts(old: object, new: object) -> list[str]:
    """The texts of the new report's sections, and its lead, that the old one had too."""
    if isinstance(new, dict):
        found = [new[key] for key in ("text", "lead") if new.get(key) and old and key in old and new[key] != "待填\n"]  # type: ignore[operator]
        return found + [text for key in new if old and key in old for text in _texts(old[key], new[key])]  # type: ignore[index,operator]
    if isinstance(new, list | tuple) and isinstance(old, list | tuple):
        return [text for a, b in zip(old, new, strict=False) for text in _texts(a, b)]
    return []


def test_the_command_writes_the_file_and_says_what_is_open(project: Path, run: Run) -> None:
    """And then refuses to overwrite it, or to go backwards."""
    made = run(project, "new", "2025")
    assert (made.code, made.out) == (0, "")
    assert re.fullmatch(r"已写 data/2025\.yaml：还要填、还要改的有[0-9]+处；check 2025 列出清单\n", made.err)
    again = run(project, "new", "2025")
    assert again.code == 2
    assert "没有覆盖" in again.err
    assert run(project, "new", "2023", "--from", "2024").code == 2
    told = run(project, "new", "2030").err
    assert "没有 2029 年的文件；由 2025 年的来，写 ecoreport new 2030 --from 2025。" in told
    assert "没有 2019 年的文件" in run(project, "new", "2020").err


@pytest.mark.parametrize(
    ("name", "mend"),
    [("data/2025.yaml.txt", "去掉后面的 .txt。"), ("2025.yaml", "移到 data 文件夹里。")],
)
def test_a_year_that_is_there_and_not_seen_is_not_written_twice(name: str, mend: str, project: Path, run: Run) -> None:
    """Two files of one year would be filled in by turns."""
    (project / name).touch()
    told = run(project, "new", "2025")
    assert (told.code, (project / "data" / "2025.yaml").exists()) == (2, False)
    assert (
        f"2025 年的文件已经有了，程序看不见：有 {Path(name).name}，{mend}要重新来过，先把它删掉或移到别处。" in told.err
    )


def test_a_draft_is_built_beside_the_report_and_marked(project: Path, run: Run) -> None:
    """`build` of a year that was finished refuses with the list, `--draft` shows the open places."""
    run(project, "new", "2025")
    (project / "reports").mkdir()
    (project / "reports" / "2025.docx").write_bytes(b"finished")
    refused = run(project, "build", "2025")
    assert refused.code == 1
    assert "□ data/2025.yaml:" in refused.err
    assert "加 --draft" in refused.err
    assert [path.name for path in (project / "reports").iterdir()] == ["2025.docx"]
    drafted = run(project, "build", "2025", "--draft")
    assert drafted.code == 0
    assert "【待填】" in (project / "reports" / "2025.draft.md").read_text("utf-8")
    assert (project / "reports" / "2025.draft.docx").exists()
    assert run(project, "build", "2025", "--draft", "--check").code == 2


def test_a_draft_with_other_errors_is_refused(project: Path, run: Run) -> None:
    """Only open places are let through."""
    run(project, "new", "2025")
    path = project / "data" / "2025.yaml"
    path.write_text(path.read_text("utf-8").replace("  【待改】", "  【待改】{{ 没有的 }}", 1), "utf-8")
    assert run(project, "build", "2025", "--draft").code == 1
    assert not (project / "reports").exists()


def test_a_file_with_errors_is_not_rolled(project: Path, run: Run) -> None:
    """The problems are told, nothing is written."""
    path = project / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8") + "没有的键: 1\n", "utf-8")
    outcome = run(project, "new", "2025")
    assert outcome.code == 1
    assert "E201" in outcome.err
    assert not (project / "data" / "2025.yaml").exists()


HEAD = "year: 2024\nissuer: 示例局\n"
REST = """\
shortcomings: [{id: archive, problem: 归档不规范, cause: 台账不细}]
leader_duties: [{text: 履职。}]
next_year_plan: [{id: offsite, title: 规范归档, text: 逐卷核对。, answers: [archive]}]
"""
SHAPES = {
    "a dash on its own line": "measures:\n  -\n      title: 甲\n  - title: 乙\n    text: |\n      最后一段。\n",
    "a comment behind a dash": "measures:\n  - # 第一\n      title: 甲\n      text: 文。\n",
    "no items": "measures: []\n",
    "no items below": "measures: {title: 甲, items: []}\n",
    "nothing": "measures:\n",
    "only text": "measures:\n  title: 甲\n  text: 一段话。\n",
    "a wide blank at the end": "measures:\n  - title: 甲\n    text: |\n      文。\n      \u3000\n",
    "an own indent": "measures:\n  - title: 甲\n    text: |2\n\n       \n      文。\n",
    "an escape": 'measures:\n  - title: 甲\n    text: "甲\\u200e乙"\n',
    "a folded text": "measures:\n  - title: 甲\n    text: > # 折行\n      认真学习。\n      继续。\n",
    "two lines as one": "measures:\n  - title: 甲\n    text: 认真学习，\n      继续努力。\n",
    "only a reference": "figures: {立案: 92起}\nmeasures:\n  - text: '{{ 立案 }}'\n",
    "a name like a comment": "figures: {立案: 92起, '#乙': 3起}\nmeasures:\n  - text: '{{ 立案 }}{{ #乙 }}'\n",
    "a line like one of ours": "measures:\n  - title: 甲\n    text: |\n      # 2023年的安排：不是注释。\n",
    "an empty first cell": "measures:\n  - title: 甲\n    table: {header: [甲, 乙], rows: [['', 2项]]}\n",
    "paragraphs parted by a blank": 'measures:\n  - title: 甲\n    text: "第一段。\\n \\n第二段。 ABC"\n',
    "comments in braces": "measures:\n  - {title: 甲, # 要核\n     text: 认真学习。} # 后面\n",
    "none": "figures: {许可: {value: 不适用, previous: 3件, restated: 划转}}\nmeasures: [{text: '{{ 许可 }}'}]\n",
}


@pytest.mark.parametrize("name", SHAPES)
def test_whatever_the_shape_the_new_file_is_sound(name: str) -> None:
    """Every text marked, every comment kept, one more measure; the plan is in it."""
    text = HEAD + SHAPES[name] + REST
    old, made = parse(text.encode(), "data/2024.yaml"), rolled(text)
    assert sound(old.report, made, "data/2025.yaml", 2025)
    new = parse(made.encode(), "data/2025.yaml").report
    assert new.measures.items[-1].carries_out == ("offsite",)  # type: ignore[union-attr]
    for comment in ("第一", "折行", "要核", "后面"):
        kept = next_year(parse(text.encode(), "data/2024.yaml"), 2025).commented
        assert (f"# {comment}" in made) == (f"# {comment}" in text and kept)
    assert not any(figure.previous for figure in new.figures.values())
    if "不是注释" in text:
        assert "# 2023年的安排：不是注释。" in made


def test_a_whole_file_that_is_indented_goes_on() -> None:
    """As some editors leave it."""
    text = "".join(f"  {line}\n" for line in (HEAD + "measures: [{title: 甲, text: 文。}]\n" + REST).splitlines())
    assert sound(parse(text.encode(), "x").report, rolled(text), "x", 2025)


def test_all_that_the_plan_says_is_in_a_comment() -> None:
    """Tables and what stands below as well."""
    plan = (
        "next_year_plan:\n  - title: 甲\n    text: 子。\n"
        "    table: {caption: 申, header: [丑, 寅], rows: [[卯, 辰]], note: 酉}\n"
        "    items: [{title: 巳, text: 午。, items: [{text: 未。}]}]\n"
    )
    made = rolled(HEAD + "measures: [{title: 乙, text: 文。}]\n" + REST.rpartition("next_year_plan")[0] + plan)
    [comment] = [line for line in made.splitlines() if "2024年的安排" in line]
    assert all(word in comment for word in "子丑寅卯辰巳午未申酉")


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("2024年的举措", "2025年的举措"),
        ("“十四五”2021至2024年的举措", "“十四五”2021至2024年的举措"),
        ("2023年至2024年的举措", "2023年至2024年的举措"),
        ("落实2024年4号文件", "落实2024年4号文件"),
        ("落实《2024年要点》，谋划2025年", "落实《2024年要点》，谋划2026年"),
    ],
)
def test_only_a_year_that_stands_for_the_year_moves_on(title: str, new: str) -> None:
    """Not the ends of a span, not a document's."""
    made = rolled(f"{HEAD}measures: {{title: {title}, items: [{{title: 甲, text: 文。}}]}}\n{REST}")
    assert parse(made.encode(), "x").report.measures.title == new  # type: ignore[union-attr]


def test_an_unfinished_year_is_not_carried_on(project: Path, run: Run) -> None:
    """Its open places would hide what last year said."""
    run(project, "new", "2025")
    outcome = run(project, "new", "2026")
    assert outcome.code == 1
    assert "先完成它" in outcome.err
    assert not (project / "data" / "2026.yaml").exists()


def test_a_remark_behind_a_figure_is_not_taken_for_last_years_value() -> None:
    """Only what `new` has put there goes."""
    figures = "figures:\n  立案: 92起  # 2023年：80起；按决定\n  罚款: 3万元  # 2024年：按新口径统计\n"
    made = rolled(HEAD + figures + "measures: [{text: '{{ 立案 }}{{ 罚款 }}'}]\n" + REST)
    assert "立案: 待填  # 2024年：92起；按决定\n" in made
    assert "罚款: 待填  # 2024年：3万元；2024年：按新口径统计\n" in made
