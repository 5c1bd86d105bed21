"""Writing to the outside: UTF-8 and line feeds everywhere, whole files or none, quiet when nobody reads any more."""

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from handleplan.failure import Failure

if TYPE_CHECKING:
    from rich.console import RenderableType

CANNOT_RUN = 2
BUG = 3
INTERRUPTED = 130
# Longer lines are hard to read, whatever the window.
PLAIN_WIDTH = 100


def prepare() -> None:
    """Make both streams write UTF-8 and plain line feeds, on Windows too; what cannot be encoded is escaped.

    A stream that the caller has closed becomes one that goes nowhere.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - lives as long as we
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(text: str) -> None:
    """Write to standard output; a reader that has gone away is no failure.

    Raises:
        Failure: what stands behind standard output takes no more.
    """
    try:
        sys.stdout.write(text)
    except OSError as error:
        _let_go(sys.stdout, error)


def write_bytes(content: bytes) -> None:
    """Write to standard output what is no text to be encoded.

    Raises:
        Failure: what stands behind standard output takes no more.
    """
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
    except OSError as error:
        _let_go(sys.stdout, error)


def finish() -> None:
    """Flush standard output before the interpreter does, which would complain about a reader that has gone away.

    Raises:
        Failure: what stands behind standard output takes no more.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _let_go(sys.stdout, error)


def empty_streams() -> None:
    """Write out what both streams still hold; nobody is left to be told of one that takes no more."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()


def _let_go(stream: TextIO, error: OSError) -> None:
    """Send the rest of a stream nowhere; anything but a closed pipe (EPIPE, on Windows also EINVAL) is a failure."""
    import errno

    with contextlib.suppress(OSError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if error.errno not in (errno.EPIPE, errno.EINVAL):
        raise Failure("unwritable", path="stdout", reason=error.strerror) from None


def fail(message: str) -> int:
    """Say on standard error why a command cannot run, and return its exit code."""
    from handleplan.formats.terminal import neutralise

    for line in message.splitlines():
        sys.stderr.write(f"handleplan: {neutralise(line)}\n")
    return CANNOT_RUN


def report_bug(error: Exception) -> int:
    """Say that the fault is ours, put the details into a file, and return the exit code."""
    import tempfile
    import traceback

    details = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", prefix="handleplan-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(details)
    sys.stderr.write(f"handleplan: internal error: {type(error).__name__}. Details: {log.name}\n")
    return BUG


def write_file(path: Path, text: str | bytes, *, force: bool, ours: str = "") -> None:
    """Write a file whole or not at all: into a new file beside it, which then takes its place.

    A file that is there already is only replaced with ``force``, by the very same text, or where it begins with
    ``ours`` as only our own files do, made anew at every run.

    Raises:
        Failure: there is another file already, the folder is missing, the path is a folder or no ordinary file, or
            it cannot be written.
    """
    content = text.encode() if isinstance(text, str) else text
    try:
        _refuse_what_is_no_file(path)
        target = path.resolve()
        if target.exists() and not force and not _may_be_replaced(target.read_bytes(), content, ours):
            raise Failure("output-exists", path=path)
        if not target.parent.is_dir():
            raise Failure("output-folder-missing", path=path.parent)
        replace_file(target, content)
    except NOT_WRITTEN as error:
        raise unwritable(path, error) from None


def update_file(path: Path, before: bytes, after: bytes) -> None:
    """Put other content into a file, whole or not at all; a link stays a link.

    Raises:
        Failure: the file no longer holds what it did when it was read, or it cannot be written.
    """
    try:
        target = path.resolve()
        if target.read_bytes() != before:
            raise Failure("changed-meanwhile", path=path)
        replace_file(target, after)
    except NOT_WRITTEN as error:
        raise unwritable(path, error) from None


# Before Python 3.13 a loop of links is a RuntimeError.
NOT_WRITTEN = (OSError, RuntimeError, ValueError)


def unwritable(path: Path, error: Exception) -> Failure:
    """Return the failure of a file that cannot be written."""
    return Failure("unwritable", path=path, reason=getattr(error, "strerror", None) or str(error))


def _may_be_replaced(old: bytes, new: bytes, ours: str) -> bool:
    return old == new or bool(ours and old.startswith(ours.encode()))


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where there is none yet.

    Raises:
        Failure: something else is there, or it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Failure("output-is-no-folder", path=path) from None
    except NOT_WRITTEN as error:
        raise unwritable(path, error) from None


def _refuse_what_is_no_file(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.stat()  # raises what is_dir and exists keep to themselves, such as links that lead back to each other
    if path.is_dir():
        raise Failure("output-is-folder", path=path)
    if path.exists() and not path.is_file():
        raise Failure("output-is-no-file", path=path)


def replace_file(target: Path, content: bytes) -> None:
    """Put content in a file's place, whole or not at all."""
    temporary = stage(target, content)
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def stage(target: Path, content: bytes) -> Path:
    """Write content into a new file beside the one whose place it is to take, with that one's rights."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".handleplan-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def note(message: str) -> None:
    """Say on standard error what has been done."""
    from handleplan.formats.terminal import neutralise

    sys.stderr.write(neutralise(message) + "\n")


def temporary_path(suffix: str) -> Path:
    """Return the path of a new folder's file, for a paper that is only looked at."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix="handleplan-")) / f"handleplan{suffix}"


def open_file(path: Path) -> None:
    """Open a file in the program the user has for it.

    Raises:
        Failure: there is none.
    """
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        raise Failure("cannot-open", path=path)


def show_markdown(text: str, *, colour: bool) -> None:
    """Show Markdown rendered on the terminal."""
    from rich.markdown import Markdown

    show(Markdown(text, hyperlinks=False), colour=colour)


def show(content: "RenderableType", *, colour: bool) -> None:
    """Show on the terminal what rich sets."""
    from rich.console import Console

    columns = min(width(sys.stdout), PLAIN_WIDTH)
    Console(width=columns, no_color=not colour, highlight=False).print(content)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def is_terminal(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal."""
    return stream.isatty()


def width(stream: TextIO) -> int:
    """Return the columns of a terminal; for anything else a width at which logs read well."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns if is_terminal(stream) else PLAIN_WIDTH


def colour(*, refused: bool) -> bool:
    """Tell whether standard output takes colour: a terminal, unless an option or the environment refuses it.

    https://no-color.org: any value but an empty one in NO_COLOR refuses.
    """
    if refused or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(sys.stdout) and _understands_ansi()


def _understands_ansi() -> bool:
    """Tell whether the terminal takes ANSI codes; a Windows console is asked to, and may be too old.

    https://learn.microsoft.com/windows/console/console-virtual-terminal-sequences
    """
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    handle = msvcrt.get_osfhandle(sys.stdout.fileno())
    mode = ctypes.c_ulong()
    kernel = ctypes.windll.kernel32
    enable_virtual_terminal_processing = 0x0004
    return bool(
        kernel.GetConsoleMode(handle, ctypes.byref(mode))
        and kernel.SetConsoleMode(handle, mode.value | enable_virtual_terminal_processing)
    )
