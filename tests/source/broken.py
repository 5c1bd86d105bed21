"""A realistic plan and the slips people make in it: what replaces what, and what must be said about it."""

from typing import NamedTuple

PLAN = """\
# Handleplan for sundhed
theme: sundhed
year: 2022
title: Sundhed – handleplan 2022
date: 2022-01-10
stages:
  proposed: 2022-01-10
background: |
  Region Midtjylland og CDEU samarbejder om sundhed: data, kræft og lighed.

  - at styrke samarbejdet
  - at bringe "Genvej til Europa" i spil
purpose: Et sundhedsvæsen af høj kvalitet
vision: >-
  Region Midtjylland vil være en attraktiv
  og anerkendt samarbejdspartner.
goals:
  - id: m1
    text: Bidrage til et stærkt økosystem
  - id: m2
    text: >-
      Skabe overlap mellem aktiviteterne, så ressourcer
      kan genanvendes.
  - Lighed i sundhed
focus_areas:
  - id: data
    title: Sundhedsdata
    objective: Bedre data
    activities:
      - id: data-1
        text: Kortlægge muligheder på området
          sammen med hospitalerne
        quarters: Q1-Q2
        owner: CDEU
        partners:
          - Baggrundsgruppen
          - Universitetshospitalet
        goals:
          - m1
      - id: data-2
        text: Afholde møder om ‘data’
        quarters: Q3
actions:
  - id: h1
    text: Netværk og synlighed
    note: "Aftalt på mødet"
  - id: h2
    text: Deltage i netværk på tværs
annexes:
  - id: bilag
    text: Prioriteringer
    quarters: Q1
"""


class Slip(NamedTuple):
    """A slip: ``old`` becomes ``new``, in which ``▸`` (no part of the file) stands where the finding begins.

    ``corrected`` is the line that the message offers, which takes the place of the ``lines`` from the finding's
    text on; None where none can be given. Tabs are written as ``→``.
    """

    name: str
    old: str
    new: str
    rule: str
    corrected: str | None = None
    lines: int = 1


M1 = "    text: Bidrage til et stærkt økosystem\n"
H1 = "    text: Netværk og synlighed\n"
H2 = "    text: Deltage i netværk på tværs\n"
GOAL = "  - Lighed i sundhed\n"
PARTNER = "          - Universitetshospitalet\n"
TITLE = "title: Sundhed – handleplan 2022\n"
LONG = "        text: Kortlægge muligheder på området\n          sammen med hospitalerne\n"
NOTE = '    note: "Aftalt på mødet"\n'
VISION = "  Region Midtjylland vil være en attraktiv\n  og anerkendt samarbejdspartner.\n"

TABS = (
    Slip("tab before a key", M1, "▸→text: Bidrage til et stærkt økosystem\n", "tab-indentation"),
    Slip("two tabs", M1, "▸→→text: Bidrage til et stærkt økosystem\n", "tab-indentation"),
    Slip("space and tab", M1, "  ▸→text: Bidrage til et stærkt økosystem\n", "tab-indentation"),
    Slip("tab before a dash", "  - id: m2\n", "▸→- id: m2\n", "tab-indentation"),
    Slip("tab after a dash", "  - id: m2\n", "  -▸→id: m2\n", "tab-indentation"),
    Slip(
        "tab in block text",
        VISION,
        "▸→Region Midtjylland vil være en attraktiv\n  og anerkendt.\n",
        "tab-indentation",
    ),
    Slip("tab in the second line", VISION, "  Region Midtjylland vil\n▸→og anerkendt.\n", "tab-indentation"),
    Slip("tab before a top key", "purpose: Et", "▸→purpose: Et", "tab-indentation"),
)

