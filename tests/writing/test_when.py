"""Which year, round and day is meant: edge dates as tables."""

from datetime import date

import pytest

from handleplan.failure import Failure
from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.writing.when import (
    default_round,
    find_step,
    meeting_date,
    refuse_other_days,
    report_date,
    round_year,
    step_for_report,
    year_for_stage,
    year_to_write,
)

CYCLE = [
    {"id": "team-dialogue", "month": "11", "of": "previous-year"},
    {"id": "january-meeting", "month": "1", "needs": "proposed"},
    {"id": "june-meeting", "month": "6", "needs": "status-report"},
    {"id": "leap", "from": "02-29", "until": "02-29"},
]
CONFIG = Config.model_validate({
    "agreements": [
        {
            "title": "A", "first_year": "2022", "last_year": "2025", "cycle": CYCLE,
            "themes": [{"slug": "kultur", "name": "Kultur"}],
        }
    ]
})  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


def meeting(step: str, when: str, **keys: object) -> Meeting:
    return Meeting.model_validate({"step": step, "date": when, **keys})


def plan(year: int, **stages: str) -> Plan:
    data = {"theme": "kultur", "year": str(year), "title": "K", "goals": ["x"], "stages": stages}
    return Plan.model_validate(data)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2022-04-30", "2022-04"), ("2022-05-01", "2022-06"), ("2022-05-31", "2022-06"), ("2022-06-01", "2022-06"),
        ("2022-06-30", "2022-06"), ("2022-07-01", "2022-07"), ("2022-12-31", "2022-12"), ("2023-01-01", "2023-01"),
        ("2024-02-29", "2024-02"), ("2019-05-10", "2019-05"),
    ],
)  # fmt: skip
def test_the_round_somebody_means_who_names_none(as_of: str, expected: str) -> None:
    assert default_round(CONFIG, day(as_of)) == expected


@pytest.mark.parametrize(
    ("round_", "planned", "given", "expected"),
    [
        ("2022-06", [2022], None, 2022), ("2022-12", [2021, 2022], None, 2022), ("2023-01", [2022], None, 2022),
        ("2023-01", [2022, 2023], None, 2022), ("2023-01", [2022, 2023], 2023, 2023), ("2023-01", [2023], None, 2023),
        ("2022-06", [2021], None, "no-plans-in-year"), ("2022-06", [2021, 2022], 2021, "round-outside-year"),
        ("2023-02", [2022], 2022, "round-outside-year"), ("2022-00", [2022], None, "bad-round"),
        ("2022-6", [2022], None, "bad-round"), ("", [2022], None, "bad-round"),
    ],
)  # fmt: skip
def test_the_year_of_a_round(round_: str, planned: list[int], given: int | None, expected: int | str) -> None:
    if isinstance(expected, int):
        assert round_year(round_, planned, given) == expected
        return
    with pytest.raises(Failure) as caught:
        round_year(round_, planned, given)
    assert caught.value.key == expected


def test_a_january_belongs_to_its_own_year_once_the_one_before_is_closed() -> None:
    assert round_year("2023-01", [2022, 2023], None, lambda year: year == 2022) == 2023
    assert round_year("2023-01", [2022], None, lambda _: True) == 2022
    assert round_year("2023-01", [2022, 2023], 2022, lambda _: True) == 2022


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2022-05-31", "2022-06-07"),
        ("2022-06-01", "2022-06-01"),
        ("2022-06-30", "2022-06-30"),
        ("2022-07-01", "2022-06-30"),
    ],
)
def test_the_date_of_a_report(as_of: str, expected: str) -> None:
    meetings = [
        meeting("june-meeting", "2022-06-10", papers_due="2022-06-03", themes=["sundhed"]),
        meeting("june-meeting", "2022-06-14", papers_due="2022-06-07", themes=["kultur"]),
    ]
    assert report_date("2022-06", day(as_of), "kultur", meetings) == day(expected)
    assert report_date("2024-02", day("2024-03-01"), "kultur", []) == day("2024-02-29")
    assert report_date("2022-12", day("2023-01-01"), "kultur", []) == day("2022-12-31")


