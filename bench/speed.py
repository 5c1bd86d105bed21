"""How fast handleplan is, as ratios within one run: beside a bare interpreter, a bare YAML parser, and its peers.

P is `python -c pass`; L is the same interpreter reading every file and driving libyaml's bare parser to its end (the
start-up left out); F is f-strings that write a paper's bytes. Times are the clock's, but of the papers of a thousand plans
beside lint of the same files the processor's; commands take turns, and the best time of each counts. That is fair on a
quiet machine; on a busy one short commands find a quiet moment more easily than long ones, so the ratios come out too high.
POSIX only.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import folders
from generate import write_workspace
from papers import ratio

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
SCRIPTS = Path(sys.executable).parent
THEMES = ("kultur", "groen-omstilling", "sundhed", "uddannelse")
# Made by hand and lean: with what `handleplan schema plan` prints, which is made for an editor's messages and offers,
# check-jsonschema takes a fifth to a third longer, and this is about speed.
SCHEMA = str(BENCH / "plan.schema.json")
FEW, MANY = 100, 1000
FLAT = 1.1
# 150 ms where P is 10 ms
PDF_MORE = 15.0
KIBIBYTES = 1024 if sys.platform != "darwin" else 1024 * 1024


class Run(NamedTuple):
    """One finished process: wall-clock seconds, and the most memory it held, in mebibytes."""

    seconds: float
    memory: float


class Row(NamedTuple):
    """A line of the table; without ``reach`` it is there to compare with."""

    what: str
    ratio: float
    unit: str
    reach: float | None = None

    def __str__(self) -> str:
        verdict = "" if self.reach is None else "reached" if self.ratio <= self.reach else "MISSED"
        reach = "" if self.reach is None else f"≤ {self.reach:g}"
        return f"{self.what:<46} {self.ratio:8.2f} {self.unit:<8} {reach:>8}  {verdict}"


def run_once(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command, its output thrown away.

    Raises:
        SystemExit: it could not do its work; 1 is fine, for peers find fault with line lengths.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, **environment},
    ) as process:
        _, state, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(state)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command[:6])} … ended with {process.returncode}")
    return Run(seconds, usage.ru_maxrss / KIBIBYTES)


def measure(
    commands: Mapping[str, Sequence[str]],
    rounds: int,
    environments: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, Run]:
    """Run commands in turns, once unmeasured and then so many rounds; return the best of each."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            run = run_once(command, (environments or {}).get(name, {}))
            if number:
                found[name].append(run)
    return {name: best_of(runs) for name, runs in found.items()}


def best_of(runs: Sequence[Run]) -> Run:
    """Return a run as short as the shortest and as small as the smallest of some."""
    return Run(min(run.seconds for run in runs), min(run.memory for run in runs))


def script(name: str, *arguments: str) -> list[str]:
    """Return the command that runs an installed script by this very interpreter."""
    return [sys.executable, str(SCRIPTS / name), *arguments]


def peers(*paths: str) -> dict[str, list[str]]:
    """Return the commands of the peers that are installed, on some files."""
    commands = {
        "yamllint": script("yamllint", *paths),
        "check-jsonschema": script("check-jsonschema", "--schemafile", SCHEMA, *paths),
    }
    return {name: command for name, command in commands.items() if (SCRIPTS / name).is_file()}


