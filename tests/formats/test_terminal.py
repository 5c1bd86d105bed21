"""Text for terminals: harmless, measured, wrapped, in columns."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.formats.terminal import Cell, display_width, escape_json, neutralise, style, table, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sundhed – ’æøå’ 健康", "Sundhed – ’æøå’ 健康"),
        ("\x1b[31mrød\x1b[0m", "\ufffd[31mrød\ufffd[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("\x00\x07\x08\x7f\x85", "\ufffd" * 5),
        ("a\tb", "a b"),
        ("a\r\n::error::b", "a\ufffd\ufffd::error::b"),
        ("\u2028\u2029", "\ufffd" * 2),
        ("\u202eabc\u202c \u2066d\u2069", "\ufffdabc\ufffd \ufffdd\ufffd"),
        ("\u200e\u200f\u061c", "\ufffd" * 3),
        ("\udc80", "\ufffd"),
        # commands of build logs
        ("::error::x", "\ufffd:error::x"),
        ("  ::error::x", "  \ufffd:error::x"),
        ("C++ a::b", "C++ a::b"),
        ("a ##vso[task.x]b", "a #\ufffdvso[task.x]b"),
        ("a ##[error]b", "a #\ufffd[error]b"),
        ("###[error]b", "##\ufffd[error]b"),
        ("##teamcity[x]", "#\ufffdteamcity[x]"),
        ("\u200b ::error::x", "\u200b \ufffd:error::x"),
        ("\ufffe\uffff\ufdd0", "\ufffd" * 3),
    ],
)
def test_neutralise(text: str, shown: str) -> None:
    assert neutralise(text) == shown


@given(st.text())
def test_neutralised_text_keeps_its_columns_and_can_be_encoded(text: str) -> None:
    shown = neutralise(text)
    assert len(shown) == len(text)
    assert shown.encode().decode() == shown
    assert len(shown.splitlines()) <= 1
    assert neutralise(shown) == shown


def test_style() -> None:
    assert style("x", "bold", "red", on=True) == "\x1b[1;31mx\x1b[0m"
    assert style("x", "bold", on=False) == "x"
    assert style("x", on=True) == "x"
    assert style("", "bold", on=True) == ""


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("æøå – x", 7), ("健康", 4), ("e\u0301", 1), ("a\u200bb", 2), ("ｗ", 2)]
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("et to tre", 6, ["et to", "tre"]),
        ("et  to\n tre", 20, ["et to tre"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("et abcdefgh to", 4, ["et", "abcd", "efgh", "to"]),
        ("健康健康", 5, ["健康", "健康"]),
        ("健", 1, ["健"]),
        ("a\x1bb", 10, ["a\ufffdb"]),
        ("tekst ::error::x", 12, ["tekst", "\ufffd:error::x"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(st.text(), st.integers(2, 40))
def test_wrapped_text_fits_and_is_whole(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(display_width(line) <= width for line in lines)
    assert len("".join(lines).replace(" ", "")) == len("".join(text.split()))


def test_table_sets_columns_and_numbers_to_the_right() -> None:
    rows = [[Cell("健康"), Cell("1", right=True)], [Cell("Kultur"), Cell("12", right=True)]]
    assert table(rows, 80) == ["  健康     1", "  Kultur  12"]


def test_table_wraps_its_widest_column_and_drops_nothing() -> None:
    rows = [[Cell("et langt navn paa noget"), Cell("kort")], [Cell("to"), Cell("")]]
    assert table(rows, 22) == ["  et langt navn   kort", "  paa noget", "  to"]


def test_table_styles_without_counting_the_codes() -> None:
    rows = [[Cell("a", ("bold",)), Cell("b")], [Cell("lang"), Cell("c", ("red",), right=True)]]
    assert table(rows, 80, colour=True) == ["  \x1b[1ma\x1b[0m     b", "  lang  \x1b[31mc\x1b[0m"]


def test_table_without_rows() -> None:
    assert table([], 80) == []


@given(st.lists(st.lists(st.text(), min_size=3, max_size=3), min_size=1), st.integers(30, 80))
def test_tables_fit_their_page(texts: list[list[str]], width: int) -> None:
    lines = table([[Cell(text) for text in row] for row in texts], width)
    assert all(display_width(line) <= width for line in lines)


@given(st.text() | st.sampled_from(["##vso[x]", "a ##[error]", "###[x"]))
def test_escaped_json_is_harmless_and_means_the_same(text: str) -> None:
    shown = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(shown) == text
    assert neutralise(shown) == shown
