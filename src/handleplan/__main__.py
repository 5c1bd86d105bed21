"""The way in: runs the command line, and turns whatever ends it into an exit code (DESIGN §4)."""

import sys


def run() -> None:
    """Run the command line of this process and exit.

    Nothing is imported before the guard, so that Ctrl-C is quiet from the first moment on.
    """
    try:
        from handleplan.cli import main

        code = main()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    run()
