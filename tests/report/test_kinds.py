import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from handleplan.failure import Failure
from handleplan.locale import LANGUAGES, Language, Texts, da, en
from handleplan.report.formats import FORMATS, render
from handleplan.report.kinds import build_paper, build_picture
from handleplan.report.view import Timeline, Wheel
from tests.report.samples import HOSTILE_CONFIG, TEXT_FORMATS, config_of, plan_of, text_of
from tests.report.test_formats import ATTRIBUTES, ELEMENTS, read_page
from tests.report.texts import obeyed
from tests.report.year import KINDS, MEETINGS, hostile_paper, material_of, paper_of_kind

Golden = Callable[[str, str], None]


def words(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text))


def seen_in_html(html: str) -> str:
    """What a page shows: pictures say what the table beside them says, and furniture is not the paper's content."""
    body = re.sub(
        r"(?s)^.*<body[^>]*>|<svg.*?</svg>|<footer>.*$|<summary>.*?</summary>|<a class=\"skip\".*?</a>",
        "",
        html,
    )
    return unescape(re.sub(r"<[^>]+>", " ", body))


def seen_in_markdown(markdown: str) -> str:
    html = MarkdownIt("commonmark").enable("table").render(markdown)
    return unescape(re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_name", ["markdown", "html"])
@pytest.mark.parametrize("kind", KINDS)
def test_papers_of_all_kinds(golden: Golden, kind: str, format_name: str, language: Language) -> None:
    text = text_of(paper_of_kind(kind, language), format_name, Texts(language))
    golden(f"{kind}.{language}{FORMATS[format_name].suffixes[0]}", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_all_formats_say_the_same(kind: str, language: Language) -> None:
    paper = paper_of_kind(kind, language)
    shown = {name: text_of(paper, name, Texts(language)) for name in TEXT_FORMATS}
    assert words(seen_in_html(shown["html"])) == words(seen_in_markdown(shown["markdown"]))
    module = da if language == "da" else en
    known = words(" ".join((*module.LABELS.values(), *module.MESSAGES.values())))
    data = words(" ".join(map(str, leaves(json.loads(shown["json"])))))
    assert set(words(seen_in_html(shown["html"]))) <= {*known, *data}


@pytest.mark.parametrize("kind", KINDS)
def test_all_formats_say_the_same_of_hostile_texts(kind: str) -> None:
    paper = hostile_paper(kind)
    texts = Texts("da", HOSTILE_CONFIG.labels)
    html, markdown = render(paper, "html", texts), render(paper, "markdown", texts)
    difference = set(words(seen_in_html(html))) ^ set(words(seen_in_markdown(markdown)))
    assert not difference


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [value]


@pytest.mark.parametrize("format_name", TEXT_FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_are_texts(kind: str, format_name: str) -> None:
    text = text_of(hostile_paper(kind), format_name, Texts("da", HOSTILE_CONFIG.labels))
    assert not obeyed(text)
    if format_name == "html":
        page = read_page(text)
        assert set(page.tags) <= ELEMENTS
        assert {name for name, _ in page.attributes} <= ATTRIBUTES
    if format_name == "markdown":
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1
        for row in re.findall(r"(?ms)^\|.*?\|$(?=\n\n|\Z)", text):
            cells = {len(re.findall(r"(?<!\\)\|", line)) for line in row.split("\n")}
            assert len(cells) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_headings_do_not_jump(kind: str) -> None:
    page = read_page(render(paper_of_kind(kind), "html", Texts("da")))
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    named = [value or "" for name, value in page.attributes if name == "aria-labelledby"]
    assert {target for value in named for target in value.split()} <= set(ids)


def test_the_wheel_alone_has_a_hand() -> None:
    picture = build_picture("wheel", material_of())
    assert isinstance(picture.data, Wheel)
    assert picture.data.today == "I dag, 20. juni 2022"
    assert [(step.number, step.title) for step in picture.data.steps] == [
        (1, "Dialog"),
        (2, "Udkast"),
        (3, "c"),
    ]


def test_the_wheel_of_a_year_that_is_over_has_no_hand() -> None:
    picture = build_picture("wheel", material_of()._replace(today=date(2026, 11, 25)))
    assert isinstance(picture.data, Wheel)
    assert (picture.data.hand, picture.data.today) == (None, None)


def test_the_timeline_alone_knows_what_was_reported() -> None:
    picture = build_picture("timeline", material_of())
    assert isinstance(picture.data, Timeline)
    tracks = {track.label: track.words for group in picture.data.groups for track in group.tracks}
    assert tracks["2022. Evt. møde"] == "Forsinket · Tidsplan overskredet"
    assert tracks["Rådgivning – Svare på spørgsmål"] == "Løbende"
    assert tracks["En ansøgning"] == "Status ikke oplyst"
    assert [group.title for group in picture.data.groups][-2:] == [
        "Kultur – Musik",
        "Kultur – Handlinger i 2022 og frem",
    ]


def test_a_year_without_a_cycle_has_no_wheel() -> None:
    with pytest.raises(Failure) as caught:
        build_picture("wheel", material_of(config=config_of(agreements=[])))
    assert caught.value.key == "no-cycle"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_at_all_is_no_failure_of_ours(kind: str) -> None:
    empty = plan_of({"theme": "kultur", "year": "2022", "title": "K", "goals": ["a"]})
    report = {"theme": "kultur", "year": "2022", "date": "2022-06-01"}
    material = material_of(
        empty, reports=(report,), config=config_of(agreements=[], organisation=None), cover=None
    )
    paper = build_paper(kind, material, meetings=MEETINGS)
    for name in FORMATS:
        assert render(paper, name, Texts("da"))
