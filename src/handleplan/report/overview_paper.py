"""The paper of kind *overview*: one page across the themes, for the managements."""

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from handleplan.cycle import Standing
from handleplan.formats.dates import date_in_words, period_in_words
from handleplan.locale import Texts
from handleplan.progress import ActivityStatus, activities_of
from handleplan.report.bars import make_bars
from handleplan.report.entries import responsible
from handleplan.report.frame import (
    Material,
    case_facts,
    case_number_of,
    make_day,
    organisation_of,
    stage_of,
    step_title,
    themes_of,
)
from handleplan.report.measure import JOINED
from handleplan.report.prose import Prose, plain
from handleplan.report.sheet import (
    HEADING,
    HEIGHT,
    MORE,
    head_height,
    picture_height,
    row_height,
    table_head_height,
    table_height,
)
from handleplan.report.timeline import schedule
from handleplan.report.view import SCHEMA_VERSION, Bar, Bars, Cell, Fact, Paper, Section, Table, Theme
from handleplan.steps import StepStatus, YearData, steps_of

# How the tables' columns share the width; the style sheet's `.kind-overview` gives the same shares
_STANDINGS_SHARES, _STEPS_SHARES = (0.19, 0.22, 0.46, 0.13), (0.32, 0.24, 0.44)
_LATE_SHARES, _OWNED_SHARES = (0.2, 0.66, 0.14), (0.2, 0.44, 0.14, 0.22)
# For so many late activities the picture makes room
_FEWEST = 2


def build_overview_paper(material: Material) -> Paper:
    """Build the overview of a year on a day."""
    texts, config = material.texts, material.config
    themes = themes_of(config, material.year, material.plans)
    activities = [one for one in activities_of(material.data, material.today) if one.theme in themes]
    title = f"{plain(texts.label('overview'))}: {plain(texts.label('plan'))} {material.year}"
    organisation, facts = organisation_of(config, material.logo), _facts(material)
    standings = _standings(material, themes, activities)
    steps = _steps(material, steps_of(config, material.data, material.today), themes)
    late = _late(material, themes, [one for one in activities if one.late])
    sections = tuple(filter(None, (standings, steps, late)))
    return Paper(
        schema_version=SCHEMA_VERSION,
        kind="overview",
        name=plain(texts.label("overview")),
        language=texts.language,
        title=title,
        year=material.year,
        day=make_day(material.today, texts),
        stage=None,
        organisation=organisation,
        themes=tuple(themes.values()),
        facts=facts,
        case_number=case_number_of(material.cover),
        contents=(),
        cover=_fit(sections, HEIGHT - head_height(title, facts, organisation), texts),
        plans=(),
        glossary=(),
    )


def _facts(material: Material) -> tuple[Fact, ...]:
    texts = material.texts
    day = date_in_words(material.today, texts.language)
    return (
        Fact(None, (texts.message("report.as_of", date=day),)),
        *_next_meeting(material),
        *case_facts(case_number_of(material.cover), texts),
    )


def _next_meeting(material: Material) -> tuple[Fact, ...]:
    """Tell of the next meeting that has a day."""
    coming = [meeting for meeting in material.data.meetings if meeting.date > material.today]
    if not coming:
        return ()
    meeting = min(coming, key=lambda one: one.date)
    day = date_in_words(meeting.date, material.texts.language)
    parts = (step_title(meeting.step, material), day, *((plain(meeting.place),) if meeting.place else ()))
    return (Fact(material.texts.message("report.next_meeting"), parts),)


def _standings(material: Material, themes: dict[str, Theme], activities: Sequence[ActivityStatus]) -> Section:
    """Tell how far each theme is: its plan, its activities as status reports count them, and how much is late."""
    texts = material.texts
    counted = [one for one in activities if _counts(one, material)]
    rows = [
        (theme.name, [one.status or "not_reported" for one in counted if one.theme == slug])
        for slug, theme in themes.items()
    ]
    picture = make_bars(rows, texts, anchor="paper_bars")
    assert isinstance(picture.data, Bars)
    reported = any(one.status for one in activities)
    told = [
        _told(bar, slug, activities, material, reported=reported)
        for slug, bar in zip(themes, picture.data.bars, strict=True)
    ]
    table = _with_stages(material, themes, told, activities)
    name = texts.message("report.themes")
    if not reported:
        return Section("standings", "paper_standings", name, name, None, "tables", tables=(table,))
    pictures = (picture._replace(table=table, beside=True),)
    return Section("standings", "paper_standings", name, name, None, "pictures", pictures=pictures)


