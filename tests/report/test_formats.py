import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import groupby, pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from handleplan.formats.paper_html import css_string
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.report.formats import FORMATS, render
from handleplan.report.plan_paper import build_plan_paper
from handleplan.report.view import Paper
from handleplan.workspace import Workspace
from tests.report.samples import (
    HOSTILE_CONFIG,
    HOSTILE_PLAN,
    INDEX,
    PLAIN_AREAS,
    RICH,
    TEXT_FORMATS,
    paper_of,
    plan_of,
    text_of,
)
from tests.report.test_prose_html import Reader, read
from tests.report.texts import HOSTILE, obeyed

Golden = Callable[[str, str], None]

# Everything the shipped HTML template is made of; prose adds its own few
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "article", "section",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span",
    "a", "strong", "em", "code", "br", "hr", "pre", "blockquote", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "figure", "figcaption", "details", "summary", "svg", "g", "desc", "defs", "pattern",
    "path", "rect", "circle", "text",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "start", "aria-labelledby",
    "aria-label", "role", "scope", "data-head", "viewbox", "transform", "width", "height", "patternunits", "x", "y",
    "cx", "cy", "r", "rx", "d", "fill",
}  # fmt: skip


def shipped_paper(workspace: Workspace, *chosen: str, language: Language = "da") -> Paper:
    return build_plan_paper(
        workspace.config,
        workspace.plans(2022),
        year=2022,
        texts=Texts(language),
        index=workspace.index(2022),
        chosen=chosen,
    )


def read_page(html: str) -> Reader:
    """Read a page; elements without content are made to look closed first."""
    return read(re.sub(r"<(meta)\b([^>]*)>", r"<\1\2></\1>", html).replace("<!doctype html>", ""))


@pytest.mark.parametrize("format_name", TEXT_FORMATS)
def test_the_real_health_plan(shipped: Workspace, golden: Golden, format_name: str) -> None:
    text = text_of(shipped_paper(shipped, "sundhed"), format_name, Texts("da"))
    golden(f"sundhed{FORMATS[format_name].suffixes[0]}", text)


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_the_whole_real_handleplan(shipped: Workspace, golden: Golden, format_name: str) -> None:
    golden(
        f"handleplan-2022{FORMATS[format_name].suffixes[0]}",
        text_of(shipped_paper(shipped), format_name, Texts("da")),
    )


def test_english_labels(shipped: Workspace, golden: Golden) -> None:
    paper = shipped_paper(shipped, "groen-omstilling", language="en")
    golden("groen-omstilling.en.md", render(paper, "markdown", Texts("en")))


@pytest.mark.parametrize("format_name", ["markdown", "html"])
def test_a_plan_with_everything(golden: Golden, format_name: str) -> None:
    paper = paper_of(plan_of(RICH), plan_of(PLAIN_AREAS), index=INDEX)
    golden(f"rich{FORMATS[format_name].suffixes[0]}", text_of(paper, format_name, Texts("da")))


@pytest.mark.parametrize("format_name", TEXT_FORMATS)
def test_a_hostile_plan(golden: Golden, format_name: str) -> None:
    text = text_of(paper_of(plan_of(HOSTILE_PLAN)), format_name, Texts("da"))
    golden(f"hostile{FORMATS[format_name].suffixes[0]}", text)


@pytest.mark.parametrize("format_name", TEXT_FORMATS)
def test_same_input_same_text_with_one_newline_at_the_end(shipped: Workspace, format_name: str) -> None:
    texts = [text_of(shipped_paper(shipped), format_name, Texts(language)) for language in ("da", "da", "en")]
    assert texts[0] == texts[1] != texts[2] or format_name == "json"
    assert all(text.endswith("\n") and not text.endswith("\n\n") for text in texts)


@pytest.mark.parametrize("format_name", TEXT_FORMATS)
def test_words_of_a_hostile_workspace_are_words(format_name: str) -> None:
    paper = paper_of(
        plan_of(RICH, stages={}), plan_of(HOSTILE_PLAN, owner="RU"), index=INDEX, config=HOSTILE_CONFIG
    )
    text = text_of(paper, format_name, Texts("da", HOSTILE_CONFIG.labels))
    assert not obeyed(text)
    assert not re.search("^# Pwn", text, re.MULTILINE)
    if format_name == "html":
        assert set(read_page(text).tags) <= ELEMENTS
    if format_name == "markdown":
        headings = [t for t in MarkdownIt("commonmark").parse(text) if t.type == "heading_open"]
        assert [t.tag for t in headings].count("h1") == 1


