"""Papers in Word: what they hold, how entries are found again, templates of an office, and LibreOffice's opinion."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from handleplan.failure import Failure
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.report.environment import shipped_templates
from handleplan.report.formats import render
from handleplan.report.kinds import build_paper
from handleplan.report.view import Paper, Picture
from handleplan.report.word.marks import bookmark_name
from tests.report.samples import (
    HOSTILE_CONFIG,
    INDEX,
    PLAIN_AREAS,
    RICH,
    config_of,
    paper_of,
    plan_of,
    text_of,
)
from tests.report.test_kinds import seen_in_html, words
from tests.report.year import KINDS, hostile_paper, material_of, paper_of_kind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = shutil.which("soffice")


def set_paper(paper: Paper, language: Language = "da", own: Path | None = None, **labels: Any) -> bytes:
    return render(paper, "docx", Texts(language, **labels), own)


def part(content: bytes, name: str = "word/document.xml") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - our own file


def tags(content: bytes) -> list[str]:
    return [one.attrib[f"{W}val"] for one in part(content).iter(f"{W}tag")]


def bookmarks(content: bytes) -> list[str]:
    return [one.attrib[f"{W}name"] for one in part(content).iter(f"{W}bookmarkStart")]


def shown(content: bytes) -> str:
    """What the text says: line breaks and tabs are white space; a picture without a table beside it has one in words."""
    out = []
    for one in part(content).iter():
        if one.tag == f"{W}t":
            out.append(one.text or "")
        elif one.tag in (f"{W}p", f"{W}br", f"{W}tab"):
            out.append(" ")
    return "".join(out)


def alternatives(content: bytes) -> str:
    return " ".join(one.get("descr", "") for one in part(content).iter() if one.tag.endswith("}docPr"))


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
    ours, page = (
        set(words(shown(content))),
        set(words(seen_in_html(text_of(paper, "html", Texts("da", labels))))),
    )
    assert ours >= {word for word in page if word not in words(alternatives(content))} - {"Hvem"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert "javascript" not in links


def pictures_of(paper: Paper) -> list[Picture]:
    sections = (*(paper.cover or ()), *(section for plan in paper.plans for section in plan.sections))
    return [picture for section in sections for picture in section.pictures]


def compare(paper: Paper, content: bytes, html: str) -> None:
    """Hold the words against those of the page; the tables that it folds away are the pictures' alternatives here."""
    body, told = Counter(words(shown(content))), Counter(words(alternatives(content)))
    page = Counter(words(seen_in_html(html)))
    assert not body - page, "Word says more"
    folded = page - body
    heads = {word for picture in pictures_of(paper) for head in picture.table.heads for word in words(head)}
    assert set(folded) <= {*told, *heads}, "the page says more"
    if all(picture.beside for picture in pictures_of(paper)):
        assert not folded


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_paper_gives_the_same_bytes(kind: str) -> None:
    assert set_paper(paper_of_kind(kind)) == set_paper(paper_of_kind(kind))


def test_every_entry_is_found_again_by_its_id() -> None:
    paper = paper_of(plan_of(RICH), plan_of(PLAIN_AREAS), index=INDEX)
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
    found = {re.sub(r"\.(title|objective|note)$", "", tag) for tag in tags(content)}
    assert found == entries
    names = bookmarks(content)
    assert len(names) == len(set(names))
    assert {f"hp_{one.replace('.', '__')}" for one in entries} <= set(names)
    assert {"hp_sundhed___background", "hp_sundhed__data__objective"} <= set(names)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in names)


def test_an_entry_in_a_control_is_its_text() -> None:
    controls = {
        one.find(f"{W}sdtPr/{W}tag").attrib[f"{W}val"]: "".join(  # type: ignore[union-attr]
            text.text or "" for text in one.iter(f"{W}t")
        )
        for one in part(set_paper(paper_of(plan_of(RICH, stages={})))).iter(f"{W}sdt")
    }
    assert controls["sundhed.d1"] == "2022. Evt. møde"
    assert controls["sundhed.h1.title"] == "Møde"
    assert controls["sundhed.h1"] == "Holde møde"
    assert controls["sundhed.data.title"] == "Data"
    assert controls["sundhed.d2.note"] == "Se siden."


def test_an_objective_of_one_paragraph_is_in_a_control_without_its_label() -> None:
    area = {"id": "a", "title": "Område", "objective": "At *dele* data."}
    content = set_paper(paper_of(plan_of(RICH, focus_areas=[area])))
    (control,) = (
        one
        for one in part(content).iter(f"{W}sdt")
        if next(one.iter(f"{W}tag")).attrib[f"{W}val"] == "sundhed.a.objective"
    )
    assert "".join(text.text or "" for text in control.iter(f"{W}t")) == "At dele data."


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


