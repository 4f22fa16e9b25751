"""`diff`: nothing where nothing changed, all of it where something did, whatever the order of the keys."""

import json
import random
import subprocess
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import GOOD, Run, cases
from support.catalogue import BEFORE, SOUND, merged
from support.examples import SHILI
from support.reports import LINE, REPORT

from ecoreport.report.context import Context
from ecoreport.text.alignment import align
from ecoreport.text.diff import ADDED, KEPT, REMOVED, segments
from ecoreport.text.numbering import han
from ecoreport.yearfile._guard import Loader
from ecoreport.yearfile.reader import parse
from ecoreport.years.compare._changes import Change, Comparison
from ecoreport.years.compare._html import as_html
from ecoreport.years.compare._json import as_json
from ecoreport.years.compare._markdown import as_markdown
from ecoreport.years.compare._text import as_text
from ecoreport.years.compare._told import NOTHING
from ecoreport.years.compare.compare import compare

NAMES = ("甲", "乙")


def context(text: str, previous: str = "") -> Context:
    """The report in a text, with last year's."""
    report = parse(text.encode(), "x").report
    return Context(report, {report.year - 1: Context(parse(previous.encode(), "y").report)} if previous else {})


def between(old: str, new: str) -> Comparison:
    """What changed from one text to another."""
    return compare(context(old), context(new), NAMES)


def typed(report: dict[str, object]) -> str:
    """A generated report as a file, its braces as text."""
    return json.dumps(report, ensure_ascii=False).replace("{{", '{{ \\"{{\\" }}')


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large])
@given(report=REPORT)
def test_a_report_does_not_differ_from_itself(report: dict[str, object]) -> None:
    """In any shape, and in every format."""
    same = between(typed(report), typed(report))
    assert not same.differs
    assert (same.figures, same.fields, same.contents, same.plan, same.shortcomings, same.copied) == ((),) * 6
    for form in (as_text, as_markdown, as_html):
        assert NOTHING in form(same)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large])
@given(old=REPORT, new=REPORT)
def test_every_printed_text_that_is_not_in_both_is_told(old: dict[str, object], new: dict[str, object]) -> None:
    """Nothing is lost: a paragraph of the new report is one of the old, or stands in a change; and the other way."""
    before, after = context(typed(old)), context(typed(new))
    told = compare(before, after, NAMES)
    for own, other, mark in ((after, before, ADDED), (before, after, REMOVED)):
        known = "\n".join(paragraph.text for paragraph in other.printed)
        parts = [part for change in told.contents for part in change.parts]
        words = ["".join(text for one, text in part if one in (KEPT, mark)) for part in parts]
        titles = [
            title
            for change in told.contents
            for title in (change.title, change.title_was, *(piece.title for piece in change.others))
        ]
        shown = "\n".join(titles + words)
        for paragraph in own.printed:
            assert paragraph.text in known or paragraph.text in shown


NUMBER = st.decimals(0, 99999, places=1).map(lambda number: format(number.normalize(), "f"))
FIGURE = st.tuples(NUMBER, st.sampled_from(["起", "件", "%", "万元", "余件", "家次"])).map("".join) | st.just("不适用")
FIGURES = st.dictionaries(st.sampled_from(["立案", "处罚决定", "PM2.5", "办结率", "罚款", "信访"]), FIGURE)
PLAIN = {
    "issuer": "示例区生态环境局",
    "measures": [{"title": "依法决策", "text": "规范决策。"}],
    "shortcomings": [{"problem": "归档不规范", "cause": "台账不细"}],
    "leader_duties": [{"text": "履职。"}],
    "next_year_plan": [{"text": "逐卷核对。"}],
}


@given(FIGURES, FIGURES, st.sampled_from([2023, 2024]))
def test_applying_the_changes_to_the_old_figures_gives_the_new(
    old: dict[str, str], new: dict[str, str], year: int
) -> None:
    """Of two years, and of two versions of one; the difference is exact and in the unit."""
    files = [typed({"year": one, **PLAIN, "figures": figures}) for one, figures in ((year, old), (2024, new))]
    told = json.loads(as_json(between(*files)))["figures"]
    applied = dict(old)
    for change in told:
        assert applied.get(change["name"]) == change["old"]
        applied[change["name"]] = change["new"]
        if change["difference"] is not None:
            values = [context(file).report.figures[change["name"]].value for file in files]
            assert Decimal(str(change["difference"])) == values[1] - values[0]  # type: ignore[operator]
    assert {name: value for name, value in applied.items() if value is not None} == new
    assert len({change["name"] for change in told}) == len(told)


