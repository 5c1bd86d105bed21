"""``handleplan new``: rounds, meetings and years, out of what is there, whole, and never over what is there."""

import os
from pathlib import Path

import pytest

from tests.cli.process import at_once as handleplan
from tests.cli.process import failure
from tests.workspaces import BASE, CONFIG, findings, plan, write

SUNDHED = """\
theme: sundhed
year: 2022
title: Sundhed 2022
vision: |
  Et langt liv
  i 2022   # ikke en kommentar
goals:
  - id: m1
    text: Lighed
core_activities:
  - id: b1
    text: Rådgivning
focus_areas:
  - id: data
    title: Data
    objective: |
      Data, der bruges
    activities:
      - id: data-1
        text: "Møde: om data"
        quarters: Q1
      - id: data-2
        text: >-
          En lang tekst, som er foldet
          over to linjer
        quarters: Q3-Q4
  - id: ai
    title: AI
actions:
  - id: h1
    text: Rejse
    continues:
      - 2021/h9
annexes:
  - text: Uden id
"""
PROPOSED = SUNDHED.replace("vision:", "stages:\n  proposed: 2022-01-10\nvision:").replace(
    "- text: U", "- id: u\n    text: U"
)
OLD = "theme: sundhed\nyear: 2021\ntitle: Sundhed 2021\nactions:\n  - id: h9\n    text: Rejse\n"
FILES = {
    **BASE,
    "2021/sundhed.yaml": OLD,
    "2022/sundhed.yaml": SUNDHED,
    "2022/index.yaml": "year: 2022\ntitle: Plan 2022\ndate: 2022-01-01\n",
}
JUNE = ("new", "status", "--as-of", "2022-06-10")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", FILES)


def text(folder: Path, name: str) -> str:
    return (folder / name).read_bytes().decode()


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def errors(folder: Path) -> list[str]:
    return [one.message for one in findings(folder) if one.severity == "error"]


REPORT = """\
# Status på Sundhed, runden 2022-06. Skriv, hvor langt hver aktivitet er, og udfyld de fem tekster.
# En aktivitets status er et af ordene planned (Planlagt), in_progress (I gang), ongoing (Løbende),
# done (Gennemført), delayed (Forsinket), dropped (Udgået), carried_over (Videreføres).
theme: sundhed
year: 2022
date: 2022-06-10
meeting: june-meeting
# Status: Hvor står samarbejdet, samlet set?
summary: |
# Udfordringer: Hvad er svært, og hvad gør I ved det?
challenges: |
# Erfaringer: Hvad har I lært?
lessons: |
# Prioritering: Hvad er vigtigst i den kommende tid?
priorities: |
# Nye muligheder: Hvilke nye muligheder er der?
opportunities: |
activities:
  # Rådgivning
  b1:
    status:
    note:
  # Møde: om data
  data-1:
    status:
    note:
  # AI
  ai:
    status:
    note:
  # Rejse
  h1:
    status:
    note:
"""


def test_a_round_has_every_activity_that_has_begun(folder: Path) -> None:
    run = handleplan(*JUNE, "--theme", "Sundhed", here=folder)
    assert run.returncode == 0
    assert run.stdout == (
        "2022/status/2022-06/sundhed.yaml er skrevet med 4 aktiviteter.\n"
        "  1 aktivitet har intet id og kan ikke få en status. Den får et, når planen registreres som\n"
        "  foreslået med handleplan set TEMA --stage proposed; er den det, så kør handleplan fix.\n"
    )
    assert text(folder, "2022/status/2022-06/sundhed.yaml") == REPORT
    assert not (folder / "2022/status/2022-06/kultur.yaml").exists()
    assert errors(folder) == []


def test_a_round_begins_with_what_was_reported_last(folder: Path) -> None:
    first = "theme: sundhed\nyear: 2022\ndate: 2022-03-01\nactivities:\n  h1:\n    status: delayed\n    note: Strejke\n"
    write(folder, {"2022/status/2022-03/sundhed.yaml": first})
    handleplan(*JUNE, here=folder)
    written = text(folder, "2022/status/2022-06/sundhed.yaml")
    assert "  # Rejse\n  # Sidst (2022-03): Strejke\n  h1:\n    status: delayed\n    note:\n" in written
    assert "    status:\n" in written


