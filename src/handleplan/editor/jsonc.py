"""JSON with comments as editors keep their settings: read with offsets, and changed by inserting text alone.

Comments (``//`` and ``/* */``) and trailing commas are allowed, as in Visual Studio Code's own files
(https://code.visualstudio.com/docs/languages/json#_json-with-comments).
"""

import json
import re
from typing import Any, NamedTuple

_TRIVIA = re.compile(r"(?:[ \t\r\n]+|//[^\r\n]*|/\*[\s\S]*?\*/)*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_WORD = re.compile(r"[-+.\w]+")
_DEEPEST = 50


class JsoncError(ValueError):
    """A text that is no JSON with comments; ``line`` counts from 1."""

    def __init__(self, text: str, offset: int) -> None:
        self.line = text.count("\n", 0, offset) + 1
        super().__init__(f"line {self.line}")


class Value(NamedTuple):
    """A value with its offsets; a collection has the nodes of its members, a list's named by their index.

    ``comma`` tells whether a comma stands after the last member.
    """

    data: Any
    start: int
    end: int
    members: "dict[str | int, Value]"
    comma: bool = False


def read_jsonc(text: str) -> Value:
    """Read a whole text.

    Raises:
        JsoncError: it is no JSON with comments, or a key stands twice in one object.
    """
    value = _Reader(text).value(_skip(text, 0), 0)
    end = _skip(text, value.end)
    if end < len(text):
        raise JsoncError(text, end)
    return value


def insert(text: str, path: tuple[str, ...], key: str | None, data: Any) -> str:
    """Return the text with one more member at the end of the collection at a path; nothing else changes.

    Args:
        text: JSON with comments.
        path: the keys that lead to an object or, with ``key`` None, to a list.
        key: the new member's key.
        data: its value.
    """
    node = read_jsonc(text)
    for step in path:
        node = node.members[step]
    newline = "\r\n" if "\r\n" in text else "\n"
    outer = _indent_at(text, node.start)
    unit = _unit(text)
    inner = outer + unit
    member = json.dumps(data, ensure_ascii=False, indent=unit)
    if key is not None:
        member = f"{json.dumps(key, ensure_ascii=False)}: {member}"
    member = newline + inner + member.replace("\n", newline + inner)
    last = max((child.end for child in node.members.values()), default=None)
    content_end = _content_end(text, node.start + 1 if last is None else last, node.end - 1)
    if re.search(r"[\r\n]", text[content_end : node.end - 1]) is None:
        member += newline + outer
    comma = "," if last is not None and not node.comma else ""
    before = text[: node.start + 1] if last is None else text[:last]
    return before + comma + text[len(before) : content_end] + member + text[content_end:]


def _content_end(text: str, start: int, end: int) -> int:
    """Return where the last comma or comment between two offsets ends."""
    return start + len(text[start:end].rstrip())


def _indent_at(text: str, offset: int) -> str:
    """Return the white space at the beginning of an offset's line."""
    line = text[max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1 :]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _unit(text: str) -> str:
    """Return what one level is indented by: what the first indented line of a text has, else two spaces."""
    found = re.search(r'^([ \t]+)(?=["{\[])', text, re.MULTILINE)
    return found[1] if found else "  "


def _skip(text: str, offset: int) -> int:
    found = _TRIVIA.match(text, offset)
    return found.end() if found else offset


class _Reader:
    """Reads values out of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def value(self, start: int, depth: int) -> Value:
        first = self.text[start : start + 1]
        if first in ("{", "[") and depth < _DEEPEST:
            return self._collection(start, depth, "}" if first == "{" else "]")
        found = (_STRING if first == '"' else _WORD).match(self.text, start)
        if not found:
            raise JsoncError(self.text, start)
        try:
            return Value(json.loads(found[0], parse_constant=self._refuse), start, found.end(), {})
        except ValueError:
            raise JsoncError(self.text, start) from None

    def _refuse(self, name: str) -> None:
        raise ValueError(name)

    def _collection(self, start: int, depth: int, closing: str) -> Value:
        members: dict[str | int, Value] = {}
        comma = True
        offset = _skip(self.text, start + 1)
        while not self.text.startswith(closing, offset):
            if not comma:
                raise JsoncError(self.text, offset)
            key: str | int = len(members)
            if closing == "}":
                key, offset = self._key(offset, members)
            members[key] = self.value(offset, depth + 1)
            offset = _skip(self.text, members[key].end)
            comma = self.text.startswith(",", offset)
            offset = _skip(self.text, offset + 1) if comma else offset
        values = {key: member.data for key, member in members.items()}
        data: Any = values if closing == "}" else list(values.values())
        return Value(data, start, offset + 1, members, comma=comma and bool(members))

    def _key(self, offset: int, members: dict[str | int, Value]) -> tuple[str, int]:
        """Read a key and return it with the offset of its value."""
        if not self.text.startswith('"', offset):
            raise JsoncError(self.text, offset)
        key = self.value(offset, 0)
        colon = _skip(self.text, key.end)
        if not self.text.startswith(":", colon) or key.data in members:
            raise JsoncError(self.text, offset)
        return key.data, _skip(self.text, colon + 1)
