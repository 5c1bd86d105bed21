"""Findings for an editor's problem matcher: one line each, of a form that stays the same in every language.

``PATH:LINE:COLUMN-LINE:COLUMN: SEVERITY: MESSAGE [CODE NAME]``, the end exclusive; SEVERITY is one of the three words
that Visual Studio Code knows (https://code.visualstudio.com/docs/debugtest/tasks#_defining-a-problem-matcher).
"""

from collections.abc import Iterator, Sequence

from handleplan.diagnostic import Diagnostic
from handleplan.formats.findings_text import render_summary
from handleplan.formats.terminal import neutralise
from handleplan.locale import Texts

_SEVERITIES = {"error": "error", "warning": "warning", "advice": "info"}


def render(findings: Sequence[Diagnostic], files: int, texts: Texts) -> Iterator[str]:
    """Yield all findings and the summary."""
    for finding in findings:
        yield _line(finding)
    yield render_summary(findings, files, texts)


def _line(finding: Diagnostic) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}-{finding.end_line}:{finding.end_column}"
    message = " ".join(finding.message.split())
    line = f"{place}: {_SEVERITIES[finding.severity]}: {message} [{finding.code} {finding.name}]"
    return neutralise(line) + "\n"
