"""The program's door: tells the version at once, and leaves all else to `main`, which loads a good deal more."""

import sys

from ecoreport import __version__
from ecoreport.cli import interrupts


def main() -> None:
    """Run the program."""
    interrupts.exit_at_once()
    if sys.argv[1:] in (["--version"], ["-V"]) and _is_told(f"ecoreport {__version__}"):
        interrupts.ignore()
        return
    from ecoreport.cli import main as program  # noqa: PLC0415 - with click, 30 ms

    program.main()


def _is_told(text: str) -> bool:
    """Whether it could be printed; where it could not, `main` knows what to do."""
    try:
        print(text, flush=True)  # noqa: T201
    except OSError:
        return False
    return True
