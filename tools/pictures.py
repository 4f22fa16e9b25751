"""The pictures of README, handbook and site: `python tools/pictures.py [NAME…]` makes them again, --check compares.

Nothing in them is of a real bureau. Terminals are drawn by `terminal.py`, the same on every machine. Pages are
photographed: that wants LibreOffice, poppler, the Fandol fonts, Debian's Chromium, and npm for the editor
(monaco-editor, monaco-yaml). A photograph keeps a digest of what it was made of, so that --check, and a test, need none
of that.
"""

import contextlib
import functools
import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from made_of import digest_in, with_digest
from playwright.sync_api import Browser, expect, sync_playwright
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import YamlLexer
from terminal import drawn

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHILI = ROOT / "examples" / "shili"
WORD = SHILI / "reports" / "2024.docx"
SCHEMA = ROOT / "schema" / "report.schema.json"
SLIP = ("全年立案{{ 立案 }}", "全年立案{{ 立安 }}")  # what error and preview show
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
# The lines of the year file that stand beside the page.
_HEAD = "(?:year|issuer|date|addressees|figures|  党组学法|  执法培训|  合法性审查|measures):.*\n"
EXCERPT = re.compile(rf"^(?:{_HEAD}|  - id: (?:study|decision)\n(?:    .*\n)+)", re.MULTILINE)
BESIDE = """<!doctype html><meta charset="utf-8">
<style>
body {{ margin: 0; padding: 20px; display: flex; gap: 14px; align-items: center; background: #eceff1; width: 1160px }}
pre {{ margin: 0; white-space: pre-wrap; font: 14px/1.5 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace }}
.file, .page {{ background: #fff; border-radius: 6px; box-shadow: 0 1px 5px #0003; height: 650px; overflow: hidden }}
.file {{ width: 520px; padding: 14px 18px; box-sizing: border-box }}
.name {{ font: 14px 'Noto Sans CJK SC', sans-serif; color: #607d8b; padding-bottom: 8px }}
.arrow {{ font-size: 40px; color: #607d8b }}
.page {{ width: 560px }} .page img {{ margin: -60px 0 0 -40px }}
</style>
<div class="file"><div class="name">data/2024.yaml</div>{code}</div><div class="arrow">→</div>
<div class="page"><img src="data:image/png;base64,{page}"></div>
"""


class Photograph(NamedTuple):
    """Pictures that an outside program makes, by names; what they show, as bytes; and how they are made of it."""

    names: tuple[str, ...]
    of: Callable[[], bytes]
    take: Callable[[Browser, Path], None]


def ecoreport(*arguments: str, folder: Path = SHILI, colour: bool = False) -> str:
    """What a command says, on a terminal or not."""
    command = [sys.executable, "-m", "ecoreport", *arguments, *(["--color"] if colour else [])]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
    return done.stdout + done.stderr


@contextlib.contextmanager
def slipped() -> Iterator[Path]:
    """The example with a figure's name mistyped."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(SHILI, Path(folder) / "shili"))
        path = project / "data" / "2024.yaml"
        path.write_text(path.read_text("utf-8").replace(*SLIP, 1), "utf-8")
        yield project


def error() -> str:
    """A check that finds a misspelt name, and a number to look at again."""
    with slipped() as project:
        said = ecoreport("check", "2024", "--select", "E,W615", folder=project, colour=True)
    return drawn(f"$ ecoreport check 2024 --select E,W615\n{said}")


def difference() -> str:
    """How the page that a comparison of two years begins with begins."""
    said = ecoreport("diff", "2023", "2024", colour=True).split("\n\n")
    return drawn("\n\n".join((f"$ ecoreport diff 2023 2024\n{said[0]}", *said[1:4], "……")))


def beside() -> str:
    """The lines of the year file that stand beside the page."""
    return "".join(EXCERPT.findall((SHILI / "data" / "2024.yaml").read_text("utf-8")))


def take_beside(browser: Browser, scratch: Path) -> None:
    """The year file, and the page of the Word file that prints it."""
    pages(scratch, WORD, ("first", "second"), scratch, 77)
    code = highlight(beside(), YamlLexer(), HtmlFormatter(noclasses=True, style="friendly", nobackground=True))
    image = b64encode((scratch / "second.png").read_bytes()).decode()
    (scratch / "beside.html").write_text(BESIDE.format(code=code, page=image), "utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 690})
    page.goto((scratch / "beside.html").as_uri())
    page.screenshot(path=PICTURES / "beside.png")


def take_word(_: Browser, scratch: Path) -> None:
    """The first two pages of the Word file."""
    pages(scratch, WORD, ("word-1", "word-2"))


def form() -> bytes:
    """The sheet that departments fill in."""
    with tempfile.TemporaryDirectory() as folder:
        ecoreport("figures", "2024", "-f", "xlsx", "-o", str(Path(folder) / "form.xlsx"))
        return (Path(folder) / "form.xlsx").read_bytes()


def take_form(_: Browser, scratch: Path) -> None:
    """Its first tab."""
    (scratch / "form.xlsx").write_bytes(form())
    pages(scratch, scratch / "form.xlsx", ("form",))


def pages(scratch: Path, source: Path, names: Sequence[str], folder: Path = PICTURES, resolution: int = 64) -> None:
    """The first pages of a document, with free fonts of the same kind in place of the standard's."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "tests" / "outside" / "fonts.conf")}
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(scratch), str(source)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    for number, name in enumerate(names, 1):
        page = ["-f", str(number), "-singlefile", "-r", str(resolution), "-png"]
        made = scratch / f"{source.stem}.pdf"
        subprocess.run(["pdftoppm", *page, str(made), str(folder / name)], check=True)


