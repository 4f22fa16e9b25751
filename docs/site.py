"""The site shows files of the repository as they are: no page is copied into docs/, where it would drift.

ProperDocs, which carries mkdocs 1 on, knows nothing above docs/. The pages that stand outside of it, and the files that
pages link to, are added here; links are written for GitHub, from file to file, and told here in the site's terms.
"""

import json
import posixpath
import re
from pathlib import Path

from jinja2 import Environment
from properdocs.config.defaults import ProperDocsConfig
from properdocs.structure.files import File, Files
from properdocs.structure.pages import Page
from pygments.formatters import HtmlFormatter

ROOT = Path(__file__).parents[1]
# What is outside of docs/, and where it is on the site.
OUTSIDE = {
    "README.zh-CN.md": "handbook.md",
    "README.md": "readme-en.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "examples/shili": "example.md",
    "schema/report.schema.json": "report.schema.json",
}
LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]*)")
BREAK = re.compile(
    r"(?<=[\u4e00-\u9fff，。；：、）”》])\n(?=[\u4e00-\u9fff“（《])"
)  # a browser would show it as a blank


def on_files(files: Files, config: ProperDocsConfig) -> Files:
    """The files of docs/ and those outside that belong to the site."""
    for name, place in OUTSIDE.items():
        source = ROOT / name
        files.append(
            File.generated(config, place, abs_src_path=str(source / "README.md" if source.is_dir() else source))
        )
    return files


def on_page_markdown(markdown: str, page: Page, config: ProperDocsConfig, files: Files) -> str:
    """The page with each link as the site has it, and its Chinese lines joined.

    A link to what the site does not have stays as it is, and ProperDocs warns of it.
    """
    _ = config, files
    source = Path(page.file.abs_src_path or "").relative_to(ROOT)

    def rewritten(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(source.parent.as_posix(), match[1]))
        return OUTSIDE.get(target, target.removeprefix("docs/"))

    parts = LINK.sub(rewritten, markdown).split("```")
    return "```".join(part if at % 2 else BREAK.sub("", part) for at, part in enumerate(parts))


def on_env(env: Environment, config: ProperDocsConfig, files: Files) -> Environment:
    """The theme's environment, which can write the colours of code."""
    _ = config, files
    env.globals["highlight_css"] = lambda style: HtmlFormatter(style=style).get_style_defs(".codehilite")
    return env


def on_post_build(config: ProperDocsConfig) -> None:
    """The parts of all pages as a script, for docs/theme/search/main.js, in place of what nothing reads then.

    The index has every page a second time, whole; that is left out.
    """
    folder = Path(config.site_dir) / "search"
    docs = json.loads((folder / "search_index.json").read_text("utf-8"))["docs"]
    parts = [part for part in docs if "#" in part["location"]]
    (folder / "pages.js").write_text(f"const PAGES = {json.dumps(parts, ensure_ascii=False)};\n", "utf-8")
    for unused in ("search_index.json", "worker.js", "lunr.js"):
        (folder / unused).unlink()
