"""Random edits of a Word file as people make them: words, figures, paragraphs, headings, cells, lines."""

import io
import random
import re
from collections.abc import Callable
from itertools import pairwise

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

WORDS = (
    "依法",
    "全面",
    "进一步",
    "扎实",
    "稳步",
    "有关部门",
    "及时",
    "（试点）",
    "第一",
    "2项",
    "a b",
    "“严格”",
    "：",
    "—",
)
SENTENCES = ("全年未发生重大事故。", "新增培训3次，参训120人次。", "我局将持续推进此项工作。", "A类B类同步推进。")


def edited(data: bytes, seed: int, count: int) -> tuple[bytes, tuple[str, ...]]:
    """The document with so many edits, and what they were."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    document = docx.Document(io.BytesIO(data))
    done = tuple(name for _ in range(count) if (name := _one(document, rng)))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue(), done


def _one(document: Document, rng: random.Random) -> str:
    edit = rng.choice(EDITS)
    return edit.__name__.strip("_") if edit(document, rng) else ""


def _texts(document: Document, *styles: str) -> list[Paragraph]:
    return [one for one in document.paragraphs if one.text.strip() and (not styles or one.style.name in styles)]


def _pick(found: list[Paragraph], rng: random.Random) -> Paragraph | None:
    return rng.choice(found) if found else None


def _set(paragraph: Paragraph, text: str) -> bool:
    """The text, in the run that the change falls into, as Word does it."""
    runs, old = paragraph.runs, paragraph.text
    if "".join(run.text for run in runs) != old or not runs or not text.strip():
        return False
    head = next((at for at, (a, b) in enumerate(zip(old, text, strict=False)) if a != b), min(len(old), len(text)))
    at = 0
    for run in runs:
        if head <= at + len(run.text):
            break
        at += len(run.text)
    else:
        return False
    tail = next(
        (n for n in range(min(len(old), len(text)) - head) if old[-1 - n] != text[-1 - n]),
        min(len(old), len(text)) - head,
    )
    end, new = len(old) - tail, text[head : len(text) - tail]
    first = True
    start = 0
    for run in runs:
        stop = start + len(run.text)
        if stop >= head and start < max(end, head + 1):
            cut = (
                run.text[: max(head - start, 0)]
                + (new if first else "")
                + run.text[min(max(end - start, 0), len(run.text)) :]
            )
            run.text, first = cut, False
        start = stop
    return paragraph.text == text


def _inserted(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document), rng)
    if one is None:
        return False
    at = rng.randint(0, len(one.text))
    return _set(one, one.text[:at] + rng.choice(WORDS) + one.text[at:])


def _removed(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document), rng)
    if one is None or len(one.text) < 4:
        return False
    at = rng.randrange(len(one.text) - 2)
    return _set(one, one.text[:at] + one.text[at + rng.randint(1, 8) :])


def _replaced(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document), rng)
    if one is None or len(one.text) < 6:
        return False
    at = rng.randrange(len(one.text) - 3)
    return _set(one, one.text[:at] + rng.choice(WORDS) + one.text[at + rng.randint(1, 5) :])


def _number(document: Document, rng: random.Random) -> bool:
    one = _pick([one for one in _texts(document, "Body Text") if re.search("[0-9]", one.text)], rng)
    if one is None:
        return False
    match = rng.choice([*re.finditer("[0-9]+", one.text)])
    return _set(one, one.text[: match.start()] + str(rng.randint(1, 300)) + one.text[match.end() :])


def _sentence(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document, "Body Text"), rng)
    return one is not None and _set(one, one.text + rng.choice(SENTENCES))


def _heading(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document, "Heading 1", "Heading 2", "Heading 3", "Title"), rng)
    return one is not None and _set(one, one.text + rng.choice(("工作", "情况", "（续）")))


def _new_paragraph(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document, "Body Text", "Heading 1", "Heading 2"), rng)
    following = _pick(_texts(document, "Body Text"), rng)
    if one is None or following is None:
        return False
    made = document.add_paragraph(rng.choice(SENTENCES) + rng.choice(SENTENCES), following.style)
    one._p.addnext(made._p)
    return True


def _new_item(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document, "Heading 2"), rng)
    if one is None:
        return False
    heading = document.add_paragraph("（九）" + rng.choice(("抓好培训", "强化监督", "完善制度")), one.style)
    body = document.add_paragraph(rng.choice(SENTENCES), "Body Text")
    one._p.addprevious(heading._p)
    one._p.addprevious(body._p)
    return True


def _gone(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document, "Body Text", "Heading 2"), rng)
    if one is None:
        return False
    _out(one)
    return True


def _out(one: Paragraph) -> None:
    one._p.getparent().remove(one._p)


def _item_gone(document: Document, rng: random.Random) -> bool:
    run = _item(document, rng)
    for one in run:
        _out(one)
    return bool(run)


def _item(document: Document, rng: random.Random) -> list[Paragraph]:
    """A heading of level 2 with its paragraphs."""
    found = document.paragraphs
    places = [at for at, one in enumerate(found) if one.style.name == "Heading 2"]
    if not places:
        return []
    start = end = rng.choice(places)
    while end + 1 < len(found) and found[end + 1].style.name == "Body Text":
        end += 1
    return found[start : end + 1]


def _item_moved(document: Document, rng: random.Random) -> bool:
    run = _item(document, rng)
    others = [one for one in _texts(document, "Heading 2") if run and one._p is not run[0]._p]
    if not others:
        return False
    there = rng.choice(others)
    for one in run:
        there._p.addprevious(one._p)
    return True


def _paragraph_moved(document: Document, rng: random.Random) -> bool:
    one, there = _pick(_texts(document, "Body Text"), rng), _pick(_texts(document, "Body Text"), rng)
    if one is None or there is None or one._p is there._p:
        return False
    there._p.addprevious(one._p)
    return True


def _split(document: Document, rng: random.Random) -> bool:
    one = _pick([one for one in _texts(document, "Body Text") if "。" in one.text[:-1]], rng)
    if one is None:
        return False
    at = rng.choice([match.end() for match in re.finditer("。", one.text[:-1])])
    rest = one.text[at:]
    if not rest.strip() or not _set(one, one.text[:at]):
        return False
    one._p.addnext(document.add_paragraph(rest, one.style)._p)
    return True


def _merged(document: Document, rng: random.Random) -> bool:
    found = document.paragraphs
    pairs = [(a, b) for a, b in pairwise(found) if a.style.name == b.style.name == "Body Text"]
    pairs = [(a, b) for a, b in pairs if a._p.getnext() is b._p and a.text and b.text]
    if not pairs:
        return False
    a, b = rng.choice(pairs)
    a.add_run(b.text)
    _out(b)
    return True


def _cell(document: Document, rng: random.Random) -> bool:
    table = rng.choice(document.tables) if document.tables else None
    if table is None:
        return False
    cell = rng.choice(rng.choice(table.rows).cells)
    cell.paragraphs[0].text = (cell.text + rng.choice(("1", "项", ""))) if cell.text else "0"
    return True


def _row(document: Document, rng: random.Random) -> bool:
    table = rng.choice(document.tables) if document.tables else None
    if table is None or len(table.rows) < 3:
        return False
    if rng.random() < 0.5:
        row = rng.choice(table.rows[1:])
        table._tbl.remove(row._tr)
        return True
    for at, cell in enumerate(table.add_row().cells):
        cell.paragraphs[0].text = ("新行", "7", "8", "9", "10", "11")[at % 6]
    return True


def _date(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document, "Date"), rng)
    return one is not None and _set(one, f"2025年{rng.randint(1, 12)}月{rng.randint(1, 28)}日")


def _addressees(document: Document, rng: random.Random) -> bool:
    one = _pick(_texts(document, "Salutation"), rng)
    return one is not None and _set(one, rng.choice(("区人大：", "区委、区政府、区人大：", "区委：")))


EDITS: tuple[Callable[[Document, random.Random], bool], ...] = (
    _inserted, _removed, _replaced, _number, _sentence, _heading, _new_paragraph, _new_item, _gone, _item_gone,
    _item_moved, _paragraph_moved, _split, _merged, _cell, _row, _date, _addressees,
)  # fmt: skip
