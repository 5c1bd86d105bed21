"""``handleplan add``: an entry at the end of its section, with an id, and nothing that lint would refuse."""

from pathlib import Path

import pytest

from tests.cli.process import at_once as handleplan
from tests.cli.process import failure
from tests.cli.test_new import FILES, PROPOSED, SUNDHED, contents, errors, text
from tests.workspaces import plan, write

PLANNED = """\
      - id: data-3
        text: "Ny: plan"
        quarters: q2–3
        partners:
          - KU
        goals:
          - m1
"""
DAY = ("--as-of", "2022-06-10")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", FILES)


@pytest.mark.parametrize(
    ("arguments", "id_", "old", "new"),
    [
        (["goal", "Tryghed"], "m2", "text: Lighed\n", "text: Lighed\n  - id: m2\n    text: Tryghed\n"),
        (["core-activity", "Råd"], "b2", "Rådgivning\n", "Rådgivning\n  - id: b2\n    text: Råd\n"),
        (
            ["focus-area", "Grøn energi", "--objective", "Mål", "--owner", "RU"],
            "groen-energi",
            "title: AI\n",
            "title: AI\n  - id: groen-energi\n    title: Grøn energi\n    owner: RU\n    objective: Mål\n",
        ),
        (
            [
                "activity",
                "Ny: plan",
                "--area",
                "Data",
                "--quarters",
                "q2–3",
                "--goal",
                "m1",
                "--partner",
                "KU",
            ],
            "data-3",
            "quarters: Q3-Q4\n",
            f"quarters: Q3-Q4\n{PLANNED}",
        ),
        (
            ["activity", "Første", "--area", "ai"],
            "ai-1",
            "title: AI\n",
            "title: AI\n    activities:\n      - id: ai-1\n        text: Første\n",
        ),
        (
            ["action", "Tur", "--note", "Ny"],
            "h2",
            "2021/h9\n",
            "2021/h9\n  - id: h2\n    text: Tur\n    note: Ny\n",
        ),
        (
            ["annex", "Tal", "--title", "Budget"],
            "bilag",
            "Uden id\n",
            "Uden id\n  - id: bilag\n    title: Budget\n    text: Tal\n",
        ),
    ],
)
def test_an_entry_is_added_and_nothing_else_touched(
    arguments: list[str], id_: str, old: str, new: str, folder: Path
) -> None:
    run = handleplan("add", "Sundhed", *arguments, *DAY, here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert text(folder, "2022/sundhed.yaml") == SUNDHED.replace(old, new)
    assert run.stdout.startswith("--- 2022/sundhed.yaml\n+++ ")
    assert run.stdout.endswith(f"Tilføjet i 2022 som sundhed.{id_}.\n")
    assert errors(folder) == []


def test_a_section_that_is_not_there_is_made_where_it_belongs(folder: Path) -> None:
    handleplan("add", "kultur", "core-activity", "Råd", *DAY, here=folder)
    handleplan("add", "kultur", "annex", "Tal", *DAY, here=folder)
    handleplan("add", "kultur", "action", "Rejse", *DAY, here=folder)
    assert text(folder, "2022/kultur.yaml") == plan("kultur") + (
        "core_activities:\n  - id: b1\n    text: Råd\n"
        "actions:\n  - id: h1\n    text: Rejse\n"
        "annexes:\n  - id: bilag\n    text: Tal\n"
    )


def test_an_area_without_an_id_gets_one(folder: Path) -> None:
    short = plan("kultur") + "focus_areas:\n  - Musik   # ny\n"
    write(folder, {"2022/kultur.yaml": short})
    handleplan("add", "kultur", "activity", "Koncert", "--area", "musik", *DAY, here=folder)
    assert text(folder, "2022/kultur.yaml") == plan("kultur") + (
        "focus_areas:\n  - id: musik\n    title: Musik   # ny\n    activities:\n      - id: musik-1\n        text: Koncert\n"
    )


def test_reports_that_must_tell_of_it_have_it_as_planned(folder: Path) -> None:
    handleplan("new", "status", *DAY, here=folder)
    before = text(folder, "2022/status/2022-06/sundhed.yaml")
    for arguments in (
        ["action", "Tur"],
        ["action", "Senere", "--quarters", "Q3"],
        ["core-activity", "Råd"],
        ["goal", "Ro"],
    ):
        run = handleplan("add", "sundhed", *arguments, *DAY, here=folder)
        assert run.returncode == 0, run.stderr
    assert text(folder, "2022/status/2022-06/sundhed.yaml") == before + (
        "  # Tur\n  h2:\n    status: planned\n    note:\n"
    )
    assert errors(folder) == []


def test_the_plan_that_is_meant_is_the_one_not_agreed_yet(folder: Path) -> None:
    agreed = PROPOSED.replace("2022-01-10\n", "2022-01-10\n  agreed: 2022-01-25\n")
    write(folder, {"2022/sundhed.yaml": agreed})
    run = handleplan("add", "sundhed", "action", "Tur", *DAY, here=folder)
    assert "Planen for 2022 er aftalt" in run.stdout
    write(folder, {"2023/sundhed.yaml": plan("sundhed", 2023)})
    run = handleplan("add", "sundhed", "action", "Tur", "--as-of", "2022-12-01", here=folder)
    assert "Tilføjet i 2023 som sundhed.h1." in run.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sundhed", "handling", "Tur"], "goal, core-activity"),
        (["sundhed", "acton", "Tur"], "“action”"),
        (["sundhde", "action", "Tur"], "“sundhed”"),
        (["sundhed", "action", "  "], "tom"),
        (["sundhed", "activity", "Tur"], "Mulighederne er: data, ai"),
        (["sundhed", "activity", "Tur", "--area", "dta"], "“data”"),
        (["sundhed", "action", "Tur", "--area", "data"], "ikke for action"),
        (["sundhed", "goal", "Tur", "--quarters", "Q1"], "--quarters kan ikke bruges til goal"),
        (["sundhed", "action", "Tur", "--objective", "Mål"], "--objective kan ikke bruges til action"),
        (["sundhed", "action", "Tur", "--quarters", "Q5"], "Q5"),
        (["sundhed", "action", "Tur", "--owner", "RX"], "RX"),
        (["sundhed", "action", "Tur", "--goal", "m9"], "m9"),
        (["sundhed", "action", "Tur", "--year", "2030"], "Mulighederne er: 2021, 2022"),
        (["sundhed", "action"], "--help"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_written(
    arguments: list[str], said: str, folder: Path
) -> None:
    before = contents(folder)
    assert said in failure(handleplan("add", *arguments, *DAY, here=folder))
    assert contents(folder) == before
