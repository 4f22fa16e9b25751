"""A shortcoming's problem and cause: told apart only where the sentence names both, and printed as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._causes import LEAST, split
from ecoreport.report.parts import DEFAULT_SHORTCOMING

WORDS = ("台账不全", "归档", "人手少", "因", "由于", "，", "。", "导致", "存在", "的问题", "主要原因是", "主要是", "受")
TOKENS = st.sampled_from((*WORDS, "经费限制", "一是", "此"))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("台账不全，主要原因是人手少。", "{{ 问题 }}，主要原因是{{ 原因 }}。"),
        ("台账不全；究其原因，是人手少。", "{{ 问题 }}；究其原因，是{{ 原因 }}。"),
        ("台账不全。根源在于人手少。", "{{ 问题 }}。根源在于{{ 原因 }}。"),
        ("台账不全，主要是人手少。", "{{ 问题 }}，主要是{{ 原因 }}。"),
        ("因人手少，导致台账不全。", "因{{ 原因 }}，导致{{ 问题 }}。"),
        ("因为人手少，存在台账不全。", "因为{{ 原因 }}，存在{{ 问题 }}。"),
        ("由于人手少，存在台账不全的问题。", "由于{{ 原因 }}，存在{{ 问题 }}的问题。"),
        ("鉴于人手少，台账不全。", "鉴于{{ 原因 }}，{{ 问题 }}。"),
    ],
)
def test_a_sentence_that_names_both_is_split(text: str, form: str) -> None:
    """Into the same two parts, with the words around them kept as its form."""
    assert split(text) == {"problem": "台账不全", "cause": "人手少", "text": form}


def test_the_usual_form_needs_no_words_of_its_own() -> None:
    """It is the one that the program prints."""
    assert split("台账不全。主要原因是人手少。") == {"problem": "台账不全", "cause": "人手少"}


@pytest.mark.parametrize(
    ("text", "cause", "form"),
    [
        ("台账不全，受经费限制，难以更新。", "受经费限制，难以更新", "{{ 问题 }}，{{ 原因 }}。"),
        ("台账不全，主要受经费限制。", "受经费限制", "{{ 问题 }}，主要{{ 原因 }}。"),
        ("受经费限制，致使台账不全。", "受经费限制", "{{ 原因 }}，致使{{ 问题 }}。"),
        ("受经费限制，台账不全。", "受经费限制", "{{ 原因 }}，{{ 问题 }}。"),
    ],
)
def test_what_limits_is_a_cause(text: str, cause: str, form: str) -> None:
    """Before or behind the problem, with a verb between them or none."""
    assert split(text) == {"problem": "台账不全", "cause": cause, "text": form}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "台账不全。",
        "台账不全。主要原因是人手少",
        "因此归档不及时，台账不全。",
        "因地制宜，开展普法宣传。",
        "因人手少归档不及时。",
        "鉴于上述情况，归档不及时。",
        "一是台账不全。主要原因是人手少。",
        "台账还不完整。主要原因是一是人手少，二是经费紧。",
        "台账还有不足，主要表现在归档慢。",
        "台账还有不足，主要是两个方面。",
    ],
)
def test_what_does_not_name_both_stays_whole(text: str) -> None:
    """No end mark, no cause, a word that only looks like one, or several shortcomings in a paragraph."""
    assert split(text) == {}


def test_a_problem_has_so_many_characters() -> None:
    """One fewer is no problem but a scrap of a sentence."""
    assert split(f"{'慢' * LEAST}。主要原因是人手少。") == {"problem": "慢" * LEAST, "cause": "人手少"}
    assert split(f"{'慢' * (LEAST - 1)}。主要原因是人手少。") == {}


@given(st.text("甲乙丙丁、（）2", min_size=LEAST, max_size=20), st.text("甲乙丙丁、，；2", min_size=1, max_size=20))
def test_the_usual_form_comes_back(problem: str, cause: str) -> None:
    """What the program itself prints is read as what it was made of."""
    printed = DEFAULT_SHORTCOMING.replace("{{ 问题 }}", problem).replace("{{ 原因 }}", cause)
    assert split(printed) == {"problem": problem, "cause": cause}


@given(st.lists(TOKENS, max_size=12).map("".join))
def test_the_parts_print_the_very_sentence(text: str) -> None:
    """Whatever is split."""
    made = split(text)
    form = made.get("text", DEFAULT_SHORTCOMING)
    assert not made or form.replace("{{ 问题 }}", made["problem"]).replace("{{ 原因 }}", made["cause"]) == text
