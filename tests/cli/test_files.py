"""Writing several files: all or none, also when something goes wrong half-way."""

from pathlib import Path

import pytest

from handleplan.cli.files import write_files
from handleplan.failure import Failure
from handleplan.writing.draft import Pending


def pending(path: Path, before: bytes | None, after: bytes = b"ny\n") -> Pending:
    return Pending(str(path), before, after)


def test_new_and_changed_files(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"gammel\n")
    write_files([pending(tmp_path / "a/b/c", None), pending(old, b"gammel\n")])
    assert [(tmp_path / "a/b/c").read_bytes(), old.read_bytes()] == [b"ny\n", b"ny\n"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "c", "old"]


@pytest.mark.parametrize("key", ["there-already", "changed-meanwhile"])
def test_nothing_is_written_where_one_file_is_not_as_it_was(key: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"x")
    wanted = pending(other, None if key == "there-already" else b"y")
    with pytest.raises(Failure) as caught:
        write_files([pending(tmp_path / "a/b", None), wanted])
    assert caught.value.key == key
    assert [path.name for path in tmp_path.rglob("*")] == ["other"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_was_written_is_put_back_when_the_next_cannot_be(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"gammel\n")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "third":
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    expected = Failure if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write_files(
            [
                pending(tmp_path / "a/first", None),
                pending(old, b"gammel\n"),
                pending(tmp_path / "third", None),
            ]
        )
    assert [path.name for path in tmp_path.rglob("*")] == ["old"]
    assert old.read_bytes() == b"gammel\n"


def test_what_cannot_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, unlink = Path.replace, Path.unlink

    def failing(self: Path, target: Path) -> Path:
        if target.name == "second":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    def staying(self: Path, *, missing_ok: bool = False) -> None:
        if self.name == "first":
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", failing)
    monkeypatch.setattr(Path, "unlink", staying)
    with pytest.raises(Failure) as caught:
        write_files([pending(tmp_path / "first", None), pending(tmp_path / "second", None)])
    assert caught.value.key == "half-written"
    assert caught.value.values["paths"] == [(tmp_path / "first").as_posix()]
