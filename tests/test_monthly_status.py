"""The monthly job: its examples keep their systems' schemas, and their commands do what they promise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci_examples import AZURE_SCHEMA, GITHUB_SCHEMA, read, validate, with_bash
from tests.cli.process import environment
from tests.conftest import ROOT
from tests.workspaces import BASE, write

GITHUB = "docs/ci/github/monthly-status.yml"
AZURE = "docs/ci/azure/monthly-status.yml"
SCHEMAS = {
    GITHUB: GITHUB_SCHEMA,
    AZURE: AZURE_SCHEMA,
}
each_example = pytest.mark.parametrize("name", SCHEMAS)
# Stand in for the systems' own programs: they write down how they were called.
PROGRAM = '#!/bin/sh\nprintf "%s" "$(basename "$0")" >> calls\nprintf " <%s>" "$@" >> calls\necho >> calls\n'
LISTING = 'case "$*" in *"issue list"*) echo 17;; esac\n'


def scripts(name: str) -> list[str]:
    content = read(name)
    steps = content["jobs"]["status"]["steps"] if name == GITHUB else content["steps"]
    found = [step.get("run") or step.get("bash") for step in steps]
    return [script for script in found if script]


@each_example
def test_an_example_keeps_its_schema(name: str, tmp_path: Path) -> None:
    run = validate(ROOT / name, *SCHEMAS[name])
    assert run.returncode == 0, run.stdout + run.stderr
    broken = tmp_path / "broken.yml"
    broken.write_text((ROOT / name).read_text(encoding="utf-8").replace("steps:", "setps:"), encoding="utf-8")
    assert validate(broken, *SCHEMAS[name]).returncode == 1


@each_example
def test_it_runs_on_the_first_of_every_month(name: str) -> None:
    content = read(name)
    # YAML 1.1 reads the key `on` as true
    schedules = content[True]["schedule"] if name == GITHUB else content["schedules"]
    assert [schedule["cron"] for schedule in schedules] == ["0 6 1 * *"]


@each_example
def test_nothing_but_variables_becomes_a_part_of_a_command(name: str) -> None:
    for script in scripts(name):
        assert "${{" not in script
        assert "--check" not in script


@with_bash
@each_example
def test_the_commands_of_an_example(name: str, tmp_path: Path) -> None:
    write(tmp_path, {f"plans/{path}": text for path, text in BASE.items()})
    write(tmp_path, {"bin/gh": PROGRAM + LISTING, "bin/az": PROGRAM})
    for program in (tmp_path / "bin").iterdir():
        program.chmod(0o755)
    path = os.pathsep.join([str(tmp_path / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    given = {
        "PATH": path, "LABEL": "handleplan-status", "KIND": "Task", "GITHUB_STEP_SUMMARY": "summary.md",
        "SYSTEM_COLLECTIONURI": "https://dev.azure.com/x", "SYSTEM_TEAMPROJECT": "y",
    }  # fmt: skip
    for script in scripts(name)[1:]:
        run = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path, env=environment(given), capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
    page = (tmp_path / "status.md").read_text(encoding="utf-8")
    title = page.splitlines()[0].removeprefix("# ").replace("\\", "")
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    if name == GITHUB:
        assert (tmp_path / "summary.md").read_text(encoding="utf-8") == page
        assert f"gh <issue> <create> <--title> <{title}> <--label> <handleplan-status>" in calls
        assert calls.endswith("gh <issue> <close> <17>\n")
    else:
        text = (tmp_path / "status.txt").read_text(encoding="utf-8").rstrip("\n")
        assert f"<--title> <{title}> <--description> <<pre>{text}</pre>>" in calls
