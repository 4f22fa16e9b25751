"""The JSON Schema of the year file, for editors: Chinese titles, descriptions and examples out of the model."""

import json

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema

from ecoreport.yearfile.model import Report


class _Schema(GenerateJsonSchema):
    """pydantic's schema with a name for the dialect, and without the titles it makes up for key patterns."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        made = super().generate(schema, mode=mode)
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "法治政府建设情况报告"}


def schema() -> str:
    """The schema as text, the same on every machine."""
    made = Report.model_json_schema(schema_generator=_Schema)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
