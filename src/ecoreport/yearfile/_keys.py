"""Mends of what stands before a value: the beginning of a line, its dash, its key, the colon behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoreport.yearfile._mend import KEY, LEAD, Mend, counts, indent_of, rewritten, without_comment
from ecoreport.yearfile._signs import BULLETS, SEMICOLONS, STEP, WIDE_BLANKS, WIDE_COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLON = re.compile(
    rf"{LEAD}{KEY}(?P<at>\s*(?:[{WIDE_COLONS}{SEMICOLONS}]|(?<![<>!=])[=＝](?!=))\s*|:(?=[^\s/])|:[{WIDE_BLANKS}]\s*)(?P<value>.*)$"
)
_BULLET = re.compile(rf"(?P<lead>\s*)(?P<at>[－–—{BULLETS}*+]\s*|-(?=[^\s-]))(?P<rest>.+)")
_HASH = re.compile(r"(?P<lead>\s*)(?P<at>＃)\s*(?P<rest>.*)")
_BAR = re.compile(rf"{LEAD}{KEY}: +(?P<at>[|｜])\s*(?P<value>[^\s>\-+0-9#].*|(?=$))")
_NO_COLON = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[A-Za-z_]+(?=\s|$)|[^\s:]+(?=\s+[0-9{]))\s*(?P<value>.*)")
_NAMELESS = re.compile(r"(?P<lead> *)(?P<at>(?:: *)?)(?P<value>\{(?!\{).*|(?<=: )\S.*|\[.*)")
_KEYLESS = re.compile(r"(?P<lead> *- +)(?P<value>[^\s:#\"'\[{-][^:：]*)$")
_PART = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）")
NO_KEY = re.compile(r"(?=[一-鿿（])(?:[^:：]*[、，。；]|[^:：]{13}|[^:：]+[:：].*[，。；])")
_HAN = re.compile(r"[一-鿿]")
_TOP = re.compile(r"[A-Za-z_]+\s*[:：]")


def colon(lines: Sequence[str], at: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Another sign for the colon behind a key, or none of the blank behind it."""
    match = _COLON.match(lines[at])
    if match is None:
        return
    key, sign = match["key"], match["at"].strip()
    new = f"{match['lead']}{key}: {match['value']}".rstrip()
    otherwise = f"把“{sign or match['at']}”换成半角冒号加一个空格，后面的字不动"
    code, message = "E120", f"“{key}”后面是“{sign}”，要用半角冒号加空格"
    if sign and sign in WIDE_COLONS:
        message = f"“{key}”后面是全角冒号“{sign}”，要用半角冒号加空格"
    elif match["at"] == ":":
        code, message, otherwise = "E121", f"“{key}:”后面要有一个空格", "在冒号后面加一个空格，后面的字不动"
    elif sign == ":":
        code, message = "E132", f"“{key}:”后面是全角空格或不间断空格，要用半角空格"
        otherwise = "把它换成半角空格，后面的字不动"
    mend = rewritten(at, new, code, message, match.span("at"), otherwise)
    yield mend._replace(sure=key in keys)


def bullet(lines: Sequence[str], at: int, keys: frozenset[str]) -> Iterator[Mend]:
    """Another sign for the dash of an item, or none of the blank behind it."""
    if match := _BULLET.match(lines[at]):
        new = f"{match['lead']}- {match['rest']}"
        otherwise = "换成半角减号加一个空格，后面的字不动"
        message = "列表项要用半角减号加一个空格开头"
        mend = rewritten(at, new, "E126", message, match.span("at"), otherwise)
        yield mend._replace(sure=re.split("[:：]", match["rest"])[0] in keys)


