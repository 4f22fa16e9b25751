"""The waist: what a report is made of once it is text. Word and HTML are these blocks, typeset."""

import enum
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Kind(enum.StrEnum):
    """What a paragraph is on the page; the value is its class in the Markdown."""

    TITLE = "title"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    BODY = "body"
    COPY_NUMBER = "copy-number"  # 份号
    SECRECY = "secrecy"  # 密级和保密期限
    URGENCY = "urgency"  # 紧急程度
    RED_HEAD = "red-head"  # 发文机关标志
    NUMBER = "number"  # 发文字号
    SIGNER = "signer"  # 签发人
    ADDRESSEES = "addressees"  # 主送机关
    ANNEX_LIST = "annex-list"  # 附件说明
    ISSUER = "issuer"  # 发文机关署名
    DATE = "date"  # 成文日期
    ANNOTATION = "annotation"  # 附注
    ANNEX_MARK = "annex-mark"  # 附件1
    ANNEX_TITLE = "annex-title"
    CAPTION = "caption"  # 表题
    TABLE_NOTE = "table-note"  # 表注
    COLUMN_CHART = "column-chart"  # 图题 of a 柱形图, above the table that it is drawn from
    LINE_CHART = "line-chart"  # of a 折线图
    SENT_TO = "sent-to"  # 主送机关 in the 版记
    CC = "cc"  # 抄送机关
    PRINTER = "printer"  # 印发机关
    PRINT_DATE = "print-date"  # 印发日期


# By the word for its form in a year file.
CHARTS: Mapping[str, Kind] = {"柱形图": Kind.COLUMN_CHART, "折线图": Kind.LINE_CHART}


class Paragraph(NamedTuple):
    """One paragraph; `lead` is a run-in heading before `text`; a line break in it is meant as one."""

    kind: Kind
    text: str
    lead: str = ""


class TableBlock(NamedTuple):
    """A table of texts; `centred` says of each column how it is set."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    centred: tuple[bool, ...]


Block = Paragraph | TableBlock


_FIRST_LEVEL = re.compile("[一二三四五六七八九十百零]{1,5}、")


def kind_of_lead(lead: str) -> Kind:
    """The level of a run-in heading, by its number; 7.3.3 sets the two in other fonts."""
    return Kind.HEADING_1 if _FIRST_LEVEL.match(lead) else Kind.HEADING_2


def kind_at(blocks: Sequence[Block], at: int) -> Kind | None:
    """The kind of the paragraph there; None for a table, and beyond the end."""
    block = blocks[at] if at < len(blocks) else None
    return block.kind if isinstance(block, Paragraph) else None


def words(blocks: tuple[Block, ...]) -> str:
    """All that the blocks print, without white space: what every format must agree on."""
    return "".join("".join(text.split()) for block in blocks for text in _texts(block))


def _texts(block: Block) -> tuple[str, ...]:
    if isinstance(block, Paragraph):
        return block.lead, block.text
    return tuple(cell for row in (block.header, *block.rows) for cell in row)
