"""The calendar: every edge date of windows, live years, papers and states."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan import cycle
from handleplan.cycle import Window
from handleplan.model.config import Config, Step
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport

DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def step(**keys: str) -> Step:
    return Step.model_validate({"id": "s", **keys})


def span(first: str, last: str, **keys: str) -> Step:
    return Step.model_validate({"id": "s", "from": first, "until": last, **keys})


def plan(**keys: Any) -> Plan:
    return Plan.model_validate(
        {"theme": "sundhed", "year": "2022", "title": "T", "actions": [{"id": "h1", "text": "En"}], **keys}
    )


def report(when: str, activities: Mapping[str, str], **keys: str) -> StatusReport:
    entries = {key: {"status": status} if status else {} for key, status in activities.items()}
    return StatusReport.model_validate(
        {"theme": "sundhed", "year": "2022", "date": when, "activities": entries, **keys}
    )


def meeting(when: str, *themes: str, of: str = "s") -> Meeting:
    return Meeting.model_validate({"step": of, "date": when, "themes": list(themes)})


@pytest.mark.parametrize(
    ("given_step", "year", "first", "last"),
    [
        (step(month="januar"), 2022, "2022-01-01", "2022-01-31"),
        (step(month="februar"), 2022, "2022-02-01", "2022-02-28"),
        (step(month="februar"), 2024, "2024-02-01", "2024-02-29"),
        (step(month="february"), 2100, "2100-02-01", "2100-02-28"),
        (step(month="6"), 2022, "2022-06-01", "2022-06-30"),
        (step(month="december"), 2022, "2022-12-01", "2022-12-31"),
        (step(month="november", of="previous-year"), 2022, "2021-11-01", "2021-11-30"),
        (step(month="december", of="previous-year"), 2022, "2021-12-01", "2021-12-31"),
        (step(month="februar", of="previous-year"), 2025, "2024-02-01", "2024-02-29"),
        (span("01-10", "01-20"), 2022, "2022-01-10", "2022-01-20"),
        (span("01-10", "01-10"), 2022, "2022-01-10", "2022-01-10"),
        (span("01-31", "01-31"), 2022, "2022-01-31", "2022-01-31"),
        (span("12-31", "12-31"), 2022, "2022-12-31", "2022-12-31"),
        (span("12-15", "01-15"), 2022, "2022-12-15", "2023-01-15"),
        (span("12-31", "01-01"), 2022, "2022-12-31", "2023-01-01"),
        (span("12-15", "01-15", of="previous-year"), 2022, "2021-12-15", "2022-01-15"),
        (span("06-02", "06-01"), 2022, "2022-06-02", "2023-06-01"),
        (span("02-29", "03-05"), 2024, "2024-02-29", "2024-03-05"),
        (span("02-29", "03-05"), 2022, "2022-03-01", "2022-03-05"),
        (span("02-20", "02-29"), 2024, "2024-02-20", "2024-02-29"),
        (span("02-20", "02-29"), 2022, "2022-02-20", "2022-02-28"),
        (span("02-29", "02-29"), 2024, "2024-02-29", "2024-02-29"),
        (span("02-29", "02-29"), 2022, "2022-03-01", "2022-03-01"),
        (span("12-01", "02-29"), 2023, "2023-12-01", "2024-02-29"),
        (span("12-01", "02-29"), 2022, "2022-12-01", "2023-02-28"),
    ],
)
def test_window_of_a_step(given_step: Step, year: int, first: str, last: str) -> None:
    window = cycle.step_window(given_step, year)
    assert (window.first, window.last) == (day(first), day(last))


def test_window_is_half_open() -> None:
    window = Window(day("2022-01-01"), day("2022-02-01"))
    inside = [
        day("2021-12-31") in window,
        window.first in window,
        window.last in window,
        window.end in window,
    ]
    assert inside == [False, True, True, False]


@pytest.mark.parametrize(
    ("on", "days"),
    [("2021-12-31", 1), ("2022-01-01", 0), ("2022-01-31", 0), ("2022-02-01", 1), ("2023-01-31", 365)],
)
def test_distance_to_a_window(on: str, days: int) -> None:
    assert Window(day("2022-01-01"), day("2022-02-01")).distance(day(on)) == days


@pytest.mark.parametrize(
    ("meetings", "last"),
    [
        ((), "2022-06-30"),
        ((meeting("2022-06-30"),), "2022-06-30"),
        ((meeting("2022-07-01"),), "2022-07-01"),
        ((meeting("2022-05-20"),), "2022-06-30"),
        ((meeting("2022-07-05", "sundhed"),), "2022-07-05"),
        ((meeting("2022-07-05", "kultur"),), "2022-06-30"),
        ((meeting("2022-07-05", of="other"),), "2022-06-30"),
        # only the first meeting moves the end: a second one is a follow-up
        ((meeting("2022-08-01"), meeting("2022-07-05")), "2022-07-05"),
        ((meeting("2022-08-01"), meeting("2022-06-14")), "2022-06-30"),
        # the calendar ends, and with it the window
        ((meeting("9999-12-31"),), "9999-12-30"),
        ((meeting("0001-01-01"),), "2022-06-30"),
    ],
)
def test_a_later_meeting_extends_the_window(meetings: tuple[Meeting, ...], last: str) -> None:
    assert cycle.theme_window(step(month="juni"), 2022, "sundhed", meetings).last == day(last)


@pytest.mark.parametrize(
    ("quarters", "first", "last"),
    [
        ((), "2022-01-01", "2022-12-31"),
        ((1,), "2022-01-01", "2022-03-31"),
        ((2,), "2022-04-01", "2022-06-30"),
        ((3,), "2022-07-01", "2022-09-30"),
        ((4,), "2022-10-01", "2022-12-31"),
        ((2, 3, 4), "2022-04-01", "2022-12-31"),
        ((1, 3), "2022-01-01", "2022-09-30"),
    ],
)
def test_window_of_work(quarters: tuple[int, ...], first: str, last: str) -> None:
    window = cycle.work_window(quarters, 2022)
    assert (window.first, window.last) == (day(first), day(last))


@pytest.mark.parametrize(
    ("on", "ids"),
    [
        ("2021-12-31", []),
        ("2022-01-01", ["b1", "area", "h1"]),
        ("2022-03-31", ["b1", "area", "h1"]),
        ("2022-04-01", ["b1", "area", "h1", "h2"]),
        ("2022-10-01", ["b1", "area", "h1", "h2", "bilag"]),
    ],
)
def test_work_that_has_begun(on: str, ids: list[str]) -> None:
    given_plan = plan(
        core_activities=[{"id": "b1", "text": "B"}],
        focus_areas=[{"id": "area", "title": "A"}],
        actions=[{"id": "h1", "text": "En"}, {"id": "h2", "text": "To", "quarters": "Q2, Q4"}],
        annexes=[{"id": "bilag", "text": "B", "quarters": "Q4"}],
    )
    assert [placed.entry.id for placed in cycle.begun(given_plan, day(on))] == ids


MONTH = step(month="juni")


@pytest.mark.parametrize(
    ("on", "held", "state", "days"),
    [
        ("2021-06-30", None, "upcoming", 336),
        ("2022-05-31", None, "upcoming", 1),
        ("2022-06-01", None, "due", 29),
        ("2022-06-29", None, "due", 1),
        ("2022-06-30", None, "due", 0),
        ("2022-07-01", None, "not_recorded", 1),
        ("2023-06-30", None, "not_recorded", 365),
        # a meeting counts from its day on, wherever it lies
        ("2022-06-13", "2022-06-14", "due", 17),
        ("2022-06-14", "2022-06-14", "done", None),
        ("2022-07-01", "2022-06-14", "done", None),
        ("2022-05-20", "2022-05-20", "done", None),
        # planned after the window: the window lasts until then
        ("2022-05-31", "2022-07-05", "upcoming", 1),
        ("2022-07-01", "2022-07-05", "due", 4),
        ("2022-07-04", "2022-07-05", "due", 1),
        ("2022-07-05", "2022-07-05", "done", None),
    ],
)
def test_state_of_a_step_that_needs_nothing(on: str, held: str | None, state: str, days: int | None) -> None:
    meetings = (meeting(held),) if held else ()
    found = cycle.standing(MONTH, 2022, "sundhed", plan=None, reports=(), meetings=meetings, as_of=day(on))
    assert (found.state, found.days, found.missing) == (state, days, False)
    assert found.held == (day(held) if held and held <= on else None)
    assert found.planned == (day(held) if held and held > on else None)


NEEDS_PROPOSED = step(month="januar", needs="proposed")
BY_PAPERS = step(month="januar", needs="proposed", done_by="papers")


@pytest.mark.parametrize(
    ("given_step", "on", "proposed", "state", "days"),
    [
        (NEEDS_PROPOSED, "2021-12-31", None, "upcoming", 1),
        (NEEDS_PROPOSED, "2022-01-31", None, "due", 0),
        (NEEDS_PROPOSED, "2022-02-01", None, "overdue", 1),
        (NEEDS_PROPOSED, "2022-02-01", "2022-01-10", "not_recorded", 1),
        (NEEDS_PROPOSED, "2022-02-01", "2022-02-01", "not_recorded", 1),
        (NEEDS_PROPOSED, "2022-02-01", "2022-02-02", "overdue", 1),
        (BY_PAPERS, "2022-01-09", "2022-01-10", "due", 22),
        (BY_PAPERS, "2022-01-10", "2022-01-10", "done", None),
        (BY_PAPERS, "2021-12-20", "2021-12-20", "done", None),
        (BY_PAPERS, "2022-02-01", None, "overdue", 1),
        (BY_PAPERS, "2022-03-01", "2022-02-15", "done", None),
    ],
)
def test_state_of_a_step_that_needs_a_stage(
    given_step: Step, on: str, proposed: str | None, state: str, days: int | None
) -> None:
    given_plan = plan(stages={"proposed": proposed} if proposed else {})
    found = cycle.standing(
        given_step, 2022, "sundhed", plan=given_plan, reports=(), meetings=(), as_of=day(on)
    )
    assert (found.state, found.days) == (state, days)


@pytest.mark.parametrize(
    ("needs", "there"),
    [
        (None, True),
        ("draft", True),
        ("proposed", True),
        ("agreed", True),
        ("closed", False),
        ("status-report", False),
    ],
)
def test_a_later_stage_meets_a_need(needs: str | None, *, there: bool) -> None:
    given_step = step(month="1", **({"needs": needs} if needs else {}))
    window = cycle.step_window(given_step, 2022)
    agreed = plan(stages={"agreed": "2022-01-25"})
    assert cycle.papers_there(given_step, window, agreed, (), day("2022-01-25")) is there


@pytest.mark.parametrize("needs", ["draft", "proposed", "status-report"])
def test_without_a_plan_papers_are_missing(needs: str) -> None:
    found = cycle.standing(
        step(month="1", needs=needs, done_by="papers"),
        2023,
        "sundhed",
        plan=None,
        reports=(report("2023-01-10", {}),),
        meetings=(),
        as_of=day("2023-02-01"),
    )
    assert (found.state, found.missing) == ("overdue", True)


def test_a_step_that_needs_nothing_is_not_done_by_papers() -> None:
    found = cycle.standing(
        step(month="1", done_by="papers"),
        2022,
        "sundhed",
        plan=plan(),
        reports=(),
        meetings=(),
        as_of=day("2022-02-01"),
    )
    assert found.state == "not_recorded"


def test_a_meeting_makes_done_what_its_papers_would() -> None:
    found = cycle.standing(
        BY_PAPERS,
        2022,
        "sundhed",
        plan=None,
        reports=(),
        meetings=(meeting("2022-01-20"),),
        as_of=day("2022-02-01"),
    )
    assert (found.state, found.held, found.missing) == ("done", day("2022-01-20"), True)


def test_of_several_meetings_the_first_one_held_counts() -> None:
    meetings = (meeting("2022-06-20"), meeting("2022-06-14"), meeting("2022-06-10", "kultur"))
    found = cycle.standing(
        MONTH, 2022, "sundhed", plan=None, reports=(), meetings=meetings, as_of=day("2022-06-30")
    )
    assert found.held == day("2022-06-14")


JUNE = step(month="juni", needs="status-report")


@pytest.mark.parametrize(
    ("on", "given_report", "state"),
    [
        # its date lies in the window, first and last day included
        ("2022-07-01", report("2022-06-01", {"h1": "done"}), "not_recorded"),
        ("2022-07-01", report("2022-06-30", {"h1": "done"}), "not_recorded"),
        ("2022-07-01", report("2022-05-31", {"h1": "done"}), "overdue"),
        ("2022-07-02", report("2022-07-01", {"h1": "done"}), "overdue"),
        # or it names the step
        ("2022-07-01", report("2022-05-31", {"h1": "done"}, meeting="s"), "not_recorded"),
        ("2022-07-02", report("2022-07-01", {"h1": "done"}, meeting="s"), "not_recorded"),
        ("2022-07-01", report("2022-06-14", {"h1": "done"}, meeting="other"), "overdue"),
        # it counts from its date on
        ("2022-07-01", report("2022-07-02", {"h1": "done"}, meeting="s"), "overdue"),
        # and only as a whole
        ("2022-07-01", report("2022-06-14", {}), "overdue"),
        ("2022-07-01", report("2022-06-14", {"h1": ""}), "overdue"),
        ("2022-07-01", report("2022-06-14", {"h2": "done"}), "overdue"),
    ],
)
def test_a_status_report_meets_a_need(on: str, given_report: StatusReport, state: str) -> None:
    found = cycle.standing(
        JUNE, 2022, "sundhed", plan=plan(), reports=(given_report,), meetings=(), as_of=day(on)
    )
    assert found.state == state


def test_a_report_for_a_postponed_meeting_lies_in_the_longer_window() -> None:
    found = [
        cycle.standing(
            JUNE,
            2022,
            "sundhed",
            plan=plan(),
            reports=(report("2022-07-03", {"h1": "done"}),),
            meetings=(meeting("2022-07-05"),),
            as_of=day(on),
        )
        for on in ("2022-07-02", "2022-07-03", "2022-07-05")
    ]
    assert [(one.state, one.missing) for one in found] == [("due", True), ("due", False), ("done", False)]


@pytest.mark.parametrize(
    ("when", "given_ids", "whole"),
    [
        ("2022-03-31", ["a1"], True),
        ("2022-03-31", [], False),
        ("2022-04-01", ["a1"], False),
        ("2022-04-01", ["a1", "a2"], True),
        ("2022-04-01", ["a1", "a2", "b1", "a4"], True),
        ("2022-10-01", ["a1", "a2"], False),
        ("2022-10-01", ["a1", "a2", "a4"], True),
    ],
)
def test_a_report_covers_what_has_begun_but_for_core_activities(
    when: str, given_ids: list[str], *, whole: bool
) -> None:
    given_plan = plan(
        core_activities=[{"id": "b1", "text": "B"}],
        actions=[
            {"id": "a1", "text": "Hele året"},
            {"id": "a2", "text": "To", "quarters": "Q2"},
            {"id": "a4", "text": "Fire", "quarters": "Q4"},
        ],
    )
    assert cycle.reports_all(given_plan, report(when, dict.fromkeys(given_ids, "planned"))) is whole


def test_an_activity_without_id_cannot_be_reported() -> None:
    assert not cycle.reports_all(plan(actions=["Bare en tekst"]), report("2022-06-14", {"h1": "done"}))


THEMES = [{"slug": "sundhed", "name": "Sundhed"}]
CONFIG = Config.model_validate(
    {
        "agreements": [
            {
                "title": "Første",
                "first_year": "2022",
                "last_year": "2025",
                "themes": THEMES,
                "cycle": [
                    {"id": "draft", "month": "januar"},
                    {"id": "team", "month": "november", "of": "previous-year"},
                    {"id": "june", "month": "juni"},
                ],
            },
            {
                "title": "Anden",
                "first_year": "2026",
                "last_year": "2027",
                "themes": [{"slug": "klima", "name": "Klima"}],
                "cycle": [{"id": "kickoff", "from": "12-15", "until": "01-15", "of": "previous-year"}],
            },
            {"title": "Uden årshjul", "first_year": "2030", "last_year": "2030", "themes": THEMES},
        ]
    }
)


@pytest.mark.parametrize(
    ("on", "years"),
    [
        ("2021-10-31", ()),
        ("2021-11-01", (2022,)),
        ("2022-01-31", (2022,)),
        ("2022-10-31", (2022,)),
        ("2022-11-01", (2022, 2023)),
        ("2022-11-15", (2022, 2023)),
        ("2022-12-31", (2022, 2023)),
        ("2023-01-31", (2022, 2023)),
        ("2023-02-01", (2023,)),
        # the next agreement has a cycle of its own
        ("2025-11-01", (2025,)),
        ("2025-12-14", (2025,)),
        ("2025-12-15", (2025, 2026)),
        ("2026-01-31", (2025, 2026)),
        ("2026-02-01", (2026,)),
        ("2028-01-31", (2027,)),
        ("2028-02-01", ()),
        # without steps a year lives from its first day
        ("2029-12-31", ()),
        ("2030-01-01", (2030,)),
        ("2031-01-31", (2030,)),
        ("2031-02-01", ()),
    ],
)
def test_live_years(on: str, years: tuple[int, ...]) -> None:
    assert cycle.live_years(CONFIG, day(on)) == years


@pytest.mark.parametrize(
    ("on", "planned", "years"),
    [
        ("2022-11-15", (2022,), (2022, 2023)),
        ("2022-06-01", (), (2022,)),
        ("2028-06-01", (2022, 2027, 2024), (2027,)),
        ("2010-06-01", (2022, 2023), (2023,)),
        ("2028-06-01", (), ()),
    ],
)
def test_years_that_status_shows(on: str, planned: tuple[int, ...], years: tuple[int, ...]) -> None:
    assert cycle.shown_years(CONFIG, planned, day(on)) == years


@pytest.mark.parametrize(
    ("on", "planned", "year"),
    [
        ("2022-12-31", (2022, 2023), 2022),
        ("2023-01-01", (2022, 2023), 2023),
        ("2024-06-01", (2023, 2022), 2023),
        ("2023-06-01", (2022, 2024), 2022),
        ("2021-12-31", (2023, 2022), 2022),
        ("2022-06-01", (), None),
    ],
)
def test_year_of_a_paper(on: str, planned: tuple[int, ...], year: int | None) -> None:
    assert cycle.paper_year(planned, day(on)) == year


@pytest.mark.parametrize(
    ("on", "step_id", "year"),
    [
        # no live year
        ("2021-10-31", "team", None),
        ("2021-11-01", "team", 2022),
        ("2022-10-31", "team", 2022),
        # of two live years the one whose window is nearer
        ("2022-11-01", "team", 2023),
        ("2022-11-01", "june", 2022),
        ("2022-12-31", "june", 2023),
        ("2022-12-31", "draft", 2023),
        ("2023-01-31", "june", 2023),
        ("2023-01-31", "draft", 2023),
        # the last year of an agreement has no successor with that step, the first of the next no predecessor
        ("2026-01-15", "june", 2025),
        ("2026-01-15", "kickoff", 2026),
        ("2026-02-01", "june", None),
        ("2022-06-01", "unknown", None),
        ("2030-06-01", "draft", None),
    ],
)
def test_year_that_a_named_step_means(on: str, step_id: str, year: int | None) -> None:
    assert cycle.step_year(CONFIG, step_id, day(on)) == year


def test_of_two_years_that_are_as_near_the_earlier_one_is_meant() -> None:
    # 12 December lies 180 days after the one window and as many before the other
    steps = [
        {"id": "s", "from": "06-10", "until": "06-15"},
        {"id": "first", "month": "11", "of": "previous-year"},
    ]
    agreement = {"title": "A", "first_year": "2022", "last_year": "2023", "themes": THEMES, "cycle": steps}
    config = Config.model_validate({"agreements": [agreement]})
    for on, year in (("2022-12-11", 2022), ("2022-12-12", 2022), ("2022-12-13", 2023)):
        assert cycle.step_year(config, "s", day(on)) == year


@pytest.mark.parametrize(
    ("given_step", "on", "name"),
    [
        (step(month="juni"), "2021-11-01", "2022-06"),
        (step(month="juni"), "2022-06-15", "2022-06"),
        (step(month="juni"), "2023-01-31", "2022-06"),
        (span("05-20", "06-10"), "2022-05-19", "2022-05"),
        (span("05-20", "06-10"), "2022-05-31", "2022-05"),
        (span("05-20", "06-10"), "2022-06-01", "2022-06"),
        # a round is one of the plan year or of the January after it
        (span("11-01", "01-15", of="previous-year"), "2021-11-10", "2022-01"),
        (span("12-15", "02-10"), "2023-01-31", "2023-01"),
        (span("12-15", "02-10"), "2023-02-05", "2023-01"),
        (span("12-15", "02-10"), "2022-12-31", "2022-12"),
    ],
)
def test_round_in_which_a_report_is_written(given_step: Step, on: str, name: str) -> None:
    assert cycle.round_for(cycle.step_window(given_step, 2022), 2022, day(on)) == name


@pytest.mark.parametrize(("year", "name"), [(2022, "2023-01"), (1999, "2000-01")])
def test_the_final_round_is_that_of_the_january_after(year: int, name: str) -> None:
    assert cycle.final_round(year) == name


YEARLY = [
    {"id": "team", "month": "november", "of": "previous-year"},
    {"id": "turn", "from": "12-31", "until": "01-01", "of": "previous-year"},
    {"id": "leap", "from": "02-29", "until": "02-29"},
    {"id": "close", "from": "12-15", "until": "01-31"},
]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2023, [("2022-11-01", "2022-11-30"), ("2022-12-31", "2023-01-01"), ("2023-03-01", "2023-03-01"), ("2023-12-15", "2024-01-31")]),
        (2024, [("2023-11-01", "2023-11-30"), ("2023-12-31", "2024-01-01"), ("2024-02-29", "2024-02-29"), ("2024-12-15", "2025-01-31")]),
        (2100, [("2099-11-01", "2099-11-30"), ("2099-12-31", "2100-01-01"), ("2100-03-01", "2100-03-01"), ("2100-12-15", "2101-01-31")]),
    ],
)  # fmt: skip
def test_each_step_is_due_from_its_first_day_to_its_last(year: int, days: list[tuple[str, str]]) -> None:
    for keys, (first, last) in zip(YEARLY, days, strict=True):
        found = [
            cycle.standing(
                Step.model_validate(keys), year, "sundhed", plan=None, reports=(), meetings=(), as_of=on
            )
            for on in (day(first) - DAY, day(first), day(last), day(last) + DAY)
        ]
        length = (day(last) - day(first)).days
        assert [one.state for one in found] == ["upcoming", "due", "due", "not_recorded"]
        assert [one.days for one in found] == [1, length, 0, 1]


month_days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda on: f"{on:%m-%d}")


@given(month_days, month_days, st.integers(1990, 2100), st.sampled_from(["same-year", "previous-year"]))
def test_every_window_holds_its_first_and_last_day(first: str, last: str, year: int, of: str) -> None:
    window = cycle.step_window(span(first, last, of=of), year)
    assert window.first in window
    assert window.last in window
    assert window.first - DAY not in window
    assert DAY <= window.end - window.first <= timedelta(days=366)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_any_day_has_a_state(on: date) -> None:
    for given_step in (MONTH, BY_PAPERS, JUNE, span("12-15", "02-29", of="previous-year")):
        found = cycle.standing(given_step, on.year, "sundhed", plan=plan(), reports=(), meetings=(), as_of=on)
        assert found.days is None or found.days >= 0
    assert len(cycle.live_years(CONFIG, on)) <= 2
