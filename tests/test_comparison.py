"""Two versions of a plan: what counts as a change, what as gone, and what each is called."""

from collections.abc import Mapping
from typing import Any

import pytest

from handleplan.comparison import changed, removed, share_kept, stages_removed
from handleplan.model.plan import Plan

AGREED: Mapping[str, Any] = {
    "theme": "sundhed", "year": "2022", "title": "Sundhed", "owner": "CDEU",
    "stages": {"proposed": "2022-01-10", "agreed": "2022-01-25"},
    "vision": "Et sundt\nMidtjylland.\n\n- for alle\n- på øen\n",
    "goals": [{"id": "m1", "text": "Lighed i sundhed"}, {"id": "m2", "text": "Synlighed"}],
    "core_activities": [{"id": "b1", "text": "Rådgivning"}],
    "focus_areas": [
        {"id": "data", "title": "Data", "objective": "Bedre data", "activities": [
            {"id": "d1", "text": "Kortlægning af det, der er", "quarters": "Q1", "partners": ["AUH", "RN"]},
            {"id": "d2", "text": "Et møde", "goals": ["m1", "m2"]},
        ]},
        {"id": "ai", "title": "Kunstig intelligens"},
    ],
    "actions": [{"id": "h1", "text": "Netværk"}, {"text": "Uden id"}],
    "annexes": [{"id": "bilag", "title": "Bilag", "text": "Et bilag"}],
    "extra": [{"id": "budget", "heading": "Budget", "text": "100 kr."}],
    "sections": {"actions": {"intro": "Vi vil"}},
}  # fmt: skip


def plan(**keys: Any) -> Plan:
    """Return the agreed plan with other values for some of its keys."""
    return Plan.model_validate({key: value for key, value in {**AGREED, **keys}.items() if value is not None})


def told(**keys: Any) -> list[str]:
    """Return how a plan with other values differs from the agreed one."""
    return [one.told for entry in changed(plan(), plan(**keys)) for one in entry.differences]


def gone(**keys: Any) -> list[tuple[tuple[str | int, ...], tuple[str, ...]]]:
    """Return what a plan with other values lacks of the agreed one."""
    return [tuple(one) for one in removed(plan(), plan(**keys))]  # type: ignore[misc]


def area(*activities: Mapping[str, Any], **keys: Any) -> list[Any]:
    """Return the focus areas, the first one with other values."""
    first = {**AGREED["focus_areas"][0], **keys}
    return [{**first, "activities": list(activities) or first["activities"]}, AGREED["focus_areas"][1]]


