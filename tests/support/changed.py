"""The example with something changed."""

from pathlib import Path


def edited(project: Path, old: str, new: str) -> None:
    """The year's file with one text put for another."""
    path = project / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
