"""The head of a report: what GB/T 9704 sets above the text, the title, and what stands between it and the text."""

import re
from collections.abc import Iterator
from itertools import takewhile

from ecoreport.importing._recognising._recognisers._candidate import Candidate
from ecoreport.importing._recognising._recognisers.lines import Lines, organs, subject
from ecoreport.importing._recognising._recognisers.names import organ_in_title
from ecoreport.importing._recognising._recognisers.words import (
    DAY,
    NUMBER,
    SIGNER,
    THEME,
    TITLE_END,
    TOKENS,
    YEAR,
)
from ecoreport.importing._recognising.states import (
    ADDRESSEES,
    AGAIN,
    BY_DATE,
    BY_ISSUER,
    COPY_NUMBER,
    LEAD,
    RED_HEAD,
    SAID,
    SECRECY,
    SUBTITLE,
    TITLE,
    URGENCY,
)
from ecoreport.importing._recognising.states import (
    NUMBER as NUMBER_LINE,
)
from ecoreport.importing._recognising.states import (
    SIGNER as SIGNER_LINE,
)
from ecoreport.text.names import parted
from ecoreport.yearfile.fields import Place, told_by
from ecoreport.yearfile.model import Report

# As they are written where the standard's form is not kept to.
_OTHERWISE = (
    (COPY_NUMBER, re.compile(r"(?:份号|编号)[:：]?\d{4,8}")),
    (SECRECY, re.compile("(?:绝密|机密|秘密|内部)[★☆*].{1,8}|密级[:：].{2,10}|内部")),
    (URGENCY, re.compile("平急|急件|特提|紧急程度[:：].{2,6}")),
)
# A name or two, below a line of 签发人 that is full.
_NAMES = re.compile(r"(?:\s*(?:[\u4e00-\u9fff·]{2,4}(?<!局|委|府|院|厅)|[\u4e00-\u9fff]\s[\u4e00-\u9fff])(?!\S)){1,2}")
_TWO_SIGN = re.compile(r"签\s*发\s*人?\s*[:：]\s*\S+(?:\s\S)?\s+\S.*")
_SUBTITLE = re.compile("[（(][^（）()]{2,14}[）)]|——.{2,30}")
_DATED = re.compile(rf"[（(]?\s*{DAY}\s*[）)]?")
_OFFICE = re.compile(
    "(?:各|市|县|区|省|州|局)?[\u4e00-\u9fff（）]{1,18}(?:委|府|办|局|厅|部|会|院|室|站|单位|部门|领导|政府)"
)
_NO_ADDRESSEES = re.compile("[。；]|如下|[0-9]年|、[：:]|、、|^、")
_SAID_BELOW = re.compile("(?:如下|汇报)[：:。]?$|现将")
_TOP_LEFT = 14  # characters
_RED, _RED_TITLE_LINE, _TITLE, _ADDRESSED, _SHORT = 40, 45, 90, 80, 9
_MOST_LINES, _BEHIND_MARK, _NEVER_BEHIND = 5, 3, 400
_COLONS = ("：", ":")


def official(lines: Lines, at: int) -> Iterator[Candidate]:
    """版头: number, signer, copy number, secrecy, urgency and the red head."""
    text, words, kind = lines.text[at], lines.words[at], lines.seen[at].line.kind
    if kind in _TOLD:
        alike = takewhile(lambda one: one.line.kind == kind, lines.seen[at:]) if kind == "title" else "1"
        yield Candidate(_TOLD[kind], sum(1 for _ in alike), (("本程序生成的样式", 20),))
        return
    signs = "签" in text and SIGNER.search(text) is not None
    if "号" in text and (number := NUMBER.search(text)):
        rest = SIGNER.sub("", text.replace(number[0], "", 1)).strip(" \t\u3000:：")
        beside = rest != "" and number.start() == 0 and _NAMES.fullmatch(rest) is not None and _two_sign(lines, at)
        if not rest or beside or (rest in "（）()" and len(rest) <= 2):  # noqa: PLR2004
            yield Candidate(NUMBER_LINE, 1, (("发文字号的写法", 6), ("上一行是网页标注", -4.0 * lines.is_value(at))))
    if signs and SIGNER.fullmatch(text):
        yield Candidate(SIGNER_LINE, 1, (("签发人", 6),))
    elif len(text) <= _SHORT and _NAMES.fullmatch(text) and _two_sign(lines, at):
        yield Candidate(SIGNER_LINE, 1, (("签发人的下一行", 6),))
    if len(words) <= _TOP_LEFT and (state := _top_left(words)):
        yield Candidate(state, 1, ((SAID[state], 5),))
    yield from _red_head(lines, at)


