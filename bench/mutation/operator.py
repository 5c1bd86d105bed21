"""What a way of breaking a file is, and what it knows about the break: where it is, and what may be said about it."""

from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple, TypeAlias

from mutation.contract import KEYS, mapping_at
from mutation.office import Office
from mutation.text import Site, Text, position


class Break(NamedTuple):
    """A broken office: the files that changed (None: gone), and where a finding belongs.

    ``right`` is the word that a misspelling stands for, as the message has to quote it.
    """

    files: Mapping[str, bytes | None]
    path: str
    line: int
    column: int
    right: str = ""


Change: TypeAlias = Callable[["Draw"], Break]

KINDS = ("plan", "index", "report", "meeting", "config")


class Operator(NamedTuple):
    """A way of breaking.

    ``rules`` are the rules that may answer, by name or by the beginning of their code; none: the office is as sound
    as before, and nothing may be said. ``pending`` names the rule that has to be written first.
    """

    name: str
    rules: tuple[str, ...]
    change: Change
    pending: str

    @property
    def harmless(self) -> bool:
        """Whether nothing is wrong afterwards."""
        return not self.rules


OPERATORS: dict[str, Operator] = {}


def operator(name: str, *rules: str, pending: str = "") -> Callable[[Change], Change]:
    """Register a function as a way of breaking: given an office and chance, it returns a break or finds no place."""

    def register(change: Change) -> Change:
        assert name not in OPERATORS, f"two operators are called {name}"
        OPERATORS[name] = Operator(name, rules, change, pending)
        return change

    return register


class NoPlaceError(Exception):
    """An office, or the place drawn in it, cannot be broken in this way: draw again."""


class Draw(NamedTuple):
    """An office and chance, to draw a place from."""

    office: Office
    rng: Random

    def file(self, *kinds: str) -> Text:
        """Draw a file of some kinds; none given means any."""
        files = self.office.of_kind(*(kinds or KINDS))
        if not files:
            raise NoPlaceError
        return self.rng.choice(files)

    def site(self, wanted: Callable[[Text, Site], bool], *kinds: str) -> tuple[Text, Site]:
        """Draw a file of some kinds that has a place as wanted, then one of its places."""
        files = self.office.of_kind(*(kinds or KINDS))
        self.rng.shuffle(files)
        for text in files:
            sites = [site for site in text.sites if wanted(text, site)]
            if sites:
                return text, self.rng.choice(sites)
        raise NoPlaceError


def edited(text: Text, start: int, end: int, new: str, *, at: int | None = None, right: str = "") -> Break:
    """Replace a stretch of a file; the finding belongs at ``at``, an offset after the change, by default ``start``."""
    changed = text.text[:start] + new + text.text[end:]
    line, column = position(changed, start if at is None else at)
    return Break({text.path: changed.encode()}, text.path, line, column, right)


def known_keys(text: Text, site: Site) -> tuple[str, ...]:
    """Return the keys that the mapping a site belongs to may have; none where any key may stand."""
    place = mapping_at(text.kind, site.parent)
    return KEYS[place] if place and site.key else ()


def is_one_line(text: Text, site: Site) -> bool:
    """Tell whether a value is a text that begins and ends on its key's line."""
    if site.style not in ("plain", "'", '"'):
        return False
    return "\n" not in text.text[site.key.start : site.span.end]


def is_plain_text(text: Text, site: Site) -> bool:
    """Tell whether a value is a sentence on one line without quotes around it, and nothing special in it."""
    return site.style == "plain" and " " in site.value and is_one_line(text, site) and ":" not in site.value


def siblings(text: Text, site: Site) -> list[Site]:
    """Return the keys or items of the mapping or list that a site belongs to."""
    return [other for other in text.sites if other.parent == site.parent]
