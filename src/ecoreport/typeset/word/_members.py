"""A zip with some members replaced or added; those that stay are copied as they lie there, packed."""

import struct
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from zlib import crc32

_LOCAL, _CENTRAL = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NAME_LENGTH, _NAME = 26, 30  # in a member's head
_UTF8, _SIZES_BEHIND = 1 << 11, 1 << 3
_VERSION, _FIRST_DAY = 20, 1 << 5 | 1  # of the format; 1980-01-01, its first


class _Member(NamedTuple):
    name: bytes
    flags: int
    method: int
    time: int
    date: int
    crc: int
    size: int
    packed: bytes
    attributes: int


def rewritten(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The zip `data` with these parts, those that it has in their old places, others behind; they are not packed.

    Deflate differs between zlibs, and the same input is to give the same bytes.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
    kept = {info.filename for info in infos}
    members = [
        _stored(info.filename, parts[info.filename]) if info.filename in parts else _as_it_lies(data, info)
        for info in infos
    ]
    members += [_stored(name, part) for name, part in parts.items() if name not in kept]
    return b"".join(_written(members))


def _stored(name: str, part: bytes) -> _Member:
    flags = 0 if name.isascii() else _UTF8
    return _Member(name.encode(), flags, zipfile.ZIP_STORED, 0, _FIRST_DAY, crc32(part), len(part), part, 0)


def _as_it_lies(data: bytes, info: zipfile.ZipInfo) -> _Member:
    start = info.header_offset
    name_length, extra_length = struct.unpack_from("<2H", data, start + _NAME_LENGTH)
    begin = start + _NAME + name_length + extra_length
    time, date = struct.unpack_from("<2H", data, start + 10)
    return _Member(
        data[start + _NAME : start + _NAME + name_length],
        info.flag_bits & ~_SIZES_BEHIND,
        info.compress_type,
        time,
        date,
        info.CRC,
        info.file_size,
        data[begin : begin + info.compress_size],
        info.external_attr,
    )


def _written(members: list[_Member]) -> Iterator[bytes]:
    directory = []
    at = 0
    for one in members:
        said = (
            _VERSION,
            one.flags,
            one.method,
            one.time,
            one.date,
            one.crc,
            len(one.packed),
            one.size,
            len(one.name),
            0,
        )
        head = _LOCAL.pack(b"PK\x03\x04", *said) + one.name
        yield head
        yield one.packed
        directory.append(_CENTRAL.pack(b"PK\x01\x02", _VERSION, *said, 0, 0, 0, one.attributes, at) + one.name)
        at += len(head) + len(one.packed)
    yield from directory
    length = sum(map(len, directory))
    yield _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), length, at, 0)
