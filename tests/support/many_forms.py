"""A year file in many ways of writing, and last year's: every style of YAML, items on three levels, tables, charts."""

LAST = """\
year: 2023
issuer: 示例区教育局
date: 2024-01-15
figures: {立案: 30起, 培训: 10次}
measures:
  - title: 旧年
    text: 旧年做了工作。
"""
TEXT = """\
# 示例：各种写法都有
year: 2024
issuer: 示例区教育局
title: |
  示例区教育局关于2024年
  法治政府建设情况的报告
date: 2025年1月20日   # 成文
addressees: [区委, 区政府]
number: 示教〔2025〕1号
signer: [张三, 李四]
lead: |
  2024年，我局坚持依法行政，全年立案{{ 立案 }}，{{ 立案 | 同比 }}。
  现将有关情况报告如下：
figures:
  立案: 42起   # 台账
  培训: {value: "12次", source: 办公室}
  参训: '1200人次'
  罚款: 169.9万余元
  满意率: 98.5%
sections:
  - kind: measures
    title: 主要工作
    text: "开头的一段“引号”和 English words here。"
    items:
      - id: study
        title: 抓好学习
        text: >
          折行的第一句话，
          第二句话。

          第二段也在这里，培训{{ 培训 }}，参训{{ 参训 }}。
      # 注释在这里
      - title: 规范执法
        text: 全年立案{{ 立案 }}，罚款{{ 罚款 }}，满意率{{ 满意率 }}。
        items:
          - title: 三级标题
            text: |
              三级的正文，一句一行，
              另起一行。

              第二段。
          - title: 另一个三级标题
            text: 也有正文。
        table:
          caption: 执法情况
          header: [项目, 本年, 说明]
          rows:
            - [立案, "{{ 立案 }}", 台账]
            - [培训, "{{ 培训 }}", ""]
            - [满意率, "{{ 满意率 }}", 调查]
          note: 数据截至年底
      - {title: 花括号里的, text: "花括号里的正文，不换行。"}
      - title: 加强宣传
        run_in: true
        text: |
          宣传的总述：
        numbering: 一是
        items:
          - text: 进学校，覆盖面扩大；
          - text: 进社区，形式多样；
          - text: 进企业，注重实效。
  - kind: shortcomings
    items:
      - {id: a, problem: 案卷质量不高, cause: 培训不够}
      - problem: 宣传形式单一
        cause: 创新不足
      - problem: 执法力量薄弱
        cause: 人员编制少
        text: |
          {{ 问题 }}，基层反映强烈。{{ 原因 }}。
  - kind: leader_duties
    text: |
      主要负责人带头学法，主持会议{{ 培训 }}。

      亲自部署、亲自过问。
  - kind: next_year_plan
    items:
      - title: 抓案卷
        text: 完善案卷制度。
      - title: 抓宣传
        text: 丰富宣传形式。
annotation: 联系人：王五，电话：00000000
attachments:
  - 案件清单
  - title: 近年数据
    text: 说明如下。
    charts:
      - {title: 立案数, figures: [立案, 培训]}
cc: [区司法局, 区人大]
print_date: 2025-01-21
"""
