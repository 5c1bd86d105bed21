"""A year's cover: the file ``2022/index.yaml``."""

from pydantic import Field

from handleplan.model.plan import Section
from handleplan.model.values import Block, Date, Model, Plain, Year


class IndexSections(Model):
    """The sections of the cover whose heading or lead-in differs from the usual one."""

    introduction: Section | None = None
    dialogue_model: Section | None = None
    cycle: Section | None = None


class Index(Model):
    """What stands before the thematic plans of a year."""

    year: Year
    title: Plain | None = None
    date: Date | None = None
    introduction: Block | None = None
    dialogue_model: Block | None = None
    case_number: Plain | None = None
    sections: IndexSections = Field(default_factory=IndexSections)
