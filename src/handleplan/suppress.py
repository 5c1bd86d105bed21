"""Comments that silence a rule at one place: reading them, applying them, and telling which of them do nothing."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from handleplan.problem import Fix, Problem, Range, Replace
from handleplan.rule import RULES, find_rules, nearest_rule
from handleplan.source import Scalar, Source

_MARK = "handleplan:"
_COMMENT = re.compile(r"(?<![^\s])#[ \t]*handleplan:[ \t]*(?P<order>[^\r\n]*)")
_ORDER = re.compile(r"ignore[ \t]*\[(?P<words>[^\]]*)\](?P<reason>.*)")
_WORD = re.compile(r"[^\s,]+")
# The rules about suppressions themselves.
UNUSED, IN_VAIN = "unused-suppression", "suppression-in-vain"
WITHOUT_REASON, UNREADABLE = "suppression-without-reason", "unreadable-suppression"
# These speak of what a suppression is for, so none can silence them.
_LOUD = {UNUSED, WITHOUT_REASON, UNREADABLE, IN_VAIN, "unknown-rule"}


class Word(NamedTuple):
    """A rule as a suppression names it: by code, name or family."""

    text: str
    where: Range


class Suppression(NamedTuple):
    """One comment: where it stands, the findings it covers by where they begin, what it names, and why."""

    comment: Range
    covers: Range
    words: tuple[Word, ...]
    reason: str


class Silenced(NamedTuple):
    """What is left of a file's problems, and what is wrong with its suppressions."""

    problems: tuple[Problem, ...]
    about_suppressions: tuple[Problem, ...]


def silence(problems: Sequence[Problem], source: Source, ran: Collection[str]) -> Silenced:
    """Take away the problems that comments of the file ask not to be told of.

    Args:
        problems: what rules have found; a file's own faults (it cannot be read, a key is unknown) are not for silencing.
        source: the file.
        ran: the names of the rules that had a look at it; only of these a suppression can be said to do nothing.
    """
    if _MARK not in source.text or source.data is None:
        return Silenced(tuple(problems), ())
    comments = tuple(_comments(source))
    suppressions = tuple(_suppressions(comments, source))
    used: set[Word] = set()
    left: list[Problem] = []
    for problem in problems:
        words = _words_for(problem, suppressions, source)
        used.update(words)
        kept = _elsewhere(problem, suppressions, source) if words else problem
        if kept:
            left.append(kept)
    complaints = [problem for one in suppressions for problem in _complaints(one, used, ran, source)]
    return Silenced(tuple(left), (*complaints, *_unreadable(comments)))


def _elsewhere(problem: Problem, suppressions: Sequence[Suppression], source: Source) -> Problem | None:
    """Return what is left of a problem that has several places, when its first one is covered: those that are not."""
    changes = problem.fix.changes if problem.fix else ()
    places = [change for change in changes if isinstance(change, Replace)]
    moved = [problem._replace(where=change.where) for change in places]
    left = [
        change for change, one in zip(places, moved, strict=True) if not _words_for(one, suppressions, source)
    ]
    if len(places) < len(changes) or len(left) == len(places) or not left or problem.fix is None:
        return None
    return problem._replace(where=left[0].where, fix=problem.fix._replace(changes=tuple(left)))


def _words_for(problem: Problem, suppressions: Sequence[Suppression], source: Source) -> list[Word]:
    """Return the words of suppressions that silence a problem."""
    rule = RULES[problem.rule]
    start = source.locate(problem.where).start
    return [
        word
        for one in suppressions
        if one.covers.start <= start < one.covers.end and rule.name not in _LOUD
        for word in one.words
        if rule in find_rules(word.text)
    ]


def _complaints(
    suppression: Suppression, used: Collection[Word], ran: Collection[str], source: Source
) -> Iterator[Problem]:
    for word in suppression.words:
        rules = find_rules(word.text)
        if not rules:
            hint = nearest_rule(word.text)
            fix = Fix((Replace(word.where, hint),), safe=False) if hint else None
            yield Problem("unknown-rule", word.where, {"name": word.text, "nearest": hint}, fix)
        elif not any(rule.scopes for rule in rules):
            yield Problem(IN_VAIN, word.where, {"name": word.text})
        elif word not in used and any(rule.name in ran for rule in rules):
            fix = Fix((_without(word, suppression, source),))
            yield Problem(UNUSED, word.where, {"name": word.text}, fix)
    if not suppression.reason:
        yield Problem(WITHOUT_REASON, suppression.comment)


