"""A line on standard error that says how far a long run is; nothing in short runs and logs."""

import time
from types import TracebackType
from typing import Self, TextIO

_SECONDS_BEFORE = 1.0
_SECONDS_BETWEEN = 0.1


class Progress:
    """Counts files on a terminal, from the moment a run turns out to be long; wipes its line at the end."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self.stream = stream
        self.total = total
        self.next_time = time.monotonic() + _SECONDS_BEFORE if stream.isatty() else float("inf")
        self.shown = False

    def __enter__(self) -> Self:
        """Begin the run."""
        return self

    def show(self, done: int) -> None:
        """Say that so many files are done."""
        if time.monotonic() < self.next_time:
            return
        self.next_time = time.monotonic() + _SECONDS_BETWEEN
        self.shown = True
        self.stream.write(f"\r{done}/{self.total}")
        self.stream.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line."""
        if self.shown:
            self.stream.write("\r" + " " * len(f"{self.total}/{self.total}") + "\r")
            self.stream.flush()
