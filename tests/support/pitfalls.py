"""What clerks type and YAML misreads (robustness.md 1.4): a name, what is typed, whether it is the whole file."""

from typing import NamedTuple


class Typed(NamedTuple):
    """Keys that stand in for those of a sound file or, where `whole`, all of it."""

    name: str
    text: str | bytes
    whole: bool = False
    shown: str = ""


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
    Typed("空行里有制表符", "lead: 甲。\n\t\nseal: true\n"),
    Typed("空行里有全角空格", "lead: 甲。\n\u3000\nseal: true\n"),
    Typed(
        "核对式前面是圆点",
        "figures: {甲: 1起, 乙: 1起}\nassertions:\n  • 甲 == 乙\n  • 甲 <= 乙\nlead: 有{{ 甲 }}、{{ 乙 }}。\n",
    ),
    Typed("键用了大写", "measures:\n  - {ID: one, Title: 依法决策, text: 规范决策。}\n"),
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

# A form as `ecoreport init` writes it, filled in and short.
FILLED = """\
# 示例县教育局2025年法治政府建设情况报告
year: 2025
issuer: 示例县教育局
date: 2026-01-20          # 成文日期，如 2026-01-20
addressees: [县委, 县政府]    # 主送机关，如 [区委, 区政府]

# 导语：一句一行，空一行另起一段
lead: |
  2025年，示例县教育局推进法治政府建设。
  现将情况报告如下：

# 指标：每个数只在这里写一次
figures:
  党组学法: {value: 12次, source: 办公室}                # 如 12次
  行政许可: {value: 93件, source: 审批科, note: 含延续、变更}    # 如 93件
  行政检查: {value: 1046家次, source: 执法队伍}          # 如 1097家次
  普法活动: {value: 31场, source: 法制科}                # 如 27场

# 一、主要举措和成效：序号由程序编，标题里不写。
measures:
  - id: study
    title: 坚持以习近平法治思想引领法治建设
    text: |
      党组集中学法{{ 党组学法 }}。
      办理行政许可{{ 行政许可 }}，实施行政检查{{ 行政检查 }}。

  - id: publicity
    title: 落实普法责任制
    text: |
      开展普法活动{{ 普法活动 }}。

# 二、不足和原因：写实，一条一个不足。
shortcomings:
  - id: gap
    problem: 案卷归档不够规范          # 如 案卷归档不够规范
    cause: 台账分散在各中队            # 如 没有专人管

# 三、主要负责人履行推进法治建设第一责任人职责情况
leader_duties:
  - text: |
      主要负责人履行推进法治建设第一责任人职责，听取汇报。

# 四、2026年的主要安排
next_year_plan:
  - id: plan2026-1
    title: 规范案卷管理            # 如 规范案卷管理
    text: |
      逐卷核对案卷。
    answers: [gap]
"""
FIGURE = "  党组学法: {value: 12次, source: 办公室}  "
BLOCK = "      办理行政许可{{ 行政许可 }}"


def _slipped(name: str, old: str, new: str, *more: tuple[str, str]) -> Typed:
    """The form in which the first `old` has become `new`."""
    text = FILLED
    for before, after in ((old, new), *more):
        assert before in text, name
        text = text.replace(before, after, 1)
    return Typed(name, text, whole=True, shown=f"{old} → {new}")


