"""Chinese running text, knowing nothing of reports."""
