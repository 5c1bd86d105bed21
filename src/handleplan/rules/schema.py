"""Family 1, the schema: keys and values that the format does not know, or that stand in the wrong place."""

from handleplan.rule import rule


@rule(
    "HP101",
    "error",
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
    da="“{key}” er tom. Skriv noget efter kolon.",
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
    """A text that looks like a list or like keys is read as such.

    Dansk: En tekst, der ligner en liste eller nøgler, bliver læst sådan.

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
    """Some places hold keys of their own, indented below it.

    Dansk: Nogle steder står der nøgler rykket ind under nøglen.

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
    """An agreement without themes has nothing to agree on.

    Dansk: En aftale uden temaer har ikke noget at aftale.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes: []
        #   ^ HP108
    """


@rule(
    "HP109",
    "error",
    da="“{value}” kan ikke stå under “{key}”.",
    en="“{value}” cannot stand under “{key}”.",
)
def unknown_value() -> None:
    """Some keys take one of a few words.

    Dansk: Nogle nøgler tager ét af nogle få ord.

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
    "HP112",
    "error",
    da="“{value}” er ikke et helt tal fra {lowest} til {highest}, skrevet med cifre.",
    en="“{value}” is not a whole number from {lowest} to {highest} in digits.",
)
def invalid_number() -> None:
    """Years and other numbers are written with digits alone.

    Dansk: Årstal og andre tal skrives med cifre alene.

    Bad (2022/sundhed.yaml):
        theme: sundhed
        year: 22
        #     ^ HP112

    Good (2022/sundhed.yaml):
        theme: sundhed
        year: 2022
    """


@rule(
    "HP113",
    "error",
    da="“{value}” er ikke en dato. Skriv år, måned og dag med bindestreger, for eksempel 2022-01-31.",
    en="“{value}” is not a date. Write year, month and day with hyphens, for example 2022-01-31.",
)
def invalid_date() -> None:
    """Dates in files have one form, so that nobody has to guess whether the day or the month comes first.

    Dansk: Datoer i filerne har én form, så ingen skal gætte, om dagen eller måneden står først.

    Bad (2022/sundhed.yaml):
        date: 10.01.2022
        #     ^ HP113
        stages:
          proposed: 10. januar 2022
        #           ^ HP113

    Good (2022/sundhed.yaml):
        date: 2022-01-10
    """


@rule(
    "HP114",
    "error",
    da="Datoen “{value}” findes ikke i kalenderen.",
    en="The date “{value}” is not in the calendar.",
)
def date_that_does_not_exist() -> None:
    """The form is right, but the month has no such day.

    Dansk: Formen er rigtig, men måneden har ikke den dag.

    Bad (2022/sundhed.yaml):
        date: 2022-02-29
        #     ^ HP114
        stages:
          proposed: 2022-13-01
        #           ^ HP114

    Good (2022/sundhed.yaml):
        date: 2022-02-28
    """


@rule(
    "HP115",
    "error",
    da="“{value}” er ikke kvartaler. Skriv Q1, Q2, Q3 eller Q4, for eksempel Q2-Q4 eller Q1, Q3.",
    en="“{value}” is not quarters. Write Q1, Q2, Q3 or Q4, for example Q2-Q4 or Q1, Q3.",
)
def invalid_quarters() -> None:
    """A year has four quarters; they are written as a single one, a range, or a list.

    Dansk: Et år har fire kvartaler; de skrives som ét, fra–til eller som en liste.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q5
        #             ^ HP115
          - id: h2
            text: Netværk
            quarters: 2. kvartal
        #             ^ HP115

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q2-Q4
    """


@rule(
    "HP116",
    "error",
    da="“{value}” går baglæns. Skriv det første kvartal først.",
    en="“{value}” runs backwards. Write the first quarter first.",
)
def falling_quarters() -> None:
    """A range runs from an earlier quarter to a later one of the same year.

    Dansk: Et spænd går fra et tidligere kvartal til et senere i samme år.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q4-Q2
        #             ^ HP116
          - id: h2
            text: Netværk
            quarters: Q2-Q2
        #             ^ HP116

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            quarters: Q2-Q4
    """


@rule(
    "HP117",
    "error",
    da="“{value}” er ikke en måned. Skriv dens navn på dansk eller engelsk, eller et tal fra 1 til 12.",
    en="“{value}” is not a month. Write its name in Danish or English, or a number from 1 to 12.",
)
def invalid_month() -> None:
    """A step of the cycle lies in a month, written out or as a number.

    Dansk: Et trin i årshjulet ligger i en måned, skrevet ud eller som et tal.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
            cycle:
              - id: draft
                month: janur
        #              ^ HP117
              - id: june-meeting
                month: 13
        #              ^ HP117
    """


@rule(
    "HP118",
    "error",
    da="“{value}” er ikke en dag i året. Skriv måned og dag, for eksempel 03-31.",
    en="“{value}” is not a day of the year. Write month and day, for example 03-31.",
)
def invalid_month_day() -> None:
    """``from`` and ``until`` hold for every year of the agreement, so they name a day without a year.

    Dansk: from og until gælder alle aftalens år og er derfor en dag uden årstal.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
            cycle:
              - id: draft
                from: 1. marts
        #             ^ HP118
                until: 02-30
        #              ^ HP118
    """


@rule(
    "HP119",
    "error",
    da="“{value}” er ikke en farve. Skriv # og seks tegn, for eksempel #0b5563, i anførselstegn.",
    en="“{value}” is not a colour. Write # and six characters, for example #0b5563, in quotes.",
)
def invalid_colour() -> None:
    """Colours are written as on the web: red, green and blue as two characters each.

    Dansk: Farver skrives som på nettet: rød, grøn og blå med to tegn hver.

    Bad (handleplan.yaml):
        organisation:
          name: Kontoret
          colour: blå
        #         ^ HP119

    Good (handleplan.yaml):
        organisation:
          name: Kontoret
          colour: "#0b5563"
    """


@rule(
    "HP120",
    "error",
    da="“{value}” kan ikke være id. Brug små bogstaver a–z, cifre og bindestreg, for eksempel klima-1.",
    en="“{value}” cannot be an id. Use small letters a–z, digits and hyphens, for example klima-1.",
)
def invalid_id() -> None:
    """Ids are typed in commands and stand in links, so they keep to plain letters.

    Dansk: Id'er skrives i kommandoer og links, så de holder sig til almindelige små bogstaver.

    Bad (2022/sundhed.yaml):
        goals:
          - id: Mål 1
        #       ^ HP120
            text: Lighed i sundhed
          - id: m_2
        #       ^ HP120
            text: Synlighed

    Good (2022/sundhed.yaml):
        goals:
          - id: maal-1
            text: Lighed i sundhed
    """


@rule(
    "HP121",
    "error",
    da="“{value}” kan ikke være id for en part eller en persons initialer. Brug bogstaver og cifre uden mellemrum.",
    en="“{value}” cannot be a party's id or a person's initials. Use letters and digits without spaces.",
)
def invalid_initials() -> None:
    """Parties and people are named by a short word without spaces or signs.

    Dansk: Parter og personer nævnes med et kort ord uden mellemrum og tegn.

    Bad (handleplan.yaml):
        parties:
          - id: CDEU & RU
        #       ^ HP121
            name: To kontorer
        people:
          - initials: A.B.
        #             ^ HP121
            name: Anne Berg
    """


@rule(
    "HP122",
    "error",
    da="“{value}” peger ikke på en aktivitet fra et tidligere år. Skriv år, skråstreg og id, for eksempel 2021/klima-3 eller 2021/kultur.b2.",
    en="“{value}” does not point to an activity of an earlier year. Write year, slash and id, for example 2021/klima-3 or 2021/kultur.b2.",
)
def invalid_continues() -> None:
    """``continues`` names the year and the id of what this activity goes on from; another theme stands before the id.

    Dansk: continues nævner år og id for det, aktiviteten er fortsat fra; et andet tema skrives foran id'et.

    Bad (2022/sundhed.yaml):
        actions:
          - id: h1
            text: Synlighed
            continues:
              - klima-3
        #       ^ HP122
              - 2021-klima-3
        #       ^ HP122
    """


@rule(
    "HP123",
    "error",
    da="Planen har hverken mål, fokusområder, handlinger eller bærende aktiviteter. Skriv mindst ét.",
    en="The plan has no goals, focus areas, actions or core activities. Write at least one.",
)
def nothing_planned() -> None:
    """A plan says what is to be reached or done.

    Dansk: En handleplan siger, hvad der skal nås eller gøres.

    Bad (2022/sundhed.yaml):
        theme: sundhed
        # <- HP123
        year: 2022
        title: Sundhed i 2022
        goals: []

    Good (2022/sundhed.yaml):
        goals:
          - Lighed i sundhed
    """


@rule(
    "HP124",
    "error",
    da="Trinet har både måned og from/until. Behold det ene.",
    en="The step has both a month and from/until. Keep one of them.",
)
def step_with_two_windows() -> None:
    """A step lies in a month or between two days, not both.

    Dansk: Et trin ligger i en måned eller mellem to dage, ikke begge dele.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
            cycle:
              - id: draft
        #       ^ HP124
                month: januar
                from: 01-01
                until: 01-15
    """


@rule(
    "HP125",
    "error",
    da="Trinet mangler sin tid. Skriv month, eller både from og until.",
    en="The step lacks its time. Write month, or both from and until.",
)
def step_without_window() -> None:
    """Without a month, or a first and a last day, nobody can say when a step is due.

    Dansk: Uden en måned, eller en første og en sidste dag, kan ingen sige, hvornår trinet er aktuelt.

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
            cycle:
              - id: draft
        #       ^ HP125
                title: Udkast
              - id: june-meeting
        #       ^ HP125
                from: 06-01
    """
