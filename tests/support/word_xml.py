"""The XML of Word's paragraphs, tables, boxes and fields, to make documents of."""

from collections.abc import Sequence

from support.documents import RELATIONS, document, members, zipped

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain texts."""
    made = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{made}</w:p>"


def paras(*texts: str) -> str:
    """Plain paragraphs."""
    return "".join(para(text) for text in texts)


def cell(*paragraphs: str, properties: str = "") -> str:
    """A table's cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def grid(*rows: Sequence[str], ruled: bool = False) -> str:
    """A table of cells."""
    side = '<w:{0} w:val="single" w:sz="4"/>'
    borders = "".join(side.format(one) for one in ("top", "left", "bottom", "right", "insideH", "insideV"))
    properties = f"<w:tblPr>{f'<w:tblBorders>{borders}</w:tblBorders>' if ruled else ''}</w:tblPr>"
    columns = "<w:gridCol/>" * max(len(row) for row in rows)
    made = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{made}</w:tbl>"


def box(*paragraphs: str) -> str:
    """A text box."""
    inner = "".join(paragraphs)
    shape = (
        '<w:pict><v:shape style="width:300pt;height:60pt"><v:textbox><w:txbxContent>'
        f"{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return f"<w:p><w:r>{shape}</w:r></w:p>"


def field(code: str, shown: str) -> str:
    """A field as it was last shown."""
    mark = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + run(shown) + mark.format("end")


def with_part(body: str, name: str, kind: str, data: str | bytes, types: str = "") -> bytes:
    """A document with a part of that kind, related to it as x."""
    made = members(document(body))
    made["word/_rels/document.xml.rels"] = RELATIONS.format(
        f'<Relationship Id="x" Type="{_REL}/{kind}" Target="{name}"/>'
    )
    declared = made["[Content_Types].xml"]
    assert isinstance(declared, bytes)
    made["[Content_Types].xml"] = declared.replace(b"</Types>", types.encode() + b"</Types>")
    made[f"word/{name}"] = data
    return zipped(made)
