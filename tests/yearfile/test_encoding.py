"""Files that are no text in UTF-8: told by their bytes, each with its own way out."""

import pytest

from ecoreport.yearfile._encoding import encoding, foreign, in_utf8, text_of

SAVE = "在记事本或 WPS 里“另存为”，编码选 UTF-8"
RESAVE = f"运行 ecoreport check --fix 就改成 UTF-8；或者{SAVE}"
REPAIR = "把这里的字重新打一遍，编码选 UTF-8 保存；或者从备份里取回这个文件"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.mark.parametrize(
    ("data", "message", "mend"),
    [
        (
            b"PK\x03\x04...word/document.xml",
            "这是 Word 文件（.docx），不是年度文件",
            "把它改名为 2024.docx，再运行 ecoreport import data/2024.docx，生成年度文件",
        ),
        (
            b"PK\x03\x04...xl/workbook.xml",
            "这是压缩文件或者表格，不是年度文件",
            "把里面的内容另存为 Word 文件（.docx），再运行 ecoreport import 生成年度文件",
        ),
        (
            OLE,
            "这是旧版 Word 或 WPS 文件（.doc、.wps），不是年度文件",
            "把它改名为 2024.doc，再运行 ecoreport import data/2024.doc，生成年度文件",
        ),
        (
            b"%PDF-1.7\n",
            "这是 PDF 文件，不是年度文件",
            "找到它的 Word 文件（.docx），再运行 ecoreport import 生成年度文件",
        ),
    ],
)
def test_a_file_of_another_program_is_told_by_its_first_bytes(data: bytes, message: str, mend: str) -> None:
    """The mend leads to an import, and names the file where it can be imported once it has its right name."""
    assert foreign(data, "data/2024.yaml") == (message, mend)
    assert foreign(b"#" + data, "data/2024.yaml") is None


def test_a_name_without_a_suffix_is_only_added_to() -> None:
    """What is to be run names the folder, what is to be renamed does not."""
    told = foreign(OLE, "data/2024")
    assert told is not None
    assert told[1] == "把它改名为 2024.doc，再运行 ecoreport import data/2024.doc，生成年度文件"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_with_and_without_its_mark(codec: str) -> None:
    """Without the mark, the bytes of 0 between the letters of the keys show it."""
    data = "year: 2024\nissuer: 示例区生态环境局\n".encode(codec)
    assert foreign(data, "data/2024.yaml") == ("文件是 UTF-16 编码，不是 UTF-8", RESAVE)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", False),
        ("year: 2024\nissuer: 示例区生态环境局\n".encode(), False),
        (b"a\0bc", False),
        (b"a\0\0bc", True),
        (b"y" * 150 + b"\0" * 51, False),
        (b"y" * 149 + b"\0" * 51, True),
        (b"y" * 200 + b"\0" * 100, False),
    ],
)
def test_it_takes_more_than_a_quarter_of_zeros_at_the_head(data: bytes, *, told: bool) -> None:
    """A stray control character is no UTF-16, and what stands behind the first 200 bytes is not looked at."""
    assert (foreign(data, "data/2024.yaml") is not None) == told


@pytest.mark.parametrize(
    ("body", "message", "mend"),
    [
        ("issuer: 示例县教育局\n".encode("gbk"), "文件不是 UTF-8 编码，像是 GBK（旧版记事本叫 ANSI）", RESAVE),
        ("issuer: 示例县教育局〇\n".encode("gb18030"), "文件不是 UTF-8 编码，像是 GBK（旧版记事本叫 ANSI）", RESAVE),
        ("issuer: café".encode("latin-1"), "文件不是 UTF-8 编码，也不像 GBK", SAVE),
        ("issuer: 示例县教育局的一段话，".encode() + b"\xe7\xff", "文件是 UTF-8 编码，但这里有坏了的字节", REPAIR),
    ],
)
def test_gbk_is_told_from_what_is_neither(body: bytes, message: str, mend: str) -> None:
    """And from UTF-8 with a fault, which would read as other characters if it were taken for GBK."""
    assert encoding(body) == (message, mend)


TEXT = "year: 2024\nissuer: 示例县教育局\nlead: 全面推进依法行政〇。\n"


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_another_encoding_becomes_utf_8(codec: str) -> None:
    """Every character of it."""
    assert in_utf8(TEXT.encode(codec)) == TEXT.encode()
    assert text_of(TEXT.encode(codec)) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"",
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode()[:-2] + b"\xff\n",
        "lead: café".encode("latin-1"),
        b"PK\x03\x04" + "示例".encode("gbk"),
        OLE + "示例".encode("gbk"),
        b"%PDF-1.4 " + "示例".encode("gbk"),
    ],
)
def test_what_is_utf_8_or_no_text_is_left_alone(data: bytes) -> None:
    """Damaged or not."""
    assert in_utf8(data) is None
