"""The site out of the repository's own pages: `python docs/make_site.py [FOLDER]`. No network is asked for anything."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

NEEDED = ("properdocs", "properdocs_theme_mkdocs", "pygments")
MISSING = """\
The site is made with {}, which this Python does not have: python -m pip install --group docs
Without a network, fetch them where there is one: pip download -d site-packages --group docs
and install them here: pip install --no-index --find-links site-packages --group docs
"""


def main(folder: str = "site") -> int:
    """Build it with every warning an error; 1 where there was one, 2 where what builds it is not installed."""
    missing = [name.replace("_", "-") for name in NEEDED if find_spec(name) is None]
    if missing:
        sys.stderr.write(MISSING.format(" and ".join(missing)))
        return 2
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-q", "-d", str(Path(folder).resolve())]
    return subprocess.run(command, cwd=Path(__file__).parents[1], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
