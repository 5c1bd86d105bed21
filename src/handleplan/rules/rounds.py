"""Family 4, rounds: what a status report says, beside its plan's schedule and the rounds before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from handleplan.context import File, found, found_key
from handleplan.rule import Found, rule
from handleplan.rules.identity import is_of_round, round_is_of_year

if TYPE_CHECKING:
    from handleplan.model.status import StatusReport

# How far a status is along the way; what is settled goes no further. One that is delayed has begun, or should have.
_FAR: Mapping[str, int] = {
    "planned": 0, "in_progress": 1, "ongoing": 1, "delayed": 1, "done": 2, "dropped": 2, "carried_over": 2,
}  # fmt: skip
_TO_BE_EXPLAINED = ("delayed", "dropped")


@rule(
    "HP405",
    "warning",
    on=("report",),
    da="Aktiviteten begynder først i Q{quarter}, efter rapportens dato ({date}). Ret status eller planens kvartaler.",
    en="The activity does not begin until Q{quarter}, after the report's date ({date}). Correct the status, or the plan's quarters.",
)
def done_before_it_began(file: File[StatusReport]) -> Iterator[Found]:
    """What is done before its first quarter was reported on the wrong line, or planned too late.

    Dansk: Det, der er gennemført før sit første kvartal, er skrevet ved en forkert aktivitet eller planlagt for sent.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: done
          h2:
            status: done
        #           ^ HP405
          h3:
            status: done
        #           ^ HP405

    Beside (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q2
          - id: h2
            text: Netværk
            quarters: Q3
          - id: h3
            text: Studieture
            quarters: Q4

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: done

    Beside (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q2-Q4
    """
    done = {name for name, entry in file.model.activities.items() if entry.status == "done"}
    year = file.place.year or 0
    if not done or not (is_of_round(file) and round_is_of_year(file)) or file.model.date.year > year:
        return
    from handleplan.cycle import work_window

    for work in (file.known.work(year, file.place.slug) or {}).values():
        if work.quarters and work.id in done and work_window(work.quarters, year).first > file.model.date:
            path = ("activities", work.id, "status")
            yield found(path, quarter=work.quarters[0], date=file.model.date)


@rule(
    "HP406",
    "warning",
    on=("report",),
    da="Status er “{status}”, men der er ingen note. Skriv kort hvorfor, og hvad der nu sker.",
    en="The status is “{status}”, but there is no note. Write briefly why, and what happens now.",
)
def unexplained_status(file: File[StatusReport]) -> Iterator[Found]:
    """A delay, or the end of an activity, is what a meeting asks about; a note answers before it is asked.

    Dansk: En forsinkelse, eller at noget udgår, spørger mødet til; en note svarer på forhånd.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: delayed
        #           ^ HP406
          h2:
            status: dropped
        #           ^ HP406

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: delayed
            note: Hospitalet er først klar i september.
    """
    for name, entry in file.model.activities.items():
        if entry.status in _TO_BE_EXPLAINED and not entry.note:
            yield found(("activities", name, "status"), status=entry.status)


@rule(
    "HP407",
    "warning",
    on=("report",),
    da="I runden {round} var status “{before}”; nu er den “{status}”. Skriv i en note, hvad der er sket.",
    en="In the round {round} the status was “{before}”; now it is “{status}”. Write in a note what has happened.",
)
def status_going_backwards(file: File[StatusReport]) -> Iterator[Found]:
    """Work goes from planned over in progress, ongoing or delayed to done, dropped or carried over; the other way needs a note.

    A status that was reported earlier is held against the latest round before this one that gives one.

    Dansk: Arbejdet går fra planned over in_progress, ongoing eller delayed til done, dropped eller carried_over; går det
    den anden vej, må en note sige hvorfor. Der sammenlignes med den seneste tidligere runde, som har en status.

    Bad (2022/status/2022-09/sundhed.yaml):
        date: 2022-09-01
        activities:
          h1:
            status: in_progress
        #           ^ HP407
          h2:
            status: planned
        #           ^ HP407

    Beside (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: done
          h2:
            status: ongoing

    Good (2022/status/2022-09/sundhed.yaml):
        date: 2022-09-01
        activities:
          h1:
            status: in_progress
            note: Evalueringen viste, at to kommuner mangler.

    Beside (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: done
    """
    silent = {
        name: entry.status
        for name, entry in file.model.activities.items()
        if entry.status
        and not entry.note
        and entry.status not in _TO_BE_EXPLAINED  # those need a note anyway
    }
    if not silent:
        return
    before: dict[str, tuple[str, str]] = {}
    for report in file.known.reports(file.place.year or 0, file.place.slug, before=file.place.round):
        before.update({name: (status, report.round) for name, status in report.statuses.items()})
    for name, status in silent.items():
        last, round_ = before.get(name, ("planned", ""))
        if _FAR[status] < _FAR[last]:
            yield found(("activities", name, "status"), status=status, before=last, round=round_)


@rule(
    "HP408",
    "advice",
    on=("report",),
    da="Rapporten har endnu ingen tekst under {texts}. Et par linjer er nok til mødet.",
    en="The report has no text yet under {texts}. A few lines are enough for the meeting.",
)
def report_without_text(file: File[StatusReport]) -> Iterator[Found]:
    """The managements talk over status, challenges, lessons, priorities and new opportunities; a list of statuses is no start.

    Dansk: Ledelserne drøfter status, udfordringer, erfaringer, prioritering og nye muligheder; en liste over status
    giver ikke samtalen en begyndelse.

    Bad (2022/status/2022-06/sundhed.yaml):
        date: 2022-06-14
        #     ^ HP408
        challenges: Færre ansøgere end ventet.
        activities:
          h1:
            status: delayed
        #           ^ HP406

    Good (2022/status/2022-06/sundhed.yaml):
        summary: Vi er godt på vej.
        challenges: Færre ansøgere end ventet.
        lessons: Tidlig dialog hjælper.
        priorities: Hospitalerne.
        opportunities: Et nyt program for data.
    """
    from handleplan.model.status import TEXTS

    without = [key for key in TEXTS if not getattr(file.model, key)]
    if without:
        begun = [key for key in without if file.source.path_in_file((key,))]
        yield (found_key((begun[0],), texts=without) if begun else found(("date",), texts=without))
