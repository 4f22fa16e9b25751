"""A web page saved with all that belongs to it in one file (.mht): its parts, and what the page of them shows."""

import binascii
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from ecoreport.importing._pieces import Pieces, characters_of
from ecoreport.importing._text import read_text
from ecoreport.importing._web._charsets import page_text
from ecoreport.importing._web._page import read_page
from ecoreport.problems.diagnostic import Unreadable

_MOST_HEAD, _MOST_PARTS, _MOST_DEPTH = 64 << 10, 2000, 8
_MOST_UNREAD = 20  # one sign of so many may be none in the page's encoding
_HEAD_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")


class _Part(NamedTuple):
    """A part of a letter: what it is, where it lies, its bytes decoded."""

    kind: str
    charset: str
    place: str
    attached: str  # the name of a file that came with the letter
    data: bytes


def read_archive(data: bytes) -> Pieces:
    """What the page of a .mht shows; Unreadable where there is none in it."""
    parts = list(_parts(data, 0))
    pages = [one for one in parts if one.kind in ("text/html", "application/xhtml+xml") and not one.attached]
    texts = [one for one in parts if one.kind == "text/plain" and not one.attached]
    if pages:
        main = max(pages, key=lambda one: len(one.data)) if _is_frame(pages[0]) else pages[0]
        made = page(main.data, main.charset)
    elif texts:
        main = texts[0]
        made = read_text(page_text(main.data, main.charset)[0])
    else:
        raise Unreadable(
            "这是存成一个文件的网页（.mht）或者邮件，里面没有正文", "打开它，把正文复制到 Word，存为 .docx 再导入"
        )
    others = [one for one in pages if one is not main]
    apart = tuple(text for one in others for text in _aside(one))
    said = tuple(f"附在里面的文件“{one.attached}”没有读" for one in parts if one.attached)
    return Pieces(made.body, (*made.apart, *apart), (*made.said, *said, *_cut(data)))


def page(data: bytes, charset: str = "") -> Pieces:
    """What a page of bytes shows; signs that could not be read are said."""
    text, unread = page_text(data, charset)
    if unread > len(text) // _MOST_UNREAD:
        raise Unreadable(
            "认不出网页的编码，也可能它被加密软件加了密", "在浏览器里打开，把正文复制到 Word，存为 .docx 再导入"
        )
    made = read_page(text)
    said = (*made.said, f"有{unread}处的字读不出来，写成了 \ufffd") if unread else made.said
    if re.search("<html[\\s>]", text, re.IGNORECASE) and not re.search("</html|</body", text, re.IGNORECASE):
        said = (*said, "网页没有结尾，可能没有下载完，请看看正文是不是完整")
    return Pieces(made.body, made.apart, said)


def _is_frame(part: _Part) -> bool:
    return b"<frameset" in part.data[:_MOST_HEAD].lower()


def _aside(part: _Part) -> Iterator[str]:
    """The text of a page beside the main one: page headers and the like."""
    try:
        made = page(part.data, part.charset)
    except Unreadable:
        return
    text = " ".join(characters_of(piece) for piece in made.body)
    yield from (*((f"网页的另一部分：{text}",) if text else ()), *made.apart)


def _cut(data: bytes) -> Iterator[str]:
    """Said where the letter's last line is missing."""
    boundary = _header(data)[0].get_boundary()
    if boundary and f"--{boundary}--".encode("utf-8", "replace") not in data[-(len(boundary) + 4096) :]:
        yield "文件没有结尾，可能没有传完，请看看正文是不是完整"


def _header(data: bytes) -> tuple[Message, bytes]:
    """The head of a letter or of a part of it, and what follows."""
    found = _HEAD_END.search(data, 0, _MOST_HEAD)
    end = found.end() if found else min(len(data), _MOST_HEAD)
    return message_from_bytes(data[:end].lstrip()), data[end:]


def _parts(data: bytes, depth: int) -> Iterator[_Part]:
    """The parts that hold something, in order, those of alternatives and of letters in letters too."""
    head, rest = _header(data)
    boundary = head.get_boundary() if head.get_content_maintype() == "multipart" else None
    if boundary and depth < _MOST_DEPTH:
        mark = b"--" + boundary.encode("utf-8", "replace")
        pieces = re.split(
            rb"(?:\A|\r?\n|\r)" + re.escape(mark) + rb"(?:--)?[ \t]*(?=\r|\n|\Z)", rest, maxsplit=_MOST_PARTS
        )
        for piece in pieces[1:]:
            if piece.strip():
                yield from _parts(piece.lstrip(b"\r\n") if piece[:1] in b"\r\n" else piece, depth + 1)
        return
    kind = head.get_content_type() if head.get("Content-Type") or depth else "text/plain"
    name = head.get_filename() if "attachment" in str(head.get("Content-Disposition", "")).lower() else None
    place = str(head.get("Content-Location", ""))
    yield _Part(kind, str(head.get_content_charset() or ""), place, name or "", _plain(head, rest))


def _plain(head: Message, data: bytes) -> bytes:
    """The bytes as they were before they were written in letters."""
    coding = str(head.get("Content-Transfer-Encoding", "")).strip().lower()
    try:
        if coding == "base64":
            return binascii.a2b_base64(re.sub(rb"[^A-Za-z0-9+/=]", b"", data))
        if coding == "quoted-printable":
            return binascii.a2b_qp(data)
    except binascii.Error:
        raise Unreadable("网页文件（.mht）不完整", "重新下载或拷贝一份再试") from None
    return data
