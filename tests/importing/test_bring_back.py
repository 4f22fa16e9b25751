"""An edited report back into its year file: at the very words, once, all else to the byte; nothing is lost silently."""

import io
import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import unified_diff

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph
from support import ROOT, how_many, needs
from support.editing import edited
from support.many_forms import LAST, TEXT

from ecoreport.build import outputs
from ecoreport.cli.office import converted
from ecoreport.importing._bringing.blocks import edited_blocks
from ecoreport.importing._bringing.trial import without_mark
from ecoreport.importing.bring_back import BroughtBack, bring_back, is_brought_back, read_edited
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.project import Inputs, Project
from ecoreport.report.inputs import Input, Years, given

Change = Callable[[Document], None]


def inputs_of(text: str = TEXT, last: str = LAST) -> tuple[Inputs, Input]:
    """The year file beside last year's, and itself."""
    files = {2024: given(text.encode(), "2024.yaml", 2024), 2023: given(last.encode(), "2023.yaml", 2023)}
    return Inputs(Years(files)), files[2024]


def built(inputs: Inputs, file: Input, form: str = "docx") -> bytes:
    """The report in that format."""
    return outputs(inputs, inputs.years.context(file), [form])[form]


def changed(data: bytes, *changes: Change) -> bytes:
    """The Word file with these changes made by python-docx."""
    document = docx.Document(io.BytesIO(data))
    for change in changes:
        change(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def words(old: str, new: str) -> Change:
    """The first paragraph or cell that has the old words gets the new ones."""

    def change(document: Document) -> None:
        cells = [
            one for table in document.tables for row in table.rows for cell in row.cells for one in cell.paragraphs
        ]
        run = next(run for one in (*document.paragraphs, *cells) for run in one.runs if old in run.text)
        run.text = run.text.replace(old, new, 1)

    return change


def found(document: Document, text: str) -> Paragraph:
    """The first paragraph with that text."""
    return next(one for one in document.paragraphs if text in one.text)


def without(*texts: str) -> Change:
    """The paragraphs with these texts taken out."""

    def change(document: Document) -> None:
        for text in texts:
            element = found(document, text)._p
            element.getparent().remove(element)

    return change


def behind(anchor: str, text: str, style: str = "Body Text") -> Change:
    """A new paragraph behind another one."""

    def change(document: Document) -> None:
        found(document, anchor)._p.addnext(document.add_paragraph(text, style)._p)

    return change


def brought(*changes: Change, text: str = TEXT, literal: bool = False) -> BroughtBack:
    """What comes back of these changes."""
    inputs, file = inputs_of(text)
    return bring_back(inputs, file, read_edited(changed(built(inputs, file), *changes), "a.docx"), literal=literal)


def lines(done: BroughtBack, text: str = TEXT) -> list[str]:
    """The lines of the year file that went and came."""
    diff = unified_diff(text.splitlines(), done.data.decode().splitlines(), lineterm="", n=0)
    return [line for line in diff if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_nothing_changed_is_nothing_to_bring_back() -> None:
    """To the byte, in Word and in Markdown."""
    inputs, file = inputs_of()
    for form in ("docx", "md"):
        done = bring_back(inputs, file, read_edited(built(inputs, file, form), f"a.{form}"))
        assert (done.data, done.made, done.told) == (TEXT.encode(), (), ())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (words("坚持依法行政", "坚持依法办事"), ["行政，全年立案{{ 立案 }}", "办事，全年立案{{ 立案 }}"]),
        (words("English words", "Chinese words"), ["和 English words here", "和 Chinese words here"]),
        (words("第二句话", "另一句话"), ["第二句话。", "另一句话。"]),
        (words("花括号里的正文", "括号里的正文"), ['text: "花括号里的正文', 'text: "括号里的正文']),
        (words("案卷质量不高", "案卷质量很低"), ["problem: 案卷质量不高", "problem: 案卷质量很低"]),
        (words("罚款169.9万余元", "罚款170.5万余元"), ["  罚款: 169.9万余元", "  罚款: 170.5万余元"]),
        (words("抓好学习", "抓实学习"), ["title: 抓好学习", "title: 抓实学习"]),
        (words("调查", "问卷"), ["调查]", "问卷]"]),
        (words("1月20日", "1月22日"), ["date: 2025年1月20日   # 成文", "date: 2025年1月22日   # 成文"]),
        (words("〔2025〕1号", "〔2025〕2号"), ["〔2025〕1号", "〔2025〕2号"]),
        (words("王五", "赵六"), ["王五", "赵六"]),
        (words("数据截至年底", "数据截至12月"), ["note: 数据截至年底", "note: 数据截至12月"]),
        (words("区委、区政府：", "区人大、区政府："), ["[区委, 区政府]", "[区人大, 区政府]"]),
        (words("区委、区政府：", "区委、区人大、区政府："), ["[区委, 区政府]", "[区委, 区人大, 区政府]"]),
    ],
)  # fmt: skip
def test_words_come_back_at_their_place(change: Change, expected: list[str]) -> None:
    """One line of the file changes, in the style that it is written in."""
    done = brought(change)
    gone, come = lines(done)
    assert [expected[0] in gone, expected[1] in come] == [True, True]
    assert done.is_whole


