"""A picture alone, as an SVG file that carries its own colours: for a slide, or for a format that draws SVG."""

from handleplan.colours import PAPER, readable
from handleplan.report.measure import wrap
from handleplan.report.pictures import draw
from handleplan.report.pictures.svg import lines, number, rect
from handleplan.report.prose_html import escape_html
from handleplan.report.view import Picture

MARGIN = 32.0
_TITLE, _LEADING = 22.0, 28.0
_STYLE = """\
text{font:14px "IBM Plex Sans","Segoe UI",Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#1d2327}
.t1{font-size:22px;font-weight:600}.y{font-size:20px}.b,.n{font-weight:600}.s,.n{font-size:12px}.q{fill:#59636b}
.m{text-anchor:middle}.e{text-anchor:end}.c{fill:ACCENT}.n{fill:#fff}.g{fill:#fff}.w{fill:#f4f6f7}.l{stroke:#c3cad0}
path.l{fill:none}.a{fill:none;stroke:ACCENT;stroke-width:9}.d,.p{fill:ACCENT}.h{fill:#1d2327}.t{stroke:#1d2327;stroke-width:2}
"""
# The colours of the statuses on white: of the pattern, and of the ground below it
STATUS_COLOURS = {
    "done": ("#1f6f54", "#1f6f54"),
    "in_progress": ("#2b6ca3", "#dcebf7"),
    "ongoing": ("#6a4c9c", "#e9e2f4"),
    "planned": ("#59636b", "#ffffff"),
    "delayed": ("#a6520c", "#fae3cf"),
    "carried_over": ("#0f6c77", "#d5eef0"),
    "dropped": ("#6b7278", "#e8ebed"),
    "not_reported": ("#59636b", "#ffffff"),
}


def render_slide(picture: Picture, colour: str | None, *, titled: bool = True) -> str:
    """Draw a picture as an SVG file.

    Args:
        picture: the picture.
        colour: the organisation's, ``#rrggbb``, made readable; ``None`` for the neutral accent.
        titled: whether the title is printed and a margin left; a document that has its own needs neither.
    """
    drawing = draw(picture)
    margin = MARGIN if titled else 0.0
    title = wrap(picture.title, drawing.width, _TITLE, bold=True) if titled else []
    top = margin + _LEADING * len(title) + (8 if titled else 0)
    width, height = drawing.width + 2 * margin, drawing.height + top + margin
    style = _STYLE.replace("ACCENT", readable(colour, PAPER)) + "".join(map(_rules, STATUS_COLOURS))
    return "\n".join(
        (
            _opening(width, height),
            f'<title id="title">{escape_html(picture.title)}</title>',
            f'<desc id="desc">{escape_html(picture.description)}</desc>',
            f"<style>{style}</style>",
            rect(0, 0, width, height, "g"),
            *lines(margin, margin + _TITLE - 4, title, _LEADING, "t1"),
            f'<g transform="translate({number(margin)} {number(top)})">',
            *drawing.elements,
            "</g>",
            "</svg>",
            "",
        )
    )


def _opening(width: float, height: float) -> str:
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" {size}>'


def _rules(status: str) -> str:
    mark, ground = STATUS_COLOURS[status]
    dashes = ";stroke-dasharray:3 2" if status == "not_reported" else ""
    return (
        f".f-{status}{{fill:{ground}}}.k-{status}{{stroke:{mark};stroke-width:1.6;fill:none}}"
        f".o-{status}{{stroke:{mark}{dashes}}}"
    )
