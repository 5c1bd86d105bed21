"""The yardstick L: read every file named on standard input and drive libyaml's bare parser to its end; print seconds."""

import sys
import time

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

names = sys.stdin.read().splitlines()
best = float("inf")
for _ in range(5):
    start = time.perf_counter()
    for name in names:
        with open(name, "rb") as stream:  # noqa: PTH123 - the yardstick does nothing but read and parse
            content = stream.read()
        CParser(content).raw_parse()
    best = min(best, time.perf_counter() - start)
print(best)
