"""``handleplan papers``: a folder with everything for one meeting."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handleplan.cli import options
from handleplan.cli.session import Session, here, today

if TYPE_CHECKING:
    from datetime import date

    from handleplan.locale import Texts
    from handleplan.papers.occasion import Occasion
    from handleplan.report.frame import Material
    from handleplan.workspace import Workspace


def papers(
    context: typer.Context,
    meeting: Annotated[
        str, typer.Argument(metavar="MEETING", help="A step of the cycle, or a meeting's file.")
    ],
    workspace: options.Workspace = None,
    themes: Annotated[
        list[str] | None,
        typer.Option("--theme", metavar="THEME", help="A theme, repeatable. [default: those of the meeting]"),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The year. [default: the live one with the nearest meeting]")
    ] = None,
    as_of: options.AsOf = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="A format of the papers, repeatable. [default: pdf and docx where installed, else html]",
        ),
    ] = None,
    destination: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="FOLDER", help="Write here. [default: MEETING-YEAR, in this folder]"
        ),
    ] = None,
    language: options.Language = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there already.")] = False,
) -> None:
    """Put everything for one meeting into a folder: papers, overview, agenda, pictures and a mail to send them with.

    What is still missing is told first; then the paths of the files. Nothing is overwritten without --force.
    """
    from handleplan.cli import output
    from handleplan.cli.folder import write_folder
    from handleplan.formats.terminal import neutralise
    from handleplan.papers import extras
    from handleplan.papers.bundle import pieces_for, set_pieces, step_name
    from handleplan.papers.cover_mail import write_mail
    from handleplan.papers.filing import file_stem
    from handleplan.papers.lacking import lacking

    session: Session = context.obj
    asked = _known_formats(formats)
    opened = session.open_workspace(workspace, language)
    texts = session.texts(opened.config.labels)
    occasion = _occasion(opened, meeting, year, themes or [], today(as_of))
    material = _material(opened, texts, occasion, as_of)
    pieces = pieces_for(material, occasion)
    missing = lacking(material, occasion, opened.years())
    wanted = asked or extras.usual_formats()
    files = set_pieces(pieces, material, wanted, extras.slide_formats(), opened.own_templates)
    subject = (f"{texts.message('papers.mail')} {occasion.year}", step_name(occasion))
    mail = file_stem((*subject, material.today.isoformat()))
    files[f"{mail}.txt"] = write_mail(material, occasion, pieces)
    folder = destination or Path(f"{_folder_word(occasion)}-{occasion.year}")
    written = write_folder(here() / folder, files, force=force)
    if missing:
        output.note(texts.message("papers.missing"))
        for lack in missing:
            output.note(f"  {lack.text}")
            if lack.command:
                output.note(f"    {lack.command}")
    absent = extras.missing_extras(asked)
    if absent:
        told = {"formats": ", ".join(absent), "extras": _named(absent)}
        # An installation takes the place of the one before, so the additions that are there are asked for again
        missed = set(extras.missing_extras(())) - {*absent}
        everything = tuple(name for name in extras.NEEDED if name not in missed)
        output.note(texts.message("papers.extras", **told, all=_named(everything)))
    for path in written:
        output.write(neutralise((folder / path.name).as_posix()) + "\n")


def _named(formats: tuple[str, ...]) -> str:
    """Write the extras of formats as an installation takes them."""
    from handleplan.papers.extras import NEEDED

    return ",".join(NEEDED[name].name for name in formats)


def _known_formats(formats: list[str] | None) -> tuple[str, ...]:
    """Return the formats asked for, each once.

    Raises:
        BadParameter: there is no such format.
    """
    from handleplan.report.formats import FORMATS

    for name in formats or ():
        if name not in FORMATS:
            raise typer.BadParameter(f"--format {name!r} is not one of {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(formats or ()))


def _occasion(opened: "Workspace", word: str, year: int | None, themes: list[str], day: "date") -> "Occasion":
    """Find the meeting.

    Raises:
        Failure: there is no such meeting, theme or year.
        BrokenFilesError: a record has errors.
    """
    from handleplan.cycle import shown_years
    from handleplan.failure import Failure
    from handleplan.papers.occasion import find_occasion, narrow

    planned = opened.years()
    years = shown_years(opened.config, planned, day) if year is None else (year,)
    if not any(opened.config.agreement_of(one) for one in years):
        asked = year or day.year
        raise Failure("no-meetings-in-year", year=asked, expected=() if year is None else planned)
    records = {one: opened.named_meetings(one) for one in years}
    found = find_occasion(opened.config, records, word, day)
    if not themes:
        return found
    chosen = {opened.find_theme(theme, found.year) for theme in themes}
    known = [theme.slug for theme in opened.config.themes_of(found.year)]
    return narrow(opened.config, found, tuple(slug for slug in known if slug in chosen))


def _material(opened: "Workspace", texts: "Texts", occasion: "Occasion", as_of: "date | None") -> "Material":
    """Read what a meeting's papers are made of.

    Raises:
        Failure: the year has neither a plan nor a record of the meeting, or the logo is missing.
        BrokenFilesError: a file that is read has errors.
    """
    from handleplan.cli.report_material import logo_of
    from handleplan.failure import Failure
    from handleplan.report.frame import Material
    from handleplan.steps import YearData

    year = occasion.year
    data = YearData(year, opened.plans(year), opened.reports(year), opened.meetings(year))
    if not data.plans and not occasion.meetings:
        raise Failure("nothing-for-meeting", meeting=occasion.step.id, year=year)
    logo = logo_of(opened)
    return Material(opened.config, data, texts, today(as_of), opened.index(year), (), logo, as_of)


def _folder_word(occasion: "Occasion") -> str:
    return next(iter(occasion.meetings)) if occasion.single else occasion.step.id
