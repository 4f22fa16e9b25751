"""Where LibreOffice has put each character, and each drop of ink, in mm from the top left of the paper."""

import collections
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from support import ROOT, needs

MM_PER_POINT = 25.4 / 72
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0  # edges of the 版心
PITCH = 28.95 * MM_PER_POINT
CHARACTER = 15.75 * MM_PER_POINT  # a 字 of 3号 on the grid
_DPI = 200
_MM = 25.4 / _DPI
_DARK = bytes(int(level < 120) for level in range(256))


class Line(NamedTuple):
    """A line of text on a page: its words joined, and where it begins, ends and sits, in mm."""

    text: str
    left: float
    right: float
    middle: float


class Band(NamedTuple):
    """Rows of a page that hold ink one below the other, and how far it reaches."""

    top: float
    bottom: float
    left: float
    right: float


def pdfs_of(folder: Path, documents: Mapping[str, bytes]) -> dict[str, Path]:
    """Word files as LibreOffice prints them, with stand-in fonts of the same widths; by their names."""
    needs("soffice", "no LibreOffice")
    needs("pdftotext", "no poppler-utils")
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests" / "outside" / "fonts.conf")}
    known = subprocess.run(["fc-list"], env=environment, capture_output=True, check=True, encoding="utf-8").stdout
    needs("sh" if "FandolFang" in known else "", "no Fandol fonts, so nothing to measure with")
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    files = [str(folder / f"{name}.docx") for name in documents]
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
    return {name: folder / f"{name}.pdf" for name in documents}


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


def fonts_of(pdf: Path) -> list[tuple[str, str, float]]:
    """Each piece of text with the family and the size in pt that it is printed in."""
    told = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-fontfullname", "-stdout", str(pdf)],
        capture_output=True, check=True, encoding="utf-8",
    ).stdout  # fmt: skip
    root = ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", told))  # noqa: S314 - poppler's output
    known = {one.attrib["id"]: (one.attrib["family"], float(one.attrib["size"])) for one in root.iter("fontspec")}
    return [("".join(one.itertext()), *known[one.attrib["font"]]) for one in root.iter("text")]


def ink(pdf: Path, page: int, *, red: bool = False, between: tuple[float, float] = (0, 300)) -> list[Band]:
    """The bands of black, or of red, ink on a page, from above; of the columns `between` only."""
    command = ["pdftoppm", "-r", str(_DPI), "-f", str(page), "-l", str(page), str(pdf)]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    _, size, _, pixels = data.split(b"\n", 3)
    wide, high = map(int, size.split())
    first, last = int(between[0] / _MM), min(int(between[1] / _MM), wide)
    rows = [pixels[3 * wide * at + 3 * first : 3 * wide * at + 3 * last] for at in range(high)]
    reach = [_reach(row, red=red) for row in rows]
    bands: list[Band] = []
    begun: int | None = None
    for at, one in enumerate([*reach, None]):
        if one and begun is None:
            begun = at
        if not one and begun is not None:
            sides = [edge for edge in reach[begun:at] if edge]
            left, right = min(side[0] for side in sides), max(side[1] for side in sides)
            bands.append(Band(begun * _MM, at * _MM, (first + left) * _MM, (first + right + 1) * _MM))
            begun = None
    return bands


def _reach(row: bytes, *, red: bool) -> tuple[int, int] | None:
    """The first and the last pixel of that colour."""
    strong, weak = row[0::3].translate(_DARK), row[1::3].translate(_DARK)
    marked = bytes(g & (1 - r) for r, g in zip(strong, weak, strict=True)) if red and any(weak) else strong
    if red and not any(weak):
        return None
    return (marked.find(1), marked.rfind(1)) if 1 in marked else None
