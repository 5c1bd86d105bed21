"""Family 6, lists: parties, themes and the cycle's steps, each of them once and in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from handleplan.context import File, found
from handleplan.problem import Path, Place
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.model.config import Config


@rule(
    "HP606",
    "error",
    on=("config",),
    da="“{name}” står allerede i linje {first}. Parter og personer skal kunne kendes fra hinanden.",
    en="“{name}” stands on line {first} already. Parties and people must be told apart.",
)
def duplicate_party(file: File[Config]) -> Iterator[Found]:
    """Parties and people are named by one word each; shared by two, it leaves open who is responsible.

    Dansk: Parter og personer nævnes med hver sit korte navn; deler to det samme, ved ingen, hvem der har ansvaret.

    Bad (handleplan.yaml):
        parties:
          - id: CDEU
            name: Central Denmark EU Office
          - id: RU
            name: Regional Udvikling
          - id: RU
        #       ^ HP606
            name: Regionens Udvalg
        people:
          - initials: CDEU
        #             ^ HP606
            name: Carl Dam

    Good (handleplan.yaml):
        parties:
          - id: CDEU
            name: Central Denmark EU Office
          - id: RU
            name: Regional Udvikling
    """
    parties = [(("parties", index, "id"), party.id) for index, party in enumerate(file.model.parties)]
    people = [(("people", index, "initials"), one.initials) for index, one in enumerate(file.model.people)]
    yield from _repeated([*parties, *people])


@rule(
    "HP607",
    "error",
    on=("config",),
    da="Aftalen har allerede et tema, der hedder “{name}” (linje {first}).",
    en="The agreement has a theme called “{name}” already (line {first}).",
)
def duplicate_theme(file: File[Config]) -> Iterator[Found]:
    """A theme's slug names its files; two themes cannot share them.

    Dansk: Et temas slug er navnet på dets filer; to temaer kan ikke deles om dem.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
              - slug: sundhed
        #             ^ HP607
                name: Psykiatri
              - slug: kultur
                name: Kultur
              - slug: groen-omstilling
                name: Grøn omstilling
              - slug: kultur
        #             ^ HP607
                name: Musik
    """
    for index, agreement in enumerate(file.model.agreements):
        themes = enumerate(agreement.themes)
        yield from _repeated(
            [(("agreements", index, "themes", inner, "slug"), one.slug) for inner, one in themes]
        )


@rule(
    "HP608",
    "error",
    on=("config",),
    da="Årshjulet har allerede et trin med id’et “{name}” (linje {first}).",
    en="The cycle has a step with the id “{name}” already (line {first}).",
)
def duplicate_step(file: File[Config]) -> Iterator[Found]:
    """Meetings and status reports name the step they belong to; its id must lead to one.

    Dansk: Møder og statusrapporter nævner det trin, de hører til; id’et skal føre til ét trin.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
              - slug: kultur
                name: Kultur
              - slug: groen-omstilling
                name: Grøn omstilling
            cycle:
              - id: meeting
                month: januar
              - id: meeting
        #           ^ HP608
                month: juni
              - id: meeting
        #           ^ HP608
                month: december
    """
    for index, agreement in enumerate(file.model.agreements):
        steps = enumerate(agreement.cycle)
        yield from _repeated([(("agreements", index, "cycle", inner, "id"), one.id) for inner, one in steps])


@rule(
    "HP609",
    "warning",
    on=("config",),
    da="“{step}” begynder før “{before}”, der står ovenover. Årshjulet trykkes, som det står her.",
    en="“{step}” begins before “{before}”, which stands above it. The cycle is printed as it stands here.",
)
def steps_out_of_order(file: File[Config]) -> Iterator[Found]:
    """The papers print the year's cycle in the file's order; a step before its time is a slip in it, or in ``of``.

    Dansk: Papirerne viser årshjulet i filens rækkefølge; står et trin for sent, er det en smutter – måske i of.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
              - slug: kultur
                name: Kultur
              - slug: groen-omstilling
                name: Grøn omstilling
            cycle:
              - id: draft
                from: 03-01
                until: 03-15
              - id: january-meeting
                from: 02-29
        #             ^ HP609
                until: 02-29
              - id: june-meeting
                month: juni
              - id: team-dialogue
                month: november
                of: previous-year
        #           ^ HP609

    Good (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
              - slug: kultur
                name: Kultur
              - slug: groen-omstilling
                name: Grøn omstilling
            cycle:
              - id: team-dialogue
                month: november
                of: previous-year
              - id: june-meeting
                month: juni
    """
    for index, agreement in enumerate(file.model.agreements):
        for (_, before), (inner, step) in pairwise(enumerate(agreement.cycle)):
            if _begins(step) < _begins(before):
                path = ("agreements", index, "cycle", inner)
                key = "of" if step.of != before.of else "month" if step.month else "from"
                yield found((*path, key), step=step.title or step.id, before=before.title or before.id)


def _begins(step: Any) -> tuple[bool, tuple[int, int]]:
    """Return when a step begins, in a form that can be compared: previous years first, then month and day."""
    return step.of == "same-year", (step.month, 1) if step.month else step.from_


def _repeated(named: list[tuple[Path, str]]) -> Iterator[Found]:
    first: dict[str, Path] = {}
    for path, name in named:
        seen = first.setdefault(name, path)
        if seen != path:
            yield found(path, name=name, first=Place(seen))
