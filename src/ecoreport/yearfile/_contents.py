"""What the parts of a year file are made of: figures, tables, items, sections, attachments."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from ecoreport.text.numbering import Numbering
from ecoreport.yearfile._types import (
    CODE,
    MANY,
    Amount,
    Cell,
    FigureName,
    Id,
    Ids,
    Line,
    Lines,
    PastAmount,
    Targets,
    Text,
)
from ecoreport.yearfile.fields import NextYear, Role, Words

KIND = "这一部分是哪一种：measures、shortcomings、leader_duties、next_year_plan 或 other"
ITEMS = "一条一个“- ”，每条写 title、text 等"
MOST_YEARS = 10  # of a chart
DEEPEST = 3  # levels of items below a section: （一） 1. （1）, GB/T 9704-2012 7.3.3
HEADING = Role(Words.HEADING, next_year=NextYear.ROLLED)
PARAGRAPHS = Role(Words.PARAGRAPHS, next_year=NextYear.REWRITTEN)
STRUCTURE = Role(holds=True)
APART = Role(compared=False)  # `diff` tells of it in a way of its own
_LINE = Role(Words.LINE)
_REFERENCE = Role(compared=False, refers=True)
_OF_LAST_YEAR = Role(next_year=NextYear.DROPPED)


class Frozen(BaseModel):
    """Strict, frozen, closed: unknown keys are errors and nothing is converted silently."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Figure(Frozen):
    """一个指标：数和单位照原样写，必要时注明来源和口径。"""

    quantity: Annotated[Amount, APART] = Field(
        alias="value", title="数值", description="数和单位，照报告里要印的样子写", examples=["80起"]
    )
    source: Text | None = Field(None, title="来源", description="数据来自哪个科室、台账或系统")
    note: Text | None = Field(None, title="说明", description="统计口径等，不印在报告里")
    previous: Annotated[PastAmount, _OF_LAST_YEAR] = Field(
        None, title="上年数", description="上年的数与上年报告不同，或没有上年的文件时才写", examples=["82起"]
    )
    restated: Annotated[Text | None, _OF_LAST_YEAR] = Field(
        None, title="调整理由", description="上年的数为什么与上年报告不同"
    )

    @property
    def value(self) -> Decimal | None:
        """The exact value with 万/亿 multiplied out; None for 不适用."""
        return self.quantity.value

    @property
    def unit(self) -> str:
        """The unit as typed, without 万/亿."""
        return self.quantity.unit

    def __str__(self) -> str:
        """Printed as typed."""
        return self.quantity.typed


class Table(Frozen):
    """一张表：表头和各行，单元格里也可以用 {{ 指标 }}。"""

    caption: Annotated[Line | None, HEADING] = Field(None, title="表题", description="印在表的上方")
    header: Annotated[tuple[Cell, ...], HEADING] = Field(title="表头", description="各栏的名称", min_length=1)
    rows: Annotated[tuple[tuple[Cell, ...], ...], _LINE] = Field(
        title="各行", description="一行一个列表，格数与表头相同", min_length=1
    )
    note: Annotated[Line | None, _LINE] = Field(None, title="表注", description="印在表的下方")

    @model_validator(mode="after")
    def _same_width(self) -> "Table":
        wrong = tuple((at, len(row)) for at, row in enumerate(self.rows) if len(row) != len(self.header))
        if wrong:
            context = {"loc": ("rows", wrong[0][0]), "rows": wrong, "columns": len(self.header)}
            raise PydanticCustomError("table_width", "{rows} {columns}", context)
        return self


class Content(Frozen):
    """What sections, items and attachments share: text, a table, numbered items below."""

    text: Annotated[Text | None, PARAGRAPHS] = Field(
        None, title="正文", description="空一行分段；同一段内换行会接起来，建议一句一行"
    )
    table: Annotated[Table | None, STRUCTURE] = Field(None, title="表格", description="印在正文之后、下级条目之前")
    numbering: Numbering = Field("auto", title="下级编号", description="下级条目用哪种编号；auto 按层次自动编")
    continued: bool = Field(default=False, title="编号接续", description="true：编号接着上一处同样式的编号往下编")
    run_in: bool = Field(default=False, title="标题接排", description="true：下级标题后接排正文，“（一）标题。正文”")
    items: Annotated[tuple["Item", ...], STRUCTURE] = Field((), title="条目", description=ITEMS)


class Item(Content):
    """一个条目：标题、正文，可再分下级（最多四层）。"""

    id: Annotated[Id | None, APART] = Field(
        None, title="编号", description="给别处引用的名字，如 study；每年不变，便于对照"
    )
    title: Annotated[Line | None, HEADING] = Field(
        None, title="标题", description="不写序号，序号自动编；不写标题就是一段正文"
    )
    numbered: bool | None = Field(
        None, title="是否编号", description="不写时有标题的编号、无标题的不编号；只有一条的，写 false 就不印“（一）”"
    )


