"""The kinds of papers, and the pictures that can stand alone: from the word of ``--kind`` to what builds it."""

from collections.abc import Mapping

from handleplan.cycle import live_window
from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Placed, Plan
from handleplan.progress import ActivityStatus, activities_of
from handleplan.report.frame import Material, is_open, themes_of
from handleplan.report.view import Paper, Picture, Track, TrackGroup


def build_paper(
    kind: str,
    material: Material,
    *,
    round_: str | None = None,
    meeting: str | None = None,
    meetings: Mapping[str, Meeting] | None = None,
) -> Paper:
    """Build a paper of a kind; only the builder that is needed is loaded.

    Args:
        kind: one of ``PaperKind``.
        material: what the paper is made of.
        round_: the round of a status report; ``None`` means the latest.
        meeting: the meeting of minutes; ``None`` means the latest held.
        meetings: the year's meetings by the names of their files, for minutes.

    Raises:
        Failure: there is nothing to report.
    """
    if kind == "status":
        from handleplan.report.status_paper import build_status_paper

        return build_status_paper(material, round_)
    if kind == "overview":
        from handleplan.report.overview_paper import build_overview_paper

        return build_overview_paper(material)
    if kind == "onepage":
        from handleplan.report.onepage_paper import build_onepage_paper

        return build_onepage_paper(material)
    if kind == "minutes":
        from handleplan.report.minutes_paper import build_minutes_paper

        return build_minutes_paper(material, meetings or {}, meeting)
    from handleplan.report.plan_paper import build_plan_paper

    return build_plan_paper(
        material.config,
        material.data.plans,
        year=material.year,
        texts=material.texts,
        index=material.cover,
        chosen=material.chosen,
        as_of=material.as_of,
        logo=material.logo,
    )


def build_picture(kind: str, material: Material) -> Picture:
    """Build the picture that stands alone: ``wheel`` or ``timeline``, as things are on the day.

    Raises:
        Failure: the year has no cycle to draw.
    """
    if kind == "wheel":
        from handleplan.report.wheel import make_wheel

        cycle = material.config.cycle_of(material.year)
        if not cycle:
            raise Failure("no-cycle", year=material.year)
        live = live_window(material.config, material.year)
        today = material.today if live and material.today in live else None  # else no step is at hand
        return make_wheel(cycle, material.year, material.texts, today)
    from handleplan.report.timeline import make_timeline

    groups = tuple(group for slug, plan in material.plans.items() for group in _groups(material, slug, plan))
    return make_timeline(groups, material.year, material.texts, anchor="paper_timeline", day=material.today)


def _groups(material: Material, slug: str, plan: Plan) -> tuple[TrackGroup, ...]:
    """Group a plan's activities with what was last reported on each; of a plan that is not agreed yet, as it has them."""
    from handleplan.report.timeline import planned_track, track_groups

    mine = tuple(activities_of(material.data, material.today, (slug,)))
    told = {placed.path: one for placed, one in zip(plan.activities(), mine, strict=True)}
    name = themes_of(material.config, material.year, (slug,))[slug].name if len(material.plans) > 1 else None
    is_plan = is_open(plan.stages.reached(material.today)) and not any(one.status for one in mine)

    def make_track(placed: Placed) -> Track:
        if is_plan:
            return planned_track(placed, material.texts)
        return _track(placed, told[placed.path], material.texts)

    return track_groups(plan.activities(), plan, material.texts, make_track, name)


def _track(placed: Placed, one: ActivityStatus, texts: Texts) -> Track:
    from handleplan.report.timeline import label_of, state_words

    status = one.status or "not_reported"
    words = state_words(status, texts, late=one.late)
    return Track(label_of(placed), placed.entry.quarters, status, words, late=one.late)