def _counts(one: ActivityStatus, material: Material) -> bool:
    """Tell whether a status report would tell of an activity: it has a status, or has begun and is no core activity."""
    return bool(one.status) or (one.begins <= material.today and one.kind != "core_activity")


def _told(
    bar: Bar, slug: str, activities: Sequence[ActivityStatus], material: Material, *, reported: bool
) -> str:
    """Say of a theme's activities how many have which status, and how many are to come; how many they are before any report."""
    texts = material.texts
    mine = [one for one in activities if one.theme == slug]
    if not reported:
        return texts.count("report.activities", len(mine))
    coming = sum(not one.status and one.begins > material.today for one in mine)
    parts = [(part.words, part.number) for part in bar.parts]
    parts += [(plain(texts.label("upcoming")), coming)] if coming else []
    return " · ".join(
        f"{words}: {number}".replace(" ", JOINED)  # a status and its number stay on one line
        for words, number in parts
    )


def _with_stages(
    material: Material, themes: dict[str, Theme], told: Sequence[str], activities: Sequence[ActivityStatus]
) -> Table:
    texts = material.texts
    heads = tuple(plain(texts.label(word)) for word in ("theme", "plan", "activities", "late"))
    stages = [stage_of(plan, texts, material.today).label for plan in material.plans.values()]
    late = [sum(one.late for one in activities if one.theme == slug) for slug in themes]
    rows = tuple(
        (Cell(theme.name), Cell(stage), Cell(words), Cell(str(number), state="late" if number else None))
        for theme, stage, words, number in zip(themes.values(), stages, told, late, strict=True)
    )
    return Table(None, heads, rows, numeric=(3,))


def _steps(material: Material, steps: Sequence[StepStatus], themes: dict[str, Theme]) -> Section | None:
    """Make the table of what is due or overdue, and of what comes next, be it for the next year's plan."""
    wanted = [step for step in steps if _in_state(step, themes, "due", "overdue")]
    config, after = material.config, material.year + 1
    following = steps_of(config, YearData(after, {}), material.today) if config.agreement_of(after) else ()
    coming = [step for step in (*steps, *following) if _in_state(step, themes, "upcoming")]
    wanted += coming[:1]
    if not wanted:
        return None
    texts = material.texts
    heads = (plain(texts.label("step")), texts.message("report.when"), texts.message("report.state"))
    rows = tuple(
        (
            Cell(plain(step.title) if step.title != step.id else step_title(step.id, material)),
            Cell(period_in_words(step.from_, step.until, texts.language)),
            Cell(". ".join(_state_lines(step, themes, material))),
        )
        for step in wanted
    )
    name = texts.message("report.due")
    return Section("due", "paper_due", name, name, None, "tables", tables=(Table(None, heads, rows),))


def _in_state(step: StepStatus, themes: dict[str, Theme], *states: str) -> bool:
    return any(found.state in states for slug, found in step.themes.items() if slug in themes)


def _state_lines(step: StepStatus, themes: dict[str, Theme], material: Material) -> Iterator[str]:
    """Say for which themes a step stands how, which of them lack its papers, and whose are not complete."""
    texts = material.texts
    shown = {slug: found for slug, found in step.themes.items() if slug in themes}
    for state in ("overdue", "due", "not_recorded", "upcoming", "done"):
        named = [themes[slug].name for slug, found in shown.items() if found.state == state]
        if named:
            words = plain(texts.label(state))
            yield words if len(named) == len(shown) else f"{words}: {', '.join(named)}"
    lacking = [slug for slug, found in shown.items() if _lacks(found)]
    begun = [slug for slug in lacking if _is_begun(step, slug, material)]
    absent = [slug for slug in lacking if slug not in begun]
    if absent and step.needs:
        paper = plain(texts.label("status" if step.needs == "status-report" else step.needs))
        yield texts.message("report.missing", paper=paper, themes=_whose(absent, shown, themes, texts))
    if begun:
        yield texts.message("report.incomplete", themes=_whose(begun, shown, themes, texts))


