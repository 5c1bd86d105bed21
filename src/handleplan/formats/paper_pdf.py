"""Papers as PDF: the template ``paper.typ``, set by typst as tagged PDF that keeps to PDF/UA-1.

The finished view reaches the template as data, the pictures as SVG files: nothing of a plan is ever read as code.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handleplan.colours import PAPER, readable
from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.report.environment import refuse_other_version, shipped_templates
from handleplan.report.joined import join_paper
from handleplan.report.logo import logo_file
from handleplan.report.prose import plain
from handleplan.report.prose_data import plain_data
from handleplan.report.raster import pixel_size
from handleplan.report.typesetter import FONT, TEMPLATE_SUFFIX, typeset
from handleplan.report.view import Paper, Picture, Section

MAIN = "paper.typ"
# The file of the view, in this version; beside it lie the pictures
DATA = "paper.json"
LOGO = "logo.svg"
# https://typst.app/docs/reference/scripting/#packages
_PACKAGE = re.compile(rb'"@[a-z0-9-]+/[^"]*"')


def render(paper: Paper, texts: Texts, own_templates: Path | None = None) -> bytes:
    """Set a paper as PDF; the same paper gives the same bytes under the same version of typst.

    Raises:
        Failure: ``no-typst``: the extra is not installed; ``template``: a template of the workspace is broken.
    """
    paper = join_paper(paper)
    logo = _logo(paper)
    pictures: dict[str, list[dict[str, Any]]] = {}
    files: dict[str, bytes] = {}
    for picture, colour in _pictures(paper):
        files.update(_draw(picture, colour, pictures))
    data = {
        "paper": plain_data(paper),
        "accent": readable(paper.colour, PAPER),
        "accents": [readable(plan.theme.colour, PAPER) for plan in paper.plans],
        "logo": next(iter(logo), None),
        "pictures": pictures,
        "font": FONT,
        "labels": {word: plain(label) for word, label in texts.all_labels.items()},
        "messages": texts.all_messages,
    }
    files[DATA] = json.dumps(data, ensure_ascii=False).encode()
    return typeset(MAIN, {**_templates(own_templates), **logo, **files}, files, own_templates)


def _templates(own_templates: Path | None) -> dict[str, bytes]:
    """Read the shipped templates and the workspace's own, which are laid over them."""
    found: dict[str, bytes] = {}
    for folder in filter(None, (shipped_templates(), own_templates)):
        for path in sorted(folder.rglob(f"*{TEMPLATE_SUFFIX}")):
            found[path.relative_to(folder).as_posix()] = _read(path)
    return found


def _read(path: Path) -> bytes:
    """Read a template.

    Raises:
        Failure: ``template…``: it cannot be read, wants a package, which typst would load from elsewhere, or was made
            for another version of the view.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Failure("template", path=path, line=1, reason=error.strerror or str(error)) from error
    package = _PACKAGE.search(content)
    if package:
        line = content[: package.start()].count(b"\n") + 1
        raise Failure("template", path=path, line=line, reason=f"package {package[0].decode()}")
    refuse_other_version(path, content.partition(b"\n")[0].decode(errors="replace"))
    return content


def _logo(paper: Paper) -> dict[str, bytes]:
    """Return the logo's file, if there is one; typst takes files in memory for texts, so one of points is put into an SVG."""
    address = paper.organisation.logo if paper.organisation else None
    found = logo_file(address)
    if found is None:
        return {}
    if found.kind == "svg":
        return {LOGO: found.content}
    width, height = pixel_size(found.content)
    size = f'width="{width}" height="{height}"'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{address}"/></svg>'
    return {LOGO: drawn.encode()}


def _pictures(paper: Paper) -> Iterator[tuple[Picture, str | None]]:
    """Yield every picture of a paper with the colour of the part it stands in."""
    parts: list[tuple[tuple[Section, ...], str | None]] = [(paper.cover or (), paper.colour)]
    parts += [(plan.sections, plan.theme.colour) for plan in paper.plans]
    for sections, colour in parts:
        for section in sections:
            yield from ((picture, colour) for picture in section.pictures)


def _draw(
    picture: Picture, colour: str | None, told: dict[str, list[dict[str, Any]]]
) -> Iterator[tuple[str, bytes]]:
    """Draw a picture's files, and tell under its anchor what they are."""
    from handleplan.report.pictures.printed import draw_printed

    pieces = told[picture.anchor] = []
    for piece in draw_printed(picture, colour):
        name = f"picture-{len(told)}-{len(pieces)}.svg"
        pieces.append({"file": name, "alternative": piece.alternative})
        yield name, piece.svg.encode()
