"""The frame of a report: what stands before its first paragraph and behind its last."""

import re
from collections.abc import Sequence

from ecoreport.importing._draft import Draft
from ecoreport.importing._marks import mark_of
from ecoreport.importing._pieces import Line, Piece, on_one_line, without_blanks
from ecoreport.text.dates import date_of, long_date
from ecoreport.text.names import PER_LINE, parted
from ecoreport.yearfile.fields import Place, Printed, lines_of, told_by
from ecoreport.yearfile.model import SENT_TO, Report
from ecoreport.yearfile.writer import Value

_ORGAN = (
    "局|委|委员会|政府|办公室|办|厅|院|站|中心|支队|大队|总队|队|署|会"
    "|处|科|所|公司|学校|法院|检察院|管委会|街道办事处|街道"
)
ISSUER = re.compile(rf"[\u4e00-\u9fff（）、 　]{{2,40}}(?:{_ORGAN})")
_NUMBER = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,20}[〔\[(（【]?20[0-9]{2}[\])）】〕]?\s*(?:第\s*)?[0-9]{1,5}\s*号")
_SIGNER = re.compile(r"签\s*发\s*人\s*[:：]\s*(?P<names>[\u4e00-\u9fff·　 \t]{2,40})")
# A name or two.
_ROW = re.compile(r"(?:\s*(?:[\u4e00-\u9fff·]{2,4}(?<!局|委|府|院|厅)|[\u4e00-\u9fff]\s[\u4e00-\u9fff])(?!\S)){1,2}")
_TITLE_END = re.compile(r"(?:报告|总结|情况|汇报|说明)(?:[（(].{1,12}[）)])?$")
_IN_TITLE = re.compile(
    rf"^(?:关于)?(?P<issuer>[\u4e00-\u9fff]{{2,24}}?(?:{_ORGAN}))(?=关于|20[0-9]{{2}}|法治|[一二]〇)"
)
_PRINTED = re.compile(r"(?P<printer>(?:.*?\S)??)\s*(?P<date>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)\s*印发")
_ANNEX = re.compile(r"附\s*件\s*[:：]\s*(?P<rest>.+)")
_ANNEX_PAGE = re.compile(r"附\s*件\s*[0-9一二三四五六七八九十]{0,2}\s*[:：]?")
_TOGETHER = re.compile(r"(?P<issuer>\S{2,40}?)[\s　]+(?P<date>[0-9〇○零一二三四五六七八九]{4}年\S{1,4}月\S{1,4}日)")
_FORMS = dict(lines_of(Report))
_ADDRESSEES, _ANNOTATION = _FORMS["addressees"], _FORMS["annotation"]
_TITLE_LINES, _TITLE_LINE, _SHORT = 6, 60, 80


def take_head(pieces: list[Piece], draft: Draft) -> list[Piece]:
    """Fill what stands before the text; the pieces behind it."""
    rest = list(pieces)
    while rest and isinstance(rest[0], Line) and not draft.title:
        text = rest[0].text.strip()
        if _NUMBER.fullmatch(text) or _SIGNER.search(text) or _is_row(rest[0], draft):
            _take_number(rest.pop(0), draft)
        elif (told := told_by(Report, Place.HEAD, without_blanks(text))) and told[0] not in draft.lines:
            draft.lines |= (told,)
            rest.pop(0)
        elif _is_red_head(text) and "red_head" not in draft.lines and _number_follows(rest[1:]):
            draft.lines["red_head"] = text
            rest.pop(0)
        elif count := _title_lines(rest):
            draft.title = [on_one_line(piece.text) for piece in rest[:count] if isinstance(piece, Line)]
            rest = rest[count:]
        else:
            break
    if rest and isinstance(rest[0], Line) and draft.title and _is_addressees(rest[0]):
        draft.lines |= _addressees(rest.pop(0).text.strip())
    return rest


def _addressees(line: str) -> dict[str, Value]:
    """The names, parted where one kind of comma parts them: two tell ranks apart, and the program writes only one."""
    names = line.removesuffix(_ADDRESSEES.after)
    return {"addressees": [names] if "，" in names else names.split(_ADDRESSEES.between)}


def _is_red_head(text: str) -> bool:
    return len(text) <= _SHORT and (text.endswith("文件") or ISSUER.fullmatch(text) is not None)


def _take_number(line: Piece, draft: Draft) -> None:
    """发文字号 and 签发人, of which several stand on several lines."""
    text = line.text.strip()
    number, names = text, ""
    if match := _SIGNER.search(text):
        number, names = (text[: match.start()] + text[match.end() :]).strip(), match["names"]
    elif "signer" in draft.lines and not _NUMBER.fullmatch(text):
        number = match[0] if (match := _NUMBER.match(text)) else ""
        names = text.removeprefix(number)
    if number:
        draft.lines["number"] = number
    if signers := (*_signers(draft), *parted(names)):
        draft.lines["signer"] = [*signers] if len(signers) > 1 else signers[0]


