"""Random reports, and an importer's and a template's view of them."""

from hypothesis import strategies as st

from ecoreport.problems.catalogue import catalogue
from ecoreport.project import Inputs
from ecoreport.report.inputs import Years

ALONE = Inputs(Years({}))  # an importer's, where there is no project


# What an importer could take for something else stands among plain words.
WORDS = st.sampled_from(
    [
        *(
            "依法行政",
            "立案12起",
            "罚款169.9万余元",
            "《甲》",
            "“乙”",
            "第十四届",
            "12345热线",
            "2024年",
            "PM2.5",
            "１",
            "A b",
        ),
        *(
            "，",
            "、",
            "；",
            "：",
            "。",
            "！",
            "（",
            "）",
            "*",
            "#",
            "|",
            "<b>",
            "&",
            "\\",
            "{{",
            "}}",
            "'",
            '"',
            " ",
            "　",
            "-",
        ),
        *(
            "一、",
            "（一）",
            "1.",
            "（1）",
            "一是",
            "第一，",
            "①",
            "附件：",
            "附件1",
            "抄送：",
            "因",
            "主要原因是",
        ),
        *("示例区局", "2025年1月20日", "印发", "报告", "区委：", "示环〔2024〕1号", "𠮷", "é", "\u200b"),
    ]
)


LINE = (
    st.lists(WORDS, min_size=1, max_size=8)
    .map(lambda parts: "".join(parts).strip(" 　"))
    .filter(lambda t: bool(t.split()))
)


TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n\n".join)


MEANT = [code for code in catalogue() if code[0] == "E" and code[1] in "456"]


NUMBERINGS = st.sampled_from(["auto", "（一）", "1.", "（1）", "一是", "第一，", "①", "none"])


def content(deeper: st.SearchStrategy[dict[str, object]] | None) -> dict[str, st.SearchStrategy[object]]:
    """The optional keys of sections, items and attachments."""
    table = st.fixed_dictionaries(
        {"header": st.tuples(LINE, LINE), "rows": st.lists(st.tuples(LINE, LINE), min_size=1, max_size=2)}
    )
    keys: dict[str, st.SearchStrategy[object]] = {"text": TEXT, "table": table}
    if deeper is not None:
        keys |= {
            "items": st.lists(deeper, max_size=3),
            "numbering": NUMBERINGS,
            "run_in": st.booleans(),
            "continued": st.booleans(),
        }
    return keys


def item(deeper: st.SearchStrategy[dict[str, object]] | None) -> st.SearchStrategy[dict[str, object]]:
    """An item with a title or a text, or both."""
    optional = {**content(deeper), "title": LINE, "numbered": st.booleans()}
    return st.fixed_dictionaries({}, optional=optional).filter(lambda one: "text" in one or "title" in one)


ITEM = item(item(None))


SECTION = st.fixed_dictionaries(
    {"kind": st.sampled_from(["measures", "shortcomings", "leader_duties", "next_year_plan", "other"]), "title": LINE},
    optional={**content(ITEM), "numbered": st.booleans(), "title_run_in": st.booleans()},
)


FIGURES = {"立案": {"value": "3起", "previous": "2起"}, "合格率": "92.5%", "罚款": "169.9万余元", "许可": "不适用"}


CHART = st.fixed_dictionaries(
    {"title": LINE, "figures": st.lists(st.sampled_from(list(FIGURES)), min_size=1, max_size=4)},
    optional={"years": st.integers(2, 10), "form": st.sampled_from(["柱形图", "折线图"])},
)


LONG_TITLE = st.just("示例区生态环境局2024年行政执法统计年报及有关说明材料汇编和各单位分项统计情况对照表")
ATTACHMENT = st.fixed_dictionaries(
    {"title": LINE | LONG_TITLE}, optional={**content(None), "charts": st.lists(CHART, min_size=1, max_size=2)}
)


REPORT = st.fixed_dictionaries(
    {
        "year": st.just(2024),
        "issuer": st.just("示例区生态环境局"),
        "sections": st.lists(SECTION, min_size=1, max_size=4),
        "ignore": st.just([{"code": code, "reason": "随意的文字"} for code in MEANT]),
        "figures": st.just(FIGURES),
    },
    optional={
        "date": st.just("2025-01-20"),
        "addressees": st.lists(st.sampled_from(["区委", "区政府"]), min_size=1, max_size=2),
        "lead": TEXT,
        "copy_number": st.sampled_from(["000001", "10000001"]),
        "secrecy": st.sampled_from(["秘密", "机密★1年", "绝密★长期"]),
        "urgency": st.sampled_from(["特急", "加急"]),
        "number": st.just("示环〔2025〕1号"),
        "signer": st.sampled_from(["示例", "张　三", ["示例甲", "示例"], ["示例", "示例甲", "李四"], ["甲一"] * 5]),
        "signed": st.booleans(),
        "annotation": st.sampled_from(["联系人：示例", "联系人：示例\n此件公开发布"]),
        "attachments": st.lists(ATTACHMENT, min_size=1, max_size=3),
        "addressees_in_imprint": st.booleans(),
        "cc": st.just(["区司法局"]),
        "print_date": st.just("2025-01-21"),
    },
)