def test_run_again_a_round_gets_what_is_missing_and_nothing_else(folder: Path) -> None:
    own = "# min\ntheme: sundhed\nyear: 2022\ndate: 2022-06-01\nsummary: Godt  # ja\nlessons:\nactivities:\n  h1:\n    status: done\n"
    write(folder, {"2022/status/2022-06/sundhed.yaml": own})
    run = handleplan(*JUNE, "--theme", "sundhed", here=folder)
    assert "challenges, priorities, opportunities, b1, data-1, ai" in " ".join(run.stdout.split())
    written = text(folder, "2022/status/2022-06/sundhed.yaml")
    for line in own.splitlines():
        assert line in written.splitlines()
    assert written.index("challenges") < written.index("lessons") < written.index("activities")
    again = handleplan(*JUNE, "--theme", "sundhed", here=folder)
    assert "intet mangler" in again.stdout
    assert text(folder, "2022/status/2022-06/sundhed.yaml") == written


def test_new_files_end_their_lines_as_the_workspace_does(folder: Path) -> None:
    write(folder, {"handleplan.yaml": CONFIG.replace("\n", "\r\n")})
    handleplan(*JUNE, here=folder)
    assert text(folder, "2022/status/2022-06/sundhed.yaml") == REPORT.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("as_of", "round_", "day"),
    [
        ("2022-02-10", "2022-02", "2022-02-10"),
        ("2022-04-30", "2022-04", "2022-04-30"),
        ("2022-05-02", "2022-06", "2022-06-01"),  # the meeting of June is near
        ("2022-06-30", "2022-06", "2022-06-30"),
        ("2023-01-09", "2023-01", "2023-01-09"),  # the last round of 2022
    ],
)
def test_the_round_that_is_meant(as_of: str, round_: str, day: str, folder: Path) -> None:
    assert handleplan("new", "status", "--as-of", as_of, here=folder).returncode == 0
    assert f"date: {day}\n" in text(folder, f"2022/status/{round_}/sundhed.yaml")


@pytest.mark.parametrize("name", ["sundhed", "Sundhed"])
def test_a_report_of_later_is_dated_for_its_meeting_in_any_spelling_of_the_theme(
    name: str, folder: Path
) -> None:
    record = f"step: june-meeting\ndate: 2022-06-21\npapers_due: 2022-06-14\nthemes:\n  - {name}\n"
    write(folder, {"2022/meetings/june-meeting.yaml": record})
    run = handleplan("new", "status", "--round", "2022-06", "--as-of", "2022-05-20", here=folder)
    assert run.returncode == 0
    assert "date: 2022-06-14\n" in text(folder, "2022/status/2022-06/sundhed.yaml")


MEETING = """\
# june-meeting, handleplanen for 2022.
step: june-meeting
date: 2022-06-21
themes:
  - sundhed
place:
papers_due: 2022-06-14
agenda:
  - title: Status på samarbejdet og nye muligheder
    kind: information
  - title: "Afrapportering 2022: Sundhed"
    kind: discussion
  - title: Beslutninger og det videre forløb
    kind: decision
# En linje med “- text: …” for hver beslutning. Skal nogen gøre noget, så skriv owner: og due: under
# den; ellers state: done.
decisions:
"""


def test_a_meeting_has_its_agenda_and_is_never_overwritten(folder: Path) -> None:
    command = ("new", "meeting", "june-meeting", "--theme", "sundhed", "--as-of", "2022-06-10")
    run = handleplan(*command, "--date", "2022-06-21", here=folder)
    name = "2022/meetings/june-meeting-sundhed.yaml"
    assert run.stdout == f"{name} er skrevet. Mødet er den 21. juni 2022.\n"
    assert text(folder, name) == MEETING
    shorter = MEETING.partition("# En linje")[0].replace("place:\n", "place: Viborg  # ok\n")
    write(folder, {name: shorter})
    again = handleplan(*command, "--date", "2022-06-28", here=folder)
    assert "decisions" in again.stdout
    assert text(folder, name) == MEETING.replace("place:\n", "place: Viborg  # ok\n")
    assert "intet mangler" in handleplan(*command, here=folder).stdout
    assert errors(folder) == []


