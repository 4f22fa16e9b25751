"""The catalogue of codes as people read it: the page docs/rules.md."""

from ecoreport.problems.catalogue import Code, catalogue
from ecoreport.problems.terminal import WORDS
from ecoreport.rules.explain import FIXES, examples

GROUPS = {
    "1": "文件和 YAML",
    "2": "数据",
    "3": "模板和版式",
    "4": "指标和数字",
    "5": "用词和标点",
    "6": "内容",
    "7": "不提示",
}
HEAD = """\
# 检查什么

这一页由 `python docs/generate.py` 生成，不要手工修改。

代码的首字母是轻重：E 是错误，有错误就不生成报告；W 是警告，请核对；H 是提示。
4xx、5xx、6xx 可以[不提示](../README.zh-CN.md#有意这样写)，要写明理由。
例子里没有写出来的键，都当作已经写好；“示例区生态环境局”是虚构的。
"""


def _more(entry: Code) -> str:
    """Its source, and that it is mended, where it is so."""
    told = [f"依据：{entry.source}。"] if entry.source else []
    return "".join(told + ([] if entry.fix == "never" else [f"{FIXES[entry.fix]}。"]))


def page() -> str:
    """Every code, as Markdown."""
    lines = [HEAD]
    group = ""
    for entry in sorted(catalogue().values(), key=lambda entry: entry.code[1]):
        if entry.code[1] != group:
            group = entry.code[1]
            lines += [f"## {GROUPS[group]}（{group}xx）", ""]
        lines += [
            f'<a id="{entry.code}"></a>',
            "",
            f"### {entry.code} {entry.title}",
            "",
            f"{WORDS[entry.severity]}。{entry.why}{_more(entry)}",
            "",
        ]
        for word, example in examples(entry):
            lines += [f"{word}：", "", "```yaml", *example, "```", ""]
    return "\n".join(lines).rstrip("\n") + "\n"
