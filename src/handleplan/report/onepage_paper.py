"""The paper of kind *onepage*: one theme on one side of A4, with what does not fit counted instead of printed."""

from collections.abc import Iterator

from handleplan.model.plan import Plan
from handleplan.report.entries import EntryMaker
from handleplan.report.frame import (
    Material,
    case_facts,
    case_number_of,
    is_open,
    make_day,
    organisation_of,
    stage_facts,
    stage_of,
    themes_of,
)
from handleplan.report.measure import wrap
from handleplan.report.prose import Prose, plain
from handleplan.report.sections import plan_sections
from handleplan.report.view import SCHEMA_VERSION, Area, Entry, Fact, Paper, Section, Stage, ThemePlan

# What the page leaves out altogether
LEFT_OUT = {"background", "governance", "extra"}
# The room of a page in lines of its type, and their length in the size of that type; the style sheet sets them so
# (`.kind-onepage`), and tests/browser/test_sheet.py asks a browser whether that is true.
LINES, LENGTH = 61.0, 55.0
# What the head takes with a title of one line, each further line of it, a logo, a mark, and a line of facts
_HEAD, _TITLE, _TITLE_LENGTH, _LOGO, _MARK, _FACT = 6.2, 1.7, 32.0, 2.8, 1.9, 1.2
# How many lines a section's heading takes with the space around it, a focus area's, and the line that leads in its
# activities; what stands for the space below an entry; what quarters take of a line's length, or as a line of their own
_HEADING, _AREA, _LEAD, _GAP, _TIMED, _SCHEDULE = 1.9, 1.5, 1.15, 0.11, 7.0, 1.1
# As much of the page may one text of the plan take
_SHARE = 0.25


def build_onepage_paper(material: Material) -> Paper:
    """Build the page of the one theme chosen."""
    ((slug, plan),) = material.plans.items()
    texts, config = material.texts, material.config
    theme = themes_of(config, material.year, (slug,))[slug]
    stage, day = stage_of(plan, texts, material.as_of), make_day(plan.date, texts)
    case_number = case_number_of(material.cover)
    facts = (*stage_facts(stage, day, texts), *case_facts(case_number, texts))
    whole = tuple(filter(None, map(_short, plan_sections(plan, EntryMaker(config, plan, slug), texts))))
    part = ThemePlan(
        anchor=slug,
        theme=theme,
        title=plain(plan.title),
        year=plan.year,
        day=day,
        stage=stage,
        owner=None,
        facts=facts,
        shows_ids=is_open(stage.name),
        numbered_goals=False,
        sections=tuple(_fit(whole, _room(plan, stage, facts, material), material)),
    )
    return Paper(
        schema_version=SCHEMA_VERSION,
        kind="onepage",
        name=plain(texts.label("onepage")),
        language=texts.language,
        title=part.title,
        year=plan.year,
        day=day,
        stage=stage,
        organisation=organisation_of(config, material.logo),
        themes=(theme,),
        facts=facts,
        case_number=case_number,
        contents=(),
        cover=None,
        plans=(part,),
        glossary=(),
    )


def _short(section: Section) -> Section | None:
    """Leave out of a section what a page that is read in a minute does not need."""
    if section.key in LEFT_OUT:
        return None
    return section._replace(
        entries=tuple(map(_bare, section.entries)),
        areas=tuple(Area(_bare(area.entry), None, tuple(map(_bare, area.activities))) for area in section.areas),
        heading=section.heading or section.name,
    )  # fmt: skip


def _bare(entry: Entry) -> Entry:
    return entry._replace(owner=None, partners=(), goals=(), continues=(), note=None)


def _room(plan: Plan, stage: Stage, facts: tuple[Fact, ...], material: Material) -> float:
    """Return how many lines are left below the head."""
    title = len(wrap(plain(plan.title), _TITLE_LENGTH, 1, bold=True)) - 1
    told = " · ".join(f"{fact.label or ''}: {fact.texts[0]}" for fact in facts)
    head = _HEAD + _TITLE * title + (_LOGO if material.logo else 0) + (_MARK if stage.mark else 0)
    return LINES - head - _FACT * len(wrap(told, LENGTH, 1))


