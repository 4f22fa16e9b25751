"""A year file from elsewhere: its texts reach neither Python nor files nor the network, and end soon."""

import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import GOOD, ROOT, Run, process
from support.projects import build_of

from ecoreport.report import _watchdog

# What people try in template languages, and what only takes time or memory.
HOSTILE = (
    "'a'*10**9", "'a'*1000000000", "9**9**9", "[0]*1000000000", "'%1000000000d' % 5", "'{:1000000000}'.format(5)",
    "'a'|center(1000000000)", "range(1000000000)|list", "(" * 240 + "1" + ")" * 240, "-" * 499 + "1",
    "not " * 120 + "1", "+".join(["1"] * 20000), "~".join(["立案"] * 20000), "1e999999*0", "立案.__class__.__mro__",
    "立案['__class__']", "立案.quantity()", "self.__init__", "lipsum()", "cycler.__init__.__globals__.os",
    "立案.value.__class__", "上年.__class__", "上年.figures", "立案|同比(1000000000)", "立案|attr('__class__')",
    "立案|map('x')", "namespace()", "joiner.__init__", "'' if 1 else 2", "1/0", "10%0", "立案" + "|同比" * 100,
    "立案" + ".value" * 90, "''.join", "'x'.__class__", "loop", "caller()", "url_for.__globals__", "g", "config",
    "request", "open('/etc/passwd')", "__import__('os')", "立案.value.real", "'/etc/passwd'|safe", "{'a': 1}",
    "9999999999*" * 40 + "1",
)  # fmt: skip
HEAD = "year: 2024\nissuer: 示例区生态环境局\nfigures: {立案: 3起}\nmeasures:\n"


def test_no_text_reaches_anything_or_takes_long(tmp_path: Path) -> None:
    """All in one file, with 600 MB and 20 seconds: each is told at its own line, and none is evaluated to anything."""
    (tmp_path / "data").mkdir()
    items = "".join(f"  - text: |\n      甲{{{{ {expression} }}}}乙。\n" for expression in HOSTILE)
    (tmp_path / "data" / "2024.yaml").write_text(HEAD + items, "utf-8")
    told = process("check", "2024", "-v", cwd=tmp_path, preexec_fn=_bounded)
    assert told.returncode == 1, told.stderr.decode()
    text = told.stdout.decode()
    lines = {int(line) for line in re.findall(r"错误\[E2(?:04|05|16|19)\][^\n]*\n *--> data/2024\.yaml:([0-9]+)", text)}
    first = HEAD.count("\n") + 2
    harmless = {first + 2 * HOSTILE.index("9999999999*" * 40 + "1")}
    assert lines == set(range(first, first + 2 * len(HOSTILE), 2)) - harmless
    assert "root:" not in text


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def test_what_is_printed_is_not_read_again(project: Path, run: Run) -> None:
    """A figure, a title, an issuer that look like a template are text."""
    path = project / "data" / "2024.yaml"
    text = path.read_text("utf-8").replace("示例区生态环境局", "示例{% raw %}局{{1+1}}")
    path.write_text(text, "utf-8")
    built = run(project, "build", "2024", "-f", "md", "-o", "-")
    assert "示例{% raw %}局{{1+1}}" in built.out


