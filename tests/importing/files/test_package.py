"""A .docx that anybody may have made: a sound and modest one is opened, everything else is refused with the reason."""

import io
import zipfile

import pytest
from support.documents import RELATIONS, document, members, paragraph, zipped

from ecoreport.importing._files.package import open_package
from ecoreport.importing._files.zips import MAX_FILE, MAX_MEMBERS, MAX_RATIO, SMALL
from ecoreport.problems.diagnostic import Unreadable

SOUND = document(paragraph("甲"), header=paragraph("乙"))
RELATION = '<Relationship Type="{0}" Target="{1}"/>'
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
STRICT_MAIN = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
MACROS = '<Types><Override ContentType="x.macroEnabled.main"/></Types>'
ENTITY = '<!DOCTYPE d [<!ENTITY x "甲">]><d>&x;</d>'
BODY = "word/document.xml"


def changed(name: str, data: str | bytes) -> bytes:
    """The sound document with one part other."""
    return zipped({**members(SOUND), name: data})


def locked() -> bytes:
    """The sound document, said to be encrypted in the directory's last entry."""
    data = bytearray(SOUND)
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def doubled() -> bytes:
    """A part twice, the second in capital letters."""
    made = io.BytesIO(SOUND)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(BODY.upper(), "<x/>")
    return made.getvalue()


def garbled() -> bytes:
    """A part that does not match its checksum."""
    return zipped(members(SOUND), zipfile.ZIP_STORED).replace("甲".encode(), "丙".encode())


def refused(data: bytes) -> str:
    """The reason and what to do, whether it is told at once or of the main part."""
    with pytest.raises(Unreadable) as caught:
        open_package(data).xml(BODY)
    return f"{caught.value}。{caught.value.help}"


def test_a_sound_package_is_opened() -> None:
    """Its parts are read on demand; one that is not there is None."""
    package = open_package(SOUND)
    root = package.xml(BODY)
    assert (package.main, package.xml("word/styles.xml")) == (BODY, None)
    assert root is not None
    assert "".join(root.itertext()) == "甲"


@pytest.mark.parametrize("kind", [MAIN, STRICT_MAIN])
@pytest.mark.parametrize("target", [BODY, f"/{BODY}", "./word/x/../document.xml"])
def test_the_document_is_found_by_its_relation(kind: str, target: str) -> None:
    """However its address is written, in files of both kinds; the first that is there."""
    relations = RELATIONS.format(RELATION.format(kind, "word/none.xml") + RELATION.format(kind, target))
    assert open_package(changed("_rels/.rels", relations)).main == BODY


def test_related_parts_are_those_inside_the_package() -> None:
    """By the ending of their type, in order; what is outside, or is not there, is none."""
    inside = ("/word/header.xml", "none.xml", "../_rels/.rels", "header.xml")
    outside = '<Relationship Type="x/header" Target="header.xml" TargetMode="External"/>'
    written = [RELATION.format(f"x/{'footer' if at > 2 else 'header'}", name) for at, name in enumerate(inside)]
    package = open_package(changed("word/_rels/document.xml.rels", RELATIONS.format("".join(written) + outside)))
    assert package.related(BODY, "/header") == ["word/header.xml", "_rels/.rels"]
    assert package.related("word/header.xml", "/header") == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "这不是 .docx 文件。看看扩展名是不是写错了",
        ),
        (b"", "这不是 .docx 文件。看看扩展名是不是写错了"),
        (SOUND[:200], "文件不完整（后面少了一截）。重新拷贝或下载一份再试"),
        (SOUND[:200] + b"PK\x05\x06", "文件已经损坏（压缩包读不出来）。用 Word 打开，另存一份再导入"),
        (zipped({"a.txt": "甲"}), "这是压缩包，但不是 Word 文档。看看是不是拿错了文件"),
        (
            changed("_rels/.rels", "<Relationships/>"),
            "这是压缩包，但不是 Word 文档（可能是表格或演示文稿）。看看是不是拿错了文件",
        ),
        (changed("[Content_Types].xml", MACROS), "这是带宏的 .docm 文件。用 Word 打开，另存为 .docx（不带宏）"),
        (locked(), "文件加了密码。用 Word 打开，去掉密码再另存"),
        (doubled(), "压缩包里有重名的文件。用 Word 打开，另存一份再导入"),
        (zipped(members(SOUND), zipfile.ZIP_BZIP2), "压缩的方法不支持。用 Word 打开，另存一份再导入"),
        (garbled(), "文件已经损坏（word/document.xml读不出来）。用 Word 打开，另存一份再导入"),
        (changed(BODY, "<w:d"), "文件已经损坏（word/document.xml不是 XML）。用 Word 打开，另存一份再导入"),
        (changed(BODY, ENTITY), "word/document.xml里有 DTD，Word 文档不允许有。用 Word 打开，另存一份再导入"),
    ],
    ids=[
        "old",
        "empty",
        "cut",
        "broken",
        "zip",
        "sheet",
        "macros",
        "locked",
        "doubled",
        "bzip2",
        "garbled",
        "no-xml",
        "dtd",
    ],
)
def test_an_unsound_file_is_refused(data: bytes, told: str) -> None:
    """In Chinese, with what to do where something can be done."""
    assert refused(data) == told


def test_a_file_may_be_so_large() -> None:
    """At the limit it is read, and found broken; a byte more is too much before anything is read."""
    assert refused(b"PK\x03\x04".ljust(MAX_FILE, b"\0")).startswith("文件不完整")
    assert refused(b"PK\x03\x04".ljust(MAX_FILE + 1, b"\0")) == "文件有20兆字节，太大。删去图片再试"


def test_a_package_may_have_so_many_members() -> None:
    """The limit itself is opened."""
    most = {**members(SOUND), **{f"{at}.xml": "" for at in range(MAX_MEMBERS - len(members(SOUND)))}}
    assert open_package(zipped(most)).main == BODY
    assert refused(zipped({**most, "a.xml": ""})) == "压缩包里有2001个文件，太多。看看是不是拿错了文件"


def test_what_unpacks_to_too_much_is_refused() -> None:
    """A part of a megabyte may be packed as tightly as it likes; a larger one to a two-hundredth at the most."""
    assert SMALL / len(zipped({"media.bin": bytes(SMALL)})) > MAX_RATIO
    assert open_package(changed("media.bin", bytes(SMALL))).main == BODY
    assert (
        refused(changed("media.bin", bytes(SMALL + 1))) == "“media.bin”解压后太大，可能是压缩炸弹。看看是不是拿错了文件"
    )
