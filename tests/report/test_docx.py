"""Papers in Word: what they hold, how entries are found again, and what Word would refuse."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.report.view import Paper, Picture
from handleplan.report.word.marks import bookmark_name
from tests.report.docx_reading import (
    R,
    W,
    alternatives,
    around,
    changed,
    headings,
    part,
    relations,
    set_paper,
    shown,
    text_of_element,
    values,
)
from tests.report.samples import (
    HOSTILE_CONFIG,
    RICH,
    config_of,
    paper_of,
    plan_of,
    text_of,
    whole_paper,
)
from tests.report.test_kinds import seen_in_html, words
from tests.report.year import KINDS, hostile_paper, paper_of_kind


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_word_says_what_the_page_says(kind: str, language: Language) -> None:
    paper = paper_of_kind(kind, language)
    compare(paper, set_paper(paper, language), text_of(paper, "html", Texts(language)))


@pytest.mark.parametrize("kind", KINDS)
def test_word_says_what_the_page_says_of_hostile_texts(kind: str) -> None:
    paper = hostile_paper(kind)
    labels = HOSTILE_CONFIG.labels
    content = set_paper(paper, labels=labels)
    folded = {*words(alternatives(content)), *heads_of(paper)}
    page = set(words(seen_in_html(text_of(paper, "html", Texts("da", labels)))))
    assert set(words(shown(content))) >= page - folded
    assert not [target for target in relations(content).values() if "javascript" in target]


def pictures_of(paper: Paper) -> list[Picture]:
    sections = (*(paper.cover or ()), *(section for plan in paper.plans for section in plan.sections))
    return [picture for section in sections for picture in section.pictures]


def heads_of(paper: Paper) -> set[str]:
    """The words of the heads of pictures' tables, which an alternative leaves out where a cell is empty."""
    return {word for picture in pictures_of(paper) for head in picture.table.heads for word in words(head)}


def compare(paper: Paper, content: bytes, html: str) -> None:
    """Hold the words against those of the page; the tables that it folds away are the pictures' alternatives here."""
    body, told = Counter(words(shown(content))), Counter(words(alternatives(content)))
    page = Counter(words(seen_in_html(html)))
    assert not body - page, "Word says more"
    folded = page - body
    assert set(folded) <= {*told, *heads_of(paper)}, "the page says more"
    if all(picture.beside for picture in pictures_of(paper)):
        assert not folded


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_paper_gives_the_same_bytes(kind: str) -> None:
    assert set_paper(paper_of_kind(kind)) == set_paper(paper_of_kind(kind))


def test_every_entry_is_found_again_by_its_id() -> None:
    paper = whole_paper()
    content = set_paper(paper)
    entries = {
        entry.anchor
        for plan in paper.plans
        for section in plan.sections
        for entry in (
            *section.entries,
            *(area.entry for area in section.areas),
            *(activity for area in section.areas for activity in area.activities),
        )
        if entry.anchor
    }
    assert len(entries) == 9
    found = {re.sub(r"\.(title|objective|note)$", "", tag) for tag in values(content, "tag")}
    assert found == entries
    names = values(content, "bookmarkStart", "name")
    assert len(names) == len(set(names))
    assert {f"hp_{one.replace('.', '__')}" for one in entries} <= set(names)
    assert {"hp_sundhed___background", "hp_sundhed__data__objective"} <= set(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in names)


def controls_of(content: bytes) -> dict[str, str]:
    return {
        one.find(f"{W}sdtPr/{W}tag").attrib[f"{W}val"]: text_of_element(one)  # type: ignore[union-attr]
        for one in part(content).iter(f"{W}sdt")
    }


def test_an_entry_in_a_control_is_its_text() -> None:
    controls = controls_of(set_paper(paper_of(plan_of(RICH, stages={}))))
    assert controls["sundhed.d1"] == "2022. Evt. møde"
    assert controls["sundhed.h1.title"] == "Møde"
    assert controls["sundhed.h1"] == "Holde møde"
    assert controls["sundhed.data.title"] == "Data"
    assert controls["sundhed.d2.note"] == "Se siden."


