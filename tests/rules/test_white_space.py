"""White space that nobody sees: what is reported, what is left alone, and what a fix makes of it."""

import time
from pathlib import Path

import pytest

from tests.rules.examined import examine, sundhed

RULES = ("trailing-white-space", "tab-in-line", "mixed-line-ends", "missing-last-newline")


def only(name: str, folder: Path, text: str) -> tuple[list[tuple[int, int]], str]:
    """Return where one rule finds something and the file without it; afterwards it finds nothing."""
    found = examine(folder, text, name)
    again = examine(folder, found.mended, name)
    assert again.problems == ()
    return found.places, found.mended


@pytest.mark.parametrize(
    ("before", "places", "after"),
    [
        ("purpose: x \nvision: y\t \n", [(7, 11)], "purpose: x\nvision: y\n"),
        ("purpose: x  # hvorfor \n", [(7, 22)], "purpose: x  # hvorfor\n"),
        ("purpose: x\n \t\nvision: y\n", [(8, 1)], "purpose: x\n\nvision: y\n"),
        ("purpose: x \r\nvision: y\r\n", [(7, 11)], "purpose: x\r\nvision: y\r\n"),
        ("purpose: x  ", [(7, 11)], "purpose: x"),
        ("purpose: \n  x\n", [(7, 9)], "purpose:\n  x\n"),
        # two spaces between two lines of a paragraph are a line break, in a text that has paragraphs
        ("purpose: |\n  x  \n  y   \n  z\n", [], None),
        ("purpose: |\n  x  \n", [(8, 4)], "purpose: |\n  x\n"),
        ("purpose: |\n  x  \n\n  y\n", [(8, 4)], "purpose: |\n  x\n\n  y\n"),
        ("purpose: |\n  x\n    \n  y\n", [(9, 1)], "purpose: |\n  x\n\n  y\n"),
        (
            "actions:\n  - text: |\n      x  \n      y\n",
            [(9, 8)],
            "actions:\n  - text: |\n      x\n      y\n",
        ),
        # in double quotes a backslash makes the space part of the text
        ('purpose: "x\\ \n  y"\n', [], None),
    ],
)
def test_trailing_white_space(
    before: str, places: list[tuple[int, int]], after: str | None, tmp_path: Path
) -> None:
    found, mended = only("trailing-white-space", tmp_path, sundhed(before))
    assert (found, mended) == (places, sundhed(before if after is None else after))


@pytest.mark.parametrize(
    ("before", "places", "after"),
    [
        ("purpose: x\ty\nvision:\tz\n", [(7, 11)], "purpose: x y\nvision: z\n"),
        ("purpose: x\t\t# hvorfor\n", [(7, 11)], "purpose: x # hvorfor\n"),
        ("purpose: x\t\n", [], None),  # trailing-white-space
        ("purpose: |\n  x\n  \ty\n", [(9, 3)], "purpose: |\n  x\n      y\n"),
        ("purpose: |\n  1.\tx\n   \ty\n", [(8, 5)], "purpose: |\n  1.  x\n      y\n"),
        ("purpose: |\n  x\ty\n", [(8, 4)], "purpose: |\n  x y\n"),
    ],
)
def test_tabs(before: str, places: list[tuple[int, int]], after: str | None, tmp_path: Path) -> None:
    found, mended = only("tab-in-line", tmp_path, sundhed(before))
    assert (found, mended) == (places, sundhed(before if after is None else after))


def test_line_ends_follow_the_most(tmp_path: Path) -> None:
    dos = sundhed("purpose: x\n").replace("\n", "\r\n")
    assert only("mixed-line-ends", tmp_path, dos) == ([], dos)
    # in a fix a line feed stands for the line end that most lines have, so that nothing but it has to be said here
    found = examine(tmp_path, dos + "vision: y\n", "mixed-line-ends")
    assert found.places == [(8, 10)]
    assert found.problems[0].fix is not None
    assert [change.text for change in found.problems[0].fix.changes] == ["\n"]  # type: ignore[union-attr]
    assert only("mixed-line-ends", tmp_path, sundhed("purpose: x\r\nvision: y\n")) == (
        [(7, 11)],
        sundhed("purpose: x\nvision: y\n"),
    )


def test_a_missing_last_newline(tmp_path: Path) -> None:
    assert only("missing-last-newline", tmp_path, sundhed("purpose: x")) == (
        [(7, 10)],
        sundhed("purpose: x\n"),
    )
    assert only("missing-last-newline", tmp_path, sundhed("purpose: |\n  x\r"))[0] == []


def test_each_place_is_one_rules(tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed("purpose: x\ty \t\nvision: z \r\ngovernance: æ\t"), *RULES)
    assert [one.rule for one in found.problems] == [
        "tab-in-line", "trailing-white-space", "mixed-line-ends", "missing-last-newline",
    ]  # fmt: skip
    assert [one.values.get("count") for one in found.problems] == [1, 3, 1, None]


def test_files_with_other_errors_are_told_too(tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed("visoin: x \npurpose: y\tz"), *RULES)
    assert [one.rule for one in found.problems] == [
        "trailing-white-space", "tab-in-line", "missing-last-newline",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"purpose: x{' ' * 60_000}y \n", ["trailing-white-space"]),
        (f"purpose: |\n  {'x' * 60_000}\n  y  \n  z\n", []),
        ("purpose: x" + " \t" * 20_000 + "y\n", ["tab-in-line"]),
    ],
    ids=["inside", "before a line break", "tabs"],
)
def test_long_lines_take_no_longer_than_their_length(text: str, found: list[str], tmp_path: Path) -> None:
    before = time.perf_counter()
    problems = examine(tmp_path, sundhed(text), *RULES).problems
    assert [one.rule for one in problems] == found
    assert time.perf_counter() - before < 2  # seconds; it was ten and more