def test_a_figure_changes_once_and_its_other_places_are_told() -> None:
    """What is computed of it follows too."""
    done = brought(words("全年立案42起", "全年立案45起"))
    assert lines(done) == ["-  立案: 42起   # 台账", "+  立案: 45起   # 台账"]
    assert done.is_whole
    assert len(done.told) == 4
    assert all("跟着指标一起变了" in one.why for one in done.told)
    others = [one for one in done.told if "同比" not in one.why]
    assert all("45起" in one.old and "42起" in one.new for one in others)  # the year file prints it, the document not


def test_a_computed_number_is_told_and_copied_only_where_asked() -> None:
    """Once, whatever stands behind it."""
    change = words("增长40.0%", "增长41.5%")
    done = brought(change)
    assert lines(done) == []
    assert [(one.why[:7], one.old, one.new) for one in done.told] == [
        ("{{ 立案 |", "比上年增长40.0%", "比上年增长41.5%")
    ]
    copied = brought(change, literal=True)
    assert "全年立案{{ 立案 }}，比上年增长41.5%。" in copied.data.decode()
    assert copied.is_whole


@pytest.mark.parametrize(
    ("changes", "gone", "come"),
    [
        ([without("另一个三级标题", "也有正文")], ["- title: 另一个三级标题", "text: 也有正文。"], []),
        ([without("亲自部署")], ["", "亲自部署、亲自过问。"], []),
        ([behind("抓案卷", "新的一段。")], ["text: 完善案卷制度。"], ["text: |", "新的一段。", "完善案卷制度。"]),
        ([behind("完善案卷制度", "（二）抓培训", "Heading 2")], [], ["- title: 抓培训"]),
        ([behind("二是进社区", "三是进机关，带头学法；")], [], ["- text: |", "进机关，带头学法；"]),
        ([without("二是进社区")], ["- text: 进社区，形式多样；"], []),
    ],
)
def test_items_and_paragraphs_go_and_come(changes: list[Change], gone: list[str], come: list[str]) -> None:
    """Whole lines; the numbers behind them are the program's."""
    done = brought(*changes)
    found_lines = [(line[0], line[1:].strip()) for line in lines(done)]
    assert [text for mark, text in found_lines if mark == "-"] == gone
    assert set(come) <= {text for mark, text in found_lines if mark == "+"}
    assert done.is_whole


def test_an_item_moves_with_its_comments() -> None:
    """Its lines go to where it stands now."""

    def change(document: Document) -> None:
        for text in ("抓宣传", "丰富宣传形式"):
            found(document, "抓案卷")._p.addprevious(found(document, text)._p)

    done = brought(change)
    text = done.data.decode()
    assert text.index("title: 抓宣传") < text.index("title: 抓案卷")
    assert sorted(text.splitlines()) == sorted(TEXT.splitlines())


