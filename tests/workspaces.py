"""Small workspaces for tests: files out of strings, and what the linter finds in them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handleplan.diagnostic import Diagnostic
from handleplan.layout import place_of
from handleplan.locale import Language
from handleplan.problem import Problem
from handleplan.selection import select

AGREEMENT = """\
agreements:
  - title: Samarbejdsaftale 2022–2025
    first_year: 2022
    last_year: 2025
    themes:
      - slug: sundhed
        name: Sundhed
      - slug: kultur
        name: Kultur
      - slug: groen-omstilling
        name: Grøn omstilling
    cycle:
      - id: team-dialogue
        month: november
        of: previous-year
        responsible: CDEU
      - id: draft
        month: januar
        needs: proposed
        done_by: papers
      - id: january-meeting
        month: januar
        needs: proposed
      - id: june-meeting
        month: juni
        needs: status-report
"""
PARTIES = """\
parties:
  - id: CDEU
    name: Central Denmark EU Office
  - id: RU
    name: Regional Udvikling
"""
CONFIG = PARTIES + AGREEMENT


def plan(theme: str, year: int = 2022) -> str:
    """Return the text of a small plan in which nothing is wrong."""
    return f"theme: {theme}\nyear: {year}\ntitle: Handleplan {year}\ngoals:\n  - id: m1\n    text: Lighed\n"


# Beside an example of a status report: two activities that it may report on or leave out.
REPORTED = plan("sundhed") + "core_activities:\n  - id: h1\n    text: Rådgive\n  - id: h2\n    text: Mødes\n"

BASE: Mapping[str, str] = {
    "handleplan.yaml": CONFIG,
    "2022/sundhed.yaml": plan("sundhed"),
    "2022/kultur.yaml": plan("kultur"),
    "2022/groen-omstilling.yaml": plan("groen-omstilling"),
}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths below a folder, texts as UTF-8 with their own line ends; return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def findings(folder: Path, *paths: str, language: Language = "da") -> list[Diagnostic]:
    """Lint a workspace, or some of its files; paths are shown relative to it."""
    given = [folder / path for path in paths] or [folder]
    return [
        finding
        for selection in select(given, None, folder, lambda _: language)
        for checked in selection.check()
        for finding in checked.diagnostics
    ]


def problems(folder: Path, path: str) -> list[Problem]:
    """Return what is wrong with one file of a workspace, with the fixes."""
    (selection,) = select([folder / path], None, folder, lambda _: "da")
    (place,) = selection.places
    return [weighed.problem for weighed in selection.linter.examine(place).problems]


def places(found: list[Diagnostic]) -> list[tuple[str, int, int]]:
    """Return what position tests compare: code, line and column of each finding."""
    return [(one.code, one.line, one.column) for one in found]


def completed(path: str, text: str) -> tuple[str, int]:
    """Put before the text of an example what the format requires of a file at that path.

    Returns:
        The whole file and the number of lines that were put before.
    """
    place = place_of("/w", f"/w/{path}")
    present = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    before = ""
    if place.year and text and path.endswith(".yaml"):
        before = "".join(
            f"{key}: {value}\n"
            for key, value in _required(path, place.year, place.slug)
            if key not in present
        )
    if path == "handleplan.yaml":
        before = ("" if "parties" in present else PARTIES) + ("" if "agreements" in present else AGREEMENT)
    planned = {"goals", "core_activities", "focus_areas", "actions"}
    if re.fullmatch(r"[0-9]{4}/[^/]+", path) and before and not planned & present and "index" not in path:
        before += "goals:\n  - id: lighed\n    text: Lighed\n"
    return before + text, before.count("\n")


def _required(path: str, year: int, slug: str) -> tuple[tuple[str, Any], ...]:
    if "/meetings/" in path:
        return ("step", "june-meeting"), ("date", f"{year}-06-20")
    if "/status/" in path:
        return ("theme", slug), ("year", year), ("date", f"{year}-06-14")
    if slug == "index":
        return (("year", year),)
    return ("theme", slug), ("year", year), ("title", f"Handleplan {year}")
