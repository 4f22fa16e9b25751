"""A fault as data, what its code means, and how faults are shown.

In: findings and problems, by whoever finds them. Out: text for people, documents for machines.

Public:
- `diagnostic`: Finding (placed in the data), Problem (placed in a file), Edit, Refused, Unreadable
- `catalogue`: every code with its title, its reason and its examples
- `terminal`: problems as people read them, with the line and a caret under the very words
- `machine`: JSON, GitHub, GitLab, SARIF
"""
