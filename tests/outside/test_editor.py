"""In an editor with the YAML language server: completion and hover in Chinese, the same files refused as by check."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import BAD, GOOD, NODE_MODULES, ROOT, cases, npm_package
from support.catalogue import SHOWN, example
from support.language_server import Server, running

MODELINE = "# yaml-language-server: $schema=../schema/report.schema.json\n"
_SLIPS = (110, 111, 113, 115, 116, 118, 119, 120, 121, 122, 123, 124, 125, 129, 132, 133, 137, 138)
SYNTAX = {f"E{number}" for number in _SLIPS}
SCHEMA = {"E134", "E135", "E201", "E202", "E203", "E211"}
# What a schema cannot say: rules between values, dates that do not exist, characters, silent traps.
REFUSED = {"anchors", "doubled-keys", "inner-colon", "list-not-mapping", "misspelt-keys", "no-blank-after-colon"} | {
    *("open-quote", "sections-kinds", "star-value", "tab-indent", "tags", "two-documents", "wide-colon"),
    *("wide-colon-everywhere", "wrong-values"),
}
NO_TEXT = {"gbk", "utf16"}  # an editor does not send their bytes


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One server for all files."""
    npm_package("yaml-language-server")
    with running(NODE_MODULES / ".bin" / "yaml-language-server") as started:
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the committed schema where the modeline looks for it."""
    made = tmp_path_factory.mktemp("editor")
    shutil.copytree(ROOT / "schema", made / "schema")
    return made / "data"


def test_the_same_files_are_accepted(server: Server, folder: Path) -> None:
    """The real file, every good case, every right example."""
    texts = {case.name: (case / "report.yaml").read_text("utf-8") for case in cases(GOOD)}
    texts |= {entry.code: example(entry.right, entry) for entry in SHOWN if entry.right}
    texts["2023"] = (ROOT / "data" / "2023.yaml").read_text("utf-8")
    told = server.diagnose_all({folder / f"{name}.yaml": MODELINE + text for name, text in texts.items()})
    assert {path.stem: messages for path, messages in told.items() if messages} == {}


def test_the_same_files_are_refused(server: Server, folder: Path) -> None:
    """Every bad case and wrong example whose fault lies in the YAML or in what a schema can say."""
    files = {case.name: case / "report.yaml" for case in cases(BAD) if case.name not in NO_TEXT}
    texts = {name: path.read_text("utf-8") for name, path in files.items()}
    texts |= {entry.code: example(entry.wrong, entry) for entry in SHOWN}
    told = server.diagnose_all({folder / f"bad-{name}.yaml": MODELINE + text for name, text in texts.items()})
    refused = {path.stem.removeprefix("bad-") for path, messages in told.items() if messages}
    assert refused == SYNTAX | SCHEMA | REFUSED


def test_completion_offers_what_is_missing_with_its_chinese_description(server: Server, folder: Path) -> None:
    """At the top and in an item of a list."""
    top = _completed(server, folder / "top.yaml", "year: 2024\nissuer: 某局\n\n", line=3)
    assert {"date", "lead", "figures", "measures", "shortcomings", "leader_duties", "next_year_plan"} <= set(top)
    assert "year" not in top
    assert top["figures"] == "每个数只在这里写一次，正文用 {{ 名称 }} 引用"
    item = _completed(server, folder / "item.yaml", "year: 2024\nissuer: 某局\nnext_year_plan:\n  - ", line=4, at=4)
    assert {"id", "title", "text", "answers"} <= set(item)


def _completed(server: Server, path: Path, text: str, line: int, at: int = 0) -> dict[str, str]:
    server.diagnose(path, MODELINE + text)
    place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": at}}
    return {
        item["label"]: item.get("documentation", "") for item in server.ask("textDocument/completion", place)["items"]
    }


def test_hover_explains_a_key(server: Server, folder: Path) -> None:
    """Title, description, example."""
    server.diagnose(folder / "hover.yaml", MODELINE + "year: 2024\nissuer: 某局\n")
    place = {"textDocument": {"uri": (folder / "hover.yaml").as_uri()}, "position": {"line": 2, "character": 2}}
    shown = server.ask("textDocument/hover", place)["contents"]["value"]
    for part in ("发文机关", "全称或规范化简称，也用于落款", "示例区生态环境局"):
        assert part in shown


def test_every_key_of_the_schema_has_a_chinese_title_and_description() -> None:
    """So that completion and hover never show a bare key."""
    schema = json.loads((ROOT / "schema" / "report.schema.json").read_text("utf-8"))
    for model in (schema, *schema["$defs"].values()):
        for name, field in model.get("properties", {}).items():
            for word in (field.get("title", ""), field.get("description", "")):
                assert any(character > "\u4e00" for character in word), (model.get("title"), name)
