"""Family 2, entries: what every entry of a plan needs so that others can refer to it, and say once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from handleplan.context import File, found
from handleplan.problem import AddKey, Change, Path, Place, Range, Replace, SetValue, Several
from handleplan.rule import Found, rule

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
        if not isinstance(_value(file, path), str):  # text-for-an-entry says so
            yield found(path, corrected=f"id: {name}").mended_by(_insertion(file, path, name))


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
        if isinstance(_value(file, path), str):
            key = "title" if path[-2] == "focus_areas" else "text"
            yield found(path, key=key).mended_by(AddKey(path, "id", name, key))


@rule(
    "HP219",
    "advice",
    on=("plan",),
    by_stage={"agreed": None, "closed": None},
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
            item = (*path, "text") if isinstance(_value(file, path), dict) else path
            places[entry.text].append((item, entry.id or entry.text))
    repeated = [group for group in places.values() if len(group) > 1]
    if repeated:
        first = min(repeated, key=lambda group: file.source.locate(Place(group[1][0])))
        entries = Several("/".join(dict.fromkeys(name for _, name in group)) for group in repeated)
        yield found(first[1][0], entries=entries)


def _value(file: File[Plan], path: Path) -> object:
    """Return what stands at an entry's path in the file."""
    value = file.source.data
    for step in path:
        value = value[step]
    return value


def _insertion(file: File[Plan], path: Path, name: str) -> Change:
    """Return the change that gives an entry an id: a new key, or a value for the one that is there without."""
    place = Place((*path, "id"))
    if file.source.path_in_file(place.path) != place.path:
        return AddKey(path, "id", name)
    key, value = file.source.locate(place._replace(part="key")), file.source.locate(place)
    if value != key:
        return SetValue(place.path, name)
    colon = file.source.text.index(":", key.end) + 1
    return Replace(Range(colon, colon), f" {name}")
