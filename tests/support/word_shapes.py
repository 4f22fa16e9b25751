"""Word files of invented bureaus, each with one thing that Word can do, and what an import must give of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from support.documents import document
from support.word_xml import box, cell, field, grid, para, paras, run, with_part

ISSUER, DATE = "示例县水务局", "2026年1月20日"


class WordShape(NamedTuple):
    """A .docx, what the year file holds of it, and what is told: texts apart, and what was read otherwise."""

    name: str
    data: bytes
    gives: Mapping[str, object]
    apart: Sequence[str] = ()
    said: Sequence[str] = ()
    unseen: str = ""  # what LibreOffice leaves out where it writes plain text: boxes, notes, margins, equations
    instead: str = ""  # what it writes in the place of that


TITLE = para(run("示例县水务局2025年法治政府建设情况报告", '<w:sz w:val="44"/>'), properties='<w:jc w:val="center"/>')
LEAD = para("2025年，示例县水务局坚持依法行政。现将有关情况报告如下：")
FIRST = paras("一、主要举措和成效", "（一）坚持党的领导。研究法治工作3次。")
REST = paras(
    "二、存在的不足和原因",
    "（一）力量不足。主要原因是编制偏少。",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况",
    "带头述法。",
    "四、下一年度主要安排",
    "（一）充实力量。公开招录。",
)
SIGNED = para(ISSUER, properties='<w:jc w:val="right"/>') + para(DATE, properties='<w:jc w:val="right"/>')
_SOUND = {"issuer": ISSUER, "title": "示例县水务局2025年法治政府建设情况报告"}


_PARTS = {"front": "", "title": TITLE, "lead": LEAD, "first": FIRST, "rest": REST, "end": SIGNED}


def _report(**parts: str) -> str:
    """A report's body, some of its parts others than usual."""
    return "".join({**_PARTS, **parts}.values())


