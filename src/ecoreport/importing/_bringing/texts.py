"""A paragraph against what it became: words at the very words, numbers at their figures."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import BREAK, LOOSE, Shown
from ecoreport.importing._bringing.characters import became
from ecoreport.importing._bringing.matching import near
from ecoreport.importing._bringing.wanted import DATED, PARAGRAPHS, Told, Wanted, as_typed
from ecoreport.problems.diagnostic import Path
from ecoreport.report.blocks import Kind
from ecoreport.report.parts import title_of
from ecoreport.report.printed import Origin, Referred, Typed
from ecoreport.text.dates import date_of
from ecoreport.text.quantity import FigureError, parse_quantity
from ecoreport.yearfile import writer
from ecoreport.yearfile.fields import Printed, lines_of
from ecoreport.yearfile.model import SENT_TO, Report

_REWRITTEN = 0.3  # closeness below which nobody has changed words, but written others
_JOINT = "\0joint"  # the expression of what parts two paragraphs
_FORMS = dict(lines_of(Report))
_LISTS: dict[str, tuple[str, Printed]] = {
    Kind.ADDRESSEES: ("addressees", _FORMS["addressees"]), Kind.CC: ("cc", _FORMS["cc"]),
    Kind.SENT_TO: ("addressees", SENT_TO),
}  # fmt: skip


class _Token(NamedTuple):
    """Characters of the old text that change together: one, those of a {{ }}, of a day, or of the program."""

    start: int
    end: int
    origin: Origin


def compare(wanted: Wanted, old: Sequence[Shown], new: Sequence[Shown], block: int) -> None:
    """Paragraphs printed, several where they were merged, against those that they became."""
    before, origins = _joined(wanted, old)
    first = new[0].core if old[0].mark else new[0].text
    after = BREAK.join([first, *(one.text for one in new[1:])])
    if old[0].kind in LOOSE:
        kept = [at for at, char in enumerate(before) if not char.isspace()]
        before, origins = "".join(before[at] for at in kept), [origins[at] for at in kept]
        after = "".join(after.split())
    elif old[0].kind == Kind.BODY:
        after = after.replace("\n", BREAK)
    if before == after or (old[0].kind in _LISTS and _listed(wanted, old[0], after, block)):
        return
    if old[0].kind == Kind.DATE:
        _dated(wanted, old[0], after, block)
    elif not any(origins):
        titled(wanted, old[0], new[0], block)
    elif not _anew(wanted, old, new, block):
        _Comparison(wanted, before, origins, after, block).run()


def _joined(wanted: Wanted, old: Sequence[Shown]) -> tuple[str, list[Origin]]:
    """The text of paragraphs that became one, with what parts them in the file."""
    text, origins = "", list[Origin]()
    for at, one in enumerate(old):
        if at and (a := wanted.span(old[at - 1])) and (b := wanted.span(one)):
            text += BREAK
            origins.append(Referred(a[0], a[2], b[1], _JOINT, 0))
        text += one.core
        origins += one.origins[0][len(one.mark) :]
    return text, origins


def _listed(wanted: Wanted, old: Shown, after: str, block: int) -> bool:
    """主送、抄送: an institution more or fewer is one of the list, not words in one."""
    key, form = _LISTS[old.kind]
    names = form.read(after) or form.read(after.replace(":", "：").replace(",", "，"))
    had = getattr(wanted.report, key)
    if not names:
        return False
    if len(names) == len(had):
        for at, (was, said) in enumerate(zip(had, names, strict=True)):
            if was != said:
                wanted.put((key, at), (0, len(was), as_typed((key,), said)), block)
        return True
    told = Told(f"{title_of(Report, key)}没有写回", old.text, after, block)
    return wanted.do(title_of(Report, key), wanted.splices.whole((key,), writer.flow(names)), block, told)


def _dated(wanted: Wanted, old: Shown, after: str, block: int) -> None:
    """成文日期, in whatever numerals it is typed."""
    if day := date_of(after):
        wanted.days["date"] = day, block
    else:
        wanted.tell("日期读不出，没有写回", old.text, after, block)


def titled(wanted: Wanted, old: Shown, new: Shown, block: int) -> None:
    """A title that the program made: the edited one becomes a key of its own."""
    told = Told("程序印的字，没有地方写回", old.text, new.text, block)
    edits = None
    if old.kind == Kind.TITLE:
        edits = wanted.splices.above(("issuer",), "title", "".join(new.text.split("\n")))
    elif old.kind == Kind.HEADING_1 and old.owner:
        title = new.core
        key, lengthened = wanted.splices.key, wanted.splices.lengthened
        edits = key(old.owner, "title", title, first=True) or lengthened(old.owner, "title", title)
    wanted.do("标题", edits, block, told)


def _anew(wanted: Wanted, old: Sequence[Shown], new: Sequence[Shown], block: int) -> bool:
    """A paragraph written anew; no use in telling character from character."""
    span = wanted.span(old[0]) if len(old) == len(new) == 1 else None
    if not span or span[0][-1] not in PARAGRAPHS or span[0] in wanted.made or old[0].mark or old[0].paths != span[:1]:
        return False
    if near(old[0], new[0]) >= _REWRITTEN:
        return False
    lost = {one.expression for one in old[0].origins[0] if isinstance(one, Referred)}
    if lost:
        wanted.tell(
            f"整段重写了，{{{{ {'、'.join(sorted(lost))} }}}} 成了文字", old[0].text, new[0].text, block, mild=True
        )
    wanted.put(span[0], (span[1], span[2], as_typed(span[0], new[0].text)), block)
    return True


class _Comparison:
    """One text against what it became, character by character."""

    def __init__(self, wanted: Wanted, old: str, origins: Sequence[Origin], new: str, block: int) -> None:
        self._wanted, self._old, self._origins, self._new, self._block = wanted, old, origins, new, block
        self._to = became(old, new)
        self._gaps = self._come()

    def _come(self) -> dict[int, str]:
        """What was put in, by the old character that it stands before: the first of those that went there."""
        gaps: dict[int, str] = {}
        at = 0
        for i, j in enumerate([*self._to, len(self._new)]):
            if j is None:
                continue
            if j > at:
                first = i
                while first and self._to[first - 1] is None and self._origins[first - 1] is not None:
                    first -= 1
                gaps[first] = self._new[at:j]
            at = j + 1
        return gaps

    def run(self) -> None:
        for token in self._tokens():
            was, said = self._old[token.start : token.end], self._said(token)
            if token.origin is not None and not isinstance(token.origin, Typed):
                said = self._with_digits(token, was, said)
                said = self._with_neighbours(token, was, said)
            if gap := self._gaps.get(token.start):
                self._inserted(token.start, gap)
            if said != was:
                self._changed(token, was, said)
        if gap := self._gaps.get(len(self._old)):
            self._inserted(len(self._old), gap)

    def _tokens(self) -> Iterator[_Token]:
        start = 0
        for at in range(1, len(self._old) + 1):
            if at == len(self._old) or not _together(self._origins[at - 1], self._origins[at]):
                yield _Token(start, at, self._origins[start])
                start = at

    def _said(self, token: _Token) -> str:
        """What became of the token, with what was put in inside it."""
        made = ""
        for at in range(token.start, token.end):
            there = self._to[at]
            made += self._gaps.get(at, "") if at > token.start else ""
            made += self._new[there] if there is not None else ""
        return made

    def _with_digits(self, token: _Token, was: str, said: str) -> str:
        """A digit typed right before or behind a printed number belongs to it: 80 to 180."""
        before, behind = self._gaps.get(token.start, ""), self._gaps.get(token.end, "")
        head = len(before.rstrip("0123456789."))
        if was[:1].isdigit() and head < len(before) and (self._to[token.start] is None or said[:1].isdigit()):
            said, self._gaps[token.start] = before[head:] + said, before[:head]
        tail = len(behind) - len(behind.lstrip("0123456789."))
        if was[-1:].isdigit() and tail and behind[tail - 1].isdigit() and said[-1:].isdigit():
            said, self._gaps[token.end] = said + behind[:tail], behind[tail:]
        return said

    def _with_neighbours(self, token: _Token, was: str, said: str) -> str:
        """What was typed right beside a number that stays goes with it: half an edit would print nonsense."""
        origin = token.origin
        if not isinstance(origin, Referred) or origin.expression == _JOINT:
            return said
        before, behind = (self._gaps.get(at, "") for at in (token.start, token.end))
        stays = origin.expression not in self._wanted.report.figures and said not in (was, "")
        if (stays and not self._wanted.literal) or (origin.start == origin.end and (before or behind)):
            self._gaps.pop(token.start, None)
            self._gaps.pop(token.end, None)
            return before + said + behind
        return said

    def _inserted(self, at: int, said: str) -> None:
        before, behind = (self._origins[one] if 0 <= one < len(self._old) else None for one in (at - 1, at))
        for origin, after in ((before, True), (behind, False)):
            if origin is None or origin.path[0] in ("figures", *DATED):
                continue
            edges = (origin.at, origin.at + 1) if isinstance(origin, Typed) else (origin.start, origin.end)
            place = edges[after]
            self._wanted.put(origin.path, (place, place, as_typed(origin.path, said)), self._block)
            return
        if said.strip():
            around = self._old[max(at - 6, 0) : at + 6]
            self._wanted.tell("加在程序印的字旁边，没有地方放", around, said, self._block)

    def _changed(self, token: _Token, was: str, said: str) -> None:
        origin = token.origin
        if origin is None:
            if BREAK in (said, self._gaps.get(token.end)) and (item := self._run_in(token)):
                self._gaps.pop(token.end, None)
                self._wanted.split.setdefault(item[:-2], {})[item] = self._block
            elif was.strip() or said.strip():
                self._wanted.tell("这是程序印的字，没有写回", was, said, self._block)
        elif origin.path[0] in DATED:
            self._dated(origin.path, was, said)
        elif isinstance(origin, Typed):
            self._put(origin.path, (origin.at, origin.at + 1, as_typed(origin.path, said)))
        elif origin.expression == _JOINT:
            self._put(origin.path, (origin.start, origin.end, as_typed(origin.path, said)))
        else:
            self._referred(token, origin, was, said)

    def _run_in(self, token: _Token) -> Path | None:
        """The item whose heading runs into its text here."""
        before, behind = self._origins[: token.start][-1:], self._origins[token.end :][:1]
        for title, text in zip(before, behind, strict=False):
            if title and text and title.path[-1] == "title" and text.path == (*title.path[:-1], "text"):
                return title.path[:-1]
        return None

    def _put(self, path: Path, part: tuple[int, int, str]) -> None:
        self._wanted.put(path, part, self._block)

    def _dated(self, path: Path, was: str, said: str) -> None:
        day = date_of(said)
        if day is None:
            self._wanted.tell("日期读不出，没有写回", was, said, self._block)
        else:
            self._wanted.days[str(path[0])] = day, self._block

    def _referred(self, token: _Token, origin: Referred, was: str, said: str) -> None:
        wanted, name = self._wanted, origin.expression
        in_text = origin.end > origin.start
        if name in wanted.report.figures:
            if said and self._is_held(token) and _same_kind(was, said):
                wanted.figures.setdefault(name, {}).setdefault(said, (was, self._block))
            elif in_text:
                self._put(origin.path, (origin.start, origin.end, as_typed(origin.path, said)))
                if said:
                    wanted.tell(f"“{name}”在这里改成了文字，指标没有动", was, said, self._block, mild=True)
            else:
                wanted.tell("图表里的数读不出，没有写回", was, said, self._block)
        elif in_text and (not said or wanted.literal):
            self._put(origin.path, (origin.start, origin.end, as_typed(origin.path, said)))
        else:
            wanted.tell(f"{{{{ {name} }}}} 是算出来的，没有照抄；要照抄就加 --literal", was, said, self._block)

    def _is_held(self, token: _Token) -> bool:
        """Whether a neighbour stayed, or there is none: else it is another sentence's number."""
        whole = (token.start, token.end) == (0, len(self._old))

        def held(at: int) -> bool:
            there = self._to[at] if 0 <= at < len(self._old) else None
            return there is not None and self._new[there] == self._old[at]

        return whole or held(token.start - 1) or held(token.end)


def _together(a: Origin, b: Origin) -> bool:
    """Whether two neighbours change together."""
    if a is None or b is None:
        return a is b
    if isinstance(a, Referred) and isinstance(b, Referred):
        return a._replace(nth=0) == b._replace(nth=0) and b.nth == a.nth + 1
    return type(a) is type(b) and a.path == b.path and a.path[0] in DATED


def _same_kind(was: str, said: str) -> bool:
    """Whether both are numbers of one unit."""
    try:
        old, new = parse_quantity(was), parse_quantity(said)
    except FigureError:
        return False
    return old.unit == new.unit and new.value is not None
