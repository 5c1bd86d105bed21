"""The yardstick L: read every file named on standard input and drive libyaml's bare parser to its end; print seconds."""

import sys
import time

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

PASSES = 5


def parse(names: list[str]) -> float:
    """Read and parse every file once; return the seconds that took."""
    start = time.perf_counter()
    for name in names:
        with open(name, "rb") as stream:  # noqa: PTH123 - the yardstick does nothing but read and parse
            content = stream.read()
        CParser(content).raw_parse()
    return time.perf_counter() - start


if __name__ == "__main__":
    files = sys.stdin.read().splitlines()
    print(min(parse(files) for _ in range(PASSES)))
