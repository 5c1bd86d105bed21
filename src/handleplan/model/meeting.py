"""A meeting's record, planned or held: the file ``2022/meetings/january-meeting.yaml``."""

from collections.abc import Iterator
from typing import Literal

from handleplan.model.values import Date, Inline, Model, Plain, Texts
from handleplan.problem import Path


class AgendaItem(Model):
    """A point on the agenda and what is wanted of it."""

    title: Plain
    kind: Literal["information", "discussion", "decision"] | None = None


class Decision(Model):
    """What was decided, who sees to it and by when (the day itself included)."""

    text: Inline
    owner: Plain | None = None
    due: Date | None = None
    state: Literal["open", "done"] = "open"


class Meeting(Model):
    """One meeting of a step of the year's cycle; held from its date on."""

    step: Plain
    date: Date
    themes: tuple[Plain, ...] = ()
    place: Plain | None = None
    participants: Texts = ()
    papers_due: Date | None = None
    agenda: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def owners(self) -> Iterator[tuple[Path, str]]:
        """Yield every owner of a decision, with the path of the name."""
        for index, decision in enumerate(self.decisions):
            if decision.owner:
                yield ("decisions", index, "owner"), decision.owner
