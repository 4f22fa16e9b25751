"""python-docx alone, out of Markdown, plain_docx.py IN.md OUT.docx [COUNT]."""

import sys
from pathlib import Path

from docx import Document


def main(source: str, target: str, count: str = "1") -> None:
    """The report, so many times."""
    for _ in range(int(count)):
        document = Document()
        for line in Path(source).read_text("utf-8").split("\n"):
            if line:
                document.add_paragraph(line.lstrip("# "), style="Heading 1" if line.startswith("#") else "Normal")
        document.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
