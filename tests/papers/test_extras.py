"""Which formats a meeting's papers get, and which additions they would take."""

import pytest

from handleplan.papers import extras


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The libraries that are there, to be changed."""
    there: set[str] = set()
    monkeypatch.setattr(extras, "find_spec", lambda name: object() if name in there else None)
    return there


def test_without_additions_papers_are_html(installed: set[str]) -> None:
    assert not installed
    assert extras.usual_formats() == ("html",)
    assert extras.slide_formats() == ("svg",)
    assert extras.missing_extras(()) == ("pdf", "docx", "png")


def test_what_is_installed_is_used(installed: set[str]) -> None:
    installed |= {"docx", "resvg_py", "typst"}
    assert extras.usual_formats() == ("html",), "the font is part of all"
    installed |= {"fontpkg_ibm_plex_sans"}
    installed -= {"typst"}
    assert extras.usual_formats() == ("docx",)
    assert extras.slide_formats() == ("svg", "png")
    assert extras.missing_extras(()) == ("pdf",)
    installed.add("typst")
    assert extras.usual_formats() == ("pdf", "docx")
    assert extras.missing_extras(()) == ()


def test_who_asks_for_formats_misses_no_others(installed: set[str]) -> None:
    installed |= {"resvg_py", "fontpkg_ibm_plex_sans"}
    assert extras.missing_extras(("html",)) == ()
