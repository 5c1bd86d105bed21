"""Schema and models say the same of a file's structure: keys, lists, what is required, and words to choose from."""

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel, ValidationError

from handleplan.layout import walk
from handleplan.model.keys import known_keys
from handleplan.schema.build import KINDS, build_schema
from handleplan.source import read_source
from tests.conftest import ROOT

VALIDATORS = {kind: Draft7Validator(build_schema(kind, "da")) for kind in KINDS}
# What takes more than one value to see, or a calendar, is left to lint.
LEFT_TO_LINT = {"nothing_planned", "two_windows", "no_window", "no_such_date"}
KIND_OF_PLACE = {"plan": "plan", "index": "index", "config": "handleplan"}
REAL = [
    (KIND_OF_PLACE[place.kind], read_source(Path(place.path).read_bytes()).data)
    for place in walk(str(ROOT / "plans"))
]
TEXTS = (
    "1", "2022", "1850", "02022", "a-1", "Lighed i sundhed", "Ø1", "CDEU", "2022-01-10", "2022-1-10", "10/1", "11-30", "13-01",
    "Q1", "q2-4", "Q4-Q2", "Q1, Q3", "Q1-Q1", "#0b5563", "#fff", "2021/klima-3", "2021/a.b", "januar", "JUNE", "12", "13",
    "planned", "open", "held", "proposed", "error", "da", "decision", "same-year", "none",
)  # fmt: skip
NUMBERS = (2022, 1850, 1, 12, 13, 0, -1, 1.5)


def as_text(seen: Any, model: type[BaseModel], path: tuple[str | int, ...] = ()) -> Any:
    """Return what our reader makes of data that an editor's YAML parser has seen.

    A key without a value is absent, but told where it is unknown (:mod:`handleplan.refusal`).
    """
    if isinstance(seen, dict):
        known = known_keys(model, path)
        return {
            key: as_text(value, model, (*path, key))
            for key, value in seen.items()
            if value is not None or (known and key not in known)
        }
    if isinstance(seen, list):
        return [as_text(item, model, (*path, index)) for index, item in enumerate(seen)]
    if isinstance(seen, bool):
        return str(seen).lower()
    return str(seen) if isinstance(seen, int | float) else seen


def takes(kind: str, seen: Any) -> bool:
    """Tell whether the model finds no fault with the structure of data."""
    try:
        KINDS[kind].model_validate(as_text(seen, KINDS[kind]))
    except ValidationError as error:
        return {one["type"] for one in error.errors()} <= LEFT_TO_LINT
    return True


def agree(kind: str, seen: Any) -> bool:
    """Check that the two agree, and return what they say."""
    found = takes(kind, seen)
    assert VALIDATORS[kind].is_valid(seen) == found, seen
    return found


scalars = st.one_of(st.sampled_from(TEXTS), st.sampled_from(NUMBERS), st.booleans())
junk = st.one_of(
    scalars, st.none(), st.lists(st.none() | scalars, max_size=2), st.dictionaries(st.sampled_from(["id", "text", "x"]), scalars, max_size=2)
)  # fmt: skip


def alternatives(schema: Any) -> list[Any]:
    return [schema, *schema.get("anyOf", ()), *schema.get("allOf", ())]


@cache
def texts_of(schema: str) -> list[str]:
    """Return those of the texts that a schema takes."""
    one = Draft7Validator({**json.loads(schema), "definitions": {"text": {}}})
    return [text for text in TEXTS if one.is_valid(text)]


@st.composite
def seen_of(draw: st.DrawFn, schema: Any) -> Any:
    """Data made after a schema, now and then with something else in it."""
    if draw(st.integers(0, 39)) == 0:
        return draw(junk)
    if "properties" in schema:
        return draw(mapping_of(schema))
    if "items" in schema:
        return draw(st.lists(seen_of(schema["items"]), min_size=1, max_size=2))
    enumerated = next((one["enum"] for one in alternatives(schema) if "enum" in one), None)
    if enumerated:
        return draw(st.sampled_from(enumerated))
    return draw(st.sampled_from(texts_of(json.dumps(schema))) if draw(st.integers(0, 9)) else scalars)


@st.composite
def mapping_of(draw: st.DrawFn, schema: Any) -> dict[str, Any]:
    required = {key for one in schema.get("allOf", ()) for key in one.get("required", ())}
    optional = sorted(schema["properties"].keys() - required)
    chosen = draw(st.lists(st.sampled_from(optional), max_size=4, unique=True)) if optional else []
    found = {key: draw(seen_of(schema["properties"][key])) for key in [*sorted(required), *chosen]}
    if isinstance(schema["additionalProperties"], dict):
        found[draw(st.sampled_from(["h1", "GtE"]))] = draw(seen_of(schema["additionalProperties"]))
    if found and draw(st.integers(0, 39)) == 0:
        del found[draw(st.sampled_from(sorted(found)))]
    if draw(st.integers(0, 39)) == 0:
        found["visoin"] = draw(junk)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_they_agree_on_what_the_schema_describes(kind: str) -> None:
    said: list[bool] = []

    @settings(max_examples=100)
    @given(seen_of(VALIDATORS[kind].schema))
    def compare(seen: Any) -> None:
        said.append(agree(kind, seen))

    compare()
    assert min(said.count(True), said.count(False)) > len(said) // 20


