"""The commands as a user runs them: exit codes, where things go, what is said."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import BAD, ROOT, Run, process
from support.examples import SHILI


def test_build_writes_both_files_and_says_so(project: Path, run: Run) -> None:
    """Product in reports/, talk on stderr."""
    outcome = run(project, "build", "2024")
    assert outcome == (0, "", "已生成 reports/2024.md、reports/2024.docx\n")
    assert sorted(path.name for path in (project / "reports").iterdir()) == ["2024.docx", "2024.md"]


def test_check_mode_tells_missing_stale_and_current(project: Path, run: Run) -> None:
    """Exit 1 until the files are what the data gives, and nothing is written by looking."""
    assert run(project, "build", "--check").out == "reports/2024.md：还没有生成\nreports/2024.docx：还没有生成\n"
    assert not (project / "reports").exists()
    run(project, "build")
    assert run(project, "build", "--all", "--check") == (0, "", "2个文件都是最新的\n")
    (project / "reports" / "2024.md").write_bytes(b"changed by hand\n")
    outcome = run(project, "build", "--check")
    assert (outcome.code, outcome.out) == (1, "reports/2024.md：不是最新的\n")


def test_output_goes_where_it_is_told(project: Path, run: Run) -> None:
    """A file, a folder that exists or not, standard output."""
    assert run(project, "build", "2024", "-o", "报告.docx").code == 0
    assert run(project, "build", "2024", "-f", "md", "-o", "out/").code == 0
    assert run(project, "build", "2024", "-f", "md", "-o", "-").out == (project / "out" / "2024.md").read_text("utf-8")
    assert (project / "报告.docx").read_bytes().startswith(b"PK")
    assert not (project / "reports").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["build", "2024", "-o", "-"], "一次只能输出"),
        (["build", "2024", "-o", "x.odt"], ".md、.docx"),
        (["build", "2024", "-f", "md", "-o", "x.docx"], "不一致"),
        (["build", "2023"], "没有 2023 年的文件"),
        (["build", "../../etc"], "不是年度"),
        (["build", "2024", "--all"], "只写一样"),
        (["bild"], "没有“bild”这个命令。是不是 ecoreport build？"),
        (["检查"], "是不是 ecoreport check？"),
        (["2024"], "是不是 ecoreport check 2024、ecoreport build 2024？"),
        (["wxyz"], "ecoreport --help 列出所有命令"),
        (["check", "2042"], "现有：2024。是不是 2024？"),
        (["build", "--nonsense"], "没有 '--nonsense' 这个选项"),
        (["check", "-C", "nowhere"], "没有“nowhere”这个文件夹"),
    ],
)
def test_wrong_usage_is_told_in_chinese(project: Path, run: Run, arguments: list[str], word: str) -> None:
    """Exit 2, nothing on stdout."""
    outcome = run(project, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert word in outcome.err


def test_a_folder_that_is_no_project_is_told(tmp_path: Path, run: Run) -> None:
    """Without data/ above, and with an empty one."""
    assert "不是 ecoreport 项目" in run(tmp_path, "check").err
    (tmp_path / "data").mkdir()
    assert "里没有年度文件" in run(tmp_path, "check").err


def test_the_project_is_found_from_below_and_by_name(project: Path, run: Run) -> None:
    """From a folder inside it; with -C from anywhere."""
    (project / "deep" / "er").mkdir(parents=True)
    assert run(project / "deep" / "er", "check").code == 0
    assert run(ROOT, "check", "-C", str(project)).code == 0


def test_one_bad_file_hides_no_other(project: Path, run: Run) -> None:
    """Both are told of, and nothing at all is built."""
    for year, case in ((2022, "wide-colon"), (2023, "doubled-keys")):
        shutil.copy(BAD / case / "report.yaml", project / "data" / f"{year}.yaml")
    outcome = run(project, "check", "--all")
    assert outcome.code == 1
    assert "data/2022.yaml:3:7" in outcome.out
    assert "data/2023.yaml:4:1" in outcome.out
    assert run(project, "build", "--all").code == 1
    assert not (project / "reports").exists()


def test_one_file_that_cannot_be_read_hides_no_other(project: Path, run: Run) -> None:
    """A link to nowhere, a folder in its place: said, exit 2, and the other years are checked."""
    (project / "data" / "2021.yaml").symlink_to("nowhere")
    (project / "data" / "2022.yaml").mkdir()
    shutil.copy(BAD / "doubled-keys" / "report.yaml", project / "data" / "2023.yaml")
    outcome = run(project, "check", "--all")
    assert outcome.code == 2
    assert "data/2023.yaml:4:1" in outcome.out
    assert "2021.yaml”无法读写：没有这个文件或文件夹" in outcome.err
    assert "2022.yaml”无法读写：这是文件夹，不是文件" in outcome.err
    assert "检查了2个文件" in outcome.err
    assert run(project, "build", "2021").code == 2
    assert run(project, "new", "2022").code == 2


@pytest.mark.parametrize("command", [("figures", "-f", "csv"), ("schema",), ("diff", "2024", "2024", "-f", "md")])
def test_nothing_that_is_made_replaces_a_year_file(project: Path, run: Run, command: tuple[str, ...]) -> None:
    """Whatever -o says."""
    before = (project / "data" / "2024.yaml").read_bytes()
    outcome = run(project, *command, "-o", "data/2024.yaml")
    assert (outcome.code, "没有覆盖" in outcome.err) == (2, True)
    assert (project / "data" / "2024.yaml").read_bytes() == before
    assert run(project, "build", "-o", "").code == 2


def test_a_year_that_is_not_filled_in_is_not_held_against_reports(project: Path, run: Run) -> None:
    """As long as no report of it was made; CI need not be red all spring."""
    run(project, "build", "2024")
    assert run(project, "new", "2025").code == 0
    outcome = run(project, "build", "--all", "--check")
    assert (outcome.code, outcome.out) == (0, "")
    assert "2025 年还没有填完，也没有定过稿，不核对。" in outcome.err
    run(project, "build", "--all", "-o", "收齐/")
    assert sorted(path.name for path in (project / "收齐").iterdir()) == [
        "2024.docx", "2024.md", "2025.draft.docx", "2025.draft.md",
    ]  # fmt: skip
    (project / "reports" / "2025.docx").write_bytes(b"once final")
    assert run(project, "build", "--all", "--check").code == 1


def test_a_failing_build_leaves_the_old_output(project: Path, run: Run) -> None:
    """Byte for byte."""
    run(project, "build")
    before = {path: path.read_bytes() for path in (project / "reports").iterdir()}
    shutil.copy(BAD / "several-places" / "report.yaml", project / "data" / "2024.yaml")
    assert run(project, "build").code == 1
    assert {path: path.read_bytes() for path in (project / "reports").iterdir()} == before


def test_jobs_make_the_same_files(project: Path, run: Run) -> None:
    """-j only changes how long it takes."""
    (project / "data" / "2025.yaml").write_text(
        (project / "data" / "2024.yaml").read_text("utf-8").replace("2025", "2026").replace("2024", "2025"), "utf-8"
    )
    assert run(project, "build").code == 0
    assert run(project, "build", "--check", "-j", "2").code == 0


def test_warnings_fail_only_when_strict(project: Path, run: Run) -> None:
    """A zero-width blank is a warning."""
    path = project / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("扎实推进", "扎实\u200b推进"), "utf-8")
    assert run(project, "check").code == 0
    assert "警告[W105]" in run(project, "check").out
    assert run(project, "check", "--strict").code == 1


def test_colours_only_where_wanted(project: Path) -> None:
    """Not in a pipe, not under NO_COLOR; on request always."""
    shutil.copy(BAD / "wide-colon" / "report.yaml", project / "data" / "2024.yaml")
    assert b"\x1b[" not in process("check", cwd=project).stdout
    assert b"\x1b[" in process("check", "--color", cwd=project).stdout
    assert b"\x1b[" not in process("check", cwd=project, env={**os.environ, "NO_COLOR": "1"}).stdout


def test_a_gbk_pipe_does_not_stop_the_program(project: Path) -> None:
    """What GBK lacks is printed as an escape; machine output stays UTF-8."""
    path = project / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("year: 2024", "year: 2024\n𠮷: 1"), "utf-8")
    gbk = {**os.environ, "PYTHONIOENCODING": "gbk"}
    outcome = process("check", cwd=project, env=gbk)
    assert outcome.returncode == 1
    assert "\\U00020bb7" in outcome.stdout.decode("gbk")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_closed_and_full_streams_give_no_traceback(project: Path) -> None:
    """A reader that goes away, a disk that is full."""
    program = f"{sys.executable} -m ecoreport"
    for tail in ("build 2024 -f md -o - | true", "check >&-", "schema > /dev/full", "schema | head -1"):
        outcome = subprocess.run(["sh", "-c", f"{program} {tail}"], cwd=project, capture_output=True, check=False)
        assert b"Traceback" not in outcome.stderr
    assert subprocess.run(["sh", "-c", f"{program} schema > /dev/full"], cwd=project, check=False).returncode == 2


def test_version_loads_nothing_heavy() -> None:
    """No YAML, pydantic, Jinja2 or lxml, and nothing that writes Word."""
    code = (
        "import sys; from ecoreport.cli import main; code = main.run(['--version']);"
        "print(code, sorted({'yaml', 'pydantic', 'jinja2', 'lxml', 'ecoreport.typeset.word'} & set(sys.modules)))"
    )
    assert _python(code) == "ecoreport 0.2.0\n0 []\n"


@pytest.mark.parametrize("typed", ["--version", "-V"])
def test_the_version_is_told_at_once(typed: str) -> None:
    """Without click; where it cannot be printed, as every command tells that."""
    code = (
        f"import sys; sys.argv[1:] = [{typed!r}]; from ecoreport.cli import start; start.main();"
        "print('click' in sys.modules)"
    )
    assert _python(code) == "ecoreport 0.2.0\nFalse\n"
    if Path("/dev/full").exists():
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            command = [sys.executable, "-m", "ecoreport", typed]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8")
        assert (done.returncode, done.stderr.count("磁盘满了")) == (2, 1)


def test_each_command_loads_only_what_it_needs(project: Path) -> None:
    """A check loads no templates, slips or processes, Markdown no writer of Word, and that one no library for XML."""
    code = (
        "import sys; from ecoreport.cli import main;"
        f"checked = main.run(['check', '-C', {str(project)!r}]);"
        "print(checked, sorted({'jinja2', 'ecoreport.yearfile._slips', 'multiprocessing'} & set(sys.modules)));"
        f"made = main.run(['build', '-f', 'md', '-C', {str(project)!r}]);"
        "print(made, sorted({'docx', 'lxml'} & set(sys.modules)));"
        f"code = main.run(['build', '-C', {str(project)!r}]);"
        "print(code, 'docx' in sys.modules)"
    )
    assert _python(code) == "0 []\n0 []\n0 True\n"


@pytest.mark.parametrize("arguments", [["figures", "--all"], ["diff", "2023", "2024"]])
def test_tables_of_figures_and_comparisons_load_no_rules_and_no_templates(arguments: list[str]) -> None:
    """Those are for checks and builds."""
    code = (
        "import sys; from ecoreport.cli import main;"
        f"code = main.run([*{arguments!r}, '-C', {str(SHILI)!r}]);"
        "print(code, sorted({'jinja2', 'ecoreport.build', 'ecoreport.rules.findings'} & set(sys.modules)))"
    )
    assert _python(code).endswith("\n0 []\n")


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8").stdout


def test_progress_is_shown_on_a_terminal_only(project: Path, run: Run) -> None:
    """On stderr, and taken away again; a pipe sees none of it."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    (project / "data" / "2023.yaml").write_text(
        text.replace("2025", "2024").replace("year: 2024", "year: 2023"), "utf-8"
    )
    assert "\r" not in run(project, "build", "--all").err
    context, writing = os.openpty()
    command = [sys.executable, "-m", "ecoreport", "build", "--all", "-f", "md"]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    done = subprocess.run(command, cwd=project, stderr=writing, stdout=subprocess.PIPE, check=False, env=environment)
    os.close(writing)
    shown = b""
    while chunk := _rest(context):
        shown += chunk
    told = shown.decode("gbk")
    assert done.stdout == b""
    assert "\r生成 1/2\r生成 2/2\r" in told


