"""The calendar as a file: whole, read back by another library, and such that a newer one replaces an older."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta

import ics  # type: ignore[import-untyped]
import pytest

from handleplan.events import events_of
from handleplan.formats.calendar_ics import render
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.model.config import Config, Organisation
from handleplan.model.meeting import Meeting
from handleplan.status import YearData, build_status
from tests.years import CONFIG, NAMED, YEAR, meeting, plan, status


def stamp(on: str) -> datetime:
    return datetime.fromisoformat(on).replace(tzinfo=UTC)


def calendar(
    on: str,
    language: Language = "da",
    *,
    data: YearData = YEAR,
    at: str = "",
    config: Config = CONFIG,
    named: Mapping[str, Meeting] = NAMED,
) -> str:
    found = build_status(config, [data], date.fromisoformat(on))
    events = events_of(config, found, {data.year: named})
    return render(events, found, config, Texts(language, config.labels), stamp(at or on))


def values(text: str, name: str) -> list[str]:
    """Return what stands after a property's name, lines unfolded."""
    lines = text.replace("\r\n ", "").split("\r\n")
    return [line.partition(":")[2] for line in lines if line.partition(":")[0].partition(";")[0] == name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_calendars(language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"calendar-june.{language}.ics", calendar("2022-06-15", language))


def test_another_library_reads_the_same_days() -> None:
    events = events_of(CONFIG, status("2022-06-15"), {2022: NAMED})
    read = ics.Calendar(calendar("2022-06-15")).events
    assert {(one.uid.partition("@")[0], one.begin.date(), one.end.date()) for one in read} == {
        (event.key, event.first, event.last + timedelta(days=1)) for event in events
    }
    assert all(one.all_day and one.transparent for one in read)


def test_another_library_reads_the_same_words() -> None:
    hard = "Komma, semikolon; skråstreg \\ og “æøå” " + "lang tekst " * 20
    data = YEAR._replace(
        plans={"sundhed": plan("sundhed", actions=[{"id": "h1", "text": hard, "quarters": "Q1"}])}
    )
    quarter = next(
        one
        for one in ics.Calendar(calendar("2022-02-15", data=data)).events
        if one.uid.startswith("quarter.")
    )
    assert quarter.name == "Q1 2022 slutter – uden ansvarlig: 1 åben aktivitet"
    assert quarter.description == f"Sundhed:\n– h1: {hard.strip()} (Status ikke oplyst)"


def test_the_file_is_made_as_the_standard_says() -> None:
    text = calendar("2022-06-15")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    for name, value in (("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")):
        assert values(text, name) == [value]
    uids = values(text, "UID")
    assert len(uids) == len(set(uids)) == text.count("BEGIN:VEVENT")


def test_the_same_day_gives_the_same_file() -> None:
    assert calendar("2022-06-15") == calendar("2022-06-15")


def test_a_newer_calendar_replaces_an_older_one() -> None:
    """RFC 5546, 2.1.5: of the same UID the higher SEQUENCE wins, then the later DTSTAMP."""
    later = {**NAMED, "june-meeting": meeting("june-meeting", "2022-07-05", papers_due="2022-06-28")}
    old = calendar("2022-06-15", at="2022-06-15T10:00:00")
    new = calendar("2022-06-15", at="2022-06-15T10:01:00", named=later)
    assert sorted(values(old, "UID")) == sorted(values(new, "UID"))
    assert max(map(int, values(old, "SEQUENCE"))) < min(map(int, values(new, "SEQUENCE")))
    assert max(values(old, "DTSTAMP")) < min(values(new, "DTSTAMP"))
    assert values(new, "LAST-MODIFIED") == values(new, "DTSTAMP")


@pytest.mark.parametrize(
    ("on", "number"),
    [
        ("1990-01-01", 0),
        ("2020-01-01", 0),
        ("2020-01-02", 1440),
        ("2100-01-01", 29220 * 1440),
        ("9999-12-31", 2**31 - 1),
    ],
)
def test_sequences_count_minutes_within_32_bits(on: str, number: int) -> None:
    data = YearData(2022, {"sundhed": plan("sundhed", actions=["a"])})
    assert set(values(calendar(on, data=data), "SEQUENCE")) == {str(number)}


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("Østjysk EU-kontor", "oestjysk-eu-kontor.handleplan"),
        ("健康 & Co.", "%E5%81%A5%E5%BA%B7-co.handleplan"),
        ("…", "handleplan"),
        (None, "handleplan"),
    ],
)
def test_a_uid_names_the_office(name: str | None, host: str) -> None:
    organisation = Organisation(name=name) if name else None
    text = calendar("2022-06-15", config=CONFIG.model_copy(update={"organisation": organisation}))
    assert {uid.partition("@")[2] for uid in values(text, "UID")} == {host}


def test_nothing_a_text_holds_breaks_out_of_its_line() -> None:
    hostile = "a\r\nBEGIN:VEVENT\r\nUID:x\r\n\x00\x1b[2J\u2028\u202e::error::"
    data = YEAR._replace(
        plans={
            "sundhed": plan(
                "sundhed", actions=[{"id": "h1", "text": hostile, "owner": hostile, "quarters": "Q1"}]
            )
        }
    )
    text = calendar(
        "2022-02-15",
        data=data,
        named={hostile: meeting("x", "2022-02-20", place=hostile, participants=hostile)},
    )
    assert text.count("BEGIN:VEVENT\r\n") == len(ics.Calendar(text).events) == 6
    assert not {"\x00", "\x1b", "\u2028", "\u202e"} & set(text)
