"""Entries of a plan as the paper prints them: goals, activities, actions, annexes and focus areas."""

from collections.abc import Sequence

from handleplan.model.config import Config
from handleplan.model.plan import Activity, FocusArea, Goal, Plan, Work
from handleplan.model.quarters import format_quarters
from handleplan.report.prose import Prose, inline_prose, plain
from handleplan.report.view import Area, Entry, GoalReference, Responsible


def inline(text: str | None) -> Prose | None:
    """Make inline prose of a text that may be missing."""
    return None if text is None else inline_prose(text)


def block(text: str | None) -> Prose | None:
    """Make block prose of a text that may be missing."""
    return None if text is None else Prose(text, block=True)


def responsible(owner: str | None, config: Config) -> Responsible | None:
    """Tell readers who an owner is: ``Regional Udvikling (RU)``; one the workspace does not know by the word used."""
    if owner is None:
        return None
    name = plain(config.names.get(owner, owner))
    short = plain(owner)
    return Responsible(short, name if name == short else f"{name} ({short})")


class EntryMaker:
    """Makes the entries of one plan; an anchor is given once, to the first who asks."""

    def __init__(self, config: Config, plan: Plan, prefix: str) -> None:
        self.config = config
        self.plan = plan
        self.prefix = prefix
        self._anchors: set[str] = set()
        self._numbers: dict[str, int] = {}
        for number, goal in enumerate(plan.goals, 1):
            if goal.id is not None:
                self._numbers.setdefault(goal.id, number)

    def goal(self, goal: Goal) -> Entry:
        """Make the entry of a goal."""
        return Entry(goal.id, self._anchor(goal.id), None, inline(goal.text))

    def work(self, work: Work, inherited: str | None) -> Entry:
        """Make the entry of planned work; its owner is told where it is not the inherited one."""
        return Entry(
            id=work.id,
            anchor=self._anchor(work.id),
            title=None if work.title is None else plain(work.title),
            text=inline(work.text),
            quarters=work.quarters,
            schedule=format_quarters(work.quarters) or None,
            owner=None if work.owner == inherited else responsible(work.owner, self.config),
            partners=tuple(map(Prose, work.partners)),
            goals=tuple(map(self._reference, work.goals)),
            continues=tuple(map(plain, work.continues)),
            note=inline(work.note),
        )

    def activities(self, activities: Sequence[Activity], inherited: str | None) -> tuple[Entry, ...]:
        """Make the entries of a list of planned work."""
        return tuple(self.work(activity, inherited) for activity in activities)

    def area(self, area: FocusArea) -> Area:
        """Make a focus area with its activities."""
        activities = self.activities(area.activities, area.owner or self.plan.owner)
        return Area(self.work(area, self.plan.owner), block(area.objective), activities)

    def _anchor(self, entry_id: str | None) -> str | None:
        if entry_id is None or entry_id in self._anchors:
            return None
        self._anchors.add(entry_id)
        return f"{self.prefix}.{entry_id}"

    def _reference(self, goal: str) -> GoalReference:
        number = self._numbers.get(goal)
        return GoalReference(plain(goal), number, None if number is None else f"{self.prefix}.{goal}")
