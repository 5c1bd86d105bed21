"""The Jinja environment of papers: sandboxed, strict, and telling file and line when a template is broken.

Templates come from the workspace's own folder first, then from the shipped one. Whatever a template prints or hands to
a filter is made one harmless line here, then set by the format (autoescaping is always on): a template has nothing to
escape and no way to forget it.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, NamedTuple

from handleplan.failure import Failure
from handleplan.locale import Texts
from handleplan.report import view
from handleplan.report.prose import Prose, one_line, plain
from handleplan.report.sandbox import UnknownFieldError, Words, make_sandbox, print_template
from handleplan.spelling import nearest

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE_SUFFIX = ".j2"
# The version of the view a template was made for: `{# view: 1 #}` on its first line, `// view: 1` where that is a comment
_VERSION = re.compile(
    r"\ufeff?[ \t]*(?:\{#-?|//)[ \t]*view:[ \t]*([0-9]{1,9})[ \t]*(?:[-+]?#\})?[ \t]*(?:\r?\n|$)"
)
# What templates were called before they printed papers of all kinds
OLD_NAMES = {"paper.html.j2": "plan.html.j2", "paper.md.j2": "plan.md.j2"}
# The fields and properties of every view, by its type
VIEWS = {
    kind: frozenset(kind._fields)
    | {name for name, value in vars(kind).items() if isinstance(value, property)}
    for kind in vars(view).values()
    if isinstance(kind, type) and hasattr(kind, "_fields")
}
# How many set lines are kept
_LINES = 4096


class Setting(NamedTuple):
    """How a format prints.

    ``set_text`` sets prose or a plain text of one line; ``filters`` are the format's, by name, and texts reach them as
    single lines.
    """

    set_text: Callable[[Prose | str], str]
    filters: tuple[tuple[str, Callable[..., Any]], ...]


class _UnknownWordError(LookupError):
    """A template asks for a label or message that there is not."""


def shipped_templates() -> Path:
    """Return the folder of the shipped templates: inside the package when installed, beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def render_template(
    name: str,
    paper: view.Paper,
    texts: Texts,
    own_templates: Path | None,
    setting: Setting,
) -> str:
    """Render a paper with a template; the text ends with exactly one newline.

    Args:
        name: the template's name.
        paper: the finished view.
        texts: the language of the paper.
        own_templates: the workspace's folder of templates; it need not exist.
        setting: the format's way to print.

    Raises:
        Failure: ``template``, ``template-include``, ``template-word`` or ``template-field``, with ``path`` and ``line``:
            the template or one it includes is broken; ``old-template``: the workspace has one under its former name. What goes wrong
            in us is raised as it is.
    """
    _refuse_old_name(name, own_templates)
    own = own_templates if own_templates and own_templates.is_dir() else None
    environment = _environment(own, setting)
    words = {"label": Words(_word_finder(texts.label)), "message": Words(_word_finder(texts.message))}
    try:
        text = print_template(environment, name, paper=paper, **words)
    except Failure:
        raise
    except Exception as error:
        failure = _failure(error, own_templates)
        if failure is None:
            raise
        raise failure from error
    return text.rstrip("\n") + "\n"


def _refuse_old_name(name: str, own_templates: Path | None) -> None:
    if own_templates is None or name not in OLD_NAMES or (own_templates / name).is_file():
        return
    old = own_templates / OLD_NAMES[name]
    if old.is_file():
        raise Failure("old-template", path=old, name=name)


# Many papers compile their templates once
@lru_cache(maxsize=8)
def _environment(own_templates: Path | None, setting: Setting) -> "Environment":
    from markupsafe import Markup

    # A paper says many things twice: ids, owners and schedules, and every activity in a picture and its table
    @lru_cache(maxsize=_LINES)
    def set_line(text: str) -> str:
        return setting.set_text(one_line(text))

    def finalize(value: Any) -> str:
        if type(value) is str:
            return set_line(value)
        if isinstance(value, Markup):
            return value
        return setting.set_text(value) if isinstance(value, Prose) else set_line(str(value))

    folders = (*((own_templates,) if own_templates else ()), shipped_templates())
    environment = make_sandbox(lambda name: _load(name, folders), finalize, VIEWS)
    environment.filters.update({name: _line_taker(function) for name, function in setting.filters})
    return environment


