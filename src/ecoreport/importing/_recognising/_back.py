"""What stands behind the last paragraph, into the keys that print it in the same characters."""

import re
from collections.abc import Callable, Mapping, Sequence

from ecoreport.importing._marks import mark_of
from ecoreport.importing._pieces import on_one_line, without_blanks
from ecoreport.importing._recognising import states as s
from ecoreport.importing._recognising._grammar import Step
from ecoreport.importing._recognising._recognisers.lines import Lines, organs
from ecoreport.importing._recognising._recognisers.words import BRACKETED, DAY, LISTED, SEALED
from ecoreport.importing._recognising.draft import Change, Draft
from ecoreport.text.dates import date_of, long_date
from ecoreport.yearfile.fields import lines_of
from ecoreport.yearfile.model import SENT_TO, Report

_FORMS = dict(lines_of(Report))
_LIST = re.compile(r"附\s*[件表]?\s*[:：]\s*(?P<rest>.+)")
_PRINTED = re.compile(rf"(?P<printer>(?:.*?\S)??)\s*(?P<date>{DAY})\s*(?P<word>印[发制]?)")
_LABEL = re.compile(r"[抄主]\s*[送报]\s*(?:[:：]|\Z)")  # without a colon in a cell of its own
_COPIED = re.compile(r"抄\s*[送报]\s*(?:[:：]|\Z)")
_TOGETHER = re.compile(rf"(?P<issuer>.+?)\s*(?P<date>{DAY})")
_PAGE = re.compile(r"附\s*件\s*(?P<number>[0-9]{0,2})\s*[:：]?(?P<title>.*)")
_LONGEST = 80  # characters of an attachment's title in the list
_FULL_WIDTH = str.maketrans({":": "：", ",": "，", "(": "（", ")": "）"})
_AS_PRINTED = (s.ANNEX_LIST, s.ISSUER, s.DATE, s.NOTE, s.ANNEX_MARK, s.CC, s.PRINTED)
_BESIDE: Mapping[str, str] = {
    s.ISSUER_AND_DATE: s.ISSUER, s.ANNEX_TITLE: s.ANNEX_MARK, s.ANNEX_TEXT: s.ANNEX_MARK,
    s.ANNEX_TABLE: s.ANNEX_MARK, s.CC_MORE: s.CC,
}  # fmt: skip
TAIL = frozenset({*_AS_PRINTED, *_BESIDE, s.LOOSE})


