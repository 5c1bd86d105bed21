"""The year's wheel as a pure calendar: windows of steps, live years, begun work, and how a step stands for a theme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from handleplan.model.values import STAGES

if TYPE_CHECKING:  # only named here: who asks about a year has loaded the models of the files it has
    from collections.abc import Iterable, Iterator

    from handleplan.model.config import Config, Step
    from handleplan.model.meeting import Meeting
    from handleplan.model.plan import Placed, Plan
    from handleplan.model.status import StatusReport

State: TypeAlias = Literal["done", "due", "overdue", "not_recorded", "upcoming"]

DAY = timedelta(days=1)
DECEMBER = 12
MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, at least one, from ``first`` up to but not including ``end``."""

    first: date
    end: date

    @property
    def last(self) -> date:
        """The last day, inclusive: what people and JSON are told."""
        return self.end - DAY

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end

    def distance(self, day: date) -> int:
        """Return how many days lie between the window and a day: 0 inside, else to its first or since its last."""
        return max((self.first - day).days, (day - self.last).days, 0)


def day_after(day: date) -> date:
    """Return the next day; of the last day that there is, that day itself."""
    return day + DAY if day < date.max else day


class Standing(NamedTuple):
    """How a step stands for one theme on one day.

    ``held`` is the day of the meeting, ``planned`` that of a meeting still to come; ``days`` counts to the window's
    first day when upcoming, to its last when due, since it when overdue or not recorded, and is ``None`` when done.
    ``missing`` tells that the papers the step needs are not there. ``last`` is the theme's own last day, which a
    planned later meeting moves.
    """

    state: State
    held: date | None
    days: int | None
    planned: date | None
    missing: bool
    last: date


def step_window(step: Step, year: int) -> Window:
    """Return the days of a step in the cycle of a plan year, meetings left aside.

    29 February, in a common year, is 1 March as a first day and 28 February as a last one; where a window would hold
    nothing but that day it is 1 March.
    """
    base = year - 1 if step.of == "previous-year" else year
    if step.month is not None:
        return Window(date(base, step.month, 1), _month_after(base, step.month))
    assert step.from_ is not None
    assert step.until is not None
    first = _first_day(base, *step.from_)
    end = _day_after(base if step.until >= step.from_ else base + 1, *step.until)
    return Window(first, max(end, first + DAY))


def theme_window(step: Step, year: int, theme: str, meetings: Iterable[Meeting]) -> Window:
    """Return a step's days for one theme: up to its meeting where the first one on record comes after the window.

    It stays that long once the meeting was held, so that a status report written for it keeps counting.
    """
    window = step_window(step, year)
    first = min(_meeting_days(step, theme, meetings), default=window.first)
    return Window(window.first, max(window.end, day_after(first)))


def work_window(quarters: tuple[int, ...], year: int) -> Window:
    """Return the days of planned work: its first quarter to its last, the whole year where it has none."""
    first, last = (quarters[0], quarters[-1]) if quarters else (1, 4)
    month = (first - 1) * MONTHS_OF_QUARTER + 1
    return Window(date(year, month, 1), _month_after(year, last * MONTHS_OF_QUARTER))


def begun(plan: Plan, day: date) -> Iterator[Placed]:
    """Yield the activities of a plan that have begun by a day, in the paper's order."""
    for placed in plan.activities():
        if work_window(placed.entry.quarters, plan.year).first <= day:
            yield placed


def reports_all(plan: Plan, report: StatusReport) -> bool:
    """Tell whether a status report gives every activity it must a status: all begun by its date but core activities.

    An activity without an id cannot be reported on, and so keeps the report from being whole.
    """
    given = {key for key, entry in report.activities.items() if entry.status is not None}
    return all(
        placed.entry.id in given for placed in begun(plan, report.date) if placed.kind != "core_activity"
    )


def is_meant_for(report: StatusReport, step: str, window: Window) -> bool:
    """Tell whether a report is written for a step: it names the step, or names none and lies in its days."""
    return report.meeting == step if report.meeting else report.date in window


def papers_there(
    step: Step, window: Window, plan: Plan | None, reports: Iterable[StatusReport], as_of: date
) -> bool:
    """Tell whether the papers a step needs for a theme are there on a day.

    Args:
        step: the step; without ``needs`` it misses nothing.
        window: the step's days for the theme, in which a report that names no meeting has to lie.
        plan: the theme's plan; where there is none its papers are missing.
        reports: the theme's status reports of the year.
        as_of: the day; stages and reports of later days do not count.
    """
    if step.needs is None:
        return True
    if plan is None:
        return False
    if step.needs != "status-report":
        return STAGES.index(plan.stages.reached(as_of)) >= STAGES.index(step.needs)
    return any(
        report.date <= as_of and is_meant_for(report, step.id, window) and reports_all(plan, report)
        for report in reports
    )


