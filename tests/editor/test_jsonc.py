"""JSON with comments: what is read, what is refused, and insertions that leave every other byte alone."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.editor.jsonc import JsoncError, insert, read_jsonc

COMMENTED = """\
// top
{
  /* why */ "a": 1, // one
  "b": [
    "x", // no "comma" follows
  ],
  "c": {"http://": "// no comment"},
  // the end
}
// bottom
"""


def test_comments_and_trailing_commas_are_passed_over() -> None:
    assert read_jsonc(COMMENTED).data == {"a": 1, "b": ["x"], "c": {"http://": "// no comment"}}


@pytest.mark.parametrize("data", [None, True, -1.5e3, 'æ"\\\n/*', [], {}, [[], {"": [1, 2]}]])
def test_json_is_read_as_json(data: Any) -> None:
    assert read_jsonc(json.dumps(data)).data == data
    assert read_jsonc(json.dumps(data, indent=2, ensure_ascii=False)).data == data


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1), ("{", 1), ("{\n\n", 3), ('{"a": }', 1), ('{"a" 1}', 1), ('{"a": 1 "b": 2}', 1), ("{a: 1}", 1), ("{'a': 1}", 1),
        ('{\n"a": 1,\n"a": 2}', 3), ("{} {}", 1), ("{,}", 1), ('{"a": 1,,}', 1), ("[1 2]", 1), ('"a', 1), ("NaN", 1), ("nul", 1),
        ("{}\n/* no end", 2), ('{"a": "\n"}', 1), ("[" * 100 + "]" * 100, 1), ("{]", 1), ("01", 1), ('{"a": "\\x"}', 1),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(JsoncError) as refused:
        read_jsonc(text)
    assert refused.value.line == line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}", '{\n  "k": {\n    "x": 1\n  }\n}'),
        ("{ }\n", '{\n  "k": {\n    "x": 1\n  }\n }\n'),
        ('{"a": 1}', '{"a": 1,\n  "k": {\n    "x": 1\n  }\n}'),
        ('{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"k": {\n\t\t"x": 1\n\t}\n}'),
        ('{\n    "a": 1,\n}\n', '{\n    "a": 1,\n    "k": {\n        "x": 1\n    }\n}\n'),
        ('{\n  "a": 1 // why, though\n}\n', '{\n  "a": 1, // why, though\n  "k": {\n    "x": 1\n  }\n}\n'),
        ('{\n  "a": 1 /* x */, // y\n  // z\n\n}', '{\n  "a": 1 /* x */, // y\n  // z\n  "k": {\n    "x": 1\n  }\n\n}'),
        ("{\r\n  // only this\r\n}\r\n", '{\r\n  // only this\r\n  "k": {\r\n    "x": 1\r\n  }\r\n}\r\n'),
        ('// {\n{"a": {}} // }\n', '// {\n{"a": {},\n  "k": {\n    "x": 1\n  }\n} // }\n'),
    ],
)  # fmt: skip
def test_a_member_is_inserted_at_the_end(before: str, after: str) -> None:
    assert insert(before, (), "k", {"x": 1}) == after
    assert read_jsonc(after).data == {**read_jsonc(before).data, "k": {"x": 1}}


def test_a_member_is_inserted_further_in() -> None:
    assert insert(COMMENTED, ("b",), None, "y") == COMMENTED.replace(" follows\n", ' follows\n    "y"\n')
    assert insert(COMMENTED, ("c",), "k", 1) == COMMENTED.replace('comment"}', 'comment",\n    "k": 1\n  }')


trivia = st.sampled_from(["", " ", "\n", "\r\n  ", "// }\n", "/* ] , */", "\t"])
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def written(draw: st.DrawFn, data: Any) -> str:
    """Data as somebody might write it down, with comments and commas in any place."""
    if not isinstance(data, dict | list):
        return draw(trivia) + json.dumps(data, ensure_ascii=False) + draw(trivia)
    members = [
        (draw(trivia) + json.dumps(key) + draw(trivia) + ":" if isinstance(data, dict) else "")
        + draw(written(data[key]))
        for key in (data if isinstance(data, dict) else range(len(data)))
    ]
    last = draw(st.sampled_from(["", ","])) if members else ""
    opening, closing = "{}" if isinstance(data, dict) else "[]"
    return draw(trivia) + opening + ",".join(members) + last + draw(trivia) + closing + draw(trivia)


@given(st.data(), st.dictionaries(st.text(max_size=3), values, max_size=3), values)
def test_whatever_the_file_looks_like_nothing_else_changes(
    choose: st.DataObject, data: dict[str, Any], value: Any
) -> None:
    text = choose.draw(written(data))
    changed = insert(text, (), "new key", value)
    assert read_jsonc(text).data == data
    assert read_jsonc(changed).data == {**data, "new key": value}
    rest = iter(changed)
    assert all(character in rest for character in text)
    start = next(n for n, (old, new) in enumerate(zip(text + "\0", changed, strict=False)) if old != new)
    assert changed.startswith(text[:start])
