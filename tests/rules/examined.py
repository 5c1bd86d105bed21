"""One file of a small workspace as rules see it: what they find in it, and what is left of it when they mend it."""

from pathlib import Path
from typing import NamedTuple

from handleplan.problem import Problem, Replace
from handleplan.selection import select
from handleplan.source import Source
from tests.workspaces import BASE, plan, write

SUNDHED = "2022/sundhed.yaml"
AGREED = "stages:\n  agreed: 2022-02-01\n"


class Examined(NamedTuple):
    """A file and the problems of some rules in it."""

    source: Source
    problems: tuple[Problem, ...]

    @property
    def found(self) -> list[str]:
        """What is underlined."""
        return [self.source.text[slice(*self.source.locate(one.where))] for one in self.problems]

    @property
    def places(self) -> list[tuple[int, int]]:
        """Line and column of each finding."""
        return [self.source.position(self.source.locate(one.where).start) for one in self.problems]

    @property
    def safe(self) -> list[bool | None]:
        """Whether each finding's fix is beyond doubt; None where it has none."""
        return [one.fix.safe if one.fix else None for one in self.problems]

    @property
    def mended(self) -> str:
        """The text with every fix applied, guesses too."""
        changes = [change for one in self.problems if one.fix for change in one.fix.changes]
        text = self.source.text
        for change in sorted(change for change in changes if isinstance(change, Replace)):
            assert change.where.start <= change.where.end
        for change in sorted((one for one in changes if isinstance(one, Replace)), reverse=True):
            text = text[: change.where.start] + change.text + text[change.where.end :]
        return text


def examine(folder: Path, text: str, *rules: str, path: str = SUNDHED) -> Examined:
    """Examine a file by some rules alone."""
    write(folder, {**BASE, path: text})
    (selection,) = select([folder / path], None, folder, lambda _: "da")
    (place,) = selection.places
    file, weighed = selection.linter.examine(place)
    problems = [one.problem for one in weighed if one.problem.rule in rules]
    return Examined(file.source, tuple(sorted(problems, key=lambda one: file.source.locate(one.where))))


def sundhed(rest: str) -> str:
    """Return a sound plan that goes on with something."""
    return plan("sundhed") + rest
