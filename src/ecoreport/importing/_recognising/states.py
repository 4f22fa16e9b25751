"""What a line of a report may be; headings, run-in headings and items are numbered by their rank, 1 to 5."""

from collections.abc import Mapping

# What stands on the page and is not the report's: before the title, below it, in the text, behind the report.
FRONT, MIDDLE, WITHIN, BEHIND = "web in front", "web below the title", "web in the text", "web behind"
COPY_NUMBER, SECRECY, URGENCY, RED_HEAD, NUMBER, SIGNER = (
    "copy number", "secrecy", "urgency", "red head", "number", "signer",
)  # fmt: skip
TITLE, AGAIN, SUBTITLE, BY_ISSUER, BY_DATE = "title", "title again", "subtitle", "issuer on top", "date on top"
ADDRESSEES, LEAD = "addressees", "lead"
PARAGRAPH, CAPTION, TABLE = "paragraph", "caption", "table"
ANNEX_LIST, ISSUER, DATE, ISSUER_AND_DATE, NOTE = "annex list", "issuer", "date", "issuer and date", "note"
CC, CC_MORE, PRINTED = "copies", "copies go on", "printed"
ANNEX_MARK, ANNEX_TITLE, ANNEX_TEXT, ANNEX_TABLE = "annex mark", "annex title", "annex text", "annex table"
LOOSE = "loose"  # text behind the signature that is nothing of the above

HEADING, RUN_IN, ITEM = "heading", "run-in", "item"
RANKED_FORMS = (HEADING, RUN_IN, ITEM)
RANKS = range(1, 6)


def ranked(form: str, rank: int) -> str:
    """The state of a heading, run-in heading or item of that rank."""
    return f"{form} {rank}"


RANKED: Mapping[str, tuple[str, int]] = {ranked(form, rank): (form, rank) for form in RANKED_FORMS for rank in RANKS}
ITEMS = (*RANKED,)
BODY = (*ITEMS, PARAGRAPH, CAPTION, TABLE, WITHIN)
HEAD = (COPY_NUMBER, SECRECY, URGENCY, RED_HEAD, NUMBER, SIGNER)
WEB = frozenset({FRONT, MIDDLE, WITHIN, BEHIND})

# How the account calls them.
SAID: Mapping[str, str] = {
    **dict.fromkeys(WEB, "网页上的文字"),
    COPY_NUMBER: "份号", SECRECY: "密级", URGENCY: "紧急程度", RED_HEAD: "发文机关标志", NUMBER: "发文字号",
    SIGNER: "签发人",
    TITLE: "标题", AGAIN: "又一遍标题", SUBTITLE: "副题", BY_ISSUER: "标题下的机关", BY_DATE: "标题下的日期",
    ADDRESSEES: "主送机关", LEAD: "导语", PARAGRAPH: "段落", CAPTION: "表题", TABLE: "表格",
    ANNEX_LIST: "附件说明", ISSUER: "发文机关署名", DATE: "成文日期", ISSUER_AND_DATE: "署名和日期", NOTE: "附注",
    CC: "抄送", CC_MORE: "抄送", PRINTED: "印发机关和日期",
    ANNEX_MARK: "附件", ANNEX_TITLE: "附件的题目", ANNEX_TEXT: "附件里的文字", ANNEX_TABLE: "附件里的表格",
    LOOSE: "落款以后的文字",
    **{ranked(HEADING, rank): f"第{rank}层标题" for rank in RANKS},
    **{ranked(RUN_IN, rank): f"第{rank}层标题和正文" for rank in RANKS},
    **{ranked(ITEM, rank): f"第{rank}层条目" for rank in RANKS},
}  # fmt: skip
