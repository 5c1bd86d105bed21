"""Findings as GitHub's workflow commands: annotations on the pull request's files.

GitHub shows ten errors, ten warnings and ten notices a step and no more; the log holds them all.
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Mapping, Sequence

from handleplan.diagnostic import Diagnostic
from handleplan.formats.findings_message import message_of
from handleplan.formats.terminal import neutralise
from handleplan.problem import Severity

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}

# How GitHub's own tools write what would end a command or a property, and how its runner reads it:
# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield a line for each finding, nothing where there are none."""
    for finding in findings:
        properties = ",".join(
            f"{name}={neutralise(str(value)).translate(_PROPERTY)}"
            for name, value in _properties(finding).items()
        )
        yield f"::{_COMMANDS[finding.severity]} {properties}::{message_of(finding).translate(_DATA)}\n"


def _properties(finding: Diagnostic) -> dict[str, object]:
    """Return where the annotation belongs; columns are refused where the lines differ.

    https://docs.github.com/rest/checks/runs (annotations, start_column)
    """
    lines = {"file": finding.path, "line": finding.line, "endLine": finding.end_line}
    columns = {"col": finding.column, "endColumn": finding.end_column}
    one_line = finding.line == finding.end_line
    return lines | (columns if one_line else {}) | {"title": f"{finding.code} {finding.name}"}
