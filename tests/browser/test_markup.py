"""The HTML and CSS of papers by the standards, held against the checker that the World Wide Web Consortium uses."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.papers import LONGEST, PAPERS, html_of
from tests.browser.screen import give_up, require_program

CHECKER = Path(__file__).parent / "html_checker" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The checker holds images against the policy without knowing that `img-src data:` allows `data:` addresses.
KNOWN = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): image “data:image/\S+” blocked by “img-src” directive\."
)
# It guesses the language by the words, and the words of these papers are nobody's.
GUESSED = re.compile(r"This document appears to be written in ")
INVENTED = ("hostile", "long-words", "right-to-left", "many", "empty")


def complaints(folder: Path) -> list[str]:
    """Check every page of a folder, all in one go."""
    java = require_program("java")
    if not CHECKER.is_file():
        give_up("the HTML checker is not installed: make checker (needs npm)")
    pages = sorted(folder.glob("*.html"))
    checked = subprocess.run(
        [java, "-jar", CHECKER, "--format", "json", "--exit-zero-always", *pages],
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    found = []
    for one in json.loads(checked.stderr)["messages"]:
        name = one.get("url", "").rpartition("/")[2]
        if KNOWN.fullmatch(one["message"]) or (GUESSED.match(one["message"]) and name.startswith(INVENTED)):
            continue
        found.append(f"{name}:{one.get('lastLine')}: {one['type']}: {one['message']}")
    return found


def test_the_checker_finds_nothing(tmp_path: Path) -> None:
    for name in (*PAPERS, *LONGEST):
        (tmp_path / f"{name}.html").write_text(html_of(name), encoding="utf-8")
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("<main ", "<main role=main ", "The “main” role is unnecessary for element “main”."),
        ("</main>", "", "End tag for  “body” seen, but there were unclosed elements."),
        ("--wash: #f4f6f7", "colour: red", "CSS: “colour”: Property “colour” doesn't exist."),
    ],
)
def test_the_checker_finds_what_is_wrong(tmp_path: Path, old: str, new: str, found: str) -> None:
    html = html_of("invented-plan-da")
    assert old in html
    (tmp_path / "x.html").write_text(html.replace(old, new, 1), encoding="utf-8")
    assert any(found in complaint for complaint in complaints(tmp_path))
