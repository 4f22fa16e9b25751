"""What next year's file makes of this year's plan: measures to account for, and a plan to fill in."""

from collections.abc import Iterator

from ecoreport.report.parts import sections_of
from ecoreport.text.placeholders import FILL
from ecoreport.text.sentences import paragraphs
from ecoreport.yearfile import writer
from ecoreport.yearfile.model import Content, Item, Plan, Report, Table


def to_account_for(report: Report) -> list[dict[str, writer.Value]]:
    """The items of a report's plan as measures of the next year, each with what was planned as a comment."""
    return [_measure(item, report.year) for item in items_of(report) if isinstance(item, Plan)]


def _measure(plan: Plan, year: int) -> dict[str, writer.Value]:
    said = "；".join(on_one_line(text) for text in _words(plan)).removeprefix(on_one_line(plan.title or "") + "；")
    made: dict[str, writer.Value] = {"id": plan.id} if plan.id else {}
    made |= {"title": plan.title} if plan.title else {}
    comment = {"#": f"{year}年的安排：{said}"} if said else {}
    if plan.target:
        comment["# 目标"] = f"{year}年的目标：{'；'.join(map(on_one_line, plan.target))}"
    made |= {**comment, "text": FILL} if made else {"text": FILL, **comment}  # no comment right behind the dash
    return made | ({"carries_out": [plan.id]} if plan.id else {})


def to_fill_in(report: Report, plans: tuple[Plan, ...], prefix: str, first: int) -> list[dict[str, writer.Value]]:
    """An open item for each of `plans`, numbered from `first`; none has an id that the report has."""
    known = {item.id for item in items_of(report) if item.id}
    return [_skeleton(plan, f"{prefix}-{number}", known) for number, plan in enumerate(plans, first)]


def _skeleton(plan: Plan, name: str, known: set[str]) -> dict[str, writer.Value]:
    made: dict[str, writer.Value] = {"id": name + "x" * (name in known)}
    made |= {key: FILL for key in ("title", "text") if getattr(plan, key)} or {"text": FILL}
    return {**made, **({"answers": list(plan.answers)} if plan.answers else writer.UNANSWERED)}


def _table_words(table: Table | None) -> tuple[str | None, ...]:
    if table is None:
        return ()
    return (table.caption, *(cell for row in (table.header, *table.rows) for cell in row), table.note)


def _words(content: Content) -> Iterator[str]:
    """All that an item says, with its table and what stands below it."""
    own = (getattr(content, "title", None), content.text)
    yield from (text for text in (*own, *_table_words(content.table)) if text)
    for item in content.items:
        yield from _words(item)


def on_one_line(text: str) -> str:
    """A text of several paragraphs as one, without its last full stop."""
    return "".join(paragraphs(text)).rstrip("。")


def items_of(report: Report) -> Iterator[Item]:
    """Every item at every level, in order."""
    todo: list[Content] = [section for _, section in reversed(sections_of(report))]
    while todo:
        content = todo.pop()
        if isinstance(content, Item):
            yield content
        todo.extend(reversed(content.items))
