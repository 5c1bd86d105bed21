"""Whatever a small workspace holds, on any day: status, what is missing, what is owed and the calendar can be said."""

import json
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handleplan.cycle import shown_years
from handleplan.events import events_of
from handleplan.formats import calendar_ics, status_json, status_markdown, status_text
from handleplan.formats.terminal import display_width
from handleplan.locale import LANGUAGES, Texts
from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.model.values import STAGES, STATUSES
from handleplan.owed import owed_by
from handleplan.status import Around, Status, YearData, build_status

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
SLUGS = ("sundhed", "kultur", "klima")
STEPS = ("a", "b", "c")
IDS = ("h1", "h2", "b1")
OWNERS = ("AB", "CDEU", "XX", None)
MONTH_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}")


def without_none(**keys: Any) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value is not None}


WINDOWS = st.one_of(
    st.integers(1, 12).map(lambda month: {"month": str(month)}),
    st.builds(lambda first, last: {"from": first, "until": last}, MONTH_DAYS, MONTH_DAYS),
)
NEEDS = st.sampled_from([None, *STAGES, "status-report"])


def steps() -> st.SearchStrategy[list[dict[str, Any]]]:
    one = st.builds(
        lambda window, of, needs, done_by, who: without_none(
            **window, of=of, needs=needs, done_by=done_by, responsible=who
        ),
        WINDOWS,
        st.sampled_from(["same-year", "previous-year"]),
        NEEDS,
        st.sampled_from(["held", "papers"]),
        st.sampled_from(OWNERS),
    )
    return st.lists(one, max_size=3).map(
        lambda found: [{"id": STEPS[n], **keys} for n, keys in enumerate(found)]
    )


@st.composite
def configs(draw: st.DrawFn) -> Config:
    """Draw up to two agreements that follow each other, with other themes and steps."""
    first = draw(st.integers(1990, 2099))
    agreements = []
    for _ in range(draw(st.integers(0, 2))):
        last = first + draw(st.integers(0, 3))
        slugs = draw(st.lists(st.sampled_from(SLUGS), min_size=1, unique=True))
        themes = [{"slug": slug, "name": slug.title()} for slug in slugs]
        agreements.append(
            {
                "title": "A",
                "first_year": str(first),
                "last_year": str(last),
                "themes": themes,
                "cycle": draw(steps()),
            }
        )
        first = last + 1
    return Config.model_validate(
        {
            "agreements": agreements,
            "parties": [{"id": "CDEU", "name": "CDEU"}],
            "people": [{"initials": "AB", "name": "Anne", "party": "CDEU"}],
        }
    )


def near(year: int) -> st.SearchStrategy[str]:
    """Draw a day that matters to a year, from before its November to after its January, or one of the calendar's ends."""
    usual = st.dates(date(year - 1, 10, 1), date(year + 1, 3, 1)).map(str)
    return st.one_of(usual, usual, st.sampled_from(["0001-01-01", "9999-12-31"]))


@st.composite
def plans(draw: st.DrawFn, slug: str, year: int) -> Plan:
    work = st.lists(
        st.builds(
            lambda entry, quarters, owner: without_none(
                text="x *y*", id=entry, quarters=quarters, owner=owner
            ),
            st.sampled_from([*IDS, None]),
            st.sampled_from([None, "Q1", "Q4", "Q1, Q3", "Q2-Q4"]),
            st.sampled_from(OWNERS),
        ),
        max_size=3,
    )
    stages = {stage: draw(near(year)) for stage in STAGES[1:] if draw(st.booleans())}
    return Plan.model_validate(
        without_none(
            theme=slug, year=str(year), title="T", goals=["m"], stages=stages, owner=draw(st.sampled_from(OWNERS)),
            actions=draw(work), core_activities=draw(work), annexes=draw(work), focus_areas=draw(st.sampled_from([[], ["Data"]])),
        )
    )  # fmt: skip


@st.composite
def reports(draw: st.DrawFn, slug: str, year: int) -> tuple[str, str, StatusReport]:
    when = draw(near(year))
    statuses = st.dictionaries(st.sampled_from(IDS), st.sampled_from([*STATUSES, None]))
    activities = {entry: without_none(status=status) for entry, status in draw(statuses).items()}
    meeting = draw(st.sampled_from([*STEPS, "unknown", None]))
    keys = without_none(theme=slug, year=str(year), date=when, meeting=meeting, activities=activities)
    return when[:7], slug, StatusReport.model_validate(keys)