def test_html_holds_no_element_that_a_plan_brought_in() -> None:
    page = read_page(render(paper_of(plan_of(HOSTILE_PLAN), index=INDEX, chosen=()), "html", Texts("da")))
    assert set(page.tags) <= ELEMENTS
    assert {name for name, _ in page.attributes} <= ATTRIBUTES
    links = [value or "" for name, value in page.attributes if name == "href"]
    assert all(re.match(r"#|https?:|mailto:", link) for link in links)
    assert "alert(1)</script>" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_never_jump_and_ids_are_unique(shipped: Workspace, language: Language) -> None:
    whole = paper_of(plan_of(RICH), plan_of(HOSTILE_PLAN), index=INDEX, language=language)
    papers = (whole, paper_of(plan_of(RICH), language=language), shipped_paper(shipped, language=language))
    for paper in papers:
        page = read_page(render(paper, "html", Texts(language)))
        levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h\d", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        ids = Counter(value for name, value in page.attributes if name == "id")
        assert max(ids.values()) == 1
        named = [value or "" for name, value in page.attributes if name == "aria-labelledby"]
        targets = {target for value in named for target in value.split()}
        targets |= {
            (value or "")[1:]
            for name, value in page.attributes
            if name == "href" and (value or "").startswith("#")
        }
        assert targets <= set(ids)


def test_the_page_needs_nothing_and_runs_nothing(shipped: Workspace) -> None:
    html = render(shipped_paper(shipped), "html", Texts("da"))
    assert html.startswith('<!doctype html>\n<html lang="da">\n')
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html
    assert not re.search(r"<script|<link|<img|url\((?!#)|@import|\son\w+=", html)


def test_a_hidden_section_never_falls_under_the_entry_before_it(shipped: Workspace) -> None:
    markdown = render(shipped_paper(shipped, "kultur"), "markdown", Texts("da"))
    tokens = MarkdownIt("commonmark").parse(markdown)
    place = next(
        i for i, token in enumerate(tokens) if token.type == "inline" and token.content.startswith("GTE's")
    )
    assert [token.type for token in tokens[place - 3 : place]] == [
        "bullet_list_close",
        "hr",
        "paragraph_open",
    ]
    html = render(shipped_paper(shipped, "kultur"), "html", Texts("da"))
    assert (
        '<section class="governance apart" id="kultur_governance" role="group" aria-label="Organisering">'
        in html
    )


def _items(tokens: list[Token]) -> list[int]:
    """The levels of list items, with a break wherever a list of the plan itself ends."""
    ends = {"ordered_list_close", "bullet_list_close"}
    return [
        token.level if token.type == "list_item_open" else -1
        for token in tokens
        if token.type == "list_item_open" or (token.type in ends and token.level == 0)
    ]


def test_hostile_markdown_keeps_its_shape() -> None:
    """Every heading is one of the plan's own, every entry one item of one list."""
    markdown = render(paper_of(plan_of(HOSTILE_PLAN)), "markdown", Texts("da"))
    tokens = MarkdownIt("commonmark").parse(markdown)
    levels = [token.tag for token in tokens if token.type == "heading_open"]
    assert levels.count("h1") == 1
    longest = max(len(list(group)) for level, group in groupby(_items(tokens)) if level == 1)
    assert longest == len(HOSTILE)
    assert not [token for token in tokens if token.type == "html_block"]
    assert not [c for token in tokens for c in token.children or () if c.type in {"html_inline", "image"}]


def test_drafts_and_proposals_are_marked_everywhere() -> None:
    for day, mark in ((date(2022, 1, 1), "Arbejdsudkast"), (date(2022, 1, 10), "Forslag til drøftelse")):
        paper = paper_of(plan_of(RICH), as_of=day)
        assert f"**{mark}" in render(paper, "markdown", Texts("da"))
        assert mark in read_page(html := render(paper, "html", Texts("da"))).text
        assert '<p class="mark">' in html
        assert json.loads(render(paper, "json", Texts("da")))["stage"]["mark"].startswith(mark)
    agreed = paper_of(plan_of(RICH))
    assert 'class="mark"' not in render(agreed, "html", Texts("da"))
    assert "\nAftalt · 25. januar 2022\n" in render(agreed, "markdown", Texts("da"))


def test_json_is_the_view_with_prose_as_its_source() -> None:
    paper = json.loads(render(paper_of(plan_of(RICH)), "json", Texts("da")))
    assert paper["schema_version"] == 1
    assert paper["kind"] == "plan"
    assert paper["plans"][0]["sections"][0]["text"] == RICH["background"]
    assert paper["plans"][0]["sections"][2]["entries"][1]["goals"][0] == {
        "id": "m2", "number": 2, "anchor": "sundhed.m2",
    }  # fmt: skip


def test_css_strings_cannot_end_early() -> None:
    assert css_string('a"}\\</style>å') == '"a\\22 \\7d \\5c \\3c \\2f style\\3e \\e5 "'
