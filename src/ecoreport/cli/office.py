"""LibreOffice, where it is installed: a document to another format, in a folder and with a profile of its own."""

import re
import tempfile
from pathlib import Path

from ecoreport.cli import programs

PATIENCE = 120  # seconds that LibreOffice may take
_PAGE = re.compile(rb"/Type\s*/Page\b")
_FONT = re.compile(rb"/BaseFont/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
# What a PDF calls the fonts that the standard's practice names.
_POSTSCRIPT = {
    "仿宋_GB2312": ("FangSong_GB2312", "FangSong"),
    "楷体_GB2312": ("KaiTi_GB2312", "KaiTi"),
    "黑体": ("SimHei",),
    "方正小标宋简体": ("FZXBSJW--GB1-0", "FZXiaoBiaoSong-B05S"),
}


class OfficeError(Exception):
    """LibreOffice is not there or did not do it; the message says which."""


class OfficeMissingError(OfficeError):
    """LibreOffice is not installed."""


def converted(data: bytes, suffix: str, form: str) -> bytes:
    """The document `data`, whose file name would end in `suffix`, in the format `form`; OfficeError where it cannot be.

    LibreOffice ends well even where it has failed, so the result is looked at.
    """
    program = programs.found("soffice") or programs.found("libreoffice")
    if program is None:
        raise OfficeMissingError("要装 LibreOffice")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"report{suffix}"
        source.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        arguments = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir"]
        arguments += [f"{folder}/made", str(source)]
        try:
            programs.run(program, *arguments, seconds=PATIENCE)
        except OSError:
            raise OfficeError("LibreOffice 没能打开它") from None
        made = Path(folder) / "made" / f"report.{form}"
        if not made.is_file() or not made.stat().st_size:
            raise OfficeError("LibreOffice 没能打开它")
        return made.read_bytes()


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of LibreOffice's has."""
    return len(_PAGE.findall(pdf))


def replaced_fonts(pdf: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which of the standard's fonts the PDF does not hold, and which fonts it does."""
    held = tuple(dict.fromkeys(match[1].decode("latin-1") for match in _FONT.finditer(pdf)))
    missing = (name for name, known in _POSTSCRIPT.items() if not any(font.startswith(known) for font in held))
    return tuple(missing), held
