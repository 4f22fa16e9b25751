"""Rules over two years: last year's plan is answered, its figures are quoted right, its words are not copied."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.history import Suspicion, all_of, copies, problem, same_problems, suspicion, unanswered
from ecoreport.report.origins import PrintedText
from ecoreport.report.parts import sections_of
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantity import units_told
from ecoreport.yearfile.model import Figure, Shortcoming

_NUMBER = re.compile("[0-9]{2}")


@rule("W611")
def plan_is_carried_out(reading: Reading) -> Iterator[Finding]:
    """Each item of last year's plan that has an id is taken up by a measure."""
    if reading.last is None:
        return
    place = next((path for path, section in sections_of(reading.report) if section.kind == "measures"), ())
    for item in unanswered(reading.last, reading.context):
        message = f"上年的计划“{item.title or item.id}”（{item.id}）没有举措落实"
        help_ = f"在落实它的举措里写 carries_out: [{item.id}]；没有落实的，在不足里说明，再写进 ignore 不再提示"
        yield Finding("W611", message, place, on_key=True, help=help_)


@rule("W612")
def shortcomings_come_back(reading: Reading) -> Iterator[Finding]:
    """The same shortcoming two years running."""
    if reading.last is None:
        return
    old = [item for _, item in all_of(reading.last, Shortcoming)]
    told = {problem(item) for item in old} - {""}
    for path, item in all_of(reading.context, Shortcoming):
        if same_problems(item, old, told):
            yield Finding("W612", "上年也写了这条不足", path, help="写明今年有什么进展、为什么还没有解决")


@rule("W613")
def sentences_copied(reading: Reading) -> Iterator[Finding]:
    """Sentences of 25 characters and more that are last year's but for three words, with their numbers."""
    if reading.last is None:
        return
    new = [place.printed for place in reading.places if not place.is_heading and place.printed.path[0] != "annotation"]
    for one in copies(new, reading.last.paragraphs):
        if one.telling:
            how = "一字不差" if one.whole and one.counted else "几乎一样"
            message = f"这句话与上年的{how}{'，数也一样' if one.counted else ''}"
            help_ = "核对数是不是忘了改，" if one.counted else ""
            help_ += "写今年的做法；固定的提法可以不再提示，写法见 ecoreport explain W613"
            yield one.paragraph.finding("W613", message, one.span, help_)


@rule("W613")
def tables_copied(reading: Reading) -> Iterator[Finding]:
    """A table with two numbers and more, all of whose cells are a table's of last year: no cell alone is told of."""
    if reading.last is None:
        return
    known = set(_tables(reading.last.paragraphs).values())
    for path, cells in _tables([place.printed for place in reading.places if place.is_cell]).items():
        if cells in known and sum(bool(_NUMBER.search(cell)) for cell in cells) > 1:
            help_ = "换成今年的数；表里的数也可以引用指标，写法如 {{ 立案.value }}"
            yield Finding("W613", "这张表与上年的一模一样，数也一样", path, on_key=True, help=help_)


def _tables(paragraphs: Iterable[PrintedText]) -> Mapping[Path, tuple[str, ...]]:
    """The cells of each table, by the path of the table."""
    found: dict[Path, list[str]] = {}
    for one in paragraphs:
        if "rows" in one.path:
            found.setdefault(one.path[: one.path.index("rows")], []).append(one.text)
    return {path: tuple(cells) for path, cells in found.items()}


@rule("H618", "H614", "W615")
def figures_move_plausibly(reading: Reading) -> Iterator[Finding]:
    """A figure that is last year's to the digit, five times it, or ten thousand times it, is looked at twice."""
    for name, figure, old in _pairs(reading):
        path: Path = ("figures", name, "value")
        both = figure.value is not None and old.value is not None
        if both and figure.unit != old.unit and not figure.note:
            yield Finding(
                "H618",
                f"“{name}”{units_told(figure.quantity, old.quantity)}",
                path,
                help="单位或口径变了就在 note 里说明",
            )
        match suspicion(figure, old):
            case Suspicion.SAME:
                yield Finding("H614", f"“{name}”与上年一样，都是{figure}", path, help="核对是不是忘了改")
            case Suspicion.SCALE:
                message = f"“{name}”{figure}，上年{old}，差约一万倍"
                yield Finding("W615", message, path, help="看看单位是元还是万元")
            case Suspicion.LEAP:
                message = f"“{name}”{figure}，上年{old}，相差五倍以上"
                yield Finding(
                    "W615", message, path, help="核对数和口径；确实如此可以不再提示，写法见 ecoreport explain W615"
                )


@rule("H444")
def money_in_one_scale(reading: Reading) -> Iterator[Finding]:
    """An amount is in 元 both years, or in 万元 and 亿元."""
    for name, figure, old in _pairs(reading):
        before = figure.previous or old.quantity
        if figure.unit == before.unit == "元" and figure.value and before.value:
            scaled = [any(scale in one.typed for scale in "万亿") for one in (figure.quantity, before)]
            if scaled[0] != scaled[1]:
                message = f"“{name}”是{figure}，上年是{before}，一年用元，一年用万元"
                help_ = "两年用一样的单位，表和图里才好比；以万元为单位的，小数最多两位"
                yield Finding("H444", message, ("figures", name, "value"), help=help_)


@rule("W620")
def same_issuer(reading: Reading) -> Iterator[Finding]:
    """The bureau is last year's: a file from elsewhere, or half a name changed, prints the wrong red head."""
    before = reading.context.previous.issuer if reading.context.previous else reading.report.issuer
    if before != reading.report.issuer and not is_open(reading.report.issuer):
        message = f"发文机关与上年的文件不同，上年是“{before}”"
        yield Finding("W620", message, ("issuer",), help="核对是不是拿错了文件；机关改了名，可以不再提示")


@rule("E616")
def last_year_as_published(reading: Reading) -> Iterator[Finding]:
    """What this file says of last year is what last year's file says, or there is a reason."""
    for name, figure, old in _pairs(reading):
        stated = figure.previous
        if stated and (stated.value, stated.unit) != (old.value, old.unit) and not figure.restated:
            message = f"“{name}”的上年数写的是{stated}，上年的报告是{old}"
            yield Finding("E616", message, ("figures", name, "previous"), help="改成一样的，或者写明 restated: 理由")


def _pairs(reading: Reading) -> Iterator[tuple[str, Figure, Figure]]:
    """Figures that both years have, by name."""
    before = reading.context.previous.figures if reading.context.previous else {}
    return ((name, figure, before[name]) for name, figure in reading.report.figures.items() if name in before)
