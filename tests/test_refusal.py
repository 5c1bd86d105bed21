"""Refusals in our own words: which rule, exactly where, what is meant; one finding per cause."""

from pathlib import Path
from typing import NamedTuple

import pytest

from handleplan.model.config import Config
from handleplan.model.keys import all_keys, known_keys
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from tests.workspaces import BASE, findings, write

HEAD = "theme: sundhed\nyear: 2022\ntitle: Sundhed\n"
GOALS = HEAD + "goals:\n  - Lighed\n"
REPORT = "theme: sundhed\nyear: 2022\ndate: 2022-06-14\nactivities:\n"


class Refused(NamedTuple):
    """What must be found: the rule, the underlined text and its line, the location, and the end of the message."""

    rule: str
    line: int
    text: str
    location: str
    says: str = ""


PLAN = "2022/sundhed.yaml"
STATUS = "2022/status/2022-06/sundhed.yaml"
MEETING = "2022/meetings/june-meeting.yaml"
CONFIG = "handleplan.yaml"


@pytest.mark.parametrize(
    ("path", "text", "refused"),
    [
        # misspelt keys, up to two edits, also where the right one is required
        (PLAN, GOALS + "visoin: x\npurpos: y\n", [
            Refused("unknown-key", 6, "visoin", "visoin", "Mente du “vision”?"),
            Refused("unknown-key", 7, "purpos", "purpos", "Mente du “purpose”?"),
        ]),
        (PLAN, GOALS + "bakgruond: x\nfocus-areas: []\n", [
            Refused("unknown-key", 6, "bakgruond", "bakgruond", "Mente du “background”?"),
            Refused("unknown-key", 7, "focus-areas", '["focus-areas"]', "Mente du “focus_areas”?"),
        ]),
        (PLAN, "them: sundhed\nyaer: 2022\ntitel: x\ngoals:\n  - y\n", [
            Refused("unknown-key", 1, "them", "them", "Mente du “theme”?"),
            Refused("unknown-key", 2, "yaer", "yaer", "Mente du “year”?"),
            Refused("danish-key", 3, "titel", "titel", "Skriv “title”."),
        ]),
        (PLAN, HEAD + "goals:\n  - id: m1\n    txt: x\n  - idd: m2\n    text: y\n", [
            Refused("unknown-key", 6, "txt", "goals[0].txt", "Mente du “text”?"),
            Refused("unknown-key", 7, "idd", "goals[1].idd", "Mente du “id”?"),
        ]),
        (PLAN, HEAD + "gaols:\n  - x\nfokusomraader:\n  - y\n", [
            Refused("unknown-key", 4, "gaols", "gaols", "Mente du “goals”?"),
            Refused("unknown-key", 6, "fokusomraader", "fokusomraader", "Mulighederne er:"),
        ]),
        (PLAN, GOALS + "Vision: x\nPURPOSE: y\n", [
            Refused("unknown-key", 6, "Vision", "Vision", "Mente du “vision”?"),
            Refused("unknown-key", 7, "PURPOSE", "PURPOSE", "Mente du “purpose”?"),
        ]),
        # unknown keys without a value
        (PLAN, GOALS + "visoin:\nformål:\n", [
            Refused("unknown-key", 6, "visoin", "visoin", "Mente du “vision”?"),
            Refused("danish-key", 7, "formål", '["formål"]', "Skriv “purpose”."),
        ]),
        (PLAN, HEAD + "goals:\n  - id: m1\n    txt:\n  - id: m2\n    text:\n", [
            Refused("unknown-key", 6, "txt", "goals[0].txt", "Mente du “text”?"),
            Refused("empty-value", 8, "text", "goals[1].text", ""),
        ]),
        (PLAN, HEAD + "goals:\n  - Vi gør følgende:\n  - Tre\n", [
            Refused("colon-in-text", 5, "Vi gør følgende", 'goals[0]["Vi gør følgende"]', 'Skriv: - "Vi gør følgende:"'),
        ]),
        # Danish keys and values
        (PLAN, HEAD + "mål:\n  - x\nbærende aktiviteter:\n  - y\n", [
            Refused("danish-key", 4, "mål", '["mål"]', "Skriv “goals”."),
            Refused("danish-key", 6, "bærende aktiviteter", '["bærende aktiviteter"]', "Skriv “core_activities”."),
        ]),
        (STATUS, REPORT + "  h1:\n    status: Gennemført\n  klima-1:\n    status: i gang\n", [
            Refused("danish-value", 6, "Gennemført", "activities.h1.status", "Skriv “done”."),
            Refused("danish-value", 8, "i gang", 'activities["klima-1"].status', "Skriv “in_progress”."),
        ]),
        (STATUS, REPORT + "  h1:\n    status: in progres\n  h2:\n    status: carried-over\n  h3:\n    status: 80 %\n", [
            Refused("unknown-value", 6, "in progres", "activities.h1.status", "Mente du “in_progress”?"),
            Refused("unknown-value", 8, "carried-over", "activities.h2.status", "Mente du “carried_over”?"),
            Refused("unknown-value", 10, "80 %", "activities.h3.status", "Mulighederne er: planned, in_progress"),
        ]),
        (STATUS, REPORT + "  h1:\n    status: afsluttet\n  h2:\n    status: forslag\n", [
            Refused("danish-value", 6, "afsluttet", "activities.h1.status", "Skriv “done”."),
            Refused("unknown-value", 8, "forslag", "activities.h2.status", "Mulighederne er:"),
        ]),
        (MEETING, "step: june-meeting\ndate: 2022-06-20\nagenda:\n  - title: x\n    kind: drøftelse\n  - title: y\n    kind: discusion\n", [
            Refused("danish-value", 5, "drøftelse", "agenda[0].kind", "Skriv “discussion”."),
            Refused("unknown-value", 7, "discusion", "agenda[1].kind", "Mente du “discussion”?"),
        ]),
        # wrong shapes
        (PLAN, HEAD + "goals: x\nactions: y\n", [
            Refused("list-expected", 4, "x", "goals", "“goals” skal være en liste"),
            Refused("list-expected", 5, "y", "actions", "“actions” skal være en liste"),
        ]),
        (PLAN, HEAD + "goals:\n  a: x\nactions:\n  b: y\n", [
            Refused("list-expected", 4, "goals", "goals", ""),
            Refused("list-expected", 6, "actions", "actions", ""),
        ]),
        (PLAN, GOALS + "vision:\n  - x\npurpose:\n  a: b\n", [
            Refused("text-expected", 6, "vision", "vision", ""),
            Refused("text-without-bar", 9, "a", "purpose.a", "Skriv “purpose: |” i linje 8, så læses det hele som tekst."),
        ]),
        (PLAN, GOALS + "stages: proposed\nsections:\n  - x\n", [
            Refused("keys-expected", 6, "proposed", "stages", "Mulighederne er: agreed, closed, proposed."),
            Refused("keys-expected", 7, "sections", "sections", ""),
        ]),
        (PLAN, HEAD + "goals:\n  - - x\n  - - y\n", [
            Refused("keys-expected", 5, "x", "goals[0]", ""),
            Refused("keys-expected", 6, "y", "goals[1]", ""),
        ]),
        (PLAN, "- a\n- b\n", [Refused("keys-expected", 1, "a", "", "")]),
        (PLAN, "bare tekst\n", [Refused("keys-expected", 1, "bare tekst", "", "")]),
        (PLAN, HEAD + "goals:\n  -\n  -\n", [
            Refused("empty-item", 5, "-", "goals[0]", ""),
            Refused("empty-item", 6, "-", "goals[1]", ""),
        ]),
        # missing keys
        (PLAN, "vision: x\n", [
            Refused("missing-key", 1, "vision", "theme", "Her mangler “theme”."),
            Refused("missing-key", 1, "vision", "year", "Her mangler “year”."),
            Refused("missing-key", 1, "vision", "title", "Her mangler “title”."),
        ]),
        (PLAN, HEAD + "focus_areas:\n  - id: a\n    activities:\n      - id: b\n        quarters: Q1\n  - objective: x\n", [
            Refused("missing-key", 5, "id", "focus_areas[0].title", "Her mangler “title”."),
            Refused("missing-key", 7, "id", "focus_areas[0].activities[0].text", "Her mangler “text”."),
            Refused("missing-key", 9, "objective", "focus_areas[1].title", "Her mangler “title”."),
        ]),
        # deep inside, several kinds at once
        (PLAN, HEAD + "focus_areas:\n  - title: x\n    activities:\n      - text: y\n        quarters: Q5\n        ownr: z\n      - text: y\n        quarters: Q3-Q1\n", [
            Refused("invalid-quarters", 8, "Q5", "focus_areas[0].activities[0].quarters", ""),
            Refused("unknown-key", 9, "ownr", "focus_areas[0].activities[0].ownr", "Mente du “owner”?"),
            Refused("falling-quarters", 11, "Q3-Q1", "focus_areas[0].activities[1].quarters", ""),
        ]),
        (PLAN, GOALS + "date: 10/1\nstages: {proposed: i går, agreed: 2022-02-30}\n", [
            Refused("invalid-date", 6, "10/1", "date", ""),
            Refused("invalid-date", 7, "i går", "stages.proposed", ""),
            Refused("date-that-does-not-exist", 7, "2022-02-30", "stages.agreed", ""),
        ]),
        (PLAN, HEAD + "actions: [{id: H1, text: x}, {id: h2, txt: y}]\n", [
            Refused("invalid-id", 4, "H1", "actions[0].id", ""),
            Refused("unknown-key", 4, "txt", "actions[1].txt", "Mente du “text”?"),
        ]),
        (PLAN, HEAD + "actions:\n  - text: x\n    goals: m1\n    partners: AUH\n", [
            Refused("list-expected", 6, "m1", "actions[0].goals", ""),
            Refused("list-expected", 7, "AUH", "actions[0].partners", ""),
        ]),
        (CONFIG, "agreements:\n  - title: x\n    first_year: 2022\n    themes:\n      - slug: Kultur\n        name: y\n    cycle:\n      - id: draft\n        mnth: maj\n      - id: x\n        of: next-year\n        month: maj\n", [
            Refused("missing-key", 2, "title", "agreements[0].last_year", ""),
            Refused("invalid-id", 5, "Kultur", "agreements[0].themes[0].slug", ""),
            Refused("unknown-key", 9, "mnth", "agreements[0].cycle[0].mnth", "Mente du “month”?"),
            Refused("unknown-value", 11, "next-year", "agreements[0].cycle[1].of", ""),
        ]),
        (CONFIG, "agreements:\n  - title: x\n    first_year: 2022\n    last_year: 2025\n    themes:\n      - slug: a\n        name: A\n    cycle:\n      - id: a\n        month: maj\n        needs: Udkast\n      - id: b\n        month: maj\n        needs: afsluttet\nlint:\n  severity:\n    HP5: Forslag\n", [
            Refused("danish-value", 11, "Udkast", "agreements[0].cycle[0].needs", "Skriv “draft”."),
            Refused("danish-value", 14, "afsluttet", "agreements[0].cycle[1].needs", "Skriv “closed”."),
            Refused("danish-value", 17, "Forslag", "lint.severity.HP5", "Skriv “advice”."),
        ]),
        # words in capitals are not Danish; lists where one word belongs
        (PLAN, HEAD + "goals:\n  - ID: m1\n    text: x\n  - Id: m2\n    text: y\n", [
            Refused("unknown-key", 5, "ID", "goals[0].ID", "Mente du “id”?"),
            Refused("unknown-key", 7, "Id", "goals[1].Id", "Mente du “id”?"),
        ]),
        (STATUS, REPORT + "  h1:\n    status:\n      - done\n  h2:\n    status:\n      note: x\n", [
            Refused("text-expected", 6, "status", "activities.h1.status", ""),
            Refused("text-expected", 9, "status", "activities.h2.status", ""),
        ]),
        # a key one level out is where every activity has such a key
        (STATUS, REPORT + "  h1:\n    status: done\n  note: x\n  h-2:\n    status: done\n  status: y\n", [
            Refused("key-beside-its-parent", 7, "note", "activities.note", "“note” hører til under “h1” i linje 5."),
            Refused("key-beside-its-parent", 10, "status", "activities.status", "“status” hører til under “h-2” i linje 8."),
        ]),
        # a text may stand for these lists, unless it is a list gone wrong
        (MEETING, "step: june-meeting\ndate: 2022-06-20\nparticipants:\n  -RM\n  - CDEU\nagenda:\n  -Velkomst\n", [
            Refused("dash-without-space", 4, "-", "participants", "Skriv: - RM"),
            Refused("dash-without-space", 7, "-", "agenda", "Skriv: - Velkomst"),
        ]),
        (MEETING, "step: june-meeting\ndate: 2022-06-20\nparticipants:\n  1. RM\n  2. CDEU\nagenda: x\n", [
            Refused("not-a-dash", 4, "1.", "participants", "Skriv: - RM"),
            Refused("list-expected", 6, "x", "agenda", ""),
        ]),
        # a line break in the last key of all
        (PLAN, GOALS + "sections:\n  vision:\n    hea\nding: x\nvisoin: y\n", [
            Refused("key-on-two-lines", 8, "hea", "sections.vision", "Nøglen “heading” er delt over to linjer."),
            Refused("unknown-key", 10, "visoin", "visoin", "Mente du “vision”?"),
        ]),
        # hard spaces that bring a value, or a key, where it does not belong
        (PLAN, GOALS + "stages:\n  agreed:\u00a02022-02-01\nvisoin: x\n", [
            Refused("hard-space", 7, "\u00a0", "stages", ""),
            Refused("unknown-key", 8, "visoin", "visoin", "Mente du “vision”?"),
        ]),
        (PLAN, HEAD + "goals:\n  - id: m1\n\u00a0\u00a0\u00a0\u00a0text: x\nvisoin: y\n", [
            Refused("hard-space", 6, "\u00a0", '["\u00a0\u00a0\u00a0\u00a0text"]', ""),
            Refused("unknown-key", 7, "visoin", "visoin", "Mente du “vision”?"),
        ]),
        # misspelt months; of several as near, the Danish one
        (CONFIG, "agreements:\n  - title: x\n    first_year: 2022\n    last_year: 2025\n    themes:\n      - slug: a\n        name: A\n    cycle:\n      - id: a\n        month: noveber\n      - id: b\n        month: junb\n      - id: c\n        month: forår\n", [
            Refused("invalid-month", 10, "noveber", "agreements[0].cycle[0].month", "Mente du “november”?"),
            Refused("invalid-month", 12, "junb", "agreements[0].cycle[1].month", "Mente du “juni”?"),
            Refused("invalid-month", 14, "forår", "agreements[0].cycle[2].month", "et tal fra 1 til 12."),
        ]),
        # a quote that closes where another one was to open
        (CONFIG, 'organisation:\n  name: "Kontoret\n  colour: "#0b5563"\nglossary:\n  EU: x\n', [
            Refused("unclosed-quote", 2, '"', "organisation.name", 'Skriv: name: "Kontoret"'),
        ]),
        (CONFIG, 'organisation:\n  name: "Kontoret”\n  colour: "#0b5563"\nglossary:\n  EU: x\n', [
            Refused("curly-quotes", 2, "”", "organisation.name", 'Skriv: name: "Kontoret"'),
        ]),
        (CONFIG, 'glossary:\n  EU: "x",\n  "KIC": "y",\n', [
            Refused("comma-at-line-end", 2, ",", "", 'Skriv: EU: "x"'),
        ]),
        (CONFIG, "glossary:\n  KIC: x\n  EGD:European Green Deal\n  HEU: y\n", [
            Refused("colon-without-space", 3, ":", "", "Skriv: EGD: European Green Deal"),
        ]),
        # a colour without quotes is a comment
        (CONFIG, "format: 1\norganisation:\n  name: x\n  colour: #0b5563\nlanguage: dk\n", [
            Refused("comment-in-text", 4, "#", "organisation.colour", ""),
            Refused("unknown-value", 5, "dk", "language", ""),
        ]),
        (CONFIG, "format: 2\nlanguage: dk\nlint:\n  severity:\n    HP501: fejl\n", [
            Refused("unknown-format", 1, "2", "format", "Formatet “2” kendes ikke."),
            Refused("unknown-value", 2, "dk", "language", "Mente du “da”?"),
            Refused("danish-value", 5, "fejl", "lint.severity.HP501", "Skriv “error”."),
        ]),
    ],
)  # fmt: skip
def test_refusals(path: str, text: str, refused: list[Refused], tmp_path: Path) -> None:
    write(tmp_path, {**BASE, path: text})
    lines = text.split("\n")
    found = findings(tmp_path, path)
    shown = [
        Refused(one.name, one.line, lines[one.line - 1][one.column - 1 : one.end_column - 1], one.location)
        for one in found
    ]
    assert shown == [one._replace(says="") for one in refused]
    for one, expected in zip(found, refused, strict=True):
        assert expected.says in one.message
        assert one.end_line == one.line


def test_both_languages(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, PLAN: GOALS + "visoin: x\nmål: y\n"})
    assert [one.message for one in findings(tmp_path, PLAN, language="en")] == [
        "The key “visoin” is not known here. Did you mean “vision”?",
        "“mål” is called “goals” in the files. Write “goals”.",
    ]


def test_known_keys_of_a_place() -> None:
    assert known_keys(Plan, ("stages",)) == ("proposed", "agreed", "closed")
    assert known_keys(Plan, ("goals", 3)) == ("id", "text")
    assert known_keys(StatusReport, ("activities", "h1")) == ("status", "note")
    assert known_keys(StatusReport, ("activities",)) == ()
    assert "from" in known_keys(Config, ("agreements", 0, "cycle", 0))


def test_all_keys_of_a_format() -> None:
    assert {"theme", "quarters", "proposed", "heading"} <= all_keys(Plan)
    assert {"from", "slug", "severity"} <= all_keys(Config)
    assert all_keys(StatusReport) >= {"status", "note", "summary"}