def _saying(*runs: str) -> str:
    """A report whose first section is these runs."""
    return _report(first=para("一、主要举措和成效") + para(*runs))


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1">'
    '<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def _numbered(text: str, level: int = 0) -> str:
    return para(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def _note(kind: str, word: str, text: str) -> bytes:
    mark = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    body = f'<w:{kind} w:id="2">{para(text)}</w:{kind}>'
    return document(_saying(run("坚持依法治水。"), mark), **{word: body})


_AUTO = (
    _numbered("主要举措和成效"), _numbered("坚持党的领导。研究3次。", 1), _numbered("严格执法。立案2件。", 1),
    _numbered("存在的不足和原因"), _numbered("力量不足。主要原因是编制偏少。", 1),
    _numbered("主要负责人履行第一责任人职责情况"), para("带头述法。"), _numbered("下一步安排"), para("充实力量。"),
)  # fmt: skip
_IMPRINT = grid(
    (cell(para("抄送：县司法局，县审计局。")),),
    (cell(para("示例县水务局办公室　　　　2026年1月20日印发")),),
)
_INSERTED = '<w:ins w:id="1" w:author="甲"><w:r><w:t>全年</w:t></w:r></w:ins>'
_DELETED = '<w:del w:id="2" w:author="甲"><w:r><w:delText>上半年</w:delText></w:r></w:del>'
_PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="图片 1"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" '
    'name="图"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="none"/></pic:blipFill><pic:spPr/>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_PAGE = "<html><body><p>一、主要举措和成效</p><p>（一）坚持党的领导。研究3次。</p></body></html>"
_HTML = '<Default Extension="html" ContentType="text/html"/>'


def word_shapes() -> list[WordShape]:
    """All of them."""
    ruled = grid((cell(para("类别")), cell(para("件数"))), (cell(para("处罚")), cell(para("12"))), ruled=True)
    merged = grid(
        (cell(para("执法"), properties='<w:gridSpan w:val="2"/>'),),
        (cell(para("处罚"), properties='<w:vMerge w:val="restart"/>'), cell(para("12"))),
        (cell(properties="<w:vMerge/>"), cell(para("30"))),
        ruled=True,
    )
    red = grid((cell(para("示水〔2026〕5号")), cell(para("签发人：张示例"))))
    sections = {"measures": {"items": [{}, {}]}, "shortcomings": {"items": [{}]}, "leader_duties": {}}
    return [
        WordShape(
            "red-head-in-box",
            document(_report(front=box(para("示例县水务局文件")) + para("示水〔2026〕5号"))),
            {**_SOUND, "red_head": "示例县水务局文件", "number": "示水〔2026〕5号"},
            unseen="示例县水务局文件",
        ),
        WordShape(
            "number-and-signer-in-table",
            document(_report(front=para("示例县水务局文件") + red)),
            {**_SOUND, "red_head": "示例县水务局文件", "number": "示水〔2026〕5号", "signer": "张示例"},
        ),
        WordShape(
            "imprint-in-table",
            document(_report(end=SIGNED + _IMPRINT)),
            {**_SOUND, "cc": ["县司法局", "县审计局"], "printer": "示例县水务局办公室"},
        ),
        WordShape(
            "signature-in-table",
            document(_report(end=grid((cell(), cell(para(ISSUER), para(DATE)))))),
            _SOUND,
        ),
        WordShape("numbers-by-word", document(_report(first="".join(_AUTO), rest=""), numbering=_NUMBERING), sections),
        WordShape(
            "footnote",
            _note("footnote", "footnotes", "水行政处罚。"),
            _SOUND,
            ("脚注：水行政处罚。",),
            unseen="水行政处罚。",
            instead="1",
        ),
        WordShape(
            "endnote",
            _note("endnote", "endnotes", "见附表。"),
            _SOUND,
            ("尾注：见附表。",),
            unseen="见附表。",
            instead="i",
        ),
        WordShape(
            "comment",
            document(_report(), comments=f'<w:comment w:id="1" w:author="甲">{para("请核数")}</w:comment>'),
            _SOUND,
            ("批注：请核数",),
            unseen="请核数",
        ),
        WordShape(
            "revisions",
            document(
                _report(lead=para(run("2025年，水务局"), _DELETED, _INSERTED, run("依法行政。现将情况报告如下：")))
            ),
            {**_SOUND, "lead": "2025年，水务局全年依法行政。\n现将情况报告如下：\n"},
            ("修订删去的文字：上半年",),
            ("文档里有修订，照接受修订后的样子导入：插入1处，删去1处",),
        ),
        WordShape(
            "superscript",
            document(_saying("占地3万m", run("2", '<w:vertAlign w:val="superscript"/>'), run("。"))),
            {**_SOUND, "measures": {}},
            (),
            ("上标、下标写成了单个的字：²",),
            unseen="²",
            instead="2",
        ),
        WordShape(
            "tick-box",
            document(_saying(run("已整改"), '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run("。"))),
            _SOUND,
            unseen="☑",
            instead="\uf0fe",
        ),
        WordShape(
            "document-within",
            with_part(_report(first='<w:altChunk r:id="x"/>'), "part.html", "aFChunk", _PAGE, _HTML),
            {**_SOUND, "measures": {"items": [{}]}},
            unseen="一、主要举措和成效（一）坚持党的领导。研究3次。",
        ),
        WordShape(
            "content-control",
            document(_report(lead=f"<w:sdt><w:sdtPr/><w:sdtContent>{LEAD}</w:sdtContent></w:sdt>")),
            {**_SOUND, "lead": "2025年，示例县水务局坚持依法行政。\n现将有关情况报告如下：\n"},
        ),
        WordShape(
            "control-in-line",
            document(
                _report(
                    end=para(ISSUER)
                    + para(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('2026年1月')}</w:sdtContent></w:sdt>", run("20日"))
                )
            ),
            _SOUND,
        ),
        WordShape(
            "fields",
            document(
                _saying(
                    run("见第"),
                    field(" PAGEREF x ", "3"),
                    run("页，"),
                    field(' HYPERLINK "http://example.invalid" ', "示例网"),
                    run("。"),
                )
            ),
            _SOUND,
        ),
        WordShape(
            "equation",
            document(
                _saying(
                    run("办结率为"),
                    "<m:oMath><m:f><m:num><m:r><m:t>9</m:t></m:r></m:num><m:den><m:r><m:t>12</m:t></m:r></m:den></m:f></m:oMath>",
                    run("。"),
                )
            ),
            _SOUND,
            (),
            ("公式写成了一行文字，共1个",),
            unseen="9/12",
        ),
        WordShape("picture", document(_report(front=para(_PICTURE))), _SOUND, (), ("图片1张，没有导入",)),
        WordShape(
            "table-with-caption",
            document(_report(first=FIRST + para("表1 执法情况") + ruled + para("全年没有复议。"))),
            {
                **_SOUND,
                "measures": {
                    "items": [{"table": {"header": ["类别", "件数"], "rows": [["处罚", "12"]]}, "items": [{}]}]
                },
            },
        ),
        WordShape("merged-cells", document(_report(first=FIRST + merged)), _SOUND),
        WordShape(
            "header-and-footer",
            document(_report(), header=para("示例县水务局内部资料"), footer=para("— ", field(" PAGE ", "1"), " —")),
            _SOUND,
            ("页眉：示例县水务局内部资料",),
            unseen="示例县水务局内部资料",
        ),
        WordShape(
            "hidden",
            document(
                _report(
                    lead=para(
                        run("2025年，水务局依法行政。"), run("内部说明", "<w:vanish/>"), run("现将情况报告如下：")
                    )
                )
            ),
            _SOUND,
            ("隐藏的文字：内部说明",),
        ),
        WordShape(
            "line-breaks-in-title",
            document(
                _report(
                    title=para(
                        run("示例县水务局"),
                        "<w:r><w:br/></w:r>",
                        run("2025年法治政府建设情况报告"),
                        properties='<w:jc w:val="center"/>',
                    )
                )
            ),
            _SOUND,
        ),
        WordShape(
            "runs-cut-in-pieces",
            document(_report(end=para("示例", "县水", "务局") + para("2026", "年1", "月20日"))),
            _SOUND,
        ),
        WordShape(
            "attachment-table",
            document(
                _report(end=para("附件：2025年执法情况表") + SIGNED + para("附件") + para("2025年执法情况表") + ruled)
            ),
            {**_SOUND, "attachments": [{"title": "2025年执法情况表", "table": {}}]},
        ),
        WordShape(
            "contents",
            document(
                _report(
                    front=para(field(' TOC \\o "1-2" ', "一、主要举措和成效1"), properties='<w:pStyle w:val="TOC1"/>'),
                ),
                styles='<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>',
            ),
            _SOUND,
            ("目录：一、主要举措和成效1",),
        ),
    ]
