"""``handleplan status`` as a process: output and exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.process import failure, handleplan
from tests.workspaces import BASE, plan, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", BASE)


def test_text(folder: Path) -> None:
    run = handleplan("status", "--as-of", "2022-01-20", here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("Status pr. 20. januar 2022\n")
    run = handleplan("status", "--as-of", "2022-01-20", "--language", "en", here=folder)
    assert run.stdout.startswith("Status as of ")


def test_json(folder: Path) -> None:
    run = handleplan("status", "--as-of", "2022-01-20", "--format", "json", here=folder)
    document = json.loads(run.stdout)
    assert document["schema_version"] == 1
    assert document["as_of"] == "2022-01-20"
    assert document["stages"]["2022"] == dict.fromkeys(("sundhed", "kultur", "groen-omstilling"), "draft")


def test_markdown(folder: Path) -> None:
    run = handleplan("status", "--as-of", "2022-01-20", "--format", "markdown", here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("# Status pr. 20. januar 2022\n\n## Aktuelt nu\n")


def test_next_names_the_commands(folder: Path) -> None:
    run = handleplan("status", "--as-of", "2022-01-20", "--next", "--theme", "grøn", here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert "      handleplan set groen-omstilling --stage proposed --date 2022-01-20\n" in run.stdout
    assert "      handleplan new meeting january-meeting\n" in run.stdout
    assert "kultur" not in run.stdout.casefold()


def test_mine_and_its_year(folder: Path) -> None:
    meeting = "step: january-meeting\ndate: 2022-01-25\ndecisions:\n  - text: Sende liste\n    owner: RU\n"
    write(folder, {"2022/meetings/january-meeting.yaml": meeting})
    for options, found in (((), True), (("--year", "2023"), False), (("--year", "2022"), True)):
        run = handleplan("status", "--mine", "RU", "--as-of", "2023-03-01", *options, here=folder)
        assert ("Sende liste" in run.stdout) is found, options
    run = handleplan("status", "--mine", "RU", "--as-of", "2022-01-24", "--format", "json", here=folder)
    assert json.loads(run.stdout)["mine"] == {"owner": "RU", "name": "Regional Udvikling", "items": []}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("CDEUU", "Ingen part og ingen person hedder “CDEUU”. Mente du “CDEU”?"),
        ("Region Midtjylland", "Mulighederne er: CDEU, RU."),
    ],
)
def test_an_unknown_owner(word: str, said: str, folder: Path) -> None:
    assert said in failure(handleplan("status", "--mine", word, here=folder))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--theme", "sundhet"), "Mente du “sundhed”?"),
        (("--theme", "x", "--year", "2022"), "Mulighederne er: sundhed, kultur, groen-omstilling."),
    ],
)
def test_an_unknown_theme(options: tuple[str, ...], said: str, folder: Path) -> None:
    assert said in failure(handleplan("status", "--as-of", "2022-06-01", *options, here=folder))


def test_a_theme_shows_its_activities(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": plan("sundhed") + "actions:\n  - id: h1\n    text: Deltage\n"})
    run = handleplan("status", "--as-of", "2022-06-01", "--theme", "Sundhed", here=folder)
    assert "Aktiviteter\n  – h1 · Hele året · Status ikke oplyst\n    Deltage\n" in run.stdout
    assert "– h1" not in handleplan("status", "--as-of", "2022-06-01", here=folder).stdout


def test_a_chosen_theme_is_the_only_one_checked(folder: Path) -> None:
    stages = "stages:\n  proposed: 2022-01-10\n"
    write(folder, {"2022/sundhed.yaml": plan("sundhed") + stages})
    for theme, code in (("sundhed", 0), ("kultur", 1)):
        run = handleplan("status", "--check", "--theme", theme, "--as-of", "2022-02-10", here=folder)
        assert run.returncode == code


@pytest.mark.parametrize(("day", "code"), [("2022-01-20", 0), ("2022-07-01", 1)])
def test_check(day: str, code: int, folder: Path) -> None:
    assert handleplan("status", "--check", "--as-of", day, here=folder).returncode == code
    assert handleplan("status", "--as-of", day, here=folder).returncode == 0


def test_a_year_without_plans(folder: Path) -> None:
    assert "2030" in failure(handleplan("status", "--year", "2030", here=folder))


def test_broken_files_are_named(folder: Path) -> None:
    write(
        folder, {"2022/sundhed.yaml": plan("sundhed") + "visoin: x\npurpos: y\n", "2022/kultur.yaml": "x: ["}
    )
    run = handleplan("status", "--as-of", "2022-01-20", here=folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert "2022/kultur.yaml, linje 1:" in run.stderr
    assert "2022/sundhed.yaml, linje 7: Nøglen “visoin” kendes ikke her." in run.stderr
    assert all(line.startswith("handleplan: ") for line in run.stderr.splitlines())


def test_a_broken_config_is_named_with_its_place(folder: Path) -> None:
    write(folder, {"handleplan.yaml": "format: 1\nlangauge: da\n"})
    assert "handleplan.yaml, linje 2:" in failure(handleplan("status", here=folder))


@pytest.mark.parametrize("day", ["2022-13-01", "i dag", "20220101", "2022-1-1"])
def test_dates_that_are_none(day: str, folder: Path) -> None:
    assert "--as-of" in failure(handleplan("status", "--as-of", day, here=folder))


@pytest.mark.parametrize(
    ("day", "code"), [("1899-12-31", 2), ("1900-01-01", 0), ("2199-12-31", 0), ("2200-01-01", 2)]
)
def test_days_are_of_the_years_that_files_may_be_of(day: str, code: int, folder: Path) -> None:
    run = handleplan("status", "--as-of", day, here=folder)
    assert run.returncode == code, run.stderr
    assert ("lies outside the years 1900–2199" in run.stderr) == (code == 2)
