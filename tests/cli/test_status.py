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
