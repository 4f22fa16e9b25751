"""What stands behind the text: attachments, signature, date, notes, 版记, and the attachments' pages."""

import re
from collections.abc import Iterator

from ecoreport.importing._recognising._recognisers._candidate import Candidate
from ecoreport.importing._recognising._recognisers._page import DOWNLOAD
from ecoreport.importing._recognising._recognisers.lines import Lines, organs
from ecoreport.importing._recognising._recognisers.words import BRACKETED, DAY, LISTED, SEALED, YEAR
from ecoreport.importing._recognising.states import (
    ANNEX_LIST,
    ANNEX_MARK,
    ANNEX_TITLE,
    BEHIND,
    CC,
    CC_MORE,
    DATE,
    ISSUER,
    ISSUER_AND_DATE,
    NOTE,
    PRINTED,
)

_DATED = re.compile(rf"[（(]?{DAY}[）)]?")
_TOGETHER = re.compile(rf"(.{{2,60}}?)\s*({DAY})")
_NOTED = re.compile(rf"(?:{BRACKETED.pattern}\s*)+")
_NOTE = re.compile("联系|公开|此件|电话|传真|邮箱")
_BARE_NOTE = re.compile(r"联\s*系\s*(?:人|电\s*话|单位)\s*[:：]|公开(?:属性|方式)\s*[:：]|此件")
_CC = re.compile(r"(?:抄\s*送|抄\s*报|主\s*送|分\s*送|报\s*送|发\s*送)\s*[:：]")
_CC_MORE = re.compile("[，、。]$|^[\u4e00-\u9fff]{2,20}$")
_PRINTED = re.compile(rf"{DAY}\s*印(?:发|制)?$")
_PRINTED_DAY = re.compile(rf"{DAY}印发")
_COPIES = re.compile(r"[（(]?共印\s*[0-9]+\s*份[）)]?")  # of GB/T 9704-1999; the standard of 2012 has it no more
_LIST = re.compile(r"附\s*(?:件|表)?\s*[:：]\s*\S")
_MARK = re.compile(r"附\s*(?:件|表)\s*[0-9一二三四五六七八九十]{0,2}\s*[:：]?")
_MARK_AND_TITLE = re.compile(r"附\s*(?:件|表)\s*[0-9一二三四五六七八九十]{0,2}[\s　:：]+[^。；]{2,50}")
_LINE, _LISTED, _MOST_LISTED, _NAMES, _LONG_NOTE, _SHORT_NOTE = 60, 70, 40, 100, 120, 80
_TOLD = {
    "annex-list": ANNEX_LIST, "issuer": ISSUER, "date": DATE, "annotation": NOTE, "annex-mark": ANNEX_MARK,
    "annex-title": ANNEX_TITLE, "cc": CC, "sent-to": CC, "printer": PRINTED, "print-date": PRINTED,
}  # fmt: skip


def signature(lines: Lines, at: int) -> Iterator[Candidate]:
    """Issuer and date, on lines of their own or on one."""
    text, (names, sure) = lines.text[at], lines.organs[at]
    kind = lines.seen[at].line.kind
    if kind in _TOLD:
        yield Candidate(_TOLD[kind], 1, (("本程序生成的样式", 20),))
        return
    right = ("靠右", 1.0 * (lines.seen[at].line.align == "right"))
    if not sure and _is_in_title(lines, at):
        yield Candidate(ISSUER, 1, (("题目开头的机关，下一行是日期", 4.5), right))
    if sure:
        known = ("与题目或正文里的机关相符", 2.0 * _is_known(lines, names))
        yield Candidate(ISSUER, 1, (("机关名称独占一行", 2.5 * sure), known, right))
    if _DATED.fullmatch(lines.words[at]):
        yield Candidate(DATE, 1, (("只有日期", 3.5), right))
    elif len(text) <= 2 * _LINE and text[-1:] in "日号月0123456789":
        match = _TOGETHER.fullmatch(text)
        if match and organs(match[1].strip())[1] > 0.3:  # noqa: PLR2004
            yield Candidate(ISSUER_AND_DATE, 1, (("机关名称和日期在一行", 5), right))


def _is_in_title(lines: Lines, at: int) -> bool:
    """Whether a title begins with the line, and a date stands below: 某县科协, whatever a body may be called."""
    words = lines.words[at]
    dated = at + 1 < len(lines) and _DATED.fullmatch(lines.words[at + 1]) is not None
    return dated and any(
        title.startswith(words) and (YEAR.match(title, len(words)) or title.startswith("关于", len(words)))
        for title in lines.title_texts
    )