def _rest(terminal: int) -> bytes:
    """What is left to read of a terminal whose other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("diff 2023 2024", "对照.txt"), ("diff 2023 2024 -f docx", "对照.docx"), ("figures", "指标.txt"),
        ("figures -f csv", "指标.csv"), ("figures 2024 -f docx", "2024核对表.docx"), ("new 2025", "2025.yaml"),
        ("figures --chart -f html", "2022-2024走势.html"), ("figures -C ../shili -C . -f md", "指标.md"),
        ("import reports/2023.docx", "2023.yaml"), ("schema", "report.schema.json"),
        ("build 2024 -f md", "2024.md"),
    ],
)  # fmt: skip
def test_a_folder_gets_a_file_of_a_sensible_name(line: str, name: str, tmp_path: Path, run: Run) -> None:
    """One that is there, and one that is only named as a folder; no file is called as the folder."""
    project = tmp_path / "shili"
    shutil.copytree(ROOT / "examples" / "shili", project)
    (project / "有").mkdir()
    for folder in ("有", "新/里/"):
        assert run(project, *line.split(), "-o", folder).code in (0, 1)
        assert [path.name for path in (project / folder).iterdir()] == [name]


def test_diff_takes_a_year_in_every_form(tmp_path: Path, run: Run) -> None:
    """And calls what it makes by the four digits; a file that is called as a year is a file."""
    project = tmp_path / "p"
    shutil.copytree(ROOT / "examples" / "shili", project)
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (("init", "-q"), ("add", "data"), ("commit", "-q", "-m", "x")):
        subprocess.run([*git, *command], cwd=project, check=True)
    plain = run(project, "diff", "2023", "2024").out
    for typed in ("2023年", "２０２３", "“2023”", "2023.yaml"):
        assert run(project, "diff", typed, "2024年度").out == plain, typed
    assert run(project, "diff", "2023年@HEAD", "2024").out == run(project, "diff", "2023@HEAD", "2024").out
    assert run(project, "diff", "data/2023.yaml", "2024").code == 0
    run(project, "diff", "2023年", "２０２４", "-f", "docx")
    assert (project / "reports" / "2023-2024.docx").exists()
    shutil.copy(project / "data" / "2024.yaml", project / "2023年")
    assert run(project, "diff", "2023年", "2024", "--exit-code").code == 0


def test_a_folder_that_is_called_as_a_year_hides_no_year(project: Path, run: Run) -> None:
    """But one that a shell has put in for a pattern is told of."""
    (project / "2024" / "2024").mkdir(parents=True)
    assert run(project, "check", "2024").code == 0
    assert run(project, "diff", "2024", "2024").code == 0
    for typed in ("2024/2024", "data"):
        assert f"“{typed}”是文件夹" in run(project, "check", typed).err


def test_check_sheets_of_several_years_take_a_folder(tmp_path: Path, run: Run) -> None:
    """A sheet a year, together."""
    shutil.copytree(ROOT / "examples" / "shili", tmp_path / "p")
    assert run(tmp_path / "p", "figures", "-f", "docx", "-o", "核对/").code == 0
    made = {path.name for path in (tmp_path / "p" / "核对").iterdir()}
    assert made == {f"{year}核对表.docx" for year in (2022, 2023, 2024)}


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("2025.yaml.txt", "去掉后面的 .txt"),
        ("2025年.yaml", "文件名改成 2025.yaml"),
        ("2025.yml", "文件名改成 2025.yaml"),
        ("2025 - 副本.yaml", "文件名改成 2025.yaml"),
    ],
)
def test_a_year_file_that_is_not_seen_for_its_name_is_told_of(name: str, mend: str, project: Path, run: Run) -> None:
    """When its year is asked for, and when there is no other."""
    (project / "data" / "2024.yaml").rename(project / "data" / name)
    assert f"里没有年度文件（如 2023.yaml）。有 {name}，{mend}。" in run(project, "check").err
    shutil.copy(project / "data" / name, project / "data" / "2023.yaml")
    assert f"没有 2025 年的文件 data/2025.yaml。有 {name}，{mend}。" in run(project, "check", "2025").err
    assert f"有 {name}，" not in run(project, "check").err


def test_hints_are_counted_and_told_on_request(project: Path, run: Run) -> None:
    """They are counted, and told on request; a build counts them too."""
    path = project / "data" / "2024.yaml"
    paragraphs = "\n\n".join(f"  {mark}街立案{number}起。" for mark, number in zip("东南西", (3, 4, 5), strict=True))
    path.write_text(path.read_text("utf-8").replace("lead: |\n", f"lead: |\n{paragraphs}\n\n"), "utf-8")
    told = run(project, "check", "2024")
    assert "H412" not in told.out
    assert told.err.endswith("，3处提示（提示加 -v 列出）\n") or told.err.endswith("：3处提示（提示加 -v 列出）\n")
    full = run(project, "check", "2024", "-v").out
    assert [line.split("：")[-1] for line in full.splitlines() if "没有写进指标的数" in line] == ["3起", "4起", "5起"]
    built = run(project, "build", "2024")
    assert (built.code, built.err) == (
        0,
        "3处提示；ecoreport check -v 一处一处列出\n已生成 reports/2024.md、reports/2024.docx\n",
    )
