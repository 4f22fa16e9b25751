"""A document that is named on the command line, read; one of another office program by LibreOffice first."""

import errno
import sys
from pathlib import Path

from ecoreport.cli.console import say
from ecoreport.cli.office import OfficeError, OfficeMissingError, converted
from ecoreport.importing.documents import office_suffix
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.project import read_file, shown

MOST_BYTES = 64 << 20  # that are read at all


def readable(file: str) -> tuple[bytes, str]:
    """Bytes and name of the file, - for standard input, of one that LibreOffice has to open of the .docx it makes.

    Unreadable where that fails, OSError as ever.
    """
    data = read_whole(file)
    suffix = office_suffix(data, file)
    if not suffix:
        return data, file
    made = _as_docx(data, suffix, file)
    if not file.lower().endswith(suffix):
        say(f"{shown(file)} 其实是 {suffix} 文件，照它读")
    return made, ".docx"


def read_whole(file: str) -> bytes:
    """The bytes of the file, - for standard input; Unreadable where it is too large, OSError as ever."""
    if file == "-" and sys.stdin is None:
        raise OSError(errno.EBADF, "closed", "标准输入")
    data = sys.stdin.buffer.read(MOST_BYTES + 1) if file == "-" else read_file(Path(file), most=MOST_BYTES)
    if len(data) > MOST_BYTES:
        raise Unreadable(f"文件超过了{MOST_BYTES >> 20} MB", "不会是一份报告；把里面的图片压缩了再试")
    return data


def _as_docx(data: bytes, suffix: str, file: str) -> bytes:
    try:
        return converted(data, suffix, "docx")
    except OfficeMissingError as error:
        kind = f"读 {suffix} 文件" if file.lower().endswith(suffix) else f"其实是 {suffix} 文件"
        raise Unreadable(f"{kind}：{error}", "装好再试，或者用 Word、WPS 打开，另存为 .docx") from None
    except OfficeError as error:
        raise Unreadable(str(error), "用 Word 或 WPS 打开，另存为 .docx") from None
