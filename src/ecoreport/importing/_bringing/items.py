"""What went, what came and what moved: items with all that is below them, paragraphs of their texts."""

from collections.abc import Callable, Collection, Sequence

from ecoreport.importing._bringing import lines
from ecoreport.importing._bringing.beside import is_beside, is_like, keys_lost, kind_by_mark, unanswered
from ecoreport.importing._bringing.blocks import Shown
from ecoreport.importing._bringing.matching import FRAME, Matched
from ecoreport.importing._bringing.sides import Sides
from ecoreport.importing._bringing.tables import compare_tables
from ecoreport.importing._bringing.texts import compare
from ecoreport.importing._bringing.wanted import PARAGRAPHS, Told, Wanted, as_typed
from ecoreport.problems.diagnostic import Path
from ecoreport.report.blocks import Kind
from ecoreport.report.parts import sections_of
from ecoreport.yearfile.writer import Value, Verbatim

_LONE = frozenset({Kind.CAPTION, Kind.TABLE_NOTE, *lines.FORMS})
_NO_PLACE = "没有地方放，没有写回"


class Items:
    """The blocks of both sides with what became of them."""

    def __init__(
        self, wanted: Wanted, old: Sequence[Shown], new: Sequence[Shown], found: Matched, kept: Collection[int] = ()
    ) -> None:
        """What of the new ones is `kept` out of the year file."""
        self._wanted, self._old, self._new, self._found, self._kept = wanted, old, new, found, kept
        self._sides = Sides(wanted, old, new, found.moved)
        self._gone = [pair.old[0] for pair in found.pairs if not pair.new]
        self._stays = {at for pair in found.pairs if pair.new for at in pair.old}
        self._at = {there: pair.old for pair in found.pairs if pair.old for there in pair.new}
        self._moved: dict[int, Path] = {}  # whole items by the edited block that they begin at now
        self._carried: dict[int, int] = {}  # the blocks of those, new to old

    def run(self) -> None:
        """Take out what went, put in what came."""
        done = self._whole_items()
        for at in self._gone:
            if at not in done:
                self._without_paragraph(at)
        self._insertions()

    # ---- what went

    def _whole_items(self) -> set[int]:
        """Items of which nothing stays: out with them, or to where all of them stand now; the blocks that they are."""
        below: dict[Path, list[int]] = {}
        for at, one in enumerate(self._old):
            for length in range(1, len(one.owner or ()) + 1):
                below.setdefault((one.owner or ())[:length], []).append(at)
        whole = [path for path, mine in below.items() if self._is_whole(path, mine)]
        outermost = set(whole)
        done: set[int] = set()
        for path in whole:
            if not any(path[:length] in outermost for length in range(1, len(path))):
                done.update(below[path])
                self._take(path, below[path])
        return done

    def _is_whole(self, path: Path, mine: Sequence[int]) -> bool:
        is_item = isinstance(path[-1], int) or (len(path) == 1 and path[0] not in ("attachments", "sections"))
        return is_item and not any(at in self._stays for at in mine)

    def _take(self, path: Path, mine: Sequence[int]) -> None:
        back = {old: new for new, old in self._found.moved.items()}
        there = [back[at] for at in mine if at in back]
        if len(there) == len(mine) and self._is_together(there) and self._wanted.splices.lines(path):
            self._moved[there[0]] = path
            self._carried |= dict(zip(there, mine, strict=True))
            return
        said = self._old[mine[0]].text
        told = Told("删不掉：这一条写在花括号里，或者是这一部分的最后一条", said)
        gone = self._wanted.splices.without(path)
        self._wanted.do(f"删去“{said[:20]}”", gone and (*gone, *unanswered(self._wanted, path)), None, told)

    def _is_together(self, there: Sequence[int]) -> bool:
        """Whether these edited blocks stand together in this order, new paragraphs among them or not."""
        between = set(range(there[0], there[-1])) - set(there)
        plain = all(self._new[at].kind in ("", Kind.BODY) and not self._new[at].mark for at in between)
        return [*there] == sorted(there) and plain and not between & {*self._at, *self._found.moved, *self._kept}

    def _without_paragraph(self, at: int) -> None:
        shown, wanted = self._old[at], self._wanted
        span = wanted.span(shown)
        told = Told("删去的这一段没有写回", shown.text)
        if span and shown.kind in _LONE:
            path = span[0][:1] if len(span[0]) <= 2 else span[0]  # noqa: PLR2004 - an institution of a list
            wanted.do(f"删去“{shown.text[:20]}”", wanted.splices.without(path), None, told)
        elif (
            span
            and span[0][-1] in PARAGRAPHS
            and span[0] not in wanted.made
            and not (shown.mark and not shown.is_heading)
        ):
            self._out_of_text(*span, told)
        elif shown.is_heading and shown.owner:  # what was below it stays as it is
            wanted.do(f"删去“{shown.text[:20]}”", wanted.splices.without((*shown.owner, "title")), None, told)
        else:
            wanted.add(told)

    def _out_of_text(self, path: Path, start: int, end: int, told: Told) -> None:
        """A paragraph out of its text; the text itself where it is the last one."""
        spans = self._wanted.paragraphs(path)
        gone = {(mine[1]) for at in self._gone if (mine := self._wanted.span(self._old[at])) and mine[0] == path}
        kept = [at for at, one in enumerate(spans) if one[0] not in gone]
        at = next((at for at, one in enumerate(spans) if one[0] == start), 0)
        if not kept:
            if at == 0:
                self._wanted.do(f"删去“{told.old[:20]}”", self._wanted.splices.without(path), None, told)
        elif at < kept[-1]:
            self._wanted.put(path, (start, spans[at + 1][0], ""), -1)
        else:
            self._wanted.put(path, (spans[at - 1][1], end, ""), -1)

    # ---- what came

    def _insertions(self) -> None:
        anchor: int | None = None
        above: int | None = None  # the printed block right above: the anchor, or one that came along with its item
        there = 0
        while there < len(self._new):
            if there in self._at:
                anchor = above = self._at[there][-1]
                there += 1
            elif there in self._kept:
                there += 1
            elif there in self._carried:
                if there in self._moved:
                    self._move(self._moved[there], there, anchor)
                above = self._carried[there]
                self._reworded(above, there)
                there += 1
            else:
                there += self._insert(there, anchor, above)

    def _reworded(self, at: int, there: int) -> None:
        """What became of the words of a block that came along."""
        old, new = self._old[at], self._new[there]
        if old.is_table:
            compare_tables(self._wanted, old, new, there)
        else:
            compare(self._wanted, [old], [new], there)

    def _insert(self, there: int, anchor: int | None, above: int | None) -> int:
        """Put in what begins at this block; how many blocks that is."""
        one = self._new[there]
        if one.kind == Kind.HEADING_1:
            return self._section(there, anchor)
        if one.is_heading or (one.mark and not one.is_table and one.kind not in FRAME):
            run = self._run(there) if kind_by_mark(one) else [there]
            self._item(run, anchor)
            return len(run)
        if one.is_table or one.kind in (Kind.CAPTION, Kind.TABLE_NOTE):
            return self._table(there, anchor)
        kind = lines.kind_of(self._new, there, self._old[above] if above is not None else None)
        if kind in FRAME:
            lines.put(self._wanted, one, kind, there)
        else:
            self._paragraph(there, above)
        return 1

    def _run(self, there: int, below: str = "") -> list[int]:
        """A new heading with the new paragraphs below it, and with headings of the kind that is `below` it."""
        run = [there]
        while (at := run[-1] + 1) < len(self._new) and at not in self._at and at not in self._carried:
            one = self._new[at]
            if at in self._kept:
                break
            ends = one.is_heading and one.kind != below
            if ends or one.is_table or one.kind in FRAME or (one.mark and not below):
                break
            run.append(at)
        return run

    def _next(self, there: int) -> int | None:
        """The printed block that follows."""
        known = {**{at: olds[0] for at, olds in self._at.items()}, **self._carried}
        return next((known[at] for at in range(there, len(self._new)) if at in known), None)

    def _paragraph(self, there: int, anchor: int | None) -> None:
        wanted, text = self._wanted, self._sides.typed(there)
        told = Told(f"新的一段{_NO_PLACE}", "", self._new[there].text, there)
        before = self._old[anchor] if anchor is not None else None
        follows = self._next(there + 1)
        behind = self._old[follows] if follows is not None else None
        span, below = wanted.span(before) if before else None, wanted.span(behind) if behind else None
        if span and span[0][-1] in PARAGRAPHS:
            wanted.put(span[0], (span[2], span[2], f"\n\n{text}"), there)
        elif below and behind and below[0][-1] in PARAGRAPHS and len(behind.paths) == 1 and not behind.mark:
            wanted.put(below[0], (below[1], below[1], f"{text}\n\n"), there)
        elif before and before.is_heading and before.owner:
            key, lengthened = wanted.splices.key, wanted.splices.lengthened
            said = Verbatim(text)
            wanted.do(
                "新的一段", key(before.owner, "text", said) or lengthened(before.owner, "text", said), there, told
            )
        elif before is None or before.kind in FRAME:
            edits = None if wanted.report.lead else wanted.splices.key((), "lead", Verbatim(text))
            wanted.do("导语", edits, there, told)
        else:
            wanted.add(told)

    def _sibling(self, anchor: int | None, good: Callable[[Shown], bool]) -> tuple[Path, bool] | None:
        """The last printed block at or before the anchor that passes, else the first behind it, and whether so."""
        start = anchor if anchor is not None else -1
        for at in range(start, -1, -1):
            if (owner := self._old[at].owner) and good(self._old[at]):
                return owner, False
            if self._old[at].kind == Kind.HEADING_1:
                break
        for at in range(start + 1, len(self._old)):
            if self._old[at].kind == Kind.HEADING_1:
                break
            if (owner := self._old[at].owner) and good(self._old[at]):
                return owner, True
        return None

    def _move(self, path: Path, there: int, anchor: int | None) -> None:
        mine = self._old[self._found.moved[there]]
        beside = self._sibling(anchor, lambda one: is_beside(one, mine, path))
        told = Told("整条移动，没有写回", mine.text, "", there)
        if beside is None:
            self._wanted.add(told)
            return
        lost = keys_lost(self._wanted, path, beside[0])
        if self._wanted.move(path, beside, lost, there, told) and lost:
            why = f"移到了另一部分，{'、'.join(lost)} 在那里不用，删去了"
            self._wanted.tell(why, mine.text, self._new[there].text, there, mild=True)

    def _item(self, run: Sequence[int], anchor: int | None) -> None:
        """A new item: a heading with what is below it, or a numbered paragraph."""
        one = self._new[run[0]]
        said = "\n".join(self._new[at].text for at in run)
        told = Told(f"新的一条{_NO_PLACE}", "", said, run[0])
        follows = self._next(run[-1] + 1)
        if anchor is not None and follows is not None and set(self._old[anchor].paths) & set(self._old[follows].paths):
            self._wanted.add(told)  # in the middle of a text: what follows would change hands
            return
        kind = kind_by_mark(one)
        beside = self._sibling(anchor, lambda old: is_like(old, kind))
        if beside is None:
            self._wanted.add(told)
            return
        fields = self._sides.fields(run, beside[0], heading=bool(kind))
        edits = self._wanted.splices.item(beside[0], fields, before=beside[1])
        self._wanted.do(f"新的一条“{one.core[:20]}”", edits, run[0], told)

    def _section(self, there: int, anchor: int | None) -> int:
        """A new part, behind the one above it."""
        run, one, wanted = self._run(there, Kind.HEADING_2), self._new[there], self._wanted
        said = "\n".join(self._new[at].text for at in run)
        told = Told("新的一部分：年度文件里没有地方放，要先改成 sections，没有写回", "", said, there)
        owners = [old.owner for old in self._old[: (anchor if anchor is not None else -1) + 1] if old.owner]
        fields = {"kind": "other", "title": as_typed(("title",), one.core), **self._sides.content(run[1:])}
        edits = None
        if owners and owners[-1][0] == "sections":
            edits = wanted.splices.item(owners[-1][:2], fields, before=False)
        elif owners:
            edits = wanted.splices.sectioned(
                [str(path[0]) for path, _ in sections_of(wanted.report)], str(owners[-1][0]), fields
            )
        wanted.do(f"新的一部分“{one.core[:20]}”", edits, there, told)
        return len(run)

    def _table(self, there: int, anchor: int | None) -> int:
        """A new table, with its caption and its note, below the text of what stands above it."""
        at, fields = there, dict[str, Value]()
        for kind, key in ((Kind.CAPTION, "caption"), ("table", ""), (Kind.TABLE_NOTE, "note")):
            if at < len(self._new) and self._new[at].kind == kind and at not in self._at:
                rows = self._new[at].rows
                fields |= {key: self._new[at].text} if key else {"header": rows[0], "rows": rows[1:]}
                at += 1
        at = max(at, there + 1)
        owner = self._old[anchor].owner if anchor is not None else None
        said = "\n".join(one.text for one in self._new[there:at])
        edits = None
        if owner and fields.get("rows") and not self._wanted.splices.node((*owner, "table")):
            edits = self._wanted.splices.key(owner, "table", fields)
        self._wanted.do("新的表格", edits, there, Told(f"新的表格{_NO_PLACE}", "", said, there))
        return at - there
