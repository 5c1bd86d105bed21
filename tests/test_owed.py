"""What a party or a person owes and by when."""

import pytest

from handleplan.failure import Failure
from handleplan.owed import Owed, owed_by
from handleplan.status import Around, YearData
from tests.years import CONFIG, NEXT_YEAR, YEAR, day, meeting, status


def owed(on: str, word: str, *years: YearData, **keys: object) -> Owed:
    return owed_by(CONFIG, status(on, *years, **keys), word)


def told(found: Owed) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (debt.kind, debt.by.isoformat() if debt.by else None, debt.state, debt.id or debt.text)
        for debt in found.debts
    ]


def test_a_person_owes_what_bears_the_name() -> None:
    found = owed("2022-06-15", "AB")
    assert (found.owner, found.name, found.party) == ("AB", "Anne Berg", "CDEU")
    assert told(found) == [
        # nobody is responsible for the June meeting: its paper is owed by the owner of the plan
        ("paper", "2022-06-30", "due", "june-meeting"),
        ("activity", "2022-06-30", None, "h2"),
        ("decision", "2022-09-15", "open", "AB inviterer hospitalerne"),
        ("activity", None, None, "b1"),
        ("activity", None, "ongoing", "h1"),
    ]


def test_a_party_answers_for_its_people() -> None:
    found = owed("2022-06-15", "CDEU")
    assert (found.name, found.party, found.of_party) == ("Central Denmark EU Office", None, 0)
    assert [(kind, by, name) for kind, by, _, name in told(found)] == [
        ("step", "2021-11-30", "team-dialogue"),
        ("paper", "2022-06-30", "june-meeting"),
        ("paper", "2022-06-30", "june-meeting"),
        ("activity", "2022-06-30", "h2"),
        ("decision", "2022-09-15", "AB inviterer hospitalerne"),
        ("decision", None, "Logo aftales"),
        ("activity", None, "b1"),
        ("activity", None, "h1"),
        ("activity", None, "h1"),
        ("activity", None, "Et møde uden id"),
    ]
    assert {debt.owner for debt in found.debts} == {"AB", "CDEU"}


def test_what_the_party_owes_itself_is_counted_for_its_people() -> None:
    party = [debt for debt in owed("2022-06-15", "CDEU").debts if debt.owner == "CDEU"]
    assert owed("2022-06-15", "AB").of_party == len(party) == 5


def test_a_person_without_party_owes_alone() -> None:
    assert owed("2022-06-15", "MH") == Owed("MH", "Mads Holm", ())


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2022-01-24", []),
        ("2022-01-25", ["RU sender en oversigt"]),
        ("2022-12-31", ["RU sender en oversigt"]),
    ],
)
def test_a_decision_is_owed_once_its_meeting_was_held(on: str, found: list[str]) -> None:
    assert [debt.text for debt in owed(on, "RU").debts if debt.kind == "decision"] == found


def test_open_decisions_of_earlier_years_are_not_forgotten() -> None:
    around = Around(before=(YEAR._replace(plans={}, reports=()),))
    found = owed("2023-03-01", "RU", NEXT_YEAR, around=around)
    assert [(debt.year, debt.text, debt.by) for debt in found.debts] == [
        (2022, "RU sender en oversigt", day("2022-03-31"))
    ]


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2021-10-31", "upcoming"),
        ("2021-11-01", "due"),
        ("2021-11-30", "due"),
        ("2021-12-01", "not_recorded"),
    ],
)
def test_a_step_is_owed_until_it_is_done(on: str, state: str) -> None:
    (step,) = [debt for debt in owed(on, "CDEU").debts if debt.kind == "step"]
    assert (step.state, step.by, step.themes) == (state, day("2021-11-30"), ())


def test_a_step_is_owed_for_the_themes_it_is_open_for() -> None:
    data = YEAR._replace(meetings=(meeting("team-dialogue", "2021-11-08", "kultur"),))
    (step,) = [debt for debt in owed("2021-11-10", "CDEU", data).debts if debt.kind == "step"]
    assert step.themes == ("sundhed",)


def test_what_is_done_is_not_owed() -> None:
    assert "data-1" not in {debt.id for debt in owed("2022-06-14", "AB").debts}
    assert "data-1" in {debt.id for debt in owed("2022-06-13", "AB").debts}


@pytest.mark.parametrize(
    ("word", "near"), [("CDE", "CDEU"), ("cdeu", "CDEU"), ("ab", "AB"), ("Nogen", ""), ("", "")]
)
def test_of_an_unknown_owner_the_nearest_is_offered(word: str, near: str) -> None:
    with pytest.raises(Failure) as failure:
        owed("2022-06-15", word)
    assert failure.value.key == "unknown-owner"
    assert failure.value.values["nearest"] == near
    assert failure.value.values["expected"] == ["CDEU", "RU", "AB", "MH"]
