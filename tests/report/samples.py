"""Small plans and workspaces to build papers of, written as they stand in files: every scalar is text."""

from collections.abc import Mapping
from typing import Any

from handleplan.locale import Language, Texts, da
from handleplan.model.config import Config
from handleplan.model.index import Index
from handleplan.model.plan import Plan
from handleplan.report.formats import FORMATS, render
from handleplan.report.plan_paper import build_plan_paper
from handleplan.report.view import Paper
from tests.report.texts import HOSTILE, HOSTILE_LABEL

TEXT_FORMATS = [name for name, one in FORMATS.items() if not one.binary]

CONFIG: Mapping[str, Any] = {
    "organisation": {"name": "Kontoret", "colour": "#0b5563"},
    "parties": [{"id": "RU", "name": "Regional Udvikling"}, {"id": "RM", "name": "Region Midtjylland"}],
    "people": [{"initials": "AB", "name": "Anna Bæk", "party": "RU"}],
    "agreements": [
        {
            "title": "Aftale",
            "first_year": "2022",
            "last_year": "2025",
            "themes": [
                {"slug": "sundhed", "name": "Sundhed", "colour": "#a8322d"},
                {"slug": "kultur", "name": "Kultur"},
            ],
            "cycle": [
                {"id": "a", "month": "november", "of": "previous-year", "text": "RU taler med *alle*.", "title": "Dialog"},
                {"id": "b", "from": "01-15", "until": "02-15", "title": "Udkast"},
                {"id": "c", "month": "juni"},
            ],
        }
    ],
    "glossary": {"EU": "Den Europæiske Union", "KIC": "Knowledge and Innovation Communities"},
}  # fmt: skip

RICH = {
    "theme": "sundhed",
    "year": "2022",
    "title": "Sundhed <2022> & *mere*",
    "date": "2022-01-10",
    "stages": {"proposed": "2022-01-10", "agreed": "2022-01-25"},
    "owner": "RU",
    "background": "Først.\n\n### Under\n\n- et\n- to",
    "goals": [{"id": "m1", "text": "Bedre sundhed"}, {"id": "m2", "text": "Mere EU"}],
    "core_activities": ["Rådgive", {"id": "b1", "text": "Lytte", "owner": "RU", "goals": ["m2", "m9"]}],
    "focus_areas": [
        {
            "id": "data",
            "title": "Data",
            "objective": "Mål for **data**.\n\n- delmål",
            "text": "Og en tekst.",
            "quarters": "Q1-Q4",
            "owner": "AB",
            "activities": [
                {"id": "d1", "text": "2022. Evt. møde", "quarters": "Q1", "owner": "AB", "partners": ["*Randers*", "Aarhus"]},
                {"id": "d2", "text": "Ansøge", "quarters": "Q2, Q4", "owner": "RU", "note": "Se [siden](https://e.org)."},
            ],
        },
        "Byggeri",
    ],
    "actions": [{"id": "h1", "title": "Møde", "text": "Holde møde", "continues": ["2021/klima-3"]}],
    "governance": "Gruppen mødes.",
    "annexes": [{"id": "bilag", "title": "Bilag 1", "text": "Et bilag.", "quarters": "Q1", "partners": ["Gruppen"]}],
    "extra": [
        {"id": "budget", "heading": "Budget", "text": "14,6 mia. EUR", "after": "actions"},
        {"heading": "Sidst", "text": "Til sidst."},
    ],
    "sections": {
        "actions": {"intro": "Med fokus på"},
        "governance": {"heading": "none"},
        "focus_areas": {"heading": "Indsatser"},
    },
}  # fmt: skip

PLAIN_AREAS = {
    "theme": "kultur",
    "year": "2022",
    "title": "Kultur",
    "focus_areas": ["Musik", {"id": "k2", "title": "Teater", "quarters": "Q3"}],
}


def _hostile_work(number: int) -> dict[str, Any]:
    text = HOSTILE[number]
    return {"text": text, "title": text, "owner": text, "partners": [text], "note": text, "goals": [text]}


HOSTILE_PLAN = {
    "theme": "kultur",
    "year": "2022",
    "title": "</title><script>alert(1)</script> *x* # h #",
    "owner": "<b>RU</b>",
    "background": "\n\n".join(HOSTILE),
    "purpose": "```\nuafsluttet <script>",
    "vision": "> citat\n- liste\n\n    kode",
    "goals": list(HOSTILE),
    "core_activities": [_hostile_work(number) for number in range(len(HOSTILE))],
    "focus_areas": [
        {"title": text, "objective": text, "text": text, "activities": [{"text": text, "quarters": "Q1"}]}
        for text in HOSTILE
    ],
    "annexes": [_hostile_work(0)],
    "extra": [{"heading": text, "text": text} for text in HOSTILE],
    "sections": {"annexes": {"heading": "none", "intro": "<script>"}, "goals": {"heading": '"><img src=x>'}},
}


def config_of(**changes: Any) -> Config:
    return Config.model_validate({**CONFIG, **changes})


def plan_of(values: Mapping[str, Any], **changes: Any) -> Plan:
    return Plan.model_validate({**values, **changes})


def paper_of(*plans: Plan, language: Language = "da", config: Config | None = None, **wishes: Any) -> Paper:
    """Build a paper of plans; one alone prints without a cover unless ``chosen`` says otherwise."""
    by_theme = {plan.theme: plan for plan in plans}
    wishes.setdefault("chosen", tuple(by_theme) if len(by_theme) == 1 else ())
    config = config or config_of()
    texts = Texts(language, config.labels)
    return build_plan_paper(config, by_theme, year=2022, texts=texts, **wishes)


# A workspace all of whose own words try to break out
HOSTILE_CONFIG = config_of(
    organisation={"name": HOSTILE_LABEL},
    parties=[{"id": "RU", "name": HOSTILE_LABEL}],
    agreements=[
        {
            "title": HOSTILE_LABEL,
            "first_year": "2022",
            "last_year": "2025",
            "themes": [{"slug": "sundhed", "name": HOSTILE_LABEL}, {"slug": "kultur", "name": HOSTILE_LABEL}],
            "cycle": [{"id": "a", "month": "1", "title": HOSTILE_LABEL, "text": HOSTILE_LABEL}],
        }
    ],
    glossary={"EU": HOSTILE_LABEL, HOSTILE_LABEL: "x", "kode": HOSTILE_LABEL},
    labels=dict.fromkeys(da.LABELS, HOSTILE_LABEL),
)

INDEX = Index.model_validate(
    {
        "year": "2022",
        "title": "Handleplan 2022",
        "date": "2022-01-09",
        "introduction": "Planen består af *to* dele.",
        "dialogue_model": "Der er to møder.",
        "case_number": "1-30-72-1-22",
    }
)


def text_of(paper: Paper, format_name: str, texts: Texts) -> str:
    """Set a paper in a format of text."""
    text = render(paper, format_name, texts)
    assert isinstance(text, str)
    return text


def whole_paper() -> Paper:
    """Build a whole handleplan: a cover, a plan that is agreed, a draft, abbreviations."""
    return paper_of(plan_of(RICH), plan_of(PLAIN_AREAS), index=INDEX)
