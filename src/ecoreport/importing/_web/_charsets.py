"""The bytes of a web page to its text: by its mark, by what the page or its letter says, else as UTF-8 or GB18030."""

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HEAD = 4096  # bytes in which a page says its encoding; browsers look at 1024
_TOLD = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""")
# What pages say and what they are: GB18030 holds both older sets, and who says Latin-1 has not set it.
_MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "utf-16": "utf-8", "unicode": "utf-8"}
_MEANT |= {"iso-8859-1": "utf-8", "windows-1252": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8"}


def page_text(data: bytes, told: str = "") -> tuple[str, int]:
    """The page's text, and how many bytes are none in its encoding, now U+FFFD; `told`: what its letter says."""
    for mark, known in _MARKS:
        if data.startswith(mark):
            return _readable(data[len(mark) :], known)
    said = _TOLD.search(data[:_HEAD])
    names = [told, said[1].decode("ascii") if said else "", "utf-8", "gb18030"]
    candidates = [one for name in names if (one := _codec(name))]
    for name in candidates:
        try:
            return data.decode(name), 0
        except UnicodeDecodeError:
            continue
    return _readable(data, candidates[0])


def _readable(data: bytes, codec: str) -> tuple[str, int]:
    text = data.decode(codec, "replace")
    return text, text.count("\ufffd")


def _codec(name: str) -> str:
    """A codec of text that Python has under the name that a page says; empty where there is none."""
    low = name.strip().lower()
    try:
        found = codecs.lookup(_MEANT.get(low, low))
    except (LookupError, ValueError):
        return ""
    return found.name if found._is_text_encoding else ""  # noqa: SLF001 - rot13 and base64 are codecs too
