"""Finding a workspace and reading what it holds; what is wrong with a file is a value, never an exception."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from handleplan.failure import BrokenFilesError, Failure
from handleplan.layout import CONFIG_NAME, TEMPLATES, FileKind, FilePlace, place_of, walk
from handleplan.model.config import Config
from handleplan.problem import Problem, Range
from handleplan.source import MAX_BYTES, Source, read_source
from handleplan.themes import find_theme, unknown_theme

if TYPE_CHECKING:
    from handleplan.model.index import Index
    from handleplan.model.meeting import Meeting
    from handleplan.model.plan import Plan
    from handleplan.model.status import StatusReport

# The kinds of files that hold something; the others are reported and not read.
_READ: frozenset[FileKind] = frozenset({"config", "index", "plan", "meeting", "report"})

M = TypeVar("M", bound="BaseModel")


class ReadFile(NamedTuple, Generic[M]):
    """A file that has been read: its model, or the problems that leave it without one."""

    place: FilePlace
    source: Source
    model: M | None
    problems: tuple[Problem, ...]


class Round(NamedTuple):
    """A status report with the round (``YYYY-MM``) and theme that its place says it belongs to."""

    round: str
    theme: str
    report: StatusReport


def resolved(path: Path) -> Path:
    """Return a path without links.

    Raises:
        Failure: links lead back to each other, or the system takes it for no path.
    """
    try:
        found = path.resolve()
        found.stat()
    except FileNotFoundError:
        return path.absolute()
    except (
        OSError,
        RuntimeError,
        ValueError,
    ) as error:  # before Python 3.13 a loop of links is a RuntimeError
        reason = getattr(error, "strerror", None) or str(error)
        raise Failure("unreadable", path=path, reason=reason) from None
    return found


def find_root(start: Path) -> Path | None:
    """Return the nearest folder upwards that holds ``handleplan.yaml``, or whose ``plans/`` does."""
    for folder in (start, *start.parents):
        for place in (folder, folder / "plans"):
            if _holds_config(place):
                return place
    return None


def root_of(start: Path, given: Path | None) -> Path:
    """Return a workspace's folder: the given one, else the nearest one upwards from ``start``.

    Raises:
        Failure: there is none.
    """
    if given is None:
        root = find_root(resolved(start))
        if root is None:
            raise Failure("no-workspace", path=start)
        return root
    folder = resolved(given)
    if folder.name == CONFIG_NAME and folder.is_file():
        return folder.parent
    if not folder.is_dir():
        raise Failure("no-such-folder", path=given)
    for place in (folder, folder / "plans"):
        if _holds_config(place):
            return place
    raise Failure("no-workspace-in", path=given)


def _holds_config(folder: Path) -> bool:
    return os.path.isfile(folder / CONFIG_NAME)  # noqa: PTH113 - a Path raises where a folder may not be entered


def read_file(place: FilePlace, content: bytes | None = None) -> ReadFile[Any]:
    """Read one file of a workspace into the model of its kind; ``content`` is what stands in it, where that is known.

    Raises:
        Failure: the file cannot be opened.
    """
    name = os.path.basename(place.path)  # noqa: PTH119 - a Path a file doubles the cost of listing a thousand
    if place.kind not in _READ:
        values = {"name": name, "expected_name": f"{place.slug}.yaml"}
        problem = Problem(
            f"{place.kind}-file" if place.kind != "not-a-file" else place.kind, Range(0, 0), values
        )
        return ReadFile(place, Source(""), None, (problem,))
    expected = _model_of(place.kind)
    source = read_source(read_content(place.path) if content is None else content, lambda: _keys_of(expected))
    model, problems = _validate(expected, source)
    return ReadFile(place, source, model, (*source.problems, *problems))


def read_content(path: str) -> bytes:
    """Read a file's bytes; of one that is too large only as many as show that it is.

    Raises:
        Failure: the file cannot be opened.
    """
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - see above
            large = os.fstat(stream.fileno()).st_size > MAX_BYTES
            return stream.read(MAX_BYTES + 1 if large else -1)
    except OSError as error:
        raise Failure("unreadable", path=path, reason=error.strerror or str(error)) from None


class Reader(NamedTuple):
    """How the files of a workspace are read: into their models, and as they stand there."""

    read: Callable[[FilePlace], ReadFile[Any]]
    content: Callable[[FilePlace], bytes]


FROM_DISK = Reader(read_file, lambda place: read_content(place.path))


def _keys_of(model: type[BaseModel]) -> frozenset[str]:
    from handleplan.model.keys import all_keys

    return all_keys(model)


@cache
def _model_of(kind: FileKind) -> type[BaseModel]:
    """Return a kind's model; a kind that no file has is not imported."""
    if kind == "config":
        return Config
    if kind == "plan":
        from handleplan.model.plan import Plan

        return Plan
    if kind == "index":
        from handleplan.model.index import Index

        return Index
    if kind == "meeting":
        from handleplan.model.meeting import Meeting

        return Meeting
    from handleplan.model.status import StatusReport

    return StatusReport


def _validate(model: type[M], source: Source) -> tuple[M | None, tuple[Problem, ...]]:
    if source.data is None:
        return None, ()
    valid: M | None = None
    refused: ValidationError | None = None
    try:
        valid = model.model_validate(source.data)
    except ValidationError as error:
        refused = error
    else:
        if not source.has_empty_values:
            return valid, ()
    from handleplan.refusal import problems_of

    problems = problems_of(refused, model, source)
    return None if problems else valid, problems


