"""A run of words that leads to a number, or follows it, as what is done and with what."""

import re
from typing import NamedTuple

from ecoreport.importing._naming._words import (
    ACTS,
    CLEAR_ACTS,
    COUNTED_THINGS,
    DOING,
    FRONT,
    HAN,
    OF_AN_ACT,
    OPEN_END,
    PREDICATE,
    TO_THE_NUMBER,
    TOWARDS,
    VAGUE,
    WHO,
)

_EDGE = re.compile(f"[^{HAN}A-Za-z]")
REACH = 60  # characters before the number that are looked at
_DATE = re.compile("[0-9]{1,4}(?:年度?|月份?|[日号])")
_RUN = re.compile(f"(?:[{HAN}A-Za-z]|（[{HAN}、]{{1,5}}）)*")
_ASIDE = re.compile("（[^（）]{0,40}）|（$")  # 开展活动（含线上）25场; 检查企业（120家次
_TITLE = re.compile(rf"《(?P<words>[{HAN}]{{2,10}})》$")
_TITLES = re.compile("《[^《》]{0,80}》")
_QUOTED = re.compile(rf"“(?P<words>[{HAN}A-Za-z+、]{{2,12}})”")
_IN_ROW = re.compile(rf"“[{HAN}A-Za-z+、]{{2,12}}”(?=“)")  # 开展“铁拳”“守护消费”行动
_AND_SO_ON = re.compile(f"等(?![级候待次额同])(?P<rest>[{HAN}]{{2,}})$")
_FIELDS = re.compile("^(?:领域|方面|行业|环节|方式|形式|渠道|途径|手段|重点)(?=..)")
_TOGETHER = ("联合", "会同", "配合", "协同")
TO_WHOM = tuple("对向为给")
_SAID_BEFORE = ("该", "其", "此", "上述", "时")  # 检查时发现该加油站1台 …: where, not what
_WHOSE = re.compile("(?<!党)的")
_ONLY_ACTS = re.compile(f"(?P<done>(?:{DOING.pattern})?)(?P<acts>(?:{ACTS.pattern}|{DOING.pattern}){{0,3}})")
_GOES_ON = re.compile(f"{PREDICATE.pattern}|{CLEAR_ACTS.pattern}")
_KEPT = 9  # characters of a name with 的 in it: 经济困难的企业


class Phrase(NamedTuple):
    """发放宣传资料 is 宣传资料 with which 发放 was `done`; 注销许可证 has 注销 as its `act`."""

    act: str = ""
    noun: str = ""
    done: str = ""
    whom: str = ""  # 对企业, with nothing behind that tells what was done

    @property
    def name(self) -> str:
        """What the words call it."""
        return self.act + self.noun


class Things(NamedTuple):
    """What stands behind a number: the things that are counted, what is said of them, and how long both are."""

    noun: str = ""
    said: str = ""
    used: int = 0


def run(text: str) -> str:
    """The words at the beginning of the text, up to the first sign or digit; 市（州） is one."""
    words = _RUN.match(text)
    return words[0] if words else ""


def ahead_of(lead: str) -> str:
    """The words that end at the number, without those that only lead to it, and without signs."""
    text = TO_THE_NUMBER.sub("", _ASIDE.sub("", TO_THE_NUMBER.sub("", _DATE.sub("，", lead[-REACH:]))))
    text = _TITLE.sub(lambda match: match["words"], text)
    text = _TITLES.sub("", text)  # 学习《示例法》等法律法规
    text = _IN_ROW.sub("", text)
    text = _QUOTED.sub(lambda match: re.sub("[+、]", "", match["words"]), text)
    words = _EDGE.split(text)[-1]
    return words[-1] if words.endswith(TO_WHOM) and OPEN_END.search(words) else words


def phrase_of(words: str, before: str = "") -> Phrase:
    """What the words that lead to a number say; `before` is what stands before them in their clause."""
    text = _without_front(words)
    act = ""
    text = text.removeprefix("占")
    if listed := _AND_SO_ON.search(text):  # 举办讲座、展演等活动: the act stands before the list
        act = _first_act(text[: listed.start()]) or _first_act(_without_front(run_before(before)))
        text = _without_front(_FIELDS.sub("", listed["rest"]))
    text = _behind_whose(text)
    whom = ""
    if towards := TOWARDS.match(text):
        text, whom = _done(text, towards.end())
        whom = whom if towards[0] == "对" else ""
    text, done = _behind_doing(text)
    text = _behind_who(text)
    if only := _ONLY_ACTS.fullmatch(text):
        return Phrase(only["acts"], whom if only["acts"] else "", done or only["done"], whom)
    if (own := ACTS.match(text)) and not text.endswith("书"):  # 责令限制生产决定书
        act, text = own[0], text[own.end() :]
    noun = "" if text.startswith(_SAID_BEFORE) or not text else _plain(text, has_act=bool(act))
    return Phrase(act, noun, done, "" if noun or act else whom)


