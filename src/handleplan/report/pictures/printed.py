"""Pictures for a printed page: each as SVG files that carry their colours, in pieces where one page cannot hold it."""

from collections.abc import Iterator
from typing import NamedTuple

from handleplan.report.pictures import WIDE
from handleplan.report.pictures.bars import draw_bars
from handleplan.report.pictures.slide import draw_alone
from handleplan.report.pictures.svg import Drawing
from handleplan.report.pictures.timeline import draw_timeline
from handleplan.report.pictures.wheel import draw_wheel
from handleplan.report.view import Bars, Picture, Table, Timeline, TrackGroup, Wheel

# The most of a page that the first piece may fill, below a heading and its title, and that others may, in the picture's
# own pixels: the width between the margins, 162 mm, has 700 of them
HIGHEST, HIGHEST_ALONE = 940.0, 1030.0
# As many bars go on one page
_BARS = 20


class Piece(NamedTuple):
    """A drawing as an SVG file, what tells it to those who do not see it, and its width in CSS pixels."""

    svg: str
    alternative: str
    width: float


def draw_printed(picture: Picture, colour: str | None) -> tuple[Piece, ...]:
    """Draw a picture for a page.

    Args:
        picture: the picture; where its table does not stand beside it, the table's words become the alternative.
        colour: the theme's, ``#rrggbb``, made readable; ``None`` for the neutral accent.
    """
    told = [picture.description, *(() if picture.beside else _told(picture.table))]
    drawings = tuple(_draw(picture))
    number = len(drawings)
    words = [f"{picture.title}. {' '.join(told)}"]
    words += [f"{picture.title} ({place}/{number})." for place in range(2, number + 1)]
    return tuple(
        Piece(draw_alone(picture, drawing, colour), alternative, drawing.width)
        for drawing, alternative in zip(drawings, words, strict=True)
    )


def _draw(picture: Picture) -> Iterator[Drawing]:
    match picture.data:
        case Wheel():
            yield draw_wheel(picture.data)
        case Timeline():
            for number, groups in enumerate(_pages(picture.data, picture.anchor)):
                yield draw_timeline(picture.data._replace(groups=groups), f"{picture.anchor}_{number}", WIDE)
        case Bars():
            pages = [picture.data.bars[first : first + _BARS] for first in range(0, len(picture.data.bars), _BARS)]
            for number, bars in enumerate(pages or [()]):
                yield draw_bars(picture.data._replace(bars=bars), f"{picture.anchor}_{number}", WIDE)


def _pages(timeline: Timeline, anchor: str) -> Iterator[tuple[TrackGroup, ...]]:
    """Part a timeline into pages; a group that goes on has its title again.

    Heights add up: a page's own, a group's title, each row.
    """

    def height(*groups: TrackGroup) -> float:
        return draw_timeline(timeline._replace(groups=groups), anchor, WIDE).height

    bare = height()
    page: list[TrackGroup] = []
    used = bare
    room = HIGHEST
    for group in timeline.groups:
        title = height(group._replace(tracks=())) - bare
        begun = False
        for track in group.tracks:
            row = height(group._replace(tracks=(track,))) - bare - title
            if page and used + row + (0 if begun else title) > room:
                yield tuple(page)
                page, used, begun, room = [], bare, False, HIGHEST_ALONE
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
