"""Family 1, the schema: keys, lists and texts that the format does not know, or that stand in the wrong place."""

from handleplan.rule import rule


@rule(
    "HP101",
    "error",
    fixable="unsafe",
    da="Nøglen “{key}” kendes ikke her.",
    en="The key “{key}” is not known here.",
)
def unknown_key() -> None:
    """A key that the format does not know would be ignored, and what stands under it lost.

    Dansk: En nøgle, som formatet ikke kender, ville blive overset, og det, der står under den, gå tabt.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
            txt: Lighed i sundhed
        #   ^ HP101
        visoin: Lighed
        # <- HP101

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
        vision: Lighed
    """


@rule(
    "HP102",
    "error",
    da="Her mangler “{key}”.",
    en="Here “{key}” is missing.",
)
def missing_key() -> None:
    """Some keys are required: a plan's theme, year and title, an entry's text, a focus area's title.

    Dansk: Nogle nøgler skal være der: planens tema, år og titel, en posts tekst og et fokusområdes titel.

    Bad (2022/sundhed.yaml):
        goals:
          - id: m1
        #   ^ HP102
        focus_areas:
          - id: data
        #   ^ HP102
            objective: Bedre data

    Good (2022/sundhed.yaml):
        goals:
          - id: m1
            text: Lighed i sundhed
    """


@rule(
    "HP103",
    "error",
    da="“{key}” er tom. Skriv noget efter kolonet.",
    en="“{key}” is empty. Write something after the colon.",
)
def empty_value() -> None:
    """A required key without a value says nothing yet.

    Dansk: En nøgle, der skal være der, siger ikke noget, før den har en værdi.

    Bad (2022/sundhed.yaml):
        title:
        # <- HP103
        goals:
          - id: m1
            text:
        #   ^ HP103

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
        goals:
          - id: m1
            text: Lighed i sundhed
    """


@rule(
    "HP104",
    "error",
    da="Punktet er tomt. Skriv teksten efter stregen, eller slet linjen.",
    en="The item is empty. Write its text after the dash, or delete the line.",
)
def empty_item() -> None:
    """A dash with nothing after it is an item without a text.

    Dansk: En streg uden noget efter er et punkt uden tekst.

    Bad (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
          -
        # ^ HP104
        actions:
          -
        # ^ HP104

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
    """


@rule(
    "HP105",
    "error",
    da="“{key}” skal være en liste: skriv hvert punkt på sin egen linje med en streg og et mellemrum foran.",
    en="“{key}” must be a list: write each item on a line of its own with a dash and a space before it.",
)
def list_expected() -> None:
    """A list has one item a line, each with a dash.

    Dansk: En liste har ét punkt på hver linje, hvert med en streg foran.

    Bad (2022/sundhed.yaml):
        goals: Lighed i sundhed
        #      ^ HP105
        actions: Synlighed
        #        ^ HP105

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
    """


@rule(
    "HP106",
    "error",
    da="“{key}” skal være tekst, men der står en liste eller nøgler. Sæt teksten i anførselstegn, hvis den begynder med - eller [ eller indeholder et kolon.",
    en="“{key}” must be text, but a list or keys stand there. Put the text in quotes if it begins with - or [ or holds a colon.",
)
def text_expected() -> None:
    """A text that looks like a list or like keys is read as such; quotes make it a text.

    Dansk: En tekst, der ligner en liste eller nøgler, bliver læst som det; anførselstegn gør den til tekst.

    Bad (2022/sundhed.yaml):
        title:
        # <- HP106
          - Sundhed i 2022
        vision: [Lighed]
        # <- HP106

    Good (2022/sundhed.yaml):
        title: Sundhed i 2022
        vision: "[Lighed]"
    """


@rule(
    "HP107",
    "error",
    da="Her skal der stå nøgler med værdier, én på hver linje.",
    en="Here keys with values belong, one a line.",
)
def keys_expected() -> None:
    """Some keys have no value but keys of their own, indented below them.

    Dansk: Nogle nøgler har ikke en værdi, men deres egne nøgler, rykket ind under sig.

    Bad (2022/sundhed.yaml):
        stages: proposed
        #       ^ HP107
        sections: Baggrund
        #         ^ HP107

    Good (2022/sundhed.yaml):
        stages:
          proposed: 2022-01-10
    """


@rule(
    "HP108",
    "error",
    da="Listen “{key}” må ikke være tom.",
    en="The list “{key}” must not be empty.",
)
def empty_list() -> None:
    """An agreement has at least one theme.

    Dansk: En aftale skal have mindst ét tema.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 22
        #               ^ HP112
            last_year: 2025
            themes: []
        #   ^ HP108
    """


@rule(
    "HP109",
    "error",
    fixable="safe",
    da="“{value}” kan ikke stå under “{key}”.",
    en="“{value}” cannot stand under “{key}”.",
)
def unknown_value() -> None:
    """Some keys take one of a few words, so that the same thing is called the same everywhere.

    Dansk: Under nogle nøgler kan der kun stå et af nogle få ord, så det samme hedder det samme overalt.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: doen
        #           ^ HP109
          h2:
            status: 80 %
        #           ^ HP109

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: done
    """


@rule(
    "HP110",
    "error",
    fixable="safe",
    da="“{key}” hedder “{right}” i filerne. Skriv “{right}”.",
    en="“{key}” is called “{right}” in the files. Write “{right}”.",
)
def danish_key() -> None:
    """Keys are English in the files, so that tools and colleagues abroad read them; the papers print them in Danish.

    Dansk: Nøglerne er engelske i filerne; i papirerne står de på dansk.

    Bad (2022/sundhed.yaml):
        mål:
        # <- HP110
          - Lighed i sundhed
        formål: Lighed
        # <- HP110

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
    """


@rule(
    "HP111",
    "error",
    fixable="safe",
    da="“{value}” hedder “{right}” i filerne. Skriv “{right}”.",
    en="“{value}” is called “{right}” in the files. Write “{right}”.",
)
def danish_value() -> None:
    """Values such as a status are English in the files; the papers print them in Danish.

    Dansk: Værdier som en status er engelske i filerne; i papirerne står de på dansk.

    Bad (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: gennemført
        #           ^ HP111
          h2:
            status: I gang
        #           ^ HP111

    Good (2022/status/2022-06/sundhed.yaml):
        activities:
          h1:
            status: done
    """


@rule(
    "HP123",
    "error",
    da="Planen har hverken mål, fokusområder, handlinger eller bærende aktiviteter. Skriv mindst ét af dem.",
    en="The plan has no goals, focus areas, actions or core activities. Write at least one of them.",
)
def nothing_planned() -> None:
    """A plan says what is to be reached or done.

    Dansk: En plan siger, hvad der skal nås eller gøres.

    Bad (2022/sundhed.yaml):
        theme: sundhed
        # <- HP123
        year: 2022
        title: Sundhed #digital
        #              ^ HP014
        goals: []

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
    """