@pytest.mark.parametrize(
    "template", ["{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "{{ 没有 }}"]
)
def test_a_foreign_projects_templates_are_left_out(template: str, project: Path, run: Run) -> None:
    """With --no-project-templates they are not even read; the report is the packaged templates'."""
    expected = build_of(project, "md").outputs["md"].decode()
    (project / "templates").mkdir()
    (project / "templates" / "report.md.j2").write_text(template, "utf-8")
    outcome = run(project, "build", "2024", "-f", "md", "-o", "-", "--no-project-templates")
    assert (outcome.code, outcome.out) == (0, expected)


# A project's own templates are programs; but these, too, end.
HOSTILE_TEMPLATES = (
    "{{ 'a' * 10**9 }}", "{{ '%1000000000d' % 1 }}", "{{ '%1000000000d' | format(1) }}",
    "{{ 'a' | center(1000000000) }}", "{{ 9**9**9 }}", "{{ [0] * 10000000000 }}", "{{ 'a'.ljust(1000000000) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ 'x' | batch(1000000000, 'y') | list }}", "{{ 'x' | indent(1000000000) }}", "{{ lipsum(n=100000) }}",
    "{% for a in outline.title %}" * 5 + "{% endfor %}" * 5,
    "{% set a = outline.title %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}",
    "{% set a = outline.title %}" + "{% set a = a + a %}" * 60 + "{{ a }}",
    "{% set a = [1, 2] %}" + "{% set a = a + a %}" * 60,
    "{% set a %}甲{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60,
    "{% set a = outline.title %}" + "{% set a = a | join(a) %}" * 9,
    "{% set a = outline.title %}" + "{% set a = a | replace(a[0], a) %}" * 60,
    "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}", "{% include 'report.md.j2' %}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
    "{% for a in range(10**9) %}{{ a }}{% endfor %}", "{% for a in [0] * 10**9 %}{% endfor %}",
    "{{ report.model_dump() }}", "{{ report.model_config.clear() }}", "{{ report.__class__ }}", "{{ outline.title() }}",
    "{{ 1 | round(100000000, 'ceil') }}", "{% set x = 10 %}" + "{% set x = x * x %}" * 40 + "{{ x % 7 }}", "{{ 2**3 }}",
    "{% set a = ('一', '二') %}" + "{% set a = (a, a) %}" * 40 + "{{ a }}",
    "{% set a = ('一', '二') %}" + "{% set a = (a, a) %}" * 40 + "{{ a | string | length }}",
    "{{ outline.issuer.upper }}", "{{ {'items': 3}.items }}", "{{ outline.sections }}",
    "{{ report.figures.items().__class__ }}", "{{ cycler.__init__.__globals__ }}", "{{ [].append(1) }}",
)  # fmt: skip


# The end may come while a finaliser runs, and Python only prints it then: it comes again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_no_template_runs_for_ever(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is told with its line, with 2 GB for the whole of pytest and them, and half a second for each.

    On a machine with much else to do that may be over before the template's own lines are reached: it gets more then.
    """
    (project / "templates").mkdir()
    limits = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, limits[1]))
    try:
        for template in HOSTILE_TEMPLATES:
            (project / "templates" / "report.md.j2").write_text("{# 第一行 #}\n" + template, "utf-8")
            for seconds in (0.5, 2, 8):
                monkeypatch.setattr(_watchdog, "MOST_SECONDS", seconds)
                built = build_of(project, "md")
                assert not built.outputs, template
                [problem] = [one for one in built.problems if one.code == "E301"]
                if problem.line:
                    break
            assert (Path(problem.file).name, problem.line) == ("report.md.j2", 2), (template, problem)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, limits)


def test_a_template_may_do_what_templates_do(project: Path) -> None:
    """Macros, loops, texts put together, methods that make nothing long."""
    (project / "templates").mkdir()
    (project / "templates" / "report.md.j2").write_text(
        "{% macro bold(text) %}【{{ text | upper }}】{% endmacro %}"
        "{% for one in ['a', 'b'] %}{{ loop.cycle('甲', '乙') }}{{ bold(one ~ '-' + 'c') }}{% endfor %}"
        "{{ outline.issuer.replace is defined }}{{ ['x', 'y'] | join('、') | replace('x', 'z') }}{{ 2 * 3 + 1 }}"
        "{{ outline.issuer.replace('局', '厅') }}{{ '、'.join(['x', 'y']) }}{{ 'aaa' | replace('a', 3, 2) }}"
        "{{ [1, 2] | join(d='-') }}"
        "{{ outline.sections | join('；', attribute='heading') }}{{ 2.345 | round(1) }}"
        "{% for node in outline.sections recursive %}({{ node.entries | length }}{{ loop(node.entries) }}){% endfor %}"
        "{% set x %}{{ '3*4' }}{% endset %}{{ x }}{% macro m(t) %}{{ t }}{% endmacro %}{{ m('5*6') }}"
        "{% for name, figure in report.figures.items() %}{{ name.startswith('党') }}{% endfor %}",
        "utf-8",
    )
    [made] = build_of(project, "md").outputs.values()
    assert made.decode().startswith("甲【A-C】乙【B-C】")
    assert "z、y7" in made.decode()
    assert "示例区生态环境厅x、y33a1-2一、" in made.decode()
    assert "3\\*45\\*6" in made.decode()  # escaped once


@pytest.mark.parametrize(
    "change",
    [
        ("layout: ../../etc/passwd", "layout"), ("layout: /etc/passwd", "layout"), ("layout: gbt9704.yaml", "layout"),
        ("layout: ..", "layout"),
    ],
)  # fmt: skip
def test_no_value_names_a_file_outside(change: tuple[str, str], project: Path, run: Run) -> None:
    """The only value that names a file is the layout's, and it is a bare word."""
    line, key = change
    path = project / "data" / "2024.yaml"
    path.write_text(f"{path.read_text('utf-8')}{line}\n", "utf-8")
    outcome = run(project, "build", "2024")
    assert outcome.code == 1
    assert key in outcome.err
    assert not (project / "reports").exists()


def test_issuer_and_title_are_in_no_file_name(project: Path, run: Run) -> None:
    """Files are called after the year, which is a number of four digits."""
    path = project / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("示例区生态环境局", "../../示例/局"), "utf-8")
    before = {one.relative_to(project.parent) for one in project.parent.rglob("*")}
    run(project, "build", "2024")
    run(project, "figures", "2024", "-f", "docx")
    made = {one.relative_to(project.parent) for one in project.parent.rglob("*")} - before
    assert {one.name for one in made} <= {"reports", "2024.md", "2024.docx", "2024核对表.docx"}


