"""Days and periods in words, in both languages."""

from datetime import date

import pytest

from handleplan.formats.dates import date_in_words, period_in_words


@pytest.mark.parametrize(
    ("day", "danish", "english"),
    [
        ("2022-01-10", "10. januar 2022", "10 January 2022"),
        ("2024-02-29", "29. februar 2024", "29 February 2024"),
        ("2022-12-01", "1. december 2022", "1 December 2022"),
    ],
)
def test_date_in_words(day: str, danish: str, english: str) -> None:
    on = date.fromisoformat(day)
    assert (date_in_words(on, "da"), date_in_words(on, "en")) == (danish, english)


@pytest.mark.parametrize(
    ("first", "last", "danish", "english"),
    [
        ("2022-01-05", "2022-01-05", "5. januar 2022", "5 January 2022"),
        ("2022-01-01", "2022-01-31", "januar 2022", "January 2022"),
        ("2024-02-01", "2024-02-29", "februar 2024", "February 2024"),
        ("2024-02-01", "2024-02-28", "1.–28. februar 2024", "1–28 February 2024"),
        ("2022-12-01", "2022-12-31", "december 2022", "December 2022"),
        ("2022-01-05", "2022-01-12", "5.–12. januar 2022", "5–12 January 2022"),
        ("2022-06-01", "2022-07-05", "1. juni – 5. juli 2022", "1 June – 5 July 2022"),
        (
            "2021-12-15",
            "2022-01-15",
            "15. december 2021 – 15. januar 2022",
            "15 December 2021 – 15 January 2022",
        ),
        ("2021-01-05", "2022-01-05", "5. januar 2021 – 5. januar 2022", "5 January 2021 – 5 January 2022"),
    ],
)
def test_period_in_words(first: str, last: str, danish: str, english: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert (period_in_words(*days, "da"), period_in_words(*days, "en")) == (danish, english)
