"""Every paper that the browser is shown: of the shipped workspaces, of an invented office, and of texts that mean harm."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from handleplan.cli.report_material import Wish, material_for
from handleplan.locale import Language, Texts
from handleplan.report.formats import render
from handleplan.report.kinds import build_paper
from handleplan.report.logo import logo_address
from handleplan.report.view import Paper
from handleplan.workspace import Workspace
from tests.conftest import ROOT
from tests.report.samples import CONFIG, HOSTILE_CONFIG, RICH, config_of, plan_of
from tests.report.year import CULTURE, KINDS, MEETINGS, hostile_paper, material_of, paper_of_kind

Make = Callable[[], str]

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30"><circle cx="15" cy="15" r="14" fill="#0b5563"/>'
    b'<path d="M40 10h78v3H40zM40 18h52v3H40z" fill="#1d2327"/></svg>'
)
_LONG = "Donaudampfschifffahrtsgesellschaft" * 9
_RIGHT_TO_LEFT = "תוכנית הפעולה של האזור 2022 (טיוטה) – خطة العمل الإقليمية"
# as many as no office has, in one plan
MANY = 2000


def _written(paper: Paper, texts: Texts | None = None) -> str:
    return render(paper, "html", texts or Texts(paper.language))


def _of_workspace(folder: Path) -> Iterator[tuple[str, Make]]:
    """Make every paper there is in a workspace, the way ``handleplan report`` does."""
    workspace = Workspace(folder)
    for year in workspace.years():
        name = f"{folder.name}-{year}"
        themes = tuple(workspace.plans(year))

        def make(
            kind: str,
            *,
            year: int = year,
            chosen: tuple[str, ...] = (),
            day: date | None = None,
            **wishes: Any,
        ) -> str:
            asked = {"round": None, "meeting": None, **wishes}
            wish = Wish(kind, chosen, year, asked["round"], asked["meeting"], day, day or date(year, 6, 15))
            texts = Texts(workspace.config.language, workspace.config.labels)
            meetings = workspace.named_meetings(year) if kind == "minutes" else None
            material = material_for(workspace, texts, wish)
            paper = build_paper(kind, material, round_=wish.round, meeting=wish.meeting, meetings=meetings)
            return render(paper, "html", texts, workspace.own_templates)

        yield f"{name}-plan", partial(make, "plan")
        for theme in themes:
            yield f"{name}-plan-{theme}", partial(make, "plan", chosen=(theme,))
            yield f"{name}-onepage-{theme}", partial(make, "onepage", chosen=(theme,))
        yield f"{name}-overview", partial(make, "overview")
        yield f"{name}-overview-at-the-end", partial(make, "overview", day=date(year, 12, 31))
        rounds = sorted({report.round for report in workspace.reports(year)})
        for round_ in rounds:
            yield f"{name}-status-{round_}", partial(make, "status", round=round_)
        if rounds:
            yield f"{name}-status-{themes[0]}", partial(make, "status", chosen=themes[:1])
        for meeting in workspace.named_meetings(year):
            yield f"{name}-minutes-{meeting}", partial(make, "minutes", meeting=meeting)


def _invented() -> Iterator[tuple[str, Make]]:
    """Make papers that use everything a workspace can say, in both languages, with a logo and without anything."""
    logo = logo_address("logo.svg", LOGO)
    languages: tuple[Language, ...] = ("da", "en")
    for language in languages:
        for kind in KINDS:
            yield f"invented-{kind}-{language}", partial(_of_kind, kind, language, logo=logo)
    yield "invented-plan-alone", partial(_of_kind, "plan", chosen=("sundhed",))
    yield "invented-status-alone", partial(_of_kind, "status", chosen=("sundhed",))
    for kind in KINDS:
        yield f"empty-{kind}", partial(_empty, kind)


def _of_kind(kind: str, language: Language = "da", **wishes: Any) -> str:
    return _written(paper_of_kind(kind, language, **wishes))


def _empty(kind: str) -> str:
    plan = plan_of({"theme": "kultur", "year": "2022", "title": "K", "goals": ["a"]})
    report = {"theme": "kultur", "year": "2022", "date": "2022-06-01"}
    config = config_of(agreements=[], organisation=None)
    material = material_of(plan, reports=(report,), config=config, cover=None)
    return _written(build_paper(kind, material, meetings=MEETINGS))


def _hostile() -> Iterator[tuple[str, Make]]:
    for kind in KINDS:
        yield f"hostile-{kind}", partial(_hostile_words, kind)
        yield f"long-words-{kind}", partial(_everywhere, kind, _LONG)
        yield f"right-to-left-{kind}", partial(_everywhere, kind, _RIGHT_TO_LEFT)


def _hostile_words(kind: str) -> str:
    return _written(hostile_paper(kind), Texts("da", HOSTILE_CONFIG.labels))


def _everywhere(kind: str, text: str) -> str:
    """Make a paper whose every text, name and title is one text."""
    plan = plan_of(_replaced(RICH, text), stages={"proposed": "2022-01-10"})
    other = plan_of(_replaced(CULTURE, text))
    config = config_of(
        organisation={"name": text},
        parties=[{"id": "RU", "name": text}],
        glossary={"EU": text, text: text},
        agreements=_replaced(CONFIG["agreements"], text),
    )
    meeting = MEETINGS["january"].model_copy(
        update={
            "place": text,
            "participants": (text, text),
            "agenda": tuple(item.model_copy(update={"title": text}) for item in MEETINGS["january"].agenda),
            "decisions": tuple(
                item.model_copy(update={"text": text}) for item in MEETINGS["january"].decisions
            ),
        }
    )
    reports = tuple(
        {
            "theme": theme, "year": "2022", "date": "2022-06-14", "summary": text, "lessons": text,
            "activities": {id_: {"status": "delayed", "note": text}},
        }
        for theme, id_ in (("sundhed", "d1"), ("kultur", "k1"))
    )  # fmt: skip
    material = material_of(
        plan,
        other,
        config=config,
        reports=reports,
        chosen=("sundhed",) if kind == "onepage" else (),
        meetings={"january": meeting},
    )
    return _written(build_paper(kind, material, meetings={"january": meeting}))


_TEXTS = {"title", "text", "background", "objective", "note", "heading", "intro", "governance", "name"}


def _replaced(value: Any, text: str, key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {name: _replaced(inner, text, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(inner, text, key) for inner in value]
    if key in _TEXTS and value != "none":
        return text
    return value


def _many(kind: str) -> str:
    areas: list[dict[str, Any]] = [
        {
            "id": f"a{area}",
            "title": f"Fokusområde {area}",
            "activities": [
                {"id": f"a{area}-{n}", "text": f"Aktivitet {area}.{n} i *fire* kvartaler", "quarters": "Q1-Q2", "owner": "AB"}
                for n in range(MANY // 40)
            ],
        }
        for area in range(40)
    ]  # fmt: skip
    plan = plan_of(
        {"theme": "sundhed", "year": "2022", "title": "Sundhed", "goals": ["g"], "focus_areas": areas}
    )
    told = {
        activity["id"]: {"status": "delayed", "note": "Flyttet"}
        for area in areas
        for activity in area["activities"]
    }
    report = {"theme": "sundhed", "year": "2022", "date": "2022-06-14", "activities": told}
    material = material_of(plan, reports=(report,), chosen=("sundhed",))
    return _written(build_paper(kind, material, meetings=MEETINGS))


WORKSPACES = tuple(folder for folder in (ROOT / "plans", ROOT / "examples") if folder.is_dir())
_SHIPPED: Mapping[str, Make] = dict(pair for folder in WORKSPACES for pair in _of_workspace(folder))
_MANY: Mapping[str, Make] = {f"many-{kind}": partial(_many, kind) for kind in KINDS if kind != "minutes"}
_OTHERS: Mapping[str, Make] = {**dict(_invented()), **dict(_hostile())}
_ALL: Mapping[str, Make] = {**_SHIPPED, **_OTHERS, **_MANY}

# the papers an office sends, and those nobody should be able to break; of these the longest apart
PAPERS = (*_SHIPPED, *_OTHERS)
LONGEST = tuple(_MANY)


@cache
def html_of(name: str) -> str:
    """Render a paper once."""
    return _ALL[name]()
