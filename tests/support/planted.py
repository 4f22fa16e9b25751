"""A report as a Word file of every make-up with a fault planted in each place: 「，，」 in otherwise sound text."""

from support.documents import document

FAULT = "，，"
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end"))
INSTRUCTION = "<w:r><w:instrText> REF x </w:instrText></w:r>"
MARK = 'w:id="90" w:author="甲" w:date="2024-01-01T00:00:00Z"'


def run(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph of these."""
    return f"<w:p>{''.join(runs)}</w:p>"


def _table(*cells: str) -> str:
    borders = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
    return f"<w:tbl>{borders}<w:tblGrid/>{_row('项目', '情况')}{_row(*cells)}</w:tbl>"


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(run(cell))}</w:tc>' for cell in cells)}</w:tr>"


def _box(text: str) -> str:
    inner = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    drawn = f"<w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>"
    fallback = f"<w:pict><v:textbox>{inner}</v:textbox></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def planted() -> bytes:
    """The report; the fault stands eleven times, in three of them where a paragraph cannot be parted."""
    measures = [
        paragraph(run("开展普法宣传，"), run("，覆盖各乡镇。")),
        paragraph(run("开展"), f"<w:ins {MARK}>{run('执法检查，，')}</w:ins>", run("规范执法。")),
        paragraph(f"<w:del {MARK}><w:r><w:delText>删去的话</w:delText></w:r></w:del>", run("推行说理，，成效明显。")),
        paragraph(f'<w:hyperlink w:anchor="x">{run("公开执法信息，，")}</w:hyperlink>', run("接受监督。")),
        paragraph(f"<w:sdt><w:sdtContent>{run('完善制度，，')}</w:sdtContent></w:sdt>", run("严格审核。")),
        paragraph(
            BEGIN,
            "<w:r><w:instrText> REF x </w:instrText></w:r>",
            SEPARATE,
            run("健全机制，，"),
            END,
            run("压实责任。"),
        ),
        paragraph(run("推进政务公开，，优化服务。")),
        f"<w:sdt><w:sdtContent>{paragraph(run('调解纠纷，，化解矛盾。'))}</w:sdtContent></w:sdt>",
        paragraph(run("加强培训，提高能力。"), _box("框里的话，，也要看。")),
        _table("学法", "四次，，全员参加"),
    ]
    body = [
        paragraph(run("示例区城市管理局2024年法治政府建设情况报告")),
        paragraph(run("2024年，示例区城市管理局坚持依法行政，现将有关情况报告如下：")),
        paragraph(run("一、主要举措和成效")),
        *measures,
        paragraph(run("二、存在的不足和原因")),
        paragraph(run("执法力量不足，，主要原因是编制少。")),
        paragraph(run("三、2025年主要安排")),
        paragraph(run("加强培训。")),
        paragraph(run("示例区城市管理局")),
        paragraph(run("2025年1月10日")),
    ]
    return document("".join(body))
