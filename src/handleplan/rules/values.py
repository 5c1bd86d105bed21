"""Family 1, single values: numbers, ids, colours and the other words with a form of their own."""

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

    Bad (handleplan.yaml):
        agreements:
          - title: Samarbejdsaftale
            first_year: 22
        #               ^ HP112
            last_year: 2025.
        #              ^ HP112
            themes:
              - slug: sundhed
                name: Sundhed

    Good (2022/sundhed.yaml):
        theme: sundhed
        year: 2022
    """


@rule(
    "HP119",
    "error",
    da="“{value}” er ikke en farve. Skriv # og seks tegn (0–9 og a–f), for eksempel #0b5563, i anførselstegn.",
    en="“{value}” is not a colour. Write # and six characters (0–9 and a–f), for example #0b5563, in quotes.",
)
def invalid_colour() -> None:
    """Colours are written as on the web: red, green and blue as two characters each.

    Dansk: Farver skrives som på nettet: rød, grøn og blå med to tegn hver.

    Bad (handleplan.yaml):
        organisation:
          name: Kontoret
          colour: blå
        #         ^ HP119
        agreements:
          - title: Samarbejdsaftale
            first_year: 2022
            last_year: 2025
            themes:
              - slug: sundhed
                name: Sundhed
                colour: "#0b5"
        #               ^ HP119

    Good (handleplan.yaml):
        organisation:
          name: Kontoret
          colour: "#0b5563"
    """


@rule(
    "HP120",
    "error",
    da="“{value}” kan ikke være et id. Brug små bogstaver a–z, cifre og bindestreg, for eksempel klima-1.",
    en="“{value}” cannot be an id. Use small letters a–z, digits and hyphens, for example klima-1.",
)
def invalid_id() -> None:
    """Ids are typed in commands and stand in links, so they keep to plain letters.

    Dansk: Id’er skrives i kommandoer og links, så de holder sig til almindelige små bogstaver.

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
    da="“{value}” kan hverken være en parts id eller en persons initialer. Brug bogstaver og cifre uden mellemrum.",
    en="“{value}” can be neither a party's id nor a person's initials. Use letters and digits without spaces.",
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
    da="“{value}” er ikke skrevet som en henvisning til et tidligere år. Skriv år, skråstreg og id, for eksempel 2021/klima-3 eller 2021/kultur.b2.",
    en="“{value}” is not written as a reference to an earlier year. Write year, slash and id, for example 2021/klima-3 or 2021/kultur.b2.",
)
def invalid_continues() -> None:
    """``continues`` names the year and the id of what this activity goes on from; another theme stands before the id.

    Dansk: continues nævner år og id for det, aktiviteten er fortsat fra; et andet tema skrives foran id’et.

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
    "HP126",
    "error",
    da="Formatet “{value}” kendes ikke. Denne udgave af handleplan læser format {known}.",
    en="The format “{value}” is not known. This version of handleplan reads format {known}.",
)
def unknown_format() -> None:
    """``format`` says how the workspace's files are to be read; a later handleplan may have a new one.

    Dansk: format siger, hvordan filerne skal læses; en nyere udgave af handleplan kan have et nyt.

    Bad (handleplan.yaml):
        format: 2
        #       ^ HP126
        language: dk
        #         ^ HP109

    Good (handleplan.yaml):
        format: 1
        language: da
    """
