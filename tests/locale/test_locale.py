"""Danish and English: the same texts with the same gaps, and every one of them used."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import handleplan
from handleplan.locale import LANGUAGES, Texts, da, en
from handleplan.locale.words import KEYS, VALUES
from handleplan.model.config import Config
from handleplan.model.index import Index
from handleplan.model.keys import all_keys
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport

PACKAGE = Path(handleplan.__file__).parent
TEMPLATES = PACKAGE.parents[1] / "templates"


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


def test_no_message_is_left_over() -> None:
    paths = [*PACKAGE.rglob("*.py"), *(TEMPLATES.rglob("*.j2") if TEMPLATES.is_dir() else ())]
    code = "".join(path.read_text(encoding="utf-8") for path in paths if path.parent.name != "locale")
    for key in da.MESSAGES:
        plain = re.sub(r"\.(one|other|today)$", "", key)
        last = plain.removeprefix("failure.") if plain.startswith("failure.") else plain
        made_of_parts = {plain.rpartition(".")[0] + ".{"}
        assert f'"{last}"' in code or f"'{last}'" in code or any(part in code for part in made_of_parts), key


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
