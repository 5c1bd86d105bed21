"""Writing new YAML the way plans are written: block style, two spaces a level, long texts folded, nothing quoted in vain."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from handleplan.problem import Commented, Data, Raw
from handleplan.source.quoting import quoted
from handleplan.source.source import read_source

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
    read = read_source(written.encode(errors="replace"))
    return value if not read.problems and read.data == {"k": value} else quoted(value)


def key_lines(key: str, value: Data, indent: int = 0) -> list[str]:
    """Write a key and its value as lines, indented by some spaces; an empty text leaves the key without a value."""
    before = " " * indent
    comment, bare = _split(value)
    lines = comment_lines(comment, indent)
    if isinstance(bare, str | Raw):
        first, *rest = _text_lines(bare, f"{before}{key}:", indent + 2)
        return [*lines, first, *rest]
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
        for line in text.splitlines()
        for part in textwrap.wrap(line, WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False) or [""]
    ]


def raw_text(text: str) -> Raw | None:
    """Take a block text as it stands in a file, with its sign; None where its own indentation is part of it.

    Args:
        text: from the sign (``|`` or ``>``) to the text's end.
    """
    header, *body = re.split(r"\r\n|\r|\n", text.rstrip())
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
    if len(lines) > 1:
        yield f"{before} |"
        yield from (f"{' ' * indent}{line}".rstrip() for line in lines)
        return
    text = lines[0]
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
