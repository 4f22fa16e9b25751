"""Outside judges of a Word file."""

import json
import subprocess
from pathlib import Path

from support import NODE_MODULES

VALIDATOR = NODE_MODULES / ".bin" / "ooxml-validator"


def sdk_finds_nothing(path: Path) -> None:
    """The Open XML SDK has no word to say of the document."""
    told = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, check=False, encoding="utf-8")
    assert json.loads(told.stdout)["errors"] == []
