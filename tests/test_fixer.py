"""Mending files: until nothing is left, without touching anything else, and never for the worse."""

from pathlib import Path

import pytest

from handleplan.fixer import Fixed, fix_files
from handleplan.locale import DEFAULT
from handleplan.problem import Change, Fix, Range, Recode, Replace, SetValue
from handleplan.rule import RULES, Found
from handleplan.selection import select
from tests.workspaces import BASE, plan, write

UNUSED = "# handleplan: ignore[HP203, HP202] x\n"


def fixed(folder: Path, *, unsafe: bool = False) -> dict[str, Fixed]:
    """Mend a workspace without writing it; by the file's path below the workspace."""
    (selection,) = select([folder], None, folder, lambda _: DEFAULT)
    found = fix_files(selection.linter, selection.places, unsafe=unsafe)
    return {Path(one.place.path).relative_to(folder.resolve()).as_posix(): one for one in found}


@pytest.fixture
def proposing(monkeypatch: pytest.MonkeyPatch) -> list[Found]:
    """Let a rule find what a test puts into the list, in every plan that still holds the first title."""
    proposed: list[Found] = []
    name = "plan-without-goals"
    rule = RULES[name]._replace(check=lambda file: iter(proposed if "Handleplan" in file.source.text else ()))
    monkeypatch.setitem(RULES, name, rule)
    return proposed


def test_nothing_to_mend(tmp_path: Path) -> None:
    for one in fixed(write(tmp_path, BASE)).values():
        assert (one.after, one.mended) == (one.before, ())


def test_what_is_mended_in_several_rounds_is_gone(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "2022/sundhed.yaml": UNUSED + plan("sundhed")})
    one = fixed(tmp_path)["2022/sundhed.yaml"]
    assert one.after.decode() == plan("sundhed")
    assert [mended.problem.rule for mended in one.mended] == ["unused-suppression"] * 2
    assert one.left.problems == ()


@pytest.mark.parametrize("marks", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_byte_order_marks_and_line_ends_stay(marks: bytes, end: str, tmp_path: Path) -> None:
    text = (UNUSED + plan("sundhed")).replace("\n", end).encode()
    write(tmp_path, {**BASE, "2022/sundhed.yaml": marks + text})
    one = fixed(tmp_path)["2022/sundhed.yaml"]
    assert one.after == marks + plan("sundhed").replace("\n", end).encode()


def test_guesses_are_applied_when_asked_for(tmp_path: Path, proposing: list[Found]) -> None:
    proposing.append(Found(Range(0, 1), {}).mended_by(SetValue(("title",), "Ny"), safe=False))
    write(tmp_path, BASE)
    assert all(one.after == one.before for one in fixed(tmp_path).values())
    changed = {path for path, one in fixed(tmp_path, unsafe=True).items() if one.after != one.before}
    assert changed == {path for path in BASE if path.startswith("2022")}


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        # the second of two that touch waits, and is not found again here
        ([(Replace(Range(0, 5), "tema"),), (Replace(Range(4, 6), "x"),)], None),
        # what breaks the file is left alone, what does not is done all the same
        ([(Replace(Range(0, 6), "[["),), (SetValue(("title",), "Ny"),)], "Ny"),
        ([(Replace(Range(0, 6), "tema:"),), (SetValue(("title",), "Ny"),)], "Ny"),
        # all changes of a fix or none
        ([(SetValue(("title",), "Ny"), SetValue(("goals",), "x"))], None),
        ([(SetValue(("title",), "Handleplan 2022"),)], None),
        ([(Recode("utf-8"),)], None),
        ([(SetValue(("nowhere",), "x"),), (SetValue(("title",), "Ny"),)], "Ny"),
    ],
)
def test_never_for_the_worse(
    changes: list[tuple[Change, ...]], after: str | None, tmp_path: Path, proposing: list[Found]
) -> None:
    proposing += [Found(Range(0, 1), {}, Fix(one)) for one in changes]
    write(tmp_path, BASE)
    one = fixed(tmp_path)["2022/sundhed.yaml"]
    expected = plan("sundhed").replace("Handleplan 2022", after) if after else plan("sundhed")
    assert one.after.decode() == expected


def test_a_file_that_is_not_utf_8_is_only_recoded(tmp_path: Path) -> None:
    text = (UNUSED + plan("sundhed") + "vision: På tværs\n").encode("cp1252")
    write(tmp_path, {**BASE, "2022/sundhed.yaml": text})
    one = fixed(tmp_path)["2022/sundhed.yaml"]
    assert one.after == text


def test_other_files_are_checked_with_the_mended_settings(tmp_path: Path) -> None:
    config = "# handleplan: ignore[HP203] x\n" + BASE["handleplan.yaml"]
    write(tmp_path, {**BASE, "handleplan.yaml": config})
    found = fixed(tmp_path)
    assert found["handleplan.yaml"].after.decode() == BASE["handleplan.yaml"]
    assert found["2022/sundhed.yaml"].left.problems == ()


def test_one_fix_that_cannot_be_made_does_not_hold_up_the_others(tmp_path: Path) -> None:
    entries = "".join(f"  - Mål nummer {number} for alle\n" for number in range(250))
    text = plan("sundhed").replace(
        "goals:\n  - id: m1\n    text: Lighed\n", "stages:\n  proposed: 2022-01-10\ngoals:\n"
    )
    write(tmp_path, {**BASE, "2022/sundhed.yaml": f"{text}{entries}  - {{text: x}}\n  - ? text\n    : Et\n"})
    once = fixed(tmp_path)["2022/sundhed.yaml"]
    write(tmp_path, {"2022/sundhed.yaml": once.after})
    assert fixed(tmp_path)["2022/sundhed.yaml"].after == once.after
    lines = once.after.decode().split("\n")
    assert [line for line in lines if line.startswith("  - id:")][:3] == [
        "  - id: m1",
        "  - id: m2",
        "  - id: m3",
    ]
