"""A workspace as it was: which files differ, what stood in them, and which plan became which."""

from pathlib import Path

import pytest

from handleplan.history import History, changed_plans, earlier_plans, history_of
from handleplan.layout import FilePlace, place_of, walk
from handleplan.model.plan import Plan
from handleplan.selection import shown_path
from tests.repositories import commit, git, repository
from tests.workspaces import BASE, CONFIG, plan, write

SUNDHED, KULTUR = plan("sundhed"), plan("kultur")
OTHER = KULTUR.replace("Lighed", "Musik") + "actions:\n  - Koncerter\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in a folder of a repository, its name with a space and a letter that is not ASCII."""
    name = "årets planer"
    repository(tmp_path, {"README.md": "x", **{f"{name}/{path}": text for path, text in BASE.items()}})
    return tmp_path / name


def look(folder: Path, since: str = "main") -> tuple[History, tuple[FilePlace, ...]]:
    now = tuple(walk(str(folder)))
    return history_of(str(folder), since, now), now


def names(folder: Path, paths: frozenset[str]) -> list[str]:
    return sorted(shown_path(path, folder) for path in paths)


def test_nothing_has_changed(folder: Path) -> None:
    history, now = look(folder)
    assert not history.touched | history.deleted
    assert history.contents == {}
    assert sorted(history.then.values()) == sorted(now)
    assert changed_plans(history, now) == {}


def test_what_is_touched_and_what_is_deleted(folder: Path) -> None:
    write(folder, {"2023/kultur.yaml": plan("kultur", 2023), "2022/sundhed.yaml": SUNDHED + "vision: V\n"})
    (folder / "2022" / "kultur.yaml").unlink()
    commit(folder, {"2022/groen-omstilling.yaml": plan("groen-omstilling") + "vision: V\n"})
    write(folder, {"2022/index.yaml": "year: 2022\n", "../other.yaml": "x"})
    history, now = look(folder)
    assert names(folder, history.touched) == [
        "2022/groen-omstilling.yaml", "2022/index.yaml", "2022/sundhed.yaml", "2023/kultur.yaml",
    ]  # fmt: skip
    assert names(folder, history.deleted) == ["2022/kultur.yaml"]
    assert changed_plans(history, now) == {2022: ("groen-omstilling", "sundhed"), 2023: ("kultur",)}


def test_the_branch_alone_counts_not_what_others_did_meanwhile(folder: Path) -> None:
    git(folder, "checkout", "--quiet", "main")
    commit(folder, {"2022/sundhed.yaml": SUNDHED + "vision: V\n"})
    git(folder, "checkout", "--quiet", "gren")
    assert look(folder)[0].touched == set()


