"""``report`` as a process: what is printed where, which file is written, and which is left alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import environment, failure, handleplan
from tests.workspaces import BASE, plan, write

posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", BASE)


def test_one_theme_has_no_cover(folder: Path) -> None:
    run = handleplan("report", "--theme", "sundhed", "--theme", "Sundhed", here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("# Handleplan 2022\n")
    assert "## Indhold" not in run.stdout


def test_the_whole_handleplan_has_contents(folder: Path) -> None:
    run = handleplan("report", "--language", "en", here=folder)
    assert "## Contents" in run.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.html", "<!doctype html>"),
        ("x.HTM", "<!doctype html>"),
        ("x.md", "# "),
        ("x.markdown", "# "),
        ("x.json", "{"),
    ],
)
def test_the_name_of_the_file_tells_the_format(name: str, begins: str, folder: Path) -> None:
    run = handleplan("report", "--theme", "kultur", "--output", name, here=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", f"Skrevet: {name}\n")
    assert (folder / name).read_text(encoding="utf-8").startswith(begins)
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("name", ["x.docx", "x.pdf", "x", "-"])
def test_a_name_that_tells_no_format_is_refused(name: str, folder: Path) -> None:
    assert ".html" in failure(handleplan("report", "--theme", "kultur", "--output", name, here=folder))
    assert not (folder / name).exists()


def test_a_file_is_not_replaced_silently(folder: Path) -> None:
    write(folder, {"x.md": "mine"})
    again = ["report", "--theme", "kultur", "--output", "x.md"]
    assert "--force" in failure(handleplan(*again, here=folder))
    assert (folder / "x.md").read_text(encoding="utf-8") == "mine"
    assert handleplan(*again, "--force", here=folder).returncode == 0
    assert handleplan(*again, here=folder).returncode == 0  # the very same text


@posix
def test_output_that_cannot_be_written(folder: Path) -> None:
    (folder / "loop.html").symlink_to("loop.html")
    os.mkfifo(folder / "pipe.html")
    (folder / "folder.html").mkdir()
    names = [
        "loop.html",
        "loop.html/x.html",
        "pipe.html",
        "folder.html",
        "nowhere/x.html",
        "a" * 300 + ".html",
    ]
    for name in names:
        assert failure(handleplan("report", "--theme", "kultur", "--output", name, here=folder))


@posix
def test_a_full_disk_is_told(folder: Path) -> None:
    command = [sys.executable, "-m", "handleplan", "report"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            command,
            cwd=folder,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_failure(closed: str, folder: Path) -> None:
    command = f'"{sys.executable}" -m handleplan report {closed}'
    run = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment(), capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, b"")


def test_only_the_files_of_the_paper_must_be_sound(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": plan("kultur") + "visoin: x\n"})
    assert handleplan("report", "--theme", "sundhed", here=folder).returncode == 0
    assert "2022/kultur.yaml" in failure(handleplan("report", here=folder))


def test_an_item_lost_in_the_one_above_is_not_printed_away(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": "theme: kultur\nyear: 2022\ntitle: x\ngoals:\n  - a\n    - b\n"})
    assert "linje 6" in failure(handleplan("report", "--theme", "kultur", here=folder))


def test_json_is_the_finished_view(folder: Path) -> None:
    run = handleplan("report", "--format", "json", here=folder)
    paper = json.loads(run.stdout)
    assert (paper["schema_version"], paper["kind"], paper["year"]) == (1, "plan", 2022)


def test_a_year_without_plans(folder: Path) -> None:
    assert "2022" in failure(handleplan("report", "--year", "2023", here=folder))


def test_help_is_offered_for_the_command_that_was_meant(folder: Path) -> None:
    assert "handleplan report --help" in failure(handleplan("report", "sundhed", here=folder))
