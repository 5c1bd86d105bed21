"""The days of the calendar, and keys that stay."""

from collections.abc import Collection, Mapping

import pytest

from handleplan.events import Event, MeetingDay, QuarterEnd, events_of
from handleplan.model.meeting import Meeting
from handleplan.status import YearData
from tests.years import CONFIG, NAMED, YEAR, day, meeting, report, status


def events(
    on: str,
    data: YearData = YEAR,
    named: Mapping[str, Meeting] = NAMED,
    chosen: Collection[str] = (),
) -> tuple[Event, ...]:
    return events_of(CONFIG, status(on, data, chosen=chosen), {2022: named}, chosen)


def days(found: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    return [(one.key, one.first.isoformat(), one.last.isoformat()) for one in found]


def test_every_day_of_a_year() -> None:
    assert days(events("2022-06-01")) == [
        ("step.2022.team-dialogue", "2021-11-01", "2021-11-30"),
        ("step.2022.draft", "2022-01-01", "2022-01-31"),
        ("step.2022.january-meeting", "2022-01-01", "2022-01-31"),
        ("meeting.2022.january-meeting", "2022-01-25", "2022-01-25"),
        ("quarter.2022.q1.AB", "2022-03-31", "2022-03-31"),
        ("step.2022.june-meeting", "2022-06-01", "2022-06-30"),
        ("papers.2022.june-meeting", "2022-06-14", "2022-06-14"),
        ("meeting.2022.june-meeting", "2022-06-21", "2022-06-21"),
        ("quarter.2022.q2.AB", "2022-06-30", "2022-06-30"),
        ("quarter.2022.q4.AB", "2022-12-31", "2022-12-31"),
        ("quarter.2022.q4.CDEU", "2022-12-31", "2022-12-31"),
        ("quarter.2022.q4.RU", "2022-12-31", "2022-12-31"),
    ]


def test_keys_stay_whatever_is_moved_or_done() -> None:
    later = {**NAMED, "june-meeting": meeting("june-meeting", "2022-07-05", papers_due="2022-06-28")}
    done = report(
        "2022-07", "2022-07-01", "sundhed", dict.fromkeys(("data-1", "data-2", "h1", "h2", "b1"), "done")
    )
    data = YEAR._replace(meetings=tuple(later.values()), reports=(*YEAR.reports, done))
    before, after = events("2022-06-01"), events("2022-07-04", data, later)
    assert sorted(one.key for one in before) == sorted(one.key for one in after)
    moved = {one.key: (one.first, one.last) for one in after}
    assert moved["step.2022.june-meeting"] == (day("2022-06-01"), day("2022-07-05"))
    assert moved["meeting.2022.june-meeting"] == (day("2022-07-05"), day("2022-07-05"))


@pytest.mark.parametrize(
    ("on", "key", "all_of_them", "still_open"),
    [
        ("2022-03-13", "quarter.2022.q1.AB", ["data-1"], ["data-1"]),
        ("2022-06-14", "quarter.2022.q1.AB", ["data-1"], []),
        ("2022-06-14", "quarter.2022.q2.AB", ["h2"], ["h2"]),
        ("2022-06-14", "quarter.2022.q4.RU", ["data-2"], ["data-2"]),
        ("2022-06-14", "quarter.2022.q4.AB", ["b1", "h1"], ["b1", "h1"]),
        ("2022-06-14", "quarter.2022.q4.CDEU", ["h1", None], ["h1", None]),
    ],
)
def test_a_quarter_ends_with_what_is_open(
    on: str, key: str, all_of_them: list[str | None], still_open: list[str | None]
) -> None:
    (subject,) = [one.subject for one in events(on) if one.key == key]
    assert isinstance(subject, QuarterEnd)
    assert [one.id for one in subject.activities] == all_of_them
    assert [one.id for one in subject.open] == still_open


def test_chosen_themes_have_events_of_their_own() -> None:
    named = {**NAMED, "team-sundhed": meeting("team-dialogue", "2021-11-08", "Sundhed")}
    everything = {one.key for one in events("2022-06-01", named=named)}
    kultur = events("2022-06-01", named=named, chosen={"kultur"})
    assert not everything & {one.key for one in kultur}
    assert [one.key for one in kultur if one.key.startswith(("meeting", "quarter"))] == [
        "meeting.2022.january-meeting.kultur",
        "meeting.2022.june-meeting.kultur",
        "quarter.2022.q4.CDEU.kultur",
    ]
    sundhed = {one.key: one.subject for one in events("2022-06-01", named=named, chosen={"sundhed"})}
    day_of_team = sundhed["meeting.2022.team-sundhed.sundhed"]
    assert isinstance(day_of_team, MeetingDay)
    assert (day_of_team.title, day_of_team.meeting.themes) == ("Dialog med de faglige teams", ("sundhed",))


def test_years_have_events_of_their_own() -> None:
    both = status("2022-11-10", YEAR, YearData(2023))
    keys = [one.key for one in events_of(CONFIG, both, {2022: NAMED, 2023: {}})]
    assert len(keys) == len(set(keys))
    assert "step.2023.team-dialogue" in keys


def test_what_nobody_owns_and_a_meeting_of_no_step() -> None:
    plans = {"kultur": YEAR.plans["kultur"].model_copy(update={"owner": None})}
    found = events("2022-06-01", YEAR._replace(plans=plans), {"extra": meeting("ukendt", "2022-04-01")})
    assert "quarter.2022.q4.-" in {one.key for one in found}
    (extra,) = [one.subject for one in found if one.key == "meeting.2022.extra"]
    assert isinstance(extra, MeetingDay)
    assert extra.title == "ukendt"
