"""The year file as frozen, strictly checked values; field titles and descriptions feed the JSON Schema."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from ecoreport.text.numbering import Numbering
from ecoreport.yearfile._types import (
    Amount,
    Cell,
    Date,
    FigureName,
    Id,
    Ids,
    Line,
    Lines,
    PastAmount,
    Text,
    TypedAmount,
    as_items,
    as_many,
    as_titled,
    as_valued,
)
from ecoreport.yearfile.fields import NextYear, Place, Printed, Role, Words

KIND = "这一部分是哪一种：measures、shortcomings、leader_duties、next_year_plan 或 other"
MOST_YEARS = 10  # of a chart
DEEPEST = 3  # levels of items below a section: （一） 1. （1）, GB/T 9704-2012 7.3.3

SENT_TO = Printed(Place.IMPRINT, "主送：", "，", "。")  # how addressees print that stand in the 版记, 7.4.2
_HEADING = Role(Words.HEADING, next_year=NextYear.ROLLED)
_LINE = Role(Words.LINE)
_PARAGRAPHS = Role(Words.PARAGRAPHS, next_year=NextYear.REWRITTEN)
_APART = Role(compared=False)  # `diff` tells of it in a way of its own
_REFERENCE = Role(compared=False, refers=True)
_STRUCTURE = Role(holds=True)
_OF_LAST_YEAR = Role(next_year=NextYear.DROPPED)


class Frozen(BaseModel):
    """Strict, frozen, closed: unknown keys are errors and nothing is converted silently."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Figure(Frozen):
    """一个指标：数和单位照原样写，必要时注明来源和口径。"""

    quantity: Annotated[Amount, _APART] = Field(
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

    caption: Annotated[Line | None, _HEADING] = Field(None, title="表题", description="印在表的上方")
    header: Annotated[tuple[Cell, ...], _HEADING] = Field(title="表头", description="各栏的名称", min_length=1)
    rows: Annotated[tuple[tuple[Cell, ...], ...], _LINE] = Field(
        title="各行", description="一行一个列表，格数与表头相同", min_length=1
    )
    note: Annotated[Line | None, _LINE] = Field(None, title="表注", description="印在表的下方")

    @model_validator(mode="after")
    def _same_width(self) -> "Table":
        for at, row in enumerate(self.rows):
            if len(row) != len(self.header):
                context = {"loc": ("rows", at), "cells": len(row), "columns": len(self.header)}
                raise PydanticCustomError("table_width", "{cells} {columns}", context)
        return self


class Content(Frozen):
    """What sections, items and attachments share: text, a table, numbered items below."""

    text: Annotated[Text | None, _PARAGRAPHS] = Field(
        None, title="正文", description="空一行分段；同一段内换行会接起来，建议一句一行"
    )
    table: Annotated[Table | None, _STRUCTURE] = Field(None, title="表格", description="印在正文之后、下级条目之前")
    numbering: Numbering = Field("auto", title="下级编号", description="下级条目用哪种编号；auto 按层次自动编")
    continued: bool = Field(default=False, title="编号接续", description="true：编号接着上一处同样式的编号往下编")
    run_in: bool = Field(default=False, title="标题接排", description="true：下级标题后接排正文，“（一）标题。正文”")
    items: Annotated[tuple["Item", ...], _STRUCTURE] = Field(
        (), title="条目", description="一条一个“- ”，每条写 title、text 等"
    )


class Item(Content):
    """一个条目：标题、正文，可再分下级（最多四层）。"""

    id: Annotated[Id | None, _APART] = Field(
        None, title="编号", description="给别处引用的名字，如 study；每年不变，便于对照"
    )
    title: Annotated[Line | None, _HEADING] = Field(
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


class Section(Content):
    """一个部分：标题、导语和条目。"""

    kind: Annotated[str, _APART]
    title: Annotated[Line | None, _HEADING] = Field(
        None, title="标题", description="不写序号；法定四部分不写标题就用通行的标题"
    )
    numbered: bool = Field(default=True, title="是否编号", description="false：标题前不编“一、”")


class Measures(Section):
    """主要举措和成效。"""

    kind: Annotated[Literal["measures"], _APART] = Field("measures", title="种类", description=KIND)
    items: Annotated[tuple[Measure, ...], _STRUCTURE] = Field(
        (), title="条目", description="一条一个“- ”，每条写 title、text 等"
    )


class Shortcomings(Section):
    """存在的不足和原因。"""

    kind: Annotated[Literal["shortcomings"], _APART] = Field("shortcomings", title="种类", description=KIND)
    items: Annotated[tuple[Shortcoming, ...], _STRUCTURE] = Field(
        (), title="条目", description="一条一个“- ”，每条写 title、text 等"
    )


class LeaderDuties(Section):
    """主要负责人履行推进法治建设第一责任人职责情况。"""

    kind: Annotated[Literal["leader_duties"], _APART] = Field("leader_duties", title="种类", description=KIND)
    items: Annotated[tuple[Duty, ...], _STRUCTURE] = Field(
        (), title="条目", description="一条一个“- ”，每条写 title、text 等"
    )


class NextYearPlan(Section):
    """下一年度主要安排。"""

    kind: Annotated[Literal["next_year_plan"], _APART] = Field("next_year_plan", title="种类", description=KIND)
    items: Annotated[tuple[Plan, ...], _STRUCTURE] = Field(
        (), title="条目", description="一条一个“- ”，每条写 title、text 等"
    )


class Other(Section):
    """其他需要报告的情况，或者法定四部分之外的部分。"""

    kind: Annotated[Literal["other"], _APART] = Field("other", title="种类", description=KIND)
    title: Annotated[Line, _HEADING] = Field(title="标题", description="不写序号")


AnySection = Measures | Shortcomings | LeaderDuties | NextYearPlan | Other


class Chart(Frozen):
    """一张图：几个指标历年的数，画成图，下面附数据表。"""

    title: Annotated[Line, _HEADING] = Field(
        title="图题", description="不写“图”字和序号", examples=["近三年行政处罚案件数量"]
    )
    figures: Annotated[
        tuple[FigureName, ...],
        BeforeValidator(as_many, json_schema_input_type=FigureName | tuple[FigureName, ...]),
    ] = Field(title="指标", description="画哪几个指标，最多4个；单位不同的分开画", min_length=1, max_length=4)
    years: int = Field(3, ge=2, le=MOST_YEARS, title="几年", description="连本年一共画几年，各年的数取自各年的文件")
    form: Literal["柱形图", "折线图"] = Field("柱形图", title="图形", description="看多少用柱形图，看升降用折线图")


class Attachment(Content):
    """一个附件：只写标题的，列在附件说明里；写了内容的，另起一页印出。"""

    title: Annotated[Line, _HEADING] = Field(title="名称", description="不写“附件”二字和序号")
    charts: Annotated[tuple[Chart, ...], _STRUCTURE] = Field(
        (), title="图", description="指标历年走势图，印在正文和表格之后"
    )


def _section(model: type[Section], title: str) -> Any:  # noqa: ANN401 - a pydantic annotation
    listed: Any = model.model_fields["items"].annotation
    form = BeforeValidator(as_items, json_schema_input_type=model | listed)
    description = "一条一个“- ”；要写标题、导语或表格，就写成 title、text、items"
    return Annotated[model | None, form, _STRUCTURE, Field(title=title, description=description)]


class Ignore(Frozen):
    """一处“不提示”：某个代码在某处是有意的，并说明理由。"""

    code: Annotated[str, StringConstraints(pattern=r"^[EWH][0-9]{3}$")] = Field(
        title="代码", description="check 给出的代码，只能是4xx、5xx、6xx", examples=["W515"]
    )
    reason: Line = Field(title="理由", description="为什么这里是对的")
    at: Line | None = Field(None, title="在哪里", description="条目的 id、指标名称或键名；不写就是整个文件")


class Report(Frozen):
    """一个部门一年的法治政府建设情况报告。"""

    year: Annotated[int, _APART] = Field(
        ge=1949, le=2999, title="报告年度", description="报告哪一年的情况，与文件名一致", examples=[2023]
    )
    issuer: Annotated[Line, Role(line=Printed(Place.BODY))] = Field(
        title="发文机关", description="全称或规范化简称，也用于落款", examples=["示例区生态环境局"]
    )
    title: Annotated[Text | None, _HEADING] = Field(
        None, title="标题", description="不写就用“某局某年法治政府建设情况报告”；写几行就按几行排"
    )
    date: Annotated[Date | None, Role(line=Printed(Place.BODY, dated=True), next_year=NextYear.ASKED)] = Field(
        None, title="成文日期", description="2024-01-20 或 2024年1月20日"
    )
    addressees: Annotated[Lines, Role(line=Printed(Place.BODY, between="、", after="："))] = Field(
        (), title="主送机关", description="可以不写；几个机关写成列表", examples=[["区委", "区政府"]]
    )
    addressees_in_imprint: bool = Field(
        default=False, title="主送移到版记", description="true：主送机关太多，首页排不下正文，改印在版记里"
    )
    number: Annotated[Line | None, Role(line=Printed(Place.HEAD), next_year=NextYear.ASKED)] = Field(
        None, title="发文字号", description="写了就印红头", examples=["示环〔2024〕1号"]
    )
    signer: Annotated[Line | None, Role(line=Printed(Place.HEAD, "签发人："))] = Field(
        None, title="签发人", description="上行文才写"
    )
    red_head: Annotated[Line | Literal[False] | None, Role(line=Printed(Place.HEAD))] = Field(
        None, title="发文机关标志", description="有发文字号时默认为“发文机关＋文件”；false：不印"
    )
    signed: bool = Field(default=True, title="署名", description="false：落款不印发文机关")
    seal: bool = Field(default=False, title="盖章", description="true：落款按加盖印章的位置排")
    lead: Annotated[Text | None, _PARAGRAPHS] = Field(None, title="导语", description="正文开头的一段或几段")
    figures: Annotated[
        Mapping[FigureName, Annotated[Figure, BeforeValidator(as_valued, json_schema_input_type=Figure | TypedAmount)]],
        _STRUCTURE,
    ] = Field(default_factory=dict, title="指标", description="每个数只在这里写一次，正文用 {{ 名称 }} 引用")
    assertions: Annotated[tuple[Line, ...], _APART] = Field(
        (), title="核对式", description="每次检查都要成立的数字关系", examples=[["处罚决定 == 公示处罚信息"]]
    )
    measures: _section(Measures, "主要举措和成效") = None  # type: ignore[valid-type]
    shortcomings: _section(Shortcomings, "不足和原因") = None  # type: ignore[valid-type]
    leader_duties: _section(LeaderDuties, "第一责任人职责") = None  # type: ignore[valid-type]
    next_year_plan: _section(NextYearPlan, "下一年度主要安排") = None  # type: ignore[valid-type]
    sections: Annotated[tuple[Annotated[AnySection, Field(discriminator="kind")], ...], _STRUCTURE] = Field(
        (), title="各部分", description="四个部分要换顺序、分几块或另加部分时用它，代替上面四个键"
    )
    annotation: Annotated[Line | None, Role(Words.LINE, Printed(Place.BODY, "（", after="）"))] = Field(
        None, title="附注", description="印在成文日期下方，不写括号"
    )
    attachments: Annotated[
        tuple[Annotated[Attachment, BeforeValidator(as_titled, json_schema_input_type=Attachment | str)], ...],
        _STRUCTURE,
    ] = Field((), title="附件", description="只有名称的写一行；要印内容的写 title 和 text")
    cc: Annotated[Lines, Role(line=Printed(Place.IMPRINT, "抄送：", "，", "。"))] = Field(
        (), title="抄送机关", description="写了就印版记"
    )
    printer: Annotated[Line | None, Role(line=Printed(Place.IMPRINT))] = Field(
        None, title="印发机关", description="有版记时默认为发文机关"
    )
    print_date: Annotated[
        Date | None, Role(line=Printed(Place.IMPRINT, after="印发", dated=True), next_year=NextYear.DROPPED)
    ] = Field(None, title="印发日期", description="写了就印版记；只写 cc 时默认为成文日期")
    ignore: Annotated[tuple[Ignore, ...], _STRUCTURE] = Field(
        (), title="不提示", description="有意这样写的地方，写明代码和理由"
    )
    layout: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")] = Field(
        "gbt9704", title="版式", description="版式文件的名字，见 layouts/"
    )


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - an annotation is any type's spelling
    """The models that an annotation names, however wrapped, without those inside them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def models_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model, and those in it at any depth."""
    queue, seen = [model], {model}
    while queue:
        yield (one := queue.pop())
        below = {inner for field in one.model_fields.values() for inner in models_in(field.annotation)} - seen
        queue.extend(below)
        seen |= below


@cache
def field_names(model: type[BaseModel]) -> frozenset[str]:
    """Every key that the model and the models in it know."""
    return frozenset(field.alias or name for one in models_of(model) for name, field in one.model_fields.items())
