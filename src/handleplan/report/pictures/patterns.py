"""A pattern for each status: they are told apart without any colour, and stand beside their words everywhere."""

from collections.abc import Iterable

# How a pattern's tile of 8 by 8 is drawn over its ground, by status; solid where it is not
_MARKS = {
    "done": "",
    "in_progress": "M-2 2l4-4M0 8l8-8M6 10l4-4",
    "ongoing": "M0 2h8M0 6h8",
    "planned": "M2 2h1M6 6h1",
    "delayed": "M0 0l8 8M0 8l8-8",
    "carried_over": "M2 0v8M6 0v8",
    "dropped": "M4 1v6M1 4h6",
    "not_reported": "",
}


def pattern_id(anchor: str, size: float, status: str) -> str:
    """Name the pattern of a status in one drawing of a picture."""
    return f"{anchor}_{size:g}_{status}"


def define(anchor: str, size: float, statuses: Iterable[str]) -> str:
    """Define the patterns of some statuses."""
    found = "".join(
        f'<pattern id="{pattern_id(anchor, size, status)}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" class="f-{status}"/>'
        + (f'<path d="{_MARKS[status]}" class="k-{status}"/>' if _MARKS[status] else "")
        + "</pattern>"
        for status in statuses
    )
    return f"<defs>{found}</defs>"
