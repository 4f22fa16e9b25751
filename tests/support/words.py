"""Read the printed words of a .docx with nothing of ours: every w:t, in document order, white space dropped."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_words(data: bytes) -> str:
    """All that the body prints, without white space."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own output
    return "".join("".join((text.text or "").split()) for text in root.iter(f"{W}t"))


def part(data: bytes, name: str) -> str:
    """One part of the package as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def attributes(xml: str, tag: str) -> list[dict[str, str]]:
    """The attributes of every `w:tag` in the text of a part."""
    found = re.findall(rf"<w:{tag}\b([^>]*?)/?>", xml)
    return [dict(re.findall(r'w:(\w+)="([^"]*)"', one)) for one in found]
