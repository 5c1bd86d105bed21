"""The formats a paper is printed in: one table, from the name of ``--format`` to what sets the paper."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from handleplan.formats import paper_html, paper_json, paper_markdown
from handleplan.locale import Texts
from handleplan.report.view import Paper


class Format(NamedTuple):
    """A format: the ending of its files, and the function that sets a paper in it."""

    suffix: str
    render: Callable[[Paper, Texts, Path | None], str]


FORMATS: Mapping[str, Format] = {
    "markdown": Format(".md", paper_markdown.render),
    "html": Format(".html", paper_html.render),
    "json": Format(".json", paper_json.render),
}


def render(paper: Paper, format_name: str, texts: Texts, own_templates: Path | None = None) -> str:
    """Set a paper in a format; the same paper gives the same text, which ends with one newline.

    Args:
        paper: the finished view.
        format_name: a key of ``FORMATS``.
        texts: the language of the paper.
        own_templates: the workspace's folder of templates, which come before the shipped ones; it need not exist.

    Raises:
        Failure: ``template`` with ``path``, ``line`` and ``reason``: a template is broken.
    """
    return FORMATS[format_name].render(paper, texts, own_templates)
