"""What mends the mistakes that readers of files find: the file before, and after a fix that is safe or a guess."""

from pathlib import Path

import pytest

from handleplan.fixer import fix_files
from handleplan.locale import DEFAULT
from handleplan.selection import select
from tests.workspaces import BASE, plan, write

PATH = "2022/sundhed.yaml"
HEAD = plan("sundhed") + "owner: RU\n"


def mended(text: str, folder: Path, *, unsafe: bool, path: str = PATH) -> str:
    write(folder, {**BASE, path: HEAD + text if path == PATH else text})
    (selection,) = select([folder / path], None, folder, lambda _: DEFAULT)
    (fixed,) = fix_files(selection.linter, selection.places, unsafe=unsafe)
    return fixed.after.decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("formål: Lighed\n", "purpose: Lighed\n"),
        ("date: 2022/01/10\n", "date: 2022-01-10\n"),
        ("date: 10. januar 2022\n", "date: 2022-01-10\n"),
        ("date: 31.01.2022\n", "date: 2022-01-31\n"),
        ("date: 01.01.2022\n", "date: 2022-01-01\n"),
        ("actions:\n  - text: x\n    quarters: 2. kvartal\n", "actions:\n  - text: x\n    quarters: Q2\n"),
        ("stages:\n  proposed:2022-01-10\n", "stages:\n  proposed: 2022-01-10\n"),
        ("vision: To spor: data\n", 'vision: "To spor: data"\n'),
        ("vision: @EU\n", 'vision: "@EU"\n'),
        ("vision: [Lighed] for alle\n", 'vision: "[Lighed] for alle"\n'),
        ('vision: "Data" for alle\n', "vision: '\"Data\" for alle'\n"),
        ("actions:\n  -id: h1\n   text: x\n  - id: h2\n    text: y\n", "actions:\n  - id: h1\n    text: x\n  - id: h2\n    text: y\n"),
        ("actions:\n  -id: h1\n    text: x\n", "actions:\n  - id: h1\n    text: x\n"),
        ("actions:\n  -en\n  -to\n", "actions:\n  - en\n  - to\n"),
        ("actions:\n  • en\n  • to\n", "actions:\n  - en\n  - to\n"),
        ("actions:\n\t- en\n", "actions:\n  - en\n"),
        ("date: “2022-01-10”\n", 'date: "2022-01-10"\n'),
        ("date:\u00a02022-01-10\n", "date: 2022-01-10\n"),
        ("vi\u200bsion: x\n", "vision: x\n"),
    ],
)  # fmt: skip
def test_what_leaves_no_doubt(before: str, after: str, tmp_path: Path) -> None:
    assert mended(before, tmp_path, unsafe=False) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("visoin: x\n", "vision: x\n"),
        ("date: 10.01.2022\n", "date: 2022-01-10\n"),
        ('vision: "Lighed\ndate: 2022-01-10\n', 'vision: "Lighed"\ndate: 2022-01-10\n'),
        ("date 2022-01-10\n", "date: 2022-01-10\n"),
    ],
)
def test_what_is_a_guess(before: str, after: str, tmp_path: Path) -> None:
    assert mended(before, tmp_path, unsafe=False) == before
    assert mended(before, tmp_path, unsafe=True) == after


@pytest.mark.parametrize("text", ["visoin: x\nvision: y\n", "formål: x\npurpose: y\n"])
def test_a_key_that_is_there_is_not_written_twice(text: str, tmp_path: Path) -> None:
    assert mended(text, tmp_path, unsafe=True) == text


def test_the_same_word_in_another_form_is_no_guess(tmp_path: Path) -> None:
    path = "2022/status/2022-06/sundhed.yaml"
    text = "theme: sundhed\nyear: 2022\ndate: 2022-06-14\nactivities:\n  h1:\n    status: {}\n"
    for word, right, unsafe in (
        ("In progress", "in_progress", False), ("gennemført", "done", False), ("doen", "done", True),
    ):  # fmt: skip
        assert mended(text.format(word), tmp_path, unsafe=unsafe, path=path) == text.format(right)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay(end: str, tmp_path: Path) -> None:
    text = "actions:\n  -id: h1\n   text: x\n"
    write(tmp_path, {**BASE, PATH: (HEAD + text).replace("\n", end)})
    (selection,) = select([tmp_path / PATH], None, tmp_path, lambda _: DEFAULT)
    (fixed,) = fix_files(selection.linter, selection.places, unsafe=False)
    assert fixed.after.decode() == (HEAD + "actions:\n  - id: h1\n    text: x\n").replace("\n", end)


def test_another_encoding(tmp_path: Path) -> None:
    text = HEAD + "vision: På tværs – “Europa”\n"
    mixed = HEAD.encode() + "vision: På tværs – ".encode() + "“Europa”\n".encode("cp1252")
    for content, unsafe in (
        (text.encode("cp1252"), True), (mixed, True), (text.encode("utf-16"), False),
    ):  # fmt: skip
        write(tmp_path, {**BASE, PATH: content})
        (selection,) = select([tmp_path / PATH], None, tmp_path, lambda _: DEFAULT)
        (fixed,) = fix_files(selection.linter, selection.places, unsafe=unsafe)
        assert fixed.after.decode() == text
