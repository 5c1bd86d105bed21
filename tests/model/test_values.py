"""Single values: what is taken, what is refused, and under which name."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from handleplan.model import values
from handleplan.model.config import Step
from handleplan.model.dates import FIRST_YEAR, LAST_YEAR
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Extra, Goal


def read_year(text: str) -> int:
    return values.read_whole_number(text, lowest=FIRST_YEAR, highest=LAST_YEAR)


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (read_year, "2022", 2022),
        (read_year, "1900", 1900),
        (read_year, "2199", 2199),
        (values.read_format, "1", 1),
        (values.read_date, "2024-02-29", date(2024, 2, 29)),
        (values.read_month, "Januar", 1),
        (values.read_month, "may", 5),
        (values.read_month, "MAJ", 5),
        (values.read_month, "12", 12),
        (values.read_month, "06", 6),
        (values.read_month_day, "02-29", (2, 29)),
        (values.read_month_day, "12-31", (12, 31)),
        (values.read_colour, "#0B5563", "#0B5563"),
        (values.read_initials, "Ååø1", "Ååø1"),
        (values.read_continues, "2021/klima-3", "2021/klima-3"),
        (values.read_continues, "2021/kultur.b2", "2021/kultur.b2"),
        (values.read_continues, "2021/grøn-omstilling.b2", "2021/grøn-omstilling.b2"),
        (values.read_quarters, "Q1-Q2", (1, 2)),
    ],
)
def test_values(read: Callable[[str], Any], text: str, value: Any) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "kind", "texts"),
    [
        (read_year, "bad_number", ["22", "2_022", "2022.0", "+2022", "1899", "2200", "²⁰²²", "٢٠٢٢", "9" * 5000, "000002022999"]),
        (values.read_format, "unknown_format", ["2", "0", "01", "1.0", "en"]),
        (values.read_date, "bad_date", ["10.01.2022", "2022-1-10", "20220110", "2022-01-10T00:00", "i dag", "２022-01-01"]),
        (values.read_date, "no_such_date", ["2022-02-29", "2022-13-01", "0000-01-01", "2022-00-10"]),
        (values.read_month, "bad_month", ["13", "0", "0000000012", "jan", "janur", "Januar 2022"]),
        (values.read_month_day, "bad_month_day", ["2-29", "02-30", "13-01", "00-10", "1. marts", "02-29\n"]),
        (values.read_colour, "bad_colour", ["blå", "0b5563", "#0b556", "#0b55633", "#0b556g"]),
        (values.read_initials, "bad_initials", ["A.B.", "A B", "A-B"]),
        (values.read_continues, "bad_continues", ["klima-3", "2021", "2021/", "2021/a.b.c", "2021/Klima", "2021-klima-3"]),
        (values.read_quarters, "bad_quarters", ["Q5", "2. kvartal"]),
        (values.read_quarters, "falling_quarters", ["Q4-Q2", "Q2-Q2"]),
    ],
)  # fmt: skip
def test_refusals(read: Callable[[str], Any], kind: str, texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(PydanticCustomError) as error:
            read(text)
        assert error.value.type == kind
        assert (error.value.context or {})["value"] == text


@pytest.mark.parametrize("text", ["m1", "klima-1", "1", "a-"])
def test_ids(text: str) -> None:
    assert Goal(id=text, text="x").id == text


@pytest.mark.parametrize("text", ["M1", "-a", "a_b", "mål", "a b", "a\n"])
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(ValueError, match="id"):
        Goal(id=text, text="x")


@given(st.text())
def test_any_text_is_a_value_or_refused_by_name(text: str) -> None:
    readers = (
        read_year, values.read_format, values.read_date, values.read_month, values.read_month_day, values.read_colour,
        values.read_initials, values.read_continues, values.read_quarters,
    )  # fmt: skip
    for read in readers:
        try:
            read(text)
        except PydanticCustomError as error:
            assert (error.context or {})["value"] == text  # noqa: PT017 - values are as fine as refusals


def test_one_text_stands_for_a_list_where_texts_are_free() -> None:
    meeting = Meeting.model_validate({"step": "x", "date": "2022-01-01", "participants": "alle"})
    assert meeting.participants == ("alle",)
    step = {"id": "x", "month": "maj", "participants": ["a", "b"]}
    assert Step.model_validate(step).participants == ("a", "b")


def test_models_are_frozen_and_know_their_keys() -> None:
    extra = Extra(heading="x", text="y")
    with pytest.raises(ValueError, match="frozen"):
        extra.heading = "z"  # type: ignore[misc]
    with pytest.raises(ValueError, match="extra"):
        Extra.model_validate({"heading": "x", "text": "y", "z": "z"})
