"""Every printed character with the place where it was typed, through any template."""

from support.many_forms import LAST, TEXT

from ecoreport.project import Inputs
from ecoreport.report.blocks import Kind, Paragraph
from ecoreport.report.context import Context
from ecoreport.report.inputs import Input, Years, given
from ecoreport.report.printed import Origin, Referred, Traced, Typed, texts_of, traced, typed_texts
from ecoreport.report.templates import Environment


def context_of(text: str = TEXT) -> Context:
    """The report beside last year's."""
    files = {2024: given(text.encode(), "2024.yaml", 2024), 2023: given(LAST.encode(), "2023.yaml", 2023)}
    return Inputs(Years(files)).years.context(files[2024])


def all_of(context: Context, **templates: str) -> tuple[Traced, ...]:
    """Its blocks, by templates of its own."""
    own = {f"{name}.md.j2": Input(name, lambda text=text: text.encode()) for name, text in templates.items()}
    return traced(context, Environment(own), "x")


def test_every_character_stands_where_it_was_typed() -> None:
    """Of each that has an origin, what was typed there is what is printed; what has none nobody typed."""
    context = context_of()
    typed, evaluated = typed_texts(context), context.evaluated
    nobodys: list[str] = []
    for one in all_of(context):
        for text, origins in zip(texts_of(one.block), one.origins, strict=True):
            assert len(text) == len(origins)
            for char, origin in zip(text, origins, strict=True):
                if isinstance(origin, Typed):
                    assert typed[origin.path][origin.at] == char
                elif isinstance(origin, Referred) and origin.end:
                    said = {piece.text for piece in evaluated[origin.path] if piece.expression == origin.expression}
                    assert any(piece[origin.nth : origin.nth + 1] == char for piece in said)
                    assert typed[origin.path][origin.start : origin.end].startswith("{{")
                else:
                    nobodys.append(char)
    assert not set("".join(nobodys)) & set("折括社区企业班研")


def block(found: tuple[Traced, ...], text: str) -> tuple[Origin, ...]:
    """The origins of the paragraph that begins so."""
    return next(one.origins[0] for one in found if isinstance(one.block, Paragraph) and text in one.block.text)


def test_what_a_shortcoming_lends_keeps_its_place() -> None:
    """Through the text that the program makes, and through its own."""
    found = all_of(context_of())
    assert {one.path[-1] for one in block(found, "案卷质量不高") if one} == {"problem", "cause"}
    assert {one.path[-1] for one in block(found, "执法力量薄弱") if one} == {"problem", "cause", "text"}


def test_a_day_and_a_default_title() -> None:
    """成文日期 as it prints; a title that the program makes is nobody's."""
    found = all_of(context_of(TEXT.replace("title: |\n  示例区教育局关于2024年\n  法治政府建设情况的报告\n", "")))
    dates = [one for one in found if isinstance(one.block, Paragraph) and one.block.kind == Kind.DATE]
    assert dates[0].origins[0] == tuple(Typed(("date",), at) for at in range(len("2025年1月20日")))
    assert not any(found[[getattr(one.block, "kind", "") for one in found].index(Kind.TITLE)].origins[0])


def test_any_template() -> None:
    """One that repeats, one that asks a day for its month, one that counts characters."""
    found = all_of(context_of(), report="{{ outline.issuer }}甲{{ outline.issuer }}\n")
    assert [one and one.path for one in found[0].origins[0]] == [*[("issuer",)] * 6, None, *[("issuer",)] * 6]
    found = all_of(context_of(), report="{{ report.date.month }}月{{ outline.issuer }}\n")
    assert [one and one.path for one in found[0].origins[0]] == [None, None, *[("issuer",)] * 6]
    counted = "{% if outline.issuer == '示例区教育局' %}多一段\n\n{% endif %}{{ outline.lead[0] }}\n"
    found = all_of(context_of(), report=counted)
    assert any(found[1].origins[0])