def shuffled(value: object, order: random.Random) -> object:
    """The same data with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: shuffled(value[key], order) for key in keys}
    return [shuffled(one, order) for one in value] if isinstance(value, list) else value


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(order: random.Random) -> None:
    """Not to what changed, nor to the order in which it is told."""
    files = {year: (SHILI / "data" / f"{year}.yaml").read_text("utf-8") for year in (2022, 2023, 2024)}
    mixed = {
        year: json.dumps(shuffled(yaml.load(text, Loader), order), ensure_ascii=False).replace(  # noqa: S506 - a safe loader
            f'"year": "{year}"', f'"year": {year}'
        )
        for year, text in files.items()
    }
    told = [
        as_json(compare(context(one[2023], one[2022]), context(one[2024], one[2023]), NAMES)) for one in (files, mixed)
    ]
    assert told[0] == told[1]


@given(LINE, LINE)
def test_the_words_kept_and_removed_are_the_old_text(old: str, new: str) -> None:
    """And those kept and added the new one; no two neighbours have one mark."""
    found = segments(old, new)
    assert "".join(text for mark, text in found if mark != ADDED) == old
    assert "".join(text for mark, text in found if mark != REMOVED) == new
    assert all(a.mark != b.mark for a, b in pairwise(found))
    assert all(text for _, text in found)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("立案80起，罚款12万元。", "立案92起，罚款12万元。", "立案[80]{92}起，罚款12万元。"),
        ("比上年增长15.0%。", "比上年增长5.0%。", "比上年增长[15.0%]{5.0%}。"),
        ("依法行政。", "依规行政。", "依[法]{规}行政。"),
        ("严格规范执法。公开信息。", "公开信息。", "[严格规范执法。]公开信息。"),
        ("甲、乙两项。", "完全不同的一句话，没有相同。", "[甲、乙两项。]{完全不同的一句话，没有相同。}"),
        ("", "新的。", "{新的。}"),
        ("开展分众化普法", "提高分众化普法实效", "[开展]{提高}分众化普法{实效}"),
    ],
)
def test_changed_words_read_as_a_person_would_mark_them(old: str, new: str, shown: str) -> None:
    """Numbers are one word; sentences that have nothing in common are not mixed."""
    marks = {KEPT: ("", ""), REMOVED: ("[", "]"), ADDED: ("{", "}")}
    assert "".join(f"{marks[mark][0]}{text}{marks[mark][1]}" for mark, text in segments(old, new)) == shown


@given(st.lists(LINE, max_size=8), st.lists(LINE, max_size=8))
def test_paragraphs_are_paired_in_order_each_once(old: list[str], new: list[str]) -> None:
    """On both sides every place comes once, rising."""
    pairs = list(align(old, new))
    assert [a for a, _ in pairs if a is not None] == list(range(len(old)))
    assert [b for _, b in pairs if b is not None] == list(range(len(new)))


ITEMS = """\
year: {year}
issuer: 示例区生态环境局
measures:
{measures}
shortcomings: [{{problem: 归档不规范, cause: 台账不细}}]
leader_duties: [{{text: 履职。}}]
next_year_plan: [{{text: 逐卷核对。}}]
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[{id: a, title: 甲}, {id: b, title: 乙}]", "[{id: b, title: 乙}, {id: a, title: 甲}]",
         [("moved", "举措“b”")]),
        ("[{id: a, title: 甲}]", "[{id: a, title: 丙}]", [("renamed", "举措“a”")]),
        ("[{id: a, title: 甲}]", "[{id: b, title: 甲}]", []),
        ("[{id: a, title: 甲}]", "[{id: b, title: 丙}]", [("removed", "举措“a”"), ("added", "举措“b”")]),
        ("[{title: 甲}, {title: 乙}]", "[{title: 乙}]", [("removed", "举措第1条")]),
        ("[{id: a, title: 甲, items: [{id: c, title: 丙}]}, {id: b, title: 乙, text: 文。}]",
         "[{id: a, title: 甲, text: 文。}, {id: b, title: 乙, text: 文。, items: [{id: c, title: 丙}]}]",
         [("changed", "举措“a”"), ("moved", "举措“c”")]),
        ("[{title: 甲, text: 规范决策程序，健全制度。}]", "[{title: 乙, text: 规范决策程序，健全各项制度。}]",
         [("renamed", "举措第1条")]),
    ],
)  # fmt: skip
def test_items_are_known_by_id_then_by_their_words(old: str, new: str, told: list[tuple[str, str]]) -> None:
    """Added, removed, changed, moved."""
    files = (ITEMS.format(year=2024, measures=f"  {text}") for text in (old, new))
    assert [(change.change.value, change.place) for change in between(*files).contents] == told


