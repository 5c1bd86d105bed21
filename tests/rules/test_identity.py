"""Ids that are there twice: each cause once."""

from pathlib import Path

from tests.workspaces import BASE, findings, plan, write

AREA = """\
  - id: data
    title: Data
    activities:
      - id: data-1
        text: Bringe hospitalernes data i spil
      - id: data-2
        text: Samle hospitalerne om fælles data
"""
PATH = "2022/sundhed.yaml"


def test_an_area_that_is_pasted_twice_is_one_cause(tmp_path: Path) -> None:
    text = plan("sundhed") + "owner: RU\nfocus_areas:\n" + AREA + AREA
    found = findings(write(tmp_path, {**BASE, PATH: text}))
    assert [(one.name, one.line) for one in found] == [("duplicate-id", 16)]


def test_ids_pasted_into_other_areas_are_told_one_by_one(tmp_path: Path) -> None:
    text = plan("sundhed") + "owner: RU\nfocus_areas:\n" + AREA + AREA.replace("id: data\n", "id: andet\n")
    found = findings(write(tmp_path, {**BASE, PATH: text}))
    assert [(one.name, one.line) for one in found] == [("duplicate-id", 19), ("duplicate-id", 21)]


def test_an_activity_with_another_ones_id_is_not_missed_in_reports(tmp_path: Path) -> None:
    text = plan("sundhed") + "owner: RU\nactions:\n  - id: m1\n    text: Netværk\n"
    report = "theme: sundhed\nyear: 2022\ndate: 2022-06-14\nactivities: {}\n"
    write(tmp_path, {**BASE, PATH: text, "2022/status/2022-06/sundhed.yaml": report})
    assert [one.name for one in findings(tmp_path) if one.severity != "advice"] == ["duplicate-id"]
