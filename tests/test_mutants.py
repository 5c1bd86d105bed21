"""The mutation benchmark: its offices are sound, its breaks are what they say, and its words are those of the models."""

from pathlib import Path

import pytest
from mutants import Mutant, make_mutants, make_offices, run
from mutation.contract import KEYS, REQUIRED, VALUES
from mutation.linters import Handleplan
from mutation.office import Office
from mutation.operators import OPERATORS
from mutation.table import WISHES, print_tables
from pydantic import BaseModel

from handleplan.model.config import Config
from handleplan.model.index import Index
from handleplan.model.keys import annotation_at, known_keys, literals
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.rule import RULES
from handleplan.source import read_source

MODELS: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "index": Index,
    "report": StatusReport,
    "meeting": Meeting,
    "config": Config,
}


@pytest.fixture(scope="module")
def offices() -> list[Office]:
    return make_offices()[:3]


@pytest.fixture(scope="module")
def mutants(offices: list[Office]) -> list[Mutant]:
    """One of every kind."""
    return list(make_mutants(list(OPERATORS.values()), offices, len(OPERATORS), seed=1))


def test_every_way_of_breaking_finds_a_place(mutants: list[Mutant]) -> None:
    assert [mutant.operator.name for mutant in mutants] == list(OPERATORS)
    assert len(OPERATORS) >= 40


def test_the_same_seed_breaks_the_same(offices: list[Office], mutants: list[Mutant]) -> None:
    operators = list(OPERATORS.values())
    assert list(make_mutants(operators, offices, len(OPERATORS), seed=1)) == mutants
    assert list(make_mutants(operators, offices, len(OPERATORS), seed=2)) != mutants


def test_breaks_change_something_and_lie_in_the_file(mutants: list[Mutant]) -> None:
    for operator, office, broken in mutants:
        before = {path: text.text.encode() for path, text in office.files.items()}
        after = {**before, **broken.files}
        assert after != before, operator.name
        content = after[broken.path]
        assert content is not None
        lines = read_source(content).text.split("\n")
        if content:
            assert 1 <= broken.line <= len(lines), operator.name
            assert 1 <= broken.column <= len(lines[broken.line - 1]) + 1, operator.name


def test_rules_that_may_answer_exist() -> None:
    known = {*RULES, *(rule.family for rule in RULES.values()), *(rule.code for rule in RULES.values())}
    for operator in OPERATORS.values():
        assert operator.pending or known.issuperset(operator.rules), operator.name


def test_offices_are_sound(offices: list[Office], tmp_path: Path) -> None:
    for office in offices:
        found = Handleplan(tmp_path / office.name, office).check({})
        assert [one for one in found if one.severity != "advice"] == []


def test_answers_are_scored(
    mutants: list[Mutant], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = [one for one in mutants if one.operator.name in ("key twice", "harmless: comment")]
    answers = run(some, {}, tmp_path, "")
    operators = [one.operator for one in some]
    reached = print_tables(operators, answers.ours, answers.peers, answers.exceptions, answers.cries)
    printed = capsys.readouterr().out
    assert reached
    assert all(wish.name[:6] in printed for wish in WISHES)
    assert "exactly one finding" in printed
    assert "MISSED" not in printed


@pytest.mark.parametrize(("kind", "named"), KEYS)
def test_the_contract_is_that_of_the_models(kind: str, named: str) -> None:
    model = MODELS[kind]
    path: tuple[str | int, ...] = ()
    for step in filter(None, named.split(".")):
        path += (step.replace("*", "cycle" if kind == "index" else "vision"),)
        if not known_keys(model, path) and known_keys(model, (*path, 0)):
            path += (0,)
    found = known_keys(model, path)
    assert set(found) == set(KEYS[kind, named])
    assert set(REQUIRED.get((kind, named), ())) <= set(found)


def test_the_words_are_those_of_the_models() -> None:
    assert literals(annotation_at(StatusReport, ("activities", "h1", "status"))) == VALUES["status"]
    assert literals(annotation_at(Meeting, ("agenda", 0, "kind"))) == VALUES["kind"]
    assert literals(annotation_at(Meeting, ("decisions", 0, "state"))) == VALUES["state"]
    for key in ("needs", "done_by", "of"):
        assert literals(annotation_at(Config, ("agreements", 0, "cycle", 0, key))) == VALUES[key]
