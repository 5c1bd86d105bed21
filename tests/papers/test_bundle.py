"""Which papers a meeting gets, under which names, and in which formats."""

from datetime import date

import pytest

from handleplan.papers.bundle import pieces_for, set_pieces
from handleplan.report.view import Paper
from tests.papers.office import material, occasion_of
from tests.report.samples import HOSTILE_CONFIG, HOSTILE_PLAN, plan_of
from tests.report.year import hostile_material

JUNE = date(2022, 6, 20)


def stems(word: str, *themes: str, day: date | None = None) -> list[str]:
    found = material(day) if day else material()
    return [piece.stem for piece in pieces_for(found, occasion_of(word, *themes))]


def test_a_meeting_over_plans_gets_the_whole_and_one_of_every_theme() -> None:
    assert stems("january-meeting") == [
        "Dagsorden 2022 – Møde- januar – 2022-01-25",
        "Handleplan 2022 – forslag – 2022-01-10",
        "Handleplan 2022 – Sundhed – aftalt – 2022-01-25",
        "Handleplan 2022 – Kultur – forslag – 2022-01-10",
        "Overblik 2022 – 2022-01-12",
        "Årshjul 2022 – 2022-01-12",
        "Tidsplan 2022 – Sundhed – 2022-01-12",
        "Tidsplan 2022 – Kultur – 2022-01-12",
    ]


def test_a_meeting_over_status_gets_the_reports_and_the_whole_plan() -> None:
    assert stems("june-meeting", day=JUNE) == [
        "Afrapportering på handleplan 2022 – 2022-06-14",
        "Afrapportering på handleplan 2022 – Sundhed – 2022-06-14",
        "Afrapportering på handleplan 2022 – Kultur – 2022-06-10",
        "Handleplan 2022 – forslag – 2022-01-10",
        "Overblik 2022 – 2022-06-20",
        "Årshjul 2022 – 2022-06-20",
        "Tidsplan 2022 – Sundhed – 2022-06-20",
        "Tidsplan 2022 – Kultur – 2022-06-20",
    ]


def test_one_theme_gets_its_own_papers_alone() -> None:
    assert stems("june-meeting", "kultur", day=JUNE) == [
        "Afrapportering på handleplan 2022 – Kultur – 2022-06-10",
        "Handleplan 2022 – Kultur – forslag – 2022-01-10",
        "Overblik 2022 – Kultur – 2022-06-20",
        "Årshjul 2022 – 2022-06-20",
        "Tidsplan 2022 – Kultur – 2022-06-20",
    ]


def test_a_meeting_that_needs_nothing_gets_what_is_always_there() -> None:
    assert stems("team-kultur") == [
        "Beslutningsreferat 2022 – Dialog – Kultur – 2021-11-20",
        "Overblik 2022 – Kultur – 2022-01-12",
        "Årshjul 2022 – 2022-01-12",
        "Tidsplan 2022 – Kultur – 2022-01-12",
    ]


def test_without_plans_there_is_no_paper_of_them() -> None:
    found = material()
    empty = found._replace(data=found.data._replace(plans={}))
    names = [piece.stem for piece in pieces_for(empty, occasion_of("january-meeting"))]
    assert names == ["Dagsorden 2022 – Møde- januar – 2022-01-25", "Årshjul 2022 – 2022-01-12"]


def test_a_meeting_about_a_theme_without_a_plan_is_not_about_the_others() -> None:
    found = material()
    plans = {"sundhed": found.data.plans["sundhed"]}
    pieces = pieces_for(found._replace(data=found.data._replace(plans=plans)), occasion_of("team-kultur"))
    assert [one.content.kind for one in pieces] == ["minutes", "wheel"]


def test_every_paper_is_set_in_every_format_and_every_picture_too() -> None:
    pieces = pieces_for(material(), occasion_of("january-meeting"))
    files = set_pieces(pieces, material(), ("html", "markdown"), ("svg", "png"), None)
    assert len(files) == 2 * len(pieces)
    assert len({name.casefold() for name in files}) == len(files)
    for piece in pieces:
        papers = isinstance(piece.content, Paper)
        wanted = (".html", ".md") if papers else (".svg", ".png")
        assert {piece.stem + suffix for suffix in wanted} <= files.keys()
    assert files == set_pieces(pieces, material(), ("html", "markdown"), ("svg", "png"), None)


@pytest.mark.parametrize("word", ["a"])
def test_hostile_words_make_papers_with_names_that_are_legal(word: str) -> None:
    from handleplan.papers.occasion import find_occasion

    found = hostile_material(HOSTILE_CONFIG, plan_of(HOSTILE_PLAN))
    meetings = {"x": found.data.meetings[0]}
    occasion = find_occasion(HOSTILE_CONFIG, {2022: meetings}, word, JUNE)
    pieces = pieces_for(found, occasion)
    assert len({piece.stem for piece in pieces}) == len(pieces) == 4
    for piece in pieces:
        assert not set('<>:"/\\|?*\n') & set(piece.stem)
        assert len(piece.stem) <= 136
