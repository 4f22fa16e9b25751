"""Signs of a Chinese keyboard that look like YAML's own, and what to do where YAML's own are meant as text."""

WIDE_COLONS = "：﹕∶︰"
SEMICOLONS = ";；﹔"
BULLETS = "•·●◆■▪◇○①-⑳"
WIDE_BLANKS = "\u3000\u00a0\u2000-\u200a\u202f"
QUOTE = "正文里要这个符号，就把整段写进“|”下面，或者给值加上引号"
