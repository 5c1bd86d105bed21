"""Which year, round and day a command means: what it is told, else what the calendar suggests."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from handleplan.cycle import Window, live_window, live_years, step_window, step_year, theme_window
from handleplan.failure import Failure
from handleplan.model.config import Config, Step
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.values import STAGES
from handleplan.spelling import nearest

_ROUND = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_JANUARY = "01"
_SATURDAY = 5
# A meeting this near is what a round is for.
_SOON = timedelta(days=31)
# How long before a meeting its papers are to be there.
PAPERS_BEFORE = timedelta(days=7)


class StepOf(NamedTuple):
    """A step of the cycle in one year."""

    step: Step
    year: int


def round_of(day: date) -> str:
    """Return the round that a day lies in."""
    return f"{day.year:04}-{day.month:02}"


def default_round(config: Config, as_of: date) -> str:
    """Return the round somebody means who names none: that of the meeting it is soon to be for, else this month's."""
    steps = [
        step_window(step, year)
        for year in live_years(config, as_of)
        for step in config.cycle_of(year)
        if step.needs == "status-report"
    ]
    near = [window for window in steps if as_of < window.first <= as_of + _SOON]
    return round_of(min((window.first for window in near), default=as_of))


def round_year(
    text: str, planned: Collection[int], given: int | None, is_closed: Callable[[int], bool] = lambda _: False
) -> int:
    """Return the year a round belongs to: its own; in January the one before it, as long as that is not closed.

    Args:
        text: the round.
        planned: the years that have plans.
        given: the year that is asked for, if any.
        is_closed: tells whether all plans of a year are closed; only asked where it matters.

    Raises:
        Failure: it is no round, or not one of the given year, or the year has no plans.
    """
    match = _ROUND.fullmatch(text)
    if match is None:
        raise Failure("bad-round", value=text)
    own = int(match[1])
    allowed = (own - 1, own) if match[2] == _JANUARY else (own,)
    if given is not None and given not in allowed:
        raise Failure("round-outside-year", round=text, year=given)
    years = (given,) if given is not None else allowed
    found = [year for year in years if year in planned]
    if not found:
        raise Failure("no-plans-in-year", year=years[-1], expected=sorted(planned))
    return found[-1] if len(found) > 1 and is_closed(found[0]) else found[0]


def report_date(text: str, as_of: date, theme: str, meetings: Iterable[Meeting]) -> date:
    """Return the date of a report in a round: today in its month, else the day the papers are due, else an end of it."""
    first = date.fromisoformat(f"{text}-01")
    days = Window(first, (first + timedelta(days=31)).replace(day=1))
    if as_of in days:
        return as_of
    due = [m.papers_due for m in meetings if m.papers_due and (not m.themes or theme in m.themes)]
    if as_of < first:
        return next((day for day in due if day in days), days.first)
    return days.last


def step_for_report(config: Config, year: int, theme: str, day: date, meetings: Collection[Meeting]) -> str:
    """Return the step that needs a status report and whose days a day lies in, nothing without one."""
    for step in config.cycle_of(year):
        if step.needs == "status-report" and day in theme_window(step, year, theme, meetings):
            return step.id
    return ""


def find_step(config: Config, word: str, day: date, given: int | None) -> StepOf:
    """Return the step that a word names, in the given year or the live one whose window is nearest to a day.

    Raises:
        Failure: no cycle has it, or no agreement covers the year.
    """
    years = (given,) if given is not None else live_years(config, day)
    if not years or (given is not None and config.agreement_of(given) is None):
        raise Failure("no-agreement", year=given if given is not None else day.year)
    year = given if given is not None else step_year(config, word.casefold(), day)
    found = [one for one in config.cycle_of(year) if one.id == word.casefold()] if year is not None else []
    if not found or year is None:
        known = list(dict.fromkeys(step.id for one in years for step in config.cycle_of(one)))
        raise Failure("unknown-step", step=word, nearest=nearest(word, known) or "", expected=known)
    return StepOf(found[0], year)


def meeting_date(step: StepOf, as_of: date) -> date:
    """Return a day to suggest for a meeting: the last weekday of its window.

    Raises:
        Failure: the window is over, so that only people know when the meeting was.
    """
    window = step_window(*step)
    if as_of > window.last:
        raise Failure("date-needed", step=step.step.id, year=step.year)
    day = window.last
    while day.weekday() >= _SATURDAY and day > max(as_of, window.first):
        day -= timedelta(days=1)
    return day


def refuse_other_days(config: Config, year: int, day: date, *, closing: bool = False) -> None:
    """Refuse a day outside a year's cycle, which reaches from its first step to the January after; closing may take longer.

    Raises:
        Failure: it lies outside.
    """
    window = live_window(config, year) or Window(date(year, 1, 1), date(year + 1, 2, 1))
    if closing:
        window = Window(window.first, date(year + 2, 1, 1))
    if day not in window:
        raise Failure("date-outside-year", date=day, year=year, first=window.first, last=window.last)


def year_for_stage(plans: dict[int, Plan], stage: str, day: date) -> int:
    """Return the year whose plan reaches a stage on a day: the one that has come as far as the stage before it.

    Args:
        plans: the theme's plans by year, at least one.
        stage: the stage.
        day: the day.
    """
    before = STAGES[STAGES.index(stage) - 1]
    live = [year for year in (day.year, day.year + 1, day.year - 1) if year in plans]
    fitting = [year for year in live if plans[year].stages.reached() == before]
    return (fitting or live or [max(plans)])[0]


def year_to_write(plans: dict[int, Plan], day: date) -> int:
    """Return the year whose plan somebody adds to: one that is not agreed, this year's first, else this year's."""
    live = [year for year in (day.year, day.year + 1) if year in plans]
    open_ = [year for year in live if plans[year].stages.reached() in ("draft", "proposed")]
    return (open_ or live or [max(plans)])[0]
