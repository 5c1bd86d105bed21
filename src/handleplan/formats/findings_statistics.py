"""What was found, counted: a table of the rules, the most frequent first."""

from collections import Counter
from collections.abc import Sequence

from handleplan.diagnostic import Diagnostic
from handleplan.formats.terminal import Cell, table
from handleplan.locale import Texts
from handleplan.rule import RULES


def render(findings: Sequence[Diagnostic], texts: Texts, *, width: int, colour: bool) -> str:
    """Return a line for each rule with how often it was broken, its code, its name and whether it can be mended.

    An empty line follows; without findings there is nothing at all.
    """
    counts = Counter((finding.code, finding.name) for finding in findings)
    rows = [
        (
            Cell(str(number), ("bold",), right=True),
            Cell(code),
            Cell(name),
            Cell(_mending(name, texts), ("dim",)),
        )
        for (code, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "".join(f"{line}\n" for line in table(rows, width, colour=colour)) + ("\n" if rows else "")


def _mending(name: str, texts: Texts) -> str:
    fixable = RULES[name].fixable
    return texts.message(f"rules.fixable.{fixable}") if fixable else ""