def test_a_year_that_moves_on_in_a_heading_is_no_change() -> None:
    """Every heading has it; a span of years has not."""
    text = "[{{title: {0}年的举措, text: 按《纲要（2021—2025年）》推进。}}]"
    files = (ITEMS.format(year=year, measures="  " + text.format(year)) for year in (2024, 2025))
    assert between(*files).contents == ()


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_every_format_says_something_of_every_good_case(case: Path) -> None:
    """Beside the plain one: no exception, JSON that reads back, and no text lost on the way to HTML."""
    told = between((GOOD / "plain" / "report.yaml").read_text("utf-8"), (case / "report.yaml").read_text("utf-8"))
    assert json.loads(as_json(told))["new"]["name"] == "乙"
    for form in (as_text, as_markdown, as_html):
        assert "示例区生态环境局" in form(told)


def test_hostile_words_stay_words() -> None:
    """No markup out of a title, a figure's name or a text."""
    evil = "<script>alert(1)</script>|**x**"
    files = [
        typed(
            {"year": 2024, **PLAIN, "figures": {"<b>a": f"{n}件"}, "measures": [{"title": evil, "text": f"{evil}{n}"}]}
        )
        for n in (1, 2)
    ]
    told = between(*files)
    assert "<script>alert" not in as_html(told)
    assert "<script>alert" not in as_markdown(told).replace("\\<", "")
    assert told.figures[0].change is Change.CHANGED


def test_exit_codes_and_narrowing(project: Path, run: Run) -> None:
    """0 the same, 1 differs where that is asked for, 2 trouble."""
    assert run(project, "diff", "2024", "2024", "--exit-code").code == 0
    other = project / "data" / "other.yaml"
    other.write_text((project / "data" / "2024.yaml").read_text("utf-8").replace("92起", "93起"), "utf-8")
    assert run(project, "diff", "2024", "data/other.yaml").code == 0
    narrowed = run(project, "diff", "2024", "data/other.yaml", "--figures", "--exit-code")
    assert narrowed.code == 1
    assert "93起" in narrowed.out
    assert "内容" not in narrowed.out
    for typed_wrong, told in (
        (("2024", "2031"), "没有 2031 年的文件"),
        (("2024", "没有.yaml"), "没有“没有.yaml”这个文件"),
        (("2024", "报告.docx"), "先用 ecoreport import"),
        (("2024", "2024", "--figures", "-f", "docx"), "不能和 --figures"),
        (("2024", "data/other.yaml", "--plan"), "--plan 要相邻的两年"),
    ):
        outcome = run(project, "diff", *typed_wrong)
        assert outcome.code == 2
        assert told in outcome.err
    other.write_text("year: 2024\n没有的键: 1\n", "utf-8")
    broken = run(project, "diff", "2024", "data/other.yaml")
    assert broken.code == 2
    assert "data/other.yaml:2" in broken.err


