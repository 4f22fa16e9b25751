"""Values and notes in place: whatever way a figure is written, and nothing around it moves."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.data import data_of

from ecoreport.importing._filling.edits import New, edited

# How a figure may be written, with what it becomes by the value 9件 and the note 新.
WAYS = {
    "8件": "{value: 9件, note: 新}",
    "'8件'": "{value: '9件', note: 新}",
    '"8件"': '{value: "9件", note: 新}',
    "待填": "{value: 9件, note: 新}",
    "{value: 8件}": "{value: 9件, note: 新}",
    "{ value: '8件' , source: 甲 }": "{ value: '9件' , source: 甲, note: 新 }",
    "{note: 旧, value: 8件}": "{note: 新, value: 9件}",
    "{source: '甲: 乙', value: \"8件\", note: '旧'}": "{source: '甲: 乙', value: \"9件\", note: '新'}",
    "\n    value: 8件 # 一\n    source: 甲 # 二": "\n    value: 9件 # 一\n    source: 甲 # 二\n    note: 新",
    "\n    note: |\n      旧\n      话\n    value: 8件": "\n    note: 新\n    value: 9件",
}
AROUND = "a: 1  # 头\nfigures:\n  甲: 1件\n  乙: {}  # 尾\n  丙: 3件\n"


@pytest.mark.parametrize(("written", "becomes"), WAYS.items())
def test_a_figure_keeps_the_way_it_is_written(written: str, becomes: str) -> None:
    """Keys in their order, quotes, comments; a note behind what is there."""
    text = AROUND.replace("{}", written) if "\n" not in written else AROUND.replace("{}  # 尾", written)
    wanted = AROUND.replace("{}", becomes) if "\n" not in written else AROUND.replace("{}  # 尾", becomes)
    assert edited(text, {"乙": New("9件", "新")}) == wanted
    value_alone = data_of(edited(text, {"乙": New("9件")}))["figures"]["乙"]
    assert (value_alone["value"] if isinstance(value_alone, dict) else value_alone) == "9件"


@given(
    st.sampled_from([*WAYS]),
    st.one_of(st.none(), st.sampled_from(["0件", "约9余件", "12", "-3%", "1480/1491件", "不适用", "169.9万元"])),
    st.one_of(st.none(), st.just(""), st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)),
)
def test_what_is_written_is_read_and_nothing_else_has_moved(written: str, value: str | None, note: str | None) -> None:
    """By PyYAML."""
    text = AROUND.replace("{}  # 尾", written)
    assume(note != "" or "note" in written)
    made = edited(text, {"乙": New(value, note)})
    old, new = data_of(text), data_of(made)
    before, after = old["figures"].pop("乙"), new["figures"].pop("乙")
    assert new == old
    before, after = ({"value": one} if not isinstance(one, dict) else one for one in (before, after))
    assert str(after["value"]) == (value or before["value"])
    assert after.get("note") == (before.get("note") if note is None else note or None)
    assert after.get("source") == before.get("source")
    assert made.startswith("a: 1  # 头\nfigures:\n  甲: 1件\n  乙:")
    assert made.endswith("\n  丙: 3件\n")
