"""The catalogue as people read it: one code for `explain`, all of them as the page docs/rules.md."""

from collections.abc import Iterator

from ecoreport.problems.catalogue import Entry, catalogue
from ecoreport.problems.terminal import WORDS
from ecoreport.rules.suppressions import SWITCHABLE

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

这一页由 `ecoreport explain --all` 生成，不要手工修改。

代码的首字母是轻重：E 是错误，有错误就不生成报告；W 是警告，请核对；H 是提示。
4xx、5xx、6xx 可以[不提示](../README.zh-CN.md#有意这样写)，要写明理由。
例子里没有写出来的键，都当作已经写好；“示例区生态环境局”是虚构的。
"""


def explained(entry: Entry) -> str:
    """One code: what it means, why, how not to write it and how to."""
    lines = [f"{WORDS[entry.severity]}[{entry.code}]: {entry.title}", "", f"理由: {entry.why}"]
    for word, example in _examples(entry):
        lines += ["", f"{word}:", *(f"    {line}" for line in example)]
    if entry.code[1] in SWITCHABLE:
        lines += [
            "",
            "有意这样写，就在年度文件末尾加上，以后不再提示（at 是条目的 id、指标名称或键名，不写就管整个文件）:",
        ]
        lines += ["    ignore:", f"      - {{code: {entry.code}, at: study, reason: 为什么这样写}}"]
    return "\n".join(lines) + "\n"


def page() -> str:
    """Every code, as Markdown."""
    lines = [HEAD]
    group = ""
    for entry in sorted(catalogue().values(), key=lambda entry: entry.code[1]):
        if entry.code[1] != group:
            group = entry.code[1]
            lines += [f"## {GROUPS[group]}（{group}xx）", ""]
        lines += [f"### {entry.code} {entry.title}", "", f"{WORDS[entry.severity]}。{entry.why}", ""]
        for word, example in _examples(entry):
            lines += [f"{word}：", "", "```yaml", *example, "```", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _examples(entry: Entry) -> Iterator[tuple[str, list[str]]]:
    for word, example in (("上年的文件", entry.before), ("不对", entry.wrong), ("对", entry.right)):
        if example:
            yield word, [_visible(line) for line in example.rstrip("\n").split("\n")]


def _visible(line: str) -> str:
    """Characters that show nothing, shown as their code."""
    return "".join(f"<U+{ord(c):04X}>" if c in "\u200b\u202e\u2028\u3000" else c for c in line.replace("\t", "<Tab>"))
