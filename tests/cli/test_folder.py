"""Writing several files: all of them or none, nothing overwritten that is not to be."""

from pathlib import Path

import pytest

from handleplan.cli.folder import write_folder
from handleplan.failure import Failure


def content(folder: Path) -> dict[str, bytes]:
    return {
        one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


def failure(folder: Path, files: dict[str, str | bytes], *, force: bool = False) -> Failure:
    with pytest.raises(Failure) as caught:
        write_folder(folder, files, force=force)
    return caught.value


def test_folders_are_made_and_texts_are_utf_8(tmp_path: Path) -> None:
    written = write_folder(tmp_path / "ny", {"å.txt": "ø\n", "a/b/c.bin": b"\xff"}, force=False)
    assert content(tmp_path / "ny") == {"å.txt": "ø\n".encode(), "a/b/c.bin": b"\xff"}
    assert written == (tmp_path / "ny" / "å.txt", tmp_path / "ny" / "a/b/c.bin")


def test_the_same_again_is_no_overwriting(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a": "1"}, force=False)
    write_folder(tmp_path, {"a": "1", "b": "2"}, force=False)
    assert content(tmp_path) == {"a": b"1", "b": b"2"}


def test_every_name_is_checked_before_any_is_written(tmp_path: Path) -> None:
    write_folder(tmp_path, {"b": "mine", "c": "mine"}, force=False)
    found = failure(tmp_path, {"a": "1", "b": "2", "c": "3"})
    assert (found.key, found.values["names"]) == ("outputs-exist", ["b", "c"])
    assert content(tmp_path) == {"b": b"mine", "c": b"mine"}


def test_with_force_files_are_replaced_and_others_stay(tmp_path: Path) -> None:
    write_folder(tmp_path, {"b": "mine", "other": "mine"}, force=False)
    write_folder(tmp_path, {"a": "1", "b": "2"}, force=True)
    assert content(tmp_path) == {"a": b"1", "b": b"2", "other": b"mine"}


def test_a_file_that_cannot_take_its_place_undoes_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path, {"a": "old", "c": "old"}, force=False)
    replace = Path.replace

    def open_elsewhere(self: Path, target: Path) -> Path:
        if target.name == "c" and self.parent == tmp_path:  # as Windows answers while Word has it open
            raise PermissionError(13, "in use", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", open_elsewhere)
    found = failure(tmp_path, {"a": "new", "b": "new", "c": "new"}, force=True)
    assert (found.key, found.values["path"]) == ("unwritable", tmp_path / "c")
    assert content(tmp_path) == {"a": b"old", "c": b"old"}
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_folder_made_in_vain_is_taken_away(tmp_path: Path) -> None:
    assert failure(tmp_path / "ny", {"a": "1", "x\0": "2"}).key == "unwritable"
    assert content(tmp_path) == {}
    assert not (tmp_path / "ny").exists()


def test_what_is_no_folder_or_no_file_is_told(tmp_path: Path) -> None:
    write_folder(tmp_path, {"file": "x", "folder/y": "z"}, force=False)
    assert failure(tmp_path / "file", {"a": "1"}).key == "output-is-no-folder"
    assert failure(tmp_path / "no" / "such", {"a": "1"}).key == "output-folder-missing"
    assert failure(tmp_path, {"folder": "1"}, force=True).key == "output-is-folder"
    assert failure(tmp_path, {"file/a": "1"}, force=True).key == "unwritable"
