"""Why a file is no YAML, in the words of somebody who does not know YAML.

libyaml says where it had to stop, which is often a line or more after the slip. So each usual slip proposes how the
file would read without it, and the first proposal with which the reading gets further is the explanation.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from handleplan.problem import Problem, Range
from handleplan.source.quoting import quoted

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
# What may stand before the value on a line: indentation, dashes, and a key with its colon.
_BEFORE_VALUE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)(?P<key>[^\s:#\"'\-][^:#\"']*?:(?=[ \t]|$))?[ \t]*"
)
_SPECIAL = "@`%*&!{[|>,]}"
# How far above the line where the reading stopped a slip is looked for.
_LINES_ABOVE = 4


class SyntaxFailure(NamedTuple):
    """Where the YAML parser stopped and what it said; offsets in code points."""

    problem: str
    offset: int
    context_offset: int | None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def value_at(self) -> int:
        """The column, from 0, where the value begins."""
        match = _BEFORE_VALUE.match(self.text)
        return match.end() if match else 0

    @property
    def value(self) -> str:
        return self.text[self.value_at :].rstrip()

    @property
    def blank(self) -> bool:
        stripped = self.text.strip()
        return not stripped or stripped.startswith("#")


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A slip, where it is (columns of a line, from 0), and how a line would read without it.

    The corrected line takes the place of ``line`` and of the ``joined`` lines after it; the slip itself is in line
    ``slip_line`` where that is another one. ``shown`` is false where the corrected line only serves to find out and
    would mislead as advice, ``certain`` true where no further proof is needed.
    """

    rule: str
    line: int
    columns: tuple[int, int]
    corrected: str
    values: Mapping[str, object] = field(default_factory=dict)
    joined: int = 0
    slip_line: int | None = None
    shown: bool = True
    certain: bool = False


def explain(text: str, failure: SyntaxFailure, try_again: Callable[[str], SyntaxFailure | None]) -> Problem:
    """Find the slip behind a failure.

    Args:
        text: the file.
        failure: where and why reading it failed.
        try_again: reads a changed text and returns its failure, None when it can be read.

    Returns:
        A problem of the family *file*; ``corrected`` among its values is the line as it should be, where one line
        alone mends it.
    """
    lines = [_Line(match.start(), match[1]) for match in _LINE.finditer(text)]
    if len(lines) > 1 and lines[-1].start == len(text) == lines[-2].start + len(lines[-2].text):
        lines.pop()
    at = max(index for index, line in enumerate(lines) if line.start <= failure.offset)
    for index in range(max(0, at - _LINES_ABOVE), at + 1):
        marker = re.match(r"<{7}|={7}$|>{7}|\|{7}", lines[index].text)
        if marker:
            return _problem(lines, _Proposal("merge-conflict", index, marker.span(), "", shown=False))
    for proposal in _proposals(lines, at, failure):
        if proposal.certain:
            return _problem(lines, proposal)
        changed = _apply(text, lines, proposal)
        again = try_again(changed)
        if again is None or again.offset + len(text) - len(changed) > failure.offset + 1:
            return _problem(lines, proposal)
    column = failure.offset - lines[at].start
    values = {"detail": failure.problem}
    end = max(column + 1, len(lines[at].text.rstrip()))
    return Problem("unreadable-yaml", Range(failure.offset, lines[at].start + end), values)


def _problem(lines: list[_Line], proposal: _Proposal) -> Problem:
    start = lines[proposal.line if proposal.slip_line is None else proposal.slip_line].start
    values = dict(proposal.values)
    if proposal.shown:
        values["corrected"] = proposal.corrected.strip()
    return Problem(proposal.rule, Range(start + proposal.columns[0], start + proposal.columns[1]), values)


def _apply(text: str, lines: list[_Line], proposal: _Proposal) -> str:
    last = lines[proposal.line + proposal.joined]
    return text[: lines[proposal.line].start] + proposal.corrected + text[last.start + len(last.text) :]


