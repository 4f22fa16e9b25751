"""The template of every Word file: `python tools/word_template/make.py` writes it, with --check it only compares.

It holds what belongs to Word and not to the standard: settings (odd and even footers, no bookkeeping), a theme that
nothing refers to, the styles by Word's names with their outline levels, a table style, two footers with their PAGE
fields, one section with a grid of lines. The figures of GB/T 9704-2012 are then set on it as the program sets them for
any layout.
"""

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx

from ecoreport.typeset.layout import STANDARD
from ecoreport.typeset.word import _template
from ecoreport.typeset.word._template import FIRST_DAY, lay_out

HERE = Path(__file__).parent
TARGET = Path(_template.__file__).with_name(_template.FILE)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-"
# Id, name as Word shows it, outline level where the navigation pane is to show it.
PARAGRAPH_STYLES = (
    ("Title", "Title", None), ("Heading1", "heading 1", 0), ("Heading2", "heading 2", 1), ("Heading3", "heading 3", 2),
    ("Heading4", "heading 4", 3), ("BodyText", "Body Text", None), ("Salutation", "Salutation", None),
    ("Signature", "Signature", None), ("Date", "Date", None), ("Caption", "caption", None),
    ("CopyNumber", "份号", None), ("Secrecy", "密级和保密期限", None), ("Urgency", "紧急程度", None),
    ("RedHead", "发文机关标志", None), ("DocumentNumber", "发文字号", None), ("AnnexList", "附件说明", None),
    ("Annotation", "附注", None), ("AnnexMark", "附件序号", None), ("AnnexTitle", "附件标题", 0),
    ("TableNote", "表注", None), ("ChartTitle", "图题", None), ("Chart", "图", None), ("Imprint", "版记", None),
    ("TableCell", "表格文字", None), ("Footer", "footer", None),
)  # fmt: skip
CHARACTER_STYLES = (("LeadHeading", "接排标题"), ("Signer", "签发人姓名"))
EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def styles() -> Iterator[str]:
    """Every style by its name; what it looks like comes from a layout."""
    yield (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{EDGES}</w:tblBorders></w:tblPr></w:style>"
    )
    for id_, name, outline in PARAGRAPH_STYLES:
        custom = "" if name.isascii() else ' w:customStyle="1"'
        follow = "" if outline is None else '<w:next w:val="BodyText"/>'
        level = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
        yield (
            f'<w:style w:type="paragraph"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/>{follow}<w:qFormat/><w:pPr>{level}</w:pPr></w:style>'
        )
    for id_, name in CHARACTER_STYLES:
        yield (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/></w:style>'
        )


def footer(side: str) -> str:
    """「— 1 —」 (7.5); its dashes in the font of han."""
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    place = f'<w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="{side}"/></w:pPr>'
    return f'<w:ftr xmlns:w="{W}"><w:p>{place}{dash.format("— ")}{number}{dash.format(" —")}</w:p></w:ftr>'


def document() -> str:
    """No text, one section."""
    footers = "".join(f'<w:footerReference w:type="{pages}" r:id="{id_}"/>' for pages, id_ in
                      (("default", "rId5"), ("even", "rId6")))  # fmt: skip
    margins = 'w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="0" w:footer="720" w:gutter="0"'
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>{footers}<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins}/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr></w:body></w:document>'
    )


def bare() -> bytes:
    """The package before any figure is set on it."""
    word = "officedocument.wordprocessingml"
    parts = {
        "styles.xml": (f'<w:styles xmlns:w="{W}">{"".join(styles())}</w:styles>', f"{word}.styles", "styles"),
        "settings.xml": ((HERE / "settings.xml").read_text("utf-8"), f"{word}.settings", "settings"),
        "theme/theme1.xml": ((HERE / "theme.xml").read_text("utf-8"), "officedocument.theme", "theme"),
        "fontTable.xml": (f'<w:fonts xmlns:w="{W}"/>', f"{word}.fontTable", "fontTable"),
        "footer1.xml": (footer("right"), f"{word}.footer", "footer"),
        "footer2.xml": (footer("left"), f"{word}.footer", "footer"),
    }
    overrides = {"document.xml": f"{word}.document.main", **{name: kind for name, (_, kind, _) in parts.items()}}
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{KIND}{kind}+xml"/>' for name, kind in overrides.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{relation}" Target="{name}"/>'
        for at, (name, (_, _, relation)) in enumerate(parts.items(), 1)
    )
    members = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="{KIND}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{types}</Types>"
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": document(),
        **{f"word/{name}": text for name, (text, _, _) in parts.items()},
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), text if text.startswith("<?xml") else HEAD + text)
    return made.getvalue()


def made() -> bytes:
    """The template in the standard's layout; its members undated and in one order."""
    template, saved, packed = docx.Document(io.BytesIO(bare())), io.BytesIO(), io.BytesIO()
    lay_out(template, STANDARD)
    template.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            if name != "docProps/core.xml":  # it would carry the clock; each document has its own
                target.writestr(zipfile.ZipInfo(name, FIRST_DAY), source.read(name))
    return packed.getvalue()


def main(arguments: list[str]) -> int:
    """0 where the template is, or now is, current; 1 where --check finds that it is not."""
    current = TARGET.is_file() and TARGET.read_bytes() == made()
    if not current and "--check" not in arguments:
        TARGET.write_bytes(made())
        return 0
    if not current:
        sys.stderr.write("template.docx is not current: python tools/word_template/make.py\n")
    return int(not current)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
