"""What a workspace looked like at an earlier revision, and which of its files differ from that now."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from handleplan import git
from handleplan.known import Earlier, GonePlan
from handleplan.layout import CONFIG_NAME, FilePlace, listed
from handleplan.model.plan import Plan
from handleplan.source import Source
from handleplan.workspace import ReadFile, read_content, read_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class History(NamedTuple):
    """A workspace as it was, beside what it is.

    ``revision`` is what the user called it, ``commit`` the one that is meant: where that revision and the checked-out
    one went separate ways. ``then`` holds the files of that time by path, ``contents`` what stood in those that are
    not there now, or not the same. ``touched`` are the paths of the files that are there now and were not, or were
    not the same; ``deleted`` those of the files that are gone.
    """

    revision: str
    commit: str
    then: Mapping[str, FilePlace]
    contents: Mapping[str, bytes]
    touched: frozenset[str]
    deleted: frozenset[str]

    def read(self, place: FilePlace) -> ReadFile[Any]:
        """Read a file as it was; one that was not there has no model and no problems.

        Raises:
            Failure: a file that is the same now cannot be opened.
        """
        then = self.then.get(place.path)
        if then is None:
            return ReadFile(place, Source(""), None, ())
        return read_file(then, self.contents.get(place.path))

    def content(self, place: FilePlace) -> bytes:
        """Return what stood in a file; nothing where it was not there.

        Raises:
            Failure: a file that is the same now cannot be opened.
        """
        if place.path not in self.then:
            return b""
        found = self.contents.get(place.path)
        return read_content(place.path) if found is None else found


def history_of(root: str, revision: str, now: Collection[FilePlace]) -> History:
    """Compare a workspace with what it was where a revision and the checked-out one went separate ways.

    Changes that are not committed count, and so do files that git does not keep track of, which were not there then. A
    workspace whose folder has another name now is still the same one, once git has been told of the move.

    Args:
        root: the workspace's folder.
        revision: what git is to compare with.
        now: the files of the workspace.

    Raises:
        Failure: git cannot say.
    """
    commit = git.merge_base(root, revision)
    names = git.files_at(root, commit)
    called = git.folder_then(root, commit, CONFIG_NAME) if CONFIG_NAME not in names else None
    if called is not None:
        names = git.files_at(root, commit, called)
    then = {place.path: place for place in listed(root, names)}
    present = {place.path for place in now}
    ids = {_path(root, name): content for name, content in names.items()}
    if called is None:
        differing = {_path(root, name) for name in git.differing(root, commit)}
    else:
        both = [name for name in names if _path(root, name) in present]
        same = {_path(root, name) for name, one in git.ids_now(root, both).items() if one == names[name]}
        differing = then.keys() - same
    # A file may be missing and yet not deleted: a sparse checkout leaves it out.
    wanted = {path: ids[path] for path in then if path in differing or path not in present}
    found = git.contents(root, wanted.values())
    return History(
        revision=revision,
        commit=commit,
        then=then,
        contents={path: found[content] for path, content in wanted.items()},
        touched=frozenset(path for path in present if path in differing or path not in then),
        deleted=frozenset(path for path in then if path in differing and path not in present),
    )


def earlier_plans(history: History, now: Collection[FilePlace]) -> Earlier:
    """Return the plans that are not what they were, as they were, and those that are gone.

    A plan whose file was renamed within its year is still the same one, whether git has been told or not.

    Args:
        history: the workspace as it was.
        now: the files of the workspace.
    """
    changed = [place for place in now if place.kind == "plan" and place.path in history.touched]
    plans = {place.path: plan for place in changed if (plan := _plan(history.read(place)))}
    new = [place for place in changed if history.deleted and place.path not in history.then]
    fresh = {place: plan for place in new if (plan := _read_now(place))}  # of no use where nothing is gone
    # A plan whose file only has a wrong ending now is not gone; a report or a meeting of the same name is no plan.
    known = {_without_ending(place.path) for place in now if place.kind in ("plan", "misnamed")}
    gone = []
    for path in sorted(history.deleted):
        place = history.then[path]
        plan = _plan(history.read(place))
        if plan is None or _without_ending(path) in known:
            continue
        heir = _heir(place, plan, fresh)
        if heir is None:
            gone.append(GonePlan(place, plan))
        else:
            plans[heir.path] = plan
            del fresh[heir]
    return Earlier(plans, tuple(gone))


def changed_plans(history: History, now: Collection[FilePlace]) -> Mapping[int, tuple[str, ...]]:
    """Return the themes whose plans are new or not what they were, by year.

    Args:
        history: the workspace as it was.
        now: the files of the workspace.
    """
    found: dict[int, tuple[str, ...]] = {}
    for place in now:
        if place.kind == "plan" and place.year and place.path in history.touched:
            found[place.year] = (*found.get(place.year, ()), place.slug)
    return found


def _heir(place: FilePlace, plan: Plan, fresh: Mapping[FilePlace, Plan]) -> FilePlace | None:
    """Return the new file of the same year that holds most of what a plan said, if there is one."""
    from handleplan.comparison import share_kept

    kept = {new: share_kept(plan, now) for new, now in fresh.items() if new.year == place.year}
    best = max(kept, key=lambda new: kept[new], default=None)
    return best if best and kept[best] > 1 / 2 else None


def _read_now(place: FilePlace) -> Plan | None:
    return _plan(read_file(place))


def _plan(file: ReadFile[Any]) -> Plan | None:
    return file.model if isinstance(file.model, Plan) else None


def _without_ending(path: str) -> str:
    return os.path.splitext(path)[0]  # noqa: PTH122 - as the workspace's files are named


def _path(root: str, name: str) -> str:
    return os.path.join(root, *name.split("/"))  # noqa: PTH118 - as the workspace's files are named
