"""The shipped templates as a workspace's own."""

from pathlib import Path

import pytest

from handleplan.cli.templates import copy_templates
from handleplan.locale import Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.formats import FORMATS, render
from tests.report.year import KINDS, paper_of_kind


def test_every_shipped_template_is_copied(tmp_path: Path) -> None:
    copied = copy_templates(tmp_path)
    shipped = {
        path.relative_to(shipped_templates()) for path in shipped_templates().rglob("*") if path.is_file()
    }
    assert {path.relative_to(tmp_path / "templates") for path in copied.written} == shipped
    assert not copied.kept
    assert copy_templates(tmp_path) == copied, "the same again changes nothing"


def test_a_template_of_the_workspace_stays_and_the_others_are_copied(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "paper.md.j2"
    own.parent.mkdir()
    own.write_text("mine", encoding="utf-8")
    copied = copy_templates(tmp_path)
    assert copied.kept == (own,)
    assert own not in copied.written
    assert own.read_text(encoding="utf-8") == "mine"
    own.unlink()
    assert copy_templates(tmp_path).written == tuple(sorted((*copied.written, own)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_name", FORMATS)
def test_copied_templates_print_the_same_papers(kind: str, format_name: str, tmp_path: Path) -> None:
    copy_templates(tmp_path)
    paper, texts = paper_of_kind(kind), Texts("da")
    own = render(paper, format_name, texts, tmp_path / "templates")
    assert own == render(paper, format_name, texts)
