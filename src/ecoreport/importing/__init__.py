"""An old document to a year file that builds back to the same text.

In: the bytes of a document in any format. Out: a year file, and an account of every character.

Public:
- `documents`: a document to the paragraphs and tables that its pages show
- `convert`: those to a year file, with the account
- `fill`: sheets that departments have filled in to edits of the year file
"""
