"""Where issuer and date stand at the foot of the text (GB/T 9704-2012 7.3.5)."""

from ecoreport.text.titles import width

LINE = 28  # 字 on a line, 5.2.3


def right_indents(issuer: str, date: str, *, sealed: bool) -> tuple[float, float]:
    """Right indents of issuer and date, in 字.

    Without a seal the issuer stands 2 字 from the right and the date begins 2 字 right of it, or, where
    the date is the longer one, the date stands 2 字 from the right and the issuer 2 字 left of its start.
    With a seal the date stands 4 字 from the right and the issuer is centred above it.
    """
    issuer_width, date_width = width(issuer), width(date)
    if sealed:
        issuer_right, date_right = 4 + (date_width - issuer_width) / 2 if date else 4.0, 4.0
    elif not date or issuer_width - date_width >= 2:  # noqa: PLR2004 - the 2 字 of the clause
        issuer_right, date_right = 2.0, issuer_width - date_width
    else:
        issuer_right, date_right = 4 + date_width - issuer_width, 2.0
    return max(min(issuer_right, LINE - issuer_width), 0), max(date_right, 0)