def measure_start_up(rounds: int) -> list[Row]:
    """Measure what is short enough for the start-up to count."""
    plans = [f"plans/2022/{theme}.yaml" for theme in THEMES]
    commands = {
        "P": [sys.executable, "-c", "pass"],
        "handleplan --version": script("handleplan", "--version"),
        "shell completion": script("handleplan"),
        "lint of the four plans": script("handleplan", "lint", *plans),
        "lint of the whole workspace": script("handleplan", "lint", "plans"),
        "status": script("handleplan", "status"),
        "report of one theme, Markdown": script("handleplan", "report", "--theme", "sundhed"),
        "report of one theme, HTML": script("handleplan", "report", "--theme", "sundhed", "--format", "html"),
        "report of one theme, PDF": script("handleplan", "report", "--theme", "sundhed", "--format", "pdf"),
        **{f"{name} --version": [*command[:2], "--version"] for name, command in peers().items()},
        **{f"{name} on the four plans": command for name, command in peers(*plans).items()},
    }
    completion = {
        "_HANDLEPLAN_COMPLETE": "complete_bash", "COMP_WORDS": "handleplan li", "COMP_CWORD": "1",
    }  # fmt: skip
    found = measure(commands, rounds, {"shell completion": completion})
    bare = found.pop("P").seconds
    print(f"P = {bare * 1000:.1f} ms")
    times = {name: run.seconds / bare for name, run in found.items()}
    lint = times["lint of the four plans"]
    beside = times.get("yamllint on the four plans")
    reach = {
        "handleplan --version": 6.5, "shell completion": 6.5, "lint of the four plans": 19.0, "status": 24.0,
        "report of one theme, Markdown": 24.0, "report of one theme, HTML": 24.0,
    }  # fmt: skip
    rows = [Row(name, ratio, "P", reach.get(name)) for name, ratio in times.items()]
    more = times["report of one theme, PDF"] - times["report of one theme, HTML"]
    print(f"PDF takes {more * bare * 1000:.0f} ms more than HTML")
    rows.append(Row("  PDF on top of HTML", more, "P", PDF_MORE))
    return [*rows, *([Row("lint beside yamllint", lint / beside, "yamllint", 1.0)] if beside else [])]


def measure_many(rounds: int) -> list[Row]:
    """Measure what is long enough for the start-up not to matter."""
    with tempfile.TemporaryDirectory() as folder:
        few, many, marred = Path(folder, "few"), Path(folder, "many"), Path(folder, "marred")
        write_workspace(few, FEW)
        for path in write_workspace(marred, MANY):
            mar(path)
        files = [str(path) for path in write_workspace(many, MANY)]
        plans = [path for path in files if not path.endswith("handleplan.yaml")]
        runs_few, runs_many, runs_marred, bares = [], [], [], []
        for _ in range(rounds):
            runs_few.append(run_once(script("handleplan", "lint", str(few)), {}))
            runs_many.append(run_once(script("handleplan", "lint", str(many)), {}))
            runs_marred.append(run_once(script("handleplan", "lint", str(marred)), {}))
            bares.append(yardstick(files))
        on_marred = best_of(runs_marred)
        on_few, on_many, bare = best_of(runs_few), best_of(runs_many), min(bares)
        print(f"L = {bare / len(files) * 1000:.3f} ms a file")
        beside = {name: run_once(command, {}) for name, command in peers(*plans).items()}
    return [
        Row("lint of 1,000 plans", on_many.seconds / bare, "L", 10.0),
        Row("  with a finding in each, of that without", on_marred.seconds / on_many.seconds, "times", 2.0),
        Row("  memory, of that for 100 plans", on_many.memory / on_few.memory, "times", FLAT),
        *(Row(f"{name} on 1,000 plans", run.seconds / bare, "L") for name, run in beside.items()),
    ]


def mar(path: Path) -> None:
    """Break a generated plan in one place: an owner that nobody knows, who is nearly one that everybody does."""
    text = path.read_text(encoding="utf-8")
    if path.parent.name.isdigit():
        path.write_bytes(re.sub(r"^owner: (\w+)", r"owner: \1e", text, count=1, flags=re.MULTILINE).encode())


def yardstick(files: Sequence[str]) -> float:
    """Return the seconds of L for some files."""
    command = [sys.executable, str(BENCH / "yardstick.py")]
    done = subprocess.run(command, input="\n".join(files), capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> int:
    """Measure, print the table, and return 1 when something that was to be reached was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=20, help="how often each short command is run (default: 20)"
    )
    rounds = parser.parse_args().rounds
    # a variable like this would have every module compiled anew in every process
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    rows = measure_start_up(rounds)
    rows.append(Row("papers of 200 activities, all pictures, HTML", ratio(rounds), "F", 12.0))
    rows += measure_many(max(1, rounds // 5))
    rows.append(Row("papers of 1,000 plans, HTML", folders.ratio(max(1, rounds // 5)), "lint", folders.REACH))
    print(f"\n{'':<46} {'ratio':>8} {'of':<8} {'to reach':>8}")
    for row in rows:
        print(row)
    missing = [name for name in ("yamllint", "check-jsonschema") if not (SCRIPTS / name).is_file()]
    if missing:
        print(f"\nNot installed, so not measured: {', '.join(missing)} (see the extra `bench`).")
    return int(any(row.reach is not None and row.ratio > row.reach for row in rows))


if __name__ == "__main__":
    sys.exit(main())