COLONS = (
    Slip("colon in a text", M1, "    text: To spor▸: data og kræft på øen\n", "colon-in-text", 'text: "To spor: data og kræft på øen"'),
    Slip("colon in a title", TITLE, "title: Sundhed på øen▸: handleplan 2022\n", "colon-in-text", 'title: "Sundhed på øen: handleplan 2022"'),
    Slip("two colons in a text", M1, "    text: Et▸: to: tre\n", "colon-in-text", 'text: "Et: to: tre"'),
    Slip("colon and quotes", M1, '    text: Et▸: "to" tre\n', "colon-in-text", "text: 'Et: \"to\" tre'"),
    Slip("colon and both quotes", M1, "    text: Et▸: \"to\" EU's\n", "colon-in-text", "text: 'Et: \"to\" EU''s'"),
    Slip("colon at the end", M1, "    text: Vi gør følgende▸:\n", "colon-in-text", 'text: "Vi gør følgende:"'),
    Slip("colon in the last line", "    text: Prioriteringer\n    quarters: Q1\n", "    text: Prioriteringer▸: tre\n", "colon-in-text", 'text: "Prioriteringer: tre"'),
    Slip("colon in a continuation", LONG, "        text: Kortlægge på området\n          med fokus▸: hospitaler\n", "colon-in-text", 'text: "Kortlægge på området med fokus: hospitaler"', 2),
    Slip("colon in a third line", LONG, "        text: Kortlægge på området\n          med alle\n          og fokus på▸: hospitaler\n", "colon-in-text", 'text: "Kortlægge på området med alle og fokus på: hospitaler"', 3),
    Slip("colon at the beginning of a continuation", LONG, "        text: Kortlægge på området\n          fokus▸: hospitaler og data\n", "colon-in-text", 'text: "Kortlægge på området fokus: hospitaler og data"', 2),
    Slip("colon before a continuation", LONG, "        text: Kortlægge▸: muligheder på\n          området\n", "colon-in-text", 'text: "Kortlægge: muligheder på området"', 2),
    Slip("colon in an item", GOAL, "  - ▸Fokus: lighed i sundhed\n", "colon-in-text", '- "Fokus: lighed i sundhed"'),
    Slip("colon in an item of texts", PARTNER, "          - ▸Hospitalet: forskning\n", "colon-in-text", '- "Hospitalet: forskning"'),
    Slip("two colons in an item", GOAL, "  - Fokus på lighed▸: sundhed: data\n", "colon-in-text", '- "Fokus på lighed: sundhed: data"'),
    Slip("colon in the continuation of an item", GOAL, "  - Fokus på lighed\n    og sundhed▸: data\n", "colon-in-text", '- "Fokus på lighed og sundhed: data"', 2),
)  # fmt: skip

QUOTES = (
    Slip("unclosed double quote", TITLE, 'title: ▸"Sundhed på øen\n', "unclosed-quote", 'title: "Sundhed på øen"'),
    Slip("unclosed single quote", TITLE, "title: ▸'Sundhed på øen\n", "unclosed-quote", "title: 'Sundhed på øen'"),
    Slip("unclosed double quote in an entry", M1, '    text: ▸"Bidrage på øen\n', "unclosed-quote", 'text: "Bidrage på øen"'),
    Slip("unclosed single quote in an entry", M1, "    text: ▸'Bidrage på øen\n", "unclosed-quote", "text: 'Bidrage på øen'"),
    Slip("unclosed quote in an item", PARTNER, '          - ▸"Hospitalet på øen\n', "unclosed-quote", '- "Hospitalet på øen"'),
    Slip("unclosed single quote in an item", GOAL, "  - ▸'Lighed på øen\n", "unclosed-quote", "- 'Lighed på øen'"),
    Slip("unclosed quote in the last value", "    quarters: Q1\n", '    quarters: ▸"Q1\n', "unclosed-quote", 'quarters: "Q1"'),
    Slip("unclosed quote after the last quoted value", H2, '    text: ▸"Deltage på tværs\n', "unclosed-quote", 'text: "Deltage på tværs"'),
    Slip("unclosed quote over two lines", LONG, '        text: ▸"Kortlægge på området\n          sammen med hospitalerne\n', "unclosed-quote"),
    Slip("other quote at the end", H2, "    text: ▸\"Deltage på tværs'\n", "unclosed-quote", 'text: "Deltage på tværs"'),
    Slip("quoted word first", M1, '    text: "Genvej▸" til øen\n', "quote-in-text", "text: '\"Genvej\" til øen'"),
    Slip("single-quoted word first", M1, "    text: 'Genvej▸' til øen\n", "quote-in-text", "text: \"'Genvej' til øen\""),
    Slip("quoted word inside", M1, '    text: "Bringe på øen ▸"Genvej" i spil"\n', "quote-in-text", "text: 'Bringe på øen \"Genvej\" i spil'"),
    Slip("quoted word at the end", M1, '    text: "Bringe på øen ▸"Genvej""\n', "quote-in-text", "text: 'Bringe på øen \"Genvej\"'"),
    Slip("apostrophe inside", M1, "    text: 'På øen RM▸'s prioriteter'\n", "quote-in-text", "text: \"På øen RM's prioriteter\""),
    Slip("quoted word first in an item", PARTNER, '          - "Hospitalet▸" på øen\n', "quote-in-text", "- '\"Hospitalet\" på øen'"),
    Slip("quoted word first in a title", TITLE, 'title: "Sundhed▸" – handleplan 2022\n', "quote-in-text", "title: '\"Sundhed\" – handleplan 2022'"),
    Slip("two quoted words", M1, '    text: "Genvej▸" og "øen"\n', "quote-in-text", "text: '\"Genvej\" og \"øen\"'"),
    Slip("quote and colon", M1, '    text: "Genvej▸": til øen\n', "quote-in-text", "text: '\"Genvej\": til øen'"),
    Slip("backslash", M1, '    text: "På øen ▸\\og data"\n', "backslash-in-quotes", 'text: "På øen \\\\og data"'),
    Slip("windows path", M1, '    text: "Se H:▸\\plan"\n', "backslash-in-quotes", 'text: "Se H:\\\\plan"'),
)  # fmt: skip

