"""GB/T 9704-2012 as figures: the page and every element on it, each line naming its clause.

规定 = must, 一般 = normal case, 实务 = practice, not in the standard. Lengths in mm, sizes and
pitches in pt, indents in 字 (one han of 3号). A layout file overrides single fields.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ecoreport.problems.diagnostic import Refused
from ecoreport.report.blocks import CHARTS, Kind
from ecoreport.yearfile.model import Frozen
from ecoreport.yearfile.reader import read as read_file

SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4, SIZE_5 = 22.0, 16.0, 14.0, 12.0, 10.5  # 2号 3号 4号 小4号 5号, in pt
MM_PER_POINT = 25.4 / 72
SONG, XBS, HEI, KAI, FANG = "宋体", "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"


def _as_number(value: object) -> object:
    """Layout files write 34.58; the YAML resolver leaves decimals as text."""
    if isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return float(value)
        except ValueError:
            raise PydanticCustomError("number", "number") from None
    return value


def _font_name(name: str) -> str:
    """A name that CSS and XML hold as it is."""
    if not re.fullmatch(r"[\w（(][\w .()（）-]*", name):
        raise PydanticCustomError("measure", "{error}", {"error": f"“{name}”不是字体的名字", "help": "例如 华文中宋"})
    return name


def _number_form(form: str) -> str:
    if not re.fullmatch(r'([^{}\\"<\n]*)\{\}([^{}\\"<\n]*)', form):
        error = f"页码“{form}”里要有一个 {{}}，代表第几页"
        raise PydanticCustomError("measure", "{error}", {"error": error, "help": "例如 page_number: '— {} —'"})
    return form


Number = Annotated[float, BeforeValidator(_as_number), Field(ge=-100, le=500, allow_inf_nan=False)]
Length = Annotated[Number, Field(ge=0)]  # mm
Count = Annotated[Number, Field(ge=0, le=28)]  # 字, or blank lines
Font = Annotated[str, AfterValidator(_font_name)]
NumberForm = Annotated[str, AfterValidator(_number_form)]
Size = Annotated[Number, Field(ge=4, le=100)]
_LEAST_TEXT = 50.0  # mm that a 版心 must have both ways: some nine 字, and five lines


class Page(Frozen):
    """Paper, margins and grid (5.1, 5.2.1, 5.2.3, 7.5)."""

    width: Length = 210.0  # 5.1 规定
    height: Length = 297.0  # 5.1 规定
    top: Length = 37.0  # 天头, 5.2.1 规定, ± 1 mm
    bottom: Length = 35.0  # 版心 225 mm high, 5.2.1 规定
    left: Length = 28.01  # 订口, 5.2.1 规定, ± 1 mm; 28.01 is Word's own 1588 twips
    right: Length = 26.0  # 版心 156 mm wide, 5.2.1 规定
    line_pitch: Annotated[Number, Field(ge=10, le=100)] = 28.95  # 22 lines, 5.2.3 一般; 29 pt gives 21
    character_spacing: Annotated[Number, Field(ge=-3, le=20)] = -0.25  # 28 characters, 5.2.3 一般; 3号 alone gives 27
    # What Word's grid holds. One of characters too is what some checkers look for, but LibreOffice sets 18 on it.
    grid: Literal["lines", "characters"] = "lines"
    page_number_below: Length = 7.0  # the dash under the 版心, 7.5 规定
    page_number: NumberForm = "— {} —"  # 7.5 规定; {} is the number
    red_head_below: Length = 35.0  # 发文机关标志 under the 版心's top, 7.2.4 规定
    red_rule_below: Annotated[Number, Field(ge=0, le=10)] = 4.0  # 分隔线 under the number, 7.2.7 规定
    hanging_marks: bool = False  # whether a mark at the end of a line may stand outside the 版心, 5.2.1
    seal_room: Count = 2.0  # lines between the text and a sealed issuer, 7.3.5.1: the seal's top within one line of it

    @property
    def text_width(self) -> float:
        """The width of the 版心 in pt."""
        return (self.width - self.left - self.right) / MM_PER_POINT

    @model_validator(mode="after")
    def _holds_text(self) -> "Page":
        across, down = self.width - self.left - self.right, self.height - self.top - self.bottom
        if min(across, down) < _LEAST_TEXT:
            raise PydanticCustomError("measure", "{error}", {
                "error": f"版心只剩宽{across:g}毫米、高{down:g}毫米，排不下文字",
                "help": f"纸的宽、高减去边距，各要留{_LEAST_TEXT:g}毫米以上",
            })  # fmt: skip
        if self.page_number_below >= self.bottom:
            error = f"页码在版心下{self.page_number_below:g}毫米，下边距只有{self.bottom:g}毫米，页码印到纸外了"
            context = {"loc": ("page_number_below",), "error": error, "help": "改小这一项，或者加大 bottom"}
            raise PydanticCustomError("measure", "{error}", context)
        return self


class Style(Frozen):
    """How one kind of paragraph is set."""

    font: Font = FANG
    latin: Font | None = None  # digits and letters; as the layout's where it is not said
    size: Size = SIZE_3
    align: Literal["both", "left", "center", "right"] = "both"
    indent: Count = 0.0  # first line, 字
    right: Count = 0.0  # 字
    before: Count = 0.0  # blank lines above
    after: Count = 0.0  # blank lines below
    exact: bool = True  # on the line grid; false: as high as the text needs
    keep_next: bool = False
    new_page: bool = False


CHART_TITLE = "chart-title"  # of every form
_known = Style.model_construct  # as it is: what is written below needs no checking, and importing it no validator
STYLES: Mapping[Any, Style] = {
    Kind.COPY_NUMBER: _known(align="left"),  # 7.2.1: 3号 digits, flush left on the first line
    Kind.SECRECY: _known(font=HEI, latin=HEI, align="left"),  # 7.2.2: 3号黑体, on the second line
    Kind.URGENCY: _known(font=HEI, latin=HEI, align="left"),  # 7.2.3: 3号黑体, below them
    Kind.RED_HEAD: _known(font=XBS, latin=XBS, size=48.0, align="center", exact=False),  # 7.2.4 一般
    Kind.NUMBER: _known(align="center", before=2),  # 7.2.5 规定: two blank lines below the mark
    Kind.SIGNER: _known(font=KAI),  # 7.2.6 规定: the name in 楷体; its line is the number's
    Kind.TITLE: _known(font=XBS, latin=XBS, size=SIZE_2, align="center", after=1, keep_next=True),  # 7.3.1
    Kind.ADDRESSEES: _known(align="left"),  # 7.3.2
    Kind.BODY: _known(indent=2),  # 7.3.3
    Kind.HEADING_1: _known(font=HEI, latin=HEI, indent=2, keep_next=True),  # 7.3.3
    Kind.HEADING_2: _known(font=KAI, indent=2, keep_next=True),  # 7.3.3
    Kind.HEADING_3: _known(indent=2, keep_next=True),  # 7.3.3
    Kind.HEADING_4: _known(indent=2, keep_next=True),  # 7.3.3
    Kind.ANNEX_LIST: _known(align="left", indent=2, before=1),  # 7.3.4
    Kind.ISSUER: _known(align="right", before=1),  # 7.3.5
    Kind.DATE: _known(align="right"),  # 7.3.5
    Kind.ANNOTATION: _known(indent=2),  # 7.3.6
    Kind.ANNEX_MARK: _known(font=HEI, latin=HEI, align="left", new_page=True, keep_next=True),  # 7.3.7
    Kind.ANNEX_TITLE: _known(
        font=XBS, latin=XBS, size=SIZE_2, align="center", before=1, after=1, keep_next=True
    ),  # 7.3.7
    Kind.CAPTION: _known(font=HEI, size=SIZE_4, align="center", keep_next=True),  # 实务
    Kind.TABLE_NOTE: _known(size=SIZE_SMALL_4),  # 实务
    CHART_TITLE: _known(font=HEI, size=SIZE_4, align="center", keep_next=True),  # 实务
    Kind.SENT_TO: _known(size=SIZE_4, indent=1),  # 7.4.2
    Kind.CC: _known(size=SIZE_4, indent=1),  # 7.4.2
    Kind.PRINTER: _known(size=SIZE_4),  # 7.4.3
    Kind.PRINT_DATE: _known(size=SIZE_4),  # 7.4.3
    "chart": _known(align="center", exact=False, keep_next=True),  # 实务: as high as the drawing
    "table-cell": _known(size=SIZE_SMALL_4, align="left", exact=False),  # 实务: rows as high as they need
    "page-number": _known(font=SONG, latin=SONG, size=SIZE_4, right=1, exact=False),  # 7.5 规定
}


StyleName = Literal[
    "copy-number", "secrecy", "urgency", "red-head", "number", "signer", "title", "addressees",
    "body", "heading-1", "heading-2", "heading-3", "heading-4",
    "annex-list", "issuer", "date", "annotation", "annex-mark", "annex-title", "caption", "table-note",
    "chart-title", "chart", "sent-to", "cc", "printer", "print-date", "table-cell", "page-number",
]  # fmt: skip


class Layout(Frozen):
    """A whole layout: page, styles by kind, and the fonts behind the fonts."""

    page: Page = Page.model_construct()
    styles: Mapping[StyleName, Style] = STYLES
    latin_font: Font = "Times New Roman"  # 实务: the standard names none
    # What a machine without the font may take instead; the fonts are licensed and never shipped.
    stand_ins: Mapping[str, Font] = {FANG: "仿宋", KAI: "楷体", XBS: "华文中宋", HEI: "SimHei", SONG: "SimSun"}

    def style(self, kind: str) -> Style:
        """The style of a kind of paragraph."""
        return cast("Mapping[str, Style]", self.styles)[style_name(kind)]


def style_name(kind: str) -> str:
    """What the style of a kind of paragraph is called: as the kind, and one name for the titles of all charts."""
    return CHART_TITLE if kind in CHARTS.values() else kind


STANDARD = Layout.model_construct()


def read(data: bytes, name: str) -> Layout:
    """The standard with the fields of a layout file, called `name`, laid over it; Refused where it has any fault."""
    layout, _, warnings = read_file(data, name, Layout, lambda values: _merged(STANDARD.model_dump(), values))
    if warnings:
        raise Refused(warnings)
    return layout


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        result[key] = _merged(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return result