def _proposals(lines: list[_Line], at: int, failure: SyntaxFailure) -> Iterator[_Proposal]:
    """Propose slips, the surest first; only lines at or shortly above the stop are looked at."""
    above = [i for i in range(max(0, at - _LINES_ABOVE), at + 1) if not lines[i].blank][::-1]
    for index in above[:2]:
        yield from _tab(lines, index)
    if (
        "quoted scalar" in failure.problem
        or "end of stream" in failure.problem
        or "escape" in failure.problem
    ):
        yield from _escapes(lines, at, failure)
    yield from _open_quotes(lines, at)
    for index in above[:2]:
        yield from _list_beside_key(lines, index)
        yield from _special_character(lines, index)
        yield from _inner_quotes(lines, index)
    for index in above:
        yield from _missing_spaces(lines, index)
    if above:
        yield from _indentation(lines, above, key_like=True)
        yield from _colon(lines, above, failure)
        yield from _comment(lines, above)
        yield from _keyless(lines, above)
        yield from _indentation(lines, above, key_like=False)


def _tab(lines: list[_Line], index: int) -> Iterator[_Proposal]:
    line = lines[index]
    match = re.match(r"[ ]*(\t+)[ \t]*|(?:[^\t]*?[-:])[ ]*(\t+)[ \t]*", line.text)
    if match is None:
        return
    group = 1 if match[1] else 2
    for width in (2, 4, 8, 1):
        new = line.text[: match.end()].replace("\t", " " * width) + line.text[match.end() :]
        yield _Proposal("tab-indentation", index, match.span(group), new, shown=False)
    if line.text[: match.end()].isspace():
        yield _Proposal("tab-indentation", index, match.span(group), "", shown=False, certain=True)


def _escapes(lines: list[_Line], at: int, failure: SyntaxFailure) -> Iterator[_Proposal]:
    line = lines[at]
    column = failure.offset - line.start
    if "escape" in failure.problem:
        new = re.sub(r'\\(?!["\\])', r"\\\\", line.text)
        start = line.text.rfind("\\", 0, column + 1)
        yield _Proposal("backslash-in-quotes", at, (start, start + 2), new)


def _open_quotes(lines: list[_Line], at: int) -> Iterator[_Proposal]:
    """A quote that is opened and not closed swallows lines until the next one: look at the first such line."""
    for index in range(at + 1):
        line = lines[index]
        quote = line.value[:1]
        if quote not in ('"', "'") or _closing(line.value) is not None:
            continue
        columns = (line.value_at, line.value_at + 1)
        yield _Proposal(
            "unclosed-quote", index, columns, line.text.rstrip() + quote, values={"character": quote}
        )


def _closing(value: str) -> int | None:
    """Return the index of the quote that closes a value which begins with one."""
    pattern = r'"(?:[^"\\]|\\.)*(")' if value[0] == '"' else r"'(?:[^']|'')*(')(?!')"
    match = re.match(pattern, value)
    return match.start(1) if match else None


def _inner_quotes(lines: list[_Line], index: int) -> Iterator[_Proposal]:
    """``text: "Genvej" til Europa`` ends after the second quote for YAML, and the rest hangs in the air."""
    line = lines[index]
    if line.value[:1] not in ('"', "'"):
        return
    closing = _closing(line.value)
    if closing is None or closing == len(line.value) - 1:
        return
    quote, value = line.value[0], line.value
    inner_pair = value.endswith(quote) and (value.count(quote) % 2 == 1 or value[closing - 1] == " ")
    whole = value[1:-1] if inner_pair else value
    columns = (line.value_at + closing, line.value_at + closing + 1)
    yield _Proposal(
        "quote-in-text",
        index,
        columns,
        line.text[: line.value_at] + quoted(whole),
        values={"character": quote},
    )


def _special_character(lines: list[_Line], index: int) -> Iterator[_Proposal]:
    line = lines[index]
    value = line.value
    if not value or value[0] not in _SPECIAL or re.fullmatch(r"[|>][+\-0-9]*(?:\s+#.*)?", value):
        return
    columns = (line.value_at, line.value_at + 1)
    new = line.text[: line.value_at] + quoted(value)
    yield _Proposal("special-character", index, columns, new, values={"character": value[0]})


def _list_beside_key(lines: list[_Line], index: int) -> Iterator[_Proposal]:
    line = lines[index]
    match = re.match(r"([ ]*)[a-z_]+:[ ]+(-)[ ]", line.text)
    if match:
        new = f"{line.text[: match.start(2)].rstrip()}\n{match[1]}  {line.text[match.start(2) :]}"
        yield _Proposal("list-beside-key", index, match.span(2), new, shown=False)


