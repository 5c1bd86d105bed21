"""What is known about all files of a workspace while one of them is checked: each fact found out once in a run."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from handleplan.layout import FilePlace
from handleplan.model.config import Config, Step, Theme
from handleplan.themes import find_theme

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
        then: what the workspace was before, where it is compared with that; else nothing has changed.
    """

    def __init__(
        self,
        config: Config,
        places: Iterable[FilePlace],
        read: Callable[[FilePlace], Any],
        then: Earlier = SAME_AS_EVER,
    ) -> None:
        self.config = config
        self.then = then
        self._read = read
        self._plan_places: dict[tuple[int, str], FilePlace] = {}
        self._report_places: dict[tuple[int, str], list[FilePlace]] = defaultdict(list)
        self._slugs: dict[int, set[str]] = defaultdict(set)
        for place in places:
            self._note(place)
        self._ids: dict[FilePlace, tuple[str, ...]] = {}
        self._stages: dict[FilePlace, str] = {}
        self._work: dict[FilePlace, tuple[Work, ...]] = {}
        self._reported: dict[FilePlace, Reported] = {}
        self._useless: set[FilePlace] = set()
        self._continued: dict[int, frozenset[Reference]] = {}
        self._themes: dict[int, tuple[Theme, ...]] = {}
        self._themes_by_slug: dict[int, dict[str, Theme]] = {}

    def _note(self, place: FilePlace) -> None:
        if place.year is None:
            return
        if place.kind in (
            "plan",
            "misnamed",
        ):  # a theme whose file has the wrong ending is not without a plan
            self._slugs[place.year].add(place.slug)
        if place.kind == "plan":
            self._plan_places[place.year, place.slug] = place
        elif place.kind == "report":
            self._report_places[place.year, place.slug].append(place)

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
        agreement = self.config.agreement_of(year)
        return {step.id: step for step in agreement.cycle} if agreement else {}

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
        return self._fact(place, self._ids) if place else ()

    def stage(self, year: int, theme: str) -> str | None:
        """The stage a plan has reached; None where there is no such plan or it cannot be used."""
        place = self._plan_places.get((year, theme))
        return self._fact(place, self._stages) if place else None

    def work(self, year: int, theme: str) -> tuple[Work, ...] | None:
        """The activities of a plan that have an id; None where there is no such plan or it cannot be used."""
        place = self._plan_places.get((year, theme))
        return self._fact(place, self._work) if place else None

    def reports(self, year: int, theme: str) -> tuple[Reported, ...]:
        """The status reports of a year on a theme, by date; those that cannot be used are left out."""
        places = self._report_places.get((year, theme), ())
        found = (self._fact(place, self._reported) for place in places)
        return tuple(sorted((one for one in found if one), key=lambda one: (one.date, one.round)))

    def continued(self, year: int) -> frozenset[Reference]:
        """The entries of earlier years that some plan of a year goes on with."""
        if year not in self._continued:
            plans = [
                (slug, self._read(place)) for (when, slug), place in self._plan_places.items() if when == year
            ]
            self._continued[year] = frozenset(
                self.reference(text, slug)
                for slug, plan in plans
                for text in (plan.names.continues if plan else ())
            )
        return self._continued[year]

    def earlier(self, place: FilePlace) -> "Plan | None":
        """The plan in a file as it was; None where it is the same, was not there, or there is nothing to compare with."""
        return self.then.plans.get(place.path)

    def remember(self, place: FilePlace, model: Any) -> None:
        """Keep the facts of a file that has just been read, so that nobody has to read it again."""
        if place.kind == "plan":
            self._remember_plan(place, model, with_work=(place.year, place.slug) in self._report_places)
        elif place.kind == "report":
            self._remember_report(place, model)

    def _fact(self, place: FilePlace, facts: Mapping[FilePlace, Fact]) -> Fact | None:
        if place not in facts and place not in self._useless:
            model = self._read(place)
            if place.kind == "plan":
                self._remember_plan(place, model, with_work=True)
            else:
                self._remember_report(place, model)
        return facts.get(place)

    def _remember_plan(self, place: FilePlace, plan: Any, *, with_work: bool) -> None:
        if plan is None:
            self._useless.add(place)
            return
        # Interned: a thousand plans that all have a goal m1 keep it once.
        self._ids[place] = tuple(map(sys.intern, plan.names.ids))
        self._stages[place] = plan.stages.reached()
        if with_work:
            self._work[place] = tuple(
                Work(placed.entry.id, placed.kind, placed.entry.quarters)
                for placed in plan.activities()
                if placed.entry.id
            )

    def _remember_report(self, place: FilePlace, report: Any) -> None:
        if report is None:
            self._useless.add(place)
            return
        statuses = {sys.intern(name): one.status for name, one in report.activities.items() if one.status}
        self._reported[place] = Reported(place.round, report.date, statuses)
