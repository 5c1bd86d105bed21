"""The small office of the tests of papers, with a cycle whose steps need papers."""

from datetime import date
from typing import Any

from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.papers.occasion import Occasion, find_occasion, narrow
from handleplan.report.frame import Material
from tests.report.samples import CONFIG, config_of
from tests.report.year import CULTURE_REPORT, HEALTH_REPORT, JANUARY, material_of

CYCLE = [
    {"id": "team-dialogue", "month": "november", "of": "previous-year", "title": "Dialog"},
    {"id": "draft", "month": "januar", "title": "Udkast", "needs": "proposed", "done_by": "papers"},
    {"id": "january-meeting", "month": "januar", "title": "Møde: januar?", "needs": "proposed"},
    {"id": "june-meeting", "month": "juni", "needs": "status-report"},
]
MEETINGS = {
    "january-meeting": Meeting.model_validate({**JANUARY, "step": "january-meeting"}),
    "team-kultur": Meeting.model_validate(
        {"step": "team-dialogue", "date": "2021-11-20", "themes": ["Kultur"]}
    ),
}
REPORTS = ({**HEALTH_REPORT, "meeting": "june-meeting"}, CULTURE_REPORT)
NEW_YEAR = date(2022, 1, 12)


def config() -> Config:
    agreement: Any = CONFIG["agreements"]
    return config_of(agreements=[{**agreement[0], "cycle": CYCLE}])


def occasion_of(word: str, *themes: str, day: date = NEW_YEAR) -> Occasion:
    found = find_occasion(config(), {2022: MEETINGS}, word, day)
    return narrow(config(), found, themes) if themes else found


def material(day: date = NEW_YEAR, **wishes: Any) -> Material:
    wishes = {"reports": REPORTS, "meetings": MEETINGS, "config": config(), **wishes}
    return material_of(today=day, **wishes)
