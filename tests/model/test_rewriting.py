"""Dates and quarters as people write them: what is clear is put into the files' form, the rest is left alone."""

import pytest

from handleplan.model.rewriting import as_date, as_quarters


@pytest.mark.parametrize(
    "text",
    [
        "2022-1-10", "2022-01-10", "2022/01/10", "2022.01.10", "2022–01–10", "20220110", "10-01-2022", "10.01.2022",
        "10.1.2022", "10. 1. 2022", "10/1-2022", "10/1 2022", "10. januar 2022", "10 jan 2022", "10. jan. 2022",
        "den 10. Januar 2022", "10 January, 2022",
    ],
)  # fmt: skip
def test_dates(text: str) -> None:
    assert as_date(text) == "2022-01-10"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i går",
        "januar 2022",
        "10.1.22",
        "10/1",
        "31-02-2022",
        "13-13-2022",
        "2022-13-01",
        "10. ja 2022",
        "0-0-2022",
    ],
)
def test_what_is_no_clear_date(text: str) -> None:
    assert as_date(text) is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("K1", "Q1"),
        ("1. kvartal", "Q1"),
        ("Kvartal 2", "Q2"),
        ("første kvartal", "Q1"),
        ("1", "Q1"),
        ("2-4", "Q2-Q4"),
        ("K1-K3", "Q1-Q3"),
        ("Q1 til Q3", "Q1-Q3"),
        ("1. til 3. kvartal", "Q1-Q3"),
        ("1.-2. kvartal", "Q1-Q2"),
        ("Q1/Q2", "Q1-Q2"),
        ("Q1/Q3", "Q1, Q3"),
        ("Q1 og Q3", "Q1, Q3"),
        ("1. og 3. kvartal", "Q1, Q3"),
        ("q1+q2", "Q1-Q2"),
        ("Q1 & Q4", "Q1, Q4"),
        ("hele året", "Q1-Q4"),
        ("Hele 2022", "Q1-Q4"),
        ("1. halvår", "Q1-Q2"),
        ("2. halvår", "Q3-Q4"),
    ],
)
def test_quarters(text: str, right: str) -> None:
    assert as_quarters(text) == right


@pytest.mark.parametrize("text", ["", "Q5", "forår", "Q3 til Q1", "12", "Q1 2022", "15. juni", "K" * 1000])
def test_what_is_no_clear_quarter(text: str) -> None:
    assert as_quarters(text) is None
