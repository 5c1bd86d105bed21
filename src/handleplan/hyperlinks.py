"""Links as a text's Markdown writes them, sound or broken, found without the parser that reads texts for papers."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from handleplan.problem import Range

# Why a link is none, or leads nowhere.
Fault: TypeAlias = Literal["unclosed", "no-bracket", "gap", "reversed", "no-target", "space", "no-text"]

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\r]*(?:\n|\Z)))*")
# Code, escaped signs and addresses in angle brackets hold no links: https://spec.commonmark.org/0.31.2/#code-spans
_OPAQUE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\\[!-/:-@\[-`{-~]", re.DOTALL)
_AUTOLINK = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*)>")
_TARGET = re.compile(r"\(\s*(?P<target><[^<>\n]*>|[^\s<][^\s]*|)")
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*'|\([^()]*\))\s*\)|\s*\)""")
_ADDRESS = r"(?:https?:|www\.|mailto:)"
_GAP = re.compile(rf"\]\s+\((?P<target>{_ADDRESS}[^\s()]*)\)")
_REVERSED = re.compile(rf"\((?P<text>[^()\[\]]*)\)\[(?P<target>{_ADDRESS}[^\s\[\]]*)\]")
_NO_BRACKET = re.compile(rf"\[(?P<text>[^\[\]()]*)\((?P<target>{_ADDRESS}[^\s()\[\]]*)\)(?![^\[\]]*\])")
_DEFINITION = re.compile(r"^[ \t]*\[(?P<text>[^\[\]]+)\]:[ \t]*(?P<target>\S+)[ \t]*$", re.MULTILINE)

# The beginning of an address, as people write it.
_SCHEME = re.compile(r"(?P<name>h{0,2}t{1,3}ps?)(?P<between>[:;.,]?[/\\]{1,3}|:(?=[a-z0-9]))", re.IGNORECASE)
_NOWHERE = re.compile(r"https?:/*|mailto:", re.IGNORECASE)


class Hyperlink(NamedTuple):
    """A link: where all of it, its visible text and its address stand, and what is wrong with its form.

    An address in angle brackets has an empty text.
    """

    range: Range
    text_range: Range
    target: str
    target_range: Range
    fault: Fault | None = None
    text: str = ""


def find_links(
    text: str, where: Range, *, escaped: bool = False, definitions: bool = False
) -> Iterator[Hyperlink]:
    """Yield the links of a text, and what was meant to be one.

    Args:
        text: the file.
        where: the offsets of the Markdown in it.
        escaped: whether backslashes are YAML's, as they are in double quotes.
        definitions: whether lines may say where a link that is named elsewhere leads to.
    """
    content = text[slice(*where)]
    if escaped:
        content = content.replace('\\"', ' "').replace("\\\\", " \\")
    for paragraph in _PARAGRAPH.finditer(content):
        without_code = _OPAQUE.sub(_mask, paragraph[0])
        masked = _AUTOLINK.sub(_mask, without_code)
        found = [*_inline(masked), *_misshapen(masked), *_others(without_code, _AUTOLINK)]
        if definitions and masked.startswith("["):
            found += _others(masked, _DEFINITION)
        at = where.start + paragraph.start()
        for link in found:
            yield link._replace(
                range=_shifted(link.range, at),
                target_range=_shifted(link.target_range, at),
                text=text[slice(*_shifted(link.text_range, at))],
                target=text[slice(*_shifted(link.target_range, at))],
                text_range=_shifted(link.text_range, at),
            )


def corrected_target(target: str) -> str | None:
    """Return an address with the slip at its beginning mended, None where it has none that is known."""
    match = _SCHEME.match(target)
    if match is None:
        return f"https://{target}" if target.lower().startswith("www.") else None
    if match["name"].lower() in ("http", "https") and match["between"] == "://":
        return None
    scheme = "https" if match["name"].lower().endswith("s") else "http"
    return f"{scheme}://{target[match.end() :]}" if target[match.end() :] else None


def is_nowhere(target: str) -> bool:
    """Tell whether an address ends where it has just begun."""
    return not target or _NOWHERE.fullmatch(target) is not None


def _mask(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def _shifted(where: Range, by: int) -> Range:
    return Range(where.start + by, where.end + by)


def _inline(masked: str) -> Iterator[Hyperlink]:
    """Yield the links in the usual form; a link inside another one's text or address is the only one of the two."""
    at = masked.find("](")
    within = Range(0, 0)
    while at >= 0:
        start = _opening(masked, at)
        match = _TARGET.match(masked, at + 1)
        at = masked.find("](", at + 2)
        if start is None or match is None or masked[max(0, start - 1)] == "!":
            continue
        link = _link(masked, Range(start, match.start() - 1), match)
        if not within.start <= start < within.end and not start < within.start < match.start():
            yield link
            within = link.range if link.fault in (None, "no-text") else within


def _opening(masked: str, closing: int) -> int | None:
    """Return where the bracket stands that one closes."""
    depth = 0
    for index in range(closing, -1, -1):
        depth += (masked[index] == "]") - (masked[index] == "[")
        if not depth:
            return index
    return None


def _link(masked: str, brackets: Range, match: re.Match[str]) -> Hyperlink:
    text = Range(brackets.start + 1, brackets.end)
    begin, end = match.span("target")
    in_angles = match["target"].startswith("<")
    if not in_angles:
        end = _end_of_target(masked, begin, end)
    balanced = in_angles or masked.count("(", begin, end) == masked.count(")", begin, end)
    rest = _TITLE.match(masked, end)
    if rest and balanced:
        where = Range(begin + 1, end - 1) if in_angles else Range(begin, end)
        target = masked[slice(*where)]
        nothing_to_see: Fault | None = None if masked[slice(*text)].strip() else "no-text"
        fault = nothing_to_see if target else "no-target"
        return Hyperlink(Range(brackets.start, rest.end()), text, target, where, fault)
    line = re.compile(r"[^\n\[\]()]*(?=\))").match(masked, end)
    if line:
        where = Range(begin, line.end())
        return Hyperlink(Range(brackets.start, line.end() + 1), text, masked[slice(*where)], where, "space")
    end -= len(masked[begin:end]) - len(masked[begin:end].rstrip(".,;:"))
    return Hyperlink(Range(brackets.start, end), text, masked[begin:end], Range(begin, end), "unclosed")


def _end_of_target(masked: str, begin: int, end: int) -> int:
    """Return where an address without angle brackets ends: before the bracket that closes the link."""
    depth = 0
    for index in range(begin, end):
        depth += (masked[index] == "(") - (masked[index] == ")")
        if depth < 0:
            return index
    return end


def _misshapen(masked: str) -> Iterator[Hyperlink]:
    for match in _GAP.finditer(masked):
        start = _opening(masked, match.start())
        if start is not None:
            text, target = Range(start + 1, match.start()), Range(*match.span("target"))
            yield Hyperlink(Range(start, match.end()), text, match["target"], target, "gap")
    yield from _others(masked, _REVERSED, "reversed")
    yield from _others(masked, _NO_BRACKET, "no-bracket")


def _others(masked: str, pattern: re.Pattern[str], fault: Fault | None = None) -> Iterator[Hyperlink]:
    for match in pattern.finditer(masked):
        text = Range(*match.span("text")) if "text" in pattern.groupindex else Range(0, 0)
        target = Range(*match.span("target"))
        yield Hyperlink(Range(*match.span()), text, match["target"], target, fault)
