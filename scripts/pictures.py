"""Makes the pictures of the README out of what handleplan really prints.

Terminals become SVG: the text stays text, nothing is loaded from elsewhere, and the same output gives the same bytes,
so that `--check` can say whether they are current. A paper becomes a PNG where Chromium is installed; that is looked at,
not compared. Works where there are pseudo-terminals, so not on Windows.
"""

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from generated import CHECKING, ROOT, keep

IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
COLUMNS = 92
# One character of a terminal, in pixels; the width holds whatever font is found, for every line states its length.
WIDTH, HEIGHT, MARGIN = 8.4, 20, 20
COLOURS = {
    "1": "font-weight:bold", "2": "fill:#8f9aa5", "4": "text-decoration:underline", "31": "fill:#ff8f85",
    "32": "fill:#7ed491", "33": "fill:#f0c463", "34": "fill:#8ab8f5", "36": "fill:#6fd3df",
}  # fmt: skip
STYLE = "".join(f".s{code}{{{rule}}}" for code, rule in COLOURS.items())


class Terminal(NamedTuple):
    """A picture of a command and its output.

    ``changes`` are made to a plan first: pairs of old and new text in ``plans/2022/sundhed.yaml``.
    """

    name: str
    title: str
    arguments: tuple[str, ...]
    changes: tuple[tuple[str, str], ...] = ()


TERMINALS = (
    Terminal(
        "lint",
        "handleplan lint finds a Danish key and a quarter range that falls",
        ("lint", "plans/2022/sundhed.yaml"),
        (("\npurpose:", "\nformål:"), ("    quarters: Q1\n", "    quarters: Q4-Q2\n")),
    ),
    Terminal("status", "handleplan status shows where the year stands", ("status", "--as-of", "2022-01-15")),
)


def draw_terminal(terminal: Terminal) -> str:
    """Run a command in a copy of the plans and return the picture of it as SVG."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "plans", folder / "plans")
        plan = folder / "plans" / "2022" / "sundhed.yaml"
        text = plan.read_text(encoding="utf-8")
        for old, new in terminal.changes:
            assert text.count(old) == 1, f"{old!r} does not stand once in {plan.name}"
            text = text.replace(old, new)
        plan.write_text(text, encoding="utf-8")
        output = run_on_terminal([sys.executable, "-m", "handleplan", *terminal.arguments], folder)
    lines = [f"\x1b[2m$\x1b[0m handleplan {' '.join(terminal.arguments)}", *output.rstrip().splitlines()]
    return to_svg(terminal.title, lines)


def run_on_terminal(command: Sequence[str], folder: Path) -> str:
    """Run a command on a terminal of its own, as wide as the pictures, and return what it prints there."""
    outer, inner = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm", "NO_COLOR": ""}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=inner, stderr=inner) as process:
        os.close(inner)
        output = b"".join(_read(outer))
    os.close(outer)
    assert process.returncode in (0, 1), output.decode()
    return output.decode().replace("\r\n", "\n")


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            content = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody writes any more
            return
        if not content:
            return
        yield content


def to_svg(title: str, lines: Sequence[str]) -> str:
    """Set lines with ANSI styles as a picture of a terminal."""
    width, height = COLUMNS * WIDTH + 2 * MARGIN, len(lines) * HEIGHT + 2 * MARGIN
    plain = "\n".join(_unstyled(line) for line in lines)
    texts = "\n".join(_line(number, line) for number, line in enumerate(lines) if _unstyled(line))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" width="{width:g}" role="img" \
aria-labelledby="title desc">
<title id="title">{escape(title)}</title>
<desc id="desc">{escape(plain)}</desc>
<style>text{{font:14px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#e6e9ec;white-space:pre}}\
{STYLE}</style>
<rect width="100%" height="100%" rx="8" fill="#1c2329"/>
{texts}
</svg>
"""


def _line(number: int, line: str) -> str:
    plain = _unstyled(line)
    content = "".join(_spans(line))
    x, y = MARGIN, MARGIN + number * HEIGHT + 14
    return f'<text x="{x}" y="{y}" textLength="{len(plain) * WIDTH:g}" xml:space="preserve">{content}</text>'


def _spans(line: str) -> Iterator[str]:
    styles: list[str] = []
    for number, part in enumerate(re.split(r"\x1b\[([0-9;]*)m", line)):
        if number % 2:
            styles = [f"s{code}" for code in part.split(";") if code in COLOURS]
        elif part:
            text = escape(part, quote=False)
            yield f'<tspan class="{" ".join(styles)}">{text}</tspan>' if styles else text


def _unstyled(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


def draw_wheel() -> str:
    """Return the wheel of the real year as handleplan draws it."""
    report = ["report", "--kind", "wheel", "--as-of", "2022-01-15"]
    command = [sys.executable, "-m", "handleplan", *report]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def photograph_paper(browser: str) -> None:
    """Take a picture of a paper in a browser."""
    with tempfile.TemporaryDirectory() as name:
        paper = Path(name, "sundhed.html")
        report = ["report", "--theme", "sundhed", "--format", "html", "--output", str(paper)]
        subprocess.run([sys.executable, "-m", "handleplan", *report], cwd=ROOT, check=True)
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",  # Chromium's does not work in containers, and no page but our own is opened
                "--hide-scrollbars",
                f"--user-data-dir={name}/profile",
                "--window-size=1000,900",
                f"--screenshot={IMAGES / 'paper.png'}",
                paper.as_uri(),
            ],
            check=True,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )


def main() -> int:
    """Make all pictures; with `--check` make none, and return 1 when one is not what it would become."""
    pictures = {IMAGES / f"{one.name}.svg": draw_terminal(one) for one in TERMINALS}
    pictures[IMAGES / "wheel.svg"] = draw_wheel()
    code = keep(pictures, "pictures")
    if CHECKING:
        return code
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("No Chromium here: the pictures of papers stay as they are.")
    else:
        photograph_paper(browser)
    return code


if __name__ == "__main__":
    sys.exit(main())