D1, D2 = AGREED["focus_areas"][0]["activities"]


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"vision": "Et sundt Midtjylland.\n- for alle  - på\u00a0øen"},
        {"vision": "Et sundt Midtjylland. - for alle - på øen\u200b"},
        {"vision": "Et sundt Midtjylland. - for alle - pa\u030a øen"},
        {"goals": [AGREED["goals"][1], AGREED["goals"][0]]},
        {"focus_areas": AGREED["focus_areas"][::-1]},
        {"focus_areas": area(D2, D1)},
        {"focus_areas": area({**D1, "partners": ["RN", "AUH"]}, {**D2, "goals": ["m2", "m1"]})},
        {"actions": [*AGREED["actions"], {"id": "ny", "text": "Mere"}], "governance": "Et udvalg"},
        {"actions": [{"id": "h1", "text": "Netværk"}, {"id": "h2", "text": "Uden  id"}]},
        {"actions": ["Uden id", {"id": "h1", "text": "Netværk"}]},
        {"date": "2022-06-01"},
        {"stages": {**AGREED["stages"], "closed": "2023-01-20"}},
    ],
)
def test_what_makes_no_difference(keys: Mapping[str, Any]) -> None:
    assert told(**keys) == []
    assert gone(**keys) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"title": "Sundhed 2022", "owner": None}, ["title (“Sundhed” → “Sundhed 2022”)", "owner (CDEU → –)"]),
        ({"theme": "psykiatri"}, ["theme (sundhed → psykiatri)"]),
        ({"stages": {"agreed": "2022-01-20"}}, ["stages.agreed (2022-01-25 → 2022-01-20)"]),
        ({"stages": {"proposed": "2022-01-10"}}, []),
        ({"vision": "Et sundt Midtjylland"}, ["vision"]),
        ({"goals": [{"id": "m1", "text": "Lighed"}, AGREED["goals"][1]]}, ["m1.text (“Lighed i sundhed” → “Lighed”)"]),
        (
            {"focus_areas": area({**D1, "quarters": "Q1-Q2", "owner": "RU"}, {**D2, "goals": ["m1"]})},
            ["d1.quarters (Q1 → Q1–Q2)", "d1.owner (– → RU)", "d2.goals (m1, m2 → m1)"],
        ),
        ({"focus_areas": area({**D1, "text": "x" * 41}, D2)}, ["d1.text"]),
        ({"focus_areas": area({**D1, "partners": ["AUH"]}, D2)}, ["d1.partners (“AUH, RN” → “AUH”)"]),
        ({"focus_areas": area(D1, D2, objective="Flere data")}, ["data.objective (“Bedre data” → “Flere data”)"]),
        # known by what it says
        ({"actions": [{"id": "h9", "text": "Netværk"}, "Uden id"]}, ["h9.id (h1 → h9)"]),
        ({"actions": ["Netværk", "Uden id"]}, ["“Netværk”.id (h1 → –)"]),
        ({"actions": [AGREED["actions"][0], {"id": "h2", "text": "Uden id", "quarters": "Q3"}]}, ["h2.quarters (– → Q3)"]),
        ({"focus_areas": area(D1, D2, id="tal")}, ["tal.id (data → tal)"]),
        # elsewhere
        ({"core_activities": [], "actions": [*AGREED["core_activities"], *AGREED["actions"]]}, ["b1 (core_activities → actions)"]),
        (
            {"focus_areas": [{**AGREED["focus_areas"][0], "activities": [D1]}, {**AGREED["focus_areas"][1], "activities": [D2]}]},
            ["d2 (data → ai)"],
        ),
        ({"extra": [{"id": "budget", "heading": "Økonomi", "text": "90 kr."}]},
         ["budget.heading (“Budget” → “Økonomi”)", "budget.text (“100 kr.” → “90 kr.”)"]),
        ({"sections": {"goals": {"heading": "Pejlemærker"}}},
         ["sections.goals.heading (– → “Pejlemærker”)", "sections.actions.intro (“Vi vil” → –)"]),
    ],
)  # fmt: skip
def test_what_has_changed(keys: Mapping[str, Any], expected: list[str]) -> None:
    assert told(**keys) == expected
    assert gone(**keys) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"vision": None}, [(("vision",), ("vision",))]),
        ({"actions": None}, [(("actions",), ("h1 (“Netværk”)", "“Uden id”"))]),
        ({"focus_areas": area(D1)}, [(("focus_areas", 0, "activities"), ("d2 (“Et møde”)",))]),
        # where the area stands now
        (
            {"focus_areas": area(D1)[::-1]},
            [(("focus_areas", 1, "activities"), ("d2 (“Et møde”)",))],
        ),
        # what was in it is gone with it, and not counted again
        ({"focus_areas": [AGREED["focus_areas"][1]]}, [(("focus_areas",), ("data (“Data”)",))]),
        ({"annexes": None, "extra": None}, [(("annexes",), ("bilag (“Bilag”)",)), (("extra",), ("budget (“Budget”)",))]),
        # another id and another text: another entry
        ({"goals": [{"id": "m3", "text": "Vækst"}, AGREED["goals"][1]]}, [(("goals",), ("m1 (“Lighed i sundhed”)",))]),
    ],
)  # fmt: skip
def test_what_is_gone(keys: Mapping[str, Any], expected: list[Any]) -> None:
    assert gone(**keys) == expected
    assert told(**keys) == []


def test_two_entries_that_say_the_same_are_two() -> None:
    twice = {**AGREED, "actions": ["Netværk", "Netværk"]}
    once = {**AGREED, "actions": ["Netværk"]}
    (lost,) = removed(Plan.model_validate(twice), Plan.model_validate(once))
    assert lost == (("actions",), ("“Netværk”",))


def test_an_activity_saved_from_a_focus_area_that_is_gone() -> None:
    keys = {"focus_areas": [AGREED["focus_areas"][1]], "actions": [*AGREED["actions"], D1]}
    assert told(**keys) == ["d1 (data → actions)"]
    assert gone(**keys) == [(("focus_areas",), ("data (“Data”)",))]


def test_how_much_is_kept() -> None:
    assert share_kept(plan(), plan(title="Et andet", year="2023")) == 1
    other = Plan.model_validate(
        {"theme": "x", "year": "2022", "title": "x", "goals": ["Synlighed", "Netværk"]}
    )
    assert share_kept(other, plan()) == 1
    assert share_kept(plan(), other) == 2 / 11


@pytest.mark.parametrize(
    ("stages", "gone"),
    [
        (AGREED["stages"], ()),
        ({"proposed": "2022-01-10"}, ("agreed",)),
        ({"agreed": "2022-01-20"}, ()),
        ({"closed": "2023-01-20"}, ("agreed",)),
        (None, ("agreed",)),
    ],
)
def test_which_stages_were_removed(stages: Mapping[str, str] | None, gone: tuple[str, ...]) -> None:
    assert stages_removed(plan(), plan(stages=stages)) == gone
