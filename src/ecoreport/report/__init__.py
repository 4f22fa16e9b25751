"""A report as it prints: its texts with their figures, Markdown, blocks.

In: a `Report`, and those of earlier years. Out: Markdown through the templates; blocks, which every format is set from.

Public:
- `inputs`: year files as bytes to the context of each, parsed once a run
- `context`: the report with all that rules, Markdown and comparisons look at: what its texts print, evaluated once
- `parts`: its sections in order, what people call each place
- `expressions`: `{{ … }}` in a text
- `indicators`: what bureaus count, and which is part of which
- `history`: the report beside those of earlier years
- `origins`: printed paragraphs, each character with its place in what was typed
- `printed`: printed blocks, each character with the place where it was typed, through any template
- `templates`: a report to Markdown, Markdown to blocks
- `markdown`, `blocks`: the Markdown that reports are written in, and what it is made of
- `digests`: of each printed block, to tell whether a document was edited
- `charts`: the data of charts
"""
