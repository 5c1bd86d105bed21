"""Word templates of offices: letterheads as Word and other programs write them, and those that are not fit for papers."""

import io
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from handleplan.failure import Failure
from handleplan.locale import LANGUAGES, Texts
from tests.report.docx_reading import (
    MAIN,
    W,
    around,
    changed,
    headings,
    names,
    part,
    read,
    relations,
    set_paper,
    shown,
    values,
)
from tests.report.samples import PLAIN_AREAS, RICH, config_of, paper_of, plan_of, whole_paper
from tests.report.test_kinds import words
from tests.report.year import paper_of_kind

Changes = tuple[tuple[str, str, str], ...]
STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
REFERENCES = "".join(
    f'<w:{kind}Reference w:type="{page}" r:id="{kind}-{page}"/>'
    for kind in ("header", "footer")
    for page in ("default", "first")
)
SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = '<w:pgMar w:top="1588" w:right="1361" w:bottom="1418" w:left="1361" w:header="680" w:footer="624" w:gutter="0"/>'
CONTENT = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">{{content}}</w:t></w:r></w:p>'
AFTER = '<w:p><w:r><w:t xml:space="preserve">Bilag: {{year}}</w:t></w:r></w:p>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="30" height="10"/></svg>'

# What Word and other programs do to a letterhead, none of which may keep a paper from coming out right
LETTERHEADS: dict[str, Changes] = {
    "linked to previous": (
        (MAIN, CONTENT, f"<w:p><w:pPr><w:sectPr>{REFERENCES}{SIZE}{MARGINS}<w:titlePg/></w:sectPr></w:pPr></w:p>{CONTENT}"),
        (MAIN, f"<w:sectPr>{REFERENCES}{SIZE}{MARGINS}<w:titlePg/></w:sectPr></w:body>", f"<w:sectPr>{SIZE}{MARGINS}</w:sectPr></w:body>"),
    ),
    "no size of the page": ((MAIN, SIZE, ""), (MAIN, MARGINS, "")),
    "no properties of pages": ((MAIN, f"<w:sectPr>{REFERENCES}{SIZE}{MARGINS}<w:titlePg/></w:sectPr>", ""),),
    "margins in part": ((MAIN, 'w:right="1361" ', ""),),
    "lengths with units": ((STYLES, 'w:before="400"', 'w:before="20pt"'),),
    "lists without numbers": ((STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="0"/>'), (STYLES, '<w:numId w:val="2"/>', '<w:numId w:val="0"/>')),
    "lists of no kind": ((NUMBERING, '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>', ""),),
    "styles of its own only": ((STYLES, 'w:val="Handleplan ', 'w:val="Kontorets '), (STYLES, 'w:val="caption"', 'w:val="Billedtekst"')),
    "a style of another kind": ((STYLES, 'w:type="paragraph" w:styleId="Quote"', 'w:type="character" w:styleId="Quote"'),),
    "capitals and spaces": ((MAIN, "{{title}}", "{{ Title }}"),),
    "a break beside a place": ((MAIN, CONTENT, f'<w:p><w:r><w:t>{{{{day}}}}</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>{CONTENT}'),),
    "a place between tables": ((MAIN, CONTENT, f'{CONTENT}<w:p><w:r><w:t>{{{{logo}}}}</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{{{{kind}}}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>'),),
    "numbers taken": (("word/header1.xml", "</w:p></w:hdr>", '<w:bookmarkStart w:id="1" w:name="brev"/><w:bookmarkEnd w:id="1"/><w:sdt><w:sdtPr><w:id w:val="2"/></w:sdtPr><w:sdtContent><w:r><w:t>Brev</w:t></w:r></w:sdtContent></w:sdt></w:p></w:hdr>'),),
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERHEADS)
def test_any_letterhead_will_do(name: str, refused: Callable[[bytes], list[str]], tmp_path: Path) -> None:
    own = changed(tmp_path / "own", *LETTERHEADS[name])
    for paper in (whole_paper(), paper_of_kind("onepage"), paper_of_kind("status")):
        ours = set_paper(paper, own=own)
        assert not refused(ours)
        assert set(words(shown(ours))) >= set(words(shown(set_paper(paper))))
        assert not [one for one in names(ours) if one.endswith(".xml") and b"{{" in read(ours, one)]
        assert len(names(ours)) == len(set(names(ours)))
        assert "0" not in values(ours, "numId", name=STYLES)


def test_a_template_without_lists_gets_them(refused: Callable[[bytes], list[str]], tmp_path: Path) -> None:
    types = '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>'
    relation = '<Relationship Id="numbering" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>'
    own = changed(
        tmp_path / "own",
        ("[Content_Types].xml", types, ""),
        ("word/_rels/document.xml.rels", relation, ""),
        without=NUMBERING,
    )
    ours = set_paper(whole_paper(), own=own)
    assert not refused(ours)
    numbers = {one for one in values(ours, "numId", name=STYLES) if one != "0"}
    assert numbers <= set(values(ours, "num", "numId", NUMBERING))


def test_the_template_the_office_edits_decides_how_it_looks(tmp_path: Path) -> None:
    runs = '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
    own = changed(
        tmp_path / "own",
        (MAIN, "{{title}}", f"Brev: {{{{ti{runs}tle}}}}!"),
        (STYLES, 'w:styleId="Heading1"', 'w:styleId="Overskrift1"'),
    )
    content = set_paper(paper_of(plan_of(RICH)), own=own)
    assert "Brev: Sundhed <2022> & *mere*!" in shown(content)
    assert headings(content, "Overskrift1")


def test_the_content_has_the_pages_it_is_put_on(tmp_path: Path) -> None:
    inside = CONTENT.replace(
        '<w:pStyle w:val="Normal"/>',
        f'<w:pStyle w:val="Normal"/><w:sectPr>{REFERENCES}{SIZE}{MARGINS}</w:sectPr>',
    )
    own = changed(
        tmp_path / "own",
        (MAIN, CONTENT, inside + AFTER),
        (
            MAIN,
            f"{SIZE}{MARGINS}<w:titlePg/></w:sectPr></w:body>",
            f"{LANDSCAPE}{MARGINS}</w:sectPr></w:body>",
        ),
    )
    ours = set_paper(whole_paper(), own=own)
    assert values(ours, "pgSz", "w") == ["11906"] * 4 + ["16838"]
    assert "Bilag: 2022" in shown(ours)
    assert "Forkortelser" in headings(ours, "Heading1")


def test_only_the_first_stretch_counts_its_pages_from_a_number(tmp_path: Path) -> None:
    own = changed(tmp_path / "own", (MAIN, "<w:titlePg/>", '<w:pgNumType w:start="3"/><w:titlePg/>'))
    content = set_paper(whole_paper(), own=own)
    starts = [one.get(f"{W}start") for one in part(content).iter(f"{W}pgNumType")]
    assert starts == ["3", None, None, None]


@pytest.mark.parametrize(
    ("margins", "width"),
    [
        (MARGINS.replace('w:left="1361"', 'w:left="2361"'), 8184),
        (MARGINS.replace('w:left="1361"', 'w:left="861"'), 9684),
        (MARGINS.replace('w:gutter="0"', 'w:gutter="1000"'), 8184),
        (MARGINS + '<w:cols w:num="2" w:space="184"/>', 4500),
    ],
)
def test_the_room_between_the_margins_is_kept_to(margins: str, width: int, tmp_path: Path) -> None:
    content = set_paper(paper_of_kind("status"), own=changed(tmp_path / "own", (MAIN, MARGINS, margins)))
    assert set(values(content, "tblW", "w")) <= {str(size) for size in range(width - 9, width + 1)}
    extents = [int(one.attrib["cx"]) for one in part(content).iter() if one.tag.endswith("}extent")]
    assert max(extents) == width * 635
    assert set(values(content, "tab", "pos", STYLES)) == {str(width)}


def test_an_office_without_a_colour_keeps_its_templates_own(tmp_path: Path) -> None:
    own = changed(
        tmp_path / "own", ("word/theme/theme1.xml", "1F4B66", "7A0019"), (STYLES, "1F4B66", "7A0019")
    )
    paper = paper_of(plan_of(PLAIN_AREAS), config=config_of(organisation=None))
    assert paper.colour is None
    content = set_paper(paper, own=own)
    assert "7A0019" in values(content, "color", name=STYLES)
    assert "1F4B66" not in values(content, "color", name=STYLES)


def test_all_text_is_in_the_papers_language(tmp_path: Path) -> None:
    foreign = '<w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">{{title}}'
    own = changed(
        tmp_path / "own",
        (MAIN, '<w:t xml:space="preserve">{{title}}', foreign),
        (STYLES, '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="he-IL"/>', ""),
    )
    content = set_paper(paper_of(plan_of(RICH)), own=own)
    assert values(content, "lang") == ["da-DK"]
    assert values(content, "lang", name=STYLES) == ["da-DK"]


def test_a_letterhead_with_a_picture(refused: Callable[[bytes], list[str]], tmp_path: Path) -> None:
    from docx import Document
    from docx.shared import Mm

    from handleplan.report.environment import shipped_templates
    from handleplan.report.slides import render_png

    document = Document(str(shipped_templates() / "paper.docx"))
    picture = io.BytesIO(render_png(SVG.format('width="30" height="10"'), width=60))
    document.sections[0].header.paragraphs[0].add_run().add_picture(picture, Mm(20))
    (tmp_path / "own").mkdir()
    document.save(str(tmp_path / "own" / "paper.docx"))
    content = set_paper(whole_paper(), own=tmp_path / "own")
    assert not refused(content)
    heads = [target for target in relations(content).values() if target.startswith("header")]
    drawn = [head for head in heads if any(True for _ in part(content, f"word/{head}").iter(f"{W}drawing"))]
    assert len(drawn) == 4  # the cover's running head, two themes and the abbreviations
    for head in drawn:
        assert ["media" in target for target in relations(content, f"word/{head}").values()] == [True]


def test_nothing_is_told_of_the_templates_own_making(tmp_path: Path) -> None:
    own = changed(
        tmp_path / "own",
        (
            "_rels/.rels",
            "</Relationships>",
            '<Relationship Id="app" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/core.xml"/></Relationships>',
        ),
    )
    assert "extended-properties" not in read(set_paper(whole_paper(), own=own), "_rels/.rels").decode()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ((MAIN, "{{content}}", "x"), "docx-place"),
        ((MAIN, "{{content}}", "Kære alle {{content}}"), "docx-place"),
        ((MAIN, "{{title}}", "{{content}}"), "docx-place"),
        ((MAIN, "{{title}}", "{{titel}}"), "docx-word"),
        ((MAIN, "{{title}}", "{{sags-nummer}}"), "docx-word"),
        (("word/footer1.xml", "{{head}}", "{{hoved}}"), "docx-word"),
        ((MAIN, "<w:body>", "<w:body"), "docx-none"),
        (("[Content_Types].xml", "document.main+xml", "template.main+xml"), "docx-none"),
        (("word/theme/theme1.xml", "</a:theme>", ""), "docx-none"),
        ((MAIN, CONTENT, f'{CONTENT}<w:p><w:ins w:id="9" w:author="Hanne"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'), "docx-review"),
    ],
)  # fmt: skip
def test_a_template_that_is_not_fit_is_told(change: tuple[str, str, str], key: str, tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        set_paper(paper_of(plan_of(RICH)), own=changed(tmp_path / "own", change))
    assert caught.value.key == key
    for language in LANGUAGES:
        told = Texts(language).message(f"failure.{key}", **caught.value.values)
        assert "paper.docx" in told
        assert "object at" not in told


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_document_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(content)
    with pytest.raises(Failure) as caught:
        set_paper(paper_of(plan_of(RICH)), own=tmp_path)
    assert caught.value.key == "docx-none"


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").mkdir()
    with pytest.raises(Failure) as caught:
        set_paper(paper_of(plan_of(RICH)), own=tmp_path)
    assert caught.value.key == "docx"


def test_places_tell_the_stretch_they_stand_on(tmp_path: Path) -> None:
    own = changed(tmp_path / "own", ("word/header1.xml", "{{mark}}", "{{head}} {{kind}} {{day}} {{year}}"))
    cover, health, *_ = around(set_paper(whole_paper(), own=own))
    assert (
        re.sub(r"\s+", " ", cover["header"]).strip()
        == "Kontoret Handleplan 2022 Handleplan 9. januar 2022 2022"
    )
    assert "Sundhed · Handleplan 2022" in health["header"]


def test_a_head_that_is_linked_to_the_one_before_tells_its_own_stretch(tmp_path: Path) -> None:
    own = changed(tmp_path / "own", *LETTERHEADS["linked to previous"])
    stretches = around(set_paper(whole_paper(), own=own))
    assert len(stretches) == 5  # the template's own cover, and our four
    told = [stretch["footer"] for stretch in stretches]
    assert "Sundhed · Handleplan 2022" in told[2]
    assert "Kultur · Handleplan 2022" in told[3]


def test_numbers_are_given_once(tmp_path: Path) -> None:
    content = set_paper(whole_paper(), own=changed(tmp_path / "own", *LETTERHEADS["numbers taken"]))
    parts = [
        name for name in names(content) if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", name)
    ]
    given = [
        element.attrib[f"{W}val"]
        for name in parts
        for control in part(content, name).iter(f"{W}sdtPr")
        for element in control.iter(f"{W}id")
    ]
    assert len(given) > len(parts)
    assert len(given) == len(set(given))


def test_a_paragraph_goes_where_its_places_say_nothing_unless_it_holds_something(tmp_path: Path) -> None:
    broken = '<w:p><w:r><w:t>{{case_number}}</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>'
    own = changed(
        tmp_path / "own",
        (MAIN, CONTENT, f"<w:p><w:r><w:t>{{{{case_number}}}}</w:t></w:r></w:p>{broken}{CONTENT}"),
    )
    paper = paper_of(plan_of(RICH))
    assert not paper.case_number
    content = set_paper(paper, own=own)
    breaks = [one.get(f"{W}type") for one in part(content).iter(f"{W}br")]
    assert breaks.count("page") == 1
    empty = [one for one in part(content).iter(f"{W}p") if not len(one)]
    assert not empty


def test_tables_keep_the_paragraph_between_them(tmp_path: Path) -> None:
    own = changed(tmp_path / "own", *LETTERHEADS["a place between tables"])
    body = part(set_paper(paper_of_kind("status"), own=own)).find(f"{W}body")
    assert body is not None
    tags = [one.tag.removeprefix(W) for one in body]
    assert "tbl" in tags
    assert all(after != "tbl" for before, after in pairwise(tags) if before == "tbl")


def test_one_page_keeps_the_margins_an_office_has_chosen(tmp_path: Path) -> None:
    own = changed(tmp_path / "own", (MAIN, 'w:top="1588"', 'w:top="2400"'))
    content = set_paper(paper_of_kind("onepage"), own=own)
    assert values(content, "pgMar", "top") == ["2400"]
    assert values(content, "pgMar", "left") == ["964"]


def test_short_heads_have_room_in_wider_fonts() -> None:
    content = set_paper(paper_of_kind("minutes"))
    widths = [int(size) for size in values(content, "gridCol", "w")]
    assert min(widths) > 420  # “Nr.”, bold
