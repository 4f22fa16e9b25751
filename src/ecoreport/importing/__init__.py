"""An old document to a year file that builds back to the same text.

In: the bytes of a document in any format. Out: a year file, and an account of every character.

Public:
- `documents`: a document to the paragraphs and tables that its pages show
- `convert`: those to a year file, with the account, and which of the document's characters each line prints
- `edited`: what became of a built Word file since, and the digests that it carries
- `account`: where every character went
- `judged`: what the rules find in a document, by its paragraphs and words
- `bring_back`: an edited document back into its year file
- `fill`: sheets that departments have filled in to edits of the year file
"""