def _unreadable(comments: Iterable[re.Match[str]]) -> Iterator[Problem]:
    for match in comments:
        order = _ORDER.fullmatch(match["order"].rstrip())
        if order is None or not order["words"].strip():
            yield Problem(UNREADABLE, _place_of(match))


def _place_of(comment: re.Match[str]) -> Range:
    return Range(comment.start(), comment.start() + len(comment[0].rstrip()))


def _suppressions(comments: Iterable[re.Match[str]], source: Source) -> Iterator[Suppression]:
    for match in comments:
        order = _ORDER.fullmatch(match["order"].rstrip())
        if order is None:
            continue
        at = match.start("order")
        words = tuple(
            Word(word[0], Range(at + word.start(), at + word.end()))
            for word in _WORD.finditer(order.string, order.start("words"), order.end("words"))
        )
        comment = _place_of(match)
        yield Suppression(comment, _covered(source, comment), words, order["reason"].strip(" \t:–—-"))


def _comments(source: Source) -> Iterator[re.Match[str]]:
    """Yield the comments that speak to handleplan; what stands inside a text is no comment."""
    found = list(_COMMENT.finditer(source.text))
    texts = [_without_its_sign(scalar, source) for scalar in source.scalars()] if found else []
    for match in found:
        if not any(start <= match.start() < end for start, end in texts):
            yield match


def _without_its_sign(scalar: Scalar, source: Source) -> Range:
    """Return where the text of a value stands; what follows the ``|`` of a block text on its line is no text."""
    if scalar.style not in ("|", ">"):
        return scalar.range
    return Range(source.offset(source.position(scalar.range.start).line + 1), scalar.range.end)


def _covered(source: Source, comment: Range) -> Range:
    """Return the offsets that a comment is about: its own line, or the entry below where it has a line to itself."""
    line = source.position(comment.start).line
    start = source.offset(line)
    if source.text[start : comment.start].strip():
        return Range(start, _end_of_texts(source, line))
    line += 1
    while _is_blank(source.line(line)) and source.offset(line) < len(source.text):
        line += 1
    first = source.line(line)
    indent = len(first) - len(first.lstrip(" "))
    after = line + 1
    while source.offset(after) < len(source.text) and _belongs(source.line(after), first, indent):
        after += 1
    return Range(source.offset(line), source.offset(after))


def _end_of_texts(source: Source, line: int) -> int:
    """Return where a line ends, or the text that begins on it."""
    start, end = source.offset(line), source.offset(line + 1)
    return max([end, *(one.range.end for one in source.scalars() if start <= one.range.start < end)])


def _belongs(text: str, first: str, indent: int) -> bool:
    """Tell whether a line belongs to the key or item that begins with ``first`` at an indentation."""
    if _is_blank(text):
        return True
    own = len(text) - len(text.lstrip(" "))
    item_beside_its_key = (
        own == indent and text.lstrip(" ").startswith("- ") and not first.lstrip(" ").startswith("- ")
    )
    return own > indent or item_beside_its_key


def _is_blank(text: str) -> bool:
    return not text.strip() or text.lstrip().startswith("#")


def _without(word: Word, suppression: Suppression, source: Source) -> Replace:
    """Return the change that takes a word out of its comment; with its last word the comment goes."""
    words = suppression.words
    if len(words) > 1:
        index = words.index(word)
        if index:
            return Replace(Range(words[index - 1].where.end, word.where.end), "")
        return Replace(Range(word.where.start, words[1].where.start), "")
    start, end = suppression.comment
    line = source.position(start).line
    line_start = source.offset(line)
    before = source.text[line_start:start]
    if before.strip():
        return Replace(Range(line_start + len(before.rstrip()), end), "")
    return Replace(Range(line_start, source.offset(line + 1)), "")
