"""The yardstick F: f-strings that write the bytes of a paper, every value in it (texts and attributes) escaped."""

import re
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from html import escape, unescape

from handleplan.locale import Texts
from handleplan.model.config import Config
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.report.formats import render
from handleplan.report.frame import Material
from handleplan.report.kinds import build_paper
from handleplan.report.view import Paper
from handleplan.status import YearData

ACTIVITIES, AREAS = 200, 10
DAY = date(2022, 6, 20)
STATUSES = ("done", "in_progress", "ongoing", "planned", "delayed", "carried_over", "dropped")
QUARTERS = ("Q1", "Q2", "Q2-Q4", "Q1, Q3", "Q4")
# A value, a text or an attribute's, between what is the same in every paper
_VALUE = re.compile(r"(?<=>)([^<>]+)(?=<)|(?<==\")([^\"<>]+)(?=\")")


def papers() -> list[Paper]:
    """Make a plan of 200 activities and its status report: together they hold all pictures."""
    config = Config.model_validate(
        {
            "agreements": [
                {
                    "title": "Aftale",
                    "first_year": "2022",
                    "last_year": "2025",
                    "themes": [{"slug": "kultur", "name": "Kultur"}],
                    "cycle": [{"id": f"s{n}", "month": str(n), "title": f"Trin {n}"} for n in (1, 2, 6)],
                }
            ]
        }
    )
    plan = Plan.model_validate(
        {"theme": "kultur", "year": "2022", "title": "Kultur", "focus_areas": list(map(_area, range(AREAS)))}
    )
    told = {
        f"a{n}": {"status": STATUSES[n % len(STATUSES)], "note": f"Bemærkning {n}"} for n in range(ACTIVITIES)
    }
    report = StatusReport.model_validate(
        {"theme": "kultur", "year": "2022", "date": "2022-06-14", "activities": told}
    )
    data = YearData(2022, {"kultur": plan}, (("2022-06", "kultur", report),), ())
    material = Material(config, data, Texts("da"), DAY)
    return [build_paper(kind, material) for kind in ("plan", "status")]


def _area(number: int) -> dict[str, object]:
    each = ACTIVITIES // AREAS
    return {
        "id": f"omraade{number}",
        "title": f"Område {number}",
        "activities": [
            {
                "id": f"a{n}",
                "text": f"Styrke samarbejdet på tværs af regionens hospitaler og kommuner, del {n}",
                "quarters": QUARTERS[n % len(QUARTERS)],
            }
            for n in range(number * each, (number + 1) * each)
        ],
    }


def ratio(rounds: int) -> float:
    """Return how often the time of the f-strings goes into that of setting the papers as HTML, templates compiled."""
    found = [(_best(partial(_set, paper), rounds), _best(_writer(paper), rounds)) for paper in papers()]
    return sum(ours for ours, _ in found) / sum(theirs for _, theirs in found)


def _set(paper: Paper) -> str:
    return render(paper, "html", Texts("da"))


def _writer(paper: Paper) -> Callable[[], str]:
    text = _set(paper)
    pieces = [piece for piece in _VALUE.split(text) if piece is not None]
    pieces += [""] * (len(pieces) % 2)
    parts = [(before, unescape(value)) for before, value in zip(pieces[::2], pieces[1::2], strict=True)]

    def write() -> str:
        return "".join([f"{before}{escape(value)}" for before, value in parts])

    assert abs(len(write()) - len(text)) < len(text) / 100
    return write


def _best(work: Callable[[], str], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)
