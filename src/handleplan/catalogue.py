"""The rules as they are shown to readers: each with its explanation, in the order of the codes, family by family."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import handleplan.rules  # noqa: F401 - registers the rules
from handleplan.explanation import Explanation, explain_rule
from handleplan.locale import Language
from handleplan.problem import Severity
from handleplan.rule import RULES, Rule, find_rules

# Abbreviations end in a full stop too; after them comes a small letter.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ“])")


class Entry:
    """A rule with its explanation, which is read when it is asked for."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    @cached_property
    def explanation(self) -> Explanation:
        """Why the rule exists, and its examples."""
        return explain_rule(self.rule.doc)

    @property
    def can_be_set(self) -> bool:
        """Whether settings reach the rule: what keeps a file from being read at all can be neither ignored nor weighed."""
        return bool(self.rule.scopes)

    def marked_why(self, language: Language) -> str:
        """Return why the rule exists, code between double backticks, paragraphs separated by an empty line."""
        return self.explanation.why_da if language == "da" else self.explanation.why_en

    def why(self, language: Language) -> str:
        """Return why the rule exists as plain text."""
        return self.marked_why(language).replace("``", "")

    def summary(self, language: Language) -> str:
        """Return the first sentence of why."""
        return _SENTENCE_END.split(self.why(language).partition("\n\n")[0], maxsplit=1)[0]


class Weight(NamedTuple):
    """What a rule weighs in plans of some stages; no severity: it says nothing about them."""

    severity: Severity | None
    stages: tuple[str, ...]


def weights(rule: Rule) -> tuple[Weight, ...]:
    """Return the weights that differ from the rule's own, stages with the same one together."""
    differing = [(stage, severity) for stage, severity in rule.by_stage.items() if severity != rule.severity]
    severities = dict.fromkeys(severity for _, severity in differing)
    return tuple(
        Weight(one, tuple(stage for stage, other in differing if other == one)) for one in severities
    )


def entries(word: str | None = None) -> tuple[Entry, ...]:
    """Return the rules that a code, a name or a family names, else all of them; none when it names nothing.

    The case of letters does not matter.
    """
    if word is None:
        found: Iterable[Rule] = RULES.values()
    else:
        found = find_rules(word.upper()) or find_rules(word.casefold())
    return tuple(Entry(rule) for rule in sorted(found, key=lambda rule: rule.code))


def families(found: Iterable[Entry]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Yield the families (``HP2``) of some rules, each with its own."""
    for family, members in groupby(found, key=lambda entry: entry.rule.family):
        yield family, tuple(members)
