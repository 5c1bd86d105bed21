"""The formats a paper is printed in: one table, from the name of ``--format`` to what sets the paper.

Only the format that is asked for is loaded.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, overload

from handleplan.locale import Texts
from handleplan.report.view import Paper


class Format(NamedTuple):
    """A format: the endings of its files, the usual one first, and the function that sets a paper in it.

    A ``binary`` format's papers are bytes, which no terminal shows.
    """

    suffixes: tuple[str, ...]
    render: Callable[[Paper, Texts, Path | None], str | bytes]
    binary: bool = False


def _markdown(paper: Paper, texts: Texts, own_templates: Path | None) -> str:
    from handleplan.formats import paper_markdown

    return paper_markdown.render(paper, texts, own_templates)


def _html(paper: Paper, texts: Texts, own_templates: Path | None) -> str:
    from handleplan.formats import paper_html

    return paper_html.render(paper, texts, own_templates)


def _json(paper: Paper, texts: Texts, own_templates: Path | None) -> str:
    from handleplan.formats import paper_json

    return paper_json.render(paper, texts, own_templates)


def _pdf(paper: Paper, texts: Texts, own_templates: Path | None) -> bytes:
    from handleplan.formats import paper_pdf

    return paper_pdf.render(paper, texts, own_templates)


def _docx(paper: Paper, texts: Texts, own_templates: Path | None) -> bytes:
    from handleplan.formats import paper_docx

    return paper_docx.render(paper, texts, own_templates)


FORMATS: Mapping[str, Format] = {
    "markdown": Format((".md", ".markdown"), _markdown),
    "html": Format((".html", ".htm"), _html),
    "json": Format((".json",), _json),
    "pdf": Format((".pdf",), _pdf, binary=True),
    "docx": Format((".docx",), _docx, binary=True),
}


@overload
def render(
    paper: Paper,
    format_name: Literal["markdown", "html", "json"],
    texts: Texts,
    own_templates: Path | None = None,
) -> str: ...
@overload
def render(
    paper: Paper, format_name: Literal["pdf", "docx"], texts: Texts, own_templates: Path | None = None
) -> bytes: ...
@overload
def render(
    paper: Paper, format_name: str, texts: Texts, own_templates: Path | None = None
) -> str | bytes: ...
def render(paper: Paper, format_name: str, texts: Texts, own_templates: Path | None = None) -> str | bytes:
    """Set a paper in a format; the same paper gives the same content, a text with one newline at its end, or bytes.

    Args:
        paper: the finished view.
        format_name: a key of ``FORMATS``.
        texts: the language of the paper.
        own_templates: the workspace's folder of templates, which come before the shipped ones; it need not exist.

    Raises:
        Failure: ``template…`` with ``path`` and ``line``: a template of the workspace is broken; ``no-…``: the
            format needs an extra that is not installed.
    """
    return FORMATS[format_name].render(paper, texts, own_templates)