def test_what_became_of_a_moved_items_words_goes_with_it() -> None:
    """Its new heading, a changed word, a paragraph more; the {{ }} of its text stay."""

    def change(document: Document) -> None:
        for text in ("抓好学习", "折行的第一句话"):
            found(document, "花括号里的")._p.addprevious(found(document, text)._p)

    done = brought(
        change, words("抓好学习", "抓实学习"), words("第二段也在", "这一段也在"), behind("折行的第一", "再加一段。")
    )
    text = done.data.decode()
    assert text.index("title: 规范执法") < text.index("title: 抓实学习") < text.index("title: 花括号里的")
    own = [line.strip() for line in text.splitlines()]
    assert "这一段也在这里，培训{{ 培训 }}，参训{{ 参训 }}。" in own
    assert "再加一段。" in own
    assert done.is_whole


def test_words_beside_a_computed_number_are_not_half_an_edit() -> None:
    """Rewording what it prints is told as it was meant, and nothing of it is written."""
    change = words("比上年增长40.0%", "同比增长40.0%")
    done = brought(change)
    assert (lines(done), [(one.old, one.new) for one in done.told]) == ([], [("比上年增长40.0%", "同比增长40.0%")])
    assert "全年立案{{ 立案 }}，同比增长40.0%。" in brought(change, literal=True).data.decode()


KEYS = """\
year: 2024
issuer: 示例区教育局
date: 2025-01-20
measures:
  - id: study
    title: 抓好学习
    carries_out: [x]
    text: 组织学习，认真讨论。
  - title: 规范执法
    text: 规范执法行为，提高执法水平。
shortcomings:
  - {id: a, problem: 案卷质量不高, cause: 培训不够}
  - id: b
    problem: 宣传形式单一
    cause: 创新不足
leader_duties:
  - text: 主要负责人带头学法。
next_year_plan:
  - title: 抓案卷
    text: 完善案卷制度。
    answers: [a, b]
  - title: 抓宣传
    text: 丰富宣传形式。
    answers: [b]
"""


def test_a_new_part_makes_the_parts_sections() -> None:
    """With its items; the lines of the others stay."""

    def change(document: Document) -> None:
        for text, style in (
            ("二、创新做法", "Heading 1"),
            ("开头。", "Body Text"),
            ("（一）联席会议", "Heading 2"),
            ("开会4次。", "Body Text"),
        ):
            found(document, "存在的不足")._p.addprevious(document.add_paragraph(text, style)._p)

    done = brought(change, text=KEYS)
    gone, come = ([line[1:] for line in lines(done, KEYS) if line[0] == mark] for mark in "-+")
    assert gone == ["measures:", "shortcomings:", "leader_duties:", "next_year_plan:"]
    assert [line.strip() for line in come[3:12]] == [
        "- kind: other",
        "title: 创新做法",
        "text: |",
        "开头。",
        "items:",
        "- title: 联席会议",
        "text: |",
        "开会4次。",
        "- kind: shortcomings",
    ]
    assert done.is_whole


def test_an_item_leaves_what_another_part_has_no_use_for() -> None:
    """What it carried out is told, and goes."""

    def change(document: Document) -> None:
        for text in ("抓好学习", "组织学习"):
            found(document, "抓案卷")._p.addprevious(found(document, text)._p)

    done = brought(change, text=KEYS)
    assert "next_year_plan:\n  - id: study\n    title: 抓好学习\n    text: 组织学习" in done.data.decode()
    assert [one.why for one in done.told if "carries_out" in one.why] == [
        "移到了另一部分，carries_out 在那里不用，删去了"
    ]
    assert done.is_whole


