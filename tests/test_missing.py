"""What is missing for a step, item by item, and the command that creates it."""

import pytest

from handleplan.missing import Item
from handleplan.status import Around, Status, YearData
from tests.years import (
    CONFIG,
    JUNE,
    KULTUR,
    MARCH,
    NEXT_YEAR,
    SUNDHED,
    YEAR,
    day,
    meeting,
    plan,
    report,
    status,
)


def told(items: tuple[Item, ...]) -> list[tuple[str, tuple[str, ...], str]]:
    return [(item.kind, item.themes, " ".join(item.command)) for item in items]


def of_next(found: Status, step: str) -> list[tuple[str, tuple[str, ...], str]]:
    return next(told(ahead.items) for ahead in found.next if ahead.step.id == step)


BOTH = ("sundhed", "kultur")
NEW_MEETING = "new meeting january-meeting"


def test_without_any_plan_the_year_is_made_from_the_one_before() -> None:
    found = status("2023-01-10", YearData(2023), around=Around(planned=(2022,)))
    assert of_next(found, "draft") == [("plan", BOTH, "new year 2023")]
    assert of_next(found, "january-meeting") == [
        ("plan", BOTH, "new year 2023"),
        ("meeting", BOTH, NEW_MEETING),
    ]


def test_without_a_year_before_no_command_makes_a_plan() -> None:
    found = status("2022-01-10", YearData(2022), around=Around(planned=(2023,)))
    assert of_next(found, "draft") == [("plan", BOTH, "")]


def test_a_stage_is_set_on_the_day() -> None:
    drafts = {"sundhed": plan("sundhed", actions=["a"]), "kultur": KULTUR}
    found = status("2022-01-20", YearData(2022, drafts))
    assert of_next(found, "draft") == [
        ("stage", ("sundhed",), "set sundhed --stage proposed --date 2022-01-20")
    ]


def test_a_stage_that_is_noted_for_later_needs_no_command() -> None:
    found = status("2022-01-05", YearData(2022, {"sundhed": SUNDHED, "kultur": KULTUR}))
    items = next(ahead.items for ahead in found.next if ahead.step.id == "draft")
    assert [(item.kind, item.day, item.command) for item in items] == [
        ("stage-later", day("2022-01-10"), ()),
        ("stage-later", day("2022-01-12"), ()),
    ]


@pytest.mark.parametrize(
    ("on", "command"),
    [
        ("2022-05-20", "new status --round 2022-06"),
        ("2022-06-01", "new status --round 2022-06"),
        ("2022-06-30", "new status --round 2022-06"),
    ],
)
def test_reports_of_all_themes_are_written_by_one_command(on: str, command: str) -> None:
    found = status(on, YEAR._replace(reports=(), meetings=()))
    assert of_next(found, "june-meeting") == [
        ("report", BOTH, command),
        ("meeting", BOTH, "new meeting june-meeting"),
    ]


def test_an_overdue_report_belongs_to_the_windows_last_month() -> None:
    found = status("2022-08-10", YEAR._replace(reports=(), meetings=()))
    (june,) = [ahead for ahead in found.overdue if ahead.step.id == "june-meeting"]
    assert told(june.items)[0] == ("report", BOTH, "new status --round 2022-06")


def test_a_report_that_some_themes_lack_is_written_for_them_alone() -> None:
    found = status("2022-06-15")
    assert of_next(found, "june-meeting") == [
        ("report", ("kultur",), "new status --round 2022-06 --theme kultur"),
        ("unfinished", ("sundhed",), ""),
        ("status", ("sundhed",), "set sundhed.h1 --status STATUS --round 2022-06"),
        ("status", ("sundhed",), "set sundhed.h2 --status STATUS --round 2022-06"),
    ]


@pytest.mark.parametrize("name", ["sundhed", "Sundhed"])
def test_a_meeting_put_off_takes_its_report_along_in_any_spelling_of_its_theme(name: str) -> None:
    partial = report("2022-07", "2022-07-10", "sundhed", {"data-1": "done", "data-2": "", "h2": "done"})
    late = YEAR._replace(reports=(partial,), meetings=(meeting("june-meeting", "2022-07-20", name),))
    items = of_next(status("2022-07-15", late, chosen={"sundhed"}), "june-meeting")
    assert items[0] == ("unfinished", ("sundhed",), "")
    assert items[1] == ("status", ("sundhed",), "set sundhed.data-2 --status STATUS --round 2022-07")


def test_a_finished_report_counts_from_its_day() -> None:
    whole = report(
        "2022-06", "2022-06-20", "sundhed", dict.fromkeys(("data-1", "data-2", "h1", "h2"), "planned")
    )
    found = status("2022-06-15", YEAR._replace(reports=(whole,)), chosen={"sundhed"})
    (item,) = found.next[0].items
    assert (item.kind, item.day, item.round) == ("report-later", day("2022-06-20"), "2022-06")
    assert status("2022-06-20", YEAR._replace(reports=(whole,)), chosen={"sundhed"}).next[0].items == ()


