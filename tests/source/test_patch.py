"""Changes as text patches: what they touch changes, and nothing else."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handleplan.problem import (
    AddKey,
    AppendItem,
    Change,
    Commented,
    Range,
    Recode,
    Remove,
    RenameKey,
    Replace,
    SetKey,
    SetValue,
)
from handleplan.source import read_source
from handleplan.source.block_style import written_scalar
from handleplan.source.growth import CannotPatchError
from handleplan.source.patch import (
    line_end_of,
    patched,
    patches_of,
    recoded,
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


REPORT = """\
theme: sundhed  # temaet
summary: |

challenges: >-  # husk
  Få
  hænder

activities:
  # Møde
  h1:
    note: ""  # ingen
  h2:
  h3:
    status: done   # endelig
    note: >-
      Alt
      er nået

  # sidst
decisions:
flow: {a: [1, 2], b: {}} # til sidst
list: [a,
  b]
"""
LONG = "en aktivitet i fællesskab med alle de andre parter i hele regionen og endnu længere væk " * 2
ORDER = ("status", "note")


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (SetKey(("theme",), "kultur"), "theme: sundhed  #", "theme: kultur  #"),
        (SetKey(("summary",), "Godt"), "summary: |\n", "summary: Godt\n"),
        (SetKey(("summary",), "Godt\n\nMen"), "summary: |\n", "summary: |\n  Godt\n\n  Men\n"),
        (SetKey(("challenges",), "Nu\nigen"), ">-  # husk\n  Få\n  hænder\n", "|  # husk\n  Nu\n  igen\n"),
        (SetKey(("activities", "h1", "note"), "A: b"), 'note: ""  #', 'note: "A: b"  #'),
        (
            SetKey(("activities", "h1", "status"), "done", ORDER),
            '    note: ""',
            '    status: done\n    note: ""',
        ),
        (SetKey(("activities", "h3", "status"), ""), "status: done   #", "status:   #"),
        (SetKey(("activities", "h3", "note"), ""), "note: >-\n      Alt\n      er nået\n", "note:\n"),
        (SetKey(("challenges",), ""), "challenges: >-  # husk\n  Få\n  hænder\n", "challenges:  # husk\n"),
        (SetKey(("activities", "h2", "status"), "done"), "  h2:\n", "  h2:\n    status: done\n"),
        (SetKey(("activities", "h3", "status"), "ongoing"), "status: done   #", "status: ongoing   #"),
        (
            SetKey(("activities", "h3", "note"), "En\nTo"),
            "note: >-\n      Alt\n      er nået\n",
            "note: |\n      En\n      To\n",
        ),
        (
            SetKey(("activities", "h4"), Commented("Rejse\nog møde", {"status": "planned", "note": ""})),
            "      er nået\n",
            "      er nået\n  # Rejse\n  # og møde\n  h4:\n    status: planned\n    note:\n",
        ),
        (
            AppendItem(("decisions",), {"text": "Ja", "owner": "RU"}),
            "s:\nf",
            "s:\n  - text: Ja\n    owner: RU\nf",
        ),
        (
            AppendItem(("agenda",), "Møde", ("decisions", "agenda", "flow")),
            "s:\nf",
            "s:\nagenda:\n  - Møde\nf",
        ),
        (SetKey(("new", "a"), "1"), "  b]\n", "  b]\nnew:\n  a: 1\n"),
        (SetKey(("new",), "1", ("flow", "new")), "# til sidst\n", "# til sidst\nnew: 1\n"),
        (SetKey(("kind",), "x", ("kind", "theme")), "theme: s", "kind: x\ntheme: s"),
        (
            SetKey(("new",), LONG.strip()),
            "  b]\n",
            f"  b]\nnew: >-\n  {LONG[:90]}\n  {LONG[91:].strip()}\n",
        ),
    ],
)
def test_a_file_grows_beside_what_is_there(change: Change, old: str, new: str) -> None:
    assert REPORT.count(old) == 1
    assert changed(change, REPORT) == REPORT.replace(old, new)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (AppendItem(("goals",), {"id": "m5", "text": "Ny"}), 'data"\n', 'data"\n  - id: m5\n    text: Ny\n'),
        (
            AppendItem(("actions", 0, "continues"), Commented("sidste", "2021/h4")),
            "    - 2021/h3\n",
            "    - 2021/h3\n    # sidste\n    - 2021/h4\n",
        ),
        (AppendItem(("actions",), "Tur"), "m2]}\n", "m2]}\n- Tur\n"),
        (
            SetKey(("actions", 0, "owner"), "RU", ("text", "owner")),
            "text: Møde\n",
            "text: Møde\n  owner: RU\n",
        ),
    ],
)
def test_a_list_grows_at_its_end(change: Change, old: str, new: str) -> None:
    assert changed(change) == PLAN.replace(old, new)
    assert PLAN.count(old) == 1


@pytest.mark.parametrize(
    "change",
    [
        SetKey(("list",), "x"),
        SetKey(("flow", "c"), "x"),
        SetKey(("activities",), "x"),
        SetKey(("theme", "x"), "y"),
        AppendItem(("list",), "x"),
        AppendItem(("theme",), "x"),
    ],
)
def test_a_file_does_not_grow_where_it_cannot(change: Change) -> None:
    with pytest.raises(CannotPatchError):
        changed(change, REPORT)


def test_a_file_grows_behind_a_last_line_without_an_end() -> None:
    assert changed(SetKey(("b",), "2"), "a: 1") == "a: 1\nb: 2"
    assert changed(SetKey(("b",), "2\n3"), "a: 1\r\n") == "a: 1\r\nb: |\r\n  2\r\n  3\r\n"


@given(
    st.text(min_size=1, max_size=200), st.sampled_from([("activities", "h1", "note"), ("summary",), ("new",)])
)
def test_a_text_that_is_set_reads_as_itself(value: str, path: tuple[str, ...]) -> None:
    value = "\n".join(" ".join(line.split()) for line in value.splitlines()).strip()
    assume(value)
    assume(value.replace("\n", "").isprintable())
    found = read_source(changed(SetKey(path, value), REPORT).encode())
    at = found.data
    for step in path:
        at = at[step]
    assert (at, found.problems) == (value, ())


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
    written = written_scalar(value, style=style, flow=flow)
    text = f"{{k: {written}}}" if flow else f"k: {written}"
    found = read_source(text.encode())
    assert (found.data, found.problems) == ({"k": value}, ())
