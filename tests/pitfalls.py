"""What clerks type and YAML misreads (robustness.md 1.4): a name, what is typed, whether it is the whole file."""

from typing import NamedTuple


class Typed(NamedTuple):
    """Keys that stand in for those of a sound file or, where `whole`, all of it."""

    name: str
    text: str | bytes
    whole: bool = False


def _figure(text: str) -> str:
    return f"figures: {{甲: {text}}}\nlead: 有{{{{ 甲 }}}}。\n"


_YEARS = ("2024年", "２０２４", "2,024", "2024.", "02024", "2_024", '"2024"', "2024.0", "是", "~", "")
_FIGURES = (
    *(
        "1、",
        "１２３",
        "1,000",
        "1 000",
        "100%",
        "1.2万",
        "1.",
        "010",
        "08",
        "0o10",
        "1_000",
        "12:30",
        "1e3",
        "3起#注释",
    ),
    *(".inf", ".nan", "0x1F", "0b101", "=", "无", "/", "—", "null", "", "13800000000", "9" * 20, "9" * 5000, "true"),
)
_DATES = (
    *("2025-01-31", "2025-1-31", "20250131", "2025年1月31日", "2025-02-30", "2025/1/31", "2025.1.31"),
    *("二〇二五年一月三十一日", "二〇二五年十二月十日", "1月31日"),
)
_SEALS = ("是", "否", "no", "yes", "on", "y", "True", "1")
_TWO = "figures:\n{0}甲: 3起\nlead: 有{{{{ 甲 }}}}。\n"

