"""Problems as machines read them: JSON, GitHub and GitLab annotations, SARIF; one function a format."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from ecoreport import __version__
from ecoreport.problems.catalogue import catalogue
from ecoreport.problems.diagnostic import Problem, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_EDITORS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "info"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects; lines and columns count from 1 in code points, the end is behind the last character."""
    return _dumped(
        [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "end_line": problem.end_line,
                "end_column": problem.end_column,
                "code": problem.code,
                "severity": problem.severity.value,
                "message": problem.message,
                "help": problem.help,
                "path": problem.path,
            }
            for problem in map(_placed, problems)
        ]
    )


def _placed(problem: Problem) -> Problem:
    """The same; one that has no place, as that something is missing, stands at the first character."""
    return problem if problem.line else problem._replace(line=1, column=1, end_line=1, end_column=1)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub Actions shows beside the lines of a pull request."""
    return "".join(_command(problem) + "\n" for problem in map(_placed, problems))


def _command(problem: Problem) -> str:
    fields = {
        "title": f"ecoreport {problem.code}",
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "endLine": problem.end_line,
        "endColumn": problem.end_column,
    }
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_GITHUB[problem.severity]} {shown}::{_data(_whole_message(problem))}"


def _data(text: str) -> str:
    """Escaped as the runner's own toolkit does it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A Code Quality report; fingerprints stay the same when lines above a problem come or go."""
    seen: dict[str, int] = {}
    entries = []
    for problem in map(_placed, problems):
        key = f"{problem.file}\0{problem.code}\0{problem.path}\0{problem.message}"
        seen[key] = seen.get(key, 0) + 1
        entries.append(
            {
                "check_name": problem.code,
                "description": _whole_message(problem),
                "severity": _GITLAB[problem.severity],
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest(),
                "location": {
                    "path": problem.file,
                    "positions": {
                        "begin": {"line": problem.line, "column": problem.column},
                        "end": {"line": problem.end_line, "column": problem.end_column},
                    },
                },
            }
        )
    return _dumped(entries)


def as_sarif(problems: Sequence[Problem], page: str = "") -> str:
    """A SARIF 2.1.0 log with the rules that were broken; columns count code points.

    Each rule has what `explain` says of it, and its place on the `page` of rules where that has an address.
    """
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "ecoreport", "version": __version__, "rules": [_sarif_rule(code, page) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(problem, codes.index(problem.code)) for problem in map(_placed, problems)],
    }
    return _dumped({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(code: str, page: str) -> dict[str, object]:
    entry = catalogue()[code]
    shown = [(word, text.rstrip("\n")) for word, text in (("不对", entry.wrong), ("对", entry.right)) if text]
    plain = "\n\n".join([entry.why, *(f"{word}：\n{text}" for word, text in shown)])
    marked = "\n\n".join([entry.why, *(f"{word}：\n\n```yaml\n{text}\n```" for word, text in shown)])
    return {
        "id": code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.why},
        "help": {"text": plain, "markdown": marked},
        **({"helpUri": f"{page}#{code}"} if page else {}),
        "defaultConfiguration": {"level": _SARIF[entry.severity]},
    }


def _sarif_result(problem: Problem, rule: int) -> dict[str, object]:
    region = {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endLine": problem.end_line,
        "endColumn": problem.end_column,
    }
    place = {"artifactLocation": {"uri": quote(problem.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _SARIF[problem.severity],
        "message": {"text": _whole_message(problem)},
        "locations": [{"physicalLocation": place}],
    }


def as_line(problem: Problem) -> str:
    """For the problem matchers of editors: data/2024.yaml:45:12-45:15: error E204: the message（what to do）."""
    problem = _placed(problem)
    begin, end = f"{problem.line}:{problem.column}", f"{problem.end_line}:{problem.end_column}"
    told = " ".join((problem.message + (f"（{problem.help}）" if problem.help else "")).split())
    return f"{problem.file}:{begin}-{end}: {_EDITORS[problem.severity]} {problem.code}: {told}"


def _whole_message(problem: Problem) -> str:
    return f"{problem.message}\n帮助: {problem.help}" if problem.help else problem.message


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
