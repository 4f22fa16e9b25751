"""Rules over numbers that are typed where a figure could be named, and over such as contradict a figure."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.indicators import indicator_of
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import Mention, Statement, is_amount, literals, mention_of, noun_of
from ecoreport.text.sentences import words_before, words_behind

_CLAUSE = "，。；、："  # what parts clauses
_REACH = 80  # characters of one on either side of a number
_IN_ALL = ("全年", "累计", "合计", "总计", "共")
# Words of something narrower than the whole year's work, or of another time.
_NARROWER = (
    "专项", "行动", "领域", "方面", "季度", "半年", "月", "期间", "其中", "对", "聚焦", "围绕", "通过", "根据",
    "活动", "上年", "去年", "此前", "联合", "配合", "会同", "涉", "类", "以上", "每", "组织", "分别", "另", "计划",
    "安排", "目标", "争取", "力争", "拟", "新增",
)  # fmt: skip


@rule("W411", "H412")
def literal_numbers(reading: Reading) -> Iterator[Finding]:
    """A statistic written into the text is changed in one place and forgotten in another; plans state none."""
    typed: dict[str, list[str]] = {}
    for name, figure in reading.report.figures.items():
        typed.setdefault(str(figure), []).append(name)
    counted = _counted(reading)
    for place, said in reading.statements:
        if not place.is_body:
            continue
        if place.kind == "next_year_plan":
            continue
        contradicted = dict(_contradictions(reading, place, said, counted))
        for start, (one, name) in contradicted.items():
            yield _contradiction(reading, place, (start, one.end), name)
        if not all(place.is_reference(one.start) for one in said.mentions):
            yield from _loose(place, typed, contradicted)


def _loose(place: Place, typed: Mapping[str, Sequence[str]], told: Container[int]) -> Iterator[Finding]:
    """A figure's own number typed again, and numbers that no figure has."""
    loose: list[re.Match[str]] = []
    for match in literals(place.text):
        if match.start() in told or any(place.is_reference(at) for at in range(*match.span())):
            continue
        if name := _named(typed, place, match):
            message, help_ = f"“{match[0]}”与指标“{name}”相同", f"改成 {{{{ {name} }}}}，以后只改一处"
            yield place.finding("W411", message, match.span(), help_)
        else:
            loose.append(match)
    if loose:
        shown = "、".join(dict.fromkeys(match[0] for match in loose[:5])) + ("等" if len(loose) > 5 else "")  # noqa: PLR2004
        message = f"没有写进指标的数：{shown}"
        help_ = "要核对、与上年比较的数，在 figures 里起个名字，正文用 {{ 名称 }} 引用"
        yield place.finding("H412", message, loose[0].span(), help_)


def _named(typed: Mapping[str, Sequence[str]], place: Place, match: re.Match[str]) -> str:
    """The figure of the same value whose name stands in the number's own clause; empty where none does."""
    text, same = place.text, typed.get(match[0], ())
    if not same:
        return ""
    before, behind = (
        words_before(text, match.start(), _CLAUSE, _REACH),
        words_behind(text, match.end(), _CLAUSE, _REACH),
    )
    clause = before + behind
    return next((name for name in same if name in clause), "")


def _counted(reading: Reading) -> Mapping[tuple[str, str], tuple[str, Mention]]:
    """The figures that are exact, each with its name, by what they count and in which unit."""
    found: dict[tuple[str, str], tuple[str, Mention]] = {}
    for name, figure in reading.report.figures.items():
        one = mention_of(name, figure.quantity)
        if one is not None and one.exact and one.denominator is None and len(one.noun) > 1:
            found.setdefault((_meant(name, one.unit) or one.noun, one.unit), (name, one))
    return found


def _meant(name: str, unit: str) -> str:
    """The indicator that a name gives; empty where none is known."""
    known = indicator_of(name, unit)
    return known.key if known else ""


def _contradictions(
    reading: Reading,
    place: Place,
    said: Statement,
    counted: Mapping[tuple[str, str], tuple[str, Mention]],
) -> Iterator[tuple[int, tuple[Mention, str]]]:
    """Numbers that are told of what a figure counts, of all of it, and differ; each with the figure's name."""
    parts = {part.start for one in said.parts for part in one.parts}
    sentence, only_figures = -1, True  # whether all numbers of the sentence so far are figures of the whole year
    for one in said.mentions:
        only_figures = only_figures or one.sentence != sentence
        sentence = one.sentence
        if place.is_reference(one.start):
            continue
        noun = noun_of(one.lead)
        name, figure = counted.get((_meant(noun, one.unit) or noun, one.unit), ("", None))
        if figure is not None and figure.value != one.value and is_amount(one) and one.start not in parts:
            slip = _digits(figure) == _digits(one)
            wide = only_figures or any(word in one.lead for word in _IN_ALL)
            if not one.han and one.role == "count" and (slip or (wide and _is_of_the_year(one, reading.report.year))):
                yield one.start, (one, name)
        only_figures = False


def _digits(one: Mention) -> str:
    """186.4 of 186.4万元 and 186.4元."""
    return "".join(character for character in one.text if character in "0123456789.")


def _is_of_the_year(one: Mention, year: int) -> bool:
    words = f"{one.before}{one.lead}".replace(f"{year}年", "")
    return not any(word in words for word in _NARROWER) and not re.search("[0-9]{4}年", words)


def _contradiction(reading: Reading, place: Place, span: tuple[int, int], name: str) -> Finding:
    message = f"“{place.text[slice(*span)]}”与指标“{name}”的{reading.report.figures[name]}不同"
    help_ = f"是同一个数就改成 {{{{ {name} }}}}，不是就换个说法"
    return place.finding("W411", message, span, help_)
