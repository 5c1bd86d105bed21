"""How texts are found again in a Word document that comes back: content controls in a line, bookmarks around paragraphs.

A control's tag is an entry's place, ``theme.id``. A bookmark's name holds letters, digits and underscores alone, begins
with a letter and has at most 40 characters: ``hp_`` and the place, with ``_`` for its hyphens, ``__`` for its points and
``___`` for the underscore of a section's. A place that this cannot tell from another, or that is too long, is cut and ends
with the first eight digits of its SHA-256. (LibreOffice drops links and line breaks within a control around paragraphs.)
"""

import re

from handleplan.report.prose import Prose
from handleplan.report.word.elements import Supplies, bookmarked, controlled, run
from handleplan.report.word.prose import runs_of

# https://learn.microsoft.com/office/vba/api/word.bookmark and word.contentcontrol.tag
LONGEST_BOOKMARK, LONGEST_TAG = 40, 64
_PREFIX = "hp_"
_PLAIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_DIGITS = 8
# A word that no line holds: LibreOffice 7.4 never comes to an end with a control that begins a line with one
_ENDLESS = re.compile(r"(?:<[^>]*>)*[^<>\s-]{40}")


def mark(place: str | None, content: str, supplies: Supplies) -> str:
    """Put the bookmark of an entry or a section around what is printed of it; ``None`` has none."""
    return bookmarked(content, bookmark_name(place), supplies) if place and content else content


def control(place: str | None, content: str, supplies: Supplies, field: str = "") -> str:
    """Put the content control of an entry, or of a ``field`` of it, around what it says.

    Without a place there is none, nor around a text whose first word no line holds.
    """
    if place is None or _ENDLESS.match(content):
        return content
    return controlled(content, control_tag(place, field), supplies)


def entry_words(
    title: str | None,
    text: Prose | str | None,
    place: str | None,
    supplies: Supplies,
) -> str:
    """Set title and text of an entry in one line, each in a control of its own; the only one there is the entry's."""
    if not title:
        return control(place, runs_of(text or "", supplies), supplies)
    if not text:
        return control(place, run(title, supplies), supplies)
    named = control(place, run(title, supplies, strong=True), supplies, "title")
    return named + run(" – ", supplies) + control(place, runs_of(text, supplies), supplies)


def bookmark_name(place: str) -> str:
    """Return the name of a place's bookmark."""
    name = _PREFIX + place.replace("_", "___").replace(".", "__").replace("-", "_")
    if _PLAIN.fullmatch(place) and len(name) <= LONGEST_BOOKMARK:
        return name
    kept = re.sub(r"[^A-Za-z0-9_]", "_", name)[: LONGEST_BOOKMARK - _DIGITS - 1]
    return f"{kept}_{_digest(place)}"


def control_tag(place: str, field: str = "") -> str:
    """Return the tag of an entry's content control, or of the one of a ``field`` of it: ``theme.id.note``."""
    tag = f"{place}.{field}" if field else place
    return tag if len(tag) <= LONGEST_TAG else f"{tag[: LONGEST_TAG - _DIGITS - 1]}_{_digest(tag)}"


def _digest(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:_DIGITS]
