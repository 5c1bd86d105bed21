"""The mail that goes with a meeting's papers: when and where, and what is attached."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, TypeAlias

from handleplan.formats.dates import date_in_words
from handleplan.model.meeting import Meeting
from handleplan.papers.bundle import Piece, step_name
from handleplan.papers.occasion import Occasion, slugs_of
from handleplan.report.frame import Material, themes_of
from handleplan.report.minutes_paper import is_over
from handleplan.report.prose import Prose, plain

Kind: TypeAlias = Literal["meeting", "minutes", "papers"]
# The subject and the first sentence: before a meeting, after it, and of papers that no meeting is about
_WORDS: Mapping[Kind, tuple[str, str]] = {
    "meeting": ("mail.subject", "mail.opening"),
    "minutes": ("mail.subject-held", "mail.opening-held"),
    "papers": ("mail.subject-papers", "mail.opening-papers"),
}


def write_mail(material: Material, occasion: Occasion, pieces: Sequence[Piece]) -> str:
    """Write the mail: its subject on the first line, the text below; plain text, one line a paragraph.

    Args:
        material: what the papers are made of.
        occasion: the meeting.
        pieces: the papers and pictures that go with it. What is still missing is for the one who sends it.
    """
    texts = material.texts
    meetings = occasion.meetings.values()
    days = sorted(meeting.date for meeting in meetings)
    held = bool(days) and all(is_over(meeting, material.today) for meeting in meetings)
    kind: Kind = "minutes" if held else "papers" if occasion.step.done_by == "papers" else "meeting"
    subject, opening = _WORDS[kind]
    values = {"meeting": step_name(occasion), "year": material.year}
    on = f", {date_in_words(days[0], texts.language)}" if len(days) == 1 else ""
    blocks = (
        [texts.message(subject, **values) + on],
        [texts.message("mail.greeting")],
        [texts.message(opening, **values)],
        *(list(_facts(material, one, several=len(days) > 1)) for one in occasion.meetings.values()),
        [texts.message("mail.attached"), *(f"- {piece.stem}" for piece in pieces)],
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
    )
    yield from (f"{label}: {value}" for label, value in found if value)


def _sender(material: Material) -> tuple[str, ...]:
    organisation = material.config.organisation
    return (plain(organisation.name),) if organisation else ()
