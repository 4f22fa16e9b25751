"""What stands before the first paragraph, into the keys that print it in the same characters."""

import re
from collections.abc import Mapping, Sequence

from ecoreport.importing._pieces import on_one_line, without_blanks
from ecoreport.importing._recognising import states as s
from ecoreport.importing._recognising._grammar import Step
from ecoreport.importing._recognising._recognisers.lines import Lines
from ecoreport.importing._recognising._recognisers.words import NUMBER, SIGNER
from ecoreport.importing._recognising.draft import Change, Draft
from ecoreport.text.names import PER_LINE, parted
from ecoreport.yearfile.fields import Place, lines_of, told_by
from ecoreport.yearfile.model import Report

_ADDRESSEES = dict(lines_of(Report))["addressees"]
_SHORT_FORMS = str.maketrans({":": "：", ",": "，"})
_PRINTED = (s.COPY_NUMBER, s.SECRECY, s.URGENCY, s.RED_HEAD)  # in this order; then number and signers, then the title


def take_front(lines: Lines, steps: Sequence[Step], draft: Draft) -> list[int]:
    """Fill in 版头, title and addressees; the other lines of these steps, which are the lead's."""
    official = {line: step.state for step in steps if step.state in s.HEAD for line in step.lines}
    for line, state in official.items():
        _take(_signers_apart(line, lines.text[line], state, draft), state, draft)
    title = _title_of(steps, lines, draft)
    draft.order += _as_printed(lines, official, draft, title)
    subtitle = [line for step in steps if step.state == s.SUBTITLE for line in step.lines] if title else []
    draft.title = [on_one_line(lines.text[line]) for line in (*title, *subtitle)]
    draft.order += [*title, *subtitle] or [NO_TITLE]
    rest: list[int] = []
    known = {*official, *title, *subtitle}
    for step in steps:
        others = [line for line in step.lines if line not in known and step.state not in (s.AGAIN, s.TITLE, *s.WEB)]
        if step.state == s.ADDRESSEES and not rest and "addressees" not in draft.lines:
            draft.lines |= {"addressees": _addressees(lines.text[step.start], step.start, draft)}
            draft.order.append(step.start)
        else:
            rest += others
        if step.state == s.BY_ISSUER and not draft.issuer:
            draft.issuer = on_one_line(lines.text[step.start])
    return rest


NO_TITLE = -1  # in the order of lines: where the usual title is printed, for the document has none


def _signers_apart(line: int, text: str, state: str, draft: Draft) -> str:
    """The line with a blank between those who sign, where it has 、."""
    if state != s.SIGNER and not (state == s.NUMBER and SIGNER.search(text)):
        return text
    apart = text.replace("、", "\u3000")
    if apart != text:
        draft.changed.append(Change(line, text, apart))
    return apart


def _take(text: str, state: str, draft: Draft) -> None:
    if state in (s.NUMBER, s.SIGNER):
        _take_number(text, draft)
    elif state == s.RED_HEAD:
        draft.lines["red_head"] = f"{draft.lines['red_head']} {text}" if "red_head" in draft.lines else text
    elif (told := told_by(Report, Place.HEAD, without_blanks(text))) and told[0] not in draft.lines:
        draft.lines |= (told,)
    else:
        draft.unplaced.append(text)


def _take_number(text: str, draft: Draft) -> None:
    """发文字号 and 签发人, of which several stand on several lines."""
    number = found[0] if (found := NUMBER.search(text)) else ""
    rest = text.replace(number, "", 1)
    signs = SIGNER.search(rest)
    names = signs["names"] if signs else rest if "signer" in draft.lines and rest.strip(" （）()") else ""
    if number:
        draft.lines["number"] = (text.replace(signs[0], "") if signs else text.removesuffix(names)).strip()
    if signers := (*_signers(draft), *parted(names)):
        draft.lines["signer"] = [*signers] if len(signers) > 1 else signers[0]


def _signers(draft: Draft) -> tuple[str, ...]:
    """The names that have been found."""
    known = draft.lines.get("signer", ())
    return (known,) if isinstance(known, str) else tuple(map(str, known)) if isinstance(known, Sequence) else ()


def _as_printed(lines: Lines, official: Mapping[int, str], draft: Draft, title: Sequence[int]) -> list[int]:
    """The lines of 版头 in the order of the standard, in which they are printed; what moves is said."""
    all_signers = len(_signers(draft))
    above = (all_signers - 1) // PER_LINE * PER_LINE  # the others stand beside the number
    ranks, seen = {}, 0
    for line, state in official.items():
        if state == s.SIGNER:
            seen += len(parted(re.sub(r"^签\s*发\s*人?\s*[:：]", "", lines.text[line])))
            ranks[line] = len(_PRINTED) + (0 if seen <= above else 2)
        else:
            ranks[line] = _PRINTED.index(state) if state in _PRINTED else len(_PRINTED) + 1
    made = sorted(official, key=lambda line: (ranks[line], line))
    stands = sorted(official)
    moved = [
        lines.text[line]
        for line, stood in zip(made, stands, strict=True)
        if line != stood or (title and line > title[0])
    ]
    if moved:
        draft.notes.append(f"版头按公文格式的次序排：{'、'.join(moved)}")
    return made


def _title_of(steps: Sequence[Step], lines: Lines, draft: Draft) -> list[int]:
    """The lines of the title that most speaks for; the others are said."""
    titles = [step for step in steps if step.state == s.TITLE] or [step for step in steps if step.state == s.AGAIN]
    if not titles:
        return []
    best = max(titles, key=lambda step: step.candidate.points)
    for step in steps:
        if step.state in (s.TITLE, s.AGAIN) and step is not best:
            draft.left_out += [(lines.text[line], "又一遍标题") for line in step.lines]
    return [*best.lines]


def _addressees(text: str, line: int, draft: Draft) -> list[str]:
    """The names, parted where one kind of comma parts them: two tell ranks apart, and the program writes only one."""
    typed = text.translate(_SHORT_FORMS)
    if typed != text:
        draft.changed.append(Change(line, text, typed))
    names = typed.removesuffix(_ADDRESSEES.after)
    return [names] if "，" in names else names.split(_ADDRESSEES.between)
