import pytest

from handleplan.report.onepage_paper import build_onepage_paper
from handleplan.report.view import Section
from tests.report.samples import RICH, plan_of
from tests.report.year import material_of

LONG = "En temmelig lang tekst om noget, der skal ske i løbet af året, og som ingen når at læse på et møde. "


def sections(**changes: object) -> tuple[Section, ...]:
    material = material_of(plan_of(RICH, **changes), chosen=("sundhed",))
    return build_onepage_paper(material).plans[0].sections


def test_background_and_governance_are_left_out() -> None:
    keys = [section.key for section in sections()]
    assert keys == ["goals", "core_activities", "focus_areas", "actions", "annexes"]
    assert all(section.heading and section.more is None for section in sections())


def test_what_a_page_does_not_need_is_left_out_of_entries() -> None:
    for section in sections():
        entries = [*section.entries, *(one for area in section.areas for one in area.activities)]
        assert not [entry for entry in entries if entry.has_facts]


@pytest.mark.parametrize("number", [20, 200])
def test_every_list_gets_a_share_and_says_what_is_left_out(number: int) -> None:
    work = [{"id": f"h{n}", "text": LONG} for n in range(number)]
    goals = [{"id": f"g{n}", "text": LONG} for n in range(number)]
    found = {section.key: section for section in sections(actions=work, goals=goals)}
    for key in ("actions", "goals"):
        shown = len(found[key].entries)
        assert 3 <= shown < number
        assert found[key].more == f"… og {number - shown} flere"


def test_one_that_is_left_out_is_one() -> None:
    found = {section.key: section for section in sections(actions=["Kort", LONG * 100])}
    assert found["actions"].more == "… og 1 mere"


def test_a_vision_that_would_fill_the_page_is_left_out_whole() -> None:
    assert "vision" in [section.key for section in sections(vision="Kort.")]
    assert "vision" not in [section.key for section in sections(vision=LONG * 40)]


def test_activities_of_areas_are_cut_and_counted() -> None:
    areas = [{"title": f"Område {n}", "activities": [LONG] * 10} for n in range(8)]
    area = next(section for section in sections(focus_areas=areas) if section.areas)
    shown = sum(len(one.activities) for one in area.areas)
    assert all(one.activities for one in area.areas)
    assert area.more == f"… og {80 - shown} flere"
