"""Family 3, parties: partners and participants, named in free text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from handleplan.context import File, found
from handleplan.problem import Path, SetValue
from handleplan.rule import Found, rule
from handleplan.rules.work import work_as_written
from handleplan.spelling import distance

if TYPE_CHECKING:
    from handleplan.model.config import Config
    from handleplan.model.meeting import Meeting
    from handleplan.model.plan import Plan

# In a shorter word one edit makes another word.
_LONG_ENOUGH = 4


@rule(
    "HP307",
    "warning",
    on=("plan", "meeting", "config"),
    fixable="unsafe",
    da="“{name}” er stavet anderledes end i handleplan.yaml.",
    en="“{name}” is not spelt as in handleplan.yaml.",
)
def misspelt_party(file: File[Plan | Meeting | Config]) -> Iterator[Found]:
    """Partners and participants are free text, so that anybody can be named; a known party's name is best spelt as known.

    Dansk: Samarbejdspartnere og deltagere er fri tekst, så alle kan nævnes; en kendt parts navn staves som i listen.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            partners:
              - Regional Udvikeling
        #       ^ HP307
              - Regionshospitalet Randers
              - CDUE
        #       ^ HP307

    Bad (2022/meetings/june-meeting.yaml):
        participants:
          - regional udvikling
        #   ^ HP307

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            partners:
              - Regional Udvikling
              - RM
    """
    for path, text in _people_named(file):
        meant = _party_meant(text, file.known.party_names)
        if meant:
            yield found(path, name=text, nearest=meant).mended_by(SetValue(path, meant), safe=False)


def _people_named(file: File[Any]) -> Iterator[tuple[Path, str]]:
    """Yield the partners or participants that a file names, with their paths; an only one may stand without a list."""
    if file.place.kind == "plan":
        plan = cast("Plan", file.model)
        if any(work.partners for work in plan.work):
            for path, entry in work_as_written(file.source.data):
                yield from (((*path, "partners", i), one) for i, one in enumerate(entry.get("partners", ())))
        return
    holders: list[tuple[Path, Any]] = [((), file.source.data)]
    if file.place.kind == "config":
        holders = [
            (("agreements", outer, "cycle", inner), step)
            for outer, agreement in enumerate(file.source.data.get("agreements", ()))
            for inner, step in enumerate(agreement.get("cycle", ()))
        ]
    for path, holder in holders:
        named = holder.get("participants", ())
        if isinstance(named, str):
            yield (*path, "participants"), named
        else:
            yield from (((*path, "participants", index), one) for index, one in enumerate(named))


@lru_cache(maxsize=1024)
def _party_meant(text: str, parties: frozenset[str]) -> str | None:
    """Return the one party or person that a text misspells by an edit, or in small and capital letters alone."""
    if text in parties:
        return None
    near = {name for name in parties if name.casefold() == text.casefold()} or {
        name
        for name in parties
        if min(len(name), len(text)) >= _LONG_ENOUGH
        if distance(name.casefold(), text.casefold()) == 1
        if re.sub("[^0-9]", "", name) == re.sub("[^0-9]", "", text)  # team 2 is not team 1
        if text.removesuffix("s") != name != text  # the genitive is no slip
    }
    return near.pop() if len(near) == 1 else None
