"""The page on templates: every filter is on it, and every name a template is given."""

import re
from pathlib import Path

from handleplan.formats import paper_html, paper_markdown
from handleplan.report.environment import VIEWS
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "templates.md"


def test_every_filter_is_named() -> None:
    rows = re.findall(
        r"^\| (`[^|]+) \| (?:both|HTML|Markdown) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    named = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    settings = (paper_html._setting(), paper_markdown._setting())
    assert named == {name for setting in settings for name, _ in setting.filters}


def test_each_format_is_said_to_have_templates_of_its_own() -> None:
    assert "Each format has templates of its own" in PAGE.read_text(encoding="utf-8")


def test_every_view_has_its_part() -> None:
    parts = set(re.findall(r"^## ([A-Z]\w+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert parts - {"Templates"} == {kind.__name__ for kind in VIEWS}


def test_every_shipped_template_is_named() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for path in (ROOT / "templates").rglob("*"):
        name: Path = path.relative_to(ROOT / "templates")
        assert path.is_dir() or f"`{name.as_posix()}`" in text
