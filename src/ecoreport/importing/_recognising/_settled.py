"""A tree of a report so that it prints the same: numbers that the program counts alike, shortcomings one by one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from ecoreport.importing._causes import split
from ecoreport.importing._marks import mark_of
from ecoreport.importing._pieces import without_blanks
from ecoreport.importing._recognising._recognisers.inline import items_in
from ecoreport.importing._recognising._recognisers.parts import SHORTCOMINGS
from ecoreport.importing._recognising.draft import Change, DraftItem
from ecoreport.text.numbering import LEVEL_OF, MARKS, mark_below


def settle(sections: Sequence[DraftItem], annexes: Sequence[DraftItem]) -> list[Change]:
    """Make every node one that prints the same; the numbers that are written in another way than they were."""
    usual = frozenset(chain.from_iterable(map(_odd_in_rows, (*sections, *annexes))))
    last: dict[str, int] = {}
    for section in sections:
        if section.kind == SHORTCOMINGS:
            _itemise(section)
        _settle(section, 1, last, usual)
    for annex in annexes:
        _settle(annex, 0, last, usual)
    return sorted(change for node in (*sections, *annexes) for change in _changes(node))


def _changes(node: DraftItem) -> Iterator[Change]:
    if _is_odd(node):
        yield Change(node.line, node.written, MARKS[node.style](node.number))
    for child in node.children:
        yield from _changes(child)


def _odd_in_rows(node: DraftItem) -> Iterator[str]:
    """The odd ways in which two or more of a row have their numbers, each as the signs around the number."""
    odd = Counter(_signs(child) for child in node.children if _is_odd(child))
    yield from (signs for signs, count in odd.items() if count > 1)
    for child in node.children:
        yield from _odd_in_rows(child)


def _signs(node: DraftItem) -> str:
    return node.style + re.sub(r"[^\W_]", "", node.written)


def _is_odd(node: DraftItem) -> bool:
    """Whether its number was typed in another way than the program writes it: one alone may be no number at all."""
    return bool(node.style and node.written) and without_blanks(node.written) != MARKS[node.style](node.number)


def _itemise(section: DraftItem) -> None:
    """Shortcomings in plain paragraphs, each an item: those that a paragraph counts, or those that name their cause."""
    if section.table or any(child.style for child in section.children):
        return
    for at, text in enumerate(section.texts):
        if places := items_in(text):
            below = [DraftItem(texts=[rest]) for rest in section.texts[at + 1 :]]
            section.children[:0] = [*_counted(text, places), *below]
            section.texts = [*section.texts[:at], *([text[: places[0]]] if places[0] else [])]
            return
    first = next((at for at, text in enumerate(section.texts) if split(text)), None)
    if first is not None:
        section.children[:0] = [DraftItem(texts=[text]) for text in section.texts[first:]]
        section.texts = section.texts[:first]


def _counted(text: str, places: Sequence[int]) -> Iterator[DraftItem]:
    for start, end in zip(places, (*places[1:], len(text)), strict=True):
        mark = mark_of(text[start:end])
        if mark:
            yield DraftItem(texts=[mark.rest], style=mark.style, number=mark.number)
        else:
            yield DraftItem(texts=[text[start:end]])


def _settle(node: DraftItem, level: int, last: dict[str, int], usual: frozenset[str]) -> None:
    """Keep the numbers that the program will write the same, counting as it does; others become part of the words.

    `usual`: the odd ways in which this document writes its numbers.
    """
    children = node.children
    numbered = [child for child in children if child.style]
    if len(numbered) == 1 and _is_odd(numbered[0]) and _signs(numbered[0]) not in usual:
        _as_text(numbered[0])
    style = next((child.style for child in children if child.style), mark_below(level, "auto")[0])
    first = next((child.number for child in children if child.style), 1)
    node.continued = first > 1 and first == last.get(style, 0) + 1
    if children and not node.continued:
        last[style] = 0
    led = [child.led for child in children if child.title and child.texts]
    for child in children:
        says_cause = child.led and node.kind == SHORTCOMINGS and split(child.title + child.texts[0])
        if child.led and (says_cause or not all(led)):
            unlead(child)
    for child in children:
        if child.style and child.number != last[style] + 1:
            _as_text(child)
        elif child.style:
            last[style] = child.number
        _settle(child, LEVEL_OF.get(style, level + 1), last, usual)


def unlead(child: DraftItem) -> None:
    """The heading that ran into the text becomes its first sentence."""
    child.texts[0] = child.title + child.texts[0]
    child.title, child.led = "", False


def _as_text(child: DraftItem) -> None:
    """The number becomes part of the words, as it was typed."""
    written = child.written or MARKS[child.style](child.number)
    if child.led:
        unlead(child)
    if child.title:
        child.title = written + child.title
    else:
        child.texts[0] = written + child.texts[0]
    child.style, child.number = "", 0
