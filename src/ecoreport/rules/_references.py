"""Rules about names: what the text and the items refer to must exist."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.context import Context
from ecoreport.report.origins import Passage
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.similarity import closest
from ecoreport.yearfile.model import Item, Measure, Plan, Shortcoming

_BRACES = r"[{｛](?<![{｛][{｛])[{｛]*+\s*(?P<name>[^{}｛｝]{1,40}?)\s*[}｝]+"
_LEFT = r"[{｛]+(?P<name>[^{}｛｝]{0,40})[}｝]*|[}｝]+"
_OTHER_BRACKETS = r"[\[［【<＜](?P<name>[^\[\]［］【】<>＜＞]{1,40})[\]］】>＞]"
_MOST_SHOWN = 50  # ids that a message names
_SOUND = re.compile(r"\{\{[^{}]*\}\}")


@rule("E204", "E205", "E209", "E216", "E219")
def figures_exist(reading: Reading) -> Iterator[Finding]:
    """Every {{ … }} can be computed; of wrong braces around one `braces` tells."""
    told: dict[Path, set[int]] = {}
    for passage, match in _wrong_braces(reading) if reading.context.wrong_references else ():
        told.setdefault(passage.path, set()).update(range(*match.span()))
    for path, error in reading.context.wrong_references:
        finding = error.finding(path)
        if not (finding.span and finding.span[0] in told.get(path, ())):
            yield finding


@rule("E205")
def braces(reading: Reading) -> Iterator[Finding]:
    """A figure's name in single, triple or full-width braces would be printed with them."""
    for passage, match in _wrong_braces(reading):
        help_ = f"引用指标用两个半角花括号：{{{{ {match['name']} }}}}"
        yield Finding("E205", f"“{match[0]}”会照原样印出来", passage.path, match.span(), help=help_)


def _wrong_braces(reading: Reading) -> Iterator[tuple[Passage, re.Match[str]]]:
    names = reading.report.figures
    for passage in reading.context.passages:
        loose = _SOUND.sub("", passage.text)
        if not any(brace in loose for brace in "{｛}｝"):
            continue
        for match in re.finditer(_BRACES, passage.text):
            unclosed = match[0].startswith("{{") and not match[0].endswith("}}")  # figures_exist tells of it
            if match["name"] in names and not unclosed and not _SOUND.fullmatch(match[0]):
                yield passage, match


@rule("W552")
def half_marked(reading: Reading) -> Iterator[Finding]:
    """What looks like a reference and is none: a brace that prints, a figure's name in other brackets."""
    names, told = reading.report.figures, {path for path, _ in reading.context.wrong_references}
    for place, match in reading.matches(_LEFT, any_of="{}｛｝"):
        named = (match["name"] or "").strip() in names  # `braces` tells of it
        if not (named or place.is_reference(match.start()) or place.path in told):
            message = f"“{match[0]}”里的花括号会照原样印出来"
            help_ = "引用指标写成 {{ 名称 }}，名称在 figures 里；不是引用就删掉花括号"
            yield place.finding("W552", message, match.span(), help_)
    for place, match in reading.matches(_OTHER_BRACKETS, any_of="[［【<＜"):
        if match["name"].strip() in names and not place.is_reference(match.start()):
            message = f"“{match[0]}”会照原样印出来"
            yield place.finding("W552", message, match.span(), f"引用指标写成 {{{{ {match['name'].strip()} }}}}")


@rule("E207")
def ids_are_unique(reading: Reading) -> Iterator[Finding]:
    """An id names one item."""
    seen: dict[str, Path] = {}
    for path, item in _items(reading.context):
        if item.id is None:
            continue
        if item.id in seen:
            yield Finding("E207", f"编号“{item.id}”已经用过", (*path, "id"), help="每条用不同的编号")
        seen.setdefault(item.id, path)


@rule("E206")
def answers_exist(reading: Reading) -> Iterator[Finding]:
    """A plan item answers shortcomings of this report."""
    known = dict.fromkeys(item.id for _, item in _items(reading.context) if isinstance(item, Shortcoming) and item.id)
    for path, item in _items(reading.context):
        if isinstance(item, Plan):
            yield from _unknown(item.answers, known, (*path, "answers"), "本年的不足里")


@rule("E206")
def carried_out_exist(reading: Reading) -> Iterator[Finding]:
    """A measure carries out items of last year's plan; without last year's file nothing is known of it."""
    if reading.last is None:
        return
    known = dict.fromkeys(item.id for _, item in _items(reading.last) if isinstance(item, Plan) and item.id)
    for path, item in _items(reading.context):
        if isinstance(item, Measure):
            yield from _unknown(item.carries_out, known, (*path, "carries_out"), "上年的计划里")


def _unknown(ids: tuple[str, ...], known: Mapping[str, None], path: Path, where: str) -> Iterator[Finding]:
    for at, name in enumerate(ids):
        if name not in known:
            close = closest(name, known)
            more = "等" if len(known) > _MOST_SHOWN else ""
            others = f"{where}有：{'、'.join(islice(known, _MOST_SHOWN)) or '（一个编号也没有）'}{more}"
            help_ = f"是不是“{close[0]}”？" if close else others
            if path[-1] == "answers":
                help_ += ("" if close else "；") + "不足已经删去的，把这里的编号也删掉"
            yield Finding("E206", f"{where}没有编号“{name}”", (*path, at), help=help_)


def _items(context: Context) -> Iterator[tuple[Path, Item]]:
    return ((path, item) for path, item in context.contents if isinstance(item, Item))
