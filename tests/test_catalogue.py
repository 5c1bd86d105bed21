"""The rules for readers: order, families, what words mean, and weights by stage."""

import pytest

from handleplan.catalogue import Entry, Weight, entries, families, weights
from handleplan.locale import LANGUAGES, Language
from handleplan.rule import RULES, Rule


def rule(doc: str = "Why.\n\nDansk: Hvorfor.", **by_stage: str | None) -> Rule:
    return Rule("HP399", "a-rule", "advice", "Da.", "En.", doc, ("plan",), None, by_stage)  # type: ignore[arg-type]


def test_all_rules_stand_in_the_order_of_their_codes() -> None:
    codes = [entry.rule.code for entry in entries()]
    assert codes == sorted(one.code for one in RULES.values())


def test_families_hold_their_own() -> None:
    found = list(families(entries()))
    assert [family for family, _ in found] == sorted({one.family for one in RULES.values()})
    for family, members in found:
        assert {entry.rule.family for entry in members} == {family}


@pytest.mark.parametrize("word", ["HP3", "hp3"])
def test_a_family_means_its_rules(word: str) -> None:
    assert {entry.rule.name for entry in entries(word)} == {
        one.name for one in RULES.values() if one.family == "HP3"
    }


@pytest.mark.parametrize("word", ["", "HP", "HP9", "rules"])
def test_other_words_mean_nothing(word: str) -> None:
    assert entries(word) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_reason_and_a_summary_of_one_line(language: Language) -> None:
    for entry in entries():
        summary = entry.summary(language)
        assert summary.endswith(".")
        assert entry.why(language).startswith(summary)
        assert "\n" not in summary
        assert "``" not in entry.why(language)


@pytest.mark.parametrize(
    ("why", "summary"),
    [
        ("One thing.", "One thing."),
        ("One thing. Another thing.", "One thing."),
        ("Files end in ``.yaml``, e.g. plans. More.", "Files end in .yaml, e.g. plans."),
        ("Who? The reader.", "Who?"),
        ("One thing\nover two lines. More.\n\nA paragraph.", "One thing over two lines."),
    ],
)
def test_the_summary_is_the_first_sentence(why: str, summary: str) -> None:
    assert Entry(rule(f"{why}\n\nDansk: Hvorfor. Derfor.")).summary("en") == summary
    assert Entry(rule(f"{why}\n\nDansk: Hvorfor. Derfor.")).summary("da") == "Hvorfor."


def test_weights_are_those_that_differ() -> None:
    assert weights(rule()) == ()
    assert weights(rule(draft="advice")) == ()
    found = weights(rule(draft=None, proposed="advice", agreed="warning", closed="warning"))
    assert found == (Weight(None, ("draft",)), Weight("warning", ("agreed", "closed")))


def test_settings_reach_what_checks_readable_files() -> None:
    assert Entry(RULES["duplicate-id"]).can_be_set
    assert not Entry(RULES["not-utf-8"]).can_be_set
