"""Papers of one page, printed by a real browser and set by typst: they are one page, and the page is well used."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handleplan.cli.report_material import Wish, material_for
from handleplan.locale import Texts
from handleplan.model.plan import Plan
from handleplan.model.values import STATUSES
from handleplan.report import sheet
from handleplan.report.formats import render
from handleplan.report.kinds import build_paper
from handleplan.report.overview_paper import _shares
from handleplan.report.view import Paper
from handleplan.workspace import Workspace
from tests.browser.papers import WORKSPACES
from tests.browser.screen import Screen
from tests.browser.test_print import Word, pages_of
from tests.report.samples import CONFIG, RICH, config_of, plan_of
from tests.report.year import CULTURE, material_of

SHORT = "Et møde om data"
LONG = "Udarbejde en kortlægning af muligheder for at søge midler sammen med kommuner, hospitaler og virksomheder"
LOGO = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA5IDMiLz4="
DECEMBER = date(2022, 12, 31)
# Where the page's own content begins and ends at the latest, in points: above and below run the header and the footer
TOP, BOTTOM = 45, 800
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


def blank(words: Sequence[Word]) -> float:
    """Return how much of a page's height is empty above its foot."""
    last = max(word.bottom for word in words if TOP < word.top < BOTTOM)
    return (BOTTOM - last) / (BOTTOM - TOP)


def printed(paper: Paper, screen: Screen, plex: Screen, folder: Path) -> dict[str, list[list[Word]]]:
    """Print a paper in every way there is, and read the pages."""
    html, found = render(paper, "html", Texts("da")), {}
    for name, window in (("widest", screen), ("plex", plex)):
        window.show(html)
        found[name] = pages_of(window.print())
    path = folder / "paper.pdf"
    path.write_bytes(render(paper, "pdf", Texts("da")))
    return {**found, "typst": pages_of(path)}


@pytest.mark.parametrize("name", HARD)
def test_an_overview_is_one_page_and_well_used(
    name: str, screen: Screen, plex: Screen, tmp_path: Path
) -> None:
    paper = HARD[name]()
    pages = printed(paper, screen, plex, tmp_path)
    (late,) = (section for section in paper.cover or () if section.key == "late")
    assert {way: len(found) for way, found in pages.items()} == dict.fromkeys(pages, 1)
    if late.more:
        last = sheet.row_height(late.tables[0].rows[-1], _shares(late.tables[0])) / sheet.HEIGHT
        assert max(blank(found[0]) for found in pages.values()) - last < 0.25


@pytest.mark.parametrize("name", FULL)
def test_one_page_is_one_page_and_well_used(name: str, screen: Screen, plex: Screen, tmp_path: Path) -> None:
    paper = onepage(FULL[name])
    pages = printed(paper, screen, plex, tmp_path)
    assert {way: len(found) for way, found in pages.items()} == dict.fromkeys(pages, 1)
    assert any(section.more for section in paper.plans[0].sections)
    assert max(blank(found[0]) for found in pages.values()) < 0.25


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda folder: folder.name)
def test_the_shipped_pages_are_one_page_each(
    workspace: Path, screen: Screen, plex: Screen, tmp_path: Path
) -> None:
    known = Workspace(workspace)
    texts = Texts(known.config.language, known.config.labels)
    for year in known.years():
        for kind, chosen in [("overview", ()), *(("onepage", (theme,)) for theme in known.plans(year))]:
            for day in (date(year, 1, 12), date(year, 6, 20), date(year, 12, 31)):
                paper = build_paper(
                    kind, material_for(known, texts, Wish(kind, chosen, year, None, None, day, day))
                )
                pages = printed(paper, screen, plex, tmp_path)
                sections = (
                    *(paper.cover or ()),
                    *(section for plan in paper.plans for section in plan.sections),
                )
                assert {way: len(found) for way, found in pages.items()} == dict.fromkeys(pages, 1)
                if any(section.more for section in sections):
                    assert max(blank(found[0]) for found in pages.values()) < 0.25
