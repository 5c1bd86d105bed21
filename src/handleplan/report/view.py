"""The finished view of a paper: everything that is printed, decided once, the same for every format.

Plain texts in it are single lines without control characters; prose carries its own source and is set by the format.
"""

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from handleplan.locale import Language
from handleplan.report.prose import Prose

SCHEMA_VERSION = 1

PaperKind: TypeAlias = Literal["plan", "status", "overview", "onepage", "minutes"]

# How a section prints: one text, goals, a list of entries, entries as paragraphs, focus areas under sub-headings, the
# steps of the cycle, tables, or pictures alone.
SectionStyle: TypeAlias = Literal[
    "text", "goals", "list", "paragraphs", "areas", "steps", "tables", "pictures"
]


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


class Fact(NamedTuple):
    """Something told at the head of a paper or of a part of it; ``label`` is ``None`` where it speaks for itself."""

    label: str | None
    texts: tuple[Prose | str, ...]


class Organisation(NamedTuple):
    """Whose paper it is; ``logo`` is a ``data:`` address, a picture beside the name and never instead of it."""

    name: str
    colour: str | None
    logo: str | None = None


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


class Cell(NamedTuple):
    """A cell of a table: a text, perhaps under a title of its own; an empty text is an empty cell.

    ``state`` is the word of the files for what the text says (``done``, ``late``), so that a format may set a sign
    beside it; ``id`` and ``anchor`` are those of the entry the row is about.
    """

    text: Prose | str
    title: str | None = None
    state: str | None = None
    id: str | None = None
    anchor: str | None = None


class Table(NamedTuple):
    """A table; ``caption`` is ``None`` where the heading above it says what it is.

    ``row_head`` is the number of the column that names its row, ``numeric`` are those that hold numbers.
    """

    caption: str | None
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_head: int = 0
    numeric: tuple[int, ...] = ()


class WheelStep(NamedTuple):
    """A step on the wheel: its number there, when and what it is, who takes part, and its days in the year's circle.

    ``first`` and ``last`` are months counted from January of the year as 0, with the part of the month that is over:
    the November before begins at -2.
    """

    number: int
    when: str
    title: str
    parties: str
    first: float
    last: float


class Wheel(NamedTuple):
    """The year's cycle as a circle of months; ``hand`` is today, counted as the steps' days are."""

    year: int
    months: tuple[str, ...]
    steps: tuple[WheelStep, ...]
    hand: float | None
    today: str | None


class Track(NamedTuple):
    """A row of the timeline: an activity, its quarters, and what is told about how far it is."""

    label: str
    quarters: tuple[int, ...]
    status: str | None
    words: str
    late: bool


class TrackGroup(NamedTuple):
    """The activities of one focus area, or of another part of a plan."""

    title: str
    tracks: tuple[Track, ...]


class Timeline(NamedTuple):
    """Activities by quarter; ``hand`` is today as a part of the year from 0 to 1, ``None`` outside it."""

    year: int
    quarters: tuple[str, ...]
    groups: tuple[TrackGroup, ...]
    hand: float | None
    today: str | None


class Part(NamedTuple):
    """The activities of one status: how many there are, and the status in words."""

    status: str
    words: str
    number: int


class Bar(NamedTuple):
    """One theme's activities by status; ``total`` is how many there are, in words."""

    label: str
    total: str
    parts: tuple[Part, ...]


class Bars(NamedTuple):
    """A status bar for each theme, its parts as shares of the theme's activities, and the statuses that occur."""

    bars: tuple[Bar, ...]
    legend: tuple[Part, ...]


class Picture(NamedTuple):
    """A picture drawn from data, and the table that says the same; ``beside`` tells that the table is always shown."""

    kind: Literal["wheel", "timeline", "bar"]
    anchor: str
    title: str
    description: str
    data: Wheel | Timeline | Bars
    table: Table
    beside: bool = False


class CycleStep(NamedTuple):
    """A step of the year's cycle: ``when`` is a month or a stretch of days, written out."""

    id: str
    when: str
    text: Prose | None
    title: str | None


class Section(NamedTuple):
    """A section; ``heading`` is ``None`` when it is hidden, ``name`` says what the section is all the same.

    ``style`` tells which of the other fields it prints, after ``intro`` and ``pictures``; ``more`` stands last and says
    what was left out.
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
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    more: str | None = None


class ThemePlan(NamedTuple):
    """One theme's part of a paper; ``facts`` stand at its head, entries show their ids where ``shows_ids`` says so.

    ``stage`` is ``None`` in papers that are about the work and not about the plan.
    """

    anchor: str
    theme: Theme
    title: str
    year: int
    day: Day | None
    stage: Stage | None
    owner: Responsible | None
    facts: tuple[Fact, ...]
    shows_ids: bool
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
    """A paper of any kind: its head, sections of its own, and a part for each theme.

    ``name`` is what papers of its kind are called. ``cover`` holds the sections before the themes' parts; it is
    ``None`` for one theme alone, which prints as its part. ``contents`` is empty where nobody needs any.
    """

    schema_version: int
    kind: PaperKind
    name: str
    language: Language
    title: str
    year: int
    day: Day | None
    stage: Stage | None
    organisation: Organisation | None
    themes: tuple[Theme, ...]
    facts: tuple[Fact, ...]
    case_number: str | None
    contents: tuple[ContentsItem, ...]
    cover: tuple[Section, ...] | None
    plans: tuple[ThemePlan, ...]
    glossary: tuple[Term, ...]

    @property
    def colour(self) -> str | None:
        """The colour of the paper: the organisation's where it is about several themes, else its theme's."""
        if self.cover is not None and self.organisation:
            return self.organisation.colour
        return self.themes[0].colour if self.themes else None
