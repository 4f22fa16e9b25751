"""What Jinja2 itself says of faulty templates comes out in Chinese, with its own words only where they are unknown."""

import pytest
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from ecoreport.report._jinja_words import in_chinese


def told(template: str) -> str:
    """What is said of a template, which must be faulty; a text, a list and a report's part can be used in it."""
    environment = SandboxedEnvironment(undefined=StrictUndefined)
    with pytest.raises((TemplateError, TypeError, ArithmeticError, RecursionError)) as caught:
        environment.from_string(template).render(title="甲", rows=[1], report={"year": 2024})
    return in_chinese(getattr(caught.value, "message", None) or str(caught.value))


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ outlin }}", "没有“outlin”这个名称；模板里能用的是 outline 和 report"),
        ("{{ report.yaer }}", "没有“yaer”这一项"),
        ("{{ rows.first }}", "没有“first”这一项"),
        ("{{ rows[5] }}", "没有序号是5的这一项（从0数起）"),
        ("{{ title | uper }}", "没有叫“uper”的过滤器"),
        ("{{ title is odder }}", "没有叫“odder”的判断"),
        ("{{ title.__class__ }}", "模板里不能用“__class__”"),
    ],
)
def test_names_that_are_not_there(template: str, expected: str) -> None:
    """The very name is quoted."""
    assert told(template) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% for a in rows %}", "“{% for %}”没有写完：少了“{% endfor %}”"),
        ("{% if title %}{% else %}", "“{% if %}”没有写完：少了“{% endif %}”"),
        ("{% endfor %}", "“{% endfor %}”前面没有与它成对的"),
        ("{% for a in rows %}{% endif %}", "“{% for %}”还没有写完就写了“{% endif %}”：先写“{% endfor %}”"),
        ("{% for a in rows %}{% if a %}{% endfor %}", "“{% if %}”还没有写完就写了“{% endfor %}”：先写“{% endif %}”"),
        ("{% fro %}", "没有“fro”这种标签"),
        ("{% if title %}{% elseif %}{% endif %}", "没有“elseif”这种标签"),
        ("{# 备注", "“{#”没有配上“#}”"),
        ("{% raw %}甲", "“{% raw %}”没有配上“{% endraw %}”"),
        ("{{ title", "模板到末尾也没有写完：少了“}}”"),
        ("{% if title", "模板到末尾也没有写完：少了“%}”"),
    ],
)
def test_tags_that_do_not_pair(template: str, expected: str) -> None:
    """What is missing is written as it is to be typed."""
    assert told(template) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ }}", "“}}”前面少了名称或算式"),
        ("{% if %}{% endif %}", "“%}”前面少了名称或算式"),
        ("{{ 1 + }}", "“}}”前面没有写完，或者它是多余的"),
        ("{{ title }", "“}”前面没有写完，或者它是多余的"),
        ("{{ title title }}", "这里要写“}}”，写的是“title”"),
        ("{% for a rows %}{% endfor %}", "这里要写“in”，写的是“rows”"),
        ("{{ title， }}", "用了不能用的字符“，”；符号要用半角"),
        ("{{ 【title】 }}", "用了不能用的字符“【”；符号要用半角"),
    ],
)
def test_signs_in_the_wrong_place(template: str, expected: str) -> None:
    """Jinja2's names of tokens come out as the tokens."""
    assert told(template) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ 1 / 0 }}", "除数是0"),
        ("{{ 1 // 0 }}", "除数是0"),
        ("{{ 1 % 0 }}", "除数是0"),
        ("{{ title + 1 }}", "文字和数不能一起算；接起来用 ~"),
        ("{{ 1 - title }}", "文字和数不能一起算；接起来用 ~"),
        ("{{ title | replace }}", "少写了参数：'old' and 'new'"),
        ("{% macro f(a) %}{{ f(a) }}{% endmacro %}{{ f(1) }}", "模板绕成了圈：自己引用了自己"),
    ],
)
def test_what_goes_wrong_while_it_prints(template: str, expected: str) -> None:
    """Errors of Python's own."""
    assert told(template) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("", "写法不对"),
        ("something new", "写法不对（Jinja2：something new）"),
        ("prefix: unexpected '='", "写法不对（Jinja2：prefix: unexpected '='）"),  # only the whole message is known
        ("{0} {x}", "写法不对（Jinja2：{0} {x}）"),
        ("数太大", "数太大"),
        ("模板里“*”只能用于两个数", "模板里“*”只能用于两个数"),
    ],
)
def test_other_words_are_quoted_and_our_own_stay(message: str, expected: str) -> None:
    """A later Jinja2 may say something that nobody has translated."""
    assert in_chinese(message) == expected
