"""The whole year, November 2021 to June 2023, played through as docs/aaret.md tells it: that page is the test's script."""

import re
import shlex
from pathlib import Path

import pytest

from handleplan.diagnostic import Diagnostic
from tests.cli.process import at_once
from tests.conftest import ROOT
from tests.test_documentation import BLOCK, LEFT_OUT
from tests.workspaces import findings

PAGE = ROOT / "docs" / "aaret.md"
COMMAND = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}) \$ handleplan (?P<words>.*)")
# The commands that know no day.
TIMELESS = {"lint"}


def answered(shown: str, here: Path) -> str:
    """Return a block as it should be: the command, and its answer as far as the block shows it."""
    first, *lines = shown.splitlines()
    match = COMMAND.fullmatch(first)
    assert match, first
    words = shlex.split(match["words"])
    day = [] if words[0] in TIMELESS else ["--as-of", match["day"]]
    run = at_once(*words, *day, here=here)
    assert run.returncode == (2 if run.stderr.startswith("handleplan: ") else 0), run
    answer = [*run.stdout.splitlines(), *run.stderr.splitlines()]
    if lines and lines[-1] == LEFT_OUT:
        answer = [*answer[: len(lines) - 1], LEFT_OUT]
    return "\n".join([first, *answer]) + "\n"


def write_by_hand(shown: str, here: Path) -> None:
    """Do what somebody does in an editor: the lines with a minus become those with a plus."""
    first, *lines = shown.splitlines()
    path = here / first.removeprefix("--- ")
    text = path.read_text(encoding="utf-8")
    old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
    assert text.count(f"\n{old}") == 1, (path, old)
    path.write_bytes(text.replace(f"\n{old}", f"\n{new}").encode())


@pytest.fixture(scope="module")
def played(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[str, str, list[Diagnostic]]:
    """Play the page: the page, the page as it should be, and what lint finds after each step that writes."""
    here = tmp_path_factory.mktemp("office")
    text = PAGE.read_text(encoding="utf-8")
    errors: list[Diagnostic] = []

    def play(block: re.Match[str]) -> str:
        body = block["body"]
        if block["kind"] == "diff":
            write_by_hand(body, here)
        elif block["kind"] == "console":
            body = answered(body, here)
        errors.extend(one for one in findings(here / "plans") if one.severity == "error")
        return f"```{block['kind']}\n{body}```\n"

    current = BLOCK.sub(play, text)
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(current.encode())
        text = current
    return text, current, errors


def test_the_page_tells_what_happens(played: tuple[str, str, list[Diagnostic]]) -> None:
    assert played[0] == played[1]


def test_nothing_is_ever_wrong_on_the_way(played: tuple[str, str, list[Diagnostic]]) -> None:
    assert played[2] == []
