"""A document's lines to a draft of its report.

- `recognise`: the draft, out of candidates, the order of a report, and what prints the same
- `draft`: what it is
- `states`: what a line of a report may be
- `front`: what stands before the first paragraph
"""
