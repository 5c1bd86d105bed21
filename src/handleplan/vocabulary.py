"""The words of a run's files: each one looked at once, however many files hold it."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any

from handleplan.source import Source

# A word has been looked at once and for all; beyond so many, looking again is cheaper than keeping them.
_MOST = 100_000
_LAST_OF_LATIN = "\u024f"

WATCHES: list["Watch"] = []


class Watch:
    """A kind of word that a rule looks for, so that a file without any such word need not be searched.

    Args:
        notable: tells whether a word is of that kind; a word is what stands between white space. Words of small
            letters, perhaps after a capital and before a comma or the like, are not asked about.
    """

    def __init__(self, notable: Callable[[str], Any]) -> None:
        self.notable = notable
        WATCHES.append(self)


class Vocabulary:
    """The words seen in a run, and which of them are of a kind somebody watches for."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._found: dict[Watch, set[str]] = {watch: set() for watch in WATCHES}
        self._latest: frozenset[str] | None = None

    def among(self, watch: Watch, source: Source) -> AbstractSet[str]:
        """Return the words of a file that are of a kind; they may stand anywhere in it, in comments too."""
        words = source.distinct_words
        if words is not self._latest:
            self._learn(words)
            self._latest = words
        found = self._found[watch]
        return words & found if found else found

    def _learn(self, words: frozenset[str]) -> None:
        new = words - self._seen
        if len(self._seen) + len(new) > _MOST:
            for words_of in (self._seen, *self._found.values()):
                words_of.clear()
            new = words
        self._seen |= new
        odd = [word for word in new if not _is_plain(word)]
        for watch, found in self._found.items() if odd else ():
            found.update(filter(watch.notable, odd))


def _is_plain(word: str) -> bool:
    """Tell whether a word is one of a language's, of small letters after the first one, with nothing odd about it."""
    core = word.rstrip(".,:;")
    return (
        core.isalpha()
        and (core.islower() or core[1:].islower())
        and max(core) <= _LAST_OF_LATIN
        and "xx" not in core[:3].lower()
    )
