"""Status bars as a picture's data: how many activities of each theme have which status. They count and do not grade."""

from collections import Counter
from collections.abc import Sequence

from handleplan.locale import Texts
from handleplan.model.values import STATUSES
from handleplan.report.prose import plain
from handleplan.report.view import Bar, Bars, Cell, Part, Picture, Table

# What is settled first, what nobody has told last
ORDER = ("done", "in_progress", "ongoing", "planned", "delayed", "carried_over", "dropped", "not_reported")
assert {*STATUSES, "not_reported"} == {*ORDER}


def make_bars(rows: Sequence[tuple[str, Sequence[str]]], texts: Texts, *, anchor: str) -> Picture:
    """Make the picture of bars.

    Args:
        rows: each bar's label and the statuses of its activities, ``not_reported`` among them.
        texts: the language.
        anchor: the picture's anchor.
    """
    counts = [(label, Counter(statuses)) for label, statuses in rows]
    seen = [status for status in ORDER if any(count[status] for _, count in counts)]
    words = {status: plain(texts.label(status)) for status in seen}
    bars = tuple(
        Bar(
            label,
            texts.count("report.activities", count.total()),
            tuple(Part(status, words[status], count[status]) for status in seen if count[status]),
        )
        for label, count in counts
    )
    legend = tuple(Part(status, words[status], sum(count[status] for _, count in counts)) for status in seen)
    return Picture(
        kind="bar",
        anchor=anchor,
        title=texts.message("report.bars.title"),
        description=texts.message("report.bars.description"),
        data=Bars(bars, legend),
        table=_table(counts, words, texts),
    )


def _table(counts: list[tuple[str, Counter[str]]], words: dict[str, str], texts: Texts) -> Table:
    heads = (plain(texts.label("theme")), *words.values(), texts.message("report.total"))
    rows = tuple(
        (Cell(label), *(Cell(str(count[status])) for status in words), Cell(str(count.total())))
        for label, count in counts
    )
    return Table(None, heads, rows, numeric=tuple(range(1, len(heads))))
