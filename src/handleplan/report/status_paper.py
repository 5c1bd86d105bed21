"""The paper of kind *status*: the short written status report, one to two pages a theme, for one round."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from handleplan.cycle import begun, work_window
from handleplan.failure import Failure
from handleplan.formats.dates import date_in_words, period_in_words
from handleplan.locale import Texts
from handleplan.model.plan import Placed, Plan
from handleplan.model.status import TEXTS, StatusEntry, StatusReport
from handleplan.report.bars import make_bars
from handleplan.report.entries import EntryMaker, inline, responsible
from handleplan.report.frame import (
    Material,
    case_facts,
    case_number_of,
    is_open,
    make_day,
    organisation_of,
    step_title,
    themes_of,
)
from handleplan.report.glossary import paper_glossary
from handleplan.report.prose import Prose, plain
from handleplan.report.sections import text_section
from handleplan.report.timeline import FEWEST, label_of, make_timeline, schedule, state_words, track_groups
from handleplan.report.view import (
    SCHEMA_VERSION,
    Cell,
    ContentsItem,
    Entry,
    Fact,
    Paper,
    Section,
    Table,
    Theme,
    ThemePlan,
    Track,
)
from handleplan.status import SETTLED

# More activities than these are read faster in the table than in a picture
MOST = 20
# Behind the last quarter: what runs all year
_LAST = (9,)


class Reported(NamedTuple):
    """An activity as a report tells it; ``status`` is ``not_reported`` where the report says nothing."""

    placed: Placed
    entry: Entry
    status: str
    note: Prose | None
    late: bool


def build_status_paper(material: Material, round_: str | None = None) -> Paper:
    """Build the status report of a round.

    Args:
        material: what the paper is made of.
        round_: the round, ``YYYY-MM``; ``None`` means the latest one by the day.

    Raises:
        Failure: there is no such round, none at all, or none of a theme that is asked for.
    """
    texts = material.texts
    name, reports = _reports(material, round_)
    themes = themes_of(material.config, material.year, reports)
    told = {slug: _reported(material, slug, report) for slug, report in reports.items()}
    views = tuple(_theme_part(material, themes[slug], report, told[slug]) for slug, report in reports.items())
    alone = len(material.chosen) == 1
    cover = () if alone else _cover(themes, told, texts)
    year, month = (int(part) for part in name.split("-"))
    day = make_day(max(report.date for report in reports.values()), texts)
    title = f"{plain(texts.label('status'))} {material.year}"
    glossary = paper_glossary(material.config, cover, views, texts.language)
    case_number = case_number_of(material.cover)
    return Paper(
        schema_version=SCHEMA_VERSION,
        kind="status",
        name=plain(texts.label("status")),
        language=texts.language,
        title=f"{title} – {views[0].theme.name}" if alone else title,
        year=material.year,
        day=day,
        stage=None,
        organisation=organisation_of(material.config, material.logo),
        themes=tuple(themes.values()),
        facts=(
            *((Fact(texts.message("report.round"), (_month(year, month, texts),)),) if not alone else ()),
            *(views[0].facts if alone else _missing(material, reports)),
            *case_facts(case_number, texts),
        ),
        case_number=case_number,
        contents=() if alone else tuple(ContentsItem(view.title, view.anchor) for view in views),
        cover=None if alone else cover,
        plans=views,
        glossary=glossary,
    )


def rounds_of(material: Material) -> tuple[str, ...]:
    """Return the rounds on which something is reported by the day, rising."""
    return tuple(sorted({name for name, _, report in material.data.reports if report.date <= material.today}))


def _reports(material: Material, round_: str | None) -> tuple[str, dict[str, StatusReport]]:
    """Return a round's name and its reports by theme, in the papers' order, of themes that have a plan."""
    given = material.data.reports
    known = tuple(sorted({name for name, _, _ in given}))
    passed = rounds_of(material)
    if not known:
        raise Failure("no-reports", year=material.year)
    if round_ is not None and round_ not in known:
        raise Failure("unknown-round", round=round_, year=material.year, expected=known)
    if round_ is None and not passed:
        raise Failure("no-reports-yet", year=material.year, expected=known)
    wanted = round_ or passed[-1]
    found = {slug: report for name, slug, report in given if name == wanted}
    chosen = {slug: found[slug] for slug in material.plans if slug in found}
    missing = [slug for slug in material.chosen if slug not in found]
    if missing or not chosen:
        raise Failure("theme-without-report", theme=", ".join(missing or material.plans), round=wanted)
    return wanted, chosen


def _month(year: int, month: int, texts: Texts) -> str:
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1)
    return period_in_words(first, date.fromordinal(last.toordinal() - 1), texts.language)


def _missing(material: Material, reports: dict[str, StatusReport]) -> tuple[Fact, ...]:
    """Tell which themes have not reported."""
    wanted = [slug for slug in material.plans if slug not in reports]
    names = tuple(theme.name for theme in themes_of(material.config, material.year, wanted).values())
    return (Fact(material.texts.message("report.not_received"), names),) if names else ()


def _cover(themes: dict[str, Theme], told: dict[str, list[Reported]], texts: Texts) -> tuple[Section, ...]:
    rows = [(themes[slug].name, [one.status for one in told[slug]]) for slug in themes]
    picture = make_bars(rows, texts, anchor="paper_bars")
    name = texts.message("report.themes")
    return (Section("standings", "paper_standings", name, name, None, "pictures", pictures=(picture,)),)


def _theme_part(material: Material, theme: Theme, report: StatusReport, told: list[Reported]) -> ThemePlan:
    texts, plan = material.texts, material.plans[theme.slug]
    return ThemePlan(
        anchor=theme.slug,
        theme=theme,
        title=theme.name,
        year=plan.year,
        day=make_day(report.date, texts),
        stage=None,
        owner=responsible(plan.owner, material.config),
        facts=_facts(material, report),
        shows_ids=is_open(plan.stages.reached(report.date)),
        numbered_goals=False,
        sections=tuple(_sections(material, theme, report, told)),
    )


def _facts(material: Material, report: StatusReport) -> tuple[Fact, ...]:
    texts = material.texts
    dated = Fact(None, (texts.message("report.dated", date=date_in_words(report.date, texts.language)),))
    if not report.meeting:
        return (dated,)
    return (dated, Fact(texts.label("meeting"), (step_title(report.meeting, material),)))


def _sections(
    material: Material, theme: Theme, report: StatusReport, told: list[Reported]
) -> Iterator[Section]:
    texts, slug = material.texts, theme.slug
    for key in TEXTS:
        section = text_section(key, f"{slug}_{key}", plain(texts.label(key)), None, getattr(report, key))
        if section:
            yield section
    if told:
        bars = make_bars([(theme.name, [one.status for one in told])], texts, anchor=f"{slug}_bars")
        name = plain(texts.label("activities"))
        yield Section(
            "activities", f"{slug}_activities", name, name, None, "tables",
            tables=(_table(told, texts),), pictures=(bars,),
        )  # fmt: skip
    coming = _coming(material, slug, report, told)
    if coming:
        name = texts.message("report.coming")
        yield Section("coming", f"{slug}_coming", name, name, None, "list", entries=coming)
    plan = material.plans[slug]
    timed = [placed for placed in plan.activities() if placed.entry.quarters]
    if FEWEST <= len(timed) <= MOST:
        by_path = {one.placed.path: one for one in told}
        groups = track_groups(
            timed, plan, texts, lambda placed: _track(placed, by_path.get(placed.path), texts)
        )
        anchor = f"{slug}_timeline"
        picture = make_timeline(
            groups, plan.year, texts, anchor=f"{anchor}_picture", day=report.date, is_today=False
        )
        name = plain(texts.label("quarters"))
        yield Section("timeline", anchor, name, name, None, "pictures", pictures=(picture,))


def _reported(material: Material, slug: str, report: StatusReport) -> list[Reported]:
    """List what a report tells, and what it should: all that has begun, core activities only where it names them."""
    plan = material.plans[slug]
    maker = EntryMaker(material.config, plan, slug)
    started = [placed.path for placed in begun(plan, report.date)]
    found = [
        _one(placed, maker, report)
        for placed in plan.activities()
        if _given(placed, report).status or (placed.path in started and placed.kind != "core_activity")
    ]
    return sorted(found, key=lambda one: one.placed.entry.quarters or _LAST)


def _given(placed: Placed, report: StatusReport) -> StatusEntry:
    return report.activities.get(placed.entry.id or "") or StatusEntry()


def _one(placed: Placed, maker: EntryMaker, report: StatusReport) -> Reported:
    given, quarters = _given(placed, report), placed.entry.quarters
    over = bool(quarters) and work_window(quarters, maker.plan.year).end <= report.date
    return Reported(
        placed=placed,
        entry=maker.work(placed.entry, None),
        status=given.status or "not_reported",
        note=inline(given.note),
        late=over and given.status not in SETTLED,
    )


def _table(told: list[Reported], texts: Texts) -> Table:
    noted = any(one.note for one in told)
    heads = (
        plain(texts.label("quarters")),
        texts.message("report.activity"),
        texts.message("report.state"),
        *((plain(texts.label("note")),) if noted else ()),
    )
    rows = tuple(
        (
            Cell(schedule(one.placed.entry.quarters, texts)),
            entry_cell(one.entry),
            Cell(state_words(one.status, texts, late=one.late), state="late" if one.late else one.status),
            *((Cell(one.note or ""),) if noted else ()),
        )
        for one in told
    )
    return Table(None, heads, rows, row_head=1)


def _track(placed: Placed, one: Reported | None, texts: Texts) -> Track:
    """Make an activity's row of the timeline; of what had not begun there was nothing to report."""
    words = state_words(one.status, texts, late=one.late) if one else plain(texts.label("upcoming"))
    status = one.status if one else "not_reported"
    return Track(label_of(placed), placed.entry.quarters, status, words, late=bool(one and one.late))


def entry_cell(entry: Entry) -> Cell:
    """Make the cell that names an entry: its text, or the title of a focus area that has none."""
    text: Prose | str = entry.text or entry.title or ""
    return Cell(text, title=entry.title if entry.text else None, id=entry.id, anchor=entry.anchor)


def _coming(material: Material, slug: str, report: StatusReport, told: list[Reported]) -> tuple[Entry, ...]:
    """List the activities that had not begun and of which the report tells nothing yet."""
    plan: Plan = material.plans[slug]
    maker = EntryMaker(material.config, plan, slug)
    seen = {one.placed.path for one in told}
    started = {placed.path for placed in begun(plan, report.date)}
    later = [placed for placed in plan.activities() if placed.path not in seen | started]
    return tuple(
        maker.work(placed.entry, plan.owner)._replace(goals=(), continues=(), note=None)
        for placed in sorted(later, key=lambda placed: placed.entry.quarters)
    )