class Measure(Item):
    """主要举措和成效的一条。"""

    carries_out: Annotated[Ids, _REFERENCE] = Field(
        (), title="落实的上年安排", description="上年 next_year_plan 里的 id"
    )


class Shortcoming(Item):
    """不足和原因的一条。"""

    problem: Annotated[Line | None, _LINE] = Field(None, title="问题", description="正文里可用 {{ 问题 }} 引用")
    cause: Annotated[Line | None, _LINE] = Field(None, title="原因", description="正文里可用 {{ 原因 }} 引用")


class Duty(Item):
    """主要负责人履行推进法治建设第一责任人职责的一条。"""


class Plan(Item):
    """下一年度主要安排的一条。"""

    answers: Annotated[Ids, _REFERENCE] = Field((), title="回应的不足", description="本年 shortcomings 里的 id")
    target: Targets = Field(
        (),
        title="目标",
        description="第二年要对照的数或时限，不印；不写就从正文里读",
        examples=[["评查案卷不少于60卷"]],
    )


class Section(Content):
    """一个部分：标题、导语和条目。"""

    kind: Annotated[str, APART]
    title: Annotated[Line | None, HEADING] = Field(
        None, title="标题", description="不写序号；法定四部分不写标题就用通行的标题"
    )
    numbered: bool = Field(default=True, title="是否编号", description="false：标题前不编“一、”")
    title_run_in: bool = Field(
        default=False, title="本标题接排", description="true：这一部分的标题后接排正文，“一、标题。正文”"
    )


class Measures(Section):
    """主要举措和成效。"""

    kind: Annotated[Literal["measures"], APART] = Field("measures", title="种类", description=KIND)
    items: Annotated[tuple[Measure, ...], STRUCTURE] = Field((), title="条目", description=ITEMS)


class Shortcomings(Section):
    """存在的不足和原因。"""

    kind: Annotated[Literal["shortcomings"], APART] = Field("shortcomings", title="种类", description=KIND)
    items: Annotated[tuple[Shortcoming, ...], STRUCTURE] = Field((), title="条目", description=ITEMS)


class LeaderDuties(Section):
    """主要负责人履行推进法治建设第一责任人职责情况。"""

    kind: Annotated[Literal["leader_duties"], APART] = Field("leader_duties", title="种类", description=KIND)
    items: Annotated[tuple[Duty, ...], STRUCTURE] = Field((), title="条目", description=ITEMS)


class NextYearPlan(Section):
    """下一年度主要安排。"""

    kind: Annotated[Literal["next_year_plan"], APART] = Field("next_year_plan", title="种类", description=KIND)
    items: Annotated[tuple[Plan, ...], STRUCTURE] = Field((), title="条目", description=ITEMS)


class Other(Section):
    """其他需要报告的情况，或者法定四部分之外的部分。"""

    kind: Annotated[Literal["other"], APART] = Field("other", title="种类", description=KIND)
    title: Annotated[Line, HEADING] = Field(title="标题", description="不写序号")


AnySection = Measures | Shortcomings | LeaderDuties | NextYearPlan | Other


class Chart(Frozen):
    """一张图：几个指标历年的数，画成图，下面附数据表。"""

    title: Annotated[Line, HEADING] = Field(
        title="图题", description="不写“图”字和序号", examples=["近三年行政处罚案件数量"]
    )
    figures: Annotated[
        tuple[FigureName, ...],
        MANY,
    ] = Field(title="指标", description="画哪几个指标，最多4个；单位不同的分开画", min_length=1, max_length=4)
    years: int = Field(3, ge=2, le=MOST_YEARS, title="几年", description="连本年一共画几年，各年的数取自各年的文件")
    form: Literal["柱形图", "折线图"] = Field("柱形图", title="图形", description="看多少用柱形图，看升降用折线图")


class Attachment(Content):
    """一个附件：只写标题的，列在附件说明里；写了内容的，另起一页印出。"""

    title: Annotated[Line, HEADING] = Field(title="名称", description="不写“附件”二字和序号")
    charts: Annotated[tuple[Chart, ...], STRUCTURE] = Field(
        (), title="图", description="指标历年走势图，印在正文和表格之后"
    )


class Ignore(Frozen):
    """一处“不提示”：某个代码在某处是有意的，并说明理由。"""

    code: Annotated[str, StringConstraints(pattern=CODE)] = Field(
        title="代码", description="check 给出的代码，只能是4xx、5xx、6xx", examples=["W515"]
    )
    reason: Line = Field(title="理由", description="为什么这里是对的")
    at: Line | None = Field(None, title="在哪里", description="条目的 id、指标名称或键名；不写就是整个文件")


class Word(Frozen):
    """本单位自己的一条用词规定：哪些写法不用，改用什么，为什么。"""

    avoid: Lines = Field(title="不用的写法", description="一个，或者几个")
    reason: Line = Field(title="理由", description="为什么这样规定，会印在提示里")
    use: Line | None = Field(None, title="改用", description="规定的写法，会印在提示里", examples=["生态环境局"])
