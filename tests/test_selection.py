"""From named paths to files: which workspace each belongs to, and what cannot be checked."""

from pathlib import Path

import pytest

from handleplan.failure import Failure
from handleplan.locale import Language
from handleplan.selection import select, shown_path
from tests.workspaces import BASE, CONFIG, plan, write


def selected(paths: list[Path], here: Path, folder: Path | None = None) -> list[list[str]]:
    found = select(paths, folder, here, lambda language: language)
    return [[shown_path(place.path, here) for place in one.places] for one in found]


ALL = ["handleplan.yaml", "2022/groen-omstilling.yaml", "2022/kultur.yaml", "2022/sundhed.yaml"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", BASE)


def test_no_path_means_the_whole_workspace(workspace: Path) -> None:
    assert selected([], workspace) == [ALL]
    assert selected([], workspace / "2022", workspace.parent) == selected([], workspace / "2022", workspace)


def test_a_folder_above_means_the_workspace_in_it(workspace: Path) -> None:
    assert selected([workspace.parent], workspace.parent) == [[f"plans/{name}" for name in ALL]]
    assert selected([], workspace.parent) == [[f"plans/{name}" for name in ALL]]


def test_files_and_folders_each_once(workspace: Path) -> None:
    paths = [workspace / "2022/sundhed.yaml", workspace / "2022", workspace / "2022" / "sundhed.yaml"]
    (found,) = selected(paths, workspace)
    assert sorted(found) == ALL[1:]


def test_a_stray_file_can_be_named(workspace: Path) -> None:
    write(workspace, {"udkast/x.yml": ""})
    assert selected([workspace / "udkast/x.yml"], workspace) == [["udkast/x.yml"]]


def test_two_workspaces(workspace: Path) -> None:
    other = write(
        workspace.parent / "andre", {"handleplan.yaml": CONFIG, "2022/sundhed.yaml": plan("sundhed")}
    )
    found = selected([workspace / "2022/kultur.yaml", other], workspace)
    outside = other.as_posix()
    assert found == [["2022/kultur.yaml"], [f"{outside}/handleplan.yaml", f"{outside}/2022/sundhed.yaml"]]


def test_the_language_of_the_workspace_is_settled(workspace: Path) -> None:
    write(workspace, {"handleplan.yaml": CONFIG + "language: en\n"})
    asked: list[Language] = []

    def settle(language: Language) -> Language:
        asked.append(language)
        return "da"

    (found,) = select([], None, workspace, settle)
    assert (asked, found.linter.texts.language) == (["en"], "da")


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("plans/2022/nope.yaml", "no-such-path"),
        ("plans/2022/sundhed.yaml/x", "unreadable"),
        ("plans/2022/x\0.yaml", "unreadable"),
        ("plans/2022/notes.md", "no-plan-file"),
        ("elsewhere", "no-files"),
        ("elsewhere/x.yaml", "outside-workspace"),
        ("..", "no-workspace"),
        ("plans/empty", "no-files"),
    ],
)
def test_what_cannot_be_checked(path: str, key: str, workspace: Path) -> None:
    write(workspace, {"2022/notes.md": "x"})
    write(workspace.parent, {"elsewhere/x.yaml": "x"})
    (workspace / "empty").mkdir()
    with pytest.raises(Failure) as failure:
        selected([workspace.parent / path], workspace)
    assert failure.value.key == key


@pytest.mark.parametrize("path", ["elsewhere/x.yaml", "elsewhere"])
def test_outside_the_named_workspace(path: str, workspace: Path) -> None:
    write(workspace.parent, {"elsewhere/x.yaml": "x"})
    with pytest.raises(Failure):
        selected([workspace.parent / path], workspace, workspace)


def test_shown_paths(tmp_path: Path) -> None:
    here = tmp_path / "a"
    assert shown_path(str(here / "b" / "c.yaml"), here) == "b/c.yaml"
    assert shown_path(str(here / "..b" / "c.yaml"), here) == "..b/c.yaml"
    assert shown_path(str(tmp_path / "c.yaml"), here) == (tmp_path / "c.yaml").as_posix()


def test_without_paths_the_whole_workspace_is_meant(workspace: Path) -> None:
    (below,) = select([], None, workspace / "2022", lambda language: language)
    (above,) = select([], None, workspace, lambda language: language)
    assert below.places == above.places


def test_a_file_that_is_a_link_is_what_its_own_place_says(workspace: Path) -> None:
    write(workspace.parent, {"elsewhere.yaml": plan("sundhed")})
    link = workspace / "2022" / "kultur.yaml"
    link.unlink(missing_ok=True)
    link.symlink_to("../../elsewhere.yaml")
    (found,) = select([link], None, workspace, lambda language: language)
    assert [(place.kind, place.slug) for place in found.places] == [("plan", "kultur")]
