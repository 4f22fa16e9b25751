"""Where it is measured: a folder for what comes out, the programs, and the commands of the peers."""

import subprocess
from pathlib import Path
from typing import NamedTuple

import environment
from projects import ROOT

PEERS = ROOT / "tools" / "benchmarks" / "peers"


class Bench(NamedTuple):
    """A folder for what comes out, and the programs."""

    folder: Path
    programs: Path
    pandoc: str

    @property
    def python(self) -> str:
        """The Python that the peers run with."""
        return str(self.programs / "python")

    @property
    def template(self) -> Path:
        """The Word template that docxtpl and pandoc start from."""
        return self.folder / "template.docx"

    def ecoreport(self, *arguments: str) -> list[str]:
        """A command of the program, as a user has it."""
        return [str(self.programs / "ecoreport"), *arguments]

    def peer(self, name: str, *arguments: object) -> list[str]:
        """A peer's command."""
        return [self.python, str(PEERS / name), *map(str, arguments)]


def prepared(folder: Path) -> Bench:
    """Everything installed, and the Word template."""
    programs = environment.made(folder)
    python = str(programs / "python")
    where = [python, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"]
    pandoc = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    bench = Bench(folder, programs, pandoc)
    template = f"import sys; sys.path.insert(0, {str(PEERS)!r}); import templated; templated.template(sys.argv[1])"
    subprocess.run([python, "-c", template, str(bench.template)], check=True)
    return bench
