"""A status report, one theme in one round: the file ``2022/status/2022-06/sundhed.yaml``."""

from pydantic import Field

from handleplan.model.values import Block, Date, Inline, Model, Plain, Status, Year

# The texts of a report, in the order its paper prints them.
TEXTS = ("summary", "challenges", "lessons", "priorities", "opportunities")


class StatusEntry(Model):
    """How far one activity is; without a status nothing is reported yet."""

    status: Status | None = None
    note: Inline | None = None


class StatusReport(Model):
    """What a team reports on its plan for a meeting."""

    theme: Plain
    year: Year
    date: Date
    meeting: Plain | None = None
    summary: Block | None = None
    challenges: Block | None = None
    lessons: Block | None = None
    priorities: Block | None = None
    opportunities: Block | None = None
    activities: dict[str, StatusEntry] = Field(default_factory=dict)
