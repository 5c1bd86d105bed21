import gc
from pathlib import Path
from typing import Any, Literal
from weakref import ref

import pytest
from jinja2 import Environment

from handleplan.failure import Failure
from handleplan.formats import paper_markdown
from handleplan.locale import Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.formats import render
from handleplan.report.view import SCHEMA_VERSION
from tests.report.samples import RICH, paper_of, plan_of


def render_own(
    folder: Path,
    source: str | bytes,
    name: str = "paper.md.j2",
    format_name: Literal["markdown", "html"] = "markdown",
) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return render(paper_of(plan_of(RICH)), format_name, Texts("da"), folder)


def test_the_shipped_templates_are_found() -> None:
    assert (shipped_templates() / "paper.html.j2").is_file()


def test_a_template_of_the_workspace_comes_first(tmp_path: Path) -> None:
    assert render_own(tmp_path, "Egen: {{ paper.title }}") == "Egen: Sundhed \\<2022> & \\*mere\\*\n"
    html = render_own(tmp_path, "<p>{{ paper.title }}", "paper.html.j2", "html")
    assert html == "<p>Sundhed &lt;2022&gt; &amp; *mere*\n"


def test_one_partial_can_be_changed_alone(tmp_path: Path) -> None:
    html = render_own(tmp_path, "/* egen stil */", "partials/style.css", "html")
    assert "/* egen stil */" in html
    assert "<h1>Sundhed" in html


def test_own_templates_are_compiled_once_for_many_papers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []
    original = Environment.compile

    def note(self: Environment, source: str, name: str, *given: Any, **named: Any) -> Any:
        compiled.append(name)
        return original(self, source, name, *given, **named)

    monkeypatch.setattr(Environment, "compile", note)
    render_own(tmp_path, '{{ paper.title }}{% include "partials/style.css" %}')
    for _ in range(2):
        render(paper_of(plan_of(RICH)), "markdown", Texts("da"), tmp_path)
    assert compiled == ["paper.md.j2", "partials/style.css"]


def test_a_template_that_changes_while_papers_are_printed_is_read_anew(tmp_path: Path) -> None:
    assert render_own(tmp_path, '{% include "partials/style.css" %}').startswith("/*")
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials/style.css").write_text("en ny", encoding="utf-8")
    assert render_own(tmp_path, 'Nu: {% include "partials/style.css" %}') == "Nu: en ny\n"
    assert render_own(tmp_path, "Nu uden") == "Nu uden\n"


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ paper.title is defined }} {{ paper.plans[0].cover is defined }} {{ 5.text is defined }}", "True False False"),
        ("{{ {'title': 'en ordbog'}.title }}", "en ordbog"),
        ("{% for plan in paper.plans %}{{ loop.index }} {{ loop.length }}{% endfor %}", "1 1"),
        ("{{ label('goals') }} {{ label('actions', year=2022) }}", "Mål Handlinger i 2022 og frem"),
        ("{% macro m(a) %}{{ a }}{{ varargs | length }}{{ caller() }}{% endmacro %}{% call m('a', 2) %}c{% endcall %}", "a1c"),
    ],
)  # fmt: skip
def test_short_ways_lead_where_jinjas_own_do(tmp_path: Path, source: str, printed: str) -> None:
    assert render_own(tmp_path, source) == f"{printed}\n"


