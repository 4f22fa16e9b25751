"""Names on a line: two beside each other, and parted again where that can be told."""

import pytest

from ecoreport.text.names import on_a_line, parted, rows


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        ((), ()),
        (("张三",), ("张三",)),
        (("张三", "李四"), ("张三　李四",)),
        (("张三", "李四五", "王六"), ("张三　李四五", "王六")),
        (("张　三", "李四"), ("张　三　李四",)),
    ],
)
def test_two_names_stand_on_a_line(names: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """7.2.6: in their order, from the left and from above; and each is read back."""
    made = tuple(on_a_line(row) for row in rows(names))
    assert made == lines
    assert tuple(name for line in made for name in parted(line)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ()),
        (" 张三 ", ("张三",)),
        ("张　三　李　四", ("张　三", "李　四")),
        ("张　三　　李　四", ("张　三", "李　四")),
        ("张三\t李四", ("张三", "李四")),
        ("王五　张　三", ("王五", "张　三")),
        ("欧阳　某　王五", ("欧阳　某", "王五")),
        ("欧阳　某", ("欧阳　某",)),
        ("某", ("某",)),
    ],
)
def test_a_blank_in_a_name_stays(line: str, names: tuple[str, ...]) -> None:
    """One that sets two characters as wide as three; a tab or two blanks part for certain."""
    assert parted(line) == names
