"""Blocks to one self-contained HTML page that looks like the printed one, on a screen, a phone and on paper.

Public:
- `writer`: the page
- `svg`: a chart as a drawing
- `pages`: a page out of a template that ships with a package
"""
