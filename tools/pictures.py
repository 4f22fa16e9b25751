"""The pictures of the handbook, made again: `python tools/pictures.py`. Nothing in them is of a real bureau.

Wants LibreOffice, poppler, the Fandol fonts, Debian's Chromium, and npm for the editor (monaco-editor, monaco-yaml).
"""

import contextlib
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHILI = ROOT / "examples" / "shili"
EDITOR = ("monaco-editor@0.52.2", "monaco-yaml@5.5.1", "esbuild@0.28.2")
WORKERS = ("monaco-editor/esm/vs/editor/editor.worker.js", "monaco-yaml/yaml.worker.js")
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="editor.css">
<style>body { margin: 0 } #editor { width: 100vw; height: 100vh }</style>
<div id="editor"></div><script src="editor.js"></script>
"""
TYPED = """\
year: 2024
issuer: 示例区生态环境局
date: 2025-01-21
adressees: [区委, 区政府]

figures:
  立案: {value: 53起, source: 执法大队台账}
  处罚决定: {value: 41件, source: 执法大队台账}

measures:
  - id: study
    \


"""


def word(scratch: Path) -> None:
    """The first two pages of the Word file."""
    pages(scratch, SHILI / "reports" / "2024.docx", ("word-1", "word-2"))


def form(scratch: Path) -> None:
    """The first tab of the sheet that departments fill in."""
    sheet = scratch / "form.xlsx"
    command = [sys.executable, "-m", "ecoreport", "figures", "2024", "-f", "xlsx", "-C", str(SHILI), "-o", str(sheet)]
    subprocess.run(command, check=True, capture_output=True)
    pages(scratch, sheet, ("form",))


def pages(scratch: Path, source: Path, names: Sequence[str]) -> None:
    """The first pages of a document, with free fonts of the same kind in place of the standard's."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests" / "outside" / "fonts.conf")}
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(scratch), str(source)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    for number, name in enumerate(names, 1):
        page = ["-f", str(number), "-singlefile", "-r", "64", "-png"]
        made = scratch / f"{source.stem}.pdf"
        subprocess.run(["pdftoppm", *page, str(made), str(PICTURES / name)], check=True)


def preview(browser: Browser, scratch: Path) -> None:
    """The preview while the file has a fault: what is wrong above, the last good page below."""
    project = Path(shutil.copytree(SHILI, scratch / "shili"))
    path = project / "data" / "2024.yaml"
    command = [sys.executable, "-u", "-m", "ecoreport", "preview", "2024", "--no-open"]
    running = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        page = browser.new_page(viewport={"width": 1000, "height": 640})
        page.goto(running.stdout.readline().strip() if running.stdout else "")
        expect(page.frame_locator("#page").locator("article")).to_contain_text("53起")
        path.write_text(path.read_text("utf-8").replace("{{ 立案 }}", "{{ 立安 }}", 1), "utf-8")
        expect(page.locator("#problems")).to_contain_text("E204")
        page.screenshot(path=PICTURES / "preview.png")
    finally:
        running.terminate()
        running.communicate()


def editor(browser: Browser, scratch: Path) -> None:
    """A misspelt key marked, and the keys offered for a measure, with what the schema says of one."""
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *EDITOR], cwd=scratch, check=True)
    shutil.copy(ROOT / "tools" / "editor.js", scratch)
    bundle = ["npx", "esbuild", "--bundle", "--minify", "--log-level=warning", "--outdir=page", "--loader:.ttf=dataurl"]
    for entry in ("editor.js", *(f"node_modules/{worker}" for worker in WORKERS)):
        subprocess.run([*bundle, entry], cwd=scratch, check=True)
    (scratch / "page" / "index.html").write_text(PAGE, "utf-8")
    with served(scratch / "page") as address:
        page = browser.new_page(viewport={"width": 760, "height": 540})
        page.goto(address)
        schema = json.loads((ROOT / "schema" / "report.schema.json").read_text("utf-8"))
        page.evaluate("([schema, text]) => open_editor(schema, text)", [schema, TYPED])
        page.wait_for_function("marked() > 0")
        line = TYPED.split("\n").index("    ") + 1
        page.evaluate(f"editor.setPosition({{lineNumber: {line}, column: 5}}); editor.focus()")
        page.keyboard.press("Control+Space")
        offered = page.locator(".suggest-widget .monaco-list-row")
        expect(offered.filter(has_text="title")).to_be_visible()
        for _ in range(7):  # down to `text`
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Control+Space")
        expect(page.locator(".suggest-details")).to_contain_text("空一行分段")
        page.screenshot(path=PICTURES / "editor.png")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a port of this machine."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        scratch = Path(folder)
        word(scratch)
        form(scratch)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        preview(browser, scratch)
        editor(browser, scratch)
        browser.close()


if __name__ == "__main__":
    main()
