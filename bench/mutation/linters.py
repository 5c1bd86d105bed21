"""The linters that are compared, each as a function from an office to findings, all within this process."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from handleplan.layout import listed
from handleplan.schema.build import build_schema
from handleplan.selection import select
from mutation.office import Office


class Finding(NamedTuple):
    """What a linter says; line and column are 0 where it does not tell them."""

    path: str
    rule: str
    code: str
    line: int
    column: int
    message: str
    severity: str = "error"


# Checks one file, given its path below the workspace and what it holds.
Check: TypeAlias = Callable[[str, bytes], Sequence[Finding]]


class Handleplan:
    """Handleplan on a folder that is kept as the office is, and changed and restored for each break."""

    def __init__(self, folder: Path, office: Office) -> None:
        self.folder = folder
        self.files = {path: text.text.encode() for path, text in office.files.items()}
        for path, content in self.files.items():
            self._write(path, content)

    def check(self, changes: Mapping[str, bytes | None]) -> list[Finding]:
        """Lint the whole office with some files changed, or gone."""
        for path, content in changes.items():
            self._write(path, content)
        try:
            return [
                Finding(one.path, one.name, one.code, one.line, one.column, one.message, one.severity)
                for selection in select([self.folder], None, self.folder, lambda _: "da")
                for checked in selection.check()
                for one in checked.diagnostics
            ]
        finally:
            for path in changes:
                self._write(path, self.files.get(path))

    def _write(self, name: str, content: bytes | None) -> None:
        path = self.folder / name
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


# The kinds of files, and what their schemas are called.
_SCHEMAS = {
    "config": "handleplan",
    "index": "index",
    "plan": "plan",
    "report": "status",
    "meeting": "meeting",
}


class _Loader(yaml.CSafeLoader):
    """Leaves dates as texts, as check-jsonschema does."""


_Loader.yaml_implicit_resolvers = {
    char: [(tag, found) for tag, found in resolvers if not tag.endswith("timestamp")]
    for char, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def schema_checker() -> Check:
    """Return the engine of check-jsonschema, jsonschema, with our own schemas on safely loaded YAML: it tells no line."""
    validator_of: Any = importlib.import_module("jsonschema").Draft7Validator
    validators = {name: validator_of(build_schema(kind, "en")) for name, kind in _SCHEMAS.items()}

    @cache
    def check(path: str, content: bytes) -> Sequence[Finding]:
        (place,) = listed("/office", [path])
        return _schema_findings(validators[place.kind], path, content)

    return check


def _schema_findings(validator: Any, path: str, content: bytes) -> Sequence[Finding]:
    try:
        data = yaml.load(content, Loader=_Loader)  # noqa: S506 - a subclass of the safe loader
        errors = [error.message for error in validator.iter_errors(data)]
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
    ) as error:  # check-jsonschema reports these as files it cannot parse
        errors = [str(error)]
    return [Finding(path, "", "", 0, 0, message) for message in errors]


def yamllint_checker() -> Check:
    """Return yamllint with its default configuration."""
    linter: Any = importlib.import_module("yamllint.linter")
    config = importlib.import_module("yamllint.config").YamlLintConfig("extends: default")

    @cache
    def check(path: str, content: bytes) -> Sequence[Finding]:
        return _yamllint_findings(linter, config, path, content)

    return check


def _yamllint_findings(linter: Any, config: Any, path: str, content: bytes) -> Sequence[Finding]:
    try:
        problems = list(linter.run(content, config))
    except (
        UnicodeError,
        yaml.YAMLError,
    ) as error:  # yamllint ends with a traceback: it has noticed, at least
        return [Finding(path, "", "", 0, 0, str(error))]
    return [Finding(path, str(one.rule), "", one.line, one.column, one.message) for one in problems]
