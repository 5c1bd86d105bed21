"""What may never be printed as it is."""

import re

import pytest

from handleplan.formats.harmless import CONTROL, holds_command, replace_commands


def test_the_list_holds_what_unicode_calls_control_or_direction() -> None:
    listed = re.compile(f"[{CONTROL}]")
    for code in (
        *range(0x20),
        0x7F,
        *range(0x80, 0xA0),
        0x061C,
        0x200E,
        0x200F,
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    ):
        assert listed.match(chr(code)), hex(code)
    assert not listed.search("Æblegrød \u00a0\u00ad\u200b\u200d\ufeff\ufffd \U0001f600")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("::a", "-:a"),
        ("x\n \u00a0::a\nb::c", "x\n \u00a0-:a\nb::c"),
        ("##[a] ###x[ ## [", "#+[a] ##+x[ ## ["),
        (":: ##[", "-: #+["),
        ("a::b # ## c", "a::b # ## c"),
    ],
)
def test_commands(text: str, broken: str) -> None:
    assert replace_commands(text, "+", "-") == broken
    assert holds_command(text) == (text != broken)