def test_headings_lists_links_tables_and_language_are_real() -> None:
    content = set_paper(paper_of_kind("status"))
    styles = {one.attrib[f"{W}val"] for one in part(content).iter(f"{W}pStyle")}
    assert {"Heading1", "Heading2", "ListBullet", "Toc1", "HandleplanCell"} <= styles
    rows = list(part(content).iter(f"{W}tr"))
    assert rows
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    for table in part(content).iter(f"{W}tbl"):
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads[0]
        assert not any(heads[1:])
    instructions = [one.text or "" for one in part(content).iter(f"{W}instrText")]
    assert any("TOC" in one for one in instructions)
    (language,) = {one.attrib[f"{W}val"] for one in part(content, "word/styles.xml").iter(f"{W}lang")}
    assert language == "da-DK"
    english = set_paper(paper_of_kind("status", "en"), "en")
    assert {one.attrib[f"{W}val"] for one in part(english, "word/styles.xml").iter(f"{W}lang")} == {"en-GB"}
    with zipfile.ZipFile(io.BytesIO(set_paper(paper_of(plan_of(RICH))))) as archive:
        assert "https://e.org" in archive.read("word/_rels/document.xml.rels").decode()


def test_the_properties_tell_the_paper_and_nothing_of_the_run() -> None:
    core = ET.tostring(part(set_paper(paper_of(plan_of(RICH))), "docProps/core.xml"), encoding="unicode")
    assert "Sundhed &lt;2022&gt; &amp; *mere*" in core
    assert "Kontoret" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2022-01-10T00:00:00Z"}


def test_pages_run_the_mark_and_the_part() -> None:
    paper = paper_of(plan_of(RICH), plan_of(PLAIN_AREAS), index=INDEX)
    with zipfile.ZipFile(io.BytesIO(set_paper(paper))) as archive:
        around = [
            "".join(ET.fromstring(archive.read(name)).itertext())  # noqa: S314 - our own file
            for name in archive.namelist()
            if re.search(r"word/(header|footer)", name)
        ]
    assert "Arbejdsudkast" in " ".join(around)
    assert any("Kultur · Handleplan 2022" in one for one in around)
    assert not any("{{" in one for one in around)


def test_places_in_a_papers_own_text_stay() -> None:
    assert "{{title}}" in shown(set_paper(paper_of(plan_of(RICH, governance="Se {{title}} og {{content}}."))))


def changed(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Lay a template of an office's own into a folder: parts of the shipped one with texts replaced."""
    folder.mkdir()
    with (
        zipfile.ZipFile(shipped_templates() / "paper.docx") as source,
        zipfile.ZipFile(folder / "paper.docx", "w") as target,
    ):
        for name in source.namelist():
            text = source.read(name).decode()
            for place, old, new in changes:
                if place == name:
                    assert old in text
                    text = text.replace(old, new)
            target.writestr(name, text)
    return folder


def test_an_office_has_its_own_letterhead(tmp_path: Path) -> None:
    runs = '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
    own = changed(
        tmp_path / "templates",
        ("word/document.xml", "{{title}}", f"Brev: {{{{ti{runs}tle}}}}!"),
        ("word/styles.xml", 'w:styleId="Heading1"', 'w:styleId="Overskrift1"'),
    )
    content = set_paper(paper_of(plan_of(RICH)), own=own)
    assert "Brev: Sundhed <2022> & *mere*!" in shown(content)
    assert "Overskrift1" in {one.attrib[f"{W}val"] for one in part(content).iter(f"{W}pStyle")}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("word/document.xml", "{{content}}", "x"), "docx-place"),
        (("word/document.xml", "{{title}}", "{{content}}"), "docx-place"),
        (("word/document.xml", "{{title}}", "{{titel}}"), "docx-word"),
        (("word/footer1.xml", "{{head}}", "{{hoved}}"), "docx-word"),
        (("word/styles.xml", 'w:val="Handleplan Facts"', 'w:val="Fakta"'), "docx-styles"),
        (("word/document.xml", "<w:body>", "<w:body"), "docx"),
    ],
)
def test_a_broken_template_is_told(change: tuple[str, str, str], key: str, tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        set_paper(paper_of(plan_of(RICH)), own=changed(tmp_path / "templates", change))
    assert caught.value.key == key
    for language in LANGUAGES:
        told = Texts(language).message(f"failure.{key}", **caught.value.values)
        assert "paper.docx" in told


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_document_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(content)
    with pytest.raises(Failure) as caught:
        set_paper(paper_of(plan_of(RICH)), own=tmp_path)
    assert caught.value.key == "docx"


def test_two_thousand_activities() -> None:
    many = [{"id": f"x{n}", "text": f"Aktivitet {n}", "quarters": "Q1"} for n in range(2000)]
    content = set_paper(paper_of(plan_of(RICH, actions=many)))
    assert len({tag for tag in tags(content) if tag.startswith("sundhed.x")}) == 2000


def test_nothing_at_all() -> None:
    empty = plan_of({"theme": "kultur", "year": "2022", "title": "K", "goals": ["a"]})
    paper = paper_of(empty, config=config_of(agreements=[], organisation=None))
    assert "{{" not in shown(set_paper(paper))


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """Return what Word itself would refuse, by the rules of Microsoft's Open XML SDK."""
    folder = tmp_path_factory.mktemp("validated")
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)

    def validate(content: bytes) -> list[str]:
        path = folder / "paper.docx"
        path.write_bytes(content)
        return [error.description for error in validator.validate(str(path)).errors]

    return validate


