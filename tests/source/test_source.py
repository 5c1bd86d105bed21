"""A file as text and data: positions, places, and that nothing a file holds is too much for it."""

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handleplan.diagnostic import diagnose
from handleplan.layout import FilePlace
from handleplan.locale import LANGUAGES, Texts
from handleplan.model.keys import all_keys
from handleplan.model.plan import Plan
from handleplan.problem import Path, Place, Range
from handleplan.refusal import problems_of
from handleplan.source import MAX_BYTES, Source, read_source
from handleplan.workspace import read_file
from tests.conftest import ROOT
from tests.source.broken import PLAN

TEXT = """\
title: Sundhed
goals:
  - id: m1
    text: |
      Lighed
  -
  - Kultur
empty:
nested:
  - - a
"""
SOURCE = read_source(TEXT.encode())


def marked(path: Path, part: str = "value", source: Source = SOURCE) -> str:
    found = source.locate(Place(path, "key" if part == "key" else "value"))
    return source.text[slice(*found)]


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "title", "title"),
        (("title",), "Sundhed", "title"),
        (("goals",), "goals", "goals"),
        (("goals", 0), "id", "id"),
        (("goals", 0, "id"), "m1", "id"),
        (("goals", 0, "text"), "text", "text"),
        (("goals", 0, "owner"), "id", "id"),
        (("goals", 1), "-", "-"),
        (("goals", 2), "Kultur", "Kultur"),
        (("goals", 2, "text"), "Kultur", "Kultur"),
        (("goals", 9, "text"), "goals", "goals"),
        (("goals", -1), "goals", "goals"),
        (("empty",), "empty", "empty"),
        (("nested", 0, 0), "a", "a"),
        (("nested", 0), "a", "a"),
        (("missing", 0, "x"), "title", "title"),
    ],
)
def test_places(path: Path, value: str, key: str) -> None:
    assert (marked(path), marked(path, "key")) == (value, key)


def test_offsets_are_their_own_place() -> None:
    assert SOURCE.locate(Range(3, 4)) == (3, 4)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("goals", 0, "text"), ("goals", 0, "text")),
        (("goals", 0, "owner"), ("goals", 0)),
        (("goals", 2, "text"), ("goals", 2)),
        (("x",), ()),
        (("empty",), ("empty",)),
    ],
)
def test_the_part_of_a_path_that_a_file_has(path: Path, found: Path) -> None:
    assert SOURCE.path_in_file(path) == found


def test_texts_in_their_order() -> None:
    assert [(scalar.path, scalar.style) for scalar in SOURCE.scalars()] == [
        (("title",), None),
        (("goals", 0, "id"), None),
        (("goals", 0, "text"), "|"),
        (("goals", 1), None),
        (("goals", 2), None),
        (("empty",), None),
        (("nested", 0, 0), None),
    ]
    assert list(SOURCE.empty_keys()) == [("empty",)]
    assert SOURCE.path_at(TEXT.index("Lighed")) == ("goals", 0, "text")
    assert SOURCE.path_at(TEXT.index("goals")) == ("goals",)
    assert SOURCE.path_at(-1) == ()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty-file"),
        (b"# kommentar\n", "empty-file"),
        (b"\xef\xbb\xbf\n", "empty-file"),
        (b"x" * (MAX_BYTES + 1), "file-too-large"),
        (b"a: \x07", "control-character"),
        (b"\xe6", "not-utf-8"),
    ],
)
def test_files_without_data(content: bytes, rule: str) -> None:
    source = read_source(content)
    assert source.data is None
    assert [problem.rule for problem in source.problems] == [rule]
    assert source.line(1) is not None
    assert source.locate(Place(("a", 0))) is not None


PIECES = st.sampled_from(
    ["a", "æ", "\U0001f600", "\u2028", "\x85", "\u2029", "\r", "\n", "\r\n", "\t", " ", "\x0b", "\x0c"]
)


