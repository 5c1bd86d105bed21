"""A new year out of the one before it: the cover, the plans with what is unfinished, and what has come since."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from handleplan.failure import Failure
from handleplan.known import Reference
from handleplan.model.config import Config
from handleplan.model.ids import fresh_id
from handleplan.model.index import Index
from handleplan.model.keys import known_keys
from handleplan.model.plan import FocusArea, Placed, Plan
from handleplan.problem import AppendItem, Data
from handleplan.source.block_style import comment_lines, value_lines
from handleplan.themes import find_theme
from handleplan.writing.draft import Draft
from handleplan.writing.reports import last_entries
from handleplan.writing.rollover import (
    FINISHED,
    Old,
    Taker,
    area_data,
    entry_data,
    named_lines,
    plan_data,
)

# The stages at which a plan is no longer added to.
_SETTLED = ("agreed", "closed")


class Question(NamedTuple):
    """An unfinished activity that may be taken over: its theme's name, itself, and its last reported status."""

    theme: str
    placed: Placed
    status: str | None


class Taken(NamedTuple):
    """What has become of one file of the new year.

    ``added`` are the texts of the activities taken over, ``declined`` those that were not wanted, ``finished`` the
    texts of activities of the new year that continue something finished meanwhile, ``without_id`` how many of those
    added had none, ``lines`` those that name the year that is left.
    """

    name: str
    new: bool
    added: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    without_id: int = 0
    lines: tuple[int, ...] = ()


class NewYear(NamedTuple):
    """A year taken over: from which year, file by file, and what was left: themes without a successor or a plan.

    ``kept`` are themes whose plan is agreed and was not touched, ``empty`` those of which nothing is left to take over.
    """

    year: int
    old_year: int
    files: tuple[Taken, ...]
    gone: tuple[str, ...]
    coming: tuple[str, ...]
    kept: tuple[str, ...]
    empty: tuple[str, ...]


def source_year(config: Config, planned: Sequence[int], year: int) -> int:
    """Return the year a new one is made from: the latest before it that has plans.

    Raises:
        Failure: no agreement covers the new year, or no year before it has plans.
    """
    if config.agreement_of(year) is None:
        covering = [one for one in config.agreements if one.last_year < year]
        last = max(covering, key=lambda one: one.last_year, default=None)
        if last is None:
            raise Failure("no-agreement", year=year)
        raise Failure("agreement-ended", year=year, title=last.title, last=last.last_year)
    before = [one for one in planned if one < year]
    if not before:
        raise Failure(
            "year-exists" if year in planned else "no-year-before", year=year, expected=list(planned)
        )
    return max(before)


def write_year(draft: Draft, year: int, as_of: date, keep: Callable[[Question], bool]) -> NewYear:
    """Write a new year's files, or add to them what is unfinished and not continued yet.

    Args:
        draft: the workspace.
        year: the new year.
        as_of: today; later status reports do not count.
        keep: whether an unfinished activity is taken over.

    Raises:
        BrokenFilesError: a file that is read has errors.
        Failure: no agreement covers the year, no year before it has plans, or all its plans are agreed.
    """
    workspace = draft.workspace
    old_year = source_year(workspace.config, workspace.years(), year)
    themes = {theme.slug: theme.name for theme in workspace.config.themes_of(year)}
    plans, existing = workspace.plans(old_year), workspace.plans(year)
    settled = [slug for slug, plan in existing.items() if plan.stages.reached() in _SETTLED]
    if existing and len(settled) == len(existing) and set(plans) <= set(existing):
        raise Failure("year-agreed", year=year)
    continued = _continued(workspace.config, existing, old_year)
    files = [*_take_index(draft, old_year, year)]
    empty = []
    for slug in (one for one in plans if one in themes):
        old = _old(draft, slug, plans[slug], as_of)
        if slug in settled:
            finished = tuple(_finished(old, existing[slug]))
            files.append(Taken(f"{year}/{slug}.yaml", new=False, finished=finished))
            continue
        choice = _Choice(themes[slug], old, keep, continued)
        if slug in existing:
            files.append(_add_to_plan(draft, old, existing[slug], choice))
        elif (taken := _take_plan(draft, old, year, choice)) is not None:
            files.append(taken)
        else:
            empty.append(themes[slug])
    return NewYear(
        year,
        old_year,
        tuple(files),
        gone=tuple(slug for slug in plans if slug not in themes),
        coming=tuple(name for slug, name in themes.items() if slug not in plans and slug not in existing),
        kept=tuple(themes.get(slug, slug) for slug in settled),
        empty=tuple(empty),
    )


