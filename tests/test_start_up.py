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
    "resvg_py",
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
        ("status", {"typer", "yaml", "pydantic"}),
        ("status --format json", {"typer", "yaml", "pydantic", "json"}),
        ("report", {"typer", "yaml", "pydantic", "jinja2"}),
        ("report --format html", {"typer", "yaml", "pydantic", "jinja2"}),
        ("report --format json", {"typer", "yaml", "pydantic", "json"}),
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
    # Jinja2 itself loads json, for a filter of its own
    assert loaded(*command.split(), here=folder) - ({"json"} if "jinja2" in heavy else set()) == heavy


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