def _top_left(words: str) -> str:
    """份号, 密级 or 紧急程度, by itself; empty where it is none."""
    told = told_by(Report, Place.HEAD, words)
    return (
        told[0].replace("_", " ") if told else next((state for state, form in _OTHERWISE if form.fullmatch(words)), "")
    )


_TOLD = {
    "title": TITLE, "addressees": ADDRESSEES, "number": NUMBER_LINE, "signer": SIGNER_LINE, "red-head": RED_HEAD,
    "copy-number": COPY_NUMBER, "secrecy": SECRECY, "urgency": URGENCY,
}  # fmt: skip


def _two_sign(lines: Lines, at: int) -> bool:
    """Whether the lines above, but for the number, begin with 签发人 and name two each, after which more may follow."""
    above = at - 1
    while above >= 0 and (NUMBER.fullmatch(lines.text[above]) or _two_names(lines.text[above])):
        above -= 1
    return above >= 0 and _TWO_SIGN.fullmatch(lines.text[above]) is not None


def _two_names(text: str) -> bool:
    """Whether these are two names: 甲某　乙某, but not 首 页."""
    return _NAMES.fullmatch(text) is not None and len(parted(text)) > 1


def _red_head(lines: Lines, at: int) -> Iterator[Candidate]:
    words, seen = lines.words[at], lines.seen[at].line
    if len(words) > _RED:
        return
    titled = words.endswith("文件") and organs(lines.text[at].removesuffix("文件").strip())[1] > 0.3  # noqa: PLR2004
    above = lines.organs[at][1] >= 0.8 and _number_follows(lines, at)  # noqa: PLR2004
    if titled or above:
        large = seen.align == "center" or seen.size > lines.size > 0 or seen.where == "box" or not lines.is_text(at)
        name = ("机关名称加“文件”", 4.0) if titled else ("字号上面的机关名称", 2.5)
        yield Candidate(RED_HEAD, 1, (name, ("居中、大字或在表格里", 1.0 * large)))


def _number_follows(lines: Lines, at: int) -> bool:
    """Whether the number stands below, perhaps behind another issuer or who signs."""
    for text, (_, sure) in zip(lines.text[at + 1 : at + 4], lines.organs[at + 1 : at + 4], strict=True):
        if NUMBER.match(text):
            return True
        if not sure and not SIGNER.fullmatch(text):
            return False
    return False


def title(lines: Lines, at: int) -> Iterator[Candidate]:
    """One to five lines that read as a title when they are joined; where one is complete, the next begins another."""
    if at > lines.first_mark + _BEHIND_MARK or at > _NEVER_BEHIND or lines.seen[at].line.kind:
        return
    for count in range(1, min(_MOST_LINES, len(lines) - at) + 1):
        last = at + count - 1
        if count > 1 and (not lines.is_text(last) or len(lines.text[last]) > _RED_TITLE_LINE):
            return
        joined = "".join(lines.words[at : at + count])
        mark = lines.marks[last]
        if len(joined) > _TITLE or "。" in joined or joined[-1:] in "：；，" or (mark and mark.rank <= 2):  # noqa: PLR2004
            return
        why = _title_reasons(lines, at, count, joined)
        if not why:
            continue
        same = lines.titles.get(subject(joined), ())
        if any(lines_there == count and there == at for there, lines_there in same) and any(
            there + lines_there <= at for there, lines_there in same
        ):
            yield Candidate(AGAIN, count, (*why, ("与前面的题目相同", 1.5)))
        yield Candidate(TITLE, count, why)


