"""Comments on the words of any Word file: on the very words, numbered on, dated; all else stays byte for byte."""

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE
from hypothesis import given
from hypothesis import strategies as st
from support import needs
from support.commented import comments_of, typed, words_of
from support.documents import document, members, zipped
from support.package_checks import VALIDATOR, sdk_finds_nothing

from ecoreport.cli.office import converted
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.typeset.word.comments import Comment, commented, modified

DAY = dt.datetime(2025, 1, 20, tzinfo=dt.UTC)
BOLD = "<w:rPr><w:b/></w:rPr>"
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
MARK = 'w:id="90" w:author="甲" w:date="2024-01-01T00:00:00Z"'


def run(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def sound(body: str) -> bytes:
    """A whole Word file with that body, as python-docx makes them."""
    made = BytesIO()
    docx.Document().save(made)
    xml = members(document(body))["word/document.xml"]
    return zipped({**members(made.getvalue()), "word/document.xml": xml})


def words(body: str, *spans: tuple[int, int], paragraph: int = 0, **parts: str) -> list[str]:
    """What comments on those stretches hang on, in order."""
    data = document(body, **parts)
    made = commented(data, [Comment(paragraph, start, end, "说") for start, end in spans], DAY)
    assert typed(made) == typed(data)
    return [text for _, text in sorted(words_of(made).items())]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (run("甲乙丙丁"), "乙丙"),
        (run("甲") + run("乙丙", BOLD) + run("丁"), "乙丙"),
        (run("甲乙", BOLD) + run("丙丁"), "乙丙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙丁</w:t></w:r>", "乙丙"),
        (f"<w:ins {MARK}>{run('甲乙丙')}</w:ins>{run('丁')}", "乙丙"),
        (f'<w:hyperlink w:anchor="x">{run("甲乙丙丁")}</w:hyperlink>', "乙丙"),
        (f"<w:smartTag w:element='x'>{run('甲乙')}</w:smartTag>{run('丙丁')}", "乙丙"),
        (f"<w:sdt><w:sdtContent>{run('甲乙丙')}</w:sdtContent></w:sdt>{run('丁')}", "甲乙丙丁"),
        (f'<w:fldSimple w:instr="REF x">{run("甲乙丙")}</w:fldSimple>{run("丁")}', "甲乙丙丁"),
        (BEGIN + SEPARATE + run("甲乙丙") + END + run("丁"), "甲乙丙丁"),
        (run("甲") + END + run("乙丙丁"), "乙丙"),  # of a field that began in another paragraph
        (run("甲乙") + END + run("丙丁"), "甲乙丙丁"),
    ],
)
def test_a_comment_hangs_on_the_words_where_they_can_be_parted(inside: str, found: str) -> None:
    """Across runs, insertions and links; in a field or a content control on the paragraph."""
    assert words(f"<w:p><w:pPr><w:jc w:val='left'/></w:pPr>{inside}</w:p>", (1, 3)) == [found]


def test_a_text_box_takes_none() -> None:
    """What is said of its words hangs on the paragraph that it is in."""
    inner = f"<v:textbox><w:txbxContent><w:p>{run('框里')}</w:p></w:txbxContent></v:textbox>"
    box = f"<w:r><w:pict><v:shape>{inner}</v:shape></w:pict></w:r>"
    assert words(f"<w:p>{run('框外')}{box}</w:p>", (0, 1), paragraph=1) == ["框外框里"]


def test_paragraphs_are_counted_through_tables_and_without_one_the_first_with_text_is_meant() -> None:
    """-1 where a comment is on the whole document."""
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>{run('格')}</w:p></w:tc></w:tr></w:tbl>"
    body = f"<w:p/><w:p>{run('题')}</w:p>{table}<w:p>{run('文')}</w:p>"
    assert words(body, (0, 1), paragraph=2) == ["格"]
    assert words(body, (0, 0), paragraph=3) == ["文"]
    assert words(body, (0, 0), paragraph=-1) == ["题"]


@given(st.lists(st.text("甲乙12 ", min_size=1, max_size=4), min_size=1, max_size=5), st.data())
def test_whatever_the_runs_the_words_are_those_and_every_character_keeps_its_look(
    runs: list[str], data: st.DataObject
) -> None:
    """Several comments on one paragraph, one over another."""
    text = "".join(runs)
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))), max_size=4))
    spans = [(start, end) for start, end in spans if start < end]
    body = "<w:p>" + "".join(run(one, BOLD if at % 2 else "") for at, one in enumerate(runs)) + "</w:p>"
    assert words(body, *spans) == [text[start:end] for start, end in spans]


def test_comments_that_are_there_stay_and_numbers_go_on() -> None:
    """Behind the greatest of the list and of the marks in the text."""
    old = f'<w:comment w:id="7" w:author="领导"><w:p>{run("看一下")}</w:p></w:comment>'
    marks = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    parts = members(document(f"<w:p>{marks.format(run('甲乙'))}</w:p>", comments=old))
    types = str(parts["[Content_Types].xml"], "utf-8")  # type: ignore[arg-type]
    override = f'<Override PartName="/word/comments.xml" ContentType="{CONTENT_TYPE.WML_COMMENTS}"/>'
    data = zipped({**parts, "[Content_Types].xml": types.replace("</Types>", f"{override}</Types>")})
    made = commented(data, [Comment(0, 1, 2, "错误\n帮助")], None)
    assert comments_of(made) == {7: "看一下", 8: "错误\n帮助"}
    assert words_of(made) == {7: "甲乙", 8: "乙"}
    changed = [name for name, part in members(made).items() if members(data)[name] != part]
    assert changed == ["word/document.xml", "word/comments.xml"]


