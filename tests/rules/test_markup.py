"""Bullets and HTML that would be printed as they stand: where they are certain, and where they mean something."""

import time
from pathlib import Path

import pytest

from handleplan.report.prose import Prose
from tests.rules.examined import AGREED, examine, sundhed


@pytest.mark.parametrize(
    ("before", "after", "safe"),
    [
        ("- • Synlighed", "- Synlighed", True),
        ("- •Synlighed", "- Synlighed", True),
        ('- "• Synlighed"', '- "Synlighed"', True),
        ('- "- Synlighed"', '- "Synlighed"', False),
        ("- '* Synlighed'", "- 'Synlighed'", False),
        ("- – Synlighed", "- Synlighed", False),
        ("- text: – Synlighed", "- text: Synlighed", False),
        ("- text: 1) Synlighed", "- text: Synlighed", True),
        ("- text: a) Synlighed", "- text: Synlighed", False),
        ("- text: o identificere", "- text: identificere", False),
        (
            "- text: >-\n      - Synlighed\n      i Europa",
            "- text: >-\n      Synlighed\n      i Europa",
            False,
        ),
        ("- text: |\n      o synlighed", "- text: |\n      synlighed", False),
        ("- text: x\n    note: • y", "- text: x\n    note: y", True),
        ("- text: — Synlighed", "- text: Synlighed", False),
        ("- text: >-\n      – synlighed", "- text: >-\n      synlighed", False),
        ("- text: –20 % CO2 i 2022", None, None),
        ("- text: —20 % CO2 i 2022", None, None),
        ("- text: –  20 % CO2 i 2022", None, None),
        ("- text: '- 20 % CO2 i 2022'", None, None),
        ("- text: '+ 20 % cyklister'", None, None),
        ("- text: >-\n      –20 % CO2", None, None),
        ("- text: –Synlighed", None, None),
        ("- text: 1. møde i følgegruppen", None, None),
        ("- text: Data – og - kræft • mere", None, None),
        ("- text: '*Synlighed* og -5 %'", None, None),
        ("- text: (a) Synlighed, Os og o.l.", None, None),
    ],
)
def test_bullets(before: str, after: str | None, safe: bool | None, tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"actions:\n  {before}\n"), "bullet-in-text")
    assert found.mended == sundhed(f"actions:\n  {after or before}\n")
    assert found.safe == ([] if safe is None else [safe])


def test_a_text_with_paragraphs_may_be_a_list(tmp_path: Path) -> None:
    assert examine(tmp_path, sundhed("purpose: |\n  - x\n  - y\n"), "bullet-in-text").problems == ()


@pytest.mark.parametrize("stages", [AGREED, "stages:\n  closed: 2023-01-20\n"])
def test_agreed_wording_keeps_its_bullets(stages: str, tmp_path: Path) -> None:
    assert examine(tmp_path, sundhed(f"{stages}actions:\n  - • x\n"), "bullet-in-text").problems == ()


def test_one_finding_for_all_bullets(tmp_path: Path) -> None:
    text = sundhed("actions:\n  - • x\n  - y\n  - text: • z\nfocus_areas:\n  - • w\n")
    found = examine(tmp_path, text, "bullet-in-text")
    assert (found.places, found.problems[0].values) == ([(8, 5)], {"sign": "•", "count": 3})
    assert found.mended == sundhed("actions:\n  - x\n  - y\n  - text: z\nfocus_areas:\n  - w\n")


def test_letters_are_a_finding_of_their_own(tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed("actions:\n  - • x\n  - o y\n  - • z\n  - o w\n"), "bullet-in-text")
    assert (found.places, found.safe) == ([(8, 5), (9, 5)], [True, False])
    assert [one.values["count"] for one in found.problems] == [2, 2]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("x<br>y<br/>z", ["<br>", "<br/>"]),
        ("<b>x</b> og <!-- y -->", ["<b>", "</b>", "<!--"]),
        ('<a href="https://example.org">x</a>', ['<a href="https://example.org">', "</a>"]),
        ("<span style='x'>y</SPAN>", ["<span style='x'>", "</SPAN>"]),
        ("<https://example.org>, <info@example.org>, a < b > c, <3", []),
        ("<navn>, `<br>`, ``x ` <b>`` og \\<b>", []),
        ("R&D &amp; mere&nbsp;til", []),
    ],
)
def test_html(text: str, tags: list[str], tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: |\n  {text}\n"), "raw-html")
    assert [list(one.values["tags"]) for one in found.problems] == ([tags] if tags else [])  # type: ignore[call-overload]
    printed = Prose(text, block=True).visible
    assert all(tag in printed for tag in tags)


@pytest.mark.parametrize(
    ("title", "tags"),
    [
        ("x &amp; y", ["&amp;"]),
        ("`<b>` x", ["<b>"]),
        ("`x` R&D; & y", []),
        ("x&#160;y<br>", ["&#160;", "<br>"]),
    ],
)
def test_titles_have_no_markup_at_all(title: str, tags: list[str], tmp_path: Path) -> None:
    text = sundhed(f"focus_areas:\n  - title: 'En {title}'\n")
    found = examine(tmp_path, text, "raw-html")
    assert [list(one.values["tags"]) for one in found.problems] == ([tags] if tags else [])  # type: ignore[call-overload]


def test_backticks_of_every_length_are_read_in_no_time(tmp_path: Path) -> None:
    text = " ".join("`" * length for length in range(1, 1000))
    before = time.perf_counter()
    found = examine(tmp_path, sundhed(f"purpose: |\n  <b> {text}\n"), "raw-html")
    assert [list(one.values["tags"]) for one in found.problems] == [["<b>"]]  # type: ignore[call-overload]
    assert time.perf_counter() - before < 3  # seconds; it was ten and more
