"""Two years of a small office as values: plans, rounds and meetings of 2022, and a 2023 that begins."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.status import Reported, Status, YearData, build_status

CONFIG = Config.model_validate(
    {
        "organisation": {"name": "Østjysk EU-kontor"},
        "parties": [{"id": "CDEU", "name": "Central Denmark EU Office"}, {"id": "RU", "name": "RU"}],
        "people": [
            {"initials": "AB", "name": "Anne Berg", "party": "CDEU"},
            {"initials": "MH", "name": "Mads Holm"},
        ],
        "agreements": [
            {
                "title": "Samarbejdsaftale 2022–2025",
                "first_year": "2022",
                "last_year": "2025",
                "themes": [{"slug": "sundhed", "name": "Sundhed"}, {"slug": "kultur", "name": "Kultur"}],
                "cycle": [
                    {
                        "id": "team-dialogue", "month": "november", "of": "previous-year",
                        "title": "Dialog med de faglige teams", "responsible": "CDEU",
                    },
                    {"id": "draft", "month": "1", "title": "Udkast", "needs": "proposed", "done_by": "papers"},
                    {"id": "january-meeting", "month": "1", "title": "Januarmøde", "needs": "proposed"},
                    {
                        "id": "june-meeting", "month": "6", "title": "Junimøde", "needs": "status-report",
                        "text": "Ledelserne mødes om *status*.", "participants": ["CDEU", "RU"],
                    },
                ],
            },
            {
                "title": "Samarbejdsaftale 2026–2029",
                "first_year": "2026",
                "last_year": "2029",
                "themes": [{"slug": "klima", "name": "Klima"}, {"slug": "sundhed", "name": "Sundhed og velfærd"}],
                "cycle": [
                    {
                        "id": "kickoff", "from": "12-15", "until": "01-15", "of": "previous-year",
                        "needs": "agreed", "done_by": "papers", "title": "Opstart",
                    },
                    {"id": "review", "from": "02-29", "until": "02-29", "needs": "status-report"},
                ],
            },
        ],
    }
)  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


def plan(theme: str, year: int = 2022, **keys: Any) -> Plan:
    return Plan.model_validate({"theme": theme, "year": str(year), "title": "T", **keys})


def report(in_round: str, when: str, theme: str, statuses: Mapping[str, str], **keys: str) -> Reported:
    activities = {key: {"status": status} if status else {} for key, status in statuses.items()}
    model = StatusReport.model_validate(
        {"theme": theme, "year": "2022", "date": when, "activities": activities, **keys}
    )
    return in_round, theme, model


def meeting(step: str, when: str, *themes: str, **keys: Any) -> Meeting:
    return Meeting.model_validate({"step": step, "date": when, "themes": list(themes), **keys})


SUNDHED = plan(
    "sundhed",
    stages={"proposed": "2022-01-10", "agreed": "2022-01-25"},
    owner="AB",
    core_activities=[{"id": "b1", "text": "Rådgive"}],
    focus_areas=[
        {"id": "data", "title": "Data", "activities": [
            {"id": "data-1", "text": "Kortlægge sundhedsdata", "quarters": "Q1"},
            {"id": "data-2", "text": "Gennemføre", "quarters": "Q2-Q4", "owner": "RU"},
        ]},
    ],
    actions=[{"id": "h1", "text": "Deltage i netværk"}, {"id": "h2", "text": "Afklare", "quarters": "Q2"}],
)  # fmt: skip
KULTUR = plan(
    "kultur",
    stages={"proposed": "2022-01-12"},
    owner="CDEU",
    actions=[{"id": "h1", "text": "Synliggøre"}, "Et møde uden id"],
)
DECISIONS = [
    {"text": "RU sender en oversigt", "owner": "RU", "due": "2022-03-31"},
    {"text": "AB inviterer hospitalerne", "owner": "AB", "due": "2022-09-15"},
    {"text": "Logo aftales", "owner": "CDEU"},
    {"text": "Dato for juni", "owner": "CDEU", "due": "2022-02-15", "state": "done"},
]
MARCH = report("2022-03", "2022-03-14", "sundhed", {"data-1": "in_progress", "h1": "ongoing"})
JUNE = report("2022-06", "2022-06-14", "sundhed", {"data-1": "done", "h1": "", "data-2": "planned", "h2": ""})
NAMED = {
    "january-meeting": meeting("january-meeting", "2022-01-25", decisions=DECISIONS),
    "june-meeting": meeting(
        "june-meeting", "2022-06-21", place="Viborg", papers_due="2022-06-14",
        agenda=[{"title": "Status", "kind": "discussion"}, {"title": "Eventuelt"}],
    ),
}  # fmt: skip
YEAR = YearData(2022, {"sundhed": SUNDHED, "kultur": KULTUR}, (MARCH, JUNE), tuple(NAMED.values()))
NEXT_YEAR = YearData(2023, {"sundhed": plan("sundhed", 2023, actions=[{"id": "h1", "text": "Deltage"}])})


def status(on: str, *years: YearData, **keys: Any) -> Status:
    """Say where the sample years stand, or other ones."""
    return build_status(CONFIG, years or (YEAR,), day(on), **keys)
