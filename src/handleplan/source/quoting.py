"""Writing a text so that YAML reads it as that text, and the signs that only look like what YAML means."""

import re

# Keys whose value is a text that people read.
SENTENCE_KEYS = frozenset({
    "title", "text", "note", "intro", "heading", "objective", "background", "purpose", "vision", "governance",
    "summary", "challenges", "lessons", "priorities", "opportunities", "introduction", "dialogue_model", "name", "place",
})  # fmt: skip
# Keys whose value is a word, a number or a date with a form of its own.
WORD_KEYS = frozenset({
    "id", "theme", "themes", "year", "date", "proposed", "agreed", "closed", "owner", "quarters", "continues", "after",
    "status", "meeting", "step", "papers_due", "due", "kind", "state", "slug", "colour", "first_year", "last_year",
    "month", "from", "until", "of", "needs", "done_by", "format", "language", "initials", "party",
})  # fmt: skip

CURLY = "“”„‟"
# Spaces that look like one, and signs that look like nothing.
HARD_SPACES = "\u00a0\u202f\u2007"
ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
INVISIBLE = HARD_SPACES + ZERO_WIDTH
_CLEAN = str.maketrans(dict.fromkeys(HARD_SPACES, " ") | dict.fromkeys(ZERO_WIDTH))
_WRAPPED = re.compile(rf"[{CURLY}\"]([^{CURLY}\"]*)[{CURLY}\"]")
# What word processors and people put where a list item's dash belongs.
BULLET = re.compile(r"(?:[–—−‐‑•·●▪◦‣⁃*]|--+|[0-9]{1,2}[.)])(?=[ \t\u00a0])|[•·●▪◦‣⁃](?=\w)")


def quoted(text: str) -> str:
    """Write a text of one line as a quoted YAML scalar."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def cleaned(text: str) -> str:
    """Return a text with plain spaces for hard ones, and without what cannot be seen."""
    return text.translate(_CLEAN)


def find_invisible(text: str, signs: str = INVISIBLE) -> int | None:
    """Return the index of the first of the signs that cannot be seen, by default hard spaces too."""
    match = re.search(f"[{signs}]", text)
    return match.start() if match else None


def unwrapped(text: str) -> str | None:
    """Return what stands inside typographic quotes, of which one may be straight; None where there are none."""
    match = _WRAPPED.fullmatch(text)
    return match[1] if match and any(char in text for char in CURLY) else None


def is_disguised(word: str) -> bool:
    """Tell whether a word is in typographic quotes or holds what cannot be seen, so that no other word is meant."""
    return unwrapped(word) is not None or find_invisible(word, ZERO_WIDTH) is not None
