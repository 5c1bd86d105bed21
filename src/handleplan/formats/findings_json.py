"""Findings as JSON: the contract of DESIGN §4, with a version of its own."""

from collections import Counter
from collections.abc import Sequence

from handleplan.diagnostic import Diagnostic
from handleplan.formats.json_text import render_json

SCHEMA_VERSION = 1


def render(findings: Sequence[Diagnostic], files: int) -> str:
    """Return the findings and their summary as a JSON document that ends with a newline."""
    count = Counter(finding.severity for finding in findings)
    document = {
        "schema_version": SCHEMA_VERSION,
        "findings": [_finding(finding) for finding in findings],
        "summary": {
            "files": files,
            "errors": count["error"],
            "warnings": count["warning"],
            "advice": count["advice"],
        },
    }
    return render_json(document)


def _finding(finding: Diagnostic) -> dict[str, object]:
    values = finding._asdict()
    for part in ("excerpt", "sentence", "correction"):
        del values[part]
    return values
