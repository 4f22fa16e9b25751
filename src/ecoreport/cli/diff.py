"""`diff`: two years, two versions of one, or several years in a row, to what changed, in the format asked for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from ecoreport.cli.console import say
from ecoreport.cli.excel import INSTALL
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.options import VERSION, command, format_, output
from ecoreport.cli.outputs import deliver
from ecoreport.cli.problem_output import show_problems
from ecoreport.cli.projects import Chosen, some_projects_or_folder, tell_templates_left_out
from ecoreport.cli.usage import failed, wrong
from ecoreport.cli.versions import LEAST_YEARS, Versions, span_of
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project
from ecoreport.report.context import Context
from ecoreport.report.parts import document_date
from ecoreport.typeset.sheets import Missing
from ecoreport.years.compare import formats
from ecoreport.years.compare.compare import compare, narrowed
from ecoreport.years.compare.span import narrowed_span, span

_TRACKED, _WORKBOOK = "docx", "xlsx"
FORMATS = (*formats.FORMATS, _TRACKED, _WORKBOOK)
_ONE_FILE = ("text", "md", "json")  # formats that hold the comparisons of several bureaus
_NAME = "对照"  # of a file in the folder that -o names


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """What is compared: two versions as typed, in which format, and which `parts`, all where none is named.

    Of a span of years `new` is empty, and `span` its first and last.
    """

    old: str
    new: str
    form: str
    parts: tuple[str, ...]
    summary: bool = False  # whether only the one page is wanted, in Word before the tracked changes
    span: tuple[int, int] | None = None

    @property
    def stem(self) -> str:
        """What a file with the comparison is called."""
        typed = "-".join(map(str, self.span)) if self.span else f"{self.old}-{self.new}"
        return re.sub(r"[^\w.-]+", "_", typed)


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison as bytes, the files that were compared, whether they differ, and what is to be said of it."""

    data: bytes
    files: tuple[Path, ...]
    differs: bool
    remark: str = ""


@command()
@click.argument("old", metavar="OLD", type=VERSION)
@click.argument("new", metavar="[NEW]", type=VERSION, required=False, default="")
@format_(FORMATS, "给人看的，或给机器读的。")
@output("写到这个文件；不写就打印，docx、xlsx 写到 reports/OLD-NEW.docx、.xlsx。")
@click.option("--figures", "only_figures", is_flag=True, help="只比指标。")
@click.option("--plan", "only_plan", is_flag=True, help="只看上年的安排和不足有没有着落。")
@click.option("--summary", is_flag=True, help="只要第一页；docx 是在修订前面加上这一页。")
@click.option("--exit-code", is_flag=True, help="有变化就返回 1。")
@some_projects_or_folder
def diff(  # noqa: PLR0913 - one parameter an option
    chosen: Chosen,
    old: str,
    new: str,
    form: str,
    output: str | None,
    only_figures: bool,  # noqa: FBT001
    only_plan: bool,  # noqa: FBT001
    summary: bool,  # noqa: FBT001
    exit_code: bool,  # noqa: FBT001
) -> int:
    """比较两年或几年，或者一年的两个版本：先是一页摘要，再是指标、内容、安排和不足、照抄的句子。

    \b
    例如：
      ecoreport diff 2023 2024                    两年比一比
      ecoreport diff 2023 2024 -f docx            带修订标记的 Word，可以逐处接受、拒绝
      ecoreport diff 2023 2024 --summary          只要第一页：安排、不足、变化最大的指标
      ecoreport diff 2023 2024 -f docx --summary  这一页放在修订前面
      ecoreport diff 2021..2025                   几年一起看：指标走势，哪些不足反复出现
      ecoreport diff 2024@main 2024 --figures     这一年改了哪些数
      ecoreport diff 2023 2024 --summary -f md >> $GITHUB_STEP_SUMMARY
      ecoreport diff -C "各局/*" 2023 2024        几个单位一起
    """
    span = span_of(old) if not new else None
    if not new and span is None:
        raise wrong("还要写跟哪一年比，例如：diff 2023 2024；几年一起比，例如：diff 2021..2025")
    if form == _WORKBOOK and not span:
        raise wrong("xlsx 是几年一起比的表，例如：diff 2021..2025 -f xlsx")
    if form == _TRACKED and not span and (only_figures or only_plan):
        raise wrong("docx 是全文的修订，不能和 --figures、--plan 一起写。")
    if summary and (span or only_figures or only_plan or form not in (*formats.OF_ONE_PAGE, _TRACKED)):
        able = "、".join((*formats.OF_ONE_PAGE, _TRACKED))
        raise wrong(f"--summary 是两年比的一页，只有 {able}，不和 --figures、--plan 一起写。")
    parts = tuple(part for part, wanted in (("figures", only_figures), ("plan", only_plan)) if wanted)
    request = DiffOptions(old, new, form, parts, summary, span)
    if chosen.several:
        return _diff_all(chosen, request, output, exit_code=exit_code)
    return _diff(chosen.projects[0], request, output, exit_code=exit_code)


