"""The command line: thin commands, and the only place with clock, environment, printing and exit."""

from typing import NoReturn

from handleplan.cli.app import app
from handleplan.cli.session import Session, here

__all__ = ["app", "leave", "main"]


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code; arguments are those of the process unless given."""
    from typer import Abort, TyperException

    from handleplan.cli import output
    from handleplan.failure import BrokenFilesError, Failure

    output.prepare()
    session = Session()
    try:
        code = app(arguments, prog_name="handleplan", standalone_mode=False, obj=session)
        output.finish()
    except Failure as failure:
        return output.fail(session.failure_message(failure))
    except BrokenFilesError as broken:
        return output.fail(session.broken_files_message(broken, here()))
    except TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "handleplan"
        return output.fail(f"{error.format_message()} (see: {command} --help)")
    except (Abort, KeyboardInterrupt):
        return output.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever escapes is a bug of ours, told without a traceback
        return output.report_bug(error, session.texts())
    return code if isinstance(code, int) else 0


def leave(code: int) -> NoReturn:
    """End the process with an exit code, without taking its modules and plans apart first.

    That would be a seventh of all the time a short ``lint`` takes. By now every file is closed; what the streams still
    hold is written out here.
    """
    import os

    from handleplan.cli import output

    output.empty_streams()
    os._exit(code)