@pytest.mark.parametrize(
    ("there", "record", "asked", "named"),
    [
        ("june-meeting", "", ("sundhed",), "Sundhed"),
        ("june-meeting", "", ("sundhed", "kultur"), "Sundhed, Kultur"),
        ("moedet", "themes: [Sundhed]\n", ("sundhed", "kultur"), "Sundhed"),
        ("june-meeting-kultur", "themes: [kultur]\n", (), "Kultur"),
    ],
)
def test_a_meeting_has_one_record(
    there: str, record: str, asked: tuple[str, ...], named: str, folder: Path
) -> None:
    write(folder, {f"2022/meetings/{there}.yaml": f"step: june-meeting\ndate: 2022-06-20\n{record}"})
    before = contents(folder)
    options = [option for theme in asked for option in ("--theme", theme)]
    run = handleplan("new", "meeting", "june-meeting", "--as-of", "2022-06-10", *options, here=folder)
    assert f"2022/meetings/{there}.yaml handler allerede om june-meeting for {named}." in failure(run)
    assert contents(folder) == before


def test_a_meeting_on_other_themes_or_of_another_step_is_another(folder: Path) -> None:
    write(
        folder,
        {
            "2022/meetings/januar.yaml": "step: january-meeting\ndate: 2022-01-20\n",
            "2022/meetings/juni.yaml": "step: june-meeting\ndate: 2022-06-20\nthemes: [kultur]\n",
        },
    )
    command = ("new", "meeting", "june-meeting", "--theme", "sundhed", "--as-of", "2022-06-10")
    assert handleplan(*command, here=folder).returncode == 0


@pytest.mark.parametrize(
    ("as_of", "year", "day"),
    [
        ("2022-01-10", 2022, "2022-01-31"),
        ("2021-11-15", 2022, "2022-01-31"),
        ("2022-12-01", 2023, "2023-01-31"),
    ],
)
def test_a_meeting_without_a_date_gets_one_to_confirm(as_of: str, year: int, day: str, folder: Path) -> None:
    run = handleplan("new", "meeting", "january-meeting", "--as-of", as_of, here=folder)
    assert "forslag" in run.stdout
    written = text(folder, f"{year}/meetings/january-meeting.yaml")
    assert f"# Datoen er et forslag: ret den, når mødet er aftalt.\ndate: {day}\n" in written


YEAR = """\
# Ført videre fra 2022. Gennemgå hvert afsnit, og slet bemærkningerne, når de er fulgt.
theme: sundhed
year: 2023
# GENNEMGÅ: 2022 står i teksten.
title: Sundhed 2022
# GENNEMGÅ: 2022 står i teksten.
vision: |
  Et langt liv
  i 2022   # ikke en kommentar
# GENNEMGÅ: overtaget fra 2022.
goals:
  - id: m1
    text: Lighed
# GENNEMGÅ: det, der ikke var færdigt i 2022, med seneste status.
core_activities:
  # Status ikke oplyst
  - id: b1
    text: Rådgivning
    continues:
      - 2022/b1
# GENNEMGÅ: det, der ikke var færdigt i 2022, med seneste status.
focus_areas:
  - id: data
    title: Data
    objective: |
      Data, der bruges
    activities:
      # Seneste status (2022-06): Forsinket
      # Syg
      # GENNEMGÅ: tidsplanen er fra 2022.
      - id: data-2
        text: >-
          En lang tekst, som er foldet
          over to linjer
        quarters: Q3-Q4
        continues:
          - 2022/data-2
  # Seneste status (2022-06): Løbende
  - id: ai
    title: AI
    continues:
      - 2022/ai
# GENNEMGÅ: det, der ikke var færdigt i 2022, med seneste status.
annexes:
  # Status ikke oplyst
  - text: Uden id
"""
ROUND = """\
theme: sundhed
year: 2022
date: 2022-06-14
activities:
  data-1:
    status: done
  data-2:
    status: delayed
    note: Syg
  ai:
    status: ongoing
  h1:
    status: dropped
    note: Aflyst
"""