def test_a_printed_paper_is_let_go(tmp_path: Path) -> None:
    class Title(str):
        """A text that can be watched."""

        __slots__ = ("__weakref__",)

    title = Title("Sundhed")
    watched = ref(title)
    gc.collect()
    gc.disable()
    try:
        for own in (None, tmp_path):
            render(paper_of(plan_of(RICH))._replace(title=title), "html", Texts("da"), own)
        del title
        assert watched() is None
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("a\n{% if %}\n{{ x", 2, "Expected an expression"),
        ("a\n\n{{ ukendt }}\n{{ ogsaa }}", 3, "'ukendt' is undefined"),
        ("\n{{ paper.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ ''.__class__ }}", 2, "unsafe"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("\n{{ paper.title | ukendt }}", 2, "ukendt"),
        ("\n{{ 5 | block(2) }}", 2, "int"),
        ("\n{% for x in range(10 ** 9) %}{% endfor %}", 2, "Range too big"),
        (b"a\nb\xe6\n", 2, "utf-8"),
        ("\n{{ message('report.dated', 3) }}", 2, "positional argument"),
        ("\n{{ " + "(" * 1000, 1, "recursion"),
        ("{{ " + "1" * 5000 + " }}", 1, "digits"),
    ],
)
def test_a_broken_template_tells_file_and_line(
    tmp_path: Path, source: str | bytes, line: int, reason: str
) -> None:
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, source)
    assert caught.value.key == "template"
    assert caught.value.values["path"] == tmp_path / "paper.md.j2"
    assert caught.value.values["line"] == line
    assert reason in str(caught.value.values["reason"])
    for language in ("da", "en"):
        assert str(line) in Texts(language).message("failure.template", **caught.value.values)


def test_a_broken_partial_is_named_itself(tmp_path: Path) -> None:
    source = "{% macro print_section() %}{% endmacro %}\n{% macro print_head(part) %}\n{{ x }}{% endmacro %}"
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, source, "partials/sections.md.j2")
    assert caught.value.values["path"] == tmp_path / "partials/sections.md.j2"
    assert caught.value.values["line"] == 3


@pytest.mark.parametrize(
    ("source", "line", "include"),
    [
        ("\n{% include 'mangler.j2' %}", 2, "mangler.j2"),
        ("\n\n{% include '../paper.md.j2' %}", 3, "../paper.md.j2"),
        ("{% from 'partials/x.j2' import y %}", 1, "partials/x.j2"),
        ("\n{% include ['a', 'b'] %}", 2, "a, b"),
    ],
)
def test_a_missing_include_is_named_with_who_asks_for_it(
    tmp_path: Path, source: str, line: int, include: str
) -> None:
    for name in ("paper.md.j2", "partials/sections.md.j2"):
        (tmp_path / "paper.md.j2").unlink(missing_ok=True)
        with pytest.raises(Failure) as caught:
            render_own(tmp_path, source, name)
        assert caught.value.key == "template-include"
        assert caught.value.values == {"path": tmp_path / name, "line": line, "include": include}
        for language in ("da", "en"):
            assert include in Texts(language).message("failure.template-include", **caught.value.values)


@pytest.mark.parametrize(
    ("source", "view", "field", "nearest"),
    [
        ("{{ paper.titel }}", "Paper", "titel", "title"),
        ("{% for x in paper.plan %}{% endfor %}", "Paper", "plan", "plans"),
        ("{{ paper.overskrift.tekst }}", "Paper", "overskrift", ""),
        ("{{ paper['titel'] }}", "Paper", "titel", "title"),
        ("{% if paper.plans[0].teme %}x{% endif %}", "ThemePlan", "teme", "theme"),
    ],
)
def test_an_unknown_field_is_named_with_the_nearest(
    tmp_path: Path, source: str, view: str, field: str, nearest: str
) -> None:
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, f"a\n{source}")
    values = caught.value.values
    assert caught.value.key == "template-field"
    assert (values["path"], values["line"]) == (tmp_path / "paper.md.j2", 2)
    assert (values["view"], values["field"], values["nearest"]) == (view, field, nearest)
    assert "title" in str(values["expected"])
    for language in ("da", "en"):
        assert f"{view} ha" in Texts(language).message("failure.template-field", **values)


def test_a_field_that_is_asked_for_before_it_is_read_is_no_mistake(tmp_path: Path) -> None:
    assert render_own(tmp_path, "{{ paper.titel | default('uden') }}") == "uden\n"


