"""Family 2, entries: what every entry of a plan needs so that others can refer to it, and say once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.problem import Path, Place, Several
from handleplan.rule import UNTIL_AGREED, Found, rule
from handleplan.source.entry_ids import id_change, is_text, text_key

if TYPE_CHECKING:
    from handleplan.model.plan import Plan

# Two words may well be said twice; a sentence is copied.
_SENTENCE = 4


@rule(
    "HP216",
    "error",
    on=("plan",),
    by_stage={"draft": None},
    fixable="safe",
    da="Posten mangler et id. Når planen er foreslået, skal status og senere år kunne henvise til den.",
    en="The entry has no id. Once the plan is proposed, status reports and later years must be able to refer to it.",
)
def entry_without_id(file: File[Plan]) -> Iterator[Found]:
    """Once a plan is proposed every entry has an id: status reports, other years and the minutes refer to it for good.

    Dansk: Når en plan er foreslået, har hver post et id: statusrapporter, andre år og referater henviser til det.

    Bad (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
        goals:
          - id: m1
            text: Lighed i sundhed
          - text: Synlighed i Europa
        #   ^ HP216
        focus_areas:
          - title: Data
        #   ^ HP216
            activities:
              - text: Kortlægge hospitalernes data
        #       ^ HP216
                id:

    Good (2022/sundhed.yaml):
        goals:
          - text: Lighed i sundhed

    Good (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
        goals:
          - id: m1
            text: Lighed i sundhed
    """
    if not file.model.names.without_id:
        return
    from handleplan.model.ids import missing_ids

    for path, name in missing_ids(file.model).items():
        if not is_text(file.source, path):  # text-for-an-entry says so
            yield found(path, corrected=f"id: {name}").mended_by(id_change(file.source, path, name))


@rule(
    "HP217",
    "error",
    on=("plan",),
    by_stage={"draft": None},
    fixable="safe",
    da="Her står kun en tekst. Når planen er foreslået, har posten et id, og teksten står efter “{key}”.",
    en="Only a text stands here. Once the plan is proposed the entry has an id, and the text stands after “{key}”.",
)
def text_for_an_entry(file: File[Plan]) -> Iterator[Found]:
    """In a draft a plain text may stand for an entry; once the plan is proposed others must be able to refer to it.

    Dansk: I et udkast må en tekst stå alene som post; når planen er foreslået, skal andre kunne henvise til den.

    Bad (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
        goals:
          - Lighed i sundhed
        #   ^ HP217
          - text: Synlighed i Europa
        #   ^ HP216
        focus_areas:
          - Data
        #   ^ HP217

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed

    Good (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
        focus_areas:
          - id: data
            title: Data
    """
    if not file.model.names.without_id:
        return
    from handleplan.model.ids import missing_ids

    for path, name in missing_ids(file.model).items():
        if is_text(file.source, path):
            yield found(path, key=text_key(path)).mended_by(id_change(file.source, path, name))


@rule(
    "HP219",
    "advice",
    on=("plan",),
    by_stage=UNTIL_AGREED,
    da="Samme tekst står flere steder: {entries}. Er det den samme sag, så skriv den ét sted.",
    en="The same text stands in several places: {entries}. If it is one matter, write it in one place.",
)
def repeated_text(file: File[Plan]) -> Iterator[Found]:
    """What stands twice is easily reported on, or changed, in one place alone; a title of a word or two may come again.

    Dansk: Det, der står to steder, bliver let kun rettet eller fulgt op det ene sted. Et ord eller to må gerne gå igen.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Styrke samarbejdet med regionens hospitaler
          - id: h2
            text: >-
        #   ^ HP219
              Styrke samarbejdet med
              regionens hospitaler
            owner: CDUE
        #          ^ HP203
          - id: h3
            text: Opfølgende møde
          - id: h4
            text: Opfølgende møde

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Styrke samarbejdet med regionens hospitaler
    """
    plan = file.model
    texts = [goal.text for goal in plan.goals] + [work.text for work in plan.work if work.text]
    if len(set(texts)) == len(texts):
        return
    places: dict[str, list[tuple[Path, str]]] = defaultdict(list)
    seen: set[str] = set()
    for path, entry in plan.entries():
        if entry.id in seen:
            continue  # duplicate-id tells of an entry that was pasted with its id
        seen.update([entry.id] if entry.id else [])
        if path[0] != "extra" and entry.text and entry.text.count(" ") >= _SENTENCE - 1:
            item = path if is_text(file.source, path) else (*path, "text")
            places[entry.text].append((item, entry.id or entry.text))
    repeated = [group for group in places.values() if len(group) > 1]
    if repeated:
        first = min(repeated, key=lambda group: file.source.locate(Place(group[1][0])))
        entries = Several("/".join(dict.fromkeys(name for _, name in group)) for group in repeated)
        yield found(first[1][0], entries=entries)
