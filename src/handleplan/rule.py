"""Rules as values: what a rule is called, how much it matters, what it says, and the function that checks it.

A module of :mod:`handleplan.rules` states a rule by decorating its function; nothing else lists it. The function's
docstring explains the rule to its readers and holds the examples that are its tests.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

from handleplan.problem import Place, Range, Severity

# What a rule looks at: one kind of file, or any file that could be read.
Scope: TypeAlias = Literal["config", "index", "plan", "report", "meeting", "file"]
Fixable: TypeAlias = Literal["safe", "unsafe"] | None


class Found(NamedTuple):
    """What a rule yields: the place, and the values that fill in its message."""

    where: Place | Range
    values: Mapping[str, object]


Check: TypeAlias = Callable[[Any], Iterator[Found]]
Function = TypeVar("Function", bound=Callable[..., Any])


class Rule(NamedTuple):
    """A rule's metadata.

    ``scopes`` is empty for the rules whose problems the readers of files find themselves; those cannot be turned off.
    ``by_stage`` holds the severities that differ from ``severity`` in a plan of that stage.
    ``fixable`` tells whether the tool can mend what the rule finds, and whether that is safe; None when it cannot.
    """

    code: str
    name: str
    severity: Severity
    da: str
    en: str
    doc: str
    scopes: tuple[Scope, ...]
    check: Check | None
    by_stage: Mapping[str, Severity]
    fixable: Fixable = None

    @property
    def family(self) -> str:
        """The code's beginning that all rules of the family share, for example ``HP2``."""
        return self.code[:3]

    def severity_at(self, stage: str | None) -> Severity:
        """Return the severity in a plan of a stage; None for files that have no stage."""
        return self.by_stage.get(stage or "", self.severity)

    def message(self, language: str) -> str:
        """Return the message with its placeholders in a language."""
        return self.da if language == "da" else self.en


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity,
    *,
    da: str,
    en: str,
    on: tuple[Scope, ...] = (),
    by_stage: Mapping[str, Severity] | None = None,
    fixable: Fixable = None,
) -> Callable[[Function], Function]:
    """Register the decorated function as a rule named after it (``duplicate_id`` becomes ``duplicate-id``).

    Args:
        code: ``HP`` and three digits, the first one the family.
        severity: what the rule weighs where ``by_stage`` says nothing else.
        da: the message in Danish, with ``{placeholders}`` for what the rule yields.
        en: the same in English.
        on: what the function checks. Without it the readers of files report the problem, and the function only
            carries the docstring.
        by_stage: other severities by a plan's stage.
        fixable: whether the tool can mend it, and whether that is safe.
    """

    def register(function: Function) -> Function:
        name = function.__name__.replace("_", "-")
        assert name not in RULES, f"two rules are called {name}"
        check = function if on else None
        doc = function.__doc__ or ""
        RULES[name] = Rule(code, name, severity, da, en, doc, on, check, by_stage or {}, fixable)
        return function

    return register


def find_rules(word: str) -> tuple[Rule, ...]:
    """Return the rules that a code, a name or a family's beginning (``HP2``) means; none when it means nothing."""
    return tuple(rule for rule in RULES.values() if word in (rule.code, rule.name, rule.family))
