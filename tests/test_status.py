"""Where the years stand: stages, steps per theme, latest statuses, lateness, what is next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.cycle import shown_years
from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.status import Around, Reported, Status, YearData, build_status, is_overdue

CONFIG = Config.model_validate(
    {
        "agreements": [
            {
                "title": "Samarbejdsaftale 2022–2025",
                "first_year": "2022",
                "last_year": "2025",
                "themes": [
                    {"slug": "kultur", "name": "Kultur"},
                    {"slug": "sundhed", "name": "Sundhed"},
                    {"slug": "groen-omstilling", "name": "Grøn omstilling"},
                ],
                "cycle": [
                    {"id": "team", "month": "november", "of": "previous-year", "title": "Dialog"},
                    {
                        "id": "draft",
                        "month": "1",
                        "needs": "proposed",
                        "done_by": "papers",
                        "title": "Udkast",
                    },
                    {"id": "january", "month": "1", "needs": "proposed", "responsible": "CDEU"},
                    {"id": "june", "month": "juni", "needs": "status-report", "title": "Juni"},
                ],
            },
            {
                "title": "Samarbejdsaftale 2026–2029",
                "first_year": "2026",
                "last_year": "2029",
                "themes": [{"slug": "klima", "name": "Klima"}],
                "cycle": [{"id": "kickoff", "from": "12-15", "until": "01-15", "of": "previous-year"}],
            },
        ]
    }
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def plan(theme: str, **keys: Any) -> Plan:
    return Plan.model_validate({"theme": theme, "year": "2022", "title": "T", **keys})


SUNDHED = plan(
    "sundhed",
    stages={"proposed": "2022-01-10", "agreed": "2022-01-25"},
    owner="CDEU",
    core_activities=[{"id": "b1", "text": "Bære"}],
    focus_areas=[
        {"id": "data", "title": "Data", "owner": "RU", "activities": [{"id": "d1", "text": "Kortlægge"}]},
        {"title": "Uden id", "activities": [{"id": "u1", "text": "Undersøge", "quarters": "Q2-Q4"}]},
        {"id": "kic", "title": "KIC", "quarters": "Q1"},
        "Kun titel",
    ],
    actions=[{"id": "h1", "text": "Handle", "owner": "AB"}, "Kladde"],
    annexes=[{"id": "bilag", "text": "Bilag", "quarters": "Q1"}],
)
KULTUR = plan("kultur", core_activities=[{"id": "b1", "text": "Bære"}])


def report(
    when: str, activities: Mapping[str, str | None], theme: str = "sundhed", in_round: str = ""
) -> Reported:
    entries = {key: {"status": status} if status else {} for key, status in activities.items()}
    return (
        in_round or when[:7],
        theme,
        StatusReport.model_validate({"theme": theme, "year": "2022", "date": when, "activities": entries}),
    )


def data(*reports: Reported, meetings: tuple[Meeting, ...] = ()) -> YearData:
    return YearData(2022, {"kultur": KULTUR, "sundhed": SUNDHED}, reports, meetings)


def meeting(step: str, when: str, *themes: str) -> Meeting:
    return Meeting.model_validate({"step": step, "date": when, "themes": list(themes)})


def states(status: Status, year: int = 2022) -> dict[str, list[str]]:
    return {
        step.id: [standing.state for standing in step.themes.values()]
        for step in status.steps
        if step.year == year
    }


def test_stages_are_those_reached_by_the_day() -> None:
    found = [
        build_status(CONFIG, [data()], day(on)).years[0] for on in ("2022-01-09", "2022-01-10", "2022-01-25")
    ]
    assert [dict(year.stages) for year in found] == [
        {"kultur": "draft", "sundhed": "draft"},
        {"kultur": "draft", "sundhed": "proposed"},
        {"kultur": "draft", "sundhed": "agreed"},
    ]
    assert [dict(year.reached) for year in found] == [
        {},
        {"sundhed": day("2022-01-10")},
        {"sundhed": day("2022-01-25")},
    ]


def test_steps_stand_per_theme_in_the_agreements_order() -> None:
    status = build_status(CONFIG, [data()], day("2022-02-01"))
    assert [list(step.themes) for step in status.steps] == [["kultur", "sundhed", "groen-omstilling"]] * 4
    assert states(status) == {
        "team": ["not_recorded", "not_recorded", "not_recorded"],
        "draft": ["overdue", "done", "overdue"],
        "january": ["overdue", "not_recorded", "overdue"],
        "june": ["upcoming", "upcoming", "upcoming"],
    }


def test_a_step_ends_for_all_with_its_latest_planned_meeting() -> None:
    status = build_status(
        CONFIG, [data(meetings=(meeting("june", "2022-07-05", "sundhed"),))], day("2022-07-01")
    )
    june = status.steps[-1]
    assert (june.from_, june.until) == (day("2022-06-01"), day("2022-07-05"))
    assert [(s.state, s.days) for s in june.themes.values()] == [("overdue", 1), ("due", 4), ("overdue", 1)]


@pytest.mark.parametrize(
    "name", ["groen-omstilling", "Grøn omstilling", "grøn-omstilling", "GROEN-OMSTILLING", "grøn"]
)
def test_a_meeting_names_its_themes_in_any_spelling(name: str) -> None:
    status = build_status(CONFIG, [data(meetings=(meeting("team", "2021-11-11", name),))], day("2022-02-01"))
    assert states(status)["team"] == ["not_recorded", "not_recorded", "done"]


def test_a_meeting_of_an_unknown_theme_is_nobodys() -> None:
    status = build_status(
        CONFIG, [data(meetings=(meeting("team", "2021-11-11", "musik"),))], day("2022-02-01")
    )
    assert states(status)["team"] == ["not_recorded"] * 3


def test_a_step_without_title_is_called_by_its_id() -> None:
    status = build_status(CONFIG, [data()], day("2022-02-01"))
    assert [step.title for step in status.steps] == ["Dialog", "Udkast", "january", "Juni"]


def test_two_years_are_live_and_the_new_one_needs_no_folder() -> None:
    on = day("2022-11-15")
    years = shown_years(CONFIG, [2022], on)
    status = build_status(CONFIG, [data(), YearData(2023)], on)
    assert years == (2022, 2023)
    assert [(year.year, dict(year.stages)) for year in status.years] == [
        (2022, {"kultur": "draft", "sundhed": "agreed"}),
        (2023, {}),
    ]
    assert states(status, 2023) == {
        "team": ["due"] * 3,
        "draft": ["upcoming"] * 3,
        "january": ["upcoming"] * 3,
        "june": ["upcoming"] * 3,
    }
    assert [(step.year, step.id) for step, _ in status.next] == [(2023, "team")]


def test_the_new_year_misses_its_papers_until_it_has_plans() -> None:
    status = build_status(CONFIG, [YearData(2023)], day("2023-02-01"))
    assert states(status, 2023)["draft"] == ["overdue"] * 3
    assert is_overdue(status)


def test_agreements_follow_each_other_with_other_themes_and_steps() -> None:
    on = day("2025-12-20")
    status = build_status(CONFIG, [YearData(year) for year in shown_years(CONFIG, [], on)], on)
    assert [(year.year, year.agreement, list(year.themes)) for year in status.years] == [
        (2025, "Samarbejdsaftale 2022–2025", ["kultur", "sundhed", "groen-omstilling"]),
        (2026, "Samarbejdsaftale 2026–2029", ["klima"]),
    ]
    assert [step.id for step in status.steps] == ["team", "draft", "january", "june", "kickoff"]
    assert states(status, 2026) == {"kickoff": ["due"]}


def test_a_theme_outside_the_agreement_is_shown_with_its_activities() -> None:
    musik = plan("musik", actions=[{"id": "h1", "text": "Spille"}])
    status = build_status(CONFIG, [YearData(2022, {"musik": musik})], day("2022-03-01"))
    assert list(status.years[0].themes) == ["kultur", "sundhed", "groen-omstilling", "musik"]
    assert dict(status.years[0].stages) == {"musik": "draft"}
    assert [activity.theme for activity in status.activities] == ["musik"]


@pytest.mark.parametrize(
    ("chosen", "years", "ids"),
    [
        ((), [2025, 2026], ["team", "draft", "january", "june", "kickoff"]),
        (("sundhed",), [2025], ["team", "draft", "january", "june"]),
        (("klima",), [2026], ["kickoff"]),
        (("klima", "kultur"), [2025, 2026], ["team", "draft", "january", "june", "kickoff"]),
        (("ukendt",), [], []),
    ],
)
def test_a_chosen_theme_is_spoken_of_in_the_years_that_have_it(
    chosen: tuple[str, ...], years: list[int], ids: list[str]
) -> None:
    status = build_status(CONFIG, [YearData(2025), YearData(2026)], day("2026-01-10"), chosen=chosen)
    assert [year.year for year in status.years] == years
    assert [step.id for step in status.steps] == ids
    assert all(set(step.themes) <= set(chosen) for step in status.steps if chosen)


def test_a_year_outside_every_agreement_has_plans_but_no_cycle() -> None:
    status = build_status(CONFIG, [YearData(2021, {"sundhed": SUNDHED})], day("2021-06-01"))
    (year,) = status.years
    assert (year.agreement, dict(year.themes), status.steps) == (None, {"sundhed": "Sundhed"}, ())
    # what comes after it is known all the same
    assert [(step.year, step.id) for step, _ in status.next] == [(2022, "team")]


def test_nothing_at_all_is_no_failure() -> None:
    status = build_status(Config(), [], day("2022-06-01"))
    assert (status.years, status.steps, status.activities, status.next, status.overdue) == (
        (),
        (),
        (),
        (),
        (),
    )
    assert not is_overdue(status)


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2021-10-31", [(2022, "team")]),
        ("2021-11-30", [(2022, "team")]),
        ("2021-12-01", [(2022, "draft"), (2022, "january")]),
        # sundhed has sent its draft, kultur has not: due for kultur
        ("2022-01-20", [(2022, "draft"), (2022, "january")]),
        ("2022-02-01", [(2022, "june")]),
        ("2022-06-30", [(2022, "june")]),
        # beyond the shown year
        ("2022-07-01", [(2023, "team")]),
    ],
)
def test_what_is_next(on: str, found: list[tuple[int, str]]) -> None:
    status = build_status(CONFIG, [data()], day(on))
    assert [(step.year, step.id) for step, _ in status.next] == found


def test_nothing_is_said_about_a_following_year_whose_data_are_not_given() -> None:
    assert build_status(CONFIG, [data()], day("2022-11-15")).next == ()


def test_due_steps_come_in_the_order_in_which_they_end() -> None:
    meetings = (meeting("draft", "2022-02-10"),)
    status = build_status(CONFIG, [data(meetings=meetings)], day("2022-01-05"))
    assert [step.id for step, _ in status.next] == ["january", "draft"]


def test_every_kind_of_activity() -> None:
    status = build_status(CONFIG, [data()], day("2022-01-05"))
    found = [
        (a.kind, a.id, a.area, a.text, a.quarters, a.owner) for a in status.activities if a.theme == "sundhed"
    ]
    assert found == [
        ("core_activity", "b1", None, "Bære", (), "CDEU"),
        ("activity", "d1", "data", "Kortlægge", (), "RU"),
        ("activity", "u1", "Uden id", "Undersøge", (2, 3, 4), "CDEU"),
        ("focus_area", "kic", "kic", "KIC", (1,), "CDEU"),
        ("focus_area", None, "Kun titel", "Kun titel", (), "CDEU"),
        ("action", "h1", None, "Handle", (), "AB"),
        ("action", None, None, "Kladde", (), "CDEU"),
        ("annex", "bilag", None, "Bilag", (1,), "CDEU"),
    ]


def latest(
    reports: tuple[Reported, ...], on: str, theme: str = "sundhed"
) -> dict[str, tuple[str, str | None]]:
    status = build_status(CONFIG, [data(*reports)], day(on))
    return {a.id or "": (a.status, a.round) for a in status.activities if a.theme == theme and a.status}


def test_nothing_reported_is_no_status() -> None:
    assert latest((), "2022-12-31") == {}


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2022-03-13", {}),
        ("2022-03-14", {"h1": ("planned", "2022-03"), "d1": ("in_progress", "2022-03")}),
        ("2022-06-13", {"h1": ("planned", "2022-03"), "d1": ("in_progress", "2022-03")}),
        ("2022-06-14", {"h1": ("done", "2022-06"), "d1": ("in_progress", "2022-03")}),
    ],
)
def test_the_newest_report_that_gives_a_status_counts(on: str, found: dict[str, tuple[str, str]]) -> None:
    reports = (
        report("2022-06-14", {"h1": "done", "d1": None}),
        report("2022-03-14", {"h1": "planned", "d1": "in_progress"}),
    )
    assert latest(reports, on) == found


def test_of_two_reports_of_a_day_the_later_round_counts() -> None:
    reports = (
        report("2022-06-14", {"h1": "done"}, in_round="2022-07"),
        report("2022-06-14", {"h1": "planned"}, in_round="2022-06"),
    )
    assert latest(reports, "2022-06-14") == {"h1": ("done", "2022-07")}


def test_a_report_speaks_for_its_own_theme_alone() -> None:
    reports = (report("2022-06-14", {"b1": "done"}),)
    assert latest(reports, "2022-06-14", "sundhed") == {"b1": ("done", "2022-06")}
    assert latest(reports, "2022-06-14", "kultur") == {}


@pytest.mark.parametrize(
    ("on", "late"),
    [
        ("2022-03-31", []),
        ("2022-04-01", ["kic", "bilag"]),
        ("2022-12-31", ["kic", "bilag"]),
        ("2023-01-01", ["u1", "kic", "bilag"]),
    ],
)
def test_late_once_the_last_quarter_is_over(on: str, late: list[str]) -> None:
    status = build_status(CONFIG, [data()], day(on))
    assert [activity.id for activity in status.activities if activity.late] == late


@pytest.mark.parametrize(
    ("reported", "late"),
    [
        ("planned", True),
        ("in_progress", True),
        ("ongoing", True),
        ("delayed", True),
        ("done", False),
        ("dropped", False),
        ("carried_over", False),
    ],
)
def test_late_depends_on_the_status(reported: str, *, late: bool) -> None:
    status = build_status(CONFIG, [data(report("2022-03-14", {"kic": reported}))], day("2022-04-01"))
    assert [activity.late for activity in status.activities if activity.id == "kic"] == [late]


def test_overdue_steps_are_told() -> None:
    assert not is_overdue(build_status(CONFIG, [data()], day("2022-01-31")))
    assert is_overdue(build_status(CONFIG, [data()], day("2022-02-01")))


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_any_day_gives_a_status(on: date) -> None:
    reports = (report("2022-06-14", {"h1": "done"}),)
    meetings = (meeting("june", "2022-07-05"),)
    for config in (CONFIG, Config()):
        years = shown_years(config, [2022], on)
        status = build_status(
            config,
            [data(*reports, meetings=meetings) if year == 2022 else YearData(year) for year in years],
            on,
        )
        assert status.as_of == on
        assert [year.year for year in status.years] == list(years)


@pytest.mark.parametrize(
    ("keys", "is_open"),
    [
        ({}, False),
        ({"owner": "RU"}, True),
        ({"due": "2022-03-31"}, True),
        ({"owner": "RU", "due": "2022-03-31", "state": "done"}, False),
    ],
)
def test_a_decision_is_open_while_somebody_has_to_do_something(
    keys: dict[str, str], *, is_open: bool
) -> None:
    held = Meeting.model_validate(
        {"step": "june", "date": "2022-06-14", "decisions": [{"text": "x", **keys}]}
    )
    (shown,) = build_status(CONFIG, [data(meetings=(held,))], day("2022-06-14")).decisions
    assert (shown.text, shown.title, shown.open) == ("x", "Juni", is_open)
    before = Around(before=(YearData(2021, meetings=(held,)),))
    earlier = build_status(CONFIG, [YearData(2022)], day("2022-06-14"), around=before).decisions
    assert [one.year for one in earlier] == ([2021] if is_open else [])


@pytest.mark.parametrize(
    ("on", "chosen", "count"), [("2022-06-13", (), 0), ("2022-06-14", (), 1), ("2022-06-14", ("kultur",), 0)]
)
def test_decisions_count_from_their_meeting_on_and_for_its_themes(
    on: str, chosen: tuple[str, ...], count: int
) -> None:
    keys = {
        "step": "june",
        "date": "2022-06-14",
        "themes": ["Sundhed"],
        "decisions": [{"text": "x", "owner": "RU"}],
    }
    held = Meeting.model_validate(keys)
    status = build_status(CONFIG, [data(meetings=(held,))], day(on), chosen=chosen)
    assert [one.themes for one in status.decisions] == [("sundhed",)] * count
