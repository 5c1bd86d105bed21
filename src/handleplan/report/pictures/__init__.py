"""Pictures of papers: pure functions from a picture's data to SVG, for a page's own style sheet or to stand alone."""

from handleplan.report.pictures.bars import draw_bars
from handleplan.report.pictures.svg import Drawing, frame
from handleplan.report.pictures.timeline import draw_timeline
from handleplan.report.pictures.wheel import draw_wheel
from handleplan.report.view import Bars, Picture, Timeline, Wheel

# The widths that pictures with labels are drawn for, in CSS pixels: a page and a telephone
WIDE, NARROW = 700, 330


def draw_inline(picture: Picture) -> str:
    """Draw a picture for a page, whose style sheet colours it: once for each width, and the page shows what fits."""
    return "\n".join(
        frame(picture, draw(picture, width), size) for size, width in (("wide", WIDE), ("narrow", NARROW))
    )


def draw(picture: Picture, width: float = WIDE) -> Drawing:
    """Draw a picture for a width."""
    match picture.data:
        case Wheel():
            return draw_wheel(picture.data, width)
        case Timeline():
            return draw_timeline(picture.data, picture.anchor, width)
        case Bars():
            return draw_bars(picture.data, picture.anchor, width)
