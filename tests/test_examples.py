"""The examples: two years that say they are invented, without an error or a warning, and with all that can happen in a year."""

from datetime import date

from handleplan.cycle import work_window
from handleplan.workspace import Workspace
from handleplan.writing.reports import last_entries
from handleplan.writing.rollover import FINISHED
from tests.conftest import ROOT
from tests.workspaces import findings

FOLDER = ROOT / "examples"
WORKSPACE = Workspace(FOLDER)


def test_nothing_must_and_nothing_should_be_mended() -> None:
    assert [one for one in findings(FOLDER) if one.severity != "advice"] == []


def test_every_file_says_that_it_is_invented() -> None:
    for path in FOLDER.rglob("*.yaml"):
        assert "pdigtet" in path.read_text(encoding="utf-8").splitlines()[0], path
    assert "opdigtet" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_everything_happens_in_them() -> None:
    statuses = {
        entry.status
        for year in (2022, 2023)
        for one in WORKSPACE.reports(year)
        for entry in one.report.activities.values()
    }
    assert statuses >= {"in_progress", "ongoing", "done", "delayed", "dropped", "carried_over"}
    late = [
        f"{theme}.{placed.entry.id}"
        for theme, plan in WORKSPACE.plans(2023).items()
        for placed in plan.activities()
        if work_window(placed.entry.quarters, 2023).end <= date(2023, 7, 1)
        and last_entries(WORKSPACE.reports(2023), theme, "9999")[str(placed.entry.id)][1].status
        not in FINISHED
    ]
    assert "turisme.h2" in late
    decisions = [
        decision for year in (2022, 2023) for one in WORKSPACE.meetings(year) for decision in one.decisions
    ]
    assert {decision.state for decision in decisions} == {"open", "done"}


def test_nothing_unfinished_vanished_between_the_years() -> None:
    for theme, plan in WORKSPACE.plans(2022).items():
        last = last_entries(WORKSPACE.reports(2022), theme, "9999")
        unfinished = {
            f"2022/{placed.entry.id}"
            for placed in plan.activities()
            if last[str(placed.entry.id)][1].status not in FINISHED
        }
        assert unfinished == WORKSPACE.plans(2023)[theme].names.continues
