"""Names of files as an archive wants them: what it is, of which theme, how far, of which day; legal on every system."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from handleplan.layout import is_device
from handleplan.report.prose import plain

# With any ending a format has and a number that tells two names apart a name stays below 150 characters, and below the
# 255 bytes that Linux allows: https://learn.microsoft.com/windows/win32/fileio/naming-a-file has the rest.
MOST_CHARACTERS = 136
MOST_BYTES = 236
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\ufffd]+')
_BETWEEN = " – "


def file_stem(parts: Sequence[str]) -> str:
    """Join the parts of a name, each fit for a file; of one that is too long the longest of the inner parts is cut.

    Args:
        parts: what the file is, and what tells it from others; empty ones are left out. The first and the last are the
            last to be cut.
    """
    cleaned = [part for part in map(_clean, parts) if part]
    while _too_long(stem := _BETWEEN.join(cleaned)):
        inner = range(1, len(cleaned) - 1) if len(cleaned) > 2 else range(len(cleaned))  # noqa: PLR2004 - the first and the last
        longest = max(inner, key=lambda index: len(cleaned[index]))
        if len(cleaned[longest]) <= 1:
            longest = 0
        cleaned[longest] = cleaned[longest].removesuffix("…")[:-1].rstrip(" .") + "…"
    return f"_{stem}" if is_device(stem) else stem


def distinct(stems: Iterable[str]) -> list[str]:
    """Tell equal names apart by a number; case does not count, as on Windows and macOS."""
    seen: set[str] = set()
    found = []
    for stem in stems:
        name, number = stem, 1
        while name.casefold() in seen:
            number += 1
            name = f"{stem} ({number})"
        seen.add(name.casefold())
        found.append(name)
    return found


def _clean(part: str) -> str:
    """Replace what Windows forbids; a name may not end in a dot or a space there, none begins with a dot, and signs at the ends say nothing."""
    text = unicodedata.normalize("NFC", plain(part))
    return plain(_FORBIDDEN.sub("-", text)).strip(" .-")


def _too_long(stem: str) -> bool:
    return len(stem) > MOST_CHARACTERS or len(stem.encode()) > MOST_BYTES
