import re

from handleplan.report.pictures import HIGHEST, draw, draw_inline
from handleplan.report.pictures.printed import draw_printed
from handleplan.report.view import Bar, Bars, Part, Picture, Table, Timeline, Track, TrackGroup
from tests.report.year import paper_of_kind

EMPTY = Table(None, (), ())
FIRST, OTHERS = HIGHEST


def timeline(*groups: TrackGroup) -> Picture:
    data = Timeline(2022, ("Q1", "Q2", "Q3", "Q4"), groups, None, None)
    return Picture("timeline", "t", "Tidsplan", "En tidslinje.", data, EMPTY)


def group(name: str, tracks: int) -> TrackGroup:
    return TrackGroup(
        name, tuple(Track(f"{name}-{n}", (1,), "done", "Gennemført", late=False) for n in range(tracks))
    )


def labels(svg: str) -> list[str]:
    return re.findall(r">([A-Z]+-\d+)<", svg)


def height(svg: str) -> float:
    found = re.search(r' height="([\d.]+)"', svg)
    assert found
    return float(found[1])


def test_what_fits_on_a_page_is_one_piece() -> None:
    picture = timeline(group("A", 3), group("B", 2))
    (piece,) = draw_printed(picture, None)
    assert height(piece.svg) == round(draw(picture).height, 1) < FIRST
    assert piece.alternative == "Tidsplan. En tidslinje."


def test_a_long_timeline_is_parted_between_rows() -> None:
    pieces = draw_printed(timeline(group("A", 3), group("B", 70), group("C", 1)), None)
    wanted = [*(f"A-{n}" for n in range(3)), *(f"B-{n}" for n in range(70)), "C-0"]
    assert [label for piece in pieces for label in labels(piece.svg)] == wanted
    assert len(pieces) > 2
    heights = [height(piece.svg) for piece in pieces]
    assert heights[0] <= FIRST
    assert max(heights[1:]) <= OTHERS
    assert min(heights[:-1]) > FIRST - 100
    assert [piece.alternative for piece in pieces[1:]] == [
        f"Tidsplan ({n}/{len(pieces)})." for n in range(2, len(pieces) + 1)
    ]
    assert all(">B<" in piece.svg for piece in pieces)


def test_many_bars_are_parted_too() -> None:
    bars = tuple(Bar(f"T-{n}", "1 aktivitet", (Part("done", "Gennemført", 1),)) for n in range(45))
    picture = Picture("bar", "b", "Status", "Søjler.", Bars(bars, bars[0].parts), EMPTY)
    pieces = draw_printed(picture, "#a8322d")
    assert [label for piece in pieces for label in labels(piece.svg)] == [f"T-{n}" for n in range(45)]
    assert all(height(piece.svg) < FIRST for piece in pieces)


def test_an_empty_timeline_is_a_picture_still() -> None:
    assert len(draw_printed(timeline(), None)) == 1


def test_the_words_of_a_table_that_is_not_shown_are_the_alternative() -> None:
    for kind in ("plan", "status", "overview"):
        paper = paper_of_kind(kind)
        sections = [*(paper.cover or ()), *(section for plan in paper.plans for section in plan.sections)]
        for picture in (picture for section in sections for picture in section.pictures):
            told = draw_printed(picture, None)[0].alternative
            row = picture.table.rows[0]
            first = row[0].text if isinstance(row[0].text, str) else row[0].text.visible
            assert (f"{picture.table.heads[0]}: {first}" in told) is not picture.beside


def test_a_page_of_html_parts_a_timeline_as_a_pdf_does() -> None:
    picture = timeline(group("A", 3), group("B", 70), group("C", 1))
    drawn = re.findall(r'(?s)<svg class="wide".*?</svg>', draw_inline(picture))
    assert [labels(svg) for svg in drawn] == [labels(piece.svg) for piece in draw_printed(picture, None)]
    assert [f"Tidsplan ({number}/{len(drawn)})</title>" in svg for number, svg in enumerate(drawn, 1)] == [
        True
    ] * len(drawn)
    assert [svg.count("<defs>") for svg in drawn] == [1] + [0] * (len(drawn) - 1)
