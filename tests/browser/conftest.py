"""The browser that all tests of this folder share; it is gone before other tests run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.screen import ARGUMENTS, BROWSERS, Screen, require_program


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium.

    Playwright speaks with it through pipes, so nothing has to be let through the seal around the suite.
    """
    path = require_program(*BROWSERS)
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
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
