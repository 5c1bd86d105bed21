"""The paper of kind *minutes*: a meeting's agenda and what it decided, who sees to it and by when."""

from collections.abc import Mapping
from datetime import date

from handleplan.failure import Failure
from handleplan.formats.dates import date_in_words
from handleplan.model.meeting import Decision, Meeting
from handleplan.report.entries import responsible
from handleplan.report.frame import (
    Material,
    case_facts,
    case_number_of,
    make_day,
    organisation_of,
    step_title,
    themes_of,
)
from handleplan.report.glossary import paper_glossary
from handleplan.report.prose import Prose, plain
from handleplan.report.view import SCHEMA_VERSION, Cell, Fact, Paper, Section, Table, Theme
from handleplan.spelling import nearest
from handleplan.steps import with_slugs


def build_minutes_paper(
    material: Material, meetings: Mapping[str, Meeting], wanted: str | None = None
) -> Paper:
    """Build the record of a meeting; of one that is still to come, its agenda.

    Args:
        material: what the paper is made of.
        meetings: the year's meetings by the names of their files.
        wanted: the name of the file or the id of the step; ``None`` means the latest one held by the day.

    Raises:
        Failure: there is no such meeting, or none was held.
    """
    meeting = _find(material, meetings, wanted)
    texts = material.texts
    held = is_over(meeting, material.today)
    name = plain(texts.label("minutes")) if held else texts.message("report.agenda")
    sections = tuple(
        filter(None, (_agenda(material, meeting), _decisions(material, meeting) if held else None))
    )
    case_number = case_number_of(material.cover)
    slugs = with_slugs(meeting, material.config.themes_of(material.year)).themes
    themes = tuple(themes_of(material.config, material.year, slugs).values())
    return Paper(
        schema_version=SCHEMA_VERSION,
        kind="minutes",
        name=name,
        language=texts.language,
        title=f"{name}: {step_title(meeting.step, material)}",
        year=material.year,
        day=make_day(meeting.date, texts),
        stage=None,
        organisation=organisation_of(material.config, material.logo),
        themes=themes,
        facts=(*_facts(material, meeting, themes, held=held), *case_facts(case_number, texts)),
        case_number=case_number,
        contents=(),
        cover=sections,
        plans=(),
        glossary=paper_glossary(material.config, sections, (), texts.language),
    )


def _find(material: Material, meetings: Mapping[str, Meeting], wanted: str | None) -> Meeting:
    if not meetings:
        raise Failure("no-meetings", year=material.year)
    if wanted is None:
        held = [meeting for meeting in meetings.values() if meeting.date <= material.today]
        if not held:
            raise Failure("no-meetings-held", year=material.year, expected=tuple(meetings))
        return max(held, key=lambda one: one.date)
    found = meetings.get(wanted) or next((one for one in meetings.values() if one.step == wanted), None)
    if found is None:
        known = tuple(meetings)
        raise Failure(
            "unknown-meeting", meeting=wanted, year=material.year, nearest=nearest(wanted, known) or "", expected=known
        )  # fmt: skip
    return found


def is_over(meeting: Meeting, today: date) -> bool:
    """Tell whether minutes are wanted of a meeting and no agenda: from the day after, or once it has decided something."""
    return meeting.date < today or (meeting.date == today and bool(meeting.decisions))


def _facts(
    material: Material, meeting: Meeting, themes: tuple[Theme, ...], *, held: bool
) -> tuple[Fact, ...]:
    texts = material.texts
    found = (
        Fact(texts.message("report.meeting_day"), (date_in_words(meeting.date, texts.language),)),
        Fact(texts.message("report.place"), (plain(meeting.place),) if meeting.place else ()),
        Fact(plain(texts.label("theme")), tuple(theme.name for theme in themes)),
        Fact(texts.message("report.participants"), tuple(map(Prose, meeting.participants))),
        Fact(
            texts.message("report.papers_due"),
            (date_in_words(meeting.papers_due, texts.language),) if meeting.papers_due and not held else (),
        ),
    )
    return tuple(fact for fact in found if fact.texts)


def _agenda(material: Material, meeting: Meeting) -> Section | None:
    if not meeting.agenda:
        return None
    texts = material.texts
    kinds = any(item.kind for item in meeting.agenda)
    heads = (
        texts.message("report.number"),
        texts.message("report.item"),
        *((texts.message("report.item_kind"),) if kinds else ()),
    )
    rows = tuple(
        (
            Cell(str(number)),
            Cell(plain(item.title)),
            *((Cell(plain(texts.label(item.kind)) if item.kind else ""),) if kinds else ()),
        )
        for number, item in enumerate(meeting.agenda, 1)
    )
    name = texts.message("report.agenda")
    table = Table(None, heads, rows, row_head=1, numeric=(0,))
    return Section("agenda", "paper_agenda", name, name, None, "tables", tables=(table,))


def _decisions(material: Material, meeting: Meeting) -> Section:
    texts = material.texts
    name = texts.message("report.decisions")
    if not meeting.decisions:
        nothing = Prose(texts.message("report.no_decisions"))
        return Section("decisions", "paper_decisions", name, name, nothing, "tables")
    heads = (
        texts.message("report.number"),
        plain(texts.label("decision")),
        plain(texts.label("owner")),
        texts.message("report.deadline"),
        texts.message("report.state"),
    )
    rows = tuple(_decision(material, number, one) for number, one in enumerate(meeting.decisions, 1))
    table = Table(None, heads, rows, row_head=1, numeric=(0,))
    return Section("decisions", "paper_decisions", name, name, None, "tables", tables=(table,))


def _decision(material: Material, number: int, decision: Decision) -> tuple[Cell, ...]:
    texts = material.texts
    owner = responsible(decision.owner, material.config)
    done = decision.state == "done"
    late = not done and decision.due is not None and decision.due < material.today
    words = plain(texts.label("done")) if done else texts.message("report.open")
    words = texts.message("report.past_deadline", state=words) if late else words
    return (
        Cell(str(number)),
        Cell(Prose(decision.text)),
        Cell(owner.text if owner else ""),
        Cell(date_in_words(decision.due, texts.language) if decision.due else ""),
        Cell(words, state="late" if late else "done" if done else "planned"),
    )
