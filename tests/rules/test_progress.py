"""A report beside its plan: what has begun by its date, names that lead nowhere, and neighbours that cannot be read."""

from pathlib import Path

import pytest

from handleplan.problem import Fix, RenameKey
from tests.workspaces import AGREEMENT, BASE, PARTIES, findings, plan, problems, write

PLAN = """\
owner: RU
core_activities:
  - id: b1
    text: Rådgive
focus_areas:
  - id: data
    title: Data
    activities:
      - id: data-1
        text: Kortlægge
        quarters: Q1
      - id: data-2
        text: Mødes
        quarters: Q3-Q4
  - id: energi
    title: Energi
    objective: Mindre forbrug
actions:
  - id: synlighed
    text: Synlighed
extra:
  - id: budget
    heading: Budget
    text: Rammen
"""
TEXTS = "summary: x\nchallenges: x\nlessons: x\npriorities: x\nopportunities: x\n"


def report(*named: str, date: str = "2022-06-14", theme: str = "sundhed") -> str:
    lines = "".join(f"  {name}:\n    status: in_progress\n" for name in named)
    return f"theme: {theme}\nyear: 2022\ndate: {date}\n{TEXTS}activities:\n{lines}"


def codes(folder: Path, text: str, round_: str = "2022-06", last: str = PLAN) -> list[str]:
    path = f"2022/status/{round_}/sundhed.yaml"
    write(folder, {**BASE, "2022/sundhed.yaml": plan("sundhed") + last, path: text})
    return [one.code for one in findings(folder) if one.path == path]


def messages(folder: Path, text: str) -> list[str]:
    write(
        folder,
        {**BASE, "2022/sundhed.yaml": plan("sundhed") + PLAN, "2022/status/2022-06/sundhed.yaml": text},
    )
    return [one.message for one in findings(folder)]


@pytest.mark.parametrize(
    ("date", "missing"),
    [
        ("2022-01-01", "data-1, energi, synlighed"),
        ("2022-06-30", "data-1, energi, synlighed"),
        ("2022-07-01", "data-1, data-2, energi, synlighed"),
        ("2022-12-31", "data-1, data-2, energi, synlighed"),
        ("2023-01-31", "data-1, data-2, energi, synlighed"),
    ],
)
def test_what_has_begun_by_a_day(date: str, missing: str, tmp_path: Path) -> None:
    text = report("b1", date=date)
    path = f"2022/status/{date[:7]}/sundhed.yaml"
    write(tmp_path, {**BASE, "2022/sundhed.yaml": plan("sundhed") + PLAN, path: text})
    (found,) = findings(tmp_path)
    assert found.message.startswith(f"Begyndt, men ikke med i rapporten: {missing}. ")
    assert (found.line, found.column, found.location) == (9, 1, "activities")


def test_without_any_activities_the_finding_is_at_the_top(tmp_path: Path) -> None:
    text = report().removesuffix("activities:\n")
    assert codes(tmp_path, text) == ["HP401"]
    (found,) = findings(tmp_path)
    assert (found.line, found.column, found.location) == (1, 1, "activities")


@pytest.mark.parametrize("activities", ["", "activities: {}\n", "activities:\n"])
def test_nothing_reported_in_any_form(activities: str, tmp_path: Path) -> None:
    assert codes(tmp_path, report().replace("activities:\n", activities)) == ["HP401"]


@pytest.mark.parametrize("theme", ["Sundhed", "sund", "sundhed"])
def test_themes_in_other_spellings(theme: str, tmp_path: Path) -> None:
    assert codes(tmp_path, report("data-1", "energi", theme=theme)) == ["HP401"]


def test_a_report_on_another_theme_is_told_of_once(tmp_path: Path) -> None:
    assert codes(tmp_path, report("h1", theme="kultur")) == ["HP208"]


def test_a_report_of_another_month_is_told_of_once(tmp_path: Path) -> None:
    text = report("data-1", "energi", "synlighed", date="2022-07-14")
    assert codes(tmp_path, text) == ["HP210"]


def test_a_plan_that_cannot_be_read_or_is_not_there_is_told_of_elsewhere(tmp_path: Path) -> None:
    assert codes(tmp_path, report("h9"), last="visoin: x\n") == []
    (tmp_path / "2022/sundhed.yaml").unlink()
    assert [one.name for one in findings(tmp_path)] == ["theme-without-plan"]


