"""One program file for computers without Python: `python tools/packaging/exe.py`, on the system that it is meant for.

    pip install --group exe ".[excel]"
    python tools/packaging/exe.py             dist/ecoreport, or dist/ecoreport.exe on Windows
    python tools/packaging/exe.py --folder    dist/ecoreport/, a folder that starts faster than the one file

What goes in is what is installed: use an environment that holds nothing else.
"""

import argparse
from pathlib import Path

from PyInstaller.__main__ import run

ROOT = Path(__file__).parents[2]
# Never imported by us; those that PyInstaller would take along because somebody imports them in some case.
UNUSED = (
    "tkinter",
    "sqlite3",
    "_ssl",
    "ssl",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "pydantic.v1",
    "pydantic.mypy",
)


def main() -> None:
    """Make the program in the folder asked for."""
    parser = argparse.ArgumentParser(description="Make the program without Python.")
    parser.add_argument("--folder", action="store_true", help="a folder instead of one file")
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), help="where it goes (dist)")
    asked = parser.parse_args()
    run(
        [
            "--noconfirm", "--clean", "--log-level=WARN", "--name=ecoreport", "--console",
            "--onedir" if asked.folder else "--onefile",
            f"--distpath={asked.output}", f"--workpath={asked.output / 'work'}", f"--specpath={asked.output / 'work'}",
            "--collect-data=ecoreport",        # the catalogue, layouts, Chinese words, pages
            "--collect-submodules=ecoreport",  # many are imported only where they are needed
            *(f"--exclude-module={name}" for name in UNUSED),
            str(Path(__file__).with_name("start.py")),
        ]
    )  # fmt: skip


if __name__ == "__main__":
    main()