def test_what_has_no_id_has_to_get_one_first() -> None:
    partial = report("2022-06", "2022-06-14", "kultur", {})
    found = status("2022-06-15", YEAR._replace(reports=(partial,)), chosen={"kultur"})
    assert of_next(found, "june-meeting") == [
        ("no-id", ("kultur",), "fix"),
        ("status", ("kultur",), "set kultur.h1 --status STATUS --round 2022-06"),
    ]


def test_only_a_meeting_that_nobody_has_planned_is_asked_for() -> None:
    found = status(
        "2022-06-15", YEAR._replace(reports=(), meetings=(meeting("june-meeting", "2022-06-21", "kultur"),))
    )
    assert of_next(found, "june-meeting")[-1] == (
        "meeting",
        ("sundhed",),
        "new meeting june-meeting --theme sundhed",
    )


@pytest.mark.parametrize(
    ("on", "year", "command"),
    [
        ("2022-11-10", 2023, "new meeting team-dialogue"),
        ("2022-10-10", 2023, "new meeting team-dialogue --year 2023"),
    ],
)
def test_the_year_is_named_where_another_one_is_nearer(on: str, year: int, command: str) -> None:
    years = [YEAR, YearData(2023)] if on > "2022-11" else [YEAR]
    (ahead,) = status(on, *years).next
    assert (ahead.step.year, told(ahead.items)) == (year, [("meeting", BOTH, command)])


def test_an_unrecorded_meeting_of_an_earlier_year_is_asked_for_with_its_year() -> None:
    found = status("2022-11-10", YEAR, YearData(2023))
    (ahead,) = found.unrecorded
    assert told(ahead.items) == [("meeting", BOTH, "new meeting team-dialogue --year 2022 --date DATE")]


def loose(found: Status) -> list[tuple[int, str | None, str, str]]:
    return [
        (one.year, one.step.id if one.step else None, one.item.kind, " ".join(one.item.command))
        for one in found.loose
    ]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2022-01-24", []),
        ("2022-01-25", [(2022, "january-meeting", "agreed", "set kultur --stage agreed --date 2022-01-25")]),
        ("2022-12-31", [(2022, "january-meeting", "agreed", "set kultur --stage agreed --date 2022-01-25")]),
    ],
)
def test_a_plan_is_agreed_once_its_meeting_was_held(on: str, found: list[tuple[int, str, str, str]]) -> None:
    assert loose(status(on)) == found


FINAL = dict.fromkeys(("data-1", "data-2", "h1", "h2"), "done")


@pytest.mark.parametrize(
    ("on", "reports", "found"),
    [
        ("2022-12-31", (), []),
        (
            "2023-01-01",
            (),
            [(2022, None, "final-round", "new status --round 2023-01 --theme sundhed --year 2022")],
        ),
        (
            "2023-01-31",
            (report("2023-01", "2023-01-12", "sundhed", {**FINAL, "h2": ""}),),
            [(2022, None, "status", "set sundhed.h2 --status STATUS --round 2023-01 --year 2022")],
        ),
        (
            "2023-01-31",
            (report("2023-01", "2023-01-12", "sundhed", FINAL),),
            [(2022, None, "closed", "set sundhed --stage closed --date 2023-01-12 --year 2022")],
        ),
    ],
)
def test_the_round_of_the_january_after_closes_a_year(
    on: str, reports: tuple[tuple[str, str, object], ...], found: list[tuple[int, None, str, str]]
) -> None:
    data = YearData(2022, {"sundhed": SUNDHED}, (MARCH, JUNE, *reports))  # type: ignore[arg-type]
    assert loose(status(on, data)) == found


def test_a_closed_year_leaves_nothing() -> None:
    stages = {"proposed": "2022-01-10", "agreed": "2022-01-25", "closed": "2023-01-20"}
    closed = plan("sundhed", stages=stages, actions=[{"id": "h1", "text": "x"}])
    assert loose(status("2023-01-25", YEAR._replace(plans={"sundhed": closed}))) == []


def test_a_chosen_theme_is_the_only_one_spoken_of() -> None:
    assert loose(status("2022-06-15", chosen={"sundhed"})) == []
    assert [item[1] for item in of_next(status("2022-06-15", chosen={"kultur"}), "june-meeting")] == [
        ("kultur",)
    ]


def test_commands_of_the_following_agreement_name_its_steps() -> None:
    found = status("2026-01-10", YearData(2026), around=Around(planned=(2025,)))
    assert CONFIG.agreement_of(2026) is not CONFIG.agreement_of(2025)
    assert [ahead.step.id for ahead in found.next] == ["kickoff"]
    assert told(found.next[0].items) == [("plan", ("klima", "sundhed"), "new year 2026")]


def test_the_year_after_may_be_there_already() -> None:
    found = status(
        "2022-10-10",
        around=Around(after=NEXT_YEAR._replace(meetings=(meeting("team-dialogue", "2022-11-08"),))),
    )
    (ahead,) = found.next
    assert (ahead.step.year, ahead.items) == (2023, ())
    assert {one.planned for one in ahead.step.themes.values()} == {day("2022-11-08")}
