"""Findings as JSON: the contract that people script against."""

import json
from pathlib import Path

from handleplan.formats.findings_json import render
from handleplan.formats.terminal import neutralise
from tests.workspaces import BASE, findings, plan, write

KEYS = (
    "code", "name", "severity", "message", "path", "line", "column", "end_line", "end_column", "location", "fixable",
)  # fmt: skip


def test_the_document(tmp_path: Path) -> None:
    text = plan("sundhed") + "actions:\n  - text: x\n    goals:\n      - m1\n      - m2\n    owner: CDUE\n"
    found = findings(write(tmp_path, {**BASE, "2022/sundhed.yaml": text}))
    document = json.loads(render(found, 4))
    assert list(document) == ["schema_version", "findings", "summary"]
    assert document["schema_version"] == 1
    assert document["summary"] == {"files": 4, "errors": 2, "warnings": 0, "advice": 0}
    assert all(tuple(finding) == KEYS for finding in document["findings"])
    assert document["findings"][0] == {
        "code": "HP202",
        "name": "unknown-goal",
        "severity": "error",
        "message": "Planen har intet mål med id’et “m2”. Mente du “m1”?",
        "path": "2022/sundhed.yaml",
        "line": 11,
        "column": 9,
        "end_line": 11,
        "end_column": 11,
        "location": "actions[0].goals[1]",
        "fixable": False,
    }


def test_nothing_found() -> None:
    assert json.loads(render([], 3)) == {
        "schema_version": 1,
        "findings": [],
        "summary": {"files": 3, "errors": 0, "warnings": 0, "advice": 0},
    }


def test_no_text_breaks_out_of_it(tmp_path: Path) -> None:
    text = plan("sundhed") + '"::error::\\u202e##[x]\\e": x\n"##vso[a]\\u2028": y\n'
    found = findings(write(tmp_path, {**BASE, "2022/sundhed.yaml": text}))
    shown = render(found, 1)
    assert neutralise(shown.replace("\n", "")) == shown.replace("\n", "")
    assert "\u202e" in json.loads(shown)["findings"][0]["message"]
    assert shown.endswith("}\n")
