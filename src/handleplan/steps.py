"""The steps of a year's cycle on a day: how each stands for each theme, and which of them come next."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from handleplan.cycle import Standing, State, is_meant_for, live_window, standing, step_window, theme_window
from handleplan.model.config import Agreement, Config, Step, Theme
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.themes import find_theme

# The round ("2022-06"), the theme's slug, and the report.
Reported: TypeAlias = tuple[str, str, StatusReport]


# The states of a step that somebody has to do something about, the most pressing first.
OPEN_STATES: tuple[State, ...] = ("overdue", "not_recorded", "due", "upcoming")


class YearData(NamedTuple):
    """What a workspace holds for one year; plans by their theme's slug, in the papers' order."""

    year: int
    plans: Mapping[str, Plan] = MappingProxyType({})
    reports: tuple[Reported, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    def reports_on(self, theme: str) -> tuple[Reported, ...]:
        """Return the status reports on a theme."""
        return tuple(one for one in self.reports if one[1] == theme)

    def newest_report(
        self, step: Step, theme: str, themes: tuple[Theme, ...]
    ) -> tuple[str, StatusReport] | None:
        """Return the newest report on a theme, of any day, that is meant for a step, with its round.

        ``themes`` are the year's, by any spelling of which its meetings may be named.
        """
        meetings = [with_slugs(meeting, themes) for meeting in self.meetings]
        window = theme_window(step, self.year, theme, meetings)
        meant = [(name, one) for name, _, one in self.reports_on(theme) if is_meant_for(one, step.id, window)]
        return max(meant, key=lambda one: (one[1].date, one[0]), default=None)


class StepStatus(NamedTuple):
    """A step of a year's cycle; ``until`` is its last day, for the theme whose planned meeting is the latest.

    ``title`` is the step's id where it has no title.
    """

    year: int
    id: str
    title: str
    text: str | None
    responsible: str | None
    participants: tuple[str, ...]
    needs: str | None
    done_by: str
    from_: date
    until: date
    themes: Mapping[str, Standing]

    def in_state(self, *states: str) -> dict[str, Standing]:
        """Return the themes for which the step is in one of the states."""
        return {theme: found for theme, found in self.themes.items() if found.state in states}


def themes_of(agreement: Agreement, chosen: Collection[str]) -> tuple[str, ...]:
    """Return the slugs of an agreement's themes, of the chosen ones alone where some are chosen."""
    return tuple(theme.slug for theme in agreement.themes if not chosen or theme.slug in chosen)


def steps_of(
    config: Config, data: YearData, as_of: date, chosen: Collection[str] = ()
) -> tuple[StepStatus, ...]:
    """Return the steps of a year in the order of its cycle; none where no agreement covers it or no theme is chosen."""
    agreement = config.agreement_of(data.year)
    themes = themes_of(agreement, chosen) if agreement else ()
    if agreement is None or not themes:
        return ()
    meetings = tuple(with_slugs(meeting, agreement.themes) for meeting in data.meetings)
    return tuple(_step(step, themes, data._replace(meetings=meetings), as_of) for step in agreement.cycle)


def with_slugs(meeting: Meeting, themes: tuple[Theme, ...]) -> Meeting:
    """Name a meeting's themes by their slugs, whichever spelling its record has."""
    found = {word: find_theme(word, themes) for word in meeting.themes}
    slugs = tuple(theme.slug if theme else word for word, theme in found.items())
    return meeting.model_copy(update={"themes": slugs})


def _step(step: Step, themes: tuple[str, ...], data: YearData, as_of: date) -> StepStatus:
    standings = {
        theme: standing(
            step,
            data.year,
            theme,
            plan=data.plans.get(theme),
            reports=tuple(report for _, _, report in data.reports_on(theme)),
            meetings=data.meetings,
            as_of=as_of,
        )
        for theme in themes
    }
    return StepStatus(
        year=data.year,
        id=step.id,
        title=step.title or step.id,
        text=step.text,
        responsible=step.responsible,
        participants=step.participants,
        needs=step.needs,
        done_by=step.done_by,
        from_=step_window(step, data.year).first,
        until=max(s.last for s in standings.values()),
        themes=standings,
    )


def steps_ahead(
    config: Config, steps: tuple[StepStatus, ...], after: YearData, as_of: date, chosen: Collection[str] = ()
) -> tuple[StepStatus, ...]:
    """Pick the steps that come next.

    Args:
        config: the workspace's agreements.
        steps: those of the years that are shown.
        after: the year after them, which is looked at when none of its steps has begun.
        as_of: the day.
        chosen: slugs of themes; none means all.
    """
    window = live_window(config, after.year)
    beyond = steps_of(config, after, as_of, chosen) if window and as_of < window.first else ()
    return _next(steps) or _next(beyond)


def _next(steps: tuple[StepStatus, ...]) -> tuple[StepStatus, ...]:
    """Pick the steps that are due for some theme, the first to end first; else the first ones to come."""
    due = [step for step in steps if step.in_state("due")]
    if due:
        return tuple(sorted(due, key=_first_end))
    coming = [step for step in steps if step.in_state("upcoming")]
    first = min((step.from_ for step in coming), default=None)
    return tuple(step for step in coming if step.from_ == first)


def _first_end(step: StepStatus) -> date:
    """Return the first day on which a step that is due ends for some theme."""
    return min(s.last for s in step.in_state("due").values())
