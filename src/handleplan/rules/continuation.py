"""Family 2, continuation: the references with which an activity goes on from earlier years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from handleplan.context import File, found
from handleplan.rule import Found, rule
from handleplan.rules.references import suggest
from handleplan.spelling import nearest
from handleplan.themes import normalise

if TYPE_CHECKING:
    from handleplan.model.plan import Plan


@rule(
    "HP207",
    "error",
    on=("plan",),
    da="Der er ingen post med id'et “{entry}” i {year}/{theme}.yaml.",
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
              - 2021/h1
        #       ^ HP207
              - 2021/kultur.b2
        #       ^ HP207
    """
    for reference in sorted(file.model.names.continues):
        year, theme, entry = _split(reference, file)
        if year > _latest_year(file):
            continue  # continues-not-earlier says so
        ids = file.known.ids(year, theme)
        if ids is None or entry in ids:
            continue
        hint = _suggest_theme(file, year, theme, entry)
        hint = hint or suggest(entry, sorted(ids), before=reference.removesuffix(entry))
        for path, named in file.model.references("continues"):
            if named == reference:
                yield found(path, entry=entry, year=year, theme=theme, **hint)


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


class _Reference(NamedTuple):
    """``YEAR/ID`` or ``YEAR/THEME.ID`` in parts; the theme is the file's own where none is named."""

    year: int
    theme: str
    entry: str


def _split(reference: str, file: File[Plan]) -> _Reference:
    year_text, _, rest = reference.partition("/")
    named, dot, entry = rest.rpartition(".")
    year = int(year_text)
    # Where the file's name and its theme disagree, theme-mismatch says so: the theme is what is meant.
    theme = file.known.theme(year, named if dot else file.model.theme)
    return _Reference(year, theme.slug if theme else named or file.place.slug, entry)


def _suggest_theme(file: File[Plan], year: int, theme: str, entry: str) -> dict[str, object]:
    """Offer the reference with the nearest theme where there is none of that name."""
    if file.known.theme(year, theme):
        return {}
    slug = nearest(normalise(theme), [known.slug for known in file.known.themes(year)])
    return {"nearest": f"{year}/{slug}.{entry}"} if slug else {}


def _latest_year(file: File[Plan]) -> int:
    """Return the last year an activity can go on from; where file and folder disagree, year-mismatch says so."""
    return max(file.model.year, file.place.year or 0) - 1
