"""Changes that let a file grow: keys and list items it did not have, written in block style beside what is there."""

import re
from collections.abc import Iterator

from yaml.events import AliasEvent, ScalarEvent

from handleplan.problem import AppendItem, Commented, Data, Range, Replace, SetKey
from handleplan.source.block_style import item_lines, key_lines, written_scalar
from handleplan.source.source import Source
from handleplan.source.tree import MappingNode, Node, SequenceNode, span

# What may stand between the last thing inside brackets and the bracket that closes them.
_BEFORE_CLOSING = re.compile(r"(?:[\s,]|#[^\r\n]*)*")
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")
_LINE_END = re.compile(r"[^\r\n]*")


class CannotPatchError(Exception):
    """A change does not fit the file; what it wants is left to people."""


def set_key(change: SetKey, source: Source) -> Iterator[Replace]:
    """Yield the patches that give a key a value.

    Raises:
        CannotPatchError: keys or a list stand there, it lies between brackets, or its place holds no keys.
    """
    *above, key = change.path
    parent = source.node(tuple(above))
    if _is_empty(parent):
        if not above or not isinstance(above[-1], str):
            raise CannotPatchError("no such place")
        yield from set_key(SetKey(tuple(above), {str(key): change.value}, change.order), source)
        return
    if not isinstance(parent, MappingNode) or parent.start.flow_style or source.in_flow((*above, key)):
        raise CannotPatchError("not keys on lines of their own")
    if key in parent.entries:
        yield from _fill(parent.entries[str(key)], change.value, source)
    else:
        yield _insert(str(key), change, parent, source)


def append_item(change: AppendItem, source: Source) -> Iterator[Replace]:
    """Yield the patches that end a list with another item.

    Raises:
        CannotPatchError: what stands there is no list, or one between brackets.
    """
    node = source.node(change.path)
    if _is_empty(node):
        yield from set_key(SetKey(change.path, [change.value], change.order), source)
        return
    if not isinstance(node, SequenceNode) or node.start.flow_style:
        raise CannotPatchError("not a list on lines of its own")
    column = source.position(span(node.start).start).column - 1
    yield _below(_end(node, source), item_lines(change.value, column), source)


def _is_empty(node: Node | None) -> bool:
    return node is None or (isinstance(node, ScalarEvent) and not node.value.strip())


def _insert(key: str, change: SetKey, parent: MappingNode, source: Source) -> Replace:
    """Put a key that was not there behind those that go before it, else before the first."""
    first = span(next(iter(parent.entries.values()))[0]).start
    indent = source.position(first).column - 1
    before = change.order[: change.order.index(key)] if key in change.order else tuple(parent.entries)
    present = [name for name in parent.entries if name in before]
    lines = key_lines(key, change.value, indent)
    if not present:
        written = "\n".join(lines).lstrip(" ")
        return Replace(Range(first, first), f"{written}\n{' ' * indent}")
    return _below(_end_of_entry(parent.entries[present[-1]], source), lines, source)


def _below(offset: int, lines: list[str], source: Source) -> Replace:
    """Put lines below the one an offset is on, behind its comment."""
    match = _LINE_END.match(source.text, offset)
    end = match.end() if match else offset
    return Replace(Range(end, end), "".join(f"\n{line}" for line in lines))


def _fill(entry: tuple[ScalarEvent, Node], value: Data, source: Source) -> Iterator[Replace]:
    """Put a value in place of the text that a key has, or has not."""
    key, node = entry
    if not isinstance(node, ScalarEvent):
        raise CannotPatchError("keys or a list")
    start = span(key).start
    bare = value.value if isinstance(value, Commented) else value
    column = source.position(start).column - 1
    first, *rest = key_lines(key.value, bare, column)
    written = first[column + len(key.value) + 1 :].lstrip(" ")
    where = span(node)
    colon = source.text.index(":", span(key).end) + 1
    if where.start == where.end or not source.text[slice(*where)].strip():
        if written:
            yield Replace(Range(colon, colon), f" {written}")
        where = Range(colon, colon)
    else:
        where = Range(where.start if written else colon, _end(node, source))
        old = source.text[slice(*where)].lstrip()
        if node.style in ("'", '"') and isinstance(bare, str) and not rest:
            written = written_scalar(bare.strip(), style=node.style)
        comment = _HEADER_COMMENT.match(old)
        yield Replace(where, written + (comment[1] if comment else ""))
    if rest:
        yield _below(where.end, rest, source)


def _end_of_entry(entry: tuple[ScalarEvent, Node], source: Source) -> int:
    key, node = entry
    if isinstance(node, ScalarEvent) and span(node).start == span(node).end:
        return span(key).end
    return _end(node, source)


def _end(node: Node, source: Source) -> int:
    """Return the offset where a node's last sign ends: libyaml's end marks lie behind comments and empty lines."""
    if isinstance(node, ScalarEvent | AliasEvent):
        start, end = span(node)
        return start + len(source.text[start:end].rstrip()) if end > start else end
    if isinstance(node, MappingNode):
        end = max(
            (_end_of_entry(entry, source) for entry in node.entries.values()), default=span(node.start).end
        )
    else:
        end = max((_end(item, source) for item in node.items), default=span(node.start).end)
    if node.start.flow_style:
        match = _BEFORE_CLOSING.match(source.text, max(end, span(node.start).start + 1))
        assert match is not None
        return match.end() + 1
    return end
