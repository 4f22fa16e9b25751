"""Import: the shapes of real reports as invented documents, every format of a report back to its text, foul files."""

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from support import GOOD, ROOT, Run, cases, process
from support.documents import document, members, paragraph, zipped
from support.examples import SHILI
from support.projects import build_of

from ecoreport.importing._causes import split
from ecoreport.importing._naming.figures import Figures
from ecoreport.importing._pieces import characters_of
from ecoreport.importing._word.document import read_docx
from ecoreport.report._outline import outline, sections_of
from ecoreport.report.blocks import Paragraph, words
from ecoreport.report.context import Context
from ecoreport.report.markdown import read
from ecoreport.report.parts import DEFAULT_SHORTCOMING
from ecoreport.yearfile.reader import parse

CASES = ROOT / "tests" / "cases" / "import"
SEED = ROOT.parent / "shared" / "seed" / "2023-report.txt"


@pytest.mark.parametrize("case", cases(CASES), ids=lambda case: case.name)
def test_each_shape_becomes_the_expected_year_file(
    case: Path, tmp_path: Path, run: Run, golden: Callable[[Path, str], None]
) -> None:
    """The file, what is said of it, and that it builds back to the source's text."""
    source = _source(case, tmp_path)
    outcome = run(tmp_path, "import", source.name)
    golden(case / "report.yaml", (tmp_path / "data" / "2024.yaml").read_text("utf-8"))
    golden(case / "told.txt", outcome.err)
    assert run(tmp_path, "build", "2024", "-f", "md").code == 0
    assert outcome.code == 0
    run(tmp_path, "import", source.name, "--force", "--account", "账目.json")
    account = _account(tmp_path)
    assert (account["missing"], account["added"], account["unplaced"]) == ("", "", [])


def _source(case: Path, folder: Path) -> Path:
    """The case's document in `folder`; a .docx where its XML is given."""
    [source] = case.glob("source.*")
    if source.suffix != ".xml":
        return Path(shutil.copy(source, folder / f"报告{source.suffix}"))
    others = {path.stem: path.read_text("utf-8") for path in case.glob("*.xml") if path != source}
    target = folder / "报告.docx"
    target.write_bytes(document(source.read_text("utf-8"), **others))
    return target


def _account(folder: Path) -> dict[str, object]:
    """The account that `--account` wrote there."""
    account = json.loads((folder / "账目.json").read_text("utf-8"))
    assert isinstance(account, dict)
    return account


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
@pytest.mark.parametrize("form", ["docx", "md", "gb18030", "crlf"])
def test_every_report_comes_back_from_each_format(case: Path, form: str, project: Path, run: Run) -> None:
    """Word, Markdown, GB18030 text: the same text character by character, and the same parts."""
    shutil.copy(case / "report.yaml", project / "data" / "2024.yaml")
    built = build_of(project, "md", "docx").outputs
    markdown = built["md"].decode()
    data, name = {
        "docx": (built["docx"], "报告.docx"),
        "md": (built["md"], "报告.md"),
        "gb18030": (_plain(markdown).encode("gb18030"), "报告.txt"),
        "crlf": (b"\xef\xbb\xbf" + _plain(markdown).replace("\n", "\r\n").encode(), "报告.txt"),
    }[form]
    _comes_back(project, run, data, name, markdown)


def _comes_back(project: Path, run: Run, data: bytes, name: str, markdown: str) -> None:
    old = parse((project / "data" / "2024.yaml").read_bytes(), "old").report
    (project / name).write_bytes(data)
    outcome = run(project, "import", name, "--year", "2024", "--force", "--account", "账目.json")
    assert (outcome.code, _account(project)["missing"], _account(project)["added"]) == (0, "", "")
    new = parse((project / "data" / "2024.yaml").read_bytes(), "new").report
    again = run(project, "build", "2024", "-f", "md", "-o", "-")
    assert words(read(again.out)) == words(read(markdown))
    assert [section.kind for _, section in sections_of(new)] == [section.kind for _, section in sections_of(old)]
    assert len(new.attachments) == len(old.attachments)
    before, after = (outline(Context(one)) for one in (old, new))
    assert dict(after.lines) == dict(before.lines)
    assert "".join(after.title.split()) == "".join(before.title.split())


