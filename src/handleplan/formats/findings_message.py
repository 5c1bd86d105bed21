"""A finding's message for the services that show findings: harmless, and what to write instead on lines of its own."""

from handleplan.diagnostic import Diagnostic
from handleplan.formats.terminal import neutralise


def message_of(finding: Diagnostic) -> str:
    """Return the message; its line breaks are our own, and nothing in it can be obeyed or turn the reading direction."""
    return "\n".join((neutralise(finding.sentence), *map(neutralise, finding.correction.splitlines())))