def test_a_git_revision_is_compared_with_what_is_there(project: Path, run: Run) -> None:
    """The year's file as it was, with last year's as it was."""

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)

    assert "不在 git 仓库里" in run(project, "diff", "2024@main", "2024").err
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    path = project / "data" / "2024.yaml"
    assert run(project, "diff", "2024@main", "2024", "--exit-code").code == 0
    path.write_text(path.read_text("utf-8").replace("92起", "93起"), "utf-8")
    changed = run(project, "diff", "2024@main", "2024", "--exit-code")
    assert changed.code == 1
    assert "增加1起（+1.1%）" in changed.out
    assert run(project, "diff", "data/2024.yaml@HEAD", "2024", "--exit-code").code == 1
    assert "没有“nix”这个版本" in run(project, "diff", "2024@nix", "2024").err
    assert "不是 git 的版本" in run(project, "diff", "2024@--output=x", "2024").err
    assert "git 的 main 里没有" in run(project, "diff", "2023@main", "2024").err


def test_a_draft_can_be_compared(project: Path, run: Run) -> None:
    """Half way through the year's work; the Word file shows the open places."""
    run(project, "new", "2025")
    for form in ("text", "md", "json", "html"):
        assert run(project, "diff", "2024", "2025", "-f", form).code == 0
    made = run(project, "diff", "2024", "2025", "-f", "docx")
    assert made.code == 0, made.err
    assert (project / "reports" / "2024-2025.docx").exists()


def test_what_a_table_says_is_where_it_says_it() -> None:
    """A value in another column, an empty row: told."""
    table = "[{{title: 甲, table: {{header: [指标, 上年, 今年], rows: {rows}}}}}]"
    for rows in ("[[立案, '', 5起]]", "[[立案, 5起, ''], ['', '', '']]"):
        files = (ITEMS.format(year=2024, measures="  " + table.format(rows=one)) for one in ("[[立案, 5起, '']]", rows))
        assert between(*files).differs


def test_a_deadline_that_slips_a_year_is_told() -> None:
    """Only headings and the lead move on by themselves."""
    texts = ("[{title: 甲, text: 2025年6月底前完成。}]", "[{title: 甲, text: 2026年6月底前完成。}]")
    files = (ITEMS.format(year=year, measures=f"  {text}") for year, text in zip((2024, 2025), texts, strict=True))
    [change] = between(*files).contents
    assert change.parts[0][0].text == "2025"


def test_huge_figures_are_compared_to_the_digit() -> None:
    """Beyond the precision that decimals have by default."""
    for old, new in (("1起", "9" * 30 + "起"), ("9" * 35 + "起", "9" * 34 + "8起")):
        files = (typed({"year": 2024, **PLAIN, "figures": {"立案": one}}) for one in (old, new))
        [change] = between(*files).figures
        assert change.difference
        assert change.shown != "持平"


def test_hundreds_of_items_without_ids_take_no_time() -> None:
    """And more than ninety-nine are numbered."""
    items = [[{"title": f"{word}{n}", "text": f"{word}{n}做好工作。"} for n in range(400)] for word in ("甲", "乙")]
    told = between(*(typed({"year": 2024, **PLAIN, "measures": one}) for one in items))
    assert told.differs
    assert (han(99), han(100), han(101), han(110), han(111), han(999)) == (
        "九十九", "一百", "一百零一", "一百一十", "一百一十一", "九百九十九",
    )  # fmt: skip


def test_two_files_outside_any_project(tmp_path: Path, run: Run) -> None:
    """With paths as they are typed; with -C also as they stand in the project."""
    text = (GOOD / "plain" / "report.yaml").read_text("utf-8")
    for name in ("旧 稿.yaml", "新 稿.yaml"):
        (tmp_path / name).write_text(text if "旧" in name else text.replace("92起", "93起"), "utf-8")
    assert run(tmp_path, "diff", "旧 稿.yaml", "新 稿.yaml", "--exit-code").code == 1
    (tmp_path / "p" / "data").mkdir(parents=True)
    (tmp_path / "p" / "data" / "2024.yaml").write_text(text, "utf-8")
    assert run(tmp_path, "diff", "-C", "p", "data/2024.yaml", "2024", "--exit-code").code == 0


