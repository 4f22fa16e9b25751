"""Which part of the law a section is: by points for and against in its title, then by what stands in it and where."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

MEASURES, SHORTCOMINGS, DUTIES, PLAN, OTHER = (
    "measures", "shortcomings", "leader_duties", "next_year_plan", "other",
)  # fmt: skip
_BEING_SOLVED = (
    "(?:解决|聚焦|围绕|针对|整治|破解|补齐|补|坚持问题|化解|破除|防范).{0,8}(?:问题|短板|困难|薄弱|弱项|不足)"
    "|问题导向|问题的?整改"
)  # fmt: skip
# 《法治政府建设与责任落实督察工作规定》 (2019) names the parts; the words are those of 46 reports of 2017–2025.
_TITLES: Mapping[str, tuple[tuple[str, float], ...]] = {
    DUTIES: (
        ("第一责任人", 6), ("主要负责人|党政主要|一把手", 4), ("述法|履职|履行", 1),
        ("(?:局长|主任|书记|[省市县区乡镇]长|负责人|负责同志|主要领导).{0,6}(?:履行|履职)|履行推进法治", 4),
    ),
    SHORTCOMINGS: (
        ("不足", 5), ("问题", 3), ("存在|面临", 2), ("短板|差距|薄弱|困难|弱项", 4), ("原因", 2),
        (_BEING_SOLVED, -6),
    ),
    PLAN: (
        ("下一?步|下一?年|下一?阶段|明年|来年", 5), ("今后|努力方向|未来", 4), ("打算|计划|思路|安排|设想|展望", 3),
    ),
    MEASURES: (
        ("举措|成效|做法|亮点|成绩", 4), ("工作(?:开展)?情况|主要工作|开展情况|完成情况|推进情况|落实情况", 3),
        ("推进|开展|落实|坚持|加强|强化|深化|提升|健全|完善|规范|依法|优化|严格|提高|全面|聚焦", 1.5),
    ),
    OTHER: (("其他|需要报告|需要说明|意见建议|意见和建议|工作建议", 5),),
}  # fmt: skip
_TEXTS: Mapping[str, tuple[str, float]] = {
    SHORTCOMINGS: ("不够|不足|有待|不强|不高|不到位|差距|主要原因", 0.4),
    PLAN: ("将继续|进一步|下一步|明年", 0.4),
    DUTIES: ("主要负责人|第一责任人|述法|亲自", 0.4),
    MEASURES: ("[0-9]+[件次项期起人]", 0.3),
}
_BY_TITLE = {kind: tuple((re.compile(word), points) for word, points in rows) for kind, rows in _TITLES.items()}
_BY_TEXT = {kind: (re.compile(words), points) for kind, (words, points) in _TEXTS.items()}
TELLING = 3.0  # points of a title that says which part it is
_PLAIN, _NEXT_YEAR, _MOST_HITS, _LOOKED_AT = 5.0, 6.0, 4, 2000


class Part(NamedTuple):
    """Which part it is and why; `both`: the title names shortcomings and plan, written as one."""

    kind: str
    why: str
    both: bool = False


def points_of(title: str, year: int = 0) -> dict[str, float]:
    """How much a title's words speak for each part."""
    points = {kind: sum(points for word, points in rows if word.search(title)) for kind, rows in _BY_TITLE.items()}
    if year and f"{year + 1}年" in title:
        points[PLAN] += _NEXT_YEAR
    return points


def parts_of(sections: Sequence[tuple[str, str]], year: int) -> list[Part]:
    """The part of each section, given as title and text: one of each kind but measures."""
    made: list[Part] = []
    done = False
    for title, text in sections:
        points = points_of(title, year)
        both = min(points[SHORTCOMINGS], points[PLAN]) >= TELLING
        if max(points.values()) < TELLING:
            _add_text(points, text, done=done)
        kind = SHORTCOMINGS if both else max(points, key=lambda one: points[one])
        done = done or kind in (SHORTCOMINGS, PLAN)
        why = "，".join(f"{_CALLED[one]}{value:+.1f}" for one, value in points.items() if value)
        made.append(Part(kind, why, both))
    return _one_of_each(sections, made, year)


_CALLED = {MEASURES: "举措", SHORTCOMINGS: "不足", DUTIES: "履职", PLAN: "安排", OTHER: "其他"}


def _add_text(points: dict[str, float], text: str, *, done: bool) -> None:
    """A theme says nothing of its part: what stands in the section, and what came before, do."""
    for kind, (words, each) in _BY_TEXT.items():
        points[kind] += min(len(words.findall(text[:_LOOKED_AT])), _MOST_HITS) * each
    points[MEASURES] += -1.5 if done else 1.5
    points[OTHER] += 1.2 if done else 0


def _one_of_each(sections: Sequence[tuple[str, str]], parts: list[Part], year: int) -> list[Part]:
    made = list(parts)
    for kind in (SHORTCOMINGS, DUTIES, PLAN):
        points = {at: points_of(sections[at][0], year)[kind] for at, part in enumerate(made) if part.kind == kind}
        best = max(points, key=lambda at: points[at], default=None)
        for at, value in points.items():
            if at != best and value < _PLAIN:
                other = OTHER if kind == PLAN or not sections[at][0] else MEASURES
                made[at] = made[at]._replace(kind=other, why=f"{made[at].why}（这一部分已经有了）")
    return made
