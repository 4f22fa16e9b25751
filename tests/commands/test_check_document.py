"""`check 报告.docx`: documents without a project, by paragraph and words, and as comments on the very words."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from support import ROOT, Run, cases, needs
from support.catalogue import SOUND
from support.commented import comments_of, typed, words_of
from support.documents import document, members, zipped
from support.package_checks import VALIDATOR, sdk_finds_nothing
from support.planted import FAULT, planted
from support.projects import project_of

from ecoreport.cli.office import converted

CASES = [case for case in cases(ROOT / "tests" / "cases" / "import") if (case / "source.xml").exists()]
HEAD = "示例局2024年法治政府建设情况报告\n2024年，示例局依法行政，现将情况报告如下：\n一、主要举措和成效\n"
SLOPPY = f"{HEAD}法制政府建设中开展学习30-40次，，成效明显。\n示例局\n2025年1月10日\n"
COPIED = "本局坚持把普法放在重要位置，组织全体干部职工参加集中培训学习，效果良好。"
LAST = f"示例局2023年法治政府建设情况报告\n一、主要举措和成效\n{COPIED}\n"


def write(folder: Path, name: str, data: str | bytes) -> str:
    """A document there; its name."""
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return name


def told(run: Run, folder: Path, *arguments: str) -> list[dict[str, object]]:
    """The problems as JSON."""
    found = json.loads(run(folder, "check", *arguments, "-f", "json").out)
    assert isinstance(found, list)
    return found


SHOWN = """\
警告[W521]: 标点“，，”重复
 --> 报告.txt 第4段
  |
4 | 法制政府建设中开展学习30-40次，，成效明显。
  |                              ^^^^
  = 帮助: 只留一个

错误[E506]: 两个数之间用了“-”
 --> 报告.txt 第4段
  |
4 | 法制政府建设中开展学习30-40次，，成效明显。
  |                         ^
  = 帮助: 写成“—”，如 3—5名