def test_a_shortcoming_goes_with_what_answers_it() -> None:
    """Of several that a plan answers it alone."""
    done = brought(without("宣传形式单一"), text=KEYS)
    text = done.data.decode()
    assert ("answers: [a]\n" in text, text.count("answers"), "id: b" in text) == (True, 1, False)
    assert done.is_whole


RUN_IN = KEYS.replace("measures:\n", "measures:\n  run_in: true\n  items:\n")


@pytest.mark.parametrize("titles", [("抓好学习", "规范执法"), ("规范执法",)])
def test_headings_on_lines_of_their_own(titles: tuple[str, ...]) -> None:
    """All of a part: they run in no more; some of them: that is told with both texts."""

    def change(document: Document) -> None:
        for title in titles:
            one = found(document, title)
            head, _, text = one.text.partition("。")
            one._p.addnext(document.add_paragraph(text, "Body Text")._p)
            for run in one.runs[1:]:
                run.text = ""
            one.runs[0].text = head

    done = brought(change, text=RUN_IN)
    if len(titles) == 2:
        assert (lines(done, RUN_IN), done.is_whole) == (["-  run_in: true"], True)
    else:
        assert (done.data.decode(), done.is_whole) == (RUN_IN, False)
        assert any("run_in" in one.why for one in done.told)
        assert any("规范执法" in one.new for one in done.told)


def test_an_item_that_was_typed_without_styles() -> None:
    """Its number tells that it is one; what stands below it is its text."""

    def change(document: Document) -> None:
        for text in ("（九）抓培训", "全年开班。"):
            found(document, "抓宣传")._p.addprevious(document.add_paragraph(text, "Normal")._p)

    done = brought(change, text=KEYS)
    assert "  - title: 抓培训\n    text: |\n      全年开班。\n" in done.data.decode()
    assert done.is_whole


def test_a_heading_is_no_part_of_a_paragraph() -> None:
    """One that parts a paragraph in two has no place: both texts are told."""

    def change(document: Document) -> None:
        one = found(document, "规范执法行为")
        one.runs[0].text = "规范执法行为，"
        for text, style in (("提高执法水平。", "Body Text"), ("（三）提高水平", "Heading 2")):
            one._p.addnext(document.add_paragraph(text, style)._p)

    done = brought(change, text=KEYS)
    assert "（三）" not in done.data.decode()
    assert done.is_whole or any("提高执法水平" in one.new for one in done.told)


def test_a_table_row_in_anothers_place_and_a_first_row() -> None:
    """Nothing of the old row's references stays in the new one; what stands below the head has a place too."""

    def change(document: Document) -> None:
        table = document.tables[0]
        for at, row in ((3, ("复议纠错", "0件", "法制科")), (1, ("听证", "3次", "笔录"))):
            if at == 3:
                table._tbl.remove(table.rows[3]._tr)
            made = table.add_row()
            for cell, text in zip(made.cells, row, strict=True):
                cell.paragraphs[0].text = text
            if at == 1:
                table.rows[1]._tr.addprevious(made._tr)

    done = brought(change)
    assert [line.strip() for line in lines(done)] == [
        "+            - [听证, 3次, 笔录]",
        '-            - [满意率, "{{ 满意率 }}", 调查]',
        "+            - [复议纠错, 0件, 法制科]",
    ]
    assert done.is_whole


def test_a_date_and_addressees_that_were_not_there() -> None:
    """Typed without their styles: where they stand and what they say tells."""
    bare = KEYS.replace("date: 2025-01-20\n", "")

    def change(document: Document) -> None:
        found(document, "一、")._p.addprevious(document.add_paragraph("区委、区政府：", "Normal")._p)
        document.paragraphs[-1]._p.addnext(document.add_paragraph("2025年1月20日", "Normal")._p)

    done = brought(change, text=bare)
    assert [line for line in lines(done, bare) if line[0] == "+"] == [
        "+addressees: [区委, 区政府]",
        "+date: 2025年1月20日",
    ]
    assert done.is_whole