SPECIAL = (
    *(
        Slip(f"text begins with {sign}", M1, f"    text: ▸{sign}økosystem på øen\n", "special-character", f'text: "{sign}økosystem på øen"')
        for sign in "@%`*{[|>]},"
    ),
    *(
        Slip(f"item begins with {sign}", PARTNER, f"          - ▸{sign}hospitalet på øen\n", "special-character", f'- "{sign}hospitalet på øen"')
        for sign in "@%`*{["
    ),
    Slip("text begins with &", M1, "    text: ▸&økosystem på øen\n", "special-character", 'text: "&økosystem på øen"'),
    Slip("text begins with a lone &", M1, "    text: ▸& økosystem på øen\n", "special-character", 'text: "& økosystem på øen"'),
    Slip("anchor", M1, "    text: ▸&eu økosystem på øen\n", "anchor"),
    Slip("alias", M1, "    text: ▸*eu\n", "anchor"),
    Slip("tag", M1, "    text: ▸!eu økosystem på øen\n", "tag"),
    Slip("tag alone", M1, "    text: ▸!vigtigt\n", "tag"),
    Slip("text with a comma begins with [", M1, "    text: ▸[EU, på øen\n", "special-character", 'text: "[EU, på øen"'),
    Slip("text begins with a lone !", M1, "    text: ▸! økosystem på øen\n", "tag"),
    Slip("emphasis", M1, "    text: ▸*Vigtigt* på øen\n", "special-character", 'text: "*Vigtigt* på øen"'),
    Slip("strong emphasis", M1, "    text: ▸**Vigtigt** på øen\n", "special-character", 'text: "**Vigtigt** på øen"'),
    Slip("link", M1, "    text: ▸[EU](https://europa.eu) på øen\n", "special-character", 'text: "[EU](https://europa.eu) på øen"'),
    Slip("task", GOAL, "  - ▸[x] lighed på øen\n", "special-character", '- "[x] lighed på øen"'),
    Slip("text begins with a lone ?", M1, "    text: ▸? økosystem på øen\n", "special-character", 'text: "? økosystem på øen"'),
    Slip("placeholder alone", M1, "    text: ▸{{navn}}\n", "special-character", 'text: "{{navn}}"'),
    Slip("braces alone", M1, "    text: ▸{navn}\n", "special-character", 'text: "{navn}"'),
    Slip("placeholder", M1, "    text: ▸{{navn}} på øen\n", "special-character", 'text: "{{navn}} på øen"'),
    Slip("more than", M1, "    text: ▸> 50 deltagere på øen\n", "special-character", 'text: "> 50 deltagere på øen"'),
    Slip("special character and quotes", M1, '    text: ▸@eu "på" øen\n', "special-character", "text: '@eu \"på\" øen'"),
    Slip("special character in the title", TITLE, "title: ▸@sundhed på øen\n", "special-character", 'title: "@sundhed på øen"'),
    Slip("special character before a continuation", LONG, "        text: ▸@alle på øen\n          og hospitaler\n", "special-character", 'text: "@alle på øen og hospitaler"', 2),
    Slip("unclosed list", "        partners:\n          - Baggrundsgruppen\n          - Universitetshospitalet\n", "        partners: ▸[Baggrundsgruppen, Hospitalet\n", "unclosed-bracket", "partners: [Baggrundsgruppen, Hospitalet]"),
    Slip("bracket that goes on", "          - Baggrundsgruppen\n", "          - ▸{Baggrundsgruppen på øen\n", "special-character", '- "{Baggrundsgruppen på øen"'),
    Slip("unclosed keys", GOAL, "  - ▸{id: m3, text: Lighed\n", "unclosed-bracket", "- {id: m3, text: Lighed}"),
    Slip("comma in flow", GOAL, "  - {id: m3, text: Lighed på øen, ▸herunder data}\n", "comma-in-flow-text"),
    Slip("comma in flow of an activity", H2, '    text: Netværk\n  - {id: h9, text: "På, øen", note: Møde, ▸og mere}\n', "comma-in-flow-text"),
)  # fmt: skip

