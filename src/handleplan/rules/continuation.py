"""Family 2, continuation: the references with which an activity goes on from earlier years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.problem import Path, Place, Remove
from handleplan.rule import Found, rule
from handleplan.rules.references import guessed, suggest
from handleplan.spelling import nearest
from handleplan.themes import normalise

if TYPE_CHECKING:
    from handleplan.known import Reference
    from handleplan.model.plan import Plan

# The length of a list from which on something can stand in it twice.
_TWICE = 2


@rule(
    "HP207",
    "error",
    on=("plan",),
    fixable="unsafe",
    da="Der er ingen post med id’et “{entry}” i {year}/{theme}.yaml.",
    en="There is no entry with the id “{entry}” in {year}/{theme}.yaml.",
)
def unknown_continues(file: File[Plan]) -> Iterator[Found]:
    """``continues`` ties an activity to the one it goes on from; that one must exist in the earlier year's plan.

    Dansk: continues knytter en aktivitet til den, den er fortsat fra; den skal findes i det tidligere års plan.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            continues:
              - 2021/netvaerket
        #       ^ HP207
              - 2021/kultur.b2
        #       ^ HP207

    Beside (2021/sundhed.yaml):
        actions:
          - id: netvaerk
            text: Netværk i Europa
    """
    for reference in sorted(file.model.names.continues):
        year, theme, entry = file.known.reference(reference, _own_theme(file))
        if year > _latest_year(file):
            continue  # continues-not-earlier says so
        ids = file.known.ids(year, theme)
        if ids is None or entry in ids:
            continue
        hint = _suggest_theme(file, year, theme, entry)
        hint = hint or suggest(entry, sorted(ids), before=reference.removesuffix(entry))
        for path, named in file.model.references("continues"):
            if named == reference:
                yield guessed(found(path, entry=entry, year=year, theme=theme, **hint))


@rule(
    "HP215",
    "error",
    on=("plan",),
    da="“{reference}” er ikke fra et tidligere år. En aktivitet kan kun være fortsat fra en plan før {year}.",
    en="“{reference}” is not from an earlier year. An activity can only continue one from a plan before {year}.",
)
def continues_not_earlier(file: File[Plan]) -> Iterator[Found]:
    """An activity goes on from one of an earlier year; within a year the plan is the same.

    Dansk: En aktivitet er fortsat fra en aktivitet i et tidligere år; inden for året er det den samme plan.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
          - id: h2
            text: Netværk
            continues:
              - 2022/h1
        #       ^ HP215
              - 2023/kultur.b2
        #       ^ HP215
    """
    last = _latest_year(file)
    if all(int(reference[:4]) <= last for reference in file.model.names.continues):
        return
    for path, reference in file.model.references("continues"):
        if int(reference[:4]) > last:
            yield found(path, reference=reference, year=last + 1)


@rule(
    "HP218",
    "warning",
    on=("plan",),
    fixable="safe",
    da="Aktiviteten er allerede fortsat fra {entry} i linje {first}. Slet det ene punkt.",
    en="The activity already continues {entry} on line {first}. Delete one of the two items.",
)
def repeated_continues(file: File[Plan]) -> Iterator[Found]:
    """An activity goes on from another one once; said twice, in two spellings, one of them may have been meant otherwise.

    Dansk: En aktivitet er fortsat fra en anden én gang; står den der to gange, var der måske ment en anden.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            continues:
              - 2021/h1
              - 2021/h1
        #       ^ HP218
              - 2021/sundhed.h1
        #       ^ HP218

    Beside (2021/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            continues:
              - 2021/h1

    Beside (2021/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
    """
    if not file.model.names.continues or all(len(work.continues) < _TWICE for work in file.model.work):
        return
    first: dict[tuple[Path, Reference], Path] = {}
    for path, text in file.model.references("continues"):
        reference = file.known.reference(text, _own_theme(file))
        seen = first.setdefault((path[:-1], reference), path)
        if seen != path:
            shown = f"{reference.year}/{reference.theme}.{reference.entry}"
            yield found(path, entry=shown, first=Place(seen)).mended_by(Remove(path))


def _own_theme(file: File[Plan]) -> str:
    """Return the theme that is meant where none is named; where file and theme disagree, theme-mismatch says so."""
    theme = file.known.theme(file.model.year, file.model.theme)
    return theme.slug if theme else file.place.slug


def _suggest_theme(file: File[Plan], year: int, theme: str, entry: str) -> dict[str, object]:
    """Offer the reference with the nearest theme where there is none of that name."""
    if file.known.theme(year, theme):
        return {}
    slug = nearest(normalise(theme), [known.slug for known in file.known.themes(year)])
    return {"nearest": f"{year}/{slug}.{entry}"} if slug else {}


def _latest_year(file: File[Plan]) -> int:
    """Return the last year an activity can go on from; where file and folder disagree, year-mismatch says so."""
    return max(file.model.year, file.place.year or 0) - 1
