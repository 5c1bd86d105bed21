"""What runs where plans are reviewed: the examples keep their systems' schemas, and their commands do what they promise."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer.main

from handleplan.cli import app
from handleplan.layout import place_of
from tests.ci_examples import AZURE_SCHEMA, GITHUB_SCHEMA, read, validate, with_bash
from tests.cli.process import environment, handleplan
from tests.conftest import ROOT
from tests.repositories import commit, git, repository
from tests.workspaces import BASE, plan, write

WORKFLOW = "docs/ci/github/handleplan.yml"
ACTION = "docs/ci/github/action/action.yml"
AZURE = "docs/ci/azure/azure-pipelines.yml"
HOOKS = ".pre-commit-hooks.yaml"
SCHEMAS = {
    WORKFLOW: GITHUB_SCHEMA,
    ACTION: ("vendor.github-actions",),
    AZURE: AZURE_SCHEMA,
}  # fmt: skip
# What the systems know and a shell on this machine does not.
GIVEN = {
    WORKFLOW: {"BASE": "origin/main"},
    ACTION: {"BASE": "origin/main", "WORKSPACE": "plans", "PAPERS": "papirer"},
    AZURE: {"SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main", "PAPERS": "papirer"},
}
each_example = pytest.mark.parametrize("name", SCHEMAS)


def steps(name: str) -> list[Mapping[str, Any]]:
    content = read(name)
    if name == WORKFLOW:
        return list(content["jobs"]["plans"]["steps"])
    return list(content["runs"]["steps"] if name == ACTION else content["steps"])


def scripts(name: str) -> Iterator[str]:
    """Yield what an example runs in a shell."""
    for step in steps(name):
        script = step.get("run") or step.get("bash")
        if script:
            yield script


@each_example
def test_an_example_keeps_its_schema(name: str) -> None:
    run = validate(ROOT / name, *SCHEMAS[name])
    assert run.returncode == 0, run.stdout + run.stderr


@each_example
def test_a_slip_in_an_example_would_be_seen(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    broken = tmp_path / "broken.yml"
    broken.write_text(text.replace("steps:", "setps:"), encoding="utf-8")
    run = validate(broken, *SCHEMAS[name])
    assert run.returncode == 1, run.stderr


@each_example
def test_all_examples_run_the_same_two_commands(name: str) -> None:
    lines = [
        line for script in scripts(name) for line in script.splitlines() if line.startswith("handleplan")
    ]
    bare = [re.sub(r' -C "\$WORKSPACE"|"[^"]+"', "", line).split() for line in lines]
    system = "azure" if name == AZURE else "github"
    assert bare[0] == ["handleplan", "lint", "--changed-since", "--format", system]
    assert bare[1][:5] == ["handleplan", "report", "--changed-since", "--format", "html"]
    assert len(lines) == 2


@each_example
def test_the_papers_are_attached_also_when_something_was_found(name: str) -> None:
    *_, report, attach = steps(name)
    told = {
        key: value for step in (report, attach) for key, value in step.items() if key in ("if", "condition")
    }
    assert set(told.values()) <= {"${{ !cancelled() }}", attach.get("condition")}
    assert all(("if" in step) or ("succeededOrFailed()" in step["condition"]) for step in (report, attach))


def test_all_history_is_fetched() -> None:
    assert steps(WORKFLOW)[0]["with"]["fetch-depth"] == 0
    assert steps(AZURE)[0]["fetchDepth"] == "0"
    assert "fetch-depth: 0" in (ROOT / ACTION).read_text(encoding="utf-8")


@each_example
def test_nothing_a_stranger_can_name_becomes_a_part_of_a_command(name: str) -> None:
    for script in scripts(name):
        assert "${{" not in script
        assert "$(" not in script


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone as a build has it: the branch checked out, the main branch only known as that of the origin."""
    files = {f"plans/{name}": text for name, text in BASE.items()}
    agreed = "stages:\n  agreed: 2022-01-25\nvision: Lighed\n"
    origin = repository(tmp_path / "origin", {**files, "plans/2022/kultur.yaml": plan("kultur") + agreed})
    changed = plan("kultur") + agreed.replace("Lighed", "Musik")
    commit(origin, {"plans/2022/kultur.yaml": changed})
    git(tmp_path, "clone", "--quiet", "--branch", "gren", "origin", "build")
    return tmp_path / "build"


