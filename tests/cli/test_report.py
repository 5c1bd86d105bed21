"""``report`` as a process: what is printed where, which file is written, and which is left alone."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import environment, failure, handleplan
from tests.workspaces import BASE, plan, write

posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", BASE)


def test_one_theme_has_no_cover(folder: Path) -> None:
    run = handleplan("report", "--theme", "sundhed", "--theme", "Sundhed", here=folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("# Handleplan 2022\n")
    assert "## Indhold" not in run.stdout


def test_the_whole_handleplan_has_contents(folder: Path) -> None:
    run = handleplan("report", "--language", "en", here=folder)
    assert "## Contents" in run.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.html", "<!doctype html>"),
        ("x.HTM", "<!doctype html>"),
        ("x.md", "# "),
        ("x.markdown", "# "),
        ("x.json", "{"),
    ],
)
def test_the_name_of_the_file_tells_the_format(name: str, begins: str, folder: Path) -> None:
    run = handleplan("report", "--theme", "kultur", "--output", name, here=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", f"Skrevet: {name}\n")
    assert (folder / name).read_text(encoding="utf-8").startswith(begins)
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("name", ["x.odt", "x", "-"])
def test_a_name_that_tells_no_format_is_refused(name: str, folder: Path) -> None:
    assert ".html" in failure(handleplan("report", "--theme", "kultur", "--output", name, here=folder))
    assert not (folder / name).exists()


def test_a_file_is_not_replaced_silently(folder: Path) -> None:
    write(folder, {"x.md": "mine"})
    again = ["report", "--theme", "kultur", "--output", "x.md"]
    assert "--force" in failure(handleplan(*again, here=folder))
    assert (folder / "x.md").read_text(encoding="utf-8") == "mine"
    assert handleplan(*again, "--force", here=folder).returncode == 0
    assert handleplan(*again, here=folder).returncode == 0  # the very same text


@posix
def test_output_that_cannot_be_written(folder: Path) -> None:
    (folder / "loop.html").symlink_to("loop.html")
    os.mkfifo(folder / "pipe.html")
    (folder / "folder.html").mkdir()
    names = [
        "loop.html",
        "loop.html/x.html",
        "pipe.html",
        "folder.html",
        "nowhere/x.html",
        "a" * 300 + ".html",
    ]
    for name in names:
        assert failure(handleplan("report", "--theme", "kultur", "--output", name, here=folder))


@posix
def test_a_full_disk_is_told(folder: Path) -> None:
    command = [sys.executable, "-m", "handleplan", "report"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            command,
            cwd=folder,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_failure(closed: str, folder: Path) -> None:
    command = f'"{sys.executable}" -m handleplan report {closed}'
    run = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment(), capture_output=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, b"")


def test_only_the_files_of_the_paper_must_be_sound(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": plan("kultur") + "visoin: x\n"})
    assert handleplan("report", "--theme", "sundhed", here=folder).returncode == 0
    assert "2022/kultur.yaml" in failure(handleplan("report", here=folder))


def test_an_item_lost_in_the_one_above_is_not_printed_away(folder: Path) -> None:
    write(folder, {"2022/kultur.yaml": "theme: kultur\nyear: 2022\ntitle: x\ngoals:\n  - a\n    - b\n"})
    assert "linje 6" in failure(handleplan("report", "--theme", "kultur", here=folder))


def test_json_is_the_finished_view(folder: Path) -> None:
    run = handleplan("report", "--format", "json", here=folder)
    paper = json.loads(run.stdout)
    assert (paper["schema_version"], paper["kind"], paper["year"]) == (1, "plan", 2022)


def test_a_year_without_plans(folder: Path) -> None:
    assert "2022" in failure(handleplan("report", "--year", "2023", here=folder))


def test_help_is_offered_for_the_command_that_was_meant(folder: Path) -> None:
    assert "handleplan report --help" in failure(handleplan("report", "sundhed", here=folder))


REPORT = "theme: kultur\nyear: 2022\ndate: 2022-06-10\nsummary: Godt i gang\n"
MEETING = "step: january-meeting\ndate: 2022-01-25\ndecisions:\n  - text: Aftalt\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def year(folder: Path) -> Path:
    return write(
        folder, {"2022/status/2022-06/kultur.yaml": REPORT, "2022/meetings/january-meeting.yaml": MEETING}
    )


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        ("--kind status", "# Afrapportering på handleplan 2022"),
        ("--kind status --round 2022-06 --theme kultur", "# Afrapportering på handleplan 2022 – Kultur"),
        ("--kind overview", "# Overblik: Handleplan 2022"),
        ("--kind onepage --theme sundhed", "# Handleplan 2022"),
        ("--kind minutes", "# Beslutningsreferat: january-meeting"),
        ("--kind minutes --meeting january-meeting", "# Beslutningsreferat: january-meeting"),
        ("--kind wheel", "<svg "),
        ("--kind timeline --theme kultur --format svg", "<svg "),
    ],
)
def test_every_kind_of_paper(arguments: str, title: str, year: Path) -> None:
    run = handleplan("report", "--as-of", "2022-07-01", *arguments.split(), here=year)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(title)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--round 2022-06", "--kind status"),
        ("--kind status --round juni", "2022-06"),
        ("--kind status --meeting x", "--kind minutes"),
        ("--kind minutes --theme kultur", "--theme"),
        ("--kind wheel --theme kultur", "--theme"),
        ("--kind onepage", "--theme"),
        ("--kind onepage --theme kultur --theme sundhed", "one --theme"),
        ("--kind wheel --format html", "--format html"),
        ("--format png", "--format png"),
        ("--kind referat", "minutes"),
    ],
)
def test_options_that_do_not_go_together(arguments: str, told: str, year: Path) -> None:
    assert told in failure(handleplan("report", *arguments.split(), here=year))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--kind status --round 2022-09", "2022-06"),
        ("--kind status --theme sundhed", "sundhed"),
        ("--kind status --as-of 2022-01-01", "--round"),
        ("--kind minutes --meeting january", "january-meeting"),
        ("--kind minutes --as-of 2022-01-01", "--meeting"),
        ("--kind overview --year 2024", "2024"),
        ("--kind wheel --year 1999", "1999"),
        ("--kind wheel --output x.html", ".svg"),
        ("--output x.svg", ".html"),
    ],
)
def test_nothing_to_report_is_one_clear_line(arguments: str, told: str, year: Path) -> None:
    assert told in failure(handleplan("report", *arguments.split(), here=year))


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        ("--output nyt.html --format pdf", "pdf html"),
        ("--output nyt.HTM --format markdown", "markdown html"),
        ("--output nyt.png --format json", "json png"),
        ("--kind wheel --output nyt.pdf --format svg", "svg pdf"),
        ("--output nyt.md --format markdown", None),
        ("--output nyt.txt --format markdown", None),
        ("--output nyt --format json", None),
    ],
)
def test_a_file_is_not_called_what_it_is_not(arguments: str, refused: str | None, year: Path) -> None:
    run = handleplan("report", *arguments.split(), here=year)
    if refused is None:
        assert run.returncode == 0, run.stderr
        return
    asked, named = refused.split()
    told = failure(run)
    assert f"--format {asked} does not go with --output nyt" in told
    assert f"whose ending means {named}" in told
    assert not list(year.glob("nyt*"))


def test_a_file_that_is_there_is_not_overwritten(year: Path) -> None:
    write(year, {"nyt.html": "min egen"})
    asked = ("report", "--output", "nyt.html", "--language")
    assert "er ikke overskrevet" in failure(handleplan(*asked, "da", here=year))
    assert "not overwritten" in failure(handleplan(*asked, "en", here=year))
    assert (year / "nyt.html").read_text(encoding="utf-8") == "min egen"


def test_a_round_tells_its_year(year: Path) -> None:
    late = REPORT.replace("2022-06-10", "2023-01-10")
    write(year, {"2022/status/2023-01/kultur.yaml": late, "2023/kultur.yaml": plan("kultur", 2023)})
    run = handleplan("report", "--kind", "status", "--round", "2023-01", "--as-of", "2023-02-01", here=year)
    assert run.stdout.startswith("# Afrapportering på handleplan 2022\n")


def test_a_meeting_means_the_year_it_is_nearest_to(year: Path) -> None:
    write(year, {"2023/kultur.yaml": plan("kultur", 2023)})
    asked = ("report", "--kind", "minutes", "--meeting", "january-meeting", "--as-of")
    assert handleplan(*asked, "2022-02-01", here=year).returncode == 0
    assert "2023" in failure(handleplan(*asked, "2023-02-01", here=year))


def test_a_picture_as_png(year: Path) -> None:
    pytest.importorskip("resvg_py")
    run = handleplan("report", "--kind", "wheel", "--output", "hjul.png", here=year)
    assert (run.returncode, run.stderr) == (0, "Skrevet: hjul.png\n")
    assert (year / "hjul.png").read_bytes().startswith(b"\x89PNG")


def test_the_logo_is_part_of_the_page(year: Path) -> None:
    config = BASE["handleplan.yaml"]
    assert isinstance(config, str)
    organisation = "organisation:\n  name: Kontoret\n  logo: logo.svg\n"
    write(year, {"handleplan.yaml": organisation + config, "logo.svg": LOGO})
    html = handleplan("report", "--format", "html", here=year).stdout
    assert '<img src="data:image/svg+xml;base64,' in html
    (year / "logo.svg").write_text("ikke et billede")
    assert "png, jpeg eller svg" in failure(handleplan("report", here=year))
    (year / "logo.svg").unlink()
    for language in ("da", "en"):
        told = failure(handleplan("report", "--language", language, here=year))
        assert "logo.svg" in told
        assert "logo: " in told
        assert "handleplan.yaml" in told
        assert "sundhed.yaml" not in told
    write(year, {"billeder/logo.svg": LOGO})
    write(year, {"handleplan.yaml": organisation.replace("logo.svg", "billeder\\logo.svg") + config})
    assert (
        '<img src="data:image/svg+xml;base64,' in handleplan("report", "--format", "html", here=year).stdout
    )
    write(year, {"handleplan.yaml": organisation.replace("logo.svg", "../logo.svg") + config})
    assert "../logo.svg" in failure(handleplan("report", here=year))


def test_a_template_under_its_old_name_is_pointed_out(year: Path) -> None:
    write(year, {"templates/plan.html.j2": "{{ paper.title }}"})
    told = failure(handleplan("report", "--format", "html", here=year))
    assert "plan.html.j2" in told
    assert "paper.html.j2" in told
    write(year, {"templates/paper.html.j2": "{{ paper.title }}"})
    assert handleplan("report", "--format", "html", here=year).stdout == "Handleplan 2022\n"


@pytest.mark.parametrize(("name", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_bytes_go_into_a_file_or_a_pipe(name: str, begins: bytes, year: Path) -> None:
    asked = ("report", "--kind", "overview", "--as-of", "2022-06-20")
    run = handleplan(*asked, "--output", f"overblik.{name}", here=year)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", f"Skrevet: overblik.{name}\n")
    command = [sys.executable, "-m", "handleplan", *asked, "--format", name]
    piped = subprocess.run(command, cwd=year, env=environment(), capture_output=True, check=True)
    assert piped.stdout == (year / f"overblik.{name}").read_bytes()
    assert piped.stdout.startswith(begins)
    assert piped.stderr == b""


@posix
@pytest.mark.parametrize("wish", ["--format pdf", "--format docx", "--kind wheel --format png"])
def test_a_terminal_is_shown_no_bytes(wish: str, year: Path) -> None:
    import pty

    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "handleplan", "report", *wish.split()]
    run = subprocess.run(
        command, cwd=year, env=environment(), stdout=inner, stderr=subprocess.PIPE, check=False
    )
    os.close(inner)
    os.close(outer)
    assert run.returncode == 2
    assert re.fullmatch(
        r"handleplan: .*--format (pdf|docx|png) is not for a terminal.*--output.*\n", run.stderr.decode()
    )


@pytest.mark.parametrize(
    ("format_name", "module", "extra"),
    [("pdf", "typst", "pdf"), ("docx", "docx", "word"), ("docx", "resvg_py", "word")],
)
@pytest.mark.parametrize("language", ["da", "en"])
def test_without_its_extra_a_format_is_refused_in_one_line(
    language: str, format_name: str, module: str, extra: str, year: Path
) -> None:
    hide = f"import sys; sys.modules[{module!r}] = None; import handleplan.__main__ as m; m.run()"
    command = [
        sys.executable,
        "-c",
        hide,
        "report",
        "--format",
        format_name,
        "--output",
        f"x.{format_name}",
        "--language",
        language,
    ]
    run = subprocess.run(
        command, cwd=year, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    told = failure(run)
    assert f"handleplan[{extra}]" in told
    assert f'pipx install --force ".[{extra}]"' in told
    assert not (year / f"x.{format_name}").exists()


def test_a_broken_template_of_pdf_is_named_with_its_line(year: Path) -> None:
    write(year, {"templates/paper.typ": '#let data = json("/paper.json")\n\n#data.papir\n'})
    told = failure(handleplan("report", "--output", "x.pdf", here=year))
    assert "templates/paper.typ" in told
    assert "3" in told
    assert "papir" in told