@pytest.mark.parametrize("kind", KINDS)
def test_word_opens_every_kind(kind: str, refused: Callable[[bytes], list[str]]) -> None:
    assert not refused(set_paper(paper_of_kind(kind)))
    assert not refused(set_paper(hostile_paper(kind), labels=HOSTILE_CONFIG.labels))


def test_what_word_does_not_open_is_noticed(refused: Callable[[bytes], list[str]], tmp_path: Path) -> None:
    folder = changed(
        tmp_path / "own", ("word/document.xml", '<w:pgSz w:w="11906" w:h="16838"/>', "<w:pgSize/>")
    )
    assert refused((folder / "paper.docx").read_bytes())


def convert(folder: Path, form: str, to: Path | None = None) -> None:
    """Let LibreOffice convert every document in a folder; a profile of its own keeps it from others that run."""
    assert OFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [OFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(to or folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


needs_office = pytest.mark.skipif(
    OFFICE is None and os.environ.get("CI") != "true", reason="there is no LibreOffice on this machine"
)


@needs_office
def test_a_template_that_another_program_has_saved(
    refused: Callable[[bytes], list[str]], tmp_path: Path
) -> None:
    shutil.copy(shipped_templates() / "paper.docx", tmp_path / "paper.docx")
    convert(tmp_path, "docx", tmp_path / "own")
    assert (tmp_path / "own" / "paper.docx").read_bytes() != (tmp_path / "paper.docx").read_bytes()
    paper = paper_of_kind("status")
    ours = set_paper(paper, own=tmp_path / "own")
    assert words(shown(ours)) == words(shown(set_paper(paper)))
    assert set(refused(ours)) <= set(refused((tmp_path / "own" / "paper.docx").read_bytes()))
    with zipfile.ZipFile(io.BytesIO(ours)) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))


@needs_office
def test_libreoffice_reads_every_word(tmp_path: Path) -> None:
    for kind in KINDS:
        (tmp_path / f"{kind}.docx").write_bytes(set_paper(paper_of_kind(kind)))
        (tmp_path / f"hostile-{kind}.docx").write_bytes(
            set_paper(hostile_paper(kind), labels=HOSTILE_CONFIG.labels)
        )
    convert(tmp_path, "txt:Text (encoded):UTF8")
    for path in tmp_path.glob("*.docx"):
        ours = Counter(words(shown(path.read_bytes())))
        read = Counter(words(path.with_suffix(".txt").read_text(encoding="utf-8-sig")))
        assert not ours - read, f"{path.name}: LibreOffice lacks words"
        assert all(re.fullmatch(r"\d+", word) for word in read - ours), (
            f"{path.name}: more than numbers of lists"
        )


@needs_office
def test_one_page_is_one_page(tmp_path: Path) -> None:
    many = [{"id": f"x{n}", "text": "Kort"} for n in range(80)]
    long = [
        {"id": f"y{n}", "text": "En temmelig lang tekst om noget, der skal ske i året. " * 5}
        for n in range(30)
    ]
    for number, changes in enumerate(({"actions": many, "goals": long}, {"actions": long})):
        plan = plan_of(RICH, stages={"proposed": "2022-01-10"}, **changes)
        paper = build_paper("onepage", material_of(plan, chosen=("sundhed",)))
        (tmp_path / f"{number}.docx").write_bytes(set_paper(paper))
    convert(tmp_path, "pdf")
    for path in tmp_path.glob("*.pdf"):
        assert len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) == 1
