"""The pages that are made of the product: `python docs/generate.py` writes them, with --check it only compares."""

import sys
from pathlib import Path

import fields_page
import rules_page

PAGES = {"rules.md": rules_page.page, "year-file.md": fields_page.page}
DOCS = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """0 where every page is, or now is, current; 1 where --check finds one that is not."""
    code = 0
    for name, page in PAGES.items():
        path, made = DOCS / name, page()
        if path.is_file() and path.read_text("utf-8") == made:
            continue
        if "--check" in arguments:
            sys.stderr.write(f"docs/{name} is not current: python docs/generate.py\n")
            code = 1
        else:
            path.write_text(made, "utf-8", newline="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
