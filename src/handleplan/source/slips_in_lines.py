"""The slips that one line alone shows: tabs, quotes, brackets, special characters, missing spaces."""

import re
from collections.abc import Iterator

from handleplan.source.lines import Lines
from handleplan.source.quoting import (
    BULLET,
    CURLY,
    HARD_SPACES,
    INVISIBLE,
    SENTENCE_KEYS,
    WORD_KEYS,
    cleaned,
    find_invisible,
    quoted,
)
from handleplan.source.slip import Slip, SyntaxFailure

# How many lines below a slip may have the same one: what is pasted is seldom one line.
_LINES_OF_A_PASTE = 100
_BULLET_LINE = re.compile(rf"^([ ]*)({BULLET.pattern})[ \t\u00a0]*([^\s#][^\r\n]*)", re.MULTILINE)
_JSON_LINE = re.compile(r"""^([ ]*(?:-[ ]+)?)"?([\w-]+)"?:[ ]+("[^"\r\n]*"),[ ]*$""", re.MULTILINE)
_HARD_LINE = re.compile(rf"^[ ]*[{INVISIBLE}]", re.MULTILINE)
_HARD_LINES_TRIED = 10
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


def invisible(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose plain spaces for hard ones, and nothing for what cannot be seen, on a line or on all lines from it on."""
    line = lines[index]
    column = find_invisible(line.text)
    if column is None:
        return
    rule = "hard-space" if line.text[column] in HARD_SPACES else "invisible-character"
    values = {"code": f"U+{ord(line.text[column]):04X}"}
    columns = (column, column + 1)
    in_indentation = not line.text[:column].strip(INVISIBLE + " ")
    new = cleaned(line.text)
    yield Slip(rule, index, columns, new, values, shown=not in_indentation)
    last = min(len(lines) - 1, index + _LINES_OF_A_PASTE)
    if find_invisible(lines.text[line.end : lines[last].end]) is not None:
        shown = values if in_indentation else values | {"corrected": new.strip()}
        new = cleaned(lines.text[line.start : lines[last].end])
        yield Slip(rule, index, columns, new, shown, last=last, shown=False)


def hard_indentation(lines: Lines, at: int) -> Iterator[Slip]:
    """Propose plain spaces for hard ones that a line begins with, however far up; those inside a text do no harm there."""
    found = [lines.index_of(match.start()) for match in _HARD_LINE.finditer(lines.text, 0, lines[at].end)]
    for index in found[: -_HARD_LINES_TRIED - 1 : -1]:
        yield from invisible(lines, index)


def bullet(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose a dash for a bullet, a long dash or a number, on a line or on all such lines from it on."""
    match = _BULLET_LINE.match(lines[index].text)
    if match is None or lines.block_opener(index) is not None:
        return
    values = {"character": match[2], "corrected": f"- {match[3].rstrip()}"}
    columns = match.span(2)
    for last in (index, min(len(lines) - 1, index + _LINES_OF_A_PASTE)):
        text = lines.text[lines[index].start : lines[last].end]
        new = _BULLET_LINE.sub(r"\1- \3", text)
        yield Slip("not-a-dash", index, columns, new, values, last=last, shown=False)


def beside_block_sign(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose the text in quotes, without the sign, where it begins beside the ``|`` or ``>`` instead of below it."""
    line = lines[index]
    match = re.match(r"((?:[|>][+-]|\|)[ ]+|[|>][+-]|>[ ]+(?=[^\W\d]))(?=\S)", line.value)
    if match is None or lines.block_opener(index) is not None:
        return
    values = {"character": match[1].strip()}
    columns = (line.value_at + match.end(), len(line.text.rstrip()))
    for last in dict.fromkeys((index, lines.text_end(index))):
        text = lines.joined(index, last)[match.end() :]
        new = line.text[: line.value_at] + quoted(text)
        yield Slip("text-beside-sign", index, columns, new, values, last=last, shown=last == index)


def several_keys(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose a line of its own for a second key."""
    line = lines[index]
    for match in re.finditer(r"[ ]+([a-z_]+):(?=[ ]|$)", line.text[line.value_at :]):
        start = line.value_at + match.start()
        first = re.match(r"\{[ ]*([a-z_]+):[ ]", line.value)
        key = first[1] if first else line.key
        if not lines.is_key(match[1]) or key not in WORD_KEYS:
            continue
        if first:
            new = f"{line.text[:start]},{line.text[start:]}"
        else:
            new = f"{line.text[:start]}\n{' ' * line.column}{line.text[start:].lstrip()}"
        columns = (start + match.start(1) - match.start(), start + match.end(1) - match.start())
        values = {"first": key, "second": match[1]}
        yield Slip("several-keys-on-a-line", index, columns, new, values, shown=False)


def comma(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose to leave out a comma between lines, as JSON has them."""
    line = lines[index]
    match = _JSON_LINE.fullmatch(line.text.rstrip())
    if match is None:
        return
    columns = (len(line.text.rstrip()) - 1, len(line.text.rstrip()))
    values = {"corrected": f"{match[1].lstrip()}{match[2]}: {match[3]}"}
    last = min(len(lines) - 1, index + _LINES_OF_A_PASTE)
    for end in (index, last):
        text = lines.text[line.start : lines[end].end]
        new = _JSON_LINE.sub(r"\1\2: \3", text)
        yield Slip("comma-at-line-end", index, columns, new, values, last=end, shown=False)


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
        if whole[-1] in CURLY:
            curly = (len(whole) - 1, len(whole))
            straight = whole[:-1] + quote
            yield Slip("curly-quotes", index, curly, straight, {"character": whole[-1]}, beyond=line.end)
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
    if line.key in SENTENCE_KEYS:
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


def bracket_above(lines: Lines, at: int, far: int) -> Iterator[Slip]:
    """Propose the same further up: what begins with a bracket goes on until the bracket is closed."""
    for index in range(at, max(-1, at - far), -1):
        if lines[index].value[:1] in _CLOSING:
            yield from open_bracket(lines, index)
            yield from special_character(lines, index)


def list_beside_key(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose to move a list that begins beside its key to the next line."""
    line = lines[index]
    match = re.match(r"([ ]*)(?:-[ ]+)?[a-z_]+:[ ]+(-)[ ]", line.text)
    if match and line.key in SENTENCE_KEYS:
        for last in dict.fromkeys((index, lines.text_end(index))):
            new = line.text[: match.start(2)] + quoted(lines.joined(index, last))
            below = next((other for other in range(last + 1, len(lines)) if not lines[other].blank), None)
            alone = below is None or lines[below].indent <= line.column
            yield Slip(
                "special-character", index, match.span(2), new, {"character": "-"}, last=last, shown=alone
            )
    elif match:
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
        yield from _dashed_entry(lines, index, dash.end(), new)
        key = re.match(r"[ ]*-([a-z_]+):\s", line.text)
        certain = bool(key and lines.is_key(key[1]))
        yield Slip("dash-without-space", index, dash.span(1), new, certain=certain)
    colon = re.match(r"[ ]*(?:-[ ]+)?([\w-]+)(:)(?=[^\s:/])", line.text)
    if colon:
        new = line.text[: colon.end()] + " " + line.text[colon.end() :]
        yield Slip("colon-without-space", index, colon.span(2), new)


def _dashed_entry(lines: Lines, index: int, column: int, new: str) -> Iterator[Slip]:
    """Propose the space after a dash together with one for each line below that stands where the entry's key did."""
    last = index
    while last + 1 < len(lines) and (lines[last + 1].blank or lines[last + 1].indent >= column):
        last += 1
    if last > index and any(lines[below].indent == column for below in range(index + 1, last + 1)):
        moved = [
            f" {lines[below].text}" if lines[below].text.strip() else ""
            for below in range(index + 1, last + 1)
        ]
        values = {"corrected": new.strip()}
        corrected = "\n".join([new, *moved])
        yield Slip(
            "dash-without-space", index, (column - 1, column), corrected, values, last=last, shown=False
        )


def missing_colon(lines: Lines, index: int) -> Iterator[Slip]:
    """Propose a colon after a word that the format knows as a key."""
    line = lines[index]
    match = re.match(r"[ ]*(?:-[ ]+)*([a-z_]+)(?=[ ]+\S|[ ]*$|[=;])([ ]*=|;)?", line.text)
    if match is None or not lines.keys or not lines.is_key(match[1]) or lines.block_opener(index) is not None:
        return
    new = f"{line.text[: match.end(1)]}:{line.text[match.end() :]}"
    yield Slip("key-without-colon", index, match.span(1), new, {"key": match[1]})
