"""What is known about all files of a workspace while one of them is checked: each fact found out once in a run."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from handleplan.layout import FilePlace
from handleplan.model.config import Config, Step, Theme
from handleplan.themes import find_theme
from handleplan.vocabulary import Vocabulary

if TYPE_CHECKING:
    from handleplan.model.plan import Plan

Fact = TypeVar("Fact")


class Work(NamedTuple):
    """What status reports and other years need to know of an activity: its id, kind and quarters (1 to 4, rising)."""

    id: str
    kind: str
    quarters: tuple[int, ...]


class Reported(NamedTuple):
    """What a status report says in short: its round (YYYY-MM), its date, and each activity's status by id."""

    round: str
    date: date
    statuses: Mapping[str, str]


class Reference(NamedTuple):
    """An entry of a plan, as ``continues`` names it."""

    year: int
    theme: str
    entry: str


class GonePlan(NamedTuple):
    """A plan that is not in the workspace any more, and where it was."""

    place: FilePlace
    plan: "Plan"


class Earlier(NamedTuple):
    """What a workspace was at the revision it is compared with, as far as it is not the same now.

    ``plans`` holds the plans that differ as they were, by the path of the file as it is now.
    """

    plans: "Mapping[str, Plan]" = MappingProxyType({})
    gone: tuple[GonePlan, ...] = ()


SAME_AS_EVER = Earlier()


