"""Numbers of running text to figures: each gets a name out of the words around it."""

import re
from dataclasses import dataclass, field

from ecoreport.expressions import literal
from ecoreport.figures import FigureError, parse
from ecoreport.indicators import NAMES
from ecoreport.literals import literals

_ABOUT = re.compile(r"(?:大约|约|近|超过|超|逾|不足)$")
_AROUND = re.compile(r"左右|上下|以上|以下")
_EDGE = re.compile(r"[^\u4e00-\u9fffA-Za-z]")
_FRONT = re.compile(
    r"^(?:全年|全市|全区|全县|本年度?|当年|年内|其中|共计|累计|总计|合计|先后|依法|分别|各渠道|各类|及时|积极|全面|共同|组织|开展|举办|召开|进行|实施|完成"
    r"|办理|受理|接收|收到|发放|制作|下达|作出|出具|按时|定期|通过|共|已|并|对|向|用|以|为|由|和|与|及|将|把|的)+"
)
_BACK = re.compile(
    r"(?:共计|累计|总计|合计|分别|达到|大约|将近|超过|共|约|达|为|了|近|超|逾|至|到|有|计|各|仅|的|下降|上升)+$"
)
_VERB = re.compile(
    "依法|不予|予以|每(?:年|季|月|周)|都|聘任|亲自|同意|敲响|进行|开展|全部|均|被|已|得到|占|同比|实行|采取|落实|提出|提供|参加|参与|通过|作为|有效|进一步"
)
# What is said of another year, or of the change since: the program computes it out of both years' figures.
_COMPARED = re.compile("(?:比|较|同比|环比|上年|去年|[0-9]{4}年的)[^，]*$|(?:由|从)[^，到至为]{0,12}$")
_SHARE = re.compile("占(?P<of>.{2,12})$")
_NOT = re.compile("(?:[非未不]|[不免未]予|免于)$")
_LONGEST, _WHOLE, _SHORT = 10, 16, 3  # characters: of a name that is cut, of one that is kept, of what is joined to it
_RESERVED = frozenset({"上年", "问题", "原因"})
_ALIASES = sorted((name for names in NAMES.values() for name in names), key=len, reverse=True)


@dataclass
class Figures:
    """The figures so far: name to what is printed; texts are passed through `taken` in the report's order."""

    known: dict[str, str] = field(default_factory=dict)
    wanted: bool = True
    _last: str = ""  # the name before this one, in the same sentence

    def taken(self, text: str) -> str:
        """The text with each figure in it as a reference; `{{` that was typed stays as typed."""
        if not self.wanted:
            return literal(text)
        made, end = "", 0
        self._last = ""
        for match in literals(text):
            start, stop = _whole(text, match.start(), match.end())
            if start < end or not _is_figure(text[start:stop]) or _COMPARED.search(_clause(text, start)):
                continue
            if re.search("[。；]", text[end:start]):
                self._last = ""
            name = self._last = self._named(text[:start], text[start:stop], match["unit"], text[stop:])
            made += f"{literal(text[end:start])}{{{{ {name} }}}}"
            end = stop
        return made + literal(text[end:])

    def _named(self, before: str, typed: str, unit: str, after: str) -> str:
        """A name for the figure: the same for the same fact, another for another."""
        choices = _choices(before, after) or [f"{unit}数"]
        behind_last = [f"{self._last}{choices[0]}"] if self._last and self._last not in choices else []
        for name in (*choices, *behind_last):
            if same := next((other for other in _twins(name) if self.known.get(other) == typed), None):
                return same  # 行政处罚决定9件, and again 9件处罚决定
            if self.known.get(name, typed) == typed and name not in _RESERVED:
                self.known[name] = typed
                return name
        number = 2
        while self.known.get(f"{choices[0]}{number}", typed) != typed:
            number += 1
        self.known[f"{choices[0]}{number}"] = typed
        return f"{choices[0]}{number}"


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The number with the words of approximation around it."""
    about = _ABOUT.search(text, max(start - 2, 0), start)
    around = _AROUND.match(text, end)
    return about.start() if about else start, around.end() if around else end


def _clause(text: str, end: int) -> str:
    return re.split("[，。；：、]", text[max(end - 40, 0) : end])[-1]


def _is_figure(typed: str) -> bool:
    try:
        return parse(typed).value is not None
    except FigureError:
        return False


def _choices(before: str, after: str) -> list[str]:
    """Names in the order of preference: an indicator's own, the words before, the words behind, both."""
    ahead = _BACK.sub("", _EDGE.split(before)[-1])
    behind = _EDGE.split(after)[0].removeprefix("的")
    ahead = re.sub("(?:由|从)[0-9]*$", "", ahead)
    if share := _SHARE.search(ahead):  # 占信访投诉的39.6% is no number of 信访投诉
        return [f"占{share['of']}比例"]
    found = [name for name in _ALIASES if _ends(ahead, name) or (not ahead and behind.startswith(name))][:1]
    stripped = _FRONT.sub("", ahead)
    near = stripped if len(stripped) > 1 else ahead
    near = near if len(near) <= _WHOLE else near[-_LONGEST:]
    verb = _VERB.search(behind, 2)
    next_ = behind if len(behind) <= _LONGEST else behind[: min(verb.start() if verb else _LONGEST, _LONGEST)]
    if len(near) > 1 and not behind:
        found.append(near)
    elif len(near) > 1 and len(behind) <= _SHORT:
        found += [near + behind, near]
    elif len(next_) > 1:
        found += [next_, near + next_]
    elif len(near) > 1:
        found.append(near)
    return [name for name in dict.fromkeys(found) if len(name) > 1]


def _twins(name: str) -> tuple[str, ...]:
    """The other names of the indicator."""
    return next((names for names in NAMES.values() if name in names), ())


def _ends(text: str, name: str) -> bool:
    """Whether the text ends with the name, and with nothing before it that turns it round: 非现场检查."""
    return text.endswith(name) and not _NOT.search(text[: -len(name)])
