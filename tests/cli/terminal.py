"""The command line on a pseudo-terminal, as somebody sits before it."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.process import SECONDS, environment


def on_a_terminal(*arguments: str, here: Path, answers: str) -> tuple[str, int]:
    """Run a command with a terminal for all its streams; an answer is typed when it has asked and fallen silent."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "handleplan", *arguments],
        cwd=here, env=environment({"TERM": "xterm"}), stdin=follower, stdout=follower, stderr=follower,
        start_new_session=True, preexec_fn=_take_terminal,  # noqa: PLW1509 - no threads here
    )  # fmt: skip
    os.close(follower)
    waiting = answers.splitlines(keepends=True)
    said = ""
    deadline = time.monotonic() + SECONDS
    try:
        while time.monotonic() < deadline:
            if not select.select([leader], [], [], 1)[0]:
                continue
            try:
                part = os.read(leader, 65536).decode()
            except OSError:  # the other end is closed
                break
            said += part
            if waiting and said.rstrip().endswith((":", "]")):
                os.write(leader, waiting.pop(0).encode())
                time.sleep(0.05)
        else:
            raise AssertionError(f"it neither asks nor ends: {said}")
        return said, process.wait(SECONDS)
    finally:
        process.kill()
        os.close(leader)


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
