"""What is made of other files: `python docs/generate.py` writes it, with --check it only compares."""

import sys
from pathlib import Path

import fields_page
import rows_module
import rules_page

DOCS = Path(__file__).parent
MADE = {
    rows_module.MODULE: rows_module.tables,
    DOCS / "rules.md": rules_page.page,
    DOCS / "year-file.md": fields_page.page,
}


def main(arguments: list[str]) -> int:
    """0 where every file is, or now is, current; 1 where --check finds one that is not."""
    code = 0
    for path, make in MADE.items():
        made = make()
        if path.is_file() and path.read_text("utf-8") == made:
            continue
        if "--check" in arguments:
            sys.stderr.write(f"{path.name} is not current: python docs/generate.py\n")
            code = 1
        else:
            path.write_text(made, "utf-8", newline="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
