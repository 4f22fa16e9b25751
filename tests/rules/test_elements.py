"""Title, 发文字号, 签发人, 印发日期."""

import pytest
from support.contexts import Found, found, marked, reading

from ecoreport.rules import _elements

WHOLE = "示例区生态环境局2024年法治政府建设情况报告"


def test_a_title_begins_with_a_word() -> None:
    """At any level; a quotation or a title of a document may begin it."""
    rule = _elements.headings_begin_with_words
    assert found(rule, f"title: 、{WHOLE}") == [Found("W570", "title", "、", "删掉“、”", WHOLE)]
    assert found(
        rule, "measures: [{title: '·依法决策'}, {title: “三项制度”落实, text: 、甲。}, {title: 《办法》落实}]"
    ) == [Found("W570", "measures.items[1].title", "·", "删掉“·”", "依法决策")]


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ("title: 示例区生态环境局2024法治政府建设年度报告", ["2024"]),
        ("title: 示例区生态环境局2024部门法治建设年度报告", ["2024"]),
        (f"title: {WHOLE}", []),
        ("title: 示例区生态环境局2023—2024年法治政府建设情况报告", []),
        ("title: 示例区生态环境局“护航2024行动”情况报告", []),
        ("measures: [{title: 2024普法工作}]", ["2024"]),
        ("measures: [{title: 检查2024家企业}, {title: 12024工程}, {title: 1998工程}]", []),
    ],
)
def test_the_year_of_a_title_has_its_sign(keys: str, wrong: list[str]) -> None:
    """A count of about so many is none."""
    assert [one.typed for one in found(_elements.years_of_titles_are_whole, keys)] == wrong


def test_the_year_is_spelled_out() -> None:
    """With what follows it."""
    keys = "title: 示例区生态环境局2024法治政府建设年度报告"
    assert found(_elements.years_of_titles_are_whole, keys)[0].help == "写成“2024年法治政府”"


@pytest.mark.parametrize(
    ("title", "lacking"),
    [
        ("示例区生态环境局法治政府建设情况报告", "年份"),
        ("示例区生态环境局2024年法治政府建设情况", "文种"),
        ("示例区生态环境局法治政府建设", "年份和文种"),
        (WHOLE, ""),
        ("二〇二四年法治政府建设工作总结", ""),
        ("关于报送2024年法治政府建设情况的函", ""),
        (f"{WHOLE}（公开稿）", ""),
        (f"{WHOLE}。", ""),  # another rule's
    ],
)
def test_a_title_says_of_which_year_it_is_and_what(title: str, lacking: str) -> None:
    """The title that the program makes says both."""
    told = list(_elements.title_is_whole(reading(f"title: {title}")))
    assert [one.message for one in told] == [f"标题没有写{lacking}"] * bool(lacking)
    assert {one.help for one in told} <= {f"写明是哪一年的什么，如“{WHOLE}”"}
    assert found(_elements.title_is_whole, "lead: 甲。") == []


def test_a_title_on_two_lines_is_one() -> None:
    """The year may stand on the first, the kind on the second."""
    keys = "title: |\n  示例区生态环境局关于2024年\n  法治政府建设情况的报告\n"
    assert found(_elements.title_is_whole, keys) == []
    assert found(_elements.years_of_titles_are_whole, keys) == []


