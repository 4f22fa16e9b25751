"""What a web page puts around a report: recognised line by line, set aside, never lost."""

import re
from collections.abc import Sequence

from ecoreport.importing._pieces import Line, Piece

_LONGEST = 100
_LABELS = (
    "来源|信息来源|文章来源|稿件来源|发布机构|发布单位|发布部门|信息提供|供稿|作者|责任编辑|编辑|审核",
    "发布日期|发布时间|发表时间|发布|更新时间|更新日期|生成日期|日期|时间",
    "浏览次数|浏览量|浏览|点击数|点击率|点击量|点击|阅读次数|阅读量|阅读|访问量|访问次数|字体大小|字体|字号|视力保护色",
    "索引号|索 引 号|信息索引|主题分类|主题词|体裁分类|公开类别|公开方式|有效性|信息分类|名称|文件编号|关键词",
    "分享到|分享|当前位置|您的位置|您所在的位置|您当前的位置",
    "主办单位|承办单位|主办|承办|技术支持|网站标识码|邮编|备案号",
)
_BUTTONS = "字体|字号|打印|关闭|大|中|小|收藏|分享|返回|背景色"
_FURNITURE = re.compile(
    "|".join(
        (
            rf"今天是.*|(?:{'|'.join(_LABELS)})\s*[:：].*",
            rf"【?\s*(?:{_BUTTONS})(?:[\s:：|】【/]|打印|关闭|大|中|小|本页|窗口|顶部|首页|正文|文章)*】?",
            r"首\s*页\s*(?:[>》›/→].*)?|.*(?:ICP备|公网安备|版权所有|网站地图|扫一扫|返回顶部|我要纠错).*",
            r"[上下]一[篇条].*|相关(?:附件|链接|新闻|文档|阅读).*|附件下载.*|[*＊·•\-—_=\s]+",
            r"(?:打印|关闭|收藏|分享)(?:本页|窗口)?",
        )
    )
)


_SITE = re.compile(r"ICP备|公网安备|版权所有|网站|扫一扫|返回顶部|^[上下]一[篇条]|^相关|^\s*【?(?:打印|关闭)")


def set_aside(body: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The pieces without the page's furniture, which stands before the first sentence or behind the last; its texts."""
    sentences = [
        at for at, piece in enumerate(body) if "。" in piece.text and not _FURNITURE.fullmatch(piece.text.strip())
    ]
    first, last = (sentences[0], sentences[-1]) if sentences else (len(body), len(body))
    kept: list[Piece] = []
    aside: list[str] = []
    attached = next((at for at, piece in enumerate(body) if re.match(r"附\s*件", piece.text.strip())), len(body))
    for at, piece in enumerate(body):
        outside = at < first or (at > last and (at < attached or _SITE.search(piece.text)))
        if outside and isinstance(piece, Line) and not piece.kind and _is_furniture(piece.text):
            aside.append(piece.text.strip())
        else:
            kept.append(piece)
    return tuple(kept), tuple(aside)


def _is_furniture(text: str) -> bool:
    text = text.strip()
    return 0 < len(text) <= _LONGEST and "。" not in text and _FURNITURE.fullmatch(text) is not None