def preview() -> bytes:
    """What the preview shows while the file has a fault: what is wrong above, the last good page below."""
    with slipped() as project:
        wrong = ecoreport("check", "2024", folder=project)
    frame = (ROOT / "src" / "ecoreport" / "cli" / "live.html").read_text("utf-8")
    return "".join((frame, wrong, ecoreport("build", "2024", "-f", "html", "-o", "-"))).encode()


def take_preview(browser: Browser, scratch: Path) -> None:
    """The browser, after the slip was typed."""
    project = Path(shutil.copytree(SHILI, scratch / "shili"))
    path = project / "data" / "2024.yaml"
    command = [sys.executable, "-u", "-m", "ecoreport", "preview", "2024", "--no-open"]
    running = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        page = browser.new_page(viewport={"width": 1000, "height": 640})
        page.goto(running.stdout.readline().strip() if running.stdout else "")
        expect(page.frame_locator("#page").locator("article")).to_contain_text("53起")
        path.write_text(path.read_text("utf-8").replace(*SLIP, 1), "utf-8")
        expect(page.locator("#problems")).to_contain_text("E204")
        page.screenshot(path=PICTURES / "preview.png")
    finally:
        running.terminate()
        running.communicate()


def editor() -> bytes:
    """What is typed, and what the schema says of the keys that are offered."""
    measure = json.loads(SCHEMA.read_text("utf-8"))["$defs"]["Measure"]["properties"]
    return json.dumps([TYPED, sorted(measure), measure["text"]["description"]]).encode()


def take_editor(browser: Browser, scratch: Path) -> None:
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
        schema = json.loads(SCHEMA.read_text("utf-8"))
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


DRAWN: Mapping[str, Callable[[], str]] = {"error": error, "diff": difference}
TAKEN = (
    Photograph(("beside",), lambda: beside().encode() + WORD.read_bytes(), take_beside),
    Photograph(("word-1", "word-2"), WORD.read_bytes, take_word),
    Photograph(("form",), form, take_form),
    Photograph(("preview",), preview, take_preview),
    Photograph(("editor",), editor, take_editor),
)


def stale() -> list[str]:
    """The pictures that show something else than there is now."""
    old = [name for name, draw in DRAWN.items() if _read(f"{name}.svg") != draw().encode()]
    for one in TAKEN:
        digest = _digest(one)
        old += [name for name in one.names if digest_in(_read(f"{name}.png")) != digest]
    return old


def _read(name: str) -> bytes:
    path = PICTURES / name
    return path.read_bytes() if path.exists() else b""


def _digest(one: Photograph) -> str:
    return hashlib.sha256(one.of()).hexdigest()


def make(names: Sequence[str]) -> None:
    """Make those pictures."""
    for name, draw in DRAWN.items():
        if name in names:
            (PICTURES / f"{name}.svg").write_text(draw(), "utf-8", newline="\n")
    wanted = [one for one in TAKEN if set(one.names) & set(names)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for one in wanted:
            scratch = Path(folder) / one.names[0]
            scratch.mkdir()
            one.take(browser, scratch)
            for path in (PICTURES / f"{name}.png" for name in one.names):
                path.write_bytes(with_digest(path.read_bytes(), _digest(one)))
        browser.close()


def main(arguments: Sequence[str]) -> int:
    """0; 1 where --check finds pictures that are not current."""
    if "--check" in arguments:
        if old := stale():
            sys.stderr.write(f"not current: python tools/pictures.py {' '.join(old)}\n")
        return 1 if old else 0
    make(arguments or [*DRAWN, *(name for one in TAKEN for name in one.names)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
