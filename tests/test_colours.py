from hypothesis import given
from hypothesis import strategies as st

from handleplan.colours import ENOUGH, INK, NIGHT, PAPER, contrast, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS)
def test_every_colour_becomes_readable(colour: str) -> None:
    for ground in (PAPER, NIGHT):
        assert contrast(readable(colour, ground), ground) >= ENOUGH


def test_a_readable_colour_stays_as_it_is() -> None:
    assert readable("#0b5563", PAPER) == "#0b5563"
    assert readable(None, PAPER) == INK


def test_contrast_as_the_standard_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