def _diff(project: Project, request: DiffOptions, output: str | None, *, exit_code: bool) -> int:
    """Compare, write or print, and say by the exit code whether anything changed where that is asked for."""
    made = _compared(project, request)
    if made is None:
        return USAGE
    own = frozenset(path.resolve() for path in made.files)
    if request.form in (_TRACKED, _WORKBOOK) and not output:
        output = str(project.report_file(request.stem, request.form))
    deliver(project, made.data, request.form, output, _NAME, own)
    if made.remark:
        say(made.remark)
    return FOUND if exit_code and made.differs else OK


def _diff_all(chosen: Chosen, request: DiffOptions, output: str | None, *, exit_code: bool) -> int:
    """Compare the years of every project: one after the other in a text, pages and Word files each by themselves."""
    shared = request.form in _ONE_FILE
    folders: Mapping[Path, str | None] = {} if shared else chosen.folders(output)
    code, found = chosen.gathered(partial(_diff_one, request, folders, exit_code=exit_code), "处理", named=True)
    if shared:
        pieces = [piece for piece in found.values() if piece is not None]
        whole = b"[\n" + b",\n".join(pieces) + b"]\n" if request.form == "json" else b"\n".join(pieces)
        deliver(chosen.projects[0], whole, request.form, output, _NAME)
    return code


def _diff_one(
    request: DiffOptions, folders: Mapping[Path, str | None], project: Project, *, exit_code: bool
) -> tuple[int, bytes | None]:
    """One bureau's exit code, and its comparison where that is not written as a file of its own."""
    made = _compared(project, request)
    if made is None:
        return USAGE, None
    code = FOUND if exit_code and made.differs else OK
    if not folders:
        return code, _headed(project, made.data, request.form)
    place = project.report_file(request.stem, request.form)
    path = Path(folders[project.root] or place.parent) / place.name
    write_all({path: made.data}, project.root)
    say(f"已写 {project.name(path)}")
    return code, None


def _headed(project: Project, data: bytes, form: str) -> bytes:
    """One bureau's comparison under its name."""
    name = project.name(project.root)
    if form == "json":
        return f'{{"project": {json.dumps(name, ensure_ascii=False)}, "comparison": '.encode() + data.rstrip() + b"}"
    return (f"# {name}\n\n" if form == "md" else f"== {name}\n\n").encode("utf-8", "replace") + data


def _compared(project: Project, request: DiffOptions) -> Compared | None:
    """The comparison; None where a file has errors, which are told."""
    versions = Versions(project)
    try:
        return _over_years(project, versions, request) if request.span else _two(project, versions, request)
    except Refused as refused:
        show_problems(refused.problems, versions.quoted)
        say("文件有错误，没有比较。改好后再运行一次。")
        return None


def _two(project: Project, versions: Versions, request: DiffOptions) -> Compared:
    """Two versions; Refused where one has errors."""
    before, after = versions.version(request.old), versions.version(request.new)
    years = [one.context.report.year for one in (before, after)]
    if request.parts == ("plan",) and years[1] != years[0] + 1:
        raise wrong("--plan 要相邻的两年，前一年写在前面，例如：diff 2023 2024 --plan")
    if request.summary and years[0] == years[1]:
        raise wrong("--summary 是两年比的一页；一年的两个版本，要看的就是每一处改动，不写它。")
    comparison = narrowed(compare(before.context, after.context, (before.name, after.name)), request.parts)
    if request.form == _TRACKED:
        from ecoreport.build import tracked_changes  # noqa: PLC0415 - loads templates and rules

        page = formats.first_page(comparison) if request.summary else ()
        data = tracked_changes(versions.inputs, before.sound(), after.sound(), formats.notes(comparison), page)
        tell_templates_left_out(project)
    else:
        whole = formats.write_page if request.summary else partial(formats.write, before.context, after.context)
        text = whole(comparison, request.form)
        data = text.encode("utf-8", "replace")  # a file's name may be in no encoding
    swapped = f"前面的是{years[0]}年，后面的是{years[1]}年：次序可能写反了" if years[0] > years[1] else ""
    return Compared(data, (before.path, after.path), comparison.differs, swapped)


def _over_years(project: Project, versions: Versions, request: DiffOptions) -> Compared:
    """All years of a span that can be read, of which there must be two; what is wrong with the others is told."""
    assert request.span  # noqa: S101 - for the type checker
    first, last = request.span
    known, contexts, broken = versions.inputs.years, dict[int, Context](), list[int]()
    asked = [year for year in range(first, last + 1) if year in known.files]
    for year in asked:
        try:
            contexts[year] = known.context(known.files[year])
        except Refused as refused:
            show_problems(refused.problems, versions.quoted)
            broken.append(year)
    if len(contexts) < LEAST_YEARS:
        own = "、".join(map(str, project.years())) or "一个也没有"
        raise wrong(f"{first}—{last}年里能读的年度文件不到两个；现有：{own}。")
    missing = [year for year in range(first, last + 1) if year not in known.files]
    whole = narrowed_span(span(contexts, missing, broken), request.parts)
    newest = whole.reports[whole.years[-1]]
    try:
        data = formats.write_span(whole, request.form, document_date(newest))
    except Missing:
        raise failed(f"写 .xlsx 要用 XlsxWriter，{INSTALL}") from None
    return Compared(data, tuple(project.year_file(year) for year in asked), whole.differs)
