"""What is drawn: native charts, each a part of its own that Word draws in its fonts, and the box of the 版记.

The numbers are in the chart's part as they are; there is no workbook behind it, for the year file is the source.
"""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.shared import Length, Mm

from ecoreport.report.blocks import Kind
from ecoreport.typeset.charts import FILLS, Drawing
from ecoreport.typeset.layout import CHART_TITLE, Layout
from ecoreport.typeset.word._elements import add_part, rendered, text_width

_HEIGHT = Mm(60)  # two with their tables fit on a page
_DASHES = ("solid", "dash", "sysDot", "dashDot")
_MARKERS = ("circle", "square", "triangle", "diamond")


class Charts:
    """The drawings of one document, numbered through."""

    def __init__(self, document: Document, layout: Layout) -> None:
        """None yet."""
        self._document, self._layout = document, layout
        self._drawn = self._charts = 0

    def drawn(self, chart: Drawing) -> Any:  # noqa: ANN401 - python-docx has no class for it
        """A chart as wide as the 版心, with its words for who does not see it."""
        self._charts += 1
        layout = self._layout
        part = rendered(
            "chart.xml.j2", chart=chart, fills=FILLS, dashes=_DASHES,
            markers=_MARKERS, latin=layout.latin_font, title_font=layout.style(CHART_TITLE).font,
            body_font=layout.style(Kind.BODY).font,
        )  # fmt: skip
        name = f"charts/chart{self._charts}"
        relation = add_part(self._document, name, CONTENT_TYPE.DML_CHART, RELATIONSHIP_TYPE.CHART, part)
        return self._placed(_HEIGHT, chart=chart, relation=relation)

    def box(self, height: Length) -> Any:  # noqa: ANN401 - python-docx has no class for it
        """A text box at the foot of the last page; a frame or a floating table so wide LibreOffice sets inline."""
        return self._placed(height, chart=None)

    def _placed(self, height: Length, **what: object) -> Any:  # noqa: ANN401 - python-docx has no class for it
        self._drawn += 1
        wide = text_width(self._layout.page)
        return rendered("drawing.xml.j2", width=wide, height=height, id=self._drawn, number=self._charts, **what)
