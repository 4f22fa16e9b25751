"""Style sheets: which classes and ids are not shown on the screen."""

import pytest

from ecoreport.importing._web._css import hidden_names, names_of


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        ("", []),
        (".a{display:none}", [".a"]),
        ("p{x:y} div.a , #b-c{color:red; DISPLAY : none !important}", [".a", "#b-c"]),
        ("/* .x */ .a{visibility:hidden}.b{mso-hide:all", [".a", ".b"]),
        (".a .b{display:none}.a:hover{display:none}p{display:none}", []),
        (".a{display:block;x-display:none}", []),
        ("@media print{.a{display:none}}", []),
        ("@media screen{.a{display:none}}", [".a"]),
        ("}}{{.a{display:none}", [".a"]),
    ],
)
def test_hidden_names_are_found(sheet: str, names: list[str]) -> None:
    """Of plain rules; on paper alone is not hidden."""
    assert list(hidden_names(sheet)) == names


def test_an_element_has_names() -> None:
    """Its classes and its id."""
    assert names_of({"class": " a  b", "id": "c"}) == {".a", ".b", "#c"}
    assert names_of({}) == set()
