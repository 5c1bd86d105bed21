"""Lines break where a reader expects it: not inside a date, not before what parts two facts, and all at one measure."""

from typing import Any

import pytest

from tests.browser.papers import html_of
from tests.browser.screen import DESKTOP, NARROWEST, PHONE, Screen

# The ends and beginnings of lines in all texts that are shown: twelve letters before each break, twelve after it
BREAKS = """() => {
  const breaks = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, .skip, .colon, thead") || !parent.checkVisibility()) continue;
    let bottom = null;
    for (let place = 0; place < node.data.length; place++) {
      if (/\\s/.test(node.data[place])) continue;
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const box = range.getBoundingClientRect();
      if (bottom !== null && box.top >= bottom - 2) breaks.push([node.data.slice(Math.max(0, place - 24), place), node.data.slice(place, place + 12)]);
      bottom = box.bottom;
    }
  }
  return breaks;
}"""
# The paragraphs of which a line ends though the next word had room on it
SHORT = """() => [...document.querySelectorAll("main p")].filter(one => one.childElementCount === 0).flatMap(one => {
  const node = one.firstChild, range = document.createRange(), right = one.getBoundingClientRect().right, early = [];
  let before = null;
  for (const word of node.data.matchAll(/\\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const boxes = range.getClientRects(), box = boxes[0];
    if (boxes.length === 1 && before && box.top > before.top + 2 && before.right + box.width + 8 < right) early.push(word[0]);
    before = boxes[boxes.length - 1];
  }
  return early;
})"""
PAPERS = (
    "plans-2022-plan", "examples-2022-status-2022-06", "examples-2022-overview", "examples-2022-minutes-january-meeting",
    "invented-plan-da", "invented-status-en", "invented-overview-da", "invented-minutes-da",
)  # fmt: skip


@pytest.mark.parametrize("width", [DESKTOP, PHONE, NARROWEST])
@pytest.mark.parametrize("name", PAPERS)
def test_no_line_begins_with_a_dot(screen: Screen, name: str, width: int) -> None:
    screen.show(html_of(name), width)
    breaks: list[Any] = screen.page.evaluate(BREAKS)
    assert breaks or width == DESKTOP
    assert [after for _, after in breaks if after.startswith("·")] == []


@pytest.mark.parametrize("width", [DESKTOP, NARROWEST])
@pytest.mark.parametrize("name", ["plans-2022-plan", "invented-plan-en"])
def test_titles_keep_a_dash_with_the_word_before_it(screen: Screen, name: str, width: int) -> None:
    html = html_of(name)
    title = "Sundhed\u00a0– handleplan\u00a0– 2022\u00a0– 2025\u00a0– med regionen"
    screen.show(html.replace("<h1>", f"<h1>{title} "), width)
    breaks: list[Any] = screen.page.evaluate(BREAKS)
    assert any(before.rstrip().endswith("–") for before, _ in breaks) or width == DESKTOP
    assert [after for _, after in breaks if after.startswith("– ")] == []


@pytest.mark.parametrize("name", PAPERS)
def test_text_breaks_at_one_measure(screen: Screen, name: str) -> None:
    screen.show(html_of(name), DESKTOP)
    assert screen.page.evaluate(SHORT) == []


def test_short_lines_are_noticed(screen: Screen) -> None:
    html = html_of("plans-2022-plan").replace("</style>", "p { text-wrap: balance; }</style>", 1)
    screen.show(html, DESKTOP)
    assert screen.page.evaluate(SHORT)


@pytest.mark.parametrize("name", ["invented-status-alone", "invented-status-en"])
def test_quarters_and_statuses_are_one_line_in_tables(screen: Screen, name: str) -> None:
    screen.show(html_of(name), DESKTOP)
    breaks: list[Any] = screen.page.evaluate(BREAKS)
    words = {"Hele ", "Status ", "ikke ", "All ", "No ", "No status "}
    assert [pair for pair in breaks if pair[0] in words] == []