def test_a_year_takes_over_what_stands_and_what_is_unfinished(folder: Path) -> None:
    write(folder, {"2022/status/2022-06/sundhed.yaml": ROUND})
    run = handleplan("new", "year", "2023", "--as-of", "2022-11-10", here=folder)
    assert run.returncode == 0, run.stderr
    assert text(folder, "2023/sundhed.yaml") == YEAR
    assert text(folder, "2023/index.yaml") == (
        YEAR.splitlines()[0] + "\nyear: 2023\n# GENNEMGÅ: 2022 står i teksten.\ntitle: Plan 2022\n"
    )
    assert (
        run.stdout
        == """\
2023 er ført videre fra 2022:
2023/
├── index.yaml – omslaget
├── sundhed.yaml – 4 aktiviteter
├── kultur.yaml – 0 aktiviteter
└── groen-omstilling.yaml – 0 aktiviteter
2023/index.yaml nævner 2022 i linje 4. Skal årstallet rettes?
2023/sundhed.yaml nævner 2022 i linjerne 5, 9. Skal årstallene rettes?
2023/sundhed.yaml: 1 aktivitet uden id kan ikke følges tilbage. Skal den kunne det, så giv den først
et id i det gamle års plan: skriv det selv, hvis planen er et udkast, ellers kør handleplan fix.
2023/kultur.yaml nævner 2022 i linje 5. Skal årstallet rettes?
2023/groen-omstilling.yaml nævner 2022 i linje 5. Skal årstallet rettes?
"""
    )
    assert errors(folder) == []


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    before = contents(folder)
    run = handleplan("new", "year", "2023", "--dry-run", "--as-of", "2022-11-10", here=folder)
    assert run.stdout.startswith("2023 ville blive ført videre fra 2022:\n2023/\n├── index.yaml – omslaget\n")
    assert "Intet er skrevet." in run.stdout
    assert contents(folder) == before


def test_run_again_a_year_gets_what_is_new_and_hears_what_is_finished(folder: Path) -> None:
    handleplan("new", "year", "2023", "--as-of", "2022-11-10", here=folder)
    own = text(folder, "2023/sundhed.yaml").replace("title: Sundhed 2022", "title: Min egen  # ja")
    write(
        folder,
        {"2023/sundhed.yaml": own, "2022/status/2022-12/sundhed.yaml": ROUND.replace("06-14", "12-01")},
    )
    for kind in (["activity", "Nyt møde", "--area", "data"], ["action", "Ny rejse"]):
        handleplan("add", "sundhed", *kind, "--year", "2022", here=folder)
    run = handleplan("new", "year", "2023", "--as-of", "2023-01-05", here=folder)
    assert "sundhed.yaml – 2 aktiviteter tilføjet" in run.stdout
    assert "gennemført eller udgået: sundhed.data-1, sundhed.h1" in " ".join(run.stdout.split())
    written = text(folder, "2023/sundhed.yaml")
    assert "title: Min egen  # ja\n" in written
    assert (
        "      - id: data-3\n        text: Nyt møde\n        continues:\n          - 2022/data-3\n" in written
    )
    assert "  - id: h2\n    text: Ny rejse\n    continues:\n      - 2022/h2\n" in written
    again = handleplan("new", "year", "2023", "--as-of", "2023-01-05", here=folder)
    assert "Intet er tilføjet." in again.stdout
    assert text(folder, "2023/sundhed.yaml") == written
    assert errors(folder) == []


def test_lint_proves_that_nothing_unfinished_vanished(folder: Path) -> None:
    last = ROUND.replace("2022-06-14", "2023-01-09") + "  b1:\n    status: ongoing\n"
    write(folder, {"2022/status/2023-01/sundhed.yaml": last})
    handleplan("new", "year", "2023", "--as-of", "2023-01-10", here=folder)
    lost = "unfinished-activity-not-continued"
    assert lost not in [one.name for one in findings(folder)]
    written = text(folder, "2023/sundhed.yaml")
    for id_ in ("b1", "data-2", "ai"):
        write(folder, {"2023/sundhed.yaml": written.replace(f"2022/{id_}\n", "2022/h1\n")})
        (found,) = [one for one in findings(folder) if one.name == lost]
        assert f": {id_}." in found.message


