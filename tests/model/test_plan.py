"""A plan's entries: short forms, what counts as an activity, who owns it, and the stage."""

from datetime import date
from typing import Any

import pytest

from handleplan.model.plan import Plan, Stages


def plan(**keys: Any) -> Plan:
    return Plan.model_validate({"theme": "sundhed", "year": "2022", "title": "T", **keys})


FULL = plan(
    owner="CDEU",
    goals=["Lighed", {"id": "m2", "text": "Data"}],
    core_activities=[{"id": "b1", "text": "Rådgive"}],
    focus_areas=[
        "Kultur",
        {
            "id": "data",
            "title": "Data",
            "owner": "RU",
            "activities": ["Kortlægge", {"text": "Mødes", "owner": "AB"}],
        },
    ],
    actions=["Netværk"],
    annexes=[{"text": "Bilag"}],
    extra=[{"id": "budget", "heading": "Budget", "text": "Rammen"}],
)


def test_plain_texts_stand_for_entries() -> None:
    assert [goal.text for goal in FULL.goals] == ["Lighed", "Data"]
    assert [area.title for area in FULL.focus_areas] == ["Kultur", "Data"]
    assert FULL.focus_areas[1].activities[0].text == "Kortlægge"


def test_activities_in_the_papers_order_with_their_owners() -> None:
    found = [(placed.kind, placed.text, FULL.owner_of(placed)) for placed in FULL.activities()]
    assert found == [
        ("core_activity", "Rådgive", "CDEU"),
        ("focus_area", "Kultur", "CDEU"),
        ("activity", "Kortlægge", "RU"),
        ("activity", "Mødes", "AB"),
        ("action", "Netværk", "CDEU"),
        ("annex", "Bilag", "CDEU"),
    ]


def test_entries_have_paths_that_lead_to_them() -> None:
    paths = [path for path, _ in FULL.entries()]
    assert ("focus_areas", 1, "activities", 0) in paths
    assert ("extra", 0) in paths
    assert len(paths) == len(set(paths)) == 10
    for path, entry in FULL.entries():
        value: Any = FULL
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        assert value is entry


def test_owners_are_named_with_their_paths() -> None:
    assert list(FULL.owners()) == [
        (("owner",), "CDEU"),
        (("focus_areas", 1, "owner"), "RU"),
        (("focus_areas", 1, "activities", 1, "owner"), "AB"),
    ]


@pytest.mark.parametrize("key", ["goals", "core_activities", "focus_areas", "actions"])
def test_one_kind_of_entry_is_enough(key: str) -> None:
    assert len(list(plan(**{key: ["x"]}).entries())) == 1


@pytest.mark.parametrize("keys", [{}, {"goals": []}, {"annexes": ["x"]}, {"background": "x"}])
def test_a_plan_must_say_something(keys: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no entries"):
        plan(**keys)


@pytest.mark.parametrize(
    ("stages", "as_of", "stage"),
    [
        ({}, None, "draft"),
        ({"proposed": "2022-01-10"}, None, "proposed"),
        ({"proposed": "2022-01-10"}, date(2022, 1, 9), "draft"),
        ({"proposed": "2022-01-10"}, date(2022, 1, 10), "proposed"),
        ({"proposed": "2022-01-10", "agreed": "2022-01-25"}, date(2022, 1, 24), "proposed"),
        ({"proposed": "2022-01-10", "agreed": "2022-01-25", "closed": "2022-12-31"}, None, "closed"),
        ({"agreed": "2022-01-25"}, None, "agreed"),
    ],
)
def test_stages(stages: dict[str, str], as_of: date | None, stage: str) -> None:
    assert Stages.model_validate(stages).reached(as_of) == stage
