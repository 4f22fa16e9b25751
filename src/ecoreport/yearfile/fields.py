"""What the program does with a field of the year file: said once, where the model declares it, and read from there."""

import enum
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError


class Words(enum.Enum):
    """Running text, in which {{ … }} is read and which the rules look at: of what kind it is."""

    HEADING = "heading"  # a title, a caption, the head of a column
    LINE = "line"
    PARAGRAPHS = "paragraphs"  # the writer puts it below `|`, a sentence a line


class Place(enum.Enum):
    """The part of a document that a line stands in (GB/T 9704-2012)."""

    HEAD = "版头"  # 7.2
    BODY = "主体"  # 7.3
    IMPRINT = "版记"  # 7.4


class NextYear(enum.Enum):
    """What `new` does with it."""

    KEPT = "kept"
    ROLLED = "rolled"  # the years in it move on
    REWRITTEN = "rewritten"  # the years in it move on, and it is marked as last year's
    ASKED = "asked"  # left open, last year's behind it
    DROPPED = "dropped"  # commented out, last year's behind it


class Printed(NamedTuple):
    """A line of its own on the page: its words around what is typed, and between several values.

    `dated`: its value is a day, None where that is still to be filled in. `telling`: a line that the field's type takes
    can be nothing else, wherever in its place it stands.
    """

    place: Place
    before: str = ""
    between: str = ""
    after: str = ""
    dated: bool = False
    telling: bool = False

    def say(self, values: Iterable[str]) -> str:
        """The line as it prints; empty where there are no values."""
        said = self.between.join(values)
        return f"{self.before}{said}{self.after}" if said else ""

    def read(self, line: str) -> tuple[str, ...]:
        """The values that print this very line; none where it is not one of its kind."""
        said = line.removeprefix(self.before).removesuffix(self.after)
        if f"{self.before}{said}{self.after}" != line:
            return ()
        values = said.split(self.between) if self.between else [said]
        return tuple(values) if all(value.strip() for value in values) else ()


class Role(NamedTuple):
    """What a field is; one without is a setting: it prints nothing, goes on to the next year, and `diff` tells of it.

    `words` and `line` are how it prints, `holds` whether it holds keys of its own, `compared` whether `diff` tells of
    it as of a setting, `refers` whether it names items of other parts by their ids.
    """

    words: Words | None = None
    line: Printed | None = None
    next_year: NextYear = NextYear.KEPT
    holds: bool = False
    compared: bool = True
    refers: bool = False


_SETTING = Role()


@cache
def roles(model: type[BaseModel]) -> Mapping[str, Role]:
    """The role of each field of the model, in its order, which is the writer's."""
    return {
        name: next((one for one in field.metadata if isinstance(one, Role)), _SETTING)
        for name, field in model.model_fields.items()
    }


def names_of(models: Iterable[type[BaseModel]], *words: Words) -> frozenset[str]:
    """The keys of these models that hold running text of these kinds."""
    return frozenset(name for one in models for name, role in roles(one).items() if role.words in words)


def lines_of(model: type[BaseModel]) -> Iterator[tuple[str, Printed]]:
    """The fields that print a line of their own, each with its form."""
    return ((name, role.line) for name, role in roles(model).items() if role.line)


def settings(model: type[BaseModel]) -> Iterator[str]:
    """The fields that `diff` tells of as of settings: no running text, and nothing that holds keys of its own."""
    for name, role in roles(model).items():
        if role.compared and not role.words and not role.holds:
            yield name


def told_by(model: type[BaseModel], place: Place, line: str) -> tuple[str, str] | None:
    """The field that a line of that place can alone be of, with its value; None where it may be another."""
    for name, form in lines_of(model):
        if form.telling and form.place is place and (values := form.read(line)) and _takes(model, name, *values):
            return name, values[0]
    return None


def _takes(model: type[BaseModel], name: str, value: str) -> bool:
    try:
        _adapter(model, name).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[object]:
    form: Any = model.model_fields[name].annotation
    return TypeAdapter(form)