@pytest.mark.parametrize(
    ("keys", "mend"),
    [
        ("number: 示环〔2024〕3号\ndate: 2025-01-20", "改成〔2025〕；编号确实是2024年的，核对成文日期"),
        ("number: 示环（2026）3号\ndate: 2025-01-20", "改成〔2025〕；编号确实是2026年的，核对成文日期"),
        ("number: 示环〔2023〕3号", "改成〔2025〕；编号确实是2023年的，核对成文日期"),
        ("number: 示环〔2025〕3号\ndate: 2025-01-20", ""),
        ("number: 示环〔2024〕3号\ndate: 2024-12-30", ""),
        ("number: 示环〔2025〕3号", ""),
        ("number: 待填\ndate: 2025-01-20", ""),
        ("number: 三号文\ndate: 2025-01-20", ""),
    ],
)
def test_the_number_is_of_the_dates_year(keys: str, mend: str) -> None:
    """Without a date, of one in which the report may be sent."""
    expected = [Found("W574", "number", help=mend)] if mend else []
    assert found(_elements.number_is_of_the_dates_year, keys) == expected


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("落实《关于加强监督的通知》（示环发〔2028〕3号）要求。", ["2028"]),
        ("落实示环发[2026]3号文件。", ["2026"]),
        ("落实示环发〔2025〕1号、国办发〔2018〕118号文件。", []),
        ("落实示环发〔2028〕文件。", []),
    ],
)
def test_a_document_that_is_named_has_been_sent(sentence: str, wrong: list[str]) -> None:
    """By the end of the year in which the report was written."""
    assert marked(_elements.documents_of_the_future, sentence) == wrong
    assert marked(_elements.documents_of_the_future, sentence, "date: 2025-01-20\n") == wrong


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("落实示环发〔24〕3号文件。", "〔24〕", "〔2024〕"),
        ("落实示环发〔202〕3号文件。", "〔202〕", "〔202〕"),
        ("落实示环发〔2024年〕第3号文件。", "〔2024年〕", "〔2024〕"),
        ("落实示环发（2024年）3号文件。", "（2024年）", "〔2024〕"),
        ("落实示环发〔2024〕3文件。", "〔2024〕3", "〔2024〕3号"),
        ("落实示环发<2024>3号文件。", "<2024>", "〔2024〕"),
        ("落实示环发〔2024〕3号、国办发〔2018〕118、119号文件，检查（12）3号楼。", "", ""),
    ],
)
def test_a_document_is_numbered_right(sentence: str, wrong: str, right: str) -> None:
    """Four digits without 年 in 〔〕, a number, 号; brackets of another kind are told of with their mend elsewhere."""
    told = [Found("E513", "lead", wrong, f"写成“{right}”，照原文件核对")] if wrong else []
    assert found(_elements.documents_are_numbered_right, f"lead: {sentence}") == told


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("示例区生态环境局关于关于2024年法治政府建设情况的报告", ["关于关于"]),
        ("示例区生态环境局示例区生态环境局2024年情况报告", ["示例区生态环境局示例区生态环境局"]),
        ("示例区生态环境局2024年年法治政府建设情况的的报告", ["年年", "的的"]),
        ("示例市市场监督管理局2024年“高质量高质量”情况报告", []),
    ],
)
def test_a_title_says_everything_once(title: str, wrong: list[str]) -> None:
    """What a paste leaves stands twice."""
    assert [one.typed for one in found(_elements.titles_say_it_once, f"title: {title}")] == wrong


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ("title: 示例区教育局2024年法治政府建设情况报告", ["示例区教育局"]),
        ("title: 示例区教育局关于2024年法治政府建设情况的报告", ["示例区教育局"]),
        ("title: 示例区教育局、示例区生态环境局2024年法治政府建设情况报告", ["示例区教育局"]),
        (f"title: {WHOLE}", []),
        ("title: 区生态环境局2024年法治政府建设情况报告", []),
        ("title: 样例市示例区生态环境局2024年法治政府建设情况报告", []),
        ("title: 示例区环境局2024年法治政府建设情况报告", []),
        ("title: 2024年法治政府建设情况报告", []),
        ("title: 示例区2024年法治政府建设情况报告", []),
        ("issuer: 示例区教育局 示例区司法局\ntitle: 示例区教育局、示例区司法局2024年情况报告", []),
    ],
)
def test_a_title_names_the_issuer(keys: str, wrong: list[str]) -> None:
    """In full or in short; one of several."""
    assert [one.typed for one in found(_elements.title_names_the_issuer, keys)] == wrong


@pytest.mark.parametrize(
    ("behind", "wrong"),
    [
        ("（送审稿）", ["（送审稿）"]),
        ("(V2.1)", ["(V2.1)"]),
        ("征求意见稿", ["征求意见稿"]),
        ("（公开稿）", []),
        ("（2024年度）", []),
    ],
)
def test_a_title_is_of_what_is_final(behind: str, wrong: list[str]) -> None:
    """What is published is no draft."""
    assert [one.typed for one in found(_elements.titles_of_what_is_final, f"title: {WHOLE}{behind}")] == wrong


UP = "number: 示环〔2025〕3号\naddressees: [区委, 区政府]\n"


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        (UP, "number"),
        ("red_head: 示例区生态环境局文件\naddressees: [市生态环境局]\n", "red_head"),
        (UP + "signer: 张某", ""),
        (UP + "signer: 待填", ""),
        (UP + "red_head: false", ""),  # printed on paper that has one
        ("addressees: [区委, 区政府]\n", ""),
        ("number: 示环〔2025〕3号\naddressees: [区司法局]\n", ""),
        ("number: 示环〔2025〕3号\naddressees: [区委, 各镇人民政府]\n", ""),
        ("number: 示环〔2025〕3号\n", ""),
    ],
)
def test_what_goes_up_names_its_signer(keys: str, path: str) -> None:
    """Where it has a red head, and goes to organs above alone."""
    told = found(_elements.signer_of_what_goes_up, keys)
    assert [(one.code, one.path) for one in told] == [("H576", path)] * bool(path)


def test_a_document_is_printed_after_it_was_signed() -> None:
    """On the same day at the earliest."""
    rule, date = _elements.printed_after_it_was_signed, "date: 2025-01-20\nprint_date: "
    mend = "核对两个日期；印发日期是付印的日期，不早于成文日期"
    assert found(rule, date + "2025-01-10") == [Found("W575", "print_date", help=mend)]
    assert found(rule, date + "2025-01-20") == []
    assert found(rule, date + "2025-07-19") == []
    assert found(rule, date + "2026-01-20") == [Found("W575", "print_date", help=mend)]
    assert found(rule, "print_date: 2025-01-10") == []
