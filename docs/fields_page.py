"""The year file as people read it, field by field: the page docs/year-file.md, out of the JSON Schema."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecoreport.yearfile.schema import schema

Node = Mapping[str, Any]  # a schema, or a part of one
HEAD = """\
# 年度文件的各项

这一页由 `python docs/generate.py` 生成，不要手工修改。怎样写、举例，见[年度文件怎么写](writing.md)。

除了写明“必写”的，都可以不写。这里没有的键，`check` 报错误。
"""
# Every model of the schema in a chapter; what those of one have in common is told once, above them.
CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "整个文件": ("Report",),
    "指标": ("Figure",),
    "部分": ("Measures", "Shortcomings", "LeaderDuties", "NextYearPlan", "Other"),
    "条目": ("Item", "Measure", "Shortcoming", "Duty", "Plan"),
    "表格": ("Table",),
    "附件": ("Attachment",),
    "图": ("Chart",),
    "不提示": ("Ignore",),
}
_INTRODUCTIONS = {
    "部分": "各个部分都可以写这些。写在 `sections` 里的，还要写明 `kind`；写在四个键下的不用写。",
    "条目": "一个条目是列表里的一项，可再分下级，连同标题最多四层。各个条目都可以写这些。",
}
# What a text is, by the pattern that it is held to; a pattern that is not here is a KeyError, and a test's failure.
_TEXTS = {
    None: "文字",
    r"\S": "文字，可以有几段",
    r"^[^\n]*\S[^\n]*\n?$": "一行文字",
    r"^[^\s,，、]+$": "一个词，不含空格、逗号、顿号",
    r"""^[^\s{}|"'\\]+$""": "指标名称",
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)|待填": "日期，或 `待填`",
    r"[0-9]|不适用|无此职责|待填": "数和单位，或 `不适用`、`待填`",
    r"^[EWH][0-9]{3}$": "一个代码",
    r"^[A-Za-z0-9_-]+$": "名字，用半角字母、数字、`-`、`_`",
}


def page() -> str:
    """Every key of the year file, as Markdown: its name, whether it must be there, what it takes, what it means."""
    whole = json.loads(schema())
    models = {"Report": whole, **whole["$defs"]}
    lines = [HEAD]
    for title, names in CHAPTERS.items():
        lines += [f"## {title}", "", *_chapter(title, {name: models[name] for name in names})]
    return "\n".join(lines).rstrip("\n") + "\n"


def _chapter(title: str, models: Mapping[str, Node]) -> Iterator[str]:
    first, *others = models.values()
    shared = [key for key, field in first["properties"].items() if all(_has(one, key, field) for one in others)]
    yield from (_INTRODUCTIONS.get(title) or str(first["description"]), "", *_table(first, shared))
    for name, model in models.items():
        own = [key for key in model["properties"] if key not in shared]
        if own or (others and model is not first):
            yield from (f"### {_heading(name, model)}", "", *(_table(model, own) if own else ("没有另外的键。", "")))


def _has(model: Node, key: str, field: Node) -> bool:
    return bool(model["properties"].get(key) == field)


def _heading(name: str, model: Node) -> str:
    """Where a model is told of: a heading of its own, which its description is, or its chapter's."""
    named = str(model["description"]).rstrip("。")
    return _chapter_of(name) if "：" in named else named


def _chapter_of(name: str) -> str:
    return next(title for title, names in CHAPTERS.items() if name in names)


def _table(model: Node, keys: Sequence[str]) -> Iterator[str]:
    yield from ("| 键 | 名称 | 必写 | 写什么 | 说明 |", "|---|---|---|---|---|")
    for key in keys:
        field = model["properties"][key]
        required = "必写" if key in model.get("required", ()) else ""
        cells = (f"`{key}`", field["title"], required, _takes(field), "".join(_told(field)))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _told(field: Node) -> Iterator[str]:
    """What the field means, what holds without it, an example."""
    yield field["description"] + "。"
    default = field.get("default")
    if default not in (None, []) and "const" not in field:
        yield f"不写就是 `{_typed(default)}`。"
    for example in _examples(field):
        yield f"例：`{_typed(example)}`。"


def _examples(field: Node) -> list[Any]:
    return [*field.get("examples", ()), *(one for form in field.get("anyOf", ()) for one in form.get("examples", ()))]


def _typed(value: object) -> str:
    """A value as it stands in a year file."""
    if isinstance(value, list):
        return f"[{', '.join(map(_typed, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _takes(node: Node) -> str:
    """What may stand behind the key."""
    if "anyOf" in node:
        return "；或者".join(dict.fromkeys(_takes(form) for form in _plain(node["anyOf"])))
    if "oneOf" in node:  # told apart by their kind, and all in one chapter
        return _link(_chapter_of(_name(node["oneOf"][0])))
    if "$ref" in node:
        return _link(_heading(_name(node), json.loads(schema())["$defs"][_name(node)]))
    if words := node.get("enum", [node["const"]] if "const" in node else []):
        return "、".join(f"`{_typed(one)}`" for one in words) + (" 之一" if len(words) > 1 else "")
    if "patternProperties" in node:
        [each] = node["patternProperties"].values()
        return f"一行一个“名称: 值”，值是{_takes(each)}"
    return _by_type(node)


def _by_type(node: Node) -> str:
    match node["type"]:
        case "array":
            return f"列表，每项是{_takes(node['items'])}"
        case "boolean":
            return "`true` 或 `false`"
        case "integer":
            return f"{node['minimum']}到{node['maximum']}的整数"
        case "string":
            return str(node.get("$comment") or _TEXTS[node.get("pattern")])
        case _:
            return "数和单位"


def _plain(forms: Sequence[Node]) -> list[Node]:
    """The forms that people tell apart: that a bare number is read as text, and nothing as absent, goes unsaid."""
    return [form for form in forms if form.get("type") not in ("integer", "number", "null")]


def _name(reference: Node) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _link(title: str) -> str:
    return f"[{title}](#{title})"