def test_no_output_takes_the_place_of_what_is_compared(project: Path, run: Run) -> None:
    """The file stays as it was."""
    before = (project / "data" / "2024.yaml").read_bytes()
    assert run(project, "diff", "2024", "2024", "-f", "md", "-o", "data/2024.yaml").code == 2
    assert (project / "data" / "2024.yaml").read_bytes() == before
    assert "不完整" in run(project, "diff", "2024@", "2024").err


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("figures: {立案: {value: 9起, note: 决定}}", "figures: {立案: {value: 9起, note: 结案}}", "figures.立案.note"),
        ("figures: {立案: 92起}", "figures: {立案: {value: 92起, source: 台账}}", "figures.立案.source"),
        ("assertions: [立案 > 1]", "assertions: []", "assertions"),
        ("seal: false", "seal: true", "seal"),
        ("lead: 文。", "lead: 文。\ndate: 2025-01-20", "date"),
        ("measures: {items: [{id: a, title: 甲}]}", "measures: {numbering: 1., items: [{id: a, title: 甲}]}",
         "measures.numbering"),
        ("measures: [{id: a, title: 甲}]", "measures: [{id: a, title: 甲, carries_out: [x]}]", "a.carries_out"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_as_well(old: str, new: str, key: str) -> None:
    """Of two versions of one year."""
    files = (f"year: 2024\nissuer: 示例局\n{one}\nshortcomings: [{{problem: 甲, cause: 乙}}]\n" for one in (old, new))
    assert key in [change.key for change in between(*files).fields]


def test_several_years_in_a_row(project: Path, run: Run) -> None:
    """As people type a span; what is not there is told, and what has errors."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    for year in (2021, 2023):
        (project / "data" / f"{year}.yaml").write_text(
            text.replace("year: 2024", f"year: {year}").replace("92起", "80起"), "utf-8"
        )
    told = run(project, "diff", "2021..2024")
    assert (told.code, told.err) == (0, "")
    assert "没有2022年的文件" in told.out
    for typed_so in ("2021—2024", "2024-2021", "２０２１…２０２４", "2021年至2024年"):
        assert run(project, "diff", typed_so).out == told.out, typed_so
    (project / "data" / "2022.yaml").write_text("year: 2022\n没有的键: 1\n", "utf-8")
    broken = run(project, "diff", "2021..2024", "-f", "md")
    assert broken.code == 0
    assert "2022年的文件有错误，没有比" in broken.out
    assert "data/2022.yaml:2" in broken.err
    assert "已写 reports/2021-2024.docx" in run(project, "diff", "2021..2024", "-f", "docx").err
    assert json.loads(run(project, "diff", "2021..2024", "-f", "json").out)["broken"] == [2022]
    assert "<svg" in run(project, "diff", "2021..2024", "-f", "html").out
    assert "指标" not in run(project, "diff", "2021..2024", "--plan").out
    assert run(project, "diff", "2021..2024", "--exit-code").code in (0, 1)


@pytest.mark.parametrize(
    ("typed_wrong", "told"),
    [
        (("2024",), "还要写跟哪一年比"),
        (("2024..2024",), "前后是同一年"),
        (("1990..2024",), "一次最多比10年"),
        (("2027..2028",), "能读的年度文件不到两个"),
        (("2024", "2024", "--summary"), "一年的两个版本"),
        (("2021..2024", "-f", "docx", "--summary"), "--summary 是两年比的一页"),
        (("2024", "2025", "-f", "json", "--summary"), "只有 text、md、html、docx"),
        (("2024", "2025", "--plan", "--summary"), "不和 --figures、--plan 一起写"),
    ],
)
def test_a_span_that_is_none(project: Path, run: Run, typed_wrong: tuple[str, ...], told: str) -> None:
    """Said in words, with what to write."""
    outcome = run(project, "diff", *typed_wrong)
    assert outcome.code == 2
    assert told in outcome.err


def test_the_page_alone(shili: Path, run: Run) -> None:
    """What stands before the details, in each format."""
    for form, rule in (("text", "\n\n" + "─" * 30 + " 明细 "), ("md", "\n\n---\n")):
        page = run(shili, "diff", "2023", "2024", "-f", form, "--summary").out
        whole = run(shili, "diff", "2023", "2024", "-f", form).out
        assert page == whole.partition(rule)[0] + "\n" != whole
    html = run(shili, "diff", "2023", "2024", "-f", "html", "--summary").out
    assert ("反复出现的不足1条" in html, "照抄" in html, "<del>" in html) == (True, False, False)


def test_the_page_before_the_tracked_changes(project: Path, run: Run) -> None:
    """Only where it is asked for; the report begins on a page of its own."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    (project / "data" / "2025.yaml").write_text(
        text.replace("year: 2024", "year: 2025").replace("92起", "99起"), "utf-8"
    )
    assert run(project, "diff", "2024", "2025", "-f", "docx", "--summary", "-o", "一页.docx").code == 0
    assert run(project, "diff", "2024", "2025", "-f", "docx", "-o", "修订.docx").code == 0
    whole, bare = (Document(str(project / name)) for name in ("一页.docx", "修订.docx"))
    before = [one.text for one in whole.paragraphs][: len(whole.paragraphs) - len(bare.paragraphs)]
    assert before[0] == "示例区生态环境局：2024年 → 2025年"
    assert "变化最大的指标" in before
    assert before[-1] == ""
    [breaking] = [one for one in whole.paragraphs if one.paragraph_format.page_break_before]
    assert breaking.text == ""


