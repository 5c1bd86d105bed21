"""The rules as JSON, with a version of its own; the texts are in the reader's language."""

from collections.abc import Sequence

from handleplan.catalogue import Entry
from handleplan.explanation import Example
from handleplan.formats.json_text import render_json
from handleplan.locale import Texts

SCHEMA_VERSION = 1


def render(entries: Sequence[Entry], texts: Texts) -> str:
    """Return the rules as a JSON document that ends with a newline.

    ``by_stage`` holds what a rule weighs at the stages where it is another weight, null where it says nothing;
    ``configurable`` tells whether the settings reach it.
    """
    document = {"schema_version": SCHEMA_VERSION, "rules": [_rule(entry, texts) for entry in entries]}
    return render_json(document)


def _rule(entry: Entry, texts: Texts) -> dict[str, object]:
    rule = entry.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity,
        "by_stage": dict(rule.by_stage),
        "fixable": rule.fixable,
        "configurable": entry.can_be_set,
        "message": rule.message(texts.language),
        "summary": entry.summary(texts.language),
        "why": entry.why(texts.language),
        "examples": [_example(example) for example in entry.explanation.examples],
    }


def _example(example: Example) -> dict[str, object]:
    return {
        "path": example.path,
        "encoding": example.encoding,
        "good": example.good,
        "text": example.text,
        "marks": [mark._asdict() for mark in example.marks],
        "beside": [{"path": other.path, "text": other.text} for other in example.beside],
    }
