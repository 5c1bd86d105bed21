"""The Jinja environment of papers: sandboxed, strict, and telling file and line when a template is broken.

Templates come from the workspace's own folder first, then from the shipped one. Whatever a template prints goes through
the format's ``set_text`` (autoescaping is always on, for what that leaves as plain text): a template has nothing to
escape and no way to forget it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from handleplan.failure import Failure
from handleplan.report import view

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE_SUFFIX = ".j2"
# The fields of every view, by its type
VIEWS = {
    kind: frozenset(kind._fields) | ({"has_facts"} if kind is view.Entry else frozenset())
    for kind in vars(view).values()
    if isinstance(kind, type) and hasattr(kind, "_fields")
}


def shipped_templates() -> Path:
    """Return the folder of the shipped templates: inside the package when installed, beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def make_environment(
    own_templates: Path | None,
    *,
    set_text: Callable[[Any], Any],
    filters: Mapping[str, Callable[..., Any]],
) -> "Environment":
    """Make the environment of one format.

    Args:
        own_templates: the workspace's folder of templates; it need not exist.
        set_text: makes a ``Markup`` of every value that is printed.
        filters: the format's filters.
    """
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """The sandbox, but for a short cut to the fields of views, which all may be read: they are most of the work."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if type(obj) in VIEWS and attribute in VIEWS[type(obj)]:
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    folders = (*((own_templates,) if own_templates else ()), shipped_templates())
    environment = Sandbox(
        loader=FunctionLoader(lambda name: _load(name, folders)),
        undefined=StrictUndefined,
        finalize=set_text,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    return environment


def render_template(environment: "Environment", name: str, **values: object) -> str:
    """Render a template; the text ends with exactly one newline.

    Raises:
        Failure: ``template`` with ``path``, ``line`` and ``reason``: it or one it includes is broken.
    """
    from jinja2 import TemplateSyntaxError

    try:
        text = environment.get_template(name).render(**values)
    except Failure:
        raise
    except TemplateSyntaxError as error:
        raise _broken(error.filename or name, error.lineno, error.message or str(error)) from error
    except Exception as error:  # whatever a template can cause is its author's to put right
        path, line = _place(error) or (name, 1)
        raise _broken(path, line, str(error) or type(error).__name__) from error
    return text.rstrip("\n") + "\n"


def _load(name: str, folders: tuple[Path, ...]) -> tuple[str, str, None] | None:
    """Find a template by its name, the first folder that has it wins; ``None`` where none does."""
    from jinja2.loaders import split_template_path

    for folder in folders:
        path = folder.joinpath(*split_template_path(name))
        if path.is_file():
            try:
                return path.read_text(encoding="utf-8"), str(path), None
            except UnicodeDecodeError as error:
                line = path.read_bytes()[: error.start].count(b"\n") + 1
                raise _broken(str(path), line, str(error)) from error
            except OSError as error:
                raise _broken(str(path), 1, error.strerror or str(error)) from error
    return None


def _place(error: Exception) -> tuple[str, int] | None:
    """Return file and line of the template an exception came out of, the innermost one."""
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    places = [(name, line) for name, line in frames if name.endswith(TEMPLATE_SUFFIX)]
    return places[-1] if places else None


def _broken(path: str, line: int, reason: str) -> Failure:
    return Failure("template", path=Path(path), line=line, reason=reason)