def test_a_day_in_any_numerals() -> None:
    """It prints as the standard wants it, which is told."""
    done = brought(words("2025年1月20日", "二〇二五年一月二十三日"))
    assert "+date: 2025年1月23日   # 成文" in lines(done)
    assert [one.why for one in done.told] == ["日期照规定的样子印"]
    assert done.is_whole


def test_a_text_that_lost_its_layout() -> None:
    """A table a cell a line, a title of several lines, no 版记."""
    inputs, file = inputs_of()
    shown = edited_blocks(read_edited(built(inputs, file), "a.docx").pieces.body)
    rows = [
        line for one in shown for line in one.text.replace("\0", "\n").split("\n") if not one.text.startswith("抄送")
    ]
    text = "\n".join(line for line in rows if line.strip() and not line.endswith("印发"))
    done = bring_back(inputs, file, read_edited(text.replace("调查", "问卷").encode(), "a.txt"))
    assert [line.strip() for line in lines(done)] == [
        '-            - [满意率, "{{ 满意率 }}", 调查]',
        '+            - [满意率, "{{ 满意率 }}", 问卷]',
    ]
    assert {one.why for one in done.told} == {"文档里没有版记，年度文件里的没有动"}


def test_another_bureaus_report_is_refused() -> None:
    """One that nowhere names the bureau, and says little of what is printed; a bureau may have got another name."""
    inputs, file = inputs_of(KEYS)
    other, strange = inputs_of(
        KEYS.replace("教育", "水务")
        .replace("学", "治")
        .replace("执法", "用水")
        .replace("案卷", "节水")
        .replace("宣传", "供水")
        .replace("培训", "监测")
    )
    with pytest.raises(Unreadable, match="这不是示例区教育局的报告"):
        bring_back(inputs, file, read_edited(built(other, strange), "a.docx"))
    assert "示例区教体局" in brought(words("示例区教育局", "示例区教体局"), text=KEYS).data.decode()


def test_a_column_is_one_edit() -> None:
    """All its cells, or none."""

    def change(document: Document) -> None:
        table = document.tables[0]
        table.add_column(table.columns[0].width)
        for row, text in zip(table.rows, ("备注", "甲", "", "乙"), strict=True):
            row.cells[-1].paragraphs[0].text = text

    done = brought(change)
    assert [one.partition("：")[0] for one in done.made] == ["表格的栏“备注”"]
    assert "header: [项目, 本年, 说明, 备注]" in done.data.decode()


def test_a_paragraph_is_split_and_merged() -> None:
    """A blank line comes, or goes."""

    def split(document: Document) -> None:
        one = found(document, "主要负责人带头学法")
        one.runs[0].text = "主要负责人带头学法，"
        one._p.addnext(document.add_paragraph("主持会议12次。", one.style)._p)

    def merge(document: Document) -> None:
        one, other = found(document, "主要负责人带头学法"), found(document, "亲自部署")
        one.add_run(other.text)
        other._p.getparent().remove(other._p)

    done = brought(split)
    assert "带头学法，\n\n      主持会议{{ 培训 }}。" in done.data.decode()
    assert "主持会议{{ 培训 }}。亲自部署、亲自过问。" in brought(merge).data.decode()


def test_what_cannot_be_placed_is_told_with_both_texts() -> None:
    """Nothing is written for it."""
    done = brought(words("2025年1月20日", "2025年初"))
    assert (done.data, [(one.why, one.old, one.new) for one in done.told]) == (
        TEXT.encode(), [("日期读不出，没有写回", "2025年1月20日", "2025年初")],
    )  # fmt: skip


