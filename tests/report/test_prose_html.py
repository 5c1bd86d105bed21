import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from handleplan.report.prose import Prose, plain
from handleplan.report.prose_html import block_html, escape_html, inline_html
from tests.report.texts import TEXTS, obeyed

INLINE = {"a", "strong", "em", "code", "br"}
BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre", "hr", "h3", "h4", "h5", "h6"}


class Reader(HTMLParser):
    """Collects elements and text, and checks that every element is closed where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"br", "hr"}:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"comment: {data}")

    def close(self) -> None:
        super().close()
        assert not self._open


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(TEXTS)
def test_html_holds_the_words_and_no_element_of_the_texts_own(text: str) -> None:
    for block, allowed in ((False, INLINE), (True, INLINE | BLOCKS)):
        prose = Prose(text, block=block)
        reader = read(block_html(prose, 3) if block else inline_html(prose))
        assert set(reader.tags) <= allowed
        assert squeezed(reader.text) == squeezed(prose.visible)
        for name, value in reader.attributes:
            assert name in {"href", "start"}
            assert name == "start" or re.match(r"(?i)(https?|mailto):", value or "")


def test_headings_go_below_the_section_without_a_jump() -> None:
    html = block_html(Prose("### a\n\n# b\n\n#### c\n\n###### d\n\n## e", block=True), 3)
    assert re.findall(r"<(h\d)>", html) == ["h3", "h3", "h4", "h5", "h4"]


def test_a_lead_runs_in() -> None:
    assert block_html(Prose("a & b\n\nc", block=True), 3, "M<:") == (
        '<p><strong class="run-in">M&lt;:</strong> a &amp; b</p>\n<p>c</p>'
    )
    assert block_html(Prose("- a", block=True), 3, "M:").startswith(
        '<p><strong class="run-in">M:</strong></p>\n<ul>'
    )


def test_nested_styles() -> None:
    html = inline_html(Prose('*a **b*** [**c** d](https://e.org/?a=1&b="2")  '))
    assert html == (
        '<em>a </em><strong><em>b</em></strong> <a href="https://e.org/?a=1&amp;b=%222%22"><strong>c</strong> d</a>'
    )


def test_line_breaks_and_lists() -> None:
    assert block_html(Prose("a\\\nb\n\n3. x\n4. y", block=True), 3) == (
        '<p>a<br>\nb</p>\n<ol start="3">\n<li>x</li>\n<li>y</li>\n</ol>'
    )


@given(TEXTS)
def test_no_line_is_obeyed_by_a_build(text: str) -> None:
    for html in (inline_html(Prose(text)), block_html(Prose(text, block=True), 3), escape_html(plain(text))):
        assert not obeyed(html)


def test_commands_are_broken_unseen() -> None:
    html = block_html(Prose("a\\\n::b::c\n\n    ##[d]\n    ::e", block=True), 3)
    assert html == "<p>a<br>\n&#58;:b::c</p>\n<pre><code>#&#35;[d]\n&#58;:e</code></pre>"
