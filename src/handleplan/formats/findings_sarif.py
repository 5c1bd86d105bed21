"""Findings as SARIF 2.1.0, which GitHub's code scanning, Azure's and editors' viewers read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html (“§” below)
https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

from handleplan import __version__
from handleplan.catalogue import Entry
from handleplan.diagnostic import Diagnostic
from handleplan.formats.findings_message import message_of
from handleplan.formats.json_text import render_json
from handleplan.formats.rules_markdown import rule_body
from handleplan.formats.terminal import neutralise
from handleplan.locale import Texts
from handleplan.problem import Severity
from handleplan.rule import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
_BASE = "%SRCROOT%"
_DRIVE = re.compile(r"[A-Za-z]:/")
# §3.11.5 and §3.11.6: in a message `{0}` is a placeholder and `[text](1)` a link
_LINK_SIGN = re.compile(r"[\\\[\]]")
_PLACEHOLDER = re.compile(r"\{([0-9]+)\}")


def render(findings: Sequence[Diagnostic], texts: Texts) -> str:
    """Return the findings as a SARIF log that ends with a newline; it describes the rules that were broken."""
    names = dict.fromkeys(finding.name for finding in sorted(findings, key=lambda one: one.code))
    driver = {
        "name": "handleplan",
        "semanticVersion": __version__,
        "rules": [_rule(Entry(RULES[name]), texts) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "language": texts.language,
        # §3.27.18: UTF-16 units unless it is told otherwise
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        # Without an address: who reads the log knows where the checkout lies (§3.14.14)
        "originalUriBaseIds": {_BASE: {"description": {"text": texts.message("sarif.base")}}},
        "results": list(_results(findings, list(names))),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return render_json(log)


def _rule(entry: Entry, texts: Texts) -> dict[str, object]:
    return {
        "id": entry.rule.code,
        "name": entry.rule.name,
        "shortDescription": {"text": entry.summary(texts.language)},
        "fullDescription": {"text": entry.why(texts.language)},
        "help": {"text": entry.why(texts.language), "markdown": rule_body(entry, (texts,))},
        "defaultConfiguration": {"level": _LEVELS[entry.rule.severity]},
    }


def _results(findings: Sequence[Diagnostic], names: list[str]) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for finding in findings:
        fingerprint = _fingerprint(finding)
        seen[fingerprint] += 1
        yield {
            "ruleId": finding.code,
            "ruleIndex": names.index(finding.name),
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [{"physicalLocation": _place(finding), **_logical_place(finding)}],
            # The one name that GitHub reads; it writes the hash of the line there where a tool gives none
            "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:{seen[fingerprint]}"},
        }


def _fingerprint(finding: Diagnostic) -> str:
    """Return what stays the same when lines move: the rule, the file and the place in the plan."""
    parts = (finding.code, finding.path, finding.location)
    return sha256("\0".join(parts).encode(errors="backslashreplace")).hexdigest()[:16]


def _message(finding: Diagnostic) -> str:
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK_SIGN.sub(r"\\\g<0>", message_of(finding)))


def _place(finding: Diagnostic) -> dict[str, object]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {"artifactLocation": _address(finding.path), "region": region}


def _logical_place(finding: Diagnostic) -> dict[str, object]:
    if not finding.location:
        return {}
    return {"logicalLocations": [{"fullyQualifiedName": neutralise(finding.location)}]}


def _address(path: str) -> dict[str, object]:
    """Return a path as a URI: relative to the folder the run began in, or of a file elsewhere (RFC 3986, RFC 8089)."""
    if path.startswith("//"):
        return {"uri": f"file:{quote(path, errors='replace')}"}
    if path.startswith("/") or _DRIVE.match(path):
        return {"uri": f"file:///{quote(path.removeprefix('/'), safe='/:', errors='replace')}"}
    return {"uri": quote(path, errors="replace"), "uriBaseId": _BASE}
