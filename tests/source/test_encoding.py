"""Bytes as text: UTF-8, its byte order mark, and the encodings that files were saved in by mistake."""

import pytest

from handleplan.problem import Range
from handleplan.source.encoding import decode, find_control_character, without_marks


@pytest.mark.parametrize("content", ["", "æøå", "a\r\nb\rc", "健康 \U0001f600 \u2028"])
@pytest.mark.parametrize("marks", ["", "\ufeff", "\ufeff\ufeff"])
def test_utf_8_with_and_without_marks(content: str, marks: str) -> None:
    assert decode(without_marks((marks + content).encode())) == (content, ())


@pytest.mark.parametrize(
    ("content", "start", "byte", "guess", "word"),
    [
        ("a: b\nc: på tværs\n".encode("cp1252"), 9, "0xE5", "Windows-1252", "på"),
        ("på\r\n".encode("cp1252"), 1, "0xE5", "Windows-1252", "på"),
        ("blå – tværs".encode("cp1252"), 2, "0xE5", "Windows-1252", "blå"),
        ("æ".encode() + "grøn".encode("latin-1"), 3, "0xF8", "Windows-1252", "grøn"),
        (b"a \x81\x00", 2, "0x81", None, None),
        (b"a: \xff\x00\x01", 3, "0xFF", None, None),
        (b"\xc3", 0, "0xC3", "Windows-1252", "Ã"),
    ],
)
def test_the_first_byte_that_is_not_utf_8(
    content: bytes, start: int, byte: str, guess: str | None, word: str | None
) -> None:
    _, (problem,) = decode(content)
    assert (problem.rule, problem.where) == ("not-utf-8", Range(start, start + 1))
    assert problem.values["byte"] == byte
    assert problem.values.get("guess") == guess
    assert problem.values.get("word") == word


def test_utf_16_is_recognised() -> None:
    for encoding in ("utf-16", "utf-16-be"):
        content = "\ufeffmål".encode(encoding) if encoding.endswith("be") else "mål".encode(encoding)
        text, (problem,) = decode(content)
        assert (problem.rule, problem.values["guess"]) == ("not-utf-8", "UTF-16")
        assert text.strip("\ufeff") == "mål"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\tb\r\nc\x85\u2028\ufeffæ\U0001f600", None),
        ("ab\x07c\x08", (2, "U+0007")),
        ("\x00", (0, "U+0000")),
        ("\U0001f600\x7f", (1, "U+007F")),
        ("a\x9b", (1, "U+009B")),
        ("a\ufffe", (1, "U+FFFE")),
    ],
)
def test_control_characters(text: str, found: tuple[int, str] | None) -> None:
    problem = find_control_character(text)
    if found is None:
        assert problem is None
    else:
        assert problem is not None
        assert (problem.where, problem.values["code"]) == ((found[0], found[0] + 1), found[1])
