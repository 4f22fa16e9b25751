"""Values that people type in more forms than one: a function makes the others into the one that is validated.

pydantic's BeforeValidator with its `json_schema_input_type` does the same, but looks into each function and builds all
forms at every start of the program, when nobody asks for a JSON Schema: half of the time that the models take.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pydantic_core.core_schema import no_info_before_validator_function

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

_Form = dict[str, Any]  # a JSON Schema


class From:
    """The value, made by the function, out of itself or one of the `others`, each a JSON Schema."""

    def __init__(self, convert: Callable[[object], object], *others: _Form) -> None:
        """Keep both."""
        self._convert, self._others = convert, others

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":  # noqa: ANN401 - any type
        """The function in front of what validates the value."""
        return no_info_before_validator_function(self._convert, handler(source))

    def __get_pydantic_json_schema__(self, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> _Form:
        """Any of the forms; of one that is such a choice itself each of its own."""
        forms = self._forms(handler(schema), handler)
        parted = [one for form in forms for one in form.get("anyOf", [form])]
        return {"anyOf": parted} if len(forms) > 1 else forms[0]

    def _forms(self, own: _Form, _: "GetJsonSchemaHandler") -> list[_Form]:
        return [own, *self._others]


class FromOne(From):
    """A list, or a single value that stands for a list of one."""

    def _forms(self, own: _Form, _: "GetJsonSchemaHandler") -> list[_Form]:
        return [own["items"], own]


class FromItems(From):
    """A section that may be absent, or the list that its `items` are."""

    def _forms(self, own: _Form, handler: "GetJsonSchemaHandler") -> list[_Form]:
        section: _Form = own["anyOf"][0]
        items = handler.resolve_ref_schema(section)["properties"]["items"]
        return [section, {"type": "array", "items": items["items"]}]