SPACES = (
    Slip("dash without space before a key", "  - id: m2\n", "  ▸-id: m2\n", "dash-without-space", "- id: m2"),
    Slip("dash without space before a text", GOAL, "  ▸-Lighed på øen\n", "dash-without-space", "- Lighed på øen"),
    Slip("dash without space before an item", PARTNER, "          ▸-Hospitalet på øen\n", "dash-without-space", "- Hospitalet på øen"),
    Slip("dash without space before the first item", "          - Baggrundsgruppen\n", "          ▸-Baggrundsgruppen\n", "dash-without-space", "- Baggrundsgruppen"),
    Slip("dash without space before the first entry", "  - id: m1\n", "  ▸-id: m1\n", "dash-without-space", "- id: m1"),
    Slip("dash without space before the first action", "  - id: h1\n", "  ▸-id: h1\n", "dash-without-space", "- id: h1"),
    Slip("dash without space before an inner entry", "      - id: data-2\n", "      ▸-id: data-2\n", "dash-without-space", "- id: data-2"),
    Slip("only item without space", "          - m1\n", "          ▸-m1\n", "dash-without-space", "- m1"),
    Slip("colon without space at the top", TITLE, "title▸:Sundhed på øen\n", "colon-without-space", "title: Sundhed på øen"),
    Slip("colon without space in an entry", M1, "    text▸:Bidrage på øen\n", "colon-without-space", "text: Bidrage på øen"),
    Slip("colon without space in a first key", "  - id: m2\n", "  - id▸:m2\n", "colon-without-space", "- id: m2"),
    Slip("colon without space in an inner key", "        quarters: Q1-Q2\n", "        quarters▸:Q1-Q2\n", "colon-without-space", "quarters: Q1-Q2"),
    Slip("colon without space in an only key", "  proposed: 2022-01-10\n", "  proposed▸:2022-01-10\n", "colon-without-space", "proposed: 2022-01-10"),
    Slip("colon without space in the last key", "    quarters: Q1\n", "    quarters▸:Q1\n", "colon-without-space", "quarters: Q1"),
    Slip("colon without space before a number", "year: 2022\n", "year▸:2022\n", "colon-without-space", "year: 2022"),
    Slip("colon without space before a quote", NOTE, '    note▸:"Aftalt på mødet"\n', "colon-without-space", 'note: "Aftalt på mødet"'),
    Slip("key without colon", TITLE, "▸title Sundhed på øen\n", "key-without-colon", "title: Sundhed på øen"),
    Slip("entry's key without colon", "  - id: h2\n", "  - ▸id h2\n", "key-without-colon", "- id: h2"),
    Slip("block text's key without colon", "background: |\n", "▸background |\n", "key-without-colon", "background: |"),
    Slip("entry's block text's key without colon", "    text: >-\n", "    ▸text >-\n", "key-without-colon", "text: >-"),
    Slip("first key without colon", "theme: sundhed\n", "▸theme sundhed\n", "key-without-colon", "theme: sundhed"),
    Slip("list's key without colon", "annexes:\n", "▸annexes\n", "key-without-colon", "annexes:"),
    Slip("list beside its key", "goals:\n  - id: m1\n" + M1, "goals: ▸- id: m1\n" + M1, "list-beside-key"),
    Slip("list of one beside its key", "        goals:\n          - m1\n", "        goals: ▸- m1\n", "list-beside-key"),
)  # fmt: skip

