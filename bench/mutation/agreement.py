"""Breaks of what belongs together: windows, stages, rounds, agreements, and what a status report has to tell of."""

from datetime import date, timedelta

from mutation.misspelling import misspelt
from mutation.operator import Break, Draw, edited, operator
from mutation.text import Site, Text


@operator("step with two windows", "step-with-two-windows")
def two_windows(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.name == "month", "config")
    at = text.end_of(site)
    line = draw.rng.choice(("from: 01-01", "until: 06-30", "from: 01-01\n        until: 01-31"))
    return edited(text, at, at, f"        {line}\n", at=text.first_key(site.parent).span.start - len("id: "))


@operator("step without a window", "step-without-window")
def no_window(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.name in ("month", "from", "until"), "config")
    at = text.first_key(site.parent).key
    return edited(text, text.line_start(site.key.start), text.end_of(site), "", at=at.start)


@operator("stages in the wrong order", "stages-out-of-order")
def stage_order(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path == ("stages", "proposed"), "plan")
    later = next((other for other in text.sites if other.path == ("stages", "agreed")), None)
    earlier = date.fromisoformat(site.value) - timedelta(days=draw.rng.randrange(1, 300))
    if later is None:
        at = text.end_of(site)
        return edited(text, at, at, f"  agreed: {earlier}\n", at=at + len("  agreed: "))
    return edited(text, *later.span, str(earlier))


@operator("years of an agreement reversed", "HP6", "HP1")
def reversed_years(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.name == "last_year", "config")
    return edited(text, *site.span, "2019")


@operator("party twice", "HP6", "HP2")
def party_twice(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path[0] == "parties" and site.name == "id", "config")
    at = text.end_of(text.at(("parties",)))
    return edited(text, at, at, f"  - id: {site.value}\n    name: Et nyt kontor\n", at=at + len("  - id: "))


@operator("report of another month", "round-mismatch")
def other_month(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path == ("date",), "report")
    day = date.fromisoformat(site.value) + timedelta(days=draw.rng.choice((-365, -60, 31, 60, 365)))
    return edited(text, *site.span, str(day))


@operator("report in a round of another year", "round-outside-year")
def other_round(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path == ("date",), "report")
    year, month = draw.rng.choice((2019, 2021, 2024, 2031)), draw.rng.randrange(2, 13)
    changed = edited(text, *site.span, f"{year}-{month:02}-14")
    path = f"2022/status/{year}-{month:02}/{text.path.rsplit('/', 1)[-1]}"
    return changed._replace(files={text.path: None, path: changed.files[text.path]}, path=path)


@operator("lost activity in a status report", "HP4")
def lost_activity(draw: Draw) -> Break:
    # core activities ("basis-1" …) may be left out, and before January some others too
    text, site = draw.site(
        lambda text, site: (
            "/2023-01/" in text.path and site.parent == ("activities",) and not site.name.startswith("basis-")
        ),
        "report",
    )
    key = text.at(("activities",)).key
    return edited(text, text.line_start(site.key.start), text.end_of(site), "", at=key.start)


@operator("unknown activity in a status report", "HP4")
def unknown_activity(draw: Draw) -> Break:
    text, site = _reported(draw)
    at = text.end_of(site)
    return edited(text, at, at, "  nyt-netvaerk:\n    status: planned\n", at=at + 2)


@operator("misspelt activity in a status report", "HP4")
def misspelt_activity(draw: Draw) -> Break:
    text, site = _reported(draw)
    wrong = misspelt(site.name, 1, draw.rng, [other.name for other in text.sites])
    return edited(text, *site.key, wrong, right=site.name)


def _reported(draw: Draw) -> tuple[Text, Site]:
    return draw.site(lambda _, site: site.parent == ("activities",), "report")
