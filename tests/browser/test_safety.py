"""Papers ask for nothing and run nothing: whatever their texts say is shown, and nothing happens."""

import re

import pytest

from tests.browser.papers import LONGEST, PAPERS, html_of
from tests.browser.screen import Screen
from tests.report.year import KINDS

# All that a page could run by itself, or when somebody touches it
ACTIVE = """() => [
  ...[...document.querySelectorAll("script, iframe, object, embed, form, base, link, foreignObject, [srcdoc], [action]")]
    .map((one) => one.outerHTML),
  ...[...document.querySelectorAll("*")].flatMap((one) => [...one.attributes])
    .filter((one) => one.name.startsWith("on")).map((one) => one.name + "=" + one.value),
]"""
LINKS = "() => [...document.querySelectorAll('a, area, [href]')].map((one) => one.href.baseVal ?? one.href)"
TOUCHED = """() => {
  for (const one of document.querySelectorAll("*"))
    for (const name of ["load", "error", "mouseover", "mouseenter", "focus", "toggle", "click"])
      if (!(name === "click" && one.closest("a"))) one.dispatchEvent(new Event(name));
}"""
SPOKEN = (
    "<script>alert(1)</script>",
    "]]> ]]&gt;",
    "</p></section></main>",
    "{{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
)


@pytest.mark.parametrize("name", [*PAPERS, *LONGEST])
def test_a_paper_is_only_read(careless: Screen, name: str) -> None:
    page = careless.show(html_of(name))
    assert page.evaluate(ACTIVE) == []
    own = careless.file.as_uri()
    links = [link for link in page.evaluate(LINKS) if not link.startswith((f"{own}#", "#"))]
    assert [link for link in links if not re.match(r"(?:https?://|mailto:)", link)] == []
    page.evaluate(TOUCHED)
    page.wait_for_timeout(50)
    assert page.url == own


@pytest.mark.parametrize("name", PAPERS)
def test_the_policy_lets_a_paper_be_as_it_is(screen: Screen, name: str) -> None:
    page = screen.show(html_of(name))
    assert page.evaluate("() => [...document.images].every((one) => one.complete && one.naturalWidth > 0)")
    assert page.evaluate("() => getComputedStyle(document.body).maxWidth") != "none"


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_are_shown_as_they_are(screen: Screen, kind: str) -> None:
    page = screen.show(html_of(f"hostile-{kind}"))
    shown = page.locator("body").inner_text()
    wanted = SPOKEN if kind in ("plan", "status", "minutes") else ()
    assert [text for text in wanted if text not in shown] == []
    assert "##[error]y <b>" in shown


HOSTILE_HTML = (
    "<script>alert(1)</script>",
    '<img src="https://example.org/x.png" alt="">',
    '<img src="x" onerror="alert(1)" alt="">',
    '<link rel="stylesheet" href="https://example.org/x.css">',
    '<iframe src="https://example.org/"></iframe>',
    '<p style="background: url(https://example.org/x.png)">x</p>',
)


@pytest.mark.parametrize("html", HOSTILE_HTML)
def test_what_a_page_should_not_do_is_noticed_and_the_policy_forbids_it(
    screen: Screen, careless: Screen, html: str
) -> None:
    broken = html_of("invented-plan-da").replace("</h1>", f"</h1>{html}", 1)
    careless.show(broken)
    assert careless.noted
    assert not any("Content Security Policy" in noted for noted in careless.noted)
    screen.show(broken)
    assert screen.noted
    assert all("Content Security Policy" in noted for noted in screen.noted)
    careless.noted.clear()
    screen.noted.clear()
