"""The guide for consultants, lived through: its commands are run in order, its edits made, its answers compared."""

import contextlib
import io
import re
import shlex
import subprocess
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from handleplan import cli
from tests.cli.process import SECONDS, environment
from tests.conftest import ROOT
from tests.repositories import git, repository
from tests.test_documentation import LEFT_OUT, blocks
from tests.workspaces import BASE, completed, findings, write

PAGE = ROOT / "docs" / "vejledning.md"
# A block of the page, after what a comment that no reader sees says of it.
STEP = re.compile(
    r"(?:<!-- (?P<order>find|write|merge)(?: (?P<path>\S+))? -->\n)(?:\n?```yaml\n(?P<text>.*?)```\n)?"
    r"|```console\n(?P<console>.*?)```\n",
    re.DOTALL,
)
EXAMPLE = re.compile(r"<!-- example (\S+) -->\n```yaml\n(.*?)```\n", re.DOTALL)
INSTALLING = (
    "winget install ",
    "py -m pip",
    "pipx install ",
    "git clone ",
    "git pull",
    "cd ",
    "handleplan --version",
)
# A commit's name depends on the day; the guide shows this one.
COMMIT, SHOWN_COMMIT = re.compile(r"(?<=\()[0-9a-f]{8}(?=\))"), "4f1c09be"


class Office(NamedTuple):
    """Where the guide is lived through: a consultant's clone, whose home is the folder above it."""

    clone: Path

    def run(self, *words: str) -> tuple[int, str]:
        """Run a command in the clone and return its exit code and what the terminal would show."""
        return self._handleplan(*words[1:]) if words[0] == "handleplan" else self._other(*words)

    def _handleplan(self, *words: str) -> tuple[int, str]:
        said = io.StringIO()
        with (
            contextlib.chdir(self.clone),
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setattr(webbrowser, "open", lambda url: url.startswith("file:"))
            code = cli.main(list(words))
        return code, said.getvalue()

    def _other(self, *words: str) -> tuple[int, str]:
        assert words[0] == "git", words
        home = str(self.clone.parent)
        done = subprocess.run(
            words,
            cwd=self.clone,
            env=environment({"HOME": home, "USERPROFILE": home, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        return done.returncode, done.stdout

    def merge(self) -> None:
        """Do what a colleague does with a button on the pull request: take the pushed branch into ``main``."""
        for words in ("git push origin HEAD:main", "git fetch origin"):
            code, said = self.run(*words.split())
            assert code == 0, said


def office(folder: Path) -> Office:
    """Put the plans that are shipped into a repository, and clone it."""
    plans = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / "plans").rglob("*.yaml"))
    }
    shared = repository(folder / "shared", plans)
    git(folder, "clone", "--quiet", "--branch", "main", str(shared), str(folder / "handleplan"))
    return Office(folder / "handleplan")


def answered(shown: str, office: Office) -> str:
    """Return a block as it should be: each command, and its answer as far as the block shows it."""
    return "".join(
        _answered(part, office) for part in re.split(r"^(?=\$ )", shown, flags=re.MULTILINE) if part
    )


def _answered(shown: str, office: Office) -> str:
    first, *lines = shown.splitlines()
    assert first.startswith("$ "), f"no command above {first!r}"
    words = shlex.split(first.removeprefix("$ "))
    code, said = office.run(*words)
    # what lint and fix have found is an answer; that a command cannot run is none the guide may give
    assert code in ((0, 1) if words[0] == "handleplan" else (0,)), (first, said)
    answer = COMMIT.sub(SHOWN_COMMIT, said).splitlines()
    if lines and lines[-1] == LEFT_OUT:
        answer = [*answer[: len(lines) - 1], LEFT_OUT]
    return "\n".join([first, *answer]) + "\n"


def replaced(path: Path, old: str, new: str) -> None:
    """Do what the reader does in the editor: make the lines that were found into the ones to be written."""
    text = path.read_text(encoding="utf-8")
    assert text.count(f"\n{old}") == 1, f"{path.name} does not hold once:\n{old}"
    path.write_bytes(text.replace(f"\n{old}", f"\n{new}").encode())


def lived(page: str, office: Office) -> Iterator[tuple[re.Match[str], str]]:
    """Do what the page says; yield each console block with what it should be."""
    found: tuple[Path, str] | None = None
    for step in STEP.finditer(page):
        if step["console"] is not None:
            yield step, answered(step["console"], office)
        elif step["order"] == "merge":
            office.merge()
        elif step["order"] == "find":
            found = office.clone / step["path"], step["text"]
        else:
            assert found, f"nothing was found before: {step[0]}"
            replaced(*found, step["text"])
            found = None
    assert found is None, "what was found last is never changed"


class Lived(NamedTuple):
    """The page, the page as it should be, and what lint says in the end."""

    page: str
    current: str
    code: int
    said: str


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Lived:
    here = office(tmp_path_factory.mktemp("guide"))
    page = PAGE.read_text(encoding="utf-8")
    parts, end = [], 0
    for step, console in lived(page, here):
        parts += [page[end : step.start("console")], console]
        end = step.end("console")
    current = "".join([*parts, page[end:]])
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(current.encode())
        page = current
    return Lived(page, current, *here.run("handleplan", "lint"))


def test_everything_in_the_guide_happens_as_it_says(day: Lived) -> None:
    assert day.page == day.current


def test_nothing_is_left_to_mend_at_the_end(day: Lived) -> None:
    assert day.code == 0, day.said
    assert "Skal rettes" not in day.said


def test_examples_are_what_the_formats_ask_for(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    examples = EXAMPLE.findall(page)
    assert len(examples) == len(blocks(STEP.sub("", page), "yaml")) > 1
    for place, text in examples:
        whole, _ = completed(place, text)
        folder = write(tmp_path / place.replace("/", "-"), {**BASE, place: whole})
        assert not [one for one in findings(folder, place) if one.code < "HP2"], place


def test_only_installing_is_not_run_here() -> None:
    typed = "".join(blocks(PAGE.read_text(encoding="utf-8"), "powershell")).splitlines()
    assert typed
    for line in typed:
        assert line.startswith(INSTALLING), line
