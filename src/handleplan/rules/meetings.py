"""Family 4, meetings: decisions with their owners and deadlines, and days that fit the year's cycle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from handleplan.context import File, found
from handleplan.rule import Found, rule
from handleplan.rules.identity import is_of_round, round_is_of_year

if TYPE_CHECKING:
    from handleplan.model.meeting import Meeting
    from handleplan.model.status import StatusReport


@rule(
    "HP409",
    "warning",
    on=("meeting",),
    da="Beslutningen har ingen ansvarlig. Skriv under owner, hvem der følger den til dørs, eller state: done, hvis der intet er at gøre.",
    en="The decision has no owner. Write under owner who sees to it, or state: done if nothing is left to do.",
)
def decision_without_owner(file: File[Meeting]) -> Iterator[Found]:
    """An open decision is carried out by somebody; one that nobody owns comes up again at the next meeting.

    One of which nothing is left to do, as when a report was taken note of, is ``done`` and needs no owner.

    Dansk: En åben beslutning skal føres ud i livet af nogen; har ingen ansvaret, kommer den igen på næste møde. Er der
    intet at gøre, som når noget blev taget til efterretning, er den ``done`` og behøver ingen ansvarlig.

    Bad (2022/meetings/june-meeting.yaml):
        decisions:
          - text: Bilaget udvides med cancer
        #   ^ HP409
          - text: Der holdes en temadag i oktober
        #   ^ HP409
            due: 2022-10-01

    Good (2022/meetings/june-meeting.yaml):
        decisions:
          - text: Bilaget udvides med cancer
            owner: RU
          - text: Orienteringen blev taget til efterretning
            state: done
    """
    for index, decision in enumerate(file.model.decisions):
        if not decision.owner and decision.state == "open":
            yield found(("decisions", index))


@rule(
    "HP410",
    "advice",
    on=("meeting", "report"),
    da="{date} ligger uden for {step}, som går fra {first} til {last}. Er datoen og trinnet rigtige?",
    en="{date} lies outside {step}, which goes from {first} to {last}. Are the date and the step right?",
)
def date_outside_step(file: File[Meeting | StatusReport]) -> Iterator[Found]:
    """A meeting, and a report written for one, mostly lie in the step's time; else the year or the step may be a slip.

    A report is in time until the step's first meeting on its theme, however late that is.

    Dansk: Et møde, og en rapport til det, ligger som regel inden for trinnets tid; ellers kan år eller trin være
    skrevet forkert. En rapport er i tide, til trinnets første møde om temaet er holdt.

    Bad (2022/meetings/june-meeting.yaml):
        step: june-meeting
        date: 2021-06-20
        #     ^ HP410
        decisions:
          - text: Bilaget udvides med cancer
        #   ^ HP409

    Bad (2022/status/2022-03/sundhed.yaml):
        date: 2022-03-14
        #     ^ HP410
        meeting: june-meeting
        activities:
          h1:
            status: delayed
        #           ^ HP406

    Good (2022/meetings/june-meeting.yaml):
        step: june-meeting
        date: 2022-06-20
    """
    model: Any = file.model
    name = model.step if file.place.kind == "meeting" else model.meeting
    year = file.place.year or 0
    step = file.known.cycle(year).get(name or "")
    if step is None:
        return
    from handleplan.cycle import step_window

    window = step_window(step, year)
    day: date = model.date
    if day in window:
        return
    if file.place.kind == "report":
        if not is_of_round(file) or not round_is_of_year(file):
            return
        days = file.known.meeting_days(year, step.id, file.place.slug)
        if window.first <= day <= min(days, default=window.first):
            return
    yield found(("date",), date=day, step=step.id, first=window.first, last=window.last)


@rule(
    "HP411",
    "warning",
    on=("meeting",),
    da="Fristen {due} ligger før mødet ({date}), hvor beslutningen blev taget.",
    en="The deadline {due} lies before the meeting ({date}) at which it was decided.",
)
def decision_due_before_meeting(file: File[Meeting]) -> Iterator[Found]:
    """What a meeting decides is done after it; an earlier deadline is a slip, mostly in the year.

    Dansk: Det, et møde beslutter, bliver gjort bagefter; en tidligere frist er en skrivefejl, oftest i årstallet.

    Bad (2022/meetings/june-meeting.yaml):
        date: 2022-06-20
        decisions:
          - text: Bilaget udvides med cancer
            owner: RU
            due: 2021-10-01
        #        ^ HP411
          - text: Der holdes en temadag
            owner: RU
            due: 2022-06-19
        #        ^ HP411

    Good (2022/meetings/june-meeting.yaml):
        date: 2022-06-20
        decisions:
          - text: Bilaget udvides med cancer
            owner: RU
            due: 2022-06-20
    """
    for index, decision in enumerate(file.model.decisions):
        if decision.due and decision.due < file.model.date:
            yield found(("decisions", index, "due"), due=decision.due, date=file.model.date)


@rule(
    "HP412",
    "warning",
    on=("meeting",),
    da="Materialet skal først sendes {due}, efter mødet ({date}).",
    en="The papers are not due until {due}, after the meeting ({date}).",
)
def papers_due_after_meeting(file: File[Meeting]) -> Iterator[Found]:
    """Papers are sent before a meeting, so that everybody can read them.

    Dansk: Materialet sendes før mødet, så alle kan nå at læse det.

    Bad (2022/meetings/june-meeting.yaml):
        date: 2022-06-20
        papers_due: 2022-07-13
        #           ^ HP412
        decisions:
          - text: Bilaget udvides med cancer
        #   ^ HP409

    Good (2022/meetings/june-meeting.yaml):
        date: 2022-06-20
        papers_due: 2022-06-13
    """
    due = file.model.papers_due
    if due and due > file.model.date:
        yield found(("papers_due",), due=due, date=file.model.date)
