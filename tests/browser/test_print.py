"""Papers on A4, printed by a real browser: every word is there, none is cut off, and what has to fit on one page does."""

import re
import subprocess
import unicodedata
from collections import Counter
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from handleplan.locale import Texts
from handleplan.report.formats import render
from tests.browser.papers import LONGEST, PAPERS, html_of
from tests.browser.screen import Screen, require_program
from tests.report.test_pdf import large_paper

# A4 and the least that papers leave at the sides, in points
WIDTH, HEIGHT, SIDE = 595, 842, 40
# Above and below run the header and the footer
TOP, BOTTOM = 50, 775
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>'
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


def test_a_long_timeline_is_not_cut_between_pages(screen: Screen) -> None:
    screen.show(render(large_paper("plan", 100), "html", Texts("da")))
    pages = pages_of(screen.print())
    body = [word for words_ in pages for word in words_ if word.bottom > TOP and word.top < BOTTOM]
    assert sum(word.text == "Aktivitet" for word in body) == 2 * 100
    # the margins of a page, 26 and 24 mm
    assert [word for word in body if word.top < 73 or word.bottom > HEIGHT - 67] == []
    titles = [
        number for number, words_ in enumerate(pages) if any(word.text == "Tidsplan" for word in words_)
    ]
    assert any(word.text == "Q4" for word in pages[titles[-1]])


@pytest.mark.parametrize(
    "name", ["invented-plan-da", "invented-plan-alone", "invented-status-da", "invented-status-alone"]
)
def test_heads_run_from_the_second_page_on_and_feet_on_all(screen: Screen, name: str) -> None:
    screen.show(html_of(name))
    pages = pages_of(screen.print())
    heads = [" ".join(word.text for word in words_ if word.bottom < TOP) for words_ in pages]
    feet = [" ".join(word.text for word in words_ if word.top > BOTTOM) for words_ in pages]
    assert len(pages) > 1
    assert heads[0] == ""
    assert all(heads[1:])
    assert feet == [
        f"Kontoret · Sagsnummer 1-30-72-1-22 Side {number} af {len(pages)}"
        for number in range(1, len(pages) + 1)
    ]
