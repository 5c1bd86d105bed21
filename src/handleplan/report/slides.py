"""Pictures alone, as files: SVG, and PNG through a renderer that comes with the extra ``handleplan[png]``."""

import re
from pathlib import Path

from handleplan.failure import Failure
from handleplan.report.view import Picture

SLIDE_FORMATS = {"svg": (".svg",), "png": (".png",)}
# Pixels for each of the picture's: sharp on a projector and in print
SCALE = 2
# What is beyond the letters of Europe and the signs of its texts, and may need another font than the papers' own
_FOREIGN = re.compile("[^\n\r\t -\u024f\u2010-\u2027\u2030-\u205e\u20ac]")


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


def render_png(svg: str, *, width: int | None = None, own_fonts: bool = False) -> bytes:
    """Set an SVG file as PNG: in the papers' font, with the machine's own where it has no characters for a text.

    Args:
        svg: the file.
        width: how wide the PNG is, in pixels; without it ``SCALE`` times the drawing.
        own_fonts: whether it may name any font of the machine.

    Raises:
        Failure: ``no-resvg``: the extra is not installed.
        ValueError: it cannot be drawn.
    """
    try:
        import fontpkg_ibm_plex_sans
        import resvg_py
    except ImportError:
        raise Failure("no-resvg") from None
    fonts = [str(path) for path in sorted(Path(fontpkg_ibm_plex_sans.ROOT, "files").iterdir())]
    content = resvg_py.svg_to_bytes(
        svg_string=svg,
        dpi=96,
        font_files=fonts,
        skip_system_fonts=not own_fonts and _FOREIGN.search(svg) is None,
        zoom=SCALE if width is None else None,
        width=width,
    )
    return bytes(content)
