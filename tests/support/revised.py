"""Tracked changes, accepted and rejected."""

import datetime as dt
import io
import zipfile
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ecoreport.build import Built
from ecoreport.report.blocks import Block
from ecoreport.report.markdown import read
from ecoreport.typeset.layout import STANDARD
from ecoreport.typeset.word.tracked import tracked
from ecoreport.typeset.word.writer import Properties
from support.words import W

DAY = dt.date(2025, 1, 20)
INS, DEL = f"{W}ins", f"{W}del"


def paragraphs(data: bytes, *, accept: bool) -> list[str]:
    """What each paragraph says once all changes are accepted or rejected, by the standard's words (17.13.5)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own output
    gone, stays = (DEL, f"{W}t") if accept else (INS, f"{W}delText")
    found: list[str] = []

    def walk(element: ET.Element) -> str:
        if element.tag == f"{W}tr" and element.find(f"{W}trPr/{gone}") is not None:
            return ""
        if element.tag == gone:
            return ""
        if element.tag == f"{W}p":
            marked = element.find(f"{W}pPr/{W}rPr/{gone}") is not None
            text = "".join(walk(child) for child in element)
            if not marked:
                found.append(text)
            else:
                assert text == ""
            return ""
        said = (element.text or "") if element.tag in (f"{W}t", stays) else ""
        return said + "".join(walk(child) for child in element)

    walk(root)
    return [text for text in found if text]


def plain(data: bytes) -> list[str]:
    """What each paragraph of an untracked document says."""
    return paragraphs(data, accept=True)


class Made(NamedTuple):
    """A report's blocks, and the Word file of them."""

    blocks: tuple[Block, ...]
    docx: bytes


def made_of(built: Built) -> Made:
    """What was built as Markdown and Word."""
    return Made(read(built.outputs["md"].decode()), built.outputs["docx"])


def revised(old: Made, new: Made) -> bytes:
    """The tracked document between two of ours."""
    return tracked(old.blocks, new.blocks, STANDARD, Properties("对照", "示例区生态环境局", DAY), "ecoreport")
