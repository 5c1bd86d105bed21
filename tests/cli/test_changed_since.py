"""``--changed-since`` as a process: what a branch has changed, found and printed; and why that cannot be said."""

import json
from pathlib import Path

import pytest

from tests.cli.process import failure, handleplan
from tests.repositories import commit, git, repository
from tests.workspaces import BASE, plan, write

NEXT = {f"2023/{theme}.yaml": plan(theme, 2023) for theme in ("sundhed", "kultur", "groen-omstilling")}
COMMANDS = (("lint",), ("report", "--output", "papirer"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in a folder of a repository, two of its plans changed on a branch."""
    folder = tmp_path / "årets planer"
    repository(tmp_path, {f"{folder.name}/{name}": text for name, text in {**BASE, **NEXT}.items()})
    commit(folder, {"2022/sundhed.yaml": plan("sundhed") + "vision: Lighed #EU\n"})
    write(folder, {"2023/kultur.yaml": plan("kultur", 2023) + "vision: Musik\n"})
    return folder


@pytest.fixture
def left(folder: Path) -> str:
    return git(folder, "rev-parse", "main")[:8]


def test_lint(folder: Path, left: str) -> None:
    run = handleplan("lint", "--changed-since", "main", here=folder)
    assert run.returncode == 0
    assert run.stderr == f"Sammenlignet med main ({left}): 2 filer er nye eller ændrede.\n"
    assert " --> 2022/sundhed.yaml:7:16 " in run.stdout
    assert run.stdout.endswith("\n\n7 filer kontrolleret: 1 ting bør rettes.\n")
    assert (
        handleplan("lint", "--changed-since", "main", "--strict", here=folder.parent / folder.name).returncode
        == 1
    )


def test_lint_from_elsewhere_and_with_paths(folder: Path, left: str) -> None:
    run = handleplan(
        "lint", f"{folder.name}/2023", "--changed-since=main", "--language=en", here=folder.parent
    )
    assert run.stdout == "3 files checked: all is well.\n"
    assert run.stderr == f"Compared with main ({left}): 2 files are new or have changed.\n"


@pytest.mark.parametrize(
    ("language", "gone", "says"),
    [
        ("da", ["kultur"], "0 filer er nye eller ændrede. 1 fil er blevet slettet."),
        ("da", ["kultur", "sundhed"], "0 filer er nye eller ændrede. 2 filer er blevet slettet."),
        ("en", ["kultur"], "0 files are new or have changed. 1 file has been deleted."),
        ("en", ["kultur", "sundhed"], "0 files are new or have changed. 2 files have been deleted."),
    ],
)
def test_lint_counts_files_that_are_gone(language: str, gone: list[str], says: str, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plans", BASE)
    for theme in gone:
        (folder / "2022" / f"{theme}.yaml").unlink()
    run = handleplan("lint", "--changed-since", "main", "--language", language, here=folder)
    assert run.stderr.endswith(f": {says}\n")


def test_lint_as_json(folder: Path) -> None:
    run = handleplan("lint", "--changed-since", "HEAD~1", "--format", "json", here=folder)
    shown = json.loads(run.stdout)
    assert [one["path"] for one in shown["findings"]] == ["2022/sundhed.yaml"]
    assert shown["summary"]["files"] == 7
    assert (
        json.loads(handleplan("lint", "--changed-since", "HEAD", "--format", "json", here=folder).stdout)[
            "findings"
        ]
        == []
    )


def test_lint_compares_each_workspace_with_its_own_past(folder: Path, left: str) -> None:
    other = repository(folder.parent / "andre", {**BASE, "2022/kultur.yaml": plan("kultur") + "visoin: x\n"})
    write(other, {"2022/sundhed.yaml": plan("sundhed") + "visoin: x\n"})
    run = handleplan("lint", str(other), str(folder), "--changed-since", "main", here=folder.parent)
    assert run.returncode == 1
    assert " --> andre/2022/sundhed.yaml" in run.stdout
    assert "kultur" not in run.stdout
    assert f"({left})" in run.stderr
    assert run.stderr.count("\n") == 2


def test_report_prints_a_paper_for_each_changed_plan(folder: Path) -> None:
    run = handleplan("report", "--changed-since", "main", "--output", "ud/papirer/", here=folder)
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr == "Skrevet: ud/papirer/2022-sundhed.html\nSkrevet: ud/papirer/2023-kultur.html\n"
    papers = {path.name: path.read_text(encoding="utf-8") for path in (folder / "ud" / "papirer").iterdir()}
    assert papers.keys() == {"2022-sundhed.html", "2023-kultur.html"}
    assert "Lighed" in papers["2022-sundhed.html"]
    assert "Musik" in papers["2023-kultur.html"]


def test_report_prints_the_same_paper_as_without(folder: Path) -> None:
    handleplan("report", "--changed-since", "main", "--output", "ud", "--format", "markdown", here=folder)
    one = handleplan("report", "--theme", "kultur", "--year", "2023", here=folder)
    assert (folder / "ud" / "2023-kultur.md").read_text(encoding="utf-8") == one.stdout


def test_report_of_one_year(folder: Path) -> None:
    run = handleplan("report", "--changed-since", "main", "--output", "ud", "--year", "2022", here=folder)
    assert run.stderr == "Skrevet: ud/2022-sundhed.html\n"


def test_report_replaces_no_file_silently(folder: Path) -> None:
    write(folder, {"ud/2022-sundhed.html": "mine"})
    again = ["report", "--changed-since", "main", "--output", "ud"]
    assert "--force" in failure(handleplan(*again, here=folder))
    assert (folder / "ud" / "2022-sundhed.html").read_text(encoding="utf-8") == "mine"
    assert handleplan(*again, "--force", here=folder).returncode == 0
    assert handleplan(*again, here=folder).returncode == 0  # the very same papers


def test_nothing_changed(folder: Path) -> None:
    commit(folder, {"2022/index.yaml": "year: 2022\n"})
    git(folder, "branch", "--force", "main")
    write(folder, {"2022/index.yaml": "year: 2022\ntitle: x\n"})
    (folder / "2022" / "kultur.yaml").unlink()
    run = handleplan("report", "--changed-since", "main", "--output", "ud", here=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "Ingen handleplan er ændret siden main.\n")
    assert not (folder / "ud").exists()
    other = handleplan("report", "--changed-since", "main~1", "--output", "ud", "--year", "2024", here=folder)
    assert (other.returncode, other.stderr) == (0, "Ingen handleplan er ændret siden main~1.\n")


def test_report_of_a_broken_plan_writes_nothing(folder: Path) -> None:
    write(folder, {"2023/kultur.yaml": plan("kultur", 2023) + "visoin: x\n"})
    run = handleplan("report", "--changed-since", "main", "--output", "ud", here=folder)
    assert "2023/kultur.yaml" in failure(run).partition(" (")[0]
    assert not (folder / "ud").exists()


def test_the_folder_of_papers_is_a_folder(folder: Path) -> None:
    write(folder, {"ud": "x"})
    run = handleplan("report", "--changed-since", "main", "--output", "ud", here=folder)
    assert failure(run) == "ud er ikke en mappe. Skriv navnet på en mappe efter --output."
    assert failure(handleplan("report", "--changed-since", "main", "--output", "ud/x", here=folder))


@pytest.mark.parametrize(
    "options", [[], ["--output", "ud", "--theme", "kultur"], ["--output", "ud", "--kind", "overview"]]
)
def test_usage(options: list[str], folder: Path) -> None:
    run = handleplan("report", "--changed-since", "main", *options, here=folder)
    assert "--changed-since prints plans, needs --output FOLDER" in failure(run)
    assert not (folder / "ud").exists()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("da", "git kender ingen udgave, der hedder “mian”."),
        ("en", "git knows no revision called “mian”."),
    ],
)
def test_an_unknown_revision(command: tuple[str, ...], language: str, says: str, folder: Path) -> None:
    run = handleplan(*command, "--changed-since", "mian", "--language", language, here=folder)
    assert failure(run) == says


def test_a_branch_that_is_only_known_elsewhere(folder: Path) -> None:
    git(folder, "clone", "--quiet", "..", "../klon")
    run = handleplan("lint", "--changed-since", "main", here=folder.parent / "klon" / folder.name)
    assert failure(run) == "git kender ingen udgave, der hedder “main”. Mente du “origin/main”?"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("language", "says"), [("da", "ligger ikke i"), ("en", "is not in a git")])
def test_no_repository(command: tuple[str, ...], language: str, says: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "plans", BASE)
    run = handleplan(*command, "--changed-since", "main", "--language", language, here=folder)
    assert failure(run).startswith(f"{folder.as_posix()} {says}")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("language", "says"), [("da", "Installér git"), ("en", "Install git")])
def test_no_git(command: tuple[str, ...], language: str, says: str, folder: Path) -> None:
    options = ("--changed-since", "main", "--language", language)
    run = handleplan(*command, *options, here=folder, env={"PATH": str(folder)})
    assert says in failure(run)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("language", "says"), [("da", "Hent resten"), ("en", "Fetch the rest")])
def test_a_shallow_clone(command: tuple[str, ...], language: str, says: str, folder: Path) -> None:
    git(folder, "clone", "--quiet", "--depth=1", folder.parent.as_uri(), "../klon")
    options = ("--changed-since", "origin/main", "--language", language)
    run = handleplan(*command, *options, here=folder.parent / "klon" / folder.name)
    assert says in failure(run)
    assert "fetch-depth: 0" in run.stderr


@pytest.mark.parametrize(("language", "says"), [("da", "fælles historik"), ("en", "no history in common")])
def test_no_common_history(language: str, says: str, folder: Path) -> None:
    git(folder, "checkout", "--quiet", "--orphan", "anden")
    run = handleplan("lint", "--changed-since", "main", "--language", language, here=folder)
    assert says in failure(run)


@pytest.mark.parametrize(
    ("language", "says"), [("da", "git kan ikke svare: "), ("en", "git cannot answer: ")]
)
def test_a_repository_git_cannot_read(language: str, says: str, folder: Path) -> None:
    write(folder, {"../.git/HEAD": "rubbish\n"})
    run = handleplan("lint", "--changed-since", "main", "--language", language, here=folder)
    assert failure(run).startswith(says)
