"""The findings that every format is tested with: ordinary ones, and texts that want to be more than text."""

from handleplan.diagnostic import Diagnostic
from handleplan.problem import Severity

# Line breaks of all kinds, escape sequences, writing turned around, commands of build services, separators, links.
HOSTILE = "a\r\nb\u2028c\x1b[31md\u202ee ::error::f\n::set-env name=x::y ##vso[task.complete result=Failed]g ##[error]h 100%0A i,j:k;l] {0} [m](1) \\n"


def finding(
    code: str,
    name: str,
    severity: Severity,
    span: tuple[int, int, int, int],
    *,
    sentence: str = "Nøglen kendes ikke.",
    correction: str = "",
    path: str = "plans/2022/sundhed.yaml",
    location: str = "",
    excerpt: str = "visoin: Lighed 健康",
) -> Diagnostic:
    """Return a finding; ``span`` is line, column, end line and end column."""
    message = f"{sentence} {' '.join(correction.split())}".rstrip()
    return Diagnostic(
        code, name, severity, message, path, *span, location, False, excerpt, sentence, correction
    )  # fmt: skip


SAMPLES = (
    finding("HP101", "unknown-key", "error", (3, 1, 3, 7), location="visoin", sentence="Nøglen “visoin” kendes ikke her. Mente du “vision”?"),
    # the same rule, file and place twice
    finding("HP014", "comment-in-text", "warning", (8, 9, 8, 12), location="vision"),
    finding("HP014", "comment-in-text", "warning", (9, 4, 9, 7), location="vision"),
    # more than one line; a correction of two lines
    finding("HP007", "colon-in-text", "error", (10, 5, 12, 3), location="goals[0].text", correction='Skriv:\n  text: "a: b"\n  quarters: Q1'),
    # nothing at the end of a line, and an empty file
    finding("HP105", "list-expected", "error", (14, 20, 14, 20), excerpt="visoin: Lighed 健康!!"),
    finding("HP004", "empty-file", "error", (1, 1, 1, 1), path="plans/2022/index.yaml", excerpt=""),
    finding("HP501", "unknown-abbreviation", "advice", (15, 2, 15, 5), sentence="Ikke alle læsere kender TSI, DLSC."),
    finding("HP101", "unknown-key", "error", (16, 1, 16, 2), sentence=HOSTILE, correction=HOSTILE, location=f'["{HOSTILE}"]', excerpt=HOSTILE),
    finding("HP501", "unknown-abbreviation", "advice", (17, 1, 17, 2), sentence=f"::add-mask::{HOSTILE}", path=HOSTILE),
    finding("HP302", "year-outside-agreement", "warning", (2, 7, 2, 11), path="/et andet sted/æ%,:;].yaml", location="year"),
    finding("HP302", "year-outside-agreement", "warning", (2, 7, 2, 11), path="C:/Brugere/Åse/plan.yaml", location="year"),
    finding("HP302", "year-outside-agreement", "warning", (2, 7, 2, 11), path="//server/drev/plan.yaml", location="year"),
)  # fmt: skip
