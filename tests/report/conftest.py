"""Golden papers, and what Word would refuse."""

from collections.abc import Callable

import pytest

from handleplan.report.environment import shipped_templates
from tests.report.docx_reading import validator


@pytest.fixture
def golden(golden: Callable[[str, str], None]) -> Callable[[str, str], None]:
    """Compare papers; pages are kept without the shipped style sheet, which browsers judge and each of them holds whole."""
    style = (shipped_templates() / "partials" / "style.css").read_text(encoding="utf-8").rstrip("\n")

    def compare(name: str, text: str) -> None:
        if name.endswith(".html"):
            assert text.count(style) == 1
            text = text.replace(style, "/* partials/style.css */")
        golden(name, text)

    return compare


@pytest.fixture(scope="session")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """Say what Word itself would refuse in a document, by the rules of Microsoft's Open XML SDK."""
    return validator(tmp_path_factory.mktemp("validated"))
