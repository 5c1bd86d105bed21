"""The command line driven as people drive it: as a process, with its streams and its exit code."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from handleplan import cli

SECONDS = 60


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment without what would change the output; the home folder is the suite's empty one."""
    dropped = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "PYTHONUTF8", "PYTHONIOENCODING")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, **(extra or {})}


def handleplan(
    *arguments: str | bytes | Path, here: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m handleplan`` in a folder; more than a minute is a hang."""
    command = [sys.executable, "-m", "handleplan", *arguments]
    return subprocess.run(
        command,
        cwd=here,
        env=environment(env),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def at_once(*arguments: str, here: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder without a process of its own: what it says, writes and returns is the same, only sooner."""
    said, failed = io.StringIO(), io.StringIO()
    with contextlib.chdir(here), contextlib.redirect_stdout(said), contextlib.redirect_stderr(failed):
        code = cli.main(list(arguments))
    return subprocess.CompletedProcess(list(arguments), code, said.getvalue(), failed.getvalue())


def failure(run: subprocess.CompletedProcess[str]) -> str:
    """Return the one line on standard error of a command that could not run."""
    assert run.returncode == 2, run
    assert run.stdout == ""
    assert run.stderr.startswith("handleplan: ")
    assert run.stderr.count("\n") == 1
    return run.stderr.removeprefix("handleplan: ").rstrip("\n")