INDENTATION = (
    Slip("key one too far in", M1, "▸     text: Bidrage på øen\n", "wrong-indentation"),
    Slip("key two too far in", M1, "▸      text: Bidrage på øen\n", "wrong-indentation"),
    Slip("key one too far out", M1, "▸   text: Bidrage på øen\n", "wrong-indentation"),
    Slip("key two too far out", M1, "▸  text: Bidrage på øen\n", "wrong-indentation"),
    Slip("later key one too far in", "        owner: CDEU\n", "▸         owner: CDEU\n", "wrong-indentation"),
    Slip("later key two too far in", "        owner: CDEU\n", "▸          owner: CDEU\n", "wrong-indentation"),
    Slip("later key one too far out", "        owner: CDEU\n", "▸       owner: CDEU\n", "wrong-indentation"),
    Slip("later key two too far out", "        owner: CDEU\n", "▸      owner: CDEU\n", "wrong-indentation"),
    Slip("top key one too far in", "date: 2022-01-10\n", "▸ date: 2022-01-10\n", "wrong-indentation"),
    Slip("top key two too far in", "date: 2022-01-10\n", "▸  date: 2022-01-10\n", "wrong-indentation"),
    Slip("item one too far out", "  - id: m2\n", "▸ - id: m2\n", "wrong-indentation"),
    Slip("item one too far in", "  - id: m2\n", "▸   - id: m2\n", "wrong-indentation"),
    Slip("item two too far in", "  - id: m2\n", "▸    - id: m2\n", "wrong-indentation"),
    Slip("text item one too far in", PARTNER, "▸           - Universitetshospitalet\n", "wrong-indentation"),
    Slip("text item one too far out", PARTNER, "▸         - Universitetshospitalet\n", "wrong-indentation"),
    Slip("text item two too far in", PARTNER, "▸            - Universitetshospitalet\n", "wrong-indentation"),
    Slip("inner entry one too far out", "      - id: data-2\n", "▸     - id: data-2\n", "wrong-indentation"),
    Slip("whole entry one too far out", "  - id: h2\n    text: Deltage i netværk på tværs\n", "▸ - id: h2\n   text: Deltage på øen\n", "wrong-indentation"),
    Slip("whole entry one too far in", "  - id: h2\n    text: Deltage i netværk på tværs\n", "▸   - id: h2\n     text: Deltage på øen\n", "wrong-indentation"),
    Slip("last key one too far in", "    quarters: Q1\n", "▸     quarters: Q1\n", "wrong-indentation"),
    Slip("line of block text at the margin", VISION, "  Region Midtjylland vil være\n▸og anerkendt på øen.\n", "line-without-key"),
    Slip("last line of block text at the margin", '  - at bringe "Genvej til Europa" i spil\n', "▸og bringe den i spil\n", "line-without-key"),
    Slip("block text at the margin", VISION, "▸Region Midtjylland vil være\n", "line-without-key"),
    Slip("folded text one too far out", "      kan genanvendes.\n", "   ▸kan genanvendes.\n", "line-without-key"),
    Slip("continuation at its key", LONG, "        text: Kortlægge\n        ▸sammen med hospitalerne\n", "line-without-key"),
    Slip("first item one too far out", "          - Baggrundsgruppen\n", "▸         - Baggrundsgruppen\n", "wrong-indentation"),
    Slip("first item one too far in", "          - Baggrundsgruppen\n", "▸           - Baggrundsgruppen\n", "wrong-indentation"),
    Slip("first entry one too far out", "      - id: data-1\n", "▸     - id: data-1\n", "wrong-indentation"),
    Slip("first entry one too far in", "      - id: data-1\n", "▸       - id: data-1\n", "wrong-indentation"),
    Slip("first item two too far out", "          - Baggrundsgruppen\n", "▸        - Baggrundsgruppen\n", "wrong-indentation"),
    Slip("first item two too far in", "          - Baggrundsgruppen\n", "▸            - Baggrundsgruppen\n", "wrong-indentation"),
    Slip("first text at the margin", "  - id: bilag\n    text: Prioriteringer\n    quarters: Q1\n", "▸- Prioriteringer på øen\n  - Mere\n  - Endnu mere\n", "wrong-indentation"),
    Slip("first entry two too far in", '  - id: h1\n    text: Netværk og synlighed\n    note: "Aftalt på mødet"\n', "▸    - id: h1\n      text: Netværk på øen\n", "wrong-indentation"),
    Slip("whole first entry one too far out", '  - id: h1\n    text: Netværk og synlighed\n    note: "Aftalt på mødet"\n', "▸ - id: h1\n   text: Netværk på øen\n", "wrong-indentation"),
    Slip("entry at the margin", "  - id: m2\n    text: >-\n      Skabe overlap mellem aktiviteterne, så ressourcer\n      kan genanvendes.\n", "▸- id: m2\n  text: Skabe overlap på øen\n", "wrong-indentation"),
    Slip("sentence with a colon of block text at the margin", "    objective: Bedre data\n", "    objective: |\n      Bedre data\n▸Målet: en bedre\n      hverdag på øen\n", "line-without-key"),
    Slip("item of block text at the margin", "  - at styrke samarbejdet\n", "▸- at styrke det på øen\n", "line-without-key"),
    Slip("first line one too far in", "theme: sundhed\n", "▸ theme: sundhed\n", "wrong-indentation"),
    Slip("first line two too far in", "theme: sundhed\n", "▸  theme: sundhed\n", "wrong-indentation"),
)  # fmt: skip

