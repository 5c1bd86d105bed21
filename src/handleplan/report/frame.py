"""The frame that papers of all kinds share: whose they are, their themes, days, stages, and the facts at their head."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from handleplan.formats.dates import date_in_words
from handleplan.locale import Texts
from handleplan.model.config import Config
from handleplan.model.index import Index
from handleplan.model.plan import Plan
from handleplan.model.values import STAGES
from handleplan.report.prose import plain
from handleplan.report.view import Day, Fact, Organisation, Stage, Theme
from handleplan.status import YearData

# Before this stage a paper must be seen to be no agreement yet.
AGREED = STAGES.index("agreed")


class Material(NamedTuple):
    """What a paper is made of.

    ``data`` holds the year's plans, reports and meetings, ``cover`` its cover file; ``chosen`` are the themes wanted, none means all; ``logo`` is
    a ``data:`` address; ``as_of`` is the day asked for, ``today`` the one that counts.
    """

    config: Config
    data: YearData
    texts: Texts
    today: date
    cover: Index | None = None
    chosen: tuple[str, ...] = ()
    logo: str | None = None
    as_of: date | None = None

    @property
    def year(self) -> int:
        """The year of the paper."""
        return self.data.year

    @property
    def plans(self) -> dict[str, Plan]:
        """The plans wanted, in the papers' order."""
        return {
            slug: plan for slug, plan in self.data.plans.items() if not self.chosen or slug in self.chosen
        }


def organisation_of(config: Config, logo: str | None) -> Organisation | None:
    """Say whose papers a workspace's are."""
    own = config.organisation
    return Organisation(plain(own.name), own.colour, logo) if own else None


def themes_of(config: Config, year: int, wanted: Collection[str]) -> dict[str, Theme]:
    """Name the wanted themes by their slugs; one that the year does not know is called by its slug."""
    known = {theme.slug: theme for theme in config.themes_of(year)}
    colour = config.organisation.colour if config.organisation else None
    return {
        slug: Theme(slug, plain(known[slug].name), known[slug].colour or colour)
        if slug in known
        else Theme(slug, plain(slug), colour)
        for slug in wanted
    }


def step_title(step: str, material: Material) -> str:
    """Return what a step is called."""
    cycle = material.config.cycle_of(material.year)
    return next((plain(one.title) for one in cycle if one.id == step and one.title), plain(step))


def make_day(day: date | None, texts: Texts) -> Day | None:
    """Write a day out."""
    return Day(day, date_in_words(day, texts.language)) if day else None


def stage_of(plan: Plan, texts: Texts, as_of: date | None) -> Stage:
    """Make the stage that a plan has reached by a day."""
    name = plan.stages.reached(as_of)
    return make_stage(name, getattr(plan.stages, name, None), texts)


def make_stage(name: str, day: date | None, texts: Texts) -> Stage:
    """Make a stage of its name and the day it was reached; below *agreed* it marks the paper."""
    label = plain(texts.label(name))
    written = make_day(day, texts)
    mark = " · ".join(filter(None, (label, written.text if written else None)))
    return Stage(name, label, written, mark if is_open(name) else None)


def is_open(stage: str) -> bool:
    """Tell whether a plan at a stage is still discussed, so that its entries show their ids."""
    return STAGES.index(stage) < AGREED


def stage_facts(stage: Stage, day: Day | None, texts: Texts) -> tuple[Fact, ...]:
    """Tell a stage that does not mark the paper, and the printed date where it is another one."""
    facts = []
    if not stage.mark:
        facts.append(Fact(None, (" · ".join((stage.label, *((stage.day.text,) if stage.day else ()))),)))
    if day and day != stage.day:
        facts.append(Fact(None, (plain(texts.message("report.dated", date=day.text)),)))
    return tuple(facts)


def case_facts(case_number: str | None, texts: Texts) -> tuple[Fact, ...]:
    """Tell the number of the archive's case."""
    return (Fact(texts.message("report.case_number"), (case_number,)),) if case_number else ()


def case_number_of(index: Index | None) -> str | None:
    """Return the number under which the archive keeps a year's papers."""
    return plain(index.case_number) if index and index.case_number else None
