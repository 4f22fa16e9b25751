"""Put a Word document together: page, styles, text, properties, bytes."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ecoreport.report.blocks import Block
from ecoreport.typeset.charts import with_charts
from ecoreport.typeset.layout import STANDARD, Layout
from ecoreport.typeset.word._body import Body
from ecoreport.typeset.word._charts import MEDIA_KIND, chart_part
from ecoreport.typeset.word._markup import HEAD, RELATIONSHIPS, WORD, attribute, text
from ecoreport.typeset.word._package import Part, package
from ecoreport.typeset.word._page import footer, section
from ecoreport.typeset.word._styles import styles_part

_LONGEST_PROPERTY = 255  # characters, [MS-OE376]
_ODD, _EVEN = "footer1", "footer2"
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself; `created` comes from the data, never from the clock."""

    title: str
    author: str
    created: dt.date
    sealed: bool = False


def write(blocks: tuple[Block, ...], layout: Layout, properties: Properties) -> bytes:
    """The blocks as a .docx in that layout; ValueError for a character that no XML holds."""
    charted = tuple(with_charts(blocks))
    body = Body(layout, sealed=properties.sealed).written(charted)
    document = (
        f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"><w:body>{body}'
        f"{section(layout, {'default': _ODD, 'even': _EVEN})}</w:body></w:document>"
    )
    charts = (chart_part(chart, layout) for _, chart in charted if chart)
    drawn = (Part(f"charts/chart{at}.xml", "chart", part, MEDIA_KIND) for at, part in enumerate(charts, 1))
    fixed = _standard() if layout is STANDARD else _fixed(layout)
    return package(document, _core(properties), (*fixed, *drawn))


@cache
def _standard() -> tuple[Part, ...]:
    return _fixed(STANDARD)


def _fixed(layout: Layout) -> tuple[Part, ...]:
    """The parts that are the same in every document of that layout."""
    return (
        Part("styles.xml", "styles", styles_part(layout)),
        Part("settings.xml", "settings", _skeleton("settings.xml")),
        Part("fontTable.xml", "fontTable", _font_table(layout)),
        # Validators ask for a theme; no style refers to it.
        Part("theme/theme1.xml", "theme", _skeleton("theme.xml"), "officedocument.theme"),
        Part(f"{_ODD}.xml", "footer", footer("right", layout)),
        Part(f"{_EVEN}.xml", "footer", footer("left", layout)),
    )


@cache
def _skeleton(name: str) -> str:
    return (resources.files(__package__) / "skeleton" / name).read_text("utf-8")


def _font_table(layout: Layout) -> str:
    """What may stand in for each font."""
    fonts = "".join(
        f"<w:font w:name={attribute(name)}><w:altName w:val={attribute(other)}/></w:font>"
        for name, other in sorted(layout.stand_ins.items())
    )
    return f'{HEAD}<w:fonts xmlns:w="{WORD}">{fonts}</w:fonts>'


def _core(properties: Properties) -> str:
    """Title, author and dates; the namespaces are those of the Open Packaging Conventions."""
    author = text(properties.author[:_LONGEST_PROPERTY])
    day = f"{properties.created.isoformat()}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{day}</dcterms:{what}>' for what in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(properties.title[:_LONGEST_PROPERTY])}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>zh-CN</dc:language><cp:revision>1</cp:revision>"
        f"{dates}</cp:coreProperties>"
    )
