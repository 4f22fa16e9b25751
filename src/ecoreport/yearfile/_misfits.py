"""What the model finds wrong with a file, in a clerk's words, with the mend that was most likely meant."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from yaml.nodes import ScalarNode

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.text.quantity import FigureError, parse_quantity
from ecoreport.yearfile._keys import NO_KEY
from ecoreport.yearfile._messages import code_of, help_of, is_figure, message_of, name_of_figure
from ecoreport.yearfile._signs import STEP, beginning
from ecoreport.yearfile._tree import Document
from ecoreport.yearfile.model import Report, field_names, models_in, outermost

_YEAR_FILE = re.compile(r"([0-9]{4})\.yaml$")
# Errors whose help, where it says how to write it, says so of the value, or of the key, alone.
_SPELLED = frozenset({"int_type", "bool_type", "date_shape", "figure", "string_pattern_mismatch", "extra_forbidden"})
_NOTED = re.compile(r"(?P<figure>[^（(]*[^（(\s])\s*[（(](?P<note>[^（()）\[\]{},:#]+)[)）]")
SIMILAR = 0.6  # how alike a misspelt key must be to be suggested
MOST_GUESSES = 1000  # unknown keys for which one is suggested


def misfits(error: ValidationError, model: type[BaseModel], document: Document) -> Iterator[Finding]:
    """One finding a fault of the file; a missing line, or a misspelt key, that explains others is told once."""
    faults = [one for fault in error.errors(include_url=False) for one in _each_row(dict(fault))]
    for finding in _translated(faults, model):
        yield _with_note(_of_this_year(finding, document.source.name), document)


def _each_row(fault: dict[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The fault; one for each row of a table that is not as wide as its header."""
    if fault["type"] != "table_width":
        yield fault
        return
    for at, cells in fault["ctx"]["rows"]:
        yield {**fault, "ctx": {**fault["ctx"], "loc": ("rows", at), "cells": cells}}


def _translated(faults: Sequence[Mapping[str, Any]], model: type[BaseModel]) -> Iterator[Finding]:
    """One finding a fault; a misspelt key that explains a missing one is told once."""
    missing = {fault["loc"] for fault in faults if fault["type"] == "missing"}
    lacking: dict[Path, list[str]] = {}
    for loc in missing:
        lacking.setdefault(loc[:-1], []).append(str(loc[-1]))
    explained: set[Path] = set()
    found: list[tuple[Path, Finding]] = []
    unknown = 0
    for fault in faults:
        loc = (*fault["loc"], *fault.get("ctx", {}).get("loc", ()))
        unknown += fault["type"] == "extra_forbidden"
        finding = _finding(fault, loc, model, guess=unknown <= MOST_GUESSES)
        if fault["type"] == "extra_forbidden" and (here := lacking.get(loc[:-1])):
            meant = _titled(model, loc) or next(iter(difflib.get_close_matches(str(loc[-1]), here, 1, SIMILAR)), "")
            if (*loc[:-1], meant) in missing:
                explained.add((*loc[:-1], meant))
        found.append((loc, finding))
    yield from (finding for loc, finding in found if loc not in explained)


def _finding(fault: Mapping[str, Any], loc: Path, model: type[BaseModel], *, guess: bool) -> Finding:
    kind = fault["type"]
    names = [str(part) for part in loc if isinstance(part, str) and part != "[key]"]
    name = names[-1] if names else ""
    if name == "value" and len(names) > 1:
        name = names[-2]  # of a figure its name is what the clerk knows
    message, help_ = message_of(fault, name), help_of(fault, name)
    if model is Report and loc[:1] == ("figures",) and loc[1:2] and loc[1] in outermost():
        return Finding("E134", "这个键属于文件的最外层", loc[:2], on_key=True, help=f"这一行{beginning(0)}")
    if kind == "extra_forbidden":
        if name in field_names(model):
            message = f"“{name}”不能写在这里"
            help_ = "它属于哪一条，就与那一条的其他键对齐" if len(loc) == 1 else help_
            help_ = f"它属于文件的最外层，这一行{beginning(0)}" if len(loc) > 1 and name in outermost() else help_
        elif guess:
            help_ = _meant(fault, loc, model) or help_
    elif kind == "missing":
        help_ = _to_write(model, loc)
    elif "[key]" in loc:
        message, help_ = name_of_figure(fault, name)
    on_key = kind in ("extra_forbidden", "missing") or "[key]" in loc
    path = loc[:-1] if kind == "missing" else tuple(part for part in loc if part != "[key]")
    if kind == "union_tag_invalid":
        path = (*path, "kind")
    return Finding(code_of(fault), message, path, on_key=on_key, help=help_, instead=_instead(kind, name, help_))


