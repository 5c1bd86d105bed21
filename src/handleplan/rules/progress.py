"""Family 4, progress: that a status report tells of the plan's activities, all of them and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from handleplan.context import File, found_key
from handleplan.problem import Place, Several
from handleplan.rule import Found, rule
from handleplan.rules.identity import is_of_round
from handleplan.rules.references import guessed, suggest
from handleplan.source.quoting import is_disguised
from handleplan.spelling import nearest

if TYPE_CHECKING:
    from handleplan.known import Work
    from handleplan.model.status import StatusReport

Names: TypeAlias = tuple[str, ...]

# The length of the path to an activity of a report.
_DEPTH = 2


@rule(
    "HP401",
    "error",
    on=("report",),
    da="Begyndt, men ikke med i rapporten: {activities}. Skriv hver af dem under activities med en status.",
    en="Begun, but not in the report: {activities}. Write each of them under activities, with a status.",
)
def activity_not_reported(file: File[StatusReport]) -> Iterator[Found]:
    """Nothing agreed gets lost: a report tells of every activity that has begun; of core activities if you like.

    Dansk: Intet aftalt må blive væk: rapporten fortæller om hver aktivitet, der er begyndt. Bærende aktiviteter er
    frivillige.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
        # <- HP401
          h1:
            status: in_progress
          h9:
        # ^ HP402
            status: done

    Beside (2022/sundhed.yaml):
        core_activities:
          - id: b1
            text: Rådgive
        actions:
          - id: h1
            text: Synlighed
          - id: h2
            text: Netværk
          - id: h3
            text: Studieture
          - id: h4
            text: Evaluering
            quarters: Q3-Q4

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: in_progress

    Beside (2022/sundhed.yaml):
        core_activities:
          - id: b1
            text: Rådgive
        actions:
          - id: h1
            text: Synlighed
            quarters: Q1-Q2
          - id: h2
            text: Netværk
            quarters: Q3
    """
    work = _work(file)
    missing = _missing(file, work or {})
    if work and missing:
        misspelt = _meant(file, _others(file, work), missing).values()
        left = [name for name in missing if name not in misspelt]
        if left:
            yield found_key(("activities",), activities=left)


@rule(
    "HP402",
    "error",
    on=("report",),
    fixable="unsafe",
    da="Planen har ingen aktivitet med id’et “{activity}”.",
    en="The plan has no activity with the id “{activity}”.",
)
def unknown_activity(file: File[StatusReport]) -> Iterator[Found]:
    """A status belongs to an activity of the plan, named by its id; under another name nobody finds it.

    Dansk: En status hører til en aktivitet i planen, nævnt med sit id; under et andet navn er der ingen, der finder den.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
          b1:
            status: ongoing
          synlihed:
        # ^ HP402
            status: done
          netvaerk:
        # ^ HP402
            status: done

    Beside (2022/sundhed.yaml):
        core_activities:
          - id: b1
            text: Rådgive
        actions:
          - id: synlighed
            text: Synlighed

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          synlighed:
            status: done

    Beside (2022/sundhed.yaml):
        actions:
          - id: synlighed
            text: Synlighed
    """
    work = _work(file)
    if work is None:
        return
    others = _others(file, work)
    if not others:
        return
    meant = _meant(file, others, _missing(file, work))
    named = _names(file)
    left = [name for name in work if name not in named and name not in meant.values()]
    all_named = file.known.all_named(file.place.year or 0, file.place.slug)
    for name, missing in meant.items():
        if not missing and not all_named:  # it may be the one that has lost its id
            continue
        hint = {"nearest": missing} if missing else suggest(name, left)
        yield guessed(found_key(("activities", name), activity=name, **hint))


@rule(
    "HP403",
    "error",
    on=("report",),
    da="“{id}” er ikke en aktivitet, men et mål, et ekstra afsnit eller et fokusområde med sine egne aktiviteter. Skriv status på aktiviteterne.",
    en="“{id}” is no activity but a goal, an extra section or a focus area with activities of its own. Give the activities a status.",
)
def status_of_something_else(file: File[StatusReport]) -> Iterator[Found]:
    """Activities have a status; goals have none, and a focus area with activities stands as far as these do.

    Dansk: Det er aktiviteter, der har en status. Mål har ingen, og et fokusområde er så langt, som dets aktiviteter er.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
          m1:
        # ^ HP403
            status: done
          data:
        # ^ HP403
            status: in_progress
          data-1:
            status: in_progress

    Beside (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        focus_areas:
          - id: data
            title: Data
            activities:
              - id: data-1
                text: Kortlægge hospitalernes data

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          data:
            status: in_progress

    Beside (2022/sundhed.yaml):
        focus_areas:
          - id: data
            title: Data
            objective: Bedre adgang til data.
    """
    work = _work(file)
    for name in _others(file, work) if work is not None else ():
        if name in _entries(file):
            yield found_key(("activities", name), id=name)


@rule(
    "HP404",
    "warning",
    on=("report",),
    da="Ingen status endnu: {activities}. Skriv, hvor langt de er: planned, in_progress, ongoing, done, delayed, dropped eller carried_over.",
    en="No status yet: {activities}. Write how far they are: planned, in_progress, ongoing, done, delayed, dropped or carried_over.",
)
def empty_status(file: File[StatusReport]) -> Iterator[Found]:
    """An activity that is listed without a status has not been reported on; in the papers it stands as not reported.

    Dansk: En aktivitet, der står uden status, er der ikke rapporteret på; i papirerne står den som ikke oplyst.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
          b1:
        # ^ HP404
          b2:
            status:
            note: Vi venter på svar.
          m1:
        # ^ HP403
            status: done

    Beside (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        core_activities:
          - id: b1
            text: Rådgive
          - id: b2
            text: Mødes

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          b1:
            status: ongoing

    Beside (2022/sundhed.yaml):
        core_activities:
          - id: b1
            text: Rådgive
    """
    reported = file.model.activities
    if not file.source.has_empty_values and all(entry.status for entry in reported.values()):
        return
    work = _work(file)
    empty = [
        name
        for name in _names(file)
        if name not in reported or reported[name].status is None
        if work is None or name in work  # of other names another rule tells
    ]
    if empty:
        yield found_key(("activities", empty[0]), activities=Several(empty))


def _work(file: File[StatusReport]) -> Mapping[str, Work] | None:
    """Return the activities of the report's plan by id; None where it cannot be used, or another one may be meant."""
    year = file.place.year or 0
    theme = file.known.theme(year, file.model.theme)
    if theme and theme.slug != file.place.slug:  # theme-mismatch says so
        return None
    return file.known.work(year, file.place.slug)


def _entries(file: File[StatusReport]) -> Sequence[str]:
    """Return the ids of all entries of the report's plan, activities or not."""
    return file.known.ids(file.place.year or 0, file.place.slug) or ()


def _missing(file: File[StatusReport], work: Mapping[str, Work]) -> list[str]:
    """Return the ids of what a report must tell of and does not; nothing where its date cannot be relied on."""
    reported = file.model.activities
    left = [one for name, one in work.items() if name not in reported and one.kind != "core_activity"]
    if not left or not is_of_round(file):
        return []
    from handleplan.cycle import work_window

    day, year, named = file.model.date, file.place.year or 0, _names(file)
    ids = _entries(file)
    return [
        one.id
        for one in left
        if one.id not in named
        if work_window(one.quarters, year).first <= day
        if ids.count(one.id) == 1  # else duplicate-id tells of it
    ]


def _others(file: File[StatusReport], work: Mapping[str, Work]) -> Names:
    """Return the names in a report that are no activities of its plan."""
    if not file.source.has_empty_values and file.model.activities.keys() <= work.keys():
        return ()
    return tuple(name for name in _names(file) if name not in work and not is_disguised(name))


def _meant(file: File[StatusReport], others: Names, missing: Sequence[str]) -> dict[str, str | None]:
    """Return the names that a plan does not have, each with the missing activity that it is a misspelling of, if any."""
    entries = _entries(file)
    meant: dict[str, str | None] = {}
    for name in others:
        if name not in entries:
            meant[name] = nearest(name, [one for one in missing if one not in meant.values()])
    return meant


def _names(file: File[StatusReport]) -> tuple[str, ...]:
    """Return the names under ``activities`` in the file's order, those with nothing after them too."""
    named = tuple(file.model.activities)
    if not file.source.has_empty_values:
        return named
    empty = [
        str(path[1]) for path in file.source.empty_keys() if len(path) == _DEPTH and path[0] == "activities"
    ]
    places = {name: file.source.locate(Place(("activities", name), "key")) for name in (*named, *empty)}
    return tuple(sorted(places, key=places.__getitem__))
