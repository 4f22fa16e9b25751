"""The year file as frozen, strictly checked values; field titles and descriptions feed the JSON Schema.

A field is declared here, or in `_contents`, and nowhere else: with its role, which all others read (`fields`).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, Field, StringConstraints

from ecoreport.yearfile._contents import (
    APART,
    HEADING,
    MOST_YEARS,
    PARAGRAPHS,
    STRUCTURE,
    AnySection,
    Attachment,
    Chart,
    Content,
    Figure,
    Frozen,
    Ignore,
    Item,
    LeaderDuties,
    Measure,
    Measures,
    NextYearPlan,
    Other,
    Plan,
    Section,
    Shortcoming,
    Shortcomings,
    Table,
    Word,
)
from ecoreport.yearfile._forms import From, FromItems
from ecoreport.yearfile._types import (
    LAYOUT_NAME,
    VALUED,
    CopyNumber,
    Date,
    FigureName,
    Line,
    Lines,
    Names,
    Secrecy,
    Text,
    as_items,
    as_titled,
)
from ecoreport.yearfile.fields import NextYear, Place, Printed, Role, Words

__all__ = [
    "MOST_YEARS", "SENT_TO", "Attachment", "Chart", "Content", "Figure", "Frozen", "Ignore", "Item", "Measure",
    "Measures", "NextYearPlan", "Other", "Plan", "Report", "Section", "Shortcoming", "Table", "Word",
    "field_names", "models_in", "models_of",
]  # fmt: skip
SENT_TO = Printed(Place.IMPRINT, "主送：", "，", "。")  # how addressees print that stand in the 版记, 7.4.2


def _section(model: type[Section], title: str) -> Any:  # noqa: ANN401 - a pydantic annotation
    description = "一条一个“- ”；要写标题、导语或表格，就写成 title、text、items"
    return Annotated[model | None, FromItems(as_items), STRUCTURE, Field(title=title, description=description)]


class Report(Frozen):
    """一个部门一年的法治政府建设情况报告。"""

    year: Annotated[int, APART] = Field(
        ge=1949, le=2999, title="报告年度", description="报告哪一年的情况，与文件名一致", examples=[2023]
    )
    issuer: Annotated[Line, Role(line=Printed(Place.BODY))] = Field(
        title="发文机关", description="全称或规范化简称，也用于落款", examples=["示例区生态环境局"]
    )
    title: Annotated[Text | None, HEADING] = Field(
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
    copy_number: Annotated[
        CopyNumber | None, Role(line=Printed(Place.HEAD, telling=True), next_year=NextYear.ASKED)
    ] = Field(None, title="份号", description="印制份数的顺序号，涉密公文才写，印在左上角第一行", examples=["000001"])
    secrecy: Annotated[Secrecy | None, Role(line=Printed(Place.HEAD, telling=True))] = Field(
        None, title="密级和保密期限", description="涉密公文才写，印在左上角第二行", examples=["机密★1年"]
    )
    urgency: Annotated[
        Literal["特急", "加急"] | None,
        Role(line=Printed(Place.HEAD, telling=True), next_year=NextYear.DROPPED),
    ] = Field(None, title="紧急程度", description="紧急公文才写，印在左上角，份号、密级之下")
    number: Annotated[Line | None, Role(line=Printed(Place.HEAD), next_year=NextYear.ASKED)] = Field(
        None, title="发文字号", description="写了就印红头", examples=["示环〔2024〕1号"]
    )
    signer: Annotated[Names, Role(line=Printed(Place.HEAD, "签发人："))] = Field(
        (), title="签发人", description="上行文才写；几个人写成列表，一行印两个", examples=[["张三", "李四"]]
    )
    red_head: Annotated[Line | Literal[False] | None, Role(line=Printed(Place.HEAD))] = Field(
        None, title="发文机关标志", description="有发文字号时默认为“发文机关＋文件”；false：不印"
    )
    signed: bool = Field(default=True, title="署名", description="false：落款不印发文机关")
    seal: bool = Field(default=False, title="盖章", description="true：落款按加盖印章的位置排")
    lead: Annotated[Text | None, PARAGRAPHS] = Field(None, title="导语", description="正文开头的一段或几段")
    figures: Annotated[
        Mapping[FigureName, Annotated[Figure, VALUED]],
        STRUCTURE,
    ] = Field(default_factory=dict, title="指标", description="每个数只在这里写一次，正文用 {{ 名称 }} 引用")
    assertions: Annotated[tuple[Line, ...], APART] = Field(
        (), title="核对式", description="每次检查都要成立的数字关系", examples=[["公示处罚信息 <= 处罚决定"]]
    )
    measures: _section(Measures, "主要举措和成效") = None  # type: ignore[valid-type]
    shortcomings: _section(Shortcomings, "不足和原因") = None  # type: ignore[valid-type]
    leader_duties: _section(LeaderDuties, "第一责任人职责") = None  # type: ignore[valid-type]
    next_year_plan: _section(NextYearPlan, "下一年度主要安排") = None  # type: ignore[valid-type]
    sections: Annotated[tuple[Annotated[AnySection, Field(discriminator="kind")], ...], STRUCTURE] = Field(
        (), title="各部分", description="四个部分要换顺序、分几块或另加部分时用它，代替上面四个键"
    )
    annotation: Annotated[Text | None, Role(Words.LINE, Printed(Place.BODY, "（", "）\n（", "）"))] = Field(
        None, title="附注", description="印在成文日期下方，不写括号；几条附注写几行"
    )
    attachments: Annotated[
        tuple[Annotated[Attachment, From(as_titled, {"type": "string"})], ...],
        STRUCTURE,
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
    ignore: Annotated[tuple[Ignore, ...], STRUCTURE] = Field(
        (), title="不提示", description="有意这样写的地方，写明代码和理由"
    )
    layout: Annotated[str, StringConstraints(pattern=LAYOUT_NAME)] = Field(
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


@cache
def outermost() -> frozenset[str]:
    """The keys of a report that stand nowhere else: at the margin; `figures` too, which a chart has as well."""
    inside = {
        key for field in Report.model_fields.values() for one in models_in(field.annotation) for key in field_names(one)
    }
    return (frozenset(Report.model_fields) - inside) | {"figures"}
