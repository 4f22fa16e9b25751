"""LibreOffice is asked in a folder of its own, and what it does not make is told; fonts are looked up in the PDF."""

import os
import shutil
from pathlib import Path

import pytest
from support import GOOD, needs
from support.projects import build_of

from ecoreport.cli.office import OfficeError, OfficeMissingError, converted, replaced_fonts

ALL_FOUR = b"/BaseFont/FangSong_GB2312 /BaseFont/KaiTi /BaseFont/SimHei /BaseFont/FZXBSJW--GB1-0"


def _program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A `soffice` that does what the shell script says, found before any other."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize(
    ("pdf", "missing", "held"),
    [
        (ALL_FOUR, (), ("FangSong_GB2312", "KaiTi", "SimHei", "FZXBSJW--GB1-0")),
        (ALL_FOUR.replace(b"/KaiTi", b"/ABCDEF+KaiTi_GB2312"), (), ("FangSong_GB2312", "KaiTi_GB2312", "SimHei",
                                                                  "FZXBSJW--GB1-0")),
        (ALL_FOUR.replace(b"SimHei", b"SimHei,Bold"), (), ("FangSong_GB2312", "KaiTi", "SimHei,Bold",
                                                           "FZXBSJW--GB1-0")),
        (ALL_FOUR.replace(b"SimHei", b"NotoSansCJK"), ("黑体",), ("FangSong_GB2312", "KaiTi", "NotoSansCJK",
                                                                  "FZXBSJW--GB1-0")),
        (b"/BaseFont/SimHei/BaseFont/SimHei", ("仿宋_GB2312", "楷体_GB2312", "方正小标宋简体"), ("SimHei",)),
        (b"%PDF-1.7", ("仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"), ()),
    ],
    ids=["all", "a subset of one", "a bold one", "another in its place", "one, twice", "none"],
)  # fmt: skip
def test_fonts_that_another_took_the_place_of(pdf: bytes, missing: tuple[str, ...], held: tuple[str, ...]) -> None:
    """By the names that a PDF has for them; each that it holds is named once."""
    assert replaced_fonts(pdf) == (missing, held)


def test_without_libreoffice_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is written."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OfficeMissingError, match="要装 LibreOffice"):
        converted(b"x", ".docx", "pdf")


def test_what_it_makes_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets the document under a plain name, in a folder that is gone afterwards, with a profile of its own."""
    _program(tmp_path, monkeypatch, f'echo "$@" > {tmp_path}/asked; mkdir "$6"; cp "$7" "$6/report.pdf"')
    assert converted(b"PK\x03\x04", ".docx", "pdf") == b"PK\x03\x04"
    asked = (tmp_path / "asked").read_text("utf-8").split()
    folder = Path(asked[-1]).parent
    assert asked == [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
        "--outdir", f"{folder}/made", f"{folder}/report.docx",
    ]  # fmt: skip
    assert not folder.exists()


@pytest.mark.parametrize("script", ["exit 0", 'mkdir "$6"; : > "$6/report.pdf"', 'mkdir "$6"; echo x > "$6/other.pdf"'])
def test_what_it_does_not_make_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """It ends well even then: nothing, an empty file, another file."""
    _program(tmp_path, monkeypatch, script)
    with pytest.raises(OfficeError, match="LibreOffice 没能打开它"):
        converted(b"x", ".docx", "pdf")


def test_a_program_that_cannot_be_started_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one for another machine."""
    _program(tmp_path, monkeypatch, "")
    (tmp_path / "soffice").write_bytes(b"\x7fELF nothing")
    with pytest.raises(OfficeError, match="LibreOffice 没能打开它"):
        converted(b"x", ".docx", "pdf")


@pytest.mark.office
def test_the_real_one_prints_a_report(project: Path) -> None:
    """Whatever it says on its way."""
    needs("soffice", "no LibreOffice")
    shutil.copy(GOOD / "plain" / "report.yaml", project / "data" / "2024.yaml")
    document = build_of(project, "docx").outputs["docx"]
    assert converted(document, ".docx", "pdf").startswith(b"%PDF-")
