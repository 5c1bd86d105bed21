"""Family 3, planning: what makes a plan complete and its parts agree with each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.problem import Several
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from handleplan.model.plan import Plan
    from handleplan.problem import Severity

# What a plan is merely poor in is a suggestion while people still write on it (DESIGN §5).
ONCE_AGREED: Mapping[str, Severity] = {"agreed": "warning", "closed": "warning"}


@rule(
    "HP301",
    "error",
    on=("plan",),
    da="“{stage}” ({date}) ligger før “{before}” ({before_date}). Stadierne skal følge efter hinanden.",
    en="“{stage}” ({date}) lies before “{before}” ({before_date}). The stages must follow each other.",
)
def stages_out_of_order(file: File[Plan]) -> Iterator[Found]:
    """A plan is proposed, then agreed, then closed; the dates follow each other.

    Dansk: En plan bliver foreslået, så aftalt og til sidst afsluttet; datoerne følger efter hinanden.

    Bad (2022/sundhed.yaml):
        stages:
          proposed: 2022-02-10
          agreed: 2022-01-25
        #         ^ HP301
          closed: 2022-01-20
        #         ^ HP301

    Good (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
          agreed: 2022-01-25
    """
    given = [(stage, day) for stage, day in file.model.stages if day is not None]
    for (before, before_date), (stage, day) in pairwise(given):
        if day < before_date:
            yield found(("stages", stage), stage=stage, date=day, before=before, before_date=before_date)


@rule(
    "HP302",
    "error",
    on=("plan",),
    by_stage={"draft": "warning"},
    da="Ingen aftale i handleplan.yaml dækker {year}.",
    en="No agreement in handleplan.yaml covers {year}.",
)
def year_outside_agreement(file: File[Plan]) -> Iterator[Found]:
    """A plan carries out one year of an agreement, which also says which themes and which yearly cycle apply.

    Dansk: En plan udmønter ét år af en aftale, som også siger, hvilke temaer og hvilket årshjul der gælder.

    Bad (2031/sundhed.yaml):
        theme: sundhed
        year: 2031
        #     ^ HP302
        stages:
          proposed: 2031-01-10
          agreed: 2031-01-09
        #         ^ HP301

    Good (2022/sundhed.yaml):
        theme: sundhed
        year: 2022
    """
    year, config = file.model.year, file.known.config
    # What an agreement whose years are reversed was to cover nobody knows; agreement-years-reversed says so.
    reversed_years = any(one.last_year < one.first_year for one in config.agreements)
    if year == file.place.year and not config.agreement_of(year) and not reversed_years:
        yield found(("year",), year=file.model.year)


@rule(
    "HP303",
    "advice",
    on=("plan",),
    by_stage=ONCE_AGREED,
    da="Planen har ingen mål. Hvad skal være nået ved årets udgang?",
    en="The plan has no goals. What is to be reached by the end of the year?",
)
def plan_without_goals(file: File[Plan]) -> Iterator[Found]:
    """Goals let both managements see in June and January whether the work took them where they wanted to go.

    Dansk: Med mål kan begge ledelser i juni og januar se, om arbejdet har ført dem derhen, hvor de ville.

    Bad (2022/sundhed.yaml):
        title: Sundhed i 2022
        #      ^ HP303
        actions:
          - id: h1
            text: Synlighed
            goals:
              - m1
        #       ^ HP202

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
    """
    if not file.model.goals:
        yield found(("title",))


@rule(
    "HP304",
    "advice",
    on=("plan",),
    by_stage=ONCE_AGREED,
    da="Ingen aktivitet nævner {goals} blandt sine mål. Er der noget, der fører dertil?",
    en="No activity names {goals} among its goals. Does anything lead there?",
)
def unserved_goal(file: File[Plan]) -> Iterator[Found]:
    """Once a plan ties activities to goals, a goal that none serves is either reached by luck or forgotten.

    Dansk: Når aktiviteter først er knyttet til mål, er et mål uden aktiviteter enten glemt eller overladt til tilfældet.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
          - id: m2
        #       ^ HP304
            text: Synlighed i Europa
        actions:
          - id: h1
            text: Netværk
            goals:
              - m1
              - m9
        #       ^ HP202

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        actions:
          - id: h1
            text: Netværk
            goals:
              - m1
    """
    served = file.model.names.goals.intersection(goal.id for goal in file.model.goals if goal.id)
    if not served:
        return
    unserved = [
        (index, goal.id) for index, goal in enumerate(file.model.goals) if goal.id and goal.id not in served
    ]
    if unserved:
        yield found(("goals", unserved[0][0], "id"), goals=[name for _, name in unserved])


@rule(
    "HP305",
    "advice",
    on=("plan",),
    by_stage=ONCE_AGREED,
    da="Her står endnu kun en titel: {areas}. En målsætning (objective) kan vise, hvor året skal føre hen.",
    en="Only a title stands here yet: {areas}. An objective can show where the year is to lead.",
)
def focus_area_without_content(file: File[Plan]) -> Iterator[Found]:
    """A title alone leaves both parties to think of something else; an objective, a text or activities say what is meant.

    Dansk: Ved en titel alene kan parterne tænke på hver sit; en målsætning, en tekst eller aktiviteter siger, hvad der
    er ment.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        focus_areas:
          - id: data
            title: Data
        #          ^ HP305
          - id: cancer
            title: Cancer
            owner: CDUE
        #          ^ HP203

    Good (2022/sundhed.yaml):
        focus_areas:
          - id: data
            title: Data
            objective: Bedre adgang til data på tværs af hospitalerne.
    """
    areas = file.model.focus_areas
    bare = [index for index, one in enumerate(areas) if not (one.objective or one.text or one.activities)]
    if bare:
        names = Several(areas[index].id or areas[index].title for index in bare)
        yield found(("focus_areas", bare[0], *_title(file, bare[0])), areas=names)


def _title(file: File[Plan], index: int) -> tuple[str, ...]:
    """Return the rest of the path to a focus area's title; a text that stands for one is the title."""
    return () if isinstance(file.source.data["focus_areas"][index], str) else ("title",)
