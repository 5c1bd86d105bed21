"""Reading WordprocessingML that other programs have written: its names, and lengths in any unit it allows."""

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Twentieths of a point in a unit: ECMA-376, part 1, 22.9.2.14 (ST_TwipsMeasure)
_UNITS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
_LENGTH = re.compile(r"\s*(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|pc|pi|in|cm|mm)?\s*")


def twips(value: str | None, usual: int = 0) -> int:
    """Return a length in twentieths of a point, or a number; ``usual`` where there is none that can be read."""
    found = _LENGTH.fullmatch(value or "")
    return round(float(found[1]) * _UNITS[found[2] or ""]) if found else usual
