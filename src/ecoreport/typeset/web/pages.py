"""HTML out of a template that ships with a package: everything put into it is escaped, a missing name is an error."""

from collections.abc import Callable, Mapping
from importlib import resources

from jinja2 import Environment, StrictUndefined

TEMPLATE = "page.html.j2"


def render(package: str, filters: Mapping[str, Callable[..., object]], **values: object) -> str:
    """The page that the template of `package` makes of the values."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters.update(filters)
    source = (resources.files(package) / TEMPLATE).read_text(encoding="utf-8")
    return environment.from_string(source).render(values)