def _title_reasons(lines: Lines, at: int, count: int, joined: str) -> tuple[tuple[str, float], ...]:
    """Why these lines are a title; none where nothing says so."""
    seen = [one.line for one in lines.seen[at : at + count]]
    styled = all(one.heading == 1 for one in seen)
    end = TITLE_END.search(joined)
    if not end and not styled:
        return ()
    webbed = max(points for points, _ in lines.web[at : at + count])
    return (
        (f"以“{end[0]}”结尾" if end else "", 3.0 * (end is not None)),
        ("说的是法治政府建设", 2.0 * (THEME.search(joined) is not None)),
        ("写明年份", 1.5 * (YEAR.search(joined) is not None)),
        ("写明机关", 1.0 * bool(organ_in_title(joined))),
        ("“关于……”", 0.5 * joined.startswith("关于")),
        ("样式是标题", 4.0 * styled),
        ("居中", 1.5 * all(one.align == "center" for one in seen)),
        ("字号大于正文", 1.5 * (lines.size > 0 and all(one.size > lines.size for one in seen))),
        ("像网页文字", -5.0 * (webbed >= 3)),  # noqa: PLR2004
        ("像栏目名", -2.5 * (joined in TOKENS)),
        ("太短", -2.0 * (len(joined) < _SHORT)),
        *(_of_several(lines, at, count, webbed) if count > 1 else ()),
    )


def _of_several(lines: Lines, at: int, count: int, webbed: float) -> Iterator[tuple[str, float]]:
    """What speaks for and against a title on several lines."""
    said = ""
    for line in range(at, at + count - 1):
        said += lines.words[line]
        if (
            len(said) >= _SHORT
            and TITLE_END.search(lines.words[line])
            and lines.words[line + 1][:1] not in "暨及和与（("
        ):
            yield "前一行已经完整", -5
            break
    first = lines.words[at]
    names = bool(lines.organs[at][1])
    known = names or organ_in_title("".join(lines.words[at : at + count])) or first.startswith(("关于", "中共"))
    said_in_first = known or YEAR.search(first) or THEME.search(first)
    yield "夹着按钮", -3.0 * (webbed >= 1.5)  # noqa: PLR2004
    yield f"分{count}行", 0.3 * (count - 1)
    yield "机关名称自成一行", 1.0 * (lines.organs[at][1] > 0.5)  # noqa: PLR2004
    dashed = any(words.startswith(("——", "--")) for words in lines.words[at + 1 : at + count])
    yield "首行没有题目的字样", -2.5 * (not said_in_first and not dashed)
    yield "副题接在破折号后面", 1.5 * dashed


def below_title(lines: Lines, at: int) -> Iterator[Candidate]:
    """Subtitle, issuer and date on top, addressees, and the lead."""
    text, mark = lines.text[at], lines.marks[at]
    if lines.seen[at].line.kind not in ("", "body") or not lines.is_text(at):
        return
    if _SUBTITLE.fullmatch(text):
        dated = re.search(DAY, text) or NUMBER.search(text)
        yield Candidate(SUBTITLE, 1, (("括号或破折号里的副题", 2.0), ("是日期或者字号", -1.5 * bool(dated))))
    if _DATED.fullmatch(text):
        yield Candidate(BY_DATE, 1, (("题目下面的日期", 2.5),))
    if lines.organs[at][1] > 0.5:  # noqa: PLR2004
        yield Candidate(BY_ISSUER, 1, (("题目下面的机关", 2 * lines.organs[at][1]),))
    if not mark:
        yield from _addressees(text, lines.seen[at].line.kind)
    if not (mark and mark.rank <= 2) and _is_lead(text):  # noqa: PLR2004
        sentence = "。" in text or len(text) > _RED_TITLE_LINE or text.endswith(_COLONS)
        said = 1.5 * (_SAID_BELOW.search(text) is not None)
        yield Candidate(LEAD, 1, (("第一部分以前的段落", 1.2 if sentence else 0.7), ("“现将……如下”", said)))


def _addressees(text: str, kind: str) -> Iterator[Candidate]:
    if kind or len(text) > _ADDRESSED or not text.endswith(_COLONS) or _NO_ADDRESSEES.search(text):
        return
    if names := [name for name in re.split(r"[、，,\s]+", text[:-1]) if name]:
        good = sum(bool(organs(name)[1]) or _OFFICE.fullmatch(name) is not None for name in names)
        yield Candidate(ADDRESSEES, 1, (("冒号结尾的机关名称", 1 + 3 * good / len(names)),))


def _is_lead(text: str) -> bool:
    return "。" in text or text.endswith(_COLONS) or len(text) > 20 or re.search("现将|如下$", text) is not None  # noqa: PLR2004
