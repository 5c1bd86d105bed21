"""``handleplan set``: one fact where it belongs, the rest of the file as it was, and nothing that lint would refuse."""

from pathlib import Path

import pytest

from handleplan.writing.draft import Draft
from tests.cli.process import at_once as handleplan
from tests.cli.process import failure
from tests.cli.test_new import FILES, PROPOSED, contents, errors, text
from tests.workspaces import findings, plan, write

DAY = ("--as-of", "2022-06-10")
REPORT = """\
theme: sundhed   # temaet
year: 2022
date: 2022-06-02
activities:
  # Rejse
  h1:   # den store
    status: planned  # endnu
  b1: {}
  data-1:
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(
        tmp_path / "plans",
        {**FILES, "2022/sundhed.yaml": PROPOSED, "2022/status/2022-06/sundhed.yaml": REPORT},
    )


@pytest.mark.parametrize(
    ("arguments", "old", "new"),
    [
        ("h1 --status done", "planned  #", "done  #"),
        ("H1 --status In-Progress", "planned  #", "in_progress  #"),
        ("h1 --note=Godt:_alt", "  # endnu\n", '  # endnu\n    note: "Godt: alt"\n'),
        ("data-1 --status done --note=Slut", "  data-1:\n", "  data-1:\n    status: done\n    note: Slut\n"),
        ("ai --status ongoing", "  data-1:\n", "  data-1:\n  ai:\n    status: ongoing\n"),
        ("data-2 --status dropped", "  data-1:\n", "  data-1:\n  data-2:\n    status: dropped\n"),
        ("h1 --note=En\nTo", "  # endnu\n", "  # endnu\n    note: |\n      En\n      To\n"),
    ],
)
def test_a_status_is_noted_and_nothing_else_touched(arguments: str, old: str, new: str, folder: Path) -> None:
    before = {one.code for one in findings(folder) if one.severity == "error"}
    id_, *options = arguments.split(" ")
    run = handleplan(
        "set", f"sundhed.{id_}", *(one.replace("_alt", " alt") for one in options), *DAY, here=folder
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert text(folder, "2022/status/2022-06/sundhed.yaml") == REPORT.replace(old, new)
    assert run.stdout.startswith("--- 2022/status/2022-06/sundhed.yaml\n+++ ")
    assert {one.code for one in findings(folder) if one.severity == "error"} <= before


def test_a_round_that_is_not_there_is_written_whole(folder: Path) -> None:
    run = handleplan(
        "set", "Sundhed.h1", "--status", "done", "--round", "2022-09", "--as-of", "2022-09-05", here=folder
    )
    assert "2022/status/2022-09/sundhed.yaml er skrevet med alle aktiviteter" in " ".join(run.stdout.split())
    written = text(folder, "2022/status/2022-09/sundhed.yaml")
    assert "  h1:\n    status: done\n    note:\n" in written
    for id_ in ("b1", "data-1", "data-2", "ai"):
        assert f"  {id_}:\n" in written


def test_a_round_that_is_written_in_part_says_what_is_left_out(folder: Path) -> None:
    draft = plan("kultur") + "actions:\n  - id: h1\n    text: Rejse\n  - Mødes\n"
    write(folder, {"2022/kultur.yaml": draft})
    run = handleplan("set", "kultur.h1", "--status", "done", *DAY, here=folder)
    said = " ".join(run.stdout.split())
    assert "alle aktiviteter" not in said
    assert "kultur.yaml er skrevet med de aktiviteter, der er begyndt og har et id" in said
    assert "1 aktivitet har intet id" in said


def test_a_fact_goes_into_the_next_meeting_s_round_once_that_is_prepared(folder: Path) -> None:
    command = ("set", "sundhed.h1", "--status", "ongoing", "--as-of", "2022-05-20")
    handleplan(*command, here=folder)
    assert "ongoing" in text(folder, "2022/status/2022-06/sundhed.yaml")
    (folder / "2022/status/2022-06/sundhed.yaml").unlink()
    handleplan(*command, here=folder)
    assert "date: 2022-05-20" in text(folder, "2022/status/2022-05/sundhed.yaml")
    assert not (folder / "2022/status/2022-06/sundhed.yaml").exists()


def test_in_january_a_fact_is_about_the_old_year_until_that_is_closed(folder: Path) -> None:
    write(folder, {"2023/sundhed.yaml": plan("sundhed", 2023) + "actions:\n  - id: h1\n    text: Ny\n"})
    command = ("set", "sundhed.h1", "--status", "ongoing", "--as-of", "2023-01-20")
    handleplan(*command, here=folder)
    assert "ongoing" in text(folder, "2022/status/2023-01/sundhed.yaml")
    for theme in ("sundhed", "kultur", "groen-omstilling"):
        closed = plan(theme) + "stages:\n  closed: 2023-01-20\n"
        write(folder, {f"2022/{theme}.yaml": closed})
    (folder / "2022/status/2023-01/sundhed.yaml").unlink()
    handleplan(*command, here=folder)
    assert "ongoing" in text(folder, "2023/status/2023-01/sundhed.yaml")


def test_what_stands_there_already(folder: Path) -> None:
    run = handleplan("set", "sundhed.h1", "--status", "planned", *DAY, here=folder)
    assert (run.returncode, run.stdout) == (0, "Det står der allerede. Intet er ændret.\n")
    assert text(folder, "2022/status/2022-06/sundhed.yaml") == REPORT


def test_a_stage_is_noted_in_the_plan_it_fits(folder: Path) -> None:
    (folder / "2022/status/2022-06/sundhed.yaml").unlink()
    handleplan("set", "sundhed", "--stage", "agreed", "--date", "2022-01-25", *DAY, here=folder)
    agreed = PROPOSED.replace("2022-01-10\n", "2022-01-10\n  agreed: 2022-01-25\n")
    assert text(folder, "2022/sundhed.yaml") == agreed
    write(folder, {"2023/sundhed.yaml": plan("sundhed", 2023)})
    handleplan("set", "sundhed", "--stage", "proposed", "--as-of", "2022-12-20", here=folder)
    assert text(folder, "2023/sundhed.yaml") == plan("sundhed", 2023).replace(
        "goals:", "stages:\n  proposed: 2022-12-20\ngoals:"
    )
    handleplan("set", "sundhed", "--stage", "closed", "--as-of", "2023-01-20", here=folder)
    assert "closed: 2023-01-20" in text(folder, "2022/sundhed.yaml")
    handleplan("set", "sundhed", "--stage", "agreed", "--as-of", "2023-01-20", here=folder)
    assert "agreed: 2023-01-20" in text(folder, "2023/sundhed.yaml")
    assert errors(folder) == []


@pytest.mark.parametrize("stage", ["proposed", "agreed"])
def test_a_draft_that_is_proposed_gets_the_ids_it_did_without(stage: str, folder: Path) -> None:
    name = "2022/kultur.yaml"
    start = plan("kultur").partition("goals:")[0]
    draft = (
        "goals:\n  - Flere gæster  # hvor mange?\n  - text: Synlighed\n    id:\n"
        "focus_areas:\n  - Scener\n  - title: Film\n    activities:\n      - Kortlægge\n      - text: Rejse\n"
        "actions:\n  - id: h4\n    text: Mødes\n  - Skrive\n"
    )
    (folder / "2022/status/2022-06/sundhed.yaml").unlink()
    write(folder, {name: start + draft})
    run = handleplan("set", "kultur", "--stage", stage, "--date", "2022-01-25", *DAY, here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert text(folder, name) == start + f"stages:\n  {stage}: 2022-01-25\n" + (
        "goals:\n  - id: m1\n    text: Flere gæster  # hvor mange?\n  - text: Synlighed\n    id: m2\n"
        "focus_areas:\n  - id: scener\n    title: Scener\n  - id: film\n    title: Film\n    activities:\n"
        "      - id: film-1\n        text: Kortlægge\n      - id: film-2\n        text: Rejse\n"
        "actions:\n  - id: h4\n    text: Mødes\n  - id: h5\n    text: Skrive\n"
    )
    assert "+  - id: h5\n" in run.stdout
    assert errors(folder) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("sundhed.h8 --status done", "“h1”"),
        ("sundhed.vision --status done", "Mulighederne er: b1, data-1, data-2, ai, h1"),
        ("sundhed.dta-1 --status done", "“data-1”"),
        ("sundhed.m1 --status done", "ikke en aktivitet"),
        ("sundhed.data --status done", "ikke en aktivitet"),
        ("sundhed.h1 --status gennemført", "“done”"),
        ("sundhed.h1 --status dne", "“done”"),
        ("sundhed.h1 --status nej", "planned, in_progress"),
        ("sundhed.data-2 --status done", "begynder først 2022-07-01"),
        ("sundhed.h1 --status done --round 2021-11", "2021/sundhed.yaml"),
        ("sundhed.h1 --status done --round 22-06", "2022-06"),
        ("kultur.h1 --status done", "handleplan set kultur --stage proposed"),
        ("kultrur.h1 --status done", "“kultur”"),
        ("sundhed.h1", "--status STATUS"),
        ("sundhed --status done", "--status STATUS"),
        ("sundhed.b1 --stage agreed", "“set sundhed.b1 --status STATUS --note TEKST”"),
        ("sundhed.b1 --stage agreed", "“set sundhed --stage STADIE --date DATO”"),
        ("sundhed --status done", "“set sundhed.h1 --status STATUS --note TEKST”"),
        ("sundhed --status done --language en", "“set sundhed.h1 --status STATUS --note TEXT”"),
        ("sundhed --stage draft", "En plan er udkast af sig selv"),
        ("sundhed --stage Udkast", "En plan er udkast af sig selv"),
        ("sundhed --stage draft --language en", "A plan is a draft by itself"),
        ("sundhed", "--stage STADIE"),
        ("sundhed --stage agreed --round 2022-06", "--stage STADIE"),
        ("sundhed.h1 --status done --date 2022-06-01", "--stage STADIE"),
        ("sundhed --stage aftalt", "“agreed”"),
        ("sundhed --stage draft", "proposed, agreed, closed"),
        ("sundhed --stage agreed --date 2024-01-01", "uden for 2022"),
        ("sundhed --stage agreed --date 2022-01-01", "agreed"),  # before it was proposed: lint refuses
        ("sundhed --stage agreed --year 2024", "Mulighederne er: 2021, 2022"),
        ("kultur --stage agreed --year 2021", "2021/kultur.yaml"),
        ("trafik --stage agreed", "Mulighederne er: sundhed"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_written(
    arguments: str, said: str, folder: Path
) -> None:
    before = contents(folder)
    assert said in failure(handleplan("set", *arguments.split(), *DAY, here=folder))
    assert contents(folder) == before


def test_a_form_in_which_it_cannot_be_written(folder: Path) -> None:
    flow = REPORT.replace("  h1:   # den store\n    status: planned  # endnu\n", "  h1: {status: planned}\n")
    write(folder, {"2022/status/2022-06/sundhed.yaml": flow})
    run = handleplan("set", "sundhed.h1", "--note", "Ny", *DAY, here=folder)
    assert "2022/status/2022-06/sundhed.yaml" in failure(run)
    assert text(folder, "2022/status/2022-06/sundhed.yaml") == flow


def test_a_file_that_was_changed_meanwhile_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "2022/status/2022-06/sundhed.yaml"
    check = Draft.refuse_errors

    def somebody_saves(draft: Draft) -> None:
        check(draft)
        write(folder, {name: REPORT + "# ny\n"})

    monkeypatch.setattr(Draft, "refuse_errors", somebody_saves)
    said = failure(handleplan("set", "sundhed.h1", "--status", "done", *DAY, here=folder))
    assert f"{name} er blevet ændret" in said
    assert text(folder, name) == REPORT + "# ny\n"
