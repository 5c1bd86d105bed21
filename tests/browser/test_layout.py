"""Papers fit the window at every width and at every size of type: nothing to the side, nothing cut off, nothing overlapping."""

from typing import Any

import pytest

from tests.browser.papers import LONGEST, PAPERS, html_of
from tests.browser.screen import DESKTOP, NARROWEST, PHONE, WIDTHS, Screen

# WCAG 2.2, 1.4.12: what a reader may set of the spacing without losing anything; 1.4.4: type of twice the size
# (A picture's letters stand where they were drawn; the table beside it says the same and makes room.)
SPACED = "*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
ENLARGED = "html { font-size: 212.5% !important; }"

# The boxes of all texts that are shown, line by line. A line's box is higher than its letters: only the middle counts.
BOXES = """() => {
  const boxes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement, hidden = parent.closest("thead, .colon, .skip");
    if (!node.data.trim() || parent.closest("title, desc") || !parent.checkVisibility()) continue;
    if (hidden && getComputedStyle(hidden).position === "absolute") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const cut = box.height * 0.28;
      boxes.push([box.left, box.top + scrollY + cut, box.right, box.bottom + scrollY - cut, node.data.trim().slice(0, 40)]);
    }
  }
  return boxes;
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
Box = tuple[float, float, float, float, str]


def outside(boxes: list[Box], width: int) -> list[str]:
    """List the texts that are not wholly between the window's edges."""
    return [text for left, _, right, _, text in boxes if left < 0 or right > width]


def overlapping(boxes: list[Box]) -> list[tuple[str, str]]:
    """List the pairs of texts of which one lies on the other."""
    pairs = []
    open_: list[Box] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        open_ = [other for other in open_ if other[3] > box[1]]
        pairs += [(other[4], box[4]) for other in open_ if min(other[2], box[2]) - max(other[0], box[0]) > 1]
        open_.append(box)
    return pairs


def boxes_of(screen: Screen) -> list[Box]:
    found: list[Any] = screen.page.evaluate(BOXES)
    return [(box[0], box[1], box[2], box[3], box[4]) for box in found]


@pytest.mark.parametrize("name", [*PAPERS, *LONGEST])
def test_nothing_is_cut_off_or_covered_at_any_width(screen: Screen, name: str) -> None:
    screen.show(html_of(name))
    for width in WIDTHS if name in PAPERS else (DESKTOP, NARROWEST):
        screen.look(width)
        boxes = boxes_of(screen)
        assert boxes
        assert screen.page.evaluate(TOO_WIDE) <= 0, f"{width} pixels have to be scrolled to the side"
        assert outside(boxes, width) == [], f"{width} pixels"
        assert overlapping(boxes) == [], f"{width} pixels"


@pytest.mark.parametrize("style", [SPACED, ENLARGED], ids=["spaced", "enlarged"])
@pytest.mark.parametrize("name", PAPERS)
def test_type_of_a_reader_s_own_setting_fits(screen: Screen, name: str, style: str) -> None:
    screen.show(html_of(name).replace("</style>", f"{style}</style>", 1))
    for width in (DESKTOP, PHONE):
        screen.look(width)
        boxes = boxes_of(screen)
        assert screen.page.evaluate(TOO_WIDE) <= 0, f"{width} pixels have to be scrolled to the side"
        assert outside(boxes, width) == [], f"{width} pixels"
        assert overlapping(boxes) == [], f"{width} pixels"


def test_what_does_not_fit_is_noticed(screen: Screen) -> None:
    html = html_of("invented-plan-da")
    screen.show(html.replace("<h1>", '<h1 style="width: 40rem">'), NARROWEST)
    assert screen.page.evaluate(TOO_WIDE) > 0
    screen.show(html.replace("<h1>", '<h1 style="margin-bottom: -2.5rem">'), NARROWEST)
    assert overlapping(boxes_of(screen))
    screen.show(html.replace("<h1>", '<h1 style="margin-left: -2rem">'), NARROWEST)
    assert outside(boxes_of(screen), NARROWEST)
