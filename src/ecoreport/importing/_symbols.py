"""Signs that stand for others: letters of picture fonts (a Wingdings þ is ☑), raised and lowered letters (² ₂)."""

from functools import cache
from importlib import resources

_PRIVATE, _ROW = 0xF000, 16  # where Word keeps the letters of such fonts; signs of a row of the table
_NONE = "\ufffd"
_RAISED = str.maketrans("0123456789+-=()ni−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ⁻")
_LOWERED = str.maketrans("0123456789+-=()aeoxhklmnpst−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ₋")
_SCRIPTS = {"superscript": _RAISED, "subscript": _LOWERED}
FALLBACK = "Wingdings"


@cache
def _signs() -> dict[tuple[str, int], str]:
    """By font, in small letters, and code."""
    text = resources.files("ecoreport.importing").joinpath("symbols.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.split("\n") if line and not line.startswith("#"))
    return {
        (font.lower(), int(code, _ROW) + at): sign
        for font, code, signs in rows
        for at, sign in enumerate(signs)
        if sign != _NONE
    }


def is_symbol_font(font: str) -> bool:
    """Whether the font shows pictures for letters: Symbol, Webdings, Wingdings and its two sisters."""
    return font.lower() in {"symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3"}


def sign(font: str, code: int) -> str:
    """The sign that the font shows for the code, its private twin (F0FE) included; empty where it is not known."""
    low = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    return _signs().get((font.lower(), low), "")


def signs(font: str, text: str) -> str:
    """The text as the font shows it; letters that it shows no known sign for stay as they are."""
    return "".join(sign(font, ord(one)) or one for one in text)


def scripted(text: str, place: str) -> str:
    """The text raised or lowered, as `place` (superscript, subscript) says; empty where there are no such letters."""
    table = _SCRIPTS.get(place, {})
    return text.translate(table) if all(ord(one) in table or one.isspace() for one in text) else ""
