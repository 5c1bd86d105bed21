"""Papers look as they did when somebody last looked at them: on a desk, on a telephone, at night, printed, and as PDF.

`pytest --update-golden` keeps what is seen now wherever it is another picture. What differs is put into build/looks.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import pypdfium2
import pytest
from PIL import Image

from handleplan.locale import Texts
from handleplan.report.formats import render
from handleplan.report.logo import logo_address
from tests.browser.look import LITTLE, MOST, compare, shrink, with_few_colours
from tests.browser.papers import LOGO, html_of
from tests.browser.screen import DESKTOP, PHONE, Scheme, Screen
from tests.conftest import ROOT
from tests.report.year import KINDS, paper_of_kind

KEPT = Path(__file__).parent / "golden"
FOUND = ROOT / "build" / "looks"
# What all kept pictures may take together, in bytes
ROOM = 1_500_000


class Look(NamedTuple):
    """A paper of the small invented office, shown in a way; of one on paper, a page."""

    kind: str
    way: Literal["desktop", "phone", "night", "printed", "pdf"]
    page: int = 1

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.way}{f'-{self.page}' if self.page > 1 else ''}"


LOOKS = (
    *(Look(kind, way) for kind in KINDS for way in ("desktop", "phone", "printed", "pdf")),
    *(Look(kind, "night") for kind in ("plan", "status")),
    *(Look(kind, way, page) for kind in ("plan", "status") for way in ("printed", "pdf") for page in (2, 3)),
)  # fmt: skip


def seen(look: Look, screen: Screen, html: str) -> Image.Image:
    """Look at a paper; ``html`` is what is shown of it, unless it is a PDF."""
    match look.way:
        case "pdf":
            paper = paper_of_kind(look.kind, logo=logo_address("logo.svg", LOGO))
            return page_of(render(paper, "pdf", Texts("da")), look.page)
        case "printed":
            screen.show(html)
            return page_of(screen.print().read_bytes(), look.page)
        case _:
            scheme: Scheme = "dark" if look.way == "night" else "light"
            page = screen.show(html, PHONE if look.way == "phone" else DESKTOP, scheme)
            return shrink(Image.open(io.BytesIO(page.screenshot(full_page=True))))


def page_of(content: bytes, number: int) -> Image.Image:
    picture: Image.Image = pypdfium2.PdfDocument(content)[number - 1].render(scale=2).to_pil()
    return shrink(picture)


def html_of_kind(kind: str) -> str:
    return html_of(f"invented-{kind}-da")


def kept(name: str) -> Image.Image:
    with Image.open(KEPT / f"{name}.png") as picture:
        return picture.convert("RGB")


@pytest.fixture
def look_alike(request: pytest.FixtureRequest) -> Callable[[str, Image.Image], None]:
    """Compare a picture with the kept one of that name; ``--update-golden`` keeps it instead where it is another."""

    def compare_with(name: str, picture: Image.Image) -> None:
        path = KEPT / f"{name}.png"
        difference = compare(kept(name), picture) if path.is_file() else None
        alike = difference is not None and difference.most <= MOST
        if not alike and request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            with_few_colours(picture).save(path, "PNG", optimize=True)
            return
        assert difference, f"{path} is missing: run pytest --update-golden and look at it"
        if not alike:
            FOUND.mkdir(parents=True, exist_ok=True)
            difference.told.save(FOUND / f"{name}.png")
        assert alike, f"{difference.most} of 255 in one place: look at {FOUND / name}.png"

    return compare_with


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_papers_look_as_they_did(
    plex: Screen, look: Look, look_alike: Callable[[str, Image.Image], None]
) -> None:
    look_alike(look.name, seen(look, plex, html_of_kind(look.kind)))


def test_kept_pictures_are_those_that_are_compared_and_small() -> None:
    files = sorted(KEPT.iterdir())
    assert [path.name for path in files] == sorted(f"{look.name}.png" for look in LOOKS)
    assert sum(path.stat().st_size for path in files) < ROOM


PLAN, STATUS, NIGHT, PRINTED = (
    Look("plan", "desktop"), Look("status", "phone"), Look("plan", "night"), Look("overview", "printed"),
)  # fmt: skip
# What somebody might change without meaning to
SLIPS = {
    "accent": (PLAN, ":root { --accent: #5c0b55 !important; }"),
    "headings' colour": (PLAN, "h2, h3 { color: var(--ink) !important; }"),
    "ground at night": (NIGHT, ":root { --ground: #000000 !important; }"),
    "heading's margin": (PLAN, "h2 { margin-top: 1.6rem !important; }"),
    "list's margin": (PLAN, "li { margin-bottom: 0.1rem; }"),
    "page's margin": (STATUS, "body { padding-left: 0.5rem; }"),
    "printed margin": (PRINTED, "@page { margin-left: 20mm !important; }"),
    "heading's size": (PLAN, "h2 { font-size: 1.15rem !important; }"),
    "size of type": (STATUS, "html { font-size: 100%; }"),
    "table's size": (PRINTED, "table { font-size: 8pt !important; }"),
    "weight": (PLAN, "h2, h3 { font-weight: 400; }"),
    "picture": (PLAN, "svg { visibility: hidden; }"),
    "patterns": (STATUS, "svg [class^='o-'] { fill: none; }"),
    "overlapping": (PLAN, "h1 { margin-bottom: -1rem; }"),
    "hidden": (STATUS, "td::before { content: none !important; }"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_noticed(plex: Screen, slip: str) -> None:
    look, style = SLIPS[slip]
    html = html_of_kind(look.kind).replace("</style>", f"{style}</style>", 1)
    assert compare(kept(look.name), seen(look, plex, html)).most > MOST


@pytest.mark.parametrize(
    "style",
    [
        "body { position: relative; top: 1px; }",
        "body { position: relative; left: 1px; }",
        "* { text-rendering: geometricPrecision; }",
        "li { margin-bottom: calc(0.4rem + 0.15px); }",
    ],
    ids=["down", "right", "smoothing", "rounding"],
)
@pytest.mark.parametrize("look", [PLAN, NIGHT], ids=lambda look: look.name)
def test_what_another_browser_may_do_is_no_difference(plex: Screen, look: Look, style: str) -> None:
    html = html_of_kind(look.kind)
    before = seen(look, plex, html)
    after = seen(look, plex, html.replace("</style>", f"{style}</style>", 1))
    assert before.tobytes() != after.tobytes()
    assert compare(before, after).most <= MOST


def test_letters_fitted_to_another_screen_are_no_difference(hinted: Screen) -> None:
    for look in (PLAN, STATUS):
        assert LITTLE < compare(kept(look.name), seen(look, hinted, html_of_kind(look.kind))).most <= MOST
