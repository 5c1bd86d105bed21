"""Changes to a file as patches of its text: everything outside them stays as it is, byte for byte."""

import re
from collections.abc import Iterable, Iterator

from yaml.events import ScalarEvent

from handleplan.problem import (
    AddKey,
    AppendItem,
    Change,
    Place,
    Range,
    Recode,
    Remove,
    RenameKey,
    Replace,
    SetKey,
    SetValue,
)
from handleplan.source.block_style import written_scalar
from handleplan.source.growth import CannotPatchError, append_item, set_key
from handleplan.source.source import Source
from handleplan.source.tree import MappingNode, SequenceNode, span

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def patches_of(change: Change, source: Source) -> tuple[Replace, ...]:
    """Turn a change into other text at offsets of a file.

    Raises:
        CannotPatchError: the file has no such place, or in a form where the change cannot be made.
    """
    if isinstance(change, Replace):
        return (change,)
    if isinstance(change, SetValue):
        return (_set_value(change, source),)
    if isinstance(change, RenameKey):
        return (Replace(_place(Place(change.path, "key"), source), change.key),)
    if isinstance(change, AddKey):
        return tuple(_add_key(change, source))
    if isinstance(change, Remove):
        return (_remove(change, source),)
    if isinstance(change, SetKey | AppendItem):
        return tuple(set_key(change, source) if isinstance(change, SetKey) else append_item(change, source))
    raise CannotPatchError(f"{type(change).__name__} concerns the whole file")


def patched(text: str, patches: Iterable[Replace]) -> str:
    """Return a text with patches that do not overlap, applied from its end; new lines end as the text's others do."""
    line_end = line_end_of(text)
    for patch in sorted(patches, reverse=True):
        new = _LINE_BREAK.sub(line_end, patch.text)
        text = text[: patch.where.start] + new + text[patch.where.end :]
    return text


def line_end_of(text: str) -> str:
    """Return the line end that most lines of a text have; of a text of one line the line feed."""
    counts = dict.fromkeys(("\n", "\r\n", "\r"), 0)
    for match in _LINE_BREAK.finditer(text):
        counts[match[0]] += 1
    return max(counts, key=lambda end: counts[end])


def recoded(content: bytes, change: Recode) -> bytes:
    """Return a file's bytes in UTF-8: letters that are so already stay, the bytes between them are read anew.

    Raises:
        CannotPatchError: the file is not in that encoding.
    """
    try:
        if change.encoding == "utf-16":
            return content.decode("utf-16").encode("utf-8")
        text = content.decode("utf-8", errors="surrogateescape")
        return re.sub(
            r"[\udc80-\udcff]+",
            lambda match: match[0].encode("utf-8", errors="surrogateescape").decode(change.encoding),
            text,
        ).encode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotPatchError(change.encoding) from error


def _place(where: Place, source: Source) -> Range:
    if source.path_in_file(where.path) != where.path:
        raise CannotPatchError("no such place")
    return source.locate(where)


def _set_value(change: SetValue, source: Source) -> Replace:
    node = source.node(change.path)
    if not isinstance(node, ScalarEvent) or node.style in ("|", ">") or "\n" in change.value:
        raise CannotPatchError("not a text of one line")
    where = span(node)
    if where.start == where.end:
        raise CannotPatchError("an empty value")
    return Replace(where, written_scalar(change.value, style=node.style, flow=source.in_flow(change.path)))


def _add_key(change: AddKey, source: Source) -> Iterator[Replace]:
    node = source.node(change.path)
    flow = source.in_flow(change.path)
    added = f"{change.key}: {written_scalar(change.value, flow=flow)}"
    if isinstance(node, MappingNode) and node.entries:
        start = span(next(iter(node.entries.values()))[0]).start
        if node.start.flow_style:
            yield Replace(Range(start, start), f"{added}, ")
        else:
            yield Replace(Range(start, start), f"{added}\n{_indent(start, source)}")
    elif isinstance(node, ScalarEvent) and not flow:
        where = span(node)
        indent = _indent(where.start, source)
        yield Replace(Range(where.start, where.start), f"{added}\n{indent}{change.text_key}: ")
        yield from _further_in(where, source)
    else:
        raise CannotPatchError("neither keys nor a text")


def _indent(offset: int, source: Source) -> str:
    """Return the spaces that put another line below an offset."""
    return " " * (source.position(offset).column - 1)


def _further_in(where: Range, source: Source) -> Iterator[Replace]:
    """Indent the lines that a text goes on with by two spaces, as belongs to a text that gets a key before it."""
    first, last = source.position(where.start).line, source.position(where.end).line
    for line in range(first + 1, last + 1):
        start = source.offset(line)
        if start < where.end and source.line(line).strip():
            yield Replace(Range(start, start), "  ")


def _remove(change: Remove, source: Source) -> Replace:
    parent = source.node(change.path[:-1])
    if not isinstance(parent, SequenceNode) or parent.start.flow_style or len(parent.items) == 1:
        raise CannotPatchError("not an item that stands on lines of its own")
    start = _place(Place(change.path), source).start
    line = source.position(start).line
    if source.line(line)[: source.position(start).column - 1].strip() != "-":
        raise CannotPatchError("not an item that stands on lines of its own")
    dash = source.line(line).index("-")
    after = line + 1
    while source.offset(after) < len(source.text) and _is_inside(source.line(after), dash):
        after += 1
    while not source.line(after - 1).strip() and after - 1 > line:  # empty lines belong to what follows
        after -= 1
    return Replace(Range(source.offset(line), source.offset(after)), "")


def _is_inside(line: str, dash: int) -> bool:
    return not line.strip() or len(line) - len(line.lstrip(" ")) > dash
