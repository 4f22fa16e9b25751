"""`textconv`: the text of a document, for git."""

import click

from ecoreport.cli.documents import readable
from ecoreport.cli.exits import OK
from ecoreport.cli.options import command, files
from ecoreport.cli.outputs import write_stdout
from ecoreport.importing.documents import plain_text, read
from ecoreport.problems.diagnostic import Unreadable


@command()
@click.argument("file", metavar="FILE", shell_complete=files)
def textconv(file: str) -> int:
    """把 Word 文件的文字打印出来，一段一行，供 git diff 用。

    \b
    例如：
      ecoreport textconv reports/2023.docx

    \b
    在项目里运行一次：
      git config diff.docx.textconv "ecoreport textconv"
    .gitattributes 里写上：
      *.docx diff=docx -text
    """
    try:
        text = plain_text(read(*readable(file)))
    except Unreadable as refused:
        raise click.ClickException(f"{file}：{refused}") from None
    write_stdout(text.encode())
    return OK
