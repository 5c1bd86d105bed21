"""Quotes that YAML reads, and the signs that only look like them."""

import pytest

from handleplan.model.config import Config
from handleplan.model.index import Index
from handleplan.model.keys import all_keys
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.source.quoting import (
    SENTENCE_KEYS,
    WORD_KEYS,
    cleaned,
    find_invisible,
    is_disguised,
    quoted,
    unwrapped,
)


def test_the_keys_are_keys_of_the_format() -> None:
    formats = (Plan, StatusReport, Meeting, Index, Config)
    assert frozenset[str]().union(*map(all_keys, formats)) >= SENTENCE_KEYS | WORD_KEYS
    assert not SENTENCE_KEYS & WORD_KEYS


@pytest.mark.parametrize(
    ("text", "right"), [("a: b", '"a: b"'), ('"a" b', "'\"a\" b'"), ('"a" b\'s', "'\"a\" b''s'")]
)
def test_quoted(text: str, right: str) -> None:
    assert quoted(text) == right


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“Q1”", "Q1"),
        ("”Q1”", "Q1"),
        ("„Q1“", "Q1"),
        ('“Q1"', "Q1"),
        ('"Q1"', None),
        ("“a” b ”c”", None),
        ("Q1", None),
    ],
)
def test_unwrapped(text: str, inner: str | None) -> None:
    assert unwrapped(text) == inner
    assert is_disguised(text) is (inner is not None)


def test_what_cannot_be_seen() -> None:
    assert cleaned("a\u00a0b\u200bc\u00add") == "a bcd"
    assert find_invisible("ab\u00a0\u200b") == 2
    assert find_invisible("ab") is None
    assert is_disguised("m\u200b1")
    assert not is_disguised("Grøn\u00a0omstilling")
