"""Writing new YAML the way plans are written: block style, two spaces a level, long texts folded, nothing quoted in vain."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from yaml.events import ScalarEvent

from handleplan.problem import Commented, Data, Path, Raw
from handleplan.source.quoting import quoted
from handleplan.source.source import Source, read_source
from handleplan.source.tree import span

# As wide as the plans that ship.
WIDTH = 100


def written_scalar(value: str, *, style: str | None = None, flow: bool = False) -> str:
    """Write a value of one line as YAML that reads as that very text.

    Args:
        value: the text, without line breaks and surrounding white space.
        style: the quote it had, which it keeps; plain where it had none and needs none.
        flow: whether it stands between brackets, where commas and brackets need quotes too.
    """
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    if style == '"':
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    written = f"{{k: {value}}}" if flow else f"k: {value}"
    if not _is_plain(value):
        return _escaped(value)
    read = read_source(written.encode())
    return value if not read.problems and read.data == {"k": value} else quoted(value)


def _is_plain(text: str) -> bool:
    """Tell whether a text holds nothing that a file shows no sign of, such as control characters and hard line breaks."""
    return text.replace("\u00a0", " ").isprintable()


def _escaped(text: str) -> str:
    """Write a text with signs that no file may hold, or that break lines elsewhere, by their numbers."""
    shown = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if _is_plain(one) else f"\\U{ord(one):08x}" for one in shown) + '"'


def key_lines(key: str, value: Data, indent: int = 0) -> list[str]:
    """Write a key and its value as lines, indented by some spaces; an empty text leaves the key without a value."""
    before = " " * indent
    comment, bare = _split(value)
    lines = comment_lines(comment, indent)
    if isinstance(bare, str | Raw):
        return [*lines, *_text_lines(bare, f"{before}{key}:", indent + 2)]
    return [*lines, f"{before}{key}:", *value_lines(bare, indent + 2)]


def value_lines(value: Data, indent: int) -> list[str]:
    """Write keys or a list as lines, indented by some spaces."""
    _, bare = _split(value)
    if isinstance(bare, Mapping):
        return [line for key, inner in bare.items() for line in key_lines(key, inner, indent)]
    assert isinstance(bare, Sequence)
    assert not isinstance(bare, str)
    return [line for item in bare for line in item_lines(item, indent)]


def item_lines(value: Data, indent: int) -> list[str]:
    """Write a list item as lines, its dash indented by some spaces."""
    comment, bare = _split(value)
    before = " " * indent
    if isinstance(bare, str | Raw):
        return [*comment_lines(comment, indent), *_text_lines(bare, f"{before}-", indent + 2)]
    lines = value_lines(bare, indent + 2)
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    inner = [line[2:] for line in lines[:first]]
    lines[first] = f"{before}- {lines[first].lstrip(' ')}"
    return [*comment_lines(comment, indent), *inner, *lines[first:]]


def comment_lines(text: str, indent: int = 0) -> list[str]:
    """Write a comment as lines of a bearable length; each line of the text begins a new one."""
    before = " " * indent
    return [
        f"{before}# {part}" if part else f"{before}#"
        for line in map(_visible, text.splitlines())
        for part in textwrap.wrap(line, WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
        or [""]
    ]


def _visible(line: str) -> str:
    """Return a comment's line without what cannot be seen, and without what would silence a rule."""
    line = line.replace("handleplan:", "handleplan –")
    return "".join(sign if _is_plain(sign) else " " for sign in line)


def block_text(source: Source, path: Path) -> Raw | None:
    """Return the text at a path as it stands in a file; None where it is no block text, or one with an indentation of its own."""
    node = source.node(path)
    if not isinstance(node, ScalarEvent) or node.style not in ("|", ">"):
        return None
    header, *body = re.split(r"\r\n|\r|\n", source.text[slice(*span(node))].rstrip())
    if not re.fullmatch(r"[|>][-+]?", header.strip()) or not any(line.strip() for line in body):
        return None
    return Raw(header.strip(), tuple(textwrap.dedent("\n".join(body)).split("\n")))


def _split(value: Data) -> tuple[str, Data]:
    return (value.comment, value.value) if isinstance(value, Commented) else ("", value)


def _text_lines(value: str | Raw, before: str, indent: int) -> Iterator[str]:
    """Write a text after a key or a dash: on the same line where it fits, else as block text."""
    if isinstance(value, Raw):
        yield f"{before} {value.header}"
        yield from (f"{' ' * indent}{line}".rstrip() for line in value.lines)
        return
    lines = [line.rstrip() for line in re.split(r"\r\n|\r|\n", value.strip())]
    if len(lines) > 1 and all(map(_is_plain, lines)):
        yield f"{before} |"
        yield from (f"{' ' * indent}{line}".rstrip() for line in lines)
        return
    text = "\n".join(lines)
    written = written_scalar(text) if text else ""
    folded = [] if len(f"{before} {written}") <= WIDTH else _folded(text, WIDTH - indent)
    if not folded:
        yield f"{before} {written}".rstrip()
        return
    yield f"{before} >-"
    yield from (f"{' ' * indent}{line}" for line in folded)


def _folded(text: str, width: int) -> list[str]:
    """Break a text into lines that read as that very text when they are joined; none where it cannot be broken so."""
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return lines if len(lines) > 1 and " ".join(lines) == text else []
