"""How well handleplan explains what is broken: thousands of broken offices, each with one break whose place is known.

Sound offices (the shipped plans, and generated ones) are broken in many ways, one break at a time, the same ones for the
same seed. Each way knows which file, line and column a finding belongs to, which rules may answer, and which word a
misspelling stands for. The whole office is linted, so that findings elsewhere count as well. Beside it, on the broken
file alone: yamllint with its default configuration, and jsonschema, the engine of check-jsonschema, with our schema on
safely loaded YAML (plans only; it tells no lines).
"""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from mutation.linters import Check, Finding, Handleplan, schema_checker, yamllint_checker
from mutation.office import Office, generated_office, shipped_office
from mutation.operator import Break, Draw, NoPlaceError, Operator
from mutation.operators import OPERATORS
from mutation.score import Answer, judge, judge_peer, new_findings
from mutation.table import print_miss, print_tables

BENCH = Path(__file__).resolve().parent
PLANS = BENCH.parent / "plans"
SEED, COUNT = 2022, 5000
GENERATED = 12
# How often any office is broken; else it is the shipped plans, the only ones that people wrote.
OF_ALL = 0.75
# How often a way of breaking may find no place, or one that was broken before, until it is given up.
ATTEMPTS = 60


class Mutant(NamedTuple):
    """A broken office, and the way it was broken."""

    operator: Operator
    office: Office
    broken: Break


def make_offices() -> list[Office]:
    """Return the sound offices, the shipped plans first."""
    return [shipped_office(PLANS), *(generated_office(number) for number in range(GENERATED))]


def make_mutants(
    operators: Sequence[Operator], offices: Sequence[Office], count: int, seed: int
) -> Iterator[Mutant]:
    """Break offices in each of the ways equally often, about ``count`` times in all, never twice the same."""
    for operator in operators:
        rng = Random(f"{seed} {operator.name}")  # noqa: S311 - the same ones every time are the point
        seen: set[tuple[str, frozenset[tuple[str, bytes | None]]]] = set()
        wanted = -(-count // len(operators))
        for _ in range(ATTEMPTS * wanted):
            if len(seen) == wanted:
                break
            office = rng.choice(offices) if rng.random() < OF_ALL else offices[0]
            try:
                broken = operator.change(Draw(office, rng))
            except NoPlaceError:
                continue
            key = (office.name, frozenset(broken.files.items()))
            if key not in seen:
                seen.add(key)
                yield Mutant(operator, office, broken)


class Answers(NamedTuple):
    """What every linter answered, by way of breaking; what raised an exception; and what was said of sound offices."""

    ours: Mapping[str, list[Answer]]
    peers: Mapping[str, Mapping[str, list[Answer]]]
    exceptions: Sequence[str]
    cries: Sequence[str]


def run(mutants: Sequence[Mutant], peers: Mapping[str, Check], folder: Path, listed: str | None) -> Answers:
    """Lint every mutant; print the misses of the ways of breaking whose name holds ``listed``."""
    ours: dict[str, list[Answer]] = defaultdict(list)
    theirs: dict[str, dict[str, list[Answer]]] = {name: defaultdict(list) for name in peers}
    exceptions: list[str] = []
    cries: list[str] = []
    linters: dict[str, Handleplan] = {}
    befores = {}
    for mutant in mutants:
        operator, office, broken = mutant
        if office.name not in linters:
            linters[office.name] = Handleplan(folder / office.name.replace(" ", "-"), office)
            befores[office.name] = linters[office.name].check({})
            cries += [f"{office.name}: {one}" for one in befores[office.name] if one.severity != "advice"]
        try:
            after = linters[office.name].check(broken.files)
        except Exception as error:  # noqa: BLE001 - that there is none is what is measured
            exceptions.append(f"{operator.name}, {office.name}, {broken.path}: {error!r}")
            continue
        new = new_findings(_moved(befores[office.name], broken), after)
        answer = judge(operator, broken, new)
        if operator.harmless:
            answer = answer._replace(detected=not new, line=True, column=True, alone=True)
        ours[operator.name].append(answer)
        if listed is not None and listed in operator.name and not answer.perfect:
            print_miss(operator, office, broken, new)
        for name, check in peers.items():
            if _can_read(name, office, broken):
                theirs[name][operator.name].append(_peer_answer(check, office, broken))
    return Answers(ours, theirs, exceptions, cries)


def _moved(before: Sequence[Finding], broken: Break) -> list[Finding]:
    """Let findings on a file go with it where it got another name."""
    gone = {path for path, content in broken.files.items() if content is None}
    return [one._replace(path=broken.path) if one.path in gone else one for one in before]


def _can_read(name: str, office: Office, broken: Break) -> bool:
    """Tell whether a linter of single files is asked: a schema only where the file is called what it was."""
    return name == "yamllint" or broken.path in office.files


def _peer_answer(check: Check, office: Office, broken: Break) -> Answer:
    """Let a linter of single files look at the file with the break, or at what it was made of."""
    after = broken.files.get(broken.path)
    gone = next((path for path, content in broken.files.items() if content is None), broken.path)
    text = office.files.get(gone)
    before = text.text.encode() if text else after
    if after is None or before is None or after == before:
        return judge_peer(broken, ())
    new = new_findings(check(broken.path, before), check(broken.path, after))
    return judge_peer(broken, new)


def main() -> int:
    """Make the mutants, lint them, print the tables, and return 1 when something that was to be reached was missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=SEED, help=f"which mutants are made (default: {SEED})")
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many, about (default: {COUNT})")
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="only the ways of breaking with this in their name"
    )
    parser.add_argument(
        "--list", nargs="?", const="", metavar="TEXT", help="print every miss, of all or of these ways"
    )
    parser.add_argument("--alone", action="store_true", help="leave the peers out")
    given = parser.parse_args()
    operators = [one for one in OPERATORS.values() if given.only in one.name]
    if not operators:
        parser.error(f"no way of breaking is called {given.only}")
    peers = {} if given.alone else {
        "jsonschema": schema_checker(),
        "yamllint": yamllint_checker(),
    }  # fmt: skip
    start = time.perf_counter()
    count = given.count if not given.only else given.count * len(operators) // len(OPERATORS)
    mutants = list(make_mutants(operators, make_offices(), count, given.seed))
    with tempfile.TemporaryDirectory() as folder:
        answers = run(mutants, peers, Path(folder), given.list)
    reached = print_tables(operators, answers.ours, answers.peers, answers.exceptions, answers.cries)
    print(f"\n{len(mutants)} mutants, seed {given.seed}, {time.perf_counter() - start:.0f} s")
    return int(not reached)


if __name__ == "__main__":
    sys.exit(main())
