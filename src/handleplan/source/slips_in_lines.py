"""The slips that one line alone shows: tabs, quotes, brackets, special characters, missing spaces."""

import re
from collections.abc import Iterator

from handleplan.source.lines import Lines
from handleplan.source.quoting import quoted
from handleplan.source.slip import Slip, SyntaxFailure

_SPECIAL = "@`%*&!{[|>,]}?"
_CLOSING = {"[": "]", "{": "}"}
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL),
    "'": re.compile(r"'(?:[^']|'')*'(?!')", re.DOTALL),
}
# A line whose value begins with a quote.
_QUOTED = re.compile(r"""^[ ]*(?:-[ ]+)*(?:[^\s:#"'\-][^:#"'\r\n]*:[ ]+)?(["'])""", re.MULTILINE)


def tab(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose spaces for a tab in the indentation, or after a dash or colon."""
    line = lines[index]
    match = re.match(r"[ ]*(\t+)[ \t]*|(?:[^\t]*?[-:])[ ]*(\t+)[ \t]*", line.text)
    if match is None:
        return
    columns = match.span(1 if match[1] else 2)
    certain = line.text[: match.end()].isspace()
    for width in (2, 4, 8, 1):
        new = line.text[: match.end()].replace("\t", " " * width) + line.text[match.end() :]
        yield Slip("tab-indentation", index, columns, new, shown=False)
    if certain:
        yield Slip("tab-indentation", index, columns, "", shown=False, certain=True)


def backslash(lines: Lines, at: int, failure: SyntaxFailure) -> Iterator[Slip]:
    """Propose doubled backslashes in a text whose double quotes give them a meaning."""
    line = lines[at]
    if "escape" in failure.problem:
        new = re.sub(r'\\(?!["\\])', r"\\\\", line.text)
        start = line.text.rfind("\\", 0, failure.offset - line.start + 1)
        if start >= 0:
            yield Slip("backslash-in-quotes", at, (start, start + 2), new)


def open_quotes(lines: Lines, at: int) -> Iterator[Slip]:
    """Propose to close a quote that swallows lines until the next one, however far down that is."""
    text = lines.text
    for match in _QUOTED.finditer(text, 0, lines[at].end):
        start, quote = match.start(1), match[1]
        index = lines.index_of(start)
        line = lines[index]
        closed = _CLOSED[quote].match(text, start)
        if closed and (closed.end() <= line.end or _is_meant(lines, index, closed.end())):
            continue
        if lines.block_opener(index) is not None:
            continue
        columns = (start - line.start, start - line.start + 1)
        whole = line.text.rstrip()
        other = "'" if quote == '"' else '"'
        ends_with_other = whole.endswith(other) and whole.count(other) == 1
        new = (whole[:-1] if ends_with_other else whole) + quote
        values = {"character": quote}
        yield Slip("unclosed-quote", index, columns, new, values, beyond=line.end)
        last = lines.text_end(index)
        if last > index:
            new = text[line.start : lines[last].end].rstrip() + quote
            yield Slip(
                "unclosed-quote", index, columns, new, values, last=last, shown=False, beyond=lines[last].end
            )


def _is_meant(lines: Lines, index: int, end: int) -> bool:
    """Tell whether a quoted text over several lines, up to an offset, looks like one that was meant to be."""
    last = lines.index_of(end - 1)
    rest = lines.text[end : lines[last].end].strip()
    swallowed = (lines.is_structural(other) for other in range(index + 1, last + 1))
    return (not rest or rest[0] in "#,]}") and not any(swallowed)


def inner_quotes(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose other quotes: ``text: "Genvej" til Europa`` ends after the second one, and the rest hangs in the air."""
    line = lines[index]
    if line.value[:1] not in _CLOSED or lines.block_opener(index) is not None:
        return
    quote = line.value[0]
    closed = _CLOSED[quote].match(line.value)
    if closed is None or closed.end() == len(line.value):
        return
    columns = (line.value_at + closed.end() - 1, line.value_at + closed.end())
    for last in dict.fromkeys((index, lines.text_end(index))):
        value = lines.joined(index, last)
        inside = value.endswith(quote) and (value.count(quote) % 2 == 1 or value[closed.end() - 2] == " ")
        new = line.text[: line.value_at] + quoted(value[1:-1] if inside else value)
        yield Slip("quote-in-text", index, columns, new, {"character": quote}, last=last)


def open_bracket(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose to close a list or keys in brackets that end with the line."""
    line = lines[index]
    opening = line.value[:1]
    if opening not in _CLOSING or _CLOSING[opening] in line.value or not re.search(r"[,:] ", line.value):
        return
    new = line.text.rstrip() + _CLOSING[opening]
    columns = (line.value_at, line.value_at + 1)
    yield Slip("unclosed-bracket", index, columns, new, {"character": opening, "closing": _CLOSING[opening]})


def special_character(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose quotes around a text that begins with a character which means something to YAML."""
    line = lines[index]
    if line.value[:1] not in (*_SPECIAL,) or line.opens_block or lines.block_opener(index) is not None:
        return
    columns = (line.value_at, line.value_at + 1)
    for last in dict.fromkeys((index, lines.text_end(index))):
        new = line.text[: line.value_at] + quoted(lines.joined(index, last))
        yield Slip("special-character", index, columns, new, {"character": line.value[0]}, last=last)


def list_beside_key(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose to move a list that begins beside its key to the next line."""
    line = lines[index]
    match = re.match(r"([ ]*)(?:-[ ]+)?[a-z_]+:[ ]+(-)[ ]", line.text)
    if match:
        for deeper in ("  ", "    "):
            new = f"{line.text[: match.start(2)].rstrip()}\n{match[1]}{deeper}{line.text[match.start(2) :]}"
            yield Slip("list-beside-key", index, match.span(2), new, shown=False)


def missing_space(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose a space after a dash that begins a line, or after a key's colon."""
    line = lines[index]
    if lines.block_opener(index) is not None:
        return
    dash = re.match(r"[ ]*(-)(?=[^\s\-])", line.text)
    if dash:
        new = line.text[: dash.end()] + " " + line.text[dash.end() :]
        key = re.match(r"[ ]*-([a-z_]+):\s", line.text)
        certain = bool(key and lines.is_key(key[1]))
        yield Slip("dash-without-space", index, dash.span(1), new, certain=certain)
    colon = re.match(r"[ ]*(?:-[ ]+)?([a-zæøå_]+)(:)(?=[^\s:/])", line.text)
    if colon:
        new = line.text[: colon.end()] + " " + line.text[colon.end() :]
        yield Slip("colon-without-space", index, colon.span(2), new)


def missing_colon(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose a colon after a word that the format knows as a key."""
    line = lines[index]
    match = re.match(r"[ ]*(?:-[ ]+)*([a-z_]+)(?=[ ]+\S|[ ]*$)", line.text)
    if match is None or not lines.keys or not lines.is_key(match[1]) or lines.block_opener(index) is not None:
        return
    new = f"{line.text[: match.end()]}:{line.text[match.end() :]}"
    yield Slip("key-without-colon", index, match.span(1), new, {"key": match[1]})
