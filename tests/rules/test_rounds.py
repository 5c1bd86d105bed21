"""Statuses beside the schedule and the rounds before: year ends, order, and rounds that cannot be read."""

from itertools import product
from pathlib import Path

import pytest

from handleplan.model.values import STATUSES
from tests.workspaces import BASE, findings, plan, write

PLAN = (
    plan("sundhed")
    + "owner: RU\nactions:\n  - id: h1\n    text: x\n    quarters: {quarters}\n  - id: h2\n    text: y\n"
)
TEXTS = "summary: x\nchallenges: x\nlessons: x\npriorities: x\nopportunities: x\n"


def report(date: str, h1: str, h2: str = "ongoing", note: str = "") -> dict[str, str]:
    lines = f"  h1:\n    status: {h1}\n{note}  h2:\n    status: {h2}\n".replace(": \n", ":\n")
    text = f"theme: sundhed\nyear: 2022\ndate: {date}\n{TEXTS}activities:\n{lines}"
    return {f"2022/status/{date[:7]}/sundhed.yaml": text}


def found(folder: Path, files: dict[str, str], quarters: str = "Q1") -> list[tuple[str, str, int]]:
    write(folder, {**BASE, "2022/sundhed.yaml": PLAN.format(quarters=quarters), **files})
    return [(one.path.split("/")[2], one.name, one.line) for one in findings(folder)]


@pytest.mark.parametrize(
    ("quarters", "date", "early"),
    [
        ("Q3", "2022-06-30", True),
        ("Q3", "2022-07-01", False),
        ("Q1", "2022-01-01", False),
        ("Q4", "2023-01-31", False),
        ("Q2, Q4", "2022-03-31", True),
        ("Q2, Q4", "2022-05-01", False),
    ],
)
def test_done_before_it_began(quarters: str, date: str, early: bool, tmp_path: Path) -> None:
    expected = [(date[:7], "done-before-it-began", 11)] if early else []
    assert found(tmp_path, report(date, "done"), quarters) == expected


STAGES = [{"planned"}, {"in_progress", "ongoing", "delayed"}, {"done", "dropped", "carried_over"}]


@pytest.mark.parametrize(("before", "now"), list(product(STATUSES, STATUSES)))
def test_which_way_a_status_goes(before: str, now: str, tmp_path: Path) -> None:
    far = {status: number for number, stage in enumerate(STAGES) for status in stage}
    files = report("2022-03-14", before, note="    note: x\n") | report("2022-06-14", now)
    expected = []
    if now in ("delayed", "dropped"):  # a note is missing whichever way it goes
        expected = [("2022-06", "unexplained-status", 11)]
    elif far[now] < far[before]:
        expected = [("2022-06", "status-going-backwards", 11)]
    assert found(tmp_path, files) == expected


def test_a_note_explains(tmp_path: Path) -> None:
    files = report("2022-03-14", "done") | report("2022-06-14", "planned", note="    note: Forfra\n")
    assert found(tmp_path, files) == []


def test_the_latest_earlier_round_with_a_status_counts(tmp_path: Path) -> None:
    files = report("2022-03-14", "done") | report("2022-06-14", "", note="    note: x\n")
    files |= report("2022-09-14", "in_progress") | report("2023-01-14", "ongoing")
    assert found(tmp_path, files) == [
        ("2022-06", "empty-status", 10),
        ("2022-09", "status-going-backwards", 11),
    ]
    write(tmp_path, files)
    (message,) = [one.message for one in findings(tmp_path) if one.name == "status-going-backwards"]
    assert message.startswith("I runden 2022-03 var status “done”; nu er den “in_progress”.")


def test_january_after_the_year_is_its_last_round(tmp_path: Path) -> None:
    files = report("2022-12-14", "done") | report("2023-01-14", "in_progress")
    assert found(tmp_path, files) == [("2023-01", "status-going-backwards", 11)]


def test_a_round_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    files = report("2022-03-14", "done") | report("2022-09-14", "ongoing")
    assert [name for _, name, _ in found(tmp_path, {**files, "2022/status/2022-06/sundhed.yaml": "x: ["})][
        1:
    ] == ["status-going-backwards"]


def test_texts_that_are_missing_are_named_at_the_first_that_waits_for_one(tmp_path: Path) -> None:
    files = report("2022-06-14", "done")
    (path,) = files
    write(tmp_path, {**BASE, "2022/sundhed.yaml": PLAN.format(quarters="Q1")})
    for text, expected, where in [
        (files[path].replace(TEXTS, ""), "summary, challenges, lessons, priorities, opportunities", (3, 7)),
        (
            files[path].replace("lessons: x\n", "lessons:\n").replace("summary: x\n", ""),
            "summary, lessons",
            (5, 1),
        ),
        (files[path].replace("opportunities: x\n", ""), "opportunities", (3, 7)),
    ]:
        write(tmp_path, {path: text})
        (one,) = findings(tmp_path)
        assert (
            one.message
            == f"Rapporten har endnu ingen tekst under {expected}. Et par linjer er nok til mødet."
        )
        assert ((one.line, one.column), one.severity) == (where, "advice")


@pytest.mark.parametrize("date", ["2021-12-14", "2019-07-14", "2023-02-14"])
def test_of_a_report_outside_the_year_only_that_is_told(date: str, tmp_path: Path) -> None:
    assert found(tmp_path, report(date, "done", "done"), "Q3") == [(date[:7], "round-outside-year", 3)]
