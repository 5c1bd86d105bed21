"""The mail that goes with a meeting's papers: when and where, what is attached, what is still missing."""

from collections.abc import Iterator, Sequence
from itertools import chain

from handleplan.formats.dates import date_in_words
from handleplan.model.meeting import Meeting
from handleplan.papers.bundle import Piece, step_name
from handleplan.papers.lacking import Lack
from handleplan.papers.occasion import Occasion, slugs_of
from handleplan.report.frame import Material, themes_of
from handleplan.report.prose import Prose, plain


def write_mail(
    material: Material, occasion: Occasion, pieces: Sequence[Piece], missing: Sequence[Lack]
) -> str:
    """Write the mail: its subject on the first line, the text below; plain text, one line a paragraph.

    Args:
        material: what the papers are made of.
        occasion: the meeting.
        pieces: the papers and pictures that go with it.
        missing: what is still missing; readers of the mail are told no commands.
    """
    texts = material.texts
    days = sorted(meeting.date for meeting in occasion.meetings.values())
    held = bool(days) and days[-1] <= material.today
    values = {"meeting": step_name(occasion), "year": material.year}
    on = f", {date_in_words(days[0], texts.language)}" if len(days) == 1 else ""
    blocks = (
        [texts.message("mail.subject", **values) + on],
        [texts.message("mail.greeting")],
        [texts.message("mail.held" if held else "mail.opening", **values)],
        *(list(_facts(material, one, several=len(days) > 1)) for one in occasion.meetings.values()),
        [texts.message("mail.attached"), *(f"- {piece.stem}" for piece in pieces)],
        *([[texts.message("mail.missing"), *(f"- {lack.text}" for lack in missing)]] if missing else []),
        [texts.message("mail.closing")],
        [texts.message("mail.regards"), *_sender(material)],
    )
    return "\n".join(chain.from_iterable((*block, "") for block in blocks))


def _facts(material: Material, meeting: Meeting, *, several: bool) -> Iterator[str]:
    """Yield when and where a meeting is; of which themes, where there are several."""
    texts = material.texts
    slugs = slugs_of(material.config, material.year, meeting) if several else ()
    themes = themes_of(material.config, material.year, slugs).values()
    found = (
        (plain(texts.label("theme")), ", ".join(theme.name for theme in themes)),
        (texts.message("report.meeting_day"), date_in_words(meeting.date, texts.language)),
        (texts.message("report.place"), plain(meeting.place or "")),
        (
            texts.message("report.participants"),
            ", ".join(plain(Prose(one).visible) for one in meeting.participants),
        ),
        (
            texts.message("report.papers_due"),
            date_in_words(meeting.papers_due, texts.language) if meeting.papers_due else "",
        ),
    )
    yield from (f"{label}: {value}" for label, value in found if value)


def _sender(material: Material) -> tuple[str, ...]:
    organisation = material.config.organisation
    return (plain(organisation.name),) if organisation else ()