def test_the_comment_says_who_and_when() -> None:
    """The day that is given, none without one; characters that no XML holds as their codes."""
    data = document(f"<w:p>{run('甲')}</w:p>")
    dated, undated = (members(commented(data, [Comment(0, 0, 1, "\x01&<")], day)) for day in (DAY, None))
    said = 'w:id="0" w:author="ecoreport" w:date="2025-01-20T00:00:00Z" w:initials="eco"'
    assert said in str(dated["word/comments.xml"], "utf-8")  # type: ignore[arg-type]
    assert "w:date" not in str(undated["word/comments.xml"], "utf-8")  # type: ignore[arg-type]
    assert "\\u0001&amp;&lt;" in str(undated["word/comments.xml"], "utf-8")  # type: ignore[arg-type]


def test_other_parts_stay_as_they_lie_in_the_file() -> None:
    """Packed bytes and all, also behind a writer that puts sizes behind; the list of types and relations grow."""
    data = _streamed(members(document(f"<w:p>{run('甲')}</w:p>", header="<w:p/>", settings="")))
    made = commented(data, [Comment(0, 0, 1, "说")], DAY)
    assert made == commented(data, [Comment(0, 0, 1, "说")], DAY)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        changed = [one for one in archive.namelist() if members(data).get(one) != archive.read(one)]
    assert changed == ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"]
    for name in ("word/header.xml", "_rels/.rels"):
        assert _packed(made, name) == _packed(data, name)


def _streamed(parts: dict[str, str | bytes]) -> bytes:
    """A zip as a program writes it that cannot go back: the sizes stand behind each member."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    made = Pipe()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _packed(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        info = archive.getinfo(name)
    at = info.header_offset
    begin = (
        at + 30 + int.from_bytes(data[at + 26 : at + 28], "little") + int.from_bytes(data[at + 28 : at + 30], "little")
    )
    return data[begin : begin + info.compress_size]


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', True),
        ('<w:documentProtection w:edit="forms" w:enforcement="true"/>', True),
        ('<w:documentProtection w:edit="comments" w:enforcement="1"/>', False),
        ('<w:documentProtection w:edit="readOnly"/>', False),
    ],
)
def test_a_document_that_nobody_may_edit_takes_none(settings: str, refused: bool) -> None:  # noqa: FBT001
    """One that may be commented does."""
    data = document(f"<w:p>{run('甲')}</w:p>", settings=settings)
    if not refused:
        assert words_of(commented(data, [Comment(0, 0, 1, "说")], DAY)) == {0: "甲"}
        return
    with pytest.raises(Unreadable, match="限制编辑"):
        commented(data, [Comment(0, 0, 1, "说")], DAY)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"_xmlsignatures/sig1.xml": "<x/>"}, "数字签名"),
        ({"word/document.xml": "<x/>"}, "严格"),
        ({"word/document.xml": "<w:"}, "不是 XML"),
    ],
)
def test_what_cannot_be_commented_is_told_in_a_sentence(changes: dict[str, str | bytes], said: str) -> None:
    """And nothing is written."""
    data = zipped({**members(document(f"<w:p>{run('甲')}</w:p>")), **changes})
    with pytest.raises(Unreadable, match=said):
        commented(data, [], DAY)


@pytest.mark.parametrize(
    ("core", "day"),
    [
        ("<dcterms:modified>2024-03-01T08:00:00Z</dcterms:modified>", dt.datetime(2024, 3, 1, 8, tzinfo=dt.UTC)),
        ("<dcterms:modified>昨天</dcterms:modified>", None),
        ("", None),
    ],
)
def test_when_a_document_was_saved(core: str, day: dt.datetime | None) -> None:
    """As it says itself, if it does."""
    relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts = members(document(f"<w:p>{run('甲')}</w:p>"))
    relations = str(parts["_rels/.rels"], "utf-8")  # type: ignore[arg-type]
    parts["_rels/.rels"] = relations.replace(
        "</Relationships>", f'<Relationship Id="r9" Type="{relation}" Target="docProps/core.xml"/></Relationships>'
    )
    parts["docProps/core.xml"] = f'<c xmlns:dcterms="http://purl.org/dc/terms/">{core}</c>'
    assert modified(zipped(parts)) == day
    assert modified(document("<w:p/>")) is None


def test_the_open_xml_sdk_and_libreoffice_find_nothing(tmp_path: Path) -> None:
    """Split runs, insertions, links, tables."""
    link = f'<w:hyperlink w:anchor="x">{run("戊己")}</w:hyperlink>'
    inside = f"{run('甲乙', BOLD)}<w:ins {MARK}>{run('丙丁')}</w:ins>{link}"
    data = sound(f"<w:p>{inside}</w:p><w:p>{run('庚')}</w:p><w:sectPr/>")
    made = commented(data, [Comment(0, 1, 5, "一\n二"), Comment(0, 3, 4, "三"), Comment(1, 0, 0, "四")], DAY)
    (tmp_path / "批注.docx").write_bytes(made)
    needs(str(VALIDATOR) if VALIDATOR.exists() else "", "no ooxml-validator: npm install in tests/outside")
    sdk_finds_nothing(tmp_path / "批注.docx")
    needs("soffice", "no LibreOffice")
    odt = zipfile.ZipFile(BytesIO(converted(made, ".docx", "odt"))).read("content.xml").decode()
    assert odt.count("<office:annotation ") == 3