def _signers(draft: Draft) -> tuple[str, ...]:
    """The names that have been found."""
    known = draft.lines.get("signer", ())
    return (known,) if isinstance(known, str) else tuple(map(str, known)) if isinstance(known, Sequence) else ()


def _is_row(piece: Piece, draft: Draft) -> bool:
    """Whether more 签发人 stand here: below lines full of them, beside the number or alone."""
    found = len(_signers(draft))
    known = [*draft.lines]
    beside = "number" in known and "signer" in known and known.index("number") < known.index("signer")
    if not found or found % PER_LINE or beside:
        return found > 0 and piece.kind == "signer"
    text = piece.text.strip()
    number = _NUMBER.match(text)
    return piece.kind == "signer" or _ROW.fullmatch(text[number.end() :] if number else text) is not None


def _number_follows(rest: Sequence[Piece]) -> bool:
    lines = (piece.text.strip() for piece in rest[:1] if isinstance(piece, Line))
    return any(_NUMBER.match(line) or _SIGNER.match(line) for line in lines)


def _title_lines(rest: Sequence[Piece]) -> int:
    """How many pieces at the start are the title; 0 where there is none."""
    joined = ""
    found = 0
    for at, piece in enumerate(rest[:_TITLE_LINES]):
        if not isinstance(piece, Line):
            break
        text = piece.text.strip()
        told = piece.kind == "title"
        too_long = len(text) > _TITLE_LINE or "。" in text or text.endswith(("：", "；", "，"))
        if not told and (too_long or (at and mark_of(text)) or (found and ISSUER.fullmatch(text))):
            break
        if found and not told and (piece.heading != rest[0].heading or _starts_anew(text)):
            break
        joined += text
        if told or _TITLE_END.search(joined):
            found = at + 1
    if found and len(rest) > found and _is_subtitle(rest[found]):
        found += 1
    return found


def _is_subtitle(piece: Piece) -> bool:
    """（2024年度）, （送审稿）; a date or a document number is none."""
    inner = re.fullmatch("（([^（）]{2,12})）", piece.text.strip())
    return inner is not None and not date_of(inner[1]) and not _NUMBER.fullmatch(inner[1])


def _starts_anew(text: str) -> bool:
    """Whether a line behind a complete title is something else: a bracketed note, a date."""
    return not _TITLE_END.search(text) or date_of(text) is not None


def _is_addressees(line: Piece) -> bool:
    text = line.text.strip()
    if not text.strip("：、，") or "、：" in text or "、、" in text or text.startswith("、"):
        return False
    if line.kind:
        return line.kind == "addressees"
    return (
        text.endswith("：")
        and len(text) <= _SHORT
        and not re.search(r"[。；]|如下：|[0-9]年", text)
        and not mark_of(text)
    )


def take_tail(pieces: list[Piece], draft: Draft) -> list[Piece]:
    """Fill what stands behind the text; the pieces before it and, with their marks, the attachments' pages."""
    rest = _take_imprint([line for piece in pieces for line in _apart(piece)], draft)
    at, end = _signature(rest)
    if at < 0:
        draft.lines["signed"] = False
        return _take_annex_list(rest, draft)
    before, behind = rest[:at], rest[end:]
    for piece in rest[at:end]:
        _take_signature(piece, draft)
    if not draft.issuer:
        draft.lines["signed"] = False
    if behind and isinstance(behind[0], Line) and (note := _note(behind[0].text.strip())):
        draft.lines["annotation"] = note
        behind.pop(0)
    before = _take_annex_list(before, draft)
    if behind and not _is_annex_mark(behind[0]):
        return [*before, *_given_back(draft), *behind]
    return [*before, *behind]


def _is_annex_mark(piece: Piece) -> bool:
    """Whether an attachment's page begins here: 附件, 附件1."""
    return isinstance(piece, Line) and _ANNEX_PAGE.fullmatch(piece.text.strip()) is not None


def _apart(piece: Piece) -> list[Piece]:
    """Issuer and date that share a line, each on its own."""
    match = _TOGETHER.fullmatch(piece.text.strip()) if isinstance(piece, Line) else None
    if match and ISSUER.fullmatch(match["issuer"]) and date_of(match["date"]):
        return [Line(match["issuer"]), Line(match["date"])]
    return [piece]


