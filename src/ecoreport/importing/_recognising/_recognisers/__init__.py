"""What each line of an old report may be: candidates with reasons and points, none of them decided by one line.

- `lines`: a document's lines, and what can be seen of each by itself
- `candidates`: the recognisers' candidates from a line on
"""
