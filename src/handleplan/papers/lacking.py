"""What is still missing for a meeting, in words: plans, stages, status reports, the meeting's record and its agenda."""

from collections.abc import Iterable, Iterator

from handleplan.cycle import begun, reports_all, theme_window
from handleplan.formats.dates import date_in_words
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.model.values import STAGES
from handleplan.papers.occasion import Occasion, slugs_of
from handleplan.report.frame import Material, themes_of
from handleplan.report.prose import plain


def lacking(material: Material, occasion: Occasion) -> tuple[str, ...]:
    """Say what is missing for a meeting, the most fundamental first; nothing is missing where it is empty.

    Args:
        material: the year's plans, reports and meetings; stages of days after ``as_of`` do not count, as in the papers.
        occasion: the meeting.
    """
    return tuple(_lines(material, occasion))


def _lines(material: Material, occasion: Occasion) -> Iterator[str]:
    texts, needs = material.texts, occasion.step.needs
    wanted = occasion.themes or tuple(theme.slug for theme in material.config.themes_of(material.year))
    plans = material.data.plans
    unplanned = [slug for slug in wanted if slug not in plans] if needs else []
    if unplanned:
        yield texts.message("papers.no_plan", themes=_names(material, unplanned))
    if needs == "status-report":
        yield from _reports(material, occasion, {slug: plans[slug] for slug in wanted if slug in plans})
    elif needs:
        open_ones = [slug for slug in wanted if slug in plans and not _reaches(plans[slug], needs, material)]
        if open_ones:
            stage = plain(texts.label(needs))
            yield texts.message("papers.not_reached", stage=stage, themes=_names(material, open_ones))
    if occasion.step.done_by == "held" or needs is None:
        yield from _records(material, occasion, wanted)


def _reaches(plan: Plan, stage: str, material: Material) -> bool:
    return STAGES.index(plan.stages.reached(material.as_of)) >= STAGES.index(stage)


def _names(material: Material, slugs: Iterable[str]) -> str:
    return ", ".join(theme.name for theme in themes_of(material.config, material.year, tuple(slugs)).values())


def _reports(material: Material, occasion: Occasion, plans: dict[str, Plan]) -> Iterator[str]:
    texts = material.texts
    found = {slug: newest_report(material, occasion, slug) for slug in plans}
    without = [slug for slug, given in found.items() if given is None]
    if without:
        yield texts.message("papers.no_report", themes=_names(material, without))
    for slug, given in found.items():
        if given is None or reports_all(plans[slug], given[1]):
            continue
        told = {key for key, entry in given[1].activities.items() if entry.status is not None}
        wanted = [one for one in begun(plans[slug], given[1].date) if one.kind != "core_activity"]
        number = sum(one.entry.id not in told for one in wanted)
        yield texts.count("papers.unfinished", number, theme=_names(material, [slug]), round=given[0])


def newest_report(material: Material, occasion: Occasion, slug: str) -> tuple[str, StatusReport] | None:
    """Return a theme's newest report that is meant for a meeting, with its round, whether its day has come or not."""
    window = theme_window(occasion.step, material.year, slug, _for_themes(material, occasion))
    meant = [
        (name, report)
        for name, theme, report in material.data.reports
        if theme == slug and (report.meeting == occasion.step.id if report.meeting else report.date in window)
    ]
    return max(meant, key=lambda one: (one[1].date, one[0]), default=None)


def _for_themes(material: Material, occasion: Occasion) -> list[Meeting]:
    """Return the step's records with their themes by slug, as the calendar compares them."""
    return [
        meeting.model_copy(update={"themes": slugs_of(material.config, material.year, meeting)})
        for meeting in material.data.meetings
        if meeting.step == occasion.step.id
    ]


def _records(material: Material, occasion: Occasion, wanted: tuple[str, ...]) -> Iterator[str]:
    texts = material.texts
    met = [slugs_of(material.config, material.year, one) or wanted for one in occasion.meetings.values()]
    unmet = [slug for slug in wanted if not any(slug in slugs for slugs in met)]
    if unmet and met:
        yield texts.message("papers.no_record_for", themes=_names(material, unmet))
    elif unmet or not met:
        yield texts.message("papers.no_record")
    for meeting in occasion.meetings.values():
        if not meeting.agenda:
            yield texts.message("papers.no_agenda", date=date_in_words(meeting.date, texts.language))
