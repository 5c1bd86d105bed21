"""Names of files: readable, legal on every system, short enough, and different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.papers.filing import distinct, file_stem
from tests.report.texts import HOSTILE


def test_parts_are_joined_and_empty_ones_left_out() -> None:
    assert (
        file_stem(("Handleplan 2022", "", "forslag", "2022-01-10"))
        == "Handleplan 2022 – forslag – 2022-01-10"
    )


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("to\nlinjer\t", "to linjer"),
        ("slut...", "slut"),
        (".skjult", "skjult"),
        ("../../etc", "etc"),
        ("gpj\u202eexe", "gpj-exe"),
        ("A\u030arhus", "Århus"),
        ("CON", "_CON"),
        ("lpt1.x", "_lpt1.x"),
        ("Konto", "Konto"),
    ],
)
def test_what_systems_forbid_is_replaced(part: str, name: str) -> None:
    assert file_stem((part,)) == name


def test_the_inner_parts_are_cut_first() -> None:
    name = file_stem(("Handleplan 2022", "Meget " * 60, "forslag", "2022-01-10"))
    assert name.startswith("Handleplan 2022 – Meget Meget ")
    assert name.endswith("… – forslag – 2022-01-10")
    assert 130 < len(name) <= 136


@given(st.lists(st.one_of(st.text(), st.sampled_from(HOSTILE), st.text("å😀 .", min_size=90)), min_size=1))
def test_any_text_makes_a_legal_name(parts: list[str]) -> None:
    name = file_stem(("Overblik", *parts, "2022-01-10"))
    assert not set('<>:"/\\|?*\0\n\r') & set(name)
    assert name == name.strip(" .")
    assert name.isprintable() or "\ufffd" not in name
    assert len(name) <= 136
    assert len(f"{name} (999).markdown".encode()) <= 255


def test_equal_names_are_told_apart_whatever_their_case() -> None:
    assert distinct(["a", "A", "a", "b", "a (2)"]) == ["a", "A (2)", "a (3)", "b", "a (2) (2)"]