def _plain(markdown: str) -> str:
    lines = []
    for block in read(markdown):
        if isinstance(block, Paragraph):
            lines.append(block.lead + block.text)
        else:
            lines.extend("  ".join(row) for row in (block.header, *block.rows))
    return "\n".join(lines) + "\n"


@pytest.mark.office
def test_every_report_comes_back_from_libreoffice(project: Path, run: Run, office: Callable[..., Path]) -> None:
    """Saved by LibreOffice as .docx, .doc, .odt and .rtf."""
    for case in cases(GOOD):
        shutil.copy(case / "report.yaml", project / "data" / "2024.yaml")
        built = build_of(project, "md", "docx").outputs
        (project / f"{case.name}.docx").write_bytes(built["docx"])
    for form in ("docx", "doc", "odt", "rtf"):
        some = cases(GOOD) if form == "docx" else cases(GOOD)[:1]
        made = office(form, *(project / f"{case.name}.docx" for case in some))
        for case in some:
            shutil.copy(case / "report.yaml", project / "data" / "2024.yaml")
            markdown = (case / "report.md").read_text("utf-8")
            _comes_back(project, run, (made / f"{case.name}.{form}").read_bytes(), f"来稿.{form}", markdown)


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_every_report_comes_back_from_pandoc(case: Path, project: Path, run: Run) -> None:
    """Another producer of .docx, with styles of its own."""
    pypandoc = pytest.importorskip("pypandoc", reason="no pypandoc-binary: install the dev requirements")
    shutil.copy(case / "report.yaml", project / "data" / "2024.yaml")
    markdown = (case / "report.md").read_text("utf-8")
    without_html = re.sub("<p class=[^>]*>(.*)</p>", r"\1", markdown).replace("<strong>", "").replace("</strong>", "")
    made = str(project / "pandoc.docx")
    pypandoc.convert_text(without_html, "docx", format="commonmark+pipe_tables", outputfile=made)
    _comes_back(project, run, (project / "pandoc.docx").read_bytes(), "来稿.docx", markdown)


def test_the_seed_comes_back(tmp_path: Path, run: Run) -> None:
    """0 characters of difference, all its 29 numbers as figures, of which two are one fact; the four parts found."""
    if not SEED.exists():
        pytest.skip("no ../shared: the seed report is not part of the repository")
    outcome = run(tmp_path, "import", str(SEED))
    assert "导入3,259字：正文3,259；指标28个" in outcome.err
    assert run(tmp_path, "build", "2023").code == 0
    built = words(read((tmp_path / "reports" / "2023.md").read_text("utf-8")))
    assert built == "".join(SEED.read_text("utf-8").split())
    report = parse((tmp_path / "data" / "2023.yaml").read_bytes(), "seed").report
    assert None not in (report.measures, report.shortcomings, report.leader_duties, report.next_year_plan)
    assert report.shortcomings
    assert all(item.cause for item in report.shortcomings.items)


BODY = paragraph("示例区局2024年法治政府建设情况报告") + paragraph("现报告如下。")
SOUND = document(BODY)
ENTITY = f'<!DOCTYPE d [<!ENTITY x "甲">]><w:document xmlns:w="w"><w:body>{BODY}</w:body></w:document>'


def changed(**parts: str | bytes) -> bytes:
    """The sound document with other parts in it, by file name with the dots written as __."""
    return zipped({**members(SOUND), **{name.replace("__", "."): data for name, data in parts.items()}})


def doubled() -> bytes:
    """Two members of one name."""
    made = io.BytesIO(SOUND)
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<x/>")
    return made.getvalue()


