"""PDF, read by libraries that had no part in writing it: what it says, how it is built, and what breaks out of it."""

import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfua
import pypdfium2
import pytest
from hypothesis import given, settings
from pikepdf import Dictionary

from handleplan.failure import Failure
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.report import typesetter
from handleplan.report.formats import render
from handleplan.report.kinds import build_paper
from handleplan.report.logo import logo_address
from handleplan.report.prose import Prose
from handleplan.report.slides import render_png
from handleplan.report.view import Paper, Section, Timeline
from handleplan.workspace import Workspace
from tests.report.pdf_reading import Node, bookmarks, nodes, open_pdf, text_of_pdf
from tests.report.samples import HOSTILE_CONFIG, RICH, paper_of, plan_of
from tests.report.test_formats import read_page, shipped_paper
from tests.report.test_kinds import seen_in_html, words
from tests.report.texts import TEXTS
from tests.report.year import KINDS, MEETINGS, hostile_paper, material_of, paper_of_kind

HOSTILE_TEXTS = Texts("da", HOSTILE_CONFIG.labels)
MILLIMETRE = 72 / 25.4
# Bullets and numbers of lists, and what is drawn: in the other formats no text of the paper
MARKS = {"Lbl", "Figure"}


def pdf_of(paper: Paper, language: Language = "da") -> bytes:
    return render(paper, "pdf", Texts(language))


