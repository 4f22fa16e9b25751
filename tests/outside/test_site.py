"""The site: built in silence and without a network, nothing loaded from elsewhere, searched in Chinese."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import make_site
import pytest
from playwright.sync_api import Page, expect
from support import ROOT, needs

# What a process does first that has no network: whoever asks for a connection or a name is told so.
_OFFLINE = """
import socket
def refused(*_: object) -> None:
    raise OSError("no network")
socket.socket.connect = socket.getaddrinfo = refused
"""
# The site's own search, by its own script, without a page around it.
_SEARCH = """
const { readFileSync } = require("fs");
const [pages, script, query] = process.argv.slice(1);
const own = { document: { addEventListener: () => undefined }, query };
const code = readFileSync(pages, "utf8") + readFileSync(script, "utf8") + "; JSON.stringify(found(query, PAGES))";
console.log(require("vm").runInNewContext(code, own));
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built without a network and without a warning, which would end it with 1."""
    needs("sh" if importlib.util.find_spec("properdocs") else "", "no ProperDocs: pip install --group docs")
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(_OFFLINE, "utf-8")
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "docs/make_site.py", str(folder / "made")]
    variables = {**os.environ, "PYTHONPATH": path}
    told = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, check=False, encoding="utf-8", timeout=120
    )
    assert (told.returncode, told.stderr) == (0, "")
    return folder / "made"


def test_it_shows_the_pages_of_the_repository(site: Path) -> None:
    """The handbook too, with its pictures; nothing is loaded from elsewhere, and no script of ours is published."""
    handbook = (site / "handbook.html").read_text("utf-8")
    assert "打开就能用；一份 Markdown" in handbook  # a line break in the source, and no blank here
    assert (site / "pictures" / "word-1.png").read_bytes() == (ROOT / "docs/pictures/word-1.png").read_bytes()
    for path in site.rglob("*.html"):
        assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//', path.read_text("utf-8")), path
    assert list(site.rglob("*.py")) == []


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("领导改", "handbook.html#"),
        ("同比 环比", "rules.html#w431"),
        ("SEAL_ROOM", "templates.html#"),
        ("发文机关标志", "year-file.html#整个文件"),
        ("绝无此词汇", ""),
    ],
)
def test_it_is_searched_in_chinese(query: str, page: str, site: Path) -> None:
    """Words within a sentence, several words, and what no page has."""
    needs("node", "no Node")
    command = ["node", "-e", _SEARCH, str(site / "search" / "pages.js"), str(site / "search" / "main.js"), query]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=60)
    places = [hit["location"] for hit in json.loads(told.stdout)]
    assert any(place.startswith(page) for place in places) == bool(page), places
    assert bool(places) == bool(page)


def test_a_page_in_a_folder_can_be_searched(site: Path, chromium: Page) -> None:
    """In a browser, without a server: what is typed is found as it is typed, and a hit leads to its place."""
    chromium.goto((site / "index.html").as_uri())
    chromium.get_by_role("link", name="搜索").click()
    chromium.locator("#properdocs-search-query").fill("领导在")
    hits = chromium.locator("#properdocs-search-results a")
    expect(hits.first).to_have_text("领导在 Word 里改了")
    hits.first.click()
    expect(chromium.get_by_role("heading", name="领导在 Word 里改了")).to_be_in_viewport()
    chromium.get_by_role("link", name="搜索").click()
    chromium.locator("#properdocs-search-query").fill("绝无此词汇")
    expect(chromium.locator("#properdocs-search-results")).to_have_text("没有搜索到结果")


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each package by its name, and how to get it with a network and without."""
    monkeypatch.setattr(make_site, "NEEDED", ("ecoreport", "no_such_theme", "neither_is_this"))
    assert make_site.main() == 2
    told = capsys.readouterr().err
    assert "made with no-such-theme and neither-is-this, which" in told
    assert re.findall(r"pip (\w+)", told) == ["install", "download", "install"]
