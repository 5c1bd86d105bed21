"""Family 3, what is agreed: an agreed plan changes by a new agreement alone. Only where there is an earlier version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.rule import Found, rule

if TYPE_CHECKING:
    from datetime import date

    from handleplan.model.config import Config
    from handleplan.model.plan import Plan


@rule(
    "HP312",
    "warning",
    on=("plan",),
    da="Ændret, siden planen blev aftalt {date}: {changed}. Ret det tilbage, eller aftal planen på ny med en senere dato ved agreed. Fremdrift hører hjemme i statusrapporten.",
    en="Changed since the plan was agreed on {date}: {changed}. Change it back, or agree the plan anew with a later date at agreed. Progress belongs in the status report.",
)
def agreed_entry_changed(file: File[Plan]) -> Iterator[Found]:
    """What two managements have agreed on does not change in passing: what happens is told in the status reports.

    The rule compares with the revision given by --changed-since. New white space and another order are no change. A
    later date at agreed makes it a newly agreed plan, which may say something else.

    Dansk: Det, to ledelser har aftalt, ændrer sig ikke undervejs: Hvad der sker, fortæller statusrapporterne. Reglen
    sammenligner med den udgave, der er nævnt ved --changed-since. Nye linjeskift og en anden rækkefølge er ingen
    ændring. En senere dato ved agreed gør planen til en ny aftale, og den må sige noget andet.

    No example: it takes two versions of a plan to see a change.
    """
    then = _agreed_before(file)
    if then is None:
        return
    from handleplan.comparison import changed

    for entry in changed(then, file.model):
        present = (one.path for one in entry.differences if file.source.path_in_file(one.path) == one.path)
        values = [one.told for one in entry.differences]
        yield found(next(present, entry.path), date=_day_agreed(then), changed=values)


@rule(
    "HP313",
    "warning",
    on=("plan",),
    da="Fjernet, siden planen blev aftalt {date}: {entries}. Sæt det ind igen, eller aftal planen på ny med en senere dato ved agreed. En aktivitet, der udgår, får status dropped i statusrapporten.",
    en="Removed since the plan was agreed on {date}: {entries}. Put it back, or agree the plan anew with a later date at agreed. An activity that is given up gets the status dropped in the status report.",
)
def agreed_entry_removed(file: File[Plan]) -> Iterator[Found]:
    """Nothing that was agreed gets lost: what is given up stays in the plan, and its status report says so and why.

    The rule compares with the revision given by --changed-since.

    Dansk: Intet aftalt går tabt: Det, der opgives, bliver stående i planen, og statusrapporten siger det og hvorfor.
    Reglen sammenligner med den udgave, der er nævnt ved --changed-since.

    No example: it takes two versions of a plan to see that something is gone.
    """
    then = _agreed_before(file)
    if then is None:
        return
    from handleplan.comparison import removed

    for lost in removed(then, file.model):
        yield found(lost.path, date=_day_agreed(then), entries=lost.entries)


@rule(
    "HP314",
    "warning",
    on=("config",),
    da="Planen for {theme} i {year} blev aftalt {date}, og nu er filen {year}/{slug}.yaml væk. Hent den tilbage; git har den stadig.",
    en="The plan for {theme} in {year} was agreed on {date}, and now the file {year}/{slug}.yaml is gone. Bring it back; git still has it.",
)
def agreed_plan_removed(file: File[Config]) -> Iterator[Found]:
    """An agreed plan stays in its folder when its year is over: later plans continue it, and its papers can be printed.

    The rule compares with the revision given by --changed-since, and tells of the plan at its theme.

    Dansk: En aftalt plan bliver i sin mappe, også når året er gået: Senere planer bygger videre på den, og dens papirer
    kan stadig udskrives. Reglen sammenligner med den udgave, der er nævnt ved --changed-since, og fortæller om planen
    ved dens tema.

    No example: it takes two versions of a workspace to see that a plan is gone.
    """
    for place, plan in file.known.then.gone:
        day = _day_agreed(plan)
        if day is None or place.year is None:
            continue
        for number, agreement in enumerate(file.model.agreements):
            if agreement is not file.model.agreement_of(place.year):
                continue
            themes = {theme.slug: (index, theme.name) for index, theme in enumerate(agreement.themes)}
            index, name = themes.get(place.slug, (len(themes), place.slug))
            path = ("agreements", number, "themes", index, "slug")
            yield found(path, theme=name, year=place.year, date=day, slug=place.slug)


@rule(
    "HP315",
    "warning",
    on=("plan",),
    da="Planen blev aftalt {date}, men under stages mangler nu {stages}. Sæt det ind igen: En aftale gælder, til planen bliver aftalt på ny.",
    en="The plan was agreed on {date}, but stages now lacks {stages}. Put it back: what is agreed holds until the plan is agreed anew.",
)
def agreed_stage_removed(file: File[Plan]) -> Iterator[Found]:
    """A plan that was agreed does not become a draft again; without its date nothing in it would be bound any more.

    The rule compares with the revision given by --changed-since. It tells of a stage that is gone; a stage with another
    date is a change like others.

    Dansk: En aftalt plan bliver ikke til et udkast igen; uden datoen ville intet i den ligge fast. Reglen sammenligner
    med den udgave, der er nævnt ved --changed-since, og fortæller om et trin, der er væk; et trin med en anden dato er en
    ændring som andre.

    No example: it takes two versions of a plan to see that a stage is gone.
    """
    then = _agreed_before(file)
    if then is None:
        return
    from handleplan.comparison import stages_removed

    stages = stages_removed(then, file.model)
    if stages:
        yield found(("stages",), date=_day_agreed(then), stages=stages)


def _day_agreed(plan: Plan) -> date | None:
    """Return the day a plan was agreed; one that was only noted as closed has been agreed by then."""
    return plan.stages.agreed or plan.stages.closed


def _agreed_before(file: File[Plan]) -> Plan | None:
    """Return the plan as it was, where it was agreed and has not been agreed anew."""
    then = file.known.earlier(file.place)
    before = _day_agreed(then) if then else None
    now = file.model.stages.agreed
    return None if before is None or (now and now > before) else then
