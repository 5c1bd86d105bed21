"""Findings as logging commands of Azure Pipelines: issues of the run, with the file and the line.

Azure knows errors and warnings alone. Advice is no issue of a build, so it is an ordinary line of the log.
https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
"""

from collections.abc import Iterator, Sequence

from handleplan.diagnostic import Diagnostic
from handleplan.formats.findings_message import message_of
from handleplan.formats.terminal import neutralise

# The same page, under “Formatting commands”: what would end the command, a property or its value.
_DATA = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({"]": "%5D", ";": "%3B"})


def render(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield a line for each finding, nothing where there are none."""
    for finding in findings:
        yield _line_of_log(finding) if finding.severity == "advice" else _issue(finding)


def _issue(finding: Diagnostic) -> str:
    properties = {
        "type": finding.severity,
        "sourcepath": finding.path,
        "linenumber": finding.line,
        "columnnumber": finding.column,
        "code": f"{finding.code} {finding.name}",
    }
    written = "".join(
        f"{name}={neutralise(str(value)).translate(_PROPERTY)};" for name, value in properties.items()
    )
    return f"##vso[task.logissue {written}]{message_of(finding).translate(_DATA)}\n"


def _line_of_log(finding: Diagnostic) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    return neutralise(f"{place}: {finding.message} ({finding.code} {finding.name})") + "\n"