@pytest.mark.parametrize(
    ("named", "found"),
    [
        # a misspelling of a missing one is one cause
        (
            ["data-1", "energi", "synlihed"],
            ["Planen har ingen aktivitet med id’et “synlihed”. Mente du “synlighed”?"],
        ),
        (
            ["energi", "synlighed", "data1"],
            ["Planen har ingen aktivitet med id’et “data1”. Mente du “data-1”?"],
        ),
        # what is reported already is not offered again
        (
            ["data-1", "energi", "synlighed", "energy"],
            ["Planen har ingen aktivitet med id’et “energy”. Mulighederne er: b1, data-2."],
        ),
        # not begun yet, but plainly meant
        (
            ["data-1", "energi", "synlighed", "data2"],
            ["Planen har ingen aktivitet med id’et “data2”. Mente du “data-2”?"],
        ),
    ],
)
def test_misspelt_names(named: list[str], found: list[str], tmp_path: Path) -> None:
    assert messages(tmp_path, report(*named)) == found


def test_two_names_are_never_taken_for_the_same_activity(tmp_path: Path) -> None:
    text = report("data-1", "energi", "synlihed", "synlghed")
    write(
        tmp_path,
        {**BASE, "2022/sundhed.yaml": plan("sundhed") + PLAN, "2022/status/2022-06/sundhed.yaml": text},
    )
    fixes = [one.fix for one in problems(tmp_path, "2022/status/2022-06/sundhed.yaml")]
    assert fixes == [Fix((RenameKey(("activities", "synlihed"), "synlighed"),), safe=False), None]


@pytest.mark.parametrize(
    "slip",
    [("  - id: synlighed\n    text", "  - text"), ("id: synlighed", "id: energi")],
    ids=["lost", "twice"],
)
def test_an_id_that_is_lost_in_the_plan_is_told_of_there(slip: tuple[str, str], tmp_path: Path) -> None:
    assert codes(tmp_path, report("data-1", "energi", "synlighed"), last=PLAN.replace(*slip)) == []


def test_a_plan_without_activities_has_none_to_report_on(tmp_path: Path) -> None:
    assert codes(tmp_path, report("h1", "m1"), last="") == ["HP402", "HP403"]


@pytest.mark.parametrize("name", ["m1", "data", "budget"])
def test_what_is_no_activity(name: str, tmp_path: Path) -> None:
    assert codes(tmp_path, report("data-1", "energi", "synlighed", name)) == ["HP403"]


def test_a_new_report_in_which_everything_is_empty_has_no_errors(tmp_path: Path) -> None:
    lines = "".join(f"  {name}:\n    status:\n" for name in ("b1", "data-1", "energi", "synlighed"))
    text = f"theme: sundhed\nyear: 2022\ndate: 2022-06-14\nsummary:\nchallenges:\nactivities:\n{lines}  data-2:\n"
    write(
        tmp_path,
        {**BASE, "2022/sundhed.yaml": plan("sundhed") + PLAN, "2022/status/2022-06/sundhed.yaml": text},
    )
    found = [(one.name, one.severity, one.line, one.column) for one in findings(tmp_path)]
    assert found == [("report-without-text", "advice", 4, 1), ("empty-status", "warning", 7, 3)]
    assert findings(tmp_path)[1].message.startswith(
        "Ingen status endnu: b1, data-1, energi, synlighed, data-2. "
    )


def test_an_empty_status_under_an_unknown_name_is_told_of_once(tmp_path: Path) -> None:
    text = report("data-1", "energi", "synlighed") + "  trafik:\n  m1:\n    note: x\n"
    assert codes(tmp_path, text) == ["HP402", "HP403"]


def test_outside_every_agreement_reports_are_held_against_their_plan_too(tmp_path: Path) -> None:
    write(
        tmp_path, {"handleplan.yaml": PARTIES + AGREEMENT, "2031/sundhed.yaml": plan("sundhed", 2031) + PLAN}
    )
    text = report("b1").replace("2022", "2031")
    write(tmp_path, {"2031/status/2031-06/sundhed.yaml": text})
    assert [one.code for one in findings(tmp_path) if one.severity == "error"] == ["HP401"]
