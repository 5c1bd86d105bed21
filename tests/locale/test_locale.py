"""Danish and English: the same texts with the same gaps, and every one of them used."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

import handleplan
from handleplan.cycle import State
from handleplan.locale import LANGUAGES, Texts, da, en
from handleplan.locale.words import KEYS, VALUES
from handleplan.missing import ItemKind
from handleplan.model.config import Config
from handleplan.model.index import Index
from handleplan.model.keys import all_keys
from handleplan.model.keys import literals as words_allowed
from handleplan.model.meeting import Meeting
from handleplan.model.plan import SECTIONS, Plan
from handleplan.model.status import TEXTS, StatusReport
from handleplan.model.values import STAGES, STATUSES, Model
from handleplan.problem import SEVERITIES
from handleplan.writing.beginning import CYCLE

PACKAGE = Path(handleplan.__file__).parent
TEMPLATES = PACKAGE.parents[1] / "templates"

# The steps of a new workspace's cycle.
STEPS = tuple(str(step["id"]) for step in CYCLE)
# The keys of messages that the code puts together, and what it puts there.
MADE_OF_PARTS = {
    "failure.{failure.key}": (),  # the first arguments of Failure
    "file.agenda.{subject}": ("plan", "status-report", "work"),
    "file.agenda_opening.{subject}": ("plan", "status-report", "work"),
    "file.report.{key}": TEXTS,
    "file.step.{id_}": STEPS,
    "file.step_text.{id_}": STEPS,
    "finding.{ending}": ("nearest", "expected", "word", "guess"),
    "lint.{severity}": SEVERITIES,
    "papers.stage.{stage.name}": STAGES,
    "rules.family.{family[-1]}": tuple("0123456"),
    "rules.fixable.{fixable}": ("safe", "unsafe", "none"),
    "status.ahead.{state}": get_args(State)[1:],
    "status.{key}": ("due", "upcoming", "since"),
    "status.item.{item.kind}": get_args(ItemKind),
    "status.owed.{key}": ("past", "coming", "all_year", "undated"),
    "year.{key}": ("gone", "coming", "kept", "empty"),
}
AGENDA = ("information", "discussion", "decision")
# Labels that are looked up by a word of the plan's or the step's, by a severity, or by a section of a report.
PRINTED_BY_NAME = {
    *SECTIONS, *STAGES, *STATUSES, *get_args(State), *SEVERITIES, *AGENDA, *TEXTS,
    "not_reported", "status",
}  # fmt: skip
# Labels that no command prints yet (DESIGN §2 and §4): a workspace may have its own words for them already.
NOT_PRINTED_YET = {"year", "agreement"}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(da.MESSAGES.keys() | en.MESSAGES.keys()))
def test_every_message_has_both_languages_and_the_same_gaps(key: str) -> None:
    danish, english = da.MESSAGES[key], en.MESSAGES[key]
    assert danish.strip() == danish
    assert english.strip() == english
    assert danish
    assert english
    if not key.endswith(".one"):
        assert placeholders(danish) == placeholders(english)


@pytest.mark.parametrize("text", da.MESSAGES.values())
def test_danish_endings_stand_behind_a_typographic_apostrophe(text: str) -> None:
    assert not re.search(r"\w'\w", text)


@pytest.mark.parametrize("key", sorted(da.LABELS.keys() | en.LABELS.keys()))
def test_every_label_has_both_languages(key: str) -> None:
    assert placeholders(da.LABELS[key]) == placeholders(en.LABELS[key])


@pytest.mark.parametrize("messages", [da.MESSAGES, en.MESSAGES])
def test_what_counts_has_one_and_other(messages: dict[str, str]) -> None:
    for key in messages:
        if key.endswith(".one"):
            assert key.removesuffix("one") + "other" in messages


def calls() -> Iterator[tuple[str, str, ast.expr]]:
    """Yield file, name and first argument of every call that takes the key of a text."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                if name in ("message", "count", "label", "Failure"):
                    yield f"{path.name}:{node.lineno}", name, node.args[0]


