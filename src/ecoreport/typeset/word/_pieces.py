"""What stands on the page: paragraphs, tables, charts and the 版记, with all that no style can know."""

from dataclasses import dataclass, field
from typing import NamedTuple

from docx.shared import Length

from ecoreport.report.blocks import TableBlock
from ecoreport.typeset.charts import Drawing


class Rule(NamedTuple):
    """A line above or below a paragraph: eighths of a point, RGB or auto, points from the text."""

    thick: int
    color: str
    gap: int


class Direct(NamedTuple):
    """What is set on one paragraph directly; None leaves it to the style."""

    before: Length | None = None
    after: Length | None = None
    left: Length | None = None
    right: Length | None = None
    first_line: Length | None = None
    line: Length | None = None  # an exact line height
    align: str = ""
    tabs: tuple[tuple[Length, str], ...] = ()  # where each stands, `left` or `right`
    top: Rule | None = None
    bottom: Rule | None = None
    keep_next: bool = False
    new_page: bool = False
    off_grid: bool = False


PLAIN = Direct()


class Span(NamedTuple):
    """Text in one character style; `size` in pt and the `font` of han where they are the span's own."""

    text: str
    style: str = ""
    size: float = 0
    font: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in a style, and what is set on it directly."""

    style: str
    spans: tuple[Span, ...]
    direct: Direct = field(default=PLAIN, compare=False)

    @property
    def key(self) -> str:
        """What it says, for finding its counterpart in another document."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; its first row is a heading. The last one stays with what follows where it is to be kept."""

    table: TableBlock
    keep_next: bool = field(default=False, compare=False)
    landscape: bool = field(default=False, compare=False)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The heading and all below it."""
        return (self.table.header, *self.table.rows)

    @property
    def key(self) -> str:
        """What it says, with a mark that no paragraph has."""
        return "\0".join(("", *("\0".join(row) for row in self.rows)))


class Picture(NamedTuple):
    """A chart in a paragraph of its own."""

    drawing: Drawing

    @property
    def key(self) -> str:
        """What it shows, with a mark of its own."""
        return f"\1{self.drawing.headed}{self.drawing.told}"


class Imprint(NamedTuple):
    """The 版记 at the foot of the last page (7.4), a box of that height."""

    lines: tuple[Line, ...]
    height: Length

    @property
    def key(self) -> str:
        """There is one at the most."""
        return "\2"


class Turn(NamedTuple):
    """Where pages of the one kind end, and those of the other begin."""

    landscape: bool  # those that end

    @property
    def key(self) -> str:
        """What it ends, with a mark of its own."""
        return f"\3{self.landscape}"


Piece = Line | Rows | Picture | Imprint | Turn