def hash_mark(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """A full-width mark of a comment."""
    if match := _HASH.match(lines[at]):
        new = f"{match['lead']}# {match['rest']}"
        help_ = f"注释用半角“#”，写成 {new.strip()}" if len(new) <= STEP * 50 else "注释用半角“#”"
        yield Mend(at, (new,), "E133", "全角“＃”不是注释", match.span("at"), help_)


def bar(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """A full-width bar before a text, or a text beside its bar."""
    match = _BAR.match(lines[at])
    if match is None:
        return
    indent = len(match["lead"]) + STEP
    head = f"{match['lead']}{match['key']}: |"
    message = "“|”后面不能接着写正文" if match["at"] == "|" else "值以全角竖线“｜”开头"
    if match["value"]:
        help_ = f"写成 {match['key']}: |，后面的字移到下一行，开头留 {indent} 个空格"
        new: tuple[str, ...] = (head, " " * indent + match["value"])
        yield Mend(at, new, "E125", message, match.span("value" if match["at"] == "|" else "at"), help_)
    elif match["at"] == "｜":
        help_ = f"写多行正文用半角“|”，写成 {match['key']}: |"
        yield Mend(at, (head,), "E125", message, match.span("at"), help_)


def no_colon(lines: Sequence[str], at: int, keys: frozenset[str]) -> Iterator[Mend]:
    """A key that has no colon."""
    match = _NO_COLON.match(lines[at])
    if match and (match["key"] in keys or _HAN.search(match["key"])) and ":" not in match["key"]:
        new = f"{match['lead']}{match['key']}: {match['value']}".rstrip()
        span = match.start("key"), len(without_comment(lines[at]))
        yield rewritten(at, new, "E137", f"“{match['key']}”后面少了冒号", span)


def no_key(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """A value without its key, or with the colon alone; an item whose first line has none."""
    line = lines[at]
    if match := _NAMELESS.match(line):
        span = match.end("lead"), match.end("lead") + 1
        value = without_comment(match["value"])
        if value[0] == "{":
            help_ = f"写成 指标名称: {value}"
            new = f"{match['lead']}指标名称: {match['value']}"
            yield Mend(at, (new,), "E137", "这一行少了指标的名称", span, help_, spelled=False)
        elif value[0] == "[":
            for key in ("answers", "rows"):
                new = f"{match['lead']}{key}: {match['value']}"
                yield Mend(at, (new,), "E137", "这一行少了键", span, f"写成 键: {value}", spelled=False)
        else:
            for key in ("title", "text", "problem", "cause"):
                new = f"{match['lead']}{key}: {match['value']}"
                help_ = f"在冒号前面写上键，例如 {key}:"
                yield Mend(at, (new,), "E137", "这一行少了键", span, help_, spelled=False)
    if match := _KEYLESS.match(line):
        value = without_comment(match["value"])
        for key in ("text",) if value == "|" else ("id", "title") if value.isascii() else ("title", "problem", "text"):
            new = f"{match['lead']}{key}: {match['value']}"
            span = match.start("value"), match.start("value") + len(value)
            help_ = f"写成 - {key}: {value}"
            yield Mend(at, (new,), "E137", "“- ”后面少了键", span, help_)


def no_item(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """A text below the key of a list, without the beginning of an item."""
    content = without_comment(lines[at]).lstrip(" ")
    indent = indent_of(lines[at])
    if indent and _HAN.search(content) and not re.search(r"[:：{}\[\]\"']|^- ", content):
        for key in ("text", "title"):
            new = f"{' ' * indent}- {key}: {lines[at].lstrip(' ')}"
            message = f"这一行前面少了“- {key}: ”"
            yield rewritten(at, new, "E137", message, (indent, indent + len(content)))


def lost_mark(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """A heading or a note that stands for itself above a key at the margin: its `# ` is lost."""
    line = lines[at]
    if not NO_KEY.match(line) or "{" in line:
        return
    below = next((lines[n] for n in range(at + 1, len(lines)) if lines[n].strip()), "")
    above = lines[at - 1].strip() if at else ""
    if _TOP.match(below) and (not above or above[0] == "#" or _PART.match(line)):
        yield Mend(
            at, (f"# {line}",), "E137", "这一行像是说明，行首的“# ”丢了", (0, len(line)), f"写成 # {line.rstrip()}"
        )


def comment(lines: Sequence[str], at: int, present: frozenset[str]) -> Iterator[Mend]:
    """A line of words that fits nowhere: it may have been meant as a note."""
    content = lines[at].strip()
    if (
        present
        and content[:1] not in ("", "-")
        and not re.search(r"[{}\[\]\"']|: |:$|^[A-Za-z_]+\s*[:：]|^- ", content)
    ):
        indent = indent_of(lines[at])
        message = "这一行不是“键: 值”，也不是说明"
        help_ = f"是说明，就在前面加上“# ”：写成 # {content}"
        new = f"{' ' * indent}# {content}"
        yield Mend(at, (new,), "E137", message, (indent, indent + len(content)), help_, spelled=False)


def siblings(lines: Sequence[str], at: int, reach: int = 8) -> list[int]:
    """Columns near line `at` that it might begin at: those of the lines around it, of their keys, and below them."""
    near = {0}
    for number in range(max(at - reach, 0), min(at + reach + 1, len(lines))):
        line = lines[number]
        if number == at or not counts(line) or line[:1] == "\t":
            continue
        near.add(indent_of(line))
        if match := re.match(r" *(?:- +)+", line):
            near.add(match.end())
        if re.search(r":(?: *[|>][-+0-9]*)?\s*(?:#.*)?$", line):
            own = re.match(r" *(?:- +)*", line)
            near.add((own.end() if own else 0) + STEP)
    return sorted(near)
