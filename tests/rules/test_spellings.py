"""Words that are written wrongly: each is told of with what is meant, and not where its characters are right."""

import pytest
from support.contexts import found

from ecoreport.rules._spellings import Spelling, misspelt, spellings


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, word and help."""
    return [(one.code, one.typed, one.help) for one in found(misspelt, f"measures: [{{text: '{text}'}}]")]


@pytest.mark.parametrize("row", spellings(), ids=lambda row: row.wrong)
def test_every_word_of_the_table_is_told_of_and_no_sound_one(row: Spelling) -> None:
    """What is meant is no fault itself; where the same characters belong to other words, nothing is said."""
    assert (row.code, row.wrong, f"写成 {row.right}") in told(f"本局{row.wrong}。")
    assert told(f"本局{row.right}。") == []
    for word in row.sound:
        assert row.wrong not in [typed for _, typed, _ in told(f"本局{word}。")]


def test_words_in_quotations_stay_as_they_were_chosen() -> None:
    """Misspellings and set terms are told of even there."""
    assert told("《撤消办法》，“惟有”。") == []
    assert [code for code, _, _ in told("“风桥经验”，“布署”。")] == ["E534", "E536"]


def test_every_place_is_told_of() -> None:
    """One behind the other, sound ones between."""
    assert [typed for _, typed, _ in told("布署，发布署名文章，布署。")] == ["布署", "布署"]
