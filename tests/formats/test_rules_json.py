"""The rules as JSON: the contract that people script against."""

import json

from handleplan.catalogue import entries
from handleplan.formats.rules_json import render
from handleplan.locale import Texts
from tests.formats.rules_samples import FULL


def test_the_document() -> None:
    document = json.loads(render((FULL,), Texts("en")))
    (rule,) = document.pop("rules")
    assert document == {"schema_version": 1}
    examples = rule.pop("examples")
    assert rule == {
        "code": "HP399",
        "name": "action-without-quarter",
        "family": "HP3",
        "severity": "advice",
        "by_stage": {"draft": None, "agreed": "warning", "closed": "warning"},
        "fixable": "safe",
        "configurable": True,
        "message": "When {id}?",
        "summary": "quarters says when; without it the year's end is all there is.",
        "why": "quarters says when; without it the year's end is all there is.\n\n"
        "A second paragraph with *stars*, <angles> and a_b_c.",
    }
    assert [example["good"] for example in examples] == [False, False, True]
    assert examples[0]["text"] == "actions:\n  - id: h1\n\ttext: x\n    ```\n"
    assert examples[0]["marks"][1] == {"code": "HP399", "line": 2, "column": 9}
    assert examples[1] == {
        "path": "2022/kultur.yaml",
        "encoding": "cp1252",
        "good": False,
        "text": "",
        "marks": [{"code": "HP399", "line": 1, "column": 1}],
        "beside": [],
    }


def test_texts_are_in_the_readers_language() -> None:
    (rule,) = json.loads(render((FULL,), Texts("da")))["rules"]
    assert (rule["summary"], rule["message"]) == ("quarters siger hvornår.", "Hvornår {id}?")


def test_every_rule_is_there() -> None:
    assert len(json.loads(render(entries(), Texts("da")))["rules"]) == len(entries())
