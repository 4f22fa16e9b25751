"""What a number counts, out of the words before it."""

import re
from functools import lru_cache

from ecoreport.text._endings import begun, trimmed

_LEADING = (
    "其中", "包括", "包含", "含", "分别", "全年", "本年", "今年以来", "今年", "一年来", "年内", "年底前", "年底",
    "截至目前", "目前", "全市", "全区", "全县", "全局", "共计", "共有", "共", "累计", "合计", "总计", "已", "先后",
    "还", "另", "同时", "同比", "并", "均", "各", "了", "的", "完成", "作出", "下达", "开展", "举办", "组织", "实施",
    "进行", "发生", "现有", "拥有", "和", "及", "与", "，", "：",
)  # fmt: skip
_TRAILING = (
    "共计", "共有", "共", "累计", "合计", "总计", "了", "达到", "达", "为", "是", "有", "约", "近", "超过", "超",
    "逾", "计", "各类", "各", "的", "分别", "总数", "总量", "总额", "金额", "数量", "数", "量", "案件",
)  # fmt: skip
_KEPT = 1024  # words that are kept looked up; many rules ask for the same
_PARENTHESIS = "（[^）]{0,60}）"


@lru_cache(_KEPT)
def noun_of(words: str) -> str:
    """What is counted: the words without those around it, 全年共立案 is 立案."""
    text = words[-40:]
    text = re.sub(_PARENTHESIS, "", text) if "（" in text else text
    return trimmed(begun(text, _LEADING), _TRAILING)
