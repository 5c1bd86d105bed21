"""The year's wheel as a picture's data: the steps of the cycle on a circle of months, and today's hand."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from handleplan.cycle import step_window
from handleplan.formats.dates import date_in_words, period_in_words
from handleplan.locale import Texts
from handleplan.model.config import Step
from handleplan.model.values import MONTHS
from handleplan.report.prose import Prose, plain
from handleplan.report.view import Cell, Picture, Table, Wheel, WheelStep


def make_wheel(cycle: Sequence[Step], year: int, texts: Texts, today: date | None = None) -> Picture:
    """Make the wheel of a year's cycle.

    Args:
        cycle: the steps.
        year: the plan year; its cycle may begin in the year before.
        texts: the language.
        today: where the hand points; a wheel that is to be read all year has none.
    """
    steps = tuple(_step(number, step, year, texts) for number, step in enumerate(cycle, 1))
    written = date_in_words(today, texts.language) if today else None
    wheel = Wheel(
        year=year,
        months=tuple(name[:3].lower() for name in MONTHS[texts.language]),
        steps=steps,
        hand=_place(today) if today else None,
        today=texts.message("report.today", date=written) if written else None,
    )
    description = texts.count("report.wheel.description", len(steps))
    return Picture(
        kind="wheel",
        anchor="paper_wheel",
        title=texts.message("report.wheel.title", year=year),
        description=" ".join(filter(None, (description, f"{wheel.today}." if wheel.today else None))),
        data=wheel,
        table=_table(steps, texts),
    )


def _step(number: int, step: Step, year: int, texts: Texts) -> WheelStep:
    window = step_window(step, year)
    title = plain(step.title) if step.title else Prose(step.text).visible if step.text else step.id
    people = [Prose(one).visible for one in step.participants]
    if step.responsible and step.responsible not in people:
        people.insert(0, plain(step.responsible))
    first = _place(window.first) + (window.first.year - year) * 12
    return WheelStep(
        number=number,
        when=period_in_words(window.first, window.last, texts.language),
        title=title,
        parties=", ".join(people),
        first=first,
        last=first + max(_place(window.end) - _place(window.first), 0) + _turns(window.first, window.end),
    )


def _place(day: date) -> float:
    """Return where a day stands on the circle, in months from 1 January."""
    return day.month - 1 + (day.day - 1) / monthrange(day.year, day.month)[1]


def _turns(first: date, end: date) -> float:
    """Return what a stretch of days that runs over the turn of the year adds to its length, in months."""
    return 12.0 + _place(end) - _place(first) if _place(end) <= _place(first) else 0.0


def _table(steps: tuple[WheelStep, ...], texts: Texts) -> Table:
    heads = (
        texts.message("report.number"),
        plain(texts.label("step")),
        texts.message("report.when"),
        texts.message("report.parties"),
    )
    rows = tuple(
        (Cell(str(step.number)), Cell(step.title), Cell(step.when), Cell(step.parties)) for step in steps
    )
    return Table(None, heads, rows, row_head=1, numeric=(0,))
