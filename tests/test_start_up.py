"""What a run imports: nothing that its command does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import environment
from tests.workspaces import BASE, write

# Packages that cost a run more than a tenth of its time, and who needs them.
HEAVY = {
    "typer",
    "yaml",
    "pydantic",
    "jinja2",
    "markdown_it",
    "rich",
    "importlib.metadata",
    "json",
    "icalendar",
    "handleplan.comparison",
    "handleplan.history",
    "docx",
    "resvg_py",
    "typst",
    "xml.etree.ElementTree",
}
MODULES = """
import os, sys, handleplan.__main__ as m
os._exit = sys.exit
try:
    m.run()
except SystemExit:
    print(*sys.modules, file=sys.stderr)
"""


def loaded(*arguments: str, here: Path) -> set[str]:
    """Return the heavy packages that a command loads."""
    run = subprocess.run(
        [sys.executable, "-c", MODULES, *arguments],
        cwd=here, env=environment(), capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return HEAVY & set(run.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("command", "heavy"),
    [
        ("--version", {"typer"}),
        ("--help", {"typer"}),
        ("lint", {"typer", "yaml", "pydantic"}),
        ("lint --format json", {"typer", "yaml", "pydantic", "json"}),
        ("fix", {"typer", "yaml", "pydantic"}),
        ("lint --format github", {"typer", "yaml", "pydantic"}),
        ("lint --format azure", {"typer", "yaml", "pydantic"}),
        ("lint --format sarif", {"typer", "yaml", "pydantic", "json"}),
        ("lint --statistics --quiet", {"typer", "yaml", "pydantic"}),
        ("lint --output x.sarif", {"typer", "yaml", "pydantic", "json"}),
        ("rules", {"typer", "yaml", "pydantic"}),
        ("rules HP201 --format json", {"typer", "yaml", "pydantic", "json"}),
        ("rules --format markdown", {"typer", "yaml", "pydantic"}),
        ("lint --changed-since main", {"typer", "yaml", "pydantic", "handleplan.history"}),
        ("status", {"typer", "yaml", "pydantic"}),
        ("status --next", {"typer", "yaml", "pydantic"}),
        ("status --mine CDEU", {"typer", "yaml", "pydantic"}),
        ("status --format markdown", {"typer", "yaml", "pydantic"}),
        ("new status --round 2022-06", {"typer", "yaml", "pydantic"}),
        ("new meeting june-meeting --date 2022-06-21", {"typer", "yaml", "pydantic"}),
        ("new year 2023 --dry-run", {"typer", "yaml", "pydantic"}),
        ("set sundhed --stage proposed --date 2022-01-10", {"typer", "yaml", "pydantic"}),
        ("add sundhed goal Tryghed", {"typer", "yaml", "pydantic"}),
        ("status --format json", {"typer", "yaml", "pydantic", "json"}),
        ("lint --format lines", {"typer", "yaml", "pydantic"}),
        ("schema plan", {"typer", "yaml", "pydantic", "json"}),
        ("calendar", {"typer", "yaml", "pydantic", "icalendar"}),
        ("report", {"typer", "yaml", "pydantic", "jinja2"}),
        ("report --format html", {"typer", "yaml", "pydantic", "jinja2"}),
        ("report --format json", {"typer", "yaml", "pydantic", "json"}),
        ("report --output x.pdf", {"typer", "yaml", "pydantic", "json", "typst"}),
        ("report --kind overview", {"typer", "yaml", "pydantic", "jinja2"}),
        ("report --kind onepage --theme sundhed --format html", {"typer", "yaml", "pydantic", "jinja2"}),
        ("report --kind wheel", {"typer", "yaml", "pydantic"}),
        ("report --kind timeline", {"typer", "yaml", "pydantic"}),
        (
            "papers january-meeting --as-of 2022-01-12 --format html",
            {"typer", "yaml", "pydantic", "jinja2", "resvg_py"},
        ),
    ],
)
def test_a_command_loads_what_it_uses(command: str, heavy: set[str], tmp_path: Path) -> None:
    folder = write(tmp_path, BASE)
    # Jinja2 and icalendar themselves load json, for parts of their own
    with_json = {"json"} if {"jinja2", "icalendar"} & heavy else set()
    assert loaded(*command.split(), here=folder) - with_json == heavy


def test_pydantic_finds_everything_but_plugins_in_its_loader() -> None:
    code = (
        "from handleplan.__main__ import _leave_plugins_out\n"
        "_leave_plugins_out()\n"
        "from pydantic.plugin._loader import get_plugins, PYDANTIC_ENTRY_POINT_GROUP as group\n"
        "import pydantic\n"
        "class M(pydantic.BaseModel):\n    x: int\n"
        "print(group, tuple(get_plugins()), M(x='1').x)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert (run.stdout, run.stderr) == ("pydantic () 1\n", "")
