"""Every code that a problem can carry, with its severity and title; the one list of them."""

from dataclasses import dataclass

from ecoreport.problems import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Entry:
    """What one code means: how grave it is and its title for people."""

    severity: Severity
    title: str


# E1xx the file and its YAML, E2xx what the data says, E3xx templates and layout.
CATALOGUE: dict[str, Entry] = {
    "E101": Entry(ERROR, "文件不是 UTF-8 编码"),
    "E102": Entry(ERROR, "文件太大"),
    "E103": Entry(ERROR, "有不允许的控制字符"),
    "E104": Entry(ERROR, "有改变文字方向的隐形字符"),
    "W105": Entry(WARNING, "有看不见的零宽字符"),
    "E106": Entry(ERROR, "有特殊换行符"),
    "E110": Entry(ERROR, "YAML 写法有误"),
    "E111": Entry(ERROR, "嵌套太深"),
    "E112": Entry(ERROR, "内容太多"),
    "E113": Entry(ERROR, "用了 YAML 的锚点、别名或合并键"),
    "E114": Entry(ERROR, "用了 YAML 标签"),
    "E115": Entry(ERROR, "键重复"),
    "E116": Entry(ERROR, "键不是文字"),
    "E117": Entry(ERROR, "文件没有内容"),
    "E118": Entry(ERROR, "最外层不是“键: 值”"),
    "E119": Entry(ERROR, "一个文件里有两份文档"),
    "E120": Entry(ERROR, "键名后用了全角冒号"),
    "E121": Entry(ERROR, "冒号后缺空格"),
    "E122": Entry(ERROR, "缩进里有制表符"),
    "E123": Entry(ERROR, "缩进里有全角空格或不间断空格"),
    "E124": Entry(ERROR, "值里有“: ”"),
    "E125": Entry(ERROR, "值以 YAML 的专用符号开头"),
    "E201": Entry(ERROR, "没有这一项"),
    "E202": Entry(ERROR, "缺少必填项"),
    "E203": Entry(ERROR, "值不合要求"),
    "E204": Entry(ERROR, "没有这个指标"),
    "E205": Entry(ERROR, "文中的 {{ }} 写法有误"),
    "E206": Entry(ERROR, "没有这个编号（id）"),
    "E207": Entry(ERROR, "编号（id）重复"),
    "E208": Entry(ERROR, "核对式不成立"),
    "E209": Entry(ERROR, "核对式无法计算"),
    "E210": Entry(ERROR, "文件名与年份不符"),
    "E211": Entry(ERROR, "指标读不出数"),
    "E212": Entry(ERROR, "日期不对"),
    "E213": Entry(ERROR, "同一部分有两种写法"),
    "E214": Entry(ERROR, "条目没有内容"),
    "E215": Entry(ERROR, "层次太深"),
    "E301": Entry(ERROR, "模板有误"),
    "E302": Entry(ERROR, "模板写出的 Markdown 无法排版"),
    "E303": Entry(ERROR, "版式有误"),
}
