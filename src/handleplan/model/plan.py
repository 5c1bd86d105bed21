"""A thematic plan, one theme in one year: the file ``2022/sundhed.yaml``."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeAlias

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from handleplan.model.values import (
    STAGES,
    Block,
    Continues,
    Date,
    EntryId,
    Inline,
    Model,
    Plain,
    Quarters,
    Year,
)
from handleplan.problem import Path

Kind: TypeAlias = Literal["core_activity", "activity", "focus_area", "action", "annex"]

# The sections of a plan in the order its paper prints them.
SECTIONS = (
    "background", "purpose", "vision", "goals", "core_activities", "focus_areas", "actions", "governance", "annexes",
)  # fmt: skip


def _text_as_entry(value: Any) -> Any:
    """Let a plain text, or nothing at all, stand for an entry: a draft's short form."""
    if isinstance(value, str):
        return {"text": value}
    return {} if value is None else value


def _title_as_area(value: Any) -> Any:
    if isinstance(value, str):
        return {"title": value}
    return {} if value is None else value


class Goal(Model):
    """What the plan wants to reach; activities refer to it by its id."""

    id: EntryId | None = None
    text: Inline


class Work(Model):
    """What all entries of planned work have in common."""

    id: EntryId | None = None
    title: Plain | None = None
    text: Inline | None = None
    quarters: Quarters = ()
    owner: Plain | None = None
    partners: tuple[Inline, ...] = ()
    goals: tuple[Plain, ...] = ()
    continues: tuple[Continues, ...] = ()
    note: Inline | None = None


class Activity(Work):
    """An entry of planned work: core activity, activity of a focus area, action or annex."""

    text: Inline


class FocusArea(Work):
    """An area the year concentrates on; without activities of its own it stands as one."""

    title: Plain
    objective: Block | None = None
    activities: tuple[Annotated[Activity, BeforeValidator(_text_as_entry)], ...] = ()


class Stages(Model):
    """When the plan reached each stage; a plan without any is a draft."""

    proposed: Date | None = None
    agreed: Date | None = None
    closed: Date | None = None

    def reached(self, as_of: date | None = None) -> str:
        """Return the last stage, in their order, that was reached by a day; ``None`` means the last one given."""
        last = STAGES[0]
        for stage in STAGES[1:]:
            day: date | None = getattr(self, stage)
            if day is not None and (as_of is None or day <= as_of):
                last = stage
        return last


class Section(Model):
    """Another heading for a section (``none`` hides it) and a lead-in."""

    heading: Plain | None = None
    intro: Inline | None = None


class Sections(Model):
    """The sections of a plan whose heading or lead-in differs from the usual one."""

    background: Section | None = None
    purpose: Section | None = None
    vision: Section | None = None
    goals: Section | None = None
    core_activities: Section | None = None
    focus_areas: Section | None = None
    actions: Section | None = None
    governance: Section | None = None
    annexes: Section | None = None


class Extra(Model):
    """A section the format did not foresee, printed after the one named in ``after``, else last."""

    id: EntryId | None = None
    heading: Plain
    text: Block
    after: Plain | None = None


Entry = BeforeValidator(_text_as_entry)


class Placed(NamedTuple):
    """An activity (DESIGN §2) with its place in the file.

    ``area`` is the focus area it belongs to, itself where a focus area stands as one; ``None`` elsewhere.
    """

    path: Path
    kind: Kind
    entry: Activity | FocusArea
    area: FocusArea | None

    @property
    def text(self) -> str:
        """What the activity is called: its text, for a focus area its title."""
        return self.entry.title if isinstance(self.entry, FocusArea) else self.entry.text


class Names(NamedTuple):
    """The ids of a plan's entries, how many have none, and the names of other things in its work."""

    ids: tuple[str, ...]
    without_id: int
    owners: frozenset[str]
    goals: frozenset[str]
    continues: frozenset[str]


