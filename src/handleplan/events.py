"""The days that belong in a calendar: windows of steps, meetings, papers due, and quarters that end."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeAlias

from handleplan.cycle import work_window
from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.progress import ActivityStatus
from handleplan.status import Status, StepStatus
from handleplan.steps import with_slugs

LAST_QUARTER = 4


class MeetingDay(NamedTuple):
    """A meeting, or with ``papers`` the day on which its papers are due; ``title`` is what its step is called."""

    title: str
    meeting: Meeting
    papers: bool = False


class QuarterEnd(NamedTuple):
    """A quarter that ends, for one owner: the work planned to end with it.

    Work without quarters ends with the year. ``owner`` is ``None`` for what nobody owns.
    """

    quarter: int
    owner: str | None
    activities: tuple[ActivityStatus, ...]

    @property
    def open(self) -> tuple[ActivityStatus, ...]:
        """The activities that are not done, dropped or carried over."""
        return tuple(one for one in self.activities if not one.settled)


Subject: TypeAlias = StepStatus | MeetingDay | QuarterEnd


class Event(NamedTuple):
    """Whole days of a year's calendar, both inclusive.

    ``key`` names the event within a workspace and stays the same whatever becomes of it: its day, its words, its state.
    """

    key: str
    year: int
    first: date
    last: date
    subject: Subject


def events_of(
    config: Config,
    status: Status,
    meetings: Mapping[int, Mapping[str, Meeting]],
    chosen: Collection[str] = (),
) -> tuple[Event, ...]:
    """Return the events of the years that a status shows, by day.

    Args:
        config: the workspace.
        status: where the years stand; of the chosen themes, where some are chosen.
        meetings: by year and by the name of their file.
        chosen: the slugs of the chosen themes. Their events have keys of their own, so that calendars of single themes
            and the calendar of all do not overwrite each other's events.
    """
    found: list[Event] = []
    for year in (shown.year for shown in status.years):
        steps = [step for step in status.steps if step.year == year]
        found += (_step(step) for step in steps)
        found += _meetings(config, year, meetings.get(year, {}), steps, chosen)
        found += _quarter_ends(year, [one for one in status.activities if one.year == year])
    if chosen:
        ending = ".".join(sorted(chosen))
        found = [event._replace(key=f"{event.key}.{ending}") for event in found]
    return tuple(sorted(found, key=lambda event: (event.first, event.key)))


def _step(step: StepStatus) -> Event:
    return Event(f"step.{step.year}.{step.id}", step.year, step.from_, step.until, step)


def _meetings(
    config: Config,
    year: int,
    meetings: Mapping[str, Meeting],
    steps: Iterable[StepStatus],
    chosen: Collection[str],
) -> Iterator[Event]:
    titles = {step.id: step.title for step in steps}
    for name, record in meetings.items():
        meeting = with_slugs(record, config.themes_of(year))
        if chosen and meeting.themes and not set(chosen) & set(meeting.themes):
            continue
        held = MeetingDay(titles.get(meeting.step, meeting.step), meeting)
        yield Event(f"meeting.{year}.{name}", year, meeting.date, meeting.date, held)
        if meeting.papers_due:
            due = meeting.papers_due
            yield Event(f"papers.{year}.{name}", year, due, due, held._replace(papers=True))


def _quarter_ends(year: int, activities: Iterable[ActivityStatus]) -> Iterator[Event]:
    """Yield an event for each quarter and owner with work that ends then, also when all of it is settled.

    Were such an event left out, one imported earlier would stay in people's calendars with what was open then.
    """

    def key(one: ActivityStatus) -> tuple[int, str]:
        return one.quarters[-1] if one.quarters else LAST_QUARTER, one.owner or ""

    for (quarter, owner), same in groupby(sorted(activities, key=key), key=key):
        last = work_window((quarter,), year).last
        subject = QuarterEnd(quarter, owner or None, tuple(same))
        yield Event(f"quarter.{year}.q{quarter}.{owner or '-'}", year, last, last, subject)
