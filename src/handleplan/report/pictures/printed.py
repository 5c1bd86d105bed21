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

# The most of a page that a piece may fill, in the picture's own pixels: 162 mm are 700 of them, 235 mm of height 1,000
HIGHEST = 950.0


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
            pages = [picture.data.bars[first : first + 20] for first in range(0, len(picture.data.bars), 20)]
            for number, bars in enumerate(pages or [()]):
                yield draw_bars(picture.data._replace(bars=bars), f"{picture.anchor}_{number}", WIDE)


def _pages(timeline: Timeline, anchor: str) -> Iterator[tuple[TrackGroup, ...]]:
    """Part the groups of a timeline into pages."""
    page: list[TrackGroup] = []
    for group in (piece for whole in timeline.groups for piece in _fitting(timeline, whole, anchor)):
        if page and _height(timeline, (*page, group), anchor) > HIGHEST:
            yield tuple(page)
            page = []
        page.append(group)
    yield tuple(page)


def _fitting(timeline: Timeline, group: TrackGroup, anchor: str) -> Iterator[TrackGroup]:
    """Halve a group until each part fits on a page."""
    if len(group.tracks) < 2 or _height(timeline, (group,), anchor) <= HIGHEST:
        yield group
        return
    middle = len(group.tracks) // 2
    for tracks in (group.tracks[:middle], group.tracks[middle:]):
        yield from _fitting(timeline, group._replace(tracks=tracks), anchor)


def _height(timeline: Timeline, groups: tuple[TrackGroup, ...], anchor: str) -> float:
    return draw_timeline(timeline._replace(groups=groups), anchor, WIDE).height


def _told(table: Table) -> Iterator[str]:
    """Tell a table row by row."""
    for row in table.rows:
        cells = (
            f"{head}: {words}"
            for head, cell in zip(table.heads, row, strict=True)
            if (words := cell.text if isinstance(cell.text, str) else cell.text.visible)
        )
        yield "; ".join(cells) + "."
