"""What the formats of the rules say alike: weights and mending in words, examples with their marks, settings."""

from collections.abc import Iterator
from typing import NamedTuple

from handleplan.catalogue import Entry, weights
from handleplan.explanation import Example
from handleplan.locale import Texts
from handleplan.rule import Rule


class Setting(NamedTuple):
    """A way to turn a rule off or weigh it anew: what it does, and the lines to write."""

    sentence: str
    lines: str


def severity_in_words(rule: Rule, texts: Texts) -> str:
    """Return what a rule weighs, and at which stages something else: ``Overvej (Aftalt: Bør rettes)``."""
    parts = []
    for weight in weights(rule):
        stages = ", ".join(texts.label(stage) for stage in weight.stages)
        label = texts.label(weight.severity) if weight.severity else texts.message("rules.unreported")
        parts.append(f"{stages}: {label}")
    own = texts.label(rule.severity)
    return f"{own} ({'; '.join(parts)})" if parts else own


def mending_in_words(rule: Rule, texts: Texts) -> str:
    """Return whether the tool can mend what the rule finds."""
    fixable = rule.fixable or "none"
    return texts.message(f"rules.fixable.{fixable}")


def family_in_words(family: str, texts: Texts) -> str:
    """Return what a family (``HP2``) is about."""
    return texts.message(f"rules.family.{family[-1]}")


def example_in_words(key: str, example: Example, texts: Texts) -> str:
    """Return the heading of an example's file but for its path: what it is, and how it was saved."""
    kind = texts.message(key)
    if example.encoding == "utf-8":
        return kind
    return f"{kind} ({texts.message('rules.saved_as', encoding=example.encoding)})"


def files_of(example: Example) -> Iterator[tuple[str, Example]]:
    """Yield the files of an example, each with the message that says what it is: its own one, and those beside it."""
    yield "rules.good" if example.good else "rules.bad", example
    for other in example.beside:
        yield "rules.beside", other


def marked_lines(example: Example) -> Iterator[tuple[int | None, str]]:
    """Yield an example's lines with their numbers, and below a line, without a number, the marks of what is found in it.

    An empty file has one empty line, for the mark to stand below.
    """
    for number, line in enumerate(example.shown.splitlines() or [""], 1):
        yield number, line
        for mark in example.marks:
            if mark.line == number:
                yield None, f"{' ' * (mark.column - 1)}^ {mark.code}"


def settings(entry: Entry, texts: Texts) -> tuple[Setting, ...]:
    """Return how a rule is turned off, weighed anew, or excepted from in one place; nothing where it cannot be."""
    if not entry.can_be_set:
        return ()
    name = entry.rule.name
    other = "advice" if entry.rule.severity == "warning" else "warning"
    reason = texts.message("rules.reason")
    return (
        Setting(texts.message("rules.ignore"), f"lint:\n  ignore:\n    - {name}"),
        Setting(texts.message("rules.severity"), f"lint:\n  severity:\n    {name}: {other}"),
        Setting(texts.message("rules.suppress"), f"# handleplan: ignore[{name}] {reason}"),
    )
