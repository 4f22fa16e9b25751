"""A document's lines to a draft of its report, in three ways: all of it, all but the tail, nothing but the head."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ecoreport.importing._pieces import Grid, Piece, characters_of, on_one_line, without_blanks
from ecoreport.importing._recognising import states as s
from ecoreport.importing._recognising._back import TAIL, Back
from ecoreport.importing._recognising._grammar import Step, best
from ecoreport.importing._recognising._recognisers.candidates import Candidate
from ecoreport.importing._recognising._recognisers.lines import Lines, lines_of
from ecoreport.importing._recognising._recognisers.names import issuer_in_text, organ_in_title
from ecoreport.importing._recognising._recognisers.parts import parts_of
from ecoreport.importing._recognising._settled import settle
from ecoreport.importing._recognising._tree import Entry, page_of, tree_of
from ecoreport.importing._recognising.draft import Draft, DraftItem
from ecoreport.importing._recognising.front import take_front
from ecoreport.text.dates import arabic, date_of

NO_PARTS, NO_TAIL = "没有认出各部分，全文写在导语里", "没有认出落款和附件，写在最后一部分的正文里"
_FRONT = frozenset(
    {*s.HEAD, s.TITLE, s.AGAIN, s.SUBTITLE, s.BY_ISSUER, s.BY_DATE, s.ADDRESSEES, s.LEAD, s.FRONT, s.MIDDLE}
)
# Not in a span of years, not in a full date.
_YEAR = re.compile(
    r"(?<![0-9—–\-－~～至])(20[0-9]{2})年(?!(?:度)?[—–\-－~～至]|(?:以来|来|起)|[0-9]{1,2}月[0-9]{1,2}日)"
)
_SPAN = re.compile(r"20[0-9]{2}年?(?:度)?[—–\-－~～至]{1,2}(20[0-9]{2})年")
_HAN_YEAR = re.compile("二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_LOOKED_AT = 20  # lines that may name the year
_ON_TOP = {s.BY_ISSUER: s.ISSUER, s.BY_DATE: s.DATE}  # below the title, and what that is behind the text
_SIGNATURE = frozenset({s.ISSUER, s.DATE, s.ISSUER_AND_DATE})


@dataclass(frozen=True, slots=True)
class Reading:
    """The document's pieces, their lines, and what each is."""

    pieces: Sequence[Piece]
    lines: Lines
    steps: Sequence[Step]

    def characters(self, line: int) -> str:
        """What the line shows, without white space; of a large table, all of it."""
        return self.lines.words[line] or characters_of(self.pieces[self.lines.seen[line].piece])

    def shown(self, line: int) -> str:
        """The line's text; of a large table its cells beside each other."""
        piece = self.pieces[self.lines.seen[line].piece]
        cells = (cell for row in piece.rows for cell in row) if isinstance(piece, Grid) else ()
        return self.lines.text[line] or " ".join(" ".join(cells).split())


def read(pieces: Sequence[Piece]) -> Reading:
    """What each line of these pieces is."""
    lines = lines_of(pieces)
    steps = best(lines)
    if all(step.state in s.WEB for step in steps) and any(step.candidate.points < 1 for step in steps):
        why = (("只有短行，都当作正文", 0.0),)
        steps = [Step(line, Candidate(s.LEAD, 1, why)) for line in range(len(lines))]
    return Reading(pieces, lines, steps)


def year_of(reading: Reading) -> int:
    """The year that the title names, else the first lines, else the one before the date; 0 where nothing tells."""
    texts = [reading.lines.words[line] for step in reading.steps if step.state not in s.WEB for line in step.lines]
    title = "".join(_texts(reading, s.TITLE, s.AGAIN))
    for text in (title, *texts[:_LOOKED_AT]):
        if match := _YEAR.search(_plain_years(text)):
            return int(match[1])
    if match := _SPAN.search(_plain_years(title)):
        return int(match[1])
    dates = (date_of(without_blanks(text)) for text in _texts(reading, s.DATE))
    return next((date.year - 1 for date in dates if date), 0)


def _plain_years(text: str) -> str:
    return _HAN_YEAR.sub(lambda found: arabic(found[0]), without_blanks(text))


def _texts(reading: Reading, *states: str) -> list[str]:
    return [reading.lines.text[line] for step in reading.steps if step.state in states for line in step.lines]


def recognised(reading: Reading, year: int) -> Draft:
    """Everything in its place; the tail stays text where it would not print the same."""
    signed = _signed_below(reading)
    draft, rest = _begun(signed, year)
    if signed is not reading:
        draft.notes.append(f"标题下的机关、日期，按公文格式移到落款处：{'、'.join(_texts(reading, *_ON_TOP))}")
    back = Back(reading.lines, [step for step in rest if step.state in TAIL], draft)
    taken, pages = back.take()
    if not taken:
        return without_tail(reading, year)
    _fill(reading, draft, [step for step in rest if step.state not in TAIL])
    draft.annexes = [
        page_of(title, _entries(reading, _of_page(reading, page)))
        for title, page in zip(back.page_titles, pages, strict=True)
    ]
    draft.order += back.order()
    return _finished(reading, draft)


def _signed_below(reading: Reading) -> Reading:
    """The same with issuer and date behind the text, where they stand below the title and nobody signed there."""
    top = [step for step in reading.steps if step.state in _ON_TOP]
    several = len(set(_texts(reading, s.BY_ISSUER))) < len(_texts(reading, s.BY_ISSUER))
    if not top or several or any(step.state in _SIGNATURE for step in reading.steps):
        return reading
    signed = [step._replace(candidate=step.candidate._replace(state=_ON_TOP[step.state])) for step in top]
    signed.sort(key=lambda step: step.state == s.DATE)
    kept = [step for step in reading.steps if step.state not in _ON_TOP]
    behind = {*TAIL, s.BEHIND} - {s.ANNEX_LIST}
    at = next((at for at, step in enumerate(kept) if step.state in behind), len(kept))
    return replace(reading, steps=[*kept[:at], *signed, *kept[at:]])


