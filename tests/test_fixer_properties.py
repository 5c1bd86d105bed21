"""What holds for fixing any plan: done twice it is as done once, and nothing changes that no fix speaks of."""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handleplan.fixer import Fixed, fix_files
from handleplan.locale import DEFAULT
from handleplan.problem import AddKey, Change, Place, Recode, Remove, RenameKey, Replace, SetValue
from handleplan.problem import Path as DataPath
from handleplan.selection import select
from handleplan.source import Source, read_source
from tests.conftest import ROOT
from tests.workspaces import BASE, write

PATH = "2022/sundhed.yaml"
PLANS = [
    (ROOT / "plans" / "2022" / f"{theme}.yaml").read_text(encoding="utf-8")
    for theme in ("sundhed", "groen-omstilling")
]
# What a hand, a word processor or a merge does to a line.
SLIPS: list[Callable[[str], str]] = [
    lambda line: f"{line}  ",
    lambda line: line.replace("  ", "\t", 1),
    lambda line: line.replace("goals:", "mål:").replace("title:", "titel:"),
    lambda line: line.replace("vision:", "visoin:").replace("text:", "txet:"),
    lambda line: line.replace("- id:", "-id:"),
    lambda line: line.replace("id: ", "id:"),
    lambda line: line.replace("  - ", "  • ", 1),
    lambda line: line.replace("i", "i\u00ad", 1),
    lambda line: line.replace(" ", "\u00a0", 1),
    lambda line: unicodedata.normalize("NFD", line),
    lambda line: line.replace("Q2-Q4", "Q2-Q4, Q3").replace("2022-01-10", "10.01.2022"),
    lambda line: line.replace("text: ", "text: To spor: "),
    lambda line: line.replace("text: ", "text: @"),
    lambda line: line.replace("text: ", "text: • "),
    lambda line: line.replace(" og ", " og og "),
    lambda line: line.replace("proposed: ", "foreslået: "),
    lambda line: f"{line}  # handleplan: ignore[HP203] x",
    lambda line: "" if "id: " in line and "- " not in line else line,
    lambda line: f"{line}\r",
]


@st.composite
def plans(draw: st.DrawFn) -> bytes:
    """A real plan with some slips in it."""
    lines = draw(st.sampled_from(PLANS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        index = draw(st.integers(0, len(lines) - 1))
        slip = draw(st.sampled_from(SLIPS))
        # the slip goes to the first line from there on that it changes
        for at in (*range(index, len(lines)), *range(index)):
            if slip(lines[at]) != lines[at]:
                lines[at] = slip(lines[at])
                break
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines).removesuffix(draw(st.sampled_from(["", end]))).encode()


def fixed(folder: Path, content: bytes, *, unsafe: bool) -> Fixed:
    write(folder, {PATH: content})
    (selection,) = select([folder / PATH], None, folder, lambda _: DEFAULT)
    (found,) = fix_files(selection.linter, selection.places, unsafe=unsafe)
    return found


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("office"), BASE)


@given(content=plans(), unsafe=st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
def test_fixing_twice_is_fixing_once(office: Path, content: bytes, unsafe: bool) -> None:
    once = fixed(office, content, unsafe=unsafe)
    again = fixed(office, once.after, unsafe=unsafe)
    assert again.after == once.after
    assert not again.mended


@given(content=plans(), unsafe=st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
def test_only_what_a_fix_speaks_of_changes(office: Path, content: bytes, unsafe: bool) -> None:
    once = fixed(office, content, unsafe=unsafe)
    before, after = read_source(once.before), read_source(once.after)
    if before.data is None or after.data is None:
        return
    spoken = [
        path
        for mended in once.mended
        for change in (mended.problem.fix.changes if mended.problem.fix else ())
        for path in touched(change, mended.source)
    ]
    for path in differences(before.data, after.data):
        assert any(path[: len(one)] == one for one in spoken), (path, spoken)


def touched(change: Change, source: Source) -> Iterator[DataPath]:
    """Yield the paths below which a change may make a difference."""
    match change:
        case SetValue(path=path) | AddKey(path=path):
            yield path
        case RenameKey(path=path) | Remove(path=path):
            yield path[:-1]
        case Replace(where=where):
            path = source.path_at(where.start)
            # what is written where a key stands may make another key of it
            at_key = (
                where.start <= source.locate(Place(path, "key")).end
                and bool(path)
                and isinstance(path[-1], str)
            )
            yield path[:-1] if at_key else path
        case Recode():
            yield ()


def differences(before: Any, after: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """Yield the paths of what is not the same in two files' data, as deep down as can be."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before.keys() | after.keys():
            if key not in before or key not in after:
                yield (*path, key)
            else:
                yield from differences(before[key], after[key], (*path, key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, (*path, index))
    elif before != after:
        yield path
