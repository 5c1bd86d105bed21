"""Checking the files of a workspace: every rule on every file it is for, findings in the order of the files."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import handleplan.rules  # noqa: F401 - registers the rules
from handleplan.context import SAME_AS_EVER, Earlier, File, Known
from handleplan.diagnostic import Diagnostic, diagnose
from handleplan.layout import FilePlace, place_of
from handleplan.locale import Texts
from handleplan.model.config import Config, LintSettings
from handleplan.model.plan import Plan
from handleplan.problem import Problem, Severity
from handleplan.rule import RULES, Rule, Scope, find_rules
from handleplan.workspace import ReadFile, read_file


class Checked(NamedTuple):
    """One file's findings, by line and column."""

    place: FilePlace
    diagnostics: tuple[Diagnostic, ...]


class Linter:
    """Checks the files of one workspace.

    Files may be given in any order, but the order of :func:`handleplan.layout.walk` is the fastest: then nothing has
    to be read twice. Only small facts are kept of files that have been checked. ``read`` reads a file; what ``then``
    tells of is compared with what is there.
    """

    def __init__(
        self,
        root: str,
        config: ReadFile[Config],
        plan_files: Mapping[int, frozenset[str]],
        *,
        texts: Texts,
        show_path: Callable[[str], str],
        read: Callable[[FilePlace], ReadFile[Any]] = read_file,
        then: Earlier = SAME_AS_EVER,
    ) -> None:
        self.root = root
        self.config = config
        self.texts = texts
        self.show_path = show_path
        self.read = read
        self.known = Known(config.model, plan_files, self._read_ids, then) if config.model else None
        self.settings = config.model.lint if config.model else LintSettings()
        self.rules = _rules_by_scope(self.settings)
        self.severities = _severities(self.settings.severity)

    def check(self, place: FilePlace) -> Checked:
        """Check one file.

        Raises:
            Failure: the file cannot be opened.
        """
        file = self.config if place == self.config.place else self.read(place)
        broken = list(self._broken_rules(file))
        if place.kind == "plan" and self.known and place.year:
            self.known.remember_ids(place.year, place.slug, _ids(file))
        if not broken and not file.problems:
            return Checked(place, ())
        stage = file.model.stages.reached() if isinstance(file.model, Plan) else None
        path = self.show_path(place.path)
        # What keeps a file from being used is an error, whatever a rule weighs otherwise.
        weighed: list[tuple[Problem, Severity]] = [(problem, "error") for problem in file.problems]
        weighed += [(problem, self._severity(RULES[problem.rule], stage)) for problem in broken]
        found = [diagnose(problem, file.source, path, severity, self.texts) for problem, severity in weighed]
        return Checked(place, tuple(sorted(found, key=lambda one: (one.line, one.column, one.code))))

    def _broken_rules(self, file: ReadFile[Any]) -> Iterator[Problem]:
        if file.model is None or self.known is None:
            yield from self._broken_file_rules(file)
            return
        given = File(file.place, file.source, file.model, self.known)
        for name, check in self.rules[file.place.kind]:
            for where, values in check(given):
                yield Problem(name, where, values)

    def _broken_file_rules(self, file: ReadFile[Any]) -> Iterator[Problem]:
        """Check what needs neither the file's model nor other files; its reader may have found the same."""
        if file.source.data is None:
            return
        seen = {(problem.rule, file.source.locate(problem.where)) for problem in file.problems}
        given = File(file.place, file.source, file.model, self.known or Known(Config(), {}, self._read_ids))
        for name, check in self.rules["file"]:
            for where, values in check(given):
                if (name, file.source.locate(where)) not in seen:
                    yield Problem(name, where, values)

    def _severity(self, rule: Rule, stage: str | None) -> Severity:
        return self.severities.get(rule.name) or rule.severity_at(stage)

    def _read_ids(self, year: int, theme: str) -> tuple[str, ...] | None:
        if self.known is None or theme not in self.known.plan_files.get(year, ()):
            return ()
        return _ids(self.read(place_of(self.root, str(Path(self.root, str(year), f"{theme}.yaml")))))


def _ids(file: ReadFile[Any]) -> tuple[str, ...] | None:
    """Return a plan's ids, interned: a thousand plans that all have a goal m1 keep it once."""
    if not isinstance(file.model, Plan):
        return None
    return tuple(sys.intern(name) for name in file.model.names.ids)


def _severities(wanted: Mapping[str, Severity]) -> dict[str, Severity]:
    """Return the severity by rule that settings ask for; a single rule's goes before its family's."""
    found: dict[str, Severity] = {}
    for word, severity in sorted(wanted.items(), key=lambda item: -len(find_rules(item[0]))):
        found.update({rule.name: severity for rule in find_rules(word)})
    return found


def _rules_by_scope(settings: LintSettings) -> Mapping[str, list[tuple[str, Callable[[Any], Iterator[Any]]]]]:
    """Group the selected rules' functions by the kind of file they look at."""
    selected = _named(settings.select) if settings.select else set(RULES)
    selected -= _named(settings.ignore)
    # Else a slip in these very settings could turn off the rule that tells of it.
    selected.add("unknown-rule")
    by_scope: dict[str, list[tuple[str, Callable[[Any], Iterator[Any]]]]] = defaultdict(list)
    for rule in RULES.values():
        if rule.check and rule.name in selected:
            for scope in _kinds(rule.scopes):
                by_scope[scope].append((rule.name, rule.check))
    return by_scope


def _kinds(scopes: tuple[Scope, ...]) -> tuple[str, ...]:
    return ("config", "index", "plan", "report", "meeting", "file") if "file" in scopes else scopes


def _named(words: tuple[str, ...]) -> set[str]:
    return {rule.name for word in words for rule in find_rules(word)}
