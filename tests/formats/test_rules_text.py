"""The rules as plain text: whole pages, and pages that fit."""

from collections.abc import Callable

import pytest

from handleplan.catalogue import entries
from handleplan.formats.rules_text import render_list, render_rule
from handleplan.formats.terminal import display_width
from handleplan.locale import LANGUAGES, Language, Texts
from tests.formats.rules_samples import FIXED, FULL, SAMPLES

each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_whole_pages(language: Language, golden: Callable[[str, str], None]) -> None:
    texts = Texts(language)
    golden(f"rules.{language}.txt", render_list(SAMPLES, texts, width=80))
    golden(f"rule.{language}.txt", render_rule(FULL, texts, width=80))
    golden(f"rule-always.{language}.txt", render_rule(FIXED, texts, width=80))


@each_language
def test_every_rule_fits_into_80_columns(language: Language) -> None:
    texts = Texts(language)
    pages = [render_list(entries(), texts, width=80)]
    pages += [render_rule(entry, texts, width=80) for entry in entries()]
    for page in pages:
        assert max(display_width(line) for line in page.splitlines()) <= 80


@each_language
def test_marks_stand_below_their_column(language: Language) -> None:
    for entry in entries():
        page = render_rule(entry, Texts(language), width=80).splitlines()
        for example in entry.explanation.examples:
            start = page.index(next(line for line in page if line.endswith(f" – {example.path}")))
            page = page[start + 1 :]
            for mark in example.marks:
                below = [line for line in page if line.endswith(f"^ {mark.code}")]
                assert any(line.index("^") - line.index("|") - 1 == mark.column for line in below)


def test_a_narrow_page_is_taken_for_a_wider_one() -> None:
    assert render_rule(FULL, Texts("da"), width=1) == render_rule(FULL, Texts("da"), width=40)
    assert render_list(SAMPLES, Texts("da"), width=1) == render_list(SAMPLES, Texts("da"), width=40)