def _missing_spaces(lines: list[_Line], index: int) -> Iterator[_Proposal]:
    line = lines[index]
    dash = re.match(r"[ ]*(-)(?=[^\s\-])", line.text)
    if dash:
        new = line.text[: dash.end()] + " " + line.text[dash.end() :]
        certain = bool(re.match(r"[ ]*-[a-z_]+:\s", line.text))
        yield _Proposal("dash-without-space", index, dash.span(1), new, certain=certain)
    colon = re.match(r"[ ]*(?:-[ ]+)?[a-zæøå_]+(:)(?=[^\s:/])", line.text)
    if colon:
        new = line.text[: colon.end()] + " " + line.text[colon.end() :]
        yield _Proposal("colon-without-space", index, colon.span(1), new)


def _colon(lines: list[_Line], above: list[int], failure: SyntaxFailure) -> Iterator[_Proposal]:
    """A colon with a space after it makes a key, also in the middle of a sentence."""
    index = above[0]
    line = lines[index]
    column = failure.offset - line.start
    if line.text[column : column + 1] != ":":
        match = re.search(r":(?=\s|$)", line.text[line.value_at :])
        if match is None:
            return
        column = line.value_at + match.start()
    if line.value_at < column and line.value[:1] not in ('"', "'"):
        new = line.text[: line.value_at] + quoted(line.value)
        yield _Proposal("colon-in-text", index, (column, column + 1), new)
    first = _text_begun_above(lines, above)
    if first is not None and lines[first].value:
        joined = " ".join(
            [lines[first].text.rstrip(), *(lines[i].text.strip() for i in range(first + 1, index + 1))]
        )
        new = joined[: lines[first].value_at] + quoted(joined[lines[first].value_at :])
        columns = (column, column + 1)
        yield _Proposal("colon-in-text", first, columns, new, joined=index - first, slip_line=index)


def _text_begun_above(lines: list[_Line], above: list[int]) -> int | None:
    """Return the line that begins the text of which the first of the given lines is a continuation."""
    for index in above[1:]:
        if lines[index].indent < lines[above[0]].indent:
            return index
    return None


def _comment(lines: list[_Line], above: list[int]) -> Iterator[_Proposal]:
    """A text that goes on after `` #…`` on the line before: the rest of that line was a comment."""
    for index in above[1:2]:
        line = lines[index]
        match = re.search(r"\s(#)", line.text[line.value_at :])
        if match:
            joined = f"{line.value} {lines[above[0]].text.strip()}"
            new = line.text[: line.value_at] + quoted(joined)
            columns = (line.value_at + match.start(1), line.value_at + match.end(1))
            yield _Proposal("comment-in-text", index, columns, new, joined=above[0] - index)


def _keyless(lines: list[_Line], above: list[int]) -> Iterator[_Proposal]:
    """A line that is neither a key nor far enough in to belong to the text above it."""
    for index in above[:2]:
        line = lines[index]
        if re.match(r"[ ]*(?:-(?:\s|$)|[^\s:]+:(?:\s|$))", line.text):
            continue
        previous = next((i for i in range(index - 1, -1, -1) if not lines[i].blank), None)
        if previous is None:
            continue
        columns = (line.indent, len(line.text.rstrip()))
        for indent in (lines[previous].indent, lines[previous].indent + 2, lines[previous].indent + 4):
            yield _Proposal("line-without-key", index, columns, " " * indent + line.text.strip(), shown=False)


def _indentation(lines: list[_Line], above: list[int], *, key_like: bool) -> Iterator[_Proposal]:
    """A line that would be read if it stood further in or out, as one of the lines above it does."""
    for index in above[:2]:
        line = lines[index]
        if bool(re.match(r"[ ]*(?:-\s|(?:-\s+)?[a-zæøå_]+:(?:\s|$))", line.text)) is not key_like:
            continue
        known = sorted(
            {column for other in lines[:index] if not other.blank for column in _columns(other.text)}
            - {line.indent},
            key=lambda column: abs(column - line.indent),
        )
        for column in known:
            new = " " * column + line.text.lstrip(" ")
            columns = (0, line.indent) if line.indent else (0, max(1, len(line.text.rstrip())))
            yield _Proposal(
                "wrong-indentation",
                index,
                columns,
                new,
                values={"spaces": line.indent, "expected": column},
                shown=False,
            )


def _columns(text: str) -> Iterator[int]:
    """Yield the columns, from 0, at which a line's dashes and key stand: where another line may stand too."""
    match = re.match(r"([ ]*)((?:-[ ]+)*)", text)
    if match:
        yield match.end(1)
        if match[2]:
            yield match.end(2)
