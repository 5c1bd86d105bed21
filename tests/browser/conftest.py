"""The browsers that all tests of this folder share; they are gone before other tests run."""

import os
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.screen import ARGUMENTS, BROWSERS, EVEN, Screen, give_up, require_program, write_fonts


@pytest.fixture(scope="package")
def _driver() -> Iterator[Playwright]:
    """Start Playwright, which speaks with browsers through pipes: nothing has to be let through the seal around the suite."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="package")
def browser(_driver: Playwright) -> Iterator[Browser]:
    """Start the machine's Chromium."""
    running = _driver.chromium.launch(executable_path=require_program(*BROWSERS), args=ARGUMENTS)
    yield running
    running.close()


def _with_plex(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | float | bool]:
    """Return the environment of a browser that finds the papers' own font and no other."""
    if sys.platform != "linux":
        give_up("only fontconfig can be told which fonts there are")
    return {**os.environ, "FONTCONFIG_FILE": str(write_fonts(tmp_path_factory.mktemp("fonts")))}


@pytest.fixture(scope="package")
def plex_browser(_driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start Chromium with the papers' own font and no other, so that every machine shows the same."""
    running = _driver.chromium.launch(
        executable_path=require_program(*BROWSERS),
        args=[*ARGUMENTS, *EVEN],
        env=_with_plex(tmp_path_factory),
    )
    yield running
    running.close()


@pytest.fixture(scope="package")
def _window(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    window = Screen(browser, tmp_path_factory.mktemp("papers"))
    yield window
    window.close()


@pytest.fixture
def screen(_window: Screen) -> Iterator[Screen]:
    """Lend the window to a test, which fails if what it showed did anything but be read."""
    _window.noted.clear()
    yield _window
    assert _window.noted == []


@pytest.fixture(scope="package")
def _careless_window(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    window = Screen(browser, tmp_path_factory.mktemp("careless"), obeys_policy=False)
    yield window
    window.close()


@pytest.fixture
def careless(_careless_window: Screen) -> Iterator[Screen]:
    """Lend a window that pays no heed to a page's security policy: what it does not run is no script at all."""
    _careless_window.noted.clear()
    yield _careless_window
    assert _careless_window.noted == []


@pytest.fixture(scope="package")
def _plex_window(plex_browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    window = Screen(plex_browser, tmp_path_factory.mktemp("plex"))
    yield window
    window.close()


@pytest.fixture
def plex(_plex_window: Screen) -> Iterator[Screen]:
    """Lend a window that looks the same on every machine."""
    _plex_window.noted.clear()
    yield _plex_window
    assert _plex_window.noted == []


@pytest.fixture(scope="package")
def _hinted_window(_driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    running = _driver.chromium.launch(
        executable_path=require_program(*BROWSERS), args=ARGUMENTS, env=_with_plex(tmp_path_factory)
    )
    window = Screen(running, tmp_path_factory.mktemp("hinted"))
    yield window
    running.close()


@pytest.fixture
def hinted(_hinted_window: Screen) -> Screen:
    """Lend a window with the papers' own font, whose letters are fitted to the screen's pixels."""
    return _hinted_window
