"""Where LibreOffice has put each character."""

import collections
import re
import subprocess
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

MM_PER_POINT = 25.4 / 72


class Line(NamedTuple):
    """A line of text on a page: its words joined, and where it begins, ends and sits, in mm."""

    text: str
    left: float
    right: float
    middle: float


def boxes_of(pdf: Path) -> list[list[Line]]:
    """The lines of each page of a PDF."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), "-"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    root = ET.fromstring(re.sub(r'<!DOCTYPE[^>]*>| xmlns="[^"]+"', "", boxes))  # noqa: S314 - poppler's output
    return [_lines(page) for page in root.iter("page")]


def _lines(page: ET.Element) -> list[Line]:
    found = collections.defaultdict(list)
    for one in page.iter("word"):
        found[round((float(one.attrib["yMin"]) + float(one.attrib["yMax"])) / 2 / 4)].append(one)
    return [
        Line(
            "".join(one.text or "" for one in sorted(words, key=lambda one: float(one.attrib["xMin"]))),
            min(float(one.attrib["xMin"]) for one in words) * MM_PER_POINT,
            max(float(one.attrib["xMax"]) for one in words) * MM_PER_POINT,
            (float(words[0].attrib["yMin"]) + float(words[0].attrib["yMax"])) / 2 * MM_PER_POINT,
        )
        for _, words in sorted(found.items())
    ]
