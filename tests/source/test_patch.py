"""Changes as text patches: what they touch changes, and nothing else."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handleplan.problem import AddKey, Change, Range, Recode, Remove, RenameKey, Replace, SetValue
from handleplan.source import read_source
from handleplan.source.patch import (
    CannotPatchError,
    line_end_of,
    patched,
    patches_of,
    recoded,
    scalar,
)

PLAN = """\
# en kommentar
title: Sundhed   # bliver
date: '2022-01-10'
goals:
  - id: m1   # målet
    text: Lighed
  - Netværk
  - >-
    Synlighed

    i Europa
  -   "Viden og
      data"
actions:
- text: Møde
  continues:
    - 2021/h1  # først
    # om den næste
    - 2021/h2

    - 2021/h3
- {text: Rejse, goals: [m1, m2]}
"""


def changed(change: Change, text: str = PLAN) -> str:
    return patched(text, patches_of(change, read_source(text.encode())))


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (SetValue(("title",), "Ny"), "title: Sundhed  ", "title: Ny  "),
        (SetValue(("title",), "To spor: data"), "title: Sundhed  ", 'title: "To spor: data"  '),
        (SetValue(("title",), '@"x"'), "title: Sundhed  ", "title: '@\"x\"'  "),
        (SetValue(("date",), "d'en"), "'2022-01-10'", "'d''en'"),
        (SetValue(("actions", 1, "text"), "Rejse, møde"), "{text: Rejse,", '{text: "Rejse, møde",'),
        (SetValue(("actions", 1, "goals", 1), "m3"), "m1, m2]", "m1, m3]"),
        (RenameKey(("goals", 0, "text"), "title"), "    text: Lighed", "    title: Lighed"),
        (AddKey(("actions", 0), "id", "h1"), "- text: Møde\n", "- id: h1\n  text: Møde\n"),
        (AddKey(("actions", 1), "id", "h2"), "{text: R", "{id: h2, text: R"),
        (AddKey((), "theme", "sundhed"), "title: S", "theme: sundhed\ntitle: S"),
        (AddKey(("goals", 1), "id", "m2"), "- Netværk\n", "- id: m2\n    text: Netværk\n"),
        (AddKey(("goals", 1), "id", "m2", "title"), "- Netværk\n", "- id: m2\n    title: Netværk\n"),
        (
            AddKey(("goals", 2), "id", "m3"),
            "- >-\n    Synlighed\n\n    i Europa\n",
            "- id: m3\n    text: >-\n      Synlighed\n\n      i Europa\n",
        ),
        (
            AddKey(("goals", 3), "id", "m4"),
            '-   "Viden og\n      data"\n',
            '-   id: m4\n      text: "Viden og\n        data"\n',
        ),
        (Remove(("actions", 0, "continues", 1)), "    - 2021/h2\n", ""),
        (Remove(("goals", 2)), "  - >-\n    Synlighed\n\n    i Europa\n", ""),
        (Remove(("goals", 0)), "  - id: m1   # målet\n    text: Lighed\n", ""),
        (Replace(Range(0, 14), "# ny"), "# en kommentar", "# ny"),
    ],
)
def test_a_change_touches_nothing_else(change: Change, old: str, new: str) -> None:
    assert changed(change) == PLAN.replace(old, new, 1)
    assert PLAN.count(old) >= 1


@pytest.mark.parametrize(
    "change",
    [
        SetValue(("vision",), "x"),  # not there
        SetValue(("goals",), "x"),  # a list
        SetValue(("goals", 2), "x"),  # a block text
        SetValue(("title",), "x\ny"),
        RenameKey(("visoin",), "vision"),
        AddKey(("goals",), "id", "m1"),
        AddKey(("actions", 1, "goals", 0), "id", "m1"),  # a text between brackets
        Remove(("actions", 1, "goals", 0)),
        Remove(("goals", 9)),
        Recode("cp1252"),
    ],
)
def test_what_does_not_fit_is_refused(change: Change) -> None:
    with pytest.raises(CannotPatchError):
        changed(change)


def test_the_only_item_is_not_removed() -> None:
    with pytest.raises(CannotPatchError):
        changed(Remove(("goals", 0)), "goals:\n  - m1\n")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay_what_they_are(end: str) -> None:
    text = PLAN.replace("\n", end)
    changes: list[Change] = [AddKey(("goals", 2), "id", "m3"), Remove(("actions", 0, "continues", 0))]
    for change in changes:
        assert changed(change, text) == changed(change).replace("\n", end)


def test_several_patches_keep_their_places() -> None:
    source = read_source(PLAN.encode())
    changes: list[Change] = [
        AddKey(("goals", 1), "id", "m2"),
        SetValue(("title",), "Ny"),
        RenameKey(("actions",), "a"),
    ]
    patches = [patch for change in changes for patch in patches_of(change, source)]
    found = read_source(patched(PLAN, patches).encode()).data
    assert (found["title"], found["goals"][1], len(found["a"])) == ("Ny", {"id": "m2", "text": "Netværk"}, 2)


@pytest.mark.parametrize(
    ("text", "end"),
    [("", "\n"), ("a", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\rb", "\r"), ("a\nb\r\n", "\n")],
)
def test_the_line_end_of_most_lines(text: str, end: str) -> None:
    assert line_end_of(text) == end


def test_recoding() -> None:
    assert recoded("æøå".encode("cp1252"), Recode("cp1252")) == "æøå".encode()
    with pytest.raises(CannotPatchError):
        recoded(b"\x81", Recode("cp1252"))


@given(st.text(min_size=1), st.sampled_from([None, "'", '"']), st.booleans())
def test_a_written_value_reads_as_itself(value: str, style: str | None, flow: bool) -> None:
    value = " ".join(value.split())
    assume(value)
    assume(value.isprintable())
    written = scalar(value, style=style, flow=flow)
    text = f"{{k: {written}}}" if flow else f"k: {written}"
    found = read_source(text.encode())
    assert (found.data, found.problems) == ({"k": value}, ())
