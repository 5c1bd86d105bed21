"""Findings as people read them: whole pages, and what must hold for any line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.diagnostic import Diagnostic
from handleplan.formats.findings_text import render, render_finding, render_summary
from handleplan.formats.terminal import display_width, neutralise
from handleplan.locale import LANGUAGES, Language, Texts
from tests.workspaces import BASE, findings, plan, write

BROKEN = {
    **BASE,
    "2022/sundhed.yaml": plan("sundhed").replace("2022\n", "2022\nvisoin: Lighed for alle\n", 1)
    + "actions:\n  - id: h1\n    text: Netværk\n    owner: CDEU\n    quarters: Q5\n",
    "2022/kultur.yaml": plan("kultur") + "actions:\n  - id: h1\n    text: To spor: data og kræft\n",
    "2022/groen-omstilling.yaml": plan("groen-omstilling")
    + "actions:\n  - id: m1\n    text: Møde med DLSC\n    owner: CDUE\n    goals:\n      - m7\n",
    "2022/udkast.yml": "",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_pages(language: Language, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    found = findings(write(tmp_path, BROKEN), language=language)
    page = "".join(render(found, 5, Texts(language), width=100, colour=False))
    golden(f"lint.{language}.txt", page)
    coloured = "".join(render(found, 5, Texts(language), width=100, colour=True))
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[34m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"):
        coloured = coloured.replace(code, "")
    assert coloured == page


def finding(
    excerpt: str, column: int, end_column: int, *, lines: int = 1, path: str = "x.yaml"
) -> Diagnostic:
    return Diagnostic(
        code="HP101", name="unknown-key", severity="error", message="Nøglen kendes ikke.", path=path, line=7,
        column=column, end_line=6 + lines, end_column=end_column, location="x", fixable=False, excerpt=excerpt,
        sentence="Nøglen kendes ikke.", correction="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("excerpt", "column", "end_column", "shown", "marks"),
    [
        ("visoin: x", 1, 7, "visoin: x", "^^^^^^"),
        ("  æø: å", 3, 5, "  æø: å", "  ^^"),
        ("\ttext: x", 1, 2, " text: x", "^"),
        ("健康: x", 5, 6, "健康: x", "      ^"),
        ("a\u0301: x", 4, 5, "a\u0301: x", "  ^"),
        ("x:", 3, 3, "x:", "  ^"),
        ("x:", 9, 9, "x:", "  ^"),
        ("a\x1b[31mb", 7, 8, "a\ufffd[31mb", "      ^"),
    ],
)
def test_the_place_is_underlined(excerpt: str, column: int, end_column: int, shown: str, marks: str) -> None:
    block = render_finding(finding(excerpt, column, end_column), Texts("da"), width=80, colour=False)
    assert block.splitlines()[2:4] == [f"7 | {shown}", f"  | {marks}"]


def test_a_span_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    block = render_finding(finding("text: abc", 7, 3, lines=3), Texts("da"), width=80, colour=False)
    assert block.splitlines()[3] == "  |       ^^^"


def test_no_line_is_shown_where_there_is_none() -> None:
    block = render_finding(finding("", 1, 1), Texts("da"), width=80, colour=False)
    assert block == "Skal rettes · Nøglen kendes ikke.\n --> x.yaml:7:1  HP101 unknown-key\n\n"


@given(st.text(min_size=1, max_size=300), st.integers(1, 301), st.integers(0, 300), st.integers(20, 120))
def test_lines_fit_and_point_at_their_place(excerpt: str, column: int, length: int, width: int) -> None:
    excerpt = excerpt.replace("\r", " ").replace("\n", " ")
    column = min(column, len(excerpt))
    end = min(column + length, len(excerpt) + 1)
    block = render_finding(finding(excerpt, column, end), Texts("da"), width=width, colour=False)
    assert neutralise(block.replace("\n", "")) == block.replace("\n", "")
    if not excerpt.strip():
        return
    *_, line, marks = block.rstrip("\n").split("\n")
    room = max(width, 40)
    if all(display_width(character) == 1 for character in excerpt):
        assert display_width(line) <= room
        assert display_width(marks) <= room + 1
        under = line[marks.index("^") : marks.rindex("^") + 1]
        assert under.startswith(neutralise(excerpt)[column - 1].rstrip()[:1])


@pytest.mark.parametrize(
    ("severities", "danish", "english"),
    [
        ([], "2 filer kontrolleret: alt er i orden.", "2 files checked: all is well."),
        (["error"], "2 filer kontrolleret: 1 ting skal rettes.", "2 files checked: 1 thing must be fixed."),
        (
            ["error", "error", "warning", "advice"],
            "2 filer kontrolleret: 2 ting skal rettes, 1 ting bør rettes og 1 forslag til overvejelse.",
            "2 files checked: 2 things must be fixed, 1 thing should be fixed and 1 suggestion to consider.",
        ),
    ],
)
def test_summaries(severities: list[str], danish: str, english: str) -> None:
    found = [finding("x", 1, 2)._replace(severity=severity) for severity in severities]  # type: ignore[arg-type]
    assert render_summary(found, 2, Texts("da")) == danish + "\n"
    assert render_summary(found, 2, Texts("en")) == english + "\n"
    assert render_summary([], 1, Texts("da")) == "1 fil kontrolleret: alt er i orden.\n"
