"""Bars of activities by status."""

import pytest

from handleplan.formats.status_bar import SHAPES, bar, legend
from handleplan.locale import Texts
from handleplan.model.values import STATUSES
from handleplan.progress import ActivityStatus
from tests.years import day


def activities(*statuses: str | None) -> list[ActivityStatus]:
    first, last = day("2022-01-01"), day("2022-12-31")
    return [
        ActivityStatus(2022, "t", None, "action", None, "x", (), None, status, None, False, None, first, last)
        for status in statuses
    ]


def test_every_status_has_one_shape() -> None:
    shapes = [status for _, statuses in SHAPES for status in statuses]
    assert sorted(shapes, key=str) == sorted([*STATUSES, None], key=str)
    assert "".join(shape for shape, _ in SHAPES).encode("cp850")


def test_one_character_for_each_activity() -> None:
    found = activities(
        None, "done", "planned", "done", "ongoing", "dropped", "in_progress", "delayed", "carried_over"
    )
    assert bar(found, len(found)) == "██▓▓▒▒··░"
    assert bar([], 3) == ""


@pytest.mark.parametrize(("done", "open_", "longest"), [(24, 24, 24), (1, 99, 24), (300, 1, 10)])
def test_long_bars_are_scaled_and_nothing_vanishes(done: int, open_: int, longest: int) -> None:
    found = activities(*["done"] * done, *[None] * open_)
    drawn = bar(found, len(found), longest)
    assert set(drawn) == {"█", "░"}
    assert abs(len(drawn) - longest) <= 1


def test_bars_beside_each_other_keep_their_proportion() -> None:
    most = activities(*["done"] * 100)
    half = activities(*["done"] * 50)
    assert len(bar(most, 100, 20)) == 2 * len(bar(half, 100, 20))


def test_only_what_is_there_is_explained() -> None:
    found = activities("done", "ongoing", None)
    assert list(legend(found, Texts("da"))) == ["█ Gennemført", "▓ Løbende", "░ Status ikke oplyst"]
