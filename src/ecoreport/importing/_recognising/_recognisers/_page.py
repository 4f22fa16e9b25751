"""How much a line looks like something that a web page puts around an article."""

import re

from ecoreport.importing._recognising._recognisers.words import AMBIGUOUS, LABEL, SITE, TOKENS

_LONGEST = 160
_BULLET = re.compile(r"^(?:[-•·●◆▪|｜]\s*|\d(?=首页))")
_SIGNS = re.compile(r"[\s*＊·•\-—_=|｜/>》【】〖〗\[\]（）():：…]+")
_PAGE = re.compile(r"[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d+\s*页(?:[，,\s]*共\s*\d+\s*页)?|\d{1,3}\s*/\s*\d{1,3}")
_CLOCK = re.compile(r"星期[一二三四五六日天]|\d{1,2}:\d{2}(?::\d{2})?")
_DAY = re.compile(r"20\d{2}[-/]\d{1,2}[-/]\d{1,2}")
_PATH = re.compile(r"[>》›»→]\s*[^\s>》›»→]+\s*[>》›»→]|^首\s*页\s*[>》›»→\-]|当前位置")
_RELATED = re.compile(r"[【\[]?(?:上|下)一[篇条页]|[【\[]?相关(?:附件|链接|新闻|文档|阅读|稿件|信息)|附件下载|扫码")
_FILE = re.compile(r"\.(?:docx?|pdf|wps|xlsx?|ofd|zip|rar)\b", re.IGNORECASE)
_TAB = re.compile(r".(?:_|—|--?|\|)[\u4e00-\u9fff_\-—|]*(?:人民政府|政府网|门户网站|网)$")
_BETWEEN = re.compile(r"[\s|｜/·•、,，:：【】〖〗\[\]（）()<>＞]+")
_TOKEN = re.compile(r"走进.{2,4}|A[+-]?|https?\S+|w+\.\S+")
_COUNTED = re.compile(r"\d+次?")
PAGE_LABEL, DOWNLOAD, SIGNS, PAGE_NUMBER, PATH, SITE_LINE, RELATED, BUTTONS, DAY_OF_PAGE = (
    "网页标注（来源、时间、浏览次数等）", "下载的文件名", "只有符号", "页码", "导航路径", "网站页眉页脚", "相关链接",
    "网页按钮或栏目名", "网页写法的日期",
)  # fmt: skip


def web_points(text: str) -> tuple[float, str]:
    """The points and the reason; 0 and nothing where a line has nothing of a page's."""
    text = _BULLET.sub("", text)
    if not text or len(text) > _LONGEST or "。" in text[:-1]:
        return 0, ""
    if _SIGNS.fullmatch(text):
        return 3, SIGNS
    if _PAGE.fullmatch(text):
        return 4.5, PAGE_NUMBER
    if _DAY.fullmatch(text):
        return 3, DAY_OF_PAGE
    return _by_its_words(text) if "。" not in text else _closing_sentence(text)


def _closing_sentence(text: str) -> tuple[float, str]:
    if LABEL.match(text):
        return 4, PAGE_LABEL
    return (4, SITE_LINE) if SITE.search(text) else (4.5, RELATED) if _RELATED.match(text) else (0, "")


def _by_its_words(text: str) -> tuple[float, str]:
    if len(text) < 60 and _CLOCK.search(text):  # noqa: PLR2004 - characters
        return 4, "时钟或发布时间"
    if "《" not in text and _PATH.search(text):
        return 4.5, PATH
    found = _closing_sentence(text)
    if found[0]:
        return found
    if _FILE.search(text):
        return 3.5, DOWNLOAD
    return (5.5, "浏览器标题") if len(text) < 90 and _TAB.search(text) else _by_buttons(text)  # noqa: PLR2004 - characters


def _by_buttons(text: str) -> tuple[float, str]:
    tokens = [token for token in _BETWEEN.split(text) if token]
    known = sum(token in TOKENS or _TOKEN.fullmatch(token) is not None for token in tokens)
    if not known:
        return 0, ""
    if len(tokens) == 1 and tokens[0] in AMBIGUOUS:
        return 0.8, BUTTONS
    counted = sum(_COUNTED.fullmatch(token) is not None for token in tokens)
    share = (known + counted) / len(tokens)
    return (1 + 3 * share if 2 * share > 1 else 0.8 * share), BUTTONS
