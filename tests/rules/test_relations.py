"""Relations between figures: every row of relations.yaml is broken and kept once, and what explains it is taken."""

from collections.abc import Iterator

import pytest
from support.contexts import found, reading

from ecoreport.report.indicators import UNITS, by_standard_name, indicators
from ecoreport.rules._relations import Relation, all_hold, relations
from ecoreport.rules._rule import RULES
from ecoreport.rules._tables import table

ROWS = relations()
NAMES = {row.key: row.name for row in indicators()}
NEITHER = (0, 1, -1)  # the sum, one more, one less


def _name(relation: Relation) -> str:
    return f"{relation.code} {'+'.join(relation.left)}{relation.sign}{relation.part}/{relation.whole}"


def _figures(values: dict[str, int], note: str = "") -> str:
    """Figures under their standard names, in a unit of theirs; the note at the first."""
    units = {row.key: UNITS[row.measure][0] for row in indicators()}
    made = {NAMES[key]: f"{value}{units[key]}" for key, value in values.items()}
    first = next(iter(made))
    return ", ".join(
        f"{n}: {{value: {v}, note: “{note}”}}" if note and n == first else f"{n}: {v}" for n, v in made.items()
    )


def _said(relation: Relation) -> str:
    """A sentence that asks for the relation, where it must be asked for."""
    return "，".join(words[0] for words in relation.when) + "。"


def _wrong(relation: Relation) -> Iterator[dict[str, int]]:
    """Values that break it: with all of the left, and with fewer; off by one."""
    if relation.part:
        yield {relation.left[0]: 50, relation.part: 10, relation.whole: 40}
        return
    for many in range(len(relation.left), 0, -1):
        left = dict.fromkeys(relation.left[:many], 20)
        yield from ({**left, relation.whole: 20 * many + more} for more in (-1, 1))


def _right(relation: Relation) -> dict[str, int]:
    if relation.part:
        return {relation.left[0]: 25, relation.part: 10, relation.whole: 40}
    return {**dict.fromkeys(relation.left, 20), relation.whole: 20 * len(relation.left)}


def _told(relation: Relation, values: dict[str, int], note: str = "", text: str = "") -> list[str]:
    keys = f"figures: {{{_figures(values, note)}}}\nlead: {text}{_said(relation)}\n"
    return [one.code for one in all_hold(reading(keys)) if one.help.startswith(relation.reason)]


def _breaking(relation: Relation) -> dict[str, int]:
    return next(values for values in _wrong(relation) if relation.code in _told(relation, values))


@pytest.mark.parametrize("relation", ROWS, ids=_name)
def test_each_row_is_found_where_it_is_broken_and_silent_where_it_is_kept(relation: Relation) -> None:
    """Found by listing them, so that none is dead: at the first figure of its left, with its own reason."""
    values = _breaking(relation)
    [told] = list(all_hold(reading(f"figures: {{{_figures(values)}}}\nlead: {_said(relation)}")))
    assert (told.code, told.path) == (relation.code, ("figures", NAMES[relation.left[0]], "value"))
    assert told.help == f"{relation.reason}；{relation.help}"
    assert _told(relation, _right(relation)) == []


@pytest.mark.parametrize("relation", ROWS, ids=_name)
def test_what_the_help_asks_for_silences_it(relation: Relation) -> None:
    """A note in its words, or any where any will do; a sentence that says so beside the figure."""
    values = _breaking(relation)
    for word in ("确实如此",) if relation.note == ("any",) else relation.note:
        assert _told(relation, values, note=f"其中{word}2件") == []
    for word in relation.text:
        assert _told(relation, values, text=f"共{{{{ {NAMES[relation.whole]} }}}}（{word}2件）。") == []


def test_the_table_and_the_rule_name_the_same_codes() -> None:
    """Those of the rows, and no others."""
    [codes] = [rule.codes for rule in RULES if rule.find is all_hold]
    assert {*codes} == {relation.code for relation in ROWS} == {*table("relations").codes} - {"H656"}
    assert {name for name in by_standard_name() if name in NAMES.values()} == {*by_standard_name()}


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ("复议审结: 4件, 复议维持: 4件, 复议纠错: 1件", "复议维持4件+复议纠错1件=5件，多于复议审结4件"),
        ("行政诉讼: 3件, 出庭应诉: 5件", "出庭应诉5件，多于行政诉讼3件"),
        ("罚款金额: 186.4万元, 罚没金额: 100万元", "罚款金额186.4万元，多于罚没金额100万元"),
        ("罚款: 80万元, 没收: 30万元, 罚没金额: 100万元", "罚款80万元+没收30万元=110万元，多于罚没金额100万元"),
        ("罚款: 80万元, 没收: 9000元, 罚没金额: 100万元", "罚款80万元+没收9000元=809000元，不等于罚没金额100万元"),
        ("准予许可: 8件, 不予许可: 2份, 许可受理: 9件", "准予许可8件，不予许可2份"),
        ("五类案件: 3件, 查封扣押: 4件", "查封扣押4件，多于五类案件3件"),
        ("处罚决定: 9件, 警告: 2件, 罚款: 5件, 没收: 1件", "警告2件+罚款5件+没收1件=8件，不等于处罚决定9件"),
        ("隐患: 512条, 整改隐患: 409条, 整改率: 99.4%", "整改率99.4%，而整改隐患409条、隐患512条，算出来是79.9%"),
        ("行政诉讼: 3件, 败诉: 1件, 败诉率: 50%", "败诉率50%，而败诉1件、行政诉讼3件，算出来是33.3%"),
        ("检查家次: 9家次, 出动人次: 8人次", "出动人次8人次，少于检查家次9家次"),
    ],
)
def test_the_figures_computed_are_shown(figures: str, message: str) -> None:
    """Both sides, the sum with its parts; what is not comparable is left out."""
    told = [one.message for one in all_hold(reading(f"figures: {{{figures}}}"))]
    assert told == [message] if "，不予" not in message else told == []


