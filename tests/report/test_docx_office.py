"""LibreOffice's opinion of our Word documents: it reads every word, keeps to one page, and what it saves is a template."""

import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from handleplan.report.environment import shipped_templates
from tests.report.docx_reading import MAIN, changed, names, set_paper, shown, validator, values
from tests.report.one_page import FULL, HARD, onepage
from tests.report.samples import HOSTILE_CONFIG, RICH, paper_of, plan_of
from tests.report.test_kinds import words
from tests.report.year import KINDS, hostile_paper, paper_of_kind

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None and os.environ.get("CI") != "true", reason="there is no LibreOffice on this machine"
)


def convert(folder: Path, form: str, to: Path | None = None) -> list[Path]:
    """Let LibreOffice convert every document in a folder; a profile of its own keeps it from others that run."""
    assert OFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [OFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(to or folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    made = sorted((to or folder).glob(f"*.{form.partition(':')[0]}"))
    assert len(made) == len(files)
    return made


def test_a_template_that_another_program_has_saved(tmp_path: Path) -> None:
    shutil.copy(shipped_templates() / "paper.docx", tmp_path / "paper.docx")
    (own,) = convert(tmp_path, "docx", tmp_path / "own")
    assert own.read_bytes() != (tmp_path / "paper.docx").read_bytes()
    paper = paper_of_kind("status")
    ours = set_paper(paper, own=own.parent)
    assert words(shown(ours)) == words(shown(set_paper(paper)))
    refused = validator(tmp_path)
    # it writes what Microsoft's rules do not know, and we keep it
    assert Counter(refused(ours)) <= Counter(refused(own.read_bytes()))
    assert len(names(ours)) == len(set(names(ours)))


def test_libreoffice_reads_every_word(tmp_path: Path) -> None:
    for kind in KINDS:
        (tmp_path / f"{kind}.docx").write_bytes(set_paper(paper_of_kind(kind)))
        (tmp_path / f"hostile-{kind}.docx").write_bytes(
            set_paper(hostile_paper(kind), labels=HOSTILE_CONFIG.labels)
        )
    for path in convert(tmp_path, "txt:Text (encoded):UTF8"):
        ours = Counter(words(shown(path.with_suffix(".docx").read_bytes())))
        read = Counter(words(path.read_text(encoding="utf-8-sig")))
        assert not ours - read, f"{path.name}: LibreOffice lacks words"
        assert all(re.fullmatch(r"\d+", word) for word in read - ours), (
            f"{path.name}: more than numbers of lists"
        )


def test_one_page_is_one_page(tmp_path: Path) -> None:
    papers = {f"overview-{name}": make() for name, make in HARD.items()}
    papers |= {f"onepage-{name}": onepage(changes) for name, changes in FULL.items()}
    for name, paper in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(set_paper(paper))
    found = {
        path.stem: len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))
        for path in convert(tmp_path, "pdf")
    }
    assert found == dict.fromkeys(sorted(papers), 1)


@pytest.mark.parametrize("left", [861, 2361])
def test_page_numbers_are_printed_whatever_the_margins(left: int, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument

    own = changed(tmp_path / "own", (MAIN, 'w:left="1361"', f'w:left="{left}"'))
    (tmp_path / "paper.docx").write_bytes(set_paper(paper_of_kind("status"), own=own))
    (printed,) = convert(tmp_path, "pdf")
    document = PdfDocument(printed)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"Side {number} af {len(pages)}" in text


def test_a_word_that_no_line_holds_is_read_all_the_same(tmp_path: Path) -> None:
    plan = plan_of(RICH, actions=[{"id": "a", "text": "w" * 400}, {"id": "b", "text": f"kort {'w' * 400}"}])
    content = set_paper(paper_of(plan))
    assert {"sundhed.b", "sundhed.a"} & set(values(content, "tag")) == {"sundhed.b"}
    assert "hp_sundhed__a" in values(content, "bookmarkStart", "name")
    (tmp_path / "paper.docx").write_bytes(content)
    (read,) = convert(tmp_path, "txt:Text (encoded):UTF8")
    assert read.read_text(encoding="utf-8-sig").count("w" * 400) == 2
