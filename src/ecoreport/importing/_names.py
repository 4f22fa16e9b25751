"""Names for a number, out of the words around it."""

import re

from ecoreport.report.indicators import all_names

_HAN = "\u4e00-\u9fff"
_EDGE = re.compile(f"[^{_HAN}A-Za-z]")
_CLAUSE = re.compile("[，。；：、（）]")
_WHEN_AND_WHERE = "全年|全市|全区|全县|本年度?|当年|年内|其中|共计|累计|总计|合计|先后"
# What is done with all kinds of things, so is left out of a name.
_DOING = "组织|开展|举办|召开|进行|实施|完成|办理|受理|接收|收到|发放|制作|下达|作出|出具"
_LED = "共计|累计|总计|合计|分别|达到|大约|将近|超过|共|约|达|为|了|近|超|逾|至|到|有|计|各|仅|的"
_MOVED = "下降|上升|提高|提升|增长|增加|减少|降低"
_FRONT = re.compile(
    rf"^(?:{_WHEN_AND_WHERE}|依法|分别|各渠道|各类|及时|积极|全面|共同|{_DOING}"
    "|按时|定期|通过|共|已|并|对|向|用|以|为|由|和|与|及|将|把|的)+"
)
_TO_THE_NUMBER = re.compile(f"(?:{_LED})+$")
_LED_BY = re.compile(f"{_DOING}|[被对]|依法")
_BACK = re.compile(f"(?:{_LED}|下降|上升)+$")
_BY_SO_MUCH = re.compile(f"(?:{_MOVED})了?$")
_HOLLOW = re.compile(f"(?:{_WHEN_AND_WHERE}|平均|{_LED}|{_MOVED}|占|均|比)*")
_VERB = re.compile(
    "依法|不予|予以|每(?:年|季|月|周)|都|聘任|亲自|同意|敲响|进行|开展|全部|均|被|已|得到|占|同比|实行|采取|落实|提出|提供|参加|参与|通过|作为|有效|进一步"
)
_DATE = re.compile("[0-9]{1,4}(?:年度?|月份?|[日号])")
_ASIDE = re.compile("(?:（[^（）]*）|（)$")  # 开展活动（含线上）25场; 检查企业（120家次）
_QUOTED = re.compile(f"[“《](?P<words>[{_HAN}]{{2,10}})[”》]$")
_AFTER_DOING = re.compile(f"^.*(?:{_DOING})(?=..)")
_AND_SO_ON = re.compile(f"^等(?:.*(?:{_DOING})(?=..))?")  # 结合“12·4”等节点开展普法宣传
_RATE = re.compile(f"[{_HAN}]{{1,12}}(?:率|比例|比重|占比)")
_SHARE = re.compile("占(?P<of>.{2,12})$")
_NOT = re.compile("(?:[非未不]|[不免未]予|免于|新.?)$")  # 新招执法人员 are not 执法人员
_LONGEST, _WHOLE, _SHORT = 10, 16, 3  # characters: of a name that is cut, of one that is kept, of what is joined to it
REACH = 60  # characters before the number that are looked at
# Longest first; those that begin with what is done, 受理行政许可申请, are longer than a name need be.
_ALIASES = sorted((name for name in all_names() if not _LED_BY.match(name)), key=len, reverse=True)


def choices(before: str, after: str, unit: str, last: str) -> list[str]:
    """Names in the order of preference, each of two han or more; none where the words give none.

    `before` and `after` are the text around the number, `last` is the name of the one before it in its sentence.
    """
    before = _DATE.sub("，", before[-REACH:])
    ahead, behind = _ahead(before), run(after, 0).removeprefix("的")
    if share := _SHARE.search(ahead):  # 占信访投诉的39.6% is no number of 信访投诉
        found = [f"占{share['of']}比例"]
    elif unit in ("%", "‰", "个百分点"):
        found = [_rate(_CLAUSE.split(before)[-1], ahead, last)]
    elif ahead or behind or not last:
        found = _counted(_BACK.sub("", ahead), behind)
    else:
        found = [last + _measure(unit)]
    return [name for name in dict.fromkeys(found) if _tells(name)]


def run(text: str, start: int) -> str:
    """The words that begin at `start`, up to the first sign or digit."""
    edge = _EDGE.search(text, start)
    return text[start : edge.start() if edge else len(text)]


def _ahead(before: str) -> str:
    """The words that end at the number, without those that only lead to it; what a quotation at their end says."""
    text = _ASIDE.sub("", _TO_THE_NUMBER.sub("", before))
    if quoted := _QUOTED.search(text):
        return quoted["words"]
    return _AND_SO_ON.sub("", _EDGE.split(text)[-1])


def _rate(clause: str, ahead: str, last: str) -> str:
    """满意率达到98%, 满意率由93%提升到98%: the noun of the rate; else what has it, or moves by it."""
    subject = _without_front(ahead)
    if (rates := _RATE.findall(clause)) and not _BY_SO_MUCH.search(clause):
        return _without_front(rates[-1])
    if subject in ("占", "占比"):
        return f"{last}占比" if last else ""
    if subject.endswith("占"):
        return f"{subject}比"
    return last + ahead if ahead.endswith("平均") else subject  # 满意率98.6%（全县平均97.2%）


def _counted(ahead: str, behind: str) -> list[str]:
    """An indicator's own name, the words before, the words behind, both."""
    near = _without_front(ahead)
    found = [name for name in _ALIASES if _begins_or_ends(name, ahead, near, behind)][:1]
    near = near if len(near) <= _WHOLE else _AFTER_DOING.sub("", near)[-_LONGEST:]
    verb = _VERB.search(behind, 2)
    next_ = behind if len(behind) <= _LONGEST else behind[: min(verb.start() if verb else _LONGEST, _LONGEST)]
    if len(near) > 1 and not behind:
        found.append(near)
    elif len(near) > 1 and len(behind) <= _SHORT:
        found += [near + behind, near]
    elif len(next_) > 1:
        found += [next_, near + next_]
    elif len(near) > 1:
        found.append(near)
    return found


def _without_front(words: str) -> str:
    """The words without those that begin many a sentence, where two or more stay."""
    stripped = _FRONT.sub("", words)
    return stripped if len(stripped) > 1 else words


def _measure(unit: str) -> str:
    """What a second number of the same thing counts: 培训5期、420余人次."""
    if unit.endswith("元"):
        return "金额"
    return unit if len(unit) > 1 else f"{unit}数"


def _tells(name: str) -> bool:
    """Whether the name has two han or more, and says more than when, how much or whether it rose."""
    return len(re.findall(f"[{_HAN}]", name)) > 1 and not _HOLLOW.fullmatch(name)


def _begins_or_ends(name: str, ahead: str, near: str, behind: str) -> bool:
    """Whether the words at the number are the indicator's name; a short one is where they are no more than it.

    For 法律培训 is not 培训, and 非现场检查 not 现场检查: nothing before it turns it round.
    """
    if not ahead:
        return behind == name or (len(name) > _SHORT and behind.startswith(name))
    if not ahead.endswith(name) or _NOT.search(ahead[: -len(name)]):
        return False
    return len(name) > _SHORT or near == name
