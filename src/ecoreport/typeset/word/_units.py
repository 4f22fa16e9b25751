"""Lengths of the standard in the units of WordprocessingML."""

from ecoreport.typeset.layout import SIZE_3, Page

TWIPS_PER_POINT = 20


def twips_of_mm(length: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(length * 1440 / 25.4)


def twips_of_points(length: float) -> int:
    """Points in twentieths of a point."""
    return round(length * TWIPS_PER_POINT)


def twips_of_characters(count: float, page: Page, size: float = SIZE_3) -> int:
    """The width of so many 字 of `size` pt on the page's grid, in twips: 315 for one 字 of 3号."""
    return round(count * (size + page.character_spacing) * TWIPS_PER_POINT)


def text_width(page: Page) -> int:
    """Width of the 版心 in twips."""
    return twips_of_mm(page.width) - twips_of_mm(page.left) - twips_of_mm(page.right)