def test_files_are_read_as_they_were(folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": SUNDHED + "vision: V\n", "2022/index.yaml": "year: 2022\n"})
    (folder / "2022" / "kultur.yaml").unlink()
    history, _ = look(folder)

    def then(name: str) -> object:
        place = place_of(str(folder), str(folder / name))
        return history.read(place).model

    assert isinstance(before := then("2022/sundhed.yaml"), Plan)
    assert before.vision is None
    assert isinstance(then("2022/kultur.yaml"), Plan)
    assert isinstance(then("2022/groen-omstilling.yaml"), Plan)
    assert then("2022/index.yaml") is None


def test_files_left_out_of_a_sparse_checkout_are_neither_changed_nor_gone(folder: Path) -> None:
    git(folder, "update-index", "--skip-worktree", "2022/kultur.yaml")
    (folder / "2022" / "kultur.yaml").unlink()
    history, now = look(folder)
    assert not history.touched | history.deleted
    assert earlier_plans(history, now) == ({}, ())
    place = place_of(str(folder), str(folder / "2022" / "kultur.yaml"))
    assert isinstance(history.read(place).model, Plan)


def earlier(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Return the themes of changed plans as they were, by the file they are in now, and the plans that are gone."""
    found = earlier_plans(*look(folder))
    plans = {shown_path(path, folder): plan.theme for path, plan in found.plans.items()}
    return plans, [shown_path(gone.place.path, folder) for gone in found.gone]


@pytest.mark.parametrize("told", [True, False])
def test_a_renamed_plan_is_the_same_one(told: bool, folder: Path) -> None:
    commit(folder, {"2022/kultur.yaml": OTHER})
    git(folder, "branch", "--force", "main")
    (folder / "2022" / "kultur.yaml").rename(folder / "2022" / "kunst og kultur.yaml")
    write(
        folder, {"2022/kunst og kultur.yaml": OTHER.replace("theme: kultur", "theme: kunst") + "vision: V\n"}
    )
    write(folder, {"2022/trafik.yaml": plan("trafik")})
    if told:
        git(folder, "add", "--all")
    assert earlier(folder) == ({"2022/kunst og kultur.yaml": "kultur"}, [])


def test_a_plan_that_moves_to_another_year_is_gone_from_its_own(folder: Path) -> None:
    (folder / "2023").mkdir()
    git(folder, "mv", "2022/kultur.yaml", "2023/kultur.yaml")
    assert earlier(folder) == ({}, ["2022/kultur.yaml"])


def test_a_plan_with_a_wrong_ending_is_not_gone(folder: Path) -> None:
    (folder / "2022" / "kultur.yaml").rename(folder / "2022" / "kultur.yml")
    assert earlier(folder) == ({}, [])


@pytest.mark.parametrize(
    "name",
    ["status/2022-06/kultur.yaml", "meetings/kultur.yaml", "meetings/kultur.yml", "sundhed/kultur.yaml"],
)
def test_another_file_of_the_same_name_is_no_plan(name: str, folder: Path) -> None:
    write(folder, {f"2022/{name}": "theme: kultur\n"})
    (folder / "2022" / "kultur.yaml").unlink()
    assert earlier(folder) == ({}, ["2022/kultur.yaml"])


def test_a_plan_that_could_not_be_read_says_nothing(folder: Path) -> None:
    commit(folder, {"2022/kultur.yaml": "visoin:\n", "2022/sundhed.yaml": b"\xff\xfe"})
    git(folder, "branch", "--force", "main")
    write(folder, {"2022/kultur.yaml": KULTUR})
    (folder / "2022" / "sundhed.yaml").unlink()
    assert earlier(folder) == ({}, [])


def test_a_workspace_that_is_new(tmp_path: Path) -> None:
    repository(tmp_path, {"README.md": "x"})
    folder = write(tmp_path / "plans", {**BASE, "handleplan.yaml": CONFIG})
    history, now = look(folder)
    assert history.touched == {place.path for place in now}
    assert earlier_plans(history, now) == ({}, ())


@pytest.mark.parametrize("target", ["nye planer/2", "."])
def test_a_workspace_that_moves_is_the_same_one(target: str, folder: Path) -> None:
    commit(folder, {".gitattributes": "* text=auto\n"})
    git(folder, "branch", "--force", "main")
    moved = (folder.parent / target).resolve()
    moved.mkdir(parents=True, exist_ok=True)
    for path in ("2022", "handleplan.yaml", ".gitattributes"):
        git(folder, "mv", path, str(moved))
    write(
        moved,
        {"2022/sundhed.yaml": SUNDHED.replace("\n", "\r\n"), "2022/kultur.yaml": KULTUR + "vision: V\n"},
    )
    (moved / "2022" / "groen-omstilling.yaml").unlink()
    history, now = look(moved)
    assert names(moved, history.touched) == ["2022/kultur.yaml"]
    assert names(moved, history.deleted) == ["2022/groen-omstilling.yaml"]
    assert [plan.vision for plan in earlier_plans(history, now).plans.values()] == [None]
    assert earlier(moved)[1] == ["2022/groen-omstilling.yaml"]