def literals(argument: ast.expr) -> list[str] | None:
    """Return the keys an argument may be: a text, or either of two; None where it is made of parts."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        found = [literals(argument.body), literals(argument.orelse)]
        return None if None in found else [key for keys in found for key in keys or ()]
    return None


def test_every_key_in_the_code_exists() -> None:
    for place, name, argument in calls():
        for key in literals(argument) or ():
            if name == "message":
                assert key in da.MESSAGES, place
            elif name == "Failure":
                assert f"failure.{key}" in da.MESSAGES, place
            elif name == "label":
                assert key in da.LABELS, place
            elif name == "count" and "." in key:
                assert f"{key}.one" in da.MESSAGES, place


def written(name: str) -> set[str]:
    """Return the keys that the code and the templates write out for a function, or as a text of their own."""
    found = {key for _, called, argument in calls() if called == name for key in literals(argument) or ()}
    for path in TEMPLATES.rglob("*.j2"):
        found |= set(re.findall(rf'\b{name}\("([\w.-]+)"', path.read_text(encoding="utf-8")))
    return found


def test_keys_made_of_parts_are_known() -> None:
    made = {
        ast.unparse(argument)
        for place, name, argument in calls()
        if isinstance(argument, ast.JoinedStr) and not place.startswith("__init__.py")
    }
    assert made == {f"f{key!r}" for key in MADE_OF_PARTS}


def test_no_message_is_left_over() -> None:
    texts = {
        node.value
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "locale"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made = {re.sub(r"\{.+\}", part, key) for key, parts in MADE_OF_PARTS.items() for part in parts}
    used = texts | written("message") | made | {f"failure.{key}" for key in written("Failure")}
    counted = {f"{key}.{number}" for key in used for number in ("one", "other")}
    assert da.MESSAGES.keys() <= used | counted
    assert made - {"status.due"} <= {*da.MESSAGES, *(key.removesuffix(".one") for key in da.MESSAGES)}


def test_every_label_is_printed_or_waits_for_its_paper() -> None:
    printed = written("label") | PRINTED_BY_NAME
    assert not printed & NOT_PRINTED_YET
    assert printed | NOT_PRINTED_YET == da.LABELS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_counting(language: str) -> None:
    texts = Texts(language)  # type: ignore[arg-type]
    assert texts.count("lint.files", 1) != texts.count("lint.files", 2).replace("2", "1")
    assert texts.count("lint.files", 0).startswith("0 ")


def test_labels_of_a_workspace_win() -> None:
    assert Texts("da", {"goals": "Målsætninger"}).label("goals") == "Målsætninger"
    assert Texts("da").label("actions", year=2022) == "Handlinger i 2022 og frem"


def test_danish_words_lead_to_keys_and_values_that_exist() -> None:
    keys = frozenset().union(*(all_keys(model) for model in (Config, Index, Meeting, Plan, StatusReport)))
    assert set(KEYS.values()) <= keys
    assert all(word == word.casefold() for word in (*KEYS, *VALUES))
    enumerations = [frozenset(SEVERITIES), *enumerations_of(Model)]
    assert {value for values in VALUES.values() for value in values} <= frozenset().union(*enumerations)


def test_a_danish_word_means_one_value_in_one_place() -> None:
    for word, values in VALUES.items():
        for allowed in (frozenset(SEVERITIES), *enumerations_of(Model)):
            assert len(allowed.intersection(values)) <= 1, word


def enumerations_of(model: type[BaseModel]) -> Iterator[frozenset[str]]:
    """Yield the words that each key of the models takes, where it takes certain words only."""
    for inner in model.__subclasses__():
        for field in inner.model_fields.values():
            yield frozenset(words_allowed(field.annotation))
        yield from enumerations_of(inner)
