"""A shortcoming's problem and cause, where its sentence names both; what is built stays the same to the letter."""

import re

from ecoreport.report.parts import DEFAULT_SHORTCOMING

LEAST = 4  # characters of a problem
# 因此, 因地制宜, 鉴于上述 name no cause.
_NO_CAUSE = "(?!此|而|为|地制宜|人而异|势利导|材施|上述|以上)"
_CAUSE_FIRST = re.compile(f"(?P<word>由于|鉴于|因为|因){_NO_CAUSE}(?P<rest>[^。；]+)。")
_TO_PROBLEM = re.compile("，(?P<verb>导致|造成|使得|致使)")
_BEING = re.compile("，(?P<verb>存在)")
_COMMA = re.compile("，(?P<verb>)")
_SAID = (
    f"(?:主要)?原因(?:是|在于|有|[:：])|(?:究其|分析)原因，(?:主要)?(?:是|在于)?|主要是(?:因为|由于)|源于|因{_NO_CAUSE}"
    "|(?:根源|根子|症结)(?:是|在于)"
)
# 主要是 says a cause as well, where it does not list what is wrong.
_PERHAPS = (
    "主要(?:是|在于)(?!以下|下列|如下|上述|表现|体现|反映|存在|集中|指|[0-9一二三四五六七八九十两几]+(?:个|方面|点|是))"
)
_LIMITED = "受[^，。；]{2,30}(?:限制|制约|约束|影响)"
_CAUSE_LAST = tuple(
    re.compile(f"(?P<problem>[^\\n]+?)(?P<link>[，。；]{link})(?P<cause>{cause})。")
    for link, cause in ((f"(?:{_SAID})", "[^。]+"), (_PERHAPS, "[^。]+"), ("(?:主要)?", f"{_LIMITED}[^。]*"))
)
_LIMITED_FIRST = re.compile(f"(?P<cause>{_LIMITED})，(?P<verb>导致|造成|使得|致使|)(?P<problem>[^。；]+)。")
_ENUMERATED = re.compile("[一二三四五六七八九十]是")  # several shortcomings in one paragraph are not one


def split(text: str) -> dict[str, str]:
    """`problem`, `cause` and, unless it is the usual one, `text`; empty where the sentence does not name both."""
    made = _cause_last(text) or _cause_first(text) or _limited_first(text)
    sound = made and len(made["problem"]) >= LEAST and not _ENUMERATED.search(made["problem"] + made["cause"])
    return made if sound else {}


def _cause_last(text: str) -> dict[str, str]:
    """甲不够。主要原因是乙。"""  # noqa: D415 - the form itself
    match = next((match for pattern in _CAUSE_LAST if (match := pattern.fullmatch(text))), None)
    if match is None:
        return {}
    made = {"problem": match["problem"], "cause": match["cause"]}
    form = f"{{{{ 问题 }}}}{match['link']}{{{{ 原因 }}}}。"
    return made if form == DEFAULT_SHORTCOMING else {**made, "text": form}


def _cause_first(text: str) -> dict[str, str]:
    """因乙，导致甲不够。"""  # noqa: D415 - the form itself
    match = _CAUSE_FIRST.fullmatch(text)
    rest = match["rest"] if match else ""
    comma = _TO_PROBLEM.search(rest) or _BEING.search(rest) or _COMMA.search(rest)
    if match is None or comma is None:
        return {}
    verb, problem = comma["verb"], rest[comma.end() :]
    of = "的问题" if verb == "存在" and problem.endswith("的问题") else ""
    form = f"{match['word']}{{{{ 原因 }}}}，{verb}{{{{ 问题 }}}}{of}。"
    return {"problem": problem.removesuffix(of), "cause": rest[: comma.start()], "text": form}


def _limited_first(text: str) -> dict[str, str]:
    """受乙限制，甲不够。"""  # noqa: D415 - the form itself
    match = _LIMITED_FIRST.fullmatch(text)
    if match is None:
        return {}
    form = f"{{{{ 原因 }}}}，{match['verb']}{{{{ 问题 }}}}。"
    return {"problem": match["problem"], "cause": match["cause"], "text": form}
