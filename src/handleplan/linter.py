"""Checking the files of a workspace: every rule on every file it is for, findings in the order of the files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import handleplan.rules  # noqa: F401 - registers the rules
from handleplan.context import File
from handleplan.diagnostic import Diagnostic, diagnose
from handleplan.known import SAME_AS_EVER, Earlier, Known
from handleplan.layout import FileKind, FilePlace
from handleplan.locale import Texts
from handleplan.model.config import Config, LintSettings
from handleplan.model.plan import Plan
from handleplan.problem import Problem, Severity
from handleplan.rule import RULES, Check, Rule, find_rules
from handleplan.suppress import silence
from handleplan.workspace import FROM_DISK, Reader, ReadFile, read_file


class Weighed(NamedTuple):
    """A problem and how much it matters in its file."""

    problem: Problem
    severity: Severity


class Examined(NamedTuple):
    """A file that has been read, and what is wrong with it."""

    file: ReadFile[Any]
    problems: tuple[Weighed, ...]


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
        config: ReadFile[Config],
        places: Iterable[FilePlace],
        *,
        texts: Texts,
        show_path: Callable[[str], str],
        reader: Reader = FROM_DISK,
        then: Earlier = SAME_AS_EVER,
    ) -> None:
        self.config = config
        self.places = tuple(places)
        self.texts = texts
        self.show_path = show_path
        self.reader = reader
        self.known = Known(
            config.model or Config(),
            self.places,
            lambda place: reader.read(place).model,
            reader.content,
            then,
        )
        settings = config.model.lint if config.model else LintSettings()
        self.selected = _selected(settings)
        self.severities = _severities(settings.severity)
        self._checks: dict[tuple[FileKind, str | None], tuple[tuple[str, Check], ...]] = {}

    def with_config(self, config: ReadFile[Config]) -> "Linter":
        """Return a linter of the same files under another handleplan.yaml."""
        return Linter(
            config,
            self.places,
            texts=self.texts,
            show_path=self.show_path,
            reader=self.reader,
            then=self.known.then,
        )

    def check(self, place: FilePlace) -> Checked:
        """Check one file.

        Raises:
            Failure: the file cannot be opened.
        """
        file, problems = self.examine(place)
        if not problems:
            return Checked(place, ())
        path = self.show_path(place.path)
        found = [diagnose(problem, file.source, path, severity, self.texts) for problem, severity in problems]
        return Checked(place, tuple(sorted(found, key=lambda one: (one.line, one.column, one.code))))

    def examine(self, place: FilePlace, content: bytes | None = None) -> Examined:
        """Find out what is wrong with one file; ``content`` is what stands in it, where that is not to be read.

        Raises:
            Failure: the file cannot be opened.
        """
        known = content is None and place == self.config.place
        file = (
            self.config
            if known
            else self.reader.read(place)
            if content is None
            else read_file(place, content)
        )
        stage = file.model.stages.reached() if isinstance(file.model, Plan) else None
        self.known.remember(place, file.model)
        broken = list(self._broken_rules(file, stage))
        if not file.problems and not broken and "handleplan:" not in file.source.text:
            return Examined(file, ())
        ran = {name for name, _ in self._checks_of(place.kind, stage)} if file.model else frozenset()
        silenced = silence(broken, file.source, ran)
        about = (problem for problem in silenced.about_suppressions if problem.rule in self.selected)
        # What keeps a file from being used is an error, whatever a rule weighs otherwise.
        weighed = [Weighed(problem, "error") for problem in file.problems]
        weighed += [self._weighed(problem, stage) for problem in (*silenced.problems, *about)]
        return Examined(file, tuple(weighed))

    def _broken_rules(self, file: ReadFile[Any], stage: str | None) -> Iterator[Problem]:
        if file.model is None or self.config.model is None:
            yield from self._broken_file_rules(file)
            return
        given = File(file.place, file.source, file.model, self.known)
        for name, check in self._checks_of(file.place.kind, stage):
            for where, values, fix in check(given):
                yield Problem(name, where, values, fix)

    def _broken_file_rules(self, file: ReadFile[Any]) -> Iterator[Problem]:
        """Check what needs neither the file's model nor other files; its reader may have found the same."""
        if file.source.data is None:
            return
        seen = {(problem.rule, file.source.locate(problem.where)) for problem in file.problems}
        given = File(file.place, file.source, file.model, self.known)
        for name, check in self._checks_of(file.place.kind, None):
            if "file" in RULES[name].scopes:
                for where, values, fix in check(given):
                    if (name, file.source.locate(where)) not in seen:
                        yield Problem(name, where, values, fix)

    def _checks_of(self, kind: FileKind, stage: str | None) -> tuple[tuple[str, Check], ...]:
        """Return the rules that look at files of a kind and have something to say at a stage."""
        if (kind, stage) not in self._checks:
            self._checks[kind, stage] = tuple(
                (rule.name, rule.check)
                for rule in RULES.values()
                if rule.check and rule.name in self.selected
                if kind in rule.scopes or "file" in rule.scopes
                if rule.severity_at(stage)
            )
        return self._checks[kind, stage]

    def _weighed(self, problem: Problem, stage: str | None) -> Weighed:
        rule: Rule = RULES[problem.rule]
        return Weighed(problem, self.severities.get(rule.name) or rule.severity_at(stage) or rule.severity)


def _severities(wanted: Mapping[str, Severity]) -> dict[str, Severity]:
    """Return the severity by rule that settings ask for; a single rule's goes before its family's."""
    found: dict[str, Severity] = {}
    for word, severity in sorted(wanted.items(), key=lambda item: -len(find_rules(item[0]))):
        found.update({rule.name: severity for rule in find_rules(word)})
    return found


def _selected(settings: LintSettings) -> frozenset[str]:
    """Return the names of the rules that apply."""
    selected = _named(settings.select) if settings.select else set(RULES)
    selected -= _named(settings.ignore)
    # Else a slip in these very settings could turn off the rule that tells of it.
    selected.add("unknown-rule")
    return frozenset(selected)


def _named(words: tuple[str, ...]) -> set[str]:
    return {rule.name for word in words for rule in find_rules(word)}
