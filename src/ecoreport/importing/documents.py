"""An old document to what a page of it shows, in order: Word, Markdown, plain text, web pages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath

from ecoreport.importing._files.kinds import Kind, kind_of, office_kind, refuse_other_kinds, refuse_unknown
from ecoreport.importing._pieces import Pieces
from ecoreport.importing._places import shown_lines
from ecoreport.importing._text import decoded, read_markdown, read_text
from ecoreport.problems.diagnostic import Unreadable

_MARKDOWN = frozenset({".md", ".markdown"})
_MOST_TEXT = 4 << 20  # bytes; a long report has 0.2 million
# The kinds that an ending promises; any other that is found is said.
_PROMISED = {".docx": Kind.WORD, ".doc": Kind.WORD, ".wps": Kind.WORD, ".txt": Kind.TEXT, ".text": Kind.TEXT}
_PROMISED |= {".htm": Kind.PAGE, ".html": Kind.PAGE, ".mht": Kind.ARCHIVE, ".mhtml": Kind.ARCHIVE}


def office_suffix(data: bytes, name: str) -> str:
    """The ending (.doc) under which LibreOffice is to make .docx of a document first; empty where `read` reads it.

    Unreadable where the document is of a kind that holds no report.
    """
    suffix = PurePath(name).suffix.lower()
    if PurePath(name).name.startswith("~$"):
        raise Unreadable("这是 Word、WPS 打开文件时留下的临时文件，里面没有报告", "导入同一个文件夹里没有“~$”的那一个")
    refuse_other_kinds(data, suffix)
    return office_kind(data, suffix)


def read(data: bytes, name: str, encoding: str | None = None) -> Pieces:
    """What a .docx, a web page, Markdown or a text shows, whatever it is called; `encoding` is the text's, where known.

    Unreadable, with the reason and what to do, where it cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    kind = kind_of(data, name)
    if kind is not Kind.WORD and len(data) > _MOST_TEXT:
        refuse_unknown(data)
        raise Unreadable(f"文字超过了{_MOST_TEXT >> 20} MB", "不会是一份报告；看看是不是拿错了文件")
    if kind is not Kind.WORD and suffix in _MARKDOWN:
        return read_markdown(decoded(data, encoding))
    made = _READERS[kind](data, encoding)
    if _PROMISED.get(suffix, kind) is kind:
        return made
    return replace(made, said=(f"扩展名是 {suffix}，其实是{kind}，照它读", *made.said))


def _word(data: bytes, _: str | None) -> Pieces:
    from ecoreport.importing._word.document import read_docx  # noqa: PLC0415 - only now is lxml needed

    return read_docx(data)


def _page(data: bytes, encoding: str | None) -> Pieces:
    from ecoreport.importing._web.mime import page  # noqa: PLC0415 - few documents are pages

    return page(data, encoding or "")


def _archive(data: bytes, _: str | None) -> Pieces:
    from ecoreport.importing._web.mime import read_archive  # noqa: PLC0415 - it loads email

    return read_archive(data)


def _text(data: bytes, encoding: str | None) -> Pieces:
    try:
        text = decoded(data, encoding)
    except Unreadable:
        if not encoding:
            refuse_unknown(data)
        raise
    if "\0" in text:  # which no text holds
        refuse_unknown(data)
    return read_text(text)


_READERS: Mapping[Kind, Callable[[bytes, str | None], Pieces]] = {
    Kind.WORD: _word,
    Kind.PAGE: _page,
    Kind.ARCHIVE: _archive,
    Kind.TEXT: _text,
}


def plain_text(pieces: Pieces) -> str:
    """All that the document shows, a paragraph or a table's row a line."""
    lines = (line.text for line in shown_lines(pieces.body))
    return "".join(f"{line}\n" for line in (*lines, *pieces.apart) if line)
