"""What a zip that anybody may have made is allowed to be: its limits, and the faults of reading one."""

import zipfile
import zlib

from ecoreport.problems.diagnostic import Unreadable

MAX_FILE, MAX_TOTAL, MAX_PART = 20 << 20, 60 << 20, 30 << 20  # bytes: the file, its parts unpacked, one of them
MAX_MEMBERS, MAX_RATIO, SMALL = 2000, 200, 10 << 20  # 500 pages of like text are smaller, and pack as tightly as a bomb
WRONG_FILE, SAVED_ANEW = "看看是不是拿错了文件", "用 Word 打开，另存一份再导入"
DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError)  # of reading a member
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def guard(members: list[zipfile.ZipInfo], program: str = "Word") -> None:
    """Unreadable where a zip with these members is no sound and modest one; `program` is what opens such files."""
    anew = SAVED_ANEW.replace("Word", program)
    names = [member.filename.lower() for member in members]
    if len(members) > MAX_MEMBERS:
        raise Unreadable(f"压缩包里有{len(members)}个文件，太多", WRONG_FILE)
    if len(set(names)) != len(names):
        raise Unreadable("压缩包里有重名的文件", anew)
    if sum(member.file_size for member in members) > MAX_TOTAL:
        raise Unreadable("解压后太大，可能是压缩炸弹", WRONG_FILE)
    for member in members:
        if member.flag_bits & 1:
            raise Unreadable("文件加了密码", f"用 {program} 打开，去掉密码再另存")
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > MAX_PART or (member.file_size > SMALL and ratio > MAX_RATIO):
            raise Unreadable(f"“{member.filename}”解压后太大，可能是压缩炸弹", WRONG_FILE)
        if member.compress_type not in _STORED_OR_DEFLATED:
            raise Unreadable("压缩的方法不支持", anew)
