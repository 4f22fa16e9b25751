"""The sheets that departments fill in: workbooks to rows, rows to values, values to edits of the year file."""
