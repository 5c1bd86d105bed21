"""How long the papers of a thousand plans take beside lint of the same files: the ratio within one run.

Both read every file once. The papers are one of every plan, with its pictures, as HTML, each written to a file of its own by
one process. What counts is the least processor time of each; they take turns. POSIX only.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generate import write_workspace

from handleplan.locale import Texts
from handleplan.report.formats import render
from handleplan.report.frame import Material
from handleplan.report.kinds import build_paper
from handleplan.steps import YearData
from handleplan.workspace import Workspace

PLANS = 1000
REACH = 2.5
DAY = date(2022, 6, 1)
OBJECTS_BETWEEN_COLLECTIONS = 100_000


def print_papers(root: Path, folder: Path) -> None:
    """Write the paper of every plan of a workspace into a folder, as HTML; print what each part of that took."""
    import gc

    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)  # as the command does
    workspace, texts = Workspace(root), Texts("da")
    spent = dict.fromkeys(("read", "build", "set", "write"), 0.0)
    for year in workspace.years():
        start = time.perf_counter()
        plans = workspace.plans(year)
        spent["read"] += time.perf_counter() - start
        for slug, plan in plans.items():
            start = time.perf_counter()
            material = Material(workspace.config, YearData(year, {slug: plan}), texts, DAY, None, (slug,))
            paper = build_paper("plan", material)
            built = time.perf_counter()
            text = render(paper, "html", texts, workspace.own_templates)
            done = time.perf_counter()
            (folder / f"{year}-{slug}.html").write_bytes(text.encode())
            spent["build"] += built - start
            spent["set"] += done - built
            spent["write"] += time.perf_counter() - done
    print(" ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items()))


def seconds_of(command: Sequence[str]) -> float:
    """Run a command and return the seconds of processor time it took, which other work on the machine leaves alone."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"  {done.stdout.strip().splitlines()[-1]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(rounds: int, plans: int = PLANS) -> float:
    """Return how often the time of lint goes into that of all papers of the same files."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as written:
        write_workspace(Path(folder), plans)
        lint = [sys.executable, "-m", "handleplan", "lint", folder]
        papers = [sys.executable, __file__, "--print", folder, written]
        taken = [(seconds_of(papers), seconds_of(lint)) for _ in range(rounds)]
    return min(ours for ours, _ in taken) / min(theirs for _, theirs in taken)


def main() -> int:
    """Measure, print the ratio, and return 1 when it is too large; with `--print`, write one workspace's papers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", type=Path, nargs=2, metavar=("WORKSPACE", "FOLDER"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plans", type=int, default=PLANS, help="a multiple of ten (default: 1000)")
    given = parser.parse_args()
    # a variable like this would have every module compiled anew in every process
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if given.print:
        print_papers(*given.print)
        return 0
    found = ratio(given.rounds, given.plans)
    print(f"papers of {given.plans} plans, HTML: {found:.2f} × lint (to reach: ≤ {REACH:g})")
    return int(found > REACH)


if __name__ == "__main__":
    sys.exit(main())
