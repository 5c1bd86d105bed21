"""Papers as HTML: the template ``paper.html.j2``, one file that needs nothing else and runs nothing."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from handleplan.colours import NIGHT, PAPER, readable
from handleplan.locale import Texts
from handleplan.report.environment import Setting, render_template
from handleplan.report.joined import join_paper
from handleplan.report.prose import Prose
from handleplan.report.prose_html import block_html, escape_html, inline_html
from handleplan.report.view import Paper, Picture

_NOT_PLAIN = re.compile(r"[^0-9A-Za-z]")


def render(paper: Paper, texts: Texts, own_templates: Path | None = None) -> str:
    """Set a paper as HTML.

    Raises:
        Failure: ``template…``: a template of the workspace is broken.
    """
    return render_template("paper.html.j2", join_paper(paper), texts, own_templates, _setting())


@cache
def _setting() -> Setting:
    from markupsafe import Markup

    def set_text(value: Prose | str) -> str:
        return inline_html(value) if isinstance(value, Prose) else escape_html(value, quote=True)

    def set_block(prose: Prose, level: int, lead: str = "") -> Markup:
        return Markup(block_html(prose, level, lead))  # noqa: S704 - escaped there

    def set_css_string(text: str) -> Markup:
        return Markup(css_string(text))  # noqa: S704 - nothing but digits, letters and escapes

    def set_picture(picture: Picture) -> Markup:
        from handleplan.report.pictures import draw_inline

        return Markup(draw_inline(picture))  # noqa: S704 - escaped there

    filters: dict[str, Callable[..., Any]] = {
        "block": set_block,
        "draw": set_picture,
        "css_string": set_css_string,
        "on_paper": lambda colour: readable(colour, PAPER),
        "on_night": lambda colour: readable(colour, NIGHT),
    }
    return Setting(set_text, tuple(filters.items()))


# Papers have most of these texts in common
@lru_cache(maxsize=256)
def css_string(text: str) -> str:
    """Quote a text as a CSS string that cannot end early, nor end the style sheet it stands in.

    Everything but ASCII letters and digits is escaped: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point
    """
    escaped = _NOT_PLAIN.sub(lambda char: f"\\{ord(char[0]):x} ", text)
    return f'"{escaped}"'
