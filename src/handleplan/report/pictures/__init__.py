"""Pictures of papers: pure functions from a picture's data to SVG, for a page's own style sheet or to stand alone."""

from handleplan.report.pictures.bars import draw_bars
from handleplan.report.pictures.svg import Drawing, frame
from handleplan.report.pictures.timeline import draw_timeline
from handleplan.report.pictures.wheel import draw_wheel
from handleplan.report.view import Bars, Picture, Timeline, Wheel

# The widths that pictures with labels are drawn for, in CSS pixels: a page and a telephone
WIDE, NARROW = 700, 330


def draw_inline(picture: Picture) -> str:
    """Draw a picture for a page, whose style sheet colours it; one with labels twice, and the page shows what fits."""
    if isinstance(picture.data, Wheel):
        return frame(picture, draw_wheel(picture.data), "ring")
    return "\n".join(
        frame(picture, _draw(picture, width), size) for size, width in (("wide", WIDE), ("narrow", NARROW))
    )


def draw_slide(picture: Picture) -> Drawing:
    """Draw a picture to stand alone on a slide."""
    if isinstance(picture.data, Wheel):
        return draw_wheel(picture.data, legend=True)
    return _draw(picture, WIDE)


def _draw(picture: Picture, width: int) -> Drawing:
    match picture.data:
        case Timeline():
            return draw_timeline(picture.data, picture.anchor, width)
        case Bars():
            return draw_bars(picture.data, picture.anchor, width)
        case Wheel():
            return draw_wheel(picture.data)
