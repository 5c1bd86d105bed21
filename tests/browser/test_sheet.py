"""Papers of one page, printed by a real browser and set by typst: they are one page, and the page is well used."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from handleplan.cli.report_material import Wish, material_for
from handleplan.locale import Texts
from handleplan.report import sheet
from handleplan.report.formats import render
from handleplan.report.kinds import build_paper
from handleplan.report.overview_paper import _shares
from handleplan.report.view import Paper
from handleplan.workspace import Workspace
from tests.browser.papers import WORKSPACES
from tests.browser.screen import Screen
from tests.browser.test_print import Word, pages_of
from tests.report.one_page import FULL, HARD, onepage

# Where the page's own content begins and ends at the latest, in points: above and below run the header and the footer
TOP, BOTTOM = 45, 800


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
