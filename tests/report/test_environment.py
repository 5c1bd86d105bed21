from pathlib import Path

import pytest

from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.formats import render
from tests.report.samples import RICH, paper_of, plan_of


def render_own(
    folder: Path, source: str | bytes, name: str = "plan.md.j2", format_name: str = "markdown"
) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return render(paper_of(plan_of(RICH)), format_name, Texts("da"), folder)


def test_the_shipped_templates_are_found() -> None:
    assert (shipped_templates() / "plan.html.j2").is_file()


def test_a_template_of_the_workspace_comes_first(tmp_path: Path) -> None:
    assert render_own(tmp_path, "Egen: {{ paper.title }}") == "Egen: Sundhed \\<2022> & \\*mere\\*\n"
    html = render_own(tmp_path, "<p>{{ paper.title }}", "plan.html.j2", "html")
    assert html == "<p>Sundhed &lt;2022&gt; &amp; *mere*\n"


def test_one_partial_can_be_changed_alone(tmp_path: Path) -> None:
    html = render_own(tmp_path, "/* egen stil */", "partials/style.css", "html")
    assert "/* egen stil */" in html
    assert "<h1>Sundhed" in html


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("a\n{% if %}\n{{ x", 2, "Expected an expression"),
        ("a\n\n{{ ukendt }}\n{{ ogsaa }}", 3, "'ukendt' is undefined"),
        ("{{ paper.title }}\n{{ paper.titel }}", 2, "titel"),
        ("\n{{ paper.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ ''.__class__ }}", 2, "unsafe"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("\n{{ paper.title | ukendt }}", 2, "ukendt"),
        ("\n{{ 5 | block(2) }}", 2, "int"),
        ("\n{% include 'mangler.j2' %}", 2, "mangler.j2"),
        ("\n{% include '../plan.md.j2' %}", 2, "plan.md.j2"),
        ("\n{% for x in range(10 ** 9) %}{% endfor %}", 2, "Range too big"),
        (b"a\nb\xe6\n", 2, "utf-8"),
    ],
)
def test_a_broken_template_tells_file_and_line(
    tmp_path: Path, source: str | bytes, line: int, reason: str
) -> None:
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, source)
    assert caught.value.key == "template"
    assert caught.value.values["path"] == tmp_path / "plan.md.j2"
    assert caught.value.values["line"] == line
    assert reason in str(caught.value.values["reason"])
    for language in ("da", "en"):
        assert str(line) in Texts(language).message("failure.template", **caught.value.values)


def test_a_broken_partial_is_named_itself(tmp_path: Path) -> None:
    source = "{% macro print_section() %}{% endmacro %}\n{% macro print_stage(part) %}\n{{ x }}{% endmacro %}"
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, source, "partials/sections.md.j2")
    assert caught.value.values["path"] == tmp_path / "partials/sections.md.j2"
    assert caught.value.values["line"] == 3


def test_templates_cannot_change_the_paper(tmp_path: Path) -> None:
    with pytest.raises(Failure):
        render_own(tmp_path, "{% set paper.title = 'x' %}")
