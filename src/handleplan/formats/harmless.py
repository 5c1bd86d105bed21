"""What terminals, logs and build services would obey instead of show: the one list, for whatever is printed."""

import re

# C0 and C1 controls (line breaks among them), the line and paragraph separators, marks and overrides of writing
# direction, halves of surrogate pairs, which cannot be encoded, and non-characters, which XML and HTML forbid.
CONTROL = (
    r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
# White space and what has no width: services look past it for the beginning of a line.
BLANK = r"[\s\u00ad\u200b-\u200d\u2060\ufeff]*"

# Commands in the log of a build: Azure Pipelines (`##vso[…]`, `##[…]`), TeamCity and GitHub's older form anywhere in a
# line, GitHub's newer form (`::error::`) at its beginning. The patterns match the one character that is to be changed.
# https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
# https://www.jetbrains.com/help/teamcity/service-messages.html
COMMAND_MARK = re.compile(r"(?<=#)#(?=\w*\[)")
COMMAND_START = re.compile(rf"^({BLANK}):(?=:)", re.MULTILINE)
_MARKS, _COLONS = "##", "::"


def holds_command(text: str) -> bool:
    """Tell whether a text, of one line or several, holds anything that the log of a build would obey."""
    return bool(
        (_MARKS in text and COMMAND_MARK.search(text)) or (_COLONS in text and COMMAND_START.search(text))
    )


def replace_commands(text: str, mark: str, colon: str) -> str:
    """Put something else for the one `#` or `:` that makes a command; a text without any stays as it is."""
    if _MARKS in text:
        text = COMMAND_MARK.sub(lambda _: mark, text)
    if _COLONS in text:
        text = COMMAND_START.sub(lambda match: match[1] + colon, text)
    return text
