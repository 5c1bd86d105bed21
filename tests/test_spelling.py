"""The nearest known word: how far is how far, and which of several wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.spelling import distance, nearest


@pytest.mark.parametrize(
    ("left", "right", "edits"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("goals", "goals", 0),
        ("gaols", "goals", 1),
        ("goal", "goals", 1),
        ("gooals", "goals", 1),
        ("gials", "goals", 1),
        ("visoin", "vision", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_distance(left: str, right: str, edits: int) -> None:
    assert distance(left, right) == distance(right, left) == edits


WORDS = st.text("abc", max_size=6)


@given(WORDS, WORDS, st.integers(0, 5))
def test_distance_is_zero_for_equal_words_and_grows_by_one_edit(left: str, right: str, at: int) -> None:
    edits = distance(left, right)
    assert (edits == 0) == (left == right)
    assert abs(len(left) - len(right)) <= edits <= max(len(left), len(right))
    assert abs(distance(left[:at] + "x" + left[at:], right) - edits) <= 1


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("visoin", ["vision", "version"], "vision"),
        ("VISOIN", ["vision"], "vision"),
        ("cdeu", ["CDEU"], "CDEU"),
        ("CDUE", ["RU", "CDEU"], "CDEU"),
        ("DCU", ["RU", "CDEU"], "CDEU"),
        ("te", ["note", "text"], None),
        ("id", ["od"], "od"),
        ("ab", ["cd"], None),
        ("abc", ["a"], None),
        ("owwner", ["owner", "other"], "owner"),
        ("hospital", ["owner"], None),
        ("", ["a"], "a"),
        ("date", [], None),
        # as near as each other: the longer common beginning, then the first
        ("goats", ["boats", "goals"], "goals"),
        # short words as near as each other: nobody knows which
        ("m9", ["m1", "m2"], None),
        ("m9", ["m1", "h1"], "m1"),
        # a number is kept rather than a letter, and none of several is guessed
        ("data2", ["data", "data-2"], "data-2"),
        ("data-7", ["data-1", "data-2"], None),
        ("dta-2", ["data-1", "data-2"], "data-2"),
    ],
)
def test_nearest(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


@given(st.sampled_from(["background", "quarters", "partners"]), st.data())
def test_two_edits_are_forgiven(word: str, data: st.DataObject) -> None:
    changed = word
    for _ in range(2):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed = changed[:at] + data.draw(st.sampled_from(["", "x"])) + changed[at + 1 :]
    assert nearest(changed, [word]) == word
