"""What a party or a person owes and by when: activities, decisions of meetings, steps of the cycle."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from handleplan.failure import Failure
from handleplan.model.config import Config
from handleplan.progress import ActivityStatus
from handleplan.spelling import nearest
from handleplan.status import OPEN_STATES, Status, StepStatus


class Debt(NamedTuple):
    """One thing that somebody owes.

    ``by`` is its last day, ``None`` where it has none; ``owner`` is the party or person that is named; ``themes`` is
    empty where it is for all. ``state`` is the status of an activity (``None``: not reported), of a step its state,
    ``open`` of a decision; ``text`` is that of an activity or a decision, of a step its title, ``id`` that of an
    activity or a step; ``source`` is the meeting a decision comes from, and ``held`` its day. A paper is what a step
    for which nobody is responsible needs, a stage or ``status-report``: the owner of the plan owes it.
    """

    kind: Literal["activity", "decision", "step", "paper"]
    year: int
    themes: tuple[str, ...]
    owner: str
    by: date | None
    text: str
    state: str | None
    id: str | None = None
    source: str | None = None
    held: date | None = None
    paper: str | None = None


class Owed(NamedTuple):
    """What an owner owes, the nearest day first and what has none last.

    A party answers for its people, so theirs is among it; a person for what bears his or her name: ``party`` is the
    person's own, and ``of_party`` counts what that one owes beyond it.
    """

    owner: str
    name: str
    debts: tuple[Debt, ...]
    party: str | None = None
    of_party: int = 0


def owed_by(config: Config, status: Status, word: str) -> Owed:
    """Return what a party or a person owes on a day.

    Args:
        config: the workspace, which knows parties and people.
        status: where the years stand on the day.
        word: a party's id or a person's initials, exactly.

    Raises:
        Failure: ``unknown-owner``: there is no such party and no such person.
    """
    parties = {party.id: party.name for party in config.parties}
    people = {one.initials: one for one in config.people}
    if word in parties:
        staff = {one.initials for one in config.people if one.party == word}
        return Owed(word, parties[word], _debts(status, {word, *staff}))
    if word not in people:
        known = [*parties, *people]
        near = nearest(word, known)
        raise Failure("unknown-owner", owner=word, nearest=near or "", expected=known)
    person = people[word]
    own = _debts(status, {word})
    beyond = _debts(status, {person.party}) if person.party in parties else ()
    return Owed(word, person.name, own, person.party if beyond else None, len(beyond))


def _debts(status: Status, owners: Collection[str | None]) -> tuple[Debt, ...]:
    found = [*_steps(status, owners), *_decisions(status, owners), *_activities(status.activities, owners)]
    return tuple(sorted(found, key=lambda debt: debt.by or date.max))


def _steps(status: Status, owners: Collection[str | None]) -> Iterator[Debt]:
    """Yield the steps that are not done, and the papers of those for which nobody is responsible."""
    plan_owners = {year.year: year.owners for year in status.years}
    for step in status.steps:
        if step.responsible is None:
            mine = {theme: one for theme, one in plan_owners[step.year].items() if one in owners}
            yield from _papers(step, mine)
        elif step.responsible in owners:
            yield from _step(step, step.responsible)


def _papers(step: StepStatus, plan_owners: Mapping[str, str]) -> Iterator[Debt]:
    for theme, owner in plan_owners.items():
        found = step.themes.get(theme)
        if found and found.missing:
            for debt in _step(step._replace(themes={theme: found}), owner):
                yield debt._replace(kind="paper", themes=(theme,), paper=step.needs)


def _step(step: StepStatus, owner: str) -> Iterator[Debt]:
    """Yield a debt for each state and last day that the themes of a step have."""
    for state in OPEN_STATES:
        days = {theme: found.last for theme, found in step.in_state(state).items()}
        for day in sorted(set(days.values())):
            themes = tuple(theme for theme, last in days.items() if last == day)
            meant = () if len(themes) == len(step.themes) else themes
            yield Debt("step", step.year, meant, owner, day, step.title, state, step.id)


def _decisions(status: Status, owners: Collection[str | None]) -> Iterator[Debt]:
    for one in status.decisions:
        if one.open and one.owner is not None and one.owner in owners:
            yield Debt(
                "decision", one.year, one.themes, one.owner, one.due, one.text, one.state,
                source=one.title, held=one.held,
            )  # fmt: skip


def _activities(activities: Collection[ActivityStatus], owners: Collection[str | None]) -> Iterator[Debt]:
    """Yield the activities that are not settled; without quarters they run all year and have no last day."""
    for one in activities:
        if one.owner is not None and one.owner in owners and not one.settled:
            by = one.ends if one.quarters else None
            yield Debt("activity", one.year, (one.theme,), one.owner, by, one.text, one.status, one.id)
