"""`schema`: the JSON Schema of the year file, for editors."""

from pathlib import Path

from ecoreport.cli.exits import OK
from ecoreport.cli.options import command, only_check, output
from ecoreport.cli.outputs import deliver, placed, tell_stale
from ecoreport.project import Project
from ecoreport.yearfile.schema import schema as schema_text

_STEM = "report.schema"


@command()
@output("写到这个文件；不写就打印到标准输出。")
@only_check
def schema(output: str | None, only_check: bool) -> int:  # noqa: FBT001
    """打印年度文件的 JSON Schema，供编辑器提示和补全。

    \b
    例如：
      ecoreport schema -o schema/report.schema.json
    """
    data, here = schema_text().encode(), Project(Path.cwd(), Path.cwd())
    if only_check and output and output != "-":
        return tell_stale({placed(output, f"{_STEM}.json"): data}, here, "不带 --check 再运行一次，就重新生成。")
    deliver(here, data, "json", output, _STEM)
    return OK