def test_what_changed_on_both_sides_is_a_persons_to_settle() -> None:
    """By the digests: only the document's own changes come back."""
    inputs, file = inputs_of()
    document = read_edited(
        changed(built(inputs, file), words("完善案卷制度", "健全案卷制度"), words("也有正文", "也有内容")), "a.docx"
    )
    now = (
        TEXT.replace("完善案卷制度", "改进案卷制度")
        .replace("丰富宣传形式", "创新宣传形式")
        .replace("亲自过问", "亲自督办")
    )
    later, newer = inputs_of(now)
    done = bring_back(later, newer, document)
    assert lines(done, now) == ["-            text: 也有正文。", "+            text: 也有内容。"]
    assert [(one.old, one.new) for one in done.told if not one.mild] == [("改进案卷制度。", "健全案卷制度。")]
    assert {one.old for one in done.told if one.mild} == {"创新宣传形式。", "亲自部署、亲自督办。"}
    without_digests = bring_back(later, newer, document._replace(base=None))
    assert "丰富宣传形式" in without_digests.data.decode()


def test_figures_that_came_in_meanwhile_are_no_edits() -> None:
    """Of a paragraph in which a figure has changed since, the words come back; a number that both changed does not."""
    inputs, file = inputs_of()
    old, now = built(inputs, file), TEXT.replace("立案: 42起", "立案: 45起")
    later, newer = inputs_of(now)
    document = changed(old, words("坚持依法行政，全年立案42起", "坚持依法办事，全年立案42起"))
    done = bring_back(later, newer, read_edited(document, "a.docx"))
    assert lines(done, now) == [
        f"{mark}  2024年，我局坚持依法{word}，全年立案{{{{ 立案 }}}}，{{{{ 立案 | 同比 }}}}。"
        for mark, word in (("-", "行政"), ("+", "办事"))
    ]
    assert done.is_whole
    third = given(done.data, newer.name, 2024)
    assert is_brought_back(replace(later, years=later.years.with_file(2024, third)), third, document, "a.docx")
    fourth = given(done.data.replace("立案: 45起".encode(), "立案: 46起".encode()), newer.name, 2024)
    assert is_brought_back(replace(later, years=later.years.with_file(2024, fourth)), fourth, document, "a.docx")
    clash = bring_back(later, newer, read_edited(changed(old, words("全年立案42起", "全年立案43起")), "a.docx"))
    assert (clash.data.decode(), clash.is_whole) == (now, False)
    assert [one.why for one in clash.told if not one.mild] == ["两边都改了，没有写回，请自己定"]


def test_a_table_that_both_changed() -> None:
    """Numbers that came in are known in its cells, the empty one and all; words are a person's to settle."""
    inputs, file = inputs_of()
    old, now = built(inputs, file), TEXT.replace("立案: 42起", "立案: 45起")
    later, newer = inputs_of(now)
    done = bring_back(later, newer, read_edited(changed(old, words("调查", "问卷")), "a.docx"))
    assert (done.data.decode(), done.is_whole) == (now, False)
    settled = now.replace("调查]", "问卷]")
    later, newer = inputs_of(settled)
    assert is_brought_back(later, newer, changed(old, words("调查", "问卷")), "a.docx")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([words("全年立案42起，比上", "全年共立案45起，比上")], True),  # 同比 in the same paragraph follows
        ([behind("完善案卷制度", "（九）抓培训", "Heading 2")], True),  # the number is the program's
        ([without("亲自部署")], True),
        ([words("增长40.0%", "增长41.5%")], False),
    ],
)
def test_build_knows_what_has_been_brought_back(changes: list[Change], expected: bool) -> None:  # noqa: FBT001 - a case
    """What follows a figure is old, and no edit; what is still to be settled is one."""
    inputs, file = inputs_of()
    document = changed(built(inputs, file), *changes)
    assert not is_brought_back(inputs, file, document, "a.docx")
    after = given(bring_back(inputs, file, read_edited(document, "a.docx")).data, file.name, 2024)
    assert (
        is_brought_back(replace(inputs, years=inputs.years.with_file(2024, after)), after, document, "a.docx")
        == expected
    )


def test_another_years_report_is_refused() -> None:
    """Before anything else."""
    inputs, file = inputs_of()
    data = changed(built(inputs, file), words("关于2024年", "关于2022年"))
    with pytest.raises(Unreadable, match="2022年的报告"):
        bring_back(inputs, file, read_edited(data, "a.docx"))