def _given_back(draft: Draft) -> list[Piece]:
    """A signature that text follows is text itself: nothing can be printed behind the one of the program."""
    date = date_of(str(draft.lines.pop("date", "")))
    lines = [draft.issuer, long_date(date) if date else "", _ANNOTATION.say([str(draft.lines.pop("annotation", ""))])]
    draft.lines["signed"] = False
    return [Line(line) for line in lines if line]


def _note(text: str) -> str:
    """附注 that holds no further brackets; empty where it is none."""
    note = "".join(_ANNOTATION.read(text))
    return "" if re.search("[（）]", note) else note


def _signature(rest: Sequence[Piece]) -> tuple[int, int]:
    """Where the issuer's name and the date stand; -1 where there is neither."""
    annexes = next((at for at, piece in enumerate(rest) if at and _is_annex_mark(piece)), len(rest))
    for end in range(annexes, max(annexes - 4, 0), -1):
        piece = rest[end - 1]
        if not isinstance(piece, Line):
            break
        text = piece.text.strip()
        if date_of(without_blanks(text)):
            named = end > 1 and _names(rest[end - 2])
            return end - 1 - named, end
        if _names(piece):
            return end - 1, end
        if not _note(text):
            break
    return -1, -1


def _names(piece: Piece) -> bool:
    if not isinstance(piece, Line) or mark_of(piece.text.strip()):
        return False
    return piece.kind == "issuer" or (not piece.kind and ISSUER.fullmatch(piece.text.strip()) is not None)


def _take_signature(piece: Piece, draft: Draft) -> None:
    text = piece.text.strip() if isinstance(piece, Line) else ""
    date = date_of(without_blanks(text))
    if date is None:
        draft.issuer = on_one_line(text)
        return
    draft.lines["date"] = date.isoformat()
    if without_blanks(text) != long_date(date):
        draft.changed.append((text, long_date(date)))


def _take_annex_list(before: list[Piece], draft: Draft) -> list[Piece]:
    """附件：1.甲 2.乙, from its first line to the end of the text."""
    for at in range(len(before) - 1, max(len(before) - 12, -1), -1):
        piece = before[at]
        if not isinstance(piece, Line):
            return before
        match = _ANNEX.fullmatch(piece.text.strip())
        if match is None:
            continue
        lines = [match["rest"], *(one.text.strip() for one in before[at + 1 :] if isinstance(one, Line))]
        titles = _annex_titles(lines)
        if titles and all(len(title) <= _SHORT for title in titles):
            draft.annex_titles = titles
            return before[:at]
    return before


def _annex_titles(lines: list[str]) -> list[str]:
    """The titles, where the program would write the list in the very same way."""
    if len(lines) == 1 and not lines[0].startswith("1."):
        return [lines[0].strip()]
    titles: list[str] = []
    rest, start = "".join(lines).removeprefix("1."), 0
    while start < len(rest):
        mark = f"{len(titles) + 2}."
        end = rest.find(mark, start)
        titles.append((rest[start:end] if end >= 0 else rest[start:]).strip())
        start = end + len(mark) if end >= 0 else len(rest)
        if end >= 0 and start == len(rest):
            return []
    return titles if len(titles) > 1 and lines[0].startswith("1.") and all(titles) else []


def _take_imprint(rest: list[Piece], draft: Draft) -> list[Piece]:
    """版记 at the very end: 抄送, printer, date of printing; only where all of it would be written the same."""
    texts = [piece.text.strip() for piece in rest[-3:]]
    for lines in (1, 2):  # printer and date on one line, or each on its own
        match = _PRINTED.fullmatch("".join(texts[-lines:]))
        date = date_of(match["date"]) if match else None
        if match is None or date is None or not match["printer"].strip() or long_date(date) != match["date"]:
            continue
        draft.lines |= {"printer": on_one_line(match["printer"]), "print_date": date.isoformat()}
        above = rest[:-lines]
        if names := _take_named(above, _FORMS["cc"]):
            draft.lines["cc"] = names
        if "addressees" not in draft.lines and (names := _take_named(above, SENT_TO)):
            draft.lines |= {"addressees": names, "addressees_in_imprint": True}
        return above
    return rest


def _take_named(rest: list[Piece], form: Printed) -> list[str]:
    """The names on the last line, where it is of that form; empty where it is not."""
    names = form.read(rest[-1].text.strip()) if rest else ()
    if names:
        rest.pop()
    return list(names)


def issuer_of(draft: Draft) -> str:
    """The issuer's name: from the signature, else from the title; empty where neither tells."""
    if draft.issuer:
        return draft.issuer
    match = _IN_TITLE.match(without_blanks("".join(draft.title)))
    return match["issuer"] if match else ""