def without_tail(reading: Reading, year: int) -> Draft:
    """Sections as they are; signature and attachments, which could not be kept to the letter, as paragraphs."""
    draft, rest = _begun(reading, year)
    draft.lines["signed"] = False
    if any(step.state in TAIL for step in rest):
        draft.doubts.append(NO_TAIL)
    draft.issuer = "\u3000".join(_texts(reading, s.ISSUER)) or draft.issuer
    _fill(reading, draft, rest)
    return _finished(reading, draft)


def as_lead(reading: Reading, year: int) -> Draft:
    """Every paragraph as it is, one after another: nothing recognised but the head."""
    draft, rest = _begun(reading, year)
    draft.lines["signed"] = False
    draft.doubts.append(NO_PARTS)
    draft.issuer = "\u3000".join(_texts(reading, s.ISSUER)) or draft.issuer
    for entry in _entries(reading, rest):
        cells = (cell for row in entry.grid.rows for cell in row) if entry.grid else (entry.text,)
        draft.lead += [on_one_line(text) for cell in cells for text in cell.split("\n") if text.strip()]
    draft.order += [line for step in rest for line in step.lines]
    return _finished(reading, draft)


WAYS: tuple[Callable[[Reading, int], Draft], ...] = (recognised, without_tail, as_lead)


def _begun(reading: Reading, year: int) -> tuple[Draft, list[Step]]:
    """The draft with its head, and what is behind it; a page's words are left out."""
    draft = Draft(year=year)
    texts = reading.lines.text
    web = [step for step in reading.steps if step.state in s.WEB]
    draft.left_out = [(texts[line], step.candidate.why[0][0]) for step in web for line in step.lines]
    kept = [step for step in reading.steps if step.state not in s.WEB]
    count = next((at for at, step in enumerate(kept) if step.state not in _FRONT), len(kept))
    lead = take_front(reading.lines, kept[:count], draft)
    draft.lead = [on_one_line(texts[line]) for line in lead]
    draft.order += lead
    return draft, kept[count:]


def _fill(reading: Reading, draft: Draft, steps: Sequence[Step]) -> None:
    """Lead and sections."""
    lead, sections, unplaced = tree_of(_entries(reading, steps))
    draft.lead += lead
    draft.sections = sections
    draft.unplaced += unplaced
    draft.order += [line for step in steps for line in step.lines]


def _entries(reading: Reading, steps: Sequence[Step]) -> list[Entry]:
    """A table as one; the lines of a table that is none, and all others, each by itself."""
    made: list[Entry] = []
    for step in steps:
        piece = reading.pieces[reading.lines.seen[step.start].piece]
        if step.state in (s.TABLE, s.ANNEX_TABLE) and isinstance(piece, Grid):
            made.append(Entry(step.state, "", None, piece, step.start))
        else:
            made += [
                Entry(step.state, reading.lines.text[line], reading.lines.marks[line], None, line)
                for line in step.lines
            ]
    return made


def _of_page(reading: Reading, page: Sequence[int]) -> list[Step]:
    """The steps of an attachment's lines: a number makes a heading of what is short, and an item of the rest."""
    lines = frozenset(page)
    steps = (step for step in reading.steps if step.start in lines)
    return [_marked(reading, step) if step.state == s.ANNEX_TEXT else step for step in steps]


def _marked(reading: Reading, step: Step) -> Step:
    mark = reading.lines.marks[step.start]
    if mark is None:
        return step
    short = len(mark.rest) <= 50 and not re.search("[。！？]|[；，：]$", mark.rest)  # noqa: PLR2004
    state = s.ranked(s.HEADING if short else s.ITEM, mark.rank)
    return step._replace(candidate=step.candidate._replace(state=state))


def _finished(reading: Reading, draft: Draft) -> Draft:
    """The draft with its sections' kinds, numbers that print the same, and the issuer."""
    told = [(one.title, "".join(_words(one))) for one in draft.sections]
    for section, part in zip(draft.sections, parts_of(told, draft.year), strict=True):
        section.kind = part.kind
        if part.both:
            draft.notes.append(f"不足和下一年安排写在一起，归入不足：{section.title}")
    draft.changed += settle(draft.sections, draft.annexes)
    if not draft.sections and NO_PARTS not in draft.doubts:
        draft.doubts.append(NO_PARTS)
    if not draft.title:
        draft.doubts.append("原文没有标题，印通行的标题")
    draft.issuer = draft.issuer or _issuer_of(reading, draft)
    return draft


def _words(node: DraftItem) -> Sequence[str]:
    return [*node.texts, *chain.from_iterable([child.title, *_words(child)] for child in node.children)]


def _issuer_of(reading: Reading, draft: Draft) -> str:
    """The issuer's name where nobody signed: from the title, the red head, or what the text says of its writer."""
    if name := organ_in_title(without_blanks("".join(draft.title))):
        return name
    if red_head := draft.lines.get("red_head"):
        return str(red_head).removesuffix("文件").strip()
    opening = [*draft.lead, *_texts(reading, s.PARAGRAPH)[:_LOOKED_AT]]
    name = issuer_in_text(opening)
    if name:
        draft.notes.append(f"机关名称取自正文：{name}")
    return name