@given(st.lists(PIECES).map("".join), st.integers(0))
@example("a\r\n\u2028b\rc\n", 5)
def test_positions_count_lines_as_editors_do(text: str, seed: int) -> None:
    source = Source(text)
    offset = seed % (len(text) + 1)
    if text[offset - 1 : offset + 1] == "\r\n":
        offset += 1
    before = re.split("\r\n|\r|\n", text[:offset])
    assert source.position(offset) == (len(before), len(before[-1]) + 1)
    lines = re.split("\r\n|\r|\n", text)
    assert [source.line(number) for number in range(1, len(lines) + 1)] == lines
    assert source.line(len(lines) + 1) == ""


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_positions_after_strange_characters(before: str, line_end: str) -> None:
    lines = [
        "a: \U0001f600\u2028\x85 tekst",
        'b: "æ\u2029" ',
        "c: x",
        "c: y",
        "\U0001f600: z",
        "\U0001f600: æ",
    ]
    source = read_source((before + line_end.join(lines)).encode())
    found = [source.position(source.locate(problem.where).start) for problem in source.problems]
    assert found == [(4, 1), (6, 1)]


KEYS = st.sampled_from(["goals", "title", "text", "id", "nested", "empty", "x", ""]) | st.integers(-3, 12)


@given(st.lists(KEYS, max_size=5).map(tuple), st.sampled_from(["key", "value"]))
def test_every_path_has_a_place(path: Path, part: Any) -> None:
    found = SOURCE.locate(Place(path, part))
    assert 0 <= found.start < found.end <= len(SOURCE.text)
    assert SOURCE.path_in_file(path) == path[: len(SOURCE.path_in_file(path))]


def check(content: bytes) -> None:
    """Read and validate a file as a plan and show what is found; every place must be inside its text."""
    source = read_source(content, lambda: all_keys(Plan))
    problems = list(source.problems)
    if source.data is not None:
        try:
            Plan.model_validate(source.data)
        except ValueError as error:
            problems += problems_of(error, Plan, source)  # type: ignore[arg-type]
    assert problems or source.data is not None
    for problem in problems:
        found = source.locate(problem.where)
        assert 0 <= found.start <= found.end <= len(source.text)
        for language in LANGUAGES:
            shown = diagnose(problem, source, "x.yaml", "error", Texts(language))
            assert (shown.line, shown.column) <= (shown.end_line, shown.end_column)
            assert shown.column <= len(shown.excerpt) + 1
            assert "{" not in shown.message or "{" in source.text
            assert shown.message


PLANS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "plans" / "2022").glob("*.yaml"))]


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    check(content)


@given(st.text("ab:-# \n\r\t\"'[]{}&*!|>,?%@`\\=<\ufeff\u2028æ", max_size=60))
def test_any_text_of_signs(text: str) -> None:
    check(text.encode())


@settings(max_examples=300)
@given(st.data())
def test_any_edit_of_characters(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([PLAN, *PLANS]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    new = data.draw(st.text("ab:-# \n\t\"'[]{}&*!|>,?%@`\\æ", max_size=5) | st.just(text[start:end] * 2))
    check((text[:start] + new + text[end:]).encode())


@settings(max_examples=200)
@given(st.data())
def test_any_edit_of_lines(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from([PLAN, *PLANS])).splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        edit = data.draw(st.sampled_from(["delete", "double", "indent", "outdent", "move"]))
        if edit == "delete":
            lines[at : at + 1] = [""]
        elif edit == "double":
            lines.insert(at, lines[at])
        elif edit == "move":
            lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(at))
        else:
            lines[at] = " " + lines[at] if edit == "indent" else lines[at].removeprefix(" ")
    check("".join(lines).encode())


def test_a_file_is_read_whole(tmp_path: Any) -> None:
    path = tmp_path / "handleplan.yaml"
    path.write_bytes(b"x: " + b"y" * MAX_BYTES)
    place = FilePlace(str(path), "config")
    assert [problem.rule for problem in read_file(place).problems] == ["file-too-large"]


def test_a_repeated_key_has_a_path_too() -> None:
    source = read_source(b"title: a\ngoals:\n  - id: m1\n    id: m2\ntitle: b\n")
    found = [
        (problem.rule, source.path_at(source.locate(problem.where).start)) for problem in source.problems
    ]
    assert found == [("duplicate-key", ("goals", 0, "id")), ("duplicate-key", ("title",))]


def test_the_path_of_a_place_after_a_value_is_the_values() -> None:
    text = "title: Sundhed #EU\ngoals:\n  - x\n"
    assert read_source(text.encode()).path_at(text.index("#EU")) == ("title",)


@pytest.mark.parametrize("marks", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf"])
def test_byte_order_marks_shift_nothing(marks: bytes) -> None:
    source = read_source(marks + "æ: b\nc: d\nc: e\n".encode())
    (problem,) = source.problems
    assert source.text[slice(*source.locate(problem.where))] == "c"
    assert source.position(source.locate(problem.where).start) == (3, 1)
