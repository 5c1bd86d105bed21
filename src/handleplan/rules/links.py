"""Family 5, links: those that lead nowhere, and those that do not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from handleplan.passages import passages_with
from handleplan.problem import Range, Replace
from handleplan.rule import UNTIL_AGREED, Found, rule
from handleplan.vocabulary import Watch

if TYPE_CHECKING:
    from handleplan.context import File
    from handleplan.hyperlinks import Hyperlink
    from handleplan.source import Source

_SIGNS = ("](", "(http", "(www.", "(mailto:", ")[", "]:")
_LINKED = Watch(lambda word: any(sign in word for sign in _SIGNS) or ("<" in word and ":" in word))
# What becomes a link in the papers (DESIGN §3).
_SAFE = r"(?i:https?://|mailto:)"
_MAIL_ADDRESS = r"[^\s@:/]+@[^\s@:/]+\.[a-zA-Z]{2,}"


def _links(file: File[Any]) -> tuple[Hyperlink, ...]:
    """Return the links of a file, and what was meant to be one."""
    words = file.known.vocabulary.among(_LINKED, file.source)
    return _links_of(file.source, frozenset(words)) if words else ()


@lru_cache(maxsize=1)
def _links_of(source: Source, words: frozenset[str]) -> tuple[Hyperlink, ...]:
    from handleplan.hyperlinks import find_links  # what few files need

    return tuple(
        link
        for passage in passages_with(source, words)
        if passage.way != "plain"
        for link in find_links(
            source.text, passage.range, escaped=passage.style == '"', definitions=passage.way == "block"
        )
    )


def _is_sound(link: Hyperlink) -> bool:
    from handleplan.hyperlinks import corrected_target, is_nowhere

    return link.fault is None and not is_nowhere(link.target) and corrected_target(link.target) is None


@rule(
    "HP507",
    "warning",
    on=("plan", "index", "report", "meeting", "config"),
    fixable="safe",
    da="Linket “{link}” virker ikke. Et link skrives [tekst](https://adresse).",
    en="The link “{link}” does not work. A link is written [text](https://address).",
)
def broken_link(file: File[Any]) -> Iterator[Found]:
    """A link with a bracket too few, or a slip in its address, is printed as it stands or leads nowhere.

    A fix is a guess where the beginning of an address, a bracket or the order is missing.

    Dansk: Et link, hvor en klamme mangler eller adressen har en slåfejl, bliver trykt, som det står, eller fører
    ingen steder hen.

    Bad (2022/sundhed.yaml):
        background: |
          Se [aftalen](https//example.org), [planen] (https://example.org/plan)
        #    ^ HP507
        #                                   ^ HP507
          og [bilaget](www.example.org/bilag).
        #    ^ HP507

    Bad (2022/sundhed.yaml):
        background: |
          Læs [om samarbejdet]().
        #     ^ HP507
        vision: Læs [visionen](https://example.org/en vision)
        #           ^ HP507

    Bad (2022/sundhed.yaml):
        background: |
          Læs mere i (aftalen)[https://example.org].
        #            ^ HP507
        purpose: Læs [aftalen](https://example.org
        #            ^ HP507

    Good (2022/sundhed.yaml):
        background: |
          Se [aftalen](https://example.org) og <https://example.org/plan>,
          eller skriv til [Central Denmark EU Office](mailto:info@example.org).
    """
    for link in _links(file):
        if _is_sound(link):
            continue
        written = file.source.text[slice(*link.range)]
        found = Found(link.range, {"link": " ".join(written.split())})
        change, safe = _mended(link, file.source.text)
        if change is None:
            yield found
            continue
        start, end = change.where.start - link.range.start, change.where.end - link.range.start
        corrected = f"{written[:start]}{change.text}{written[end:]}"
        yield found._replace(values={**found.values, "corrected": corrected}).mended_by(change, safe=safe)


def _mended(link: Hyperlink, text: str) -> tuple[Replace | None, bool]:
    """Return the change that makes a link work, and whether that is beyond doubt."""
    if link.fault == "gap":
        closing = link.text_range.end + 1
        return Replace(Range(closing, text.index("(", closing)), ""), True
    if link.fault in (None, "no-text"):
        from handleplan.hyperlinks import corrected_target

        corrected = corrected_target(link.target)
        change = Replace(link.target_range, corrected) if corrected else None
        return change, not link.target.lower().startswith("www.")
    return _guess(link), False


def _guess(link: Hyperlink) -> Replace | None:
    """Return the change that probably makes a misshapen link work."""
    change: Replace | None = None
    match link.fault:
        case "reversed":
            change = Replace(link.range, f"[{link.text}]({link.target})")
        case "no-bracket":
            words = len(link.text.rstrip())
            change = Replace(Range(link.text_range.start + words, link.text_range.end), "]")
        case "unclosed" if re.match(_SAFE, link.target):
            change = Replace(Range(link.range.end, link.range.end), ")")
        case "space" if re.match(_SAFE, link.target):
            change = Replace(link.target_range, "%20".join(link.target.split()))
    return change


@rule(
    "HP508",
    "warning",
    on=("plan", "index", "report", "meeting", "config"),
    fixable="safe",
    da="“{target}” bliver ikke til et link i papirerne. En adresse begynder med https://, http:// eller mailto:.",
    en="“{target}” does not become a link in the papers. An address begins with https://, http:// or mailto:.",
)
def unsafe_link(file: File[Any]) -> Iterator[Found]:
    """Papers are sent around: a file on somebody's computer or in a folder beside the plan is not there for its reader.

    Addresses that run a program are left out of the papers, too.

    Dansk: Papirerne bliver sendt rundt, og en fil på en enkelt computer eller i en mappe ved siden af planen har
    læseren ikke. Adresser, der starter et program, kommer heller ikke med.

    Bad (2022/sundhed.yaml):
        background: |
          Se [notatet](file:///C:/notat.docx) og [bilaget](bilag/a.pdf),
        #              ^ HP508
        #                                                  ^ HP508
          skriv til [os](info@example.org), klik [ikke](javascript:alert(1)).
        #                ^ HP508
        #                                               ^ HP508

    Good (2022/sundhed.yaml):
        background: |
          Skriv til [kontoret](mailto:info@example.org).
    """
    for link in _links(file):
        if not _is_sound(link) or re.match(_SAFE, link.target):
            continue
        found = Found(link.target_range, {"target": link.target})
        if re.fullmatch(_MAIL_ADDRESS, link.target):
            yield found.mended_by(Replace(link.target_range, f"mailto:{link.target}"))
        else:
            yield found


# https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context
_SAY_NOTHING = frozenset({
    "her", "klik", "klik her", "tryk her", "link", "linket", "dette link", "via dette link", "se her", "se mere",
    "se mere her", "læs her", "læs mere", "læs mere her", "mere", "mere her", "hent", "hent her", "følg linket", "side",
    "here", "click", "click here", "this", "this link", "the link", "read more", "read more here", "see more",
    "see here", "learn more", "more", "more here", "download", "page", "this page",
})  # fmt: skip


@rule(
    "HP509",
    "advice",
    on=("plan", "index", "report", "meeting", "config"),
    by_stage=UNTIL_AGREED,
    da="Linkteksten siger ikke, hvor linket fører hen: {texts}. Navnet på siden eller dokumentet vil hjælpe læseren.",
    en="The link's text does not say where it leads: {texts}. The name of the page or document would help the reader.",
)
def meaningless_link_text(file: File[Any]) -> Iterator[Found]:
    """Readers who listen to a page, or look for a link, hear and see the link's text alone (WCAG 2.2, 2.4.4).

    Dansk: Den, der får siden læst op, eller leder efter et link, møder kun linkets tekst; “her” hjælper ikke.

    Bad (2022/sundhed.yaml):
        background: |
          Læs aftalen [her](https://example.org), eller find
        #              ^ HP509
          [https://example.org](https://example.org).
        purpose: Lighed #i sundhed
        #               ^ HP014

    Good (2022/sundhed.yaml):
        background: |
          Læs [samarbejdsaftalen](https://example.org), eller find
          hele teksten på <https://example.org>.
    """
    found = [
        link
        for link in _links(file)
        if _is_sound(link) and re.match(_SAFE, link.target) and _says_nothing(link.text)
    ]
    if found:
        texts = dict.fromkeys(f"“{' '.join(link.text.split())}”" for link in found)
        yield Found(found[0].text_range, {"texts": texts})


def _says_nothing(text: str) -> bool:
    words = " ".join(text.split()).strip(".…:!?,*_`→»> ").casefold()
    return words in _SAY_NOTHING or re.fullmatch(r"(?:https?://|www\.)\S+", words) is not None
