"""A bar of activities by status: how many, and no grade; told apart by shape, so that no colour is needed."""

from collections.abc import Collection, Iterator

from handleplan.locale import Texts
from handleplan.progress import ActivityStatus

LONGEST = 24
# Shapes that Windows' older consoles have too (code page 850), with the statuses they stand for.
SHAPES: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    ("█", ("done",)),
    ("▓", ("in_progress", "ongoing")),
    ("▒", ("planned", "delayed")),
    ("·", ("dropped", "carried_over")),
    ("░", (None,)),
)


def bar(activities: Collection[ActivityStatus], most: int, longest: int = LONGEST) -> str:
    """Draw activities as a bar: one character each, or in proportion where the longest of several would be too long.

    Args:
        activities: those the bar stands for.
        most: how many the longest of the bars beside each other stands for.
        longest: the most characters a bar may have.
    """
    counts = [sum(one.status in statuses for one in activities) for _, statuses in SHAPES]
    if most > longest:
        counts = _scaled(counts, longest / most)
    return "".join(shape * count for (shape, _), count in zip(SHAPES, counts, strict=True))


def _scaled(counts: list[int], factor: float) -> list[int]:
    """Shorten counts in proportion; what is there at all stays visible."""
    return [max(1, round(count * factor)) if count else 0 for count in counts]


def legend(activities: Collection[ActivityStatus], texts: Texts) -> Iterator[str]:
    """Yield what each shape stands for that the activities need, in the order of the bar."""
    present = {one.status for one in activities}
    for shape, statuses in SHAPES:
        found = [texts.label(status or "not_reported") for status in statuses if status in present]
        if found:
            yield f"{shape} {'/'.join(found)}"
