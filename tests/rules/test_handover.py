"""What one year leaves to the next: closed years, January rounds, core activities, and plans that cannot be read."""

from pathlib import Path

import pytest

from tests.workspaces import BASE, findings, plan, write

WORK = """\
owner: RU
core_activities:
  - id: b1
    text: Rådgive
actions:
  - id: h1
    text: Synlighed
  - id: h2
    text: Netværk
"""
CLOSED = "stages:\n  closed: 2021-12-20\n"
NAME = "unfinished-activity-not-continued"


def report(round_: str, **statuses: str) -> dict[str, str]:
    lines = "".join(f"  {name}:\n    status: {status}\n    note: x\n" for name, status in statuses.items())
    text = f"theme: sundhed\nyear: 2021\ndate: {round_}-14\nactivities:\n{lines}"
    return {f"2021/status/{round_}/sundhed.yaml": text}


def continues(theme: str, *references: str) -> str:
    lines = "".join(f"      - {one}\n" for one in references)
    return plan(theme) + f"owner: RU\nactions:\n  - id: h1\n    text: x\n    continues:\n{lines}"


def left_over(folder: Path, last: str, files: dict[str, str], *paths: str) -> str | None:
    """Return the activities of 2021 that are found to be left over; None without a finding."""
    write(folder, {**BASE, "2021/sundhed.yaml": plan("sundhed", 2021) + WORK + last, **files})
    found = [one for one in findings(folder, *paths) if one.name == NAME]
    assert all(one.path == "2022/sundhed.yaml" and one.severity == "warning" for one in found)
    return found[0].message.split(": ")[1].split(". ")[0] if found else None


@pytest.mark.parametrize(
    ("last", "reports", "left"),
    [
        # a year is over once its plan is closed or January has come
        ("", {}, None),
        ("", report("2021-06", h1="in_progress", h2="planned"), None),
        ("", report("2021-12", h1="in_progress", h2="planned"), None),
        ("", report("2021-01", h1="in_progress", h2="planned"), None),
        ("", report("2022-01", h1="in_progress", h2="planned"), "h1, h2"),
        (CLOSED, report("2021-06", h1="in_progress", h2="done"), "h1"),
        (CLOSED, {}, "h1, h2"),
        # the latest status counts; a core activity only where one was given
        ("", report("2021-06", h1="in_progress", h2="done") | report("2022-01", h1="done"), None),
        (
            "",
            report("2021-06", h1="done", h2="done") | report("2022-01", h1="carried_over", h2="dropped"),
            "h1",
        ),
        ("", report("2022-01", b1="ongoing", h1="done", h2="done"), "b1"),
        ("", report("2022-01", b1="done", h1="done", h2="dropped"), None),
        ("", report("2021-06", b1="ongoing") | report("2022-01", h1="done", h2="done"), "b1"),
        # what the last report should have told is told of there
        ("", report("2021-06", h1="planned", h2="planned") | report("2022-01", h1="planned"), "h1"),
        (CLOSED, report("2021-06", h1="planned"), "h1"),
    ],
)
def test_what_is_left_over(last: str, reports: dict[str, str], left: str | None, tmp_path: Path) -> None:
    assert left_over(tmp_path, last, reports) == left


@pytest.mark.parametrize("paths", [(), ("2022/sundhed.yaml",), ("2022", "2021")])
def test_any_plan_of_the_year_may_go_on_with_it(paths: tuple[str, ...], tmp_path: Path) -> None:
    kultur = {"2022/kultur.yaml": continues("kultur", "2021/Sundhed.h2", "2021/h1")}
    assert left_over(tmp_path, CLOSED, kultur, *paths) == "h1"
    both = {**kultur, "2022/sundhed.yaml": continues("sundhed", "2021/h1")}
    assert left_over(tmp_path, CLOSED, both, *paths) is None


@pytest.mark.parametrize("reference", ["2021/h9", "2012/h1", "2022/h1", "2021/kultur.h1"])
def test_a_reference_that_leads_nowhere_is_told_of_alone(reference: str, tmp_path: Path) -> None:
    files = {"2022/sundhed.yaml": continues("sundhed", reference, "2021/h2")}
    assert left_over(tmp_path, CLOSED, files) is None
    assert [one.name for one in findings(tmp_path, "2022/sundhed.yaml")] == [
        "continues-not-earlier" if reference == "2022/h1" else "unknown-continues"
    ]


@pytest.mark.parametrize(
    ("broken", "text", "left"),
    [
        ("2021/sundhed.yaml", "x: [", None),
        ("2022/groen-omstilling.yaml", "x: [2021/sundhed.h1", None),
        ("2022/groen-omstilling.yaml", "x: [2021/h1", "h1, h2"),
    ],
)
def test_nothing_is_said_where_a_file_that_would_tell_cannot_be_read(
    broken: str, text: str, left: str | None, tmp_path: Path
) -> None:
    assert left_over(tmp_path, CLOSED, {broken: text}) == left


@pytest.mark.parametrize("last", ["", CLOSED])
def test_of_a_report_that_cannot_be_read_nobody_knows_what_it_says(last: str, tmp_path: Path) -> None:
    files = {**report("2021-06", h1="in_progress", h2="done"), "2021/status/2022-01/sundhed.yaml": "x: ["}
    assert left_over(tmp_path, last, files) is None


def test_a_theme_without_a_plan_this_year_is_another_finding(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "2021/sundhed.yaml": plan("sundhed", 2021) + WORK + CLOSED})
    (tmp_path / "2022/sundhed.yaml").unlink()
    assert [one.name for one in findings(tmp_path) if one.path != "2021/sundhed.yaml"] == [
        "theme-without-plan"
    ]
