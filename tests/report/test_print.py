"""What has to fit on one page, printed by a real browser; without one on the machine there is nothing to ask."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handleplan.locale import Texts
from handleplan.report.formats import render
from handleplan.report.kinds import build_paper
from handleplan.report.view import Paper
from handleplan.workspace import Workspace
from tests.report.samples import RICH, plan_of
from tests.report.year import CULTURE, material_of

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine")

SHORT, LONG = (
    "Kort",
    "En temmelig lang tekst om noget, der skal ske i løbet af året, og som fylder flere linjer. " * 3,
)


def entries(number: int, text: str, **more: str) -> list[dict[str, str]]:
    return [{"id": f"x{n}-{len(text)}", "text": text, **more} for n in range(number)]


def areas(number: int, activities: int, text: str) -> list[dict[str, Any]]:
    return [
        {"title": f"Fokusområde {n}", "activities": [{"text": text, "quarters": "Q1-Q2"}] * activities}
        for n in range(number)
    ]


def pages_of(paper: Paper, folder: Path) -> int:
    """Print a paper and count the pages."""
    assert BROWSER
    page, printed = folder / "paper.html", folder / "paper.pdf"
    page.write_text(render(paper, "html", Texts("da")), encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run")
    still = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
    subprocess.run(
        [
            BROWSER,
            *options,
            *still,
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))


@pytest.mark.parametrize(
    "changes",
    [
        {"actions": entries(80, SHORT), "goals": entries(80, SHORT)},
        {"actions": entries(30, LONG), "goals": entries(30, LONG), "core_activities": entries(30, LONG)},
        {"actions": entries(40, LONG[:90]), "vision": LONG * 2, "purpose": LONG},
        {"focus_areas": areas(30, 1, SHORT), "annexes": entries(9, SHORT, title="Bilag")},
        {"focus_areas": areas(5, 9, LONG), "actions": entries(9, "w" * 400)},
    ],
    ids=["short", "long", "texts", "areas", "words"],
)
def test_one_page_is_one_page(changes: dict[str, Any], tmp_path: Path) -> None:
    plan = plan_of(RICH, stages={"proposed": "2022-01-10"}, **changes)
    paper = build_paper("onepage", material_of(plan, chosen=("sundhed",)))
    assert pages_of(paper, tmp_path) == 1
    assert any(section.more for section in paper.plans[0].sections)


@pytest.mark.parametrize("theme", ["kultur", "groen-omstilling", "sundhed", "uddannelse"])
def test_the_real_plans_fit_on_one_page(theme: str, shipped: Workspace, tmp_path: Path) -> None:
    material = material_of(*shipped.plans(2022).values(), reports=(), config=shipped.config, chosen=(theme,))
    assert pages_of(build_paper("onepage", material), tmp_path) == 1


def test_an_overview_is_one_page(tmp_path: Path) -> None:
    late = entries(40, LONG, quarters="Q1", owner="AB")
    plans = (plan_of(RICH, actions=late), plan_of(CULTURE, actions=late))
    paper = build_paper("overview", material_of(*plans, today=date(2022, 11, 1)))
    assert pages_of(paper, tmp_path) == 1


def test_the_real_overview_is_one_page(shipped: Workspace, tmp_path: Path) -> None:
    plans = shipped.plans(2022).values()
    material = material_of(*plans, reports=(), meetings={}, config=shipped.config, today=date(2022, 12, 31))
    assert pages_of(build_paper("overview", material), tmp_path) == 1
