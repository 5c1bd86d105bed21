"""Any sequence of new, set and add, whatever its words are: no error that lint would find, and all or nothing written."""

import contextlib
import io
import tempfile
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from handleplan import cli
from tests.workspaces import BASE, findings, write

AREAS = """\
theme: sundhed
year: 2022
title: Sundhed 2022
goals:
  - Lighed   # uden id
focus_areas:
  - Data
  - id: ai
    title: AI
    objective: |
      At nå
      længere i 2022
    activities:
      - id: ai-1
        text: En plan
        quarters: Q1
      # den næste
      - id: ai-2
        text: "To: planer"
        quarters: Q3-Q4
        owner: RU
actions:
- id: h1
  text: Møder
- {id: h2, text: Rejser}
"""
FILES = {**BASE, "2022/sundhed.yaml": AREAS}

WORDS = st.text(min_size=1, max_size=30) | st.sampled_from([
    "Ny", "a: b", "- x", "# y", "'", '"', "linje 1\nlinje 2", "| >", "2022", "\u2028", "\x07", "[", "{a", "&x", "ord " * 40,
])  # fmt: skip
THEMES = st.sampled_from(["sundhed", "sundhed", "Sundhed", "kultur", "Grøn omstilling", "trafik"])
DAYS = st.dates(min_value=date(2021, 11, 1), max_value=date(2023, 12, 31)).map(str)
ROUNDS = st.sampled_from(["2022-02", "2022-06", "2022-09", "2023-01", "2023-06", "2024-01", "2021-12", "x"])
IDS = st.sampled_from(["h1", "h2", "h3", "ai-1", "ai-2", "ai-3", "b1", "m1", "data", "x"])
STATUSES = st.sampled_from(
    ["planned", "in_progress", "ongoing", "done", "delayed", "dropped", "carried_over", "nej"]
)
STEPS = st.sampled_from(["january-meeting", "june-meeting", "team-dialogue", "draft"])
STAGES = st.sampled_from(["proposed", "agreed", "closed"])
KINDS = st.sampled_from(["goal", "core-activity", "focus-area", "action", "annex"])
Words: TypeAlias = st.SearchStrategy[list[str]]


def optional(name: str, values: st.SearchStrategy[str]) -> Words:
    return st.just([]) | given_option(name, values)


def given_option(name: str, values: st.SearchStrategy[str]) -> Words:
    return values.map(lambda value: [f"{name}={value}"])


def command(words: str, *parts: Words) -> Words:
    return st.tuples(*parts, given_option("--as-of", DAYS)).map(
        lambda found: [*words.split(), *chain(*found)]
    )


def addition(kinds: st.SearchStrategy[str], *parts: Words) -> Words:
    """A command that adds an entry; a space keeps a text that begins with a hyphen from being taken for an option."""
    entry = st.tuples(THEMES, kinds, WORDS.map(lambda text: f" {text}")).map(list)
    values = (
        optional("--quarters", st.sampled_from(["Q1", "Q2-Q4", "Q4-Q1"])),
        optional("--owner", st.sampled_from(["RU", "CDEU", "XX"])),
        optional("--goal", st.just("m1")),
        optional("--note", WORDS),
    )
    return command("add", entry, *parts, *values)


COMMANDS = st.one_of(
    command("new status", optional("--round", ROUNDS), optional("--theme", THEMES)),
    command(
        "new meeting", STEPS.map(lambda step: [step]), optional("--date", DAYS), optional("--theme", THEMES)
    ),
    command("new year", st.sampled_from(["2022", "2023", "2023", "2024", "2026"]).map(lambda year: [year])),
    command(
        "set",
        st.tuples(THEMES, IDS).map(lambda both: [".".join(both)]),
        given_option("--status", STATUSES),
        optional("--note", WORDS),
        optional("--round", ROUNDS),
    ),
    command(
        "set", THEMES.map(lambda theme: [theme]), given_option("--stage", STAGES), optional("--date", DAYS)
    ),
    addition(KINDS),
    addition(st.just("activity"), optional("--area", st.sampled_from(["ai", "Data", "nej"]))),
)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@settings(max_examples=150)
@given(st.lists(COMMANDS, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_any_sequence_leaves_a_workspace_without_errors(commands: list[list[str]], end: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), {path: text.replace("\n", end) for path, text in FILES.items()})
        for arguments in commands:
            before = contents(folder)
            said, failed = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(failed):
                code = cli.main(["-C", str(folder), *arguments])
            after = contents(folder)
            assert code in (0, 2), failed.getvalue()
            if code == 2:
                assert after == before
                assert failed.getvalue().startswith("handleplan: ")
            assert all(b"\n" not in content.replace(end.encode(), b"") for content in after.values())
            errors = [one for one in findings(folder) if one.severity == "error"]
            assert not errors, (arguments, errors[0])
