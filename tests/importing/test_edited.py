"""What became of a built Word file: untouched, saved again, edited, or not to be read."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docx.document import Document
from support import GOOD, cases
from support.projects import build_of
from support.retyped import laid_out_anew, saved

from ecoreport.importing.edited import Edited, Resaved, Unread, Untouched, base_of, state
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.report.digests import digests
from ecoreport.report.markdown import read
from ecoreport.typeset.word import custom


@pytest.fixture
def built(shili: Path) -> Callable[[int], bytes]:
    """The Word file of a year of the example."""
    return lambda year: build_of(shili, "docx", year=year).outputs["docx"]


def without_properties(data: bytes) -> bytes:
    """The package without what it says of itself, as an older version made it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != custom.PART:
                new.writestr(name, old.read(name))
    return made.getvalue()


def retype(document: Document, how_many: int = 3) -> None:
    """A word more at the end of so many paragraphs that do not follow each other."""
    for paragraph in [one for one in document.paragraphs if len(one.text) > 30][: 2 * how_many : 2]:
        paragraph.add_run("另行通知。")


def test_untouched_whatever_is_to_be_built(built: Callable[[int], bytes]) -> None:
    """The same bytes, a file as it was built for other data, and an empty one, in which nothing can be lost."""
    old, new = built(2023), built(2024)
    assert [state(old, new), state(new, new), state(b"", new)] == [Untouched()] * 3
    assert state(without_properties(new), without_properties(new)) == Untouched()


def test_saved_again_with_the_same_text(built: Callable[[int], bytes]) -> None:
    """Its own, by the digests that it carries, or the one that is to be built."""
    old, new = built(2023), built(2024)
    for edit in (lambda _: None, laid_out_anew):
        assert state(saved(old, edit), new) == Resaved()
        assert state(without_properties(saved(new, edit)), new) == Resaved()


def test_edited_at_so_many_places(built: Callable[[int], bytes]) -> None:
    """Without digests nobody can say how many; edited to what is now to be built it is edited no more."""
    old, new = built(2023), built(2024)
    assert state(saved(old, retype), old) == Edited(3)
    assert state(saved(old, partial(retype, how_many=1)), new) == Edited(1)
    assert state(without_properties(saved(old, retype)), old) == Edited(None)
    assert state(without_properties(old), new) == Edited(None)
    assert state(saved(saved(old, retype), laid_out_anew), old) == Edited(3)


def test_what_came_beside_the_text_is_an_edit(built: Callable[[int], bytes]) -> None:
    """No digest knows of comments, notes and pictures; those that are to be built are none."""
    new = built(2024)
    commented = saved(new, lambda document: document.add_comment(document.paragraphs[5].runs, "再核", author="局长"))
    assert state(commented, new) == Edited(0, ("批注：再核",))
    assert state(saved(commented, retype), new) == Edited(3, ("批注：再核",))
    assert state(saved(commented, laid_out_anew), commented) == Resaved()


def test_what_cannot_be_read_is_told(built: Callable[[int], bytes]) -> None:
    """Cut off, of another kind, too large; nothing is taken for untouched."""
    new = built(2024)
    assert state(saved(new)[:-2000], new) == Unread("文件不完整（后面少了一截）")
    assert state("立案35起".encode(), new) == Unread("这不是 .docx 文件")
    assert state(b"PK\x03\x04" + bytes(21 << 20), new) == Unread("文件有21兆字节，太大")
    with pytest.raises(Unreadable):
        base_of(b"PK\x03\x04")


def test_a_seal_on_other_parts_is_none(built: Callable[[int], bytes]) -> None:
    """Properties of another file put into one that was edited."""
    new = built(2024)
    with zipfile.ZipFile(io.BytesIO(saved(new, retype))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert state(made.getvalue(), new) == Edited(3)


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_every_shape_of_report_is_known_when_it_was_saved_again(case: Path, project: Path) -> None:
    """版头, 签发人 on a line, 附件, tables, charts, 版记: what is read is what was digested."""
    for file in case.glob("*.yaml"):
        (project / "data" / file.name.replace("report", "2024")).write_bytes(file.read_bytes())
    outputs = build_of(project, "md", "docx").outputs
    new = outputs["docx"]
    base = base_of(new)
    assert base
    assert base.blocks == digests(read(outputs["md"].decode()))
    assert state(saved(new, laid_out_anew), new) == Resaved()


@pytest.mark.office
def test_libreoffice_keeps_the_digests(shili: Path, office: Callable[..., Path], built: Callable[[int], bytes]) -> None:
    """Saved by it, three documents are not taken for edited; edited before, they are, at each place."""
    files = {}
    for year in (2022, 2023, 2024):
        files[f"{year}.docx"] = built(year)
        files[f"edited-{year}.docx"] = saved(built(year), retype)
    (shili / "in").mkdir()
    for name, data in files.items():
        (shili / "in" / name).write_bytes(data)
    made = office("docx:MS Word 2007 XML", *(shili / "in").iterdir())
    for name, data in files.items():
        again = next(made.parent.rglob(f"office-*/{name}")).read_bytes()
        assert base_of(again) == base_of(data)
        assert state(again, data) == (Edited(3) if name.startswith("edited") else Resaved()), name
