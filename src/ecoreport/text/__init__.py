"""Chinese running text, knowing nothing of reports.

In: strings. Out: what stands in them, and strings.

Public:
- `sentences`: paragraphs, lines that join, quotations and titles
- `dates`, `numbering`: 2024年1月20日; 一、（一）1.（1）, read and written
- `quantity`: one quantity as typed, and two of them beside each other
- `quantities`: the quantities that a text mentions, what each says, how they belong together
- `targets`, `standings`: what is planned in numbers or by a day, and whether what was said later meets it
- `placeholders`: 待填 and 【待改】
- `names`: of people, two on a line
- `titles`: where a title breaks into lines
- `similarity`, `alignment`, `diff`: how alike two texts are, which parts belong together, what changed
- `columns`: a table for a terminal
- `characters`: whether a text has any that do not show
"""
