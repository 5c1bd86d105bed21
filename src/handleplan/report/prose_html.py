"""Prose as HTML: everything escaped, headings below the section they stand in.

What the log of a build would obey (:mod:`handleplan.formats.harmless`) is broken by an entity, which nobody sees.
"""

from html import escape
from itertools import zip_longest

from handleplan.formats.harmless import replace_commands
from handleplan.report.joined import join_separators
from handleplan.report.prose import Prose
from handleplan.report.tree import Block, Code, Heading, ListBlock, Paragraph, Quote, Rule, Run

LOWEST_HEADING = 6


def escape_html(text: str, *, quote: bool = False) -> str:
    """Escape a text, with ``quote`` for an attribute too."""
    # to look for a sign takes a third of the time that replacing it takes, and most texts have none
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if quote and ('"' in text or "'" in text):
        text = text.replace('"', "&quot;").replace("'", "&#x27;")
    return replace_commands(text, "&#35;", "&#58;") if "#" in text or ":" in text else text


def inline_html(prose: Prose) -> str:
    """Set inline prose: text and inline elements, no paragraph around them."""
    text = prose.unmarked
    if text is not None:
        return escape_html(join_separators(text))
    return " ".join(_runs(block.runs) for block in prose.blocks if isinstance(block, Paragraph))


def block_html(prose: Prose, level: int, lead: str = "") -> str:
    """Set block prose.

    Args:
        prose: the text.
        level: the level its first headings get; deeper ones follow, down to 6.
        lead: a label that runs into the first paragraph, or stands before what is not a paragraph.
    """
    blocks = prose.blocks
    label = f'<strong class="run-in">{escape_html(lead)}</strong>' if lead else ""
    if not label:
        return _blocks(blocks, level)
    if blocks and isinstance(blocks[0], Paragraph):
        first = f"<p>{label} {_runs(blocks[0].runs)}</p>"
        return "\n".join(filter(None, (first, _blocks(blocks[1:], level))))
    return "\n".join(filter(None, (f"<p>{label}</p>", _blocks(blocks, level))))


def _blocks(blocks: tuple[Block, ...], level: int) -> str:
    return "\n".join(_block(block, level) for block in blocks)


def _block(block: Block, level: int) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>"
        case Heading(depth, runs):
            tag = f"h{min(level + depth - 1, LOWEST_HEADING)}"
            return f"<{tag}>{_runs(runs)}</{tag}>"
        case ListBlock():
            return _list(block, level)
        case Quote(inner):
            return f"<blockquote>\n{_blocks(inner, level)}\n</blockquote>"
        case Code(text):
            return f"<pre><code>{escape_html(text)}</code></pre>"
        case Rule():
            return "<hr>"


def _list(block: ListBlock, level: int) -> str:
    opening, tag = ("<ul>", "ul") if block.start is None else ("<ol>", "ol")
    if block.start not in (None, 1):
        opening = f'<ol start="{block.start}">'
    items = "\n".join(f"<li>{_item(item, level, tight=block.tight)}</li>" for item in block.items)
    return f"{opening}\n{items}\n</{tag}>"


def _item(blocks: tuple[Block, ...], level: int, *, tight: bool) -> str:
    return "\n".join(
        _runs(block.runs) if tight and isinstance(block, Paragraph) else _block(block, level)
        for block in blocks
    )


def _runs(runs: tuple[Run, ...]) -> str:
    out: list[str] = []
    opened: list[tuple[str, str]] = []
    for run in runs:
        wanted = _elements(run)
        kept = _common(opened, wanted)
        out += [f"</{tag}>" for tag, _ in reversed(opened[kept:])]
        out += [start for _, start in wanted[kept:]]
        opened = wanted
        text = run.text if run.code else join_separators(run.text)
        shown = escape_html(text)
        out.append(f"<code>{shown}</code>" if run.code else shown.replace("\n", "<br>\n"))
    out += [f"</{tag}>" for tag, _ in reversed(opened)]
    return "".join(out)


def _elements(run: Run) -> list[tuple[str, str]]:
    """List the elements around a run, the outermost first: name and start tag."""
    elements = [("a", f'<a href="{escape(run.href)}">')] if run.href else []
    elements += [("strong", "<strong>")] if run.strong else []
    elements += [("em", "<em>")] if run.emphasis else []
    return elements


def _common(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> int:
    """Count the elements two runs share from the outside in."""
    pairs = enumerate(zip_longest(left, right))
    return next((index for index, (one, other) in pairs if one != other), len(left))
