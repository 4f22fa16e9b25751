"""The words around a number as what is done and with what: nothing is cut inside a word."""

import pytest

from ecoreport.importing._naming._phrase import Phrase, Things, ahead_of, phrase_of, run, things_of


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("收到信访投诉共计", "收到信访投诉"),
        ("查处违规培训行为", "查处违规培训行为"),  # no 为 that leads to the number
        ("签订公约", "签订公约"),
        ("新增国有", "新增国有"),
        ("占全县平均", "占全县平均"),
        ("“互联网+监管”事项", "互联网监管事项"),
        ("开展“铁拳”“守护消费”行动", "开展守护消费行动"),
        ("学习《示例法》等法律法规", "学习等法律法规"),
        ("发布《执法手册》", "发布执法手册"),
        ("开展活动（含线上）", "开展活动"),
        ("2024年新招执法人员", "新招执法人员"),
        ("通过“免罚清单”对", "对"),
        ("", ""),
    ],
)
def test_signs_and_what_only_leads_to_the_number_are_left_out(lead: str, words: str) -> None:
    """Words that only look like them stay whole."""
    assert ahead_of(lead) == words


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("依法注销取水许可证", Phrase("注销", "取水许可证")),
        ("组织开展普法宣传活动", Phrase("", "普法宣传活动", "开展")),
        ("对违法单位下达处罚决定书", Phrase("", "处罚决定书", "下达")),
        ("对重点企业检查", Phrase("检查", "重点企业", "", "重点企业")),
        ("法律顾问提出法律意见", Phrase("提出", "法律意见")),
        ("执法人员培训活动", Phrase("", "执法人员培训活动")),
        ("对当事人主动消除危害后果的依法减轻处罚", Phrase("减轻", "处罚")),
        ("查处群众反映强烈的环境污染", Phrase("查处", "环境污染")),
        ("以本局为被告的行政诉讼案件", Phrase("", "行政诉讼案件")),
        ("联合执法行动", Phrase("", "联合执法行动")),
        ("未完成整改", Phrase("", "未完成整改")),
        ("未采纳意见", Phrase("", "未采纳意见")),
        ("社会组织年检", Phrase("", "社会组织年检")),
        ("及时率", Phrase("", "及时率")),
        ("责令限制生产决定书", Phrase("", "责令限制生产决定书")),
        ("提供服务", Phrase("服务", "", "提供")),
        ("抽取检查", Phrase("抽取检查")),
        ("对", Phrase()),
    ],
)
def test_what_is_done_and_with_what(words: str, phrase: Phrase) -> None:
    """What is done with all kinds of things stands apart; whom it concerns and who does it are left out."""
    assert phrase_of(words) == phrase


def test_of_a_list_the_words_behind_it_with_what_is_done() -> None:
    """The act stands before the list, which may stand before the words."""
    assert phrase_of("学习宪法等法律法规") == Phrase("学习", "法律法规")
    assert phrase_of("种子质量等纠纷", "依据《示例法》调处土地承包、") == Phrase("调处", "纠纷")
    assert phrase_of("水务等部门开展应急演练") == Phrase("", "应急演练", "开展")


@pytest.mark.parametrize(
    ("tail", "closed", "things"),
    [
        ("部门行政职权事项", False, Things("部门", "行政职权事项", 2)),
        ("企业负责人参加", True, Things("企业负责人", "参加", 5)),
        ("市（州）", False, Things("市（州）", "", 4)),
        ("的典型案例", True, Things("典型案例", "", 5)),
        ("处罚决定全部公示", True, Things("处罚决定", "全部公示", 4)),
        ("树苗", True, Things("树苗", "", 2)),
        ("树苗", False, Things("", "树苗", 0)),  # it may belong to the number behind it
        ("作出处罚决定", False, Things()),
        ("检查事项", True, Things("检查事项", "", 4)),
    ],
)
def test_the_things_behind_a_number_end_where_another_word_begins(tail: str, closed: bool, things: Things) -> None:  # noqa: FBT001
    """What stands behind them is said of them, or belongs to the next number."""
    assert things_of(tail, closed=closed) == things


def test_a_run_ends_at_a_sign_or_digit() -> None:
    """A short parenthesis is part of a word: 市（州）."""
    assert [run(text) for text in ("市（州）91所", "企业，", "（附后）", "")] == ["市（州）", "企业", "（附后）", ""]
