"""What a rule is given: one file that could be read, and what is known about the files around it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from handleplan.layout import FilePlace
from handleplan.model.config import Config, Theme
from handleplan.problem import Path, Place
from handleplan.rule import Found
from handleplan.source import Source
from handleplan.themes import find_theme

if TYPE_CHECKING:
    from handleplan.model.plan import Plan

M_co = TypeVar("M_co", covariant=True)


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

    ``plan_files`` holds the slugs of the plan files by year, whatever state they are in.
    ``read_ids`` returns the ids of a plan by year and theme: None where the file exists but cannot be read, so that
    nothing can be said about references to it.
    ``then`` is what the workspace was before, where it is compared with that; else nothing has changed.
    """

    def __init__(
        self,
        config: Config,
        plan_files: Mapping[int, frozenset[str]],
        read_ids: Callable[[int, str], tuple[str, ...] | None],
        then: Earlier = SAME_AS_EVER,
    ) -> None:
        self.config = config
        self.plan_files = plan_files
        self.then = then
        self._read_ids = read_ids
        self._ids: dict[tuple[int, str], tuple[str, ...] | None] = {}
        self._themes: dict[int, tuple[Theme, ...]] = {}
        self._slugs: dict[int, dict[str, Theme]] = {}

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
        if year not in self._slugs:
            self._slugs[year] = {theme.slug: theme for theme in self.themes(year)}
        return self._slugs[year].get(word) or find_theme(word, self.themes(year))

    def steps(self, year: int) -> tuple[str, ...]:
        """The ids of the cycle's steps in a year."""
        agreement = self.config.agreement_of(year)
        return tuple(step.id for step in agreement.cycle) if agreement else ()

    def ids(self, year: int, theme: str) -> tuple[str, ...] | None:
        """The ids of a plan; empty where there is no such plan, None where it cannot be read."""
        if (year, theme) not in self._ids:
            self._ids[year, theme] = self._read_ids(year, theme)
        return self._ids[year, theme]

    def earlier(self, place: FilePlace) -> "Plan | None":
        """The plan in a file as it was; None where it is the same, was not there, or there is nothing to compare with."""
        return self.then.plans.get(place.path)

    def remember_ids(self, year: int, theme: str, ids: tuple[str, ...] | None) -> None:
        """Keep the ids of a plan that has just been read, so that nobody has to read it again."""
        self._ids[year, theme] = ids


class File(NamedTuple, Generic[M_co]):
    """A file that could be read and has the right shape."""

    place: FilePlace
    source: Source
    model: M_co
    known: Known


def found(path: Path, **values: object) -> Found:
    """State what a rule has found at the value of a path; the values fill in its message."""
    return Found(Place(path), values)


def found_key(path: Path, **values: object) -> Found:
    """State what a rule has found at the key of a path; the values fill in its message."""
    return Found(Place(path, "key"), values)
