"""Partners and participants in free text: what is a slip, and what is another name."""

from pathlib import Path

import pytest

from handleplan.problem import Fix, SetValue
from tests.workspaces import AGREEMENT, BASE, PARTIES, findings, plan, problems, write

PEOPLE = "people:\n  - initials: AB\n    name: Anne Berg\n    party: RU\n"


@pytest.mark.parametrize(
    ("partner", "meant"),
    [
        ("Regional Udviklin", "Regional Udvikling"),
        ("regional udvikling", "Regional Udvikling"),
        ("CDUE", "CDEU"),
        ("Ru", "RU"),
        ("Anne Berk", "Anne Berg"),
        ("Regional Udvikling", None),
        ("Regional Udviklings", None),
        ("Regional", None),
        ("RM", None),
        ("UR", None),
        ("AC", None),
        ("RU’s chefgruppe", None),
        ("CDEU2", None),
    ],
)
def test_partners(partner: str, meant: str | None, tmp_path: Path) -> None:
    text = f"owner: RU\nactions:\n  - id: h1\n    text: x\n    partners:\n      - Hospitalet\n      - {partner}\n"
    write(
        tmp_path,
        {
            **BASE,
            "handleplan.yaml": PARTIES + PEOPLE + AGREEMENT,
            "2022/sundhed.yaml": plan("sundhed") + text,
        },
    )
    path = ("actions", 0, "partners", 1)
    fixes = [one.fix for one in problems(tmp_path, "2022/sundhed.yaml") if one.rule == "misspelt-party"]
    assert fixes == ([Fix((SetValue(path, meant),), safe=False)] if meant else [])


def test_of_two_parties_that_are_as_near_none_is_meant(tmp_path: Path) -> None:
    config = "parties:\n  - id: NORD\n    name: Nord\n  - id: MORD\n    name: Mord\n" + AGREEMENT.replace(
        "CDEU", "NORD"
    )
    text = "owner: NORD\nactions:\n  - id: h1\n    text: x\n    partners:\n      - XORD\n"
    write(tmp_path, {**BASE, "handleplan.yaml": config, "2022/sundhed.yaml": plan("sundhed") + text})
    assert [one for one in findings(tmp_path) if one.severity != "advice"] == []


def test_participants_of_steps_and_meetings_in_a_list_or_alone(tmp_path: Path) -> None:
    config = PARTIES + AGREEMENT + "        participants: CDUE\n"
    meeting = (
        "step: june-meeting\ndate: 2022-06-20\nparticipants:\n  - RU\n  - Regional  Udvikling\n  - CDUE\n"
    )
    write(tmp_path, {**BASE, "handleplan.yaml": config, "2022/meetings/june-meeting.yaml": meeting})
    found = [(one.name, one.location) for one in findings(tmp_path)]
    assert found == [
        ("misspelt-party", "agreements[0].cycle[3].participants"),
        ("misspelt-party", "participants[1]"),
        ("misspelt-party", "participants[2]"),
    ]