def test_an_objective_of_one_paragraph_is_in_a_control_without_its_label() -> None:
    area = {"id": "a", "title": "Område", "objective": "At *dele* data."}
    controls = controls_of(set_paper(paper_of(plan_of(RICH, focus_areas=[area]))))
    assert controls["sundhed.a.objective"] == "At dele data."


def test_places_give_names_of_their_own() -> None:
    places = [
        "a.b",
        "a-b",
        "a_b",
        "a.b-c",
        "a-b.c",
        "a.b.c",
        "a_b-c",
        "a-.b",
        "a--b",
        "a." + "b" * 50,
        "a." + "b" * 51,
    ]
    names = [bookmark_name(place) for place in places]
    assert len({name.lower() for name in names}) == len(places)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)


def test_headings_are_real_and_stand_in_their_order() -> None:
    content = set_paper(whole_paper())
    assert headings(content, "Title") == ["Handleplan 2022"]
    assert headings(content, "Heading1") == [
        "Dialogmodellen",
        "Årshjul",
        "Sundhed <2022> & *mere*",
        "Kultur",
        "Forkortelser",
    ]
    assert headings(content, "Heading2")[:2] == ["Baggrund", "Mål"]
    assert headings(content, "Heading3") == ["Under", "Data", "Byggeri"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_contents_are_a_field_of_links_that_word_makes_anew_the_same(kind: str) -> None:
    paper = paper_of_kind(kind)
    content = set_paper(paper)
    assert headings(content, "Toc1") == [item.title for item in paper.contents]
    if paper.contents:
        assert values(content, "fldChar", "fldCharType") == ["begin", "separate", "end"]
        assert [one.text for one in part(content).iter(f"{W}instrText")] == [' TOC \\o "1-1" \\h \\z ']
        assert headings(content, "Heading1") == [item.title for item in paper.contents]
    assert "dirty" not in ET.tostring(part(content), encoding="unicode"), "Word asks whoever opens it"


def test_links_within_the_paper_lead_somewhere() -> None:
    content = set_paper(whole_paper())
    targets = [
        one.attrib[f"{W}anchor"] for one in part(content).iter(f"{W}hyperlink") if f"{W}anchor" in one.attrib
    ]
    assert len(targets) == 6  # five lines of the contents, and a goal that an activity serves
    assert set(targets) <= set(values(content, "bookmarkStart", "name"))


def test_links_to_elsewhere_are_links() -> None:
    content = set_paper(whole_paper())
    (link,) = (one for one in part(content).iter(f"{W}hyperlink") if f"{R}id" in one.attrib)
    assert relations(content)[link.attrib[f"{R}id"]] == "https://e.org"
    assert text_of_element(link) == "siden"


def test_emphasis_is_kept() -> None:
    content = set_paper(paper_of(plan_of(RICH, background="et *kursivt* og **fedt** ord")))
    runs = {text_of_element(one): one for one in part(content).iter(f"{W}r")}
    assert runs["kursivt"].find(f"{W}rPr/{W}i") is not None
    assert runs["fedt"].find(f"{W}rPr/{W}b") is not None
    assert runs[" ord"].find(f"{W}rPr") is None


def test_abbreviations_stay_together() -> None:
    paragraphs = list(part(set_paper(whole_paper())).iter(f"{W}p"))
    (eu,) = [
        one for one in paragraphs if text_of_element(one).split() == ["EU", "Den", "Europæiske", "Union"]
    ]
    assert (eu.find(f"{W}pPr/{W}keepNext") is not None) == (eu is not paragraphs[-1])


def test_lists_are_real() -> None:
    text = "5. fem\n6. seks\n   - under\n\nså\n\n1. en"
    content = set_paper(paper_of(plan_of(RICH, background=text)))
    places = {
        text_of_element(one).strip(): [
            one.find(f"{W}pPr/{W}numPr/{W}{name}").attrib[f"{W}val"]  # type: ignore[union-attr]
            for name in ("ilvl", "numId")
        ]
        for one in part(content).iter(f"{W}p")
        if one.find(f"{W}pPr/{W}numPr") is not None
    }
    assert places["fem"] == places["seks"] == ["0", places["fem"][1]]
    assert places["under"][0] == "1"
    assert places["en"][1] != places["fem"][1]
    starts = {
        number.attrib[f"{W}numId"]: [one.attrib[f"{W}val"] for one in number.iter(f"{W}startOverride")]
        for number in part(content, "word/numbering.xml").iter(f"{W}num")
    }
    assert starts[places["fem"][1]] == ["5"]
    assert starts[places["en"][1]] == ["1"]


def test_the_heads_of_tables_are_told_and_stay_with_their_rows() -> None:
    content = set_paper(paper_of_kind("status"))
    tables = list(part(content).iter(f"{W}tbl"))
    assert tables
    for table in tables:
        rows = list(table.iter(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
            True,
            *([False] * (len(rows) - 1)),
        ]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in rows[0].iter(f"{W}p"))
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None


def test_a_list_in_a_quotation_is_part_of_it() -> None:
    content = set_paper(paper_of(plan_of(RICH, background="> før\n>\n> - punkt\n>\n>   mere")))
    assert headings(content, "Quote") == ["før", "punkt", "mere"]


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_language_is_told(language: Language, tag: str) -> None:
    content = set_paper(paper_of_kind("status", language), language)
    assert set(values(content, "lang", name="word/styles.xml")) == {tag}


def test_the_paper_has_its_colour() -> None:
    content = set_paper(paper_of(plan_of(RICH)))
    assert "A8322D" in values(content, "color", name="word/styles.xml")
    assert "A8322D" in ET.tostring(part(content, "word/theme/theme1.xml"), encoding="unicode")


def test_the_properties_tell_the_paper_and_nothing_of_the_run() -> None:
    core = ET.tostring(part(set_paper(paper_of(plan_of(RICH))), "docProps/core.xml"), encoding="unicode")
    assert "Sundhed &lt;2022&gt; &amp; *mere*" in core
    assert "Kontoret" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2022-01-10T00:00:00Z"}


def test_pages_run_the_mark_the_part_and_the_case() -> None:
    cover, health, culture, glossary = around(set_paper(whole_paper()))
    assert list(cover) == ["header", "first header", "footer", "first footer"]
    assert "Handleplan 2022 Side 1 af 1 Sagsnummer 1-30-72-1-22" in " ".join(cover["first footer"].split())
    assert list(health) == list(culture) == list(glossary) == ["header", "footer"]
    assert (cover["header"].split(), health["header"].split()) == (
        ["Kontoret", "Arbejdsudkast"],
        ["Kontoret"],
    )
    assert culture["header"].split() == ["Kontoret", "Arbejdsudkast"]
    assert "Sundhed · Handleplan 2022" in health["footer"]
    assert "Kultur · Handleplan 2022" in culture["footer"]
    assert "Handleplan 2022 Side" in " ".join(glossary["footer"].split())


def test_places_in_a_papers_own_text_stay() -> None:
    assert "{{title}}" in shown(set_paper(paper_of(plan_of(RICH, governance="Se {{title}} og {{content}}."))))


def test_two_thousand_activities() -> None:
    many = [{"id": f"x{n}", "text": f"Aktivitet {n}", "quarters": "Q1"} for n in range(2000)]
    content = set_paper(paper_of(plan_of(RICH, actions=many)))
    assert len({tag for tag in values(content, "tag") if tag.startswith("sundhed.x")}) == 2000


def test_nothing_at_all() -> None:
    empty = plan_of({"theme": "kultur", "year": "2022", "title": "K", "goals": ["a"]})
    paper = paper_of(empty, config=config_of(agreements=[], organisation=None))
    assert "{{" not in shown(set_paper(paper))


@pytest.mark.parametrize("kind", KINDS)
def test_word_opens_every_kind(kind: str, refused: Callable[[bytes], list[str]]) -> None:
    assert not refused(set_paper(paper_of_kind(kind)))
    assert not refused(set_paper(hostile_paper(kind), labels=HOSTILE_CONFIG.labels))


def test_what_word_does_not_open_is_noticed(refused: Callable[[bytes], list[str]], tmp_path: Path) -> None:
    size = '<w:pgSz w:w="11906" w:h="16838"/>'
    folder = changed(tmp_path / "own", ("word/document.xml", size, "<w:pgSize/>"))
    assert refused((folder / "paper.docx").read_bytes())


def test_late_activities_of_the_overview_are_found_again_too() -> None:
    assert "sundhed.d1" in values(set_paper(paper_of_kind("overview")), "tag")
