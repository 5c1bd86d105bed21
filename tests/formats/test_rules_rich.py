"""The rules as rich sets them: whole pages, and pages that fit."""

from collections.abc import Callable
from io import StringIO

import pytest

from handleplan.catalogue import entries
from handleplan.formats.rules_rich import render_list, render_rule
from handleplan.formats.terminal import display_width
from handleplan.locale import LANGUAGES, Language, Texts
from tests.formats.rules_samples import FIXED, FULL, SAMPLES

each_language = pytest.mark.parametrize("language", LANGUAGES)


def on_terminal(content: object) -> str:
    from rich.console import Console

    console = Console(file=StringIO(), width=80, highlight=False)
    console.print(content)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


@each_language
def test_whole_pages_on_a_terminal(language: Language, golden: Callable[[str, str], None]) -> None:
    texts = Texts(language)
    golden(f"rules-terminal.{language}.txt", on_terminal(render_list(SAMPLES, texts)))
    golden(f"rule-terminal.{language}.txt", on_terminal(render_rule(FULL, texts)))
    golden(f"rule-always-terminal.{language}.txt", on_terminal(render_rule(FIXED, texts)))


@each_language
def test_every_rule_fits_into_80_columns_and_keeps_its_name_whole(language: Language) -> None:
    texts = Texts(language)
    pages = [on_terminal(render_list(entries(), texts))]
    for entry in entries():
        assert f" {entry.rule.name} " in pages[0]
        pages.append(on_terminal(render_rule(entry, texts)))
    for page in pages:
        assert max(display_width(line) for line in page.splitlines()) <= 80


def test_no_example_is_wrapped() -> None:
    for entry in entries():
        page = on_terminal(render_rule(entry, Texts("da")))
        for example in entry.explanation.examples:
            assert all(line in page for line in example.shown.splitlines())
