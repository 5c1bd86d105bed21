"""How far the work of a year is on a day: every activity with its latest reported status, and whether it is late."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from handleplan.cycle import work_window
from handleplan.model.plan import FocusArea, Kind
from handleplan.steps import YearData

# With one of these an activity is out of its schedule's reach.
SETTLED = frozenset({"done", "dropped", "carried_over"})


class ActivityStatus(NamedTuple):
    """An activity with its latest reported status and the round that reports it; ``None`` where nothing is reported.

    ``area`` is its focus area's id (the title where it has none), a focus area's own where it stands as one;
    ``reported`` is the day of the report, ``begins`` and ``ends`` are the first and the last day of its quarters, of
    the year where it has none.
    """

    year: int
    theme: str
    id: str | None
    kind: Kind
    area: str | None
    text: str
    quarters: tuple[int, ...]
    owner: str | None
    status: str | None
    round: str | None
    late: bool
    reported: date | None
    begins: date
    ends: date

    @property
    def settled(self) -> bool:
        """Whether nothing more is to be done about it this year."""
        return self.status in SETTLED


def activities_of(data: YearData, as_of: date, chosen: Collection[str] = ()) -> Iterator[ActivityStatus]:
    """Yield the activities of a year's plans in the papers' order, of the chosen themes alone where some are chosen."""
    for theme, plan in data.plans.items():
        if chosen and theme not in chosen:
            continue
        latest = _latest(data, theme, as_of)
        for placed in plan.activities():
            entry = placed.entry
            status, reported_in, reported = latest.get(entry.id, (None, None, None))
            window = work_window(entry.quarters, data.year)
            yield ActivityStatus(
                year=data.year,
                theme=theme,
                id=entry.id,
                kind=placed.kind,
                area=_area_name(placed.area),
                text=placed.text,
                quarters=entry.quarters,
                owner=plan.owner_of(placed),
                status=status,
                round=reported_in,
                late=bool(entry.quarters) and as_of >= window.end and status not in SETTLED,
                reported=reported,
                begins=window.first,
                ends=window.last,
            )


def unreported(activities: Collection[ActivityStatus], as_of: date) -> Iterator[ActivityStatus]:
    """Yield the activities that have begun by a day and are still open, but for core activities, of which nothing new is known.

    That is those that were never reported, and those whose status is older than their theme's newest one.
    """
    newest: dict[tuple[int, str], date] = {}
    for one in activities:
        if one.reported:
            key = one.year, one.theme
            newest[key] = max(one.reported, newest.get(key, one.reported))
    for one in activities:
        old = one.reported is None or one.reported < newest[one.year, one.theme]
        if old and one.begins <= as_of and not one.settled and one.kind != "core_activity":
            yield one


def _area_name(area: FocusArea | None) -> str | None:
    return (area.id or area.title) if area else None


def _latest(data: YearData, theme: str, as_of: date) -> dict[str | None, tuple[str, str, date]]:
    """Return by activity id the newest status reported by a day, with the name of its round and its day."""
    given = [(report.date, name, report) for name, _, report in data.reports_on(theme)]
    latest: dict[str | None, tuple[str, str, date]] = {}
    for day, name, report in sorted(given, key=lambda item: item[:2]):
        for key, entry in report.activities.items():
            if day <= as_of and entry.status is not None:
                latest[key] = entry.status, name, day
    return latest