def paths_of(data: Any) -> list[tuple[Any, ...]]:
    """Return the path of everything below the top."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path for key, value in items for path in [(key,), *((key, *rest) for rest in paths_of(value))]]


@st.composite
def mutants(draw: st.DrawFn) -> tuple[str, Any]:
    """A real file with one thing in it removed, renamed, replaced or added."""
    kind, data = draw(st.sampled_from(REAL))
    mutant = copy.deepcopy(data)
    *path, last = draw(st.sampled_from(paths_of(mutant)))
    around = mutant
    for step in path:
        around = around[step]
    match draw(st.sampled_from(["remove", "replace", "rename", "add"])):
        case "remove":
            del around[last]
        case "replace":
            around[last] = draw(junk)
        case "rename" if isinstance(last, str):
            around[draw(st.sampled_from(["txt", "title", "id"]))] = around.pop(last)
        case _ if isinstance(around, dict):
            around["visoin"] = draw(junk)
        case _:
            around.append(draw(junk))
    return kind, mutant


@settings(max_examples=200)
@given(mutants())
def test_they_agree_on_real_files_that_were_broken(mutant: tuple[str, Any]) -> None:
    agree(*mutant)


@pytest.mark.parametrize(("kind", "data"), REAL)
def test_they_agree_on_the_real_files(kind: str, data: Any) -> None:
    assert agree(kind, data)


PLAN = {"theme": "sundhed", "year": 2022, "title": "x", "goals": ["Lighed"]}
STEP = {"id": "draft", "month": "januar"}
AGREEMENT = {"title": "x", "first_year": 2022, "last_year": "2025", "themes": [{"slug": "a", "name": "A"}]}


@pytest.mark.parametrize(
    ("kind", "seen", "said"),
    [
        ("plan", PLAN, True),
        ("plan", {**PLAN, "purpose": None, "stages": None, "actions": None}, True),
        ("plan", {**PLAN, "title": None}, False),
        ("plan", {**PLAN, "title": 2022}, True),
        ("plan", {**PLAN, "title": ["x"]}, False),
        ("plan", {**PLAN, "year": "2022"}, True),
        ("plan", {**PLAN, "year": 1899}, False),
        ("plan", {**PLAN, "date": 20220110}, False),
        ("plan", {**PLAN, "goals": [None]}, False),
        ("plan", {**PLAN, "goals": "Lighed"}, False),
        ("plan", {**PLAN, "focus_areas": ["Data", {"title": "x", "activities": ["y", {"text": "z"}]}]}, True),
        ("plan", {**PLAN, "focus_areas": [{"text": "no title"}]}, False),
        ("plan", {**PLAN, "actions": [{"text": "x", "goals": ["m1", 2]}]}, True),
        ("plan", {**PLAN, "actions": [{"text": "x", "quarters": "Q2 – q4, Q1"}]}, True),
        ("plan", {**PLAN, "extra": ["x"]}, False),
        ("handleplan", {}, True),
        ("handleplan", {"agreements": [AGREEMENT]}, True),
        ("handleplan", {"agreements": [{**AGREEMENT, "themes": []}]}, False),
        ("handleplan", {"agreements": [{**AGREEMENT, "cycle": [{**STEP, "participants": "A"}]}]}, True),
        ("handleplan", {"agreements": [{**AGREEMENT, "cycle": [{**STEP, "participants": {"a": "b"}}]}]}, False),
        ("handleplan", {"agreements": [{**AGREEMENT, "cycle": [{**STEP, "month": "Juni"}]}]}, True),
        ("handleplan", {"agreements": [{**AGREEMENT, "cycle": [{"id": "a", "from": "02-29", "until": "06-31"}]}]}, False),
        ("handleplan", {"format": 2}, False),
        ("handleplan", {"glossary": {"GtE": "Genvej", "EU": None}, "lint": {"severity": {"HP501": "error"}}}, True),
        ("handleplan", {"lint": {"severity": {"HP501": "fejl"}}}, False),
        ("status", {"theme": "a", "year": 2022, "date": "2022-06-14", "activities": {"h1": {"status": "igang"}}}, False),
        ("status", {"theme": "a", "year": 2022, "date": "2022-06-14", "activities": {"h1": None, "h2": {"status": None}}}, True),
        ("status", {"theme": "a", "year": 2022, "activities": {"h1": "done"}}, False),
    ],
)  # fmt: skip
def test_they_agree_on_single_cases(kind: str, seen: Any, said: bool) -> None:
    assert agree(kind, seen) is said
