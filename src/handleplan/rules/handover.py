"""Family 3, handover: what one year leaves to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.problem import Several
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.model.plan import Plan


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
    if not closed and not known.has_reports(last, theme):
        return
    reports = known.reports(last, theme)
    if not closed and not any(report.round == f"{last + 1}-01" for report in reports):
        return
    statuses = {name: status for report in reports for name, status in report.statuses.items()}
    left = [
        work.id
        for work in (known.work(last, theme) or {}).values()
        if statuses.get(work.id) not in ("done", "dropped")
        if work.kind != "core_activity" or work.id in statuses
    ]
    own = {known.reference(text, theme) for text in file.model.names.continues}
    left = [name for name in left if (last, theme, name) not in own]
    others = known.continued(last + 1) if left else None
    if others is not None:
        left = [name for name in left if (last, theme, name) not in others]
        if left:
            yield found(("title",), year=last, activities=Several(left))
