"""Fresh ids: in the way of the entries beside them, never one that is used, never one that comes back."""

from typing import Any

import pytest

from handleplan.model.ids import fresh_id, missing_ids, slug
from handleplan.model.plan import Plan


def ids_of(**keys: Any) -> list[str]:
    plan = Plan.model_validate({"theme": "sundhed", "year": "2022", "title": "T", **keys})
    return list(missing_ids(plan).values())


def test_each_kind_of_entry_has_its_own_way() -> None:
    area = {"title": "Grøn energi", "activities": ["a", "b"]}
    assert ids_of(
        goals=["x", "y"],
        core_activities=["x"],
        focus_areas=[area, "Å & Ø"],
        actions=["x"],
        annexes=["x", "y"],
        extra=[{"heading": "Budget og bemanding", "text": "x"}],
    ) == [
        "m1", "m2", "b1", "groen-energi", "groen-energi-1", "groen-energi-2", "aa-oe", "h1", "bilag", "bilag-2",
        "budget-og-bemanding",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("beside", "used", "expected"),
    [
        ([], [], "h1"),
        (["h1", "h3"], ["h1", "h3"], "h4"),
        (["h9"], ["h9"], "h10"),
        ([], ["h1", "h2"], "h3"),
        (["synlighed"], ["synlighed"], "h1"),
        (["handling-1", "handling-2"], ["handling-1", "handling-2"], "handling-3"),
        (["h2", "x-7"], ["h2", "x-7", "x-8"], "x-9"),
        (["moede-2022"], ["moede-2022"], "h1"),
        (["7"], ["7"], "h1"),
    ],
)
def test_numbers_go_on_from_the_entries_beside(beside: list[str], used: list[str], expected: str) -> None:
    assert fresh_id("actions", beside, used) == expected


def test_activities_are_called_after_their_area_unless_those_beside_them_show_another_way() -> None:
    assert fresh_id("activities", [], ["data"], area="data") == "data-1"
    assert fresh_id("activities", ["klima-1"], ["klima-1"], area="klimatilpasning") == "klima-2"


def test_no_two_missing_ids_are_the_same_and_none_is_used() -> None:
    found = ids_of(
        goals=["x", {"id": "h1", "text": "y"}],
        actions=["x", {"id": "data-1", "text": "y"}, {"id": "data", "text": "z"}],
        focus_areas=[{"title": "Data", "activities": ["x"]}, "Data"],
    )
    # beside `data-1` an action is counted on from there
    assert found == ["h2", "data-2", "data-2-1", "data-3", "data-4"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Grøn omstilling", "groen-omstilling"),
        ("  Å, æ & Ü! ", "aa-ae-u"),
        ("KIC – (Knowledge and Innovation Communities) - CCSI", "kic-knowledge-and-innovation"),
        ("Sundhedsdatainfrastrukturudviklingsprojekt", "sundhedsdatainfrastrukturudvikli"),
        ("2022", "2022"),
        ("–", ""),
        ("Δεδομένα", ""),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_titles_without_letters_get_an_id_too() -> None:
    assert ids_of(focus_areas=["–", "…"], extra=[{"heading": "?", "text": "x"}]) == [
        "omraade",
        "omraade-2",
        "afsnit",
    ]