FOUL = {
    "旧版": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧版 .doc"),
    "空": (b"", "文件是空的"),
    "密文": (bytes(range(256)) * 9, "可能被加密软件加了密"),
    "截断": (SOUND[:300], "文件不完整"),
    "压缩包": (zipped({"a.txt": "甲"}), "不是 Word 文档"),
    "表格": (changed(**{"_rels/.rels": "<Relationships/>"}), "可能是表格"),
    "坏XML": (changed(**{"word/document.xml": "<w:document"}), "不是 XML"),
    "DTD": (changed(**{"word/document.xml": ENTITY}), "DTD"),
    "炸弹": (changed(**{"word/media.bin": b"\0" * (31 << 20)}), "压缩炸弹"),
    "小炸弹": (changed(**{"word/document.xml": f"<x>{'甲' * (5 << 20)}</x>"}), "压缩炸弹"),
    "太多": (changed(**{f"{n}.xml": "" for n in range(2100)}), "太多"),
    "宏": (changed(**{"[Content_Types].xml": '<Types><Override ContentType="macroEnabled"/></Types>'}), "宏"),
    "没有正文": (changed(**{"word/document.xml": "<document/>"}), "没有正文"),
    "嵌套": (document("<w:sdt>" * 210 + BODY + "</w:sdt>" * 210), "嵌套太深"),
    "段落": (document("<w:p/>" * 60_000), "超过"),
}


@pytest.mark.parametrize("name", FOUL)
def test_foul_files_are_refused_with_the_reason(name: str, tmp_path: Path, run: Run) -> None:
    """At once, in one line, and nothing is written."""
    data, reason = FOUL[name]
    (tmp_path / "来稿.docx").write_bytes(data)
    outcome = run(tmp_path, "import", "来稿.docx", "--year", "2024")
    assert outcome.code == 1
    assert reason in outcome.err
    assert outcome.err.count("\n") <= 2
    assert not (tmp_path / "data").exists()


def test_a_doubled_part_is_refused(tmp_path: Path, run: Run) -> None:
    """Which of the two would be read?"""
    (tmp_path / "来稿.docx").write_bytes(doubled())
    assert "重名" in run(tmp_path, "import", "来稿.docx").err


def test_nothing_is_overwritten_without_force(project: Path, run: Run) -> None:
    """Exit 2, the file as it was."""
    before = (project / "data" / "2024.yaml").read_bytes()
    (project / "报告.docx").write_bytes(SOUND)
    outcome = run(project, "import", "报告.docx")
    assert (outcome.code, (project / "data" / "2024.yaml").read_bytes()) == (2, before)
    back, anew = (outcome.err.index(word) for word in ("写 --into 2024；", "加 --force"))
    assert back < anew  # most often it is the leader's copy that was meant
    for arguments in (["-o", "另存.yaml"], ["--force"]):
        assert "已写" in run(project, "import", "报告.docx", *arguments).err


WITHOUT_CAUSE = """示例区局2024年法治政府建设情况报告
一、主要举措
学法4次。
二、存在不足
1.归档不够规范。
"""


def test_problems_are_those_of_the_file_that_is_written(project: Path, run: Run) -> None:
    """Its name and its lines, not those of the year's own file, which is another; no file at all on standard output."""
    (project / "报告.txt").write_text(WITHOUT_CAUSE, "utf-8")
    other = (project / "data" / "2024.yaml").read_text("utf-8").splitlines()
    for arguments, named in (["-o", "导入.yaml"], "导入.yaml"), (["-o", "-"], "标准输出"):
        outcome = run(project, "import", "报告.txt", *arguments)
        place = re.search(rf"错误\[E603\].*\n +--> {named}:([0-9]+):", outcome.err)
        assert place
        assert f"\n{place[1]} |     - id: shortcoming-1\n" in outcome.err
        assert other[int(place[1]) - 1] not in outcome.err
        assert "data/2024.yaml" not in outcome.err
    refused = run(project, "check", "导入.yaml")
    assert (refused.code, "放进 data 文件夹" in refused.err) == (2, True)
    shutil.move(project / "导入.yaml", project / "data" / "2024.yaml")
    assert run(project, "check", "2024").code < 2


