"""Pictures alone, as files: SVG, and PNG through a renderer that comes with the extra ``handleplan[png]``."""

from handleplan.failure import Failure
from handleplan.report.view import Picture

SLIDE_FORMATS = {"svg": (".svg",), "png": (".png",)}
# Pixels for each of the picture's: sharp on a projector and in print
SCALE = 2


def render_picture(picture: Picture, format_name: str, colour: str | None) -> bytes:
    """Set a picture as a file.

    Args:
        picture: the picture.
        format_name: a key of ``SLIDE_FORMATS``.
        colour: the organisation's, ``#rrggbb``.

    Raises:
        Failure: ``no-resvg``: the extra is not installed.
    """
    from handleplan.report.pictures.slide import render_slide

    svg = render_slide(picture, colour)
    return svg.encode() if format_name == "svg" else render_png(svg)


def render_png(svg: str) -> bytes:
    """Set an SVG file as PNG.

    Raises:
        Failure: ``no-resvg``: the extra is not installed.
    """
    try:
        import resvg_py
    except ImportError:
        raise Failure("no-resvg") from None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=SCALE))
