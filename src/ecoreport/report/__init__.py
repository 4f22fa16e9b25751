"""A report: its texts with their figures, Markdown, blocks."""
