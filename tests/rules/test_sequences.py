"""What is counted in words, and sentences that stand twice."""

import pytest
from support.contexts import told_of


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("一是学习。三是执法。", ["三是"]),
        ("一要学习。三要执法。", ["三要"]),
        ("三要素齐全。四要件完备。", []),
        ("一是学习。三是执法。三是普法。", ["三是", "三是"]),
        ("一是学习；二是执法；四是普法。", ["四是"]),
        ("一是学习；二是执法；二是普法。", ["二是"]),
        ("二是学习；三是执法。", ["二是"]),
        ("第一，学习。第三，执法。", ["第三，"]),
        ("一是学习。\n\n三是执法。", ["三是"]),
        ("一是学习；二是执法。一是办案；二是普法。", []),
        ("有的一是一、二是二。", []),
        ("一是学习；二是执法；三是普法。", []),
        ("这三是难题。", []),
        ("其一，学习。其三，执法。", ["其三，"]),
        ("一是学习，一是看书，二是听课；二是执法。", []),
    ],
)
def test_what_is_counted_is_in_order(text: str, typed: list[str]) -> None:
    """From one on, each once; it may begin anew."""
    assert [one for code, one, _ in told_of(text) if code == "W541"] == typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("抓好三个方面：一是学；二是干；三是查；四是改。", ["三"]),
        ("抓好3项工作：一是学；二是干。", ["3"]),
        ("做到三个坚持：一是坚持学；二是坚持干。", ["三"]),
        ("在三个街道：一是学；二是干。", []),
        ("抓好三件大事，一是学；二是干；三是查。", []),
        ("三个方面：一是学；二是干；三是查。", []),
        ("做到“四个到位”：责任到位、措施到位、人员到位。", ["四"]),
        ("做到“四个到位”：责任到位、措施到位、人员到位、经费到位。", []),
        ("抓好三个方面工作。一是学。", []),
        ("抓好三方面工作：\n\n一是学。\n\n二是干。\n\n三是查。\n\n四是改。", ["三"]),
        ("存在两个突出问题：一是学；二是干；三是查。", ["两"]),
        ("落实行政执法三项制度。一是公示；二是记录。", []),
        ("十三个方面：一是学；二是干。", ["十三"]),
    ],
)
def test_as_many_follow_as_are_announced(text: str, typed: list[str]) -> None:
    """In numbered sentences, or in a list."""
    assert [one for code, one, _ in told_of(text) if code == "W542"] == typed


def test_a_long_sentence_stands_once() -> None:
    """A short one may be a set phrase."""
    long = "全面落实行政执法三项制度，规范执法程序，严格执法监督，做到全程留痕。"
    assert [one for code, one, _ in told_of(f"开头。{long}\n\n{long}") if code == "W543"] == [long]
    assert told_of("依法行政。\n\n依法行政。") == []
