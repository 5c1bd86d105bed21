"""A workspace found, and read as the commands that print read it."""

from pathlib import Path

import pytest

from handleplan.failure import BrokenFilesError, Failure
from handleplan.workspace import Workspace, find_root, root_of
from tests.workspaces import BASE, plan, write

REPORT = "theme: {}\nyear: 2022\ndate: {}-14\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", BASE)


def test_the_nearest_folder_upwards(folder: Path) -> None:
    inner = write(folder / "2022" / "inner", {"handleplan.yaml": ""})
    for start in (folder, folder / "2022", folder / "2022" / "sundhed.yaml", folder.parent):
        assert find_root(start) == folder
    assert find_root(inner / "x" / "y") == inner
    assert find_root(folder.parent.parent) is None


def test_the_named_folder(folder: Path) -> None:
    assert root_of(Path("/"), folder) == root_of(Path("/"), folder.parent) == folder
    for given, key in ((folder / "2022", "no-workspace-in"), (folder / "x", "no-such-folder")):
        with pytest.raises(Failure) as failure:
            root_of(folder, given)
        assert failure.value.key == key


def test_plans_in_the_agreements_order(folder: Path) -> None:
    write(folder, {"2022/anden.yaml": plan("anden"), "2021/kultur.yaml": plan("kultur", 2021)})
    workspace = Workspace(folder)
    assert workspace.years() == (2021, 2022)
    assert list(workspace.plans(2022)) == ["sundhed", "kultur", "groen-omstilling", "anden"]
    assert workspace.plans(2030) == {}
    assert workspace.index(2022) is None
    assert workspace.meetings(2022) == ()
    assert workspace.reports(2022) == ()


def test_covers_meetings_and_reports(folder: Path) -> None:
    write(
        folder,
        {
            "2022/index.yaml": "year: 2022\n",
            "2022/meetings/b.yaml": "step: june-meeting\ndate: 2022-06-20\n",
            "2022/meetings/a.yaml": "step: january-meeting\ndate: 2022-01-20\n",
            "2022/status/2022-06/sundhed.yaml": REPORT.format("sundhed", "2022-06"),
            "2022/status/2022-06/kultur.yaml": REPORT.format("kultur", "2022-06"),
            "2022/status/2022-03/sundhed.yaml": REPORT.format("sundhed", "2022-03"),
        },
    )
    workspace = Workspace(folder)
    index = workspace.index(2022)
    assert index is not None
    assert index.year == 2022
    assert [meeting.step for meeting in workspace.meetings(2022)] == ["january-meeting", "june-meeting"]
    assert [(one.round, one.theme) for one in workspace.reports(2022)] == [
        ("2022-03", "sundhed"),
        ("2022-06", "kultur"),
        ("2022-06", "sundhed"),
    ]


def test_broken_files_stop_what_needs_them_alone(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": "x: [", "2022/sundhed.yaml": plan("sundhed") + "visoin: x\n"})
    write(folder, {"2021/sundhed.yaml": plan("sundhed", 2021)})
    workspace = Workspace(folder)
    assert list(workspace.plans(2021)) == ["sundhed"]
    with pytest.raises(BrokenFilesError) as error:
        workspace.plans(2022)
    assert [Path(file.place.path).name for file in error.value.files] == ["kultur.yaml", "sundhed.yaml"]


def test_unknown_keys_without_a_value_break_a_file(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": plan("sundhed") + "vision:\n"})
    assert "sundhed" in Workspace(folder).plans(2022)
    write(folder, {"2022/sundhed.yaml": plan("sundhed") + "visoin:\n"})
    with pytest.raises(BrokenFilesError):
        Workspace(folder).plans(2022)