PITFALLS = (
    Typed("全角冒号，后面还有键", "title：甲\nlead: 乙。\n"),
    Typed("全角冒号，只有一行", "issuer：某局", whole=True),
    Typed("全角冒号，每一行", "year：2024\nissuer：某局\n", whole=True),
    Typed("全角冒号，花括号里", "figures: {甲：3起}\nlead: 甲。\n"),
    Typed("冒号后没有空格", "year:2024\nissuer: 某局\n", whole=True),
    Typed("冒号后没有空格，只有一行", "year:2024", whole=True),
    Typed("冒号后没有空格，花括号里", "figures: {甲:3起}\nlead: 甲。\n"),
    Typed("值里有全角冒号", "lead: 主题：甲。\n"),
    Typed("值里有半角冒号", "title: 标题: 内容\n"),
    Typed("全角空格缩进", _TWO.format("\u3000")),
    Typed("不间断空格缩进", _TWO.format("\u00a0\u00a0")),
    Typed("冒号后全角空格", "lead:\u3000甲。\n"),
    Typed("冒号后不间断空格", "lead:\u00a0甲。\n"),
    Typed("全角减号作列表", "addressees:\n  －区委\n  －区政府\n"),
    Typed("全角减号，一项", "addressees:\n  －区委\n"),
    Typed("破折号作列表", "addressees:\n  — 区委\n  — 区政府\n"),
    Typed("减号后没有空格", "addressees:\n  -区委\n  -区政府\n"),
    Typed("减号后没有空格，一项", "addressees:\n  -区委\n"),
    Typed("全角减号，后面是键", "measures:\n  － title: 甲\n    text: 乙。\n"),
    Typed("减号后没有空格，后面是键", "measures:\n  -title: 甲\n   text: 乙。\n"),
    Typed("制表符缩进", _TWO.format("\t")),
    Typed("空格加制表符缩进", _TWO.format("  \t")),
    Typed("冒号后制表符", "lead:\t甲。\n"),
    Typed("中文引号在文中", "lead: “甲”乙。\n"),
    Typed("中文引号括全部", "title: “甲”\n"),
    Typed("中文引号里有半角冒号", "title: “标题: 内容”\n"),
    Typed("英文引号后面还有字", 'lead: "《条例》"规定。\n'),
    Typed("单引号里有单引号", "lead: 'it's'\n"),
    Typed("双引号里有反斜线", 'lead: "C:\\Users"\n'),
    Typed("方括号里全角逗号", "addressees: [区委，区政府，区人大]\n"),
    Typed("花括号里全角逗号", "figures: {甲: 3起，乙: 4起}\nlead: 有{{ 甲 }}。\n"),
    Typed("方头括号", "addressees: 【区委】\n"),
    Typed("全角井号注释", "＃注释\nlead: 甲。\n"),
    Typed("井号前没有空格", "lead: 3#机组。\n"),
    Typed("空格加井号", "lead: 关于 #1 文件。\n"),
    *(Typed(f"年度写成{year}", f"year: {year}\n") for year in _YEARS),
    *(Typed(f"指标写成{figure[:40]}", _figure(figure)) for figure in _FIGURES),
    *(Typed(f"日期写成{date}", f"date: {date}\n") for date in _DATES),
    *(Typed(f"是否写成{seal}", f"seal: {seal}\n") for seal in _SEALS),
    Typed("键写成no", "no: 甲\n"),
    Typed("值以@开头", "lead: @甲\n"),
    Typed("值以%开头", "lead: %5\n"),
    Typed("值以`开头", "lead: `甲`\n"),
    Typed("值以*开头", "lead: *重点\n"),
    Typed("值以**开头", "lead: **重点**。\n"),
    Typed("值以!开头", "lead: !重要 甲\n"),
    Typed("值以>开头", "lead: >5件\n"),
    Typed("值以{{开头", "lead: {{ 甲 }}起。\n"),
    Typed("花括号里引用指标", "leader_duties: [{text: 检查{{ 甲 }}。}]\n"),
    Typed("列表项的花括号里引用指标", "leader_duties:\n  - {text: 检查{{ 甲 }}。}\n"),
    Typed("值以[开头", "number: [2025] 1号\n"),
    Typed("值以〔开头", "number: 示环〔2025〕1号\n"),
    Typed("值以｜开头", "lead: ｜\n  甲。\n"),
    Typed("花括号只有一个", "figures: {甲: 3起}\nlead: 有{ 甲 }和{{ 甲 }}。\n"),
    Typed("花括号是全角的", "figures: {甲: 3起}\nlead: 有｛｛甲｝｝和{{ 甲 }}。\n"),
    Typed("缩进多一格", "figures:\n  甲: 3起\n   乙: 4起\nlead: 有{{ 甲 }}。\n"),
    Typed("缩进少一格", "figures:\n  甲: 3起\n 乙: 4起\nlead: 有{{ 甲 }}。\n"),
    Typed("列表里缩进不齐", "measures:\n  - title: 甲\n   text: 乙。\n"),
    Typed("正文缩进少一格", "measures:\n  - title: 甲\n    text: |\n      甲。\n     乙。\n"),
    Typed("正文没有缩进", "measures:\n  - title: 甲\n    text: |\n    甲。\n"),
    Typed("最外层多一格", " lead: 甲。\n"),
    Typed("键重复", "lead: 甲。\nlead: 乙。\n"),
    Typed("锚点", "lead: &x 甲\n"),
    Typed("合并键", "figures:\n  <<: {a: 1起}\n"),
    Typed("两份文档", "year: 2024\n---\nyear: 2025\n", whole=True),
    Typed("标签", "lead: !!python/object:os.system 甲\n"),
    Typed("缺右双引号", 'lead: "甲。\nissuer: 某局\n'),
    Typed("缺右单引号", "lead: '甲。\nissuer: 某局\n"),
    Typed("键太长", "甲" * 1100 + ": 1\n"),
    Typed("文件在键名后断了", "issuer: 某局\nmeasures:\n  - id:"),
    Typed("空文件", "", whole=True),
    Typed("只有注释", "# 甲\n", whole=True),
    Typed("最外层是列表", "- 甲\n", whole=True),
    Typed("最外层是文字", "甲", whole=True),
    Typed("文件开头有BOM", "\ufeffyear: 2024\nissuer: 某局\n", whole=True),
    Typed("文件中间有BOM", "lead: 甲。\n\ufeffsigner: 乙\n"),
    Typed("UTF-16", "year: 2024\n".encode("utf-16"), whole=True),
    Typed("UTF-16，没有BOM", "year: 2024\n".encode("utf-16-le"), whole=True),
    Typed("GBK", "year: 2024\nissuer: 示例区局\n".encode("gbk"), whole=True),
    Typed("Latin-1", "year: 2024\nissuer: café\n".encode("latin-1"), whole=True),
    Typed("回车换行", "lead: 甲。\r\nsigner: 乙\r\n"),
    Typed("只有回车", "lead: 甲。\rsigner: 乙\r"),
    Typed("U+0085", "lead: 甲\x85  乙\n"),
    Typed("U+2028", "lead: 甲\u2028  乙\n"),
    Typed("纵向制表符", "lead: 甲\x0b乙\n"),
    Typed("空字符", "lead: 甲\0乙\n"),
    Typed("转义的空字符", 'lead: "\\0"\n'),
    Typed("转义的代理字符", 'lead: "\\ud800"\n'),
    Typed("键里有零宽字符", "le\u200bad: 甲。\n"),
    Typed("文字方向字符", "lead: 甲\u202e乙。\n"),
)
