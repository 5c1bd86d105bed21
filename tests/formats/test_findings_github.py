"""Findings as GitHub's commands: read back as its runner reads them."""

import re

from handleplan.formats.findings_github import render
from handleplan.formats.findings_message import message_of
from handleplan.formats.terminal import neutralise
from tests.formats.findings_samples import SAMPLES

COMMAND = re.compile(r"::(?P<command>\w+) (?P<properties>.*?)::(?P<message>.*)")


def unescaped(text: str, *, in_property: bool) -> str:
    """Undo GitHub's escapes in the order its runner does, the percent sign last."""
    signs = [
        ("%0D", "\r"),
        ("%0A", "\n"),
        *([("%3A", ":"), ("%2C", ",")] if in_property else []),
        ("%25", "%"),
    ]
    for written, sign in signs:
        text = text.replace(written, sign)
    return text


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    match = COMMAND.fullmatch(line)
    assert match, line
    pairs = (one.split("=", 1) for one in match["properties"].split(","))
    properties = {name: unescaped(value, in_property=True) for name, value in pairs}
    return match["command"], properties, unescaped(match["message"], in_property=False)


def test_every_finding_is_one_command_and_says_what_it_said() -> None:
    lines = list(render(SAMPLES))
    assert len(lines) == len(SAMPLES)
    for line, finding in zip(lines, SAMPLES, strict=True):
        command, properties, message = parsed(line.removesuffix("\n"))
        assert command == {"error": "error", "warning": "warning", "advice": "notice"}[finding.severity]
        assert message == message_of(finding)
        assert properties["file"] == neutralise(finding.path)
        assert (properties["line"], properties["endLine"]) == (str(finding.line), str(finding.end_line))
        assert properties["title"] == f"{finding.code} {finding.name}"


def test_columns_are_left_out_where_the_lines_differ() -> None:
    for line, finding in zip(render(SAMPLES), SAMPLES, strict=True):
        _, properties, _ = parsed(line.removesuffix("\n"))
        if finding.line == finding.end_line:
            assert (properties["col"], properties["endColumn"]) == (
                str(finding.column),
                str(finding.end_column),
            )
        else:
            assert not {"col", "endColumn"} & properties.keys()