def _instead(kind: str, name: str, help_: str) -> str:
    """What the help spells out for the value, or the key, as it stands; else empty."""
    written = help_.partition("写成 ")[2]
    if "，" in written:  # there is more to do
        return ""
    if kind == "tuple_type":
        return written.removeprefix(f"{name}: ") if written.startswith(f"{name}: ") else ""
    return written if kind in _SPELLED else ""


def _meant(fault: Mapping[str, Any], loc: Path, model: type[BaseModel]) -> str:
    """What the typist meant by a key that is none: a misspelt one, one in Chinese, a figure, a comment."""
    name = str(loc[-1])
    known = sorted(_fields_at(model, loc[:-1]))
    if name.lower() in known:
        return f"写成 {name.lower()}"
    if close := difflib.get_close_matches(name.lower(), known, 1, SIMILAR):
        return f"是不是“{close[0]}”？"
    if key := _titled(model, loc):
        return f"写成 {key}"
    if model is Report and len(loc) == 1 and is_figure(fault["input"]):
        return f"是指标，就移到 figures 下面，这一行{beginning(STEP)}"
    if NO_KEY.match(name):
        return f"是说明，就在前面加上“# ”：写成 # {name}"
    return ""


def _titled(model: type[BaseModel], loc: Path) -> str:
    """The key at this place that is called so in Chinese."""
    titles = {field.title: key for key, field in _fields_at(model, loc[:-1]).items() if field.title}
    close = difflib.get_close_matches(str(loc[-1]), titles, 1, SIMILAR)
    return titles[close[0]] if close else ""


def _of_this_year(finding: Finding, file: str) -> Finding:
    """The finding; a missing year is the one that the file is called after."""
    year = _YEAR_FILE.search(file)
    if finding.code != "E202" or not finding.help.startswith("写上 year，") or not year:
        return finding
    return finding._replace(help=f"写上 year: {year[1]}")


def _with_note(finding: Finding, document: Document) -> Finding:
    """The finding; of a figure with words in brackets behind it, these are its note."""
    found = document.find(finding.path) if finding.code == "E211" else None
    node = found[1] if found else None
    match = _NOTED.fullmatch(node.value.strip()) if isinstance(node, ScalarNode) else None
    if match is None or not _is_quantity(match["figure"]):
        return finding
    written = f"{match['figure']}, note: {match['note']}"
    figure = document.find(finding.path[:2])
    if figure and figure[1] is node:
        written = f"{{value: {written}}}"
    elif document.find((*finding.path[:2], "note")):
        return finding._replace(help=f"写成 {match['figure']}，括号里的话移到 note 里", instead="")
    return finding._replace(help=f"说明的话写到 note 里，写成 {written}", instead=written)


def _is_quantity(text: str) -> bool:
    try:
        parse_quantity(text)
    except FigureError:
        return False
    return True


def _to_write(model: type[BaseModel], loc: Path) -> str:
    """How to write a key that is missing."""
    key = str(loc[-1])
    field = _fields_at(model, loc[:-1]).get(key)
    if field is None:
        return ""
    if field.examples and not isinstance(field.examples[0], list):
        return f"写上 {key}，例如 {key}: {field.examples[0]}"
    return f"写上 {key}（{field.title}）"


def _fields_at(model: type[BaseModel], path: Path) -> Mapping[str, FieldInfo]:
    """The keys that may stand at `path`; parts that are no key of a model (places, names, union tags) pass over."""
    here = {model}
    for part in path:
        named = [
            field.annotation
            for one in here
            for name, field in one.model_fields.items()
            if (field.alias or name) == part
        ]
        here = {below for annotation in named for below in models_in(annotation)} or here
    return {field.alias or name: field for one in here for name, field in one.model_fields.items()}