def without_furniture(paper: Paper) -> Paper:
    """Leave out what a format has its own way with: pictures, and the contents with their page numbers."""

    def bare(sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(section._replace(pictures=()) for section in sections)

    plans = tuple(plan._replace(sections=bare(plan.sections)) for plan in paper.plans)
    cover = None if paper.cover is None else bare(paper.cover)
    return paper._replace(contents=(), cover=cover, plans=plans)


def large_plan(activities: int) -> Any:
    areas = [
        {
            "title": f"Område {area}",
            "id": f"o{area}",
            "activities": [
                {"id": f"a{area}-{number}", "text": f"Aktivitet {area}-{number} i år", "quarters": "Q1-Q3", "note": "Husk."}
                for number in range(20)
            ],
        }
        for area in range(activities // 20)
    ]  # fmt: skip
    return plan_of({"theme": "sundhed", "year": "2022", "title": "Stor", "focus_areas": areas})


def large_paper(kind: str, activities: int) -> Paper:
    done = {f"a{area}-{number}": {"status": "done", "note": "Godt " + "gået " * 9} for area in range(activities // 20) for number in range(20)}  # fmt: skip
    report = {"theme": "sundhed", "year": "2022", "date": "2022-06-14", "activities": done}
    chosen = ("sundhed",)
    return build_paper(
        kind, material_of(large_plan(activities), reports=(report,), chosen=chosen), meetings=MEETINGS
    )


def roles(content: bytes) -> list[Node]:
    with open_pdf(content) as pdf:
        return nodes(pdf)


def pages(content: bytes) -> int:
    with open_pdf(content) as pdf:
        return len(pdf.pages)


def shown_on_pages(content: bytes) -> list[str]:
    """Return all that stands on each page, running heads too, its spaces plain ones."""
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]
    return [text.replace("\u00a0", " ") for text in pages]


def found_by_pdfua(content: bytes, folder: Path) -> list[str]:
    path = folder / "paper.pdf"
    path.write_bytes(content)
    return [f"{finding.rule_id}: {finding.message}" for finding in pdfua.validate(str(path)).findings]


def letters(text: str) -> str:
    """Return what is left of a text without white space and signs: a hyphen at a line's end may be one or none."""
    return "".join(re.findall(r"\w", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_pdf_says_what_the_page_says(kind: str, language: Language) -> None:
    paper = without_furniture(paper_of_kind(kind, language))
    html = render(paper, "html", Texts(language))
    shown, wanted = text_of_pdf(pdf_of(paper, language), MARKS), seen_in_html(html)
    assert words(shown) == words(wanted)
    assert letters(shown) == letters(wanted)


def test_pdf_says_what_the_real_plans_say(shipped: Workspace) -> None:
    paper = without_furniture(shipped_paper(shipped))
    html = render(paper, "html", Texts("da"))
    assert letters(text_of_pdf(pdf_of(paper), MARKS)) == letters(seen_in_html(html))


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_are_texts(kind: str, tmp_path: Path) -> None:
    """Every letter is there, no more; an endless word is broken over lines, so words cannot be told."""
    paper = without_furniture(hostile_paper(kind))
    content = render(paper, "pdf", HOSTILE_TEXTS)
    html = render(paper, "html", HOSTILE_TEXTS)
    shown = letters(text_of_pdf(content, MARKS))
    assert Counter(shown) == Counter(letters(seen_in_html(html)))
    assert not found_by_pdfua(content, tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_a_pdf_acts(kind: str) -> None:
    with open_pdf(render(hostile_paper(kind), "pdf", HOSTILE_TEXTS)) as pdf:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert not {"/JavaScript", "/EmbeddedFiles"} & set(pdf.Root.get("/Names", {}).keys())
        notes = [note for page in pdf.pages for note in page.get("/Annots", ())]
        assert {str(note.Subtype) for note in notes} <= {"/Link"}
        actions = [note.A for note in notes if "/A" in note]
        assert {str(action.S) for action in actions} <= {"/URI", "/GoTo"}
        addresses = [str(action.URI) for action in actions if action.S == "/URI"]
        assert all(re.match(r"https?:|mailto:", address) for address in addresses)


def test_code_of_the_typesetter_is_text() -> None:
    attempts = (
        '#eval("1+1")', '#import "@preview/x:0.1.0": y', "#panic()", "$ sum $", "= Overskrift", "\\u{41}", "@label",
        '#read("/paper.json")', "<paper>", "#set page(width: 1pt)", "*fed", "`", "#", "\\", '"', "// væk", "/* væk",
    )  # fmt: skip
    actions = [{"id": f"h{number}", "title": text, "text": "Ord"} for number, text in enumerate(attempts)]
    content = pdf_of(paper_of(plan_of(RICH, actions=actions, title='"#panic("x")')))
    shown = re.sub(r"\s+", " ", text_of_pdf(content))
    assert all(text in shown for text in attempts)
    with open_pdf(content) as pdf:
        assert str(pdf.docinfo.Title) == '"#panic("x")'


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_an_independent_check_finds_nothing(kind: str, language: Language, tmp_path: Path) -> None:
    assert not found_by_pdfua(pdf_of(paper_of_kind(kind, language), language), tmp_path)


def test_an_independent_check_finds_nothing_in_the_real_plans(shipped: Workspace, tmp_path: Path) -> None:
    assert not found_by_pdfua(pdf_of(shipped_paper(shipped)), tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_tells_what_it_is(kind: str, language: Language) -> None:
    paper = paper_of_kind(kind, language)
    with open_pdf(pdf_of(paper, language)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == paper.title
        assert str(pdf.docinfo.Author) == "Kontoret"
        day = paper.day.date if paper.day else None
        assert str(pdf.docinfo.get("/CreationDate", "")) == (f"D:{day:%Y%m%d}000000Z" if day else "")
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        sizes = {tuple(round(float(side) / MILLIMETRE) for side in page.MediaBox[2:]) for page in pdf.pages}
        assert sizes == {(210, 297)}


@pytest.mark.parametrize("kind", KINDS)
def test_headings_and_bookmarks_are_those_of_the_page(kind: str) -> None:
    paper = paper_of_kind(kind)
    html = render(paper, "html", Texts("da"))
    levels = [int(tag[1]) for tag in read_page(html).tags if re.fullmatch(r"h\d", tag)]
    content = pdf_of(paper)
    assert [int(node.role[1]) for node in roles(content) if re.fullmatch(r"H\d", node.role)] == levels
    with open_pdf(content) as pdf:
        marks = bookmarks(pdf)
    assert marks[0] == (0, paper.title)
    listed = len(levels) - bool(paper.contents)  # the contents are no chapter of themselves
    assert len(marks) == listed
    assert all(after <= before + 1 for (before, _), (after, _) in pairwise(marks))


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_told_in_words(kind: str) -> None:
    paper = paper_of_kind(kind)
    sections = [*(paper.cover or ()), *(section for plan in paper.plans for section in plan.sections)]
    pictures = [picture for section in sections for picture in section.pictures]
    alternatives = [node.alternative or "" for node in roles(pdf_of(paper)) if node.role == "Figure"]
    figures = [text.replace("\u00a0", " ") for text in alternatives]
    assert len(figures) == len(pictures)
    for picture, told in zip(pictures, figures, strict=True):
        assert told.startswith(f"{picture.title}. {picture.description}")
        table = [cell.text if isinstance(cell.text, str) else cell.text.visible for row in picture.table.rows for cell in row]  # fmt: skip
        assert picture.beside or all(text in told for text in table)


@pytest.mark.parametrize("kind", ["status", "overview", "minutes"])
def test_tables_have_heads(kind: str) -> None:
    paper = paper_of_kind(kind)
    sections = [*(paper.cover or ()), *(section for plan in paper.plans for section in plan.sections)]
    tables = [table for section in sections for table in section.tables]
    tables += [picture.table for section in sections for picture in section.pictures if picture.beside]
    found = roles(pdf_of(paper))
    heads = [node for node in found if node.role == "TH"]
    assert len(tables) == [node.role for node in found].count("Table")
    assert len(heads) == sum(len(table.heads) for table in tables)
    assert {node.attributes.get("/Scope") for node in heads} == {"/Column"}
    assert [node.role for node in found].count("TD") == sum(
        len(row) for table in tables for row in table.rows
    )


def test_a_table_that_goes_on_has_its_heads_on_every_page() -> None:
    content = pdf_of(large_paper("status", 200))
    texts = shown_on_pages(content)
    with_rows = [text for text in texts if re.search(r"Aktivitet \d+-\d+ i år", text)]
    assert len(with_rows) > 3
    assert all("Tidsplan" in text and "Bemærkning" in text for text in with_rows)
    assert [node.role for node in roles(content)].count("THead") == 1


def test_headings_stand_with_what_follows(shipped: Workspace) -> None:
    for content in (
        pdf_of(shipped_paper(shipped)),
        pdf_of(large_paper("plan", 400)),
        pdf_of(paper_of_kind("plan")),
    ):
        places = [(node.role, page) for node in roles(content) for page, _ in node.content]
        for (role, page), (_, following) in pairwise(places):
            assert not re.fullmatch(r"H\d", role) or page == following


@pytest.mark.parametrize(("kind", "role"), [("plan", "LI"), ("status", "TR")])
def test_rows_and_entries_are_not_split(kind: str, role: str) -> None:
    spread: list[set[int]] = []
    depth: int | None = None
    for node in roles(pdf_of(large_paper(kind, 200))):
        if node.role == role:
            depth = node.depth
            spread.append(set())
        elif depth is not None and node.depth <= depth:
            depth = None
        if depth is not None:
            spread[-1].update(page for page, _ in node.content)
    assert len(spread) >= 200
    assert max(map(len, spread)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_off_the_page(kind: str) -> None:
    for content in (render(hostile_paper(kind), "pdf", HOSTILE_TEXTS), pdf_of(large_paper(kind, 100))):
        for page in pypdfium2.PdfDocument(content):
            text = page.get_textpage()
            width, height = page.get_size()
            edge = 6 * MILLIMETRE
            boxes = [text.get_charbox(place) for place in range(text.count_chars())]
            assert all(
                left > edge - 1 and right < width - edge + 1 for left, _, right, _ in boxes if right > left
            )
            assert all(
                bottom > edge - 1 and top < height - edge + 1 for _, bottom, _, top in boxes if top > bottom
            )


def test_a_real_plan_on_one_page(shipped: Workspace) -> None:
    for slug, plan in shipped.plans(2022).items():
        paper = build_paper("onepage", material_of(plan, config=shipped.config, chosen=(slug,), cover=None))
        assert pages(pdf_of(paper)) == 1


@pytest.mark.parametrize("kind", ["onepage", "overview"])
def test_one_page_is_one_page(kind: str) -> None:
    assert pages(pdf_of(paper_of_kind(kind))) == 1
    assert pages(pdf_of(large_paper(kind, 400))) == 1


def test_two_thousand_activities() -> None:
    content = pdf_of(large_paper("plan", 2000))
    shown = "".join(shown_on_pages(content))
    assert all(f"Aktivitet {area}-{number} i år" in shown for area in range(100) for number in (0, 19))
    figures = [node.alternative or "" for node in roles(content) if node.role == "Figure"]
    assert len(figures) > 50
    assert figures[1].endswith(f"(2/{len(figures)}).")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_paper_is_the_same_file(kind: str) -> None:
    first, again, english = (
        pdf_of(paper_of_kind(kind, language), language) for language in ("da", "da", "en")
    )
    assert first == again != english
    assert first.startswith(b"%PDF-1.7")


def test_every_machine_has_the_fonts(shipped: Workspace) -> None:
    with open_pdf(pdf_of(shipped_paper(shipped))) as pdf:
        described = [item for item in pdf.objects if isinstance(item, Dictionary)]
        fonts = [item for item in described if item.get("/Type") == "/FontDescriptor"]
        assert {str(font.FontName).partition("+")[2] for font in fonts} == {"IBMPlexSans-Regular"}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_marks_and_case_numbers_are_on_the_pages(shipped: Workspace) -> None:
    paper = shipped_paper(shipped)._replace(case_number="1-30-72-1-22")
    texts = shown_on_pages(pdf_of(paper))
    assert all("Forslag til drøftelse · 10. januar 2022" in text for text in texts)
    assert all(
        f"Central Denmark EU Office · Sagsnummer 1-30-72-1-22 Side {number} af {len(texts)}" in text
        for number, text in enumerate(texts, 1)
    )


def test_the_logo_is_decoration() -> None:
    logo = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiPjxyZWN0IHdpZHRoPSI5IiBoZWlnaHQ9IjkiLz48L3N2Zz4="
    paper = paper_of_kind("minutes")
    assert paper.organisation
    with_logo = pdf_of(paper._replace(organisation=paper.organisation._replace(logo=logo)))
    assert with_logo != pdf_of(paper)
    assert "Figure" not in [node.role for node in roles(with_logo)]


def test_a_logo_of_points_is_printed() -> None:
    paper = paper_of_kind("minutes")
    assert paper.organisation
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10"/></svg>'
    )
    logo = logo_address("logo.png", render_png(svg, width=60))
    document = pypdfium2.PdfDocument(
        pdf_of(paper._replace(organisation=paper.organisation._replace(logo=logo)))
    )
    (image,) = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    left, bottom, right, top = image.get_bounds()
    document.close()
    assert (right - left) / (top - bottom) == pytest.approx(3, rel=0.05)


def test_what_no_font_has_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever fonts the machine has: this one is left with those that come along."""
    import fontpkg_ibm_plex_sans
    import typst

    own = typst.Fonts(include_system_fonts=False, font_paths=[str(fontpkg_ibm_plex_sans.ROOT / "files")])
    asked = []

    def fonts(*, system: bool) -> typst.Fonts:
        asked.append(system)
        return own

    monkeypatch.setattr(typesetter, "_fonts", fonts)
    odd = "Fest \U0001f389 i 你好, שלום"
    # enough of them have quarters for a timeline to be drawn, whose labels are texts too
    work = [{"id": f"x{number}", "text": odd, "quarters": "Q1"} for number in range(6)]
    plan = plan_of(RICH, stages={}, focus_areas=[{"id": "f", "title": odd, "activities": work}])
    content = pdf_of(build_paper("plan", material_of(plan, chosen=("sundhed",))))
    assert "Figure" in [node.role for node in roles(content)]
    assert asked == [False, True, True, True]
    shown = text_of_pdf(content, MARKS)
    assert shown.count("Fest \ufffd i \ufffd\ufffd, ") == 7
    assert "שלום" in shown or "םולש" in shown
    assert not found_by_pdfua(content, tmp_path)


@pytest.mark.parametrize("name", ["typst", "fontpkg_ibm_plex_sans"])
def test_without_the_extra_it_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(Failure) as caught:
        pdf_of(paper_of_kind("minutes"))
    assert caught.value.key == "no-typst"
    for language in LANGUAGES:
        told = Texts(language).message("failure.no-typst")
        assert "handleplan[pdf]" in told
        assert 'pipx install --force ".[pdf]"' in told


OWN = '#let data = json("/paper.json")\n#set document(title: data.paper.title)\n= #data.paper.title\n'


def with_template(folder: Path, source: str, name: str = "paper.typ") -> bytes:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return render(paper_of(plan_of(RICH)), "pdf", Texts("da"), folder)


def test_a_template_of_the_workspace_comes_first(tmp_path: Path) -> None:
    assert text_of_pdf(with_template(tmp_path, OWN)).split() == ["Sundhed", "<2022>", "&", "*mere*"]


def test_a_part_of_the_template_can_be_its_own(tmp_path: Path) -> None:
    from handleplan.report.environment import shipped_templates

    part = (shipped_templates() / "partials/sections.typ").read_text(encoding="utf-8")
    changed = part.replace(
        "#let print-glossary(terms, level, tight: false) = {",
        "#let print-glossary(terms, level, tight: false) = {\n  [Egen]",
    )
    assert "Egen" in text_of_pdf(with_template(tmp_path, changed, "partials/sections.typ"))


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        (OWN + "#data.paper.titel", 4, "titel"),
        (OWN + "\n#let x = (", 5, "unclosed"),
        (OWN + '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"1\\" height=\\"1\\"/>"))', 4, "alt text"),
        (OWN + "=== For dybt", 4, "heading"),
        (OWN + '#read("/etc/passwd")', 4, "not found"),
        (OWN + '#import "@preview/x:0.1.0": y', 4, "package"),
        (OWN + '#include "andet.typ"', 4, "not found"),
    ],
)  # fmt: skip
def test_a_broken_template_is_named_with_its_line(
    source: str, line: int, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(Failure) as caught:
        with_template(tmp_path, source)
    assert caught.value.key == "template"
    assert (caught.value.values["path"], caught.value.values["line"]) == (tmp_path / "paper.typ", line)
    assert reason in str(caught.value.values["reason"])


def test_a_fault_of_ours_is_no_failure_of_the_workspace(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from typst import TypstError

    from handleplan.formats import paper_pdf

    monkeypatch.setattr(paper_pdf, "plain_data", lambda _: {})
    with pytest.raises(TypstError):
        render(paper_of(plan_of(RICH)), "pdf", Texts("da"), tmp_path)


@settings(max_examples=25)
@given(text=TEXTS, other=TEXTS)
def test_any_text_can_be_printed(text: str, other: str) -> None:
    work = [
        {"id": f"x{number}", "text": f"x{one}", "quarters": "Q1", "note": other}
        for number, one in enumerate((text, other, text))
    ]
    area = {"id": "f", "title": f"x{text}", "objective": other, "activities": work}
    plan = plan_of(
        RICH, title=f"x{other}", background=f"x\n\n{text}\n\n{other}", focus_areas=[area], stages={}
    )
    assert pdf_of(build_paper("plan", material_of(plan, chosen=("sundhed",)))).startswith(b"%PDF-")


@pytest.mark.parametrize("rows", [1, 4, 9, 12])
def test_a_few_abbreviations_never_have_a_page_to_themselves(rows: int) -> None:
    """However far down the page the timeline before them ends."""
    paper = paper_of_kind("status", chosen=("sundhed",))
    summary, timeline = paper.plans[0].sections[0], paper.plans[0].sections[-1]
    (picture,) = timeline.pictures
    assert isinstance(picture.data, Timeline)
    group = picture.data.groups[0]
    longer = picture.data._replace(groups=(group._replace(tracks=group.tracks[:1] * rows),))
    timeline = timeline._replace(pictures=(picture._replace(data=longer),))
    numbers = set()
    for lines in range(2, 34):
        above = summary._replace(text=Prose("ord\n\n" * lines, block=True))
        plan = paper.plans[0]._replace(sections=(above, timeline))
        pages = shown_on_pages(pdf_of(paper._replace(plans=(plan,))))
        assert "Forkortelser" in pages[-1]
        assert "Regional Udvikling" in pages[-1]
        assert "Q1" in pages[-1], f"{lines} lines"
        numbers.add(len(pages))
    assert numbers == {1, 2}
