"""The shipped plans against the document they come from: every sentence, in its order, letter by letter.

The document is a PDF's text: words are broken at line ends, bullets stand as ``o`` or private-use characters, and a page
footer stands in the middle of it. It is not part of the repository; without it there is nothing to compare with.
"""

import difflib
import re
from pathlib import Path

import pytest

from handleplan.locale import Texts
from handleplan.report.formats import render
from handleplan.report.plan_paper import build_plan_paper
from handleplan.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT.parent / "shared" / "source").glob("*.txt"))
NEEDED = 0.995

pytestmark = pytest.mark.skipif(not SOURCES, reason="the document of 2022 lies outside the repository")


def source_sentences() -> list[str]:
    """The document's sentences and list items, without furniture, words joined."""
    text = SOURCES[0].read_text(encoding="utf-8").replace("\f", "\n")
    text = re.sub(r"^10\. januar 2022\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*(?:o|[\uf000-\uf0ff])\s+(?=\S)", "\n\n", text, flags=re.MULTILINE)
    text = re.sub(r"(\w)-[ \t]*\n[ \t]*(?=[a-zæøå])", r"\1", text)
    blocks = re.split(r"\n\s*\n", text)
    flowing = [" ".join(block.split()) for block in blocks]
    return [
        sentence
        for block in flowing
        for sentence in re.split(r"(?<=[.:;?!]) +(?=[A-ZÆØÅ])", block)
        if sentence
    ]


def bare(text: str) -> str:
    """A text's letters and digits, case folded."""
    return "".join(re.findall(r"[^\W_]", text)).casefold()


@pytest.fixture(scope="module")
def printed() -> str:
    """The letters and digits of the whole handleplan as ``report`` prints it."""
    workspace = Workspace(ROOT / "plans")
    year = 2022
    texts = Texts("da", workspace.config.labels)
    paper = build_plan_paper(
        workspace.config, workspace.plans(year), year=year, texts=texts, index=workspace.index(year)
    )
    without_ids = tuple(plan._replace(shows_ids=False) for plan in paper.plans)
    return bare(render(paper._replace(plans=without_ids), "markdown", texts))


def missing_sentences(printed: str) -> list[str]:
    """The document's sentences that do not follow each other in what is printed."""
    position = 0
    missing = []
    for sentence in source_sentences():
        wanted = bare(sentence)
        found = printed.find(wanted, position)
        if found < 0:
            missing.append(sentence)
        else:
            position = found + len(wanted)
    return missing


def test_every_sentence_is_printed_in_its_order(printed: str) -> None:
    missing = missing_sentences(printed)
    letters = sum(len(bare(sentence)) for sentence in source_sentences())
    lost = sum(len(bare(sentence)) for sentence in missing)
    assert 1 - lost / letters >= NEEDED, missing


def test_letters_and_digits_come_out(printed: str) -> None:
    wanted = "".join(bare(sentence) for sentence in source_sentences())
    matcher = difflib.SequenceMatcher(None, wanted, printed, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    assert kept / len(wanted) >= NEEDED


def test_the_comparison_notices_one_lost_word(printed: str) -> None:
    assert missing_sentences(printed.replace("biodiversitet", "", 1)) != missing_sentences(printed)
