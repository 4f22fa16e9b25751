"""Word styles out of the layout's table: Word's own names where Word has one, no theme, no direct formatting."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ecoreport.report.blocks import Kind
from ecoreport.typeset.layout import CHART_TITLE, SIZE_3, Layout, Page, Style
from ecoreport.typeset.word._markup import HEAD, WORD, attribute
from ecoreport.typeset.word._units import twips_of_characters, twips_of_points

NORMAL, TABLE, LEAD = "Normal", "TableGrid", "LeadHeading"


class Named(NamedTuple):
    """A style's id, Word's name for it, and its outline level where the navigation pane is to show it."""

    id: str
    name: str
    outline: int | None = None


NAMES: Mapping[str, Named] = {
    Kind.TITLE: Named("Title", "Title"),
    Kind.HEADING_1: Named("Heading1", "heading 1", 0),
    Kind.HEADING_2: Named("Heading2", "heading 2", 1),
    Kind.HEADING_3: Named("Heading3", "heading 3", 2),
    Kind.HEADING_4: Named("Heading4", "heading 4", 3),
    Kind.BODY: Named("BodyText", "Body Text"),
    Kind.ADDRESSEES: Named("Salutation", "Salutation"),
    Kind.ISSUER: Named("Signature", "Signature"),
    Kind.DATE: Named("Date", "Date"),
    Kind.CAPTION: Named("Caption", "caption"),
    Kind.RED_HEAD: Named("RedHead", "发文机关标志"),
    Kind.NUMBER: Named("DocumentNumber", "发文字号"),
    Kind.ANNEX_LIST: Named("AnnexList", "附件说明"),
    Kind.ANNOTATION: Named("Annotation", "附注"),
    Kind.ANNEX_MARK: Named("AnnexMark", "附件序号"),
    Kind.ANNEX_TITLE: Named("AnnexTitle", "附件标题", 0),
    Kind.TABLE_NOTE: Named("TableNote", "表注"),
    CHART_TITLE: Named("ChartTitle", "图题"),
    "chart": Named("Chart", "图"),
    Kind.CC: Named("Imprint", "版记"),
    "table-cell": Named("TableCell", "表格文字"),
    "page-number": Named("Footer", "footer"),
}
CHARACTER_NAMES: Mapping[str, Named] = {
    LEAD: Named(LEAD, "接排标题"),  # set like HEADING_2
    Kind.SIGNER: Named("Signer", "签发人姓名"),
}


def styles_part(layout: Layout) -> str:
    """Every style of the document, as styles.xml."""
    return f'{HEAD}<w:styles xmlns:w="{WORD}">{_DEFAULTS}{"".join(_styles(layout))}</w:styles>'


def _styles(layout: Layout) -> Iterator[str]:
    yield _normal(layout)
    yield _CHARACTER_DEFAULT
    yield '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    yield _TABLE_NORMAL
    yield _TABLE_GRID
    for kind, named in NAMES.items():
        yield _paragraph_style(named, layout.style(kind), layout)
    yield _character_style(CHARACTER_NAMES[LEAD], layout.styles["heading-2"], layout)
    yield _character_style(CHARACTER_NAMES[Kind.SIGNER], layout.styles["signer"], layout)


def first_line(characters: float, page: Page, size: float) -> str:
    """The first-line indent, in characters for Word and in twips for everyone; both 0 where there is none."""
    twips = twips_of_characters(characters, page, size)
    return f'w:firstLineChars="{round(characters * 100)}" w:firstLine="{twips}"'


_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
_CHARACTER_DEFAULT = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
)
_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_GRID = (
    f'<w:style w:type="table" w:styleId="{TABLE}"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr></w:style>"
)


def _normal(layout: Layout) -> str:
    page = layout.page
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips_of_points(page.line_pitch)}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr>{_fonts(layout.styles["body"].font, layout.latin_font)}'
        f'<w:spacing w:val="{twips_of_points(page.character_spacing)}"/>{_size(SIZE_3)}</w:rPr></w:style>'
    )


def _paragraph_style(named: Named, style: Style, layout: Layout) -> str:
    custom = "" if named.name.isascii() else ' w:customStyle="1"'
    outline = "" if named.outline is None else f'<w:outlineLvl w:val="{named.outline}"/>'
    follow = f'<w:next w:val="{NAMES[Kind.BODY].id}"/>' if named.outline is not None else ""
    page = layout.page
    pitch = twips_of_points(page.line_pitch)
    line = f'w:line="{pitch}" w:lineRule="exact"' if style.exact else 'w:line="240" w:lineRule="auto"'
    spacing = "".join(
        f' w:{side}Lines="{round(count * 100)}" w:{side}="{round(count * pitch)}"'
        for side, count in (("before", style.before), ("after", style.after))
    )
    right = twips_of_characters(style.right, page, style.size)
    properties = (
        ("<w:keepNext/>" if style.keep_next else "")
        + ("<w:pageBreakBefore/>" if style.new_page else "")
        + f"<w:spacing{spacing} {line}/>"
        + f'<w:ind w:right="{right}" {first_line(style.indent, page, style.size)}/><w:jc w:val="{style.align}"/>'
        + outline
    )
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{named.id}"><w:name w:val={attribute(named.name)}/>'
        f'<w:basedOn w:val="{NORMAL}"/>{follow}<w:qFormat/><w:pPr>{properties}</w:pPr>'
        f"<w:rPr>{_run_properties(style, layout)}</w:rPr></w:style>"
    )


def _character_style(named: Named, style: Style, layout: Layout) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{named.id}"><w:name w:val={attribute(named.name)}/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{_fonts(style.font, layout.latin_font)}</w:rPr></w:style>'
    )


def _run_properties(style: Style, layout: Layout) -> str:
    on_grid = style.size <= SIZE_3  # the spacing that makes 28 characters is for text, not for titles
    red = '<w:color w:val="FF0000"/>' if style is layout.styles["red-head"] else ""
    spacing = "" if on_grid else '<w:spacing w:val="0"/>'
    latin = style.font if style is layout.styles["page-number"] else layout.latin_font  # 7.5: 宋体 digits
    return _fonts(style.font, latin) + '<w:b w:val="0"/>' + red + spacing + _size(style.size)


def _fonts(font: str, latin: str) -> str:
    han, other = attribute(font), attribute(latin)
    return f"<w:rFonts w:ascii={other} w:hAnsi={other} w:eastAsia={han} w:cs={other}/>"


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
