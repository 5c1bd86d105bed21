"""The README and its sisters, held against what the program does and what the checkout holds."""

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest
import typer.main

import handleplan
from handleplan.cli import app
from handleplan.formats import findings, rules
from handleplan.report import formats as papers
from handleplan.report.slides import SLIDE_FORMATS

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ci/README.md", "docs/ci/monthly-status.md", "docs/vejledning.md",
)  # fmt: skip
LEFT_OUT = "…"
BLOCK = re.compile(r"```(?P<kind>\w+)\n(?P<body>.*?)```\n", re.DOTALL)
COMMANDS = typer.main.get_command(app)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    return [match["body"] for match in BLOCK.finditer(text) if match["kind"] == kind]


def output_of(arguments: list[str]) -> str:
    """Run handleplan in the checkout and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "handleplan", *arguments],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def console_block(shown: str) -> str:
    """Return a block of the README as it should be: the command, and its output as far as the block shows it.

    A last line of three dots stands for the rest.
    """
    command, *lines = shown.splitlines()
    printed = output_of(shlex.split(command.removeprefix("$ handleplan "))).splitlines()
    if lines and lines[-1] == LEFT_OUT:
        printed = [*printed[: len(lines) - 1], LEFT_OUT]
    return "\n".join([command, *printed]) + "\n"


def test_output_in_the_readme_is_real(request: pytest.FixtureRequest) -> None:
    text = page("README.md")
    current = text
    for shown in blocks(text, "console"):
        current = current.replace(shown, console_block(shown))
    if request.config.getoption("--update-golden"):
        (ROOT / "README.md").write_bytes(current.encode())
    else:
        assert text == current


def test_the_readme_shows_every_command() -> None:
    with typer.Context(COMMANDS) as context:
        assert isinstance(COMMANDS, typer.core.TyperGroup)
        for name in COMMANDS.list_commands(context):
            assert f"### {name}\n" in page("README.md")


@pytest.mark.parametrize("name", PAGES)
def test_commands_and_options_that_are_named_exist(name: str) -> None:
    with typer.Context(COMMANDS) as context:
        assert isinstance(COMMANDS, typer.core.TyperGroup)
        known = {name: COMMANDS.get_command(context, name) for name in COMMANDS.list_commands(context)}
        inner = [
            one.get_command(context, name)
            for one in known.values()
            if isinstance(one, typer.core.TyperGroup)
            for name in one.list_commands(context)
        ]
    options = {
        option
        for command in (*known.values(), *inner)
        if command
        for one in command.params
        for option in one.opts
    }
    for line in re.findall(r"handleplan ((?:[a-z]|--)[^\n`]*)", "\n".join(blocks_and_code(page(name)))):
        words = line.partition("#")[0].split()
        assert words[0] in {*known, "--version"}, line
        assert {word for word in words[1:] if word.startswith("--")} <= options, line


def blocks_and_code(text: str) -> list[str]:
    """Return what is set as code: the blocks a user would type from, and code within a line."""
    typed = [body for kind in ("sh", "powershell", "console") for body in blocks(text, kind)]
    commands = [line for body in typed for line in body.splitlines() if "handleplan" in line]
    return [*commands, *re.findall(r"(?<!`)`([^`\n]+)`(?!`)", BLOCK.sub("", text))]


@pytest.mark.parametrize("name", PAGES)
def test_relative_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", page(name))
    for target in targets:
        if not target.startswith("https://"):
            assert ((ROOT / name).parent / target.partition("#")[0]).exists(), target


def test_pictures_load_nothing_and_say_what_they_show() -> None:
    pictures = sorted((ROOT / "docs" / "images").glob("*.svg"))
    assert pictures
    for picture in pictures:
        text = picture.read_text(encoding="utf-8")
        assert "<title" in text
        assert "<desc" in text
        assert not re.search(r"(?:href|src|url|@import)", text.replace("http://www.w3.org/2000/svg", ""))
    for alternative in re.findall(r"!\[([^\]]*)\]", page("README.md")):
        assert alternative


@pytest.mark.parametrize(
    ("command", "formats"),
    [("lint", findings.FORMATS), ("rules", rules.FORMATS), ("report", {**papers.FORMATS, **SLIDE_FORMATS})],
)
def test_the_formats_a_command_takes_are_those_of_its_table(
    command: str, formats: Mapping[str, object]
) -> None:
    names = ", ".join(f"`{name}`" for name in formats)
    assert f"| `{command}` | {names} |\n" in page("README.md")
    with typer.Context(COMMANDS) as context:
        assert isinstance(COMMANDS, typer.core.TyperGroup)
        found = COMMANDS.get_command(context, command)
    assert found
    (option,) = (one for one in found.params if one.name == "output_format")
    assert tuple(getattr(option.type, "choices", ())) == tuple(formats)


def test_the_plan_in_the_readme_is_an_excerpt() -> None:
    plan = page("plans/2022/sundhed.yaml")
    (shown,) = blocks(page("README.md"), "yaml")
    for excerpt in shown.split(f"# {LEFT_OUT}\n"):
        assert f"\n{excerpt}" in plan


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    for name in PAGES:
        assert set(re.findall(r"(?:^|`)make ([a-z]+)", page(name), re.MULTILINE)) <= targets


def test_the_changelog_has_the_version() -> None:
    assert re.search(rf"^## {re.escape(handleplan.__version__)}\b", page("CHANGELOG.md"), re.MULTILINE)


def test_paths_that_are_named_exist() -> None:
    named = re.findall(
        r"`((?:src|tests|templates|plans|bench|scripts|docs)/[^`\s]*)`", page("CONTRIBUTING.md")
    )
    assert named
    for path in named:
        assert (ROOT / path).exists(), path


def test_every_package_has_a_reason() -> None:
    table = re.findall(
        r"^\| ([^|]+) \|", page("CONTRIBUTING.md").partition("## Dependencies")[2], re.MULTILINE
    )
    given = {name.strip().lower() for row in table for name in row.split(",")}
    project = tomllib.loads(page("pyproject.toml"))["project"]
    wanted = chain(project["dependencies"], *project["optional-dependencies"].values())
    assert {re.split(r"[<>=]", name)[0].lower() for name in wanted} == given - {"package", "---"}