def run(script: str, here: Path, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=here, env=environment({**given, "PATH": path}), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@with_bash
@each_example
def test_the_commands_of_an_example(name: str, clone: Path) -> None:
    _, lint, report = scripts(name)
    linted = run(lint, clone, GIVEN[name])
    assert linted.returncode == 0, linted.stderr
    assert "agreed-entry-changed" in linted.stdout
    printed = run(report, clone, {**GIVEN[name], "PAPERS": "papirer"})
    assert printed.returncode == 0, printed.stderr
    (paper,) = (clone / "papirer").iterdir()
    assert paper.name == "2022-kultur.html"
    assert "Musik" in paper.read_text(encoding="utf-8")
    assert ("task.setvariable variable=papersThere" in printed.stdout) == (name == AZURE)


@with_bash
@each_example
def test_the_commands_of_an_example_where_no_plan_has_changed(name: str, clone: Path) -> None:
    git(clone, "checkout", "--quiet", "--detach", "origin/main")
    _, lint, report = scripts(name)
    assert run(lint, clone, GIVEN[name]).returncode == 0
    printed = run(report, clone, {**GIVEN[name], "PAPERS": "papirer"})
    assert (printed.returncode, printed.stdout) == (0, "")
    assert not (clone / "papirer").exists()


def test_the_action_installs_the_checkout_it_is_a_part_of() -> None:
    (install, *_) = scripts(ACTION)
    (up,) = re.findall(r"\$GITHUB_ACTION_PATH/([./]+)", install)
    assert ((ROOT / ACTION).parent / up).resolve() == ROOT


def test_hooks_have_what_pre_commit_asks_for() -> None:
    """The keys and types of https://pre-commit.com/#new-hooks."""
    hooks = read(HOOKS)
    assert [hook["id"] for hook in hooks] == ["handleplan-lint", "handleplan-fix"]
    for hook in hooks:
        assert hook["language"] == "python"
        texts = ("id", "name", "description", "entry", "language", "files")
        assert all(isinstance(hook[key], str) for key in texts)
        assert hook.keys() <= {*texts, "pass_filenames", "require_serial"}
        assert hook["entry"].split()[0] == "handleplan"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("handleplan.yaml", True),
        ("plans/handleplan.yaml", True),
        ("årets planer/2022/sundhed.yaml", True),
        ("2022/status/2022-06/sundhed.yaml", True),
        ("plans/2022/meetings/juni.yml", True),
        ("docs/ci/github/handleplan.yml", False),
        ("2022/notes.txt", False),
        (".github/workflows/x.yaml", False),
    ],
)
def test_hooks_run_for_the_files_of_a_workspace(path: str, wanted: bool) -> None:
    for hook in read(HOOKS):
        assert bool(re.search(hook["files"], path)) == wanted
    if wanted:
        inside = path.removeprefix("plans/").removeprefix("årets planer/")
        assert place_of("/w", f"/w/{inside}").kind != "misplaced"


def test_the_lint_hook_runs_at_a_commit(clone: Path) -> None:
    lint = shlex.split(read(HOOKS)[0]["entry"])[1:]
    write(clone, {"plans/2022/sundhed.yaml": plan("sundhed") + "visoin: x\n"})
    git(clone, "add", "--all")
    for options in ((), ("--changed-since", "HEAD")):
        found = handleplan(*lint, *options, here=clone)
        assert found.returncode == 1
        assert "visoin" in found.stdout
        assert "kultur" not in found.stdout


def test_hooks_run_commands_that_exist() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    with typer.Context(group) as context:
        known = group.list_commands(context)
    assert {hook["entry"].split()[1] for hook in read(HOOKS)} <= set(known)
