"""A help line of the year file done as it says, to the letter, by someone who knows nothing of YAML."""

import re

from ecoreport.problems.diagnostic import Problem

_PLACE = re.compile(r"(?:开头|前面)留 (\d+) 个空格|(从行首写起)")
_ABOVE = re.compile(r"在这一[行条]上面补上 (.+?)，(?:开头|从行首)")
_BELOW = re.compile(r"写成 (.+?)，后面的字移到下一行，开头留 (\d+) 个空格")
_LINE = re.compile(r"写成 (- .+?|# .+?|[^\s:{]+: .+?|[^\s:{]+:|[^\s:{]+: \|)(?:，(?:开头|前面)留 .*|；.*)?$")
_WRITTEN = re.compile(r"写成 (.+?)$")
_COMMENT = re.compile(r"\s+#.*$")
_REFERENCE = re.compile(r"写成 (\{\{.*?\}\})")


def followed(text: str, problem: Problem) -> str | None:
    """The text with the one thing done that the help says; None where it leaves to the clerk what to write."""
    lines = text.split("\n")
    at, help_ = problem.line - 1, problem.help
    line = lines[at]
    place = _PLACE.search(help_)
    indent = int(place[1] or 0) if place else len(line) - len(line.lstrip(" "))
    content = line.lstrip(" \t\u3000\u00a0")
    start, end = problem.column - 1, problem.end_column - 1
    if "指标名称" in help_ or "写成 键" in help_ or "例如" in help_:
        return None
    if match := _ABOVE.search(help_):
        lines.insert(at, " " * indent + match[1].replace("…", "new-item"))
    elif match := _BELOW.search(help_):
        value = content[len(match[1]) :].strip()
        lines[at : at + 1] = [line[: len(line) - len(content)] + match[1], " " * int(match[2]) + value]
    elif match := _REFERENCE.search(help_):
        opened = line.rindex("{{", 0, start + 2)
        lines[at] = line[:opened] + match[1] + re.sub(r"^\s*[}｝]+", "", line[end:])
    elif match := _LINE.search(help_):
        comment = _COMMENT.search(line)
        kept = comment[0] if comment and "#" not in match[1] else ""
        lines[at] = " " * indent + match[1] + kept
    elif place:
        lines[at] = " " * indent + content
    elif match := _WRITTEN.search(help_):
        lines[at] = line[:start] + match[1] + line[end:]
    elif help_ == "删掉这个字符":
        lines[at] = line[:start] + line[end:]
    else:
        return None
    return "\n".join(lines)
