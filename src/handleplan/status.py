"""Where the years stand on a day: cycle steps per theme, activities with their latest status, what comes next."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from handleplan.cycle import Standing, live_window, standing, step_window, work_window
from handleplan.model.config import Config, Step, Theme
from handleplan.model.meeting import Meeting
from handleplan.model.plan import FocusArea, Kind, Plan
from handleplan.model.status import StatusReport
from handleplan.themes import find_theme

# The round ("2022-06"), the theme's slug, and the report.
Reported: TypeAlias = tuple[str, str, StatusReport]

# With one of these an activity is out of its schedule's reach.
SETTLED = frozenset({"done", "dropped", "carried_over"})


class YearData(NamedTuple):
    """What a workspace holds for one year; plans by their theme's slug, in the papers' order."""

    year: int
    plans: Mapping[str, Plan] = MappingProxyType({})
    reports: tuple[Reported, ...] = ()
    meetings: tuple[Meeting, ...] = ()


class YearStatus(NamedTuple):
    """A year that is shown: its agreement's title if one covers it, names of its themes and stages of its plans.

    The mappings are by theme slug, in the papers' order; a theme without a plan has no stage, a draft has reached it
    on no day.
    """

    year: int
    agreement: str | None
    themes: Mapping[str, str]
    stages: Mapping[str, str]
    reached: Mapping[str, date]


class StepStatus(NamedTuple):
    """A step of a year's cycle; ``until`` is its last day, for the theme whose planned meeting is the latest.

    ``title`` is the step's id where it has no title.
    """

    year: int
    id: str
    title: str
    responsible: str | None
    needs: str | None
    from_: date
    until: date
    themes: Mapping[str, Standing]


class ActivityStatus(NamedTuple):
    """An activity with its latest reported status and the round that reports it; ``None`` where nothing is reported.

    ``area`` is its focus area's id (the title where it has none), a focus area's own where it stands as one.
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


class Status(NamedTuple):
    """Where the shown years stand; ``next`` holds the steps that are due, else the first ones to come."""

    as_of: date
    years: tuple[YearStatus, ...]
    steps: tuple[StepStatus, ...]
    activities: tuple[ActivityStatus, ...]
    next: tuple[StepStatus, ...]


def build_status(config: Config, years: Iterable[YearData], as_of: date) -> Status:
    """Say where years stand on a day.

    Args:
        config: the workspace's agreements: each year has the cycle and the themes of its own.
        years: what there is for each year to show, rising; see :func:`handleplan.cycle.shown_years`.
        as_of: the day; stages, reports and meetings of later days are still to come.
    """
    shown = tuple(years)
    steps = tuple(step for data in shown for step in _steps(config, data, as_of))
    return Status(
        as_of=as_of,
        years=tuple(_year(config, data, as_of) for data in shown),
        steps=steps,
        activities=tuple(activity for data in shown for activity in _activities(data, as_of)),
        next=_next(steps) or _next(_steps_beyond(config, shown, as_of)),
    )


def is_overdue(status: Status) -> bool:
    """Tell whether a step is overdue for some theme."""
    return any(s.state == "overdue" for step in status.steps for s in step.themes.values())


def _year(config: Config, data: YearData, as_of: date) -> YearStatus:
    agreement = config.agreement_of(data.year)
    known = {theme.slug: theme.name for theme in config.themes_of(data.year)}
    slugs = (*(theme.slug for theme in agreement.themes), *data.plans) if agreement else tuple(data.plans)
    stages = {slug: data.plans[slug].stages.reached(as_of) for slug in slugs if slug in data.plans}
    reached = {slug: getattr(data.plans[slug].stages, stage, None) for slug, stage in stages.items()}
    return YearStatus(
        year=data.year,
        agreement=agreement.title if agreement else None,
        themes={slug: known.get(slug, slug) for slug in slugs},
        stages=stages,
        reached={slug: day for slug, day in reached.items() if day},
    )


def _steps(config: Config, data: YearData, as_of: date) -> tuple[StepStatus, ...]:
    agreement = config.agreement_of(data.year)
    if agreement is None:
        return ()
    meetings = tuple(_with_slugs(meeting, agreement.themes) for meeting in data.meetings)
    themes = tuple(theme.slug for theme in agreement.themes)
    return tuple(_step(step, themes, data._replace(meetings=meetings), as_of) for step in agreement.cycle)


def _with_slugs(meeting: Meeting, themes: tuple[Theme, ...]) -> Meeting:
    """Name a meeting's themes by their slugs, whichever spelling its record has."""
    found = {word: find_theme(word, themes) for word in meeting.themes}
    slugs = tuple(theme.slug if theme else word for word, theme in found.items())
    return meeting.model_copy(update={"themes": slugs})


def _steps_beyond(config: Config, shown: tuple[YearData, ...], as_of: date) -> tuple[StepStatus, ...]:
    """Return the steps of the year after the shown ones while all of them are to come, so that no data matter."""
    if not shown:
        return ()
    year = shown[-1].year + 1
    window = live_window(config, year)
    return _steps(config, YearData(year), as_of) if window and as_of < window.first else ()


def _step(step: Step, themes: tuple[str, ...], data: YearData, as_of: date) -> StepStatus:
    standings = {
        theme: standing(
            step,
            data.year,
            theme,
            plan=data.plans.get(theme),
            reports=tuple(report for _, slug, report in data.reports if slug == theme),
            meetings=data.meetings,
            as_of=as_of,
        )
        for theme in themes
    }
    return StepStatus(
        year=data.year,
        id=step.id,
        title=step.title or step.id,
        responsible=step.responsible,
        needs=step.needs,
        from_=step_window(step, data.year).first,
        until=max(s.last for s in standings.values()),
        themes=standings,
    )


def _next(steps: tuple[StepStatus, ...]) -> tuple[StepStatus, ...]:
    """Pick the steps that are due for some theme, the first to end first; else the first ones to come."""
    due = [step for step in steps if _has(step, "due")]
    if due:
        return tuple(sorted(due, key=_first_end))
    coming = [step for step in steps if _has(step, "upcoming")]
    first = min((step.from_ for step in coming), default=None)
    return tuple(step for step in coming if step.from_ == first)


def _first_end(step: StepStatus) -> date:
    """Return the first day on which a step that is due ends for some theme."""
    return min(s.last for s in step.themes.values() if s.state == "due")


def _has(step: StepStatus, state: str) -> bool:
    return any(s.state == state for s in step.themes.values())


def _activities(data: YearData, as_of: date) -> Iterator[ActivityStatus]:
    for theme, plan in data.plans.items():
        latest = _latest(data, theme, as_of)
        for placed in plan.activities():
            entry = placed.entry
            status, reported_in = latest.get(entry.id, (None, None))
            ended = as_of >= work_window(entry.quarters, data.year).end
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
                late=bool(entry.quarters) and ended and status not in SETTLED,
            )


def _area_name(area: FocusArea | None) -> str | None:
    return (area.id or area.title) if area else None


def _latest(data: YearData, theme: str, as_of: date) -> dict[str | None, tuple[str, str]]:
    """Return by activity id the newest status reported by a day, with the name of its round."""
    given = [(report.date, name, report) for name, slug, report in data.reports if slug == theme]
    latest: dict[str | None, tuple[str, str]] = {}
    for day, name, report in sorted(given, key=lambda item: item[:2]):
        for key, entry in report.activities.items():
            if day <= as_of and entry.status is not None:
                latest[key] = entry.status, name
    return latest
