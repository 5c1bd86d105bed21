"""One window of a real browser: it shows papers, and notes whatever they do beyond being read."""

import os
import shutil
from pathlib import Path
from typing import Literal, NoReturn, TypeAlias

import fontpkg_ibm_plex_sans
import pytest
from playwright.sync_api import Browser, Dialog, Download, Page, Route

Scheme: TypeAlias = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

DESKTOP, PHONE = 1280, 390
# WCAG 2.2, 1.4.4 and 1.4.10: at 200 % a window of 1280 pixels is left with 640, at 400 % with 320
ZOOMED, NARROWEST = 640, 320
WIDTHS = (DESKTOP, ZOOMED, PHONE, NARROWEST)
_HEIGHT = 900

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

# Letters where they are, whatever a machine has set for its own screen; pictures in the colours they are given
EVEN = (
    "--font-render-hinting=none",
    "--disable-font-subpixel-positioning",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
)
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def write_fonts(folder: Path) -> Path:
    """Write settings for fontconfig, which finds a machine's fonts: the papers' own font and no other."""
    path = folder / "fonts.conf"
    fonts = fontpkg_ibm_plex_sans.ROOT / "files"
    path.write_text(_FONTS.format(fonts=fonts, cache=folder / "cache"), encoding="utf-8")
    return path


def require_program(*names: str) -> str:
    """Return the path of the first program that is there; without any skip the test, except where all has to be there."""
    return next(filter(None, map(shutil.which, names)), None) or give_up(f"{names[0]} is not installed")


def give_up(reason: str) -> NoReturn:
    """Skip a test for want of something, or fail it where nothing may be wanting."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


class Screen:
    """A window, and in ``noted`` what a paper should never do: ask for something, run something, complain."""

    def __init__(self, browser: Browser, folder: Path, *, obeys_policy: bool = True) -> None:
        self.file = folder / "paper.html"
        self.noted: list[str] = []
        context = browser.new_context(bypass_csp=not obeys_policy)
        context.set_default_timeout(30_000)
        self.page: Page = context.new_page()
        self.page.route("**/*", self._answer)
        self.page.on("console", lambda message: self.noted.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.noted.append(f"script: {error}"))
        self.page.on("dialog", self._note_dialog)
        self.page.on("popup", lambda popup: self.noted.append(f"window: {popup.url}"))
        self.page.on("download", self._note_download)

    def close(self) -> None:
        self.page.context.close()

    def show(self, html: str, width: int = DESKTOP, scheme: Scheme = "light") -> Page:
        """Open a paper as somebody opens the file."""
        self.file.write_text(html, encoding="utf-8")
        self.look(width, scheme)
        self.page.goto(self.file.as_uri())
        return self.page

    def look(self, width: int, scheme: Scheme = "light") -> None:
        """Make the window as wide as that, in daylight or at night."""
        self.page.emulate_media(media="screen", color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": _HEIGHT})

    def print(self) -> Path:
        """Print what is shown into a PDF file."""
        path = self.file.with_suffix(".pdf")
        self.page.emulate_media(media="print", color_scheme="light")
        self.page.pdf(path=path, prefer_css_page_size=True)
        return path

    def _answer(self, route: Route) -> None:
        asked = route.request.url
        if asked.partition("#")[0] == self.file.as_uri():
            route.continue_()
            return
        self.noted.append(f"request: {asked[:200]}")
        route.abort()

    def _note_dialog(self, dialog: Dialog) -> None:
        self.noted.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_download(self, download: Download) -> None:
        self.noted.append(f"download: {download.url[:200]}")
