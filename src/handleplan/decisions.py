"""What meetings have decided by a day, who sees to it and by when."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from handleplan.model.config import Config
from handleplan.steps import YearData, with_slugs


class DecisionStatus(NamedTuple):
    """A decision of a meeting that was held on ``held``; ``themes`` is empty where it is for all, ``due`` inclusive.

    ``step`` is the id of the step the meeting belongs to, ``title`` what that step is called.
    """

    year: int
    step: str
    title: str
    held: date
    themes: tuple[str, ...]
    text: str
    owner: str | None
    due: date | None
    state: str

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something: without owner and day a decision is only to be known."""
        return self.state == "open" and bool(self.owner or self.due)


def decisions_of(
    config: Config, data: YearData, as_of: date, chosen: Collection[str] = ()
) -> Iterator[DecisionStatus]:
    """Yield the decisions of a year's meetings held by a day, by day; those for chosen themes where some are chosen."""
    titles = {step.id: step.title for step in config.cycle_of(data.year)}
    meetings = (with_slugs(meeting, config.themes_of(data.year)) for meeting in data.meetings)
    for meeting in sorted(meetings, key=lambda one: one.date):
        meant = not chosen or not meeting.themes or set(chosen) & set(meeting.themes)
        if meeting.date > as_of or not meant:
            continue
        for decision in meeting.decisions:
            yield DecisionStatus(
                year=data.year,
                step=meeting.step,
                title=titles.get(meeting.step) or meeting.step,
                held=meeting.date,
                themes=meeting.themes,
                text=decision.text,
                owner=decision.owner,
                due=decision.due,
                state=decision.state,
            )