def _line_taker(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter whose texts are single harmless lines."""
    return lambda *values: function(
        *(one_line(str(value)) if isinstance(value, str) else value for value in values)
    )


def _word_finder(find: Callable[..., str]) -> Callable[..., str]:
    """Make what looks a label or message up for a template."""

    def find_word(word: str, **values: object) -> str:
        try:
            return plain(find(word, **values))
        except KeyError as error:
            raise _UnknownWordError(error.args[0]) from None

    return find_word


def _load(name: str, folders: tuple[Path, ...]) -> tuple[str, str, Callable[[], bool] | None] | None:
    """Load a template by its name; ``None`` where no folder has it.

    Returns:
        Its text, its path, and what tells whether that is still so: of a workspace that has templates, for the shipped
        ones do not change.
    """
    path, stamp = _find(name, folders)
    if path is None:
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Failure("template", path=path, line=line, reason=str(error)) from error
    except OSError as error:
        raise Failure("template", path=path, line=1, reason=error.strerror or str(error)) from error
    refuse_other_version(path, text)
    return text, str(path), (lambda: _find(name, folders) == (path, stamp)) if len(folders) > 1 else None


def _find(name: str, folders: tuple[Path, ...]) -> tuple[Path | None, tuple[int, int]]:
    """Find a template by its name, the first folder that has it wins; return when it was written and its size, too."""
    from jinja2.loaders import split_template_path

    for folder in folders:
        path = folder.joinpath(*split_template_path(name))
        if path.is_file():
            state = path.stat()
            return path, (state.st_mtime_ns, state.st_size)
    return None, (0, 0)


def refuse_other_version(path: Path, text: str) -> None:
    """Refuse a template whose first line says that it was made for another version of the view than ours.

    Raises:
        Failure: ``template-version``.
    """
    told = _VERSION.match(text)
    if told and int(told[1]) != view.SCHEMA_VERSION:
        raise Failure(
            "template-version", path=path, line=1, version=int(told[1]), current=view.SCHEMA_VERSION
        )


def _failure(error: Exception, own_templates: Path | None) -> Failure | None:
    """Explain what is wrong with a template; ``None`` where the fault is ours: neither Jinja's finding nor in its own."""
    from jinja2 import TemplateError, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Failure("template", path=Path(error.filename), line=error.lineno, reason=error.message)
    places = _places(error)
    if isinstance(error, RecursionError):  # it may run out of room anywhere
        places = [place for place in places if _is_own(place[0], own_templates)]
    if not places:
        return None
    path, line = places[-1]
    if isinstance(error, TemplateNotFound):
        missing = error.templates if isinstance(error, TemplatesNotFound) else [error.name]
        return Failure("template-include", path=path, line=line, include=", ".join(map(str, missing)))
    told = isinstance(error, TemplateError | UnknownFieldError)
    return _error_at(error, path, line) if told or _is_own(path, own_templates) else None


def _error_at(error: Exception, path: Path, line: int) -> Failure:
    if isinstance(error, _UnknownWordError):
        return Failure("template-word", path=path, line=line, word=error.args[0])
    if isinstance(error, UnknownFieldError):
        known = sorted(VIEWS[error.view])
        return Failure(
            "template-field", path=path, line=line, view=error.view.__name__, field=error.field,
            nearest=nearest(error.field, known) or "", expected=known,
        )  # fmt: skip
    return Failure("template", path=path, line=line, reason=str(error) or type(error).__name__)


def _is_own(path: Path, own_templates: Path | None) -> bool:
    return own_templates is not None and own_templates in path.parents


def _places(error: Exception) -> list[tuple[Path, int]]:
    """List file and line of the templates an exception came through, the innermost last."""
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    return [(Path(name), line) for name, line in frames if name.endswith(TEMPLATE_SUFFIX)]
