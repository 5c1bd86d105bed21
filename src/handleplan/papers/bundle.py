"""Which papers and pictures a meeting gets, under which names, set in the formats that are wanted."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from handleplan.papers.filing import distinct, file_stem
from handleplan.papers.occasion import Occasion, slugs_of
from handleplan.report.formats import FORMATS, render
from handleplan.report.frame import Material, themes_of
from handleplan.report.kinds import build_paper, build_picture
from handleplan.report.prose import plain
from handleplan.report.slides import SLIDE_FORMATS, render_picture
from handleplan.report.timeline import FEWEST
from handleplan.report.view import Paper, Picture, Stage


class Piece(NamedTuple):
    """A paper or a picture, and the name of its files without ending."""

    stem: str
    content: Paper | Picture


def pieces_for(material: Material, occasion: Occasion) -> tuple[Piece, ...]:
    """Build what a meeting gets: agendas, the papers its step needs, the overview, pictures; in the order people read.

    Nothing is built of what is not there: no plans no papers of them, no record no agenda.
    """
    found = list(_pieces(material._replace(chosen=_chosen(material, occasion)), occasion))
    stems = distinct(file_stem(parts) for parts, _ in found)
    return tuple(Piece(stem, content) for stem, (_, content) in zip(stems, found, strict=True))


def set_pieces(
    pieces: Iterable[Piece],
    material: Material,
    formats: Sequence[str],
    slide_formats: Sequence[str],
    own_templates: Path | None,
) -> dict[str, str | bytes]:
    """Set papers and pictures in formats; the contents by the names of the files.

    Raises:
        Failure: a template of the workspace is broken, or a format needs an extra that is not installed.
    """
    organisation = material.config.organisation
    colour = organisation.colour if organisation else None
    files: dict[str, str | bytes] = {}
    for stem, content in pieces:
        if isinstance(content, Paper):
            for name in formats:
                files[stem + FORMATS[name].suffixes[0]] = render(content, name, material.texts, own_templates)
        else:
            for name in slide_formats:
                files[stem + SLIDE_FORMATS[name][0]] = render_picture(content, name, colour)
    return files


def _chosen(material: Material, occasion: Occasion) -> tuple[str, ...]:
    return tuple(slug for slug in occasion.themes if slug in material.data.plans)


def _pieces(material: Material, occasion: Occasion) -> Iterator[tuple[tuple[str, ...], Paper | Picture]]:
    """Yield papers and pictures with the parts of their names."""
    yield from _agendas(material, occasion)
    # A meeting about certain themes none of which has a plan is not about the others
    plans = material.plans if material.chosen or not occasion.themes else {}
    if occasion.step.needs == "status-report":
        yield from _status_papers(material, occasion, tuple(plans))
    if occasion.step.needs and plans:
        yield from _plan_papers(material, each=occasion.step.needs != "status-report")
    day = material.today.isoformat()
    if plans:
        overview = build_paper("overview", material)
        yield (_of_year(overview.name, material), _theme_names(material), day), overview
    texts = material.texts
    yield (_of_year(plain(texts.label("cycle")), material), day), build_picture("wheel", material)
    for slug in plans:
        part = material._replace(chosen=(slug,))
        if sum(bool(placed.entry.quarters) for placed in part.plans[slug].activities()) >= FEWEST:
            name = _of_year(plain(texts.label("quarters")), part)
            yield (name, _theme_names(part), day), build_picture("timeline", part)


def _of_year(name: str, material: Material) -> str:
    return f"{name} {material.year}"


def _theme_names(material: Material) -> str:
    return ", ".join(
        theme.name for theme in themes_of(material.config, material.year, material.chosen).values()
    )


def _agendas(material: Material, occasion: Occasion) -> Iterator[tuple[tuple[str, ...], Paper]]:
    """Yield the agenda of every record, or what was decided where the meeting is past."""
    for name, meeting in occasion.meetings.items():
        paper = build_paper("minutes", material, meeting=name, meetings=occasion.meetings)
        slugs = slugs_of(material.config, material.year, meeting)
        about = ", ".join(one.name for one in themes_of(material.config, material.year, slugs).values())
        parts = (_of_year(paper.name, material), step_name(occasion), about, meeting.date.isoformat())
        yield parts, paper


def step_name(occasion: Occasion) -> str:
    """Return what a meeting is called."""
    return plain(occasion.step.title or occasion.step.id)


def _plan_papers(material: Material, *, each: bool) -> Iterator[tuple[tuple[str, ...], Paper]]:
    """Yield the handleplan of all themes wanted, with ``each`` followed by one of every theme."""
    for part in _whole_and_single(material, tuple(material.plans), each=each):
        paper = build_paper("plan", part)
        stage = _stage_word(paper.stage, part) if paper.stage else ""
        days = [day.date for day in (paper.day, paper.stage.day if paper.stage else None) if day]
        yield (_of_year(paper.name, part), _theme_names(part), stage, _newest(days, part)), paper


def _status_papers(
    material: Material, occasion: Occasion, slugs: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Paper]]:
    """Yield the status reports that are meant for the meeting: of each round the whole and one of every theme."""
    rounds: dict[str, list[str]] = {}
    themes = material.config.themes_of(material.year)
    for slug in slugs:
        found = material.data.newest_report(occasion.step, slug, themes)
        if found:
            rounds.setdefault(found[0], []).append(slug)
    for name in sorted(rounds):
        for part in _whole_and_single(material, tuple(rounds[name]), each=True):
            paper = build_paper("status", part, round_=name)
            days = [paper.day.date] if paper.day else []
            yield (_of_year(paper.name, part), _theme_names(part), _newest(days, part)), paper


def _whole_and_single(material: Material, slugs: tuple[str, ...], *, each: bool) -> Iterator[Material]:
    if len(slugs) > 1:
        yield material._replace(chosen=slugs if material.chosen else ())
    if len(slugs) == 1 or each:
        for slug in slugs:
            yield material._replace(chosen=(slug,))


def _stage_word(stage: Stage, material: Material) -> str:
    return material.texts.message(f"papers.stage.{stage.name}")


def _newest(days: list[date], material: Material) -> str:
    return max(days, default=material.today).isoformat()
