import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.report.measure import width_of, wrap

TEXTS = st.text(st.sampled_from("abc æøå MWil 漢字 "), max_size=80)


@given(TEXTS, st.integers(20, 300))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, 14)
    assert all(width_of(line, 14) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(40, 300), st.integers(1, 3))
def test_cut_lines_end_with_an_ellipsis(text: str, width: int, most: int) -> None:
    whole, cut = wrap(text, width, 14), wrap(text, width, 14, most=most)
    assert len(cut) <= most
    assert all(width_of(line, 14) <= width for line in cut)
    assert (cut == whole) if len(whole) <= most else cut[-1].endswith("…")


@pytest.mark.parametrize(("narrow", "wide"), [("iiii", "mmmm"), ("aaaa", "AAAA"), ("aaaa", "漢漢漢漢")])
def test_widths_follow_the_letters(narrow: str, wide: str) -> None:
    assert width_of(narrow, 14) < width_of(wide, 14)
    assert width_of(narrow, 14) < width_of(narrow, 14, bold=True)


def test_words_that_are_joined_stay_on_one_line() -> None:
    assert wrap("to og tre\u00a0fire", 60, 14) == ("to og", "tre\u00a0fire")
