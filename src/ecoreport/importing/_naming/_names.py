"""Names for a number, out of the words around it."""

import re
from typing import NamedTuple

from ecoreport.importing._naming._phrase import TO_WHOM, Phrase, Things, ahead_of, phrase_of, run, things_of
from ecoreport.importing._naming._words import (
    ACTS,
    DOING,
    EVENTS,
    FRONT,
    HAN,
    HOLLOW,
    MOVED,
    NOT_ALONE,
    OPEN_END,
    PREDICATE,
    TO_THE_NUMBER,
    VAGUE,
    WHO,
)
from ecoreport.report.indicators import all_names, indicator_of, is_usual
from ecoreport.text.quantities import Mention

_BEHIND_UNIT = re.compile("^(?:次|左右|上下)")  # 3轮次, 50人左右
_CLAUSE = re.compile("[，。；：、（）]")
_BY_SO_MUCH = re.compile(f"(?:{MOVED})了?$")
_RATE = re.compile(f"[{HAN}]{{1,12}}(?:率|度|比例|比重|占比)")
_NOT = re.compile("(?:[非未不]|[不免未]予|免于|新.?)$")  # 新招执法人员 are not 执法人员
_LONGEST, _DEED, _ACT = 14, 7, 4  # characters: of a name; of what is done by the things, and with them
_SHORT = 3  # characters of an indicator's name that is taken only where it is all there is
_PAIR = 2  # characters of a noun that says little: 企业, 单位
_PER_CENT = ("%", "‰", "个百分点")
_TOGETHER = re.compile("(?:和|与|及|以及|、|等)$")
_WHO_DOES = re.compile(f"{WHO.pattern}|(?:学校|户|村|社区|员|生|园|工|民|店)$")
_TERRITORY = re.compile("[市州盟县区旗镇乡村]{2}|街道")
_NO_DEED = re.compile("^(?:被|已|都|均|全部|开展|进行|实施|组织|予以|给予)+")
_DEED_ONLY = re.compile("全部|有|为|是|在|因|未|没有|的|了|其中|占")
_SHAPE = re.compile(f"[{HAN}A-Za-z]*[{HAN}][{HAN}A-Za-z]*")
# Longest first; those that begin with what is done, 受理行政许可申请, are longer than a name need be.
_ALIASES = sorted((name for name in all_names() if not DOING.match(name)), key=len, reverse=True)
_KNOWN = frozenset(_ALIASES)
_BY_START: dict[str, list[str]] = {}
_BY_END: dict[str, list[str]] = {}
for _alias in _ALIASES:
    _BY_START.setdefault(_alias[:2], []).append(_alias)
    _BY_END.setdefault(_alias[-2:], []).append(_alias)
_ENDS_BEFORE = re.compile(f"(?:{WHO.pattern}|(?:{DOING.pattern}|的|等|依法)$)")


class Last(NamedTuple):
    """The figure before, in the same sentence: its name, its unit and what was done, all empty where there is none."""

    name: str = ""
    unit: str = ""
    act: str = ""  # 审查 of 审查合同73份、文件11件


class Named(NamedTuple):
    """Names in the order of preference, how many characters behind the number they took, and what was done."""

    names: tuple[str, ...] = ()
    used: int = 0
    act: str = ""


def choices(one: Mention, lead: str, last: Last, *, first: str = "", closed: bool = True) -> Named:
    """Names for a quantity; none where the words give no good one.

    `lead` are the words before it that belong to no other, `last` is the figure before it in its sentence,
    `first` the lead of the number at which a movement begins; `closed`: a mark or the end stands behind its tail.
    """
    if one.role == "to":
        lead = first[: max(first.rfind("由"), first.rfind("从"), 0)]  # 河流数量由46条减少到16条
        last = last._replace(name=_BY_SO_MUCH.sub("", last.name))  # 案件数下降12.5%，由32起降至28起
    if one.role == "share":
        return Named(_good(_share(ahead_of(lead), one.whole, last.name)))
    if one.unit in _PER_CENT:
        return Named(_good(_rate(_CLAUSE.split(lead)[-1], last.name)))
    tail = _BEHIND_UNIT.sub("", one.tail)
    named = _counted(lead, one._replace(tail=tail), last, closed=closed)
    return named._replace(used=named.used and named.used + len(one.tail) - len(tail))


