"""Blocks to a .docx after GB/T 9704-2012, as bytes that are the same on every machine and day.

Public:
- `writer`: a document
- `custom`: what a document says of itself beside title and author
- `tracked`: two documents as one with tracked changes (修订)
"""
