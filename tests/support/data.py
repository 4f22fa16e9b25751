"""A year file's text as plain data, read by PyYAML with our scalars and nothing of our diagnostics."""

from typing import Any

import yaml

from ecoreport.yearfile._guard import Loader


def data_of(text: str) -> Any:  # noqa: ANN401 - whatever a file holds
    """Mappings, lists and scalars; YAMLError where the text is no YAML."""
    return yaml.load(text, Loader=Loader)  # noqa: S506 - a safe loader's child