@st.composite
def meetings(draw: st.DrawFn, year: int) -> Meeting:
    decision = st.builds(
        lambda owner, due, state: without_none(text="x", owner=owner, due=due, state=state),
        st.sampled_from(OWNERS),
        st.one_of(st.none(), near(year)),
        st.sampled_from(["open", "done"]),
    )
    return Meeting.model_validate(
        without_none(
            step=draw(st.sampled_from([*STEPS, "unknown"])), date=draw(near(year)),
            themes=draw(st.lists(st.sampled_from([*SLUGS, "Kul", "ukendt"]), max_size=2)),
            papers_due=draw(st.one_of(st.none(), near(year))), decisions=draw(st.lists(decision, max_size=2)),
        )
    )  # fmt: skip


@st.composite
def years(draw: st.DrawFn, year: int) -> YearData:
    slugs = draw(st.lists(st.sampled_from([*SLUGS, "ukendt"]), unique=True, max_size=3))
    return YearData(
        year,
        {slug: draw(plans(slug, year)) for slug in slugs},
        tuple(draw(reports(slug, year)) for slug in slugs for _ in range(draw(st.integers(0, 2)))),
        tuple(draw(st.lists(meetings(year), max_size=3))),
    )


@st.composite
def workspaces(draw: st.DrawFn) -> tuple[Config, date, list[YearData], YearData, tuple[str, ...]]:
    """Draw a workspace, a day near its agreements or any other, the years shown on it, and chosen themes."""
    config = draw(configs())
    around = [date(one.first_year, 1, 1) for one in config.agreements]
    day = draw(
        st.one_of(DAYS, *(st.dates(date(one.year - 1, 10, 1), date(one.year + 2, 3, 1)) for one in around))
    )
    planned = [day.year] if draw(st.booleans()) else []
    shown = [draw(years(year)) for year in shown_years(config, planned, day)]
    after = draw(years(shown[-1].year + 1)) if shown else YearData(day.year)
    return config, day, shown, after, tuple(draw(st.lists(st.sampled_from(SLUGS), max_size=1)))


@given(workspaces())
def test_any_workspace_on_any_day(
    drawn: tuple[Config, date, list[YearData], YearData, tuple[str, ...]],
) -> None:
    config, day, shown, after, chosen = drawn
    around = Around(after=after, planned=tuple(data.year for data in shown if data.plans))
    found = build_status(config, shown, day, chosen=chosen, around=around)
    years_of_chosen = [
        data.year for data in shown if not chosen or set(chosen) & set(found.names.get(data.year, ()))
    ]
    assert [year.year for year in found.years] == years_of_chosen
    for step in found.steps:
        for standing in step.themes.values():
            assert (standing.days is None) == (standing.state == "done")
            assert standing.days is None or standing.days >= 0
    assert all(not activity.late or activity.ends < day for activity in found.activities)
    read_pages(config, found)
    read_calendar(config, found, shown, chosen)


def read_pages(config: Config, found: Status) -> None:
    """Print every page in both languages; only commands are longer than a line."""
    for language in LANGUAGES:
        texts = Texts(language)
        for owed in (None, owed_by(config, found, "AB"), owed_by(config, found, "CDEU")):
            for ahead in (False, True):
                text = status_text.render(
                    found, texts, width=40, colour=False, owed=owed, ahead=ahead, detailed=ahead
                )
                lines = [line for line in text.splitlines() if "handleplan " not in line]
                assert max(map(display_width, lines)) <= 40
                assert status_markdown.render(
                    found, texts, owed=owed, ahead=ahead, detailed=ahead
                ).startswith("# ")
            document = json.loads(status_json.render(found, owed))
            assert len(document["steps"]) == len(found.steps)


def read_calendar(config: Config, found: Status, shown: list[YearData], chosen: tuple[str, ...]) -> None:
    named = {data.year: {str(n): one for n, one in enumerate(data.meetings)} for data in shown}
    events = events_of(config, found, named, chosen)
    assert len({event.key for event in events}) == len(events)
    assert all(event.first <= event.last for event in events)
    stamp = datetime(found.as_of.year, found.as_of.month, found.as_of.day, tzinfo=UTC)
    text = calendar_ics.render(events, found, config, Texts("da"), stamp)
    assert text.count("BEGIN:VEVENT\r\n") == len(events)