class _Choice:
    """Asks about each unfinished activity once, and remembers what was not wanted."""

    def __init__(
        self, theme: str, old: Old, keep: Callable[[Question], bool], continued: frozenset[Reference]
    ) -> None:
        self.theme = theme
        self.old = old
        self.keep = keep
        self.continued = continued
        self.added: list[Placed] = []
        self.declined: list[Placed] = []

    def __call__(self, placed: Placed) -> bool:
        wanted = self.keep(Question(self.theme, placed, self.old.status(placed.entry.id)))
        (self.added if wanted else self.declined).append(placed)
        return wanted

    def is_new(self, placed: Placed) -> bool:
        """Tell whether an activity has an id that no plan of the new year continues."""
        own = placed.entry.id
        return bool(own) and Reference(self.old.plan.year, self.old.theme, str(own)) not in self.continued

    def taken(
        self, name: str, *, new: bool, finished: Sequence[str] = (), lines: Sequence[int] = ()
    ) -> Taken:
        return Taken(
            name,
            new,
            added=tuple(placed.text for placed in self.added),
            declined=tuple(
                f"{self.old.theme}.{placed.entry.id}" for placed in self.declined if placed.entry.id
            ),
            finished=tuple(finished),
            without_id=sum(1 for placed in self.added if not placed.entry.id),
            lines=tuple(lines),
        )


def _old(draft: Draft, theme: str, plan: Plan, as_of: date) -> Old:
    reports = [one for one in draft.workspace.reports(plan.year) if one.report.date <= as_of]
    file = draft.read(f"{plan.year}/{theme}.yaml")
    return Old(theme, plan, file.source, last_entries(reports, theme, "9999"))


def _continued(config: Config, plans: dict[str, Plan], old_year: int) -> frozenset[Reference]:
    themes = config.themes_of(old_year)
    found = set()
    for slug, plan in plans.items():
        for text in plan.names.continues:
            year, _, rest = text.partition("/")
            named, dot, entry = rest.rpartition(".")
            other = find_theme(named, themes) if dot else None
            found.add(Reference(int(year), other.slug if other else named or slug, entry))
    return frozenset(found)


def _take_index(draft: Draft, old_year: int, year: int) -> list[Taken]:
    name, old_name = f"{year}/index.yaml", f"{old_year}/index.yaml"
    if draft.exists(name) or not draft.exists(old_name):
        return []
    file = draft.read(old_name)
    taker = Taker(file.source, old_year, draft.texts)
    data: dict[str, Data] = {"year": str(year)}
    for key in known_keys(Index, ()):
        if key not in ("year", "date") and key in file.source.data:
            data[key] = taker.marked(key)
    _create(draft, name, old_year, data)
    return [Taken(name, new=True, lines=named_lines(draft.read(name).source, old_year))]


def _take_plan(draft: Draft, old: Old, year: int, choice: _Choice) -> Taken | None:
    data = plan_data(old, year, choice, draft.texts)
    if not data.keys() & {"goals", "focus_areas", "actions", "core_activities"}:
        return None
    name = f"{year}/{old.theme}.yaml"
    _create(draft, name, old.plan.year, data)
    return choice.taken(name, new=True, lines=named_lines(draft.read(name).source, old.plan.year))


def _create(draft: Draft, name: str, old_year: int, data: dict[str, Data]) -> None:
    heading = draft.texts.message("file.new_year", year=old_year)
    draft.create(name, [*comment_lines(heading), *value_lines(data, 0)])


def _add_to_plan(draft: Draft, old: Old, plan: Plan, choice: _Choice) -> Taken:
    """Add what is unfinished and not continued yet, each to its section, an activity to the area it belonged to."""
    name = f"{plan.year}/{old.theme}.yaml"
    taker = Taker(old.source, old.plan.year, draft.texts)
    kept = {placed.path: placed for placed in old.unfinished() if choice.is_new(placed) and choice(placed)}
    used = set(plan.names.ids)
    areas: set[int] = set()
    for path, placed in kept.items():
        number = _area_index(plan, placed.area)
        if placed.kind == "activity" and number is None:
            if path[1] not in areas:
                areas.add(int(path[1]))
                draft.change(name, _append(("focus_areas",), area_data(taker, old, int(path[1]), kept)))
            continue
        place = (
            ("focus_areas", number, "activities")
            if placed.kind == "activity" and number is not None
            else path[:1]
        )
        own = str(placed.entry.id)
        id_ = (
            fresh_id(str(place[-1]), used, used, title=placed.text, area=_area_id(placed))
            if own in used
            else own
        )
        used.add(id_)
        draft.change(name, _append(tuple(place), entry_data(taker, old, placed, id_=id_)))
    return choice.taken(name, new=False, finished=list(_finished(old, plan)))


def _append(path: tuple[str | int, ...], value: Data) -> AppendItem:
    return AppendItem(path, value, known_keys(Plan, path[:-1]))


def _area_index(plan: Plan, area: FocusArea | None) -> int | None:
    """Return the index of the focus area of a plan that is the same as another year's, by id, else by title."""
    if area is None:
        return None
    same = [i for i, one in enumerate(plan.focus_areas) if area.id and one.id == area.id]
    same += [i for i, one in enumerate(plan.focus_areas) if one.title == area.title]
    return same[0] if same else None


def _area_id(placed: Placed) -> str:
    return (placed.area.id or "") if placed.area else ""


def _finished(old: Old, plan: Plan) -> list[str]:
    """List the activities of a plan that continue something that has been finished."""
    done = {f"{old.plan.year}/{key}" for key, (_, entry) in old.last.items() if entry.status in FINISHED}
    return [
        f"{old.theme}.{placed.entry.id}"
        for placed in plan.activities()
        if placed.entry.id and done & set(placed.entry.continues)
    ]
