"""The shipped templates as a workspace's own."""

from pathlib import Path

import pytest

from handleplan.cli.templates import copy_templates
from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.formats import FORMATS, render
from tests.report.year import KINDS, paper_of_kind


def test_every_shipped_template_is_copied(tmp_path: Path) -> None:
    written = copy_templates(tmp_path)
    shipped = {
        path.relative_to(shipped_templates()) for path in shipped_templates().rglob("*") if path.is_file()
    }
    assert {path.relative_to(tmp_path / "templates") for path in written} == shipped
    assert copy_templates(tmp_path) == written, "the same again changes nothing"


def test_a_template_of_the_workspace_stays_and_nothing_is_copied(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "paper.md.j2"
    own.parent.mkdir()
    own.write_text("mine", encoding="utf-8")
    with pytest.raises(Failure) as caught:
        copy_templates(tmp_path)
    assert caught.value.values["names"] == ["paper.md.j2"]
    assert [path.name for path in own.parent.iterdir()] == ["paper.md.j2"]
    assert own.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_name", FORMATS)
def test_copied_templates_print_the_same_papers(kind: str, format_name: str, tmp_path: Path) -> None:
    copy_templates(tmp_path)
    paper, texts = paper_of_kind(kind), Texts("da")
    own = render(paper, format_name, texts, tmp_path / "templates")
    assert own == render(paper, format_name, texts)
