"""The paper of kind *plan*: one theme's plan, several, or the whole handleplan with its cover."""

from collections.abc import Collection, Mapping
from datetime import date

from handleplan.cycle import step_window
from handleplan.formats.dates import period_in_words
from handleplan.locale import Texts
from handleplan.model.config import Config, Step
from handleplan.model.index import Index
from handleplan.model.plan import Plan
from handleplan.model.values import MONTHS, STAGES
from handleplan.report.entries import EntryMaker, inline, responsible
from handleplan.report.frame import (
    case_facts,
    case_number_of,
    is_open,
    make_day,
    make_stage,
    organisation_of,
    stage_facts,
    stage_of,
    themes_of,
)
from handleplan.report.glossary import paper_glossary
from handleplan.report.prose import plain
from handleplan.report.sections import make_section, plan_sections, text_section
from handleplan.report.timeline import plan_timeline
from handleplan.report.view import (
    SCHEMA_VERSION,
    ContentsItem,
    CycleStep,
    Paper,
    Section,
    Stage,
    Theme,
    ThemePlan,
)
from handleplan.report.wheel import make_wheel


def build_plan_paper(
    config: Config,
    plans: Mapping[str, Plan],
    *,
    year: int,
    texts: Texts,
    index: Index | None = None,
    chosen: Collection[str] = (),
    as_of: date | None = None,
    logo: str | None = None,
) -> Paper:
    """Build the paper of kind *plan*.

    Args:
        config: the workspace.
        plans: the year's plans by theme, in the papers' order; not chosen ones may be among them.
        year: the year.
        texts: the language of the paper, with the workspace's labels.
        index: the year's cover, if it has one.
        chosen: the themes wanted; none means the whole handleplan. One alone prints as its plan, without a cover.
        as_of: the day whose stages count; ``None`` means the last ones given.
        logo: the organisation's logo as a ``data:`` address.
    """
    wanted = {theme: plan for theme, plan in plans.items() if not chosen or theme in chosen}
    themes = themes_of(config, year, wanted)
    views = tuple(_theme_plan(config, plan, themes[theme], texts, as_of) for theme, plan in wanted.items())
    alone = views[0] if len(chosen) == 1 and len(views) == 1 else None
    cover = () if alone else _cover(config, index, year, texts)
    glossary = paper_glossary(config, cover, views, texts.language)
    stage = (alone and alone.stage) or _earliest(views, texts)
    day = alone.day if alone else make_day(index.date if index else None, texts)
    case_number = case_number_of(index)
    return Paper(
        schema_version=SCHEMA_VERSION,
        kind="plan",
        name=plain(texts.label("plan")),
        language=texts.language,
        title=alone.title if alone else _title(index, year, texts),
        year=year,
        day=day,
        stage=stage,
        organisation=organisation_of(config, logo),
        themes=tuple(themes.values()),
        facts=(*stage_facts(stage, day, texts), *case_facts(case_number, texts)),
        case_number=case_number,
        contents=() if alone else _contents(cover, views, texts, glossary=bool(glossary)),
        cover=None if alone else cover,
        plans=views,
        glossary=glossary,
    )


def _theme_plan(config: Config, plan: Plan, theme: Theme, texts: Texts, as_of: date | None) -> ThemePlan:
    maker = EntryMaker(config, plan, theme.slug)
    stage = stage_of(plan, texts, as_of)
    day = make_day(plan.date, texts)
    timeline = plan_timeline(plan, theme.slug, texts)
    return ThemePlan(
        anchor=theme.slug,
        theme=theme,
        title=plain(plan.title),
        year=plan.year,
        day=day,
        stage=stage,
        owner=responsible(plan.owner, config),
        facts=stage_facts(stage, day, texts),
        shows_ids=is_open(stage.name),
        numbered_goals=any(placed.entry.goals for placed in plan.activities())
        or any(area.goals for area in plan.focus_areas),
        sections=(*plan_sections(plan, maker, texts), *((timeline,) if timeline else ())),
    )


def _title(index: Index | None, year: int, texts: Texts) -> str:
    return plain(index.title) if index and index.title else f"{plain(texts.label('plan'))} {year}"


def _earliest(views: tuple[ThemePlan, ...], texts: Texts) -> Stage:
    """Make the stage of several plans: that of the one least far, with its day if all of that stage share it."""
    name = min((_name(view) for view in views), key=STAGES.index, default=STAGES[0])
    days = {
        view.stage.day.date if view.stage and view.stage.day else None
        for view in views
        if _name(view) == name
    }
    return make_stage(name, days.pop() if len(days) == 1 else None, texts)


def _name(view: ThemePlan) -> str:
    return view.stage.name if view.stage else STAGES[0]


def _cover(config: Config, index: Index | None, year: int, texts: Texts) -> tuple[Section, ...]:
    found = (
        *((_introduction(index, texts), _dialogue_model(index, texts)) if index else ()),
        _cycle(config, index, year, texts),
    )
    return tuple(section for section in found if section is not None)


def _introduction(index: Index, texts: Texts) -> Section | None:
    """Make the introduction, whose heading is hidden unless the cover asks for one."""
    wish = index.sections.introduction
    name = texts.message("report.introduction")
    section = text_section("introduction", "paper_introduction", name, wish, index.introduction)
    if section is None or (wish and wish.heading):
        return section
    return section._replace(heading=None)


def _dialogue_model(index: Index, texts: Texts) -> Section | None:
    name = plain(texts.label("dialogue_model"))
    wish = index.sections.dialogue_model
    return text_section("dialogue_model", "paper_dialogue_model", name, wish, index.dialogue_model)


def _cycle(config: Config, index: Index | None, year: int, texts: Texts) -> Section | None:
    cycle = config.cycle_of(year)
    if not cycle:
        return None
    steps = tuple(_cycle_step(step, year, texts) for step in cycle)
    wish = index.sections.cycle if index else None
    wheel = make_wheel(cycle, year, texts)
    name = plain(texts.label("cycle"))
    return make_section("cycle", "paper_cycle", name, wish, "steps", steps=steps, pictures=(wheel,))


def _cycle_step(step: Step, year: int, texts: Texts) -> CycleStep:
    if step.month is not None:
        when = MONTHS[texts.language][step.month - 1].capitalize()
    else:
        window = step_window(step, year)
        when = period_in_words(window.first, window.last, texts.language)
    return CycleStep(step.id, when, inline(step.text), plain(step.title) if step.title else None)


def _contents(
    cover: tuple[Section, ...], views: tuple[ThemePlan, ...], texts: Texts, *, glossary: bool
) -> tuple[ContentsItem, ...]:
    sections = (ContentsItem(section.heading, section.anchor) for section in cover if section.heading)
    plans = (ContentsItem(view.title, view.anchor) for view in views)
    last = (ContentsItem(plain(texts.label("glossary")), "paper_glossary"),) if glossary else ()
    return (*sections, *plans, *last)
