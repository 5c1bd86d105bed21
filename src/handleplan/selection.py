"""From the paths a user names to the files that are checked, workspace by workspace."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from handleplan.failure import Failure
from handleplan.known import SAME_AS_EVER, Earlier
from handleplan.layout import CONFIG_NAME, FilePlace, place_of, walk
from handleplan.linter import Checked, Linter
from handleplan.locale import DEFAULT, LANGUAGES, Language, Texts
from handleplan.model.config import Config
from handleplan.news import News
from handleplan.workspace import FROM_DISK, Reader, ReadFile, read_file, resolved, root_of


class Selection(NamedTuple):
    """The files of one workspace that are to be checked, and the linter that knows the whole of it.

    ``news`` leaves only what is new since a revision, where one is given.
    """

    linter: Linter
    places: tuple[FilePlace, ...]
    news: News | None = None

    def check(self) -> Iterator[Checked]:
        """Check file by file."""
        checked = map(self.linter.check, self.places)
        return map(self.news.only, checked) if self.news else checked


def select(
    paths: Sequence[Path],
    folder: Path | None,
    here: Path,
    settle_language: Callable[[Language], Language],
    changed_since: str | None = None,
) -> tuple[Selection, ...]:
    """Find the files that paths mean, grouped by the workspace each belongs to.

    Args:
        paths: files and folders; none means the whole workspace.
        folder: the workspace's folder where the user names it; else it is searched upwards from each path.
        here: the current folder, from which shown paths start.
        settle_language: given a workspace's language, returns the one to use.
        changed_since: the revision from which on changes count; without it everything does.

    Raises:
        Failure: a path does not exist or is no plan file, there is no workspace, nothing to check, or git cannot say
            what has changed.
    """
    wanted: dict[Path, dict[str, FilePlace]] = {}
    whole: dict[Path, tuple[FilePlace, ...]] = {}
    for path in paths or [root_of(here, folder)]:
        _refuse_what_cannot_be_read(path)
        root = root_of(path, folder)
        if root not in whole:
            whole[root] = tuple(walk(str(root)))
        places = {place.path: place for place in _places(root, path, whole[root])}
        if not places:
            raise Failure("no-files", path=path)
        wanted.setdefault(root, {}).update(places)
    selections = []
    for root, places in wanted.items():
        config = read_file(place_of(str(root), str(root / CONFIG_NAME)))
        labels = config.model.labels if config.model else {}
        texts = Texts(settle_language(language_of(config)), labels)
        checking = _Checking(root, config, whole[root], texts, here)
        selections.append(checking.selection(tuple(places.values()), changed_since))
    return tuple(selections)


def _refuse_what_cannot_be_read(path: Path) -> None:
    try:
        path.stat()
    except FileNotFoundError:
        raise Failure("no-such-path", path=path) from None
    except (OSError, ValueError) as error:
        raise Failure(
            "unreadable", path=path, reason=getattr(error, "strerror", None) or str(error)
        ) from None
    if not path.is_dir() and not path.is_file():
        raise Failure("no-ordinary-file", path=path)
    if path.is_file() and path.suffix.casefold() not in (".yaml", ".yml"):
        raise Failure("no-plan-file", path=path)


def _places(root: Path, path: Path, whole: Iterable[FilePlace]) -> Iterable[FilePlace]:
    if path.is_file():
        path = resolved(path.parent) / path.name  # a file that is a link is what its own place says
        if not path.is_relative_to(root):
            raise Failure("outside-workspace", path=path, root=root)
        return [place_of(str(root), str(path))]
    path = resolved(path)
    if root.is_relative_to(path):
        return whole
    return walk(str(root), str(path)) if path.is_relative_to(root) else ()


class _Checking(NamedTuple):
    """What the linters of one workspace are made of: that of what is there now, and that of what was."""

    root: Path
    config: ReadFile[Config]
    whole: tuple[FilePlace, ...]
    texts: Texts
    here: Path

    def selection(self, places: tuple[FilePlace, ...], changed_since: str | None) -> Selection:
        """Return the files to be checked with their linter, and with the one of an earlier revision if one is given."""
        if changed_since is None:
            return Selection(self.linter(), places)
        from handleplan.history import earlier_plans, history_of

        history = history_of(str(self.root), changed_since, self.whole)
        now = self.linter(then=earlier_plans(history, self.whole))
        config = history.read(self.config.place)
        before = self._replace(config=config, whole=tuple(history.then.values())).linter(
            Reader(history.read, history.content)
        )
        return Selection(now, places, News(history, before))

    def linter(self, reader: Reader = FROM_DISK, then: Earlier = SAME_AS_EVER) -> Linter:
        """Return the linter of the files, which the reader reads, and compared with what ``then`` tells of."""
        return Linter(
            self.config,
            self.whole,
            texts=self.texts,
            show_path=lambda path: shown_path(path, self.here),
            reader=reader,
            then=then,
        )


def language_of(config: ReadFile[Config]) -> Language:
    """Return a workspace's language; where its file has errors elsewhere, what it says all the same."""
    if config.model:
        return config.model.language
    named = config.source.data.get("language") if isinstance(config.source.data, dict) else None
    return next((language for language in LANGUAGES if language == named), DEFAULT)


def shown_path(path: str, here: Path) -> str:
    """Return a path as users are shown it: relative to the current folder, absolute outside it, with ``/``."""
    try:
        relative = os.path.relpath(path, here)
    except ValueError:  # another drive on Windows
        relative = ".."
    outside = relative == ".." or relative.startswith(f"..{os.sep}")
    return (path if outside else relative).replace(os.sep, "/")
