"""A Word file as somebody leaves it who has typed in it: through python-docx, a program that is not ours."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.document import Document


def saved(data: bytes, edit: Callable[[Document], object] = lambda _: None) -> bytes:
    """The document opened, edited and saved."""
    document = docx.Document(io.BytesIO(data))
    edit(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def changed(path: Path, words: Mapping[str, str]) -> None:
    """In the file each of the words becomes another, wherever a run has it; one of them at the least is there."""

    def retype(document: Document) -> None:
        texts = [run for paragraph in document.paragraphs for run in paragraph.runs]
        hits = [(run, old) for run in texts for old in words if old in run.text]
        assert hits, words
        for run, old in hits:
            run.text = run.text.replace(old, words[old])

    path.write_bytes(saved(path.read_bytes(), retype))


def laid_out_anew(document: Document) -> None:
    """Nothing but another look: bold, a larger margin, a paragraph in two runs, an empty one at the end."""
    document.styles["Body Text"].font.bold = True
    document.sections[0].left_margin = document.sections[0].left_margin + 36000
    paragraph = max(document.paragraphs, key=lambda one: len(one.text))
    text = paragraph.text
    paragraph.runs[0].text = text[: len(text) // 2]
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.add_run(text[len(text) // 2 :]).italic = True
    document.add_paragraph("")