def _whose(slugs: Sequence[str], shown: Collection[str], themes: dict[str, Theme], texts: Texts) -> str:
    if len(slugs) == len(shown):
        return texts.message("report.all_themes")
    return ", ".join(themes[slug].name for slug in slugs)


def _is_begun(step: StepStatus, slug: str, material: Material) -> bool:
    """Tell whether a status report for a step is there, though something in it is missing."""
    known = {one.id: one for one in material.config.cycle_of(step.year)}
    if step.needs != "status-report" or step.year != material.year:
        return False
    themes = material.config.themes_of(material.year)
    return material.data.newest_report(known[step.id], slug, themes) is not None


def _lacks(found: Standing) -> bool:
    return found.missing and found.state in ("due", "overdue")


def _late(material: Material, themes: dict[str, Theme], late: Sequence[ActivityStatus]) -> Section:
    """Make the table of late activities."""
    texts = material.texts
    name = plain(texts.label("late"))
    if not late:
        return Section("late", "paper_late", name, name, Prose(texts.message("report.none_late")), "tables")
    owned = any(one.owner for one in late)
    heads = (
        plain(texts.label("theme")),
        texts.message("report.activity"),
        plain(texts.label("quarters")),
        *((plain(texts.label("owner")),) if owned else ()),
    )
    rows = tuple(
        (
            Cell(themes[one.theme].name),
            Cell(
                plain(one.text) if one.kind == "focus_area" else Prose(one.text),
                id=one.id,
                anchor=f"{one.theme}.{one.id}" if one.id else None,
            ),
            Cell(schedule(one.quarters, texts)),
            *((Cell(_owner(one, material)),) if owned else ()),
        )
        for one in late
    )
    table = Table(None, heads, rows, row_head=1)
    return Section("late", "paper_late", name, name, None, "tables", tables=(table,))


def _owner(one: ActivityStatus, material: Material) -> str:
    owner = responsible(one.owner, material.config)
    return owner.text if owner else ""


def _fit(sections: tuple[Section, ...], room: float, texts: Texts) -> tuple[Section, ...]:
    """Fit the sections on the rest of the page: late activities as many as there is room for, the rest counted.

    Where that is too few, the picture goes, for the table beside it says the same.
    """
    first, *others, late = sections
    (table,) = first.tables or (first.pictures[0].table,)
    room -= HEADING * len(sections) + table_height(table, _STANDINGS_SHARES)
    room -= sum(table_height(table, _STEPS_SHARES) for section in others for table in section.tables)
    needed, drawn = _least(late), sum(map(picture_height, first.pictures))
    if needed <= room - drawn:
        return (first, *others, _cut(late, room - drawn, texts))
    bare = first._replace(style="tables", tables=(table,), pictures=())
    return (bare, *others, _cut(late, room, texts))


def _shares(table: Table) -> tuple[float, ...]:
    return _OWNED_SHARES if len(table.heads) == len(_OWNED_SHARES) else _LATE_SHARES


def _least(late: Section) -> float:
    """Return how high the section of late activities is at least."""
    if not late.tables:
        return MORE
    (table,) = late.tables
    few = table._replace(rows=table.rows[:_FEWEST])
    return table_height(few, _shares(table)) + (MORE if len(table.rows) > _FEWEST else 0)


def _cut(late: Section, room: float, texts: Texts) -> Section:
    """Keep the rows that fit, and say how many are left out."""
    if not late.tables:
        return late
    (table,) = late.tables
    shares = _shares(table)
    heights = [row_height(row, shares) for row in table.rows]
    room -= table_head_height(table.heads, shares)
    if sum(heights) <= room:
        return late
    fitting = sum(total <= room - MORE for total in accumulate(heights))
    if not fitting:
        return late._replace(tables=(), intro=Prose(texts.count("report.activities", len(heights))))
    more = texts.count("report.more", len(heights) - fitting)
    return late._replace(tables=(table._replace(rows=table.rows[:fitting]),), more=more)