class Workspace:
    """A workspace for the commands that print: every file they ask for is read once and must be sound.

    All methods raise BrokenFilesError when a file they read has errors, Failure when one cannot be opened.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._models: dict[FilePlace, Any] = {}

    @property
    def own_templates(self) -> Path:
        """The folder of the workspace's own templates; it need not exist."""
        return self.root / TEMPLATES

    @cached_property
    def config(self) -> Config:
        """The workspace's own file."""
        place = place_of(str(self.root), str(self.root / CONFIG_NAME))
        config: Config = self._sound([place])[0][1]
        return config

    @cached_property
    def places(self) -> tuple[FilePlace, ...]:
        """All files of the workspace, whatever state they are in."""
        return tuple(walk(str(self.root)))

    @cached_property
    def _by_kind(self) -> dict[tuple[FileKind, int | None], list[FilePlace]]:
        found: dict[tuple[FileKind, int | None], list[FilePlace]] = {}
        for place in self.places:
            found.setdefault((place.kind, place.year), []).append(place)
        return found

    def _of_kind(self, kind: FileKind, year: int) -> list[FilePlace]:
        return self._by_kind.get((kind, year), [])

    def _of(self, kind: FileKind, year: int) -> list[tuple[FilePlace, Any]]:
        return self._sound(self._of_kind(kind, year))

    def _sound(self, places: Iterable[FilePlace]) -> list[tuple[FilePlace, Any]]:
        places = tuple(places)
        broken = []
        for place in places:
            if place not in self._models:
                file = read_file(place)
                if file.problems:
                    broken.append(file)
                else:  # its text and its tree are let go: kept for a whole year, they made reading take four times as long
                    self._models[place] = file.model
        if broken:
            raise BrokenFilesError(tuple(broken))
        return [(place, self._models[place]) for place in places]

    def years(self, kind: FileKind = "plan") -> tuple[int, ...]:
        """Return the years that have at least one plan, or file of another kind, rising."""
        return tuple(sorted(year for one, year in self._by_kind if one == kind and year))

    def index(self, year: int) -> Index | None:
        """Return a year's cover, if it has one."""
        return next((index for _, index in self._of("index", year)), None)

    def plans(self, year: int, themes: Collection[str] = ()) -> dict[str, Plan]:
        """Return a year's plans by theme: in the agreement's order, then those of unknown themes by name.

        Of the given themes alone, where there are any: the others are not read.
        """
        order = {theme.slug: number for number, theme in enumerate(self.config.themes_of(year))}
        places = [place for place in self._of_kind("plan", year) if not themes or place.slug in themes]
        found = {place.slug: plan for place, plan in self._sound(places)}
        return {
            slug: found[slug] for slug in sorted(found, key=lambda slug: (order.get(slug, len(order)), slug))
        }

    def find_theme(self, word: str, year: int) -> str:
        """Return the slug of the theme that a word names and that has a plan in the year.

        Raises:
            Failure: no theme is called that, or it has no plan.
        """
        themes = self.config.themes_of(year)
        theme = find_theme(word, themes)
        slugs = [place.slug for place in self._of_kind("plan", year)]
        if theme is None and word in slugs:
            return word
        if theme is None:
            raise unknown_theme(word, [one.slug for one in themes])
        if theme.slug not in slugs:
            raise Failure("theme-without-plan", theme=theme.name, year=year, slug=theme.slug)
        return theme.slug

    def find_themes(self, words: Iterable[str], years: Iterable[int]) -> frozenset[str]:
        """Return the slugs of the themes that words name in any of some years, whether they have a plan or not.

        Raises:
            Failure: a word names no theme of these years.
        """
        known = {year: self.config.themes_of(year) for year in years}
        planned = {place.slug for year in known for place in self._of_kind("plan", year)}
        found = set()
        for word in words:
            themes = {theme.slug for year in known if (theme := find_theme(word, known[year]))}
            found |= themes or ({word} & planned)
            if not themes and word not in planned:
                raise unknown_theme(word, [theme.slug for year in known for theme in known[year]])
        return frozenset(found)

    def reports(self, year: int) -> tuple[Round, ...]:
        """Return a year's status reports by round, then theme."""
        found = self._of("report", year)
        return tuple(
            sorted(
                (Round(place.round, place.slug, report) for place, report in found), key=lambda one: one[:2]
            )
        )

    def meetings(self, year: int) -> tuple[Meeting, ...]:
        """Return a year's meetings by the name of their file."""
        return tuple(self.named_meetings(year).values())

    def logo(self, name: str) -> bytes:
        """Return the content of the organisation's logo, a file beside handleplan.yaml or below it.

        Raises:
            Failure: it is missing, lies elsewhere or cannot be opened.
        """
        path = resolved(self.root / name.replace("\\", "/"))
        if not path.is_relative_to(self.root):
            raise Failure("outside-workspace", path=name, root=self.root)
        if not path.exists():
            raise Failure("logo-missing", path=name)
        if not path.is_file():
            raise Failure("no-ordinary-file", path=name)
        return read_content(str(path))

    def named_meetings(self, year: int) -> dict[str, Meeting]:
        """Return a year's meetings with the names of their files, endings left off."""
        return {place.slug: meeting for place, meeting in self._of("meeting", year)}
