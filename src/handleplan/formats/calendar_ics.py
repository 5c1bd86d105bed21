"""Events as iCalendar (RFC 5545), made so that importing a newer file changes the events of an older one.

Calendars find the event of the same UID and keep the one with the higher SEQUENCE, and where that is the same the one with
the later DTSTAMP (RFC 5546, 2.1.5; for Outlook https://learn.microsoft.com/openspecs/exchange_standards/ms-stanoical says
so). Both follow from the moment at which the file is made, to the minute.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from handleplan.cycle import day_after
from handleplan.events import Event, MeetingDay, QuarterEnd
from handleplan.formats.status_words import Words
from handleplan.locale import Texts
from handleplan.model.config import Config
from handleplan.report.prose import Prose, plain
from handleplan.status import Status, StepStatus
from handleplan.themes import normalise

if TYPE_CHECKING:
    import icalendar

# SEQUENCE counts minutes from here: small enough for the 32 bits that the standard gives an integer.
FIRST_DAY = date(2020, 1, 1)
LARGEST = 2**31 - 1
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def render(events: tuple[Event, ...], status: Status, config: Config, texts: Texts, stamp: datetime) -> str:
    """Return events as an .ics file, lines folded and ended as the standard says.

    Args:
        events: the events.
        status: what they were made of.
        config: the workspace: whose calendar it is.
        texts: the reader's language.
        stamp: when the calendar is made, in UTC.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//handleplan//handleplan//{texts.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    office = config.organisation.name if config.organisation else ""
    name = plain(f"{texts.label('plan')} – {office}" if office else texts.label("plan"))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", DAY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    writer = _Writer(status, texts, _host(office), stamp)
    for event in events:
        calendar.add_component(writer.event(event))
    content: bytes = calendar.to_ical()
    return content.decode()


def _host(office: str) -> str:
    """Return what follows the @ in a UID: the office, so that two offices' events never meet."""
    letters = (letter if letter.isalnum() else "-" for letter in normalise(office))
    words = "-".join(filter(None, "".join(letters).split("-")))
    return f"{quote(words)}.handleplan" if words else "handleplan"


class _Writer:
    """Writes events, each with what is due in its description."""

    def __init__(self, status: Status, texts: Texts, host: str, stamp: datetime) -> None:
        self.words = Words(status, texts)
        self.texts = texts
        self.host = host
        self.stamp = stamp
        since = stamp.replace(tzinfo=None) - datetime.combine(FIRST_DAY, datetime.min.time())
        self.sequence = min(max(since // MINUTE, 0), LARGEST)

    def event(self, event: Event) -> "icalendar.Event":
        import icalendar

        entry = icalendar.Event()
        entry.add("uid", f"{quote(event.key)}@{self.host}")
        entry.add("dtstamp", self.stamp)
        entry.add("last-modified", self.stamp)
        entry.add("sequence", self.sequence)
        entry.add("dtstart", event.first)
        entry.add("dtend", day_after(event.last))
        entry.add("summary", plain(self._summary(event)))
        description = "\n".join(plain(line) for line in self._description(event))
        if description:
            entry.add("description", description)
        if isinstance(event.subject, MeetingDay) and not event.subject.papers and event.subject.meeting.place:
            entry.add("location", plain(event.subject.meeting.place))
        # Nobody's days are taken: no time of day is known, so every event is one to know of.
        entry.add("transp", "TRANSPARENT")
        entry.add("x-microsoft-cdo-busystatus", "FREE")
        entry.add("x-microsoft-cdo-alldayevent", "TRUE")
        return entry

    def _summary(self, event: Event) -> str:
        subject, message = event.subject, self.texts.message
        if isinstance(subject, StepStatus):
            return message("calendar.step", step=subject.title, year=event.year)
        if isinstance(subject, MeetingDay):
            key = "calendar.papers" if subject.papers else "calendar.meeting"
            themes = subject.meeting.themes
            name = f"{subject.title} – {self.words.themes(event.year, themes)}" if themes else subject.title
            return message(key, meeting=name, year=event.year)
        owner = subject.owner or self.texts.message("calendar.nobody")
        quarter = f"Q{subject.quarter} {event.year}"
        if not subject.open:
            return message("calendar.quarter.settled", quarter=quarter, owner=owner)
        return self.texts.count("calendar.quarter", len(subject.open), quarter=quarter, owner=owner)

    def _description(self, event: Event) -> Iterator[str]:
        if isinstance(event.subject, StepStatus):
            return self._step(event.subject)
        if isinstance(event.subject, MeetingDay):
            return self._meeting(event.year, event.subject)
        return self._quarter(event.year, event.subject)

    def _step(self, step: StepStatus) -> Iterator[str]:
        label = self.texts.label
        if step.text:
            yield Prose(step.text).visible
        if step.responsible:
            yield f"{label('owner')}: {step.responsible}"
        if step.participants:
            yield self._participants(step.participants)
        if step.needs:
            yield self.texts.message("calendar.needs", paper=self.words.paper(step.needs))
        for state, same in groupby(sorted(step.themes.items(), key=lambda one: one[1].state), key=_state):
            themes = tuple(theme for theme, _ in same)
            yield f"{label(state)}: {self.words.themes(step.year, themes)}"
        missing = [theme for theme, one in step.themes.items() if one.missing and one.state != "done"]
        if missing and step.needs:
            values = {"paper": self.words.paper(step.needs), "themes": self.words.themes(step.year, missing)}
            yield self.texts.message("status.missing", **values)

    def _participants(self, participants: tuple[str, ...]) -> str:
        names = ", ".join(Prose(one).visible for one in participants)
        return self.texts.message("calendar.participants", names=names)

    def _meeting(self, year: int, day: MeetingDay) -> Iterator[str]:
        meeting, message = day.meeting, self.texts.message
        if day.papers:
            yield message("calendar.held", date=self.words.day(meeting.date))
        if meeting.themes:
            yield message("status.concerns", themes=self.words.themes(year, meeting.themes))
        if meeting.participants:
            yield self._participants(meeting.participants)
        if meeting.papers_due and not day.papers:
            yield message("calendar.papers_by", date=self.words.day(meeting.papers_due))
        for item in meeting.agenda:
            kind = f"{self.texts.label(item.kind)}: " if item.kind else ""
            yield f"– {kind}{item.title}"
        for decision in meeting.decisions:
            facts = [decision.owner, self.words.day(decision.due) if decision.due else None]
            facts.append(self.texts.label("done") if decision.state == "done" else None)
            after = ", ".join(fact for fact in facts if fact)
            said = message("calendar.decision", text=Prose(decision.text).visible)
            yield f"– {said} ({after})" if after else f"– {said}"

    def _quarter(self, year: int, end: QuarterEnd) -> Iterator[str]:
        for theme, same in groupby(end.open, key=lambda one: one.theme):
            yield f"{self.words.themes(year, [theme])}:"
            for one in same:
                named = f"{one.id}: " if one.id else ""
                status = self.texts.label(one.status or "not_reported")
                yield f"– {named}{Prose(one.text).visible} ({status})"


def _state(item: tuple[str, object]) -> str:
    return str(getattr(item[1], "state", ""))
