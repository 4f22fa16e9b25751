"""Break a title by meaning into lines of at most 20 字, 梯形 or 菱形 (GB/T 9704-2012 7.3.1)."""

import math
import re
from itertools import pairwise

WIDEST = 20  # 2号 characters in the 156 mm of the 版心: 442 pt / 22 pt = 20.09
FREE_WIDTH = 18  # a title up to this length stands on one line

# A line may end behind the first of these and before the second; words are never parted.
_BEHIND = r"(?<=[局厅委部会府院署处办])(?=[关0-9０-９])|(?<=年度)|(?<=年)(?!度)|(?<=关于)|(?<=的)|(?<=、)|(?<=》)"
_BEFORE = (
    "(?=法治政府建设)|(?=推进)|(?=贯彻)|(?=落实)|(?=(?<!建设)工作)|(?=(?<!建设)(?<!工作)情况)|(?=及[0-9])|(?=年度报告)"
    "|(?=自查)|(?=《)"
)
MOST_LINES = 6
_BELONGS_TOGETHER = 200  # 局 / 关于…的报告, a 梯形, before two lines as even as can be: (4 - 12)² + (20 - 12)² and more
_LEFT_OVER, _AWFUL = 3, 1000  # 字 that are too few for a line of a title, and how bad that is
_UNHAPPY_BEFORE = "(?:的|和|与|及|、|情况的报告$|报告$|[局厅委队会院署区市县])"


def break_title(title: str, issuer: str) -> tuple[str, ...]:
    """The lines of `title`: as typed where it has several, else broken by meaning."""
    typed = tuple(line.strip() for line in title.splitlines() if line.strip())
    whole = typed[0]
    if len(typed) > 1 or width(whole) <= FREE_WIDTH:
        return typed
    by_meaning = _cuts(whole, issuer)
    for cuts in (by_meaning, by_meaning | _gaps(whole)):
        edges = [0, *sorted(cuts), len(whole)]
        for rows in range(math.ceil(width(whole) / WIDEST), MOST_LINES + 1):
            lines = _best(whole, edges, rows, issuer)
            if lines and min(map(width, lines)) > _LEFT_OVER:
                return lines
    return _by_force(whole)


def evenly(text: str, rows: int) -> tuple[str, ...]:
    """The text on so many lines, or fewer, of one length; what is left over is on the last."""
    step = max(-(-len(text) // rows), 1)
    return tuple(text[start : start + step] for start in range(0, len(text), step)) or ("",)


def width(text: str) -> float:
    """Width in 字: a han is 1, an ASCII character 0.5."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def _best(title: str, edges: list[int], rows: int, issuer: str) -> tuple[str, ...] | None:
    """The most even way to set the title in so many rows; None where no cut allows it."""
    target = width(title) / rows
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for _ in range(rows):
        longer: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (cost, lines) in best.items():
            for end in (edge for edge in edges if edge > start):
                line = title[start:end]
                if width(line) > WIDEST:
                    break
                total = cost + _ugliness(line, target, issuer, first=not start)
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, (*lines, line))
        best = longer
    return best[len(title)][1] if len(title) in best else None


def _ugliness(line: str, target: float, issuer: str, *, first: bool) -> float:
    """How far from the even width; how badly it begins; less where the issuer's name has the first line to itself."""
    unhappy = 30 if re.match(_UNHAPPY_BEFORE, line) else 0
    left_over = _AWFUL if width(line) <= _LEFT_OVER else 0
    whole_issuer = -_BELONGS_TOGETHER if first and line == issuer else 0
    return (width(line) - target) ** 2 + unhappy + left_over + whole_issuer


def _cuts(title: str, issuer: str) -> set[int]:
    cuts = {match.start() for pattern in (_BEHIND, _BEFORE) for match in re.finditer(pattern, title)}
    if title.startswith(issuer):
        cuts = {cut for cut in cuts if cut >= len(issuer)} | {len(issuer)}
    return {cut for cut in cuts if 0 < cut < len(title) and title.count("《", 0, cut) == title.count("》", 0, cut)}


def _gaps(title: str) -> set[int]:
    """Every place between two characters where a line may end at all: not inside a number or a Latin word."""
    if len(title) > WIDEST * MOST_LINES:
        return set()
    pairs = enumerate(pairwise(title), 1)
    return {at for at, (left, right) in pairs if not (left.isascii() and right.isascii())}


def _by_force(title: str) -> tuple[str, ...]:
    """Lines of equal length, for a title too long for a title."""
    return evenly(title, -(-len(title) // WIDEST))