def test_standard_input_and_output(tmp_path: Path) -> None:
    """The product alone on stdout."""
    source = (CASES / "about-report" / "source.txt").read_bytes()
    outcome = process("import", "-", "-o", "-", cwd=tmp_path, input=source)
    expected = (CASES / "about-report" / "report.yaml").read_text("utf-8").replace("报告.txt", "标准输入")
    assert (outcome.returncode, outcome.stdout.decode()) == (0, expected)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "arguments", "told"),
    [
        ("政府報告".encode("big5"), [], "认不出文字的编码"),
        (b"\x80\0\0\0", [], "认不出这是什么文件"),
        ("没有年份的报告".encode(), [], "--year"),
        ("报告".encode("gbk"), ["--encoding", "ascii"], "不能按 ascii 读出文字"),
        ("报告".encode(), ["--encoding", "nonsense"], "不能按 nonsense 读出文字"),
    ],
)
def test_text_that_cannot_be_read_is_told(
    tmp_path: Path, run: Run, data: bytes, arguments: list[str], told: str
) -> None:
    """With what to do about it."""
    (tmp_path / "报告.txt").write_bytes(data)
    outcome = run(tmp_path, "import", "报告.txt", *arguments)
    assert outcome.code in (1, 2)
    assert told in outcome.err


@pytest.mark.parametrize(
    ("text", "problem", "cause"),
    [
        ("队伍力量薄弱。主要是编制少、年龄偏大。", "队伍力量薄弱", "编制少、年龄偏大"),
        ("案卷质量不高，主要是培训不够、责任不实。", "案卷质量不高", "培训不够、责任不实"),
        ("普法形式单一。主要在于经费有限。", "普法形式单一", "经费有限"),
        ("学用结合不紧。根源在于认识不到位。", "学用结合不紧", "认识不到位"),
        ("执法装备不足，主要受财政投入限制。", "执法装备不足", "受财政投入限制"),
        ("执法装备不足，受财政投入限制。", "执法装备不足", "受财政投入限制"),
        ("受编制和经费限制，导致法制审核力量不足。", "法制审核力量不足", "受编制和经费限制"),
        ("受编制制约，法制审核力量不足。", "法制审核力量不足", "受编制制约"),
        ("台账较乱，主要是归档不及时，原因是没有专人。", "台账较乱，主要是归档不及时", "没有专人"),
        ("工作还有不足，主要是以下几个方面。", "", ""),
        ("工作还有不足，主要是3个方面。", "", ""),
    ],
)
def test_a_cause_is_known_by_its_words(text: str, problem: str, cause: str) -> None:
    """A word that names the cause comes before one that may; what is printed of the parts is the very text."""
    made = split(text)
    assert (made.get("problem", ""), made.get("cause", "")) == (problem, cause)
    form = made.get("text", DEFAULT_SHORTCOMING)
    assert not made or form.replace("{{ 问题 }}", problem).replace("{{ 原因 }}", cause) == text


