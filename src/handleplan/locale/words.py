"""Danish words that people write where the format has an English one."""

# Key by Danish word, case not counted; a key is only proposed where it may stand.
KEYS = {
    "tema": "theme", "år": "year", "titel": "title", "overskrift": "heading", "dato": "date", "stadie": "stages",
    "stadier": "stages", "trin": "step", "foreslået": "proposed", "forslag": "proposed", "aftalt": "agreed",
    "afsluttet": "closed", "ansvarlig": "owner", "ejer": "owner", "baggrund": "background", "formål": "purpose",
    "formal": "purpose", "mål": "goals", "mal": "goals", "bærende_aktiviteter": "core_activities",
    "bærende aktiviteter": "core_activities", "kerneaktiviteter": "core_activities", "fokusområder": "focus_areas",
    "fokusområde": "focus_areas", "indsatsområder": "focus_areas", "målsætning": "objective",
    "aktiviteter": "activities", "aktivitet": "activities", "tekst": "text", "beskrivelse": "text",
    "kvartal": "quarters", "kvartaler": "quarters", "tidsplan": "quarters", "partnere": "partners",
    "samarbejdspartnere": "partners", "i_samarbejde_med": "partners", "fortsat_fra": "continues",
    "fortsætter": "continues", "bemærkning": "note", "note": "note", "handlinger": "actions",
    "organisering": "governance", "styring": "governance", "bilag": "annexes", "ekstra": "extra", "efter": "after",
    "afsnit": "sections", "indledning": "introduction", "dialogmodel": "dialogue_model",
    "dialogmodellen": "dialogue_model", "sagsnummer": "case_number", "årshjul": "cycle", "møde": "meeting",
    "udfordringer": "challenges", "erfaringer": "lessons", "prioritering": "priorities",
    "prioriteringer": "priorities", "nye_muligheder": "opportunities", "muligheder": "opportunities",
    "temaer": "themes", "sted": "place", "deltagere": "participants", "dagsorden": "agenda",
    "beslutninger": "decisions", "frist": "due", "tilstand": "state", "type": "kind", "art": "kind",
    "sprog": "language", "organisation": "organisation", "parter": "parties", "personer": "people",
    "initialer": "initials", "part": "party", "navn": "name", "farve": "colour", "color": "colour",
    "aftaler": "agreements", "første_år": "first_year", "sidste_år": "last_year", "måned": "month",
    "fra": "from", "til": "until", "kræver": "needs", "ordliste": "glossary", "forkortelser": "glossary",
    "etiketter": "labels", "sammenfatning": "summary", "resumé": "summary", "id": "id",
}  # fmt: skip

# Values by Danish word, case not counted; a value is only proposed where it may stand, and of a word's several values
# no two may stand in the same place.
VALUES = {
    "planlagt": ("planned",), "i gang": ("in_progress",), "igang": ("in_progress",), "igangsat": ("in_progress",),
    "løbende": ("ongoing",), "gennemført": ("done",), "færdig": ("done",), "udført": ("done",),
    "afsluttet": ("done", "closed"), "forsinket": ("delayed",), "udgået": ("dropped",), "droppet": ("dropped",),
    "videreføres": ("carried_over",), "videreført": ("carried_over",), "orientering": ("information",),
    "drøftelse": ("discussion",), "beslutning": ("decision",), "åben": ("open",), "lukket": ("done", "closed"),
    "dansk": ("da",), "engelsk": ("en",), "samme år": ("same-year",), "forrige år": ("previous-year",),
    "arbejdsudkast": ("draft",), "udkast": ("draft",), "forslag": ("proposed", "advice"), "foreslået": ("proposed",),
    "forslag til drøftelse": ("proposed",), "aftalt": ("agreed",), "statusrapport": ("status-report",),
    "afrapportering": ("status-report",), "holdt": ("held",), "afholdt": ("held",), "papirer": ("papers",),
    "fejl": ("error",), "advarsel": ("warning",), "forslag til forbedring": ("advice",), "overvej": ("advice",),
}  # fmt: skip
