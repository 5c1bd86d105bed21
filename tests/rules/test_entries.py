"""Entries once a plan is proposed: ids that are missing, short forms, and texts that stand twice."""

from pathlib import Path

import pytest

from handleplan.problem import AddKey, Fix, Range, Replace, SetValue
from tests.workspaces import BASE, findings, plan, problems, write

PATH = "2022/sundhed.yaml"
PROPOSED = plan("sundhed") + "stages:\n  proposed: 2022-01-10\n"


@pytest.mark.parametrize(
    ("stages", "found"),
    [
        ("", []),
        ("stages:\n  proposed: 2022-01-10\n", ["HP216", "HP217"]),
        ("stages:\n  agreed: 2022-01-25\n", ["HP216", "HP217"]),
        ("stages:\n  closed: 2022-12-20\n", ["HP216", "HP217"]),
    ],
)
def test_ids_are_needed_once_a_plan_is_proposed(stages: str, found: list[str], tmp_path: Path) -> None:
    write(tmp_path, {**BASE, PATH: plan("sundhed") + stages + "owner: RU\nactions:\n  - text: x\n  - y\n"})
    assert [one.code for one in findings(tmp_path)] == found


def test_ids_are_inserted_where_they_belong(tmp_path: Path) -> None:
    text = PROPOSED + "actions:\n  - text: x\n  - id:\n    text: y\n  - id: ''\n    text: z\n  - w\n"
    write(tmp_path, {**BASE, PATH: text})
    colon = text.index("- id:\n") + len("- id:")
    fixes = {one.where: one.fix for one in problems(tmp_path, PATH) if one.rule != "activity-without-owner"}
    assert list(fixes.values()) == [
        Fix((AddKey(("actions", 0), "id", "h1"),)),
        Fix((Replace(Range(colon, colon), " h2"),)),
        Fix((SetValue(("actions", 2, "id"), "h3"),)),
        Fix((AddKey(("actions", 3), "id", "h4", "text"),)),
    ]


def test_a_text_for_a_focus_area_is_its_title(tmp_path: Path) -> None:
    text = (
        PROPOSED
        + "owner: RU\nfocus_areas:\n  - Data\n  - id: energi\n    title: Energi\n    activities:\n      - x\n"
    )
    write(tmp_path, {**BASE, PATH: text})
    fixes = [one.fix for one in problems(tmp_path, PATH) if one.rule == "text-for-an-entry"]
    assert fixes == [
        Fix((AddKey(("focus_areas", 0), "id", "data", "title"),)),
        Fix((AddKey(("focus_areas", 1, "activities", 0), "id", "energi-1", "text"),)),
    ]


def test_the_message_says_which_id_would_do(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, PATH: PROPOSED + "extra:\n  - heading: Budget 2022\n    text: x\n"})
    (found,) = findings(tmp_path)
    assert found.message.endswith("Skriv: id: budget-2022")
    assert found.fixable


LONG = "Styrke samarbejdet med regionens hospitaler"


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (f"  - id: h1\n    text: {LONG}\n  - id: h2\n    text: {LONG}\n", "h1/h2"),
        (f"  - {LONG}\n  - id: h2\n    text: {LONG}\n", f"{LONG}/h2"),
        (f"  - {LONG}\n  - {LONG}\n", LONG),
        ("  - id: h1\n    text: Holde et møde\n  - id: h2\n    text: Holde et møde\n", None),
        (f"  - id: h1\n    text: {LONG}\n  - id: h2\n    text: {LONG} nu\n", None),
    ],
)
def test_repeated_texts_are_named(entries: str, found: str | None, tmp_path: Path) -> None:
    write(tmp_path, {**BASE, PATH: plan("sundhed") + f"owner: RU\nactions:\n{entries}"})
    named = [one.message for one in findings(tmp_path) if one.name == "repeated-text"]
    assert named == (
        [f"Samme tekst står flere steder: {found}. Er det den samme sag, så skriv den ét sted."]
        if found
        else []
    )


@pytest.mark.parametrize(("stage", "count"), [("proposed", 1), ("agreed", 0), ("closed", 0)])
def test_agreed_wording_is_not_criticised(stage: str, count: int, tmp_path: Path) -> None:
    text = f"stages:\n  {stage}: 2022-01-10\nactions:\n  - id: h1\n    text: {LONG}\n  - id: h2\n    text: {LONG}\n"
    write(tmp_path, {**BASE, PATH: plan("sundhed") + text})
    assert sum(one.name == "repeated-text" for one in findings(tmp_path)) == count


def test_repeated_texts_in_a_plan_are_one_finding(tmp_path: Path) -> None:
    entries = "".join(f"  - id: h{n}\n    text: {LONG} {n % 2}\n" for n in range(1, 5))
    write(tmp_path, {**BASE, PATH: plan("sundhed") + "owner: RU\nactions:\n" + entries})
    (found,) = findings(tmp_path)
    assert "h1/h3, h2/h4" in found.message
    assert (found.line, found.column) == (14, 11)
