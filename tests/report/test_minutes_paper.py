from datetime import date

import pytest

from handleplan.failure import Failure
from handleplan.model.meeting import Meeting
from handleplan.report.minutes_paper import build_minutes_paper
from tests.report.year import JANUARY, JUNE_MEETING, MEETINGS, material_of


def test_the_latest_meeting_held_is_printed() -> None:
    assert build_minutes_paper(material_of(), MEETINGS).title == "Beslutningsreferat: Dialog"
    later = build_minutes_paper(material_of(today=date(2022, 6, 29)), MEETINGS)
    assert later.title == "Beslutningsreferat: c"


def test_on_its_day_a_meeting_has_minutes_once_it_has_decided_something() -> None:
    that_day = material_of(today=date(2022, 6, 28))
    assert build_minutes_paper(that_day, MEETINGS).title == "Dagsorden: c"
    decided = Meeting.model_validate({**JUNE_MEETING, "decisions": [{"text": "Ja."}]})
    assert build_minutes_paper(that_day, {"june": decided}).title == "Beslutningsreferat: c"


def test_when_papers_were_due_is_told_before_the_meeting_alone() -> None:
    def told(day: date) -> bool:
        facts = build_minutes_paper(material_of(today=day), MEETINGS, "january").facts
        return any(fact.label == "Materiale sendes senest" for fact in facts)

    assert told(date(2022, 1, 20))
    assert not told(date(2022, 1, 26))


@pytest.mark.parametrize("wanted", ["june", "c"])
def test_a_meeting_to_come_has_an_agenda_and_no_decisions(wanted: str) -> None:
    paper = build_minutes_paper(material_of(), MEETINGS, wanted)
    assert paper.title == "Dagsorden: c"
    assert [section.key for section in paper.cover or ()] == ["agenda"]


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2022, 3, 31), "Åben"), (date(2022, 4, 1), "Åben · fristen er overskredet")],
)
def test_a_decision_is_past_its_deadline_from_the_day_after(day: date, state: str) -> None:
    _, decisions = build_minutes_paper(material_of(today=day), MEETINGS).cover or ()
    assert [row[4].text for row in decisions.tables[0].rows] == ["Gennemført", state, "Åben"]


def test_a_meeting_without_decisions_says_so() -> None:
    meeting = Meeting.model_validate({**JANUARY, "decisions": [], "agenda": [], "themes": ["Sundhed"]})
    paper = build_minutes_paper(material_of(), {"x": meeting})
    (decisions,) = paper.cover or ()
    assert decisions.intro
    assert decisions.intro.visible == "Der er ikke noteret beslutninger."
    assert ("Tema", ("Sundhed",)) in paper.facts


@pytest.mark.parametrize(
    ("meetings", "wanted", "day", "key"),
    [
        ({}, None, date(2022, 6, 1), "no-meetings"),
        (MEETINGS, None, date(2022, 1, 1), "no-meetings-held"),
        (MEETINGS, "januar", date(2022, 6, 1), "unknown-meeting"),
    ],
)
def test_no_meeting_is_told(meetings: dict[str, Meeting], wanted: str | None, day: date, key: str) -> None:
    with pytest.raises(Failure) as caught:
        build_minutes_paper(material_of(today=day), meetings, wanted)
    assert caught.value.key == key
    assert caught.value.values.get("nearest", "january") == "january"
