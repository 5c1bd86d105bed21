"""Findings as Azure's logging commands: read back as its agent reads them; advice is a line of the log."""

import re

from handleplan.formats.findings_azure import render
from handleplan.formats.findings_message import message_of
from handleplan.formats.harmless import holds_command
from handleplan.formats.terminal import neutralise
from tests.formats.findings_samples import SAMPLES

COMMAND = re.compile(r"##vso\[task\.logissue (?P<properties>[^\]]*)\](?P<message>.*)")


def unescaped(text: str) -> str:
    for written, sign in [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")]:
        text = text.replace(written, sign)
    return text


def test_errors_and_warnings_are_issues_and_say_what_they_said() -> None:
    for line, finding in zip(render(SAMPLES), SAMPLES, strict=True):
        if finding.severity == "advice":
            continue
        match = COMMAND.fullmatch(line.removesuffix("\n"))
        assert match, line
        pairs = (one.split("=", 1) for one in match["properties"].removesuffix(";").split(";"))
        assert {name: unescaped(value) for name, value in pairs} == {
            "type": finding.severity,
            "sourcepath": neutralise(finding.path),
            "linenumber": str(finding.line),
            "columnnumber": str(finding.column),
            "code": f"{finding.code} {finding.name}",
        }
        assert unescaped(match["message"]) == message_of(finding)


def test_advice_is_an_ordinary_line() -> None:
    lines = [
        line for line, finding in zip(render(SAMPLES), SAMPLES, strict=True) if finding.severity == "advice"
    ]
    assert lines[0] == (
        "plans/2022/sundhed.yaml:15:2: Ikke alle læsere kender TSI, DLSC. (HP501 unknown-abbreviation)\n"
    )
    assert len(lines) == 2
    for line in lines:
        assert line.count("\n") == 1
        assert not holds_command(line)
