"""The finished view of a paper: everything that is printed, decided once, the same for every format.

Plain texts in it are single lines without control characters; prose carries its own source and is set by the format.
"""

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from handleplan.locale import Language
from handleplan.report.prose import Prose

SCHEMA_VERSION = 1

# How a section prints: one text, goals, a list of entries, entries as paragraphs, or focus areas under sub-headings.
SectionStyle: TypeAlias = Literal["text", "goals", "list", "paragraphs", "areas", "steps"]


class Day(NamedTuple):
    """A date, and how it is written out: ``10. januar 2022``."""

    date: date
    text: str


class Stage(NamedTuple):
    """How far a plan has come; ``mark`` is what must be seen on a paper that is not agreed yet."""

    name: str
    label: str
    day: Day | None
    mark: str | None


class Organisation(NamedTuple):
    """Whose paper it is."""

    name: str
    colour: str | None


class Theme(NamedTuple):
    """A theme of the paper; its colour, where it has none the organisation's."""

    slug: str
    name: str
    colour: str | None


class Responsible(NamedTuple):
    """Who answers for work: the id or initials of the plan, and what a reader is told."""

    id: str
    text: str


class GoalReference(NamedTuple):
    """A goal that an entry serves: its id, its number in the paper, where it stands (``None`` when there is no such goal)."""

    id: str
    number: int | None
    anchor: str | None


class Entry(NamedTuple):
    """A goal, or an entry of planned work.

    ``quarters`` are numbers from 1 to 4, ``schedule`` prints them; ``owner`` is ``None`` where it is the one that is
    printed above already.
    """

    id: str | None
    anchor: str | None
    title: str | None
    text: Prose | None
    quarters: tuple[int, ...] = ()
    schedule: str | None = None
    owner: Responsible | None = None
    partners: tuple[Prose, ...] = ()
    goals: tuple[GoalReference, ...] = ()
    continues: tuple[str, ...] = ()
    note: Prose | None = None

    @property
    def has_facts(self) -> bool:
        """Whether anything is to be told beside title, text and schedule."""
        return bool(self.owner or self.partners or self.goals or self.continues or self.note)


class Area(NamedTuple):
    """A focus area: what it is called and when, what it wants to reach, what is done."""

    entry: Entry
    objective: Prose | None
    activities: tuple[Entry, ...]


class CycleStep(NamedTuple):
    """A step of the year's cycle: ``when`` is a month or a stretch of days, written out."""

    id: str
    when: str
    text: Prose | None
    title: str | None


class Section(NamedTuple):
    """A section; ``heading`` is ``None`` when it is hidden, ``name`` says what the section is all the same.

    ``style`` tells which of the other fields it prints, after ``intro``.
    """

    key: str
    anchor: str
    name: str
    heading: str | None
    intro: Prose | None
    style: SectionStyle
    text: Prose | None = None
    entries: tuple[Entry, ...] = ()
    areas: tuple[Area, ...] = ()
    steps: tuple[CycleStep, ...] = ()


class ThemePlan(NamedTuple):
    """One theme's plan."""

    anchor: str
    theme: Theme
    title: str
    year: int
    day: Day | None
    stage: Stage
    owner: Responsible | None
    numbered_goals: bool
    sections: tuple[Section, ...]


class ContentsItem(NamedTuple):
    """A line of the contents and the anchor it points to."""

    title: str
    anchor: str


class Term(NamedTuple):
    """An abbreviation that the paper uses, and what it stands for."""

    short: str
    meaning: str


class Paper(NamedTuple):
    """A paper of kind *plan*: the whole handleplan with its cover, or one theme alone without.

    ``cover`` holds the sections before the plans; it is ``None`` for one theme alone, which has no contents either.
    """

    schema_version: int
    kind: Literal["plan"]
    language: Language
    title: str
    year: int
    day: Day | None
    stage: Stage
    organisation: Organisation | None
    themes: tuple[Theme, ...]
    case_number: str | None
    contents: tuple[ContentsItem, ...]
    cover: tuple[Section, ...] | None
    plans: tuple[ThemePlan, ...]
    glossary: tuple[Term, ...]
