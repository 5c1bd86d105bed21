"""Family 3, work: who does what when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from handleplan.context import File, found
from handleplan.model.quarters import QuarterError, format_quarters, parse_quarters
from handleplan.problem import Path, SetValue, Several
from handleplan.rule import Found, rule
from handleplan.rules.planning import ONCE_AGREED

if TYPE_CHECKING:
    from handleplan.model.plan import Plan

_ALL_QUARTERS = frozenset({1, 2, 3, 4})


@rule(
    "HP306",
    "advice",
    on=("plan",),
    by_stage=ONCE_AGREED,
    da="Der står ingen ansvarlig for {activities}. Er det den samme for det hele, så skriv owner øverst i planen.",
    en="Nobody is named as responsible for {activities}. If it is the same for all, write owner at the top of the plan.",
)
def activity_without_owner(file: File[Plan]) -> Iterator[Found]:
    """Work that nobody owns is work that everybody takes for the others'; an owner is inherited from area and plan.

    Dansk: En opgave uden ansvarlig tror alle, at de andre løser. Fokusområdets og planens ansvarlige gælder for det,
    der ikke har sin egen.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            owner: RU
          - id: h2
        #   ^ HP306
            text: Netværk
            goals:
              - m1
        #       ^ HP202
          - id: h3
            text: Studieture

    Good (2022/sundhed.yaml):
        owner: RU
        actions:
          - id: h1
            text: Synlighed
    """
    if file.model.owner:
        return
    left = [placed for placed in file.model.activities() if file.model.owner_of(placed) is None]
    if left:
        yield found(left[0].path, activities=Several(placed.entry.id or placed.text for placed in left))


@rule(
    "HP308",
    "warning",
    on=("plan",),
    fixable="safe",
    da="I “{value}” står et kvartal to gange.",
    en="In “{value}” a quarter stands twice.",
)
def overlapping_quarters(file: File[Plan]) -> Iterator[Found]:
    """A quarter written twice is a leftover of a change, or another one was meant.

    Dansk: Et kvartal, der står to gange, er en rest af en rettelse, eller også var der ment et andet.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q1-Q2, Q2
        #             ^ HP308
          - id: h2
            text: Netværk
            quarters: q3, Q3
        #             ^ HP308

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q1, Q3-Q4
    """
    if not any(map(_may_repeat, set(_listed(file.source.text)))):
        return
    for path, entry in work_as_written(file.source.data):
        text = entry.get("quarters", "")
        right = _written_once(text) if "," in text else None
        if right:
            where = (*path, "quarters")
            yield found(where, value=text, corrected=f"quarters: {right}").mended_by(SetValue(where, right))


@rule(
    "HP309",
    "advice",
    on=("plan",),
    by_stage=ONCE_AGREED,
    da="Bilag uden kvartal: {annexes}. Hvornår skal de foreligge?",
    en="Annexes without a quarter: {annexes}. When are they to be there?",
)
def annex_without_quarters(file: File[Plan]) -> Iterator[Found]:
    """An annex is made once, for something that needs it; without a quarter it is never late, and easily forgotten.

    Dansk: Et bilag laves én gang, fordi noget har brug for det; uden kvartal bliver det aldrig forsinket, men let glemt.

    Bad (2022/sundhed.yaml):
        annexes:
          - id: bilag
        #   ^ HP309
            text: Oversigt over prioriteringer
            owner: CDUE
        #          ^ HP203
          - id: bilag-2
            text: Budget

    Good (2022/sundhed.yaml):
        annexes:
          - id: bilag
            text: Oversigt over prioriteringer
            quarters: Q1
    """
    without = [(index, annex) for index, annex in enumerate(file.model.annexes) if not annex.quarters]
    if without:
        yield found(("annexes", without[0][0]), annexes=Several(one.id or one.text for _, one in without))


@rule(
    "HP310",
    "advice",
    on=("plan",),
    by_stage={"closed": None},
    da="Alt arbejde har kvartaler, men i {quarters} sker der ikke noget. Er det meningen?",
    en="All work has quarters, but in {quarters} nothing happens. Is that intended?",
)
def idle_quarter(file: File[Plan]) -> Iterator[Found]:
    """Where every activity says when it happens, a quarter without any is a gap in the plan, or a slip in one of them.

    Dansk: Når alle aktiviteter har en tidsplan, er et kvartal uden nogen et hul i planen, eller der er skrevet forkert.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        actions:
          - id: h1
            text: Synlighed
            quarters: Q1-Q2
        #             ^ HP310
            owner: CDUE
        #          ^ HP203
          - id: h2
            text: Netværk
            quarters: Q4

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q1-Q2
          - id: h2
            text: Netværk
    """
    plan = file.model
    idle = _ALL_QUARTERS
    first: Path | None = None
    for path, entry in _timed(plan):
        if not entry.quarters:
            return
        first = first or path
        idle -= frozenset(entry.quarters)
    if idle and first:
        yield found((*first, "quarters"), quarters=format_quarters(idle))


def work_as_written(data: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the work of a plan as it stands in the file, with its paths; not the plain texts that stand for some."""
    for key in ("core_activities", "focus_areas", "actions", "annexes"):
        for index, entry in enumerate(data.get(key, ())):
            if isinstance(entry, dict):
                yield (key, index), entry
                for inner, activity in enumerate(entry.get("activities", ())):
                    if isinstance(activity, dict):
                        yield (key, index, "activities", inner), activity


def _listed(text: str) -> list[str]:
    """Return quarters with a comma as they stand in a file, to see at a glance whether any need a closer look."""
    return re.findall(r"quarters:\s*([^\n,]*,[^\n]*)", text) if "quarters:" in text else []


@lru_cache(maxsize=256)
def _may_repeat(written: str) -> bool:
    """Tell whether quarters as they stand in a file, perhaps with quotes or a comment, may name one twice."""
    try:
        return _written_once(written.strip()) is not None
    except QuarterError:
        return True


@lru_cache(maxsize=256)
def _written_once(text: str) -> str | None:
    """Return quarters with each of them once; None where they are written so."""
    parts = [parse_quarters(part.strip()) for part in text.split(",")]
    quarters = parse_quarters(text)
    return format_quarters(quarters).replace("–", "-") if sum(map(len, parts)) > len(quarters) else None


def _timed(plan: Plan) -> Iterable[tuple[Path, Any]]:
    """Yield the activities of a plan with their paths, those that seldom have quarters first."""
    for key in ("core_activities", "actions", "annexes"):
        yield from (((key, index), entry) for index, entry in enumerate(getattr(plan, key)))
    for index, area in enumerate(plan.focus_areas):
        inside: list[tuple[Path, Any]] = [
            (("focus_areas", index, "activities", i), one) for i, one in enumerate(area.activities)
        ]
        yield from inside or [(("focus_areas", index), area)]
