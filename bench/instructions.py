"""The ratios of speed.py counted in executed instructions: what a busy machine cannot blur.

Needs valgrind. An instruction is no unit of time: libyaml's loops run more of them at once than the interpreter does, so
the table stands beside the one of seconds and does not replace it. It takes some minutes.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generate import write_workspace
from speed import BENCH, MANY, THEMES, peers, script
from yardstick import PASSES

COUNTED = re.compile(r"Collected : ([0-9]+)")


def count(command: Sequence[str], stdin: str = "") -> int:
    """Return how many instructions a command executes; hashing is made the same every time."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],  # noqa: S607 - as on PATH
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    found = COUNTED.search(run.stderr)
    if found is None:
        sys.exit(f"valgrind counted nothing: {run.stderr[-300:]}")
    return int(found[1])


def show(name: str, ratio: float, unit: str) -> None:
    """Print one row."""
    print(f"{name:<46} {ratio:>8.2f} {unit}")


def main() -> None:
    """Count and print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    plans = [f"plans/2022/{theme}.yaml" for theme in THEMES]
    commands = {
        "handleplan --version": script("handleplan", "--version"),
        "lint of the four plans": script("handleplan", "lint", *plans),
        "status": script("handleplan", "status"),
        "report of one theme, Markdown": script("handleplan", "report", "--theme", "sundhed"),
        "report of one theme, HTML": script("handleplan", "report", "--theme", "sundhed", "--format", "html"),
        **{f"{name} on the four plans": command for name, command in peers(*plans).items()},
    }
    for command in commands.values():  # byte code is compiled before anything is counted
        subprocess.run(command, capture_output=True, check=False)
    bare = count([sys.executable, "-c", "pass"])
    for name, command in commands.items():
        show(name, count(command) / bare, "P")
    with tempfile.TemporaryDirectory() as folder:
        files = [str(path) for path in write_workspace(Path(folder), MANY)]
        yardstick = [sys.executable, str(BENCH / "yardstick.py")]
        parse = (count(yardstick, "\n".join(files)) - count(yardstick)) / PASSES
        show("lint of 1,000 plans", count(script("handleplan", "lint", folder)) / parse, "L")


if __name__ == "__main__":
    main()
