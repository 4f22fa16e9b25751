"""What is to be done wholly, and is said to be: 发现的问题逐一整改; 全面完成三年行动; 全部整改到位, 尚有3个未整改."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ecoreport.text._things import SHORTEST, named

_ACTS = "整改|完成|办结|销号|清零|化解|归档|办复"
_ALL = "全部|全数|悉数"
_EACH = "逐一|逐项|逐条|逐个|全面"  # of what is done, they say how and not that it is over
_BETWEEN = "(?:已经?|按期|按时|如期|顺利|圆满|予以|得到|实现|进行|完成)*"
_OVER = "到位|完毕|完成|结束|销号|办结|清零"
_PLAN = re.compile(
    rf"(?<!已)(?P<all>(?:{_ALL}|{_EACH})+){_BETWEEN}(?P<act>{_ACTS})(?:{_OVER})*"
    rf"|(?P<act2>{_ACTS})(?:工作|任务)?(?P<all2>{_ALL})(?:{_OVER})"
)
_DONE = re.compile(
    rf"(?P<all>{_ALL}|{_EACH}|均|都){_BETWEEN}(?P<act>{_ACTS})(?P<over>(?:{_OVER}|任务|工作)*)"
    rf"|(?P<act2>{_ACTS})(?:工作|任务)?(?:已经?)?(?P<all2>{_ALL}|均|都)(?:已经?)?(?P<over2>{_OVER})"
)
_NOT = "(?:尚未|还未|仍未|未能|暂未|未)"
_SHORT = re.compile(
    rf"(?<!无)(?<!没有)(?<!不存在){_NOT}(?:全部|完全|全面|彻底)?(?:完成)?(?P<act>{_ACTS})(?!的|率)"
    rf"|(?:正在|有待|仍需|还需)(?:推进|抓紧|加快|进行|进一步)?(?P<act2>{_ACTS})(?!的)"
    rf"|(?P<act3>{_ACTS})(?:还|尚|仍)?(?:不够?(?:到位|彻底|及时)|未(?:完成|到位))(?!的)"
)
# Nothing is certain where it is only by and large so, a plan, a demand, or what somebody is to see to.
_OPEN = re.compile(
    "基本|大部分|大多|推进|推动|逐步|力争|促进|计划|目标|要求|应当|争取|下一步|明年|确保|督促|力求|原则上|除"
)
_ALIKE = {"销号": "整改", "清零": "整改", "办复": "办结"}
_COUNT = re.compile(
    r"(?:约|近|共|超过?)?[0-9.,%]+(?![0-9.,%年月日])[余多]?[万亿]?[个件条项卷次场起人家户份名类处宗批]*"
)
_GENERAL = re.compile(
    "对于|针对|问题|台账|清单|线索|事项|任务|工作|情况|发现|查找|查摆|排查|梳理|存在|反馈|指出|提出|各项|方面|意见|建议"
    "|整改|按期|按时|如期|责任|措施|结果|要求|期限|年度|所有|到位|完毕|结束|尚有|仍有|还有|剩余|个别|部分|少数|涉及|及时|项|对|将|把|就|并|均|都|按|其"
)


class Wholly(NamedTuple):
    """What is to be done wholly, or said to be: `act` is of one kind, `thing` bare; `over` False where it is not done.

    `words` are the clause, with the one before where it says nothing of the thing itself. `start` and `end` are the
    clause's in the text; `over` is None where it is not certain.
    """

    words: str
    act: str
    thing: str
    start: int
    end: int
    over: bool | None = None


def planned(text: str) -> Iterator[Wholly]:
    """What a plan wants wholly done."""
    for clauses in _sentences(text):
        for at, clause in enumerate(clauses):
            if match := _PLAN.search(clause[0]):
                yield _told(clauses, at, match)


def claimed(text: str) -> Iterator[Wholly]:
    """What a text says of that."""
    for clauses in _sentences(text):
        for at, (clause, _) in enumerate(clauses):
            if short := _SHORT.search(clause):
                yield _told(clauses, at, short)._replace(over=None if "的" in clause[short.end() :][:6] else False)
            elif match := _DONE.search(clause):
                yield _told(clauses, at, match)._replace(over=True if _is_over(match, clause) else None)


def _is_over(match: re.Match[str], clause: str) -> bool:
    """Whether it is said that all of it is done, and of nothing else."""
    if _OPEN.search(clause):
        return False
    if match["act2"]:
        return True
    behind = clause[match.end() :]
    if match["act"] == "完成" and not match["over"]:  # 全面完成三年行动任务: what was done stands behind
        return match["all"] not in ("逐一", "逐项", "逐条", "逐个") and "的" not in behind
    return not behind and bool(match["over"] or match["all"] in (*_ALL.split("|"), "均", "都"))


def _told(clauses: Sequence[tuple[str, int]], at: int, match: re.Match[str]) -> Wholly:
    clause, start = clauses[at]
    act = next(one for name, one in match.groupdict().items() if name.startswith("act") and one)
    own = _thing(clause[: match.start()] + clause[match.end() :])
    above = (_thing(before) for before, _ in reversed(clauses[:at]))
    thing = own or next(filter(None, above), "")
    said = clause if own or not at else f"{clauses[at - 1][0]}，{clause}"
    return Wholly(said.strip(), _ALIKE.get(act, act), thing, start, start + len(clause))


def _thing(words: str) -> str:
    """What the words are about; empty where they say nothing of it."""
    found = _GENERAL.sub("", named(_COUNT.sub("", words)))
    return found if len(found) >= SHORTEST else ""


def _sentences(text: str) -> Iterator[list[tuple[str, int]]]:
    """The clauses of each sentence, each with where it begins."""
    for sentence in re.finditer("[^。；！\n]+", text):
        yield [(one[0], sentence.start() + one.start()) for one in re.finditer("[^，、：,]+", sentence[0])]
