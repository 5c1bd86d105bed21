"""Findings for people: the message, the place, the line with what is meant underlined, and a summary."""

from collections import Counter
from collections.abc import Iterator, Sequence

from handleplan.diagnostic import Diagnostic
from handleplan.formats.terminal import NARROWEST, display_width, neutralise, style, wrap
from handleplan.locale import Texts
from handleplan.problem import SEVERITIES

_COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}
# Of a longer line only the surroundings of the place are shown.
_ELLIPSIS = "…"


def render_finding(finding: Diagnostic, texts: Texts, *, width: int, colour: bool) -> str:
    """Return one finding as a block of lines that ends with an empty one.

    Args:
        finding: the finding.
        texts: the language of the labels; the message has its own already.
        width: columns of the page.
        colour: whether to style with ANSI codes.
    """
    hue = _COLOURS[finding.severity]
    label = texts.label(finding.severity)
    first, *rest = wrap(f"{label} · {finding.sentence}", max(width, NARROWEST))
    head = style(label, "bold", hue, on=colour) + style(first[len(label) :], "bold", on=colour)
    lines = [head, *(style(line, "bold", on=colour) for line in rest)]
    gutter = " " * len(str(finding.line))
    place = f"{neutralise(finding.path)}:{finding.line}:{finding.column}"
    rule = f"{finding.code} {finding.name}"
    arrow = style("-->", "blue", on=colour)
    lines.append(f"{gutter}{arrow} {place}  {style(rule, 'dim', on=colour)}")
    if finding.excerpt.strip():
        bar = style("|", "blue", on=colour)
        shown, before, marked = _excerpt(finding, max(width, NARROWEST) - len(gutter) - 3)
        number = style(str(finding.line), "blue", on=colour)
        lines.append(f"{number} {bar} {shown}")
        lines.append(f"{gutter} {bar} {' ' * before}{style('^' * marked, 'bold', hue, on=colour)}")
    if finding.correction:  # never wrapped: it is there to be copied
        sign = style("=", "blue", on=colour)
        lines += [f"{gutter} {sign} {neutralise(line)}" for line in finding.correction.splitlines()]
    return "\n".join(lines) + "\n\n"


def render_summary(findings: Sequence[Diagnostic], files: int, texts: Texts) -> str:
    """Return the one line that ends a run."""
    checked = texts.count("lint.files", files)
    count = Counter(finding.severity for finding in findings)
    if not count:
        return f"{checked} {texts.message('lint.clean')}\n"
    parts = [texts.count(f"lint.{severity}", count[severity]) for severity in SEVERITIES if count[severity]]
    return f"{checked} {_joined(parts, texts)}.\n"


def render(
    findings: Sequence[Diagnostic],
    files: int,
    texts: Texts,
    *,
    width: int,
    colour: bool,
    statistics: bool = False,
    summary: bool = True,
) -> Iterator[str]:
    """Yield all findings; after them, where it is wanted, how often which rule was broken, and the summary."""
    for finding in findings:
        yield render_finding(finding, texts, width=width, colour=colour)
    if statistics:
        from handleplan.formats import findings_statistics

        yield findings_statistics.render(findings, texts, width=width, colour=colour)
    if summary:
        yield render_summary(findings, files, texts)


def _joined(parts: Sequence[str], texts: Texts) -> str:
    *most, last = parts
    return f"{', '.join(most)} {texts.message('lint.and')} {last}" if most else last


def _excerpt(finding: Diagnostic, width: int) -> tuple[str, int, int]:
    """Cut the line to a width around the place: the text, the columns before the mark, the columns marked."""
    line = neutralise(finding.excerpt).rstrip()
    start = min(finding.column - 1, len(line))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    end = max(end, start + 1)
    if display_width(line) <= width:
        return line, display_width(line[:start]), max(1, display_width(line[start:end]))
    first = max(0, min(start - width // 4, len(line) - width + 1))
    cut = line[first : first + width - 2]
    shown = (_ELLIPSIS if first else "") + cut + (_ELLIPSIS if first + len(cut) < len(line) else "")
    marked = line[start : min(end, first + len(cut))]
    return (
        shown,
        len(_ELLIPSIS if first else "") + display_width(line[first:start]),
        max(1, display_width(marked)),
    )