COMMENTS = (
    Slip("hash in a text", H1, "    text: Netværk på øen ▸#EU for alle\n", "comment-in-text", 'text: "Netværk på øen #EU for alle"'),
    Slip("hash and number", H1, "    text: Netværk på øen nr. ▸#3\n", "comment-in-text", 'text: "Netværk på øen nr. #3"'),
    Slip("hash in an item", GOAL, "  - Lighed på øen ▸#EU\n", "comment-in-text", '- "Lighed på øen #EU"'),
    Slip("hash in a long text", LONG, "        text: Kortlægge på øen ▸#EU\n          sammen med alle\n", "comment-in-text", 'text: "Kortlægge på øen #EU sammen med alle"', 2),
    Slip("hash in a last line", LONG, "        text: Kortlægge på øen\n          med ▸#EU og alle\n", "comment-in-text"),
    Slip("hash first in a text", H1, "    text: ▸#EU på øen\n", "comment-in-text", 'text: "#EU på øen"'),
    Slip("hash first in an optional text", NOTE, "    note: ▸#EU på øen\n", "comment-in-text", 'note: "#EU på øen"'),
    Slip("hash first in an item", PARTNER, "          - ▸#EU på øen\n", "comment-in-text", '- "#EU på øen"'),
)  # fmt: skip

OTHERS = (
    Slip("merge conflict", H1, "▸<<<<<<< HEAD\n    text: Netværk\n=======\n    text: Synlighed\n>>>>>>> gren\n", "merge-conflict"),
    Slip("merge conflict of entries", "  - id: h2\n", "▸<<<<<<< HEAD\n  - id: h2\n", "merge-conflict"),
    Slip("end of a merge conflict", H1, H1 + "▸>>>>>>> gren\n", "merge-conflict"),
    Slip("merge conflict in block text", VISION, "▸<<<<<<< HEAD\n  Region\n=======\n  Regionen\n>>>>>>> gren\n", "merge-conflict"),
    Slip("control character", M1, "    text: Bidrage på ▸\x07øen\n", "control-character"),
    Slip("second document", "annexes:\n", "▸---\nannexes:\n", "several-documents"),
)  # fmt: skip

ENTRY = "  - id: h2\n    text: Deltage i netværk på tværs\n"
HARD, SOFT, ZERO, MARK = "\u00a0", "\u00ad", "\u200b", "\ufeff"

PASTED = (
    *(
        Slip(f"{sign} before an entry", "  - id: h2\n", f"  ▸{sign} id: h2\n", "not-a-dash", "- id: h2")
        for sign in ("–", "—", "•", "*", "--")
    ),
    *(
        Slip(f"{sign} before a text", GOAL, f"  ▸{sign} Lighed på øen\n", "not-a-dash", "- Lighed på øen")
        for sign in ("–", "•", "*", "--", "2.", "2)")
    ),
    Slip("bullet without space", "  - id: h2\n", "  ▸•id: h2\n", "not-a-dash", "- id: h2"),
    Slip("bullet before the first entry", "  - id: h1\n", "  ▸• id: h1\n", "not-a-dash", "- id: h1"),
    Slip("long dash before an inner entry", "      - id: data-2\n", "      ▸– id: data-2\n", "not-a-dash", "- id: data-2"),
    Slip("only item with a bullet", "          - m1\n", "          ▸• m1\n", "not-a-dash", "- m1"),
    Slip("hard spaces as indentation", M1, f"▸{HARD * 4}text: Bidrage på øen\n", "hard-space"),
    Slip("hard spaces after a space", M1, f"  ▸{HARD * 2}text: Bidrage på øen\n", "hard-space"),
    Slip("hard space after the colon", M1, f"    text:▸{HARD}Bidrage på øen\n", "hard-space", "text: Bidrage på øen"),
    Slip("hard space before the colon", M1, f"    text▸{HARD}: Bidrage på øen\n", "hard-space"),
    Slip("hard space after the dash", "  - id: h2\n", f"  -▸{HARD}id: h2\n", "hard-space", "- id: h2"),
    Slip("hard space in a first key", "  - id: h2\n", f"  - id:▸{HARD}h2\n", "hard-space", "- id: h2"),
    Slip("hard space after a list's key", "annexes:\n", f"annexes:▸{HARD}\n", "hard-space", "annexes:"),
    Slip("hard spaces before a block text's key", "    text: >-\n", f"▸{HARD * 4}text: >-\n", "hard-space"),
    Slip("hard spaces before an area's list", "    activities:\n", f"▸{HARD * 4}activities:\n", "hard-space"),
    Slip("hard spaces before a required key", H2, f"▸{HARD * 4}text: Deltage på øen\n", "hard-space"),
    Slip("zero width in a key", M1, f"    te▸{ZERO}xt: Bidrage på øen\n", "invisible-character"),
    Slip("soft hyphen before a key", M1, f"    ▸{SOFT}text: Bidrage på øen\n", "invisible-character"),
    Slip("zero width in an id", "  - id: h2\n", f"  - id: h▸{ZERO}2\n", "invisible-character"),
    Slip("soft hyphen in the theme", "theme: sundhed\n", f"theme: sund▸{SOFT}hed\n", "invisible-character"),
    Slip("zero width in an owner", "        owner: CDEU\n", f"        owner: CDEU▸{ZERO}\n", "invisible-character"),
    Slip("byte order mark before an entry", "  - id: h2\n", f"▸{MARK}  - id: h2\n", "invisible-character"),
    Slip("byte order mark in the indentation", "  - id: h2\n", f"  ▸{MARK}- id: h2\n", "invisible-character"),
    Slip("mixed quotes", "        quarters: Q3\n", '        quarters: "Q3▸”\n', "curly-quotes", 'quarters: "Q3"'),
    Slip("mixed quotes around a text", H2, '    text: "Netværk på øen▸”\n', "curly-quotes", 'text: "Netværk på øen"'),
    Slip("curly quotes around a key", H2, "    ▸“text”: Deltage på øen\n", "curly-quotes", "text: Deltage på øen"),
    Slip("curly quotes around an id's key", "  - id: h2\n", "  - ▸”id”: h2\n", "curly-quotes", "- id: h2"),
    Slip("curly quotes around a date", "date: 2022-01-10\n", "date: ▸“2022-01-10”\n", "curly-quotes", 'date: "2022-01-10"'),
    Slip("curly quotes around the theme", "theme: sundhed\n", "theme: ▸“sundhed”\n", "curly-quotes", 'theme: "sundhed"'),
    Slip("curly quotes around quarters", "        quarters: Q3\n", "        quarters: ▸”Q3”\n", "curly-quotes", 'quarters: "Q3"'),
    Slip("curly quotes around an owner", "        owner: CDEU\n", "        owner: ▸“CDEU”\n", "curly-quotes", 'owner: "CDEU"'),
    Slip("curly quotes around a goal", "          - m1\n", "          - ▸“m1”\n", "curly-quotes", '- "m1"'),
    Slip("curly quotes around an id", "  - id: h2\n", "  - id: ▸“h2”\n", "curly-quotes", '- id: "h2"'),
)  # fmt: skip

