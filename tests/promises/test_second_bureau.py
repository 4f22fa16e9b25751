"""The second invented bureau under examples/: made by `init --from` alone, so that nothing is tied to the first."""

import shutil
import zipfile
from pathlib import Path

import pytest
from support import ROOT, Run
from support.projects import files_below
from support.words import docx_words

JIAOYU = ROOT / "examples" / "jiaoyu"
[OLD] = (JIAOYU / "旧报告").iterdir()


@pytest.fixture
def made(tmp_path: Path, run: Run) -> Path:
    """The project as the one command makes it."""
    (tmp_path / "jiaoyu" / "旧报告").mkdir(parents=True)
    shutil.copy(OLD, tmp_path / "jiaoyu" / "旧报告")
    assert run(tmp_path / "jiaoyu", "init", "--from", f"旧报告/{OLD.name}").code == 0
    assert run(tmp_path / "jiaoyu", "build").code == 0
    return tmp_path / "jiaoyu"


def test_the_example_is_what_init_and_build_make(made: Path, request: pytest.FixtureRequest) -> None:
    """Byte for byte, all of it."""
    if request.config.getoption("--update-golden"):
        shutil.copytree(made, JIAOYU, dirs_exist_ok=True)
    assert files_below(made) == files_below(JIAOYU)


def test_its_word_file_says_what_the_old_one_said(made: Path) -> None:
    """To the letter, white space aside."""
    assert docx_words((made / "reports" / "2023.docx").read_bytes()) == docx_words(OLD.read_bytes())


def test_the_year_goes_on(made: Path, run: Run) -> None:
    """A next year, a draft of it, and the comparison."""
    assert run(made, "new", "2024").code == 0
    assert "还要填、还要改的有" in run(made, "check", "2024").out
    assert run(made, "build", "2024").code == 0
    assert zipfile.is_zipfile(made / "reports" / "2024.draft.docx")
    assert run(made, "diff", "2023", "2024").code == 0


def test_nothing_of_environment_is_in_it(made: Path) -> None:
    """Neither in what was typed nor in what the program adds."""
    for name, data in files_below(made).items():
        if name.endswith((".md", ".yaml", ".yml")):
            assert "生态环境" not in data.decode(), name
            assert "南开" not in data.decode(), name