def test_an_agreed_plan_of_the_new_year_is_left_alone(folder: Path) -> None:
    agreed = plan("sundhed", 2023).replace("goals:", "stages:\n  agreed: 2023-01-20\ngoals:")
    agreed += "actions:\n  - id: h5\n    text: Møde\n    continues:\n      - 2022/data-1\n"
    write(folder, {"2023/sundhed.yaml": agreed, "2022/status/2022-06/sundhed.yaml": ROUND})
    run = handleplan("new", "year", "2023", "--as-of", "2023-01-25", here=folder)
    assert "Sundhed: planen for 2023 er aftalt og ikke ændret." in run.stdout
    assert "udgået: sundhed.h5" in " ".join(run.stdout.split())
    assert text(folder, "2023/sundhed.yaml") == agreed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("new status --round 2022-13", "2022-06"),
        ("new status --round juni", "2022-06"),
        ("new status --round 2024-06", "Mulighederne er: 2021, 2022"),
        ("new status --round 2022-06 --year 2023", "hører ikke til 2023"),
        ("new status --round 2022-06 --theme sundhde", "“sundhed”"),
        ("new status --theme trafik", "Mulighederne er: sundhed"),
        ("new meeting june-meetng", "“june-meeting”"),
        ("new meeting juni", "Mulighederne er: team-dialogue"),
        ("new meeting draft", "papirerne"),
        ("new meeting june-meeting --date 2023-06-20 --year 2022", "uden for 2022"),
        ("new meeting june-meeting --date 2022-06-31", "2022-01-31"),
        ("new meeting june-meeting --year 2030", "dækker 2030"),
        ("new meeting team-dialogue --year 2022", "--date"),
        ("new meeting june-meeting --theme kultru", "“kultur”"),
        ("new year 2026", "slutter med 2025"),
        ("new year 1999", "dækker 1999"),
        ("new year næste", "--help"),
        ("new", "--help"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_and_nothing_written(
    arguments: str, said: str, folder: Path
) -> None:
    before = contents(folder)
    as_of = ["--as-of", "2022-06-10"] if arguments != "new" else []
    assert said in failure(handleplan(*arguments.split(), *as_of, here=folder))
    assert contents(folder) == before


def test_a_year_that_exists_already(folder: Path) -> None:
    (folder / "2021" / "sundhed.yaml").unlink()
    write(folder, {"2022/sundhed.yaml": plan("sundhed")})
    assert "2022 findes allerede" in failure(handleplan("new", "year", "2022", here=folder))
    for theme in ("sundhed", "kultur", "groen-omstilling"):
        agreed = plan(theme, 2023).replace("goals:", "stages:\n  agreed: 2023-01-20\ngoals:")
        write(folder, {f"2023/{theme}.yaml": agreed})
    assert "2023 findes allerede" in failure(handleplan("new", "year", "2023", here=folder))


@pytest.mark.parametrize(
    "command", ["new status --round 2022-06", "new year 2023", "set sundhed.h1 --note x"]
)
def test_a_file_with_errors_is_named_and_nothing_is_done(command: str, folder: Path) -> None:
    write(folder, {"2022/sundhed.yaml": SUNDHED.replace("vision:", "visoin:").replace("Q1", "Q9")})
    before = contents(folder)
    run = handleplan(*command.split(), "--as-of", "2022-06-10", here=folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert "Ret først 2022/sundhed.yaml, linje 4" in run.stderr
    assert contents(folder) == before


def test_where_nothing_can_be_written(folder: Path) -> None:
    write(folder, {"2022/status": "ikke en mappe"})
    assert "2022/status" in failure(handleplan(*JUNE, here=folder))


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals there")
@pytest.mark.parametrize(
    ("answers", "code", "taken"),
    [
        ("j\n\nhvad\nnej\nj\nj\nj\nj\n", 0, ["b1", "data-1", "ai", "h1"]),
        ("j\n\x03", 130, None),
        ("j\n\x04", 130, None),
    ],
)
def test_on_a_terminal_each_activity_is_asked_about(
    answers: str, code: int, taken: list[str] | None, folder: Path
) -> None:
    from tests.cli.terminal import on_a_terminal

    said, found = on_a_terminal("new", "year", "2023", "--as-of", "2022-11-10", here=folder, answers=answers)
    assert found == code, said
    if taken is None:
        assert not (folder / "2023").exists()
        return
    written = text(folder, "2023/sundhed.yaml")
    assert [id_ for id_ in ("b1", "data-1", "data-2", "ai", "h1") if f"2022/{id_}" in written] == taken
    assert "Svar j eller n." in said
    assert "handleplan set sundhed.data-2 --status dropped" in " ".join(said.split())
