"""Puts every paper into pictures, for people to look at: on a desk, on a telephone, at night, and printed.

Run from the root of the checkout, as `make screenshots` does. Needs Chromium, and pdftoppm for the printed pages.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.papers import PAPERS, html_of
from tests.browser.screen import ARGUMENTS, BROWSERS, DESKTOP, NARROWEST, PHONE, Scheme, Screen

LOOKS: tuple[tuple[int, Scheme], ...] = (
    (DESKTOP, "light"),
    (DESKTOP, "dark"),
    (PHONE, "light"),
    (PHONE, "dark"),
    (NARROWEST, "light"),
)


def take(screen: Screen, name: str, folder: Path) -> None:
    """Take the pictures of one paper."""
    page = screen.show(html_of(name))
    for width, scheme in LOOKS:
        screen.look(width, scheme)
        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
    printed = screen.print()
    if pdftoppm := shutil.which("pdftoppm"):
        subprocess.run([pdftoppm, "-png", "-r", "80", printed, folder / f"{name}-a4"], check=True)


def main() -> None:
    """Take the pictures of all papers whose names begin with one of the words given after the folder."""
    folder, wanted = Path(sys.argv[1]).resolve(), tuple(sys.argv[2:])
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("There is no Chromium on this machine.")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=browser, args=ARGUMENTS)
        screen = Screen(running, folder)
        for name in PAPERS:
            if name.startswith(wanted or ""):
                take(screen, name, folder)
        running.close()
    for left in ("paper.html", "paper.pdf"):
        (folder / left).unlink(missing_ok=True)
    print(f"{folder}: {len(list(folder.iterdir()))} pictures")


main()
