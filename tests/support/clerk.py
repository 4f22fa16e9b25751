"""What a clerk does to a filled-in year file with everything in it, tests/cases/clerk.yaml: one slip a row."""

from typing import NamedTuple

from support import ROOT

SOUND = (ROOT / "tests" / "cases" / "clerk.yaml").read_text("utf-8")
_STUDY = "把学习宣传贯彻习近平法治思想作为首要政治任务"
_SUM = '        - [合计, "{{ 行政检查 }}"]'
_FIGURE = "党组学法: {value: 12次, source: 办公室}"


class Slipped(NamedTuple):
    """The first `old` of the file has become `new`; `again`: the mend, followed to the letter, gives the old report."""

    name: str
    old: str
    new: str
    again: bool = True

    @property
    def text(self) -> str:
        """The file then."""
        assert self.old in SOUND, self.name
        return SOUND.replace(self.old, self.new, 1)


def _without(name: str, line: str, following: str, *, again: bool = True) -> Slipped:
    """The line is not there; the one that follows tells which of several it is."""
    return Slipped(name, f"{line}\n{following}", following, again)


SLIPPED = (
    # Lines that are missing.
    _without("少了text那一行", "    text: |", f"      {_STUDY}"),
    _without("少了text那一行，正文分段", "    text: |", "      全面落实"),
    _without("少了下级的text那一行", "        text: |", "          办理行政许可"),
    _without("少了计划的text那一行", "    text: |", "      建立统一"),
    _without("少了举措的第一行", "  - id: study", "    title: 坚持"),
    _without("少了不足的第一行", "  - id: archive", "    problem: 案卷"),
    _without("少了计划的第一行", "  - id: plan2026-1", "    title: 规范"),
    _without("少了下级的第一行", "      - id: permit", "        title: 深化"),
    _without("少了第二条的第一行", "  - id: talent", "    problem: 法制", again=False),
    _without("少了items那一行", "    items:", "      - id: permit"),
    _without("少了rows那一行", "      rows:", "        - [道路客运"),
    _without("少了measures那一行", "measures:", "  - id: study"),
    _without("少了shortcomings那一行", "shortcomings:", "  - id: archive"),
    _without("少了next_year_plan那一行", "next_year_plan:", "  - id: plan2026-1"),
    _without("少了assertions那一行", "assertions:", "  - 行政处罚"),
    _without("少了figures那一行", "figures:", "  党组学法"),
    Slipped(
        "少了唯一一条不足的第一行",
        "  - id: archive\n    problem: 案卷归档不够规范\n    cause: 台账分散在各中队，没有专人管\n  - id: talent\n",
        "",
        again=False,
    ),
    Slipped("第一条的减号写成空格", "  - id: archive", "    id: archive"),
    Slipped("表格后面的一条多缩进", "  - id: disputes", "    - id: disputes"),
    # Keys of the outermost level.
    *(
        Slipped(f"{key}前面有{len(blanks)}个空格", f"\n{key}:", f"\n{blanks}{key}:")
        for key in ("year", "date", "figures", "assertions", "measures", "shortcomings", "next_year_plan")
        for blanks in (" ", "  ")
    ),
    Slipped("shortcomings前面有4个空格", "\nshortcomings:", "\n    shortcomings:"),
    # Another sign for the colon.
    Slipped("分号加空格", "issuer: ", "issuer; "),
    Slipped("全角分号", "issuer: ", "issuer；"),
    Slipped("半角分号", "date: ", "date;"),
    Slipped("小分号", "issuer: ", "issuer﹔"),
    Slipped("比号", "issuer: ", "issuer∶"),
    Slipped("竖排的冒号", "issuer: ", "issuer︰"),
    Slipped("等号", "issuer: ", "issuer = "),
    Slipped("条目里的全角分号", "cause: 台账", "cause；台账"),
    Slipped("列表项里的全角分号", "- id: study", "- id；study"),
    Slipped("正文的全角分号", f"text: |\n      {_STUDY}", f"text；|\n      {_STUDY}"),
    Slipped("正文后面的全角分号", "answers: [archive]", "answers；[archive]"),
    Slipped("只有键，全角分号", "measures:", "measures；"),
    Slipped("指标名称后面的分号", "党组学法: {", "党组学法; {"),
    Slipped("指标名称后面的全角分号", "党组学法: {", "党组学法；{"),
    Slipped("指标名称后面的等号", "党组学法: {", "党组学法 = {"),
    Slipped("花括号里的全角分号", "{value: 12次", "{value；12次", again=False),
    # Braces and references.
    Slipped("花括号是全角的", _FIGURE, "党组学法: ｛value: 12次, source: 办公室｝"),
    Slipped("花括号和冒号逗号都是全角的", _FIGURE, "党组学法: ｛value：12次，source：办公室｝"),
    Slipped("花括号写成圆括号", _FIGURE, "党组学法: （value: 12次, source: 办公室）"),
    Slipped("花括号写成方括号", _FIGURE, "党组学法: [value: 12次, source: 办公室]"),
    Slipped("右花括号漏了", _FIGURE, _FIGURE[:-1]),
    Slipped("算式里的括号是全角的", "占比(案卷评查)", "占比（案卷评查）"),
    Slipped("算式里的竖线和括号是全角的", "| 占比(案卷评查)", "｜ 占比（案卷评查）"),
    Slipped("引用少了一个右花括号", "{{ 行政许可 }}，", "{{ 行政许可 }，"),
    Slipped("引用没有右花括号", "{{ 行政许可 }}，", "{{ 行政许可，"),
    Slipped("引用的右花括号是全角的", "{{ 普法活动 }}。", "{{ 普法活动 ｝｝。"),
    Slipped("引用少了一个右花括号，在段末", "占比(案卷评查) }}。", "占比(案卷评查) }。"),
    # Rows of a table.
    Slipped("表格里的千位逗号", _SUM, "        - [合计, 1,097家次]", again=False),
    Slipped("表格里多了一格", _SUM, "        - [合计, 共计, 1097家次]", again=False),
    Slipped("表格里的全角逗号", _SUM, _SUM.replace(", ", "，")),
    Slipped("表格里的顿号", _SUM, _SUM.replace(", ", "、")),
    Slipped("表格的一行没有减号", _SUM, _SUM.replace("- ", "")),
    Slipped("表格的第一行没有减号", "- [道路客运", "[道路客运"),
    Slipped("表格的第一行的减号写成空格", "- [道路客运", "  [道路客运"),
    Slipped("表格的一行多缩进", '- [道路货运企业, "{{ 检查货运', '    - [道路货运企业, "{{ 检查货运'),
    Slipped("表格的一行少缩进", '    - [道路货运企业, "{{ 检查货运', '- [道路货运企业, "{{ 检查货运'),
    Slipped("表格的第一行少缩进", '    - [道路客运企业, "{{ 检查客运', '- [道路客运企业, "{{ 检查客运'),
    Slipped("表格的一行减号后没有空格", _SUM, _SUM.replace("- ", "-")),
    Slipped("表格里引用指标没有引号", _SUM, _SUM.replace('"', "")),
    Slipped("表格的一行没有方括号", _SUM, "        - 合计, 1097家次", again=False),
    # Quotes, bars, bullets.
    Slipped("标题开头有英文引号", "title: 深化“放管服”改革", 'title: "放管服"改革深化', again=False),
    Slipped("标题开头有单引号", "title: 深化“放管服”改革", "title: '放管服'改革深化", again=False),
    Slipped("竖线后面接着写正文", "text: |\n      建立", "text: | 建立", again=False),
    Slipped("全角竖线后面接着写正文", "text: |\n      建立", "text: ｜ 建立", again=False),
    *(Slipped(f"减号写成{mark}", "- id: talent", f"{mark} id: talent") for mark in "•·●*+"),
    Slipped("第一条的减号写成•", "- id: archive", "• id: archive"),
    Slipped("唯一一条的减号写成•", "- text: |", "• text: |", again=False),
    Slipped("核对式的减号写成•", "  - 复议", "  • 复议"),
)
