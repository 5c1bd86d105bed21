"""What git is asked, in real repositories: names of every kind, histories of every shape, and no git at all."""

from pathlib import Path

import pytest

from handleplan.failure import Failure
from handleplan.git import contents, differing, files_at, merge_base
from tests.repositories import commit, git, repository
from tests.workspaces import write

NAMES = ("a.yaml", "år 2022/blåbær grød.yaml", "år 2022/\"tegn\" 'her'.yaml", "健康/x.yaml")


def why(folder: Path, revision: str) -> tuple[str, str]:
    """Return the key of the failure, and what else it proposes."""
    with pytest.raises(Failure) as caught:
        merge_base(str(folder), revision)
    return caught.value.key, str(caught.value.values.get("nearest", ""))


def test_the_merge_base_is_where_the_branch_left(tmp_path: Path) -> None:
    folder = repository(tmp_path, {"a.yaml": "1"})
    left = git(folder, "rev-parse", "main")
    commit(folder, {"a.yaml": "2"})
    git(folder, "checkout", "--quiet", "main")
    commit(folder, {"b.yaml": "1"})
    git(folder, "checkout", "--quiet", "gren")
    assert merge_base(str(folder), "main") == left
    assert merge_base(str(folder), "HEAD") == git(folder, "rev-parse", "HEAD") != left


def test_files_and_their_contents_whatever_they_are_called(tmp_path: Path) -> None:
    repository(tmp_path, {**{f"plans/{name}": name for name in NAMES}, "other.yaml": "x"})
    folder = tmp_path / "plans"
    files = files_at(str(folder), "HEAD")
    assert sorted(files) == sorted(NAMES)
    found = contents(str(folder), files.values())
    assert {name: found[content] for name, content in files.items()} == {
        name: name.encode() for name in NAMES
    }


def test_contents_come_as_they_are_and_each_once(tmp_path: Path) -> None:
    texts = {"a": b"", "b": b"\n", "c": b"x\r\ny\x00 blob 3\n", "d": b"\n"}
    repository(tmp_path, texts)
    files = files_at(str(tmp_path), "HEAD")
    found = contents(str(tmp_path), files.values())
    assert {name: found[content] for name, content in files.items()} == texts
    assert contents(str(tmp_path), []) == {}


def test_a_folder_that_was_not_there_had_no_files(tmp_path: Path) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    write(tmp_path, {"new/a.yaml": "1"})
    assert files_at(str(tmp_path / "new"), "HEAD") == {}
    assert differing(str(tmp_path / "new"), "HEAD") == set()


def test_links_are_no_files(tmp_path: Path) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    commit(tmp_path, {})
    assert list(files_at(str(tmp_path), "HEAD")) == ["a.yaml"]


def test_what_differs_is_committed_staged_or_neither(tmp_path: Path) -> None:
    repository(tmp_path, {f"plans/{name}": "1" for name in (*NAMES, "same.yaml", "gone.yaml")})
    folder = tmp_path / "plans"
    commit(tmp_path, {f"plans/{NAMES[0]}": "2", "outside.yaml": "1"})
    write(folder, {NAMES[1]: "2"})
    git(folder, "add", "--all")
    write(folder, {NAMES[2]: "2", NAMES[3]: "2", "untracked.yaml": "1"})
    (folder / "gone.yaml").unlink()
    assert differing(str(folder), "main") == {*NAMES, "gone.yaml"}


def test_a_file_with_other_line_ends_is_the_same_where_git_is_told_so(tmp_path: Path) -> None:
    repository(tmp_path, {".gitattributes": "* text=auto\n", "a.yaml": "a: 1\n"})
    write(tmp_path, {"a.yaml": "a: 1\r\n"})
    assert differing(str(tmp_path), "main") == set()


def test_nothing_is_written(tmp_path: Path) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    index = (tmp_path / ".git" / "index").read_bytes()
    write(tmp_path, {"a.yaml": "1"})  # the same, and newer than the index believes
    assert differing(str(tmp_path), "main") == set()
    assert (tmp_path / ".git" / "index").read_bytes() == index


def test_the_users_settings_change_nothing(tmp_path: Path) -> None:
    repository(tmp_path, {"å.yaml": "lang tekst " * 20, "b.yaml": "1"})
    for setting, value in (
        ("core.quotePath", "true"), ("diff.renames", "copies"), ("diff.noprefix", "true"), ("color.ui", "always"),
        ("diff.external", "false"), ("diff.mnemonicPrefix", "true"), ("core.pager", "false"),
    ):  # fmt: skip
        git(tmp_path, "config", setting, value)
    (tmp_path / "å.yaml").rename(tmp_path / "ø.yaml")
    commit(tmp_path, {"b.yaml": "2"})
    assert differing(str(tmp_path), "main") == {"å.yaml", "ø.yaml", "b.yaml"}


@pytest.mark.parametrize("revision", ["nowhere", "", "-x", "--all", "main:a.yaml", "main..", "a b", "ø"])
def test_an_unknown_revision(revision: str, tmp_path: Path) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    assert why(tmp_path, revision) == ("unknown-revision", "")


def test_a_revision_that_is_only_known_elsewhere_is_proposed(tmp_path: Path) -> None:
    repository(tmp_path / "a", {"a.yaml": "1"})
    git(tmp_path, "clone", "--quiet", "a", "b")
    assert why(tmp_path / "b", "main") == ("unknown-revision", "origin/main")


def test_no_common_history(tmp_path: Path) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    git(tmp_path, "checkout", "--quiet", "--orphan", "anden")
    assert why(tmp_path, "main")[0] == "no-merge-base"
    commit(tmp_path, {"a.yaml": "2"})
    assert why(tmp_path, "main")[0] == "no-merge-base"


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert why(tmp_path, "HEAD")[0] == "unknown-revision"


def test_a_clone_that_lacks_the_beginning(tmp_path: Path) -> None:
    first = repository(tmp_path / "a", {"a.yaml": "1"})
    commit(first, {"a.yaml": "2"})
    git(first, "checkout", "--quiet", "main")
    commit(first, {"b.yaml": "1"})
    git(first, "checkout", "--quiet", "gren")
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", first.as_uri(), "b")
    assert why(tmp_path / "b", "origin/main")[0] == "history-too-short"
    git(tmp_path, "clone", "--quiet", "--depth=1", first.as_uri(), "c")
    assert why(tmp_path / "c", "origin/main")[0] == "history-too-short"
    git(tmp_path / "b", "fetch", "--quiet", "--unshallow")
    assert merge_base(str(tmp_path / "b"), "origin/main") == git(first, "merge-base", "main", "gren")


def test_no_repository(tmp_path: Path) -> None:
    assert why(tmp_path, "main")[0] == "no-repository"


def test_a_repository_that_git_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    (tmp_path / ".git" / "HEAD").write_text("rubbish\n", encoding="utf-8")
    assert why(tmp_path, "main")[0] == "git-failed"


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert why(tmp_path, "main")[0] == "git-missing"


def test_contents_that_are_not_there(tmp_path: Path) -> None:
    repository(tmp_path, {"a.yaml": "1"})
    with pytest.raises(Failure) as caught:
        contents(str(tmp_path), ["0" * 40])
    assert caught.value.key == "git-failed"
