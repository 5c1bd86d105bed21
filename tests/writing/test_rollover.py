"""A plan taken over: forms that people write it in, and texts that must stay what they are."""

from datetime import date
from pathlib import Path

from handleplan.locale import Texts
from handleplan.source import read_source
from handleplan.workspace import Workspace
from handleplan.writing.draft import Draft
from handleplan.writing.rollover import named_lines
from handleplan.writing.years import write_year
from tests.workspaces import BASE, write

PLAN = """\
theme: sundhed
year: 2022
title: "Sundhed: 2022"
background: |2
   Rykket ind
  i 2022
purpose: >
  Foldet

  - tekst
owner: RU
goals: [{id: m1, text: "Nå, det"}, Lighed]
focus_areas:
  - Kun en titel
  - {id: flow, title: Flad, activities: [{id: flow-1, text: Ny}]}
actions:
  - text: >-
      Uden
      id
  - Kort
  - id: h1
    text: |
      To

      afsnit
extra:
  - id: budget
    heading: Budget
    text: 2022-tal og 20221
sections:
  actions:
    intro: Fra 2022
"""


def draft_of(folder: Path) -> Draft:
    return Draft(Workspace(folder), texts=Texts("da"), said=Texts("da"), show_path=str)


def test_forms_are_read_and_texts_stay_what_they_are(tmp_path: Path) -> None:
    draft = draft_of(write(tmp_path, {**BASE, "2022/sundhed.yaml": PLAN}))
    done = write_year(draft, 2023, date(2022, 11, 1), lambda _: True)
    old = read_source(PLAN.encode()).data
    new = draft.read("2023/sundhed.yaml").source.data
    for key in ("title", "background", "purpose", "owner", "goals", "extra", "sections"):
        assert new[key] == old[key]
    assert new["focus_areas"][0] == {"title": "Kun en titel"}
    assert new["focus_areas"][1]["activities"][0]["continues"] == ["2022/flow-1"]
    assert [one.get("continues") for one in new["actions"]] == [None, None, ["2022/h1"]]
    assert new["actions"][2]["text"] == "To\n\nafsnit"
    taken = next(one for one in done.files if one.name == "2023/sundhed.yaml")
    assert (len(taken.added), taken.without_id) == (5, 3)
    source = draft.read(taken.name).source
    assert [source.line(line).strip() for line in taken.lines] == [
        'title: "Sundhed: 2022"', "i 2022", "text: 2022-tal og 20221", "intro: Fra 2022",
    ]  # fmt: skip
    draft.refuse_errors()


def test_the_year_is_only_found_where_it_is_a_year() -> None:
    text = "year: 2022\ntitle: i 2022\nactions:\n  - text: 12022, 20225\n    continues:\n      - 2022/h1\n  - text: 2022–2025\n"
    assert named_lines(read_source(text.encode()), 2022) == (2, 7)
