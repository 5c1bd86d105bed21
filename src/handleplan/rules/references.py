"""Family 2, references: names of goals, people, themes, steps and earlier work, which must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from handleplan.context import File, found
from handleplan.problem import Path, Place
from handleplan.rule import Found, rule
from handleplan.spelling import nearest
from handleplan.themes import normalise

if TYPE_CHECKING:
    from handleplan.model.config import Config
    from handleplan.model.meeting import Meeting
    from handleplan.model.plan import Plan
    from handleplan.model.status import StatusReport


@rule(
    "HP202",
    "error",
    on=("plan",),
    da="Planen har intet mål med id'et “{goal}”.",
    en="The plan has no goal with the id “{goal}”.",
)
def unknown_goal(file: File[Plan]) -> Iterator[Found]:
    """An activity names the goals it serves by their ids.

    Dansk: En aktivitet nævner de mål, den tjener, med deres id.

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
        if goal not in known and not _holds_an_item(file, path):
            yield found(path, goal=goal, **_hint(goal, known))


@rule(
    "HP203",
    "error",
    on=("plan", "meeting", "config"),
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
        if owner not in known:
            yield found(path, owner=owner, **_hint(owner, sorted(known)))


@rule(
    "HP204",
    "error",
    on=("config",),
    da="Der er ingen part med id'et “{party}”.",
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
        if person.party and person.party not in known:
            yield found(("people", index, "party"), party=person.party, **_hint(person.party, known))


@rule(
    "HP205",
    "error",
    on=("plan", "report", "meeting"),
    da="Temaet “{theme}” findes ikke i handleplan.yaml.",
    en="The theme “{theme}” is not in handleplan.yaml.",
)
def unknown_theme(file: File[Plan | StatusReport | Meeting]) -> Iterator[Found]:
    """A plan belongs to one of the themes that the year's agreement lists.

    Dansk: En handleplan hører til et af de temaer, som årets aftale nævner.

    Bad (2022/sundhed.yaml):
        theme: sunhed
        #      ^ HP205
        year: 2022

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
    for path, word in _themes_named(file):
        if file.known.theme(year, word) is None:
            slugs = [theme.slug for theme in file.known.themes(year)]
            yield found(path, theme=word, **_hint(normalise(word), slugs))


@rule(
    "HP206",
    "error",
    on=("report", "meeting"),
    da="Årshjulet har intet trin med id'et “{step}”.",
    en="The year's cycle has no step with the id “{step}”.",
)
def unknown_step(file: File[StatusReport | Meeting]) -> Iterator[Found]:
    """A meeting, and a status report written for one, name the step of the cycle they belong to.

    Dansk: Et møde, og en statusrapport til det, nævner det trin i årshjulet, de hører til.

    Bad (2022/meetings/june-meeting.yaml):
        step: june-meting
        #     ^ HP206

    Bad (2022/status/2022-06/sundhed.yaml):
        meeting: sommermoede
        #        ^ HP206

    Good (2022/meetings/june-meeting.yaml):
        step: june-meeting
    """
    key = "step" if file.place.kind == "meeting" else "meeting"
    step: str | None = getattr(file.model, key)
    known = file.known.steps(file.place.year or 0)
    if step and step not in known:
        yield found((key,), step=step, **_hint(step, known))


@rule(
    "HP207",
    "error",
    on=("plan",),
    da="“{reference}” findes ikke: {year} har ingen post med det id under det tema.",
    en="“{reference}” does not exist: {year} has no entry with that id under that theme.",
)
def unknown_continues(file: File[Plan]) -> Iterator[Found]:
    """``continues`` ties an activity to the one it goes on from; that one must exist in the earlier year's plan.

    Dansk: continues knytter en aktivitet til den, den er fortsat fra; den skal findes i det tidligere års plan.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            continues:
              - 2021/h1
        #       ^ HP207
              - 2021/kultur.b2
        #       ^ HP207
    """
    for reference in sorted(file.model.names.continues):
        year, theme, entry = _split_reference(reference, file)
        ids = file.known.ids(year, theme)
        if ids is None or entry in ids:
            continue
        hint = _hint(entry, sorted(ids))
        if "nearest" in hint:
            hint["nearest"] = f"{reference[: -len(entry)]}{hint['nearest']}"
        for path, named in file.model.references("continues"):
            if named == reference:
                yield found(path, reference=reference, year=year, **hint)


@rule(
    "HP213",
    "error",
    on=("plan",),
    da="“{after}” er hverken et afsnit eller id'et på et andet ekstra afsnit.",
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
        if extra.after and extra.after not in known:
            yield found(("extra", index, "after"), after=extra.after, **_hint(extra.after, known))


def _holds_an_item(file: File[Plan], path: Path) -> bool:
    """Tell whether a name has swallowed the item below it, which wrong-indentation says already."""
    return re.search(r"[\r\n] +- ", file.source.text[slice(*file.source.locate(Place(path)))]) is not None


def _hint(word: str, known: list[str] | tuple[str, ...]) -> dict[str, object]:
    """Offer the nearest known word, else all of them where they are few enough to read."""
    guess = nearest(word, known)
    if guess:
        return {"nearest": guess}
    return {"expected": known} if len(known) <= 12 else {}  # noqa: PLR2004 - a list one still reads


def _themes_named(file: File[Any]) -> Iterator[tuple[Path, str]]:
    if file.place.kind == "meeting":
        yield from ((("themes", index), word) for index, word in enumerate(file.model.themes))
    else:
        yield ("theme",), file.model.theme


def _split_reference(reference: str, file: File[Plan]) -> tuple[int, str, str]:
    """Split ``YEAR/ID`` or ``YEAR/THEME.ID``; the theme is the file's own where none is named."""
    year_text, _, rest = reference.partition("/")
    named, dot, entry = rest.rpartition(".")
    year = int(year_text)
    theme = file.known.theme(year, named) if dot else None
    return year, (theme.slug if theme else named or file.place.slug), entry
