"""What a careful reader would find in a sound year file.

In: a `Context`, the report with those of earlier years. Out: `Finding`s, placed by a path in the data.

Public:
- `findings`: every finding of every rule
- `suppressions`: findings that are meant, switched off with a reason
- `explain`: one code, explained
"""
