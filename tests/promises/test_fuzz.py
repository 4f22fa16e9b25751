"""Random expressions in texts and random damage to Word files end in a finding or a refusal, never in an exception.

ECOREPORT_EXAMPLES=N tries N of each; the counts that were tried stand in docs/robustness.md.
"""

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from support import GOOD, how_many
from support.projects import build_of

from ecoreport.importing._word.document import read_docx
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.report._year_on_year import NAME, LastYear
from ecoreport.report.expressions import ExpressionError, evaluated, holds, literal, parts
from ecoreport.yearfile.model import Figure

pytestmark = pytest.mark.soak

COUNT = how_many(2000)
CHANCE = random.Random(9704)  # noqa: S311 - repeatable
TOKENS = (
    "立案", "听证", "PM2.5", "上年", "问题", "没有", ".立案", ".value", ".unit", ".__class__", "[0]", "['a']", "|同比", "|增减", "|倍数",
    "|占比(立案)", "|upper", "(", ")", "[", "]", "{", "}", "'", '"', "+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", ">=",
    "=", " and ", " or ", " not ", " in ", " is ", " if ", " else ", "1", "0", "1.5", "1e999", "99999999999", ",", ":", "{{", "}}",
    "{%", "%}", "{#", "\n", " ", "　", "。", "（", "）", "\\", "None", "true", "self", "loop", "range",
)  # fmt: skip
TYPED = {"立案": "3起", "听证": "0次", "PM2.5": "33.5微克", "许可": "不适用", "罚款": "待填"}
FIGURES = {name: Figure(value=text) for name, text in TYPED.items()}
NAMES = {**FIGURES, NAME: LastYear(2023, FIGURES, lambda: {"立案": Figure(value="2起")})}


def test_random_expressions_print_or_are_told() -> None:
    """In a text and as an assertion; and text that `literal` has made harmless prints as it was."""
    printed = 0
    for _ in range(COUNT):
        soup = "".join(CHANCE.choices(TOKENS, k=CHANCE.randint(1, 8)))
        codes = {piece.error.code for piece in evaluated(f"甲{{{{ {soup} }}}}乙", NAMES) if piece.error}
        assert codes <= {"E204", "E205", "E216", "E219"}
        printed += not codes
        with suppress(ExpressionError):
            holds(soup, {name: one.value for name, one in FIGURES.items() if one.value is not None})
        assert "".join(piece.text for piece in evaluated(literal(soup), NAMES)) == soup
        assert list(parts(literal(soup)))
    assert 0 < printed < COUNT


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Word files of several shapes."""
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "data").mkdir()
    made = []
    for name in ("with-tables", "red-head", "charts", "four-levels"):
        (folder / "data" / "2024.yaml").write_bytes((GOOD / name / "report.yaml").read_bytes())
        made.append(build_of(folder, "docx").outputs["docx"])
    return made


def test_damaged_word_files_are_read_or_refused(documents: list[bytes]) -> None:
    """Bytes turned, cut, doubled: in the package, and in the XML of a part."""
    refused = 0
    for at in range(COUNT // 4):
        source = CHANCE.choice(documents)
        data = damaged(source) if at % 4 == 0 else _with_damaged_part(source)
        try:
            read_docx(data)
        except Unreadable:
            refused += 1
    assert 0 < refused < COUNT // 4


def damaged(data: bytes) -> bytes:
    """Some bytes other than they were."""
    made = bytearray(data)
    for _ in range(CHANCE.randint(1, 5)):
        at = CHANCE.randrange(len(made))
        kind = CHANCE.randrange(4)
        if kind == 0:
            made[at] = CHANCE.randrange(256)
        elif kind == 1:
            del made[at : at + CHANCE.randint(1, 200)]
        elif kind == 2:
            made[at:at] = made[max(at - 60, 0) : at]
        else:
            made = made[: max(at, 1)] if CHANCE.random() < 0.2 else made
        if not made:
            return b""
    return bytes(made)


def _with_damaged_part(data: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        victim = CHANCE.choice([name for name in old.namelist() if Path(name).suffix in (".xml", ".rels")])
        for name in old.namelist():
            new.writestr(name, damaged(old.read(name)) if name == victim else old.read(name))
    return changed.getvalue()
