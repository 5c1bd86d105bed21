"""The timeline as a picture's data: activities by quarter, in groups of a focus area or another part of a plan."""

from calendar import isleap
from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from handleplan.formats.dates import date_in_words
from handleplan.locale import Texts
from handleplan.model.plan import Placed, Plan
from handleplan.model.quarters import format_quarters
from handleplan.report.prose import inline_prose, plain
from handleplan.report.view import Cell, Picture, Section, Table, Timeline, Track, TrackGroup

# Fewer activities with quarters than these are read faster than a picture of them.
FEWEST = 3
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
# Where the activities stand that belong to no focus area
_SECTION = {"core_activity": "core_activities", "action": "actions", "annex": "annexes"}


def state_words(status: str, texts: Texts, *, late: bool) -> str:
    """Say how far an activity is, and that it is late where it is."""
    words = plain(texts.label(status))
    return f"{words} · {plain(texts.label('late'))}" if late else words


def plan_timeline(plan: Plan, prefix: str, texts: Texts) -> Section | None:
    """Make the section that shows a plan's timed activities as it plans them; ``None`` where there are too few."""
    timed = [placed for placed in plan.activities() if placed.entry.quarters]
    if len(timed) < FEWEST:
        return None
    groups = track_groups(timed, plan, texts, lambda placed: planned_track(placed, texts))
    picture = make_timeline(groups, plan.year, texts, anchor=f"{prefix}_timeline_picture")
    name = plain(texts.label("quarters"))
    return Section("timeline", f"{prefix}_timeline", name, name, None, "pictures", pictures=(picture,))


def track_groups(
    activities: Iterable[Placed],
    plan: Plan,
    texts: Texts,
    make_track: Callable[[Placed], Track],
    theme: str | None = None,
) -> tuple[TrackGroup, ...]:
    """Group activities by their focus area, else by the section they stand in; ``theme`` begins the groups' titles."""

    def title_of(placed: Placed) -> str:
        if placed.area:
            title = plain(placed.area.title)
        else:
            title = plain(texts.label(_SECTION[placed.kind], year=plan.year))
        return f"{theme} – {title}" if theme else title

    return tuple(
        TrackGroup(title, tuple(map(make_track, placed))) for title, placed in groupby(activities, title_of)
    )


def make_timeline(
    groups: tuple[TrackGroup, ...],
    year: int,
    texts: Texts,
    *,
    anchor: str,
    day: date | None = None,
    is_today: bool = True,
) -> Picture:
    """Make the picture; a line shows the day where it lies in the year, be it today or that of a report."""
    inside = day if day and day.year == year else None
    hand = (inside - date(year, 1, 1)).days / (366 if isleap(year) else 365) if inside else None
    key = "report.today" if is_today else "report.as_of"
    written = texts.message(key, date=date_in_words(inside, texts.language)) if inside else None
    number = sum(len(group.tracks) for group in groups)
    return Picture(
        kind="timeline",
        anchor=anchor,
        title=texts.message("report.timeline.title", year=year),
        description=" ".join(
            filter(None, (texts.count("report.timeline.description", number), f"{written}." if written else None))
        ),
        data=Timeline(year, QUARTERS, groups, hand, written),
        table=_table(groups, texts),
    )  # fmt: skip


def schedule(quarters: tuple[int, ...], texts: Texts) -> str:
    """Write quarters out; none are the whole year."""
    return format_quarters(quarters) or texts.message("report.all_year")


def label_of(placed: Placed) -> str:
    """Return what an activity is called, as plain words."""
    title = placed.entry.title
    text = plain(placed.text) if placed.kind == "focus_area" else inline_prose(placed.text).visible
    return f"{plain(title)} – {text}" if title and title != placed.text else text


def planned_track(placed: Placed, texts: Texts) -> Track:
    """Make an activity's row as its plan has it."""
    quarters = placed.entry.quarters
    return Track(label_of(placed), quarters, None, schedule(quarters, texts), late=False)


def _table(groups: tuple[TrackGroup, ...], texts: Texts) -> Table:
    told = any(track.status for group in groups for track in group.tracks)
    heads = [texts.message("report.part"), texts.message("report.activity"), plain(texts.label("quarters"))]
    rows = [
        [Cell(group.title), Cell(track.label), Cell(schedule(track.quarters, texts)),
         *((Cell(track.words, state="late" if track.late else track.status),) if told else ())]
        for group in groups
        for track in group.tracks
    ]  # fmt: skip
    heads += [texts.message("report.state")] if told else []
    return Table(None, tuple(heads), tuple(map(tuple, rows)), row_head=1)
