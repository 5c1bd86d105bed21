"""Mending files: the fixes that rules propose, applied as text patches until there is nothing left to apply."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from handleplan.layout import FilePlace
from handleplan.linter import Examined, Linter, Weighed
from handleplan.problem import Problem, Recode, Replace, Severity
from handleplan.source import Source
from handleplan.source.encoding import without_marks
from handleplan.source.growth import CannotPatchError
from handleplan.source.patch import patched, patches_of, recoded
from handleplan.workspace import read_content

# Fixes wait for each other where they touch, and one may uncover the next; no file has so much to mend as to need more.
_ROUNDS = 200


class Mended(NamedTuple):
    """A problem that has been mended, how much it mattered, and the file as it was when the problem was found."""

    problem: Problem
    severity: Severity
    source: Source


class Fixed(NamedTuple):
    """What has become of a file: its bytes before and after, what was mended, and what is still wrong."""

    place: FilePlace
    before: bytes
    after: bytes
    mended: tuple[Mended, ...]
    left: Examined


def fix_files(linter: Linter, places: Iterable[FilePlace], *, unsafe: bool) -> Iterator[Fixed]:
    """Mend file by file; where handleplan.yaml changes, the files after it are checked with what it says then.

    Args:
        linter: what finds the problems.
        places: the files, handleplan.yaml before the others.
        unsafe: whether to apply guesses too.

    Raises:
        Failure: a file cannot be opened.
    """
    for place in places:
        fixed = fix_file(linter, place, unsafe=unsafe)
        if place == linter.config.place:
            linter = linter.with_config(fixed.left.file)
        yield fixed


def fix_file(linter: Linter, place: FilePlace, *, unsafe: bool) -> Fixed:
    """Mend what can be mended in a file, without writing it.

    Args:
        linter: what finds the problems.
        place: the file.
        unsafe: whether to apply guesses too.

    Raises:
        Failure: the file cannot be opened.
    """
    before = content = read_content(place.path)
    examined = linter.examine(place, content)
    mended: list[Mended] = []
    for _ in range(_ROUNDS):
        found = _fixable(examined.problems, unsafe=unsafe)
        step = _next(linter, place, content, examined, found) if found else None
        if step is None:
            break
        content, applied, after = step
        mended += [Mended(*one, examined.file.source) for one in applied]
        examined = after
    return Fixed(place, before, content, tuple(mended), examined)


def _fixable(problems: Sequence[Weighed], *, unsafe: bool) -> list[Weighed]:
    return [one for one in problems if one.problem.fix and (one.problem.fix.safe or unsafe)]


def _next(
    linter: Linter, place: FilePlace, content: bytes, examined: Examined, found: list[Weighed]
) -> tuple[bytes, list[Weighed], Examined] | None:
    """Apply as many fixes as fit beside each other; where together they break the file, the first that does not.

    Returns:
        The new bytes, what was mended, and what is wrong with them; None where no fix can be applied.
    """
    for group in (found, *([one] for one in found)):
        changed, applied = _apply(content, examined, group)
        if changed == content:
            continue
        after = linter.examine(place, changed)
        if not _is_worse(after, examined):
            return changed, applied, after
    return None


def _apply(content: bytes, examined: Examined, found: Sequence[Weighed]) -> tuple[bytes, list[Weighed]]:
    marks = content[: len(content) - len(without_marks(content))]
    text = examined.file.source.text
    sound = marks + text.encode(errors="replace") == content  # else only another encoding can help
    patches: list[Replace] = []
    applied: list[Weighed] = []
    for one in found:
        changes = one.problem.fix.changes if one.problem.fix else ()
        try:
            for change in changes:
                if isinstance(change, Recode):
                    return recoded(content, change), [one]
            if not sound:
                continue
            wanted = [patch for change in changes for patch in patches_of(change, examined.file.source)]
        except CannotPatchError:
            continue
        if wanted and not any(_touch(new, other) for new in wanted for other in patches):
            patches += wanted
            applied.append(one)
    return (marks + patched(text, patches).encode() if patches else content), applied


def _touch(one: Replace, other: Replace) -> bool:
    """Tell whether two patches overlap, or begin at the same place, so that their order would matter."""
    (start, end), (other_start, other_end) = one.where, other.where
    return start == other_start or (start < other_end and other_start < end)


def _is_worse(after: Examined, before: Examined) -> bool:
    """Tell whether a file could be read, or used, and no longer can."""
    unreadable = after.file.source.data is None and before.file.source.data is not None
    return unreadable or (after.file.model is None and before.file.model is not None)
