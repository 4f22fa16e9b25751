"""What a web page's elements do to the text in them: hide it, centre it, make it a heading: an inherited state."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ecoreport.importing._symbols import is_symbol_font

_HIDING = frozenset({
    "script", "style", "title", "template", "noscript", "iframe", "noembed", "noframes", "object", "audio",
    "video", "canvas", "svg", "datalist", "xml", "rt", "rp",
})  # fmt: skip
# A sentence is set apart by them; any other element stands within one.
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_AROUND = frozenset({"footer"})
_AROUND_ROLES = frozenset({"banner", "contentinfo", "search"})
_AROUND_NAMES = re.compile(r"nav|menu|crumb|foot|share|toolbar|copyright|sidebar", re.IGNORECASE)
_BOLD = frozenset({"b", "strong", "th"})
_SCRIPTS = {"sup": "superscript", "sub": "subscript"}
_CENTRED, _ALIGNED = frozenset({"center", "caption", "th"}), {"center": "center", "right": "right", "end": "right"}
_NOTES = {"footnote-list": "脚注", "endnote-list": "尾注", "comment-list": "批注", "header": "页眉", "footer": "页脚"}
_SIZE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)(pt|px)")
_POINTS = {"pt": 1.0, "px": 0.75}


class State(NamedTuple):
    """How text at a place of a page is shown."""

    hidden: bool = False
    deleted: bool = False
    align: str = ""
    heading: int = 0
    bold: bool = False
    size: float = 0.0
    script: str = ""  # superscript, subscript
    font: str = ""  # one that shows pictures for letters
    kept: bool = False  # line breaks count, as in pre
    where: str = ""
    apart: str = ""  # what a list of notes is called
    choices: bool = False  # in a list of choices of a form


def inside(name: str, attributes: Mapping[str, str], state: State) -> State:
    """The state in an element of that name and with these attributes that stands in `state`."""
    style = _declarations(attributes.get("style", ""))
    made = state._replace(
        hidden=state.hidden or _hides(name, attributes, style),
        deleted=state.deleted or name == "del" or "msoDel" in attributes.get("class", ""),
        align=_align(name, attributes, style, state.align),
        bold=_is_bold(name, style, state),
        script=_SCRIPTS.get(name) or _script(style) or state.script,
        kept=state.kept or name == "pre" or style.get("white-space", "").startswith("pre"),
        choices=state.choices or name == "select",
    )
    if name in BLOCKS:
        made = made._replace(heading=_heading(name, attributes, style, state), where=_where(name, attributes, state))
    if style or name == "font":
        made = made._replace(
            font=_font(attributes, style, state),
            size=_size(style) or state.size,
        )
    return made._replace(apart=state.apart or _apart(name, attributes, style))


def _apart(name: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> str:
    """What the element is called where it stands beside the text: Word's lists of notes, LibreOffice's page headers."""
    if name == "nav" or attributes.get("role") == "navigation":
        return "网页的导航"
    told = style.get("mso-element") or (attributes.get("title", "") if name == "div" else "")
    return _NOTES.get(told, "")


def _declarations(style: str) -> dict[str, str]:
    """The declarations of a style, names and values in small letters."""
    pairs = (one.partition(":") for one in style.lower().split(";") if ":" in one)
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _hides(name: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> bool:
    return (
        name in _HIDING
        or "hidden" in attributes
        or (name == "dialog" and "open" not in attributes)
        or style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
    )


def _align(name: str, attributes: Mapping[str, str], style: Mapping[str, str], around: str) -> str:
    told = style.get("text-align") or attributes.get("align", "").lower()
    if told and name != "table":  # a table's own place says nothing of its text
        return _ALIGNED.get(told, "")
    return "center" if name in _CENTRED else "" if name == "td" else around


def _is_bold(name: str, style: Mapping[str, str], state: State) -> bool:
    weight = style.get("font-weight", "")
    if weight:
        return weight in ("bold", "bolder") or (weight.isdecimal() and len(weight) == 3 and weight >= "600")  # noqa: PLR2004 - 100 to 900
    return state.bold or name in _BOLD


def _script(style: Mapping[str, str]) -> str:
    return {"super": "superscript", "sub": "subscript"}.get(style.get("vertical-align", ""), "")


def _heading(name: str, attributes: Mapping[str, str], style: Mapping[str, str], state: State) -> int:
    """The level that the element's name, or Word's own style, says."""
    if re.fullmatch("h[1-6]", name):
        return int(name[1])
    level = style.get("mso-outline-level", "")
    if re.fullmatch("[1-9]", level):
        return int(level)
    return 1 if attributes.get("class") == "MsoTitle" else state.heading


def _where(name: str, attributes: Mapping[str, str], state: State) -> str:
    """Navigation, where the page says so itself."""
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if name in _AROUND or attributes.get("role") in _AROUND_ROLES:
        return "navigation"
    return "navigation" if name not in ("body", "html") and _AROUND_NAMES.search(named) else state.where


def _font(attributes: Mapping[str, str], style: Mapping[str, str], state: State) -> str:
    named = style.get("font-family") or attributes.get("face", "").lower()
    if not named:
        return state.font
    first = named.split(",")[0].strip().strip("\"'")
    return first if is_symbol_font(first) else ""


def _size(style: Mapping[str, str]) -> float:
    """Points; 0 where it is not told in points or pixels."""
    found = _SIZE.fullmatch(style.get("font-size", ""))
    return float(found[1]) * _POINTS[found[2]] if found else 0.0
