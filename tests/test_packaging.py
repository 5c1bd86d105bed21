"""What is installed: the wheel's contents, the templates in both kinds of install, the ways in, the version."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import entry_points, version
from itertools import chain
from pathlib import Path

import pytest

import handleplan
from handleplan.report.environment import shipped_templates

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEMPLATES = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_the_package_and_its_templates_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    package = {
        path.relative_to(source).as_posix()
        for path in (source / "handleplan").rglob("*")
        if path.suffix in (".py", ".typed")
    }
    installed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert installed == package | {f"handleplan/{name}" for name in TEMPLATES}
    assert "handleplan/py.typed" in installed


def test_the_wheel_holds_the_templates_as_they_are(wheel: zipfile.ZipFile) -> None:
    for name in TEMPLATES:
        assert wheel.read(f"handleplan/{name}") == (ROOT / name).read_bytes()


def test_templates_are_found_in_an_unpacked_wheel(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = "from handleplan.report.environment import shipped_templates as s; print(s().as_posix())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert Path(done.stdout.strip()) == (tmp_path / "handleplan" / "templates").resolve()


def test_templates_are_found_in_a_checkout() -> None:
    assert shipped_templates() == ROOT / "templates"
    assert not (ROOT / "src" / "handleplan" / "templates").exists()


def test_the_wheel_says_what_it_needs(wheel: zipfile.ZipFile) -> None:
    folder = next(name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name)
    metadata = wheel.read(f"{folder}/METADATA").decode()
    assert f"Version: {handleplan.__version__}\n" in metadata
    assert "Requires-Python: >=3.11\n" in metadata
    assert b"handleplan = handleplan.__main__:run" in wheel.read(f"{folder}/entry_points.txt")
    assert f"{folder}/licenses/LICENSE" in wheel.namelist()


def test_the_script_is_installed() -> None:
    (script,) = entry_points(group="console_scripts", name="handleplan")
    assert script.load() is not None


def test_python_runs_the_package() -> None:
    command = [sys.executable, "-m", "handleplan", "--version"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == (f"handleplan {handleplan.__version__}\n", "")


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["dynamic"] == ["version"]
    assert "version" not in PROJECT
    assert version("handleplan") == handleplan.__version__
    places = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "src").rglob("*.py")
        if handleplan.__version__ in path.read_text(encoding="utf-8")
    ]
    assert places == ["src/handleplan/__init__.py"]


def test_every_dependency_has_a_pin_and_no_pin_an_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in pins)
    pinned = {_plain(line.partition("==")[0]) for line in pins}
    wanted = [*PROJECT["dependencies"], *chain.from_iterable(PROJECT["optional-dependencies"].values())]
    named = re.compile(r"[A-Za-z0-9._-]+")
    assert {_plain(match[0]) for line in wanted if (match := named.match(line))} <= pinned


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
