"""Quarters: every way of writing them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.model.quarters import QuarterError, format_quarters, parse_quarters


@pytest.mark.parametrize(
    ("text", "quarters", "printed"),
    [
        ("Q1", (1,), "Q1"),
        ("q4", (4,), "Q4"),
        ("Q2-Q4", (2, 3, 4), "Q2–Q4"),
        ("Q2–Q4", (2, 3, 4), "Q2–Q4"),
        ("q2-4", (2, 3, 4), "Q2–Q4"),
        ("Q2 - Q3", (2, 3), "Q2–Q3"),
        ("Q1, Q3", (1, 3), "Q1, Q3"),
        ("Q3,Q1", (1, 3), "Q1, Q3"),
        ("Q1-Q2, Q4", (1, 2, 4), "Q1–Q2, Q4"),
        ("Q1, Q2, Q3, Q4", (1, 2, 3, 4), "Q1–Q4"),
        ("Q1-Q2, Q2", (1, 2), "Q1–Q2"),
        (" Q1 ", (1,), "Q1"),
    ],
)
def test_quarters(text: str, quarters: tuple[int, ...], printed: str) -> None:
    assert parse_quarters(text) == quarters
    assert format_quarters(quarters) == printed


@pytest.mark.parametrize(
    "text",
    ["", ",", "Q0", "Q5", "1", "2-4", "Q1 Q2", "Q1-", "-Q2", "Q1,", "Q1/Q2", "Q11", "Q1-Q2-Q3", "Q²", "Q１"],
)
def test_what_names_no_quarters(text: str) -> None:
    with pytest.raises(QuarterError) as error:
        parse_quarters(text)
    assert not error.value.reversed_range


@pytest.mark.parametrize("text", ["Q4-Q2", "Q2-Q2", "Q1, Q4–Q3", "q3-1"])
def test_ranges_must_rise(text: str) -> None:
    with pytest.raises(QuarterError) as error:
        parse_quarters(text)
    assert error.value.reversed_range


@given(st.sets(st.integers(1, 4), min_size=1))
def test_what_is_printed_is_read_back(quarters: set[int]) -> None:
    assert parse_quarters(format_quarters(tuple(quarters))) == tuple(sorted(quarters))


@given(st.text("Qq1234-–, 05", max_size=12))
def test_any_text_is_quarters_or_refused(text: str) -> None:
    try:
        quarters = parse_quarters(text)
    except QuarterError:
        return
    assert parse_quarters(format_quarters(quarters)) == quarters
    assert set(quarters) <= {1, 2, 3, 4}


def test_no_quarters_print_as_nothing() -> None:
    assert format_quarters(()) == ""
