"""Invented reports made of parts: a page's furniture × a head × a title × a body × a tail; each line with its label."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from support import CASES

_PARTS = yaml.safe_load((CASES / "openings.yaml").read_text("utf-8"))
COUNT = 64


class Made(NamedTuple):
    """A report as (label, text) lines, and what a reader is to find in it."""

    lines: tuple[tuple[str, str], ...]
    title: str
    issuer: tuple[str, ...]
    date: str
    number: str
    kinds: tuple[str, ...]


def _part(name: str, at: int) -> list[str]:
    part: list[str] = _PARTS[name][at % len(_PARTS[name])]
    return part


def made(number: int) -> Made:
    """The report of that number, 0 to 63."""
    name = _PARTS["names"][number % len(_PARTS["names"])]
    front, below = _part("front", number), _part("below", 3 * number + 1)
    title = _labelled(_part("titles", 5 * number + number // 11)[:3], "title")
    bodies = _PARTS["bodies"]
    body = bodies[(4 * number + number // 11) % len(bodies)]
    head = _part("official", 5 * number + number // 8) if not front or number % 5 == 1 else []
    rows = _labelled(front, "furniture")
    if number % 4 == 2 and title and not head:
        again = [("again", text) for label, text in title if label == "title"]
        rows += [*title, *_labelled(below, "furniture"), *again]
    else:
        whole = _labelled(_part("titles", 5 * number + number // 11), "title")
        rows += [*_labelled(head), *whole, *_labelled(below if whole else [], "furniture")]
    leads = _part("leads", number + number // 4) if title or number % 2 else _PARTS["leads"][0]
    rows += _labelled([*_part("addressees", 2 * number + number // 5), *leads, *body["lines"]])
    rows += _labelled(_part("tails", 3 * number + number // 14))
    return _of([(label, text.replace("{X}", name)) for label, text in rows], name, body["kinds"])


def openings() -> list[Made]:
    """Shapes met on real pages, in invented words; of these title and issuer are wanted."""
    return [
        Made(tuple(_labelled(one["lines"])), one["title"], (one["issuer"] or "",), "", "", ())
        for one in _PARTS["openings"]
    ]


def _labelled(texts: Sequence[str], label: str = "") -> list[tuple[str, str]]:
    told = (re.fullmatch(r"([a-z_0-9+]+)\|(.*)", text, re.DOTALL) for text in texts)
    return [(one[1], one[2]) if one else (label, text) for one, text in zip(told, texts, strict=True)]


def _of(rows: list[tuple[str, str]], name: str, kinds: Sequence[str]) -> Made:
    signed = [re.split(r"[\s　]+", text) for label, text in rows if label == "issuer"]
    signed += [re.split(r"[\s　]", text)[:1] for label, text in rows if label == "issuer+date"]
    names = tuple(re.sub("（盖章）", "", one) for several in signed for one in several)
    dates = [text for label, text in rows if "date" in label.split("+")]
    numbers = [text for label, text in rows if "number" in label.split("+")]
    return Made(
        tuple(rows),
        "".join(text for label, text in rows if label in ("title", "subtitle")),
        names or (name,),
        _iso(re.sub(r"^\D{5,}?(?=\d)", "", dates[0])) if dates else "",
        "".join(numbers[0].split("号")[0].split()) + "号" if numbers else "",
        tuple(kinds),
    )


def _iso(text: str) -> str:
    match = re.match(r"\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})", text)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else "2026-01-20"
