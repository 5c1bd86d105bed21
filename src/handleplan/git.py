"""Asking git: runs the program of that name, and gives its answers as values or a failure that can be told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from handleplan.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from subprocess import CompletedProcess

# Modes of ls-tree that mean a file; links and other repositories have others.
_FILES = (b"100644", b"100755", b"100664")


def merge_base(folder: str, revision: str) -> str:
    """Return the commit from which a revision and the checked-out one go separate ways.

    Args:
        folder: a folder of the working tree.
        revision: whatever git takes for a commit: a branch, a tag, ``HEAD~3``.

    Raises:
        Failure: there is no git, no repository, no such revision, or nothing the two have in common.
    """
    # No name git knows begins with a hyphen: what does would be read as an option.
    if revision and not revision.startswith("-"):
        run = _git(folder, "merge-base", revision, "HEAD")
        if run.returncode == 0:
            return run.stdout.decode("ascii").strip()
    raise _why_no_merge_base(folder, revision)


def files_at(folder: str, commit: str, called: str | None = None) -> dict[str, str]:
    """Return the ids of the contents that a folder's files had at a commit.

    Args:
        folder: a folder of the working tree; it need not have been there then.
        commit: a commit.
        called: what the folder was called then, seen from the top of the repository, if it had another name.

    Returns:
        Ids by name: below the folder, ``/`` between folders.
    """
    found = {}
    # by itself git lists what is below the current folder, whatever it was called
    tree = (commit,) if called is None else ("--full-tree", f"{commit}:{called}")
    for line in _answer(folder, "ls-tree", "-r", "-z", *tree).split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, _, content = about.split(b" ")
        if mode in _FILES:
            found[os.fsdecode(name)] = content.decode("ascii")
    return found


def differing(folder: str, commit: str) -> frozenset[str]:
    """Return the names of a folder's files that differ between a commit and the working tree, or have gone.

    Files that git does not keep track of are not among them.
    """
    # The names come as they are (-z), whatever core.quotePath says; settings of the user's own change nothing here.
    options = ("--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff", "--ignore-submodules")
    answer = _answer(folder, "diff", *options, commit, "--", ".")
    return frozenset(os.fsdecode(name) for name in answer.split(b"\0")[:-1])


def folder_then(folder: str, commit: str, name: str) -> str | None:
    """Return what the folder was called at a commit in which a file is now, None where git sees no renaming.

    Args:
        folder: a folder of the working tree.
        commit: a commit.
        name: a file in the folder, which git keeps track of.

    Returns:
        The folder's name from the top of the repository, where it is empty.
    """
    wanted = _from_the_top(folder) + os.fsencode(name)
    options = ("--name-status", "-z", "-M", "--diff-filter=R", "--no-ext-diff", "--ignore-submodules")
    told = iter(_answer(folder, "-c", "diff.relative=false", "diff", *options, commit).split(b"\0")[:-1])
    for _, before, after in zip(told, told, told, strict=True):
        if after == wanted:
            return os.fsdecode(before.rpartition(b"/")[0])
    return None


def ids_now(folder: str, names: Iterable[str]) -> Mapping[str, str]:
    """Return the ids that the contents of a folder's files have, or would have if they were committed."""
    asked = [name for name in names if "\n" not in name]
    inside = _from_the_top(folder)
    given = b"".join(inside + os.fsencode(name) + b"\n" for name in asked)
    # it takes the names it reads from the top on, wherever it runs
    top = Path(folder, *[".."] * inside.count(b"/"))
    answer = _answer(str(top), "hash-object", "--stdin-paths", given=given)
    return dict(zip(asked, answer.decode("ascii").split(), strict=True))


def contents(folder: str, ids: Collection[str]) -> Mapping[str, bytes]:
    """Return contents by their ids, all of them in one go."""
    if not ids:
        return {}
    wanted = tuple(dict.fromkeys(ids))
    answer = _answer(folder, "cat-file", "--batch", given="".join(f"{one}\n" for one in wanted).encode())
    found = {}
    at = 0
    for one in wanted:
        end = answer.index(b"\n", at)
        _, kind, *size = answer[at:end].split(b" ")
        if kind != b"blob":
            raise Failure("git-failed", reason=answer[at:end].decode(errors="replace"))
        at = end + 1 + int(size[0])
        found[one] = answer[end + 1 : at]
        at += 1
    return found


def _from_the_top(folder: str) -> bytes:
    """Return what stands before the name of a folder's file, seen from the top of the repository."""
    return _answer(folder, "rev-parse", "--show-prefix").removesuffix(b"\n")


def _answer(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    run = _git(folder, *arguments, given=given)
    if run.returncode != 0:
        raise _refused(run)
    return run.stdout


def _git(folder: str, *arguments: str, given: bytes = b"") -> CompletedProcess[bytes]:
    import shutil
    import subprocess

    program = shutil.which("git")
    if program is None:
        raise Failure("git-missing")
    # git would write what it has seen into its index, to be faster next time; whoever checks files writes nothing.
    command = [program, "--no-optional-locks", *arguments]
    try:
        return subprocess.run(command, cwd=folder, input=given, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise Failure("git-failed", reason=error.strerror or str(error)) from None


def _refused(run: CompletedProcess[bytes]) -> Failure:
    """Make a failure of git's own words, which are a line or begin with the one that counts."""
    said = run.stderr.decode(errors="replace").strip().splitlines()
    return Failure("git-failed", reason=said[0] if said else f"exit {run.returncode}")


def _why_no_merge_base(folder: str, revision: str) -> Failure:
    inside = _git(folder, "rev-parse", "--is-shallow-repository")
    if inside.returncode != 0:
        # git's words are in any language; a repository it does not trust is one all the same.
        known = any((parent / ".git").exists() for parent in (Path(folder), *Path(folder).parents))
        return _refused(inside) if known else Failure("no-repository", path=Path(folder).as_posix())
    if inside.stdout.strip() == b"true":
        return Failure("history-too-short", revision=revision)
    if not _is_commit(folder, revision):
        remote = f"origin/{revision}"
        return Failure(
            "unknown-revision", revision=revision, nearest=remote if _is_commit(folder, remote) else ""
        )
    return Failure("no-merge-base", revision=revision)


def _is_commit(folder: str, revision: str) -> bool:
    if not revision or revision.startswith("-"):
        return False
    return _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode == 0