class Plan(Model):
    """One theme's plan for one year."""

    theme: Plain
    year: Year
    title: Plain
    date: Date | None = None
    stages: Stages = Field(default_factory=Stages)
    owner: Plain | None = None
    background: Block | None = None
    purpose: Block | None = None
    vision: Block | None = None
    goals: tuple[Annotated[Goal, Entry], ...] = ()
    core_activities: tuple[Annotated[Activity, Entry], ...] = ()
    focus_areas: tuple[Annotated[FocusArea, BeforeValidator(_title_as_area)], ...] = ()
    actions: tuple[Annotated[Activity, Entry], ...] = ()
    governance: Block | None = None
    annexes: tuple[Annotated[Activity, Entry], ...] = ()
    extra: tuple[Extra, ...] = ()
    sections: Sections = Field(default_factory=Sections)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.goals or self.focus_areas or self.actions or self.core_activities):
            raise PydanticCustomError("nothing_planned", "no entries")
        return self

    def activities(self) -> Iterator[Placed]:
        """Yield every activity in the paper's order; a focus area without activities stands as one."""
        for index, entry in enumerate(self.core_activities):
            yield Placed(("core_activities", index), "core_activity", entry, None)
        for index, area in enumerate(self.focus_areas):
            if not area.activities:
                yield Placed(("focus_areas", index), "focus_area", area, area)
            for inner, entry in enumerate(area.activities):
                yield Placed(("focus_areas", index, "activities", inner), "activity", entry, area)
        for index, entry in enumerate(self.actions):
            yield Placed(("actions", index), "action", entry, None)
        for index, entry in enumerate(self.annexes):
            yield Placed(("annexes", index), "annex", entry, None)

    def owner_of(self, placed: Placed) -> str | None:
        """Return the owner an activity has itself or inherits: from its focus area, else from the plan."""
        inherited = placed.area.owner if placed.area else None
        return placed.entry.owner or inherited or self.owner

    @cached_property
    def work(self) -> tuple[Work, ...]:
        """All planned work: the activities, and the focus areas that have activities too."""
        inside = (activity for area in self.focus_areas for activity in area.activities)
        return (*self.core_activities, *self.focus_areas, *inside, *self.actions, *self.annexes)

    @cached_property
    def names(self) -> Names:
        """The names used in the plan, without their places: enough to see that nothing is wrong with them."""
        identified: tuple[Goal | Work | Extra, ...] = (*self.goals, *self.work, *self.extra)
        ids = tuple(entry.id for entry in identified if entry.id)
        return Names(
            ids=ids,
            without_id=len(identified) - len(ids),
            owners=frozenset(work.owner for work in self.work if work.owner) | {self.owner or ""} - {""},
            goals=frozenset(goal for work in self.work if work.goals for goal in work.goals),
            continues=frozenset(other for work in self.work if work.continues for other in work.continues),
        )

    def entries(self) -> Iterator[tuple[Path, Goal | Work | Extra]]:
        """Yield everything that may have an id, with its path: goals, work of all kinds, extra sections."""
        for key in ("goals", "core_activities", "focus_areas", "actions", "annexes", "extra"):
            for index, entry in enumerate(getattr(self, key)):
                yield (key, index), entry
                if isinstance(entry, FocusArea):
                    for inner, activity in enumerate(entry.activities):
                        yield (key, index, "activities", inner), activity

    def owners(self) -> Iterator[tuple[Path, str]]:
        """Yield every owner that is named, with the path of the name."""
        if self.owner:
            yield ("owner",), self.owner
        for path, entry in self.entries():
            if isinstance(entry, Work) and entry.owner:
                yield (*path, "owner"), entry.owner

    def references(self, key: Literal["goals", "continues"]) -> Iterator[tuple[Path, str]]:
        """Yield what the work names under a key that takes a list, with the path of each item."""
        for path, entry in self.entries():
            if isinstance(entry, Work):
                for index, name in enumerate(getattr(entry, key)):
                    yield (*path, key, index), name
