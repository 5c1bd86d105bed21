"""Where the years stand on a day: stages, cycle steps per theme, activities, decisions, what comes next."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from handleplan.decisions import DecisionStatus, decisions_of
from handleplan.missing import Ahead, Missing, YearItem
from handleplan.model.config import Config
from handleplan.progress import SETTLED, ActivityStatus, activities_of
from handleplan.steps import OPEN_STATES, Reported, StepStatus, YearData, steps_ahead, steps_of, themes_of

__all__ = [
    "OPEN_STATES", "SETTLED", "ActivityStatus", "DecisionStatus", "Reported", "Status", "StepStatus", "YearData", "YearStatus",
    "build_status", "is_overdue",
]  # fmt: skip


class YearStatus(NamedTuple):
    """A year that is shown: its agreement's title if one covers it, names of its themes and stages of its plans.

    The mappings are by theme slug, in the papers' order; a theme without a plan has no stage, a draft has reached it
    on no day. ``rounds`` has the newest report on a theme by the day: its round and its date; ``owners``
    those of the plans that name one.
    """

    year: int
    agreement: str | None
    themes: Mapping[str, str]
    stages: Mapping[str, str]
    reached: Mapping[str, date]
    rounds: Mapping[str, tuple[str, date]]
    owners: Mapping[str, str]


class Status(NamedTuple):
    """Where the shown years stand.

    ``next`` holds the steps that are due, else the first ones to come, ``overdue`` and ``unrecorded`` those that are so;
    each has only the themes it stands like that for, and what is missing for them. ``loose`` is what is left to note. ``decisions`` are those of the
    shown years, and the open ones of the years before. ``names`` has the name of every theme of a year, chosen or not,
    for the shown years and the one after them.
    """

    as_of: date
    years: tuple[YearStatus, ...]
    steps: tuple[StepStatus, ...]
    activities: tuple[ActivityStatus, ...]
    decisions: tuple[DecisionStatus, ...]
    overdue: tuple[Ahead, ...]
    unrecorded: tuple[Ahead, ...]
    next: tuple[Ahead, ...]
    loose: tuple[YearItem, ...]
    names: Mapping[int, Mapping[str, str]]


class Around(NamedTuple):
    """What status needs to know of years that are not shown: the one after them, those before, all that have plans."""

    after: YearData | None = None
    before: tuple[YearData, ...] = ()
    planned: tuple[int, ...] = ()


def build_status(
    config: Config,
    years: Iterable[YearData],
    as_of: date,
    *,
    chosen: Collection[str] = (),
    around: Around | None = None,
) -> Status:
    """Say where years stand on a day.

    Args:
        config: the workspace's agreements: each year has the cycle and the themes of its own.
        years: what there is for each year to show, rising; see :func:`handleplan.cycle.shown_years`.
        as_of: the day; stages, reports and meetings of later days are still to come.
        chosen: slugs of the themes to speak of, in the years that have any of them; none means all.
        around: the other years, as far as they matter.
    """
    shown = tuple(data for data in years if not chosen or _names(config, data).keys() & set(chosen))
    around = around or Around(planned=tuple(data.year for data in shown if data.plans))
    steps = tuple(step for data in shown for step in steps_of(config, data, as_of, chosen))
    after = around.after or YearData(shown[-1].year + 1 if shown else as_of.year)
    coming = steps_ahead(config, steps, after, as_of, chosen) if shown else ()
    missing = Missing(config, (*shown, after), around.planned, as_of)
    earlier = (one for data in around.before for one in decisions_of(config, data, as_of, chosen) if one.open)
    return Status(
        as_of=as_of,
        years=tuple(_year(config, data, as_of, chosen) for data in shown),
        steps=steps,
        activities=tuple(one for data in shown for one in activities_of(data, as_of, chosen)),
        decisions=(
            *earlier,
            *(one for data in shown for one in decisions_of(config, data, as_of, chosen)),
        ),
        overdue=missing.of_steps(_standing(steps, "overdue")),
        unrecorded=missing.of_steps(_standing(steps, "not_recorded")),
        next=missing.of_steps(_standing(coming, "due") or _standing(coming, "upcoming")),
        loose=tuple(one for data in shown for one in missing.of_year(data.year, steps)),
        names={data.year: _names(config, data) for data in (*shown, after)},
    )


def is_overdue(status: Status) -> bool:
    """Tell whether a step is overdue for some theme."""
    return any(step.in_state("overdue") for step in status.steps)


def _standing(steps: Iterable[StepStatus], state: str) -> tuple[StepStatus, ...]:
    """Return the steps that stand in a state for some theme, each with those themes alone."""
    return tuple(step._replace(themes=themes) for step in steps if (themes := step.in_state(state)))


def _names(config: Config, data: YearData) -> dict[str, str]:
    """Name the themes of a year: its agreement's, then those that only a plan knows."""
    agreement = config.agreement_of(data.year)
    known = {theme.slug: theme.name for theme in config.themes_of(data.year)}
    slugs = (*(themes_of(agreement, ()) if agreement else ()), *data.plans)
    return {slug: known.get(slug, slug) for slug in slugs}


def _year(config: Config, data: YearData, as_of: date, chosen: Collection[str]) -> YearStatus:
    agreement = config.agreement_of(data.year)
    names = {slug: name for slug, name in _names(config, data).items() if not chosen or slug in chosen}
    stages = {slug: data.plans[slug].stages.reached(as_of) for slug in names if slug in data.plans}
    reached = {slug: getattr(data.plans[slug].stages, stage, None) for slug, stage in stages.items()}
    rounds = {slug: _newest_round(data, slug, as_of) for slug in names}
    return YearStatus(
        year=data.year,
        agreement=agreement.title if agreement else None,
        themes=names,
        stages=stages,
        reached={slug: day for slug, day in reached.items() if day},
        rounds={slug: newest for slug, newest in rounds.items() if newest},
        owners={slug: owner for slug in stages if (owner := data.plans[slug].owner)},
    )


def _newest_round(data: YearData, theme: str, as_of: date) -> tuple[str, date] | None:
    """Return the round and the date of the newest report on a theme by a day."""
    given = ((report.date, name) for name, _, report in data.reports_on(theme) if report.date <= as_of)
    newest = max(given, default=None)
    return (newest[1], newest[0]) if newest else None