def test_no_network_is_asked(project: Path) -> None:
    """Under a hook that ends the program at the first socket, check and build run."""
    hook = (
        "import sys; sys.addaudithook(lambda name, _: (_ for _ in ()).throw(SystemExit(77)) "
        "if name in ('socket.connect', 'socket.getaddrinfo', 'subprocess.Popen', 'os.system') else None);"
        "sys.argv[1:] = ['build', '-f', 'md', '-f', 'docx', '-f', 'html']; from ecoreport.cli.main import main; main()"
    )
    assert subprocess.run([sys.executable, "-c", hook], cwd=project, capture_output=True, check=False).returncode == 0


def test_of_several_projects_the_packaged_templates_are_used(tmp_path: Path, run: Run) -> None:
    """And those whose own were left out are named; a copy of the packaged ones is not worth a word."""
    for name in ("甲局", "乙局"):
        (tmp_path / name / "data").mkdir(parents=True)
        shutil.copy(GOOD / "plain" / "report.yaml", tmp_path / name / "data" / "2024.yaml")
        shutil.copytree(ROOT / "templates", tmp_path / name / "templates")
    (tmp_path / "甲局" / "templates" / "report.md.j2").write_text("# 自己的\n", "utf-8")
    assert run(tmp_path, "build", "-C", "甲局", "-f", "md", "-o", "-").out == "# 自己的\n"
    outcome = run(tmp_path, "build", "-C", "*局", "-f", "md")
    assert outcome.code == 0
    assert outcome.err.count("没有用") == 1
    assert "没有用 甲局/templates 里自己的模板：report.md.j2，用的是自带的" in outcome.err
    made = [(tmp_path / name / "reports" / "2024.md").read_bytes() for name in ("甲局", "乙局")]
    assert made[0] == made[1]
