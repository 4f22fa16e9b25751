"""Names of organs: the level of government that one is of, whether two are one, which of two stands above."""

import re
from collections.abc import Iterable, Iterator

LEAST = 2  # characters of a short name: 区委
_LONGEST, _MOST = 40, 5  # characters of a name that is looked for; organs of one short name
_RANKS = {"省": 4, "自治区": 4, "市": 3, "州": 3, "盟": 3, "区": 2, "县": 2, "旗": 2, "乡": 1, "镇": 1, "街道": 1}
_STATE = 5
_LEVEL = "自治区|街道|[省市州盟区县旗乡镇]"
_SIGNS = "省市州盟区县旗乡镇街"  # a short name begins with the sign of its level: 区委, 街道办事处
# What an organ deals with may hold the sign of a level.
_BUSINESS = "市场|城市|市政|市容|市民|社区|园区|地区|景区|库区|片区|乡村|城乡|城镇"
_OF_THE_STATE = rf"^(?:国务院|国家|中央)(?!.*(?:{_LEVEL}))|^(?!.*(?:{_LEVEL})).{{2,10}}部$"
# 党委 and 政府, and what they have set up for the rule of law; not their offices, which are nobody's superior.
_SEAT = (
    r"(?:[省市州盟区县旗乡镇]|街道)(?:党?工?委(?:员会)?|人大常委会|(?:人民)?政府)(?!办公|办$|.{0,30}[局厅部科股队])"
    r"|行署|行政公署|管委会|管理委员会"
)
_BELOW = r"各|[所直下]属|基层"
_JOINED = r"[、，,；;\s]+"
_MARKS = "：:。.、，,；; \u3000"


def names(lines: Iterable[str]) -> tuple[str, ...]:
    """The organs on these lines, one by one, without the marks around them."""
    found = (name.strip(_MARKS) for line in lines for name in re.split(_JOINED, line))
    return tuple(name for name in found if name)


def same(one: str, other: str) -> bool:
    """Whether two names are of one organ: alike, or the shorter is the other without the name of its place."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    place = long.removesuffix(short)
    if not place or place == long:
        return not place
    if short[0] in _SIGNS:  # 区委 is 示例区委, but not 自治区委
        return len(short) >= LEAST and place[-1] not in _SIGNS and not place.endswith("自治")
    return place[-1] in _SIGNS and level(short) > 0  # 示例区教育局 is that of 样例市示例区


def _plain(name: str) -> str:
    name = name.removeprefix("中国共产党").removeprefix("中共")
    return name.replace("人民政府", "政府").replace("委员会", "委")


class Known:
    """Organs that are found again under any of their names, however many there are."""

    def __init__(self, organs: Iterable[str] = ()) -> None:
        """Know these to begin with."""
        self._wholes: dict[str, str] = {}
        self._ends: dict[str, list[str]] = {}
        for name in organs:
            self.add(name)

    def add(self, name: str) -> None:
        """Know this one, too."""
        self._wholes.setdefault(_plain(name), name)
        for end in _ends(name):
            known = self._ends.setdefault(end, [])
            if len(known) < _MOST:
                known.append(name)

    def find(self, name: str) -> str:
        """The known organ that is the same; empty where none is."""
        shorter = (self._wholes[end] for end in _ends(name) if end in self._wholes)
        longer = self._ends.get(_plain(name), ())
        return next((other for others in (longer, shorter) for other in others if same(name, other)), "")


def _ends(name: str) -> Iterator[str]:
    plain = _plain(name)
    return (plain[at:] for at in range(max(len(plain) - _LONGEST, 0), len(plain) - LEAST + 1))


def level(name: str) -> int:
    """Of the state 5, 省 4, 市 3, 县 2, 乡 1; 0 where the name does not say."""
    if re.search(_OF_THE_STATE, name):
        return _STATE
    found = re.findall(_LEVEL, re.sub(_BUSINESS, "", name))
    return _RANKS[found[-1]] if found else 0


def is_below(name: str, own: str) -> bool:
    """Whether `own` stands above an organ: 各镇人民政府, 局属各单位."""
    return bool(re.search(_BELOW, name)) or 0 < level(name) < level(own)


def is_above(name: str, own: str) -> bool:
    """Whether `own` reports up to an organ: its 党委 or 政府, or an organ of a higher level."""
    if is_below(name, own) or same(name, own):
        return False
    return bool(re.search(_SEAT, name)) or 0 < level(own) < level(name)
