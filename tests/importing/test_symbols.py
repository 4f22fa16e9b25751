"""Signs that stand for others: picture fonts, raised and lowered letters."""

import pytest

from ecoreport.importing._symbols import is_symbol_font, scripted, sign, signs


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", 0xF0FE, "☑"),
        ("wingdings", 0xFE, "☑"),
        ("Wingdings", 0xF0A8, "☐"),
        ("Wingdings", 0x81, "①"),
        ("Wingdings 2", 0xF052, "☑"),
        ("Wingdings 2", 0xF0A3, "☐"),
        ("Wingdings 3", 0x67, "→"),
        ("Symbol", 0xB3, "≥"),
        ("Symbol", 0x61, "α"),
        ("Webdings", 0x61, "✔"),
        ("Wingdings", 0x20, " "),
        ("Wingdings", 0x4E00, ""),
        ("宋体", 0xF0FE, ""),
    ],
)
def test_a_picture_font_shows_signs(font: str, code: int, shown: str) -> None:
    """With the private codes of Word too; empty where it is not known."""
    assert sign(font, code) == shown
    assert is_symbol_font(font) == (font != "宋体")


def test_a_text_in_a_picture_font() -> None:
    """Letters without a sign stay."""
    assert signs("Wingdings", "\uf0feþ字") == "☑☑字"


@pytest.mark.parametrize(
    ("text", "place", "written"),
    [
        ("2", "superscript", "²"),
        ("-12", "superscript", "⁻¹²"),
        ("2", "subscript", "₂"),
        ("n", "superscript", "ⁿ"),
        ("注", "superscript", ""),
        ("[1]", "superscript", ""),
        ("2", "baseline", ""),
    ],
)
def test_letters_are_raised_and_lowered(text: str, place: str, written: str) -> None:
    """Where there is such a sign for each of them."""
    assert scripted(text, place) == written
