"""A new workspace: its own file with agreement and cycle, and a first year that lint has nothing against and that prints."""

from typing import NamedTuple

from handleplan.failure import Failure
from handleplan.layout import RESERVED, is_device
from handleplan.locale import Texts
from handleplan.model.ids import slug
from handleplan.model.values import MONTHS
from handleplan.problem import Commented, Data
from handleplan.source.block_style import comment_lines, value_lines
from handleplan.writing.draft import Draft

# The steps of the cycle of the first office's agreement, which others begin with and change.
CYCLE: tuple[dict[str, Data], ...] = (
    {"id": "team-dialogue", "month": "11", "of": "previous-year"},
    {"id": "management-dialogue", "month": "12", "of": "previous-year"},
    {"id": "draft", "month": "1", "needs": "proposed", "done_by": "papers"},
    {"id": "january-meeting", "month": "1", "needs": "proposed"},
    {"id": "june-meeting", "month": "6", "needs": "status-report"},
)


class Party(NamedTuple):
    """A party: its short name, which owns work, and its full one."""

    id: str
    name: str


class Beginning(NamedTuple):
    """What a new workspace is asked for; the years are the agreement's first and last."""

    name: str
    parties: tuple[Party, ...]
    themes: tuple[str, ...]
    first_year: int
    last_year: int


def read_party(text: str) -> Party:
    """Read a party as it is named on the command line: ``ID=Name``, or the short name alone."""
    id_, equals, name = text.partition("=")
    return Party(id_.strip(), (name.strip() if equals else "") or id_.strip())


def write_workspace(draft: Draft, asked: Beginning) -> tuple[str, ...]:
    """Write the files of a new workspace, and return their names.

    Raises:
        Failure: two parties have the same short name, or a theme cannot have the file of its name.
    """
    texts, year = draft.texts, asked.first_year
    _refuse_same_parties(asked.parties)
    slugs = _slugs(asked.themes)
    files: dict[str, tuple[str, dict[str, Data]]] = {
        "handleplan.yaml": (texts.message("file.config", name=asked.name), _config(asked, slugs, texts)),
        f"{year}/index.yaml": (texts.message("file.index", year=year), _index(asked, texts)),
    }
    for theme, name in slugs.items():
        heading = texts.message("file.plan", theme=name, year=year)
        files[f"{year}/{theme}.yaml"] = (heading, _plan(asked, theme, name, texts))
    for file, (heading, data) in files.items():
        draft.create(file, [*comment_lines(heading), *value_lines(data, 0)])
    return tuple(files)


def _refuse_same_parties(parties: tuple[Party, ...]) -> None:
    seen: set[str] = set()
    for party in parties:
        if party.id.casefold() in seen:
            raise Failure("init-party-twice", id=party.id)
        seen.add(party.id.casefold())


def _slugs(themes: tuple[str, ...]) -> dict[str, str]:
    """Return the names of themes by what their files are called."""
    found: dict[str, str] = {}
    for number, name in enumerate(themes, 1):
        theme = slug(name) or f"tema-{number}"
        if theme in RESERVED:
            raise Failure("init-theme-taken", theme=name, slug=theme)
        if is_device(theme):
            raise Failure("init-theme-device", theme=name, slug=theme)
        if theme in found:
            raise Failure("init-theme-twice", first=found[theme], second=name, slug=theme)
        found[theme] = name
    return found


def _config(asked: Beginning, slugs: dict[str, str], texts: Texts) -> dict[str, Data]:
    years = {"first": asked.first_year, "last": asked.last_year}
    agreement: dict[str, Data] = {
        "title": texts.message("file.agreement", **years),
        "first_year": str(asked.first_year),
        "last_year": str(asked.last_year),
        "themes": Commented(
            texts.message("file.themes"), [{"slug": theme, "name": name} for theme, name in slugs.items()]
        ),
        "cycle": Commented(texts.message("file.cycle"), [_step(step, asked, texts) for step in CYCLE]),
    }
    return {
        "format": "1",
        "language": texts.language,
        "organisation": {"name": asked.name},
        "parties": Commented(
            texts.message("file.parties"), [{"id": party.id, "name": party.name} for party in asked.parties]
        ),
        "agreements": [agreement],
    }


def _step(step: dict[str, Data], asked: Beginning, texts: Texts) -> Data:
    """Return a step of the cycle in words, its keys in the format's order."""
    id_ = str(step["id"])
    words: dict[str, Data] = {
        "title": texts.message(f"file.step.{id_}"),
        "text": texts.message(f"file.step_text.{id_}"),
        "responsible": asked.parties[0].id,
    }
    month = MONTHS[texts.language][int(str(step["month"])) - 1]
    before: dict[str, Data] = {"id": id_, "month": month, **({"of": step["of"]} if "of" in step else {})}
    return {**before, **words, **{key: step[key] for key in ("needs", "done_by") if key in step}}


def _index(asked: Beginning, texts: Texts) -> dict[str, Data]:
    years = {"first": asked.first_year, "last": asked.last_year}
    introduction = texts.message("file.introduction", **years, year=asked.first_year)
    themes = "\n".join(f"- {name}" for name in asked.themes)
    return {
        "year": str(asked.first_year),
        "title": texts.message("file.cover_title", year=asked.first_year, name=asked.name),
        "introduction": f"{introduction}\n\n{themes}",
    }


def _plan(asked: Beginning, theme: str, name: str, texts: Texts) -> dict[str, Data]:
    spoken = name[:1].lower() + name[1:] if name[1:2].islower() else name
    goal = {"id": "m1", "text": texts.message("file.first_goal", theme=spoken)}
    action: dict[str, Data] = {
        "id": "h1",
        "text": texts.message("file.first_action", theme=spoken),
        "goals": ["m1"],
    }
    return {
        "theme": theme,
        "year": str(asked.first_year),
        "title": texts.message("file.plan_title", theme=name, year=asked.first_year),
        "owner": asked.parties[0].id,
        "goals": Commented(texts.message("file.first_entries"), [goal]),
        "actions": [action],
    }
