"""The lines around the text, 版头 to 版记, each in the form that its field declares; empty where it is not printed."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from ecoreport.problems.diagnostic import Path
from ecoreport.report.parts import has_imprint, red_head, sent_to
from ecoreport.text.dates import long_date
from ecoreport.text.names import on_a_line, rows
from ecoreport.text.placeholders import UNFILLED, bracketed
from ecoreport.yearfile.fields import lines_of, roles
from ecoreport.yearfile.model import SENT_TO, Report


def lines(report: Report, say: Callable[[Path], str], *, draft: bool) -> Mapping[str, str]:
    """Every line by the name of its field; `say` is what the running text at a path prints, a `draft` shows its gaps.

    `sent_to` are the addressees that stand in the 版记, `signers_above` those that stand above the line of the number.
    """
    values = {name: getattr(report, name) for name, _ in lines_of(Report)} | _of_others(report, draft=draft)
    running = {name for name in values if roles(Report)[name].words}
    said = {name: _running(say, name, value) if name in running else _texts(value) for name, value in values.items()}
    forms = dict(lines_of(Report))
    printed = {name: forms[name].say(texts) for name, texts in said.items()}
    signers = "\n".join(map(on_a_line, rows([*said["signer"]])))
    above, _, printed["signer"] = forms["signer"].say([signers]).rpartition("\n")  # the last stand beside the number
    printed["signers_above"] = above
    return printed | {"sent_to": SENT_TO.say(_texts(sent_to(report)))}


def _of_others(report: Report, *, draft: bool) -> dict[str, object]:
    """The values that other fields decide on."""
    imprint = has_imprint(report)
    return {
        "red_head": red_head(report),
        "addressees": () if sent_to(report) else report.addressees,
        "issuer": report.issuer if report.signed else "",
        "date": report.date or (UNFILLED if draft and report.signed else ""),
        "printer": report.printer or report.issuer if imprint else "",
        "print_date": report.print_date or report.date if imprint else "",
    }


def _running(say: Callable[[Path], str], name: str, value: object) -> tuple[str, ...]:
    """The running texts of a field as they print, a line each; none where there is none."""
    paths: Iterable[Path] = ((name, at) for at in range(len(value))) if isinstance(value, tuple) else [(name,)]
    return tuple(line.strip() for path in paths for line in say(path).splitlines() if line.strip())


def _texts(value: object) -> tuple[str, ...]:
    """The values of any other field as they print; none where there is none."""
    if isinstance(value, dt.date):
        return (long_date(value),)
    return tuple(bracketed(one) for one in (value if isinstance(value, tuple) else (value,)) if one)
