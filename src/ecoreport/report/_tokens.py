"""An expression cut into pieces: the names of figures first, the longest before others, then numbers and words."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<text>"[^"]*"|'[^']*')|(?P<number>\.{0,20}[0-9](?:\.*+\w)*+)|(?P<word>[^\W\d]\w*)"""
    r"|(?P<mark>[=!<>]=|[-+−*×/÷<>().,|])|(?P<odd>.)",
    re.DOTALL,
)
_FEW_NAMES = 1000  # that are each looked for in a text
MOST_OF_A_NAME = 40  # characters of a figure's name
_DECIMAL = re.compile(r"[0-9]*\.?[0-9]+")


class NoExpression(ValueError):  # noqa: N818 - it names the outcome: no expression
    """A text that is no expression: why, from where to where, and what may stand there."""

    def __init__(self, message: str, span: tuple[int, int], help_: str = "") -> None:
        """Keep the place apart from the reason."""
        super().__init__(message)
        self.span, self.help = span, help_


class Token(NamedTuple):
    """A piece of an expression: `name` of a figure, `word`, `number`, `text`, `mark`, `odd` or `end`."""

    kind: str
    text: str
    start: int

    @property
    def span(self) -> tuple[int, int]:
        """From where to where; of the end the place behind it."""
        return self.start, self.start + len(self.text)


def tokens(source: str, names: Iterable[str]) -> tuple[Token, ...]:
    """The pieces of the text, blanks left out, and its end."""
    longest_first = sorted(standing(source, names), key=len, reverse=True)
    found, at = [], 0
    while at < len(source):
        if source[at].isspace():
            at += 1
            continue
        name = next((one for one in longest_first if _stands(one, source, at)), "")
        match = _TOKEN.match(source, at)
        assert match  # noqa: S101 - any character is a token
        token = Token("name", name, at) if name else Token(str(match.lastgroup), match[0], at)
        found.append(_checked(token))
        at += len(token.text)
    return (*found, Token("end", "", len(source.rstrip())))


def standing(source: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that stand in the text, in any order; where they are many, by its stretches."""
    stretches = len(source) * min(len(source), MOST_OF_A_NAME)
    if not isinstance(names, Mapping) or len(names) <= min(stretches, _FEW_NAMES):
        return tuple(name for name in names if name in source)
    ends = ((at, end) for at in range(len(source)) for end in range(at + 1, min(at + MOST_OF_A_NAME, len(source)) + 1))
    return tuple({source[at:end]: None for at, end in ends if source[at:end] in names})


def _stands(name: str, source: str, at: int) -> bool:
    """Whether the name stands there as a whole: 区12345热线 holds no 12345热线."""
    behind = source[at + len(name) :][:1]
    return source.startswith(name, at) and not (_is_word(name[-1]) and _is_word(behind))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _checked(token: Token) -> Token:
    """What begins with a digit and is no decimal number is a word where it has letters that no number has."""
    if token.kind == "number" and not _DECIMAL.fullmatch(token.text):
        return token._replace(kind="odd" if token.text.isascii() else "word")
    return token


def no_sign(token: Token) -> NoExpression:
    """What to say of a piece that stands in no expression."""
    if token.text[:1].isdigit():
        return NoExpression(f"“{token.text}”不是十进制的数", token.span, "只用数字和小数点，例如 1000.5")
    if token.text == "=":
        return NoExpression("“=”不是算式符号", token.span, "等于写成 ==")
    return NoExpression(f"“{token.text}”不能写在算式里", token.span, "这里只能写指标名称、数和 + - × ÷ ( ) 这样的符号")
