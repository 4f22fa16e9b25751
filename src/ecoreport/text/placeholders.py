"""Places left open in a year file: what is still to be filled in, and last year's words still to be rewritten."""

import re

FILL = "待填"
REWRITE = "【待改】"
CODES = ("E217", "E218")  # what `check` says of them
UNFILLED = f"【{FILL}】"  # what an open figure prints
MARK = re.compile(f"(【?{FILL}】?|{REWRITE})")
_BARE = re.compile(f"(?<!【){FILL}(?!】)")


def bracketed(text: str) -> str:
    """The text with its open places in brackets, so that nobody overlooks them in a draft."""
    return _BARE.sub(UNFILLED, text) if FILL in text else text


def is_open(text: str) -> bool:
    """Whether anything in the text is still to be filled in or rewritten."""
    return FILL in text or REWRITE in text
