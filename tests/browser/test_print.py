"""Papers on A4, printed by a real browser: every word is there, none is cut off, and what has to fit on one page does."""

import re
import subprocess
import unicodedata
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from handleplan.locale import Texts
from handleplan.report.formats import render
from handleplan.report.kinds import build_paper
from handleplan.report.view import Paper
from tests.browser.papers import LONGEST, PAPERS, html_of
from tests.browser.screen import Screen, require_program
from tests.report.samples import RICH, plan_of
from tests.report.year import CULTURE, material_of

# A4 and the least that papers leave at the sides, in points
WIDTH, HEIGHT, SIDE = 595, 842, 40
# Above and below run the header and the footer
TOP, BOTTOM = 50, 775
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>'
)

SHORT, LONG = (
    "Kort",
    "En temmelig lang tekst om noget, der skal ske i løbet af året, og som fylder flere linjer. " * 3,
)


class Word(NamedTuple):
    """A printed word and its edges, in points from the upper left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    return Word(float(left), float(top), float(right), float(bottom), unescape(text))


def pages_of(printed: Path) -> list[list[Word]]:
    """Read where every word of a PDF file stands, page by page."""
    program = require_program("pdftotext")
    text = subprocess.run(
        [program, "-bbox", printed, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    pages = []
    for width, height, words in _PAGE.findall(text):
        assert (round(float(width)), round(float(height))) == (WIDTH, HEIGHT)
        pages.append([_word(*found) for found in _WORD.findall(words)])
    return pages


def text_of(printed: Path) -> str:
    """Read a PDF file's text in the order it was set in."""
    command: list[str | Path] = [require_program("pdftotext"), "-raw", printed, "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def letters(text: str) -> str:
    """Reduce a text to what survives line breaks and hyphenation; Latin alone, since others change their forms."""
    return "".join(re.findall("[0-9A-Za-zÀ-ɏ]", unicodedata.normalize("NFKC", text)))


def words(text: str) -> set[str]:
    return {word for word in map(letters, text.split()) if word}


@pytest.mark.parametrize("name", [*PAPERS, *LONGEST])
def test_every_word_is_printed_and_none_is_cut_off(screen: Screen, name: str) -> None:
    page = screen.show(html_of(name))
    printed = screen.print()
    seen = page.locator("body").inner_text()
    pages, read = pages_of(printed), letters(text_of(printed))
    assert {word for word in words(seen) if word not in read} == set()
    assert not Counter(letters(seen)) - Counter(read)
    outside = [
        word for words_ in pages for word in words_
        if word.left < SIDE or word.right > WIDTH - SIDE or word.top < 0 or word.bottom > HEIGHT
    ]  # fmt: skip
    assert outside == []
    # what is broken in many ways at once may end with an empty page
    assert name == "hostile-plan" or all(
        any(TOP < word.top < BOTTOM for word in words_) for words_ in pages
    ), "a page is empty"
    # no sentence is long enough to be left out for the sake of titles and labels as long as these
    if ("onepage" in name or "overview" in name) and not name.startswith(("hostile", "long-words")):
        assert len(pages) == 1


def entries(number: int, text: str, **more: str) -> list[dict[str, str]]:
    return [{"id": f"x{n}-{len(text)}", "text": text, **more} for n in range(number)]


def areas(number: int, activities: int, text: str) -> list[dict[str, Any]]:
    return [
        {"title": f"Fokusområde {n}", "activities": [{"text": text, "quarters": "Q1-Q2"}] * activities}
        for n in range(number)
    ]


def number_of_pages(screen: Screen, paper: Paper) -> int:
    screen.show(render(paper, "html", Texts("da")))
    return len(pages_of(screen.print()))


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
def test_one_page_is_one_page(screen: Screen, changes: dict[str, Any]) -> None:
    plan = plan_of(RICH, stages={"proposed": "2022-01-10"}, **changes)
    paper = build_paper("onepage", material_of(plan, chosen=("sundhed",)))
    assert number_of_pages(screen, paper) == 1
    assert any(section.more for section in paper.plans[0].sections)


def test_an_overview_is_one_page(screen: Screen) -> None:
    late = entries(40, LONG, quarters="Q1", owner="AB")
    plans = (plan_of(RICH, actions=late), plan_of(CULTURE, actions=late))
    paper = build_paper("overview", material_of(*plans, today=date(2022, 11, 1)))
    assert number_of_pages(screen, paper) == 1
