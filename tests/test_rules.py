"""Every rule's metadata, and its examples: each Bad block gives what it marks, each Good block nothing."""

import re
import string
from pathlib import Path

import pytest

import handleplan.linter
from handleplan.explanation import Example, explain_rule
from handleplan.locale.da import LABELS as DANISH_LABELS
from handleplan.locale.en import LABELS as ENGLISH_LABELS
from handleplan.rule import RULES, Rule, find_rules
from handleplan.rules import MODULES
from tests.workspaces import BASE, completed, findings, places, write

EXPLAINED = [(rule, explain_rule(rule.doc)) for rule in RULES.values()]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{'good' if example.good else 'bad'}-{number}")
    for rule, explanation in EXPLAINED
    for number, example in enumerate(explanation.examples)
]
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples(rule: Rule, example: Example, tmp_path: Path) -> None:
    text, before = completed(example.path, example.text)
    write(tmp_path, {**BASE, example.path: text.encode(example.encoding)})
    found = [one for one in findings(tmp_path) if one.path == example.path]
    expected = [(mark.code, mark.line + before, mark.column) for mark in example.marks]
    marked = {rule.code, *(mark.code for mark in example.marks)}
    found = [one for one in found if one.severity != "advice" or one.code in marked]
    assert sorted(places(found)) == sorted(expected)
    if not example.good:
        assert rule.code in {mark.code for mark in example.marks}


@pytest.mark.parametrize(("rule", "explanation"), EXPLAINED, ids=[rule.name for rule in RULES.values()])
def test_explanations_are_whole(rule: Rule, explanation: object) -> None:
    assert explanation == explain_rule(rule.doc)
    whole = explain_rule(rule.doc)
    assert whole.why_en.endswith(".")
    assert whole.why_da.endswith(".")
    bad = [example for example in whole.examples if not example.good]
    assert bool(bad) != whole.no_example.endswith(".")


@each_rule
def test_both_languages_fill_in_the_same_values(rule: Rule) -> None:
    assert placeholders(rule.da) == placeholders(rule.en)
    assert rule.da.strip() == rule.da != rule.en == rule.en.strip()
    assert rule.da.endswith((".", "?"))
    assert rule.en.endswith((".", "?"))


@each_rule
def test_names_say_what_is_wrong(rule: Rule) -> None:
    assert not re.match(r"(check|use|avoid|prefer|require|missing-or)-", rule.name)
    assert not re.match(r"no-(?!t-)", rule.name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


def test_codes_are_unique_and_belong_to_their_module() -> None:
    codes = [rule.code for rule in RULES.values()]
    assert len(set(codes)) == len(codes)
    for rule in RULES.values():
        assert re.fullmatch(r"HP[0-9]{3}", rule.code)


@each_rule
def test_a_rule_is_found_by_code_name_and_family(rule: Rule) -> None:
    assert find_rules(rule.code) == find_rules(rule.name) == (rule,)
    assert rule in find_rules(rule.family)


def test_unknown_words_name_no_rule() -> None:
    assert find_rules("HP") == find_rules("") == find_rules("HP9") == ()


def test_modules_hold_the_rules_of_their_family_in_order() -> None:
    shipped = Path(handleplan.rules.__file__).parent.glob("[!_]*.py")
    assert sorted(path.stem for path in shipped) == sorted(MODULES)
    for module, digit in MODULES.items():
        source = Path(handleplan.rules.__file__).with_name(f"{module}.py").read_text(encoding="utf-8")
        codes = re.findall(r'^    "(HP[0-9]{3})",$', source, re.MULTILINE)
        assert codes == sorted(codes)
        assert {code[2] for code in codes} == {str(digit)}


def test_labels_of_both_languages_are_the_same_words() -> None:
    assert DANISH_LABELS.keys() == ENGLISH_LABELS.keys()


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
