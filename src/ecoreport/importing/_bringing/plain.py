"""A text that was saved without its layout: the lines of what the year file prints as one block put together again."""

from collections.abc import Iterator, Sequence

from ecoreport.importing._bringing.blocks import BREAK, TABLE, Shown
from ecoreport.report.blocks import Kind
from ecoreport.text.similarity import closeness

_ALIKE = 0.6  # of a table's cells that are to stand there, each on a line, and how close a title is to be
_MOST_TITLE, _TOP = 4, 15  # lines that a title has at most, and among which it is looked for


def gathered(new: Sequence[Shown], old: Sequence[Shown]) -> tuple[Shown, ...]:
    """The blocks of an edited text; a table that came a cell a line is a table, a title of several lines one."""
    made = list(new)
    for one in old:
        if one.is_table:
            _gather_table(made, one)
        elif one.kind == Kind.TITLE:
            _gather_title(made, one)
    return tuple(made)


def _gather_table(made: list[Shown], table: Shown) -> None:
    cells = [cell for row in table.rows for cell in row]
    said = [text for text in cells if text.strip()]
    starts = range(len(made) - len(said) + 1)
    best = max(starts, key=lambda at: _hits(made, at, said), default=0)
    if not said or not starts or _hits(made, best, said) < _ALIKE * len(said):
        return
    lines = (one.text for one in made[best : best + len(said)])
    wide = len(table.rows[0])
    filled = [next(lines) if text.strip() else text for text in cells]
    rows = tuple(tuple(filled[at : at + wide]) for at in range(0, len(filled), wide))
    made[best : best + len(said)] = [Shown(TABLE, BREAK.join(filled), rows)]


def _hits(made: Sequence[Shown], at: int, said: Sequence[str]) -> int:
    return sum(one.text.strip() == text.strip() for one, text in zip(made[at:], said, strict=False))


def _gather_title(made: list[Shown], title: Shown) -> None:
    wanted = "".join(title.text.split())
    near, at, count = max(_titles(made, wanted), default=(0.0, 0, 1))
    if count > 1 and near >= _ALIKE:
        made[at : at + count] = [Shown(Kind.TITLE, "\n".join(one.text for one in made[at : at + count]))]


def _titles(made: Sequence[Shown], wanted: str) -> Iterator[tuple[float, int, int]]:
    for at in range(min(_TOP, len(made))):
        for count in range(1, _MOST_TITLE + 1):
            yield closeness("".join("".join(one.text.split()) for one in made[at : at + count]), wanted), at, count
