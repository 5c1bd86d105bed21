"""Which formats a meeting's papers get, and which additions they would take."""

import pytest

from handleplan.papers import extras
from handleplan.report.formats import FORMATS


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The libraries that are there, to be changed; every format is known."""
    there: set[str] = set()
    monkeypatch.setattr(extras, "find_spec", lambda name: object() if name in there else None)
    monkeypatch.setattr(extras, "FORMATS", {**FORMATS, "pdf": FORMATS["html"], "docx": FORMATS["html"]})
    return there


def test_without_additions_papers_are_html(installed: set[str]) -> None:
    assert not installed
    assert extras.usual_formats() == ("html",)
    assert extras.slide_formats() == ("svg",)
    assert extras.missing_extras(()) == ("pdf", "docx", "png")


def test_what_is_installed_is_used(installed: set[str]) -> None:
    installed |= {"docx", "resvg_py"}
    assert extras.usual_formats() == ("docx",)
    assert extras.slide_formats() == ("svg", "png")
    assert extras.missing_extras(()) == ("pdf",)
    installed.add("typst")
    assert extras.usual_formats() == ("docx",), "its font is part of it"
    installed.add("fontpkg_ibm_plex_sans")
    assert extras.usual_formats() == ("pdf", "docx")
    assert extras.missing_extras(()) == ()


def test_who_asks_for_formats_misses_no_others(installed: set[str]) -> None:
    installed.add("resvg_py")
    assert extras.missing_extras(("html",)) == ()


def test_formats_that_are_not_known_are_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    monkeypatch.setattr(extras, "FORMATS", {"html": FORMATS["html"]})
    assert extras.missing_extras(()) == ("png",)
