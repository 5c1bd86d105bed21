"""A year of a small invented office: plans, a round of status reports and meetings, to build papers of all kinds of."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handleplan.locale import Language, Texts
from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.report.frame import Material
from handleplan.report.kinds import build_paper
from handleplan.report.view import Paper
from handleplan.status import YearData
from tests.report.samples import HOSTILE_CONFIG, HOSTILE_PLAN, INDEX, RICH, config_of, plan_of
from tests.report.texts import HOSTILE

KINDS = ("plan", "status", "overview", "onepage", "minutes")
JUNE = date(2022, 6, 20)

CULTURE = {
    "theme": "kultur",
    "year": "2022",
    "title": "Kultur 2022",
    "date": "2022-01-10",
    "stages": {"proposed": "2022-01-10"},
    "goals": [{"id": "m1", "text": "Mere musik"}],
    "focus_areas": [
        {
            "id": "musik",
            "title": "Musik",
            "activities": [
                {"id": "k1", "text": "En turné | i *tre* byer", "quarters": "Q1", "owner": "AB"},
                {"id": "k2", "text": "Et kursus", "quarters": "Q2-Q3"},
                {"id": "k3", "text": "En ansøgning", "quarters": "Q4"},
            ],
        }
    ],
    "actions": [{"id": "k4", "title": "Rådgivning", "text": "Svare på spørgsmål"}],
}  # fmt: skip

HEALTH_REPORT = {
    "theme": "sundhed",
    "year": "2022",
    "date": "2022-06-14",
    "meeting": "c",
    "summary": "Godt **i gang**.\n\n- et\n- to",
    "challenges": "Tiden.",
    "lessons": "Ring først.",
    "priorities": "Data.",
    "opportunities": "EU-midler.",
    "activities": {
        "d1": {"status": "delayed", "note": "Flyttet til *august*."},
        "d2": {"status": "planned"},
        "h1": {"status": "done"},
        "bilag": {"status": "carried_over", "note": "`a|b`"},
    },
}

CULTURE_REPORT = {
    "theme": "kultur",
    "year": "2022",
    "date": "2022-06-10",
    "activities": {"k1": {"status": "in_progress"}, "k2": {"status": "dropped"}, "k4": {"status": "ongoing"}},
}

JANUARY = {
    "step": "a",
    "date": "2022-01-25",
    "place": "Viborg",
    "participants": ["CDEU’s ledelse", "RU’s *chefgruppe*"],
    "papers_due": "2022-01-18",
    "agenda": [
        {"title": "Velkomst", "kind": "information"},
        {"title": "Handleplan 2022", "kind": "discussion"},
        {"title": "Aftale", "kind": "decision"},
        {"title": "Eventuelt"},
    ],
    "decisions": [
        {"text": "Planen er **aftalt**.", "state": "done"},
        {"text": "Et bilag sendes", "owner": "RU", "due": "2022-03-31"},
        {"text": "Mødet i juni forberedes", "owner": "AB", "due": "2022-07-01"},
    ],
}
JUNE_MEETING = {"step": "c", "date": "2022-06-28", "agenda": [{"title": "Status"}]}

MEETINGS: Mapping[str, Meeting] = {
    "january": Meeting.model_validate(JANUARY),
    "june": Meeting.model_validate(JUNE_MEETING),
}


def material_of(
    *plans: Plan,
    language: Language = "da",
    config: Config | None = None,
    reports: tuple[Mapping[str, Any], ...] = (HEALTH_REPORT, CULTURE_REPORT),
    meetings: Mapping[str, Meeting] = MEETINGS,
    today: date = JUNE,
    **wishes: Any,
) -> Material:
    """Collect what a paper is made of; without plans those of the small office."""
    given = plans or (plan_of(RICH), plan_of(CULTURE))
    config = config or config_of()
    read = [StatusReport.model_validate(report) for report in reports]
    rounds = tuple((f"{one.date:%Y-%m}", one.theme, one) for one in read)
    data = YearData(2022, {plan.theme: plan for plan in given}, rounds, tuple(meetings.values()))
    wishes.setdefault("cover", INDEX)
    return Material(config, data, Texts(language, config.labels), today, **wishes)


def paper_of_kind(kind: str, language: Language = "da", **wishes: Any) -> Paper:
    """Build a paper of any kind of the small office."""
    if kind == "onepage":
        wishes.setdefault("chosen", ("sundhed",))
    meetings = wishes.get("meetings", MEETINGS)
    return build_paper(kind, material_of(language=language, **wishes), meetings=meetings)


def hostile_material(config: Config, plan: Plan, **wishes: Any) -> Material:
    """Collect a year in which every text tries to break out."""
    texts = "\n\n".join(HOSTILE)
    report = {
        "theme": plan.theme,
        "year": "2022",
        "date": "2022-06-14",
        "summary": texts,
        "activities": {
            f"x{number}": {"status": "delayed", "note": text} for number, text in enumerate(HOSTILE)
        },
    }
    meeting = {
        "step": "a",
        "date": "2022-01-25",
        "place": HOSTILE[10],
        "participants": list(HOSTILE),
        "agenda": [{"title": text} for text in HOSTILE],
        "decisions": [{"text": text, "owner": text} for text in HOSTILE],
    }
    return material_of(
        plan, config=config, reports=(report,), meetings={"x": Meeting.model_validate(meeting)}, **wishes
    )


def hostile_paper(kind: str) -> Paper:
    """Build a paper of any kind all of whose words try to break out."""
    work = [
        {"id": f"x{number}", "text": text, "quarters": "Q1-Q2", "owner": text}
        for number, text in enumerate(HOSTILE)
    ]
    plan = plan_of(HOSTILE_PLAN, actions=work)
    chosen = ("kultur",) if kind == "onepage" else ()
    material = hostile_material(HOSTILE_CONFIG, plan, chosen=chosen)
    return build_paper(kind, material, meetings={"x": material.data.meetings[0]})
