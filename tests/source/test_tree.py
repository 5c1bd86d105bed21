"""Parser events as data with positions: libyaml's and the pure parser's alike, and what is refused."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml.events import ScalarEvent

from handleplan.source import tree as tree_module
from handleplan.source.pure import EventParser as PureParser
from handleplan.source.tree import MAX_DEPTH, MappingNode, SequenceNode, build_tree, find_error, span
from tests.source.broken import PLAN, SLIPS
from tests.source.test_syntax import make


def shape(node: Any) -> Any:
    """Return a node as plain values: where everything begins and ends."""
    if isinstance(node, MappingNode):
        start = span(node.start)
        return start, {key: (span(event), shape(value)) for key, (event, value) in node.entries.items()}
    if isinstance(node, SequenceNode):
        return span(node.start), [shape(item) for item in node.items]
    return None if node is None else (span(node), getattr(node, "style", None) or None)


def read(content: str) -> tuple[Any, ...]:
    """Return all that is read from a text, or where reading it fails."""
    try:
        tree = build_tree(content.encode())
    except yaml.YAMLError as error:
        return ("error", getattr(getattr(error, "problem_mark", None), "line", None))
    return tree.data, shape(tree.root), tree.problems, tree.has_empty_values


def read_both(content: str, patch: pytest.MonkeyPatch) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    with patch.context() as pure:
        fast = read(content)
        pure.setattr(tree_module, "EventParser", PureParser)
        return fast, read(content)


def test_everything_is_text_and_empty_values_are_absent() -> None:
    tree = build_tree(b"a: 012\nb: on\nc:\nd: ''\ne:\n  - ~\n  -\n  - 19:30\nf: 2024-13-01\n")
    assert tree.data == {"a": "012", "b": "on", "e": ["~", None, "19:30"], "f": "2024-13-01"}
    assert isinstance(tree.root, MappingNode)
    assert list(tree.root.entries) == list("abcdef")
    assert tree.has_empty_values
    assert tree.problems == []


def test_texts_lose_surrounding_white_space() -> None:
    tree = build_tree(b"a: |\n  et\n\n  to\n\nb: ' tre '\nc: >-\n  fire\n  fem\n")
    assert tree.data == {"a": "et\n\nto", "b": "tre", "c": "fire fem"}


@pytest.mark.parametrize(
    ("content", "rules"),
    [
        ("a: 1\na: 2\nb: 3\nb: 4\n", [("duplicate-key", 5), ("duplicate-key", 15)]),
        ("a: {b: 1, b: 2}\na:\n  - c\n", [("duplicate-key", 10), ("duplicate-key", 16)]),
        ("a: &x 1\nb: *x\n", [("anchor", 3), ("anchor", 11)]),
        ("a: &x\n  b: 1\nc: &y\n  - d\n", [("anchor", 3), ("anchor", 16)]),
        ("- *x\n- *y\n", [("anchor", 2), ("anchor", 7)]),
        ("a: !x 1\nb: !!str 2\n", [("tag", 3), ("tag", 11)]),
        ("a: 1\n---\nb: 2\n---\nc: 3\n", [("several-documents", 5)]),
        ("? [a]\n: 1\n", [("key-not-text", 2)]),
        ("? {a: 1}\n: 1\n", [("key-not-text", 2)]),
        ("? *a\n: 1\n", [("anchor", 2), ("key-not-text", 2)]),
        ("a: {b: 1, c, d}\n", [("comma-in-flow-text", 10), ("comma-in-flow-text", 13)]),
        ("a: {b, c}\n", [("special-character", 3)]),
        ("a: {{b}}\n", [("special-character", 3)]),
        ("a: [{[b]}]\n", [("special-character", 3)]),
    ],
)
def test_what_plans_do_not_use_is_refused(content: str, rules: list[tuple[str, int]]) -> None:
    found = [(problem.rule, problem.where[0]) for problem in build_tree(content.encode()).problems]
    assert found == rules


@pytest.mark.parametrize("nested", [b"[" * 200 + b"]" * 200, b"- " * 200 + b"x", b"{a: " * 200 + b"}" * 200])
def test_depth_is_limited(nested: bytes) -> None:
    assert build_tree(nested).problems[0].rule == "nested-too-deeply"


def test_a_hundred_levels_are_fine() -> None:
    assert build_tree(b"- " * MAX_DEPTH + b"x").problems == []


def test_a_duplicate_key_keeps_the_first_value() -> None:
    tree = build_tree(b"a: 1\nb: 2\na:\n  - 3\n")
    assert tree.data == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    "content", ["", "# kun en kommentar\n", "tekst", "- a\n- b\n", "''", "---\n...\n", "a: b"]
)
def test_both_parsers_on_small_files(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, pure = read_both(content, monkeypatch)
    assert fast == pure


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_both_parsers_on_broken_plans(slip: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, pure = read_both(make(slip)[0], monkeypatch)
    if fast[0] == "error" or pure[0] == "error":
        assert fast[0] == pure[0]
    else:
        assert fast == pure


@given(st.data())
def test_both_parsers_on_edited_plans(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(PLAN)))
    end = data.draw(st.integers(start, min(len(PLAN), start + 30)))
    text = PLAN[:start] + data.draw(st.text("ab :-#'\"|>\n", max_size=6)) + PLAN[end:]
    fast, pure = read_both(text, pytest.MonkeyPatch())
    if fast[0] != "error" and pure[0] != "error":
        assert fast == pure


@given(st.text("ab:-# \n\"'[]{}&*!|>,?\t"))
def test_an_error_is_found_where_there_is_one(text: str) -> None:
    assert (find_error(text.encode()) is None) or read(text)[0] in ("error", None)


def test_a_scalar_is_its_event() -> None:
    root = build_tree("æøå: 健康\n".encode()).root
    assert isinstance(root, MappingNode)
    key, value = root.entries["æøå"]
    assert isinstance(value, ScalarEvent)
    assert (span(key), span(value)) == ((0, 3), (5, 7))