@pytest.mark.parametrize(
    ("when", "expected"),
    [("2022-05-31", ""), ("2022-06-01", "june-meeting"), ("2022-06-30", "june-meeting"), ("2022-07-01", "")],
)
def test_the_step_a_report_is_for(when: str, expected: str) -> None:
    assert step_for_report(CONFIG, 2022, "kultur", day(when), []) == expected
    later = [meeting("june-meeting", "2022-07-05")]
    assert step_for_report(CONFIG, 2022, "kultur", day("2022-07-05"), later) == "june-meeting"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2021-11-01", 2022), ("2022-06-30", 2022), ("2022-07-31", 2022), ("2022-12-31", 2023), ("2023-01-31", 2023),
        ("2023-02-01", 2023),
    ],
)  # fmt: skip
def test_the_year_of_a_step(as_of: str, expected: int) -> None:
    assert find_step(CONFIG, "January-Meeting", day(as_of), None).year == expected
    assert find_step(CONFIG, "january-meeting", day(as_of), 2025).year == 2025


@pytest.mark.parametrize(
    ("step", "as_of", "expected"),
    [
        ("january-meeting", "2022-01-01", "2022-01-31"),  # a Monday
        ("january-meeting", "2022-01-31", "2022-01-31"),
        ("june-meeting", "2023-05-01", "2023-06-30"),
        ("team-dialogue", "2024-11-01", "2024-11-29"),  # the 30th is a Saturday
        ("team-dialogue", "2024-11-30", "2024-11-30"),
        ("leap", "2024-01-01", "2024-02-29"),
    ],
)
def test_a_day_for_a_meeting(step: str, as_of: str, expected: str) -> None:
    assert meeting_date(find_step(CONFIG, step, day(as_of), None), day(as_of)) == day(expected)


def test_a_meeting_that_is_over_has_a_day_that_only_people_know() -> None:
    with pytest.raises(Failure) as caught:
        meeting_date(find_step(CONFIG, "june-meeting", day("2022-07-01"), 2022), day("2022-07-01"))
    assert caught.value.key == "date-needed"


@pytest.mark.parametrize(
    ("when", "inside", "closing"),
    [
        ("2021-10-31", False, False), ("2021-11-01", True, True), ("2023-01-31", True, True), ("2023-02-01", False, True),
        ("2023-12-31", False, True), ("2024-01-01", False, False),
    ],
)  # fmt: skip
def test_days_outside_a_year(when: str, inside: bool, closing: bool) -> None:
    for wanted, late in ((inside, False), (closing, True)):
        if wanted:
            refuse_other_days(CONFIG, 2022, day(when), closing=late)
        else:
            with pytest.raises(Failure):
                refuse_other_days(CONFIG, 2022, day(when), closing=late)


PROPOSED, AGREED = {"proposed": "2022-01-10"}, {"proposed": "2022-01-10", "agreed": "2022-01-25"}


@pytest.mark.parametrize(
    ("stage", "when", "expected"),
    [
        ("proposed", "2022-12-20", 2023), ("agreed", "2023-01-20", 2023), ("closed", "2023-01-20", 2022),
        ("closed", "2022-12-31", 2022), ("agreed", "2030-01-01", 2023),
    ],
)  # fmt: skip
def test_the_year_whose_plan_reaches_a_stage(stage: str, when: str, expected: int) -> None:
    newer = plan(2023) if stage == "proposed" else plan(2023, **PROPOSED)
    assert year_for_stage({2022: plan(2022, **AGREED), 2023: newer}, stage, day(when)) == expected


@pytest.mark.parametrize(
    ("stages", "when", "expected"),
    [
        (PROPOSED, "2022-12-01", 2022),
        (AGREED, "2022-12-01", 2023),
        (AGREED, "2022-11-01", 2023),
        ({}, "2023-02-01", 2023),
    ],
)
def test_the_year_whose_plan_somebody_adds_to(stages: dict[str, str], when: str, expected: int) -> None:
    assert year_to_write({2022: plan(2022, **stages), 2023: plan(2023)}, day(when)) == expected
