"""What was left over in a text: false alarms above all, and what a fix makes of it."""

from pathlib import Path

import pytest

from tests.rules.examined import AGREED, SUNDHED, examine, sundhed

REPORT = "2022/status/2022-06/sundhed.yaml"
MEETING = "2022/meetings/june-meeting.yaml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TODO", ["TODO"]),
        ("TODO: tal fra 2021, FIXME", ["TODO", "FIXME"]),
        ("todo: tal", ["todo:"]),
        ("Vi følger TODO-listen og todo-listen", []),
        ("METODO og TODOS", []),
        ("TBD og TBA.", ["TBD", "TBA"]),
        ("Den xx. januar, XX.XX.2022 og xxx", ["xx", "XX.XX.2022", "xxx"]),
        ("Sagsnummer XX", ["XX"]),
        ("XX, den XX. januar, Den XX januar", ["XX"]),
        ("Christian XX og kong\n  Frederik XX", []),
        ("Christian XXX, Christian xx og Christian XX.XX", ["XXX", "xx", "XX.XX"]),
        ("XXL, MAXX, exxon og XX-tal", []),
        ("Hvem? Hvad?? Hvor???", ["???"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("Skriv her", ["Skriv her"]),
        ("Skriv teksten her", ["Skriv teksten her"]),
        ("Skriv hermed, at vi skriver her og der", []),
        ("indsæt dato", ["indsæt dato"]),
        ("Indsæt midler, hvor de virker", []),
        ("Insert name here", ["Insert name"]),
        ("Møde med [navn] i [indsæt sted] og <dato>, {{titel}}", ["[navn]", "[indsæt sted]", "<dato>", "{{titel}}"]),
        ("Som der står [i aftalen] [1] [EU] [sic] […]", []),
        ("Se [navn](https://example.org) og <https://example.org>", []),
        ("Tidsplan, teksten og texting", []),
    ],
)  # fmt: skip
def test_placeholders(text: str, words: list[str], tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: |\n  {text}\n"), "placeholder")
    assert [one.values["words"] for one in found.problems] == (
        [[f"“{word}”" for word in words]] if words else []
    )
    assert found.places == ([(8, 3 + text.index(words[0]))] if words else [])


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        (SUNDHED, sundhed("owner: XX\nextra:\n  - heading: TODO\n    text: x\n"), (9, 14)),
        (SUNDHED, sundhed("# TODO: mere\n"), None),
        (SUNDHED, sundhed("focus_areas:\n  - TODO\n"), (8, 5)),
        ("2022/index.yaml", "year: 2022\ndialogue_model: TODO\n", (2, 17)),
        (
            REPORT,
            "theme: sundhed\nyear: 2022\ndate: 2022-06-14\nactivities:\n  m1:\n    note: TODO\n",
            (6, 11),
        ),
        (
            MEETING,
            "step: june-meeting\ndate: 2022-06-20\nparticipants:\n  - TODO\nagenda:\n  - title: x\n",
            (4, 5),
        ),
    ],
)
def test_texts_of_every_kind_of_file_are_read(
    path: str, text: str, place: tuple[int, int] | None, tmp_path: Path
) -> None:
    assert examine(tmp_path, text, "placeholder", path=path).places == ([place] if place else [])


def test_a_placeholder_is_no_abbreviation(tmp_path: Path) -> None:
    assert (
        examine(tmp_path, sundhed("purpose: TODO, XX, TBD og FIXME\n"), "unknown-abbreviation").problems == ()
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("det kom- mende år", "det kommende år"),
        ("kultur- projekter og indkald- elser", "kulturprojekter og indkaldelser"),
        ("det kom-\n  mende år", "det kommende år"),
        ("ledelses- og samarbejdsaftaler", None),
        ("samarbejds- og bestillingsopgaver", None),
        ("forsknings- innovations- og udviklingsprojekter", None),
        ("energi- eller klimaplaner, for- samt eftermiddag", None),
        ("ind- el. udland, ind- hhv. udland, ind- / udland, ind- & udland", None),
        ("ind- resp. udland, ind- henholdsvis udland, pre- nor post-war", None),
        ("elek- triske biler", "elektriske biler"),
        ("hav- elefanter", "havelefanter"),
        ("EU- projekter, Interreg- programmerne og DK2020- kommuner", None),
        ("klima-og miljøprogrammer, sundhed-søkosystem", None),
        ("EU-ansøgningsprocesser og - projekter", None),
        ("peer-to- peer, e- infrastruktur, 3- årig", None),
        ("short- and long-term, mid- to long-term", None),
    ],
)
def test_divided_words(before: str, after: str | None, tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: |\n  {before}\n"), "divided-word")
    assert found.mended == sundhed(f"purpose: |\n  {after or before}\n")
    assert found.safe == ([False] if after else [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("data og og kræft", "data og kræft"),
        ("Vi vi vil samle samle viden", "Vi vi vil samle viden"),
        ("data og\n  og kræft", "data\n  og kræft"),
        ("og\n  og kræft", "og kræft"),
        ("af af borgerne, borgerne", "af borgerne, borgerne"),
        ("at det det drejer sig om, er de de ved, der der er", None),
        ("de projekter, vi er i i dag, og som som sagt har har", None),
        ("2022 2022, EU-EU, - -, Q1 Q1", None),
        ("klima, klima og miljø- miljø", None),
    ],
)
def test_doubled_words(before: str, after: str | None, tmp_path: Path) -> None:
    found = examine(tmp_path, sundhed(f"purpose: |\n  {before}\n"), "doubled-word")
    assert found.mended == sundhed(f"purpose: |\n  {after or before}\n")
    assert found.safe == ([False] if after else [])


def test_words_of_two_texts_are_no_pair(tmp_path: Path) -> None:
    text = sundhed("purpose: mere samarbejde\n# samarbejde samarbejde\nvision: samarbejde\nplan: plan plan\n")
    assert examine(tmp_path, text, "doubled-word").problems == ()


@pytest.mark.parametrize(("stages", "found"), [("", True), (AGREED, False)])
def test_agreed_wording_is_not_criticised(stages: str, found: bool, tmp_path: Path) -> None:
    text = sundhed(f"{stages}purpose: |\n  data og og kræft, kom- mende, [her](https://example.org), TODO\n")
    rules = ("divided-word", "doubled-word", "meaningless-link-text")
    assert [one.rule for one in examine(tmp_path, text, *rules).problems] == (
        ["doubled-word", "divided-word", "meaningless-link-text"] if found else []
    )
    assert len(examine(tmp_path, text, "placeholder").problems) == 1
