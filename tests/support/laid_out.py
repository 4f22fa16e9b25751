"""Year files of an invented bureau with what is hard to lay out: the whole page, a seal, long names, wide tables."""

ANNEX = "示例区生态环境局行政执法统计年报及有关说明材料汇编和各单位分项统计情况"
SENTENCE = "全局依法行政，严格规范公正文明执法，推进法治政府建设各项工作，为全区高质量发展提供有力的法治保障。"
HEAD = "year: 2024\nissuer: 示例区生态环境局\ndate: 2025-01-20\n"
PARTS = f"""\
measures:
  - title: 坚持2个“一以贯之”学习贯彻
    text: |
      {SENTENCE * 3}
    table:
      caption: 各单位办理情况
      header: [单位, 立案, 备注]
      rows: [[执法一所, "40", {SENTENCE}], [执法二所, "40", ""]]
      note: 注：按决定日期统计。
shortcomings:
  - {{id: archive, problem: 案卷质量不够高, cause: 培训不足}}
leader_duties:
  - text: 主要负责人履行推进法治建设第一责任人职责。
next_year_plan:
  - {{title: 提升案卷质量, text: 开展案卷评查。, answers: [archive]}}
"""
RED = "number: 示环〔2025〕1号\nsigner: 示例\naddressees: [区委, 区政府]\n"
ANNEXES = f"attachments: [{ANNEX}, 示例清单, {ANNEX}对照表]\n"
CORNER = "copy_number: '000001'\nsecrecy: 机密★1年\nurgency: 特急\n"
SIGNERS = RED.replace("signer: 示例", "signer: [示例甲, 示例, 示例乙]")
OFFICES = ", ".join(f"示例区第{number}办公室" for number in "一二三四五六七八九十")
IMPRINT = f"cc: [{OFFICES}]\nprinter: 示例区生态环境局办公室\nprint_date: 2025-01-21\n"
LONG = "示例" * 13 + "总局"  # 28 字
WIDE = """\
attachments:
  - title: 明细
    table:
      caption: 各月情况
      header: [单位, 一, 二, 三, 四, 五, 六, 七, 八, 九, 十]
      rows: [[示例所, 1234.56, 1234.56, 1234.56, 1234.56, 1234.56, 1234.56, 1234.56, 1234.56, 1234.56, 1234.56]]
      note: 注：按月填报。
  - {title: 清单, text: 一项。}
"""
YEARS = {
    "whole": HEAD + RED + PARTS + ANNEXES + IMPRINT,
    "one-annex": HEAD + PARTS + f"attachments: [{ANNEX}]\n",
    "sealed": HEAD + "seal: true\n" + PARTS,
    "sealed-long": HEAD.replace("示例区生态环境局", LONG) + "seal: true\n" + PARTS,
    "room": HEAD + "seal: true\nlayout: room\n" + PARTS,
    "long": HEAD.replace("示例区生态环境局", LONG) + RED + PARTS,
    "sent-to": HEAD + RED.replace("[区委, 区政府]", f"[{OFFICES}]\naddressees_in_imprint: true") + PARTS + IMPRINT,
    "wide": HEAD + PARTS + WIDE,
    "classified": HEAD + CORNER + SIGNERS + PARTS,
    "secret": HEAD + "secrecy: 秘密\n" + SIGNERS.replace(", 示例, ", ", ") + PARTS,
    "urgent": HEAD + "urgency: 加急\n" + PARTS,
    "compensated": HEAD + "layout: compensated\n" + PARTS,
}


def forty() -> str:
    """A year file of some forty pages with all that a report may have."""
    items = "".join(f"  - title: 推进第{number}项工作\n    text: |\n      {SENTENCE * 40}\n" for number in range(1, 17))
    table = "".join(f"        - [第{number}项, '{number}', {SENTENCE}]\n" for number in range(1, 30))
    parts = PARTS.replace("measures:\n", f"measures:\n{items}")
    chart = "  - title: 走势\n    charts: [{title: 历年立案, figures: [立案], years: 2}]\n"
    annexes = (
        f"attachments:\n  - title: 明细\n    table:\n      header: [项, 数, 说明]\n      rows:\n{table}{chart}"
        f"  - {{title: {ANNEX}, text: {SENTENCE}}}\n"
    )
    return HEAD + RED + "figures: {立案: {value: 80起, previous: 60起}}\n" + parts + annexes + IMPRINT
