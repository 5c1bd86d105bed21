"""The contract's words, written down a second time: what the benchmark knows must not come from what it measures."""

import re

ENTRY = ("id", "title", "text", "quarters", "owner", "partners", "goals", "continues", "note")
SECTION = ("heading", "intro")
PLAN_SECTIONS = (
    "background", "purpose", "vision", "goals", "core_activities", "focus_areas", "actions", "governance", "annexes",
)  # fmt: skip

# The keys that a mapping may have, by its place in a file of a kind: indices left out, `*` for any key.
KEYS: dict[tuple[str, str], tuple[str, ...]] = {
    ("plan", ""): ("theme", "year", "title", "date", "stages", "owner", *PLAN_SECTIONS, "extra", "sections"),
    ("plan", "stages"): ("proposed", "agreed", "closed"),
    ("plan", "goals"): ("id", "text"),
    ("plan", "core_activities"): ENTRY,
    ("plan", "focus_areas"): (*ENTRY, "objective", "activities"),
    ("plan", "focus_areas.activities"): ENTRY,
    ("plan", "actions"): ENTRY,
    ("plan", "annexes"): ENTRY,
    ("plan", "extra"): ("id", "heading", "text", "after"),
    ("plan", "sections"): PLAN_SECTIONS,
    ("plan", "sections.*"): SECTION,
    ("index", ""): ("year", "title", "date", "introduction", "dialogue_model", "case_number", "sections"),
    ("index", "sections"): ("introduction", "dialogue_model", "cycle"),
    ("index", "sections.*"): SECTION,
    ("report", ""): (
        "theme", "year", "date", "meeting", "summary", "challenges", "lessons", "priorities", "opportunities",
        "activities",
    ),
    ("report", "activities.*"): ("status", "note"),
    ("meeting", ""): ("step", "date", "themes", "place", "participants", "papers_due", "agenda", "decisions"),
    ("meeting", "agenda"): ("title", "kind"),
    ("meeting", "decisions"): ("text", "owner", "due", "state"),
    ("config", ""): (
        "format", "language", "organisation", "parties", "people", "agreements", "glossary", "labels", "lint",
    ),
    ("config", "organisation"): ("name", "logo", "colour"),
    ("config", "parties"): ("id", "name"),
    ("config", "people"): ("initials", "name", "party"),
    ("config", "agreements"): ("title", "first_year", "last_year", "themes", "cycle"),
    ("config", "agreements.themes"): ("slug", "name", "colour"),
    ("config", "agreements.cycle"): (
        "id", "month", "from", "until", "of", "title", "text", "responsible", "participants", "needs", "done_by",
    ),
    ("config", "lint"): ("select", "ignore", "severity"),
}  # fmt: skip

# The keys that a mapping must have, of those above.
REQUIRED: dict[tuple[str, str], tuple[str, ...]] = {
    ("plan", ""): ("theme", "year", "title"),
    ("plan", "goals"): ("text",),
    ("plan", "core_activities"): ("text",),
    ("plan", "focus_areas"): ("title",),
    ("plan", "focus_areas.activities"): ("text",),
    ("plan", "actions"): ("text",),
    ("plan", "annexes"): ("text",),
    ("plan", "extra"): ("heading", "text"),
    ("index", ""): ("year",),
    ("report", ""): ("theme", "year", "date"),
    ("meeting", ""): ("step", "date"),
    ("meeting", "agenda"): ("title",),
    ("meeting", "decisions"): ("text",),
    ("config", "organisation"): ("name",),
    ("config", "parties"): ("id", "name"),
    ("config", "people"): ("initials", "name"),
    ("config", "agreements"): ("title", "first_year", "last_year", "themes"),
    ("config", "agreements.themes"): ("slug", "name"),
    ("config", "agreements.cycle"): ("id",),
}

STAGES = ("draft", "proposed", "agreed", "closed")
# The words of an enumeration by its key.
VALUES = {
    "status": ("planned", "in_progress", "ongoing", "done", "delayed", "dropped", "carried_over"),
    "kind": ("information", "discussion", "decision"),
    "state": ("open", "done"),
    "needs": (*STAGES, "status-report"),
    "done_by": ("held", "papers"),
    "of": ("same-year", "previous-year"),
    "language": ("da", "en"),
}
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
    "january", "february", "march", "may", "june", "july", "october",
)  # fmt: skip

# How papers call what the files call otherwise (DESIGN §2), and what else a Dane would write for a key.
DANISH_KEYS = {
    "theme": ("tema",), "year": ("år",), "title": ("titel",), "date": ("dato",), "background": ("baggrund",),
    "purpose": ("formål",), "goals": ("mål",), "core_activities": ("bærende aktiviteter",),
    "focus_areas": ("fokusområder",), "objective": ("målsætning",), "activities": ("aktiviteter",),
    "quarters": ("tidsplan", "kvartaler"), "actions": ("handlinger",), "governance": ("organisering",),
    "annexes": ("bilag",), "owner": ("ansvarlig",), "partners": ("partnere",), "text": ("tekst",),
    "note": ("bemærkning",), "cycle": ("årshjul",), "meeting": ("møde",), "summary": ("sammenfatning",),
    "challenges": ("udfordringer",), "lessons": ("erfaringer",), "priorities": ("prioritering",),
    "opportunities": ("nye muligheder",), "step": ("trin",), "themes": ("temaer",), "place": ("sted",),
    "participants": ("deltagere",), "agenda": ("dagsorden",), "decisions": ("beslutninger",), "due": ("frist",),
    "parties": ("parter",), "name": ("navn",), "colour": ("farve",), "month": ("måned",), "from": ("fra",),
    "glossary": ("ordliste",), "heading": ("overskrift",), "language": ("sprog",), "continues": ("fortsat fra",),
}  # fmt: skip
DANISH_VALUES = {
    "planned": "planlagt", "in_progress": "i gang", "ongoing": "løbende", "done": "gennemført",
    "delayed": "forsinket", "dropped": "udgået", "carried_over": "videreføres", "information": "orientering",
    "discussion": "drøftelse", "decision": "beslutning", "draft": "arbejdsudkast", "agreed": "aftalt",
    "open": "åben", "status-report": "statusrapport", "previous-year": "forrige år", "same-year": "samme år",
    "held": "afholdt", "papers": "papirer",
}  # fmt: skip

# The keys whose value is a date.
DATES = ("date", "proposed", "agreed", "closed", "due", "papers_due")
# The keys whose value is one paragraph that people read, or a block of text.
TEXTS = (
    "title", "text", "note", "intro", "heading", "objective", "background", "purpose", "vision", "governance", "summary",
    "challenges", "lessons", "priorities", "opportunities", "introduction", "dialogue_model", "name", "place",
)  # fmt: skip
# The keys whose value is a list.
LISTS = (
    "goals", "core_activities", "focus_areas", "activities", "actions", "annexes", "extra", "partners", "continues",
    "themes", "agenda", "decisions", "parties", "people", "agreements", "cycle",
)  # fmt: skip
# The keys whose value is one of the keys above.
MAPPINGS = ("stages", "sections", "organisation", "lint", "glossary", "labels")

Path = tuple[str | int, ...]


def place(path: Path) -> str:
    """Return a path without its indices, as the tables above name places."""
    return ".".join(step for step in path if isinstance(step, str))


def mapping_at(kind: str, path: Path) -> tuple[str, str] | None:
    """Return the entry of the tables for the mapping at a path; None where any key may stand."""
    named = place(path)
    parent = re.sub(r"[^.]+$", "*", named)
    return next((found for found in ((kind, named), (kind, parent)) if found in KEYS), None)