@pytest.mark.parametrize(
    "figures",
    [
        "立案: 42起, 处罚决定: 40余件",  # 40 to 50
        "立案: 约80起, 处罚决定: 82件",
        "立案: 近90起, 处罚决定: 90件",
        "立案: 80余起, 处罚决定: 88件",
        "罚款金额: 186.4万元, 罚没金额: 186.36万元",  # as they are rounded
        "立案: 3起, 移送公安机关: 5人",  # people are no cases
        "立案: 3起, 处罚决定: 2件, 不予处罚: 9家次",
        "立案: 不适用, 处罚决定: 4件",
        "立案: 待填, 处罚决定: 4件",
        "处罚决定: 9件, 罚款: 30万元, 没收: 8万元, 警告: 3件",  # amounts are no kinds
        "处罚决定: 9件, 罚款: 5件, 警告: 3件",  # not all kinds are named
        "隐患: 0条, 整改隐患: 0条, 整改率: 100%",
        "隐患: 1491条, 整改隐患: 1480条, 整改率: 99.3%",
        "隐患: 1491条, 整改隐患: 1480条, 整改率: 99.2%",  # cut off
        "隐患: 1491条, 整改隐患: 1480条, 整改率: 99%",
        "隐患: 500余条, 整改隐患: 480余条, 整改率: 97%",
        "隐患: 500条, 整改隐患: 490条, 整改率: 95%以上",
        "信访: 9件, 信访办结: 10件",  # of which 信访 the one is part, no text says
        "检查企业: 90家次, 非现场检查: 200次",
        "按期办结率: 95%, 信访投诉: 100件, 信访办结: 100件",
        "处罚决定公示率: 100%, 处罚决定: 9件",
    ],
)
def test_what_may_be_so_is_silent(figures: str) -> None:
    """Approximate figures by what they can mean, units that do not compare, rates that were cut off."""
    assert found(all_hold, f"figures: {{{figures}}}") == []


@pytest.mark.parametrize(
    ("figures", "text", "codes"),
    [
        ("信访: 9件, 信访办结: 10件", "信访{{ 信访 }}，办结{{ 信访办结 }}。", ["E406"]),
        ("信访: 9件, 信访办结: 10件", "信访{{ 信访 }}。\n\n  办结{{ 信访办结 }}。", ["E406"]),
        ("信访投诉: 100件, 信访办结: 90件, 办结率: 98%", "办结{{ 信访办结 }}，办结率{{ 办结率 }}。", ["W437"]),
        ("信访投诉: 100件, 信访办结: 90件, 办结率: 98%", "办结{{ 信访办结 }}。", []),
        ("处罚决定: 40件, 生态环境立案: 30起", "立案{{ 生态环境立案 }}，处罚{{ 处罚决定 }}。", ["W416"]),
        ("处罚决定: 40件, 生态环境立案: 30起", "处罚{{ 处罚决定 }}。", []),
        ("立案: 3起, 处罚决定: 4件", "立案{{ 立案 }}，处罚{{ 处罚决定 }}，比上年增加。", ["W416"]),
        ("立案: 3起, 处罚决定: 4件", "上年立案的1起，今年一并处罚{{ 处罚决定 }}。", []),
        ("立案: 3起, 处罚决定: 4件", "上年都好。处罚{{ 处罚决定 }}。", ["W416"]),
        ("规范性文件: 3件, 合法性审查: 2件", "制定{{ 规范性文件 }}，合法性审查实现全覆盖。", ["H442"]),
        ("规范性文件: 3件, 合法性审查: 2件", "制定{{ 规范性文件 }}，合法性审查{{ 合法性审查 }}。", []),
        ("规范性文件: 3件, 合法性审查: 2件", "合法性审查从严。执法监督全覆盖。", []),
    ],
)
def test_the_text_says_what_is_meant(figures: str, text: str, codes: list[str]) -> None:
    """A name that may mean something else counts where a text speaks of both; 上年 explains but for 比上年."""
    keys = f"figures: {{{figures}}}\nlead: |\n  {text}\n"
    assert [one.code for one in found(all_hold, keys)] == codes


def test_figures_are_told_of_once() -> None:
    """The graver row before the one that adds to it; a 核对式 of the bureau's own before both."""
    figures = "figures: {立案: 3起, 处罚决定: 4件, 不予处罚: 1件}\n"
    assert [one.code for one in found(all_hold, figures)] == ["W416"]
    assert found(all_hold, figures + "assertions: [处罚决定 <= 立案]") == []
    assert [one.code for one in found(all_hold, figures + "assertions: [不予处罚 <= 立案]")] == ["W416"]


def test_numbers_of_any_length_are_compared() -> None:
    """Exactly, where 28 digits would not tell them apart."""
    long = "1" * 40
    told = found(all_hold, f"figures: {{立案: {long}1起, 处罚决定: {long}2件}}")
    assert [one.code for one in told] == ["W416"]
    assert found(all_hold, f"figures: {{隐患: {long}3条, 整改隐患: {long}条, 整改率: 10.0%}}") == []
