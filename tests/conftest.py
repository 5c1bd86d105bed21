"""What every test may rely on: no network, no home folder, the same examples each time, and golden files."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from handleplan.workspace import Workspace

ROOT = Path(__file__).parents[1]

# The same examples in every run, without a clock and without a folder to remember them in;
# `--hypothesis-profile deep` looks further.
settings.register_profile("suite", deadline=None, derandomize=True, database=None)
settings.register_profile("deep", deadline=None, database=None, max_examples=5000)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files instead of comparing with them"
    )


@pytest.fixture(autouse=True, scope="session")
def _sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the suite, and the processes it starts, an empty home; let nothing in it connect to anywhere."""

    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        pytest.fail("a test tried to reach the network")

    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's job in the background hands that down
        signal.signal(signal.SIGINT, signal.default_int_handler)
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        # nor let git take a repository or settings from around the suite, which may run in one of its hooks
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for name in ("connect", "connect_ex", "bind"):
            patch.setattr(socket.socket, name, refuse)
        for name in ("getaddrinfo", "gethostbyname", "create_connection"):
            patch.setattr(socket, name, refuse)
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name beside the test; ``--update-golden`` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path} is missing: run pytest --update-golden and look at it"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def shipped() -> Workspace:
    """The workspace that is shipped: the real plans of 2022."""
    return Workspace(ROOT / "plans")
