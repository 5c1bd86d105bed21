"""The workspace's own file, ``handleplan.yaml``: who works here, under which agreements, in which language."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handleplan.model.values import (
    FORMAT,
    Colour,
    EntryId,
    Format,
    Initials,
    Inline,
    Model,
    Month,
    MonthDay,
    Plain,
    Texts,
    Year,
)
from handleplan.problem import Path, Severity


class Organisation(Model):
    """Whose papers these are; ``logo`` is a file beside handleplan.yaml."""

    name: Plain
    logo: Plain | None = None
    colour: Colour | None = None


class Party(Model):
    """An organisation or unit that owns work."""

    id: Initials
    name: Plain


class Person(Model):
    """Somebody who owns work, named by initials."""

    initials: Initials
    name: Plain
    party: Plain | None = None


class Theme(Model):
    """A theme of an agreement: its slug in files and commands, its name in papers."""

    slug: EntryId
    name: Plain
    colour: Colour | None = None


class Step(Model):
    """A step of the yearly cycle: when (a month, or days from–until), what it needs, how it is done."""

    id: EntryId
    month: Month | None = None
    from_: MonthDay | None = Field(default=None, alias="from")
    until: MonthDay | None = None
    of: Literal["same-year", "previous-year"] = "same-year"
    title: Plain | None = None
    text: Inline | None = None
    responsible: Plain | None = None
    participants: Texts = ()
    needs: Literal["draft", "proposed", "agreed", "closed", "status-report"] | None = None
    done_by: Literal["held", "papers"] = "held"

    @model_validator(mode="after")
    def _has_one_window(self) -> Self:
        if self.month is not None and (self.from_ or self.until):
            raise PydanticCustomError("two_windows", "month or from and until")
        if self.month is None and not (self.from_ and self.until):
            raise PydanticCustomError("no_window", "month or from and until")
        return self


class Agreement(Model):
    """A frame of some years, both inclusive, with its themes (in the papers' order) and yearly cycle."""

    title: Plain
    first_year: Year
    last_year: Year
    themes: tuple[Theme, ...] = Field(min_length=1)
    cycle: tuple[Step, ...] = ()


class LintSettings(Model):
    """Which rules apply: codes, names or families; ``severity`` sets another one for single rules."""

    select: tuple[Plain, ...] = ()
    ignore: tuple[Plain, ...] = ()
    severity: dict[str, Severity] = Field(default_factory=dict)


class Config(Model):
    """A workspace."""

    format: Format = FORMAT
    language: Literal["da", "en"] = "da"
    organisation: Organisation | None = None
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    glossary: dict[str, Plain] = Field(default_factory=dict)
    labels: dict[str, Plain] = Field(default_factory=dict)
    lint: LintSettings = Field(default_factory=LintSettings)

    def owners(self) -> Iterator[tuple[Path, str]]:
        """Yield everybody responsible for a step of a cycle, with the path of the name."""
        for index, agreement in enumerate(self.agreements):
            for inner, step in enumerate(agreement.cycle):
                if step.responsible:
                    yield ("agreements", index, "cycle", inner, "responsible"), step.responsible

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of parties and people, by their ids and initials."""
        parties = {party.id: party.name for party in self.parties}
        return parties | {one.initials: one.name for one in self.people}

    def agreement_of(self, year: int) -> Agreement | None:
        """Return the agreement that covers a year: the first one in the file that does."""
        return next((a for a in self.agreements if a.first_year <= year <= a.last_year), None)

    def cycle_of(self, year: int) -> tuple[Step, ...]:
        """Return the steps of a year's cycle; none outside every agreement."""
        agreement = self.agreement_of(year)
        return agreement.cycle if agreement else ()

    def themes_of(self, year: int) -> tuple[Theme, ...]:
        """Return a year's themes in the papers' order; without an agreement every theme known, each once."""
        agreement = self.agreement_of(year)
        if agreement:
            return agreement.themes
        known = {theme.slug: theme for agreement in self.agreements for theme in agreement.themes}
        return tuple(known.values())