def standing(
    step: Step,
    year: int,
    theme: str,
    *,
    plan: Plan | None,
    reports: Iterable[StatusReport],
    meetings: Iterable[Meeting],
    as_of: date,
) -> Standing:
    """Return how a step of a year's cycle stands for one theme on a day.

    Args:
        step: a step of the cycle of the year's agreement.
        year: the plan year.
        theme: the theme's slug.
        plan: the theme's plan for the year, if there is one.
        reports: the theme's status reports of the year.
        meetings: the year's meetings, of any step and theme.
        as_of: the day.
    """
    meetings = tuple(meetings)
    window = theme_window(step, year, theme, meetings)
    days = _meeting_days(step, theme, meetings)
    held = min((day for day in days if day <= as_of), default=None)
    planned = min(days, default=None) if held is None else None
    there = papers_there(step, window, plan, reports, as_of)
    by_papers = step.done_by == "papers" and step.needs is not None and there
    state = _state(window, as_of, done=held is not None or by_papers, missing=not there)
    count = None if state == "done" else _days(window, as_of)
    return Standing(state, held, count, planned, not there, window.last)


def _state(window: Window, as_of: date, *, done: bool, missing: bool) -> State:
    if done:
        return "done"
    if as_of < window.first:
        return "upcoming"
    if as_of in window:
        return "due"
    return "overdue" if missing else "not_recorded"


def _days(window: Window, as_of: date) -> int:
    return (window.last - as_of).days if as_of in window else window.distance(as_of)


def live_window(config: Config, year: int) -> Window | None:
    """Return the days a year is live, its first step's window to 31 January after it; ``None`` outside agreements."""
    agreement = config.agreement_of(year)
    if agreement is None:
        return None
    first = min((step_window(step, year).first for step in agreement.cycle), default=date(year, 1, 1))
    return Window(first, date(year + 1, 2, 1))


def live_years(config: Config, as_of: date) -> tuple[int, ...]:
    """Return the years that are live on a day and that an agreement covers, rising; two in autumn and January."""
    windows = {year: live_window(config, year) for year in range(as_of.year - 1, as_of.year + 2)}
    return tuple(year for year, window in windows.items() if window and as_of in window)


def shown_years(config: Config, planned: Iterable[int], as_of: date) -> tuple[int, ...]:
    """Return the years ``status`` shows: the live ones, else the latest of the years with plans, else none."""
    return live_years(config, as_of) or tuple(sorted(planned)[-1:])


def step_year(config: Config, step_id: str, as_of: date) -> int | None:
    """Return the year that a command means when it names a step: the live one whose window is nearest.

    Of two that are as near the earlier one; ``None`` where no live year has such a step.
    """
    distances = [
        (step_window(step, year).distance(as_of), year)
        for year in live_years(config, as_of)
        for step in config.cycle_of(year)
        if step.id == step_id
    ]
    return min(distances, default=(0, None))[1]


def round_for(window: Window, year: int, as_of: date) -> str:
    """Return the round (``YYYY-MM``) in which the report for a step is written.

    It is the month of the day where that lies in the step's window, else the window's nearest; always one of the plan
    year or the January after, as a round has to be.
    """
    day = min(max(as_of, window.first), window.last)
    first, last = date(year, 1, 1), date(year + 1, 1, 31)
    return f"{min(max(day, first), last):%Y-%m}"


def final_round(year: int) -> str:
    """Return the round that closes a plan year: that of the January after it."""
    return f"{year + 1:04}-01"


def paper_year(planned: Iterable[int], as_of: date) -> int | None:
    """Return the year ``report`` prints, out of the years with plans.

    It is that of the day if it has plans, else the latest earlier one, else the first; ``None`` without any.
    """
    years = tuple(planned)
    return max((year for year in years if year <= as_of.year), default=min(years, default=None))


def _meeting_days(step: Step, theme: str, meetings: Iterable[Meeting]) -> list[date]:
    """List the days of a step's meetings for a theme, held or planned; a meeting without themes is for all."""
    return [m.date for m in meetings if m.step == step.id and (not m.themes or theme in m.themes)]


def _month_after(year: int, month: int) -> date:
    return date(year + 1, 1, 1) if month == DECEMBER else date(year, month + 1, 1)


def _first_day(year: int, month: int, day: int) -> date:
    """Return a day, counted from the first of its month: 29 February runs over into March in a common year."""
    return date(year, month, 1) + (day - 1) * DAY


def _day_after(year: int, month: int, day: int) -> date:
    """Return the day after a day, which for 29 February is 1 March in every year."""
    return min(date(year, month, 1) + day * DAY, _month_after(year, month))
