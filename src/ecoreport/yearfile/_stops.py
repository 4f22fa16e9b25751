"""What to say where the YAML parser stops and no mend helps it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_UNCLOSED = "found unexpected end of stream"
_SECOND = "but found another document"
_SAID = {
    "could not find expected ':'": "这里应当是“键: 值”，没有找到冒号",
    "mapping values are not allowed in this context": "这里不该再有冒号，多半是上一行的缩进或引号不对",
    "did not find expected key": "这一行的缩进与上面不齐，或者引号后面还有字",
    "did not find expected '-' indicator": "列表里的这一行没有以“- ”开头，或者缩进不齐",
    _UNCLOSED: "引号没有成对：有开头，没有结尾",
    "found character that cannot start any token": "值不能以这个符号开头",
    _SECOND: "一个文件只写一年，不能用 --- 分成几份",
    "block sequence entries are not allowed in this context": "列表项“- ”不能写在这里",
    "did not find expected ',' or ']'": "方括号列表没有写完，或者中间缺了半角逗号",
    "did not find expected ',' or '}'": "花括号没有写完，或者中间缺了半角逗号",
    "found a tab character where an indentation space is expected": "缩进里有制表符（Tab），YAML 只认空格",
    "found a tab character that violates indentation": "缩进里有制表符（Tab），YAML 只认空格",
    "found undefined alias": "“*”会被当成 YAML 的别名，不支持",
}


def where(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the parser stopped, or where that began which it never found the end of."""
    unclosed = error.problem == _UNCLOSED and error.context_mark
    return unclosed or error.problem_mark or error.context_mark


def said(error: yaml.MarkedYAMLError) -> tuple[str, str, str]:
    """Code, message and help for the parser's own words."""
    problem = error.problem or ""
    code = "E119" if problem == _SECOND else "E110"
    return code, _SAID.get(problem, f"YAML 写法有误（{problem}）"), ""