def test_markdown_and_text_come_back_likewise() -> None:
    """The same edits of the other formats."""
    inputs, file = inputs_of()
    for name, text in (("a.md", built(inputs, file, "md").decode()), ("a.txt", _plain(inputs, file))):
        done = bring_back(inputs, file, read_edited(text.replace("完善案卷制度", "健全案卷制度").encode(), name))
        assert [line.strip() for line in lines(done)] == [
            "-        text: 完善案卷制度。",
            "+        text: 健全案卷制度。",
        ]


def _plain(inputs: Inputs, file: Input) -> str:
    """What a clerk copies out of Word into a text file, without its tables."""
    shown = edited_blocks(read_edited(built(inputs, file), "a.docx").pieces.body)
    return "".join(f"{one.text}\n" for one in shown if not one.is_table)


def texts(data: bytes) -> list[str]:
    """What a Word file shows."""
    return [one.key for one in edited_blocks(read_edited(data, "a.docx").pieces.body)]


def reports() -> Iterable[tuple[Inputs, Input]]:
    """The example's years, and the one of many forms."""
    root = ROOT / "examples" / "shili"
    inputs = Project(root, root).inputs()
    yield from ((inputs, file) for file in inputs.years.files.values())
    yield inputs_of()


def outcome(inputs: Inputs, file: Input, data: bytes) -> str:
    """What becomes of an edited document: exact, told, or lost; it is built again to see.

    And whether `build` would know: of one that has not been brought back, and of one that has, whole.
    """
    document = read_edited(data, "a.docx")
    done = bring_back(inputs, file, document)
    after = given(done.data, file.name, file.year)
    later = replace(inputs, years=inputs.years.with_file(file.year or 0, after))
    before, got, wanted = (texts(one) for one in (built(inputs, file), built(later, after), data))
    if is_brought_back(inputs, file, data, "a.docx") and [*map(without_mark, before)] != [*map(without_mark, wanted)]:
        return "taken for brought back"
    if done.is_whole and not is_brought_back(later, after, data, "a.docx"):
        return "not taken for brought back"
    again = bring_back(later, after, document._replace(base=None))
    if got == wanted:
        return "exact" if (again.data, again.told) == (done.data, ()) else "not once"
    if [without_mark(one) for one in got] == [without_mark(one) for one in wanted] and done.told:
        return "exact"
    return "told" if done.told else "lost"


def outcomes(wanted: int, most: int, saved: Callable[[bytes], bytes] = lambda data: data) -> Counter[str]:
    """What became of documents with so many edits in all, of `most` each."""
    sources = [(inputs, file, built(inputs, file)) for inputs, file in reports()]
    found_: Counter[str] = Counter()
    edits = seed = 0
    while edits < wanted:
        inputs, file, data = sources[seed % len(sources)]
        data, done = edited(data, seed, random.Random(seed).randint(1, most))  # noqa: S311 - no secret
        found_[outcome(inputs, file, saved(data))] += 1
        edits, seed = edits + len(done), seed + 1
    print(f"{edits} edits in {seed} documents: {dict(found_)}")  # noqa: T201 - the figures of `just soak`
    return found_


@pytest.mark.soak
def test_no_edit_is_lost() -> None:
    """Random edits of every kind: what is built again is what was edited, or something is told."""
    found_ = outcomes(min(how_many(200), 10_000), 9)
    assert found_.keys() <= {"exact", "told"}
    assert found_["exact"] > found_["told"]


@pytest.mark.soak
@pytest.mark.office
def test_no_edit_is_lost_through_libreoffice() -> None:
    """Which parts runs and names styles in its own way."""
    needs("soffice", "LibreOffice")
    found_ = outcomes(min(how_many(10), 100), 4, lambda data: converted(data, ".docx", "docx"))
    assert found_.keys() <= {"exact", "told"}