HALF_LEARNT = (
    Slip("forgotten dash", "  - id: h2\n", "  ▸id: h2\n", "missing-dash", "- id: h2"),
    Slip("forgotten dash before a text", ENTRY, "  ▸text: Deltage på øen\n", "missing-dash", "- text: Deltage på øen"),
    Slip("forgotten dash of an inner entry", "      - id: data-2\n", "      ▸id: data-2\n", "missing-dash", "- id: data-2"),
    Slip("first item at the margin", '  - id: h1\n    text: Netværk og synlighed\n    note: "Aftalt på mødet"\n', "▸- id: h1\n  text: Netværk på øen\n", "wrong-indentation"),
    Slip("first dash at the margin", "  - id: h1\n", "▸- id: h1\n", "wrong-indentation"),
    Slip("section two too far in", "annexes:\n", "▸  annexes:\n", "wrong-indentation"),
    Slip("section after an entry two too far in", "actions:\n", "▸  actions:\n", "wrong-indentation"),
    Slip("text beside >-", M1, "    text: >- ▸Bidrage på øen\n", "text-beside-sign", 'text: "Bidrage på øen"'),
    Slip("text beside >", M1, "    text: > ▸Bidrage på øen\n", "text-beside-sign", 'text: "Bidrage på øen"'),
    Slip("text beside |", M1, "    text: | ▸Bidrage på øen\n", "text-beside-sign", 'text: "Bidrage på øen"'),
    Slip("text beside >- and below", LONG, "        text: >- ▸Kortlægge på øen\n          sammen med alle\n", "text-beside-sign"),
    Slip("equals sign", H2, "    ▸text = Deltage på øen\n", "key-without-colon", "text: Deltage på øen"),
    Slip("equals sign without space", H2, "    ▸text= Deltage på øen\n", "key-without-colon", "text: Deltage på øen"),
    Slip("semicolon", H2, "    ▸text; Deltage på øen\n", "key-without-colon", "text: Deltage på øen"),
    Slip("semicolon in a first key", "  - id: h2\n", "  - ▸id; h2\n", "key-without-colon", "- id: h2"),
    Slip("semicolon before a colon", H2, "    ▸text; 'Deltage på øen: nu'\n", "key-without-colon", "text: 'Deltage på øen: nu'"),
    Slip("equals sign at the top", "date: 2022-01-10\n", "▸date = 2022-01-10\n", "key-without-colon", "date: 2022-01-10"),
    Slip("two keys on a line", ENTRY, "  - id: h2 ▸text: Deltage på øen\n", "several-keys-on-a-line"),
    Slip("two keys on a line at the top", "theme: sundhed\nyear: 2022\n", "theme: sundhed ▸year: 2022\n", "several-keys-on-a-line"),
    Slip("two keys in braces", ENTRY, "  - {id: h2 ▸text: Deltage på øen}\n", "several-keys-on-a-line"),
    Slip("comma after a quoted text", H2, '    text: "Deltage på øen"▸,\n', "comma-at-line-end", 'text: "Deltage på øen"'),
    Slip("quoted key and comma", H2, '    "text": "Deltage på øen"▸,\n', "comma-at-line-end", 'text: "Deltage på øen"'),
    Slip("text below its key with a colon", "purpose: Et sundhedsvæsen af høj kvalitet\n", "purpose:\n  Kort sagt▸: CDEU og RM\n  på øen\n", "text-without-bar"),
    Slip("text below its key with a late colon", "purpose: Et sundhedsvæsen af høj kvalitet\n", "purpose:\n  CDEU og RM\n  kort sagt▸: øen\n  og mere\n", "text-without-bar"),
    Slip("line below its key with a colon", "purpose: Et sundhedsvæsen af høj kvalitet\n", "purpose:\n  ▸Kort sagt: CDEU og RM på øen\n", "text-without-bar"),
    Slip("entry's text below its key with a colon", M1, "    text:\n      Kort sagt▸: CDEU og RM\n      på øen\n", "text-without-bar"),
    Slip("dash before a text", H2, "    text: ▸- et punkt på øen\n", "special-character", 'text: "- et punkt på øen"'),
    Slip("dash before a text at the top", "purpose: Et sundhedsvæsen af høj kvalitet\n", "purpose: ▸- et punkt på øen\n", "special-character", 'purpose: "- et punkt på øen"'),
    Slip("quarters as a list", "        quarters: Q3\n", "        ▸quarters:\n          - Q1\n          - Q3\n", "list-for-a-line", "quarters: Q1, Q3", 3),
    Slip("quarters as a list in brackets", "        quarters: Q3\n", "        ▸quarters: [Q1, Q3]\n", "list-for-a-line", "quarters: Q1, Q3"),
    Slip("stage at the margin", "  proposed: 2022-01-10\n", "▸proposed: 2022-01-10\n", "key-beside-its-parent"),
    Slip("forgotten dash of the first entry", "  - id: h1\n", "  ▸id: h1\n", "missing-dash", "- id: h1"),
    Slip("forgotten dash of a first inner entry", "      - id: data-1\n", "      ▸id: data-1\n", "missing-dash", "- id: data-1"),
    Slip("space for a dash", "  - id: h2\n", "    ▸id: h2\n", "missing-dash"),
    Slip("space for the dash of an inner entry", "      - id: data-2\n", "        ▸id: data-2\n", "missing-dash"),
    Slip("key on two lines", "        owner: CDEU\n", "        ▸ow\nner: CDEU\n", "key-on-two-lines", "owner: CDEU", 2),
    Slip("key on two lines at the top", "purpose: Et", "▸pur\npose: Et", "key-on-two-lines", "purpose: Et sundhedsvæsen af høj kvalitet", 2),
    Slip("first key on two lines", "  - id: h2\n    text: Deltage", "  - ▸te\nxt: Deltage", "key-on-two-lines"),
    Slip("list's key on two lines", "focus_areas:\n", "▸focus_\nareas:\n", "key-on-two-lines", "focus_areas:", 2),
    Slip("sentence between sections", "annexes:\n", "▸Her mangler vi bidrag fra øen\nannexes:\n", "line-without-key"),
    Slip("sentence after a quoted text", NOTE, '    note: "Aftalt på øen"\n▸Her mangler vi mere\n', "line-without-key"),
    Slip("space lost before quotes with a colon", H2, "    text▸:'Deltage på øen: nu'\n", "colon-without-space", "text: 'Deltage på øen: nu'"),
    Slip("colon lost before quotes with a colon", H2, "    ▸text 'Deltage på øen: nu'\n", "key-without-colon", "text: 'Deltage på øen: nu'"),
    Slip("equals sign before quotes with a colon", H2, '    ▸text="Deltage på øen: nu"\n', "key-without-colon", 'text: "Deltage på øen: nu"'),
    Slip("status in a plan", NOTE, "    ▸status: done\n", "progress-in-plan"),
)  # fmt: skip

SLIPS = TABS + COLONS + QUOTES + SPECIAL + SPACES + INDENTATION + COMMENTS + OTHERS + PASTED + HALF_LEARNT
