"""The HTML pages by outside judges: the W3C's checker finds no error, axe-core no violation."""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest
from support import GOOD, cases, needs, npm_package
from support.examples import EXPECTED
from support.pages import made

PROBED = ("long", "red-head", "with-tables", "attachments", "charts")
_PROBE = """<script>{axe}</script><script>
axe.run(document).then(found => {{
  const told = found.violations.map(one => [one.id, one.nodes.map(node => node.html)]);
  document.body.innerHTML = "<pre></pre>";
  document.querySelector("pre").textContent = "FOUND" + JSON.stringify(told) + "DONE";
}});
</script></body>"""


def violations(page: str, folder: Path) -> list[list[object]]:
    """What axe-core finds in the page, run inside Chromium."""
    axe = (npm_package("axe-core") / "axe.min.js").read_text("utf-8")
    needs("chromium", "no Chromium")
    probe = folder / "probe.html"
    probe.write_text(page.replace("</body>", _PROBE.format(axe=axe)), "utf-8")
    switches = ("headless", "no-sandbox", "disable-gpu", "virtual-time-budget=20000", "dump-dom")
    command = ["chromium", *(f"--{one}" for one in switches), f"--user-data-dir={folder / 'profile'}", probe.as_uri()]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=120).stdout
    found = re.search("FOUND(.*?)DONE", told.rpartition("<pre>")[2], re.DOTALL)
    assert found, told[-500:]
    return json.loads(html.unescape(found[1]))  # type: ignore[no-any-return]


@pytest.mark.npm
@pytest.mark.parametrize("case", PROBED)
def test_axe_finds_nothing_in_a_report(case: str, project: Path, tmp_path: Path) -> None:
    """Headings in order, contrast, names of what can be focused."""
    assert violations(made(case, project)[0], tmp_path) == []


@pytest.mark.npm
def test_axe_finds_nothing_in_a_comparison_but_something_where_there_is_something(tmp_path: Path) -> None:
    """The guard sees a page in no language, with grey on white."""
    page = (EXPECTED / "diff.html").read_text("utf-8")
    assert violations(page, tmp_path) == []
    broken = page.replace(' lang="zh-CN"', "").replace("<h1>", '<h1 style="color: #ccc; background: #fff">')
    assert {str(one[0]) for one in violations(broken, tmp_path)} >= {"html-has-lang", "color-contrast"}


@pytest.mark.npm
def test_the_nu_checker_finds_no_error(project: Path, tmp_path: Path) -> None:
    """Every shape of report and the comparison; and it finds one in a page that has one."""
    jar = npm_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    needs("java", "no Java")
    files = [EXPECTED / "diff.html"]
    for case in cases(GOOD):
        files.append(tmp_path / f"{case.name}.html")
        files[-1].write_text(made(case.name, project)[0], "utf-8")

    def errors(*pages: Path) -> list[object]:
        command = ["java", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, pages)]
        told = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=300).stderr
        return json.loads(told)["messages"]  # type: ignore[no-any-return]

    assert errors(*files) == []
    (tmp_path / "broken.html").write_text("<!DOCTYPE html><title>x</title><p><div></p>", "utf-8")
    assert errors(tmp_path / "broken.html")