def test_a_cause_typed_as_it_is_spoken_needs_no_switch(tmp_path: Path, run: Run) -> None:
    """The report builds back to the same text, with problem and cause apart."""
    shortcomings = "一是队伍力量薄弱。主要是编制少、年龄偏大。\n二是受经费限制，普法形式单一。\n"
    text = f"示例区局2024年法治政府建设情况报告\n一、主要举措\n立案12起。\n二、存在不足\n{shortcomings}"
    (tmp_path / "报告.txt").write_text(text, "utf-8")
    assert run(tmp_path, "import", "报告.txt").code == 0
    made = (tmp_path / "data" / "2024.yaml").read_text("utf-8")
    assert "cause: 编制少、年龄偏大\n" in made
    assert "cause: 受经费限制\n" in made
    assert "E603" not in made
    built = run(tmp_path, "build", "2024", "-f", "md", "-o", "-").out
    assert words(read(built)) == "".join(text.split())


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = {
    "报告.pdf": (
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        "这是 PDF 文件，不能直接读。用 Word 或 WPS 打开，另存为 .docx",
    ),
    "报告.png": (b"\x89PNG\r\n\x1a\n\0\0\0", "这是图片（.png），读不出文字。"),
    "扫描.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "这是图片（.jpg），读不出文字。"),
    "表.xlsx": (changed(**{"xl/workbook.xml": "<x/>"}), "这是 Excel 表格（.xlsx），不是 Word 文档。"),
    "表.xls": (OLE + b"\0" * 512 + "Workbook".encode("utf-16-le"), "这是 Excel 表格（.xls），不是 Word 文档。"),
    "讲稿.pptx": (changed(**{"ppt/presentation.xml": "<x/>"}), "这是演示文稿（.pptx），不是 Word 文档。"),
    "讲稿.ppt": (
        OLE + b"\0" * 600 + "PowerPoint Document".encode("utf-16-le"),
        "这是演示文稿（.ppt），不是 Word 文档。",
    ),
    "公文.ofd": (zipped({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), "这是 OFD 版式文件，不能直接读。"),
    "打包.zip": (zipped({"报告.docx": SOUND}), "这是压缩包（.zip），不是 Word 文档。先解压"),
    "打包.rar": (b"Rar!\x1a\x07\x01\0", "这是压缩包（.rar），不是 Word 文档。先解压"),
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("ending", ["", ".docx", ".doc"])
def test_files_of_other_kinds_are_told_by_what_they_are(name: str, ending: str, tmp_path: Path, run: Run) -> None:
    """In one sentence, with what to do, whatever the file is called."""
    data, told = OTHERS[name]
    (tmp_path / f"{name}{ending}").write_bytes(data)
    outcome = run(tmp_path, "import", f"{name}{ending}", "--year", "2024")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert f"{name}{ending}：{told}" in outcome.err


def test_an_encoding_can_be_named(tmp_path: Path, run: Run) -> None:
    """Big5, which looks like GB18030."""
    (tmp_path / "報告.txt").write_bytes("示例區環保局2024年法治政府建設情況報告\n工作情況如下。".encode("big5"))
    assert run(tmp_path, "import", "報告.txt", "--encoding", "big5").code in (0, 1)
    assert "法治政府建設情況報告" in (tmp_path / "data" / "2024.yaml").read_text("utf-8")


def test_office_formats_without_libreoffice_are_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One clear line."""
    monkeypatch.setenv("PATH", "")
    for name, told in (
        ("报告.rtf", "读 .rtf 文件：要装 LibreOffice"),
        ("报告.docx", "其实是 .rtf 文件：要装 LibreOffice"),
    ):
        (tmp_path / name).write_bytes(b"{\\rtf1}")
        outcome = run(tmp_path, "import", name, "--year", "2024")
        assert outcome.code == 1
        assert told in outcome.err


def test_what_is_not_recognised_is_said(tmp_path: Path, run: Run) -> None:
    """A text without headings or numbers: nothing is lost, but exit 1 and a word."""
    (tmp_path / "报告.txt").write_text("示例区局2024年法治政府建设情况报告\n学习。学法4次。\n依法执法。\n", "utf-8")
    outcome = run(tmp_path, "import", "报告.txt")
    assert outcome.code == 1
    assert "没有认出各部分" in outcome.err
    run(tmp_path, "import", "报告.txt", "--force", "--account", "账目.json")
    assert _account(tmp_path)["missing"] == ""


def test_lines_broken_at_a_fixed_width_are_joined(tmp_path: Path, run: Run) -> None:
    """As text copied from a terminal or an old web page is."""
    sentence = (
        "全年围绕中心工作扎实推进依法行政，健全制度，严格程序，加强监督，共立案32起，办结31起，群众满意度不断提高。"
    )
    text = "示例区局2024年法治政府建设情况报告\n" + "".join(
        f"　　{mark}、{title}\n　　{sentence * 3}\n" for mark, title in PARTS
    )
    wrapped = "\n".join(line[at : at + 30] for line in text.split("\n") for at in range(0, max(len(line), 1), 30))
    for name, typed in (("原文", text), ("折行", wrapped)):
        (tmp_path / f"{name}.txt").write_text(typed, "utf-8")
        assert run(tmp_path, "import", f"{name}.txt", "-o", f"{name}.yaml").code == 0
    first, second = ((tmp_path / f"{name}.yaml").read_text("utf-8").split("\n")[2:] for name in ("原文", "折行"))
    assert first == second


PARTS = (("一", "主要举措"), ("二", "存在不足"), ("三", "主要负责人履职情况"), ("四", "下一步打算"))


def test_numbers_can_stay_in_the_text(tmp_path: Path, run: Run) -> None:
    """--no-figures."""
    shutil.copy(CASES / "web-page" / "source.txt", tmp_path / "报告.txt")
    run(tmp_path, "import", "报告.txt", "--no-figures")
    text = (tmp_path / "data" / "2024.yaml").read_text("utf-8")
    assert "figures:" not in text
    assert "全年立案12起，罚款约35.6万元" in text


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("评查案卷50卷，评出优秀案卷34卷，占68%。", ["评查案卷", "评出优秀案卷", "评出优秀案卷占比"]),
        ("复议案件4件，行政复议占12.5%。", ["复议案件", "行政复议占比"]),
        ("举办执法培训5期、420余人次。", ["执法培训", "执法培训人次"]),
        ("罚款12件、35.6万元。", ["罚款", "罚款金额"]),
        ("处理案件12件、43人。", ["处理案件", "处理案件人数"]),
        ("查处“百吨王”12辆次，较去年下降36.8%。", ["查处百吨王"]),
        ("结合“4·15”“12·4”等节点开展普法宣传25场（次）。", ["普法宣传"]),
        ("组织培训，通过率97.1%；满意率由93%提升到98.5%（全县平均97.2%）。", ["通过率", "满意率", "满意率全县平均"]),
        ("全程网办率稳定保持在92.5%，网办率提高4.4个百分点。", ["全程网办率", "网办率提高"]),
        ("2024年新招执法人员6名，检查企业（120家次）。", ["新招执法人员", "检查企业"]),
        ("全年35名，增加20件，下降36.8%，占12%，其中30%。", []),  # no words that would name them
        ("办理许可1,180件，核查11,180件。", []),  # the comma is for check to tell of
    ],
)
def test_a_number_is_named_by_the_words_around_it(text: str, figures: list[str]) -> None:
    """By the noun of a rate, a quotation, what the number before it counts; else it stays in the text."""
    found = Figures()
    taken = found.taken(text)
    assert list(found.known) == figures
    for name, typed in found.known.items():
        taken = taken.replace(f"{{{{ {name} }}}}", typed)
    assert taken == text


def test_targets_of_the_plan_stay_in_the_text(tmp_path: Path, run: Run) -> None:
    """What is to be done next year is no figure of this one, nor is a yearly target; a comma in a number is told of."""
    parts = ("立案12起，每年培训不少于3次，办理许可1,180件。", "招录执法人员6名，制作短视频12期。")
    text = f"示例区局2024年法治政府建设情况报告\n一、主要举措\n{parts[0]}\n二、2025年打算\n（一）队伍\n{parts[1]}\n"
    (tmp_path / "报告.txt").write_text(text, "utf-8")
    outcome = run(tmp_path, "import", "报告.txt")
    made = (tmp_path / "data" / "2024.yaml").read_text("utf-8")
    assert re.findall(r"\{\{ .*? \}\}", made) == ["{{ 立案 }}"]
    assert parts[1].split("，")[0] in made
    assert "“1,180”用了千位逗号" in outcome.err


def test_a_body_without_text_is_empty() -> None:
    """Not an error of the reader."""
    assert "".join(characters_of(piece) for piece in read_docx(document("<w:p/>")).body) == ""


def test_several_files_are_imported_each_to_its_own_year(tmp_path: Path, run: Run) -> None:
    """What cannot be read, and a second report of a year, are told of and hide nothing."""
    (tmp_path / "data").mkdir()
    files = [str(SHILI / "reports" / f"{year}.docx") for year in (2022, 2023)]
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"no zip")
    outcome = run(tmp_path, "import", *files, str(broken), str(SHILI / "reports" / "2022.md"), "没有.txt")
    assert outcome.code == 2
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["2022.yaml", "2023.yaml"]
    assert "也是2022年的报告，刚才已经由" in outcome.err
    assert outcome.err.count("没有导入：") == 3
    assert outcome.err.endswith("一共5个文件，导入2个，没有导入3个\n")
    assert "噪声投诉占比: 39.6%" in (tmp_path / "data" / "2023.yaml").read_text("utf-8")
    assert run(tmp_path, "import", *files, "--year", "2024").code == 2


def test_standard_input_that_is_closed_is_told(project: Path) -> None:
    """As any trouble with a file."""
    command = f"{sys.executable} -m ecoreport import - --year 2023 <&-"
    done = subprocess.run(["sh", "-c", command], cwd=project, capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (2, "错误：“标准输入”无法读写：已经关闭\n")


@pytest.mark.parametrize(
    ("output", "schema"),
    [
        (None, "../schema/report.schema.json"),
        ("2024.yaml", "schema/report.schema.json"),
        ("旧/年/2024.yaml", "../../schema/report.schema.json"),
        ("../别处.yaml", "项目/schema/report.schema.json"),
    ],
)
def test_the_modeline_leads_to_the_schema_from_wherever_the_file_lies(
    output: str | None, schema: str, tmp_path: Path, run: Run
) -> None:
    """In data, at the top, deep below, outside of the project."""
    project = tmp_path / "项目"
    (project / "旧" / "年").mkdir(parents=True)
    (project / "data").mkdir()
    (project / "报告.txt").write_text(
        "示例县水务局2024年法治政府建设情况报告\n2024年，示例县水务局依法行政。\n", "utf-8"
    )
    run(project, "import", "报告.txt", *(["-o", output] if output else []))
    text = (project / (output or "data/2024.yaml")).read_text("utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={schema}"


def test_what_an_import_leaves_open_is_found(tmp_path: Path, run: Run) -> None:
    """A report that names nobody: its issuer is 待填, whether it is printed or not."""
    for title in ("2024年法治政府建设情况报告\n", ""):
        text = f"{title}2024年，依法行政取得成效。现将情况报告如下：\n一、主要举措\n全面依法行政。\n"
        (tmp_path / "报告.txt").write_text(text, "utf-8")
        run(tmp_path, "import", "报告.txt", "--year", "2024", "--force")
        assert "issuer: 待填" in (tmp_path / "data" / "2024.yaml").read_text("utf-8")
        assert "发文机关待填" in run(tmp_path, "check", "2024").out


@pytest.mark.office
def test_a_document_under_another_ending_is_said_to_be_what_it_is(tmp_path: Path, run: Run) -> None:
    """LibreOffice opens it by what it is."""
    rich = r"{\rtf1\ansi\u31034?\u20363?\u21439?\u25945?\u32946?\u23616?2024\u24180?\u24635?\u32467?\par}"
    (tmp_path / "报告.docx").write_bytes(rich.encode())
    told = run(tmp_path, "import", "报告.docx", "--year", "2024", "-o", "年.yaml")
    assert "报告.docx 其实是 .rtf 文件，照它读" in told.err