def test_names_that_would_be_commands_stay_text(project: Path, run: Run) -> None:
    """Formulas of a spreadsheet, sequences of a terminal, markup: in every format of two years and of several."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    for year, value in ((2024, "92起"), (2025, "99起")):
        made = text.replace("year: 2024", f"year: {year}").replace("92起", value)
        made = made.replace("figures:\n", f"figures:\n  =cmd<script>: {year}件\n", 1)
        (project / "data" / f"{year}.yaml").write_text(made, "utf-8")
    for arguments in (("2024", "2025"), ("2024..2025",)):
        for form in ("text", "md", "json", "html"):
            told = run(project, "diff", *arguments, "-f", form)
            assert told.code == 0, told.err
            assert "<script>" not in told.out or form in ("text", "json")
            assert "\x1b]" not in told.out


def test_what_no_revision_shows_is_a_comment(tmp_path: Path, run: Run) -> None:
    """Renamed, moved, split, merged: on the part's first paragraph; the text is the new report's, and nothing else."""
    measures = {
        "规范案卷": "建立案卷评查台账，每季度抽查一次，评查结果通报到科室。",
        "普法宣传": "组织普法讲座，走进企业和社区，送法上门。编印普法手册，发放到企业和群众手中，讲解常见问题。",
        "行政许可": "推行许可事项全程网办，压缩办理时限，减少申请材料。",
        "执法培训": "举办执法人员培训班，讲授新法新规，组织闭卷考试。",
    }
    new = {
        "许可便民": measures["行政许可"],
        "执法培训": measures["执法培训"],
        "案卷质量": measures["规范案卷"],
        "送法上门": "组织普法讲座，走进企业和社区，送法上门。",
        "普法手册": "编印普法手册，发放到企业和群众手中，讲解常见问题。",
    }
    for year, own in ((2023, measures), (2024, new)):
        listed = "".join(f"  - {{title: {title}, text: {text}}}\n" for title, text in own.items())
        text = SOUND if year == 2024 else BEFORE
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / f"{year}.yaml").write_text(merged(text, f"measures:\n{listed}"), "utf-8")
    assert run(tmp_path, "diff", "2023", "2024", "-f", "docx", "-o", "修订.docx").code == 0
    document = Document(str(tmp_path / "修订.docx"))
    told = {one.comment_id: one.text for one in document.comments}
    on = {
        "".join(text.text or "" for text in line._p.iter(qn("w:t"))): told[int(mark.get(qn("w:id")))]
        for line in document.paragraphs
        for mark in line._p.iter(qn("w:commentReference"))
    }
    assert {heading: said.split(" ")[0] for heading, said in on.items()} == {
        "（一）许可便民": "改名并移动", "（二）执法培训": "移动", "（三）案卷质量": "改名", "（四）送法上门": "拆分",
        "（五）普法手册": "拆分",
    }  # fmt: skip
    assert on["（四）送法上门"] == on["（五）普法手册"]
    run(tmp_path, "build", "2024", "-f", "docx", "-o", "新.docx")
    assert run(tmp_path, "textconv", "修订.docx").out.partition("批注：")[0] == run(tmp_path, "textconv", "新.docx").out
