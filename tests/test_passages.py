"""Which values are texts for people, and how a paper reads them."""

from pathlib import Path

import pytest

from handleplan.passages import Way, passages_at, passages_with, way_of
from handleplan.problem import Path as DataPath
from handleplan.source import Source, read_source

PLANS = sorted((Path(__file__).parents[1] / "plans").rglob("*.yaml"))
LONG = 40


@pytest.mark.parametrize(
    ("path", "way"),
    [
        (("background",), "block"),
        (("focus_areas", 0, "objective"), "block"),
        (("extra", 0, "text"), "block"),
        (("dialogue_model",), "block"),
        (("actions", 0, "text"), "inline"),
        (("actions", 0), "inline"),
        (("goals", 0), "inline"),
        (("actions", 0, "goals", 0), None),
        (("actions", 0, "goals"), None),
        (("focus_areas", 0), "plain"),
        (("focus_areas", 0, "activities", 0), "inline"),
        (("focus_areas", 0, "partners", 0), "inline"),
        (("sections", "goals", "intro"), "inline"),
        (("sections", "goals", "heading"), "plain"),
        (("activities", "h1", "note"), "inline"),
        (("activities", "h1", "status"), None),
        (("agenda", 0, "title"), "plain"),
        (("decisions", 0, "text"), "inline"),
        (("participants",), "inline"),
        (("glossary", "text"), "plain"),
        (("labels", "plan"), "plain"),
        (("parties", 0, "id"), None),
        (("lint", "ignore", 0), None),
        ((0,), None),
        ((), None),
    ],
)
def test_ways(path: DataPath, way: Way | None) -> None:
    assert way_of(path) == way


def sources() -> list[Source]:
    return [read_source(path.read_bytes()) for path in PLANS]


def test_every_long_value_of_the_real_plans_is_a_text() -> None:
    for source in sources():
        for scalar in source.scalars():
            if scalar.range.end - scalar.range.start > LONG:
                assert way_of(scalar.path), scalar.path


def test_a_value_is_found_by_any_place_in_it() -> None:
    for source in sources():
        scalars = list(source.scalars())
        for scalar in scalars:
            for offset in (scalar.range.start, scalar.range.end - 1):
                assert source.scalar_at(offset) == scalar
        covered = {offset for scalar in scalars for offset in range(*scalar.range)}
        assert not any(source.scalar_at(at) for at in set(range(len(source.text))) - covered)


def test_texts_are_found_by_words_and_places() -> None:
    text = "title: 'EU'\nid: EU\nnote: |\n  x EU\nactions: [EU, EUx]\n# EU\n"
    source = read_source(text.encode())
    found = passages_with(source, ["EU", "'EU'", "[EU,"])
    assert [(one.path, text[slice(*one.range)]) for one in found] == [
        (("title",), "EU"), (("note",), "  x EU\n"), (("actions", 0), "EU"),
    ]  # fmt: skip
    assert passages_at(source, [text.index("id"), text.index("# EU")]) == []
