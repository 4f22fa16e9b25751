"""The bureau's own words: what `words` in the project's settings says is not to be written."""

from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.yearfile.model import Word


@rule("W533")
def own_words(reading: Reading) -> Iterator[Finding]:
    """Each of the bureau's words that stands outside of quotations, titles of documents and its set form."""
    for word in reading.words:
        for wrong in word.avoid:
            for place in reading.places:
                if wrong in place.text:
                    yield from _found(place, word, wrong)


def _found(place: Place, word: Word, wrong: str) -> Iterator[Finding]:
    use = word.use or ""
    inside = use.find(wrong) if use else -1  # 环保局 inside 生态环保局
    at = place.text.find(wrong)
    while at >= 0:
        set_form = inside >= 0 and place.text.startswith(use, max(at - inside, 0))
        if not (set_form or place.is_reference(at) or place.is_quoted(at)):
            span = at, at + len(wrong)
            help_ = f"写成“{use}”" if use else "换个写法"
            yield place.finding("W533", f"本单位不写“{wrong}”：{word.reason}", span, help_)
        at = place.text.find(wrong, at + len(wrong))
