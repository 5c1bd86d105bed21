"""A workspace with changes that are not on disk yet: new files and patched ones, and whether lint would refuse them."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from handleplan.diagnostic import Diagnostic, diagnose
from handleplan.failure import BrokenFilesError, Failure
from handleplan.layout import CONFIG_NAME, FilePlace, place_of, place_to_be, walk
from handleplan.linter import Linter
from handleplan.locale import Texts
from handleplan.problem import Change
from handleplan.source.encoding import without_marks
from handleplan.source.growth import CannotPatchError
from handleplan.source.patch import line_end_of, patched, patches_of
from handleplan.source.source import Source
from handleplan.workspace import Reader, ReadFile, Workspace, read_content, read_file


class Pending(NamedTuple):
    """A file that is to be written: its path, its bytes as they were read (None for a new one), and its new bytes."""

    path: str
    before: bytes | None
    after: bytes


class Draft:
    """Changes to a workspace.

    Files are named as they lie below its folder, with ``/``: ``2022/status/2022-06/sundhed.yaml``.

    Args:
        workspace: the workspace.
        texts: the language of what is written into files: the workspace's own.
        said: the language in which refusals are told.
        show_path: turns a path into what users are shown.
    """

    def __init__(
        self, workspace: Workspace, *, texts: Texts, said: Texts, show_path: Callable[[str], str]
    ) -> None:
        self.workspace = workspace
        self.texts = texts
        self.said = said
        self.show_path = show_path
        self._pending: dict[str, Pending] = {}

    @property
    def pending(self) -> tuple[Pending, ...]:
        """The files that differ from what is on disk, in the order of their first change."""
        return tuple(one for one in self._pending.values() if one.before != one.after)

    def path(self, name: str) -> str:
        """Return the full path of a file."""
        return os.path.join(self.workspace.root, *name.split("/"))  # noqa: PTH118 - as in layout

    def exists(self, name: str) -> bool:
        """Tell whether there is a file of that name, written or not."""
        return self.path(name) in self._pending or os.path.lexists(self.path(name))

    def create(self, name: str, lines: Iterable[str]) -> None:
        """Begin a new file, with the line ends of the workspace's own file, where there is one."""
        config = self.path(CONFIG_NAME)
        end = (
            line_end_of(self._content(config).decode(errors="replace")) if self.exists(CONFIG_NAME) else "\n"
        )
        text = "".join(f"{line}{end}" for line in lines)
        self._pending[self.path(name)] = Pending(self.path(name), None, text.encode())

    def read(self, name: str) -> ReadFile[Any]:
        """Read a file as it will be.

        Raises:
            BrokenFilesError: it has errors of the families file or schema.
            Failure: it has them only since it was changed here.
        """
        path = self.path(name)
        content = self._content(path)
        root = str(self.workspace.root)
        place = place_to_be(root, path) if path in self._pending else place_of(root, path)
        file = read_file(place, content if place.kind != "not-a-file" else None)
        if not file.problems:
            return file
        if path not in self._pending:
            raise BrokenFilesError((file,))
        # It was sound until the changes of this very draft.
        shown = self.show_path(path)
        found = [diagnose(problem, file.source, shown, "error", self.said) for problem in file.problems]
        first = min(found, key=lambda one: (one.line, one.column))
        raise Failure("refused", path=shown, line=first.line, reason=first.message)

    def model(self, name: str) -> Any:
        """Return a file's model as it will be.

        Raises:
            BrokenFilesError: it has errors of the families file or schema.
        """
        return self.read(name).model

    def change(self, name: str, *changes: Change) -> None:
        """Patch a file, one change after the other.

        Raises:
            BrokenFilesError: the file has errors.
            Failure: it has a form in which a change cannot be made.
        """
        for change in changes:
            file = self.read(name)
            path = self.path(name)
            before = self._content(path)
            try:
                after = _patched(before, file.source, change)
            except CannotPatchError:
                raise Failure("cannot-patch", path=self.show_path(path)) from None
            first = self._pending[path].before if path in self._pending else before
            self._pending[path] = Pending(path, first, after)

    def refuse_errors(self) -> None:
        """Refuse the changes where lint would: where they bring errors that were not there before.

        Raises:
            BrokenFilesError: a file that is to be changed has errors already.
            Failure: they do.
        """
        root = str(self.workspace.root)
        places = tuple(walk(root)) if self.workspace.root.is_dir() else ()
        new = [place_to_be(root, one.path) for one in self.pending if one.before is None]
        after = self._errors([*places, *new], {one.path: one.after for one in self.pending})
        before = self._errors(places, {}) if places and after else []
        for one in _new(before, after):
            raise Failure("refused", path=one.path, line=one.line, reason=one.message)

    def _content(self, path: str) -> bytes:
        return self._pending[path].after if path in self._pending else read_content(path)

    def _errors(self, places: Sequence[FilePlace], contents: dict[str, bytes]) -> list[Diagnostic]:
        root = str(self.workspace.root)
        own = self.path(CONFIG_NAME)
        config = read_file(place_to_be(root, own), contents.get(own))
        reader = Reader(
            lambda place: read_file(place, contents.get(place.path)),
            lambda place: contents.get(place.path) or read_content(place.path),
        )
        linter = Linter(config, places, texts=self.said, show_path=self.show_path, reader=reader)
        found = []
        for place in places:
            file, problems = linter.examine(place)
            found += [
                diagnose(problem, file.source, self.show_path(place.path), severity, self.said)
                for problem, severity in problems
                if severity == "error"
            ]
        return found


def _patched(content: bytes, source: Source, change: Change) -> bytes:
    marks = content[: len(content) - len(without_marks(content))]
    return marks + patched(source.text, patches_of(change, source)).encode()


def _new(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return what is found that was not found before, each finding of before standing for one.

    First goes what is the same throughout. Then a message may differ, for the lines it names move with what is written
    above them; at last the place, for the entries of a list move likewise.
    """
    for identity in (_throughout, _by_place, _by_message):
        known = Counter(map(identity, before))
        left = []
        for one in after:
            known[identity(one)] -= 1
            if known[identity(one)] < 0:
                left.append(one)
        gone = Counter(map(identity, after))
        unmatched = []
        for one in before:
            gone[identity(one)] -= 1
            if gone[identity(one)] < 0:
                unmatched.append(one)
        before, after = unmatched, left
    return list(after)


def _throughout(one: Diagnostic) -> tuple[str, ...]:
    return one.path, one.code, one.location, one.message


def _by_place(one: Diagnostic) -> tuple[str, ...]:
    return one.path, one.code, one.location


def _by_message(one: Diagnostic) -> tuple[str, ...]:
    return one.path, one.code, one.message