def _counted(  # noqa: PLR0911 - a line a reading
    lead: str, one: Mention, last: Last, *, closed: bool
) -> Named:
    """By the noun before the number; else by the things behind it, with what is done; else by what is done alone."""
    ahead = ahead_of(lead)
    phrase = phrase_of(ahead, one.clause.removesuffix(one.lead))
    if phrase.noun and not HOLLOW.fullmatch(phrase.noun):
        return _of_noun(phrase, ahead, one, last)
    tail = run(one.tail if closed else TO_THE_NUMBER.sub("", one.tail))
    if closed and one.unit in EVENTS and tail and not (phrase.act or phrase.whom):  # 先后14次组织学习
        return Named(_of_phrase(phrase_of(tail)._replace(done=phrase.done), tail))
    things = things_of(tail, closed=closed) if one.role != "to" else Things()
    if things.noun:
        carried = last.act if not (lead or one.marks) else phrase.act  # 涉及31个部门和22家单位
        return _behind(phrase._replace(act=carried), things, tail, concerned=ahead.endswith(TO_WHOM))
    if not closed and tail and not _begins_anew(tail):
        return Named(used=len(tail))  # whose these words are is not to be told
    if phrase.act:
        return Named(_of_act(phrase, ahead))
    if closed and tail and not phrase.whom:  # 42人取得执法资格
        return Named(_of_phrase(phrase_of(tail), tail) if _begins_anew(tail) else ())
    beside = last.name and last.unit != one.unit and not (ahead or tail)
    what = last.name if one.role == "to" and last.name.endswith("数") else f"{last.name}{measure(one.unit)}"
    return Named(_good(what) if beside else ())


def _of_noun(phrase: Phrase, ahead: str, one: Mention, last: Last) -> Named:
    listed = one.marks == "、" and not (phrase.act or phrase.done or _is_known(_indicator_at_end(ahead), one.unit))
    if listed and not one.unit.endswith("元"):  # 审查合同73份、文件11件
        phrase, ahead = phrase._replace(act=last.act), last.act + ahead
    return Named(_of_phrase(phrase, ahead), act="" if phrase.done else phrase.act)


def _of_act(phrase: Phrase, ahead: str) -> tuple[str, ...]:
    """立案, 办结; 提供服务, since 服务 alone says nothing."""
    known = _indicator_at_end(ahead)
    if phrase.act in NOT_ALONE:
        return _good(known, phrase.done and phrase.done + phrase.act)
    return _good(known, phrase.act)


def _of_phrase(phrase: Phrase, words: str) -> tuple[str, ...]:
    """The indicator's name, or that of the words; with what is done where the noun alone says little: 召开会议."""
    known, name = _indicator_at_end(words), phrase.name
    if name in VAGUE and name not in _KNOWN:
        return _good(known, phrase.done + name, name)
    return _good(known, name, phrase.done + name)


def _begins_anew(tail: str) -> bool:
    """Whether the words tell of another deed, and so belong to the number behind them: 立案80起作出处罚40件."""
    return bool(ACTS.match(tail) or DOING.match(tail) or FRONT.match(tail))


