"""How well a linter answers a break, and the tallies of many answers."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from mutation.linters import Finding
from mutation.operator import Break, Operator


class Answer(NamedTuple):
    """One linter's answer to one break; ``right`` is None where there is no word to suggest."""

    detected: bool
    line: bool
    column: bool
    alone: bool
    right: bool | None
    new: tuple[Finding, ...]

    @property
    def perfect(self) -> bool:
        """Whether nothing is left to wish for."""
        return self.detected and self.line and self.column and self.alone and self.right is not False


class Tally(NamedTuple):
    """How many answers there are, and in how many each wish was fulfilled."""

    answers: int
    detected: int
    line: int
    column: int
    alone: int
    suggestible: int
    right: int


def new_findings(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what was not said before: by file and rule, those beyond their former number, the changed ones first."""
    former = Counter((one.path, one.rule) for one in before)
    known = {(one.path, one.rule, one.line, one.column, one.message) for one in before}
    messages = {(one.path, one.rule, one.message) for one in before}
    found: list[Finding] = []
    for key, number in Counter((one.path, one.rule) for one in after).items():
        extra = number - former[key]
        ranked = sorted(
            (one for one in after if (one.path, one.rule) == key),
            key=lambda one: (
                (one.path, one.rule, one.message) in messages,
                (one.path, one.rule, one.line, one.column, one.message) in known,
            ),
        )
        found += ranked[: max(0, extra)]
    return tuple(found)


def judge(operator: Operator, broken: Break, new: tuple[Finding, ...]) -> Answer:
    """Judge what handleplan says about a break."""
    related = [one for one in new if one.path == broken.path and _may_answer(operator, one)]
    return _answer(broken, new, related)


def judge_peer(broken: Break, new: tuple[Finding, ...]) -> Answer:
    """Judge what another linter says about a break: whatever it says counts."""
    return _answer(broken, new, new)


def _answer(broken: Break, new: tuple[Finding, ...], related: Sequence[Finding]) -> Answer:
    on_line = [one for one in related if one.line == broken.line]
    right = any(f"“{broken.right}”" in one.message for one in related) if broken.right else None
    return Answer(
        detected=bool(related),
        line=bool(on_line),
        column=any(one.column == broken.column for one in on_line),
        alone=len(new) == 1,
        right=right,
        new=new,
    )


def _may_answer(operator: Operator, finding: Finding) -> bool:
    return any(rule == finding.rule or finding.code.startswith(rule) for rule in operator.rules)


def tally(answers: Sequence[Answer]) -> Tally:
    """Count answers."""
    return Tally(
        len(answers),
        sum(one.detected for one in answers),
        sum(one.line for one in answers),
        sum(one.column for one in answers),
        sum(one.alone for one in answers),
        sum(one.right is not None for one in answers),
        sum(one.right is True for one in answers),
    )