SLIPS = (
    Typed("填好的表", FILLED, whole=True, shown=""),
    # In braces and brackets.
    _slipped("花括号里的千位逗号", "value: 1046家次", "value: 1,046家次"),
    _slipped("花括号里两个千位逗号", "value: 1046家次", "value: 1,046,500家次"),
    _slipped("花括号里的千位逗号后有空格", "value: 1046家次", "value: 1, 046家次"),
    _slipped("花括号里全角的千位逗号", "value: 1046家次", "value: 1，046家次"),
    _slipped("短指标的千位逗号", "{value: 1046家次, source: 执法队伍}", "1,046家次"),
    _slipped("说明里的半角逗号", "含延续、变更", "含延续, 变更"),
    _slipped("说明里的半角逗号，在中间", "source: 审批科, note", "source: 审批科, 法制科, note"),
    _slipped("说明里的半角逗号，没有空格", "含延续、变更", "含延续,变更"),
    _slipped("说明里的半角冒号", "含延续、变更", "口径: 含延续"),
    _slipped("说明里的左方括号", "含延续、变更", "[含延续"),
    _slipped("说明里的方括号", "含延续、变更", "[含延续]变更"),
    _slipped("说明里的右方括号", "含延续、变更", "含延续]"),
    _slipped("说明里的引号后面还有字", "含延续、变更", '"含延续"变更'),
    _slipped("说明里的引号没有结尾", "含延续、变更", '"含延续、变更'),
    _slipped("说明以@开头", "含延续、变更", "@含延续"),
    _slipped("指标多缩进", FIGURE, f"  {FIGURE}"),
    _slipped("第二个指标多缩进", "  行政许可: {", "    行政许可: {"),
    _slipped("第一个指标没有缩进", FIGURE, FIGURE[2:]),
    _slipped("指标没有缩进", "  行政许可: {", "行政许可: {"),
    _slipped("最后一个指标没有缩进", "  普法活动: {", "普法活动: {"),
    _slipped(
        "指标都没有缩进",
        "  党组学法: {",
        "党组学法: {",
        ("  行政许可: {", "行政许可: {"),
        ("  行政检查: {", "行政检查: {"),
        ("  普法活动: {", "普法活动: {"),
    ),
    _slipped("方括号没有写完", "[县委, 县政府]", "[县委, 县政府"),
    _slipped("方括号没有写完，没有注释", "[县委, 县政府]    # 主送机关，如 [区委, 区政府]", "[县委, 县政府"),
    _slipped("方括号写成全角", "[县委, 县政府]", "[县委, 县政府］"),
    _slipped("左方括号写成全角", "[县委, 县政府]", "［县委, 县政府]"),
    _slipped("方括号写在下一行", "[县委, 县政府]    #", "[县委,\n  县政府]    #"),
    _slipped("最后一行的方括号没有写完", "answers: [gap]", "answers: [gap"),
    _slipped("花括号没有写完", "31场, source: 法制科}", "31场, source: 法制科"),
    _slipped("中间的花括号没有写完", "12次, source: 办公室}", "12次, source: 办公室"),
    _slipped("花括号写成全角", "31场, source: 法制科}", "31场, source: 法制科｝"),
    _slipped("花括号写成方括号", "31场, source: 法制科}", "31场, source: 法制科]"),
    _slipped("花括号多了一个", "31场, source: 法制科}", "31场, source: 法制科}}"),
    _slipped("左花括号漏了", "{value: 31场", "value: 31场"),
    _slipped("花括号里全角冒号", "{value: 12次", "{value：12次"),
    _slipped("花括号里冒号后没有空格", "{value: 12次", "{value:12次"),
    _slipped("花括号里的第二个冒号全角", "12次, source: 办公室", "12次, source：办公室"),
    _slipped("花括号里的第二个冒号后没有空格", "12次, source: 办公室", "12次, source:办公室"),
    _slipped("花括号里的逗号全角", "12次, source", "12次，source"),
    _slipped("花括号里的逗号是顿号", "12次, source", "12次、source"),
    _slipped("花括号里少了逗号", "12次, source", "12次 source"),
    _slipped("花括号里漏了value", "{value: 12次", "{12次"),
    _slipped("花括号里只有键", "{value: 12次", "{value: "),
    # Indents and lists.
    _slipped("正文第二行少缩进", BLOCK, BLOCK[2:]),
    _slipped("正文第二行没有缩进", BLOCK, BLOCK.lstrip()),
    _slipped("导语第二行没有缩进", "  现将情况", "现将情况"),
    _slipped("正文第二行少缩进一格", BLOCK, BLOCK[1:]),
    _slipped("正文第一行少缩进", "      开展普法", "    开展普法"),
    _slipped("漏了指标的名称", "  普法活动: {", "  {"),
    _slipped("漏了指标的名称，冒号还在", "  普法活动: {", "  : {"),
    _slipped("漏了键，冒号还在", "title: 落实普法", ": 落实普法"),
    _slipped("新的一条没有缩进", "  - id: publicity", "- id: publicity"),
    _slipped("新的一条多缩进", "  - id: publicity", "    - id: publicity"),
    _slipped("第一条多缩进", "  - id: study", "    - id: study"),
    _slipped("新的一条没有减号", "  - id: publicity", "  id: publicity"),
    _slipped("新的一条没有减号，对齐了", "  - id: publicity", "    id: publicity"),
    _slipped(
        "整条都没有缩进",
        "  - id: publicity\n    title: 落实普法责任制\n    text: |",
        "- id: publicity\n  title: 落实普法责任制\n  text: |",
    ),
    _slipped("列表项里的键少缩进", "    title: 落实普法", "  title: 落实普法"),
    _slipped("列表项里的键没有缩进", "    title: 落实普法", "title: 落实普法"),
    _slipped("列表项里的键多缩进", "    title: 落实普法", "      title: 落实普法"),
    _slipped("双引号没有结尾", "title: 落实普法责任制", 'title: "落实普法责任制'),
    _slipped("双引号结尾是中文的", "title: 落实普法责任制", 'title: "落实普法责任制”'),
    _slipped("单引号没有结尾", "title: 落实普法责任制", "title: '落实普法责任制"),
    _slipped("漏了竖线", "text: |\n      开展普法", "text:\n      开展普法"),
    _slipped("漏了键的冒号", "title: 落实普法", "title 落实普法"),
    _slipped("漏了figures的冒号", "figures:", "figures"),
    # Tabs and wide blanks.
    _slipped("指标前是制表符", FIGURE, f"\t{FIGURE.lstrip()}"),
    _slipped("键前是制表符", "    title: 落实普法", "\ttitle: 落实普法"),
    _slipped("键前是两个制表符", "    title: 落实普法", "\t\ttitle: 落实普法"),
    _slipped("正文前是制表符", BLOCK, f"\t{BLOCK.lstrip()}"),
    _slipped("正文第一行前是制表符", "      开展普法", "\t开展普法"),
    _slipped("列表项前是制表符", "  - id: publicity", "\t- id: publicity"),
    _slipped("最外层前是制表符", "shortcomings:", "\tshortcomings:"),
    _slipped("指标前是全角空格", FIGURE, f"\u3000{FIGURE.lstrip()}"),
    _slipped("键前是全角空格", "    title: 落实普法", "\u3000\u3000title: 落实普法"),
    _slipped("列表项前是全角空格", "  - id: publicity", "\u3000- id: publicity"),
    _slipped("正文前是全角空格", BLOCK, f"\u3000\u3000{BLOCK.lstrip()}"),
    # Lines deleted, and what a comment's mark holds back.
    _slipped("删掉了一条的id那一行", "  - id: publicity\n", ""),
    _slipped("删掉了一条的id和标题", "  - id: publicity\n    title: 落实普法责任制\n", ""),
    _slipped("标题前的井号丢了", "# 二、不足和原因：写实", "二、不足和原因：写实"),
    _slipped("标题前的井号丢了，没有冒号", "# 三、主要负责人", "三、主要负责人"),
    _slipped("导语前的井号丢了", "# 导语：一句", "导语：一句"),
    _slipped("注释的井号后没有空格", "# 二、不足", "#二、不足"),
    _slipped("键后全角冒号，行末有注释", "    cause: 台账", "    cause：台账"),
    _slipped("键后没有空格，行末有注释", "    cause: 台账", "    cause:台账"),
    # Keys and values.
    _slipped("键写成中文", "issuer: 示例县教育局", "issuer: 示例县教育局\n标题: 报告"),
    _slipped("抄送写成中文", "issuer: 示例县教育局", "issuer: 示例县教育局\n抄送: 县司法局"),
    _slipped("成文日期写成中文", "date: ", "成文日期: "),
    _slipped("年度写成中文", "year: 2025", "年度: 2025"),
    _slipped("标题写成中文，在条目里", "    title: 落实普法", "    标题: 落实普法"),
    _slipped("指标的来源写成中文", "12次, source: 办公室", "12次, 来源: 办公室"),
    _slipped("部分写成中文", "shortcomings:", "存在不足和原因:"),
    _slipped("键写成中文，无此一项", "issuer: 示例县教育局", "issuer: 示例县教育局\n天气: 晴"),
    _slipped("没有年度", "year: 2025\n", ""),
    _slipped("没有发文机关", "issuer: 示例县教育局\n", ""),
    _slipped("没有表头", "    title: 落实普法责任制\n", "    title: 落实普法责任制\n    table: {rows: [[甲]]}\n"),
    _slipped("指标没有数", "{value: 31场, source", "{source"),
    _slipped("指标名称里有空格", "  普法活动: {", "  普法 活动: {"),
    _slipped("指标名称里有引号", "  普法活动: {", '  普法“活动"”: {'),
    _slipped("附件写成一行", "issuer: 示例县教育局", "issuer: 示例县教育局\nattachments: 指标表"),
    _slipped("核对式写成一行", "issuer: 示例县教育局", "issuer: 示例县教育局\nassertions: 普法活动 == 党组学法"),
    _slipped(
        "条目写成一行", "  - text: |\n      主要负责人履行推进法治建设第一责任人职责，听取汇报。\n", "  履行职责。\n"
    ),
    _slipped("编号里有空格", "id: publicity", "id: pub licity"),
    _slipped("年度写在中文引号里", "year: 2025", "year: “2025”"),
    _slipped("年度没有这么早", "year: 2025", "year: 225"),
    _slipped("引用里有全角竖线", "{{ 普法活动 }}", "{{ 普法活动｜人民币 }}"),
    _slipped("引用上年没有的数", "{{ 普法活动 }}", "{{ 普法活动 }}，上年{{ 普法活动.上年 }}"),
    Typed("只有空格", "   \n", whole=True),
)
