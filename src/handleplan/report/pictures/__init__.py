"""Pictures of papers: pure functions from a picture's data to SVG, for a page's own style sheet or to stand alone."""

from handleplan.report.pictures.bars import draw_bars
from handleplan.report.pictures.svg import Drawing, frame
from handleplan.report.pictures.timeline import draw_parts, draw_timeline
from handleplan.report.pictures.wheel import draw_wheel
from handleplan.report.view import Bars, Picture, Timeline, Wheel

# The widths that pictures with labels are drawn for, in CSS pixels: a page and a telephone
WIDE, NARROW = 700, 330
# The most of a page that a picture's first part may fill, below a heading and its title, and that others may, in the
# picture's own pixels: the width between the margins, 162 mm, has 700 of them
HIGHEST = (940.0, 1030.0)


def draw_inline(picture: Picture) -> str:
    """Draw a picture for a page, whose style sheet colours it: once for each width, and the page shows what fits.

    Where that is a long timeline it is drawn in parts, none of which a printed page has to cut.
    """
    wide = (
        tuple(draw_parts(picture.data, picture.anchor, WIDE, HIGHEST))
        if isinstance(picture.data, Timeline)
        else (draw(picture, WIDE),)
    )
    parts = (frame(picture, one, "wide", number, len(wide)) for number, one in enumerate(wide, 1))
    return "\n".join((*parts, frame(picture, draw(picture, NARROW), "narrow")))


def draw(picture: Picture, width: float = WIDE) -> Drawing:
    """Draw a picture for a width."""
    match picture.data:
        case Wheel():
            return draw_wheel(picture.data, width)
        case Timeline():
            return draw_timeline(picture.data, picture.anchor, width)
        case Bars():
            return draw_bars(picture.data, picture.anchor, width)