def _is_known(lines: Lines, names: tuple[str, ...]) -> bool:
    plain = [SEALED.sub("", name) for name in names]
    return any(name.startswith(known) or known.startswith(name) for name in plain for known in lines.names)


def notes(lines: Lines, at: int) -> Iterator[Candidate]:
    """附注 in brackets or by its words."""
    text = lines.text[at]
    if lines.seen[at].line.kind:
        return
    if text[:1] in "（(" and len(text) <= _LONG_NOTE and _NOTED.fullmatch(text):
        yield Candidate(NOTE, 1, (("括号里的附注", 3.5 if _NOTE.search(text) else 1.2),))
    elif len(text) <= _SHORT_NOTE and _BARE_NOTE.match(text):
        yield Candidate(NOTE, 1, (("联系人或公开属性", 4.2),))


def imprint(lines: Lines, at: int) -> Iterator[Candidate]:
    """版记: whom it is copied to, who printed it and when."""
    text = lines.text[at]
    if lines.seen[at].line.kind:
        return
    if _CC.match(text) or _is_label(lines, at):
        yield Candidate(CC, 1, (("抄送、主送", 5),))
    elif at and _is_label(lines, at - 1):
        yield Candidate(CC_MORE, 1, (("旁边一格是“抄送”", 5),))
    elif len(text) < _NAMES and _CC_MORE.search(text):
        yield Candidate(CC_MORE, 1, (("抄送的下一行", 0.9),))
    if _COPIES.fullmatch(text):
        yield Candidate(BEHIND, 1, (("印数，公文格式已不用", 5),))
    if "印" in text and _PRINTED.search(text):
        yield Candidate(PRINTED, 1, (("印发机关和日期", 5),))
    elif lines.organs[at][1] and at + 1 < len(lines) and _PRINTED_DAY.fullmatch(lines.words[at + 1]):
        yield Candidate(PRINTED, 1, (("印发机关，下一行是日期", 3.5),))


def _is_label(lines: Lines, at: int) -> bool:
    """Whether 抄送 stands in a cell by itself, and the names in the next."""
    beside = all(one.table or one.line.where == "table" for one in lines.seen[at : at + 2]) and at + 1 < len(lines)
    return beside and _CC.fullmatch(f"{lines.text[at]}：") is not None


def annexes(lines: Lines, at: int) -> Iterator[Candidate]:
    """The list of attachments before the signature, and where their pages begin."""
    text = lines.text[at]
    if lines.seen[at].line.kind:
        return
    if text.startswith("附"):
        yield from _listed(lines, at)
        if _MARK.fullmatch(text):
            yield Candidate(ANNEX_MARK, 1, (("另起一页的“附件”", 4.5),))
        elif _MARK_AND_TITLE.fullmatch(text):
            yield Candidate(ANNEX_MARK, 1, (("“附件”和它的名称", 2.5),))
    if len(text) <= 50 and not re.search("[。；]", text) and at and _MARK.match(lines.text[at - 1]):  # noqa: PLR2004
        webbed = ("像网页文字", -4.0 * (lines.web[at][0] >= 3))  # noqa: PLR2004
        yield Candidate(ANNEX_TITLE, 1, (("附件的题目", 2.5), webbed))


def _listed(lines: Lines, at: int) -> Iterator[Candidate]:
    """附件：1.甲 and, below it, 2.乙 and so on."""
    text = lines.text[at]
    if "。" in text or len(text) > _LONG_NOTE:
        return
    if LISTED.fullmatch(text):
        yield from _each_marked(lines, at)
    if not _LIST.match(text):
        return
    base = ("“附件：”和名称", 4.0 - 3 * (lines.web[at][1] == DOWNLOAD))
    yield Candidate(ANNEX_LIST, 1, (base,))
    for count in range(2, min(_MOST_LISTED, len(lines) - at) + 1):
        below, mark = lines.text[at + count - 1], lines.marks[at + count - 1]
        if not mark or mark.style != "1." or mark.number != count or "。" in below or len(below) > _LISTED:
            return
        yield Candidate(ANNEX_LIST, count, (base, (f"接着列到第{mark.number}个", 3.0 * (count - 1))))


def _each_marked(lines: Lines, at: int) -> Iterator[Candidate]:
    """附件1：甲 and, below it, 附件2：乙 and so on, above the signature."""
    for count in range(1, min(_MOST_LISTED, len(lines) - at) + 1):
        match = LISTED.fullmatch(lines.text[at + count - 1])
        if match is None or int(match["number"]) != count or len(match["title"]) > _LISTED:
            return
        if count > 1:
            why = (("“附件1：”“附件2：”和名称", 4.0), (f"列到第{count}个", 3.0 * (count - 1)))
            yield Candidate(ANNEX_LIST, count, why)
