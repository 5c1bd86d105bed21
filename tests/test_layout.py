"""Which file is what, by its place; and the order in which a workspace is walked."""

import os
from pathlib import Path

import pytest

from handleplan.layout import FilePlace, listed, place_of, walk
from tests.workspaces import write


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("handleplan.yaml", ("config", None, "handleplan", "")),
        ("2022/index.yaml", ("index", 2022, "index", "")),
        ("2022/sundhed.yaml", ("plan", 2022, "sundhed", "")),
        ("2022/meetings/januar.yaml", ("meeting", 2022, "januar", "")),
        ("2022/status/2022-06/sundhed.yaml", ("report", 2022, "sundhed", "2022-06")),
        ("2022/status/2023-01/sundhed.yaml", ("report", 2022, "sundhed", "2023-01")),
        ("2022/status/2022-13/sundhed.yaml", ("misplaced", 2022, "sundhed", "")),
        ("2022/status/sundhed.yaml", ("misplaced", 2022, "sundhed", "")),
        ("2022/meetings/juni/a.yaml", ("misplaced", 2022, "a", "")),
        ("2022/andet/a.yaml", ("misplaced", 2022, "a", "")),
        ("sundhed.yaml", ("misplaced", None, "sundhed", "")),
        ("22/sundhed.yaml", ("misplaced", None, "sundhed", "")),
        ("x2022/sundhed.yaml", ("misplaced", None, "sundhed", "")),
        ("1899/sundhed.yaml", ("misplaced", None, "sundhed", "")),
        ("1900/sundhed.yaml", ("plan", 1900, "sundhed", "")),
        ("2199/sundhed.yaml", ("plan", 2199, "sundhed", "")),
        ("9999/sundhed.yaml", ("misplaced", None, "sundhed", "")),
        ("2022/sundhed.yml", ("misnamed", 2022, "sundhed", "")),
        ("2022/sundhed.YAML", ("misnamed", 2022, "sundhed", "")),
        ("handleplan.yml", ("misnamed", None, "handleplan", "")),
        ("2022/a.b.yaml", ("plan", 2022, "a.b", "")),
    ],
)
def test_places(path: str, expected: tuple[str, int | None, str, str], tmp_path: Path) -> None:
    write(tmp_path, {path: "a: b\n"})
    place = place_of(str(tmp_path), str(tmp_path / path))
    assert (place.kind, place.year, place.slug, place.round) == expected
    assert place == FilePlace(str(tmp_path / path), *expected)
    assert list(walk(str(tmp_path))) == [place]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "2022" / "sundhed.yaml").mkdir(parents=True)
    assert [place.kind for place in walk(str(tmp_path))] == ["not-a-file"]


def test_files_in_the_order_in_which_they_build_on_each_other(tmp_path: Path) -> None:
    names = [
        "handleplan.yaml",
        "andet.yaml",
        "2021/kultur.yaml",
        "2021/meetings/x.yaml",
        "2021/status/2021-06/kultur.yaml",
        "2021/status/2022-01/kultur.yaml",
        "2022/index.yaml",
        "2022/a.yaml",
        "2022/b.yaml",
        "2022/a.yml",
    ]
    write(tmp_path, dict.fromkeys(reversed(names), ""))
    write(tmp_path, {".git/x.yaml": "", "templates/x.yaml": "", "2022/notes.md": "", "2022/.skjult.yaml": ""})
    assert [Path(place.path).relative_to(tmp_path).as_posix() for place in walk(str(tmp_path))] == names


def test_a_folder_of_the_workspace(tmp_path: Path) -> None:
    write(
        tmp_path, {"handleplan.yaml": "", "2021/a.yaml": "", "2022/a.yaml": "", "2022/templates/b.yaml": ""}
    )
    found = [place.kind for place in walk(str(tmp_path), str(tmp_path / "2022"))]
    assert found == ["plan", "misplaced"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path, {"2022/a.yaml": "", "2022/status/2022-06/a.yaml": ""})
    (tmp_path / "2022" / "loop").symlink_to(tmp_path / "2022", target_is_directory=True)
    (tmp_path / "2022" / "self.yaml").symlink_to(tmp_path / "2022" / "self.yaml")
    (tmp_path / "2022" / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / "2022" / "b.yaml").symlink_to(tmp_path / "2022" / "a.yaml")
    found = {Path(place.path).name: place.kind for place in walk(str(tmp_path)) if place.kind != "report"}
    assert found == {"a.yaml": "plan", "b.yaml": "plan", "self.yaml": "not-a-file", "gone.yaml": "not-a-file"}


def test_the_files_of_a_linked_year_belong_to_both(tmp_path: Path) -> None:
    write(tmp_path, {"2022/sundhed.yaml": "x: y\n"})
    (tmp_path / "2023").symlink_to("2022", target_is_directory=True)
    (tmp_path / "2022" / "round").symlink_to("..", target_is_directory=True)
    found = [(place.kind, place.year, place.slug) for place in walk(str(tmp_path))]
    assert found == [("plan", 2022, "sundhed"), ("plan", 2023, "sundhed")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("2022/Index.yaml", "misnamed"), ("2022/index.yml", "misnamed"), ("2022/meetings.yaml", "misplaced")],
)
def test_names_that_nearly_mean_something(name: str, kind: str, tmp_path: Path) -> None:
    write(tmp_path, {name: "x: y\n"})
    assert [place.kind for place in walk(str(tmp_path))] == [kind]


def test_a_list_of_names_is_walked_like_the_files_themselves(tmp_path: Path) -> None:
    names = [
        "handleplan.yaml", "2022/sundhed.yaml", "2022/index.yaml", "2021/år et.yml", "2022/INDEX.yaml", "2022/readme.md",
        "2022/meetings/juni.yaml", "2022/status/2022-06/sundhed.yaml", "templates/x.yaml", "2022/templates/x.yaml",
        ".skjult/2022/x.yaml", "2022/.x.yaml", "1/2/3/4/5/6/7/8/x.yaml", "1/2/3/4/5/6/7/8/9/x.yaml", "x.YAML",
    ]  # fmt: skip
    write(tmp_path, dict.fromkeys(names, "x: 1\n"))
    root = str(tmp_path)
    assert listed(root, names) == list(walk(root))
    assert listed("/nowhere", ["2022/sundhed.yaml"])[0].kind == "plan"
