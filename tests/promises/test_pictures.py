"""The pictures show what there is now: terminals to the letter, photographs by what they were taken of."""

import made_of
import pictures
import pytest


def test_they_are_current() -> None:
    """`python tools/pictures.py NAME…` makes those anew that are not."""
    assert pictures.stale() == []


def test_what_has_changed_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Another screen, another page under a photograph, and one that says nothing of what it was taken of."""
    taken = [one._replace(of=lambda: b"another page") for one in pictures.TAKEN if "word-1" in one.names]
    monkeypatch.setattr(pictures, "DRAWN", {"error": lambda: "another screen"})
    monkeypatch.setattr(pictures, "TAKEN", taken)
    assert pictures.main(["--check"]) == 1
    assert capsys.readouterr().err == "not current: python tools/pictures.py error word-1 word-2\n"
    assert made_of.digest_in(b"\x89PNG") == ""
