"""Words taken off the ends of others. In every list longer words stand before their parts."""


def cut(text: str, endings: tuple[str, ...]) -> tuple[str, str]:
    """The text without the first of the endings that it has, and that ending."""
    if not text.endswith(endings):
        return text, ""
    ending = next(one for one in endings if text.endswith(one))
    return text[: -len(ending)], ending


def trimmed(text: str, endings: tuple[str, ...]) -> str:
    """The text without any of the endings, as often as they stand there."""
    while text.endswith(endings):
        text = cut(text, endings)[0]
    return text


def begun(text: str, beginnings: tuple[str, ...]) -> str:
    """The same at the beginning."""
    while text.startswith(beginnings):
        rest = text.removeprefix(next(one for one in beginnings if text.startswith(one)))
        if rest.startswith("率"):  # 完成率
            break
        text = rest
    return text
