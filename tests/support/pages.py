"""A built page, parsed."""

import shutil
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from ecoreport.report.blocks import words
from ecoreport.report.markdown import read
from support import GOOD
from support.projects import build_of

VOID = ("meta", "br")


class Page(HTMLParser):
    """The text of the article, the links and their targets, and whether every element is closed."""

    def __init__(self) -> None:
        """Nothing read yet."""
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count it, and keep what it links to or loads."""
        self.tags[tag] += 1
        self.open += [] if tag in VOID else [tag]
        for name, value in attrs:
            self.ids += [value or ""] if name == "id" and "svg" not in self.open else []
            self.links += [value or ""] if name == "href" else []
            self.loads += [value or ""] if name in ("src", "srcset", "action", "data") else []

    def handle_endtag(self, tag: str) -> None:
        """It closes what was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Only what stands in the article is the report; a drawing shows the numbers of the table below it."""
        if "article" in self.open and "svg" not in self.open:
            self.text.append(data)


def made(case: str, project: Path) -> tuple[str, str]:
    """The page of a good case, and its words as Markdown has them."""
    shutil.copy(GOOD / case / "report.yaml", project / "data" / "2024.yaml")
    outputs = build_of(project, "md", "html").outputs
    return outputs["html"].decode(), words(read(outputs["md"].decode()))


def parsed(html: str) -> Page:
    """The page as an outside parser reads it."""
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page
