"""Logos in Word: any file that a page shows, at the head of the paper, drawn once and only where there is a place for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handleplan.report.logo import logo_address
from handleplan.report.raster import pixel_size
from handleplan.report.view import Paper
from tests.report.docx_reading import MAIN, changed, names, part, read, set_paper
from tests.report.samples import paper_of, plan_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="30" height="10"/></svg>'
PIXEL = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x01"

JPEG = b"\xff\xd8\xff\xdb\x00\x04\x00\x00\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00\xff\xd9"


def with_logo(content: bytes) -> Paper:
    paper = paper_of(plan_of({"theme": "kultur", "year": "2022", "title": "Kultur", "goals": ["Mere musik"]}))
    assert paper.organisation
    return paper._replace(organisation=paper.organisation._replace(logo=logo_address("logo", content)))


@pytest.mark.parametrize(
    "content",
    [
        SVG.format('width="30" height="10"').encode(),
        SVG.format('width="30mm" height="10mm"').encode(),
        SVG.format('width="60000" height="20000"').encode(),
        SVG.format('viewBox="0 0 30 10"').encode(),
        SVG.format('width="100%" viewBox="0,0,30,10"').encode(),
        JPEG,
    ],
)
def test_a_logo_of_any_kind_stands_at_the_head(content: bytes, refused: Callable[[bytes], list[str]]) -> None:
    ours = set_paper(with_logo(content))
    assert not refused(ours)
    (name,) = [one for one in names(ours) if "media/" in one]
    size = pixel_size(read(ours, name))
    assert (size[0] / size[1]) == pytest.approx(2 if content == JPEG else 3, rel=0.1)
    assert size[0] <= 2000
    told = [one.attrib["descr"] for one in part(ours).iter() if one.tag.endswith("}docPr")]
    assert told[0] == "Kontoret"


def test_a_logo_without_a_place_is_none(tmp_path: Path) -> None:
    own = changed(tmp_path / "own", (MAIN, "{{logo}}", ""))
    assert not [one for one in names(set_paper(with_logo(JPEG), own=own)) if "media/" in one]


def test_a_logos_letters_are_drawn_in_the_machines_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    import resvg_py

    asked = []

    def draw(**options: object) -> bytes:
        asked.append(options["skip_system_fonts"])
        return PIXEL

    monkeypatch.setattr(resvg_py, "svg_to_bytes", draw)
    set_paper(with_logo(SVG.format('width="30" height="10"').encode()))
    assert asked == [False]


def test_a_logo_above_every_page_is_drawn_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import resvg_py

    drawn = []

    def draw(**options: object) -> bytes:
        drawn.append(options)
        return PIXEL

    monkeypatch.setattr(resvg_py, "svg_to_bytes", draw)
    own = changed(tmp_path / "own", ("word/header1.xml", "{{organisation}}", "{{logo}}{{organisation}}"))
    paper = with_logo(SVG.format('width="30" height="10"').encode())
    content = set_paper(paper, own=own)
    assert len(drawn) == 1
    assert len([one for one in names(content) if "media/" in one]) == 1
