"""Pictures for a printed page: each as SVG files that carry their colours, in pieces where one page cannot hold it."""

from collections.abc import Iterator
from typing import NamedTuple

from handleplan.report.pictures import HIGHEST, draw
from handleplan.report.pictures.slide import render_slide
from handleplan.report.view import Bars, Picture, Table, Timeline, TrackGroup

# As many bars go on one page
_BARS = 20


class Piece(NamedTuple):
    """A drawing as an SVG file, and what tells it to those who do not see it."""

    svg: str
    alternative: str


def draw_printed(picture: Picture, colour: str | None) -> tuple[Piece, ...]:
    """Draw a picture for a page.

    Args:
        picture: the picture; where its table does not stand beside it, the table's words become the alternative.
        colour: the theme's, ``#rrggbb``, made readable; ``None`` for the neutral accent.
    """
    told = " ".join((picture.description, *(() if picture.beside else _told(picture.table))))
    pieces = tuple(_pieces(picture))
    return tuple(
        Piece(
            render_slide(piece, colour, titled=False),
            f"{picture.title}. {told}" if number == 1 else f"{picture.title} ({number}/{len(pieces)}).",
        )
        for number, piece in enumerate(pieces, 1)
    )


def _pieces(picture: Picture) -> Iterator[Picture]:
    """Part a picture into ones that fit on a page each."""
    match picture.data:
        case Timeline():
            for groups in _pages(picture, picture.data):
                yield picture._replace(data=picture.data._replace(groups=groups))
        case Bars(bars=bars) if len(bars) > _BARS:
            for first in range(0, len(bars), _BARS):
                yield picture._replace(data=picture.data._replace(bars=bars[first : first + _BARS]))
        case _:
            yield picture


def _pages(picture: Picture, timeline: Timeline) -> Iterator[tuple[TrackGroup, ...]]:
    """Part a timeline into pages; a group that goes on has its title again.

    Heights add up: a page's own, a group's title, each row.
    """

    def height(*groups: TrackGroup) -> float:
        return draw(picture._replace(data=timeline._replace(groups=groups))).height

    bare = height()
    page: list[TrackGroup] = []
    used = bare
    room, alone = HIGHEST
    for group in timeline.groups:
        title = height(group._replace(tracks=())) - bare
        begun = False
        for track in group.tracks:
            row = height(group._replace(tracks=(track,))) - bare - title
            if page and used + row + (0 if begun else title) > room:
                yield tuple(page)
                page, used, begun, room = [], bare, False, alone
            if begun:
                page[-1] = page[-1]._replace(tracks=(*page[-1].tracks, track))
            else:
                page.append(group._replace(tracks=(track,)))
                used += title
            used += row
            begun = True
    yield tuple(page)


def _told(table: Table) -> Iterator[str]:
    """Tell a table row by row."""
    for row in table.rows:
        cells = (
            f"{head}: {words}"
            for head, cell in zip(table.heads, row, strict=True)
            if (words := cell.text if isinstance(cell.text, str) else cell.text.visible)
        )
        yield "; ".join(cells) + "."
