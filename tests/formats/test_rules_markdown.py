"""The rules as Markdown: whole pages, read again by a CommonMark parser."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from handleplan.catalogue import entries, families
from handleplan.formats.rules_markdown import anchor, render_list, render_rule, rule_body
from handleplan.locale import LANGUAGES, Texts
from tests.formats.rules_samples import FIXED, FULL, SAMPLES

BOTH = [Texts(language) for language in LANGUAGES]


def headings(page: str) -> list[str]:
    tokens = MarkdownIt().parse(page)
    return [
        "".join(child.content for child in tokens[number + 1].children or ())
        for number, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def links(page: str) -> list[str]:
    tokens = [child for token in MarkdownIt().parse(page) for child in token.children or ()]
    return [unquote(str(token.attrs["href"])) for token in tokens if token.type == "link_open"]


def test_whole_pages(golden: Callable[[str, str], None]) -> None:
    golden("rules.md", render_list(SAMPLES, BOTH))
    golden("rules.en.md", render_list(SAMPLES, BOTH[1:]))
    golden("rule.da.md", render_rule(FULL, BOTH[:1]))
    golden("rule-always.en.md", render_rule(FIXED, BOTH[1:]))


def test_the_contents_lead_to_every_heading_below_them() -> None:
    page = render_list(entries(), BOTH)
    _, _, *below = headings(page)
    assert len(below) == len(entries()) + len(list(families(entries())))
    assert links(page) == [f"#{anchor(heading)}" for heading in below]


@pytest.mark.parametrize("page", [render_list(entries(), BOTH), *(rule_body(one, BOTH) for one in SAMPLES)])
def test_texts_stay_texts(page: str) -> None:
    tokens = [child for token in MarkdownIt().parse(page) for child in token.children or ()]
    kinds = {token.type for token in tokens}
    assert kinds <= {
        "text",
        "code_inline",
        "softbreak",
        "strong_open",
        "strong_close",
        "link_open",
        "link_close",
        "text_special",
    }


def test_examples_are_whole() -> None:
    page = render_list(entries(), BOTH)
    fences = [token for token in MarkdownIt().parse(page) if token.type == "fence"]
    shown = [example for entry in entries() for example in entry.explanation.examples]
    blocks = [token.content for token in fences if token.info == "yaml"][3:]
    assert blocks == [example.shown for example in shown if example.good]
    beside = sum(len(example.beside) for example in shown)
    assert sum(token.info == "text" for token in fences) == beside + sum(
        not example.good for example in shown
    )


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("HP201 duplicate-id", "hp201-duplicate-id"),
        ("HP2 · Id'er, og / Ids", "hp2--ider-og--ids"),
        ("Tekster æøå", "tekster-æøå"),
    ],
)
def test_anchors_are_those_of_github(heading: str, name: str) -> None:
    assert anchor(heading) == name
