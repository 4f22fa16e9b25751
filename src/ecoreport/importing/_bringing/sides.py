"""What is to be typed for what came: of a moved paragraph what was typed, of a new item or part its keys."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import Shown
from ecoreport.importing._bringing.wanted import Wanted, as_typed
from ecoreport.problems.diagnostic import Path
from ecoreport.report.printed import Referred
from ecoreport.yearfile.writer import Value, Verbatim

_REASONED = re.compile(r"([^。]{1,500})。主要原因是([^。]{1,500})。")


class Sides(NamedTuple):
    """The blocks of both sides, and which of the new ones are old ones that moved."""

    wanted: Wanted
    old: Sequence[Shown]
    new: Sequence[Shown]
    moved: Mapping[int, int]

    def typed(self, there: int) -> str:
        """The words to type: of a moved paragraph those that were typed, {{ }} and all."""
        one = self.new[there]
        old = self.old[self.moved[there]] if there in self.moved else None
        span = self.wanted.span(old) if old else None
        if old and span and old.core == one.core and len(old.paths) == 1:
            return self.wanted.text(span[0])[span[1] : span[2]]
        if old and any(isinstance(origin, Referred) for text in old.origins for origin in text):
            self.wanted.tell("移动的一段里 {{ }} 成了文字", old.text, one.text, there, mild=True)
        return as_typed(("text",), one.text)

    def content(self, run: Sequence[int]) -> Mapping[str, Value]:
        """The text and the items of a new part."""
        texts: list[list[str]] = [[]]
        titles: list[str] = []
        for at in run:
            if self.new[at].is_heading:
                titles.append(as_typed(("title",), self.new[at].core))
                texts.append([])
            else:
                texts[-1].append(self.typed(at))
        own, *below = ({"text": Verbatim("\n\n".join(one))} if one else {} for one in texts)
        items = [{"title": title, **text} for title, text in zip(titles, below, strict=True)]
        return {**own, **({"items": items} if items else {})}

    def fields(self, run: Sequence[int], beside: Path, *, heading: bool) -> Mapping[str, Value]:
        """The keys of a new item, which stands beside another one."""
        one = self.new[run[0]]
        if heading:
            texts = [self.typed(at) for at in run[1:]]
            text: Mapping[str, Value] = {"text": Verbatim("\n\n".join(texts))} if texts else {}
            return {"title": as_typed(("title",), one.core), **text}
        match = _REASONED.fullmatch(one.core)
        if match and self.wanted.splices.node((*beside, "problem")):
            return {"problem": match[1], "cause": match[2]}
        return {"text": Verbatim(as_typed(("text",), one.core))}
