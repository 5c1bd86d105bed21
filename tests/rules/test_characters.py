"""Characters that are not what they look like: which are reported, which are needed, and what a fix makes of them."""

from pathlib import Path

import pytest

from handleplan.problem import SetValue
from tests.rules.examined import examine, sundhed

ALL = (
    "decomposed-letter",
    "invisible-in-text",
    "bidirectional-control",
    "byte-order-mark-inside",
    "invisible-character",
)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("purpose: Sund\u00adhed\n", ["invisible-in-text"]),
        ("purpose: Sund\u200bhed\n", ["invisible-in-text"]),
        ("purpose: Sund\u200dhed\n", ["invisible-in-text"]),
        ("purpose: Sund\u2060hed \U000e0041\n", ["invisible-in-text"]),
        ("owner: CD\u200bEU\n", ["invisible-character"]),
        ("purpose: x  # Sund\u200bhed\n", []),
        ("purpose: Lighed\u00a0og – ‘x’ “y” … 5 €\n", []),
        # joiners inside emoji, in Persian and in Hindi; marks of direction beside Hebrew; the flag of Scotland
        ("purpose: \U0001f469\u200d\U0001f680 ❤\ufe0f\u200d\U0001f525\n", []),
        ("purpose: می\u200cخواهم क्\u200dष\n", []),
        ("purpose: (עברית)\u200e x\n", []),
        ("purpose: \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f\n", []),
        ("purpose: A\u030arhus\n", ["decomposed-letter"]),
        ("purpose: 5 K\u212a\n", ["decomposed-letter"]),
        ("purpose: x  # A\u030arhus\n", ["decomposed-letter"]),
        ("purpose: Århus é ü ψ\n", []),
        ("purpose: \u202aSundhed\u202c\n", ["bidirectional-control"]),
        ("purpose: x  # \u2066y\u2069\n", ["bidirectional-control"]),
        ("purpose: x\ufeffy\n", ["byte-order-mark-inside"]),
        ("purpose: x  # \ufeffy\n", ["byte-order-mark-inside"]),
        ("owner: CD\ufeffEU\n", ["invisible-character"]),
    ],
)
def test_one_rule_answers(text: str, rules: list[str], tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(text), *ALL)
    assert [one.rule for one in found.problems] == rules
    assert examine(tmp_path, found.mended, *ALL).problems == ()


def test_one_finding_names_all_places(tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed("purpose: a\u00adb c\u200bd\nvision: e\u00adf\n"), *ALL)
    assert (found.places, found.problems[0].values) == ([(7, 11)], {"code": "U+00AD", "count": 3})
    assert found.mended == sundhed("purpose: ab cd\nvision: ef\n")


def test_letters_are_put_together(tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed("purpose: Pa\u030a ga\u030ade\n"), *ALL)
    assert found.problems[0].values == {"written": "På", "count": 2}
    assert found.mended == sundhed("purpose: På gåde\n")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("purpose: \u2067x\u2069\n", [True]),
        ("purpose: \u202ex\u202c\n", [False]),  # nobody knows which order was meant
        ("purpose: \u2067עברית\u2069\n", [False]),
    ],
)
def test_a_direction_is_taken_away_without_asking_where_it_changes_nothing(
    text: str, safe: list[bool], tmp_path: Path
) -> None:
    assert examine(tmp_path, sundhed(text), *ALL).safe == safe


@pytest.mark.parametrize(
    "hidden", ["\u200b[Bilag]", "\u200b- Bilag", "Bilag:\u200b x", "Bilag \u200b#1", "Bilag:\u200b"]
)
def test_what_the_character_kept_from_being_yaml_gets_quotes(hidden: str, tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: {hidden}\nvision: a\u200bb\n"), *ALL)
    assert found.problems[0].fix is not None
    assert found.problems[0].fix.changes[0] == SetValue(("purpose",), hidden.replace("\u200b", ""))
    assert found.mended == sundhed(f"purpose: {hidden}\nvision: ab\n")