"""


def test_a_document_is_told_by_paragraph_and_words(tmp_path: Path, run: Run) -> None:
    """Where there is no project, to the character; the exit codes are those of a year."""
    name = write(tmp_path, "报告.txt", SLOPPY)
    outcome = run(tmp_path, "check", name, "--select", "W521,E506")
    assert (outcome.code, outcome.out) == (1, SHOWN)
    assert outcome.err == "检查了1份文件：1处错误，1处警告\n"
    assert run(tmp_path, "check", name, "--select", "W521").code == 0
    assert run(tmp_path, "check", name, "--select", "W521", "--strict").code == 1


def test_alike_ones_are_told_together_by_their_paragraphs(tmp_path: Path, run: Run) -> None:
    """第5段, not a line; all one by one with -v."""
    name = write(tmp_path, "报告.txt", SLOPPY.replace("示例局\n2025", "又学习3-5次。\n示例局\n2025"))
    assert "= 同样的还有1处：第5段\n" in run(tmp_path, "check", name).out
    assert " --> 报告.txt 第5段\n" in run(tmp_path, "check", name, "-v").out


def test_machines_are_told_the_words(tmp_path: Path, run: Run) -> None:
    """The document is the file, a paragraph a line."""
    name = write(tmp_path, "报告.txt", SLOPPY)
    [found] = told(run, tmp_path, name, "--select", "E506")
    assert (found["file"], found["line"], found["column"], found["path"]) == ("报告.txt", 4, 14, "")
    assert found["message"] == "第4段“设中开展学习30-40次”：两个数之间用了“-”"
    outcome = run(tmp_path, "check", name, "--select", "E506", "-f", "github")
    assert outcome.out.startswith("::error title=ecoreport E506,file=报告.txt,line=4,col=14,")


@pytest.mark.parametrize("form", ["docx", "md", "html", "gbk.txt"])
def test_every_kind_of_document(form: str, tmp_path: Path, run: Run) -> None:
    """The same finding in each."""
    lines = SLOPPY.splitlines()
    if form == "docx":
        made = docx.Document()
        for line in lines:
            made.add_paragraph(line)
        made.save(str(tmp_path / "报告.docx"))
    data = {"md": "\n\n".join(lines), "html": "".join(f"<p>{line}</p>" for line in lines)}.get(form, SLOPPY)
    if form != "docx":
        write(tmp_path, f"报告.{form}", data.encode("gb18030" if "gbk" in form else "utf-8"))
    [found] = told(run, tmp_path, f"报告.{form}", "--select", "W521")
    assert (found["line"], str(found["message"])[-8:]) == (4, "标点“，，”重复")


def test_an_office_document_goes_through_libreoffice(tmp_path: Path, run: Run) -> None:
    """And what LibreOffice made of it takes the comments."""
    needs("soffice", "no LibreOffice")
    write(tmp_path, "报告.odt", converted(planted(), ".docx", "odt"))
    outcome = run(tmp_path, "check", "报告.odt", "-f", "docx", "-o", "批注.docx", "--select", "W521")
    assert outcome.code == 0
    assert all(FAULT in words for words in words_of((tmp_path / "批注.docx").read_bytes()).values())


def test_last_years_document_is_held_against_it(tmp_path: Path, run: Run) -> None:
    """Its sentences, and it must be the year before."""
    name = write(tmp_path, "报告.txt", f"{HEAD}{COPIED}\n示例局\n2025年1月10日\n")
    write(tmp_path, "上年.txt", LAST)
    assert told(run, tmp_path, name, "--select", "W613") == []
    [found] = told(run, tmp_path, name, "--select", "W613", "--last", "上年.txt")
    assert found["line"] == 4
    outcome = run(tmp_path, "check", name, "--last", name)
    assert (outcome.code, outcome.err.splitlines()[0]) == (
        2,
        "错误：--last 的 报告.txt 是2024年的报告，要的是2023年的。",
    )


def test_a_projects_settings_hold_for_documents_in_it(tmp_path: Path, run: Run) -> None:
    """Its words and switches, not its years."""
    project_of(tmp_path, SOUND)
    name = write(tmp_path, "报告.txt", SLOPPY)
    settings = "words: [{avoid: 成效明显, use: 成效, reason: 简洁}]\nignore: [{code: W521, reason: 有意}]\n"
    assert {one["code"] for one in told(run, tmp_path, name, "--select", "W5")} == {"W521"}
    write(tmp_path, "ecoreport.yaml", settings)
    assert {one["code"] for one in told(run, tmp_path, name, "--select", "W5")} == {"W533"}


def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path, run: Run) -> None:
    """It is told of, and the worst code counts."""
    write(tmp_path, "好.txt", SLOPPY)
    write(tmp_path, "坏.docx", b"PK\x03\x04")
    outcome = run(tmp_path, "check", "坏.docx", "好.txt")
    assert outcome.code == 2
    assert "好.txt 第4段" in outcome.out
    assert outcome.err.splitlines()[0].startswith("坏.docx：坏.docx：文件不完整")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2024", "报告.txt"], "年度和文件不能一起检查"),
        (["--all", "报告.txt"], "年度和文件不能一起检查"),
        (["报告.txt", "-C", ".", "-C", "."], "-C 只写一个项目"),
        (["报告.txt", "--fix"], "--fix、--diff 只用于年度文件"),
        (["报告.txt", "-o", "甲.docx"], "-o 和 -f docx 一起用"),
        (["报告.txt", "-f", "docx"], "用 -o 写明写到哪里"),
        (["报告.txt", "-f", "docx", "-o", "报告.txt"], "没有覆盖"),
        (["报告.txt", "-f", "docx", "-o", "甲.doc"], "以 .docx 结尾"),
        (["报告.txt", "-f", "docx", "-o", "甲.docx"], "只有 Word 文件能写批注"),
        (["报告.txt", "上年.txt", "-f", "docx", "-o", "甲.docx"], "-o 写文件夹"),
        (["报告.txt", "子/报告.txt", "-f", "docx", "-o", "./"], "有几份文件同名"),
        (["报告.txt", "上年.txt", "--last", "上年.txt"], "不写 --last"),
        (["没有的*.docx"], "没有对上任何文件"),
        (["没有.docx"], "没有这个文件"),
        (["无年.txt"], "看不出是哪一年的报告"),
        (["报告.pdf"], "PDF"),
    ],
)
def test_what_does_not_go_together_is_said(arguments: list[str], said: str, tmp_path: Path, run: Run) -> None:
    """In a sentence, and nothing is written."""
    write(tmp_path, "报告.txt", SLOPPY)
    write(tmp_path, "上年.txt", LAST)
    write(tmp_path, "无年.txt", "示例局法治政府建设情况报告\n")
    write(tmp_path, "报告.pdf", b"%PDF-1.7")
    outcome = run(tmp_path, "check", *arguments)
    assert outcome.code in (1, 2)
    assert said in outcome.err
    assert not (tmp_path / "甲.docx").exists()


def test_what_only_a_document_needs_is_said_of_years(project: Path, run: Run) -> None:
    """--last and its like."""
    assert "检查一份文件用的" in run(project, "check", "--last", "上年.docx").err
    assert run(project, "check", "--year", "2024").code == 2


@pytest.mark.parametrize("case", [*CASES, None], ids=lambda case: case.name if case else "planted")
def test_the_comments_stand_at_the_words_and_all_else_stays(case: Path | None, tmp_path: Path, run: Run) -> None:
    """As python-docx reads the file; text, looks and every other part are those of the document."""
    data = planted() if case is None else _document(case)
    write(tmp_path, "报告.docx", data)
    found = told(run, tmp_path, "报告.docx", "-v")
    assert run(tmp_path, "check", "报告.docx", "-f", "docx", "-o", "批注.docx").code in (0, 1)
    made = (tmp_path / "批注.docx").read_bytes()
    lines = run(tmp_path, "textconv", "报告.docx").out.splitlines()
    words, paragraphs = words_of(made), "".join(char for char, _ in typed(data)).split("\n")
    assert sorted(comments_of(made)) == sorted(words) == list(range(len(found)))
    for at, one in enumerate(found):
        line, column, end = (int(str(one[key])) for key in ("line", "column", "end_column"))
        shown = lines[line - 1][column - 1 : end - 1]
        assert words[at]
        whole = words[at] in paragraphs  # what cannot be parted, or is no typed character
        assert _bare(shown) in _bare(words[at]) or whole or "全文：" in comments_of(made)[at]
    assert typed(made) == typed(data)
    changed = {name for name, part in members(made).items() if members(data).get(name) != part}
    assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}
    run(tmp_path, "check", "报告.docx", "-f", "docx", "-o", "再.docx")
    assert (tmp_path / "再.docx").read_bytes() == made


def _document(case: Path) -> bytes:
    others = {path.stem: path.read_text("utf-8") for path in case.glob("*.xml") if path.name != "source.xml"}
    return document((case / "source.xml").read_text("utf-8"), **others)


def _bare(text: str) -> str:
    return "".join(text.split())


def test_the_planted_faults_are_commented_where_they_stand(tmp_path: Path, run: Run) -> None:
    """The two commas and nothing else, but in a field, a control in the line and a box, which are taken whole."""
    write(tmp_path, "报告.docx", planted())
    run(tmp_path, "check", "报告.docx", "-f", "docx", "-o", "批注.docx", "--select", "W521")
    found = [*words_of((tmp_path / "批注.docx").read_bytes()).values()]
    assert found.count(FAULT) == 8
    assert sorted(text[:4] for text in found if text != FAULT) == ["健全机制", "加强培训", "完善制度"]


def test_a_year_is_written_with_its_comments(shili: Path, run: Run) -> None:
    """The report as it is built, open places and all; dated as it is."""
    year = shili / "data" / "2024.yaml"
    year.write_text(year.read_text("utf-8").replace("开展", "开展，，", 1), "utf-8")
    outcome = run(shili, "check", "2024", "-f", "docx", "-o", "批注.docx", "--select", "W521")
    assert (outcome.code, outcome.out) == (0, "")
    data = (shili / "批注.docx").read_bytes()
    assert [*words_of(data).values()] == [FAULT]
    assert {str(one.timestamp)[:10] for one in docx.Document(BytesIO(data)).comments} == {"2025-01-21"}
    needs(str(VALIDATOR) if VALIDATOR.exists() else "", "no ooxml-validator: npm install in tests/outside")
    sdk_finds_nothing(shili / "批注.docx")


def test_a_year_that_does_not_print_is_told(project: Path, run: Run) -> None:
    """What is wrong with it instead; nothing is written."""
    year = project / "data" / "2024.yaml"
    year.write_text(year.read_text("utf-8").replace("lead: |\n  ", "lead: |\n  {{ 没有 }}", 1), "utf-8")
    outcome = run(project, "check", "2024", "-f", "docx", "-o", "批注.docx")
    assert outcome.code == 1
    assert "E204" in outcome.err
    assert "没有写 2024 年的批注" in outcome.err
    assert not (project / "批注.docx").exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"word/settings.xml": '<w:settings xmlns:w="W"><w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
          "</w:settings>"}, "限制编辑（只读）"),
        ({"_xmlsignatures/a.xml": "<x/>"}, "数字签名"),
        ({"[Content_Types].xml": '<Types xmlns="x"><Override ContentType="macroEnabled"/></Types>'}, "带宏的 .docm"),
    ],
)  # fmt: skip
def test_a_document_that_takes_no_comments_says_why(
    changes: dict[str, str], said: str, tmp_path: Path, run: Run
) -> None:
    """Read-only, signed, with macros: one sentence, and nothing is written."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {**members(document("<w:p><w:r><w:t>示例局2024年法治报告</w:t></w:r></w:p>", settings="")), **changes}
    settings = str(changes.get("word/settings.xml", "")).replace('"W"', f'"{namespace}"')
    write(tmp_path, "报告.docx", zipped({**parts, **({"word/settings.xml": settings} if settings else {})}))
    outcome = run(tmp_path, "check", "报告.docx", "-f", "docx", "-o", "批注.docx")
    assert outcome.code == 1
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert not (tmp_path / "批注.docx").exists()


