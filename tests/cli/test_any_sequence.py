"""Any sequence of new, set and add, whatever its words are: no error that lint would find, and all or nothing written."""

import contextlib
import io
import tempfile
from pathlib import Path

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
    "Ny", "a: b", "- x", "# y", "'", "\"", "TODO", "linje 1\nlinje 2", "| >", "2022", "\u2028", "\x07", "[", "{a", "&x",
])  # fmt: skip
THEMES = st.sampled_from(["sundhed", "kultur", "Grøn omstilling", "trafik"])
DAYS = st.dates(min_value=__import__("datetime").date(2021, 11, 1), max_value=__import__("datetime").date(2023, 12, 31)).map(str)
IDS = st.sampled_from(["h1", "h2", "h3", "ai-1", "ai-2", "ai", "b1", "m1", "data", "x"])
STATUSES = st.sampled_from(["planned", "in_progress", "ongoing", "done", "delayed", "dropped", "carried_over", "nej"])
KINDS = st.sampled_from(["goal", "core-activity", "focus-area", "activity", "action", "annex"])


def optional(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.just([]) | values.map(lambda value: [name, value])


def command(*parts: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    return st.tuples(*parts, DAYS).map(lambda found: [*sum(found[:-1], []), "--as-of", found[-1]])


def one(*words: str) -> st.SearchStrategy[list[str]]:
    return st.just(list(words))


COMMANDS = st.one_of(
    command(one("new", "status"), optional("--round", DAYS.map(lambda day: day[:7])), optional("--theme", THEMES)),
    command(
        one("new", "meeting"),
        st.sampled_from(["january-meeting", "june-meeting", "team-dialogue", "draft"]).map(lambda step: [step]),
        optional("--date", DAYS),
        optional("--theme", THEMES),
    ),
    command(one("new", "year"), st.sampled_from(["2022", "2023", "2024", "2026"]).map(lambda year: [year])),
    command(
        one("set"),
        st.tuples(THEMES, IDS).map(lambda both: [".".join(both)]),
        optional("--status", STATUSES),
        optional("--note", WORDS),
        optional("--round", DAYS.map(lambda day: day[:7])),
    ),
    command(
        one("set"),
        THEMES.map(lambda theme: [theme]),
        optional("--stage", st.sampled_from(["proposed", "agreed", "closed"])),
        optional("--date", DAYS),
    ),
    command(
        one("add"),
        st.tuples(THEMES, KINDS, WORDS).map(lambda three: [three[0], three[1], "--", three[2]][:2] + [f" {three[2]}"]),
        optional("--area", st.sampled_from(["ai", "Data", "nej"])),
        optional("--quarters", st.sampled_from(["Q1", "Q2-Q4", "Q4-Q1"])),
        optional("--owner", st.sampled_from(["RU", "CDEU", "XX"])),
        optional("--goal", st.just("m1")),
        optional("--note", WORDS),
    ),
)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@settings(max_examples=150)
@given(st.lists(COMMANDS, min_size=1, max_size=6))
def test_any_sequence_leaves_a_workspace_without_errors(commands: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), FILES)
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
            errors = [one for one in findings(folder) if one.severity == "error"]
            assert not errors, (arguments, errors[0])