def _behind(phrase: Phrase, things: Things, tail: str, *, concerned: bool) -> Named:
    """The things behind the number, told apart by what is done with them where their noun alone says little."""
    noun, said = re.sub("[（）、]", "", things.noun), _TOGETHER.sub("", things.said)
    if not phrase.act and (known := _indicator_at_start(tail)):
        whose = said and phrase.done and tail != known  # 组织32名执法人员参加考试: not all of them
        return Named(() if whose else _good(known), len(known))
    if said.startswith("的") and len(said) > _PAIR:  # 印发15家单位的方案
        return Named(_good(f"{phrase.act}{said[1:]}{noun}"), len(tail), phrase.act)
    used = things.used if said else len(tail)
    if phrase.act and phrase.act != "发现":
        return Named(_good(phrase.act + noun, phrase.done + phrase.act + noun), used, phrase.act)
    deed = _deed(said, noun) if concerned or len(noun) <= _PAIR else ""
    told = deed + noun if deed else phrase.act + noun
    # 1所学校被评为示范校 are not the schools; 市州 are all there are.
    bare = told in VAGUE and len(told) <= _PAIR and not _TERRITORY.fullmatch(told)
    return Named(_good("" if bare else told, phrase.done and phrase.done + told), used)


def _deed(said: str, noun: str) -> str:
    """What is done with the things or by them, if it is short and whole: 开展检查 is 检查, 出具虚假报告 is that.

    With what it is done is said of those who can do it alone: 对43个问题建立台账 are no 建立台账问题.
    """
    deed = _NO_DEED.sub("", FRONT.sub("", said, count=1) if FRONT.match(said) else said)
    longest = _DEED if _WHO_DOES.search(noun) else _ACT
    return "" if len(deed) > longest or len(deed) < _PAIR or _DEED_ONLY.search(deed) else deed


def _is_known(name: str, unit: str) -> bool:
    """Whether it is an indicator that is told in that unit: 执法人员12人, not 1280人次."""
    found = indicator_of(name, unit) if name else None
    return bool(found and is_usual(found, unit))


def _share(ahead: str, whole: str, last: str) -> str:
    """网办事项占94.5% names it; else it is that of the figure before: 水污染案件20起，占立案数的50%."""
    what = phrase_of(ahead[: ahead.rfind("占")]).name if "占" in ahead else ""
    if what or last:
        return f"{what or last}占比"
    return f"占{whole}比例" if whole else ""


def _rate(clause: str, last: str) -> str:
    """满意率达到98%, 满意率由93%提升到98%: the noun of the rate; else what has it, or moves by it."""
    ahead = ahead_of(clause)
    moved = _BY_SO_MUCH.search(ahead)
    if not moved and (rates := _RATE.search(clause)):
        return phrase_of(rates[0]).name
    if ahead.endswith("平均") and last:  # 满意率98.6%（全县平均97.2%）
        return last + ahead
    return phrase_of(ahead).name


def measure(unit: str) -> str:
    """What a second number of the same thing counts: 培训5期、420余人次."""
    if unit.endswith("元"):
        return "金额"
    return unit if len(unit) > 1 else f"{unit}数"


def _good(*names: str) -> tuple[str, ...]:
    """Those of the names that are whole and say more than when, how much or whether it rose."""
    return tuple(name for name in dict.fromkeys(names) if _tells(name))


def _tells(name: str) -> bool:
    return (
        1 < len(name) <= _LONGEST
        and bool(_SHAPE.fullmatch(name))
        and not HOLLOW.fullmatch(name)
        and not OPEN_END.search(name)
        and not DOING.fullmatch(name)
    )


def _indicator_at_end(ahead: str) -> str:
    """The indicator's name that the words end with, where nothing before it makes it another one.

    For 法律培训 is not 培训, and neither 非现场检查 现场检查 nor 撤销行政处罚 行政处罚.
    """
    for name in _BY_END.get(ahead[-2:], ()):
        if ahead.endswith(name):
            before = FRONT.sub("", ahead[: -len(name)])
            if not before:
                return name
            if len(name) > _SHORT and not _NOT.search(before) and _ENDS_BEFORE.search(before):
                return name
    return ""


def _indicator_at_start(tail: str) -> str:
    """The indicator's name that the words begin with, where they end there or go on with what is said of it."""
    for name in _BY_START.get(tail[:2], ()):
        if tail.startswith(name) and (tail == name or (len(name) > _SHORT and PREDICATE.match(tail, len(name)))):
            return name
    return ""
