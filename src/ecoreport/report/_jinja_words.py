"""What Jinja2 says of a faulty template, in Chinese."""

import re
from collections.abc import Sequence

_TAGS = {"end of print statement": "}}", "end of statement block": "%}", "begin of print statement": "{{"}
_SAID: Sequence[tuple[str, str]] = (
    (r"'(?:[\w.]+ object)' has no attribute '([^']*)'", "没有“{0}”这一项"),
    (r"\w+ object has no element (.*)", "没有序号是{0}的这一项（从0数起）"),
    (r"'([^']*)' is undefined", "没有“{0}”这个名称；模板里能用的是 outline 和 report"),
    (r"No filter named '([^']*)'\.", "没有叫“{0}”的过滤器"),
    (r"No test named '([^']*)'\.", "没有叫“{0}”的判断"),
    (
        r"Unexpected end of template\..*innermost block that needs to be closed is '(\w+)'\.",
        "“{{% {0} %}}”没有写完：少了“{{% end{0} %}}”",
    ),
    (r"unexpected end of template, expected '([^']*)'\.", "模板到末尾也没有写完：少了“{0}”"),
    (r"Encountered unknown tag '(end\w+)'\.", "“{{% {0} %}}”前面没有与它成对的"),
    (
        r"Encountered unknown tag '(end\w+)'\. .*innermost block that needs to be closed is '(\w+)'\.",
        "“{{% {1} %}}”还没有写完就写了“{{% {0} %}}”：先写“{{% end{1} %}}”",
    ),
    (r"Encountered unknown tag '(\w+)'\..*", "没有“{0}”这种标签"),
    (r"Missing end of comment tag", "“{{#”没有配上“#}}”"),
    (r"Missing end of raw directive", "“{{% raw %}}”没有配上“{{% endraw %}}”"),
    (r"Expected an expression, got '([^']*)'", "“{0}”前面少了名称或算式"),
    (r"[Ee]xpected token '([^']*)', got '([^']*)'", "这里要写“{0}”，写的是“{1}”"),
    (r"unexpected '([^']*)'", "“{0}”前面没有写完，或者它是多余的"),
    (r"unexpected char '(.*)' at \d+", "用了不能用的字符“{0}”；符号要用半角"),
    (r"access to attribute '([^']*)' of '[^']*' object is unsafe\.", "模板里不能用“{0}”"),
    (r"expected length >= (\d+), got (\d+)", "truncate 的长度{1}比末尾接的{0}个字还短"),
    (r"division by zero|.*\bby zero\b.*", "除数是0"),
    (r"maximum recursion depth exceeded.*", "模板绕成了圈：自己引用了自己"),
    (r".*missing \d+ required positional arguments?: (.*)", "少写了参数：{0}"),
    (r"can only concatenate str.*|unsupported operand.*", "文字和数不能一起算；接起来用 ~"),
)  # fmt: skip


def in_chinese(message: str) -> str:
    """What the message says; with Jinja2's own words where it is none of those known."""
    for pattern, said in _SAID:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return said.format(*(_TAGS.get(word or "", word or "") for word in match.groups()))
    if message[:1] > "一":  # ours
        return message
    return f"写法不对（Jinja2：{message}）" if message else "写法不对"
