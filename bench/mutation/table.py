"""The benchmark's output: the table by way of breaking, the totals against what is to be reached, and single misses."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mutation.linters import Finding
from mutation.office import Office
from mutation.operator import Break, Operator
from mutation.score import Answer, Tally, tally


class Wish(NamedTuple):
    """A column of the table, and the share of answers that is to be reached in it."""

    name: str
    part: Callable[[Tally], int]
    whole: Callable[[Tally], int]
    reach: float


WISHES = (
    Wish("detected", lambda found: found.detected, lambda found: found.answers, 1.0),
    Wish("line", lambda found: found.line, lambda found: found.answers, 0.99),
    Wish("column", lambda found: found.column, lambda found: found.answers, 0.95),
    Wish("one", lambda found: found.alone, lambda found: found.answers, 0.97),
    Wish("right", lambda found: found.right, lambda found: found.suggestible, 0.95),
)
_WIDTH = 46
_PEER_WISHES = WISHES[:4]

Answers = Mapping[str, Sequence[Answer]]


def print_tables(
    operators: Sequence[Operator],
    ours: Answers,
    peers: Mapping[str, Answers],
    exceptions: Sequence[str],
    cries: Sequence[str],
) -> bool:
    """Print everything, and tell whether all that was to be reached was."""
    breaking = [one for one in operators if not one.harmless and not one.pending]
    pending = [one for one in operators if one.pending]
    harmless = [one for one in operators if one.harmless]
    blocks = {"handleplan": ours, **peers}
    print(f"{'':<{_WIDTH}} {'':>5} " + "   ".join(f"{name:<{7 * len(_wishes(name)) - 1}}" for name in blocks))
    print(_row("way of breaking", "n", [[wish.name[:6] for wish in _wishes(name)] for name in blocks]))
    for operator in breaking:
        _print_operator(operator, blocks)
    totals = {name: tally(_all(breaking, answers)) for name, answers in blocks.items()}
    print(
        _row(
            "all of them",
            str(totals["handleplan"].answers),
            [_shares(name, total) for name, total in totals.items()],
        )
    )
    if pending:
        print("\nnot counted: the rule is still to be written")
        for operator in pending:
            _print_operator(operator, blocks)
    print()
    verdicts = [_verdict(wish, totals["handleplan"]) for wish in WISHES]
    silent = [answer.detected for answer in _all(harmless, ours)]
    verdicts.append(_reached("silent where nothing is broken", sum(silent), len(silent), 1.0))
    verdicts.append(_none("findings on the unbroken offices", cries))
    verdicts.append(_none("exceptions", exceptions))
    return all(verdicts)


def print_miss(operator: Operator, office: Office, broken: Break, new: Sequence[Finding]) -> None:
    """Print what was changed, what was to be said, and what was."""
    wanted = f" “{broken.right}”" if broken.right else ""
    expected = (
        "nothing"
        if operator.harmless
        else f"{broken.line}:{broken.column} {'/'.join(operator.rules)}{wanted}"
    )
    print(f"--- {operator.name}: {office.name}, {broken.path}, expected {expected}")
    before = office.files.get(broken.path)
    after = broken.files.get(broken.path)
    if before is not None and after is not None:
        lines = difflib.unified_diff(
            before.text.split("\n"), after.decode("utf-8", "replace").split("\n"), lineterm="", n=2
        )
        print("\n".join("    " + line for line in [*lines][2:40]))
    for one in new:
        print(f"  > {one.path}:{one.line}:{one.column} {one.code} {one.rule}: {one.message[:170]}")


def _wishes(name: str) -> Sequence[Wish]:
    return WISHES if name == "handleplan" else _PEER_WISHES


def _all(operators: Sequence[Operator], answers: Answers) -> list[Answer]:
    return [answer for operator in operators for answer in answers.get(operator.name, ())]


def _print_operator(operator: Operator, blocks: Mapping[str, Answers]) -> None:
    counts = {name: tally(answers.get(operator.name, ())) for name, answers in blocks.items()}
    cells = [_shares(name, count) for name, count in counts.items()]
    print(_row(operator.name, str(counts["handleplan"].answers), cells))


def _shares(name: str, found: Tally) -> list[str]:
    shares = []
    for wish in _wishes(name):
        whole = wish.whole(found)
        shares.append(f"{100 * wish.part(found) / whole:.0f} %" if whole else "·")
    if name == "jsonschema":  # it tells a path, never a line
        shares[1:3] = ["·", "·"]
    return shares


def _row(name: str, count: str, cells: Sequence[Sequence[str]]) -> str:
    parts = "   ".join(" ".join(f"{cell:>6}" for cell in block) for block in cells)
    return f"{name:<{_WIDTH}} {count:>5} {parts}"


def _verdict(wish: Wish, found: Tally) -> bool:
    names = {
        "detected": "detected", "line": "exact line", "column": "exact column", "one": "exactly one finding",
        "right": "right suggestion",
    }  # fmt: skip
    return _reached(names[wish.name], wish.part(found), wish.whole(found), wish.reach)


def _reached(name: str, part: int, whole: int, reach: float) -> bool:
    share = part / whole if whole else 1.0
    print(
        f"{name:<{_WIDTH}} {100 * share:8.2f} %  ≥ {100 * reach:g} %  {'reached' if share >= reach else 'MISSED'}"
    )
    return share >= reach


def _none(name: str, found: Sequence[str]) -> bool:
    print(f"{name:<{_WIDTH}} {len(found):8}    none     {'MISSED' if found else 'reached'}")
    for one in found[:20]:
        print(f"    {one}")
    return not found
