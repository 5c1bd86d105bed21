"""Temporary git repositories for tests: real ones, which know nobody's settings."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from handleplan.diagnostic import Diagnostic
from handleplan.locale import Language
from handleplan.selection import select
from tests.workspaces import write

# Whoever commits, and that nothing asks for a signature or for more than this folder.
_WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it says."""
    run = subprocess.run(
        ["git", *_WHO, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def repository(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a repository whose branch ``main`` holds files, check out another branch, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, files)
    git(folder, "checkout", "--quiet", "-b", "gren")
    return folder


def commit(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files and commit everything."""
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")


def news(
    folder: Path, *paths: str, since: str = "main", language: Language = "da"
) -> list[tuple[str, Diagnostic]]:
    """Lint what has changed since a revision; paths are shown relative to the folder.

    Returns:
        The findings, each with its code first.
    """
    given = [folder / path for path in paths] or [folder]
    return [
        (one.code, one)
        for selection in select(given, None, folder, lambda _: language, since)
        for checked in selection.check()
        for one in checked.diagnostics
    ]
