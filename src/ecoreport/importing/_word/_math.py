"""A formula of Word on one line of text: what stands over a stroke before what stands under it, brackets as drawn."""

from collections.abc import Callable, Mapping

from lxml import etree

from ecoreport.importing._symbols import scripted
from ecoreport.problems.diagnostic import Unreadable

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MOST_DEPTH = 60


def linear(element: etree._Element, depth: int = 0) -> str:
    """The formula's text in reading order; nothing that it shows is left out."""
    if depth > _MOST_DEPTH:
        raise Unreadable("公式嵌套太深", "看看是不是拿错了文件")
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if name == "t":
        return element.text or ""
    if not name or name.endswith("Pr"):  # how it looks
        return ""
    reader = _READERS.get(name) if element.tag.startswith(M) else None
    return reader(element, depth) if reader else "".join(linear(one, depth + 1) for one in element)


def _of(element: etree._Element, name: str, depth: int) -> str:
    return "".join(linear(one, depth + 1) for one in element.iterchildren(M + name))


def _told(element: etree._Element, name: str, otherwise: str) -> str:
    found = element.find(f"*/{M}{name}")
    return otherwise if found is None else found.get(f"{M}val", "")


def _fraction(element: etree._Element, depth: int) -> str:
    return "/".join(_grouped(_of(element, name, depth)) for name in ("num", "den"))


def _root(element: etree._Element, depth: int) -> str:
    degree = _of(element, "deg", depth)
    return f"{scripted(degree, 'superscript') or degree}√{_grouped(_of(element, 'e', depth))}"


def _signed(element: etree._Element, depth: int) -> str:
    """A sum, an integral: the sign, its limits, what it is of."""
    return _told(element, "chr", "∫") + "".join(linear(one, depth + 1) for one in element)


def _accented(element: etree._Element, depth: int) -> str:
    return _of(element, "e", depth) + _told(element, "chr", "\u0302")


def _raised(element: etree._Element, depth: int) -> str:
    return _script(element, depth, "superscript", "^")


def _lowered(element: etree._Element, depth: int) -> str:
    return _script(element, depth, "subscript", "_")


def _script(element: etree._Element, depth: int, place: str, mark: str) -> str:
    text = "".join(linear(one, depth + 1) for one in element)
    return (scripted(text, place) or mark + _grouped(text)) if text.strip() else ""


def _row(element: etree._Element, depth: int) -> str:
    return " ".join(linear(one, depth + 1) for one in element)


def _bracketed(element: etree._Element, depth: int) -> str:
    inner = [linear(one, depth + 1) for one in element.iterchildren(f"{M}e")]
    return _told(element, "begChr", "(") + _told(element, "sepChr", "|").join(inner) + _told(element, "endChr", ")")


def _grouped(text: str) -> str:
    """In brackets, where it would be read apart otherwise."""
    return text if text.replace(".", "").isalnum() or len(text) <= 1 else f"({text})"


_READERS: Mapping[str, Callable[[etree._Element, int], str]] = {
    "f": _fraction,
    "d": _bracketed,
    "rad": _root,
    "nary": _signed,
    "acc": _accented,
    "sup": _raised,
    "sub": _lowered,
    "m": _row,
    "mr": _row,
    "eqArr": _row,
}
