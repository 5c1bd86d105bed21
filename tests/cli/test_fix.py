"""``handleplan fix`` as a process: what is written, what is shown, exit codes."""

from pathlib import Path

import pytest

from tests.cli.process import failure, handleplan
from tests.workspaces import BASE, plan, write

UNUSED = "# handleplan: ignore[HP203] x\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", {**BASE, "2022/sundhed.yaml": UNUSED + plan("sundhed")})


def test_a_file_is_mended_and_said_so(folder: Path) -> None:
    run = handleplan("fix", here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        "Rettet · “HP203” har ingen indvendinger her, så kommentaren gør ingen nytte. Slet den, eller slet\n"
        "navnet i den.\n"
        "--> 2022/sundhed.yaml:1:22  HP620 unused-suppression\n"
        "\n"
        "1 ting er rettet i 1 fil.\n"
    )
    assert (folder / "2022/sundhed.yaml").read_text(encoding="utf-8") == plan("sundhed")
    again = handleplan("fix", "--language", "en", here=folder)
    assert (again.returncode, again.stdout) == (0, "There is nothing that can be mended automatically.\n")


def test_a_diff_writes_nothing(folder: Path) -> None:
    before = (folder / "2022/sundhed.yaml").read_bytes()
    run = handleplan("fix", "plans/2022/sundhed.yaml", "--diff", here=folder.parent)
    assert (run.returncode, run.stderr) == (1, "1 ting ville blive rettet i 1 fil. Intet er skrevet.\n")
    assert run.stdout == (
        "--- plans/2022/sundhed.yaml\n"
        "+++ plans/2022/sundhed.yaml\n"
        "@@ -1,3 +1,2 @@\n"
        "-# handleplan: ignore[HP203] x\n"
        " theme: sundhed\n"
        " year: 2022\n"
    )
    assert (folder / "2022/sundhed.yaml").read_bytes() == before


def test_a_diff_of_nothing_is_empty(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": plan("kultur") + "budget: x\n"})
    run = handleplan("fix", "2022/kultur.yaml", "--diff", here=folder)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "Der er intet, som kan rettes automatisk.\n1 ting skal du selv se på: kør handleplan lint.\n"
    )


def test_what_must_be_fixed_by_hand_is_counted(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": plan("kultur") + "budget: x\n"})
    run = handleplan("fix", here=folder)
    assert run.returncode == 1
    assert run.stdout.endswith("1 ting skal du selv se på: kør handleplan lint.\n")


def test_only_the_given_files_are_touched(folder: Path) -> None:
    run = handleplan("fix", "2022/kultur.yaml", here=folder)
    assert (run.returncode, run.stdout) == (0, "Der er intet, som kan rettes automatisk.\n")


def test_a_file_that_may_not_be_written(folder: Path) -> None:
    link = folder / "2022" / "sundhed.yaml"
    link.unlink()
    link.symlink_to(folder / "andre" / "steder.yaml")
    write(folder, {"andre/steder.yaml": UNUSED + plan("sundhed")})
    run = handleplan("fix", "2022/sundhed.yaml", here=folder)
    assert run.returncode == 0
    assert link.is_symlink()
    assert (folder / "andre" / "steder.yaml").read_text(encoding="utf-8") == plan("sundhed")


@pytest.mark.parametrize("arguments", [["nowhere.yaml"], ["-C", "nowhere"]])
def test_what_cannot_run(arguments: list[str], folder: Path) -> None:
    assert "nowhere" in failure(handleplan("fix", *arguments, here=folder))
