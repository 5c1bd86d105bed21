"""The paper of kind *overview*: one page across the themes, for the managements."""

from collections.abc import Iterator, Sequence

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
from handleplan.report.measure import wrap
from handleplan.report.prose import Prose, plain
from handleplan.report.timeline import schedule
from handleplan.report.view import SCHEMA_VERSION, Bars, Cell, Fact, Paper, Picture, Section, Table, Theme
from handleplan.steps import StepStatus, steps_of

# The room of a page below its head in lines of its tables, and what stands in them: a browser is asked whether a page
# of real plans holds that
_ROOM = 44.0
_HEADING, _ROW, _BAR, _LEGEND = 3.2, 0.6, 1.9, 6.0
# Where the columns of texts break, in the size of their type
_STATUS_WIDTH, _STEP_WIDTH, _LATE_WIDTH = 22.0, 20.0, 19.0
_FEWEST = 2


def build_overview_paper(material: Material) -> Paper:
    """Build the overview of a year on a day."""
    texts, config = material.texts, material.config
    themes = themes_of(config, material.year, material.plans)
    activities = [one for one in activities_of(material.data, material.today) if one.theme in themes]
    standings = _standings(material, themes, activities)
    steps = _steps(material, steps_of(config, material.data, material.today), themes)
    room = _ROOM - _LEGEND - len(themes) * _BAR - _lines(standings.pictures[0].table, 2, _STATUS_WIDTH)
    room -= _lines(steps.tables[0], 2, _STEP_WIDTH) if steps else 0
    late = _late(material, themes, [one for one in activities if one.late], room)
    sections = tuple(filter(None, (standings, steps, late)))
    case_number = case_number_of(material.cover)
    return Paper(
        schema_version=SCHEMA_VERSION,
        kind="overview",
        name=plain(texts.label("overview")),
        language=texts.language,
        title=f"{plain(texts.label('overview'))}: {plain(texts.label('plan'))} {material.year}",
        year=material.year,
        day=make_day(material.today, texts),
        stage=None,
        organisation=organisation_of(config, material.logo),
        themes=tuple(themes.values()),
        facts=(
            Fact(None, (texts.message("report.as_of", date=date_in_words(material.today, texts.language)),)),
            *_next_meeting(material),
            *case_facts(case_number, texts),
        ),
        case_number=case_number,
        contents=(),
        cover=sections,
        plans=(),
        glossary=(),
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
    texts = material.texts
    statuses = {
        slug: [one.status or "not_reported" for one in activities if one.theme == slug] for slug in themes
    }
    rows = [(themes[slug].name, statuses[slug]) for slug in themes]
    picture = make_bars(rows, texts, anchor="paper_bars")
    late = {slug: sum(one.late for one in activities if one.theme == slug) for slug in themes}
    table = _with_stages(picture, material, late)
    name = texts.message("report.themes")
    pictures = (picture._replace(table=table, beside=True),)
    return Section("standings", "paper_standings", name, name, None, "pictures", pictures=pictures)


def _with_stages(picture: Picture, material: Material, late: dict[str, int]) -> Table:
    """Tell beside the picture how far each plan is, the numbers in words, and how much is late."""
    texts = material.texts
    assert isinstance(picture.data, Bars)
    heads = (
        picture.table.heads[0],
        plain(texts.label("plan")),
        plain(texts.label("activities")),
        plain(texts.label("late")),
    )
    stages = [stage_of(plan, texts, material.today).label for plan in material.plans.values()]
    rows = tuple(
        (
            Cell(bar.label),
            Cell(stage),
            Cell(" · ".join(f"{part.words}:\u00a0{part.number}" for part in bar.parts)),
            Cell(str(number), state="late" if number else None),
        )
        for bar, stage, number in zip(picture.data.bars, stages, late.values(), strict=True)
    )
    return Table(None, heads, rows, numeric=(3,))


def _steps(material: Material, steps: Sequence[StepStatus], themes: dict[str, Theme]) -> Section | None:
    """Make the table of what is due or overdue, else of what comes first."""
    wanted = [step for step in steps if _in_state(step, themes, "due", "overdue", "not_recorded")]
    coming = [step for step in steps if _in_state(step, themes, "upcoming")]
    wanted += coming[:1]
    if not wanted:
        return None
    texts = material.texts
    heads = (plain(texts.label("step")), texts.message("report.when"), texts.message("report.state"))
    rows = tuple(
        (
            Cell(step.title if step.title != step.id else step_title(step.id, material)),
            Cell(period_in_words(step.from_, step.until, texts.language)),
            Cell("; ".join(_state_lines(step, themes, texts))),
        )
        for step in wanted
    )
    name = texts.message("report.due")
    return Section("due", "paper_due", name, name, None, "tables", tables=(Table(None, heads, rows),))


def _in_state(step: StepStatus, themes: dict[str, Theme], *states: str) -> bool:
    return any(found.state in states for slug, found in step.themes.items() if slug in themes)


def _state_lines(step: StepStatus, themes: dict[str, Theme], texts: Texts) -> Iterator[str]:
    """Say for which themes a step stands how, and which of them lack its papers."""
    shown = {slug: found for slug, found in step.themes.items() if slug in themes}
    for state in ("overdue", "due", "not_recorded", "upcoming", "done"):
        named = [themes[slug].name for slug, found in shown.items() if found.state == state]
        if named:
            words = plain(texts.label(state))
            yield words if len(named) == len(shown) else f"{words}: {', '.join(named)}"
    lacking = [themes[slug].name for slug, found in shown.items() if _lacks(found)]
    if lacking and step.needs:
        paper = plain(texts.label("status" if step.needs == "status-report" else step.needs))
        whose = texts.message("report.all_themes") if len(lacking) == len(shown) else ", ".join(lacking)
        yield texts.message("report.missing", paper=paper, themes=whose)


def _lacks(found: Standing) -> bool:
    return found.missing and found.state in ("due", "overdue")


def _late(
    material: Material, themes: dict[str, Theme], late: Sequence[ActivityStatus], room: float
) -> Section:
    """Make the table of late activities, as many as there is room for."""
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
            Cell(plain(one.text) if one.kind == "focus_area" else Prose(one.text), id=one.id),
            Cell(schedule(one.quarters, texts)),
            *((Cell(_owner(one, material)),) if owned else ()),
        )
        for one in late
    )
    fitting = _fitting(rows, room - _HEADING - 1)
    more = texts.count("report.more", len(rows) - fitting) if fitting < len(rows) else None
    table = Table(None, heads, rows[:fitting], row_head=1)
    return Section("late", "paper_late", name, name, None, "tables", tables=(table,), more=more)


def _owner(one: ActivityStatus, material: Material) -> str:
    owner = responsible(one.owner, material.config)
    return owner.text if owner else ""


def _fitting(rows: tuple[tuple[Cell, ...], ...], room: float) -> int:
    """Count the rows that fit; two are always shown."""
    for number, row in enumerate(rows):
        room -= _row_lines(row, 1, _LATE_WIDTH)
        if room < 0 and number >= _FEWEST:
            return number
    return len(rows)


def _lines(table: Table, widest: int, width: float) -> float:
    """Return how many lines a section with one table takes; ``widest`` is the column that decides on its rows."""
    return _HEADING + sum(_row_lines(row, widest, width) for row in table.rows)


def _row_lines(row: tuple[Cell, ...], widest: int, width: float) -> float:
    text = row[widest].text
    return max(len(wrap(text.visible if isinstance(text, Prose) else text, width, 1)), 1) + _ROW