def test_what_a_template_of_its_own_hands_to_a_shipped_one_is_its_fault(tmp_path: Path) -> None:
    source = (
        "{% from 'partials/sections.md.j2' import print_section with context %}\n{{ print_section(paper) }}"
    )
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, source)
    assert caught.value.key == "template-field"


@pytest.mark.parametrize("call", ["label('ukendt')", "message('ukendt')", "message('ukendt', a=1)"])
def test_an_unknown_label_is_named(tmp_path: Path, call: str) -> None:
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, f"a\n{{{{ {call} }}}}")
    assert caught.value.key == "template-word"
    assert caught.value.values == {"path": tmp_path / "paper.md.j2", "line": 2, "word": "ukendt"}
    for language in ("da", "en"):
        assert "ukendt" in Texts(language).message("failure.template-word", **caught.value.values)


def test_templates_that_include_each_other_are_told(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, "\n{% include 'paper.md.j2' %}", "partials/sections.md.j2")
    assert caught.value.values["path"] == tmp_path / "partials/sections.md.j2"
    assert caught.value.values["line"] == 2


@pytest.mark.parametrize("own", [False, True])
def test_a_bug_of_ours_is_not_the_templates_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, own: bool
) -> None:
    def fail(*_values: object) -> str:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(paper_markdown, "heading_markdown", fail)
    if own:
        (tmp_path / "partials").mkdir()
        (tmp_path / "partials/style.css").write_text("/* another template of the workspace's own */")
    with pytest.raises(ZeroDivisionError):
        render(paper_of(plan_of(RICH)), "markdown", Texts("da"), tmp_path if own else None)


def test_what_a_template_puts_together_is_set_as_one_harmless_line(tmp_path: Path) -> None:
    texts = Texts("da", {"owner": " \x1b[31mX\n\n# Pwn ", "plan": ":"})
    (tmp_path / "paper.md.j2").write_text(
        "{{ label('owner') }}\n{% set x = 'a\n# b' %}{{ x }}\n{{ (label('owner') ~ '\n# c') | heading(2) }}\n{{ label('plan') }}:error::x\n"
        "{% set x = ' # d' %}{{ x }}"
    )
    assert render(paper_of(plan_of(RICH)), "markdown", texts, tmp_path) == (
        "\ufffd\\[31mX # Pwn\na # b\n## \ufffd\\[31mX # Pwn # c\n\\::error::x\n \\# d\n"
    )


def test_templates_cannot_change_the_paper(tmp_path: Path) -> None:
    with pytest.raises(Failure):
        render_own(tmp_path, "{% set paper.title = 'x' %}")


@pytest.mark.parametrize(
    "first",
    ["{# view: 1 #}", "{#- view:1 -#}", "\ufeff{# view: 1 #}", "{# En egen skabelon. #}", "{# view: x #}"],
)
def test_a_template_for_this_view_or_for_none_is_printed(tmp_path: Path, first: str) -> None:
    assert "Sundhed" in render_own(tmp_path, first + "\n{{ paper.title }}")


@pytest.mark.parametrize("first", ["{# view: 2 #}", "{#-view: 0-#}\r", "\ufeff{# view: 12 #}"])
def test_a_template_for_another_view_is_told(tmp_path: Path, first: str) -> None:
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, first + "\n{{ unknown }}")
    assert (caught.value.key, caught.value.values["line"]) == ("template-version", 1)
    assert caught.value.values["current"] == SCHEMA_VERSION


def test_a_partial_for_another_view_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        render_own(tmp_path, "{# view: 7 #}", "partials/sections.md.j2")
    assert (caught.value.key, caught.value.values["version"]) == ("template-version", 7)


def test_the_shipped_templates_are_made_for_this_view() -> None:
    for path in shipped_templates().rglob("*.j2"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"{{# view: {SCHEMA_VERSION} #}}", path
