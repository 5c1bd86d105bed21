"""Papers as Word documents: the text of the view, laid into the template ``paper.docx``, which an office edits in Word.

The elements are those of ECMA-376 (Office Open XML), as Word 2013 and later and LibreOffice read them. Pictures are PNG:
Word draws SVG, but not the patterns that tell the statuses apart.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from handleplan.colours import PAPER, readable
from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.prose import plain
from handleplan.report.view import Paper, Picture
from handleplan.report.word.body import Ground, Running, body_xml
from handleplan.report.word.elements import NAMES, Image, Supplies, picture_run
from handleplan.report.word.prose import LOWEST_HEADING

if TYPE_CHECKING:
    from handleplan.report.word.images import Media
    from handleplan.report.word.template import Template

TEMPLATE = "paper.docx"
# The kinds that have to fit on one page, and the margins that leave them room, in twentieths of a point
ONE_PAGE = ("onepage", "overview")
_MARGIN = 964


def render(paper: Paper, texts: Texts, own_templates: Path | None = None) -> bytes:
    """Set a paper as a Word document; the same paper gives the same bytes.

    Raises:
        Failure: ``no-docx``: the extra is not installed; ``docx…``: the workspace's template is not fit for papers;
            ``logo``: the logo cannot be read.
    """
    try:
        import docx  # noqa: F401 - used by the modules below
        import fontpkg_ibm_plex_sans  # noqa: F401 - the same
        import resvg_py  # noqa: F401 - the same
    except ImportError:
        raise Failure("no-docx") from None
    from handleplan.report.word.images import logo_image
    from handleplan.report.word.package import describe, packed, supply
    from handleplan.report.word.pages import fill_template
    from handleplan.report.word.room import fits

    laid = _lay(paper, texts, own_templates, tight=False)
    headings = {laid.supplies.style(f"heading {level}") for level in range(1, LOWEST_HEADING + 1)}
    if paper.kind in ONE_PAGE and not fits(laid.content, laid.template.height, headings):
        laid = _lay(paper, texts, own_templates, tight=True)
    template, supplies, media = laid.template, laid.supplies, laid.media

    draw_logo = cache(
        lambda: logo_image(paper.organisation)
    )  # once, and only for a template that has a place for it

    def put_logo(part: Any) -> Any:
        return _logo_run(part, draw_logo(), media, supplies)

    words = [_words(paper, texts, running) for running in laid.stretches]
    fill_template(template, f"<w:body {NAMES}>{laid.content}</w:body>", words, put_logo, supplies.next_id)
    supply(template.document.part, supplies, media)
    template.count_from(supplies.starts)
    describe(template.document, paper, template.language(paper.language))
    return packed(template.document)


class _Laid(NamedTuple):
    """A paper's text, and the template it is meant for."""

    template: "Template"
    supplies: Supplies
    media: "Media"
    content: str
    stretches: list[Running]


def _lay(paper: Paper, texts: Texts, own_templates: Path | None, *, tight: bool) -> _Laid:
    """Write a paper's text for its template, made ``tight`` where it has to fit on one page."""
    from handleplan.report.word.images import Media
    from handleplan.report.word.template import Template

    shipped = shipped_templates() / TEMPLATE
    own = own_templates / TEMPLATE if own_templates else None
    template = Template(own if own and own.exists() else shipped, shipped)
    if tight:
        template.tighten(_MARGIN)
    accent = paper.colour or template.accent
    if paper.colour:
        template.colour(readable(paper.colour, PAPER))
    supplies = template.supplies()

    def draw(picture: Picture) -> tuple[Image, ...]:
        return _draw(picture, accent, template.width, template.height)

    content, stretches = body_xml(paper, texts, supplies, Ground(template.width, draw))
    return _Laid(template, supplies, Media(template.document.part.package), content, stretches)


def _words(paper: Paper, texts: Texts, running: Running) -> dict[str, str]:
    """Say what the words of a template stand for."""
    label = plain(texts.message("report.case_number"))
    return {
        "organisation": paper.organisation.name if paper.organisation else "",
        "title": paper.title,
        "kind": paper.name,
        "mark": running.mark,
        "head": running.head,
        "case_number": f"{label} {paper.case_number}" if paper.case_number else "",
        "day": paper.day.text if paper.day else "",
        "year": str(paper.year),
        "word_page": texts.message("report.page"),
        "word_of": texts.message("report.of"),
    }


def _draw(picture: Picture, colour: str | None, width: int, height: int) -> tuple[Image, ...]:
    """Draw a picture as wide as the text, in pieces where a page cannot hold it."""
    from handleplan.report.pictures.printed import draw_printed
    from handleplan.report.slides import render_png
    from handleplan.report.word.images import fitted

    pieces = draw_printed(picture, colour)
    return tuple(fitted(render_png(piece.svg), piece.alternative, width, height) for piece in pieces)


def _logo_run(part: Any, logo: Image | None, media: "Media", supplies: Supplies) -> Any:
    """Make the run of the logo for a part of the document; ``None`` where there is none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    if logo is None:
        return None
    key = part.relate_to(media.part_of(logo.content), RELATIONSHIP_TYPE.IMAGE)
    return parse_xml(picture_run(logo, key, supplies.next_id(), "logo", NAMES))
