from collections.abc import Mapping
from typing import Any

import pytest

from handleplan.report.view import Section
from tests.report.samples import PLAIN_AREAS, RICH, paper_of, plan_of

BASE = {"theme": "kultur", "year": "2022", "title": "K", "goals": ["a"], "actions": ["b"], "background": "c"}


def sections(values: Mapping[str, Any], **changes: Any) -> tuple[Section, ...]:
    return paper_of(plan_of(values, **changes)).plans[0].sections


def test_sections_stand_in_order_and_empty_ones_are_left_out() -> None:
    assert [(section.key, section.heading) for section in sections(RICH)] == [
        ("background", "Baggrund"),
        ("goals", "Mål"),
        ("core_activities", "Bærende aktiviteter"),
        ("focus_areas", "Indsatser"),
        ("actions", "Handlinger i 2022 og frem"),
        ("extra", "Budget"),
        ("governance", None),
        ("annexes", "Bilag"),
        ("extra", "Sidst"),
        ("timeline", "Tidsplan"),
    ]


def test_a_hidden_section_keeps_a_name() -> None:
    hidden = next(section for section in sections(RICH) if section.heading is None)
    assert hidden.name == "Organisering"


def test_a_lead_in_comes_with_its_section() -> None:
    intro = next(section for section in sections(RICH) if section.key == "actions").intro
    assert intro is not None
    assert intro.source == "Med fokus på"


def test_bare_focus_areas_print_as_a_list() -> None:
    (section,) = sections(PLAIN_AREAS)
    assert section.style == "list"
    assert [(entry.title, entry.schedule) for entry in section.entries] == [("Musik", None), ("Teater", "Q3")]


@pytest.mark.parametrize("more", [{"objective": "m"}, {"text": "t"}, {"activities": ["a"]}])
def test_one_focus_area_that_says_more_gives_all_sub_headings(more: dict[str, object]) -> None:
    (section,) = sections(PLAIN_AREAS, focus_areas=["Musik", {"title": "Teater", **more}])
    assert section.style == "areas"


@pytest.mark.parametrize(
    ("extras", "order"),
    [
        ([("x", "goals"), ("y", "goals")], "background goals x y actions"),
        ([("x", None), ("y", "background")], "background y goals actions x"),
        ([("y", "x"), ("x", "goals"), ("z", "goals")], "background goals x y z actions"),
        ([("x", "vision")], "background x goals actions"),
        ([("y", "x"), ("x", "ukendt")], "background goals actions x y"),
        ([("x", "y"), ("y", "x"), ("z", "z")], "background goals actions x y z"),
    ],
)
def test_extra_sections_stand_where_they_want(extras: list[tuple[str, str | None]], order: str) -> None:
    values = [
        {"id": name, "heading": name, "text": "t", **({"after": after} if after else {})}
        for name, after in extras
    ]
    found = [s.heading if s.key == "extra" else s.key for s in sections(BASE, extra=values)]
    assert " ".join(filter(None, found)) == order


def test_anchors_are_unique() -> None:
    values = {**BASE, "goals": [{"id": "actions", "text": "a"}], "actions": [{"id": "goals", "text": "b"}]}
    found = sections(values, extra=[{"id": "x", "heading": "h", "text": "t"}] * 2)
    anchors = [section.anchor for section in found]
    anchors += [entry.anchor or "" for section in found for entry in section.entries]
    assert len(set(anchors)) == len(anchors)
