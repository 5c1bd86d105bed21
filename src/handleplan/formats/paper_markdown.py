"""Papers as Markdown: the template ``paper.md.j2``, its texts escaped or set anew so that any CommonMark parser agrees."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from handleplan.locale import Texts
from handleplan.report.environment import Setting, render_template
from handleplan.report.prose import Prose
from handleplan.report.prose_markdown import block_markdown, heading_markdown, inline_markdown
from handleplan.report.runs_markdown import escape_inside, escape_markdown
from handleplan.report.view import Paper

# Tables end a cell at any bar that has no backslash, in code too: https://github.github.com/gfm/#example-200
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")


def render(paper: Paper, texts: Texts, own_templates: Path | None = None) -> str:
    """Set a paper as Markdown.

    Raises:
        Failure: ``template…``: a template of the workspace is broken.
    """
    return render_template("paper.md.j2", paper, texts, own_templates, _setting())


@cache
def _setting() -> Setting:
    from markupsafe import Markup

    def set_text(value: Prose | str) -> str:
        return inline_markdown(value) if isinstance(value, Prose) else escape_markdown(value)

    def set_block(prose: Prose, level: int, lead: str = "") -> Markup:
        return Markup(block_markdown(prose, level, lead))  # noqa: S704 - Markdown, set

    def set_heading(text: str, level: int) -> Markup:
        return Markup(heading_markdown(text, level))  # noqa: S704 - Markdown, set

    def set_inside(value: Prose | str) -> Markup:
        text = value.unmarked if isinstance(value, Prose) else value
        return Markup(set_text(value) if text is None else escape_inside(text))  # noqa: S704 - Markdown, set

    def set_cell(value: Prose | str) -> Markup:
        return Markup(_UNESCAPED_BAR.sub(r"\|", set_inside(value)))  # noqa: S704 - Markdown, set

    filters: dict[str, Callable[..., Any]] = {
        "block": set_block,
        "heading": set_heading,
        "inside": set_inside,
        "cell": set_cell,
    }
    return Setting(set_text, tuple(filters.items()))