class Back:
    """The tail of a report being taken: what each kind of line is, where all of it can be printed the same."""

    def __init__(self, lines: Lines, steps: Sequence[Step], draft: Draft) -> None:
        self._lines = lines
        self._draft = draft
        self._of: dict[str, list[int]] = {}
        for step in steps:
            self._of.setdefault(step.state, []).extend(step.lines)
        self._steps = steps

    def take(self) -> tuple[bool, list[list[int]]]:
        """Whether the tail is taken, and the lines of each attachment's page.

        Where a line has no place of its own nothing is taken, for what the program prints at the end is its own.
        """
        ways: tuple[Callable[[], bool], ...] = (self._annex_list, self._signature, self._notes, self._imprint)
        if s.LOOSE in self._of or not all(way() for way in ways):
            return False, []
        pages = self._pages()
        return (False, []) if pages is None else (True, pages)

    def order(self) -> list[int]:
        """The lines as they are printed; what moves is said."""
        ranks = {line: _rank(step.state) for step in self._steps for line in step.lines}
        stands = [line for step in self._steps for line in step.lines]
        made = sorted(stands, key=lambda line: (ranks[line], line))
        moved = [self._lines.text[line] for at, line in enumerate(made) if line != stands[at]]
        if moved:
            self._draft.notes.append(f"文尾按公文格式的次序排：{'、'.join(moved)}")
        return made

    def _texts(self, *states: str) -> list[tuple[int, str]]:
        return [(line, self._lines.text[line]) for state in states for line in self._of.get(state, ())]

    def _say(self, line: int, old: str, new: str) -> None:
        if without_blanks(old) != without_blanks(new):
            self._draft.changed.append(Change(line, old, new))

    def _annex_list(self) -> bool:
        """附件：1.甲 2.乙, where the program would write the list in the very same way, marks aside."""
        texts = self._texts(s.ANNEX_LIST)
        if not texts:
            return True
        if LISTED.fullmatch(texts[0][1]):
            return self._each_marked(texts)
        match = _LIST.fullmatch(texts[0][1])
        if match is None:
            return False
        self._say(texts[0][0], texts[0][1], f"附件：{_plain_mark(match['rest'])}")
        for line, text in texts[1:]:
            self._say(line, text, _plain_mark(text))
        titles = annex_titles([_plain_mark(match["rest"]), *(_plain_mark(text) for _, text in texts[1:])])
        self._draft.annex_titles = titles
        return bool(titles) and all(len(title) <= _LONGEST for title in titles)

    def _each_marked(self, texts: Sequence[tuple[int, str]]) -> bool:
        """附件1：甲, 附件2：乙: written as 附件：1.甲 2.乙."""
        found = [match for _, text in texts if (match := LISTED.fullmatch(text))]
        for (line, text), match in zip(texts, found, strict=True):
            first = "附件：" if match["number"] == "1" else ""
            self._say(line, text, f"{first}{match['number']}.{match['title']}")
        self._draft.annex_titles = [on_one_line(match["title"]) for match in found]
        return True

    def _signature(self) -> bool:
        texts = self._texts(s.ISSUER_AND_DATE)
        together = [(line, match) for line, text in texts if (match := _TOGETHER.fullmatch(text))]
        issuers = [*self._texts(s.ISSUER), *((line, match["issuer"]) for line, match in together)]
        dates = [*self._texts(s.DATE), *((line, match["date"]) for line, match in together)]
        names = [self._name(line, text) for line, text in issuers]
        self._draft.issuer = "\u3000".join(names) or self._draft.issuer
        if not names:
            self._draft.lines["signed"] = False
        return len(dates) <= 1 and all(self._date(line, text) for line, text in dates)

    def _name(self, line: int, text: str) -> str:
        """The name without the word for the seal; several on a line stay apart."""
        bare = SEALED.sub("", text.strip())
        self._say(line, text, bare)
        names, _ = organs(bare)
        return "\u3000".join(names) if names else on_one_line(bare)

    def _date(self, line: int, text: str) -> bool:
        date = date_of(without_blanks(text).strip("（）()"))
        if date is None:
            return False
        self._draft.lines["date"] = date.isoformat()
        self._say(line, text, long_date(date))
        return True

    def _notes(self) -> bool:
        notes = []
        for line, text in self._texts(s.NOTE):
            inner = [one[1:-1] for one in BRACKETED.findall(text)] if text[0] in "（(" else [text]
            self._say(line, text, "".join(f"（{one}）" for one in inner))
            notes += [on_one_line(one) for one in inner]
        if notes:
            self._draft.lines["annotation"] = "\n".join(notes)
        return True

    def _imprint(self) -> bool:
        """版记: copies, printer, date of printing; only where all of it would be written the same."""
        texts = self._texts(s.PRINTED)
        match = _PRINTED.fullmatch("".join(text for _, text in texts))
        if not texts:
            return s.CC not in self._of
        date = date_of(without_blanks(match["date"])) if match else None
        if match is None or date is None or not match["printer"].strip():
            return False
        self._say(texts[-1][0], f"{match['date']}{match['word']}", f"{long_date(date)}印发")
        self._draft.lines |= {"printer": on_one_line(match["printer"]), "print_date": date.isoformat()}
        return self._copies()

    def _copies(self) -> bool:
        """抄送 and 主送 in the 版记, each perhaps on several lines."""
        groups: list[list[tuple[int, str]]] = []
        for line, text in sorted(self._texts(s.CC, s.CC_MORE)):
            copied = groups and _COPIED.match(text) and _COPIED.match(groups[-1][0][1])  # 抄报, and below it 抄送
            if groups and (copied or line in self._of.get(s.CC_MORE, ())):
                groups[-1].append((line, text))
            else:
                groups.append([(line, text)])
        return all(map(self._copied, groups))

    def _copied(self, group: Sequence[tuple[int, str]]) -> bool:
        written = [text.translate(_FULL_WIDTH) for _, text in group]
        for at, text in enumerate(written):
            if at and _COPIED.match(text):
                written[at] = _COPIED.sub("", text)
                written[at - 1] = f"{written[at - 1].rstrip('。，；')}，"
            elif not at and (label := _LABEL.match(text)):
                written[at] = f"{'抄送' if _COPIED.match(text) else '主送'}：{text[label.end() :]}"
        if not written[-1].endswith("。"):
            written[-1] += "。"
        whole = without_blanks("".join(written))
        if names := _FORMS["cc"].read(whole):
            self._draft.lines["cc"] = [*names]
        elif "addressees" not in self._draft.lines and (names := SENT_TO.read(whole)):
            self._draft.lines |= {"addressees": [*names], "addressees_in_imprint": True}
        for (line, text), new in zip(group, written, strict=True):
            self._say(line, text, new)
        return bool(names)

    def _pages(self) -> list[list[int]] | None:
        """The lines of each attachment's page without mark and title; None where it would print otherwise."""
        pages: dict[int, list[int]] = {}
        open_page, title = -1, ""
        titles = self._draft.annex_titles
        for step in self._steps:
            for line in step.lines if _rank(step.state) == _rank(s.ANNEX_MARK) else ():
                text = without_blanks(self._lines.text[line])
                if step.state == s.ANNEX_MARK:
                    match = _PAGE.fullmatch(text)
                    if match is None or title or (match["number"] == "") != (len(titles) == 1):
                        return None
                    open_page = int(match["number"] or 1) - 1
                    if not 0 <= open_page < len(titles) or open_page in pages:
                        return None
                    self._say(line, self._lines.text[line], f"附件{match['number']}{match['title']}")
                    title, text, pages[open_page] = without_blanks(titles[open_page]), match["title"], []
                if title or step.state == s.ANNEX_MARK:
                    if not title.startswith(text):
                        return None
                    title = title[len(text) :]
                else:
                    pages[open_page].append(line)
        if title or [*pages] != sorted(pages):
            return None
        self._numbers = [*pages]
        return [pages[at] for at in pages]

    @property
    def page_titles(self) -> list[str]:
        """The titles of the attachments that have pages."""
        return [self._draft.annex_titles[at] for at in self._numbers]


def _rank(state: str) -> int:
    return _AS_PRINTED.index(_BESIDE.get(state, state))


def _plain_mark(text: str) -> str:
    mark = mark_of(text)
    return f"{mark.plain}{mark.rest}" if mark and mark.style == "1." else text.strip()


def annex_titles(lines: Sequence[str]) -> list[str]:
    """The titles of a list, where the program would write it in the very same way."""
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