class Known:
    """What rules need to know about other files, each fact found out once in a run.

    Of files that have been checked only small facts are kept. What is asked for before its file has been checked is
    read then; of a file that cannot be used nothing is known (None), which is not the same as nothing being there.

    Args:
        config: the workspace's own file.
        places: every file of the workspace, whatever state it is in.
        read: returns the model of one of them, None where it has none.
        read_content: returns the bytes of one of them.
        then: what the workspace was before, where it is compared with that; else nothing has changed.
    """

    def __init__(
        self,
        config: Config,
        places: Iterable[FilePlace],
        read: Callable[[FilePlace], Any],
        read_content: Callable[[FilePlace], bytes],
        then: Earlier = SAME_AS_EVER,
    ) -> None:
        self.config = config
        self.then = then
        self.vocabulary = Vocabulary()
        self._read = read
        self._read_content = read_content
        self._text_places: list[FilePlace] = []
        self._plan_places: dict[tuple[int, str], FilePlace] = {}
        self._report_places: dict[tuple[int, str], list[FilePlace]] = defaultdict(list)
        self._meeting_places: dict[int, list[FilePlace]] = defaultdict(list)
        self._slugs: dict[int, set[str]] = defaultdict(set)
        for place in places:
            self._note(place)
        self._ids: dict[FilePlace, tuple[str, ...]] = {}
        self._stages: dict[FilePlace, str] = {}
        self._work: dict[FilePlace, dict[str, Work]] = {}
        self._reported: dict[FilePlace, Reported] = {}
        self._continues: dict[FilePlace, frozenset[str]] = {}
        # step, slugs of themes (none means all), day
        self._planned: dict[FilePlace, tuple[str, frozenset[str], date]] = {}
        self._unnamed: set[FilePlace] = set()
        self._useless: set[FilePlace] = set()
        self._continued: dict[int, frozenset[Reference] | None] = {}
        self._themes: dict[int, tuple[Theme, ...]] = {}
        self._themes_by_slug: dict[int, dict[str, Theme]] = {}

    def _note(self, place: FilePlace) -> None:
        if place.year is None:
            return
        # A theme whose file has the wrong ending is not without a plan.
        if place.kind in ("plan", "misnamed"):
            self._slugs[place.year].add(place.slug)
        if place.kind == "plan":
            self._plan_places[place.year, place.slug] = place
        elif place.kind == "report":
            self._report_places[place.year, place.slug].append(place)
        elif place.kind == "meeting":
            self._meeting_places[place.year].append(place)
        if place.kind in ("index", "plan", "misnamed", "report", "meeting"):
            self._text_places.append(place)

    @property
    def plan_files(self) -> Mapping[int, set[str]]:
        """The slugs of the plan files by year, whatever state they are in."""
        return self._slugs

    @cached_property
    def owners(self) -> frozenset[str]:
        """The parties' ids and the people's initials."""
        return frozenset(party.id for party in self.config.parties) | {
            one.initials for one in self.config.people
        }

    @cached_property
    def party_names(self) -> frozenset[str]:
        """What parties and people are called: ids, initials and names."""
        return self.owners | {one.name for many in (self.config.parties, self.config.people) for one in many}

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """All abbreviations that the workspace explains, case folded."""
        return frozenset(word.casefold() for word in (*self.config.glossary, *self.owners))

    def themes(self, year: int) -> tuple[Theme, ...]:
        """The themes of a year in the papers' order."""
        if year not in self._themes:
            self._themes[year] = self.config.themes_of(year)
        return self._themes[year]

    def theme(self, year: int, word: str) -> Theme | None:
        """The theme of a year that a word names, None when none or more than one can be meant."""
        if year not in self._themes_by_slug:
            self._themes_by_slug[year] = {theme.slug: theme for theme in self.themes(year)}
        return self._themes_by_slug[year].get(word) or find_theme(word, self.themes(year))

    def cycle(self, year: int) -> Mapping[str, Step]:
        """The steps of a year's cycle by id; none outside every agreement."""
        return {step.id: step for step in self.config.cycle_of(year)}

    def reference(self, text: str, theme: str) -> Reference:
        """The entry that ``continues`` of a plan of a theme names, in the form YEAR/ID or YEAR/THEME.ID."""
        year_text, _, rest = text.partition("/")
        named, dot, entry = rest.rpartition(".")
        year = int(year_text)
        other = self.theme(year, named) if dot else None
        return Reference(year, other.slug if other else named or theme, entry)

    def ids(self, year: int, theme: str) -> tuple[str, ...] | None:
        """The ids of a plan's entries; empty where there is no such plan, None where it cannot be used."""
        place = self._plan_places.get((year, theme))
        if place is None:  # a file with the wrong ending is a plan for all that
            return None if theme in self._slugs.get(year, ()) else ()
        return self._fact(place, self._ids)

    def all_named(self, year: int, theme: str) -> bool:
        """Whether every entry of a plan has an id of its own; else another rule tells of it first."""
        ids = self.ids(year, theme) or ()
        return self._plan_places.get((year, theme)) not in self._unnamed and len(set(ids)) == len(ids)

    def stage(self, year: int, theme: str) -> str | None:
        """The stage a plan has reached; None where there is no such plan or it cannot be used."""
        place = self._plan_places.get((year, theme))
        return self._fact(place, self._stages) if place else None

    def work(self, year: int, theme: str) -> Mapping[str, Work] | None:
        """The activities of a plan that have an id, by it; None where there is no such plan or it cannot be used."""
        place = self._plan_places.get((year, theme))
        return self._fact(place, self._work) if place else None

    def report_files(self, year: int, theme: str) -> int:
        """How many status reports of a year there are on a theme, whatever state they are in."""
        return len(self._report_places.get((year, theme), ()))

    def reports(self, year: int, theme: str, *, before: str = "") -> tuple[Reported, ...]:
        """The status reports of a year on a theme, by round; those that cannot be used are left out.

        So are those in the folder of a round that is none of the year's. ``before`` leaves out that round and later ones.
        """
        found = (
            self._fact(place, self._reported)
            for place in self._report_places.get((year, theme), ())
            if f"{year}-01" <= place.round <= f"{year + 1}-01" and (not before or place.round < before)
        )
        return tuple(sorted((one for one in found if one), key=lambda one: one.round))

    def meeting_days(self, year: int, step: str, theme: str) -> tuple[date, ...]:
        """The days of a step's meetings about a theme, by the records of the year that can be used."""
        planned = (self._fact(place, self._planned) for place in self._meeting_places.get(year, ()))
        return tuple(
            day
            for what, themes, day in filter(None, planned)
            if what == step
            if not themes or theme in themes
        )

    def continued(self, year: int) -> frozenset[Reference] | None:
        """The entries of the year before that plans of a year on other themes go on with; None where one cannot be used.

        A plan that names no entry of another theme is not read for it.
        """
        if year not in self._continued:
            named = re.compile(rb"%d/[^\s./]+\." % (year - 1))
            plans = [
                (slug, self._fact(place, self._continues))
                for (when, slug), place in self._plan_places.items()
                if when == year
                if place in self._continues or named.search(self._read_content(place))
            ]
            self._continued[year] = (
                None
                if any(texts is None for _, texts in plans)
                else frozenset(self.reference(text, slug) for slug, texts in plans for text in texts or ())
            )
        return self._continued[year]

    def earlier(self, place: FilePlace) -> "Plan | None":
        """The plan in a file as it was; None where it is the same, was not there, or there is nothing to compare with."""
        return self.then.plans.get(place.path)

    def texts(self) -> Iterator[str]:
        """Yield what stands in the covers, plans, reports and meetings, as it stands there, whatever state it is in."""
        for place in self._text_places:
            yield self._read_content(place).decode(errors="replace")

    def remember(self, place: FilePlace, model: Any) -> None:
        """Keep the facts of a file that has just been read, so that nobody has to read it again."""
        self._remember(place, model, with_work=(place.year, place.slug) in self._report_places)

    def _remember(self, place: FilePlace, model: Any, *, with_work: bool) -> None:
        if model is None:
            self._useless.add(place)
        elif place.kind == "plan":
            self._remember_plan(place, model, with_work=with_work)
        elif place.kind == "report":
            self._remember_report(place, model)
        elif place.kind == "meeting":
            self._remember_meeting(place, model)

    def _fact(self, place: FilePlace, facts: Mapping[FilePlace, Fact]) -> Fact | None:
        if place not in facts and place not in self._useless:
            self._remember(place, self._read(place), with_work=True)
        return facts.get(place)

    def _remember_plan(self, place: FilePlace, plan: Any, *, with_work: bool) -> None:
        # Interned: a thousand plans that all have a goal m1 keep it once.
        self._ids[place] = tuple(map(sys.intern, plan.names.ids))
        self._stages[place] = plan.stages.reached()
        self._continues[place] = plan.names.continues
        if plan.names.without_id:
            self._unnamed.add(place)
        if with_work or self._stages[place] == "closed":  # then the next year asks what became of it
            self._work[place] = {
                placed.entry.id: Work(placed.entry.id, placed.kind, placed.entry.quarters)
                for placed in plan.activities()
                if placed.entry.id
            }

    def _remember_report(self, place: FilePlace, report: Any) -> None:
        statuses = {sys.intern(name): one.status for name, one in report.activities.items() if one.status}
        self._reported[place] = Reported(place.round, report.date, statuses)

    def _remember_meeting(self, place: FilePlace, meeting: Any) -> None:
        named = {word: self.theme(place.year or 0, word) for word in meeting.themes}
        slugs = frozenset(theme.slug if theme else word for word, theme in named.items())
        self._planned[place] = meeting.step, slugs, meeting.date