def _fit(sections: tuple[Section, ...], room: float, material: Material) -> Iterator[Section]:
    """Share the page among the sections: entries are taken in turn, one from each, as long as there is room."""
    whole = room
    room -= _HEADING * len(sections)
    texts = {section.key: _text_lines(section) for section in sections if section.text}
    room -= sum(_lines(section.intro) for section in sections)
    kept_texts = set()
    for key in ("vision", "purpose"):
        if key in texts and texts[key] <= min(whole * _SHARE, room):
            kept_texts.add(key)
            room -= texts[key]
    room += _HEADING * len(texts.keys() - kept_texts)
    lists = {section.anchor: list(_costs(section)) for section in sections if not section.text}
    room -= sum(bool(costs) for costs in lists.values())  # a line each for what is left out
    taken = _shares(lists, room)
    for section in sections:
        if section.text is None:
            yield _cut(section, taken[section.anchor], material)
        elif section.key in kept_texts:
            yield section


def _shares(lists: dict[str, list[float]], room: float) -> dict[str, int]:
    """Return how many entries of each list are printed, given what each of them costs."""
    taken = dict.fromkeys(lists, 0)
    unfinished = [name for name, costs in lists.items() if costs]
    while unfinished:
        for name in tuple(unfinished):
            costs = lists[name]
            if costs[taken[name]] > room:
                unfinished.remove(name)
                continue
            room -= costs[taken[name]]
            taken[name] += 1
            if taken[name] == len(costs):
                unfinished.remove(name)
                room += 1  # nothing of it is left out
    return taken


def _costs(section: Section) -> Iterator[float]:
    """Yield the lines of each entry, a focus area's heading counted with its first."""
    for entry in section.entries:
        yield _paragraph_lines(entry) if section.style == "paragraphs" else _entry_lines(entry)
    for area in section.areas:
        heading = _AREA + _lines(area.entry.text) + (_SCHEDULE if area.entry.schedule else 0)
        if not area.activities:
            yield heading
        for number, activity in enumerate(area.activities):
            yield _entry_lines(activity) + (heading + _LEAD if number == 0 else 0)


def _entry_lines(entry: Entry) -> float:
    text = " – ".join(filter(None, (entry.title, entry.text.visible if entry.text else None)))
    if entry.id:
        text += f" ({entry.id})"
    return len(wrap(text, LENGTH - (_TIMED if entry.schedule else 1.5), 1)) + _GAP * (
        2 if entry.schedule else 1
    )


def _paragraph_lines(entry: Entry) -> float:
    """Return the lines of an entry whose title, text and quarters stand below each other."""
    title = len(wrap(entry.title, LENGTH, 1, bold=True)) + _GAP if entry.title else 0.0
    return title + _lines(entry.text) + (_SCHEDULE if entry.schedule else 0)


def _lines(text: Prose | None) -> float:
    return len(wrap(text.visible, LENGTH, 1)) + _GAP if text else 0.0


def _text_lines(section: Section) -> float:
    assert section.text is not None
    return sum(len(wrap(part, LENGTH - 2, 1)) + _GAP * 2 for part in section.text.visible.split("\n"))


def _cut(section: Section, number: int, material: Material) -> Section:
    """Keep the first entries of a section, and say how many are left out."""
    whole = sum(1 for _ in _costs(section))
    more = material.texts.count("report.more", whole - number) if number < whole else None
    areas = []
    left = number
    for area in section.areas:
        size = max(len(area.activities), 1)
        if left > 0:
            areas.append(area._replace(activities=area.activities[:left]))
        left -= size
    return section._replace(entries=section.entries[:number], areas=tuple(areas), more=more)
