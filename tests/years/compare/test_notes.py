"""What no revision shows, by the path of the new part."""

from support.contexts import context

from ecoreport.years.compare._notes import notes
from ecoreport.years.compare.compare import compare

LECTURES, BOOKLETS = "组织普法讲座，走进企业和社区，送法上门。", "编印普法手册，发放到企业和群众手中，讲解常见问题。"
APART = f"measures: [{{title: 送法上门, text: {LECTURES}}}, {{title: 普法手册, text: {BOOKLETS}}}]"
TOGETHER = f"measures: [{{title: 普法宣传, text: {LECTURES}{BOOKLETS}}}]"


def _notes(old: str, new: str) -> dict[str, str]:
    return dict(notes(compare(context(old), context(new), ("甲", "乙"))))


def test_a_merged_part_has_one_and_each_part_of_a_split_one() -> None:
    """With the titles of all that took part."""
    merged = _notes(APART, TOGETHER)
    assert list(merged) == ["measures.items[1]"]
    assert merged["measures.items[1]"].startswith("合并 举措“")
    assert all(title in merged["measures.items[1]"] for title in ("送法上门", "普法手册", "普法宣传"))
    split = _notes(TOGETHER, APART)
    assert sorted(split) == ["measures.items[1]", "measures.items[2]"]
    assert {words[:2] for words in split.values()} == {"拆分"}


def test_what_revisions_show_has_none() -> None:
    """Words that changed, parts that came or went."""
    assert _notes(APART, APART.replace("讲解常见问题", "解答常见问题")) == {}
    assert _notes(APART, APART.replace(f", {{title: 普法手册, text: {BOOKLETS}}}", "")) == {}
    assert _notes(APART.replace(f", {{title: 普法手册, text: {BOOKLETS}}}", ""), APART) == {}
