"""Papers can be read by everybody: what axe-core finds, and what a keyboard reaches."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator

from handleplan.locale import Texts
from tests.browser.papers import PAPERS, html_of
from tests.browser.screen import DESKTOP, PHONE, SCHEMES, WIDTHS, Screen

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
axe = Axe()

# what has the focus: where it is in the page's order, whether it can be seen, and whether it shows that it has it
FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const box = one.getClientRects()[0], style = getComputedStyle(one);
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  return {
    index: REACHABLE.indexOf(one),
    text: one.textContent,
    seen: box.left >= 0 && box.right <= innerWidth && one.contains(document.elementFromPoint(x, y)),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}""".replace("REACHABLE", "[...document.querySelectorAll('a[href], summary')]")


def violations(screen: Screen) -> list[str]:
    """List what axe-core finds on the page as it is shown now."""
    found = axe.run(screen.page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['failureSummary']} {node['html']}" for one in found for node in one["nodes"]]


def top_of(element: Locator) -> float:
    """Tell how far below the window's upper edge an element begins."""
    box = element.bounding_box()
    assert box
    return box["y"]


@pytest.mark.parametrize("name", PAPERS)
def test_axe_finds_nothing(screen: Screen, name: str) -> None:
    screen.show(html_of(name))
    for scheme, width in product(SCHEMES, (DESKTOP, PHONE)):
        screen.look(width, scheme)
        assert violations(screen) == [], f"{scheme}, {width} pixels"


def test_axe_finds_what_is_wrong(screen: Screen) -> None:
    html = html_of("invented-plan-da").replace("--quiet: #a3adb4", "--quiet: #333a40")
    screen.show(html.replace("<h2", "<h4", 1))
    assert {found.partition(":")[0] for found in violations(screen)} == {"heading-order"}
    screen.look(DESKTOP, "dark")
    assert {found.partition(":")[0] for found in violations(screen)} == {"heading-order", "color-contrast"}


@pytest.mark.parametrize("name", PAPERS)
def test_a_keyboard_reaches_everything_in_order(screen: Screen, name: str) -> None:
    page = screen.show(html_of(name))
    number = page.locator("a[href], summary").count()
    for index in range(number):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused, f"the focus is lost after {index}"
        assert (focused["index"], focused["seen"], focused["ringed"]) == (index, True, True), focused
    page.keyboard.press("Tab")
    last = page.evaluate(FOCUSED)
    assert last is None or last["index"] == 0, "the focus cannot leave the paper"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_link_skips_to_the_content(screen: Screen, width: int) -> None:
    page = screen.show(html_of("invented-plan-da"), width)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["text"] == Texts("da").message("report.skip")
    page.keyboard.press("Enter")
    assert top_of(page.locator("main")) < 100
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_contents_lead_to_their_headings(screen: Screen) -> None:
    page = screen.show(html_of("plans-2022-plan"))
    links = page.locator("nav a")
    assert links.count() > 3
    for link in links.all():
        title = link.text_content()
        link.focus()
        page.keyboard.press("Enter")
        target = page.locator(":target")
        assert title
        assert title in (target.text_content() or "")
        assert -1 <= top_of(target) < 900


def test_a_picture_s_table_opens_by_keyboard(screen: Screen) -> None:
    page = screen.show(html_of("invented-status-da"))
    summary = page.locator("summary").first
    table = page.locator("details table").first
    assert not table.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert table.is_visible()
    page.keyboard.press("Enter")
    assert not table.is_visible()
