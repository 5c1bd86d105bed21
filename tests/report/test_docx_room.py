"""Whether a text fits on a page of Word's as it is: estimated, on the safe side."""

import pytest

from handleplan.report.view import Paper
from handleplan.report.word.room import fits
from tests.report.docx_reading import STYLES, set_paper, values
from tests.report.one_page import FULL, HARD, onepage

HEIGHT, HEADINGS = 13832, {"Overskrift1"}


def is_tight(paper: Paper) -> bool:
    """Tell whether a paper was set smaller than the template has it, whose title is of 26 points."""
    return max(map(int, values(set_paper(paper), "sz", name=STYLES))) < 52


@pytest.mark.parametrize(
    ("paper", "tight"),
    [
        (HARD["no-late"](), False),
        (HARD["long"](), True),
        (onepage(FULL["short"]), True),
        (onepage({"actions": [], "goals": []}), False),
    ],
)
def test_papers_of_one_page_are_set_smaller_where_they_are_long(paper: Paper, tight: bool) -> None:
    assert is_tight(paper) == tight


def test_more_text_and_pictures_take_more_room() -> None:
    line = '<w:p><w:r><w:t xml:space="preserve">Tekst</w:t></w:r></w:p>'
    row = f"<w:tbl><w:tr><w:tc>{line}</w:tc></w:tr></w:tbl>"
    drawn = '<w:p><w:r><wp:extent cx="1" cy="5000000"/></w:r></w:p>'
    for piece, most in ((line, 29), (row, 29), (drawn, 1)):
        assert fits(piece * most, HEIGHT, HEADINGS)
        assert not fits(piece * (most + 8), HEIGHT, HEADINGS)
    assert not fits(line.replace("Tekst", "Tekst " * 900), HEIGHT, HEADINGS)


def test_headings_take_more_room_in_any_language() -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t xml:space="preserve">Mål</w:t></w:r></w:p>'
    assert fits(heading * 20, HEIGHT, ())
    assert not fits(heading * 20, HEIGHT, HEADINGS)
