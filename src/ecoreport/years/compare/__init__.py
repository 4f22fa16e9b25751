"""Two reports to all that changed between them.

Public:
- `compare`: the changes, as data
- `span`: several years in a row
- `formats`: the changes in every format
"""
