"""Rules as values: what a rule is called, how much it matters, what it says, and the function that checks it.

A module of :mod:`handleplan.rules` states a rule by decorating its function; nothing else lists it. The function's
docstring explains the rule to its readers and holds the examples that are its tests.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

from handleplan.problem import Change, Fix, Place, Range, Severity
from handleplan.spelling import distance, nearest

# Whether a rule's findings can be mended by a program, and whether somebody has to look at the result.
Fixable: TypeAlias = Literal["safe", "unsafe"]
# What a rule looks at: one kind of file, or any file that could be read.
Scope: TypeAlias = Literal["config", "index", "plan", "report", "meeting", "file"]


class Found(NamedTuple):
    """What a rule yields: the place, the values that fill in its message, and how to mend it where that is known."""

    where: Place | Range
    values: Mapping[str, object]
    fix: Fix | None = None

    def mended_by(self, *changes: Change, safe: bool = True) -> "Found":
        """Return the same with a fix; one that is not safe is a guess somebody has to look at."""
        return self._replace(fix=Fix(changes, safe))


# ``by_stage`` of a rule that does not criticise agreed wording (DESIGN §5).
UNTIL_AGREED: Mapping[str, Severity | None] = {"agreed": None, "closed": None}

Check: TypeAlias = Callable[[Any], Iterator[Found]]
Function = TypeVar("Function", bound=Callable[..., Any])


class Rule(NamedTuple):
    """A rule's metadata.

    ``scopes`` is empty for the rules whose problems the readers of files find themselves; those cannot be turned off.
    ``by_stage`` holds the severities that differ from ``severity`` in a plan of that stage; ``None`` means that
    nothing is reported then. ``fixable`` says whether some or all of its findings come with a fix, and of which kind.
    """

    code: str
    name: str
    severity: Severity
    da: str
    en: str
    doc: str
    scopes: tuple[Scope, ...]
    check: Check | None
    by_stage: Mapping[str, Severity | None]
    fixable: Fixable | None = None

    @property
    def family(self) -> str:
        """The code's beginning that all rules of the family share, for example ``HP2``."""
        return self.code[:3]

    def severity_at(self, stage: str | None) -> Severity | None:
        """Return the severity in a plan of a stage (None for files that have no stage); None where it is not reported."""
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
    by_stage: Mapping[str, Severity | None] | None = None,
    fixable: Fixable | None = None,
    checked_elsewhere: bool = False,
) -> Callable[[Function], Function]:
    """Register the decorated function as a rule named after it (``duplicate_id`` becomes ``duplicate-id``).

    Args:
        code: ``HP`` and three digits, the first one the family.
        severity: what the rule weighs where ``by_stage`` says nothing else.
        da: the message in Danish, with ``{placeholders}`` for what the rule yields.
        en: the same in English.
        on: what the function checks. Without it the readers of files report the problem, and the function only
            carries the docstring.
        by_stage: other severities by a plan's stage; None: nothing is reported then.
        fixable: whether findings come with a fix; ``unsafe`` where somebody has to look at the result.
        checked_elsewhere: the function only carries the docstring, and yet the rule can be turned off.
    """

    def register(function: Function) -> Function:
        name = function.__name__.replace("_", "-")
        assert name not in RULES, f"two rules are called {name}"
        RULES[name] = Rule(
            code,
            name,
            severity,
            da,
            en,
            function.__doc__ or "",
            on,
            function if on and not checked_elsewhere else None,
            by_stage or {},
            fixable,
        )
        return function

    return register


def find_rules(word: str) -> tuple[Rule, ...]:
    """Return the rules that a code, a name or a family's beginning (``HP2``) means; none when it means nothing."""
    return tuple(rule for rule in RULES.values() if word in (rule.code, rule.name, rule.family))


def nearest_rule(word: str) -> str:
    """Return the name nearest to a word, else the one code or family that is an edit away; of several nothing."""
    typed = word.upper().replace("O", "0")  # an O for a zero is no edit like others
    if find_rules(typed):
        return typed
    codes = {code for rule in RULES.values() for code in (rule.code, rule.family)}
    edits = {code: distance(word.casefold(), code.casefold()) for code in codes}
    fewest = min(edits.values())
    near = [code for code in codes if edits[code] == fewest <= 1]
    return nearest(word, RULES) or (near[0] if len(near) == 1 else "")
