"""The command line: thin commands, and the only place with clock, environment, printing and exit."""

import sys
from pathlib import Path

from handleplan.cli.app import app
from handleplan.cli.session import Session

__all__ = ["app", "main"]


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code; arguments are those of the process unless given."""
    from typer import Abort, TyperException

    from handleplan.cli import output
    from handleplan.failure import BrokenFilesError, Failure

    output.prepare()
    session = Session()
    try:
        code = app(arguments, prog_name="handleplan", standalone_mode=False, obj=session)
    except Failure as failure:
        return output.fail(session.failure_message(failure))
    except BrokenFilesError as broken:
        return output.fail(session.broken_files_message(broken, Path.cwd()))
    except TyperException as error:
        return output.fail(f"{error.format_message()} (see: handleplan --help)")
    except (Abort, KeyboardInterrupt):
        return output.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever escapes is a bug of ours, told without a traceback
        return output.report_bug(error)
    finally:
        output.finish(sys.stdout)
    return code if isinstance(code, int) else 0
