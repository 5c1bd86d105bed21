"""Family 2, references: names of goals, people, themes, steps and sections, which must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from handleplan.context import File, found
from handleplan.problem import Change, Path, Place, Range, RenameKey, SetValue
from handleplan.rule import Found, rule
from handleplan.source.quoting import is_disguised
from handleplan.spelling import nearest
from handleplan.themes import normalise

if TYPE_CHECKING:
    from handleplan.model.config import Config
    from handleplan.model.meeting import Meeting
    from handleplan.model.plan import Plan
    from handleplan.model.status import StatusReport

# Words in a list that one still reads.
MOST_SHOWN = 12


@rule(
    "HP202",
    "error",
    on=("plan",),
    fixable="unsafe",
    da="Planen har intet mål med id’et “{goal}”.",
    en="The plan has no goal with the id “{goal}”.",
)
def unknown_goal(file: File[Plan]) -> Iterator[Found]:
    """An activity names the goals it serves by their ids.

    Dansk: En aktivitet nævner de mål, den bidrager til, med deres id.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        actions:
          - id: h1
            text: Synlighed
            goals:
              - m1
              - m2
        #       ^ HP202
              - lighed
        #       ^ HP202

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        actions:
          - id: h1
            text: Synlighed
            goals:
              - m1
    """
    known = [goal.id for goal in file.model.goals if goal.id]
    if file.model.names.goals.issubset(known):
        return
    for path, goal in file.model.references("goals"):
        if goal not in known and not is_disguised(goal) and not _holds_an_item(file, path):
            yield guessed(found(path, goal=goal, **suggest(goal, known)))


@rule(
    "HP203",
    "error",
    on=("plan", "meeting", "config"),
    fixable="unsafe",
    da="“{owner}” er hverken en part eller en person i handleplan.yaml.",
    en="“{owner}” is neither a party nor a person of handleplan.yaml.",
)
def unknown_owner(file: File[Plan | Meeting | Config]) -> Iterator[Found]:
    """Whoever owns work is a party or a person of the workspace, so that everybody finds what they owe.

    Dansk: Den ansvarlige er en part eller person fra handleplan.yaml, så alle kan finde det, de skal løse.

    Bad (2022/sundhed.yaml):
        owner: RU
        actions:
          - id: h1
            text: Synlighed
            owner: CDUE
        #          ^ HP203
          - id: h2
            text: Netværk
            owner: Hospitalet
        #          ^ HP203

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            owner: CDEU
    """
    known = file.known.owners
    if file.place.kind == "plan" and cast("Plan", file.model).names.owners <= known:
        return
    for path, owner in file.model.owners():
        if owner not in known and not is_disguised(owner):
            yield guessed(found(path, owner=owner, **suggest(owner, sorted(known))))


@rule(
    "HP204",
    "error",
    on=("config",),
    fixable="unsafe",
    da="Der er ingen part med id’et “{party}”.",
    en="There is no party with the id “{party}”.",
)
def unknown_party(file: File[Config]) -> Iterator[Found]:
    """A person belongs to one of the parties listed in the same file.

    Dansk: En person hører til en af parterne i samme fil.

    Bad (handleplan.yaml):
        parties:
          - id: CDEU
            name: Central Denmark EU Office
        people:
          - initials: AB
            name: Anne Berg
            party: CDE
        #          ^ HP204
          - initials: CD
            name: Carl Dam
            party: Kommunen
        #          ^ HP204
    """
    known = [party.id for party in file.model.parties]
    for index, person in enumerate(file.model.people):
        if person.party and person.party not in known and not is_disguised(person.party):
            yield guessed(
                found(("people", index, "party"), party=person.party, **suggest(person.party, known))
            )


@rule(
    "HP205",
    "error",
    on=("plan", "report", "meeting"),
    fixable="unsafe",
    da="Temaet “{theme}” kendes ikke: det er ikke blandt årets temaer i handleplan.yaml.",
    en="The theme “{theme}” is not known: it is not among the year's themes in handleplan.yaml.",
)
def unknown_theme(file: File[Plan | StatusReport | Meeting]) -> Iterator[Found]:
    """Plans, status reports and meetings are about the themes that the year's agreement lists.

    Dansk: Planer, statusrapporter og møder handler om de temaer, som årets aftale nævner.

    Bad (2022/sundhed.yaml):
        theme: sunhed
        #      ^ HP205
        year: 2021
        #     ^ HP209

    Bad (2022/meetings/june-meeting.yaml):
        themes:
          - sundhed
          - trafik
        #   ^ HP205
          - kultru
        #   ^ HP205

    Good (2022/groen-omstilling.yaml):
        theme: Grøn omstilling
        year: 2022
    """
    year = file.place.year or 0
    if not file.known.config.agreement_of(year):
        return  # no theme is known then; year-outside-agreement says so at the plan
    for path, word in _themes_named(file):
        if file.known.theme(year, word) is None and not is_disguised(word):
            slugs = [theme.slug for theme in file.known.themes(year)]
            yield guessed(found(path, theme=word, **suggest(normalise(word), slugs)))


@rule(
    "HP206",
    "error",
    on=("report", "meeting"),
    fixable="unsafe",
    da="Trinnet “{step}” kendes ikke: det står ikke i årshjulet.",
    en="The step “{step}” is not known: it is not in the year's cycle.",
)
def unknown_step(file: File[StatusReport | Meeting]) -> Iterator[Found]:
    """A meeting, and a status report written for one, name the step of the cycle they belong to.

    Dansk: Et møde, og en statusrapport til det, nævner det trin i årshjulet, de hører til.

    Bad (2022/meetings/june-meeting.yaml):
        step: june-meting
        #     ^ HP206
        themes:
          - trafik
        #   ^ HP205

    Bad (2022/status/2022-06/sundhed.yaml):
        year: 2021
        #     ^ HP209
        meeting: sommermoede
        #        ^ HP206

    Good (2022/meetings/june-meeting.yaml):
        step: june-meeting
    """
    key = "step" if file.place.kind == "meeting" else "meeting"
    step: str | None = getattr(file.model, key)
    year = file.place.year or 0
    if not file.known.config.agreement_of(year):
        return  # there is no cycle then; year-outside-agreement says so at the plan
    known = file.known.cycle(year)
    if step and step not in known and not is_disguised(step):
        yield guessed(found((key,), step=step, **suggest(step, tuple(known))))


@rule(
    "HP213",
    "error",
    on=("plan",),
    fixable="unsafe",
    da="“{after}” er hverken et afsnit eller id’et på et andet ekstra afsnit.",
    en="“{after}” is neither a section nor the id of another extra section.",
)
def unknown_section(file: File[Plan]) -> Iterator[Found]:
    """An extra section says after which other one it is printed.

    Dansk: Et ekstra afsnit siger, hvilket andet afsnit det skal stå efter.

    Bad (2022/sundhed.yaml):
        extra:
          - id: budget
            heading: Budget
            text: Inden for rammen.
            after: action
        #          ^ HP213
          - id: bemanding
            heading: Bemanding
            text: To konsulenter.
            after: budgettet
        #          ^ HP213

    Good (2022/sundhed.yaml):
        extra:
          - id: budget
            heading: Budget
            text: Inden for rammen.
            after: actions
    """
    from handleplan.model.plan import SECTIONS

    ids = [extra.id for extra in file.model.extra if extra.id]
    for index, extra in enumerate(file.model.extra):
        known = [*SECTIONS, *(other for other in ids if other != extra.id)]
        if extra.after and extra.after not in known and not is_disguised(extra.after):
            yield guessed(found(("extra", index, "after"), after=extra.after, **suggest(extra.after, known)))


def _holds_an_item(file: File[Plan], path: Path) -> bool:
    """Tell whether a name has swallowed the item below it, which wrong-indentation says already."""
    return re.search(r"[\r\n] +- ", file.source.text[slice(*file.source.locate(Place(path)))]) is not None


def suggest(word: str, known: Sequence[str], *, before: str = "") -> dict[str, object]:
    """Offer the nearest known word, else all of them where they are few enough to read.

    ``before`` is what the words stand after, and are to be shown with.
    """
    guess = nearest(word, known)
    if guess:
        return {"nearest": before + guess}
    return {"expected": [before + one for one in known]} if len(known) <= MOST_SHOWN else {}


def guessed(told: Found, *, beside: Container[str] = ()) -> Found:
    """Add to a finding about a name the fix that the nearest known one is; without one nobody knows what was meant.

    ``beside`` are the keys beside a name that is itself a key: none of them can be written twice.
    """
    guess = str(told.values.get("nearest") or "")
    if not guess or guess in beside or isinstance(told.where, Range):
        return told
    path = told.where.path
    change: Change = RenameKey(path, guess) if told.where.part == "key" else SetValue(path, guess)
    return told.mended_by(change, safe=False)


def _themes_named(file: File[Any]) -> Iterator[tuple[Path, str]]:
    if file.place.kind == "meeting":
        yield from ((("themes", index), word) for index, word in enumerate(file.model.themes))
    else:
        yield ("theme",), file.model.theme