def test_what_could_not_be_placed_is_said(tmp_path: Path, run: Run) -> None:
    """A table before any part, headers: they have not been checked."""
    row = "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in "甲乙") + "</w:tr>"
    header = "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in SLOPPY.splitlines())
    write(tmp_path, "报告.docx", document(f"{body}<w:tbl>{row}{row}</w:tbl>", header=header))
    outcome = run(tmp_path, "check", "报告.docx")
    assert "报告.docx：页眉页脚、脚注里的文字没有检查（1处）\n" in outcome.err


def test_packages_open_in_libreoffice(tmp_path: Path, run: Run) -> None:
    """With as many comments as were written."""
    needs("soffice", "no LibreOffice")
    made = docx.Document()
    for line in SLOPPY.splitlines():
        made.add_paragraph(line)
    made.save(str(tmp_path / "报告.docx"))
    run(tmp_path, "check", "报告.docx", "-f", "docx", "-o", "批注.docx")
    data = (tmp_path / "批注.docx").read_bytes()
    content = zipfile.ZipFile(BytesIO(converted(data, ".docx", "odt"))).read("content.xml").decode()
    assert content.count("<office:annotation ") == len(comments_of(data)) > 1
    needs(str(VALIDATOR) if VALIDATOR.exists() else "", "no ooxml-validator: npm install in tests/outside")
    sdk_finds_nothing(tmp_path / "批注.docx")
