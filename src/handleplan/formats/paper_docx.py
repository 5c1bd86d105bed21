"""Papers as Word documents: the text of the view, laid into the template ``paper.docx``, which an office edits in Word.

The elements are those of ECMA-376 (Office Open XML), as Word 2013 and later and LibreOffice read them. Pictures are PNG:
Word draws SVG, but not the patterns that tell the statuses apart.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from handleplan.colours import PAPER, readable
from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.logo import logo_file
from handleplan.report.prose import plain
from handleplan.report.view import Paper, Picture
from handleplan.report.word.body import Ground, Running, body_xml
from handleplan.report.word.elements import NAMES, Image, picture_run

TEMPLATE = "paper.docx"
# The margins where everything has to fit on one page, in twentieths of a point
_ONE_PAGE = 964
# The height of the logo, in twentieths of a point
_LOGO_HEIGHT, _LOGO_WIDTH = 720.0, 4000.0


def render(paper: Paper, texts: Texts, own_templates: Path | None = None) -> bytes:
    """Set a paper as a Word document; the same paper gives the same bytes.

    Raises:
        Failure: ``no-docx``: the extra is not installed; ``docx…``: the workspace's template is not fit for papers;
            ``logo``: the logo cannot be read.
    """
    try:
        import docx  # noqa: F401 - used by the modules below
        import resvg_py  # noqa: F401 - the same
    except ImportError:
        raise Failure("no-docx") from None
    from handleplan.report.word.package import describe, packed, supply
    from handleplan.report.word.pages import fill_template
    from handleplan.report.word.template import Template

    own = own_templates / TEMPLATE if own_templates else None
    template = Template(own if own and own.exists() else shipped_templates() / TEMPLATE)
    if paper.kind == "onepage":
        template.tighten(_ONE_PAGE)
    template.colour(readable(paper.colour, PAPER))
    supplies = template.supplies()

    def draw(picture: Picture) -> tuple[Image, ...]:
        return _draw(picture, paper.colour, template.width, template.height)

    content, stretches = body_xml(paper, texts, supplies, Ground(template.width, draw))
    words = [_words(paper, texts, running) for running in stretches]
    logo = _logo(paper)
    fill_template(
        template,
        f"<w:body {NAMES}>{content}</w:body>",
        words,
        lambda part: _logo_run(part, logo, supplies.next_id()),
    )
    supply(template.document.part, supplies)
    template.count_from(supplies.starts)
    describe(template.document, paper, template.language(paper.language))
    return packed(template.document)


def _words(paper: Paper, texts: Texts, running: Running) -> dict[str, str]:
    """Say what the words of a template stand for."""
    label = plain(texts.message("report.case_number"))
    return {
        "organisation": paper.organisation.name if paper.organisation else "",
        "title": paper.title,
        "kind": paper.name,
        "mark": running.mark,
        "head": running.head,
        "case_number": f"{label}: {paper.case_number}" if paper.case_number else "",
        "day": paper.day.text if paper.day else "",
        "year": str(paper.year),
        "word_page": texts.message("report.page"),
        "word_of": texts.message("report.of"),
    }


def _draw(picture: Picture, colour: str | None, width: int, height: int) -> tuple[Image, ...]:
    """Draw a picture as wide as the text, in pieces where a page cannot hold it."""
    from handleplan.report.pictures.printed import draw_printed
    from handleplan.report.slides import render_png

    images = []
    for piece in draw_printed(picture, colour):
        content = render_png(piece.svg)
        images.append(_fitted(content, piece.alternative, width, height))
    return tuple(images)


def _fitted(content: bytes, alternative: str, width: float, height: float) -> Image:
    from docx.image.image import Image as Measured

    measured = Measured.from_blob(content)
    share = min(width / measured.px_width, height / measured.px_height)
    return Image(content, alternative, measured.px_width * share, measured.px_height * share)


def _logo(paper: Paper) -> Image | None:
    """Return the logo; one drawn as SVG becomes PNG.

    Raises:
        Failure: ``logo``: it is none.
    """
    found = logo_file(paper.organisation.logo if paper.organisation else None)
    if paper.organisation is None or found is None:
        return None
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )

    from handleplan.report.slides import render_png

    try:
        content = render_png(found.content.decode()) if found.kind == "svg" else found.content
        return _fitted(content, paper.organisation.name, _LOGO_WIDTH, _LOGO_HEIGHT)
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ValueError,
        ZeroDivisionError,
    ) as error:
        raise Failure("logo", path="organisation.logo", reason=str(error) or type(error).__name__) from error


def _logo_run(part: Any, logo: Image | None, number: int) -> Any:
    """Make the run of the logo for a part of the document."""
    if logo is None:
        return None
    from docx.oxml import parse_xml

    key, _ = part.get_or_add_image(BytesIO(logo.content))
    return parse_xml(picture_run(logo, key, number, "logo", NAMES))
