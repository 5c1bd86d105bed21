"""Family 3, handover: what one year leaves to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.problem import Several
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.known import Known, Reference, Reported
    from handleplan.model.plan import Plan

_SETTLED = frozenset({"done", "dropped"})


@rule(
    "HP311",
    "warning",
    on=("plan",),
    da="Fra {year} er der aktiviteter, som hverken er gennemført, udgået eller ført videre: {activities}. Skriv continues, hvor de går videre, eller giv dem deres sidste status i {year}.",
    en="Of {year} there are activities that are neither done, dropped nor carried on: {activities}. Write continues where they go on, or give them their last status in {year}.",
)
def unfinished_activity_not_continued(file: File[Plan]) -> Iterator[Found]:
    """Once a year is closed, or its last status is given in January, what is not finished goes on or is dropped openly.

    A core activity of which no status was ever asked does not count.

    Dansk: Når et år er afsluttet, eller den sidste status er givet i januar, føres det ufærdige videre eller udgår
    åbent, så intet aftalt bliver væk. En bærende aktivitet, der aldrig er rapporteret, tæller ikke med.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022
        #      ^ HP311
        goals:
          - id: m1
            text: Lighed i sundhed
        actions:
          - id: h1
            text: Synlighed
            continues:
              - 2021/h1
            owner: CDUE
        #          ^ HP203

    Beside (2021/sundhed.yaml):
        stages:
          proposed: 2021-01-10
          closed: 2021-12-20
        actions:
          - id: h1
            text: Synlighed
          - id: h2
            text: Netværk

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            continues:
              - 2021/h1
              - 2021/h2

    Beside (2021/sundhed.yaml):
        stages:
          proposed: 2021-01-10
          closed: 2021-12-20
        actions:
          - id: h1
            text: Synlighed
          - id: h2
            text: Netværk
    """
    last, theme, known = (file.place.year or 0) - 1, file.place.slug, file.known
    closed = known.stage(last, theme) == "closed"
    files = known.report_files(last, theme)
    reports = known.reports(last, theme) if closed or files else ()
    if len(reports) < files or not (closed or any(report.round == f"{last + 1}-01" for report in reports)):
        return
    own = {known.reference(text, theme) for text in file.model.names.continues}
    if any(report.statuses.keys() - (known.ids(last, theme) or ()) for report in reports):
        return  # unknown-activity tells of a name that may mean what seems left over
    left = [name for name in _unfinished(known, last, theme, reports) if (last, theme, name) not in own]
    others = known.continued(last + 1) if left and not _misled(known, own, last) else None
    if others is not None:
        left = [name for name in left if (last, theme, name) not in others]
        if left:
            yield found(("title",), year=last, activities=Several(left))


def _misled(known: Known, references: Iterable[Reference], last: int) -> bool:
    """Tell whether some reference leads nowhere: it may mean what seems left over, and another rule tells of it."""
    return any(
        year > last or entry not in ids
        for year, theme, entry in references
        if (ids := known.ids(year, theme)) is not None
    )


def _unfinished(known: Known, year: int, theme: str, reports: Sequence[Reported]) -> Iterator[str]:
    """Yield the ids of the activities that a year leaves unfinished.

    What the last report should tell of and does not is left out: activity-not-reported and empty-status say so there.
    """
    from handleplan.cycle import work_window

    statuses = {name: status for report in reports for name, status in report.statuses.items()}
    for work in (known.work(year, theme) or {}).values():
        if statuses.get(work.id) in _SETTLED:
            continue
        if work.kind == "core_activity":
            asked = work.id in statuses
        else:
            begun = bool(reports) and work_window(work.quarters, year).first <= reports[-1].date
            asked = not begun or work.id in reports[-1].statuses
        if asked:
            yield work.id