def run_before(before: str) -> str:
    """The words of a list that stand before its last one."""
    return _EDGE.split(_TITLES.sub("", before).rstrip("、"))[0] if before.endswith("、") else ""


def things_of(words: str, *, closed: bool) -> Things:
    """What is counted out of the words behind a number; `closed`: a mark stands behind the words."""
    text = words.removeprefix("的")
    cut = len(words) - len(text)
    act = ACTS.match(text)
    if DOING.match(text) or (act and not OF_AN_ACT.match(text, act.end())):
        return Things()
    noun = _headed(text)
    if not noun:
        predicate = PREDICATE.search(text, 2)
        noun = text[: predicate.start()] if predicate else text if closed else ""
        noun = noun if len(noun) <= _KEPT else ""
    return Things(noun, text[len(noun) :], cut + len(noun))


def _headed(text: str) -> str:
    """The words up to the last of the counted things that stand beside each other: 企业负责人."""
    head = COUNTED_THINGS.search(text)
    if not head or head.start() > _KEPT or _GOES_ON.search(text, 0, head.start()):
        return ""
    end = head.end()
    while further := COUNTED_THINGS.match(text, end):
        end = further.end()
    return text[:end]


def _without_front(words: str) -> str:
    """The words without those that begin many a sentence, where two or more stay."""
    stripped = FRONT.sub("", words, count=1) if FRONT.match(words) else words
    return stripped if len(stripped) > 1 else words


def _first_act(text: str) -> str:
    act = ACTS.match(_without_front(text)) or CLEAR_ACTS.search(text)
    return act[0] if act else ""


def _done(text: str, start: int) -> tuple[str, str]:
    """对违法单位下达处罚决定: the words from what is done on, and to whom."""
    if not text.startswith(_TOGETHER) and (ACTS.match(text, start) or DOING.match(text, start)):  # 在《示例报》刊发
        return text[start:], ""
    found = [match for match in (DOING.search(text, start + 1), ACTS.search(text, start + 1)) if match]
    if not found and text.startswith(_TOGETHER):
        return text, ""
    if not found:  # 以本局为被告的案件
        return text[text.rfind("的") + 1 :] if "的" in text else "", text[start:]
    begin = min(match.start() for match in found)
    whom = text[start:begin]
    if text.startswith(_TOGETHER) and not WHO.search(whom):  # 联合执法行动
        return text, ""
    return text[begin:], whom if "的" not in whom and len(whom) <= _KEPT else ""


def _behind_doing(text: str) -> tuple[str, str]:
    """The words behind the last 开展, 组织 … that has two or more behind it, and that word."""
    last = None
    for match in DOING.finditer(text):
        if len(text) - match.end() > 1:
            last = match
    if last is None:
        return text, ""
    return _without_front(text[last.end() :]), last[0]


def _behind_who(text: str) -> str:
    """法律顾问提出意见: the words from the last act on that somebody does, and that is no part of a noun."""
    begin = 0
    for match in ACTS.finditer(text):
        at = match.start()
        behind = len(text) - match.end()
        if at and behind > 1 and not OF_AN_ACT.match(text, match.end()) and _begins_there(text, at):
            begin = at
    return text[begin:]


def _begins_there(text: str, at: int) -> bool:
    """Whether an act begins there, not a noun with an act in it: somebody stands before it, or another act."""
    if text[at - 1] in "未不无":
        return False
    if CLEAR_ACTS.match(text, at) or WHO.search(text[:at]):
        return True
    return any(match.end() == at for match in ACTS.finditer(text, max(at - 4, 0), at))


def _behind_whose(text: str) -> str:
    """对当事人主动消除危害后果的依法减轻处罚: the words behind 的 where these say what is done."""
    at = text.rfind("的")
    rest = text[at + 1 :]
    acting = at > 0 and (FRONT.match(rest) or DOING.match(rest) or CLEAR_ACTS.match(rest))
    return _without_front(rest) if acting and len(rest) > 1 else text


def _plain(text: str, *, has_act: bool) -> str:
    """A noun without words that any has before it; 群众反映强烈的环境问题 is 环境问题."""
    text = _without_front(text)
    parts = _WHOSE.split(text)
    if len(parts) > 1 and len(parts[-1]) > 1 and (has_act or len(text) > _KEPT):
        last = _without_front(parts[-1])
        whole = f"{''.join(parts[:-1])}{last}"  # 持有行政执法证的人员
        return whole if last in VAGUE and len(whole) <= _KEPT else last
    return text
