"""Family 1, time: dates, quarters, months and the other forms in which files say when."""

from handleplan.rule import rule


@rule(
    "HP113",
    "error",
    fixable="safe",
    da="“{value}” er ikke en dato på formen ÅÅÅÅ-MM-DD, for eksempel 2022-01-31.",
    en="“{value}” is not a date of the form YYYY-MM-DD, for example 2022-01-31.",
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
    fixable="safe",
    da="“{value}” angiver ikke kvartaler. De hedder Q1, Q2, Q3 og Q4, for eksempel Q2-Q4 eller Q1, Q3.",
    en="“{value}” does not name quarters. They are called Q1, Q2, Q3 and Q4, for example Q2-Q4 or Q1, Q3.",
)
def invalid_quarters() -> None:
    """A year has four quarters; they are written as a single one, a range, or a list.

    Dansk: Et år har fire kvartaler; de skrives enkeltvis, fra–til eller som en liste.

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
    da="“{value}” skal gå fra et tidligere til et senere kvartal. Er det kun ét kvartal, så skriv det alene.",
    en="“{value}” must go from an earlier to a later quarter. If it is a single quarter, write it alone.",
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
    fixable="unsafe",
    da="“{value}” er ikke en måned. Skriv månedens navn på dansk eller engelsk, eller et tal fra 1 til 12.",
    en="“{value}” is not a month. Write the month's name in Danish or English, or a number from 1 to 12.",
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

    Dansk: from og until gælder i alle aftalens år og er derfor dage uden årstal.

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
    "HP124",
    "error",
    da="Trinnet har både month og from/until. Behold det ene.",
    en="The step has both month and from/until. Keep one of them.",
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
              - id: june-meeting
        #       ^ HP124
                month: juni
                until: 06-15
    """


@rule(
    "HP125",
    "error",
    da="Trinnet mangler et tidspunkt. Skriv month, eller både from og until.",
    en="The step has no time. Write month, or both from and until.",
)
def step_without_window() -> None:
    """Without a month, or a first and a last day, nobody can say when a step is due.

    Dansk: Uden en måned, eller en første og en sidste dag, kan ingen sige, hvornår trinnet er aktuelt.

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
