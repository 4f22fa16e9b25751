"""Rules over two years: last year's plan is answered, its figures are quoted right, its words are not copied."""

from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.context import Context, is_heading
from ecoreport.report.history import Suspicion, all_of, copies, problem, same_problems, suspicion, unanswered
from ecoreport.report.parts import sections_of
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantity import units_told
from ecoreport.yearfile.model import Figure, Shortcoming


def plan_is_carried_out(context: Context) -> Iterator[Finding]:
    """Each item of last year's plan that has an id is taken up by a measure."""
    if context.last is None:
        return
    place = next((path for path, section in sections_of(context.report) if section.kind == "measures"), ())
    for item in unanswered(context.last, context):
        message = f"上年的计划“{item.title or item.id}”（{item.id}）没有举措落实"
        help_ = f"在落实它的举措里写 carries_out: [{item.id}]；没有落实的，在不足里说明，再写进 ignore 不再提示"
        yield Finding("W611", message, place, on_key=True, help=help_)


def shortcomings_come_back(context: Context) -> Iterator[Finding]:
    """The same shortcoming two years running."""
    if context.last is None:
        return
    old = [item for _, item in all_of(context.last, Shortcoming)]
    told = {problem(item) for item in old} - {""}
    for path, item in all_of(context, Shortcoming):
        if same_problems(item, old, told):
            yield Finding("W612", "上年也写了这条不足", path, help="写明今年有什么进展、为什么还没有解决")


def sentences_copied(context: Context) -> Iterator[Finding]:
    """Sentences of 25 characters and more, without a number, that are last year's to nine tenths."""
    if context.last is None:
        return
    new = [paragraph for paragraph in context.paragraphs if not is_heading(paragraph.path)]
    for paragraph, (_, span), _, _ in copies(new, context.last.paragraphs):
        yield paragraph.finding(
            "W613",
            "这句话与上年的几乎一样",
            span,
            "写今年的做法；固定的提法可以不再提示，写法见 ecoreport explain W613",
        )


def figures_move_plausibly(context: Context) -> Iterator[Finding]:
    """A figure that is last year's to the digit, five times it, or ten thousand times it, is looked at twice."""
    for name, figure, old in _pairs(context):
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


def same_issuer(context: Context) -> Iterator[Finding]:
    """The bureau is last year's: a file from elsewhere, or half a name changed, prints the wrong red head."""
    before = context.previous.issuer if context.previous else context.report.issuer
    if before != context.report.issuer and not is_open(context.report.issuer):
        message = f"发文机关与上年的文件不同，上年是“{before}”"
        yield Finding("W620", message, ("issuer",), help="核对是不是拿错了文件；机关改了名，可以不再提示")


def last_year_as_published(context: Context) -> Iterator[Finding]:
    """What this file says of last year is what last year's file says, or there is a reason."""
    for name, figure, old in _pairs(context):
        stated = figure.previous
        if stated and (stated.value, stated.unit) != (old.value, old.unit) and not figure.restated:
            message = f"“{name}”的上年数写的是{stated}，上年的报告是{old}"
            yield Finding("E616", message, ("figures", name, "previous"), help="改成一样的，或者写明 restated: 理由")


def _pairs(context: Context) -> Iterator[tuple[str, Figure, Figure]]:
    """Figures that both years have, by name."""
    before = context.previous.figures if context.previous else {}
    return ((name, figure, before[name]) for name, figure in context.report.figures.items() if name in before)
