"""Fields of a .docx: what they compute stands in the text, how they compute it does not, whatever is nested in it."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ecoreport.importing._symbols import sign
from ecoreport.importing._word.xml import W, value, whole
from ecoreport.problems.diagnostic import Unreadable

_MOST_DEPTH = 50
_QUOTED = re.compile(r'"([^"]*)"')
_SETTING = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
_SWITCH = re.compile(r"\\[a-zA-Z]{1,3} ?[0-9]{0,4}")
_CIRCLES, _MOST_CIRCLED = frozenset("○〇◯"), 20


@dataclass
class _Field:
    """A field that is open: its instruction so far, whether its result has begun, whether that shows anything."""

    number: int  # counted as they begin
    form: str  # what a box of a form shows
    instruction: list[str] = field(default_factory=list)
    separated: bool = False
    shows: bool = False
    is_contents: bool = False


class Fields:
    """The fields that are open at a place, from one paragraph to the next; those in `ignored` are none."""

    def __init__(self, ignored: frozenset[int] = frozenset()) -> None:
        self._ignored = ignored
        self._begun = 0
        self._open: list[_Field] = []
        self._instructing = 0  # how many of them are still instructions
        self.readings: list[str] = []  # over signs, by old formulas

    @property
    def unclosed(self) -> frozenset[int]:
        """The fields, counted as they begin, that have not ended."""
        return frozenset(one.number for one in self._open)

    def mark(self, element: etree._Element) -> str:
        """Begin, part or end a field; what a field that has ended shows, where no result says it."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._begin(element)
        elif kind == "separate" and self._open and not self._open[-1].separated:
            top = self._open[-1]
            top.separated = True
            top.is_contents = "".join(top.instruction).strip().upper().startswith("TOC")
            self._instructing -= 1
        elif kind == "end" and self._open:
            gone = self._open.pop()
            self._instructing -= not gone.separated
            if self._open and gone.shows:
                self._open[-1].shows = True
            return "" if gone.shows else gone.form or self._shown("".join(gone.instruction))
        return ""

    def _begin(self, element: etree._Element) -> None:
        self._begun += 1
        if self._begun in self._ignored:
            return
        if len(self._open) >= _MOST_DEPTH:
            raise Unreadable("文档里的域嵌套太深", "看看是不是拿错了文件")
        self._open.append(_Field(self._begun, _form(element)))
        self._instructing += 1

    def _shown(self, instruction: str) -> str:
        text, reading = shown(instruction)
        self.readings += [reading] if reading else []
        return text

    def instruct(self, text: str) -> None:
        """Text of an instruction."""
        if self._open and not self._open[-1].separated:
            self._open[-1].instruction.append(text)

    def takes(self, text: str) -> bool:
        """Whether the text is a part of an instruction, and so is not shown; of a result it is noted that it shows."""
        if not self._open:
            return False
        if self._instructing:
            next(one for one in reversed(self._open) if not one.separated).instruction.append(text)
            return True
        self._open[-1].shows = self._open[-1].shows or bool(text.strip())
        return False

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is open."""
        return any(one.is_contents for one in self._open)


def _form(begin: etree._Element) -> str:
    """What a check box or a list of an old form shows."""
    data = begin.find(f"{W}ffData")
    if data is None:
        return ""
    box = data.find(f"{W}checkBox")
    if box is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        return "☑" if state is not None and state.get(f"{W}val", "1") not in ("0", "false", "off") else "☐"
    choices = [one.get(f"{W}val", "") for one in data.iterfind(f"{W}ddList/{W}listEntry")]
    at = whole(value(data, "ddList", "result") or value(data, "ddList", "default"))
    return choices[at] if 0 <= at < len(choices) else ""


def shown(instruction: str) -> tuple[str, str]:
    """What a field without a result shows (a sign, a formula, words of a button) by its instruction; what over it."""
    name, _, rest = instruction.strip().partition(" ")
    rest = rest.strip()
    if name.upper() == "EQ":
        return _formula(rest)
    if name.upper() == "SYMBOL":
        return _symbol(rest), ""
    if name.upper() == "MACROBUTTON":
        return rest.partition(" ")[2].strip(), ""
    return "".join(_QUOTED.findall(rest)) if name.upper() == "QUOTE" else "", ""


def _symbol(rest: str) -> str:
    number = re.match(r"(?:0x([0-9a-fA-F]{1,4})|([0-9]{1,5}))", rest)
    if number is None:
        return ""
    code = int(number[1], 16) if number[1] else int(number[2])
    font = re.search(r'\\f\s*(?:"([^"]{1,40})"|(\S{1,40}))', rest)
    return sign((font[1] or font[2]) if font else "", code) or chr(code)


def _formula(rest: str) -> tuple[str, str]:
    """A formula on one line: a sign in a circle as that sign, a fraction with its stroke, of others their letters."""
    rest = _SETTING.sub("", rest).strip()
    body = rest[rest.find("(") + 1 :].rstrip()
    body = body[:-1] if "(" in rest and body.endswith(")") else rest
    parts = [re.sub(r"[()]", "", _SWITCH.sub("", part)).strip() for part in re.split(r"[,;，]", body)]
    if not rest.startswith(r"\o"):
        return ("/" if rest.startswith(r"\f") else "").join(parts), ""
    over = parts[-1]
    if parts[0] not in _CIRCLES:
        return over, " ".join(parts[:-1])
    circled = over.isascii() and over.isdecimal() and 1 <= int(over[:3]) <= _MOST_CIRCLED
    return chr(0x2460 + int(over) - 1) if circled else over, ""
