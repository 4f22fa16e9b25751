"""Two reports to all that changed between them.

Public:
- `compare`: the changes, as data
- `formats`: the changes in every format
"""
