"""Invented documents of every kind: their lines, what is in them, and what the year file must hold."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

import yaml

from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from support import CASES

_SHORT = {
    "{TOP}": ["2025年，我单位坚持以习近平法治思想为指导。现将有关情况报告如下："],
    "{HEAD}": ["示例县水务局2025年法治政府建设情况报告", "2025年，示例县水务局坚持依法行政。现将有关情况报告如下："],
    "{BODY}": [
        "一、主要举措和成效",
        "（一）坚持党的领导。党组会议专题研究法治工作3次。",
        "（二）规范行政执法。全年立案12件，均已办结。",
        "二、存在的不足和原因",
        "（一）执法力量不足。主要原因是编制偏少。",
        "三、党政主要负责人履行推进法治建设第一责任人职责情况",
        "主要负责人带头述法，亲自部署重要工作。",
        "四、下一年度主要安排",
        "（一）充实执法力量。公开招录执法人员。",
    ],
    "{REST}": [
        "二、存在的不足和原因",
        "（一）执法力量不足。主要原因是编制偏少。",
        "三、党政主要负责人履行推进法治建设第一责任人职责情况",
        "主要负责人带头述法，亲自部署重要工作。",
        "四、下一年度主要安排",
        "（一）充实执法力量。公开招录执法人员。",
    ],
    "{SIGNED}": ["示例县水务局", "2026年1月20日"],
}  # fmt: skip
_LABELS = ("web", "again", "cell")


class Shape(NamedTuple):
    """A document: its pieces, the lines that are no part of the report, and what the year file must hold."""

    name: str
    pieces: Pieces
    furniture: Sequence[str]
    gives: Mapping[str, object]
    changed: Sequence[str]
    finds: Sequence[str]
    doubts: Sequence[str]


def shapes(kind: str) -> list[Shape]:
    """The documents of that kind, in the order of their file."""
    return [_shape(one) for one in yaml.safe_load((CASES / "shapes" / f"{kind}.yaml").read_text("utf-8"))]


def _shape(told: Mapping[str, list[str]]) -> Shape:
    lines = [_labelled(text) for one in told["lines"] for text in _SHORT.get(one, [one])]
    outside = told.get("furniture", [text for label, text in lines if label in ("web", "again")])
    pieces = Pieces(tuple(_pieces(lines)))
    said = (told.get(key, ()) for key in ("changed", "finds", "doubts"))
    return Shape(str(told["name"]), pieces, outside, told["gives"], *said)  # type: ignore[arg-type]  # as the file says


def _labelled(text: str) -> tuple[str, str]:
    label, mark, rest = text.partition("|")
    return (label, rest) if mark and label in _LABELS else ("", text)


def _pieces(lines: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """A piece a line; cells, two in a row, are one table."""
    cells: list[str] = []
    for label, text in (*lines, ("", "")):
        if label == "cell":
            cells.append(text)
            continue
        if cells:
            yield Grid(tuple(zip_longest(*[iter(cells)] * 2, fillvalue="")))
            cells = []
        if text:
            yield Line(text)


def lacking(wanted: object, given: object, path: str = "") -> Iterator[str]:
    """Where `given` does not hold what is `wanted`: of a mapping the keys named, of a list each item."""
    if isinstance(wanted, Mapping) and isinstance(given, Mapping):
        for key, value in wanted.items():
            yield from lacking(value, given.get(key), f"{path}.{key}")
    elif isinstance(wanted, list) and isinstance(given, list) and len(wanted) == len(given):
        for at, pair in enumerate(zip(wanted, given, strict=True)):
            yield from lacking(*pair, f"{path}[{at}]")
    elif wanted != given and not (wanted == {} and given):
        yield f"{path}: {wanted!r}, not {given!r}"
