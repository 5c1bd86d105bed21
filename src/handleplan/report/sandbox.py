"""The sandbox in which templates run: Jinja's, with short ways for what a paper does thousands of times.

Reading a view's field, printing a value and calling a macro or a word are nearly all that templates do. None of them can
do harm, so none asks the sandbox for leave.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, StrictUndefined
    from jinja2.compiler import CodeGenerator

# What may be read of a loop
_OF_LOOPS = frozenset({"index", "index0", "first", "last"})


class Words:
    """What a template calls for a word or text by its name; one without values is looked up once."""

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[..., str]) -> None:
        self._find = find
        self._found: dict[str, str] = {}

    def __call__(self, name: str, **values: object) -> str:
        """Return the word or text; ``values`` fill its placeholders."""
        if values:
            return self._find(name, **values)
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]


class UnknownFieldError(LookupError):
    """A template reads a field that a view does not have."""

    def __init__(self, view: type, field: str) -> None:
        super().__init__(view, field)
        self.view = view
        self.field = field


def make_sandbox(
    load: Callable[[str], Any], finalize: Callable[[Any], str], views: Mapping[type, frozenset[str]]
) -> "Environment":
    """Make an environment whose templates can read, and change nothing; an unknown name is an error.

    Args:
        load: returns a template by its name, as Jinja's ``FunctionLoader`` wants it.
        finalize: sets a value that is printed; the result is printed as it is.
        views: the types whose fields are read most, and these fields; another is an ``UnknownFieldError``.
    """
    from jinja2 import FunctionLoader, TemplateSyntaxError
    from jinja2.runtime import Context, LoopContext, Macro
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    holders = _holders({**views, LoopContext: _OF_LOOPS})
    harmless = frozenset({Macro, Words})

    class Forgetful(Context):
        """What a template knows: its macros know it too, a circle that would keep the whole paper for long."""

        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            opened.append(self)

    opened: list[Forgetful] = []

    class Sandbox(ImmutableSandboxedEnvironment):
        """Jinja's sandbox and the short ways."""

        code_generator_class = _make_generator(frozenset(holders))
        context_class = Forgetful

        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.holders = holders

        def forget(self) -> None:
            """Let go of what was printed."""
            for context in opened:
                context.vars.clear()
                context.parent.clear()
            opened.clear()

        def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:
            if type(called) not in harmless:
                return super().call(context, called, *values, **named)
            named.pop("_loop_vars", None)  # for functions that ask for the context
            named.pop("_block_vars", None)
            return called(*values, **named)

        def compile(
            self, source: Any, name: Any = None, filename: Any = None, *args: Any, **options: Any
        ) -> Any:
            try:
                return super().compile(source, name, filename, *args, **options)
            except (RecursionError, OverflowError, ValueError) as error:  # nested too deep, endless numbers
                raise TemplateSyntaxError(str(error), 1, name, filename) from error

    return Sandbox(
        loader=FunctionLoader(load),
        undefined=_make_undefined(frozenset(views)),
        finalize=finalize,
        autoescape=True,
        optimized=False,  # takes longer than it saves a template that is printed once
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _make_undefined(views: frozenset[type]) -> "type[StrictUndefined]":
    """Make what stands for a name or field that there is not: all that may be done with it is to ask if it is defined."""
    from jinja2 import StrictUndefined, UndefinedError
    from jinja2.utils import missing

    class Unknown(StrictUndefined):
        """Jinja's strict one, which tells of a view's fields by their names."""

        __slots__ = ()

        def __init__(
            self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError
        ) -> None:
            kind = type(obj)
            if hint is None and kind in views:
                exc = lambda _message: UnknownFieldError(kind, str(name))  # noqa: E731 - called as an exception's type is
            super().__init__(hint, obj, name, exc)

    return Unknown


def _holders(kinds: Mapping[type, frozenset[str]]) -> dict[str, frozenset[type]]:
    """Return the types that have a field, by the field."""
    found: dict[str, frozenset[type]] = {}
    for kind, fields in kinds.items():
        for field in fields:
            found[field] = found.get(field, frozenset()) | {kind}
    return found


def _make_generator(fields: frozenset[str]) -> "type[CodeGenerator]":
    """Make what writes a template as Python, with a short way to some fields of what ``holders`` says has them."""
    from jinja2.compiler import CodeGenerator

    class Generator(CodeGenerator):
        """Jinja's own, but for what is printed and for the fields."""

        def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:  # noqa: ARG002 - as Jinja calls it
            """Print what ``finalize`` has set as it is, since it escapes already: asking again doubles the work."""
            self.write("(")
            self.write(finalize.src)

        def visit_Getattr(self, node: Any, frame: Any) -> None:  # noqa: N802 - as Jinja calls it
            """Read a field of what has it as Python reads it, of anything else through the sandbox."""
            if node.attr not in fields:
                super().visit_Getattr(node, frame)
                return
            value, field = self.temporary_identifier(), repr(node.attr)
            self.write(f"({value}.{node.attr} if type({value} := ")
            self.visit(node.node, frame)
            self.write(f") in environment.holders[{field}] else environment.getattr({value}, {field}))")

    return Generator


def print_template(environment: "Environment", name: str, **given: object) -> str:
    """Print a template of a sandbox with what it is given, which is let go of afterwards."""
    try:
        return environment.get_template(name).render(**given)
    finally:
        environment.forget()  # type: ignore[attr-defined] # made by `make_sandbox`
