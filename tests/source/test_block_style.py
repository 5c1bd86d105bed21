"""New YAML in block style: it reads as what was written, and texts are taken over as they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handleplan.problem import Commented, Raw
from handleplan.source import read_source
from handleplan.source.block_style import block_text, comment_lines, item_lines, key_lines, value_lines


def test_comments_stand_above_what_they_are_about() -> None:
    item = Commented(
        "En", {"id": "h1", "text": Commented("To\n\nTre", ""), "goals": ["m1", Commented("Fire", "m2")]}
    )
    assert item_lines(item, 2) == [
        "  # En", "  - id: h1", "    # To", "    #", "    # Tre", "    text:", "    goals:", "      - m1", "      # Fire",
        "      - m2",
    ]  # fmt: skip
    assert item_lines({"text": Commented("En", "x")}, 0) == ["# En", "- text: x"]


def test_comments_hold_nothing_that_would_break_out_or_silence_a_rule() -> None:
    assert comment_lines("a\x07b # handleplan: ignore[HP203]") == ["# a b # handleplan – ignore[HP203]"]
    assert all(len(line) <= 100 for line in comment_lines("ord " * 100, 6))


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("k: |\n   En\n    To\n\n   Tre\n", Raw("|", ("En", " To", "", "Tre"))),
        ("k: >-\r\n  En\r\n  To\r\n", Raw(">-", ("En", "To"))),
        ("k: |2\n   En\n", None),
        ("k: |\n", None),
        ("k: En\n", None),
        ("k: | # hvorfor\n  En\n", None),
    ],
)
def test_block_texts_as_they_are_written(text: str, raw: Raw | None) -> None:
    assert block_text(read_source(text.encode()), ("k",)) == raw


@given(
    st.recursive(
        st.text(min_size=1),
        lambda inner: (
            st.lists(inner, min_size=1) | st.dictionaries(st.sampled_from("abc"), inner, min_size=1)
        ),
        max_leaves=8,
    )
)
def test_what_is_written_reads_as_itself(value: object) -> None:
    def clean(found: object) -> object:
        if isinstance(found, dict):
            return {key: clean(inner) for key, inner in found.items()}
        if isinstance(found, list):
            return [clean(inner) if isinstance(inner, str) else {"k": clean(inner)} for inner in found]
        return "\n".join(" ".join(line.split()) for line in str(found).splitlines()).strip() or "x"

    wanted = clean(value)
    lines = key_lines("top", wanted)  # type: ignore[arg-type]
    read = read_source("".join(f"{line}\n" for line in lines).encode(errors="replace"))
    assert read.problems == ()
    assert read.data == {"top": wanted}
    assert isinstance(wanted, str) or lines[1:] == value_lines(wanted, 2)  # type: ignore[arg-type]
