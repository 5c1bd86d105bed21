"""Family 1, single values: numbers, dates, quarters, months, ids and the other words with a form of their own."""

from handleplan.rule import rule


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
