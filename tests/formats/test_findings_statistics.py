"""The table of how often which rule was broken."""

import pytest

from handleplan.formats.findings_statistics import render
from handleplan.formats.terminal import display_width
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.rule import RULES
from tests.formats.findings_samples import SAMPLES, finding


def test_the_most_frequent_comes_first() -> None:
    assert render(SAMPLES, Texts("da"), width=80, colour=False) == (
        "  3  HP302  year-outside-agreement\n"
        "  2  HP014  comment-in-text\n"
        "  2  HP101  unknown-key             handleplan fix --unsafe retter det\n"
        "  2  HP501  unknown-abbreviation\n"
        "  1  HP004  empty-file\n"
        "  1  HP007  colon-in-text           handleplan fix retter det\n"
        "  1  HP105  list-expected\n"
        "\n"
    )


def test_nothing_found_is_no_table() -> None:
    assert render((), Texts("da"), width=80, colour=False) == ""


def test_what_can_be_mended_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RULES, "unknown-key", RULES["unknown-key"]._replace(fixable="safe"))
    monkeypatch.setitem(RULES, "empty-file", RULES["empty-file"]._replace(fixable="unsafe"))
    lines = render(SAMPLES, Texts("en"), width=80, colour=False).splitlines()
    assert lines[2] == "  2  HP101  unknown-key             handleplan fix mends it"
    assert lines[4] == "  1  HP004  empty-file              handleplan fix --unsafe mends it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_fits_into_80_columns(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [finding(rule.code, rule.name, "error", (1, 1, 1, 1)) for rule in RULES.values()] * 100
    for name, rule in list(RULES.items()):
        monkeypatch.setitem(RULES, name, rule._replace(fixable="unsafe"))
    lines = render(found, Texts(language), width=80, colour=False).rstrip().splitlines()
    assert max(map(display_width, lines)) <= 80
    assert len(lines) >= len(RULES)
