"""An old report to a year file: read its pieces, find its structure, write YAML, account for every character."""
