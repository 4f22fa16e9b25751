"""Signs of a Chinese keyboard that look like YAML's own, and what to say of YAML's own and of indents."""

WIDE_COLONS = "：﹕∶︰"
SEMICOLONS = ";；﹔"
BULLETS = "•·●◆■▪◇○①-⑳"
WIDE_BLANKS = "\u3000\u00a0\u2000-\u200a\u202f"
QUOTE = "正文里要这个符号，就把整段写进“|”下面，或者给值加上引号"
STEP = 2  # blanks that one level is indented by
# The keys at the margin below which a list, or the figures, stands; in the order of a year file.
LISTS = ("figures", "assertions", "measures", "shortcomings", "leader_duties", "next_year_plan", "sections")


def beginning(wanted: int) -> str:
    """How a line should begin."""
    return f"开头留 {wanted} 个空格" if wanted else "从行首写起，前面不留空格"
