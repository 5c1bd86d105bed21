from handleplan.report.entries import responsible
from handleplan.report.view import Entry, GoalReference
from tests.report.samples import RICH, config_of, paper_of, plan_of


def entries(key: str) -> tuple[Entry, ...]:
    sections = paper_of(plan_of(RICH)).plans[0].sections
    return next(section for section in sections if section.key == key).entries


def test_owners_are_told_in_words() -> None:
    config = config_of()
    texts = [who.text for who in (responsible(owner, config) for owner in ("RU", "AB", "Ukendt")) if who]
    assert texts == ["Regional Udvikling (RU)", "Anna Bæk (AB)", "Ukendt"]
    assert responsible(None, config) is None


def test_an_owner_is_told_where_it_is_not_the_inherited_one() -> None:
    areas = next(s for s in paper_of(plan_of(RICH)).plans[0].sections if s.style == "areas").areas
    assert areas[0].entry.owner is not None
    assert [entry.owner and entry.owner.id for entry in areas[0].activities] == [None, "RU"]
    assert [entry.owner for entry in entries("core_activities")] == [None, None]


def test_goals_are_told_by_number_and_unknown_ones_by_id() -> None:
    served = entries("core_activities")[1].goals
    assert served == (GoalReference("m2", 2, "sundhed.m2"), GoalReference("m9", None, None))
    assert paper_of(plan_of(RICH)).plans[0].numbered_goals


def test_quarters_are_printed_with_an_en_dash() -> None:
    assert [(entry.quarters, entry.schedule) for entry in entries("annexes")] == [((1,), "Q1")]
    areas = next(s for s in paper_of(plan_of(RICH)).plans[0].sections if s.style == "areas").areas
    assert [area.entry.schedule for area in areas] == ["Q1–Q4", None]
    assert [entry.schedule for entry in areas[0].activities] == ["Q1", "Q2, Q4"]


def test_an_anchor_is_given_once() -> None:
    plan = plan_of(RICH, goals=[{"id": "x", "text": "a"}, {"id": "x", "text": "b"}], core_activities=[])
    goals = next(s for s in paper_of(plan).plans[0].sections if s.key == "goals").entries
    assert [goal.anchor for goal in goals] == ["sundhed.x", None]
