"""Pictures in a Word document: their parts of the package, their size on the page, and a logo as Word can show it."""

from typing import TYPE_CHECKING, Any

from handleplan.failure import Failure
from handleplan.report.logo import logo_file, svg_shape
from handleplan.report.raster import PNG, pixel_size
from handleplan.report.word.elements import Image

if TYPE_CHECKING:
    from handleplan.report.view import Organisation

# The most room of a logo on the page, in twentieths of a point, and its sharpness: an SVG's pixels for each of them
_LOGO_WIDTH, _LOGO_HEIGHT, _SHARPNESS = 4000.0, 720.0, 0.4


class Media:
    """The pictures of a package: the same one stands in it once."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._parts: dict[bytes, Any] = {}

    def part_of(self, content: bytes) -> Any:
        """Return the part of a picture, which has to be related before the next one is asked for."""
        from docx.opc.part import Part

        if content not in self._parts:
            kind = "png" if content.startswith(PNG) else "jpeg"
            name = self._package.next_partname(f"/word/media/handleplan%d.{kind}")
            self._parts[content] = Part(name, f"image/{kind}", content, self._package)
        return self._parts[content]


def fitted(content: bytes, alternative: str, width: float, height: float) -> Image:
    """Make a picture as large as the room allows, its sides as they are to each other.

    Raises:
        ValueError: it does not tell how large it is.
    """
    across, down = pixel_size(content)
    share = min(width / across, height / down)
    return Image(content, alternative, across * share, down * share)


def logo_image(organisation: "Organisation | None") -> Image | None:
    """Return an organisation's logo; one drawn as SVG becomes PNG, as sharp as print wants it.

    Raises:
        Failure: ``logo``: it cannot be drawn, or is none.
    """
    found = logo_file(organisation.logo) if organisation else None
    if organisation is None or found is None:
        return None
    try:
        content = _drawn(found.content) if found.kind == "svg" else found.content
        return fitted(content, organisation.name, _LOGO_WIDTH, _LOGO_HEIGHT)
    except ValueError as error:
        raise Failure("logo", path="organisation.logo") from error


def _drawn(svg: bytes) -> bytes:
    from handleplan.report.slides import render_png

    width, height = svg_shape(svg)
    share = min(_LOGO_WIDTH / width, _LOGO_HEIGHT / height) * _SHARPNESS
    return render_png(svg.decode(), width=max(1, round(width * share)), own_fonts=True)
