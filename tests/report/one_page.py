"""Papers that have to fit on one page: offices and plans with more than a page can hold, and with nothing to tell."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from handleplan.model.plan import Plan
from handleplan.model.values import STATUSES
from handleplan.report.kinds import build_paper
from handleplan.report.view import Paper
from tests.report.samples import CONFIG, RICH, config_of, plan_of
from tests.report.year import CULTURE, material_of

SHORT = "Et møde om data"
LONG = "Udarbejde en kortlægning af muligheder for at søge midler sammen med kommuner, hospitaler og virksomheder"
LOGO = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA5IDMiLz4="
DECEMBER = date(2022, 12, 31)
AGREEMENT: Mapping[str, Any] = CONFIG["agreements"][0]
Make = Callable[[], Paper]


def office(
    themes: int, late: int, text: str = SHORT, *, owner: str | None = None, name: str = "Tema"
) -> Paper:
    """Build the overview of an office: so many themes, each with so many late activities and one of every status."""
    slugs = [f"t{number}" for number in range(themes)]
    named = [{"slug": slug, "name": f"{name} {slug}"} for slug in slugs]
    config = config_of(agreements=[{**AGREEMENT, "themes": named}])
    return build_paper(
        "overview",
        material_of(
            *(_theme(slug, late, text, owner) for slug in slugs),
            config=config,
            reports=tuple(_report(slug) for slug in slugs),
            today=DECEMBER,
            logo=LOGO,
        ),
    )


def _theme(slug: str, late: int, text: str, owner: str | None) -> Plan:
    work: list[dict[str, Any]] = [
        {"id": f"x{number}", "text": f"{text} {number}", "quarters": "Q1, Q3", **({"owner": owner} if owner else {})}
        for number in range(late)
    ]  # fmt: skip
    told = [{"id": status.replace("_", "-"), "text": SHORT, "quarters": "Q4"} for status in STATUSES]
    return plan_of({"theme": slug, "year": "2022", "title": slug, "goals": ["g"], "actions": work + told})


def _report(slug: str) -> Mapping[str, Any]:
    activities = {status.replace("_", "-"): {"status": status} for status in STATUSES}
    return {"theme": slug, "year": "2022", "date": "2022-12-14", "activities": activities}


def long_steps() -> Paper:
    """Build the overview of a year with many open steps, which stand differently for each theme."""
    cycle = [
        {"id": f"s{n}", "from": "01-01", "until": f"{n + 1:02}-28", "title": LONG, "needs": "agreed"}
        for n in range(6)
    ]
    config = config_of(agreements=[{**AGREEMENT, "cycle": cycle}])
    late = [{"id": f"x{n}", "text": LONG, "quarters": "Q1", "owner": "AB"} for n in range(40)]
    plans = (plan_of(RICH, actions=late), plan_of(CULTURE, actions=late))
    return build_paper("overview", material_of(*plans, config=config, today=date(2022, 5, 1)))


def no_late() -> Paper:
    return build_paper("overview", material_of(today=date(2022, 3, 31)))


HARD: Mapping[str, Make] = {
    "one": lambda: office(1, 60),
    "one-long": lambda: office(1, 60, LONG, owner="AB"),
    "short": lambda: office(4, 30),
    "long": lambda: office(4, 30, LONG, owner="AB"),
    "very-long": lambda: office(4, 9, LONG * 4, owner="En ansvarlig med et temmelig langt navn"),
    "endless-words": lambda: office(4, 9, "Donaudampfschifffahrtsgesellschaft" * 5),
    "eight": lambda: office(8, 9, LONG, owner="AB"),
    "ten-long": lambda: office(10, 9, LONG, owner="AB", name="Grøn omstilling og bæredygtige hospitaler"),
    "steps": long_steps,
    "no-late": no_late,
}


def entries(number: int, text: str, **more: str) -> list[dict[str, str]]:
    return [{"id": f"x{n}-{len(text)}", "text": text, **more} for n in range(number)]


def areas(number: int, activities: int, text: str) -> list[dict[str, Any]]:
    return [
        {"title": f"Fokusområde {n}", "activities": [{"text": text, "quarters": "Q1-Q2"}] * activities}
        for n in range(number)
    ]


FULL: Mapping[str, dict[str, Any]] = {
    "short": {"actions": entries(80, SHORT), "goals": entries(80, SHORT)},
    "long": {"actions": entries(30, LONG * 3), "goals": entries(30, LONG * 3), "core_activities": entries(30, LONG)},
    "texts": {"actions": entries(40, LONG), "vision": LONG * 6, "purpose": LONG * 3},
    "areas": {"focus_areas": areas(30, 1, SHORT), "annexes": entries(9, SHORT, title="Bilag")},
    "long-areas": {"focus_areas": areas(5, 9, LONG * 3), "actions": entries(9, "w" * 400)},
    "a-few-areas": {"focus_areas": areas(6, 4, LONG), "core_activities": entries(9, SHORT)},
}  # fmt: skip


def onepage(changes: dict[str, Any]) -> Paper:
    plan = plan_of(RICH, stages={"proposed": "2022-01-10"}, **changes)
    return build_paper("onepage", material_of(plan, chosen=("sundhed",)))
