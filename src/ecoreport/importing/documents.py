"""An old document to what a page of it shows, in order: Word, Markdown, plain text."""

from pathlib import PurePath

from ecoreport.importing._kinds import refuse_other_kinds
from ecoreport.importing._pieces import Grid, Pieces
from ecoreport.importing._text import decoded, read_markdown, read_text
from ecoreport.problems.diagnostic import Unreadable

_OFFICE = frozenset({".doc", ".wps", ".odt", ".rtf", ".wpt", ".dot", ".fodt"})
_TEXT, _MARKDOWN, _WORD = frozenset({".txt", ".text"}), frozenset({".md", ".markdown"}), ".docx"
_MOST_TEXT = 4 << 20  # bytes; a long report has 0.2 million
_OLD_WORD, _ZIP = (b"\xd0\xcf\x11\xe0", b"{\\rtf"), b"PK\x03\x04"


def office_suffix(data: bytes, name: str) -> str:
    """The ending (.doc) under which LibreOffice is to make .docx of a document first; empty where `read` reads it.

    Unreadable where the document is of a kind that holds no report.
    """
    refuse_other_kinds(data)
    suffix = PurePath(name).suffix.lower()
    if suffix in _OFFICE:
        return suffix
    return (suffix or ".doc") if suffix != _WORD and data.startswith(_OLD_WORD) else ""


def read(data: bytes, name: str, encoding: str | None = None) -> Pieces:
    """The paragraphs and tables of a .docx, .md or text; `encoding` is the text's, where it is known.

    Unreadable, with the reason and what to do, where it cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    is_text = suffix in _MARKDOWN or suffix in _TEXT or not (suffix == _WORD or data.startswith(_ZIP))
    if is_text and len(data) > _MOST_TEXT:
        raise Unreadable(f"文字超过了{_MOST_TEXT >> 20} MB", "不会是一份报告；看看是不是拿错了文件")
    if suffix in _MARKDOWN:
        return read_markdown(decoded(data, encoding))
    if is_text:
        return read_text(decoded(data, encoding))
    from ecoreport.importing._docx import read_docx  # noqa: PLC0415 - only now is lxml needed

    return read_docx(data)


def plain_text(pieces: Pieces) -> str:
    """All that the document shows, a paragraph or a table's row a line."""
    lines: list[str] = []
    for piece in pieces.body:
        rows = piece.rows if isinstance(piece, Grid) else ((piece.text,),)
        lines += [" | ".join(" ".join(cell.split()) for cell in row) for row in rows]
    return "".join(f"{line}\n" for line in (*lines, *pieces.apart) if line)
